"""minutes_fields: finds label lines and what they say.

Reads: the blocks.
Writes: field.

    Decision Maker: Cabinet Member for Finance
    Is Key decision? | Yes
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import FieldReading, Label, Mention, Stretch
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp import leads
from minutes_extract.nlp.leads import Strength
from minutes_extract.nlp.lexicon import codes, fold
from minutes_extract.nlp.spans import ledger, text_of, write

# The border between a label and its value: a colon, or the border of a table cell.
BORDER_RE = re.compile(r"\??\s*(?::-?|\s\|)\s*(?:\|\s*)?")
# "Decision Maker:" and, on the next line, "(Including Job Title)": how to fill in the form
HINT_RE = re.compile(r"\([^()]{3,80}\)")
# A label line is short; the longest in the lexicon has 90 letters.
LONGEST_LABEL = 120


def find(doc: Doc) -> list[Mention]:
    """Label lines, each with the key of its label ("" where the lexicon has none) and its value."""
    blocks = ledger(doc).blocks
    found = []
    for index, block in enumerate(blocks):
        reading = _reading(text_of(doc), block)
        if reading is None:
            continue
        if reading.value is None and reading.key:
            below = blocks[index + 1 : index + 3]
            hinted = len(below) > 1 and HINT_RE.fullmatch(text_of(doc)[below[0].start : below[0].end].strip())
            following = below[1] if hinted else below[0] if below else None
            reading = FieldReading(reading.key, reading.label, _next_value(text_of(doc), following))
        end = max(block.end, reading.value.end if reading.value else 0)
        found.append(Mention(Label.FIELD, block.start, end, reading))
    return found


def _reading(text: str, block: Block) -> FieldReading | None:
    line = text[block.start : block.end]
    if block.kind is BlockKind.LIST_ITEM:  # "1. Decision maker" in a form that numbers its labels
        key = codes("labels").get(fold(text[block.body_start : block.end]), "")
        return FieldReading(key, Stretch(block.body_start, block.end), None) if key else None
    border = BORDER_RE.search(line[:LONGEST_LABEL])
    if border is None:
        return _bare(line, block.start)
    key = _key(line[: border.start()])
    if fold(line[border.end() :]) in codes("headings") and block.kind is BlockKind.TABLE_ROW:
        return None  # the head row of a table: "Decision number: | Decision:"
    if not key and (block.kind is not BlockKind.FIELD or fold(line[: border.start()]) in codes("headings")):
        return None
    value_start = block.start + border.end()
    end = block.start + len(line.rstrip(" |"))
    value = Stretch(value_start, end) if value_start < end else None
    return FieldReading(key, Stretch(block.start, block.start + border.start()), value)


# "Date of consultation with Portfolio Holder(s) 4 May 2023": a form whose label lost its colon before a date
BARE_DATE_RE = re.compile(r"\s(?=\d{1,2}\s?(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}\b)")


def _bare(line: str, start: int) -> FieldReading | None:
    """A known label that a date follows without a border."""
    date = BARE_DATE_RE.search(line[:LONGEST_LABEL])
    key = codes("labels").get(fold(line[: date.start()]), "") if date is not None else ""
    if date is None or not key:
        return None
    value = Stretch(start + date.end(), start + len(line.rstrip()))
    return FieldReading(key, Stretch(start, start + date.start()), value)


# "PCCDecision Ref": a label that lost the space before it.
GLUED_RE = re.compile(r"(?<=[a-zA-Z\d])(?=[A-Z][a-z])")


def _key(label: str) -> str:
    """The key of a label; of one that is glued to the value before it, by its known end."""
    key = codes("labels").get(fold(label), "")
    if key or len(label) > 60:
        return key
    for border in GLUED_RE.finditer(label):
        rest = fold(label[border.end() :])
        if " " in rest and rest in codes("labels"):
            return codes("labels")[rest]
    return ""


def _next_value(text: str, block: Block | None) -> Stretch | None:
    """A label alone on its line: the next line is its value, unless that is a label, a heading or a lead-in itself."""
    if block is None or block.kind is BlockKind.LIST_ITEM:
        return None
    line = text[block.start : block.end]
    reading = _reading(text, block)
    known = reading is not None and (reading.key or reading.value is None or _is_heading(text, reading.label))
    border = BORDER_RE.search(line[:LONGEST_LABEL])
    known = known or (border is not None and fold(line[: border.start()]) in codes("headings"))
    lead = leads.find(line, opens_list=True)
    is_lead = lead is not None and lead.strength is Strength.STRONG
    if len(line) > 200 or fold(line) in codes("headings") or known or is_lead:
        return None
    return Stretch(block.start, block.end)


def _is_heading(text: str, label: Stretch) -> bool:
    return fold(text[label.start : label.end]) in codes("headings")


@Language.component("minutes_fields")
def minutes_fields(doc: Doc) -> Doc:
    """Writes label lines."""
    write(doc, find(doc))
    return doc
