"""Scanned pages: which they are, and their words by an OCR engine as pieces of text with their places."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from minutes_extract.document import Fragment
from minutes_extract.loaders.ocr import Engine, Word, sense
from minutes_extract.loaders.pdf_characters import PageText
from minutes_extract.loaders.pdf_piece import Piece
from minutes_extract.loaders.scan_rulings import without_rulings

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

DPI = 300
"""At which pages are shown to the engine: its authors' advice, and what its models were made for."""

MAX_PIXELS = 40_000_000
"""Of the picture of a page, a sheet of A2; larger pages are shown smaller."""

MAX_SIDE = 30_000
"""Pixels of its longer side: Tesseract takes 32,767."""

MAX_PICTURE = 100_000_000
"""Pixels of a picture in the file, which may unpack to four bytes each: a page with a larger one is not shown."""

_POINTS = 72.0
_HAIR = 0.01  # of a pixel, lest a side be rounded up to one more
_MAX_DEPTH = 4  # forms within forms
_COVERED = 0.6  # of a page, by pictures, for it to be a scan that a stamp was printed on
_STAMPS = 120  # characters that are printed on a scan at most: "Agenda Item 5", "Page 37", a line of who and when
_STAMP_LINES = 4
_SENSE = 0.5  # of what is read: less, and it is a photograph or a map

_TALL = 0.93  # of the type size, that a line with ascenders and descenders measures
_DESCENT = 0.21
_SAME = (0.7, 1.25)  # lines as high as this, against the usual one, are of one size
_STRETCH_GAP = 1.0  # of the size, as in `pdf_characters`
_DESCENDERS = frozenset("gjpqyQ,;()[]{}|/$@")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word with its place in points."""

    word: Word
    x0: float
    top: float
    x1: float
    bottom: float

    def edges(self) -> Iterator[tuple[float, float]]:
        """The left and right edge of each character, evenly."""
        count = len(self.word.text)
        step = (self.x1 - self.x0) / count
        return ((self.x0 + at * step, self.x0 + (at + 1) * step) for at in range(count))


class ScannedText:
    """The text of a picture: pieces, and what `pdf_cut.Characters` asks. No type is known to be bold."""

    def __init__(self, words: Sequence[Word], scale: float = 1.0) -> None:
        """`scale` is that of a pixel, in points."""
        self._edges: list[tuple[float, float]] = []
        placed = [_Placed(w, w.left * scale, w.top * scale, w.right * scale, w.bottom * scale) for w in words]
        lines = [list(line) for _, line in groupby(placed, key=lambda placed: placed.word.line)]
        heights = [max(word.bottom for word in line) - min(word.top for word in line) for line in lines]
        usual = median(heights) if heights else 0.0
        self.pieces = [
            self._piece(line, usual if _SAME[0] * usual <= height <= _SAME[1] * usual else height)
            for line, height in zip(lines, heights, strict=True)
        ]

    def add(self, piece: Piece, edges: Sequence[tuple[float, float]]) -> None:
        """Takes in a piece that is printed on the picture, with the edges of its characters."""
        self.pieces.append(replace(piece, start=len(self._edges), edges=(), bold=False))
        self._edges.extend(edges)

    def edges(self, piece: Piece, exact: bool = True) -> list[tuple[float, float]]:
        """The left and right edge of each character; shared out within words, whether `exact` or not."""
        return self._edges[piece.start : piece.start + len(piece.text)]

    def is_bold(self, at: int) -> bool:
        """Not to be told from a picture."""
        return False

    def _piece(self, line: Sequence[_Placed], height: float) -> Piece:
        """A line of words, of the height that it has or that most lines have."""
        start, end = len(self._edges), line[0].x0
        for at, word in enumerate(line):
            self._edges.extend([(end, word.x0)] * (at > 0))
            self._edges.extend(word.edges())
            end = word.x1
        text = " ".join(placed.word.text for placed in line)
        size = max(height / _TALL, 1.0)
        base = max(word.bottom for word in line) - _DESCENT * size * (not _DESCENDERS.isdisjoint(text))
        return Piece(
            text=text,
            x0=line[0].x0,
            x1=max(word.x1 for word in line),
            top=base - 0.8 * size,
            bottom=base + 0.2 * size,
            size=round(size, 1),
            start=start,
            stretches=tuple(_stretches(line, _STRETCH_GAP * size)),
            confidence=_least([placed.word for placed in line]),
        )


def _least(line: Sequence[Word]) -> float:
    """The confidence of a line's least sure word; marks without a letter or figure count only among themselves."""
    return min([word.confidence for word in line if word.is_spelt] or [word.confidence for word in line])


