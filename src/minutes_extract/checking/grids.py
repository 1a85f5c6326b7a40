"""Tables as grids of figures: cells by row and column, the labels of rows, the heads of columns.

Both kinds of table become the same grid: those whose cells the file gives, and those that a converter flattened to
lines ("2023/24 2024/25 Total £m £m £m"). In a column brackets are a minus sign and a dash is nought.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from minutes_extract.annotations import Stretch
from minutes_extract.checking.intervals import Figure
from minutes_extract.document import Block, Document, Table, TableCell
from minutes_extract.values import columns
from minutes_extract.values.columns import Heads, Scale

AS_PRINTED = Scale("GBP", Decimal(1))
NOUGHT_RE = re.compile(r"[-–—]|nil|none|n/a", re.IGNORECASE)
YEAR_RE = re.compile(r"(?:19|20)\d\d")
# "SCP 12 | £23,114": a label may be a figure; what has letters is a label for certain.
LETTERS_RE = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in a table, and where it stands; a dash is nought, as exact as nought can be."""

    figure: Figure
    place: Stretch
    is_dash: bool = False


@dataclass(slots=True)
class Grid:
    """A table: entries by (row, column). `unread` are cells in columns of figures that hold something else."""

    start: int
    entries: dict[tuple[int, int], Entry] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    unread: set[tuple[int, int]] = field(default_factory=set)
    general: Fraction = Fraction(1)
    """What all figures are multiplied by, where no column says so for itself: "£000" in the corner."""

    @property
    def rows(self) -> list[int]:
        """Rows that hold figures, in order."""
        return sorted({row for row, _ in self.entries})

    @property
    def columns(self) -> list[int]:
        """Columns that hold figures, in order."""
        return sorted({column for _, column in self.entries})

    def scales(self, wanted: list[int]) -> dict[int, Fraction]:
        """What the figures of columns are multiplied by, so that they can be added to each other."""
        found = {column: columns.scale(self.heads.get(column, "")) for column in wanted}
        if any(scale is None for scale in found.values()):
            return dict.fromkeys(wanted, self.general)
        return {column: Fraction(scale.factor) for column, scale in found.items() if scale}


def grids(document: Document) -> Iterator[Grid]:
    """Every table of a document, in order of its kind."""
    for table in document.tables:
        yield _of_cells(document.text, table)
    yield from _flat(document)


def _of_cells(text: str, table: Table) -> Grid:
    grid = Grid(table.start)
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    body = _first_row_of_figures(text, cells)
    line = text.rfind("\n", 0, max(0, table.start - 1)) + 1
    above = columns.scale(text[line : table.start])
    for cell in cells:
        words = text[cell.start : cell.end].strip()
        if cell.row < body:
            grid.heads[cell.column] = f"{grid.heads.get(cell.column, '')} {words}".strip()
        else:
            _take(grid, cell, words)
    above = columns.scale(grid.heads.get(0, "")) or above
    grid.general = Fraction(above.factor) if above else Fraction(1)
    return grid


def _first_row_of_figures(text: str, cells: list[TableCell]) -> int:
    """The first row that is not a head: one that has a figure other than a year."""
    for cell in cells:
        words = text[cell.start : cell.end].strip()
        if not cell.header and cell.column and not YEAR_RE.fullmatch(words) and columns.find(words, AS_PRINTED):
            return cell.row
    return len(cells)


def _take(grid: Grid, cell: TableCell, words: str) -> None:
    """Puts a cell of the body where it belongs."""
    key = (cell.row, cell.column)
    if cell.row not in grid.labels and LETTERS_RE.search(words) and not NOUGHT_RE.fullmatch(words):
        grid.labels[cell.row] = words
        if cell.column:
            grid.unread.add(key)
        return
    if not cell.column:  # "16+", "2": the first column tells what a row is, in figures too
        grid.labels.setdefault(cell.row, words)
        return
    found = columns.find(words, AS_PRINTED)
    if found and found.value.value is not None:
        figure = Figure(Fraction(found.value.value), Fraction(found.value.precision))
        grid.entries[key] = Entry(figure, Stretch(cell.start + found.start, cell.start + found.end))
    elif NOUGHT_RE.fullmatch(words):
        grid.entries[key] = Entry(Figure(Fraction(0)), Stretch(cell.start, cell.end), is_dash=True)
    elif words:
        grid.unread.add(key)


# --- tables that lost their cells -------------------------------------------------------------------------------------


def _flat(document: Document) -> Iterator[Grid]:
    """Tables whose rows stand in lines below a line of heads."""
    over, grid = None, Grid(0)
    for block, following in pairwise((*document.blocks, None)):
        if block is None:
            return
        body = document.text[block.start : block.end]
        heads = columns.heads(body)
        if heads:
            over, grid = heads, _headed(heads, body, block)
        elif over:
            taken = _take_flat(grid, over, body, block)
            over = over if taken else None
        if over and grid.entries and (following is None or not _goes_on(document, following, over)):
            yield grid
            over = None


def _goes_on(document: Document, block: Block, over: Heads) -> bool:
    return any(True for _ in columns.flat_rows(document.text[block.start : block.end], over))


def _headed(over: Heads, body: str, block: Block) -> Grid:
    grid = Grid(block.start)
    for column, (start, end) in enumerate(over.places, 1):
        grid.heads[column] = body[start:end]
    return grid


def _take_flat(grid: Grid, over: Heads, body: str, block: Block) -> bool:
    """Adds the rows of a line; whether there were any."""
    rows: dict[tuple[int, int], int] = {}
    for cell in columns.flat_rows(body, over):
        if cell.row not in rows:
            rows[cell.row] = max(grid.labels, default=0) + 1
            grid.labels[rows[cell.row]] = body[slice(*cell.row)].strip()
        money = cell.found.value
        if money.value is not None:
            place = Stretch(block.start + cell.found.start, block.start + cell.found.end)
            entry = Entry(Figure(Fraction(money.value), Fraction(money.precision)), place)
            grid.entries[rows[cell.row], cell.column + 1] = entry
    return bool(rows)
