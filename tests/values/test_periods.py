"""Lengths of time and years of account in the forms that councils print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values import periods
from minutes_extract.values.periods import (
    LENGTH_RE,
    YEARS_RE,
    Length,
    Years,
    find_lengths,
    find_years,
    parse_length,
    parse_number,
    parse_years,
    render_length,
    render_years,
)

LENGTHS = [
    ("three years", 36),
    ("two-year", 24),
    ("3yrs", 36),
    ("3 yr", 36),
    ("18 months", 18),
    ("12-month", 12),
    ("Seven Year", 84),
    ("twenty-one years", 252),
    ("99years", 1188),
    ("five (5) years", 60),
    ("36 (thirty six) months", 36),
    ("one(1) year", 12),
    ("2.5 years", 30),
    ("two and a half years", 30),
    ("2 1/2 years", 30),
    ("two further years", 24),
    ("three financial years", 36),
    ("one year and nine months", 21),
    ("a further year", 12),
    ("another year", 12),
]

NO_LENGTHS = [
    "a year",  # "£95,000 a year"
    "yearly",
    "6-monthly",
    "year-on-year",
    "2,500 years",
    "£5 years",
    "1/2 year",
    "1-4-1 year",
    "2024-25 years",
    "5+2+2 years",  # a sum, and `terms` reads it
    "dozen years",
]

YEARS = [
    ("2024/25", "2024-04-01", "2025-03-31"),
    ("2024-25", "2024-04-01", "2025-03-31"),
    ("2024–25", "2024-04-01", "2025-03-31"),
    ("2024/2025", "2024-04-01", "2025-03-31"),
    ("FY2025/26", "2025-04-01", "2026-03-31"),
    ("2025/26-29/30", "2025-04-01", "2030-03-31"),
    ("2012/13 to 2017/18", "2012-04-01", "2018-03-31"),
    ("2022/23 - 2024/25", "2022-04-01", "2025-03-31"),
    ("financial years 2017/18 and 2018/19", "2017-04-01", "2019-03-31"),
    ("2026/27, 2027/28 and 2028/29", "2026-04-01", "2029-03-31"),
    ("1999/00", "1999-04-01", "2000-03-31"),
    ("academic year 2023/24", "2023-09-01", "2024-08-31"),
    ("2023/24 academic year", "2023-09-01", "2024-08-31"),
    ("2023/24 and 2024/25 academic years", "2023-09-01", "2025-08-31"),
    ("2026-27 and in principle for 2027-28", "2026-04-01", "2028-03-31"),
]

NO_YEARS = [
    "2018-2036",
    "2017-2025",
    "2024-07-25",
    "2024/26",
    "12/2024-25",
    "2024/25,000",
    "2020/21/22",
    "£2024/25",
    "2024",
]


@pytest.mark.parametrize(("text", "months"), LENGTHS)
def test_lengths(text: str, months: int) -> None:
    assert parse_length(text) == Length(months=months)


@pytest.mark.parametrize("text", NO_LENGTHS)
def test_other_words_are_no_lengths(text: str) -> None:
    assert find_lengths(text) == ()


def test_weeks_are_no_whole_months() -> None:
    assert parse_length("30 weeks") == Length(weeks=30)


def test_a_range_keeps_both_ends() -> None:
    assert parse_length("6 to 12 months") == Length(months=12, low=6)
    assert parse_length("one or two years") == Length(months=24, low=12)


def test_two_lengths_are_no_range() -> None:
    assert parse_length("5 and 10 years") == Length(several=True)
    (found,) = find_lengths("between 5 and 10 years")
    assert found.value == Length(months=120, low=60)


def test_a_length_may_run_into_the_next_word() -> None:
    assert [found.value.months for found in find_lengths("for 3 yearsfrom 1 April, and 2 yearsold")] == [36]


def test_a_final_year_is_a_length_behind_for() -> None:
    assert [found.value.months for found in find_lengths("for the final year, in the final year")] == [12]


def test_years_between_are_one_stretch() -> None:
    (found,) = find_years("between 2026/27 and 2028/29")
    assert (found.value.first, found.value.last) == (2026, 2028)


def test_a_year_is_a_length_behind_for_and_by() -> None:
    text = "extended by a year, at £500 a year"
    assert [text[f.start : f.end] for f in find_lengths(text)] == ["a year"]


@pytest.mark.parametrize(("text", "start", "end"), YEARS)
def test_years(text: str, start: str, end: str) -> None:
    years = parse_years(text)
    assert years is not None
    assert (years.start, years.end) == (start, end)


@pytest.mark.parametrize("text", NO_YEARS)
def test_other_figures_are_no_years(text: str) -> None:
    assert find_years(text) == ()


def test_years_apart_are_two() -> None:
    assert [f.value.first for f in find_years("2021/22 and 2023/24")] == [2021, 2023]


@pytest.mark.parametrize(
    ("text", "number"), [("seven", 7), ("Twenty One", 21), ("99", 99), ("twenty-ten", None), ("", None)]
)
def test_numbers(text: str, number: int | None) -> None:
    assert parse_number(text) == number


@given(st.integers(1, 999), st.integers(1, 999))
def test_written_lengths_are_read(months: int, weeks: int) -> None:
    for length in (Length(months=months), Length(weeks=weeks), Length(months=months + 1, low=months)):
        if (length.months or 0) < 1000:
            assert parse_length(render_length(length)) == length


@given(st.integers(1900, 2097), st.integers(0, 2), st.booleans())
def test_written_years_are_read(first: int, more: int, academic: bool) -> None:
    years = Years(first, first + more, academic)
    assert parse_years(render_years(years)) == years


@given(
    st.text(max_size=60)
    | st.from_regex(r"[0-9/–-]{0,12} ?(year|month|week|yrs|two|and|to)?.?[0-9/ -]{0,9}s?", fullmatch=True)
)
def test_nothing_raises_and_anchors_lose_nothing(text: str) -> None:
    lengths = [value for match in LENGTH_RE.finditer(text) if (value := periods._length(match)) is not None]
    assert [f.value for f in find_lengths(text)] == lengths
    years = [match.end() for match in YEARS_RE.finditer(text) if periods._years(match) is not None]
    assert [f.end for f in find_years(text)] == years or len(find_years(text)) < len(years)
    parse_length(text)
    parse_years(text)
    parse_number(text)
