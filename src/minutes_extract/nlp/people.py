"""minutes_people: finds people and what they are to the document.

Reads: advice, signature, the blocks.
Writes: person.

    Present: Cllr A Moss (Chair), Cllr T Hale
    Ann Hale, Head of Housing, presented the report.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import AdviceReading, Label, Mention, PersonReading, SignatureReading, Stretch
from minutes_extract.nlp import attendance
from minutes_extract.nlp.borders import widen
from minutes_extract.nlp.lexicon import codes, fold
from minutes_extract.nlp.passages import Passage, passages
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.values import people
from minutes_extract.values.name_words import POST_RE

# Lists that go on over several lines.
LISTS = frozenset({"present", "in_attendance", "apologies", "absent"})

# Numbers before a label: "A31/19 |", "P099/24      1.", "2."
PREFIX_RE = re.compile(r"(?:[A-Z]{1,5}[./]?\d[\d/.]*+|[\d/.():|*•\s-]++)*+")
# The label and its border; behind it a number may come again: "Apologies: 048/18: Cllr Hale".
LABEL_RE = re.compile(
    r"(?P<label>[A-Za-z][\w()/,’' -]{2,70}?)\s*(?P<border>[:;|.]+|\s[-–]\s|$)[\s:;|]*+(?:\d{1,3}/\d{2,4}[\s:;|–-]*+)?+"
)
# A web page's own line between the title of an item and its text.
MINUTES_RE = re.compile(r"(?:minutes|decision|additional documents)\s*:?\s*", re.IGNORECASE)
CONTACT_RE = re.compile(r"\b(?:enquiries|further information)\b.*\bcontact\b|\bplease contact\b", re.IGNORECASE)
JOB_RE = re.compile(r"\(?(?:Job Title|Post|Position):\s*(?P<post>[^,;)\n]{3,80})")
# What may stand in a line that names people and nothing else.
BESIDE_RE = re.compile(
    r"\b(?:and|the|also|councillors?|cllrs?|chair(?:man|person|woman)?|vice|deputy|mayor|of|plus|by|via|zoom|teams"
    r"|(?:\d+|one|two|three|four|five|no) (?:members? of the )?(?:public|press))\b|[\W\d_]",
    re.IGNORECASE,
)
REPORT_RE = re.compile(r"\breport\b|\brecommend", re.IGNORECASE)
FARTHEST = 6  # blocks between a label in a flattened form and its value
LONGEST_LIST = 40  # blocks
LONGEST_POST = 100


def find(doc: Doc) -> list[Mention]:
    """People in their capacities; one who is named twice in one place counts once."""
    text, blocks = text_of(doc), passages(doc)
    found: dict[int, PersonReading] = {}
    for reading in (
        *_signed(doc),
        *_advised(doc),
        *_labelled(blocks),
        *_signed_off(blocks),
        *attendance.find(text),
    ):
        found.setdefault(reading.name.start, reading)
    return [_mention(doc, found[start]) for start in sorted(found)]


def _mention(doc: Doc, reading: PersonReading) -> Mention:
    """The extent of a person: the name with the post or remark behind it."""
    parts = [part for part in (reading.name, reading.role, reading.detail) if part is not None]
    extent = widen(doc, min(part.start for part in parts), max(part.end for part in parts))
    return Mention(Label.PERSON, extent.start, extent.end, reading)


def _signed(doc: Doc) -> Iterator[PersonReading]:
    for mention in read(doc, Label.SIGNATURE):
        if isinstance(mention.value, SignatureReading):
            yield PersonReading(mention.value.name, mention.value.role, "signatory")


def _advised(doc: Doc) -> Iterator[PersonReading]:
    for mention in read(doc, Label.ADVICE):
        for adviser in mention.value.advisers if isinstance(mention.value, AdviceReading) else ():
            if adviser.name is not None:
                yield PersonReading(adviser.name, adviser.role, "adviser")


def _labelled(blocks: list[Passage]) -> Iterator[PersonReading]:
    """People of lines that begin with a label, and of the lines below one."""
    claimed: set[int] = set()
    for index, passage in enumerate(blocks):
        label = _label(passage)
        if label is None or index in claimed:
            continue
        capacity, start = label
        named = list(_line(passage, start, capacity))
        yield from named
        if capacity in LISTS:
            below = _below(blocks, index + 1)
        elif named or passage.text[start - passage.start :].strip():
            below = []
        else:
            below = _value(blocks, index, claimed)
        claimed.update(below)
        for other in below:
            yield from _line(blocks[other], blocks[other].start, capacity, _job(blocks, other))


def _label(passage: Passage) -> tuple[str, int] | None:
    """The capacity that a line's label gives, and where the people begin."""
    prefix = PREFIX_RE.match(passage.text)
    match = LABEL_RE.match(passage.text, prefix.end() if prefix else 0)
    capacity = codes("capacities").get(fold(match["label"])) if match else None
    return (capacity, passage.start + match.end()) if match and capacity else None


