"""What of the words of a meeting's items may decide: not an agenda, nor a title, nor what others wrote or will move.

3. To agree the minutes                 “I will move at the next meeting that a crossing be built.”
REPLY: The crossing has been inspected …
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from minutes_extract.annotations import Force, ItemReading, Mention
from minutes_extract.document import BlockKind
from minutes_extract.nlp import kinds
from minutes_extract.nlp.minute_heads import MOVERS_RE
from minutes_extract.nlp.parts import Part
from minutes_extract.nlp.passages import Passage
from minutes_extract.nlp.spans import ledger, text_of

# "2.1" over "To consider dispensations: none", "To receive planning decisions:"
POINT_LABEL_RE = re.compile(r"\d{1,2}\.\d{1,2}\b")
POINT_RE = re.compile(
    r"To\s+(?:receive|consider|discuss|hear|review)\b[^.;]*(?::\s*(?:none\b.{0,20})?|\?)$", re.IGNORECASE
)
# What stands between a title and the words behind it.
BORDER_RE = re.compile(r"[\s.:;*–—-]*")
# “I will move at the next meeting that …”, "I will ask at the next meeting when …"
MOTION_RE = re.compile(r"[“\"‘']?[I!|] (?:will|shall|wish to|propose to|am asking) (?:be )?(?:mov|ask|propos)")
# "REPLY: The crossing …", "Dear Ms Hale", "Thank you for your recent letter …"
REPLY_RE = re.compile(
    r"(?:REPLY|Reply|Response)\b\s*[:–-]|[“\"]?(?:Dear\s+[A-Z]|A\s[Cc]hara\b|Thank you for your\b|I refer to your\b)"
)
# Where the meeting itself speaks again.
MEETING_RE = re.compile(
    r"(?:Proposed|Seconded|Moved|PROPOSED|SECONDED|And Resolved|RESOLVED|It was|Councillors?\b|Members?\b"
    r"|The (?:Members?|Mayor|Cathaoirleach|Chair|motion|reply|letter)\b|Following|On the proposal)"
)


def kind_of(doc: Doc, everything: Sequence[Passage], items: Sequence[Mention]) -> str:
    """What a document is, before its decider is known; the agenda of a pack is the agenda of a meeting."""
    document = ledger(doc).document
    if document is not None and document.pack is not None:
        return "meeting_agenda"
    readings = [mention.value for mention in items if isinstance(mention.value, ItemReading)]
    numbers = [text_of(doc)[r.number.start : r.number.end] for r in readings if r.number is not None]
    if kinds.is_paper(everything) and kinds.kind_of(everything, numbers, "") == "other":
        return "paper"
    return kinds.kind_of(everything, numbers, "")


def decides(kind: str, part: Part) -> bool:
    """Whether an operative part decides in a document of a kind.

    An agenda says what is to be done: "To approve the minutes". A policy or a certificate says what holds.
    """
    return kind != "paper" and (kind != "meeting_agenda" or part.force is Force.RECOMMENDS)


def own_words(inside: Sequence[Passage], item: Mention) -> list[Passage]:
    """The passages of one of several items without its title, motions that are only announced, replies and letters."""
    return _without_letters(_without_points(_behind_title(inside, item)))


def _behind_title(inside: Sequence[Passage], item: Mention) -> list[Passage]:
    """The passages behind the number and the title; words on the line of the title are a passage of their own."""
    kept = list(inside)
    value = item.value
    if not kept or not isinstance(value, ItemReading) or value.number is None:
        return kept
    first = kept[0]
    if first.heading is not None:
        return kept
    if value.title is None:
        movers = MOVERS_RE.search(first.source, value.number.end, first.end)
        if movers is None and first.label:
            return [_from(first, first.body_start), *kept[1:]]  # "6. The minutes were confirmed."
        return [_from(first, movers.end()), *kept[1:]] if movers and movers.end() < first.end else kept[bool(movers) :]
    while kept and kept[0].start < value.title.end:
        first = kept.pop(0)
    border = BORDER_RE.match(first.source, min(value.title.end, first.end), first.end)
    start = border.end() if border is not None else first.end
    return [_from(first, start), *kept] if value.title.end < start < first.end else kept


def _without_points(inside: Sequence[Passage]) -> list[Passage]:
    """Without the points of the agenda that minutes repeat: "2.1 To consider dispensations: none"."""
    return [passage for passage in inside if not (POINT_LABEL_RE.match(passage.label) and POINT_RE.match(passage.body))]


def _from(passage: Passage, start: int) -> Passage:
    """The rest of a passage as a paragraph."""
    block = replace(passage.block, kind=BlockKind.PARAGRAPH, start=start, label_end=start, body_start=start)
    return replace(passage, block=block, field=None, numbered=False)


def _without_letters(inside: Sequence[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    replying = False
    for passage in inside:
        if REPLY_RE.match(passage.text):
            replying = True
        elif passage.block.kind is BlockKind.HEADING or MEETING_RE.match(passage.text):
            replying = False
        if not replying and MOTION_RE.match(passage.text) is None:
            kept.append(passage)
    return kept
