"""Tables: cells that the format knows, cells between tabs or bars, and tables that a converter flattened.

Spend | 0.077 | 0.628            a row between bars
Directorate |                    a cell a line: label and value in turn make rows of two
Place / Resources |
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from minutes_extract.document import Cell, FragmentKind
from minutes_extract.layout.joints import joined
from minutes_extract.layout.labels import field_label, is_lead_in
from minutes_extract.layout.lines import Line, reworded

_DELIMITER_RE = re.compile(r"[\s|:=_-]*+")
_WORD_RE = re.compile(r"[a-z]{3}")
_DEEP = 40.0  # points from a label, that its value begins at least
_LONG = 25  # characters of a value that has come to the margin
_LABEL_WORDS = 8
_WIDEST = 200  # characters in which a row has its first bar
_FIGURE_RE = re.compile(r"[-(]?[£€$]?\s?\d")


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell with words in it: its column, from 0."""

    column: int
    text: str
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells in order, and the line that it begins with, for page and white space."""

    table: int
    row: int
    cells: tuple[RowCell, ...]
    first: Line


def find_rows(lines: Sequence[Line]) -> Iterator[Line | Row]:
    """Lines with those of tables brought together into rows, in the order of the page."""
    table = 0
    for kind, group in groupby(_closed(_unrolled(lines)), _table_kind()):
        run = list(group)
        rows = _ROWS[kind[0]](run, table) if kind[0] in _ROWS else []
        table += bool(rows)
        yield from rows or run


def _unrolled(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with those of rows that hold running text taken out of their cells.

    A meeting's page sets out its items as a table, "41." beside "Apologies", "Minutes:", "None."; a form has
    "Decision" beside the limbs of a resolution. Such a row is read as text without a table is.
    """
    running = set(_running_rows(lines))
    above: Cell | None = None
    for line in lines:
        if line.cell is None or (line.cell.table, line.cell.row) not in running:
            above = None
            yield line
            continue
        kind = FragmentKind.PARAGRAPH if line.kind is FragmentKind.CELL else line.kind
        yield replace(line, cell=None, kind=kind, blanks=line.blanks if line.cell == above else max(line.blanks, 1))
        above = line.cell


