"""Blocks as the language sees them: words, printed label, and what kind of heading they are, if any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from minutes_extract.annotations import FieldReading, Force, Label, SectionKind, Stretch
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp.lexicon import codes, fold
from minutes_extract.nlp.spans import ledger, read, text_of

# "Constitutional Comments (LW 10/02/22)": initials and a date behind a heading.
INITIALS_RE = re.compile(r"\s*\([A-Z]{2,4}[\s,]+[\d/. ]+\)\s*$")
# "4 REASONS FOR DECISION", "2. BACKGROUND", "1.0 Purpose": a heading's own number.
PLURAL_RE = re.compile(r"/s\b|\(s\)", re.IGNORECASE)
NUMBER_RE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.)\s+")


SHORT = 80  # letters that a line of background has at least

# "FINANCE COMMENTS (INCLUDING VALUE FOR MONEY)": what a heading adds in brackets
BRACKET_RE = re.compile(r"\s*\(.*", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading of a part of an item. `rest` is what stands behind it on the same line ("Decision: To approve …")."""

    kind: SectionKind
    force: Force
    extent: Stretch
    rest: Stretch | None


@dataclass(frozen=True)
class Passage:
    """A block, the text it stands in, and its label line, if it is one.

    `numbered`: a short line in a series of numbered headings, of which the lexicon knows others.
    """

    source: str
    block: Block
    field: FieldReading | None = None
    numbered: bool = False

    @property
    def start(self) -> int:
        """Where the block begins."""
        return self.block.start

    @property
    def end(self) -> int:
        """Where the block ends."""
        return self.block.end

    @cached_property
    def text(self) -> str:
        """All the words of the block."""
        return self.source[self.block.start : self.block.end]

    @cached_property
    def label(self) -> str:
        """The printed list label, or ""."""
        if self.block.kind is not BlockKind.LIST_ITEM:
            return ""
        return self.source[self.block.start : self.block.label_end]

    @cached_property
    def body(self) -> str:
        """The words behind the printed list label."""
        return self.source[self.body_start : self.block.end]

    @property
    def body_start(self) -> int:
        """Where the words behind the printed list label begin."""
        return self.block.body_start if self.block.kind is BlockKind.LIST_ITEM else self.block.start

    @cached_property
    def heading(self) -> Heading | None:
        """What heading this block is, by the lexicon: alone on its line, or before a colon or a cell border."""
        if self.field is not None and self.field.key:
            return None
        whole = self._heading_of(self.block.end) or self._head_row()
        if whole is not None:
            return whole
        if self.numbered:
            return Heading(SectionKind.OTHER, Force.DECIDES, Stretch(self.block.start, self.block.end), None)
        if self.label:
            return None
        colon = re.search(r":-?\s*(?:\|\s*)?|\s*\|\s*|\s+[-–]\s+(?=[A-Z])", self.text[:160])
        if colon is None or self.text[colon.end() :].strip() == "":
            return self._heading_of(self.block.start + colon.start()) if colon else None
        found = self._heading_of(self.block.start + colon.start())
        if found is None or (found.kind is SectionKind.OPERATIVE and colon[0].strip()[:1] not in (":", "|")):
            return None
        rest = Stretch(self.block.start + colon.end(), self.block.end)
        if re.match(r"\d{1,2}/\d{1,2}/\d", self.source[rest.start : rest.end]):
            return None  # "Agreed: 09/05/06" is a field of a form
        if found.kind is SectionKind.BACKGROUND and rest.end - rest.start < SHORT:
            return None  # "Report: Allotments Policy" names a paper
        return Heading(found.kind, found.force, found.extent, rest)

    def _head_row(self) -> Heading | None:
        """The head row of a table whose last cell is a heading: "Decision number: | Decision:"."""
        cells = self.text.split(" | ")
        if self.block.kind is not BlockKind.TABLE_ROW or len(cells) < 2:
            return None
        known = [codes("headings").get(fold(cell)) or codes("labels").get(fold(cell)) for cell in cells]
        last = codes("headings").get(fold(cells[-1]))
        if last is None or not all(known):
            return None
        kind = SectionKind.OPERATIVE if last == "recommended" else SectionKind(last)
        return Heading(kind, Force.DECIDES, Stretch(self.block.start, self.block.end), None)

    def _heading_of(self, end: int) -> Heading | None:
        words = PLURAL_RE.sub("s", self.source[self.block.start : end])  # "Recommendation/s", "Reason(s) for decision"
        for form in (
            words,
            NUMBER_RE.sub("", words),
            INITIALS_RE.sub("", words),
            self.source[self.body_start : end],
            self.source[self.block.start : end],
            BRACKET_RE.sub("", NUMBER_RE.sub("", words)) if words.isupper() else "",
        ):
            code = codes("headings").get(fold(form)) if len(form) < 200 else None
            if code == "recommended":
                return Heading(SectionKind.OPERATIVE, Force.RECOMMENDS, Stretch(self.block.start, end), None)
            if code:
                return Heading(SectionKind(code), Force.DECIDES, Stretch(self.block.start, end), None)
        return None

    @property
    def is_field(self) -> bool:
        """Whether this is a label line whose label is known."""
        return self.field is not None and self.field.key != ""


KEY = "minutes_passages"


@dataclass(frozen=True)
class Made:
    """The passages of a `Doc`, and how many label lines were known when they were made."""

    fields: int
    passages: "list[Passage]"


def passages(doc: Doc) -> list[Passage]:
    """The blocks of a document as passages, label lines joined with their readings; made once its fields are known."""
    fields: dict[int, FieldReading] = {}
    mentions = read(doc, Label.FIELD)
    made = doc.user_data.get(KEY)
    if isinstance(made, Made) and made.fields == len(mentions):
        return made.passages
    for mention in mentions:
        if isinstance(mention.value, FieldReading):
            fields[mention.start] = mention.value
            if mention.value.value is not None:
                fields.setdefault(mention.value.value.start, mention.value)
    blocks = ledger(doc).blocks
    series = _numbered_headings(text_of(doc), blocks)
    text = text_of(doc)
    found = [Passage(text, block, fields.get(block.start), block.start in series) for block in blocks]
    doc.user_data[KEY] = Made(len(mentions), found)
    return found


# Titles of items of a meeting's business, which are headings and labels elsewhere.
MEETING = frozenset({"minutes", "apologies", "declarations of interest"})
FIRST = 3  # a form or report numbers its headings from one, or from what its cover leaves


def _numbered_headings(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Where the headings of a form or report begin that numbers them: "3. Decision", "4. Power relied on"."""
    short = [
        (block, fold(text[block.body_start : block.end]))
        for block in blocks
        if block.kind is BlockKind.LIST_ITEM
        and text[block.start : block.label_end].strip("(). ").isdigit()
        and block.end - block.body_start < 90
        and text[block.end - 1] not in ".;,"
    ]
    lowest = min((int(text[block.start : block.label_end].strip("(). ")) for block, _ in short), default=0)
    known = sum(words in codes("headings") or words in codes("labels") for _, words in short if words not in MEETING)
    return frozenset(block.start for block, _ in short) if known >= 2 and lowest <= FIRST else frozenset()


def within(found: Sequence[Passage], start: int, end: int) -> list[Passage]:
    """The passages that lie inside `[start, end)`."""
    return [passage for passage in found if start <= passage.start < end]