def _stretches(line: Sequence[_Placed], gap: float) -> Iterator[tuple[float, float]]:
    """The parts of a line between wide gaps."""
    start = line[0].x0
    for before, after in pairwise(line):
        if after.x0 - before.x1 > gap:
            yield start, before.x1
            start = after.x0
    yield start, line[-1].x1


def load_scan(page: "PdfPage", printed: PageText, engine: Engine) -> tuple[ScannedText, list[Piece]] | None:
    """What the engine reads on a page, in points from the top left of the page as it stands upright.

    What is `printed` on the picture, a stamp, comes from the file, and not from the engine as well: the second of the
    two are the pieces of it that run another way. None where the engine finds no words, or nothing that makes sense.
    """
    found = _words(page, engine)
    if found is None:
        return None
    words, turn, scale = found
    straight, aslant = printed.pieces((page.get_rotation() - turn) % 360)
    own = [word for word in words if not any(_is_under(word, scale, piece) for piece in (*straight, *aslant))]
    if sense(own) < _SENSE:
        return None
    text = ScannedText(own, scale)
    for piece in straight:
        text.add(piece, printed.edges(piece))
    return text, aslant


def _words(page: "PdfPage", engine: Engine) -> tuple[Sequence[Word], int, float] | None:
    """The words of a page's picture, how it had to be turned for them, and points a pixel; None for no picture."""
    from pypdfium2 import PdfiumError

    if any(pixels > MAX_PICTURE for pixels in map(_pixels, _images(page.raw))):
        return None
    scale = _scale(*page.get_size())
    try:
        bitmap = page.render(scale=scale, grayscale=True)
    except PdfiumError:
        return None
    try:
        words, turn = engine.words(without_rulings(bitmap.to_pil()))
    finally:
        bitmap.close()
    return words, turn, 1 / scale


def _scale(width: float, height: float) -> float:
    """Pixels a point at which a page is shown; its sides are not rounded up, which would blur a scan of that size."""
    scale = min(DPI / _POINTS, math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / max(width, height))
    return min((max(round(side * scale), 1) - _HAIR) / side for side in (width, height))


def _is_under(word: Word, scale: float, piece: Piece) -> bool:
    """Whether the middle of a word lies in a piece: the engine has read what is printed there."""
    x, y = (word.left + word.right) / 2 * scale, (word.top + word.bottom) / 2 * scale
    return piece.x0 <= x <= piece.x1 and piece.top <= y <= piece.bottom


def is_stamped_scan(page: "PdfPage", printed: Sequence[Fragment]) -> bool:
    """Whether a page is a picture with no more than a line or two printed on it: "Agenda Item 5", its number.

    So packs are put together: what was scanned gets the stamps that every paper gets.
    """
    if len(printed) > _STAMP_LINES or sum(len(fragment.text) for fragment in printed) > _STAMPS:
        return False
    return _covered(page.raw) >= _COVERED


def _covered(page: Any) -> float:
    """The share of a page that pictures cover; where they overlap it counts twice."""
    from pypdfium2 import raw

    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    area = (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
    covered = 0.0
    for at in range(raw.FPDFPage_CountObjects(page)):
        found = raw.FPDFPage_GetObject(page, at)
        if not any(_images_in(found, 0)):
            continue
        left, bottom, right, top = _bounds(found)
        width = min(right, bounds.right) - max(left, bounds.left)
        covered += max(width, 0.0) * max(min(top, bounds.top) - max(bottom, bounds.bottom), 0.0)
    return covered / area if area > 0 else 0.0


def _images(page: Any) -> Iterator[Any]:
    """The pictures of a page, those inside forms too."""
    from pypdfium2 import raw

    for at in range(raw.FPDFPage_CountObjects(page)):
        yield from _images_in(raw.FPDFPage_GetObject(page, at), 0)


def _images_in(found: Any, depth: int) -> Iterator[Any]:
    """The picture that an object of a page is, or those in the form that it is."""
    from pypdfium2 import raw

    kind = raw.FPDFPageObj_GetType(found)
    if kind == raw.FPDF_PAGEOBJ_IMAGE:
        yield found
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        for at in range(raw.FPDFFormObj_CountObjects(found)):
            yield from _images_in(raw.FPDFFormObj_GetObject(found, at), depth + 1)


def _pixels(image: Any) -> int:
    """How many pixels a picture has, as the file says."""
    from pypdfium2 import raw

    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(image, width, height)
    return width.value * height.value


def _bounds(found: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object, in the coordinates of what it stands in."""
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value
