"""A manuscript as a PDF of A4 pages, with the heads, feet, stamps and bookmarks that councils print.

The same manuscript gives the same bytes on any day and any machine: no clock, no compression, and only the fonts that
every PDF reader has.
"""

import io
import re
import textwrap
from collections.abc import Sequence
from itertools import pairwise
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
    Image,
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
    return lay_out(manuscript)[0]


def lay_out(manuscript: Manuscript, before: Sequence["PaperPages"] = ()) -> tuple[bytes, list["PaperPages"]]:
    """The PDF of a manuscript, and the pages of its papers; `before` is what laying it out once has told of them."""
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
    papers = _papers(manuscript, before)
    document.addPageTemplates(papers)
    document.build(_story(manuscript, papers))
    return file.getvalue(), papers


class PaperPages(PageTemplate):  # type: ignore[misc]  # reportlab is untyped
    """The pages from one directive to the next: a paper of a pack, or a stretch of page numbers."""

    def __init__(self, place: int, settings: dict[str, str], title: str = "", stamp: str = "", start: int = 1) -> None:
        side = _side(settings)
        frame = Frame(side, _BOTTOM, A4[0] - 2 * side, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
        super().__init__(id=f"paper-{place}", frames=[frame])
        self.settings, self.title, self.stamp, self.start = settings, title, stamp, start
        self.has_foot = place > 0 or "first" not in settings  # the front of a pack carries no page number
        self.first: int | None = None
        self.last = 0
        self.total = 0  # pages, as laying it out once has told
        self.level = 0  # of the bookmark
        self.numbers = 1  # of the pack that the paper's one page stands for
        self.ahead = 0  # numbers of the pack that have been left out before
        self.is_turned = False

    def beforeDrawPage(self, canvas: Canvas, document: BaseDocTemplate) -> None:  # noqa: N802  # reportlab's name
        """Prints what stands around the text; on the paper's first page its stamp, and its bookmark."""
        is_first = self.first is None
        self.first = document.page if self.first is None else self.first
        self.last = document.page
        numbers = {"page": self.start + document.page - self.first, "pack": document.page + self.ahead}
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
            own = self.settings.get("own", "{page}").format(**numbers, total=self.total)
            canvas.drawCentredString(A4[0] / 2, 17 * mm, own)
        if is_first and self.title and self.settings.get("outline") != "no":
            canvas.bookmarkPage(self.id)
            canvas.addOutlineEntry(self.title, self.id, self.level)
        if is_first and self.stamp.strip() and self.settings.get("stamps") != "no":
            canvas.setFont(_BOLD[font], 12)
            canvas.drawRightString(right, A4[1] - 12 * mm, self.stamp)
        if self.is_turned:  # the page is kept upright and shown on its side
            canvas.rotate(90)
            canvas.translate(0, -A4[0])

    def turn(self) -> None:
        """Lets the text run up the page, which is shown on its side."""
        self.is_turned, self.rotation = True, 90
        side = _side(self.settings)
        self.frames = [Frame(_BOTTOM, side, A4[1] - _TOP - _BOTTOM, A4[0] - 2 * side, 0, 0, 0, 0)]


def _side(settings: dict[str, str]) -> float:
    """The margin at either side, in points; a manuscript gives it in millimetres."""
    return float(settings.get("side", 25)) * float(mm)


def _papers(manuscript: Manuscript, before: Sequence[PaperPages]) -> list[PaperPages]:
    """The page templates: one for the beginning, one more for each directive that begins anew."""
    settings = manuscript.settings
    papers = [PaperPages(0, settings, title=settings.get("first", ""))]
    for block in manuscript.blocks:
        if block.label == "paper":
            stamp, _, title = block.text.partition("; ")
            papers.append(PaperPages(len(papers), settings, title=title, stamp=stamp))
        elif block.label == "number":
            papers.append(PaperPages(len(papers), settings, start=int(block.text)))
        elif block.label == "appendix":
            title, _, how = block.text.partition("; ")
            papers.append(PaperPages(len(papers), settings, title=title, stamp="" if how == "scanned" else " "))
            papers[-1].level = 1
            if how == "turned":
                papers[-1].turn()
        elif block.label == "withheld":
            papers[-1].numbers = int(block.text)
    for one, other in pairwise(papers):
        other.ahead = one.ahead + one.numbers - 1
    for paper, known in zip(papers, before, strict=False):
        paper.total = known.last - (known.first or 0) + 1
    return papers


def _story(manuscript: Manuscript, papers: list[PaperPages]) -> list[Flowable]:
    styles = _styles(manuscript.settings)
    following = iter(papers[1:])
    is_turned = False
    story: list[Flowable] = []
    for block in manuscript.blocks:
        match block.kind, block.label:
            case Kind.DIRECTIVE, "paper" | "number" | "appendix":
                paper = next(following)
                is_turned = paper.is_turned
                story += [NextPageTemplate(paper.id), PageBreak()]
            case Kind.DIRECTIVE, "page":
                story.append(PageBreak())
            case Kind.DIRECTIVE, "scan":
                story.append(_scan(block.text))
            case Kind.DIRECTIVE, "withheld":
                continue
            case Kind.DIRECTIVE, "space":
                story.append(Spacer(1, float(block.text)))
            case Kind.TABLE, _:
                width = A4[1] - _TOP - _BOTTOM if is_turned else A4[0] - 2 * _side(manuscript.settings)
                story += [_ruled_table(block, styles, width), Spacer(1, 8)]
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


def _scan(words: str) -> Image:
    """A picture of a page of words, as a scanner without text recognition leaves it."""
    from PIL import Image as Picture
    from PIL import ImageDraw, ImageFont

    picture = Picture.new("1", (1000, 1380), 1)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(24)
    for row, line in enumerate(textwrap.wrap(words, 72)):
        draw.text((60, 60 + 40 * row), line, fill=0, font=font)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return Image(io.BytesIO(file.getvalue()), width=A4[0] - 50 * mm, height=A4[1] - 60 * mm)


def is_head_cell(block: Block, row: int, column: int) -> bool:
    """Whether a cell is printed bold: the head of a table, the labels of a form."""
    return row == 0 if block.has_head else column == 0


def _inline(text: str) -> str:
    text = escape(text).replace("\\-", "\N{SOFT HYPHEN}").replace("~", "\N{NO-BREAK SPACE}")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
