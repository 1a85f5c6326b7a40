"""Ruled tables: rulings → grids of cells.

Rulings that touch belong to one grid. Its lines divide it into small rectangles; those with no ruling between them are
one cell, so merged cells come out whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes_extract.loaders.pdf_rulings import Ruling, Rulings, Shade

_NEAR = 3.0  # points: rulings this near are one; ends this near touch
_MOST_HEADS = 3  # rows: more that are shaded are a panel of a form
_STRIP = 0.3  # of a cell's height, that a shade behind it covers
_COVER = 0.6  # of a side, for the ruling to be the border there
_SHORTEST = 6.0  # points: shorter rulings are ticks and dashes
_MAX_LINES = 400  # in a grid, each way: beyond is hatching
_MAX_MEETINGS = 1_000_000  # pairs of rulings on a page: beyond is a drawing


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid: its place, and its rectangle in points from the top left."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; cells row by row. `heads`: so many of its first rows are set apart by shade or rule."""

    cells: tuple[GridCell, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    heads: int = 0


def grids(rulings: Rulings) -> list[Grid]:
    """The ruled tables of a page, smallest first: a table in a cell of another comes before it."""
    across, down = merged(rulings.across), merged(rulings.down)
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > _MAX_MEETINGS:
        return []
    found = []
    for rows, columns in _components(across, down):
        if 2 <= len(rows) <= _MAX_LINES and 2 <= len(columns) <= _MAX_LINES:
            grid = _grid(rows, columns)
            if _is_table(grid):
                found.append(replace(grid, heads=_heads(grid, rulings.shades)))
    return sorted(found, key=lambda grid: ((grid.x1 - grid.x0) * (grid.bottom - grid.top), grid.top, grid.x0))


def _is_table(grid: Grid) -> bool:
    """Two cells side by side at least: boxes above each other are frames round paragraphs."""
    return len({cell.column for cell in grid.cells}) > 1 and len(grid.cells) > 1


def _heads(grid: Grid, shades: Sequence[Shade]) -> int:
    """How many of the first rows are shaded, where others are not."""
    if not shades:
        return 0
    count = max(cell.row for cell in grid.cells) + 1
    plain = next((cell.row for cell in grid.cells if not any(_is_shaded(cell, shade) for shade in shades)), count)
    return plain if plain <= _MOST_HEADS and plain < count else 0


def _is_shaded(cell: GridCell, shade: Shade) -> bool:
    """Whether most of a cell lies in a shade; one cell may be shaded in strips, line by line."""
    width = min(cell.x1, shade.x1) - max(cell.x0, shade.x0)
    height = min(cell.bottom, shade.bottom) - max(cell.top, shade.top)
    return width >= _COVER * (cell.x1 - cell.x0) and height >= _STRIP * (cell.bottom - cell.top)


def merged(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Pieces of one line joined: borders are drawn cell by cell, and often twice."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda ruling: (ruling.at, ruling.start, ruling.end)):
        if groups and ruling.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    whole = [ruling for group in groups for ruling in _joined(group)]
    return [ruling for ruling in whole if ruling.end - ruling.start >= _SHORTEST]


def _joined(group: Sequence[Ruling]) -> list[Ruling]:
    at = sum(ruling.at for ruling in group) / len(group)
    joined: list[Ruling] = []
    for ruling in sorted(group, key=lambda ruling: (ruling.start, ruling.end)):
        if joined and ruling.start <= joined[-1].end + _NEAR:
            joined[-1] = Ruling(at, joined[-1].start, max(joined[-1].end, ruling.end))
        else:
            joined.append(Ruling(at, ruling.start, ruling.end))
    return joined


def _components(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Rulings that touch, directly or by way of others."""
    parents = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for at, row in enumerate(across):
        for other, column in enumerate(down, len(across)):
            if _touch(row, column):
                parents[root(other)] = root(at)
    components: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for at, row in enumerate(across):
        components.setdefault(root(at), ([], []))[0].append(row)
    for at, column in enumerate(down, len(across)):
        components.setdefault(root(at), ([], []))[1].append(column)
    return list(components.values())


def _touch(row: Ruling, column: Ruling) -> bool:
    return row.start - _NEAR <= column.at <= row.end + _NEAR and column.start - _NEAR <= row.at <= column.end + _NEAR


def _grid(rows: Sequence[Ruling], columns: Sequence[Ruling]) -> Grid:
    ys, xs = _positions(rows), _positions(columns)
    width, height = len(xs) - 1, len(ys) - 1
    rows_at, columns_at = _by_position(rows, ys), _by_position(columns, xs)
    parents = list(range(width * height))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for row in range(height):
        for column in range(width):
            at = row * width + column
            if column + 1 < width and not _is_border(columns_at[column + 1], ys[row], ys[row + 1]):
                parents[max(root(at), root(at + 1))] = min(root(at), root(at + 1))
            if row + 1 < height and not _is_border(rows_at[row + 1], xs[column], xs[column + 1]):
                parents[max(root(at), root(at + width))] = min(root(at), root(at + width))
    members: dict[int, list[int]] = {}
    for at in range(width * height):
        members.setdefault(root(at), []).append(at)
    cells = tuple(_cell(places, width, xs, ys) for _, places in sorted(members.items()))
    return Grid(cells, xs[0], ys[0], xs[-1], ys[-1])


def _cell(places: Sequence[int], width: int, xs: Sequence[float], ys: Sequence[float]) -> GridCell:
    rows = [place // width for place in places]
    columns = [place % width for place in places]
    return GridCell(min(rows), min(columns), xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1])


def _positions(rulings: Sequence[Ruling]) -> list[float]:
    """Where lines stand, those within `_NEAR` as one."""
    positions: list[float] = []
    for at in sorted(ruling.at for ruling in rulings):
        if not positions or at - positions[-1] > _NEAR:
            positions.append(at)
    return positions


def _by_position(rulings: Sequence[Ruling], positions: Sequence[float]) -> list[list[Ruling]]:
    return [[ruling for ruling in rulings if abs(ruling.at - at) <= _NEAR] for at in positions]


def _is_border(rulings: Sequence[Ruling], start: float, end: float) -> bool:
    """Whether the rulings of one line run along most of the side from `start` to `end`."""
    covered = sum(max(0.0, min(ruling.end, end) - max(ruling.start, start)) for ruling in rulings)
    return covered >= _COVER * (end - start)
