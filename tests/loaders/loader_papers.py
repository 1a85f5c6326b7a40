"""Small documents of our own making, in each format: what the loader tests read."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from minutes_extract.document import RawDocument
from minutes_extract.loaders import load_bytes

Drawing = Callable[[Any], None]


def pdf(*pages: Drawing, password: str | None = None, title: str | None = None) -> bytes:
    """A PDF of pages drawn by hand."""
    encrypt = pdfencrypt.StandardEncryption(password, canPrint=0) if password else None
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, encrypt=encrypt, invariant=1)
    sheet.setTitle(title or "")
    for page in pages:
        sheet.setFont("Helvetica", 11)
        page(sheet)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def lines_at(*lines: tuple[float, float, str]) -> Drawing:
    """Draws lines of text at points from the bottom left."""

    def draw(sheet: Any) -> None:
        for x, y, words in lines:
            sheet.drawString(x, y, words)

    return draw


def ruled_pdf(rows: Sequence[Sequence[str]], *styles: Sequence[Any]) -> bytes:
    """A PDF with one ruled table."""
    buffer = io.BytesIO()
    table = Table([list(row) for row in rows])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *styles]))
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build([table])
    return buffer.getvalue()


def docx(write: Callable[[Any], None]) -> bytes:
    """A Word document that `write` fills."""
    document = Document()
    write(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """A zip with members replaced, added, or (None) taken out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted({*old.namelist(), *changes}):
            content = changes[name] if name in changes else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def texts(document: RawDocument) -> list[str]:
    """The texts of all fragments."""
    return [fragment.text for fragment in document.fragments]


def outline(data: bytes | str, name: str = "page.html") -> list[tuple[str, str | None, int | None, str]]:
    """Kind, label, level and text of each fragment."""
    document = load_bytes(data.encode() if isinstance(data, str) else data, name)
    return [(f.kind.value, f.label, f.level, f.text) for f in document.fragments]


def grid(data: bytes | str, name: str = "page.html") -> list[tuple[int, int, int, str]]:
    """Table, row, column and text of each fragment that stands in a cell."""
    document = load_bytes(data.encode() if isinstance(data, str) else data, name)
    return [(f.cell.table, f.cell.row, f.cell.column, f.text) for f in document.fragments if f.cell is not None]
