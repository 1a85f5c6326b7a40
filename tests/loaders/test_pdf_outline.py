"""Bookmarks, and outlines made to lead a reader astray."""

import io
from typing import Any

import pytest
from loader_papers import lines_at, pdf

from minutes_extract.document import OutlineEntry, RawDocument
from minutes_extract.loaders import load_bytes
from minutes_extract.loaders.pdf_outline import MAX_DEPTH, MAX_ENTRIES

pytest.importorskip("reportlab", reason="reportlab prints the documents")


def bookmarked(*entries: tuple[str, int, int]) -> bytes:
    """A PDF of three pages with bookmarks: title, page, level from 0."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for page in range(1, 4):
        canvas.bookmarkPage(f"page-{page}")
        canvas.drawString(72, 700, f"Words of page {page}")
        for title, at, level in entries:
            if at == page:
                canvas.addOutlineEntry(title, f"page-{page}", level)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def with_outline(*objects: str) -> bytes:
    """A PDF of one page whose outline is written by hand: `objects` are numbers 4, 5, … and 4 is its root."""
    told = [
        "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        *objects,
    ]
    body, places = "%PDF-1.4\n", []
    for number, words in enumerate(told, 1):
        places.append(len(body))
        body += f"{number} 0 obj{words}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(told) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(told) + 1}/Root 1 0 R>>\n"
    return f"{body}{end}startxref\n{len(body)}\n%%EOF".encode("latin-1")


def outline(data: bytes) -> tuple[OutlineEntry, ...]:
    return read(data).outline


def read(data: bytes) -> RawDocument:
    return load_bytes(data, "pack.pdf")


def test_titles_pages_and_levels_in_the_order_shown() -> None:
    data = bookmarked(("Agenda", 1, 0), ("5  Fuller’s\tYard", 2, 0), ("Appendix 1", 3, 1))
    assert outline(data) == (
        OutlineEntry("Agenda", 1, 1),
        OutlineEntry("5 Fuller’s Yard", 2, 1),
        OutlineEntry("Appendix 1", 3, 2),
    )


def test_a_document_without_bookmarks_has_none() -> None:
    assert outline(pdf(lines_at((72, 700, "Minutes")))) == ()


def test_a_bookmark_that_leads_nowhere_is_left_out() -> None:
    data = with_outline("<</First 5 0 R>>", "<</Title(Lost)/Next 6 0 R>>", "<</Title(Found)/Dest[3 0 R/Fit]>>")
    assert outline(data) == (OutlineEntry("Found", 1, 1),)


@pytest.mark.parametrize("link", ["/Next 5 0 R", "/First 5 0 R", "/First 4 0 R", "/Next 5 0 R/First 5 0 R"])
def test_a_loop_ends(link: str) -> None:
    data = with_outline("<</First 5 0 R>>", f"<</Title(Round)/Dest[3 0 R/Fit]{link}>>")
    assert 1 <= len(outline(data)) <= 2


def test_a_deep_outline_is_cut() -> None:
    deep = [f"<</Title(Level {at})/Dest[3 0 R/Fit]/First {at + 6} 0 R>>" for at in range(3000)]
    found = outline(with_outline("<</First 5 0 R>>", *deep))
    assert [entry.level for entry in found] == list(range(1, MAX_DEPTH + 1))


def test_a_long_outline_is_cut() -> None:
    wide = [f"<</Title({'x' * 600})/Dest[3 0 R/Fit]/Next {at + 6} 0 R>>" for at in range(MAX_ENTRIES + 500)]
    found = outline(with_outline("<</First 5 0 R>>", *wide))
    assert len(found) == MAX_ENTRIES
    assert len(found[0].title) < 600


def test_a_title_that_is_no_text_does_no_harm() -> None:
    title: Any = "<FEFFD800004100000042>"  # half a surrogate, a null
    data = with_outline("<</First 5 0 R>>", f"<</Title{title}/Dest[3 0 R/Fit]>>")
    assert [entry.title.encode("utf-8") for entry in outline(data)]


def test_every_page_says_where_its_characters_come_from() -> None:
    assert len(read(bookmarked()).page_layers) == 3
