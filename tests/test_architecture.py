"""The shape of the house: import contracts, sizes, and names."""

import ast
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "minutes_extract"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in MODULES]


def test_the_import_contracts_hold() -> None:
    told = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_is_one_reading(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450  # about 300


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name  # about 40


@pytest.mark.parametrize("name", NAMES)
def test_a_module_has_a_name_of_its_own(name: str) -> None:
    assert not re.search(r"\b(?:utils?|helpers?|common|misc|manager)\b", name)


PINS = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+")


def test_every_version_is_pinned_and_no_host_is_named() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert all(PINS.fullmatch(line) for line in lines)
    pinned = {normal(line.partition("==")[0]) for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    assert {normal(re.split(r"[^A-Za-z0-9._-]", name)[0]) for name in wanted} <= pinned
    assert "minutes-extract" not in pinned


def normal(name: str) -> str:
    """A package's name by PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if path.name != "cli.py":
            calls = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call))
            assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], path