def _running_rows(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The rows, as (table, row), that hold what is no mere cell: paragraphs, lists, labels below other words."""
    above: Line | None = None
    for line in lines:
        below = above if above is not None and line.cell == above.cell else None
        above = line
        if line.cell is None:
            continue
        if line.kind is not FragmentKind.CELL or (below is not None and _begins_below(below, line)):
            yield line.cell.table, line.cell.row


def _begins_below(above: Line, line: Line) -> bool:
    """Whether a line of a cell begins what stands by itself below the line above it.

    The end of a label that takes two lines does not: "Crime and Disorder" / "Implications:".
    """
    if line.label_end > 0 or is_lead_in(line.text):
        return True
    if field_label(line.text) < len(line.text):
        return False
    whole = f"{above.text} {line.text}"
    return field_label(whole) < len(whole) or line.cell is None or line.cell.column > 0


def _closed(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines with each bar that stands alone put behind the words that it closes: "Decision:" / "|"."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None and line.text == "|" and not waiting.text.endswith("|") and not line.blanks:
            yield replace(waiting, text=f"{waiting.text} |")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


class _table_kind:  # noqa: N801  # a key function that remembers
    """Tells lines of tables apart: (what, which); lines of prose have ("", 0)."""

    def __init__(self) -> None:
        self.last: tuple[str, int] = ("", 0)
        self.row: Line | None = None  # of tabs, that is open

    def __call__(self, line: Line) -> tuple[str, int]:
        if self.row is not None and _goes_on(self.row, line):
            return self.last
        self.last = self._of(line)
        self.row = line if self.last[0] == "tabs" else None
        return self.last

    def _of(self, line: Line) -> tuple[str, int]:
        if line.kind is FragmentKind.CELL and line.cell:
            return ("cells", line.cell.table)
        if line.text.endswith("|") or line.text.startswith("|") or " | " in line.text[:_WIDEST]:
            return ("bars", 0)
        if line.kind is not FragmentKind.LINE:
            return ("", 0)
        if line.typeset and len(line.cells) == 2 and line.label_end == len(line.cells[0]) > 0:
            return ("", 0)  # "ii", a gap, "to make a point of order"
        if line.cells:  # a tab before all the words only indents them
            return ("tabs", 0) if line.cells[0] or sum(map(bool, line.cells)) > 1 else ("", 0)
        if line.columns and not line.label_end:
            return ("columns", 0)
        return ("", 0)


def _cell_rows(run: list[Line], table: int) -> list[Row]:
    """Rows of a table that the format knows; one of a single column is prose."""
    if all(line.cell is not None and line.cell.column == 0 for line in run):
        return []
    rows = []
    for number, group in groupby(run, lambda line: line.cell.row if line.cell else 0):
        members = list(group)
        cells = []
        for column, parts in groupby(members, lambda line: line.cell.column if line.cell else 0):
            inside = list(parts)
            header = any(line.cell is not None and line.cell.header for line in inside)
            cells.append(RowCell(column, joined(inside)[0], header))
        rows.append(Row(table, number, tuple(cells), members[0]))
    return rows


def _tab_rows(run: list[Line], table: int) -> list[Row]:
    """Rows between tabs: lines in a run, or one of a form; a label and a tab are a list item."""
    lines = [line for line in run if line.cells]
    if all(line.label_end for line in lines) or (len(lines) == 1 and not _is_form_row(lines[0])):
        return []
    return [row for number, line in enumerate(_whole(run)) for row in _row(table, number, line.cells, line)]


def _whole(run: Sequence[Line]) -> Iterator[Line]:
    """The rows of a run, each with the lines that its last cell goes on in."""
    row = run[0]
    for line in run[1:]:
        if line.cells:
            yield row
            row = line
        else:
            row = replace(row, cells=(*row.cells[:-1], joined([replace(row, text=row.cells[-1]), line])[0]))
    yield row


def _goes_on(row: Line, line: Line) -> bool:
    """Whether the value at the right of a form goes on in a line that stands below it, far in from the label."""
    if line.cells or line.blanks or line.label_end or not line.typeset or line.kind is not FragmentKind.LINE:
        return False
    words = [cell for cell in row.cells if cell]
    deep = (line.indent or 0.0) - (row.indent or 0.0) > _DEEP
    return deep and len(words) == 2 and len(words[1]) >= _LONG and row.page == line.page


def _is_form_row(line: Line) -> bool:
    """Whether a row by itself is of a form: "Reasons for the decision" beside text, not "A31/19" beside a title."""
    words = [cell for cell in line.cells if cell]
    return len(words) == 2 and bool(_WORD_RE.search(words[0])) and 0 < words[0].count(" ") < _LABEL_WORDS


def _column_rows(run: list[Line], table: int) -> list[Row]:
    """Rows set out in columns by wide gaps: two or more, most of them with figures."""
    with_figures = sum(any(_FIGURE_RE.match(part) for part in line.columns[1:]) for line in run)
    if len(run) < 2 or 2 * with_figures < len(run):
        return []
    return [row for number, line in enumerate(run) for row in _row(table, number, line.columns, line)]


def _bar_rows(run: list[Line], table: int) -> list[Row | Line]:
    """Rows between bars, or a cell a line; words that have a row to themselves are text."""
    split = [_between_bars(line.text) for line in run]
    if all(len(cells) <= 1 for cells in split) and any(line.text.endswith("|") and line.text[0] != "|" for line in run):
        cells = [cells[0] if cells else "" for cells in split]
        if len(cells) % 2 == 0:
            return list(_paired(cells, run, table))
    rows = [(cells, line) for cells, line in zip(split, run, strict=True) if not _DELIMITER_RE.fullmatch(line.text)]
    found: list[Row | Line] = []
    for number, (cells, line) in enumerate(rows):
        words = [cell for cell in cells if cell]
        found.extend([reworded(line, words[0])] if len(words) == 1 else _row(table, number, cells, line))
    return found


def _paired(cells: list[str], run: list[Line], table: int) -> list[Row]:
    """Rows of two from cells that stand a line each."""
    pairs = zip(cells[::2], cells[1::2], run[::2], strict=True)
    return [row for number, (one, other, line) in enumerate(pairs) for row in _row(table, number, (one, other), line)]


def _row(table: int, number: int, texts: Sequence[str], line: Line) -> Iterator[Row]:
    """A row of the cells that hold words; none where all are empty."""
    cells = tuple(RowCell(column, text) for column, text in enumerate(texts) if text)
    if cells:
        yield Row(table, number, cells, line)


def _between_bars(text: str) -> list[str]:
    """The cells of a line between bars; a bar before all words is a frame where one behind them answers it.

    >>> _between_bars("| a | b |"), _between_bars("| a | b")
    (['a', 'b'], ['', 'a', 'b'])
    """
    inside = text.removesuffix("|")
    if inside != text or text.count("|") == 1:
        inside = inside.removeprefix("|")
    return [part.strip() for part in inside.split("|")]


_ROWS: dict[str, Callable[[list[Line], int], Sequence[Row | Line]]] = {
    "cells": _cell_rows,
    "tabs": _tab_rows,
    "columns": _column_rows,
    "bars": _bar_rows,
}
