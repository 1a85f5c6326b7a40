"""Lists inside a sentence, and lists of a page that has lost its lines: their labels, in order.

    RESOLVED (i) that the report be noted; and (ii) that …      2.1. Agreed the plan. 2.2. Noted …      · … · …

Pure functions over the words of one passage; offsets are within those words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.values import numbering
from minutes_extract.values.numbering import Frame, Numeral

LABEL_RE = re.compile(
    r"""(?:^|(?<=[\s;,.:–-])) (?P<label> \((?:\d{1,2}|[a-z]|[ivx]{1,5})\) | (?:\d{1,2}|[a-z]|[ivx]{1,4})\)
        | (?:\d{1,2}|[IVX]{1,4}|[a-z])\.(?=\s+[A-Z]) | [A-Z]\.(?=\s+[a-z]) | (?:[a-z]|[ivx]{1,4})\.(?=\s+[a-z]{2})
        | \d{1,2}(?:\.\d{1,2}){1,2}\.?(?=\s+[A-Z]) | [·•](?=\s) ) \s+""",
    re.VERBOSE,
)
# "that", "to", which may stand before the first label of a list inside a sentence
JOIN_RE = re.compile(r"\s*(?:that|to)?\s*[:,–-]*\s*", re.IGNORECASE)
# What divides the entries of a list; "Noting what the report says.": a clause that may stand before one.
DIVIDED = (";", ",", ".", ":", " and", " or", ")")
PARTICIPLE_RE = re.compile(r"\W*[A-Z][a-z]+ing\b")
# What may stand before the first label of clauses within a limb; "contracts for (i) X and (ii) Y" lists names.
OPENING_RE = re.compile(r"(?::-?|\b(?:that|to|either))\s*$", re.IGNORECASE)
# "The above decision was made for the following reasons: a) …": another list
REASONS_RE = re.compile(r"\bfor\s+(?:the\s+following|these)\s+reasons\s*:\s*$", re.IGNORECASE)
# "under regulation (2)", whose label is none of the list
REFERENCE_RE = re.compile(
    r"\b(?:regulation|section|paragraph|clause|article|rule|schedule|order|part)s?$", re.IGNORECASE
)
LONGEST_PREFACE = 200
MOST_BACK = 12  # labels to look back for the one before
SHORTEST_ENTRY = 8  # letters; "paragraphs (a), (b) and (c)" list nothing


@dataclass(frozen=True, slots=True)
class InlineLabel:
    """A label at `[start, end)` of the words; its entry's words begin at `body`."""

    numeral: Numeral
    start: int
    end: int
    body: int


def find(words: str) -> list[InlineLabel]:
    """The labels of the list that words are, from their beginning or behind a short preface; none where they are none.

    >>> [label.numeral.printed for label in find("(i) that the report be noted; and (ii) that the fee be paid")]
    ['(i)', '(ii)']
    >>> [label.numeral.printed for label in find("Cabinet: 2.1. Agreed the plan. 2.2. Noted the risks.")]
    ['2.1.', '2.2.']
    >>> find("The fee under paragraph (a) be paid, and that under (b) be waived")
    []
    """
    found: list[InlineLabel] = []
    opening = JOIN_RE.match(words)
    for label in _labels(words):
        if found and REASONS_RE.search(words[: label.start]):
            break
        if found:
            if _goes_on(words, found, label):
                found.append(label)
        elif opening is None or not _may_begin(words, opening.end(), label) or _ordinal(label) > 1:
            return []
        else:
            found.append(label)
    return found if len(found) > 1 else []


def nested(words: str, above: Numeral | None) -> list[InlineLabel]:
    """The labels, in brackets, of a list within a limb that has the label `above`; none where it has no such list.

    >>> [label.numeral.printed for label in nested("the Clerk be asked to (a) sign the deed; (b) store the map", None)]
    ['(a)', '(b)']
    >>> nested("the points (a), (b) and (c) of the report be noted", None)
    []
    """
    labels = [label for label in _labels(words) if label.numeral.frame in (Frame.BRACKET, Frame.BRACKETS)]
    for at, first in enumerate(labels):
        if _ordinal(first) != 1 or not _may_open(words[: first.start]) or _is_like(first.numeral, above):
            continue
        found = [first]
        for label in labels[at + 1 :]:
            if _goes_on(words, found, label):
                found.append(label)
        ends = [*(label.start for label in found[1:]), len(words)]
        if len(found) > 1 and all(end - one.body >= SHORTEST_ENTRY for one, end in zip(found, ends, strict=True)):
            return found
    return []


def beginning(words: str, above: Numeral | None) -> InlineLabel | None:
    """The label that a limb's own words begin with, the first of a list below it: "f. i) add to the programme".

    >>> beginning("i) add to the programme during the year", numbering.parse("f.")).numeral.printed
    'i)'
    """
    first = next(iter(_labels(words[:12] + words[12:40])), None)
    if first is None or words[: first.start].strip() or first.numeral.frame not in (Frame.BRACKET, Frame.BRACKETS):
        return None
    return first if _ordinal(first) == 1 and not _is_like(first.numeral, above) else None


def _labels(words: str) -> list[InlineLabel]:
    """Everything in the words that has the form of a label."""
    return [
        InlineLabel(numeral, match.start("label"), match.end("label"), match.end())
        for match in LABEL_RE.finditer(words)
        if (numeral := numbering.parse(match["label"])) is not None
    ]


def _ordinal(label: InlineLabel) -> int:
    return label.numeral.readings[0].ordinal


def _goes_on(words: str, found: Sequence[InlineLabel], label: InlineLabel) -> bool:
    """Whether a label is the next of a list, or the first of a list below its last entry."""
    if label.numeral.is_bullet or found[0].numeral.is_bullet:
        return label.numeral.printed == found[0].numeral.printed
    before = words[: label.start].rstrip()
    if before.endswith(":") and _ordinal(label) == 1:
        return True
    told = label.numeral.printed[0].isalpha() or is_limb(words[label.body : label.body + 80])
    if found[-1].numeral.precedes(label.numeral) and told and not REFERENCE_RE.search(before):
        return True
    return before.endswith(DIVIDED) and any(earlier.numeral.precedes(label.numeral) for earlier in found[-MOST_BACK:])


def _may_begin(words: str, opening: int, label: InlineLabel) -> bool:
    """Whether a list may begin at a label: at once, or behind a short sentence ("Having regard to …. 1. A …")."""
    before = words[: label.start].rstrip()
    if label.start <= opening or (before.endswith(":") and label.start < LONGEST_PREFACE):
        return True
    own = is_limb(words) and PARTICIPLE_RE.match(words) is None
    return label.start < LONGEST_PREFACE and before[-1:] in ".;" and not own


def _may_open(before: str) -> bool:
    return not before.strip() or OPENING_RE.search(before) is not None


def _is_like(numeral: Numeral, above: Numeral | None) -> bool:
    """Whether a label is of the style and marks of the limb that it stands in, and so refers to one beside it."""
    if above is None or numeral.frame is not above.frame:
        return False
    return bool({reading.style for reading in numeral.readings} & {reading.style for reading in above.readings})
