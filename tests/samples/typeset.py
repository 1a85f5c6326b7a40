"""A manuscript as a PDF of A4 pages, with the heads, feet, stamps and bookmarks that councils print.

The same manuscript gives the same bytes on any day and any machine: no clock, no compression, and only the fonts that
every PDF reader has.
"""

import io
import re
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from samples.markup import Block, Kind, Manuscript

_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}
_TOP, _BOTTOM = 24 * mm, 24 * mm


def typeset(manuscript: Manuscript) -> bytes:
    """The PDF of a manuscript."""
    settings = manuscript.settings
    file = io.BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=A4,
        title=settings["title"],
        author=settings["author"],
        invariant=1,
        pageCompression=0,
    )
    papers = _papers(manuscript)
    document.addPageTemplates(papers)
    document.build(_story(manuscript, papers))
    return file.getvalue()


class _Paper(PageTemplate):  # type: ignore[misc]  # reportlab is untyped
    """The pages from one directive to the next: a paper of a pack, or a stretch of page numbers."""

    def __init__(self, place: int, settings: dict[str, str], title: str = "", stamp: str = "", start: int = 1) -> None:
        side = _side(settings)
        frame = Frame(side, _BOTTOM, A4[0] - 2 * side, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
        super().__init__(id=f"paper-{place}", frames=[frame])
        self.settings, self.title, self.stamp, self.start = settings, title, stamp, start
        self.has_foot = place > 0 or "first" not in settings  # the front of a pack carries no page number
        self.first: int | None = None

    def beforeDrawPage(self, canvas: Canvas, document: BaseDocTemplate) -> None:  # noqa: N802  # reportlab's name
        """Prints what stands around the text; on the paper's first page its stamp, and its bookmark."""
        is_first = self.first is None
        self.first = document.page if self.first is None else self.first
        numbers = {"page": self.start + document.page - self.first, "pack": document.page}
        font = self.settings["font"]
        canvas.setFont(font, 9)
        left, top = _side(self.settings), A4[1] - 15 * mm
        right = A4[0] - left
        head, _, head_right = self.settings.get("head", "").format(**numbers).partition(" || ")
        canvas.drawString(left, top, head)
        canvas.drawRightString(right, top, head_right)
        if self.has_foot:
            canvas.drawCentredString(A4[0] / 2, 12 * mm, self.settings["foot"].format(**numbers))
        if self.stamp:  # a paper of a pack keeps its own page numbers beside those of the pack
            canvas.drawCentredString(A4[0] / 2, 17 * mm, str(numbers["page"]))
        if is_first and self.title:
            canvas.bookmarkPage(self.id)
            canvas.addOutlineEntry(self.title, self.id)
        if is_first and self.stamp:
            canvas.setFont(_BOLD[font], 12)
            canvas.drawRightString(right, A4[1] - 12 * mm, self.stamp)


def _side(settings: dict[str, str]) -> float:
    """The margin at either side, in points; a manuscript gives it in millimetres."""
    return float(settings.get("side", 25)) * float(mm)


def _papers(manuscript: Manuscript) -> list[_Paper]:
    """The page templates: one for the beginning, one more for each directive that begins anew."""
    settings = manuscript.settings
    papers = [_Paper(0, settings, title=settings.get("first", ""))]
    for block in manuscript.blocks:
        if block.label == "paper":
            stamp, _, title = block.text.partition("; ")
            papers.append(_Paper(len(papers), settings, title=title, stamp=stamp))
        elif block.label == "number":
            papers.append(_Paper(len(papers), settings, start=int(block.text)))
    return papers


def _story(manuscript: Manuscript, papers: list[_Paper]) -> list[Flowable]:
    styles = _styles(manuscript.settings)
    following = iter(papers[1:])
    story: list[Flowable] = []
    for block in manuscript.blocks:
        match block.kind, block.label:
            case Kind.DIRECTIVE, "paper" | "number":
                story += [NextPageTemplate(next(following).id), PageBreak()]
            case Kind.DIRECTIVE, "page":
                story.append(PageBreak())
            case Kind.DIRECTIVE, "space":
                story.append(Spacer(1, float(block.text)))
            case Kind.TABLE, _:
                story += [_ruled_table(block, styles, A4[0] - 2 * _side(manuscript.settings)), Spacer(1, 8)]
            case _:
                story.append(_paragraph(block, styles))
    return story


def _styles(settings: dict[str, str]) -> dict[str, ParagraphStyle]:
    font, size = settings["font"], float(settings["size"])
    align = TA_JUSTIFY if settings.get("align") == "justify" else TA_LEFT
    base = ParagraphStyle(
        "base", fontName=font, fontSize=size, leading=size * 1.25, spaceAfter=7, alignment=align, embeddedHyphenation=1
    )
    bold = _BOLD[font]
    return {
        "paragraph": base,
        "item": base,
        "centred": ParagraphStyle("centred", base, alignment=TA_CENTER),
        "right": ParagraphStyle("right", base, alignment=TA_RIGHT),
        "heading1": ParagraphStyle(
            "heading1", base, fontName=bold, fontSize=size + 5, leading=size + 9, spaceAfter=10, alignment=TA_LEFT
        ),
        "heading2": ParagraphStyle(
            "heading2", base, fontName=bold, fontSize=size + 1, spaceBefore=7, alignment=TA_LEFT, keepWithNext=1
        ),
        "cell": ParagraphStyle("cell", base, fontSize=size - 0.5, leading=size + 1.5, spaceAfter=0, alignment=TA_LEFT),
        "number": ParagraphStyle(
            "number", base, fontSize=size - 0.5, leading=size + 1.5, spaceAfter=0, alignment=TA_RIGHT
        ),
    }


def _paragraph(block: Block, styles: dict[str, ParagraphStyle]) -> Paragraph:
    if block.kind is not Kind.ITEM:
        name = f"heading{block.level}" if block.kind is Kind.HEADING else str(block.kind)
        return Paragraph(_inline(block.text), styles[name])
    edge = block.level * 24
    style = ParagraphStyle("item", styles["item"], bulletIndent=edge, leftIndent=edge + 24)
    style.bulletFontName, style.bulletFontSize = style.fontName, style.fontSize
    return Paragraph(_inline(block.text), style, bulletText=block.label)


def _ruled_table(block: Block, styles: dict[str, ParagraphStyle], width: float) -> Table:
    columns = len(block.rows[0])
    first = width * (0.3 if columns > 3 else 0.34)
    cells = [
        [
            Paragraph(
                f"<b>{_inline(cell)}</b>" if is_head_cell(block, row, column) else _inline(cell),
                styles["number" if column in block.numeric else "cell"],
            )
            for column, cell in enumerate(line)
        ]
        for row, line in enumerate(block.rows)
    ]
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    if block.has_head:
        rules.append(("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.88, 0.88, 0.88)))
    return Table(cells, [first] + [(width - first) / (columns - 1)] * (columns - 1), style=rules, hAlign="LEFT")


def is_head_cell(block: Block, row: int, column: int) -> bool:
    """Whether a cell is printed bold: the head of a table, the labels of a form."""
    return row == 0 if block.has_head else column == 0


def _inline(text: str) -> str:
    text = escape(text).replace("\\-", "\N{SOFT HYPHEN}").replace("~", "\N{NO-BREAK SPACE}")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
