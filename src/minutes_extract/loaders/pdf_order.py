"""The order of reading on a page: columns, rows, ruled tables → fragments.

Rows go from top to bottom. Where a clear gutter parts two columns of running text, what spans both divides the page
into bands, and in each band the left column is read before the right. A form of labels and values is not two columns:
its rows are read across. A ruled table stands where it begins; its cells are read row by row.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from minutes_extract.document import Box, Cell, Fragment, FragmentKind
from minutes_extract.loaders.pdf_cut import Characters, divided, part_of, with_edges
from minutes_extract.loaders.pdf_grid import Grid, GridCell
from minutes_extract.loaders.pdf_piece import Piece, least_sure, rows, shown
from minutes_extract.loaders.pdf_side_notes import part_notes, with_notes

_WORD_RE = re.compile(r"\S+")
_FLOW_LINES = 12  # a cell with more lines than this is page layout: its lines stay lines
_LEAST_LINES = 6  # in a column, on each side of a gutter
_LEAST_GUTTER = 8.0  # points
_LEAST_WIDTH = 0.28  # of the text's width, for a column
_FULL = 0.6  # of a column's width, that its middling line fills
_MAX_DEPTH = 2  # columns within a column


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is put in order: a piece, or a whole table."""

    x0: float
    top: float
    x1: float
    bottom: float
    piece: Piece | None = None
    table: tuple[Fragment, ...] = ()


def page_fragments(
    pieces: Sequence[Piece], grids: Sequence[Grid], characters: Characters, page: int, first_table: int
) -> tuple[list[Fragment], int]:
    """The fragments of a page, and the number of its tables, which count on from `first_table`."""
    units: list[_Unit] = []
    tables = 0
    for grid in grids:
        inside, pieces = _split(pieces, grid, characters)
        if inside:
            cells = tuple(_cells(grid, inside, page, first_table + tables))
            units.append(_Unit(grid.x0, grid.top, grid.x1, grid.bottom, table=cells))
            tables += 1
    pieces, notes = part_notes(pieces, characters)
    pieces = with_edges([divided(piece, characters) for piece in pieces], characters)
    units.extend(_Unit(piece.x0, piece.top, piece.x1, piece.bottom, piece) for piece in pieces)
    fragments = list(_ordered(units, characters, page, 0))
    return list(with_notes(fragments, notes, page)) if notes else fragments, tables


def _ordered(units: Sequence[_Unit], characters: Characters, page: int, depth: int) -> Iterator[Fragment]:
    gutter = _gutter(units) if depth < _MAX_DEPTH else None
    if gutter is None:
        yield from _column(units, page)
        return
    parted = [part for unit in units for part in _parted(unit, gutter, characters)]
    spanning = sorted((unit for unit in parted if unit.x0 < gutter < unit.x1), key=lambda unit: unit.top)
    sides = [unit for unit in parted if not unit.x0 < gutter < unit.x1]
    start = float("-inf")
    for end, unit in [*((unit.top, unit) for unit in spanning), (float("inf"), None)]:
        band = [side for side in sides if start <= side.top < end]
        if band:
            yield from _ordered([side for side in band if side.x1 <= gutter], characters, page, depth + 1)
            yield from _ordered([side for side in band if side.x1 > gutter], characters, page, depth + 1)
        if unit is not None:
            together = [other for other in spanning if other.top == unit.top]
            if together[0] is unit:
                yield from _column(together, page)
        start = end


def _column(units: Sequence[_Unit], page: int) -> Iterator[Fragment]:
    """Rows and tables of one column, from top to bottom."""
    lines = rows(unit.piece for unit in units if unit.piece is not None)
    tables = sorted((unit for unit in units if unit.table), key=lambda unit: (unit.top, unit.x0))
    for line in lines:
        while tables and tables[0].top < (line.top + line.bottom) / 2:
            yield from tables.pop(0).table
        yield line_fragment(line, page)
    for table in tables:
        yield from table.table


def line_fragment(piece: Piece, page: int, cell: Cell | None = None) -> Fragment:
    """A row as a line."""
    return Fragment(
        shown(piece.text), page=page, cell=cell, box=piece.box, size=piece.size, bold=piece.bold,
        confidence=piece.confidence,
    )  # fmt: skip


def _gutter(units: Sequence[_Unit]) -> float | None:
    """The middle of a clear gutter between two columns of running text, None where there is none."""
    stretches = [(x0, x1, unit.top, unit.bottom) for unit in units if unit.piece for x0, x1 in unit.piece.stretches]
    if len(stretches) < 2 * _LEAST_LINES:
        return None
    x_min, x_max = min(s[0] for s in stretches), max(s[1] for s in stretches)
    width = x_max - x_min
    lefts, rights = sorted(s[0] for s in stretches), sorted(s[1] for s in stretches)
    best, best_score = None, 0
    for step in range(31):
        at = x_min + width * (0.3 + 0.4 * step / 30)
        left = bisect_right(rights, at)
        right = len(lefts) - bisect_left(lefts, at)
        score = min(left, right) - 2 * (len(stretches) - left - right)
        if min(left, right) >= _LEAST_LINES and score > best_score:
            best, best_score = at, score
    if best is None:
        return None
    return _checked_gutter(best, stretches, width, units)


_Stretch = tuple[float, float, float, float]


