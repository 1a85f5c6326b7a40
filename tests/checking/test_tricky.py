"""What a careless reader would add up: sentences in `tricky.txt`, tables in `tricky_tables.txt`."""

from functools import cache
from pathlib import Path

import pytest

from minutes_extract.extract import Pipeline
from minutes_extract.records import CheckRecord
from minutes_extract.records.check import Agreement

HERE = Path(__file__).parent
LINES = (HERE / "tricky.txt").read_text(encoding="utf-8").splitlines()
TABLES = (HERE / "tricky_tables.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]


@cache
def pipeline() -> Pipeline:
    return Pipeline(ocr=False)


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_what_is_not_tied_together_is_not_called_wrong(line: str, tmp_path: Path) -> None:
    limbs = [f"({label}) {limb};" for label, limb in enumerate(line.split(" / "), 1)]
    check("\n\n".join(["Northwick Borough Council", "Decision Maker: Cabinet", "RESOLVED to:", *limbs]), tmp_path)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table).partition("\n")[0])
def test_a_table_that_is_added_up_in_another_way_is_not_called_wrong(table: str, tmp_path: Path) -> None:
    head, *rows = [f"| {line} |" for line in table.splitlines()]
    check("\n".join(["Northwick Borough Council", "", head, "|---" * (head.count("|") - 1) + "|", *rows]), tmp_path)


def check(page: str, folder: Path) -> None:
    """Fails where something of a page is called inconsistent."""
    path = folder / "page.md"
    path.write_text(page + "\n", encoding="utf-8")
    wrong = [r for r in pipeline().extract(path) if isinstance(r, CheckRecord) and r.verdict is Agreement.INCONSISTENT]
    assert not wrong, [(one.rule, one.detail) for one in wrong]
