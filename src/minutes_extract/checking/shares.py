"""Parts against the whole that they are printed as parts of.

    tied by        example                                                       must
    of which       £18.72m over 9 years, of which up to £11.262m                 be no more than the whole
    of the         £0.700m of the agreed £0.855m                                 be no more than the whole
    made up of     £5,225,000 (made up of £4,000,000 from X and £1,225,000 …)    add up to it
    shares of      £6.4m …, in the shares of £2.6m to A, £2.1m to B and £1.7m …  add up to it
    limbs          £2.1m, made up of: (a) £1.5m …; (b) £0.6m …                   add up to it

The source of the rule is arithmetic alone.
"""

import re
from collections.abc import Iterator

from minutes_extract.checking.case import CUE, Case, Sentence, Sum
from minutes_extract.checking.findings import Finding, added, compared, opened
from minutes_extract.checking.intervals import at_most, shown, total
from minutes_extract.records.item import ItemRecord
from minutes_extract.values.bounds import pattern
from minutes_extract.values.shares import OF_WHICH_RE

OF_THE_RE = pattern(
    r"\s+of\s+the\s+(?:(?:agreed|above|total|overall|approved|remaining|available|original|full|required|allocated|said)\s+)++"
    r"(?:(?:sum|amount|budget|total|grant|funding)\s+of\s+)?+\Z"
)
REMAINING_RE = pattern(r"\bremaining\b")
MADE_UP_RE = pattern(
    r"""
    \b(?: made\s+up\s+of | (?:which\s+)?compris(?:ing|es|ed\s+of) | consist(?:s|ing)\s+of | composed\s+of
      | broken\s+down\s+(?:as|into) (?:\s+follows)? | split\s+as\s+follows | split\s+between
      | in\s+(?:the\s+)?shares\s+of | being\s+the\s+(?:sum|total)\s+of )
    [\s:,]* (?:the\s+sums\s+of\s+)? CUE \Z
    """.replace("CUE", CUE)
)
ENDS_MADE_UP_RE = pattern(
    r"\b(?:made\s+up\s+of|comprising|consisting\s+of|broken\s+down|split)(?:\s+as\s+follows)?\s*[:;–-]?\s*\Z"
)
# Between two parts: what the first is for, and a comma or "and".
NEXT_RE = pattern(
    rf"(?: \s+(?:for|to|from|of|in|on|by|as|towards|with)\s [^£€|;()]{{1,90}}?"
    rf" | \s+\([^£€|()]{{1,60}}\) | [^£€|;().]{{0,30}}? )"
    rf"(?: \s*, | \s*; )?+ \s* (?:and|plus)?+ \s*"
    rf"(?:a\s+further|an\s+additional|the\s+(?:other|remaining))?+ \s* {CUE} \Z"
)
MOST = 12
# What a list may leave out.
OPEN_RE = re.compile(
    r"\b(?:remainder|balance|rest|remaining|others?|in addition|as well as|plus|further|later|initially|contingency"
    r"|mainly|chiefly|partly|VAT)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Parts and wholes, sentence by sentence, and limb under limb."""
    for item in case.items:
        for sentence in case.sentences(item):
            if not sentence.in_table:
                yield from _of_which(sentence)
                yield from _made_up(sentence)
        yield from _limbs(case, item)


def _of_which(sentence: Sentence) -> Iterator[Finding]:
    """Shares that need not use the whole up."""
    told = {sum_.index: sum_ for sum_ in sentence.sums}
    for place, part in enumerate(sentence.sums):
        whole = told.get(part.amount.part_of) if part.amount.part_of is not None else None
        gap = sentence.gap(place - 1) if place else ""
        if whole is None and place and OF_WHICH_RE.search(gap) and "|" not in gap:
            whole = sentence.sums[place - 1]
        if whole is not None and _alike(part, whole) and not _listed(sentence, part, whole):
            yield _share(sentence, part, whole)
        elif place + 1 < len(sentence.sums) and OF_THE_RE.fullmatch(sentence.gap(place)):
            following = sentence.sums[place + 1]
            if _alike(part, following):
                yield _share(sentence, part, following)


def _alike(part: Sum, whole: Sum) -> bool:
    """Whether two sums are of one kind: paid as often, in one currency, with VAT or without."""
    one, other = part.amount, whole.amount
    return (one.per, one.currency, one.vat) == (other.per, other.currency, other.vat)


def _listed(sentence: Sentence, part: Sum, whole: Sum) -> bool:
    """Whether a part stands in a list that the whole is said to be made up of."""
    places = [place for place, sum_ in enumerate(sentence.sums) if sum_.index == whole.index]
    return bool(places) and part.index in {sum_.index for sum_ in _parts(sentence, places[0])}


def _share(sentence: Sentence, part: Sum, whole: Sum) -> Finding:
    detail = f"{shown(part.figure.value)} ≤ {shown(whole.figure.value)}"
    verdict = at_most(part.figure, whole.figure)
    return Finding(
        "parts_of_total", verdict, detail, (whole.place, part.place), sentence.item.item_id, whole.figure, None
    )


def _made_up(sentence: Sentence) -> Iterator[Finding]:
    """Lists of parts that must use the whole up."""
    for place, whole in enumerate(sentence.sums[:-1]):
        parts = _parts(sentence, place)
        if len(parts) > 1:
            finding = _sum(sentence.item, whole, parts)
            yield opened(finding) if OPEN_RE.search(sentence.words) else finding


def _parts(sentence: Sentence, whole: int) -> list[Sum]:
    """The sums of a list behind "made up of", as far as it goes."""
    if whole + 1 >= len(sentence.sums) or not MADE_UP_RE.search(sentence.gap(whole)):
        return []
    found = [sentence.sums[whole + 1]]
    for place in range(whole + 1, min(len(sentence.sums) - 1, whole + MOST)):
        if not NEXT_RE.fullmatch(sentence.gap(place)) or not _alike(sentence.sums[place + 1], found[0]):
            break
        found.append(sentence.sums[place + 1])
        if re.search(r"\b(?:and|plus)\b[^,]*\Z", sentence.gap(place)):
            break  # the last of the list
    return found if _alike(found[0], sentence.sums[whole]) else []


def _sum(item: ItemRecord, whole: Sum, parts: list[Sum]) -> Finding:
    figures = [part.figure for part in parts]
    places = (whole.place, *(part.place for part in parts))
    return compared("parts_of_total", item.item_id, whole.figure, total(figures), added(figures), places)


def _limbs(case: Case, item: ItemRecord) -> Iterator[Finding]:
    """A limb whose sum is made up of those of its children, one each."""
    sums = [sum_ for sentence in case.sentences(item) for sum_ in sentence.sums]
    for limb in item.resolutions:
        own = [sum_ for sum_ in sums if limb.evidence.start <= sum_.start < limb.evidence.end]
        if len(own) != 1 or not ENDS_MADE_UP_RE.search(limb.text):
            continue
        below = [other for other in item.resolutions if other.path[:-1] == limb.path and other.path != limb.path]
        found = [[s for s in sums if b.evidence.start <= s.start < b.evidence.end] for b in below]
        if len(found) > 1 and all(len(one) == 1 and _alike(one[0], own[0]) for one in found):
            yield _sum(item, own[0], [one[0] for one in found])
