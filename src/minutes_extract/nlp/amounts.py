"""minutes_amounts: every amount of money printed in a document, and what it is to the decision.

Reads:  LIMB, SECTION, FIELD
Writes: AMOUNT (AmountReading), links PART_OF

    approve spend of up to £18.72m over 9 years, of which up to £11.262m is a guaranteed block payment
    Contract Value (£) | £78,960 per annum estimated average
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import (
    AmountReading,
    FieldReading,
    Label,
    Link,
    LinkKind,
    Mention,
    Role,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp import cells
from minutes_extract.nlp.cells import Placed, figure, moved, words
from minutes_extract.nlp.spans import join, ledger, read, text_of, write
from minutes_extract.values import columns, money, purposes, shares
from minutes_extract.values.columns import Heads
from minutes_extract.values.found import Found
from minutes_extract.values.money import Money, Qualifier

# A line that says who may approve what, or why a decision is a key one: "Executive Director (extension < £150k)".
APPROVER_RE = re.compile(
    r"\b(?:Director|Officer|Manager|Head|Member|Cabinet|Executive|Board|Committee|Council|Leader"
    r"|Reason\s+Key|[Kk]ey\s+[Dd]ecision)\b"
)
# The label of a row that tells of the contract before the decision: "As first let | 3+1+1 years, at £114,600pa".
EARLIER_RE = re.compile(
    r"""\A[^|:]{0,60}? \b(?: original(?:ly)? | existing | current(?:ly)? | present | previous(?:ly)? | prior | earlier
      | incumbent | to[ ]date | so[ ]far | already | (?:as|when)[ ](?:first|last)[ ]\w+ | first[ ]let | last[ ]year
      )\b [^|:]{0,60}? (?:\||:\s)""",
    re.VERBOSE | re.IGNORECASE,
)
# "any key decision that would cost £600k or more": what makes a decision a key one is no part of it
KEY_DECISION_RE = re.compile(r"\bkey\s+decisions?\b[^.;]*\Z", re.IGNORECASE)
COMPARED_RE = re.compile(r"[<>≤≥]\s*\Z")
# Whose dollars a document means, where it says so: Ontario's sales tax, a province, a country.
DOLLARS = (("CAD", re.compile(r"\bHST\b|\bOntario\b|\bCanad(?:a|ian)\b")), ("AUD", re.compile(r"\bAustralian?\b")))


def find(doc: Doc) -> list[Mention]:
    """Every amount of a document, block by block."""
    return [mention for mentions, _ in _by_block(doc) for mention in mentions]


def _by_block(doc: Doc) -> Iterator[tuple[list[Mention], list[Link]]]:
    """The amounts of each block and the links between them."""
    text, kept = text_of(doc), ledger(doc)
    dollars = next((code for code, named in DOLLARS if named.search(text)), None) if "$" in text else None
    decided = Decided.of(doc)
    in_tables = cells.find(text, kept.tables, dollars)
    fields = _fields(doc)
    over: Heads | None = None
    above = 0
    for block in kept.blocks:
        body = text[block.start : block.end]
        placed = in_tables.get(block.start)
        if placed is None:
            placed = _flat(body, block, over, above) or _prose(body, block, dollars)
            placed = placed or _field(text, fields.get(block.start, ()))
        heads = columns.heads(body)
        if heads or not placed:
            over, above = heads, block.start
        if placed:
            yield _mentions(text, block, placed, decided), _links(text, block, placed)


def _prose(body: str, block: Block, dollars: str | None) -> list[Placed]:
    """The amounts of a block that is no table row."""
    return [Placed(moved(found, block.start)) for found in money.find(body, dollars)]


def _flat(body: str, block: Block, over: Heads | None, above: int) -> list[Placed]:
    """The amounts of a table row that lost its cells, under heads that begin at `above`."""
    return [
        Placed(
            moved(cell.found, block.start),
            Stretch(block.start + cell.row[0], block.start + cell.row[1]),
            Stretch(*(above + place for place in over.places[cell.column])) if over.places else None,
        )
        for cell in (columns.flat_rows(body, over) if over else ())
        if over
    ]


def _fields(doc: Doc) -> dict[int, list[FieldReading]]:
    """Label lines whose label names a currency, by the start of the block that holds their value."""
    starts = [block.start for block in ledger(doc).blocks]
    found: dict[int, list[FieldReading]] = {}
    for mention in read(doc, Label.FIELD):
        field = mention.value
        if isinstance(field, FieldReading) and field.value and columns.scale(words(text_of(doc), field.label)):
            found.setdefault(starts[bisect_right(starts, field.value.start) - 1], []).append(field)
    return found


def _field(text: str, fields: Iterable[FieldReading]) -> list[Placed]:
    """A bare figure after a label that names its currency: "Contract value (£): 78,960"."""
    found = (
        figure(text, field.value, columns.scale(words(text, field.label)), words(text, field.label) + ": ")
        for field in fields
        if field.value
    )
    return [placed for placed in found if placed]


# --- what an amount is to the decision -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decided:
    """The stretches of text in which an amount is decided upon."""

    stretches: tuple[tuple[int, int], ...]
    told: tuple[tuple[int, int], ...] = ()  # reasons and the like, which may be printed between limbs

    @classmethod
    def of(cls, doc: Doc) -> "Decided":
        """Limbs, operative sections, and the stated total."""
        found = [(m.start, m.end) for m in read(doc, Label.LIMB)]
        told: list[tuple[int, int]] = []
        for section in read(doc, Label.SECTION):
            operative = isinstance(section.value, SectionReading) and section.value.kind is SectionKind.OPERATIVE
            (found if operative else told).append((section.start, section.end))
        found.extend(
            m.value.value
            for m in read(doc, Label.FIELD)
            if isinstance(m.value, FieldReading) and m.value.key == "total_value" and m.value.value
        )
        return cls(tuple(_joined(sorted(found))), tuple(told))

    def holds(self, found: Found[Money]) -> bool:
        """Whether an amount stands inside one of them."""
        place = bisect_right(self.stretches, (found.start, float("inf"))) - 1
        inside = place >= 0 and found.end <= self.stretches[place][1]
        return inside and not any(start <= found.start < end for start, end in self.told)


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted stretches with those that overlap made one."""
    start, end = -1, -1
    for first, last in stretches:
        if first > end:
            if end >= 0:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end >= 0:
        yield start, end


