"""A term's length against the days that it begins and ends on: rule `term_against_period`.

    for three years from 1 April 2025 to 31 March 2028
    an initial 48 months from 1 October 2019 to 30 September 2023, with options

Figures are days. A length in months is good for half a month to either side; the last day may be printed as the day
after. The source of the rule is the calendar.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from minutes_extract.checking.case import Case, place_of
from minutes_extract.checking.findings import Finding
from minutes_extract.checking.intervals import Figure, agreement
from minutes_extract.checking.rates import lengths
from minutes_extract.records.check import Agreement
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.term import Term
from minutes_extract.values.terms import last_day

HALF_MONTH = Fraction(15)
FULL = len("2025-04-01")


def check(case: Case) -> Iterator[Finding]:
    """Every term that prints its length and both its days."""
    for item in case.items:
        for term in item.terms:
            end = _printed_end(term)
            if (
                _is_long(term)
                and term.start
                and end
                and "start" not in term.derived
                and len(term.start) == FULL
                and len(end) == FULL
            ):
                yield from _found(item, term, date.fromisoformat(term.start), date.fromisoformat(end))


def _is_long(term: Term) -> bool:
    """Whether a length is printed beside the days."""
    return term.initial_months is not None or term.maximum_months is not None


def _printed_end(term: Term) -> str | None:
    """The last day that is printed: of the longest term, else of the period."""
    if term.maximum_end is not None and "maximum_end" not in term.derived:
        return term.maximum_end
    return term.end if "end" not in term.derived else None


def _found(item: ItemRecord, term: Term, first: date, last: date) -> Iterator[Finding]:
    stated = Figure(Fraction((last - first).days + 1))
    outcomes = []
    for months in lengths(term):
        end = last_day(first.isoformat(), months)
        if end is not None:
            days = Figure(Fraction((date.fromisoformat(end) - first).days + 1), HALF_MONTH)
            outcomes.append((agreement(stated, days), days, f"{first} + {months} months = {end}"))
    fitting = [outcome for outcome in outcomes if outcome[0] is not Agreement.INCONSISTENT]
    if outcomes and last > first:
        verdict, computed, detail = (sorted(fitting, key=lambda o: o[0]) or outcomes)[0]
        place = (place_of(term.evidence),)
        yield Finding("term_against_period", verdict, detail, place, item.item_id, stated, computed)
