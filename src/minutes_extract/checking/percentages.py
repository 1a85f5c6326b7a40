"""A percentage of an amount against the amount that it comes to.

    tied by      example
    brackets     £12,000 (10% of £120,000); 10% of £120,000 (£12,000)
    wording      £12,000, being 10% of the £120,000; 10% of £120,000, which is £12,000

A printed percentage is rounded as a printed amount is: 10% stands for 9.5% to 10.5%. The source of the rule is
arithmetic alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from minutes_extract.annotations import Stretch
from minutes_extract.checking.case import CUE, Case, Sentence
from minutes_extract.checking.findings import Finding, compared
from minutes_extract.checking.intervals import Figure, shown
from minutes_extract.values.bounds import pattern

SHARE = (
    r"(?P<share>\d{1,3}(?:\.\d{1,3})?)\s?(?:%|per\s?cent)\s+of\s+(?:(?:the|a|its|this|total|grant|cost|sum|of)\s+)*+"
)
# "(10% of £120,000", ", being 10% of the £120,000"
BEHIND_RE = pattern(
    rf"\s* (?: \(\s* | ,?\s*(?:being|which\s+is|equal\s+to|equating\s+to|or|i\.?e\.?)\s+ ) {SHARE} {CUE} \Z"
)
# "10% of £120,000 (£12,000)", "…, which is £12,000"
BEFORE_RE = pattern(rf"(?<![\w.,£+-]) {SHARE} {CUE} \Z")
JOINT_RE = pattern(
    rf"\s* (?: \(\s* (?:i\.?e\.?\s+|being\s+|or\s+)?+"
    rf" | ,\s*(?:i\.?e\.?|being|which\s+is|or|equating\s+to|equal\s+to)\s+ | =\s* ) {CUE} \Z"
)
MORE_RE = re.compile(
    r"\b(?:more|less|above|below|over|under|least|most|up to|maximum|minimum|between|to)\s*\Z", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Percentages of amounts, sentence by sentence."""
    for item in case.items:
        for sentence in case.sentences(item):
            if not sentence.in_table:
                for place in range(len(sentence.sums) - 1):
                    yield from _found(sentence, place)


def _found(sentence: Sentence, place: int) -> Iterator[Finding]:
    """The share of a neighbour that two sums are printed as."""
    one, other = sentence.sums[place : place + 2]
    gap = sentence.gap(place)
    behind = BEHIND_RE.fullmatch(gap)
    if behind:
        yield _finding(sentence, place, place + 1, behind, one.end)
        return
    before = sentence.before(place)
    ahead = BEFORE_RE.search(before)
    if ahead is None or MORE_RE.search(before[: ahead.start()]) or one.amount.per is not other.amount.per:
        return
    if JOINT_RE.fullmatch(gap):
        yield _finding(sentence, place + 1, place, ahead, one.start - len(before))


def _finding(sentence: Sentence, stated: int, whole: int, match: "re.Match[str]", offset: int) -> Finding:
    part, base = sentence.sums[stated], sentence.sums[whole]
    share = Decimal(match["share"])
    unit = Fraction(1, 10 ** (max(0, -int(share.as_tuple().exponent)) + 2))
    computed = base.figure.by(Figure(Fraction(share) / 100, unit / 2))
    detail = f"{shown(base.figure.value)} × {shown(Fraction(share))}%"
    at = Stretch(offset + match.start("share"), offset + match.end("share"))
    places = (part.place, base.place, at)
    return compared("percentage_of_amount", sentence.item.item_id, part.figure, computed, detail, places)
