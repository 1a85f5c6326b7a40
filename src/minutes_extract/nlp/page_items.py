"""Items of a meeting's web page that shows no numbers: told by the label lines and file marks that every item has.

Parks Charter pdf icon PDF 302 KB
Additional documents:
Minutes:
The Committee considered …
"""

import re
from collections import Counter
from collections.abc import Sequence

from minutes_extract.annotations import SectionKind
from minutes_extract.nlp import leads
from minutes_extract.nlp.item_heads import FILE_MARK_RE
from minutes_extract.nlp.leads import Strength
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.passages import Passage

# What a meeting's page is known by; a page about one decision has one of each label line.
LEAST = 2
LONGEST_TITLE = 220
# Label lines of pages about one decision, or one item's history
ONE_DECISION = frozenset(
    {
        "decision_maker",
        "decision_status",
        "decision_date",
        "decided_at_meeting",
        "meeting",
        "subject",
        "call_in",
        "reference",
    }
)
ADDITIONAL_RE = re.compile(r"additional documents:?\s*$", re.IGNORECASE)
# "To consider the report of the Director.", "Report of the Head of Legal": an item's purpose, below its title
PURPOSE_RE = re.compile(
    r"(?:To|Report|Joint report|Members|The [A-Z][\w ]{2,40} (?:is|are|will be) (?:asked|invited))\b"
)


def find(everything: Sequence[Passage]) -> list[int]:
    """Where the items begin, by index of their first passages; none where the page is no such page."""
    if any(passage.field is not None and passage.field.key in ONE_DECISION for passage in everything):
        return []
    marks = [_mark(passage) for passage in everything]
    if max(Counter(mark for mark in marks if mark is not None).values(), default=0) < LEAST:
        return []
    starts: list[int] = []
    seen: set[str] = set()
    for index, mark in enumerate(marks):
        if mark is None or not (not starts or _is_next(mark, seen)):
            seen |= {mark} if mark is not None else set()
            continue
        starts.append(_first(everything, marks, index))
        seen = {mark}
    if len(starts) < LEAST:
        return []
    above = everything[: starts[0]]
    return [0, *starts] if any(_decides(passage) for passage in above) else starts


def _decides(passage: Passage) -> bool:
    """Whether a passage above the first mark already decides, so that its item must not be lost."""
    lead = leads.find(passage.text)
    return lead is not None and lead.strength is Strength.STRONG


def _mark(passage: Passage) -> str | None:
    """What a passage marks: the file of an item, its papers, its decision, its minutes."""
    if FILE_MARK_RE.search(passage.text) and len(passage.text) <= LONGEST_TITLE:
        return "file"
    if ADDITIONAL_RE.match(passage.text):
        return "papers"
    if passage.heading is None:
        return None
    words = fold(passage.source[passage.heading.extent.start : passage.heading.extent.end])
    if passage.heading.kind is SectionKind.DISCUSSION and words == "minutes":
        return "minutes"
    return "decision" if passage.heading.kind is SectionKind.OPERATIVE and words == "decision" else None


def _is_next(mark: str, seen: set[str]) -> bool:
    """Whether a mark belongs to the next item: it comes again, or comes behind what it stands before in an item."""
    order = ("file", "papers", "decision", "minutes")
    return any(later in seen for later in order[order.index(mark) :])


def _first(everything: Sequence[Passage], marks: Sequence[str | None], index: int) -> int:
    """The first passage of the item whose first mark stands at `index`: its title, and its purpose, above."""
    first = index
    if marks[index] == "file":
        return first
    if first and marks[index] == "papers" and marks[first - 1] is None and _is_above_papers(everything[first - 1]):
        first -= 1
        if not PURPOSE_RE.match(everything[first].text):
            return first
    while first and marks[first - 1] is None and _may_head(everything[first - 1], is_last=first == index):
        first -= 1
        if not PURPOSE_RE.match(everything[first].text) and everything[first].text[0].isupper():
            break
    return first


def _is_above_papers(passage: Passage) -> bool:
    """Whether a passage above "Additional documents:" is of its item: all but a limb of the item before."""
    return not (passage.label or passage.is_field or len(passage.text) > 2 * LONGEST_TITLE or leads.find(passage.text))


def _may_head(passage: Passage, *, is_last: bool) -> bool:
    """Whether a passage may be the title or the purpose of the item below it, and not the end of the one above."""
    text = passage.text.rstrip()
    if passage.label or len(text) > LONGEST_TITLE or passage.is_field:
        return False
    if passage.heading is not None:
        return passage.heading.rest is None and passage.heading.kind is SectionKind.OTHER
    if is_limb(text) and not PURPOSE_RE.match(text):
        return False
    return not text.endswith((".", ";")) or PURPOSE_RE.match(text) is not None or (is_last and text[0].islower())
