"""Days in their order, and call-in against working days.

    rule                 must hold
    date_order           decision ≤ end of call-in; publication ≤ end of call-in; the first day of a term ≤ its last
    call_in_working_days the end of call-in comes the stated number of working days after publication or decision

A decision is published after it is taken, but some councils publish what a member means to decide: where the printed
days say so, the outcome is `undetermined`. Days count from label lines of the item alone ("Publication date:
18/06/2025"). Which day a council counts from, and whether it counts it, its own standing orders say: one working day
more or less is within rounding. The sources are regulation 14 of SI 2012/2089 for the order, and section 9F of the
Local Government Act 2000 for call-in.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from minutes_extract.annotations import Stretch
from minutes_extract.checking.case import Case, place_of
from minutes_extract.checking.findings import Finding
from minutes_extract.checking.intervals import Figure, agreement
from minutes_extract.checking.working_days import nation_of, working_days
from minutes_extract.records.check import Agreement
from minutes_extract.records.item import ItemRecord
from minutes_extract.values import dates
from minutes_extract.values.terms import TermForm

LABEL_RE = re.compile(
    r"^(?:Publication date|Date published|Date of publication|Published on)\s*[:|]\s*[|]?\s*(?P<day>[^\n|]{6,30}?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
# "within five clear working days of publication", "5 working days after the decision is published"
PERIOD_RE = re.compile(
    r"\b(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|ten)\s+(?:clear\s+)?working\s+days\s+"
    r"(?:of|after|from|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:its\s+)?(?:publication|(?:decision|notice)\s+(?:is|was|being)\s+published)",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Printed = tuple[date, Stretch]


def check(case: Case) -> Iterator[Finding]:
    """The days of every item."""
    for item in case.items:
        decided, expires = _field(item, "date", item.date), _field(item, "call_in.expires", item.call_in.expires)
        published = _published(case)
        if decided and published:
            yield _ordered(item, decided, published, otherwise=Agreement.UNDETERMINED)
        for earlier in (decided, published):
            if earlier and expires:
                yield _ordered(item, earlier, expires)
        if published and expires:
            yield from _call_in(case, item, published, expires)
        yield from _terms(item)


def _field(item: ItemRecord, path: str, value: str | None) -> Printed | None:
    """The day of a field that is printed in full."""
    evidence = item.evidence.get(path)
    return (date.fromisoformat(value), place_of(evidence)) if evidence and value and DAY.fullmatch(value) else None


def _published(case: Case) -> Printed | None:
    """The day on the one line that tells it; a page of several items tells it of none."""
    found = list(LABEL_RE.finditer(case.text)) if len(case.items) == 1 else []
    if len(found) != 1:
        return None
    day = dates.parse(found[0]["day"])
    return (date.fromisoformat(day.full), Stretch(*found[0].span("day"))) if day and day.full else None


def _ordered(
    item: ItemRecord, earlier: Printed, later: Printed, otherwise: Agreement = Agreement.INCONSISTENT
) -> Finding:
    """Whether one day comes no later than another."""
    verdict = Agreement.CONSISTENT if earlier[0] <= later[0] else otherwise
    places = tuple(dict.fromkeys((later[1], earlier[1])))
    return Finding("date_order", verdict, f"{earlier[0]} ≤ {later[0]}", places, item.item_id)


def _call_in(case: Case, item: ItemRecord, published: Printed, expires: Printed) -> Iterator[Finding]:
    told = {_number(match["count"]) for match in PERIOD_RE.finditer(case.text)}
    if len(told) != 1 or expires[0] < published[0]:
        return
    match = next(PERIOD_RE.finditer(case.text))
    stated = Figure(Fraction(told.pop()))
    counted = Figure(Fraction(working_days(published[0], expires[0], nation_of(case.text))), Fraction(1))
    detail = f"{published[0]} + {counted.value} working days = {expires[0]}"
    places = (Stretch(*match.span()), published[1], expires[1])
    verdict = agreement(stated, counted)
    yield Finding("call_in_working_days", verdict, detail, places, item.item_id, stated, counted)


def _number(printed: str) -> int:
    return NUMBERS.get(printed.lower()) or int(printed)


def _terms(item: ItemRecord) -> Iterator[Finding]:
    """Terms that print a first and a last day."""
    for term in item.terms:
        start, end = term.start, term.end
        if term.form is TermForm.FINANCIAL_YEARS:
            continue
        if start and end and DAY.fullmatch(start) and DAY.fullmatch(end) and not {"start", "end"} & set(term.derived):
            place = place_of(term.evidence)
            yield _ordered(item, (date.fromisoformat(start), place), (date.fromisoformat(end), place))