def _checked_gutter(at: float, stretches: Sequence[_Stretch], width: float, units: Sequence[_Unit]) -> float | None:
    """The gutter at `at`, if both sides are columns: wide, their lines full, side by side, and not labels of a form."""
    left = [s for s in stretches if s[1] <= at]
    right = [s for s in stretches if s[0] >= at]
    edge, start = max(s[1] for s in left), min(s[0] for s in right)
    if start - edge < _LEAST_GUTTER:
        return None
    side_by_side = min(left[-1][3], right[-1][3], max(s[3] for s in left), max(s[3] for s in right))
    if side_by_side <= max(min(s[2] for s in left), min(s[2] for s in right)):
        return None
    for column in (left, right):
        column_width = max(s[1] for s in column) - min(s[0] for s in column)
        if column_width < _LEAST_WIDTH * width or median(s[1] - s[0] for s in column) < _FULL * column_width:
            return None
    labels = [unit.piece.text for unit in units if unit.piece and unit.x1 <= at]
    if labels and sum(text.rstrip().endswith(":") for text in labels) > 0.3 * len(labels):
        return None
    return (edge + start) / 2


def _parted(unit: _Unit, gutter: float, characters: Characters) -> Iterator[_Unit]:
    """A piece that runs on across the gutter, parted there if white space is there."""
    piece = unit.piece
    if piece is None or not unit.x0 < gutter < unit.x1 or any(x0 < gutter < x1 for x0, x1 in piece.stretches):
        yield unit
        return
    edges = characters.edges(piece)
    at = next((at for at, (left, _) in enumerate(edges) if left >= gutter), len(edges))
    for part in (part_of(piece, edges, 0, at), part_of(piece, edges, at, len(edges))):
        if part is not None:
            yield _Unit(part.x0, part.top, part.x1, part.bottom, part)


def _split(
    pieces: Sequence[Piece], grid: Grid, characters: Characters
) -> tuple[dict[GridCell, list[Piece]], list[Piece]]:
    """The pieces that stand in the cells of a grid, cut where a line runs on from cell to cell; and the others."""
    inside: dict[GridCell, list[Piece]] = {}
    outside: list[Piece] = []
    for piece in pieces:
        middle = (piece.top + piece.bottom) / 2
        is_beside = not grid.top <= middle <= grid.bottom or piece.x1 < grid.x0 or piece.x0 > grid.x1
        row = [] if is_beside else [cell for cell in grid.cells if cell.top <= middle <= cell.bottom]
        if not row:
            outside.append(piece)
            continue
        for cell, part in _parts_by_cell(piece, row, characters):
            if cell is None:
                outside.append(part)
            else:
                inside.setdefault(cell, []).append(part)
    return inside, outside


def _parts_by_cell(
    piece: Piece, row: Sequence[GridCell], characters: Characters
) -> Iterator[tuple[GridCell | None, Piece]]:
    whole = next((cell for cell in row if cell.x0 - 2 <= piece.x0 and piece.x1 <= cell.x1 + 2), None)
    if whole is not None:
        yield whole, divided(piece, characters)
        return
    edges = characters.edges(piece, exact=False)
    if _crosses(piece, edges, sorted(cell.x1 for cell in row)):
        edges = characters.edges(piece)
    homes = [next((cell for cell in row if cell.x0 <= (left + right) / 2 < cell.x1), None) for left, right in edges]
    start = 0
    for at in range(1, len(homes) + 1):
        if at == len(homes) or (homes[at] is not homes[start] and not piece.text[at].isspace()):
            part = part_of(piece, edges, start, at)
            if part is not None:
                yield homes[start], part
            start = at


def _crosses(piece: Piece, edges: Sequence[tuple[float, float]], borders: Sequence[float]) -> bool:
    """Whether a word runs over the border of a cell: two numbers set so close that they read as one."""
    words = ((edges[word.start()][0], edges[word.end() - 1][1]) for word in _WORD_RE.finditer(piece.text))
    return any(bisect_right(borders, right - 0.5) > bisect_left(borders, left + 0.5) for left, right in words)


def _cells(grid: Grid, inside: dict[GridCell, list[Piece]], page: int, table: int) -> Iterator[Fragment]:
    lines_of = {cell: rows(inside.get(cell, ())) for cell in grid.cells}
    heads = grid.heads or _bold_heads(lines_of)
    for cell, lines in lines_of.items():
        place = Cell(table, cell.row, cell.column, cell.row < heads)
        if len(lines) > _FLOW_LINES:
            yield from (line_fragment(line, page, place) for line in lines)
            continue
        yield Fragment(
            "\n".join(shown(line.text) for line in lines),
            FragmentKind.CELL,
            page=page,
            cell=place,
            box=Box(round(cell.x0, 2), round(cell.top, 2), round(cell.x1, 2), round(cell.bottom, 2)),
            size=lines[0].size if lines else None,
            bold=bool(lines) and all(line.bold for line in lines),
            confidence=least_sure(lines),
        )


def _bold_heads(lines_of: Mapping[GridCell, Sequence[Piece]]) -> int:
    """How many of a table's first rows stand in bold throughout, where others do not."""
    count = max(cell.row for cell in lines_of) + 1
    plain = next((cell.row for cell, lines in lines_of.items() if any(not line.bold for line in lines)), count)
    return plain if plain < count else 0