def _mentions(text: str, block: Block, placed: list[Placed], decided: Decided) -> list[Mention]:
    """The amounts of one block as mentions."""
    mentions, floor = [], block.start
    for each in placed:
        found = each.found
        threshold = _is_approval_limit(text, block, found) or _is_key_limit(text, block, found)
        is_decided = decided.holds(found) and not threshold and not _is_earlier(text, block, found)
        role = Role.DECIDED if is_decided else Role.BACKGROUND
        purpose = "threshold" if threshold else _purpose(text, block, each, floor)
        reading = AmountReading(found.value, role, purpose, each.row, each.column)
        mentions.append(Mention(Label.AMOUNT, found.start, found.end, reading))
        floor = found.end
    return mentions


def _purpose(text: str, block: Block, placed: Placed, floor: int) -> str | None:
    """What an amount is for: by its heads in a table, by the words around it elsewhere."""
    for head in (placed.row, placed.column):
        if head and (purpose := purposes.parse(words(text, head), head.end - head.start, head.end - head.start)):
            return purpose
    if placed.row:
        return None
    start, end = placed.found.start - block.start, placed.found.end - block.start
    return purposes.parse(text[block.start : block.end], start, end, floor - block.start)


def _is_approval_limit(text: str, block: Block, found: Found[Money]) -> bool:
    """Whether an amount only says who approves: "Executive Director (extension < £150k)" in a row of a form."""
    before = text[block.start : found.start]
    short = block.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD) or block.end - block.start < 120
    return short and bool(COMPARED_RE.search(before)) and bool(APPROVER_RE.search(before))


def _is_key_limit(text: str, block: Block, found: Found[Money]) -> bool:
    """Whether an amount tells from which sum on a decision is a key one."""
    before = text[max(block.start, found.start - 120) : found.start]
    return found.value.qualifier is Qualifier.AT_LEAST and bool(KEY_DECISION_RE.search(before))


def _is_earlier(text: str, block: Block, found: Found[Money]) -> bool:
    """Whether an amount stands in a row of a form that tells of the contract before the decision."""
    if block.kind not in (BlockKind.TABLE_ROW, BlockKind.FIELD):
        return False
    return bool(EARLIER_RE.match(text[block.start : found.start]))


def _links(text: str, block: Block, placed: list[Placed]) -> list[Link]:
    """Which amounts of a block are parts of which."""
    if len(placed) < 2 or any(each.row or each.column for each in placed):
        return []
    local = tuple(moved(each.found, -block.start) for each in placed)
    keys = [Mention(Label.AMOUNT, each.found.start, each.found.end).key for each in placed]
    pairs = shares.find(text[block.start : block.end], local)
    return [Link(LinkKind.PART_OF, keys[part], keys[whole]) for part, whole in pairs]


@Language.component("minutes_amounts")
def minutes_amounts(doc: Doc) -> Doc:
    """Writes the amounts of a document and the links between them."""
    found = list(_by_block(doc))
    write(doc, (mention for mentions, _ in found for mention in mentions))
    join(doc, (link for _, links in found for link in links))
    return doc