def _line(passage: Passage, start: int, capacity: str, post: Stretch | None = None) -> Iterator[PersonReading]:
    """The people of one line, from a place on."""
    if capacity == "apologies" and not _is_people(passage.source[start : passage.end]):
        return  # a sentence, which `attendance` reads
    for found in people.listed(passage.source, start, passage.end):
        person = found.value
        reading = attendance.reading(person, capacity)
        if capacity not in LISTS:
            reading = PersonReading(reading.name, reading.role or post, capacity)
        yield reading


def _below(blocks: list[Passage], index: int) -> list[int]:
    """The lines below a label that hold people and nothing else."""
    below: list[int] = []
    while index < len(blocks) and len(below) < LONGEST_LIST:
        line = blocks[index].text
        if not (MINUTES_RE.fullmatch(line) and not below):
            if _label(blocks[index]) is not None or not _is_people(line):
                break
            below.append(index)
        index += 1
    return below


def _value(blocks: list[Passage], index: int, claimed: set[int]) -> list[int]:
    """The line that answers a label standing alone: the next one; in a flattened form, a name further down.

    "Author: / Contact: / A. Moss / Department: / People / A. Moss": the first label's answer comes last.
    """
    following = blocks[index + 1 : index + 2]
    if following and _label(following[0]) is None:
        return [index + 1] if people.parse(following[0].text) or _is_people(following[0].text) else []
    for other in range(index + 2, min(index + 2 + FARTHEST, len(blocks))):
        is_answer = _label(blocks[other - 1]) is not None
        if people.is_name(blocks[other].text) and not is_answer and other not in claimed:
            return [other]
    return []


def _job(blocks: list[Passage], index: int) -> Stretch | None:
    """The post on the line below a name: "Clerk to the Board", "(Job Title: Clerk, Email: …)"."""
    if index + 1 >= len(blocks):
        return None
    line = blocks[index + 1]
    match = JOB_RE.match(line.text)
    if match is not None:
        return Stretch(line.start + match.start("post"), line.start + match.end("post"))
    if len(line.text) > LONGEST_POST or line.is_field or _label(line) is not None or _is_people(line.text):
        return None
    return Stretch(line.start, line.end) if POST_RE.match(line.text) else None


def _is_people(line: str) -> bool:
    """Whether a line names people and nothing else.

    >>> _is_people("Councillor A Moss - leave"), _is_people("Cllr Moss asked what the roof would cost.")
    (True, False)
    """
    found = people.listed(line)
    if not found:
        return False
    rest, position = "", 0
    for person in found:
        rest += line[position : person.start]
        position = person.end
    return len(BESIDE_RE.sub("", rest + line[position:])) <= 2 + len(line) // 10


def _signed_off(blocks: list[Passage]) -> Iterator[PersonReading]:
    """Names alone on a line over a post: the author at a report's end, the contact below "please contact"."""
    for index, passage in enumerate(blocks[:-1]):
        post = blocks[index + 1]
        if not people.is_name(passage.text) or len(post.text) > LONGEST_POST or _label(post) is not None:
            continue
        if POST_RE.match(post.text) is None or people.is_name(post.text):
            continue
        is_contact = any(CONTACT_RE.search(before.text) for before in blocks[max(0, index - 2) : index])
        if is_contact or REPORT_RE.search(passage.source, 0, passage.start):
            place = Stretch(passage.start, passage.end)
            yield PersonReading(place, Stretch(post.start, post.end), "contact" if is_contact else "author")


@Language.component("minutes_people")
def minutes_people(doc: Doc) -> Doc:
    """Writes people in their capacities."""
    write(doc, find(doc))
    return doc
