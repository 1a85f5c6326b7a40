"""Sums and differences that prose states: rule `sum`.

    tied by        example                                                            must hold
    plus           £214,000 plus £31,500, a total of £245,500                         A + B = C
    in total       £40,000 for roads and £25,000 for parks, £65,000 in total          A + B = C
    leaving        of the £90,000 budget £62,000 has been spent, leaving £28,000      A − B = C
    from and to    from £96,400 to £103,800, an increase of £7,400                    B − A = C
    remaining      £1.297m of the above £2.544m … £0.939m of the remaining £1.248m    A − B = C
    in combination … In combination, these two work streams will achieve £2.236m      sum of the two shares told last
    will leave     a provision of £1.0m. Approval will leave £0.3m to be allocated    A − the stated total = C

The source of the rule is arithmetic alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from minutes_extract.checking.case import CUE, Case, Sentence, Sum, is_open_total
from minutes_extract.checking.findings import Finding, added, compared, opened
from minutes_extract.checking.intervals import Figure, total
from minutes_extract.checking.shares import OF_THE_RE
from minutes_extract.records.check import Agreement
from minutes_extract.values.bounds import pattern

# What a total may hold besides the operands that are told.
OPEN_RE = re.compile(
    r"\b(?:contingency|including|inclusive|in addition|besides|among others|remainder|VAT)\b", re.IGNORECASE
)
# "£A for roads and ", "£A + ", "£A, plus ", "£A, which with allowances of "
ADDED_RE = pattern(
    rf"""
    (?: \s* \+ \s* | \s*,?\s* (?:and|plus|added\s+to|together\s+with)\s+
      | \s+ (?:for|to|from|on|in|towards|of|as|by)\s [^£€|;:().]{{1,90}}?
        (?:,|\band\b|,\s*and\b|,?\s*\bplus\b|,?\s*\btogether\s+with\b)\s+
      | ,?\s+which,?\s+with\s [^£€|;:().]{{1,60}}? \sof\s+ )
    (?:a\s+further\s+|another\s+|an\s+additional\s+)?+ {CUE} \Z
    """
)
TOTAL_RE = pattern(
    rf"""
    (?: \s* =\s*
      | (?:[^£€|;:.]{{0,90}}?\s)?+ (?:gave|giving|making)\s+a\s+total\s+of
      | [^£€|;:.]{{0,90}}? [,(–-] \s*
        (?:giving|making|gives|makes|gave|made|which\s+(?:gives|makes|is|totals)|equating\s+to|or)?+\s*
        (?: (?:a|an)\s+ (?:(?:combined|overall|grand|aggregate)\s+)?+ total
          | totall?ing | in\s+total,? | combined\s+total | which\s+totals )
        (?:\s+(?:cost|value|sum|spend|expenditure|price|amount|grant|award|budget))?+ (?:\s+(?:of|is|being))?+ )
    \s* {CUE} \Z
    """
)
BEHIND_RE = pattern(r"\s*(?:in\s+total|in\s+all|altogether|combined|together)\b")
COMMA_RE = pattern(rf"[^£€|;:.]{{0,90}}? [,(–-] \s* (?:or\s+|being\s+|i\.?e\.?\s+)?+ {CUE} \Z")
NOT_LISTED_RE = re.compile(
    r"\b(?:compared|instead|rather|against|from|than|was|previously|respectively|each|per)\b", re.IGNORECASE
)

LEAVING_RE = pattern(
    rf"[^£€|.]{{0,120}}? \b(?:leav(?:ing|es)|which\s+(?:leaves|would\s+leave|will\s+leave))\s+"
    rf"(?:(?:a|an|the|some)\s+)?+(?:(?:remaining|unspent|uncommitted|unallocated)\s+)?+"
    rf"(?:(?:balance|remainder|shortfall|surplus|gap|residue|residual)\s+(?:sum\s+)?(?:of\s+)?)?+ {CUE} \Z"
)
TAKEN_RE = pattern(
    rf"""
    (?: [^£€|;.]{{0,80}}? ,?\s* (?:of\s+which,?|less|minus|after\s+deducting|from\s+which)\s+ (?:a\s+\w+\s+of\s+)?+
      | \s+ (?:budget|grant|allocation|provision|fund|sum|reserve|award)\s*,?\s+ (?:of\s+which\s+)?+ )
    {CUE} \Z
    """
)
CHANGE_RE = pattern(
    rf"[^£€|;.]{{0,60}}? [,(–-] \s* (?:which\s+is\s+|being\s+|representing\s+|i\.?e\.?\s+)?+ (?:an?|the)\s+ (?:\w+\s+)?"
    rf"(?:increase|rise|uplift|decrease|reduction|fall|drop|cut|saving|difference)\s+of\s+ {CUE} \Z"
)
FROM_RE = re.compile(r"\bfrom\s+(?:the\s+current\s+)?\Z", re.IGNORECASE)
TO_RE = pattern(rf"[^£€|;.]{{0,40}}? \bto\s+ {CUE} \Z")

COMBINED_RE = re.compile(
    r"\A\s*(?:In combination|Combined|Together|Taken together),?\s+(?:these|the)\s+two\b", re.IGNORECASE
)
LEAVE_RE = pattern(
    rf"\A\s* (?:The\s+)?approval\s+of\s+this\s+[\w\s]{{1,30}}?\bwill\s+(?:therefore\s+)?leave\s+ {CUE} \Z"
)
PROVISION_RE = pattern(rf"\b(?:provision|budget|allocation|fund)\s+of\s+ {CUE} \Z")
TO_COME_RE = pattern(r"\s+(?:to\s+be\s+(?:allocated|spent|committed)|unallocated|uncommitted|remaining)\b")


def check(case: Case) -> Iterator[Finding]:
    """Sums and differences, sentence by sentence and across two that words tie together."""
    for item in case.items:
        sentences = [sentence for sentence in case.sentences(item) if not sentence.in_table]
        for sentence in sentences:
            yield from _totals(sentence)
            yield from _differences(sentence)
        yield from _shared(sentences)
        yield from _left(sentences)


def _alike(sums: list[Sum]) -> bool:
    """Whether all are single sums of one currency, with VAT or all without."""
    return all(s.is_single for s in sums) and len({(s.amount.currency, s.amount.vat) for s in sums}) == 1


def _finding(sentence: Sentence, stated: Sum, parts: list[Sum], figures: list[Figure]) -> Finding:
    places = (stated.place, *(part.place for part in parts))
    return compared("sum", sentence.item.item_id, stated.figure, total(figures), added(figures), places)


def _totals(sentence: Sentence) -> Iterator[Finding]:
    """Operands joined by "and" or "plus" up to a total."""
    for place in range(2, len(sentence.sums)):
        gap, after = sentence.gap(place - 1), sentence.after(place)
        if not TOTAL_RE.fullmatch(gap) and not (COMMA_RE.fullmatch(gap) and BEHIND_RE.match(after)):
            continue
        first = place - 1
        while (
            first and ADDED_RE.fullmatch(sentence.gap(first - 1)) and not NOT_LISTED_RE.search(sentence.gap(first - 1))
        ):
            first -= 1
        parts = list(sentence.sums[first:place])
        if len(parts) > 1 and _alike([*parts, sentence.sums[place]]) and not NOT_LISTED_RE.search(gap):
            finding = _finding(sentence, sentence.sums[place], parts, [part.figure for part in parts])
            is_open = OPEN_RE.search(sentence.words) or is_open_total(sentence, sentence.sums[place])
            yield opened(finding) if is_open else finding


def _differences(sentence: Sentence) -> Iterator[Finding]:
    """What is left of a sum, and by how much a sum has changed."""
    for place in range(2, len(sentence.sums)):
        one, other, stated = sentence.sums[place - 2 : place + 1]
        if not _alike([one, other, stated]) and not _same_rate([one, other, stated]):
            continue
        first, second = sentence.gap(place - 2), sentence.gap(place - 1)
        if LEAVING_RE.fullmatch(second) and TAKEN_RE.fullmatch(first):
            yield _finding(sentence, stated, [one, other], [one.figure, -other.figure])
        elif CHANGE_RE.fullmatch(second) and TO_RE.fullmatch(first) and FROM_RE.search(sentence.before(place - 2)):
            low, high = sorted((one, other), key=lambda s: s.figure.value)
            yield _finding(sentence, stated, [high, low], [high.figure, -low.figure])


def _same_rate(sums: list[Sum]) -> bool:
    return len({(s.amount.per, s.amount.currency, s.amount.vat) for s in sums}) == 1


def _shared(sentences: list[Sentence]) -> Iterator[Finding]:
    """A share "of the above £B", then one "of the remaining £D", then "In combination, these two … £E"."""
    told: list[tuple[Sum, Sum]] = []
    for sentence in sentences:
        if COMBINED_RE.match(sentence.words) and len(sentence.sums) == 1 and len(told) > 1:
            parts = [told[-2][0], told[-1][0]]
            yield _finding(sentence, sentence.sums[0], parts, [part.figure for part in parts])
        for place in range(len(sentence.sums) - 1):
            part, whole = sentence.sums[place : place + 2]
            gap = sentence.gap(place)
            if not OF_THE_RE.fullmatch(gap) or not _alike([part, whole]):
                continue
            if "remaining" in gap.lower() and told:
                earlier, before = told[-1]
                yield _finding(sentence, whole, [before, earlier], [before.figure, -earlier.figure])
            told.append((part, whole))


def _left(sentences: list[Sentence]) -> Iterator[Finding]:
    """What approval "will leave … to be allocated" of a provision: the provision less the stated total."""
    for before, sentence in pairwise(sentences):
        stated, value = sentence.sums[0], sentence.item.total_value
        if value is None or not LEAVE_RE.fullmatch(sentence.before(0)) or not TO_COME_RE.match(sentence.after(0)):
            continue
        whole = before.sums[-1]
        own = [s for other in sentences for s in other.sums if s.start == value.evidence.start]
        if own and PROVISION_RE.search(before.before(len(before.sums) - 1)) and _alike([whole, own[0], stated]):
            finding = _finding(sentence, stated, [whole, own[0]], [whole.figure, -own[0].figure])
            is_open = finding.verdict is Agreement.INCONSISTENT and "\n" in sentence.text[whole.end : stated.start]
            yield opened(finding) if is_open else finding
