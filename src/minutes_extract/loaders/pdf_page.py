"""A page of a PDF: its characters and rulings as fragments in the order of reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_extract.document import Fragment, TextLayer
from minutes_extract.loaders.ocr import Engine
from minutes_extract.loaders.pdf_characters import PageText
from minutes_extract.loaders.pdf_forms import Fields, with_fields
from minutes_extract.loaders.pdf_grid import Grid, grids
from minutes_extract.loaders.pdf_open_tables import MAX_CHARACTERS, OpenTables
from minutes_extract.loaders.pdf_order import line_fragment, page_fragments
from minutes_extract.loaders.pdf_piece import Piece
from minutes_extract.loaders.pdf_probe import open_tables
from minutes_extract.loaders.pdf_rulings import page_rulings
from minutes_extract.loaders.pdf_scans import is_stamped_scan, load_scan

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_SAMPLE = 40  # pieces of a page


@dataclass(frozen=True, slots=True)
class PageReading:
    """What is read of a page. `layer` is None where the page is blank; `tables` counts its tables.

    `unmapped` counts the characters that its fonts give no reading for; where they are many, no fragment is given.
    `is_scan` says that an OCR engine has read it here, not the publisher's.
    """

    fragments: Sequence[Fragment]
    layer: TextLayer | None
    tables: int = 0
    is_broken: bool = False
    unmapped: int = 0
    is_scan: bool = False


def load_page(
    document: "PdfDocument", number: int, first_table: int, plumber: OpenTables, ocr: Engine | None = None
) -> PageReading:
    """Read page `number` (from 1); its tables count on from `first_table`; `plumber` reads those without a grid.

    `ocr` reads a page that is a picture, or whose fonts have no reading.
    """
    import pypdfium2

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return PageReading((), TextLayer.NONE, is_broken=True)
    try:
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        page.close()
        return PageReading((), TextLayer.NONE, is_broken=True)
    try:
        text = PageText(page, text_page)
        reading = _reading(text, Fields(document, text), number, first_table, plumber)
        if ocr is None or not _is_scan(page, reading):
            return reading
        return _scanned(page, text, number, first_table, ocr) or reading
    finally:
        text_page.close()
        page.close()


def _reading(text: PageText, fields: Fields, number: int, first_table: int, plumber: OpenTables) -> PageReading:
    straight, aslant = text.pieces()
    straight = with_fields(straight, fields.pieces(), text)
    if not straight and not aslant:
        layer = TextLayer.NONE if text.unmapped or text.has_marks() else None
        return PageReading((), layer, unmapped=text.unmapped)
    found = _tables(text, straight, number, plumber)
    fragments, tables = page_fragments(straight, found, text, number, first_table)
    fragments.extend(line_fragment(piece, number) for piece in aslant)
    layer = TextLayer.OCR if _is_laid_over(text, [*straight, *aslant]) else TextLayer.NATIVE
    return PageReading(fragments, layer, tables, unmapped=text.unmapped)


def _is_scan(page: "PdfPage", reading: PageReading) -> bool:
    """Whether a page is a picture, or its fonts have no reading; a stamp may be printed on it."""
    if reading.layer is TextLayer.NATIVE:
        return is_stamped_scan(page, reading.fragments)
    return reading.layer is TextLayer.NONE


def _scanned(page: "PdfPage", printed: PageText, number: int, first_table: int, ocr: Engine) -> PageReading | None:
    """What OCR makes of a page with what is printed on it, None where it finds no words."""
    found = load_scan(page, printed, ocr)
    if found is None:
        return None
    text, aslant = found
    fragments, tables = page_fragments(text.pieces, (), text, number, first_table)
    fragments.extend(line_fragment(piece, number) for piece in aslant)
    return PageReading(fragments, TextLayer.OCR, tables, is_scan=True)


def _is_laid_over(text: PageText, pieces: Sequence[Piece]) -> bool:
    """Whether most of a page's text lies invisibly over a scan; a stamp on top of it may be visible."""
    if not text.is_invisible(pieces[0].start) and not text.is_invisible(pieces[-1].start):
        return False
    sample = pieces[:: max(1, len(pieces) // _SAMPLE)]
    hidden = sum(len(piece.text) for piece in sample if text.is_invisible(piece.start))
    return 2 * hidden > sum(len(piece.text) for piece in sample)


def _tables(text: PageText, pieces: Sequence[Piece], number: int, plumber: OpenTables) -> list[Grid]:
    """The ruled tables of a page, and the open ones that the probe finds."""
    rulings = page_rulings(text.page, text.place)
    found = grids(rulings)
    regions = open_tables(rulings, found, pieces) if text.count <= MAX_CHARACTERS else []
    corner = text.media_corner() if regions else None
    if corner is not None:
        found.extend(plumber.grids(number, regions, corner))
    return found
