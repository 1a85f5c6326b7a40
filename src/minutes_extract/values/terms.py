"""Contract terms: what a contract, lease, grant or appointment runs for, and its options: text → term | None.

    >>> parse("for 5+2+2 years").option_months
    (24, 24)
    >>> term = parse("a two-year contract with the option to extend for one further year")
    >>> term.initial_months, term.option_months, term.maximum_months, term.derived
    (24, (12,), 36, ('maximum_months',))
    >>> parse("over the financial period 2012/13 to 2017/18").end
    '2018-03-31'
    >>> parse("with options for two extensions for two years").ambiguous  # two years each, or in all?
    ('each',)

Weeks are no whole months, so "30 weeks" leaves the months unknown, with `ambiguous` saying so.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from minutes_extract.values import dates, periods, term_joints, term_parts
from minutes_extract.values.dates import PrintedDate
from minutes_extract.values.found import Found
from minutes_extract.values.term_grounds import is_term
from minutes_extract.values.term_phrases import Phrase


class TermForm(StrEnum):
    """How a term is written."""

    PLUS_NOTATION = "plus_notation"
    PROSE = "prose"
    DATES = "dates"
    FINANCIAL_YEARS = "financial_years"


@dataclass(frozen=True, slots=True)
class Term:
    """A term. Lengths in whole months; days ISO 8601. `derived` names the fields that were worked out, not printed.

    `ambiguous`: "each" (a count of options whose length may be that of one or of all), "range" ("6 to 12 months", the
    shortest and the longest), "weeks" (a length in weeks), "several" ("leases of 5 and 10 years").
    """

    form: TermForm
    initial_months: int | None = None
    option_months: tuple[int, ...] = ()
    maximum_months: int | None = None
    start: str | None = None
    initial_end: str | None = None
    end: str | None = None
    maximum_end: str | None = None
    inclusive: bool | None = None
    ambiguous: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()


def find(text: str, *, governed: bool = False) -> tuple[Found[Term], ...]:
    """Every term of a text, in order. `governed`: the text decides, so that fewer governing words are asked for."""
    return tuple(
        Found(*phrase.extent, term)
        for phrase in term_joints.find(text, term_parts.find(text))
        if is_term(phrase, governed=governed) and (term := _term(phrase)) is not None
    )


def parse(text: str) -> Term | None:
    """The term that a text tells, where it tells exactly one, else None."""
    found = find(text, governed=True)
    return found[0].value if len(found) == 1 else None


def parse_cell(text: str) -> Term | None:
    """The term in the cell of a form that asks for one, where no word need say that it is a term.

    >>> parse_cell("3+1+1").option_months, parse_cell("12 months").initial_months, parse_cell("Not known")
    ((12, 12), 12, None)
    """
    return parse(f"a contract for {text.strip()}")


def parse_options(text: str) -> tuple[int, ...]:
    """The options in the cell of a form that asks for them, in months.

    >>> parse_options("2 x 12 months"), parse_options("one year + one year"), parse_options("N/A")
    ((12, 12), (12, 12), ())
    """
    return tuple(length for part in term_parts.find(f"options of {text.strip()}") for length in part.lengths)


def render(term: Term) -> str:
    """A term in words, so that `parse(render(term)) == term` for every completed term without ambiguity.

    >>> render(parse("for 3+1 years from 1 July 2025"))
    'a contract for 3+1 years from 1 July 2025'
    """
    if term.form is TermForm.FINANCIAL_YEARS and term.start and term.end:
        years = periods.Years(int(term.start[:4]), int(term.end[:4]) - 1)
        words = f"funding over the financial period {periods.render_years(years)}"
    elif term.form is TermForm.PLUS_NOTATION:
        words = f"a contract for {_sum(term)}" + _days(term)
    else:
        words = "a contract" + _lengths(term)
    return words + (
        f", with possible extension until {_day(term.maximum_end)}" if _is_printed(term, "maximum_end") else ""
    )


def complete(term: Term) -> Term:
    """Works out what follows from the printed fields and says so in `derived`: the longest length and the last days."""
    derived = []
    maximum, initial_end, maximum_end = term.maximum_months, term.initial_end, term.maximum_end
    if maximum is None and term.initial_months is not None:
        maximum = term.initial_months + sum(term.option_months)
        derived.append("maximum_months")
    if initial_end is None and maximum_end is not None:
        initial_end = term.end
    if term.start is not None and initial_end is None and term.initial_months is not None:
        initial_end = last_day(term.start, term.initial_months)
        derived += ["initial_end"] if initial_end else []
    if term.start is not None and maximum_end is None and maximum is not None and maximum != term.initial_months:
        maximum_end = last_day(term.start, maximum)
        derived += ["maximum_end"] if maximum_end else []
    return replace(
        term,
        maximum_months=maximum,
        initial_end=initial_end,
        maximum_end=maximum_end,
        inclusive=_inclusive(term),
        derived=(*term.derived, *derived),
    )


def stated(term: Term) -> Term:
    """A term without what was worked out: the printed fields alone."""
    return Term(
        form=term.form,
        initial_months=term.initial_months,
        option_months=term.option_months,
        maximum_months=term.maximum_months if _is_printed(term, "maximum_months") else None,
        start=term.start if _is_printed(term, "start") else None,
        end=term.end if _is_printed(term, "end") else None,
        maximum_end=term.maximum_end if _is_printed(term, "maximum_end") else None,
        ambiguous=term.ambiguous,
    )


def _term(phrase: Phrase) -> Term | None:
    first_day, derived = _with_year(phrase.first_day, phrase.last_day)
    ambiguous = [
        name
        for name, holds in (
            ("each", phrase.open_count),
            ("range", phrase.low),
            ("weeks", phrase.in_weeks),
            ("several", phrase.is_several),
        )
        if holds
    ]
    maximum, initial = phrase.maximum, phrase.initial
    if phrase.low is not None and initial is not None and not phrase.options:
        maximum, initial = initial, phrase.low
    term = Term(
        form=_form(phrase),
        initial_months=initial,
        option_months=tuple(phrase.options),
        maximum_months=maximum,
        start=first_day or phrase.start,
        end=phrase.last_day.full if phrase.last_day is not None else phrase.end,
        maximum_end=phrase.option_day.full if phrase.option_day is not None else None,
        ambiguous=tuple(ambiguous),
        derived=derived,
    )
    is_empty = not (
        initial or phrase.options or maximum or term.start or term.end or term.maximum_end or phrase.is_blank
    )
    return None if is_empty else complete(term)


def _form(phrase: Phrase) -> TermForm:
    if phrase.has_sum:
        return TermForm.PLUS_NOTATION
    if phrase.has_length:
        return TermForm.PROSE
    return TermForm.FINANCIAL_YEARS if phrase.has_years else TermForm.DATES


def _with_year(first: PrintedDate | None, last: PrintedDate | None) -> tuple[str | None, tuple[str, ...]]:
    """The first day in ISO 8601, and whether its year was worked out.

    "1 October to 31 December 2024" prints its year once; that of "1 April to 31 March 2025" follows.
    """
    if first is None:
        return None, ()
    if first.year is not None or last is None or None in (last.year, last.month, last.day, first.month, first.day):
        return first.full, ()
    is_same = (first.month or 0, first.day or 0) < (last.month or 0, last.day or 0)
    year = (last.year or 0) - (0 if is_same else 1)
    return PrintedDate(year, first.month, first.day).full, () if is_same else ("start",)


def _inclusive(term: Term) -> bool | None:
    """True where the text prints a longest length that holds the printed initial length and options."""
    if term.maximum_months is None or term.initial_months is None:
        return None
    held = term.initial_months + sum(term.option_months)
    return True if term.maximum_months == held or not term.option_months else None


def last_day(start: str, months: int) -> str | None:
    """The last day of so many months from a first day, None beyond the year 9999."""
    years, month = divmod(int(start[5:7]) - 1 + months, 12)
    year = int(start[:4]) + years
    if not 1 <= year <= date.max.year:
        return None
    day = min(int(start[8:10]), calendar.monthrange(year, month + 1)[1])
    return (date(year, month + 1, day) - timedelta(days=1)).isoformat()


def _is_printed(term: Term, name: str) -> bool:
    return getattr(term, name) is not None and name not in term.derived


def _day(iso: str | None) -> str:
    return dates.render(PrintedDate(*map(int, iso.split("-")))) if iso else ""


def _days(term: Term) -> str:
    return (f" from {_day(term.start)}" if term.start else "") + (f" to {_day(term.end)}" if term.end else "")


def _sum(term: Term) -> str:
    lengths = (term.initial_months or 0, *term.option_months)
    if all(length % 12 == 0 for length in lengths):
        return "+".join(str(length // 12) for length in lengths) + " years"
    return "+".join(map(str, lengths)) + " months"


def _lengths(term: Term) -> str:
    """The prose of a term: initial length, days, options, longest length."""
    words = ""
    if term.initial_months is not None:
        words += f" for {_months(term.initial_months)}"
    elif term.maximum_months is not None:
        words += f" for up to {_months(term.maximum_months)}"
    words += _days(term)
    for number, option in enumerate(term.option_months):
        words += (
            f" and a further {_months(option)}" if number else f" with the option to extend it for {_months(option)}"
        )
    if term.initial_months is not None and _is_printed(term, "maximum_months"):
        words += f", in total {_months(term.maximum_months or 0)}"
    return words


def _months(months: int) -> str:
    return periods.render_length(periods.Length(months=months))
