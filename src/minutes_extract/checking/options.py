"""Options and the initial term against the longest term that is stated: rule `option_years`.

    tied by       example
    one phrase    for 5+2+2 years, a maximum of 9 years; over five years (3+1+1)
    one decision  up to £18.72m over 9 years … procurement … for 5+2+2 years

In the second form the two stand in the same limb or in neighbours, and the spending is told by no rate of its own (then
it is that of another contract). There the length of the spending may as well be that of the initial term, or of some of
the options; it is `inconsistent` only where no option ends there and both limbs name the same thing.
Lengths are months. The source of the rule is arithmetic alone.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from minutes_extract.checking.case import Case, place_of
from minutes_extract.checking.findings import Finding, added, compared, opened
from minutes_extract.checking.intervals import Figure, total
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.term import Term

# How often an option may be taken up is left open.
OPEN_RE = re.compile(
    r"\b(?:annual(?:ly)?|yearly|year[- ]on[- ]year|increments?|any (?:number|combination)|successive|rolling"
    r"|further periods|extensions of|multiple|several|one or more)\b",
    re.IGNORECASE,
)
WORD_RE = re.compile(r"[a-z]{4,}")
# Words that any two limbs may share.
COMMON = frozenset(
    WORD_RE.findall(
        """that this with from their over years year contract contracts award procure procurement approve approved
        approval spend spending expenditure service services provision period initial option options further subject
        agreement which will delegate authority director council call framework extend extension maximum million total
        following"""
    )
)
SPENT_RE = re.compile(r"(?:over|across)\s+(?:a\s+)?(?:total\s+of\s+)?[\w-]+\s+years?\Z", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Options phrase by phrase, and those of a decision against the years of its spending."""
    for item in case.items:
        for term in item.terms:
            yield from _in_phrase(item, term)
        yield from _in_decision(case, item)


def _months(*lengths: int) -> list[Figure]:
    return [Figure(Fraction(length)) for length in lengths]


def _in_phrase(item: ItemRecord, term: Term) -> Iterator[Finding]:
    if term.maximum_months is None or "maximum_months" in term.derived or not term.option_months or term.ambiguous:
        return
    first = () if term.initial_months is None else (term.initial_months,)
    held = sum((*first, *term.option_months))
    is_open = not first or (OPEN_RE.search(term.text) and held < term.maximum_months)
    if is_open and held != term.maximum_months:
        return
    figures = _months(*first, *term.option_months)
    (stated,) = _months(term.maximum_months)
    place = place_of(term.evidence)
    yield compared("option_years", item.item_id, stated, total(figures), added(figures), (place,))


def _in_decision(case: Case, item: ItemRecord) -> Iterator[Finding]:
    """The one term with options of a decision, against the one stretch of years that its money is spent over."""
    decided = [term for term in item.terms if term.resolution_path is not None and not term.ambiguous]
    optional = {(term.initial_months, term.option_months): term for term in decided if term.option_months}
    spent = {
        term.maximum_months: term
        for sentence in case.sentences(item)
        if all(s.is_single for s in sentence.sums)
        for term in sentence.terms
        if term in decided and SPENT_RE.match(term.text) and not term.option_months
    }
    if len(optional) != 1 or len(spent) != 1:
        return
    ((months, over),) = spent.items()
    ((initial, options),) = optional
    if initial is None or months is None:
        return
    (term,) = optional.values()
    if not _neighbours(item, over, term):
        return
    reached = [k for k, end in enumerate(accumulate((initial, *options))) if end == months]
    taken = options[: reached[0]] if reached else options
    figures = _months(initial, *taken)
    places = (place_of(over.evidence), place_of(term.evidence))
    finding = compared("option_years", item.item_id, _months(months)[0], total(figures), added(figures), places)
    yield finding if _speak_of_one_thing(item, over, term) else opened(finding)


def _neighbours(item: ItemRecord, one: Term, other: Term) -> bool:
    """Whether two terms stand in the same limb, or in one and the next."""
    order = [limb.path for limb in item.resolutions]
    places = [order.index(term.resolution_path) for term in (one, other) if term.resolution_path in order]
    return len(places) == 2 and abs(places[0] - places[1]) <= 1


def _speak_of_one_thing(item: ItemRecord, one: Term, other: Term) -> bool:
    """Whether the limbs of two terms name the same thing: they are one limb, or share a word of their own."""
    words = {limb.path: set(WORD_RE.findall(limb.text.lower())) - COMMON for limb in item.resolutions}
    first, second = (words.get(term.resolution_path or (), set()) for term in (one, other))
    return one.resolution_path == other.resolution_path or bool(first & second)
