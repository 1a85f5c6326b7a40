"""minutes_documents: tells what a document is, whose it is, and when and where it was decided.

Reads: field, item, date, signature.
Writes: document (one, over the whole text).

    Minutes of the Homes Committee held at the Town Hall on 4 May 2023
    Decision Maker: Head of Housing / Date of decision: 21/03/2024
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import (
    DateReading,
    DocumentReading,
    ItemReading,
    Label,
    Mention,
    SignatureReading,
    Stretch,
)
from minutes_extract.nlp import bodies, kinds
from minutes_extract.nlp.passages import Passage, passages
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.values import dates

MEETINGS = frozenset({"meeting_minutes", "meeting_agenda", "agenda_pack"})
# The minutes of the meeting before are another day's.
OTHERS_RE = re.compile(r"\b(?:confirm|approve|sign|receive)\w* (?:as |the )|\bcorrect record\b", re.IGNORECASE)
MEETING_RE = re.compile(r"\b(?:held|meeting|minutes|[A-Z][a-z]+day)\b|Minutes", re.IGNORECASE)
# "Signed ________ Dated 4 May 2023"
SIGNED_RE = re.compile(r"\b(?:signed|dated|chair(?:man|person)?)\b[^a-z0-9]*(?:date)?[^a-z0-9]*$", re.IGNORECASE)
# "June 11, 2025, at 10:00 AM": a line that has only a day and a time
TIME_BEHIND_RE = re.compile(r"[\s,|@–-]*(?:at\s+)?\d{1,2}[.:]\d\d\b.{0,12}", re.IGNORECASE)
# "Minutes of the Ordinary Meeting held on", before the day, on a page that is all one paragraph
HELD_RE = re.compile(r"\bminutes of\b(?:(?!\bminutes\b|\d{4}).){0,160}$", re.IGNORECASE | re.DOTALL)
HEAD = 12  # blocks in which a meeting's day, time and place stand
# "held at the Town Hall, Weldon on", "held in Committee Room 1 at 6pm"
VENUE_RE = re.compile(
    r"\b(?:held|meeting|\d{4},?)\s(?:at|in)\s(?:the\s)?(?P<venue>[A-Z][\w’'&,. ()-]{3,100}?)"
    r"(?=,?\s+(?:on|commencing|and|from|via|starting|at\s\d)\b|\s*[@|]|\.?\s*$)"
)
# "ADD418 Young Makers", "Ref: PH/14/22", "ref: 3107": references that no label line holds.
REFERENCE_RE = re.compile(r"\b[Rr]ef(?:erence)?(?:\s[Nn]o)?\.?:\s?(?P<reference>[A-Z0-9][\w/.-]{1,24})")
# The line above the title of a report.
REPORT_OF_RE = re.compile(r"(?:joint\s)?report\s(?:of|by|from)\b", re.IGNORECASE)


def find(doc: Doc) -> list[Mention]:
    """The document, told as a whole; an empty text tells nothing."""
    blocks = passages(doc)
    if not blocks:
        return []
    reading = _placed(doc, blocks, _whose(doc, blocks))
    return [Mention(Label.DOCUMENT, blocks[0].start, blocks[-1].end, reading)]


def _whose(doc: Doc, blocks: Sequence[Passage]) -> DocumentReading:
    """Kind, status, authority, body, title and reference."""
    text = text_of(doc)
    items = [mention.value for mention in read(doc, Label.ITEM) if isinstance(mention.value, ItemReading)]
    numbers = [text[item.number.start : item.number.end] for item in items if item.number is not None]
    maker = _value(blocks, "decision_maker") or bodies.body_of(blocks, alone=True)
    kind = kinds.kind_of(blocks, numbers, text[maker.start : maker.end] if maker else "")
    body = bodies.body_of(blocks, alone=kind == "delegated_decision")
    return DocumentReading(
        kind=kind,
        minutes_status=kinds.status_of(blocks) if kind == "meeting_minutes" else None,
        authority=bodies.authority_of(blocks, body),
        body=body,
        body_kind=bodies.kind_of(text[body.start : body.end]) if body else None,
        title=_title(doc, blocks, items),
        reference=_reference(doc, blocks),
    )


def _placed(doc: Doc, blocks: Sequence[Passage], reading: DocumentReading) -> DocumentReading:
    """The reading with the days of meeting and decision, the time and the place."""
    decided = _day(doc, "decision") or _signed(doc)
    met = _day(doc, "meeting") or (_head_day(blocks) if reading.kind in MEETINGS else None)
    if reading.kind == "meeting_minutes" and decided is not None:
        later = met is not None and met[0] < decided[0]
        decided = None if later or _is_signing(doc, decided[1]) else decided  # minutes are signed at the next meeting
    time = _time(text_of(doc), blocks)
    return replace(
        reading,
        meeting_date=met[0] if met else None,
        meeting_date_at=met[1] if met else None,
        meeting_time=time[0] if time else None,
        meeting_time_at=time[1] if time else None,
        venue=_value(blocks, "venue") or _venue(blocks),
        decision_date=decided[0] if decided else None,
        decision_date_at=decided[1] if decided else None,
    )


def _is_signing(doc: Doc, day: Stretch) -> bool:
    """Whether a day is that of a signature: "Signed … Dated 4 May 2023"."""
    return SIGNED_RE.search(text_of(doc)[max(0, day.start - 80) : day.start]) is not None


def _value(blocks: Sequence[Passage], key: str) -> Stretch | None:
    """The value of the first label line of a key."""
    for passage in blocks:
        if passage.field is not None and passage.field.key == key and passage.field.value is not None:
            value = passage.field.value
            words = passage.source[value.start : value.end]
            return Stretch(value.end - len(words.lstrip(" |:")), value.end)
    return None


def _title(doc: Doc, blocks: Sequence[Passage], items: Sequence[ItemReading]) -> Stretch | None:
    """The subject's label line, else the line below "Report of …", else the title of the only item."""
    subject = _value(blocks, "subject")
    if subject is not None:
        return subject
    for passage, below in pairwise(blocks[: HEAD + 1]):
        if REPORT_OF_RE.match(passage.text) and len(passage.text) < 160 and passage.text.isupper():
            return Stretch(below.start, below.end)
    return items[0].title if len(items) == 1 else None


