"""PDF tables that rulings do not close, read by pdfplumber behind a probe; and the heads of tables."""

import io
from typing import Any

import pytest
from loader_papers import grid, lines_at, pdf, ruled_pdf, texts
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from minutes_extract.document import FragmentKind
from minutes_extract.loaders import load_bytes
from minutes_extract.loaders.pdf_open_tables import OpenTables

STYLE = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=12)
PROSE = Paragraph(
    "The Council considered a report on the grants set out below, and heard from its authors. " * 5, STYLE
)
ROWS = [
    ["Body", "What for", "2025/26", "2026/27", "Total"],
    ["Citizens Advice", "Advice on debt and benefits for all of the households", "92,000", "-", "92,000"],
    ["The Loom Trust", "Workshops for young people, with travel from the villages", "24,000", "5,500", "29,500"],
    ["Good Neighbours", "Lifts", "", "31,500", "31,500"],
    ["Total", "", "116,000", "37,000", "153,000"],
]
BLACK = colors.black
TOP, FOOT = ("LINEABOVE", (0, 0), (-1, 0), 1, BLACK), ("LINEBELOW", (0, -1), (-1, -1), 1, BLACK)
UNDER_HEAD = ("LINEBELOW", (0, 0), (-1, 0), 0.5, BLACK)
ALL_ACROSS = ("LINEBELOW", (0, 0), (-1, -1), 0.5, BLACK)
GREY = [("BACKGROUND", (0, row), (-1, row), colors.lightgrey) for row in (0, 2, 4)]


def _open_pdf(*styles: Any) -> bytes:
    """A page with a table in the midst of prose, its second column in lines that break."""
    cells = [[row[0], Paragraph(row[1], STYLE), *row[2:]] for row in ROWS]
    table = Table(cells, colWidths=[130, 150, 60, 60, 60])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (2, 0), (-1, -1), "RIGHT"), *styles]))
    buffer = io.BytesIO()
    story = [PROSE, Spacer(1, 12), table, Spacer(1, 12), PROSE]
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(story)
    return buffer.getvalue()


OPEN = {
    "rules above, under the head and below": [TOP, UNDER_HEAD, FOOT],
    "rules between all rows": [TOP, ALL_ACROSS],
    "shades behind every other row": GREY,
    "a rule under the head": [UNDER_HEAD],
    "a shade behind the head": GREY[:1],
}


@pytest.mark.parametrize("styles", OPEN.values(), ids=OPEN)
def test_open_tables(styles: list[Any]) -> None:
    found = {(row, column): " ".join(text.split()) for _, row, column, text in grid(_open_pdf(*styles), "a.pdf")}
    assert found == {
        (row, column): text for row, texts_of_row in enumerate(ROWS) for column, text in enumerate(texts_of_row)
    }


@pytest.mark.parametrize("styles", [[TOP, UNDER_HEAD, FOOT], [UNDER_HEAD], GREY[:1]])
def test_the_head_of_an_open_table(styles: list[Any]) -> None:
    cells = [f.cell for f in load_bytes(_open_pdf(*styles), "a.pdf").fragments if f.cell]
    assert {cell.row for cell in cells if cell.header} == {0}


def test_the_prose_around_an_open_table_stays_prose() -> None:
    fragments = load_bytes(_open_pdf(TOP, UNDER_HEAD, FOOT), "a.pdf").fragments
    kinds = [fragment.kind for fragment in fragments]
    assert kinds[0] == kinds[-1] == FragmentKind.LINE
    assert fragments[0].text.startswith("The Council considered")


def _in_a_form(sheet: Any) -> None:
    """A ruled table that was pasted as a drawing."""
    sheet.beginForm("table")
    sheet.grid([0, 100, 200], [0, 20, 40])
    for x, y, words in ((5, 25, "a"), (105, 25, "b"), (5, 5, "c"), (105, 5, "d")):
        sheet.drawString(x, y, words)
    sheet.endForm()
    sheet.saveState()
    sheet.translate(80, 500)
    sheet.scale(1.5, 1.5)
    sheet.doForm("table")
    sheet.restoreState()


def test_rulings_inside_a_form_object() -> None:
    assert grid(pdf(_in_a_form), "a.pdf") == [(0, 0, 0, "a"), (0, 0, 1, "b"), (0, 1, 0, "c"), (0, 1, 1, "d")]


BOLD_HEAD = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")
BOLD_LABELS = ("FONTNAME", (0, 0), (0, -1), "Helvetica-Bold")
SHADED_HEAD = ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)


@pytest.mark.parametrize(
    ("style", "heads"),
    [(BOLD_HEAD, {0}), (SHADED_HEAD, {0}), (BOLD_LABELS, set()), (("TEXTCOLOR", (0, 0), (0, 0), BLACK), set())],
)
def test_the_head_of_a_ruled_table(style: Any, heads: set[int]) -> None:
    document = load_bytes(ruled_pdf([["Body", "Sum"], ["Larder", "21,000"], ["Total", "153,000"]], style), "a.pdf")
    assert {f.cell.row for f in document.fragments if f.cell and f.cell.header} == heads


def _ordinary(sheet: Any) -> None:
    """What pages have besides tables: a rule under the head, a rule to sign on, a shaded title, a frame."""
    sheet.setFillGray(0.8)
    sheet.rect(60, 770, 470, 24, fill=1, stroke=0)
    sheet.setFillGray(0)
    sheet.drawString(70, 778, "Minutes of the Cabinet")
    sheet.line(60, 760, 530, 760)
    for at in range(12):
        sheet.drawString(
            60, 740 - 14 * at, f"{at} The Cabinet considered a report and heard from members that it was so."
        )
    sheet.drawString(60, 500, "Signed")
    sheet.line(120, 500, 300, 500)
    sheet.line(60, 60, 530, 60)
    sheet.drawString(280, 45, "Page 1")


@pytest.mark.parametrize("data", [pdf(_ordinary), ruled_pdf(ROWS), pdf(lines_at((72, 700, "words")))])
def test_ordinary_pages_are_not_given_to_pdfplumber(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenTables, "page", lambda *_: pytest.fail("pdfplumber was asked"))
    assert texts(load_bytes(data, "a.pdf"))


def test_pdfplumber_is_asked_for_few_pages_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.loaders.pdf_open_tables.LEAST_PAGES", 0)
    document = load_bytes(_open_pdf(TOP, UNDER_HEAD, FOOT), "a.pdf")
    assert all(fragment.cell is None for fragment in document.fragments)
    assert "Good Neighbours\tLifts\t\t31,500" in texts(document) or "31,500" in " ".join(texts(document))
