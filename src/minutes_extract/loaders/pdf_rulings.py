"""Ruled lines of a PDF page, from its path objects: strokes, thin filled bars, the sides of stroked boxes."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

THIN = 3.0
"""Points: a filled bar up to this wide is a ruling; Word draws its table borders so."""

MAX_PATHS = 20_000
"""A page with more path objects is a map or a drawing: no rulings are sought."""

_MAX_SEGMENTS = 2_000  # of one path
_BAR_SEGMENTS = 5  # of a single stroke or a rectangle
_WHITE = 250  # of 255, in each of red, green and blue
_STRAIGHT = 0.5  # points off the axis that a line may lean


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line along an axis: at `at` across, from `start` to `end` along. Points from the top left."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings of a page."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()


def page_rulings(page: Any, place: "Callable[[float, float], tuple[float, float]]") -> Rulings:
    """The rulings of a pdfium page; `place` brings its points to points from the top left."""
    from pypdfium2 import raw

    across: list[Ruling] = []
    down: list[Ruling] = []
    count = raw.FPDFPage_CountObjects(page)
    if count > MAX_PATHS:
        return Rulings()
    for at in range(count):
        path = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(path) != raw.FPDF_PAGEOBJ_PATH:
            continue
        for (x0, y0), (x1, y1) in _lines(path, raw):
            (left, top), (right, bottom) = place(x0, y0), place(x1, y1)
            if abs(top - bottom) <= _STRAIGHT < abs(right - left):
                across.append(Ruling((top + bottom) / 2, min(left, right), max(left, right)))
            elif abs(right - left) <= _STRAIGHT < abs(bottom - top):
                down.append(Ruling((left + right) / 2, min(top, bottom), max(top, bottom)))
    return Rulings(tuple(across), tuple(down))


_Point = tuple[float, float]


def _lines(path: Any, raw: Any) -> Iterator[tuple[_Point, _Point]]:
    """The visible straight lines of a path, in the page's own coordinates; none of a drawing or an outlined letter."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    count = raw.FPDFPath_CountSegments(path)
    if (not fill.value and not stroke.value) or not 2 <= count <= _MAX_SEGMENTS:
        return
    if count <= _BAR_SEGMENTS:
        bounds = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(path, *bounds)
        left, bottom, right, top = (bound.value for bound in bounds)
        if min(right - left, top - bottom) <= THIN:  # a bar, or a single stroke
            yield _middle((left, bottom), (right, top))
            return
        if not stroke.value:
            return
    parts = list(_parts(path, raw))
    if _is_drawing(parts, count, raw, path):
        return
    for points in parts:
        yield from pairwise(points) if stroke.value else _bar(points)


def _bar(points: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """The line that a filled part is, if it is thin."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    if min(right - left, high - low) <= THIN < max(right - left, high - low):
        yield _middle((left, low), (right, high))


def _middle(low: _Point, high: _Point) -> tuple[_Point, _Point]:
    """The line along the middle of a bar."""
    (left, bottom), (right, top) = low, high
    if right - left >= top - bottom:
        return (left, (top + bottom) / 2), (right, (top + bottom) / 2)
    return ((left + right) / 2, bottom), ((left + right) / 2, top)


def _is_drawing(parts: list[list[_Point]], count: int, raw: Any, path: Any) -> bool:
    """Whether curves or slanting lines are part of the path."""
    kinds = (raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, at)) for at in range(count))
    if any(kind == raw.FPDF_SEGMENT_BEZIERTO for kind in kinds):
        return True
    return any(
        min(abs(x1 - x0), abs(y1 - y0)) > _STRAIGHT for points in parts for (x0, y0), (x1, y1) in pairwise(points)
    )


def _parts(path: Any, raw: Any) -> Iterator[list[_Point]]:
    """The points of each part of a path that begins with a move; a closed part returns to its first point."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if points:
                yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def is_visible(path: Any) -> bool:
    """Whether a path is drawn in anything but white."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for is_drawn, colour in ((fill, raw.FPDFPageObj_GetFillColor), (stroke, raw.FPDFPageObj_GetStrokeColor)):
        if not is_drawn.value or not colour(path, red, green, blue, alpha):
            continue
        if alpha.value and min(red.value, green.value, blue.value) < _WHITE:
            return True
    return False