def _reference(doc: Doc, blocks: Sequence[Passage]) -> Stretch | None:
    """The reference of a label line, else one printed in the head."""
    labelled = _value(blocks, "reference")
    if labelled is not None:
        return labelled
    for passage in blocks[:HEAD]:
        match = REFERENCE_RE.search(passage.text)
        if match is not None:
            return Stretch(passage.start + match.start("reference"), passage.start + match.end("reference"))
    return None


def _day(doc: Doc, kind: str) -> tuple[str, Stretch] | None:
    """The first printed day of a kind."""
    for mention in read(doc, Label.DATE):
        value = mention.value
        if isinstance(value, DateReading) and value.kind == kind and value.iso is not None and len(value.iso) == 10:
            return value.iso, Stretch(mention.start, mention.end)
    return None


def _head_day(blocks: Sequence[Passage]) -> tuple[str, Stretch] | None:
    """The first full day of the head of minutes or an agenda, in a short line."""
    for passage in blocks[:HEAD]:
        found = [day for day in dates.find(passage.text) if day.value.full] if len(passage.text) < 300 else []
        if OTHERS_RE.search(passage.text):
            return None
        alone = found and (
            2 * (found[0].end - found[0].start) > len(passage.text)
            or TIME_BEHIND_RE.fullmatch(passage.text, found[0].end)
        )
        if found and (alone or MEETING_RE.search(passage.text)):
            return found[0].value.full or "", Stretch(passage.start + found[0].start, passage.start + found[0].end)
    return _held(blocks)


def _held(blocks: Sequence[Passage]) -> tuple[str, Stretch] | None:
    """The day behind "Minutes of … held on" in the first words, where a line break or the whole page stands around."""
    start, source = blocks[0].start, blocks[0].source
    words = source[start : min(start + 600, blocks[min(HEAD, len(blocks)) - 1].end)]
    for day in dates.find(words):
        if day.value.full and HELD_RE.search(words[: day.start]):
            return day.value.full, Stretch(start + day.start, start + day.end)
    return None


def _signed(doc: Doc) -> tuple[str, Stretch] | None:
    """The day of the last signature: a decision is made when all have signed."""
    text, signed = text_of(doc), []
    for mention in read(doc, Label.SIGNATURE):
        if isinstance(mention.value, SignatureReading) and mention.value.date is not None:
            found = [d for d in dates.find(text[mention.start : mention.end]) if d.value.full == mention.value.date]
            if found:
                place = Stretch(mention.start + found[-1].start, mention.start + found[-1].end)
                signed.append((mention.value.date, place))
    return max(signed, default=None)


def _time(text: str, blocks: Sequence[Passage]) -> tuple[str, Stretch] | None:
    """The time beside the day in the head, or on its own label line."""
    labelled = _value(blocks, "meeting_time")
    places = [labelled] if labelled else []
    for passage in blocks[:HEAD]:
        is_meeting = dates.find(passage.text) or re.search(r"\b(?:held|meeting)\b", passage.text)
        if len(passage.text) < 400 and is_meeting:
            places.append(Stretch(passage.start, passage.end))
    for place in places:
        times = dates.find_times(text[place.start : place.end])
        if times:
            return times[0].value, Stretch(place.start + times[0].start, place.start + times[0].end)
    return None


def _venue(blocks: Sequence[Passage]) -> Stretch | None:
    """The place that a line of the head says the meeting was held at."""
    for passage in blocks[:HEAD]:
        match = VENUE_RE.search(passage.text) if len(passage.text) < 400 else None
        if match is not None:
            return Stretch(passage.start + match.start("venue"), passage.start + match.end("venue"))
    return None


@Language.component("minutes_documents")
def minutes_documents(doc: Doc) -> Doc:
    """Writes the document."""
    write(doc, find(doc))
    return doc
