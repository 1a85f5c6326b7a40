"""docs/checks.md, executed: every example gives the verdict that it is shown with."""

import re
from functools import cache
from pathlib import Path

import pytest

from minutes_extract.checking.registry import NAMES
from minutes_extract.extract import Pipeline
from minutes_extract.records import CheckRecord

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
LINES_RE = re.compile(r"^```text (?P<rule>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES_RE = re.compile(r"^```text page (?P<rule>\w+) (?P<verdict>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = "Northwick Borough Council\n\nDelegated decision\n\n"


def examples() -> list[tuple[str, str, str]]:
    """Rule, verdict and page of every example."""
    found = [(m["rule"], m["verdict"], HEAD + "\n\n".join(_rows(m["body"]))) for m in PAGES_RE.finditer(PAGE)]
    for block in LINES_RE.finditer(PAGE):
        for line in block["body"].splitlines():
            verdict, limbs = (part.strip() for part in line.split("|", 1))
            told = [f"({label}) {limb};" for label, limb in enumerate(limbs.split(" / "), 1)]
            page = "\n\n".join(["Northwick Borough Council", "Decision Maker: Cabinet", "RESOLVED to:", *told])
            found.append((block["rule"], verdict, page))
    return found


def _rows(body: str) -> list[str]:
    """Lines of a page; those of a table stand together, as Markdown prints them."""
    lines = body.rstrip("\n").split("\n")
    if " | " not in lines[0]:
        return lines
    cells = [f"| {line} |" for line in lines]
    return ["\n".join([cells[0], "|" + "---|" * (lines[0].count("|") + 1), *cells[1:]])]


@cache
def pipeline() -> Pipeline:
    return Pipeline(ocr=False)


def checks(page: str, folder: Path) -> list[CheckRecord]:
    """The checks of a page."""
    path = folder / "page.md"
    path.write_text(page + "\n", encoding="utf-8")
    return [record for record in pipeline().extract(path) if isinstance(record, CheckRecord)]


@pytest.mark.parametrize(("rule", "verdict", "page"), examples(), ids=lambda part: str(part)[-40:])
def test_an_example_gives_its_verdict(rule: str, verdict: str, page: str, tmp_path: Path) -> None:
    told = [(check.rule, check.verdict.value, check.detail) for check in checks(page, tmp_path)]
    assert (rule, verdict) in {found[:2] for found in told}, told
    if verdict != "inconsistent":
        assert "inconsistent" not in {found[1] for found in told}, told


def test_every_rule_is_described_with_an_example() -> None:
    described = set(re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE))
    assert described == NAMES
    assert {rule for rule, _, _ in examples()} == NAMES
