"""The characters of a PDF page, as pieces of text with their places.

pdfium's own coordinates count up from the bottom left of the unrotated page; here they are turned the way most of the
page's text runs and counted from the top left of what is shown. Text outside of the crop box is not shown.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from minutes_extract.loaders.pdf_piece import Piece
from minutes_extract.loaders.pdf_rulings import is_visible

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_WORD_RE = re.compile(r"\S+")
_LINE_RE = re.compile(r"[^\r\n]+")
_SURROGATE_RE = re.compile(r"[\ud800-\udfff]")
_BOLD_RE = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_BOLD_WEIGHT = 600
_MOST_WEIGHT = 1000  # pdfium makes weights of stems: of a printer driver's plain font, 3744
_INVISIBLE = 3  # text render mode: how OCR lays its text over a scan
# What a font without a Unicode map gives: control codes (but a line's end, a tab, a hyphen), private characters.
_DOUBTFUL_RE = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ufffd\ue000-\uf8ff]")
_UNREADABLE = 0.25  # of a page's characters
_LEAST_LETTERS = 300  # that tell words from gibberish
_VOWELS = 0.2  # of letters: English has 0.38, and no page that we have seen less than 0.35
_STEP_BACK = 0.3  # of the size: a letter that begins this far before the end of the last begins another piece
_STRETCH_GAP = 1.0  # of the size: white space that may be a column's


class PageText:
    """The characters of an open page, by pdfium's raw calls: the text once, then boxes line by line."""

    def __init__(self, page: "PdfPage", text_page: "PdfTextPage") -> None:
        from pypdfium2 import raw

        self._raw: Any = raw
        self.page: Any = page.raw
        self._text_page: Any = text_page.raw
        self.count: int = raw.FPDFText_CountChars(self._text_page)
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(self.page, bounds)
        self._bounds = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        self._name = ctypes.create_string_buffer(128)
        self._corners = tuple(ctypes.c_double() for _ in range(4))
        self.unmapped = 0  # characters that no reading is known of
        self._rotation: int = 90 * raw.FPDFPage_GetRotation(self.page)
        self._set_turn(self._rotation)

    def pieces(self, turn: int | None = None) -> tuple[list[Piece], list[Piece]]:
        """The pieces of the page, and those that run another way than most (stamps, notes up the margin).

        Blank ones and those outside of what is shown are left out. `turn` says how the page is to be turned, in
        degrees, where its characters are not what tells.
        """
        if turn is not None:
            self._set_turn(turn)
        characters = self._readable()
        lines = [(line.start(), line.group()) for line in _LINE_RE.finditer(characters) if line.group().strip()]
        if not lines:
            return [], []
        angles = [self._angle(start + len(words) - len(words.lstrip())) for start, words in lines]
        weights: Counter[int] = Counter()
        for (_, words), angle in zip(lines, angles, strict=True):
            weights[angle] += len(words)
        if turn is None:
            self._set_turn(max(weights, key=lambda angle: (weights[angle], angle == self._turn)))
        straight: list[Piece] = []
        aslant: list[Piece] = []
        for (start, words), angle in zip(lines, angles, strict=True):
            if angle == self._turn:
                straight.extend(self._pieces(start, words))
            else:
                aslant.extend(filter(None, [self._piece(start, words)]))
        return [piece for piece in straight if self._is_shown(piece)], list(filter(self._is_shown, aslant))

    def edges(self, piece: Piece, exact: bool = True) -> list[tuple[float, float]]:
        """The left and right edge of each character of a piece; a space has the gap between its neighbours.

        Not `exact`: looked up by the word, and shared out evenly among its characters.
        """
        if piece.edges:
            return list(piece.edges)
        found: list[tuple[float, float]] = []
        end = piece.x0
        for word in _WORD_RE.finditer(piece.text):
            start, count = piece.start + word.start(), len(word.group())
            if exact:
                edges = [self._across(at) or (end, end) for at in range(start, start + count)]
            else:
                (left, _), (_, right) = self._across(start) or (end, end), self._across(start + count - 1) or (end, end)
                step = (right - left) / count
                edges = [(left + at * step, left + (at + 1) * step) for at in range(count)]
            found.extend([(end, edges[0][0])] * (word.start() - len(found)))
            found.extend(edges)
            end = edges[-1][1]
        return found

    def _across(self, at: int) -> tuple[float, float] | None:
        """Left and right of a character as the page is read."""
        left, right, bottom, top = self._corners
        if not self._raw.FPDFText_GetCharBox(self._text_page, at, left, right, bottom, top):
            return None
        a, b, c = self._to_x
        x0, x1 = a * left.value + b * bottom.value + c, a * right.value + b * top.value + c
        return (x0, x1) if x0 <= x1 else (x1, x0)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own coordinates, from the top left of the page as it is read."""
        (a, b, c), (d, e, f) = self._to_x, self._to_y
        return a * x + b * y + c, d * x + e * y + f

    def media_corner(self) -> tuple[float, float] | None:
        """Where the media box begins, from the top left of what is shown; None where the text runs another way."""
        if self._turn != self._rotation:
            return None
        edges = [ctypes.c_float() for _ in range(4)]
        if not self._raw.FPDFPage_GetMediaBox(self.page, *edges):
            return (0.0, 0.0)  # inherited: then no crop box says otherwise, in nearly all files
        left, bottom, right, top = (edge.value for edge in edges)
        (x0, y0), (x1, y1) = self.place(left, bottom), self.place(right, top)
        return min(x0, x1), min(y0, y1)

    def _set_turn(self, turn: int) -> None:
        """Turns the page so that text running at `turn` degrees runs from left to right."""
        left, bottom, right, top = self._bounds
        self._turn = turn
        match turn:
            case 90:
                self._to_x, self._to_y = (0.0, 1.0, -bottom), (1.0, 0.0, -left)
            case 180:
                self._to_x, self._to_y = (-1.0, 0.0, right), (0.0, 1.0, -bottom)
            case 270:
                self._to_x, self._to_y = (0.0, -1.0, top), (-1.0, 0.0, right)
            case _:
                self._to_x, self._to_y = (1.0, 0.0, -left), (0.0, -1.0, top)

    def has_marks(self) -> bool:
        """Whether anything but text is to be seen on the page: a picture, a drawing that is not white."""
        raw = self._raw
        for at in range(raw.FPDFPage_CountObjects(self.page)):
            mark = raw.FPDFPage_GetObject(self.page, at)
            kind = raw.FPDFPageObj_GetType(mark)
            if kind != raw.FPDF_PAGEOBJ_TEXT and (kind != raw.FPDF_PAGEOBJ_PATH or is_visible(mark)):
                return True
        return False

    def is_invisible(self, at: int) -> bool:
        """Whether the character is laid invisibly over a picture of itself."""
        text_object = self._raw.FPDFText_GetTextObject(self._text_page, at)
        return bool(text_object) and self._raw.FPDFTextObj_GetTextRenderMode(text_object) == _INVISIBLE

    def _readable(self) -> str:
        """The characters of the page, those that its fonts give no reading for as U+FFFD; none where they are many."""
        characters = self._characters()
        doubtful = [found.start() for found in _DOUBTFUL_RE.finditer(characters)]
        if doubtful:
            is_unmapped = self._raw.FPDFText_HasUnicodeMapError
            unmapped = [at for at in doubtful if is_unmapped(self._text_page, at) == 1]
            letters = list(characters)
            for at in unmapped:
                letters[at] = "\ufffd"
            characters = "".join(letters)
            self.unmapped = len(unmapped)
        if self.unmapped > _UNREADABLE * len(characters) or _is_gibberish(characters):
            self.unmapped = len(characters)
            return ""
        return characters

    def _characters(self) -> str:
        """One code point a character of pdfium's, so that offsets are its own."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        if self._raw.FPDFText_GetText(self._text_page, 0, self.count, buffer) == self.count + 1:
            characters = bytes(buffer)[:-2].decode("utf-16-le", errors="surrogatepass")
            if len(characters) == self.count:
                return characters
        get = self._raw.FPDFText_GetUnicode
        return "".join(chr(min(get(self._text_page, at), 0x10FFFF)) for at in range(self.count))

    def _angle(self, at: int) -> int:
        """The way a character's line runs: 0, 90, 180 or 270 degrees; -1 where aslant (a watermark)."""
        degrees = math.degrees(self._raw.FPDFText_GetCharAngle(self._text_page, at)) % 360
        nearest = round(degrees / 90) * 90
        return -nearest % 360 if abs(degrees - nearest) < 10 else -1  # pdfium measures clockwise

    def _is_shown(self, piece: Piece) -> bool:
        """Whether the middle of a piece lies on the page."""
        left, bottom, right, top = self._bounds
        width, height = right - left, top - bottom
        if self._turn in {90, 270}:
            width, height = height, width
        return bool(0 <= piece.x0 + piece.x1 <= 2 * width and 0 <= piece.top + piece.bottom <= 2 * height)

    def _pieces(self, start: int, words: str) -> Iterator[Piece]:
        """The pieces of one of pdfium's lines: more where it steps back (to a raised "th" set after its line)."""
        piece = self._piece(start, words)
        if piece is None or not piece.steps_back:
            yield from filter(None, [piece])
            return
        edges = self.edges(piece)
        starts = [0]
        end = edges[0][1]
        for at, (left, right) in enumerate(edges):
            if piece.text[at].isalnum() and left < end - _STEP_BACK * piece.size:
                starts.append(at)
            end = end if piece.text[at].isspace() else right
        for first, last in pairwise([*starts, len(edges)]):
            part = self._piece(piece.start + first, piece.text[first:last])
            if part is not None:
                offset = part.start - piece.start
                yield replace(part, edges=tuple(edges[offset : offset + len(part.text)]), steps_back=False)

    def _piece(self, start: int, words: str) -> Piece | None:
        start, words = start + len(words) - len(words.lstrip()), words.strip()
        boxes = list(self._boxes(start, len(words)))
        if not boxes:
            return None
        half = len(words) // 2
        middle, last = start + half - words[half].isspace(), start + len(words) - 1  # a space has no font
        size, base = self._size_and_base(start, boxes)
        steps_back = any(after[0] < before[1] - _STEP_BACK * size for before, after in pairwise(boxes))
        boxes.sort()
        return Piece(
            text=_SURROGATE_RE.sub("\ufffd", words),
            x0=boxes[0][0],
            x1=max(box[1] for box in boxes),
            top=base - 0.8 * size,
            bottom=base + 0.2 * size,
            size=round(size, 1),
            bold=all(self.is_bold(at) for at in (start, middle, last)),
            start=start,
            stretches=tuple(_stretches(boxes, _STRETCH_GAP * size)),
            steps_back=steps_back,
        )

    def _boxes(self, start: int, count: int) -> Iterator[tuple[float, float, float, float]]:
        """Left, right, top, bottom of the runs of a line."""
        left, top, right, bottom = self._corners
        for at in range(self._raw.FPDFText_CountRects(self._text_page, start, count)):
            self._raw.FPDFText_GetRect(self._text_page, at, left, top, right, bottom)
            x0, y0 = self.place(left.value, top.value)
            x1, y1 = self.place(right.value, bottom.value)
            yield min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)

    def _size_and_base(self, at: int, boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float]:
        """Type size and base line. The file's size is without its scale: it holds only if the height agrees."""
        size = float(self._raw.FPDFText_GetFontSize(self._text_page, at))
        loose = self._raw.FS_RECTF()
        self._raw.FPDFText_GetLooseCharBox(self._text_page, at, loose)
        (_, y0), (_, y1) = self.place(loose.left, loose.bottom), self.place(loose.right, loose.top)
        height = abs(y1 - y0)
        if height > 0 and not 0.6 <= height / max(size, 0.01) <= 2.2:
            size = height / 1.15
        x, y = ctypes.c_double(), ctypes.c_double()
        if self._raw.FPDFText_GetCharOrigin(self._text_page, at, x, y):
            return max(size, 1.0), self.place(x.value, y.value)[1]
        return max(size, 1.0), max(box[3] for box in boxes)

    def is_bold(self, at: int) -> bool:
        """By the weight, or by the name of the font, which says it where the file gives no weight."""
        if _BOLD_WEIGHT <= self._raw.FPDFText_GetFontWeight(self._text_page, at) <= _MOST_WEIGHT:
            return True
        length = self._raw.FPDFText_GetFontInfo(self._text_page, at, self._name, len(self._name), None)
        return _BOLD_RE.search(self._name.raw[:length]) is not None


def _stretches(boxes: Sequence[tuple[float, float, float, float]], gap: float) -> Iterator[tuple[float, float]]:
    """The parts of a line between wide gaps; `boxes` from left to right."""
    start, end = boxes[0][0], boxes[0][1]
    for left, right, _, _ in boxes[1:]:
        if left - end > gap:
            yield start, end
            start = left
        end = max(end, right)
    yield start, end


def _is_gibberish(text: str) -> bool:
    """Whether a page's letters make no words: glyph numbers that were taken for letters ("7KH &RXQFLO").

    >>> _is_gibberish("7KH &RXQFLO UHVROYHG WR DSSURYH " * 20), _is_gibberish("The Council resolved to approve " * 20)
    (True, False)
    """
    letters = sum(map(str.isalpha, text)) if len(text) >= _LEAST_LETTERS else 0
    lower = text.lower()
    return letters >= _LEAST_LETTERS and sum(map(lower.count, "aeiou")) < _VOWELS * letters
