"""The words that decide, piece by piece: each limb, and the words above the limbs, with what stands under each.

A power or a condition counts only here; the same words in reasons or background are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from minutes_extract.annotations import Label, LimbReading, Mention, SectionKind, SectionReading, Stretch
from minutes_extract.nlp.spans import ledger, read, text_of

# The border of two sentences; "No. 4", "s. 106" and "E. Hallam" are none.
SENTENCE_RE = re.compile(r"(?<!\b[A-Z])(?<!\bNo)(?<!\bs)(?<!\bref)(?<!\bpara)\.[\"”’)]?\s+(?=[A-Z“\"(])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """A limb, or (`limb` None) the words above limbs. `under`: the limbs that it introduces, without their labels."""

    start: int
    end: int
    limb: Mention | None
    under: tuple[Stretch, ...]


def clauses(doc: Doc) -> list[Clause]:
    """The limbs of a document and the words above them, in order."""
    limbs = [(m, m.value) for m in read(doc, Label.LIMB) if isinstance(m.value, LimbReading)]
    found = [
        Clause(value.text.start, value.text.end, mention, _children(limbs[at:]))
        for at, (mention, value) in enumerate(limbs)
    ]
    text = text_of(doc)  # spaCy builds it anew at each call
    for section in read(doc, Label.SECTION):
        if isinstance(section.value, SectionReading) and section.value.kind is SectionKind.OPERATIVE:
            found += _above(
                doc, text, section, [pair for pair in limbs if section.start <= pair[0].start < section.end]
            )
    return sorted(found, key=lambda clause: (clause.start, clause.end))


def _children(limbs: Sequence[tuple[Mention, LimbReading]]) -> tuple[Stretch, ...]:
    """The limbs below the first of these: those that follow it with a longer path of the same beginning."""
    path = limbs[0][1].path
    found = []
    for mention, value in limbs[1:]:
        if not path or len(value.path) <= len(path) or value.path[: len(path)] != path:
            break
        if mention.start >= limbs[0][1].text.end:
            found.append(value.text)
    return tuple(found)


def _above(doc: Doc, text: str, section: Mention, limbs: Sequence[tuple[Mention, LimbReading]]) -> list[Clause]:
    """The words before the first limb, and between limbs where a second lead-in stands."""
    found: list[Clause] = []
    place = section.start
    for at, (limb, value) in enumerate(limbs):
        start = _opening(doc, text, place, limb.start)
        if start is not None:
            found.append(Clause(start, limb.start, None, tuple(below.text for _, below in limbs[at:])))
        place = max(place, limb.end, value.text.end)
    return found


def _opening(doc: Doc, text: str, start: int, end: int) -> int | None:
    """Where the words above a limb begin: the sentence of the lead-in, or the last sentence before the limb."""
    if not text[start:end].strip(" \n.;,:()"):
        return None
    anchor = min((m.start for m in read(doc, Label.LEAD_IN) if start <= m.start < end), default=end)
    line = max(
        (block.start for block in ledger(doc).blocks if start <= block.start <= min(anchor, end - 1)), default=start
    )
    last = len(text[line:anchor].rstrip(" \n.:-–"))
    return max([line, *(border.end() for border in SENTENCE_RE.finditer(text, line, line + last))])
