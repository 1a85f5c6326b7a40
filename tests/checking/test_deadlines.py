"""Days to come, and working days."""

from datetime import date
from pathlib import Path

import pytest

from minutes_extract.checking.deadlines import deadlines
from minutes_extract.checking.working_days import Nation, is_working_day, nation_of, working_days
from minutes_extract.extract import Pipeline
from minutes_extract.records import ItemRecord

PAGE = """\
Northwick Borough Council
Decision Maker: Cabinet
Date of decision: 18/06/2025
Call-in deadline date: 25/06/2025

RESOLVED to:

(1) award the contract for three years from 1 April 2025, with an option to extend for a further two years; and
(2) note that the last contract ran until 31 March 2020.
"""


def found(page: str, folder: Path) -> list[tuple[str, str, bool]]:
    (folder / "page.txt").write_text(page, encoding="utf-8")
    items = [r for r in Pipeline(ocr=False).extract(folder / "page.txt") if isinstance(r, ItemRecord)]
    return [(str(d.day), str(d.kind), d.is_derived) for d in deadlines(items, {})]


def test_a_decision_gives_its_days_in_order(tmp_path: Path) -> None:
    assert found(PAGE, tmp_path)[-3:] == [
        ("2025-06-25", "call_in", False),
        ("2028-03-31", "option", True),
        ("2030-03-31", "end", True),
    ]


def test_what_is_only_recommended_gives_none(tmp_path: Path) -> None:
    assert found("Cabinet\n\nRECOMMENDED that the contract be let for two years from 1 April 2025.\n", tmp_path) == []


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 1, 2), {Nation.SCOTLAND}),
        (date(2026, 3, 17), {Nation.NORTHERN_IRELAND}),
        (date(2026, 4, 6), {Nation.ENGLAND, Nation.NORTHERN_IRELAND}),  # Easter Monday
        (date(2026, 12, 28), set(Nation)),
        (date(2026, 6, 13), set(Nation)),  # a Saturday
    ],
)
def test_bank_holidays_are_those_of_the_nation(day: date, closed: set[Nation]) -> None:
    assert {nation for nation in Nation if not is_working_day(day, nation)} == closed


def test_working_days_are_counted_behind_the_first() -> None:
    assert working_days(date(2025, 12, 23), date(2025, 12, 29), Nation.ENGLAND) == 2
    assert working_days(date(2025, 6, 20), date(2025, 6, 19), Nation.ENGLAND) == 0


def test_a_nation_is_told_by_names() -> None:
    assert nation_of("Fife Council") is Nation.SCOTLAND
    assert nation_of("Belfast City Council") is Nation.NORTHERN_IRELAND
    assert nation_of("Leeds City Council") is Nation.ENGLAND
