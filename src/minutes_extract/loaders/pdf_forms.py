"""What is filled into the form fields of a PDF page: it stands beside the page's text, not in it.

A box that is ticked is written ☒, one that is not ☐; round buttons too. Fields that the page does not show, passwords,
push buttons and signatures are left out. Nothing of a form is executed.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from minutes_extract.loaders.pdf_characters import PageText
from minutes_extract.loaders.pdf_cut import Characters, part_of
from minutes_extract.loaders.pdf_piece import Piece, is_in_row

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_FIELDS = 5000  # of a page
_LARGEST = 11.0  # points: the size of what is filled in, where the field has room for it
_FILLS = 0.8  # of a field's height
_LEADING = 1.2  # of the size
_WIDTH = 0.5  # of the size: a character
_PASSWORD = 1 << 13  # field flag (PDF 1.7, table 228)
_LINE_RE = re.compile(r"[^\r\n]+")


def open_forms(document: "PdfDocument") -> None:
    """Makes the fields of a document readable, where it has any; before its first page is opened."""
    from pypdfium2 import raw

    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()


class Fields:
    """The form fields of an open page."""

    def __init__(self, document: "PdfDocument", text: PageText) -> None:
        from pypdfium2 import raw

        self._raw: Any = raw
        self._form: Any = document.formenv
        self._text = text

    def pieces(self) -> list[Piece]:
        """What is filled in, as pieces of text in the places of the fields."""
        if self._form is None:
            return []
        raw = self._raw
        found: list[Piece] = []
        for at in range(min(raw.FPDFPage_GetAnnotCount(self._text.page), MAX_FIELDS)):
            field = raw.FPDFPage_GetAnnot(self._text.page, at)
            if not field:
                continue
            try:
                if raw.FPDFAnnot_GetSubtype(field) == raw.FPDF_ANNOT_WIDGET:
                    found.extend(self._pieces(field))
            finally:
                raw.FPDFPage_CloseAnnot(field)
        return found

    def _pieces(self, field: Any) -> Iterator[Piece]:
        raw = self._raw
        if raw.FPDFAnnot_GetFlags(field) & (raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW):
            return
        edges = raw.FS_RECTF()
        if not raw.FPDFAnnot_GetRect(field, edges):
            return
        (one, y0), (other, y1) = self._text.place(edges.left, edges.top), self._text.place(edges.right, edges.bottom)
        x0, x1, top, bottom = min(one, other), max(one, other), min(y0, y1), max(y0, y1)
        lines = [line for line in _LINE_RE.findall(self._value(field)) if line.strip()]
        size = min(_LARGEST, _FILLS * (bottom - top) / (1 + _LEADING * (len(lines) - 1)) if lines else _LARGEST)
        if size <= 0 or x1 <= x0:
            return
        above = (bottom - top - size * (1 + _LEADING * (len(lines) - 1))) / 2
        for at, line in enumerate(lines):
            y = top + above + _LEADING * size * at
            yield _piece(line, x0, x1, y, size, self._text.count)

    def _value(self, field: Any) -> str:
        """What a field shows: its words, or a box."""
        raw = self._raw
        kind = raw.FPDFAnnot_GetFormFieldType(self._form.raw, field)
        if kind in {raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON}:
            return "☒" if raw.FPDFAnnot_IsChecked(self._form.raw, field) else "☐"
        if kind not in {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}:
            return ""
        if raw.FPDFAnnot_GetFormFieldFlags(self._form.raw, field) & _PASSWORD:
            return ""
        length = raw.FPDFAnnot_GetFormFieldValue(self._form.raw, field, None, 0)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        raw.FPDFAnnot_GetFormFieldValue(self._form.raw, field, buffer, length)
        return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", errors="replace").replace("\0", "")


def _piece(line: str, x0: float, x1: float, top: float, size: float, start: int) -> Piece:
    """A line of a field. Its characters are none of the page's own, so that `start` is beyond them."""
    words = line.strip()
    step = min((x1 - x0) / len(words), _WIDTH * size)
    edges = tuple((x0 + at * step, x0 + (at + 1) * step) for at in range(len(words)))
    return Piece(
        text=words,
        x0=x0,
        top=top,
        x1=edges[-1][1],
        bottom=top + size,
        size=round(size, 1),
        start=start,
        edges=edges,
        stretches=((x0, edges[-1][1]),),
    )


def with_fields(pieces: Sequence[Piece], fields: Sequence[Piece], characters: Characters) -> list[Piece]:
    """The pieces of a page and those of its fields; a line that runs across a field is parted there.

    "Key decision: Yes No" is one piece to pdfium, with a box before each word.
    """
    found = list(pieces)
    for field in fields:
        for at, piece in enumerate(found):
            if piece.x0 < field.x0 and field.x1 < piece.x1 and is_in_row(field, piece):
                found[at : at + 1] = _parted(piece, field, characters)
                break
    return [*found, *fields]


def _parted(piece: Piece, field: Piece, characters: Characters) -> list[Piece]:
    """A piece as what stands before the field, and behind it."""
    edges = characters.edges(piece)
    at = next((at for at, (left, right) in enumerate(edges) if left + right > field.x0 + field.x1), len(edges))
    parts = part_of(piece, edges, 0, at), part_of(piece, edges, at, len(edges))
    return [part for part in parts if part is not None]
