"""The documentation is executed: what it shows is what happens."""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_extract import extract
from minutes_extract.batch import run as batch
from minutes_extract.cli import app
from minutes_extract.nlp import lexicon
from minutes_extract.records.item import ItemRecord
from samples.build import SAMPLES

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "minutes_extract"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("*/README.md")), *sorted(ROOT.glob("docs/*.md")))
FENCE_RE = re.compile(r"^(?P<space> *)```(?P<kind>[^\n`]+)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK_RE = re.compile(r"\]\((?!https?:)([^)#]+)")
IMPORT_RE = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)


def blocks(kind: str) -> list[str]:
    """The fenced blocks of the README that are of a kind ("python", "json item")."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [match["body"] for match in FENCE_RE.finditer(text) if match["kind"] == kind]


@pytest.fixture(scope="module")
def beside_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `samples/` and the `out/` that a run over it gives."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "samples").symlink_to(SAMPLES)
    batch.run(folder / "samples", folder / "out", jobs=1)
    return folder


def test_the_page_of_the_readme_gives_the_record_of_the_readme(tmp_path: Path) -> None:
    (page,), (shown,) = blocks("text page"), blocks("json item")
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    *_, item = (record for record in extract(tmp_path / "page.txt") if isinstance(record, ItemRecord))
    assert list(differences(json.loads(shown), json.loads(item.model_dump_json()))) == []


def differences(shown: object, found: object, path: str = "item") -> Iterator[str]:
    """Where the record shown says what the record found does not; what it leaves out may be anything."""
    if isinstance(shown, dict) and isinstance(found, dict):
        for name, part in shown.items():
            yield from differences(part, found.get(name), f"{path}.{name}")
    elif isinstance(shown, list) and isinstance(found, list) and len(shown) == len(found):
        for place, (part, other) in enumerate(zip(shown, found, strict=True)):
            yield from differences(part, other, f"{path}[{place}]")
    elif shown != found:
        yield f"{path}: shown {shown!r}, found {found!r}"


@pytest.mark.parametrize("snippet", blocks("python"), ids=lambda code: "+".join(IMPORT_RE.findall(code)))
def test_a_snippet_runs(snippet: str, beside_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in IMPORT_RE.findall(snippet):
        pytest.importorskip(module, reason=f"{module} is not installed")
    monkeypatch.chdir(beside_out)
    exec(compile(snippet, "README.md", "exec"), {"__name__": "readme"})


def test_the_help_that_is_shown_is_the_help() -> None:
    (shown,) = blocks("console")
    command, _, expected = shown.partition("\n")
    words = command.removeprefix("$ minutes-extract ").split()
    printed = CliRunner().invoke(app, words, prog_name="minutes-extract", terminal_width=78)  # a terminal of 80
    assert printed.exit_code == 0
    assert trimmed(printed.output) == trimmed(expected)


def trimmed(text: str) -> list[str]:
    """Lines without white space at their ends, and without empty lines at the end of the text."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


def test_a_lexicon_line_is_one_that_the_lexicon_takes() -> None:
    (line,) = blocks("text lexicon")
    code, term, example = (part.strip() for part in line.split("|"))
    assert code in {entry.code for entry in lexicon.entries("headings")}
    assert lexicon.fold(term) in lexicon.fold(example)
    assert lexicon.fold(term) not in lexicon.codes("headings"), "choose a word that is not there yet"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK_RE.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_of_make_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert {one or other for one, other in named} <= targets


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.split(r"[<>=!~\[;]", line)[0].strip() for line in needed}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").split("## Not here")[0]
    rows = (line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == names


def test_every_dependency_lives_where_the_page_says() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|[^|]*\| ([^|]+) \|$", page.split("## To develop")[0], re.MULTILINE)
    for name, homes in rows:
        module = {"python-docx": "docx"}.get(name, name.replace("-", "_"))
        users = {path for path in SOURCE.rglob("*.py") if re.search(rf"(?:import|from) {module}\b", path.read_text())}
        told = {SOURCE / home for home in re.findall(r"`([^`]+)`", homes)}
        assert all(any(path == home or home in path.parents for path in users) for home in told), name
        assert all(any(path == home or home in path.parents for home in told) for path in users), name


def test_every_lexicon_is_described() -> None:
    page = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
    lists = {path.name for path in (SOURCE / "nlp" / "lexicons").iterdir()}
    assert set(re.findall(r"`(\w+\.txt)`", page)) == lists


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
