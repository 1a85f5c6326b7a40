"""Blocks: what each passage and row is on the page, and the canonical text that they make together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_extract.document import Block, BlockKind, FragmentKind, Page, Recognised, Table, TableCell
from minutes_extract.layout.joints import joined
from minutes_extract.layout.kinds import classify
from minutes_extract.layout.labels import field_label
from minutes_extract.layout.lines import Line
from minutes_extract.layout.passages import Passage
from minutes_extract.layout.tables import Row

_BAR = " | "
_HAIR = 1.0  # indents that differ by less, in characters or points, are one


@dataclass(slots=True)
class Composition:
    """The canonical text as it grows, with everything that points into it."""

    texts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    cells: list[tuple[int, list[TableCell]]] = field(default_factory=list)  # by table
    rows: list[tuple[int, int]] = field(default_factory=list)  # where each table begins and ends

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables so far."""
        return tuple(Table(*rows, tuple(cells)) for rows, (_, cells) in zip(self.rows, self.cells, strict=True))

    def begin(self) -> int:
        """Where the next block begins."""
        return self.length + 1 if self.texts else 0

    def add(self, text: str, block: Block) -> None:
        """Adds a block and its text."""
        self.texts.append(text)
        self.blocks.append(block)
        self.length = block.end

    def place(self, line: Line, start: int, end: int) -> None:
        """Says where a line has come to stand: on its page, and how surely it was read."""
        number = line.page
        if line.confidence is not None:
            self.recognised.append(Recognised(start, end, line.confidence))
        if number is None or start == end:
            return
        if self.pages and self.pages[-1].number == number:
            self.pages[-1] = Page(number, self.pages[-1].start, end)
        else:
            self.pages.append(Page(number, start, end))


def compose(elements: Sequence[Passage | Row], known: frozenset[str]) -> Composition:
    """The canonical text of passages and rows; `known` are the words that the document prints with a hyphen."""
    made = Composition()
    kinds = classify(elements)
    steps = _steps(elements)
    for element, kind in zip(elements, kinds, strict=True):
        if isinstance(element, Row):
            _add_row(made, element)
        else:
            _add_passage(made, element, kind, steps, known)
    return made


def _steps(elements: Sequence[Passage | Row]) -> dict[float, int]:
    """The indents of a document, as steps from 0; those that differ by a hair are one."""
    seen = {e.first.indent for e in elements if isinstance(e, Passage) and e.first.indent is not None}
    steps: dict[float, int] = {}
    step, last = -1, float("-inf")
    for indent in sorted(seen):
        if indent - last > _HAIR:
            step, last = step + 1, indent
        steps[indent] = step
    return steps


def _add_passage(
    made: Composition, passage: Passage, kind: BlockKind, steps: dict[float, int], known: frozenset[str]
) -> None:
    """Adds a passage as a block."""
    first, start = passage.first, made.begin()
    text, places = joined(passage.lines, known)
    label = first.label_end if kind is not BlockKind.FIELD else field_label(text)
    if kind is BlockKind.PARAGRAPH:
        label = 0
    body = label + (text[label : label + 1] == "-" and kind is BlockKind.FIELD)
    while body < len(text) and text[body] == " ":
        body += 1
    level = first.level if kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else None
    listed = first.kind is FragmentKind.LIST_ITEM and level is not None
    indent = level - 1 if listed and level else steps.get(first.indent) if first.indent is not None else None
    block = Block(
        kind, start, start + len(text), label_end=start + label, body_start=start + body, page=first.page,
        level=level, indent=indent, gap=first.blanks > 0, bold=first.bold,
    )  # fmt: skip
    made.add(text, block)
    ends = [*places[1:], len(text)]
    for line, at, end in zip(passage.lines, places, ends, strict=True):
        made.place(line, start + at, start + end)


def _add_row(made: Composition, row: Row) -> None:
    """Adds a row as a block, its cells joined by bars."""
    start = at = made.begin()
    cells: list[TableCell] = []
    for cell in row.cells:
        at += len(_BAR) if cells else 0
        cells.append(TableCell(row.row, cell.column, at, at + len(cell.text), cell.header))
        at += len(cell.text)
    first = row.first
    block = Block(
        BlockKind.TABLE_ROW, start, at, label_end=start, body_start=start, page=first.page, gap=first.blanks > 0,
        bold=first.bold,
    )  # fmt: skip
    follows = bool(made.blocks) and made.blocks[-1].kind is BlockKind.TABLE_ROW
    made.add(_BAR.join(cell.text for cell in row.cells), block)
    made.place(first, start, at)
    if follows and made.cells[-1][0] == row.table:
        made.cells[-1][1].extend(cells)
        made.rows[-1] = (made.rows[-1][0], at)
    else:
        made.cells.append((row.table, cells))
        made.rows.append((start, at))
