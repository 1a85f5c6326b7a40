"""The probe: where on a page a table stands that rulings do not close.

    ─────────────────────────      rules above and below, none between the columns
    Body      2025/26   Total
    ─────────────────────────      or a rule, or a shade, under the head alone
    Larder     21,000  21,000
    Total     116,000 153,000
    ─────────────────────────      or shades behind every other row

It looks at the rulings and pieces that are read already, so that `pdf_open_tables` need run on few pages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_extract.loaders.pdf_grid import Grid, merged
from minutes_extract.loaders.pdf_piece import Piece
from minutes_extract.loaders.pdf_rulings import Ruling, Rulings

_SHORTEST = 90.0  # points: a shorter rule underlines a word
_SAME = 6.0  # points that the ends of a table's rules may differ by
_TALLEST = 120.0  # points: a taller shade is a panel
_NEAR_ROWS = 2.6  # of the type size, from base line to base line: further apart, and the table has ended
_HALF = 0.5  # of the table's width: a longer stretch alone on its line is text
_DEEP = 20.0  # points from the left, where what goes on in another cell begins
_HEAD_ROWS = 3  # above a single rule
_MANY_RULES = 3  # this many in a table need no figures to bear them out
_FIGURE_RE = re.compile(r"(?:[\d,.]+[)%mk]{0,2}|[-–]|nil)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """Where an open table stands, and the rules and edges of shades that run across it, from top to bottom."""

    x0: float
    top: float
    x1: float
    bottom: float
    rules: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one base line: how many stretches, and whether a figure ends it."""

    top: float
    bottom: float
    x0: float
    x1: float
    stretches: int
    figured: bool


def open_tables(rulings: Rulings, grids: Sequence[Grid], pieces: Sequence[Piece]) -> list[Region]:
    """The regions of open tables, from top to bottom; none overlaps another, or a ruled table."""
    rules = [rule for rule in _rules(rulings) if not any(_is_of(rule, grid) for grid in grids)]
    if not rules or len(rules) > 400:
        return []
    rows = list(_rows(pieces))
    found: list[Region] = []
    for group in _groups(rules):
        for region in _regions(group, rows):
            taken: list[Region | Grid] = [*found, *grids]
            if not any(_overlap(region, other) for other in taken):
                found.append(region)
    return sorted(found, key=lambda region: region.top)


def _overlap(region: Region, other: Region | Grid) -> bool:
    return region.top < other.bottom and other.top < region.bottom


def _rules(rulings: Rulings) -> list[Ruling]:
    """Long rules across the page, and the upper and lower edges of its shades."""
    edges = [
        Ruling(at, shade.x0, shade.x1)
        for shade in rulings.shades
        if shade.bottom - shade.top <= _TALLEST
        for at in (shade.top, shade.bottom)
    ]
    return [rule for rule in merged([*rulings.across, *edges]) if rule.end - rule.start >= _SHORTEST]


def _is_of(rule: Ruling, grid: Grid) -> bool:
    return grid.top - _SAME <= rule.at <= grid.bottom + _SAME and rule.start < grid.x1 and rule.end > grid.x0


def _groups(rules: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rules that begin and end alike, as those of one table do."""
    groups: list[list[Ruling]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        for group in groups:
            if abs(group[0].start - rule.start) <= _SAME and abs(group[0].end - rule.end) <= _SAME:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return groups


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """What stands on each base line, from top to bottom."""
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.bottom, piece.x0)):
        if line and piece.bottom - line[-1].bottom > 0.4 * piece.size:
            yield _row(line)
            line = []
        line.append(piece)
    if line:
        yield _row(line)


def _row(line: Sequence[Piece]) -> _Row:
    spans = sorted(span for piece in line for span in piece.stretches)
    size = max(piece.size for piece in line)
    last = max(line, key=lambda piece: piece.x1)
    return _Row(
        top=min(piece.top for piece in line),
        bottom=max(piece.bottom for piece in line),
        x0=spans[0][0],
        x1=last.x1,
        stretches=1 + sum(after[0] - before[1] > size for before, after in pairwise(spans)),
        figured=_FIGURE_RE.search(last.text.rstrip()[-12:]) is not None,
    )


def _regions(group: Sequence[Ruling], rows: Sequence[_Row]) -> Iterator[Region]:
    """Runs of bands between the rules of a group that hold rows of cells, with what goes on above and below."""
    x0, x1 = group[0].start, group[0].end
    inside = [row for row in rows if row.x0 >= x0 - _SAME and row.x1 <= x1 + _SAME]
    run: list[float] = []
    for rule, following in pairwise([*(rule.at for rule in group), float("inf")]):
        run.append(rule)
        band = [row for row in inside if rule <= (row.top + row.bottom) / 2 <= following]
        if following < float("inf") and _is_tabular(band, x1 - x0):
            continue
        region = _region(x0, x1, run, inside)
        if region is not None:
            yield region
        run = []


def _is_tabular(band: Sequence[_Row], width: float) -> bool:
    """Whether a band holds rows of cells, some of them with lines that go on in one cell; no line of running text."""
    return any(row.stretches > 1 for row in band) and not any(_is_text(row, width) for row in band)


def _is_text(row: _Row, width: float) -> bool:
    return row.stretches == 1 and row.x1 - row.x0 > _HALF * width


def _region(x0: float, x1: float, rules: Sequence[float], rows: Sequence[_Row]) -> Region | None:
    """The region around a run of rules, None where too little says that it is a table."""
    top, bottom = rules[0], rules[-1]
    # What stands above the first of several rules is a title, and below the last of three nothing of the table.
    above = _going_on([row for row in reversed(rows) if row.bottom <= top + 2], top, x1 - x0) if len(rules) == 1 else []
    below = (
        _going_on([row for row in rows if row.top >= bottom - 2], bottom, x1 - x0) if len(rules) < _MANY_RULES else []
    )
    within = [row for row in rows if top - 2 <= row.top and row.bottom <= bottom + 2]
    cells = [row for row in (*above[:_HEAD_ROWS], *within, *below) if row.stretches > 1]
    figured = sum(row.figured for row in cells)
    if len(cells) < 2 or (len(rules) == 1 and not above):
        return None
    if len(rules) < _MANY_RULES and 2 * figured < len(cells):
        return None
    return Region(
        x0=min([x0, *(row.x0 for row in cells)]) - 2,
        top=min([top, *(row.top for row in above[:_HEAD_ROWS])]) - 2,
        x1=max([x1, *(row.x1 for row in cells)]) + 2,
        bottom=max([bottom, *(row.bottom for row in below)]) + 2,
        rules=tuple(rules),
    )


def _going_on(rows: Sequence[_Row], edge: float, width: float) -> list[_Row]:
    """The rows of cells that follow on from a rule without a break, up or down, with the lines that go on in a cell."""
    found: list[_Row] = []
    waiting: list[_Row] = []
    left = min((row.x0 for row in rows[:1]), default=0.0)
    for row in rows:
        gap = max(row.top - edge, edge - row.bottom)
        if gap > (_NEAR_ROWS - 1) * (row.bottom - row.top) or _is_text(row, width):
            break
        waiting.append(row)
        if row.stretches > 1 or row.x0 > left + _DEEP:
            found.extend(waiting)
            waiting.clear()
        edge = row.top if row.bottom < edge else row.bottom
    return found if any(row.stretches > 1 for row in found) else []
