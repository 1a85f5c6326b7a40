"""One figure in two places of a decision.

    rule              tied by
    same_figure       the form's "Total value" and the one sum that the operative part calls a total or contract value
    same_count        "4 … beds" and "2x 2-bed", each once in the operative part

The source of the rules is arithmetic alone.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from minutes_extract.annotations import Role, Stretch
from minutes_extract.checking.case import CUE, Case, Sum
from minutes_extract.checking.findings import Finding, compared, opened
from minutes_extract.checking.intervals import Bound, Figure, agreement, shown
from minutes_extract.checking.rates import WORDS
from minutes_extract.records.check import Agreement
from minutes_extract.records.item import ItemRecord
from minutes_extract.values.bounds import pattern

NAMED_RE = pattern(
    rf"\b(?:total|whole[- ]life|overall|full)\s+(?:contract\s+|decision\s+|project\s+)?"
    rf"(?:value|cost|spend|expenditure|price|sum)\s+(?:of|is|being)\s+{CUE}\Z"
)
NUMBER = rf"\d{{1,3}}|{'|'.join(WORDS)}"
BEDS_RE = re.compile(
    rf"(?P<cap>up\s+to\s+|a\s+maximum\s+of\s+)?(?<![\w.,£-])(?P<count>{NUMBER})\s+(?:(?!and\b|x\b)[\w’'-]+\s+){{0,4}}?beds?\b(?!-)",
    re.IGNORECASE,
)
HOMES_RE = re.compile(
    rf"(?<![\w.,£-])(?P<homes>{NUMBER})\s?[x×]?\s?(?P<each>{NUMBER})[- ]bed(?:room|ded|roomed)?\b", re.IGNORECASE
)


HOME_RE = re.compile(
    r"\b(?:units?|houses?|homes?|flats?|bungalows?|apartments?|properties|property|hostels?)\b", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Totals of forms and counts of beds, item by item."""
    for item in case.items:
        yield from _total_value(case, item)
        yield from _beds(item)


def _total_value(case: Case, item: ItemRecord) -> Iterator[Finding]:
    value = item.total_value
    if value is None:
        return
    sums = [sum_ for sentence in case.sentences(item) for sum_ in sentence.sums]
    own = [sum_ for sum_ in sums if sum_.start == value.evidence.start]
    decided = [
        sum_
        for sum_ in sums
        if sum_.amount.role is Role.DECIDED and sum_.amount.resolution_path is not None and sum_ not in own
    ]
    if len(own) != 1 or len({sum_.figure.value for sum_ in decided}) != 1 or not decided[0].is_single:
        return
    stated, other = own[0], decided[0]
    if stated.amount.vat is not other.amount.vat or other.amount.part_of is not None:
        return
    detail = f"{shown(stated.figure.value)} = {shown(other.figure.value)}"
    verdict = agreement(stated.figure, other.figure)
    if verdict is Agreement.INCONSISTENT and not _is_named(case, other):
        verdict = Agreement.UNDETERMINED
    places = (stated.place, other.place)
    yield Finding("same_figure", verdict, detail, places, item.item_id, stated.figure, other.figure)


def _is_named(case: Case, sum_: Sum) -> bool:
    """Whether the words before a sum call it the total."""
    return NAMED_RE.search(case.text[max(0, sum_.start - 80) : sum_.start]) is not None


def _beds(item: ItemRecord) -> Iterator[Finding]:
    stated = [
        (limb.evidence.start, match) for limb in item.resolutions for match in BEDS_RE.finditer(limb.evidence.text)
    ]
    homes = [
        (limb.evidence.start, match) for limb in item.resolutions for match in HOMES_RE.finditer(limb.evidence.text)
    ]
    if len(stated) != 1 or len(homes) != 1 or not re.search(r"[x×]|\s", homes[0][1][0]):
        return
    (at, beds), (below, told) = stated[0], homes[0]
    number, each = _number(told["homes"]), _number(told["each"])
    figure = Figure(Fraction(_number(beds["count"])), bound=Bound.AT_MOST if beds["cap"] else Bound.EXACT)
    computed = Figure(Fraction(number * each))
    places = (Stretch(at + beds.start(), at + beds.end()), Stretch(below + told.start(), below + told.end()))
    finding = compared("same_count", item.item_id, figure, computed, f"{number} × {each}", places)
    others = sum(len(HOME_RE.findall(limb.text)) for limb in item.resolutions)
    yield opened(finding) if others > 1 else finding


def _number(printed: str) -> int:
    word = printed.lower()
    return WORDS.index(word) + 1 if word in WORDS else int(printed)
