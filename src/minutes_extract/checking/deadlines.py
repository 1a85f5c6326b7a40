"""Days to come that decisions name: ends of terms, days by which options are taken up, ends of call-in.

    kind      the day
    option    the last day of the time before an option: it has to be taken up by then
    end       the last day of the longest term
    call_in   the last day on which a decision may be called in

What is printed counts before what follows from it; a day that follows from a first day and a length is `derived`. Only
terms of what was decided give days, never those that a discussion tells of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate

from minutes_extract.annotations import SectionKind, Stage
from minutes_extract.checking.working_days import is_working_day, nation_of
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.term import Term
from minutes_extract.values.terms import last_day

DECIDED = frozenset({Stage.RESOLVED, Stage.DELEGATED_DECISION})
FULL = len("2025-04-01")


class DeadlineKind(StrEnum):
    """What ends on a day."""

    OPTION = "option"
    END = "end"
    CALL_IN = "call_in"


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """A day with what ends on it. `text` quotes the words that it was read from."""

    day: date
    kind: DeadlineKind
    item_id: str
    document_id: str
    text: str
    title: str
    authority: str
    decided: str
    is_derived: bool
    is_working_day: bool


def deadlines(items: Iterable[ItemRecord], texts: dict[str, str]) -> list[Deadline]:
    """The days of some items, in order, each once. `texts`: canonical texts by id, which tell the nation."""
    found: dict[tuple[str, date, DeadlineKind], Deadline] = {}
    for item in items:
        if item.stage in DECIDED:
            for day, kind, text, derived in _days(item):
                nation = nation_of(texts.get(item.document_id, ""))
                deadline = Deadline(
                    day=day,
                    kind=kind,
                    item_id=item.item_id,
                    document_id=item.document_id,
                    text=text,
                    title=item.title or "",
                    authority=item.authority.name if item.authority else "",
                    decided=item.date or "",
                    is_derived=derived,
                    is_working_day=is_working_day(day, nation),
                )
                found.setdefault((item.item_id, day, kind), deadline)
    return sorted(found.values())


Day = tuple[date, DeadlineKind, str, bool]


def _days(item: ItemRecord) -> Iterator[Day]:
    expires = item.call_in.expires
    if expires and len(expires) == FULL and "call_in.expires" in item.evidence:
        yield date.fromisoformat(expires), DeadlineKind.CALL_IN, item.evidence["call_in.expires"].text, False
    for term in item.terms:
        if term.resolution_path is not None or term.section is SectionKind.OPERATIVE:
            yield from _of_term(term)


def _of_term(term: Term) -> Iterator[Day]:
    """The days of a term: before each option, and its last."""
    ends = [end for end in _ends(term) if end is not None]
    for end, derived in ends[:-1]:
        yield date.fromisoformat(end), DeadlineKind.OPTION, term.text, derived
    if ends:
        end, derived = ends[-1]
        yield date.fromisoformat(end), DeadlineKind.END, term.text, derived


def _ends(term: Term) -> Iterator[tuple[str, bool] | None]:
    """The last days of the initial term and of each option, as far as they are known."""
    initial, last = term.initial_end or term.end, term.maximum_end
    if term.option_months and not term.ambiguous:
        yield _known(initial, term, "initial_end" if term.initial_end else "end")
        if term.start and len(term.start) == FULL and term.initial_months is not None:
            for months in [*accumulate(term.option_months, initial=term.initial_months)][1:-1]:
                yield _known(last_day(term.start, months), None, "")
        yield _known(last, term, "maximum_end")
    elif last:
        yield _known(last, term, "maximum_end")
    else:
        yield _known(term.end or term.initial_end, term, "end" if term.end else "initial_end")


def _known(day: str | None, term: Term | None, name: str) -> tuple[str, bool] | None:
    """A day that is known in full, and whether it was worked out."""
    return (day, term is None or name in term.derived) if day is not None and len(day) == FULL else None
