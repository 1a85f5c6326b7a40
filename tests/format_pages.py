"""The same words as plain text, PDF, Word and a web page: what `test_formats` compares."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from docx import Document as WordDocument
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from minutes_extract.document import BlockKind, Document

_WIDTH = 451.0  # points between the margins of an A4 page


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph, a list item with its label, a label line, or a table with its rows."""

    kind: BlockKind
    label: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    bold: bool = False
    level: int = 0


def parts_of(document: Document) -> list[Part]:
    """What a document is made of, in its own words."""
    parts: list[Part] = []
    rows: list[tuple[str, ...]] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            cells = {
                cell.column: document.text[cell.start : cell.end]
                for table in document.tables
                for cell in table.cells
                if block.start <= cell.start <= cell.end <= block.end
            }
            rows.append(tuple(cells.get(column, "") for column in range(max(cells, default=-1) + 1)))
            continue
        parts.extend(_table(rows))
        rows.clear()
        label = document.text[block.start : block.label_end]
        text = document.text[block.body_start : block.end]
        parts.append(Part(block.kind, label, text, bold=block.bold, level=block.indent or 0))
    return [*parts, *_table(rows)]


def _table(rows: Sequence[tuple[str, ...]]) -> list[Part]:
    return [Part(BlockKind.TABLE_ROW, rows=tuple(rows))] if rows else []


def text_page(parts: Sequence[Part]) -> bytes:
    """Plain text: a blank line between parts, rows between bars."""
    return "\n\n".join("\n".join(_lines(part)) for part in parts).encode()


def _lines(part: Part) -> list[str]:
    if part.rows:
        return [" | ".join(row) for row in part.rows]
    return [f"{part.label}  {part.text}" if part.label and part.text else part.label or part.text]


def html_page(parts: Sequence[Part]) -> bytes:
    """A web page, its menu and its foot around it; without a heading nothing would tell the menu from a list."""
    body = "\n".join(_html(part) for part in parts)
    menu = '<div id="top"><ul><li><a href="/">Home</a></li><li><a href="/meetings">Meetings</a></li></ul></div>'
    menu = menu if any(part.kind is BlockKind.HEADING for part in parts) else ""
    foot = '<div class="foot"><p>© 2025 The Council</p><p><a href="/cookies">Cookies</a></p></div>'
    page = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"></head><body>{menu}{body}{foot}</body></html>'
    )
    return page.encode()


def _html(part: Part) -> str:
    if part.rows:
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    if part.kind is BlockKind.HEADING:
        return f"<h2>{escape(f'{part.label} {part.text}'.strip())}</h2>"
    gap = "&nbsp;&nbsp; " if part.kind is BlockKind.LIST_ITEM else " "
    label = f"<b>{escape(part.label)}</b>" if part.kind is BlockKind.FIELD else escape(part.label)
    return f'<p style="margin-left:{part.level * 20}px">{label}{gap if part.label else ""}{escape(part.text)}</p>'


def docx_page(parts: Sequence[Part]) -> bytes:
    """A Word document."""
    document = WordDocument()
    for part in parts:
        _word(document, part)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _word(document: Any, part: Part) -> None:
    if part.rows:
        table = document.add_table(rows=0, cols=max(map(len, part.rows)))
        for row in part.rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    elif part.kind is BlockKind.HEADING:
        document.add_heading(f"{part.label}\t{part.text}" if part.label else part.text, level=2)
    else:
        paragraph = document.add_paragraph()
        paragraph.add_run(part.label).bold = part.kind is BlockKind.FIELD
        between = "\t" if part.kind is BlockKind.LIST_ITEM else " "
        paragraph.add_run(f"{between}{part.text}" if part.label and part.text else part.text)


_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10.5, leading=13)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)


def pdf_page(parts: Sequence[Part]) -> bytes:
    """A printed document: lines that break, words that a page parts, a foot on every page."""
    buffer = io.BytesIO()
    frame = SimpleDocTemplate(buffer, pagesize=A4, invariant=1, title="A document")
    story = [flowable for part in parts for flowable in (*_printed(part), Spacer(1, 7))]
    frame.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return buffer.getvalue()


def _foot(canvas: Canvas, _: object) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 40, f"Page {canvas.getPageNumber()}")


def _printed(part: Part) -> list[Flowable]:
    if part.rows:
        columns = max(map(len, part.rows))
        cells = [[Paragraph(escape(cell), _CELL) for cell in (*row, *[""] * (columns - len(row)))] for row in part.rows]
        table = Table(cells, colWidths=[_WIDTH / columns] * columns)
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        return [table]
    if part.kind is BlockKind.HEADING:
        return [Paragraph(f"<b>{escape(f'{part.label} {part.text}'.strip())}</b>", _TEXT)]
    if part.kind is BlockKind.LIST_ITEM:
        indent = 20 * part.level
        style = ParagraphStyle("item", parent=_TEXT, leftIndent=indent + 28, bulletIndent=indent)
        return [Paragraph(escape(part.text), style, bulletText=part.label)]
    label = f"<b>{escape(part.label)}</b> " if part.kind is BlockKind.FIELD else escape(part.label)
    return [Paragraph(label + escape(part.text), ParagraphStyle("part", parent=_TEXT, leftIndent=20 * part.level))]


PAGES: dict[str, Callable[[Sequence[Part]], bytes]] = {
    "page.txt": text_page,
    "page.html": html_page,
    "page.docx": docx_page,
    "page.pdf": pdf_page,
}
"""Each format, by the name of a file in it."""
