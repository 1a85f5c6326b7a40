"""minutes_signatures: finds who signed, in what post and when.

Reads: the blocks.
Writes: signature.

    Signed: Councillor A. Moss    Date: 3 November 2022
    Ann Hale (Executive Member - Housing) / SIGNED and Dated: 25/07/2024
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, SignatureReading, Stretch
from minutes_extract.document import Block
from minutes_extract.nlp.spans import ledger, text_of, write
from minutes_extract.values import dates, people
from minutes_extract.values.found import Found
from minutes_extract.values.name_words import POST_RE

# "Signed:", "SIGNED and Dated:", "Signature |", "Signed by", "(signed)"
SIGNED_RE = re.compile(
    r"\(?(?:digitally )?(?:signed(?: and dated| by)?|signature(?: of [\w ]{3,40})?)\)?\s*[:|.…_]*\s*", re.IGNORECASE
)
# "Dated 20 February 2020", "Date: 3 November 2022"
DATED_RE = re.compile(r"dated?(?: of signature| signed)?\s*[:|]?\s*", re.IGNORECASE)
LONGEST_LINE = 160  # of a signature


def find(doc: Doc) -> list[Mention]:
    """Signatures with a printed name: the name stands on the line, or on the one above or below."""
    text, blocks = text_of(doc), ledger(doc).blocks
    found: list[Mention] = []
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        if len(line) > LONGEST_LINE:
            continue
        mention = _signed(text, blocks, index) or _dated(text, blocks, index)
        if mention is not None and not (found and mention.start < found[-1].end):
            found.append(mention)
    return found


def _signed(text: str, blocks: tuple[Block, ...], index: int) -> Mention | None:
    """A line that says "signed": with the name on it, above it, or below it."""
    block = blocks[index]
    match = SIGNED_RE.match(text, block.start, block.end)
    if match is None or text[block.start : match.end()].strip().islower():
        return None
    after = _person_at(text, match.end(), block.end)
    if after is not None:
        return _mention(text, blocks, index, after, block.start)
    rest = text[match.end() : block.end].strip(" ._…|")
    is_day = not rest or DATED_RE.match(rest) or dates.parse(rest)
    above = _person_line(text, blocks, index - 1) if is_day and rest else None
    if above is not None:
        return _mention(text, blocks, index, above, above.start)
    below = _person_line(text, blocks, index + 1) if is_day else None
    return _mention(text, blocks, index + 1, below, block.start) if below is not None else None


def _dated(text: str, blocks: tuple[Block, ...], index: int) -> Mention | None:
    """A line "Dated 20 February 2020" over a name, without the word "signed"."""
    block = blocks[index]
    match = DATED_RE.match(text, block.start, block.end)
    if match is None or not text.startswith("Dated", block.start) or dates.parse(text[match.end() : block.end]) is None:
        return None
    below = _person_line(text, blocks, index + 1)
    if below is None:
        return None
    day = dates.parse(text[match.end() : block.end])
    reading = _reading(below.value, day.full if day else None)
    return Mention(Label.SIGNATURE, block.start, below.end, reading)


def _mention(text: str, blocks: tuple[Block, ...], last: int, person: Found[people.Person], start: int) -> Mention:
    """A signature from its first line to its day, which stands on its own lines or on one of the next two."""
    end = max(blocks[last].end, person.end)
    day = _day(text[start:end])
    post = person.value.post
    for block in blocks[last + 1 : last + 3]:
        line = text[block.start : block.end]
        if post is None and day is None and len(line) < LONGEST_LINE and POST_RE.match(line):
            post, end = Found(block.start, block.end, line), block.end
            continue
        dated = DATED_RE.match(line)
        if day is None and dated and (value := dates.parse(line[dated.end() :])):
            day, end = value.full, block.end
        break
    return Mention(Label.SIGNATURE, start, end, _reading(people.Person(person.value.name, post), day))


def _reading(person: people.Person, day: str | None) -> SignatureReading:
    post = Stretch(person.post.start, person.post.end) if person.post else None
    return SignatureReading(Stretch(person.name.start, person.name.end), post, day)


def _person_at(text: str, start: int, end: int) -> Found[people.Person] | None:
    """The person whose name begins at a place."""
    found = people.listed(text, start, end)
    return found[0] if found and found[0].start == start else None


def _person_line(text: str, blocks: tuple[Block, ...], index: int) -> Found[people.Person] | None:
    """The person that a whole line names."""
    if not 0 <= index < len(blocks):
        return None
    block = blocks[index]
    person = _person_at(text, block.start, block.end)
    return person if person is not None and text[person.end : block.end].strip(" .,") == "" else None


def _day(words: str) -> str | None:
    found = dates.find(words)
    return found[-1].value.full if found else None


@Language.component("minutes_signatures")
def minutes_signatures(doc: Doc) -> Doc:
    """Writes signatures."""
    write(doc, find(doc))
    return doc
