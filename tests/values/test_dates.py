"""Dates and times in the forms that councils print them."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values import dates
from minutes_extract.values.dates import DATE_RE, TIME_RE, PrintedDate, find, find_times, parse, parse_time, render

MARK_RE = re.compile(r'<date iso="(?P<iso>[^"]*)">(?P<words>.*?)</date>')

ISOLATED = [
    ("2024-07-25", "2024-07-25"),
    ("25 July 2024", "2024-07-25"),
    ("25th July, 2024", "2024-07-25"),
    ("25th of July 2024", "2024-07-25"),
    ("25th day of May 2024", "2024-05-25"),
    ("25/07/2024", "2024-07-25"),
    ("1/4/2024", "2024-04-01"),  # day first
    ("08/01/13", "2013-01-08"),
    ("08/01/98", "1998-01-08"),
    ("17.4.2024", "2024-04-17"),
    ("17-04-2024", "2024-04-17"),
    ("November 1st 2024", "2024-11-01"),
    ("April 9, 2025", "2025-04-09"),
    ("Tuesday 2 April 2024", "2024-04-02"),
    ("Tuesday, 10th September, 2024", "2024-09-10"),
    ("MONDAY 16 JANUARY 2017", "2017-01-16"),
    ("01 Sept 25", "2025-09-01"),
    ("7 th September 2017", "2017-09-07"),  # a scan's superscript
    ("01April 2022", "2022-04-01"),
    ("3 Feb. 2021", "2021-02-03"),
    ("25\u00a0July\u00a02024", "2024-07-25"),
    ("April 2024", "2024-04"),
    ("Sept '25", "2025-09"),
    ("2024", "2024"),
    ("31st March", None),
    ("29 February", None),
]

SENTENCES = [
    'the meeting of <date iso="2015-12-16">16 December 2015</date>',
    'from <date iso="2024-04-01">1/4/2024</date> - <date iso="2025-03-31">31/3/2025</date>',
    '<date iso="2024-09-01">01/09/2024</date>-<date iso="2026-09-01">01/09/2026</date>',
    'decided on <date iso="2024-01-11">11th January 2024</date>Decision Papers/Reason',
    '<date iso="2024-09-10">Tuesday, 10th September, 2024</date> 9.30 am',
    '<date iso="2026-12-01">1/12/26</date>-<date iso="2027-01-31">31/1/27</date>.',
    'minute Cab.<date iso="2024-04-17">17.4.2024</date>/6',
    '(<date iso="2024-07-25">25/07/2024</date>)',
    'between <date iso="None">18 March</date> and <date iso="2024-04-05">5 April 2024</date>',
    'in the week of <date iso="None">4 March</date> 25 members came',
    'until <date iso="2022-01">January 2022</date>.',
    'for the period <date iso="None">1st March</date>to <date iso="2026-09-30">30 September 2026</date>',
]

NO_DATES = [
    "2024/25",
    "2023-24 and 2.4.11",
    "CIA/09/21",
    "147/14",
    "paragraph 2 may be read with 3",
    "SECTION 2 MAY BE",
    "31 February 2024",
    "30/02/2024",
    "2024-13-01",
    "11/30/2024",
    "£1/2/2024",
    "a 5-year plan of 2019",
    "the 1 marches held",
    "from 5 Augusto",
]

TIMES = [
    ("9.30 am", "09:30"),
    ("10.00 a.m.", "10:00"),
    ("5pm", "17:00"),
    ("5.00pm", "17:00"),
    ("12.15am", "00:15"),
    ("12.15pm", "12:15"),
    ("@16:00hours", "16:00"),
    ("1030 hours", "10:30"),
    ("14:00", "14:00"),
    ("12 noon", "12:00"),
    ("midday", "12:00"),
]


@pytest.mark.parametrize(("text", "iso"), ISOLATED)
def test_isolated_dates(text: str, iso: str | None) -> None:
    date = parse(text)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize("sentence", SENTENCES)
def test_dates_are_found(sentence: str) -> None:
    text = MARK_RE.sub(lambda m: m["words"], sentence)
    marks = [(m["words"], m["iso"]) for m in MARK_RE.finditer(sentence)]
    assert [(text[f.start : f.end], str(f.value.iso)) for f in find(text)] == marks


@pytest.mark.parametrize("text", NO_DATES)
def test_other_figures_are_left(text: str) -> None:
    assert find(text) == ()


def test_only_a_day_is_full() -> None:
    assert [f.value.full for f in find("from April 2024 to 31 March 2025")] == [None, "2025-03-31"]


@pytest.mark.parametrize(("text", "clock"), TIMES)
def test_times(text: str, clock: str) -> None:
    assert parse_time(text) == clock
    assert [f.value for f in find_times(f"by {text}, then")] == [clock]


@pytest.mark.parametrize("text", ["£9.30", "item 10.30", "2.4 am", "25:00", "1.30", "12/07"])
def test_other_times_are_left(text: str) -> None:
    assert parse_time(text) is None


@given(st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_what_is_written_is_read(day: datetime.date) -> None:
    for printed in (
        PrintedDate(day.year, day.month, day.day),
        PrintedDate(day.year, day.month),
        PrintedDate(day.year),
        PrintedDate(None, day.month, day.day),
    ):
        assert parse(render(printed)) == printed
    assert (
        parse(day.isoformat())
        == parse(f"{day.day}/{day.month}/{day.year}")
        == PrintedDate(day.year, day.month, day.day)
    )


@given(st.text(max_size=80) | st.from_regex(r"[0-9/. -]{0,12} ?(May|Jan|Sept)?.?[0-9 '/-]{0,8}", fullmatch=True))
def test_nothing_raises_and_anchors_lose_nothing(text: str) -> None:
    found = find(text)
    every = [value for match in DATE_RE.finditer(text) if (value := dates._read(match)) is not None]
    assert [f.value for f in found] == every
    assert [f.value for f in find_times(text)] == [dates._clock(match) for match in TIME_RE.finditer(text)]
    assert all(f.value.iso is None or f.value.iso[:4].isdecimal() for f in found)
    parse(text)
