"""PDFs that are damaged, or made to harm: read as far as they can be, bounded in time and memory, and reported."""

import time
import zlib
from typing import Any

import pytest
from loader_papers import lines_at, pdf, texts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from minutes_extract.document import RawDocument, TextLayer
from minutes_extract.errors import DamagedSource, OversizedSource
from minutes_extract.loaders import load_bytes

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TWO_PAGES = pdf(lines_at((72, 700, "one")), lines_at((72, 700, "two")))


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def _written(objects: dict[int, bytes]) -> bytes:
    """A PDF file of objects; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %s \n" % (
            offsets.get(number, 0),
            0 if number in offsets else 65535,
            b"n" if number in offsets else b"f",
        )
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table))


def _pages(
    content: bytes, count: int = 1, entries: bytes = b"", catalogue: bytes = b"", contents: bytes = b"4 0 R"
) -> bytes:
    """A PDF whose pages all print the same stream."""
    kids = b" ".join(b"%d 0 R" % (10 + at) for at in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %s>>" % contents
    return _written(
        {
            1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            3: FONT,
            4: _stream(content, entries),
            **{10 + at: page for at in range(count)},
        }
    )


WORDS = b"BT /F1 11 Tf 72 700 Td (Resolved) Tj ET"


def _timed(data: bytes, seconds: float) -> RawDocument:
    start = time.process_time()
    document = load_bytes(data, "a.pdf")
    assert time.process_time() - start < seconds
    return document


def test_a_damaged_table_of_objects_is_put_right_and_reported() -> None:
    data = TWO_PAGES[: TWO_PAGES.rfind(b"startxref")] + b"startxref\n9\n%%EOF\n"
    document = load_bytes(data, "a.pdf")
    assert texts(document) == ["one", "two"]
    assert document.problems == ("the PDF's table of objects is damaged: part of it may be missing",)


def test_a_missing_end_is_reported_where_the_pages_are_there() -> None:
    document = load_bytes(TWO_PAGES[: TWO_PAGES.rfind(b"%%EOF")], "a.pdf")
    assert texts(document) == ["one", "two"]
    assert document.problems == ("the PDF is cut short: its last pages may be missing",)


def test_a_pdf_without_pages() -> None:
    with pytest.raises(DamagedSource):
        load_bytes(_pages(WORDS, 0), "a.pdf")


def test_a_page_that_cannot_be_read_is_named() -> None:
    data = _pages(WORDS, 3).replace(b"11 0 obj\n<</Type/Page", b"11 0 obj\n<</Type/Nope")
    document = load_bytes(data, "a.pdf")
    assert [fragment.page for fragment in document.fragments if fragment.text == "Resolved"][::2] == [1, 3] or (
        "page 2 cannot be read" in document.problems
    )


def test_ten_thousand_pages() -> None:
    assert _timed(_pages(WORDS, 10_000), 60).source.pages == 10_000
    with pytest.raises(OversizedSource, match="10,001 pages"):
        load_bytes(_pages(WORDS, 10_001), "a.pdf")


def test_a_page_of_a_million_characters() -> None:
    lines = b"".join(b"(%s) Tj T* " % (b"all of the same words " * 5) for _ in range(9_000))
    document = _timed(_pages(b"BT /F1 0.09 Tf 0.09 TL 10 830 Td " + lines + b"ET"), 60)
    assert sum(len(fragment.text) for fragment in document.fragments) > 900_000


def test_many_words_on_one_spot() -> None:
    words = b"".join(b"1 0 0 1 72 700 Tm (Word%04d) Tj " % at for at in range(10_000))
    assert len(_timed(_pages(b"BT /F1 11 Tf " + words + b"ET"), 30).fragments) > 0


BLANKS = b" " * 2**28
ONCE = zlib.compress(BLANKS, 9)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (_pages(ONCE, entries=b"/Filter/FlateDecode"), "unpack to more than"),
        (_pages(zlib.compress(ONCE, 9), entries=b"/Filter[/FlateDecode/FlateDecode]"), "unpack to more than"),
        (
            _pages(
                zlib.compress(BLANKS[: 2**26], 9), entries=b"/Filter/FlateDecode", contents=b"[" + b"4 0 R " * 99 + b"]"
            ),
            "prints the same stream",
        ),
    ],
    ids=["once", "twice", "named again and again"],
)
def test_bombs_of_compressed_streams(data: bytes, problem: str) -> None:
    start = time.process_time()
    with pytest.raises(OversizedSource, match=problem):
        load_bytes(data, "a.pdf")
    assert time.process_time() - start < 10


def test_compressed_streams_of_text_are_let_pass() -> None:
    lines = (
        b"".join(b"BT /F1 9 Tf 72 %d Td (Line %d of the page) Tj ET " % (800 - 10 * at, at) for at in range(70)) * 40
    )
    data = _pages(zlib.compress(lines), entries=b"/Filter/FlateDecode")
    assert "Line 3 of the page" in texts(load_bytes(data, "a.pdf"))


def test_an_outline_that_is_deep_and_leads_back_into_itself() -> None:
    data = _pages(WORDS, catalogue=b"/Outlines 100000 0 R")
    chain = {
        100_000: b"<</First 100001 0 R/Last 100001 0 R/Count 1>>",
        **{
            100_001
            + at: b"<</Title(Level)/Parent %d 0 R/First %d 0 R/Last %d 0 R/Next %d 0 R/Count 1/Dest[10 0 R/Fit]>>"
            % (100_000 + at, 100_002 + at, 100_002 + at, 100_001 + at)
            for at in range(3_000)
        },
        103_001: b"<</Title(Last)/Parent 103000 0 R/First 100001 0 R/Last 100001 0 R/Next 100001 0 R>>",
    }
    marks = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in chain.items())
    whole = data.replace(
        b"xref\n0", marks + b"xref\n0", 1
    )  # the table misses them, so that pdfium looks for them itself
    assert texts(_timed(whole, 30)) == ["Resolved"]


def test_scripts_are_not_run_and_embedded_files_not_read() -> None:
    script = b"/OpenAction<</S/JavaScript/JS(while\\(true\\);)>>"
    files = b"/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)/EF<</F 4 0 R>>>>]>>>>"
    assert texts(_timed(_pages(WORDS, catalogue=script + files), 10)) == ["Resolved"]


def _vera(words: str) -> Any:
    def draw(sheet: Any) -> None:
        sheet.setFont("Vera", 11)
        sheet.drawString(72, 600, words)
        sheet.setFont("Helvetica", 11)
        for at in range(4):
            sheet.drawString(72, 700 - 14 * at, "Words in a font that can be read.")

    return draw


def _without_map(words: str) -> bytes:
    """A page with words in a font whose map to Unicode is gone."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    return pdf(_vera(words)).replace(b"/ToUnicode", b"/ToUnicodX")


def test_characters_without_a_reading_are_shown_as_such_and_reported() -> None:
    document = load_bytes(_without_map("to approve £5,000"), "a.pdf")
    assert document.problems == ("page 1 has characters in a font without a Unicode map",)
    assert texts(document)[-1] == "to approve \ufffd5,000"


def test_a_page_that_makes_no_words_is_reported_and_left_out() -> None:
    gibberish = ["7KH &RXQFLO UHVROYHG WR DSSURYH WKH UHSRUW"] * 12  # each glyph's number for its letter
    data = pdf(
        lines_at(*((72, 700 - 14 * at, line) for at, line in enumerate(gibberish))), lines_at((72, 700, "words"))
    )
    document = load_bytes(data, "a.pdf")
    assert texts(document) == ["words"]
    assert document.problems == ("page 1 has text in a font without a Unicode map",)
    assert document.text_layer is TextLayer.MIXED
