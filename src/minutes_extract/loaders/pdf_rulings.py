"""Ruled lines of a PDF page, from its path objects: strokes, thin filled bars, the sides of stroked boxes.

Paths inside form XObjects count too, whole tables pasted from a spreadsheet among them. Filled boxes are shades: they
mark the heads of tables, and tables that have no rulings at all.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

THIN = 3.0
"""Points: a filled bar up to this wide is a ruling; Word draws its table borders so."""

MAX_PATHS = 20_000
"""A page with more path objects is a map or a drawing: no rulings are sought."""

_MAX_DEPTH = 4  # forms within forms
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
class Shade:
    """A filled box that is not white. Points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings of a page, and its shades."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()
    shades: tuple[Shade, ...] = ()


_Point = tuple[float, float]
_Place = Callable[[float, float], _Point]


def page_rulings(page: Any, place: _Place) -> Rulings:
    """The rulings of a pdfium page; `place` brings its points to points from the top left."""
    across: list[Ruling] = []
    down: list[Ruling] = []
    shades: list[Shade] = []
    for path, place_in in _paths(page, place):
        shade = _shade(path, place_in)
        if shade is not None:
            shades.append(shade)
        for (x0, y0), (x1, y1) in _lines(path):
            (left, top), (right, bottom) = place_in(x0, y0), place_in(x1, y1)
            if abs(top - bottom) <= _STRAIGHT < abs(right - left):
                across.append(Ruling((top + bottom) / 2, min(left, right), max(left, right)))
            elif abs(right - left) <= _STRAIGHT < abs(bottom - top):
                down.append(Ruling((left + right) / 2, min(top, bottom), max(top, bottom)))
    return Rulings(tuple(across), tuple(down), tuple(shades))


def _paths(page: Any, place: _Place) -> Iterator[tuple[Any, _Place]]:
    """The path objects of a page and of the forms on it, each with what places its points; none of a drawing."""
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page)
    left = MAX_PATHS - count
    holders = [(raw.FPDFPage_GetObject, page, count, place, 0)] if left >= 0 else []
    while holders:
        child, holder, count, place_in, depth = holders.pop()
        for at in range(count):
            found = child(holder, at)
            kind = raw.FPDFPageObj_GetType(found)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield found, place_in
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inside = raw.FPDFFormObj_CountObjects(found)
                left -= max(inside, 0)
                if inside > 0 and left >= 0:
                    holders.append((raw.FPDFFormObj_GetObject, found, inside, _through(found, place_in), depth + 1))


def _through(form: Any, place: _Place) -> _Place:
    """What places the points of a form's own coordinates."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(form, matrix)
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _shade(path: Any, place: _Place) -> Shade | None:
    """The filled box that a path is, None where it is another thing, thin, or white."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value or not 4 <= raw.FPDFPath_CountSegments(path) <= _BAR_SEGMENTS:
        return None
    bounds = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(path, *bounds)
    left, bottom, right, top = (bound.value for bound in bounds)
    if min(right - left, top - bottom) <= THIN or not _is_coloured(path, raw.FPDFPageObj_GetFillColor):
        return None
    (x0, y0), (x1, y1) = place(left, bottom), place(right, top)
    return Shade(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _lines(path: Any) -> Iterator[tuple[_Point, _Point]]:
    """The visible straight lines of a path, in its own coordinates; none of a drawing or an outlined letter."""
    from pypdfium2 import raw

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
    return (bool(fill.value) and _is_coloured(path, raw.FPDFPageObj_GetFillColor)) or (
        bool(stroke.value) and _is_coloured(path, raw.FPDFPageObj_GetStrokeColor)
    )


def _is_coloured(path: Any, colour: Any) -> bool:
    """Whether the fill or the stroke of a path is anything but white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(path, red, green, blue, alpha) or not alpha.value:
        return False
    return bool(min(red.value, green.value, blue.value) < _WHITE)
