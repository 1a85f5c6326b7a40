"""Terms: `terms.txt` beside this holds marked sentences; here are the rules that no sentence shows."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values import terms
from minutes_extract.values.term_parts import PLUS_ANCHOR_RE, SUM_RE
from minutes_extract.values.terms import Term, TermForm, complete, find, parse, parse_cell, parse_options, render

MARK_RE = re.compile(r"<term(?P<attributes>[^>]*)>(?P<words>.*?)</term>")
ATTRIBUTE_RE = re.compile(r'(\w+)="([^"]*)"')


def sentences(head: str) -> list[str]:
    """The sentences of `terms.txt` under a head."""
    text = (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8")
    part = text.split(f"[{head}]\n", 1)[1].split("\n[", 1)[0]
    return [line for line in part.splitlines() if line and not line.startswith("#")]


def printed(term: Term) -> dict[str, str]:
    """What a mark would say of a term: printed fields only."""
    names = {
        "initial": term.initial_months,
        "options": " ".join(map(str, term.option_months)) or None,
        "maximum": None if "maximum_months" in term.derived else term.maximum_months,
        "start": term.start,
        "end": term.end,
        "maximum_end": None if "maximum_end" in term.derived else term.maximum_end,
        "ambiguous": " ".join(term.ambiguous) or None,
    }
    return {name: str(value) for name, value in names.items() if value is not None}


def marked(sentence: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """A sentence without its marks, and what they say."""
    marks = [(m["words"], dict(ATTRIBUTE_RE.findall(m["attributes"]))) for m in MARK_RE.finditer(sentence)]
    return MARK_RE.sub(lambda m: m["words"], sentence), marks


def said(text: str, *, governed: bool) -> list[tuple[str, dict[str, str]]]:
    return [(text[term.start : term.end], printed(term.value)) for term in find(text, governed=governed)]


@pytest.mark.parametrize("sentence", sentences("always"))
@pytest.mark.parametrize("governed", [False, True])
def test_terms_are_read(sentence: str, governed: bool) -> None:
    text, marks = marked(sentence)
    assert said(text, governed=governed) == marks


@pytest.mark.parametrize("sentence", sentences("in a decision"))
def test_terms_of_a_decision_are_read(sentence: str) -> None:
    text, marks = marked(sentence)
    assert said(text, governed=True) == marks


@pytest.mark.parametrize("sentence", sentences("nothing"))
def test_other_lengths_are_left(sentence: str) -> None:
    assert said(sentence, governed=False) == []


def test_the_longest_length_is_worked_out() -> None:
    term = parse("a contract for 5+2+2 years")
    assert term is not None
    assert (term.maximum_months, term.inclusive, term.derived) == (108, None, ("maximum_months",))


def test_a_printed_longest_length_is_kept() -> None:
    term = parse("a contract for four years with an option of two years, six years in total")
    assert term is not None
    assert (term.maximum_months, term.inclusive, term.derived) == (72, True, ())


def test_last_days_are_worked_out() -> None:
    term = parse("a contract for three years from 1 June 2022, with an option to extend for two further years")
    assert term is not None
    assert (term.initial_end, term.end, term.maximum_end) == ("2025-05-31", None, "2027-05-31")
    assert term.derived == ("maximum_months", "initial_end", "maximum_end")


def test_a_term_from_the_end_of_february_ends_on_a_day_that_exists() -> None:
    term = parse("a contract for one year from 29 February 2024")
    assert term is not None
    assert term.initial_end == "2025-02-27"


def test_the_year_of_a_first_day_is_worked_out_from_the_last() -> None:
    term = parse("the contract extension from 1 October to 31 March 2025")
    assert term is not None
    assert (term.start, term.end, term.derived) == ("2024-10-01", "2025-03-31", ("start",))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a contract for 5+2+2 years", TermForm.PLUS_NOTATION),
        ("a three-year contract", TermForm.PROSE),
        ("a contract from 1 April 2019 to 30 September 2019", TermForm.DATES),
        ("funding for the financial years 2017/18 and 2018/19", TermForm.FINANCIAL_YEARS),
    ],
)
def test_forms(text: str, form: TermForm) -> None:
    term = parse(text)
    assert term is not None
    assert term.form is form


def test_two_contracts_are_two_terms() -> None:
    text = "a two-year contract for lifts and a three-year contract for boilers with an option to extend for one year"
    assert [printed(f.value) for f in find(text)] == [{"initial": "24"}, {"initial": "36", "options": "12"}]
    assert parse(text) is None


def test_extensions_of_two_contracts_are_two_terms() -> None:
    text = "extension of contract A for 12 months and extension of contract B for 6 months"
    assert [f.value.initial_months for f in find(text)] == [12, 6]


@pytest.mark.parametrize("text", ["Not known", "", "months", "None", "12", "£78,960 per annum"])
def test_cells_without_a_term(text: str) -> None:
    assert parse_cell(text) is None
    assert parse_options(text) == ()


# --- properties

LENGTHS = st.integers(1, 190)  # five of them are printed in three digits
OPTIONS = st.lists(LENGTHS, max_size=4)
DAYS = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2080, 12, 31)).map(str)


@st.composite
def written(draw: st.DrawFn) -> Term:
    """A term that can be written: in prose, as a sum, by days or by financial years."""
    form = draw(st.sampled_from(TermForm))
    if form is TermForm.FINANCIAL_YEARS:
        first, years = draw(st.integers(1990, 2080)), draw(st.integers(1, 9))
        return Term(form, start=f"{first}-04-01", end=f"{first + years}-03-31")
    days = sorted(draw(st.sets(DAYS, min_size=3, max_size=3)))
    if form is TermForm.DATES:
        last = draw(st.sampled_from([None, days[2]]))
        return complete(Term(form, start=days[0], end=days[1], maximum_end=last))
    initial, options = draw(LENGTHS), tuple(draw(OPTIONS))
    start = draw(st.sampled_from([None, days[0]]))
    end = draw(st.sampled_from([None, days[1]])) if start else None
    if form is TermForm.PLUS_NOTATION:
        return complete(Term(form, initial, options or (initial,), start=start, end=end))
    total = initial + sum(options) if options and draw(st.sampled_from([False, True])) else None
    return complete(Term(form, initial, options, maximum_months=total, start=start, end=end))


@given(written())
def test_what_is_written_is_read(term: Term) -> None:
    assert parse(render(term)) == term


TERM_WORDS = (
    "for a further period of up to two years plus one with the option to extend by from until 1 April 2025 and 31 "
    "March 2024/25 (3+1+1) 12 months each extension contract ; . £5 maximum total initial 2 x weeks 31/03/2026 - years"
)


@given(st.lists(st.sampled_from(TERM_WORDS.split()), max_size=25).map(" ".join) | st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    for governed in (False, True):
        for term in find(text, governed=governed):
            assert 0 <= term.start < term.end <= len(text)
            assert complete(term.value).derived is not None
    assert terms.parse_options(text) is not None


@pytest.mark.parametrize("sentence", sentences("always") + sentences("nothing"))
def test_anchors_lose_no_sum(sentence: str) -> None:
    assert all(PLUS_ANCHOR_RE.search(match[0]) for match in SUM_RE.finditer(sentence))
