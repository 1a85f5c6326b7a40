"""Amounts in the cells of tables: figures under a scale, and amounts in words, with the heads of row and column."""

import re
from dataclasses import dataclass, replace

from minutes_extract.annotations import Stretch
from minutes_extract.document import Table, TableCell
from minutes_extract.values import columns, money
from minutes_extract.values.columns import Scale
from minutes_extract.values.found import Found
from minutes_extract.values.money import Money

LETTERS_RE = re.compile(r"[^\W\d_]{2}")
# A column of counts under a table's general scale: its figures are not money.
COUNTED_RE = re.compile(
    r"%|\b(?:no|number|nr|fte|units?|qty|quantity|date|year|ref|page|rank|score|posts?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """An amount in the canonical text, with the heads of its row and column if it stands in a table."""

    found: Found[Money]
    row: Stretch | None = None
    column: Stretch | None = None


def figure(text: str, stretch: Stretch, scale: Scale | None, label: str = "") -> Placed | None:
    """The amount of a stretch that holds one figure and nothing but words that speak of it."""
    found = columns.find(words(text, stretch), scale, label)
    return Placed(moved(found, stretch.start)) if found else None


def words(text: str, stretch: Stretch | TableCell) -> str:
    """The words of a stretch or a cell."""
    return text[stretch.start : stretch.end]


def moved(found: Found[Money], by: int) -> Found[Money]:
    """An amount found in a block, at its place in the canonical text."""
    return Found(found.start + by, found.end + by, found.value)


def find(text: str, tables: tuple[Table, ...], dollars: str | None) -> dict[int, list[Placed]]:
    """The amounts of every table row, by the start of its block."""
    found: dict[int, list[Placed]] = {}
    for table in tables:
        reader = TableReader(text, table, dollars)
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            row = found.setdefault(text.rfind("\n", 0, cell.start) + 1, [])
            row.extend(reader.read(cell))
    return found


class TableReader:
    """Reads the cells of a table in order, and remembers the heads that it has come by."""

    def __init__(self, text: str, table: Table, dollars: str | None) -> None:
        self.text, self.dollars = text, dollars
        self.paired = all(cell.column < 2 for cell in table.cells)
        self.labels: dict[int, TableCell] = {}  # by row
        self.heads: dict[int, TableCell] = {}  # by column
        self.scales: dict[int, Scale] = {}  # by column
        # The line above a table speaks of all of it: "All figures in £000".
        line = text.rfind("\n", 0, max(0, table.start - 1)) + 1
        self.general = columns.scale(text[line : table.start])

    def read(self, cell: TableCell) -> list[Placed]:
        """The amounts of a cell: a bare figure under a scale, or amounts in words."""
        printed = words(self.text, cell)
        label, head = self.labels.get(cell.row), self.heads.get(cell.column)
        bare = figure(self.text, Stretch(cell.start, cell.end), self.scale(cell, label, head), self.speaking(label))
        placed = [bare] if bare else self.prose(cell, label)
        self.remember(cell, printed, bool(placed))
        row = Stretch(label.start, label.end) if label else None
        column = Stretch(head.start, head.end) if head else None
        return [replace(each, row=row, column=column) for each in placed]

    def speaking(self, label: TableCell | None) -> str:
        """The words of a label that speak of the cell beside it: only in a form, which has two columns."""
        return words(self.text, label) + ": " if label and self.paired else ""

    def prose(self, cell: TableCell, label: TableCell | None) -> list[Placed]:
        """The amounts among the words of a cell, read with its label in a form."""
        start = label.start if label and self.paired else cell.start
        inside = (moved(found, start) for found in money.find(self.text[start : cell.end], self.dollars))
        return [Placed(found) for found in inside if found.start >= cell.start]

    def scale(self, cell: TableCell, label: TableCell | None, head: TableCell | None) -> Scale | None:
        """The scale that governs a cell: that of its column, of its row, of the whole table."""
        if cell.column in self.scales:
            return self.scales[cell.column]
        if label and (scale := columns.scale(words(self.text, label))):
            return scale
        counted = head and COUNTED_RE.search(words(self.text, head))
        return self.general if label and not counted else None

    def remember(self, cell: TableCell, printed: str, has_amount: bool) -> None:
        """Keeps what a cell says of those beside and below it."""
        lettered = LETTERS_RE.search(printed)
        if lettered and cell.row not in self.labels and not has_amount:
            self.labels[cell.row] = cell
        if has_amount or (self.paired and not cell.header):
            return
        if (scale := columns.scale(printed)) and cell.column:
            self.scales[cell.column] = scale
        elif scale:
            self.general = scale
        if cell.header or (cell.column not in self.heads and printed.strip()):
            self.heads[cell.column] = cell
