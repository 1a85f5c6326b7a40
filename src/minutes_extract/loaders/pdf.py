"""PDF: the document as a whole.

`pdf_page` reads a page: `pdf_characters` its text, `pdf_rulings` and `pdf_grid` its ruled tables, `pdf_order` the order
of reading. All by pdfium, a page at a time: no page outlives its turn. `pdf_probe` says where a table stands that its
rulings do not close; `pdf_open_tables` reads those by pdfplumber. Scripts and embedded files are never opened.

A page without a text layer is no error: it is named among the problems, and `text_layer` says how it stands with the
whole. So is a file whose end or index is missing, if pdfium can read it all the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from minutes_extract.document import Fragment, MediaType, RawDocument, TextLayer
from minutes_extract.errors import DamagedSource, EncryptedSource, LoadError, OversizedSource
from minutes_extract.loaders.ocr import Engine
from minutes_extract.loaders.pdf_bounds import is_unpackable
from minutes_extract.loaders.pdf_forms import open_forms
from minutes_extract.loaders.pdf_open_tables import OpenTables
from minutes_extract.loaders.pdf_outline import load_outline
from minutes_extract.loaders.pdf_page import PageReading, load_page
from minutes_extract.loaders.source import MAX_FRAGMENTS, MAX_PAGES, source_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_END = b"%%EOF"
_TAIL = 65_536  # bytes of junk that may follow the end mark
_UNMAPPED = "in a font without a Unicode map"
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def load_pdf(data: bytes, name: str, ocr: Engine | None = None) -> RawDocument:
    """Read a PDF; `ocr` reads the pages that are pictures, where it is given.

    Raises `DamagedSource`, `EncryptedSource`, `OversizedSource`.
    """
    is_unpackable(data, name)
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            problem = f"the PDF has {len(document):,} pages, more than {MAX_PAGES:,}"
            raise OversizedSource(name, problem, "split it into smaller documents")
        open_forms(document)
        title = document.get_metadata_value("Title").replace("\0", "").strip() or None
        pages, fragments = _read(document, name, ocr)
        outline = load_outline(document)
        problems = [*_file_problems(document, data), *_problems(pages)]
    finally:
        document.close()
    return RawDocument(
        source=source_of(data, name, MediaType.PDF, pages=len(pages)),
        fragments=tuple(fragments),
        title=title,
        text_layer=_text_layer(pages),
        problems=tuple(problems),
        outline=outline,
        page_layers=tuple(page.layer for page in pages),
    )


def _opened(data: bytes, name: str) -> "PdfDocument":
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _open_error(error, data, name) from error
    if len(document) == 0:
        document.close()
        raise DamagedSource(name, "the PDF has no pages", "download it again, or print it to a new PDF")
    return document


def _open_error(error: Exception, data: bytes, name: str) -> LoadError:
    if getattr(error, "err_code", None) == _PASSWORD:
        return EncryptedSource(name, "the PDF asks for a password", "save it without a password")
    if not _is_ended(data):
        return DamagedSource(name, "the PDF is cut short: its end is missing", "download it again")
    return DamagedSource(name, "the PDF is damaged", "download it again, or print it to a new PDF")


def _is_ended(data: bytes) -> bool:
    return _END in data[-_TAIL:]


def _file_problems(document: "PdfDocument", data: bytes) -> list[str]:
    """What is the matter with a file that pdfium could read all the same."""
    from pypdfium2 import raw

    if not _is_ended(data):
        return ["the PDF is cut short: its last pages may be missing"]
    if not raw.FPDF_DocumentHasValidCrossReferenceTable(document.raw):
        return ["the PDF's table of objects is damaged: part of it may be missing"]
    return []


def _read(document: "PdfDocument", name: str, ocr: Engine | None) -> tuple[list[PageReading], list[Fragment]]:
    pages: list[PageReading] = []
    fragments: list[Fragment] = []
    plumber = OpenTables(document)
    tables = 0
    for number in range(1, len(document) + 1):
        page = load_page(document, number, tables, plumber, ocr)
        tables += page.tables
        fragments.extend(page.fragments)
        pages.append(replace(page, fragments=()))
        if len(fragments) > MAX_FRAGMENTS:
            raise OversizedSource(name, f"more than {MAX_FRAGMENTS:,} lines", "split it into smaller documents")
    return pages, fragments


def _text_layer(pages: Sequence[PageReading]) -> TextLayer:
    """Of the whole, from those of the pages that have anything on them."""
    found = {page.layer for page in pages if page.layer is not None}
    if len(found) > 1:
        return TextLayer.MIXED
    return found.pop() if found else TextLayer.NONE


def _problems(pages: Sequence[PageReading]) -> list[str]:
    """In a fixed wording, page by page, or one line where it is all of them."""
    problems = [f"page {number} cannot be read" for number, page in enumerate(pages, 1) if page.is_broken]
    for number, page in enumerate(pages, 1):
        if page.unmapped:
            problems.append(f"page {number} has {'text' if page.layer is TextLayer.NONE else 'characters'} {_UNMAPPED}")
    scans = [number for number, page in enumerate(pages, 1) if page.is_scan]
    if len(scans) == len(pages) > 1:
        return [*problems, "all pages were read by OCR"]
    problems += [f"page {number} was read by OCR" for number in scans]
    without = [
        number
        for number, page in enumerate(pages, 1)
        if page.layer is TextLayer.NONE and not page.is_broken and not page.unmapped
    ]
    if len(without) == len(pages) > 1:
        return ["no page has a text layer"]
    return problems + [f"page {number} has no text layer" for number in without]
