"""PDF: lines in the order of reading, columns, raised letters, turned pages, ruled tables, missing text layers."""

from typing import Any

import pytest
from loader_papers import grid, lines_at, pdf, ruled_pdf, texts
from reportlab.lib.utils import ImageReader

from minutes_extract.document import FragmentKind, TextLayer
from minutes_extract.errors import DamagedSource, EncryptedSource, OversizedSource
from minutes_extract.loaders import load_bytes, pdf_grid
from minutes_extract.loaders.pdf_rulings import Ruling, Rulings


def _read(*pages: Any) -> list[str]:
    return texts(load_bytes(pdf(*pages), "a.pdf"))


def test_lines_have_place_size_and_weight() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont("Helvetica-Bold", 14)
        sheet.drawString(72, 742, "MINUTES")
        sheet.setFont("Helvetica", 10)
        sheet.drawString(72, 700, "of Cabinet")

    head, line = load_bytes(pdf(draw, lines_at((72, 700, "next"))), "a.pdf").fragments[:2]
    assert (head.text, head.bold, head.size, head.page, head.kind) == ("MINUTES", True, 14.0, 1, FragmentKind.LINE)
    assert (line.text, line.bold, line.size) == ("of Cabinet", False, 10.0)
    assert head.box is not None
    assert head.box.x0 == pytest.approx(72, abs=2)
    assert head.box.bottom == pytest.approx(842 - 742 + 3, abs=2)


def test_lines_are_read_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    assert _read(lines_at((72, 600, "third"), (72, 700, "first"), (72, 650, "second"))) == ["first", "second", "third"]


def test_pages_are_counted() -> None:
    document = load_bytes(pdf(lines_at((72, 700, "one")), lines_at((72, 700, "two")), title="Pack"), "a.pdf")
    assert [(fragment.page, fragment.text) for fragment in document.fragments] == [(1, "one"), (2, "two")]
    assert (document.source.pages, document.source.page_start, document.source.page_end) == (2, 1, 2)
    assert (document.title, document.text_layer, document.problems) == ("Pack", TextLayer.NATIVE, ())


def _columns(sheet: Any) -> None:
    sheet.drawString(60, 780, "A heading that spans both of the columns of the page, from left to right")
    for at in range(8):  # row by row, so that the file's own order is wrong
        sheet.drawString(60, 740 - 14 * at, f"left {at} the council considered a report and")
        sheet.drawString(320, 740 - 14 * at, f"right {at} it was resolved to approve a sum")
    sheet.drawString(60, 600, "A footing that spans both of the columns of the page, from left to right")


def test_two_columns_are_read_one_after_the_other() -> None:
    found = [text.split()[0] for text in _read(_columns)]
    assert found == ["A"] + ["left"] * 8 + ["right"] * 8 + ["A"]


def test_a_form_is_read_across() -> None:
    labels = [("Decision Maker:", "Cabinet Member"), ("Status", "Approved"), ("Key decision?", "Yes"), ("Ward", "All")]
    draw = lines_at(*((x, 700 - 15 * at, row[n]) for n, x in ((0, 60), (1, 220)) for at, row in enumerate(labels * 3)))
    assert _read(draw)[:2] == ["Decision Maker:\tCabinet Member", "Status\tApproved"]


def test_the_cells_of_a_table_without_rulings_stand_apart_by_tabs() -> None:
    assert _read(lines_at((60, 700, "Spend"), (300, 700, "0.077"), (380, 700, "0.628"))) == ["Spend\t0.077\t0.628"]


def _raised(sheet: Any) -> None:
    sheet.drawString(60, 700, "Tuesday 7")
    sheet.drawString(122, 700, "May 2024")
    sheet.setFont("Helvetica", 6)
    sheet.drawString(110, 705, "th")


def test_a_raised_th_goes_back_to_its_number() -> None:
    assert _read(_raised) == ["Tuesday 7th May 2024"]


def _turned(sheet: Any) -> None:
    sheet.translate(200, 100)
    sheet.rotate(90)
    sheet.drawString(0, 0, "first line of the page")
    sheet.drawString(0, -20, "second line")


def _landscape(sheet: Any) -> None:
    sheet.setPageRotation(90)
    _turned(sheet)


@pytest.mark.parametrize("draw", [_turned, _landscape])
def test_turned_pages_are_read_the_way_their_text_runs(draw: Any) -> None:
    document = load_bytes(pdf(draw), "a.pdf")
    assert texts(document) == ["first line of the page", "second line"]
    box = document.fragments[0].box
    assert box is not None
    assert box.x1 - box.x0 > box.bottom - box.top


def test_a_stamp_aslant_follows_the_page() -> None:
    def draw(sheet: Any) -> None:
        sheet.saveState()
        sheet.translate(200, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, "DRAFT")
        sheet.restoreState()
        for at in range(5):
            sheet.drawString(60, 700 - 100 * at, f"line {at}")

    assert _read(draw)[-2:] == ["line 4", "DRAFT"]


def test_text_outside_of_the_crop_box_is_not_shown() -> None:
    def draw(sheet: Any) -> None:
        sheet.setCropBox((0, 0, 595, 400))
        sheet.drawString(60, 700, "outside")
        sheet.drawString(60, 300, "inside")

    assert _read(draw) == ["inside"]


ROWS = [["", "2023/24", "2024/25"], ["Spend", "£0.848m", "(£0.700m)"], ["Net", "1", ""]]


def test_ruled_tables() -> None:
    assert grid(ruled_pdf(ROWS), "a.pdf") == [
        (0, row, column, text) for row, texts_of_row in enumerate(ROWS) for column, text in enumerate(texts_of_row)
    ]


def test_merged_cells_stand_once_where_they_begin() -> None:
    data = ruled_pdf([["Spend and savings", "", "c"], ["d", "e", "f"]], ("SPAN", (0, 0), (1, 0)))
    assert grid(data, "a.pdf") == [
        *((0, 0, 0, "Spend and savings"), (0, 0, 2, "c")),
        *((0, 1, 0, "d"), (0, 1, 1, "e"), (0, 1, 2, "f")),
    ]


def test_lines_in_a_cell_are_parted_by_line_feeds() -> None:
    assert grid(ruled_pdf([["a\nb", "c"], ["d", "e"]]), "a.pdf")[0] == (0, 0, 0, "a\nb")


def test_numbers_set_close_to_a_border_stay_in_their_cells() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(100.5, 705, "12,000")
        sheet.drawRightString(169, 705, "13,000")
        for x in (100, 135, 170):
            sheet.line(x, 700, x, 720)
        sheet.line(100, 700, 170, 700)
        sheet.line(100, 720, 170, 720)

    assert grid(pdf(draw), "a.pdf") == [(0, 0, 0, "12,000"), (0, 0, 1, "13,000")]


def test_frames_and_underlines_are_no_tables() -> None:
    def draw(sheet: Any) -> None:
        sheet.rect(50, 690, 300, 30)
        sheet.line(60, 695, 200, 695)
        sheet.drawString(60, 700, "in a frame")
        sheet.circle(300, 300, 50)

    assert [(f.kind, f.text) for f in load_bytes(pdf(draw), "a.pdf").fragments] == [(FragmentKind.LINE, "in a frame")]


def test_a_table_stands_between_the_lines_around_it() -> None:
    def draw(sheet: Any) -> None:
        for x in (60, 160, 260):
            sheet.line(x, 640, x, 680)
        for y in (640, 660, 680):
            sheet.line(60, y, 260, y)
        for x, y, words in [(65, 665, "a"), (165, 665, "b"), (65, 645, "c"), (165, 645, "d")]:
            sheet.drawString(x, y, words)
        sheet.drawString(60, 700, "above")
        sheet.drawString(60, 600, "below")

    assert _read(draw) == ["above", "a", "b", "c", "d", "below"]


def test_tables_count_on_over_the_pages() -> None:
    def draw(sheet: Any) -> None:
        sheet.grid([60, 160, 260], [640, 660])
        sheet.drawString(65, 645, "a")

    assert [place[0] for place in grid(pdf(draw, draw), "a.pdf")] == [0, 0, 1, 1]


def _scan(sheet: Any) -> None:
    from PIL import Image

    sheet.drawImage(ImageReader(Image.new("L", (20, 20), 128)), 0, 0, 595, 842)


def _ocr(sheet: Any) -> None:
    _scan(sheet)
    text = sheet.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine("read by a machine")
    sheet.drawText(text)


TYPED = lines_at((72, 700, "typed"))


@pytest.mark.parametrize(
    ("pages", "layer", "problems"),
    [
        ([_scan], TextLayer.NONE, ("page 1 has no text layer",)),
        ([_scan, _scan], TextLayer.NONE, ("no page has a text layer",)),
        ([TYPED, _scan], TextLayer.MIXED, ("page 2 has no text layer",)),
        ([_ocr], TextLayer.OCR, ()),
        ([TYPED, _ocr], TextLayer.MIXED, ()),
        ([TYPED, lambda sheet: None], TextLayer.NATIVE, ()),
    ],
)
def test_text_layers(pages: list[Any], layer: TextLayer, problems: tuple[str, ...]) -> None:
    document = load_bytes(pdf(*pages), "a.pdf")
    assert (document.text_layer, document.problems) == (layer, problems)


def test_a_password() -> None:
    with pytest.raises(EncryptedSource, match="password"):
        load_bytes(pdf(TYPED, password="secret"), "a.pdf")


def test_a_pdf_cut_short() -> None:
    data = pdf(TYPED)
    with pytest.raises(DamagedSource, match="cut short"):
        load_bytes(data[: len(data) // 2], "a.pdf")


def test_a_pdf_that_is_none() -> None:
    with pytest.raises(DamagedSource):
        load_bytes(b"%PDF-1.7\nnothing of the kind\n%%EOF\n", "a.pdf")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.loaders.pdf.MAX_PAGES", 1)
    with pytest.raises(OversizedSource, match="2 pages, more than 1"):
        load_bytes(pdf(TYPED, TYPED), "a.pdf")


def test_hatching_is_passed_over_quickly() -> None:
    lines = tuple(Ruling(at * 4.0, 0.0, 8000.0) for at in range(2000))
    assert pdf_grid.grids(Rulings(lines, lines)) == []


def test_a_gap_behind_a_bare_number_shows_a_label() -> None:
    assert _read(lines_at((60, 700, "2"), (90, 700, "the minimum amount"))) == ["2\tthe minimum amount"]


def test_a_label_in_bold_stands_apart_from_its_value() -> None:
    def draw(sheet: Any) -> None:
        for at, (label, value) in enumerate((("Registered address", "1 Quay Street"), ("Status", "Authorised"))):
            sheet.setFont("Helvetica-Bold", 11)
            sheet.drawString(60, 700 - 15 * at, label)
            sheet.setFont("Helvetica", 11)
            sheet.drawString(190 - 60 * at, 700 - 15 * at, value)

    assert _read(draw) == ["Registered address\t1 Quay Street", "Status\tAuthorised"]


BODY = [
    "Councillor Tern declared an interest in the lease, as a member of the",
    "Sailing Club, and left the room while it was discussed by the others.",
    "",
    "The Committee considered a report of the Harbour Master on the lease of",
    "the boathouse, which ends in May of next year, and heard that the Club",
    "wished to renew it for ten years at a rent of £4,000 a year.",
    "",
    "RESOLVED that the lease be renewed for a term of ten years, and that the",
    "Harbour Master report to the Committee in June on what the works have",
    "cost, with the advice of the Treasurer and of the Surveyor.",
]


def _beside(x_body: float, x_notes: float, notes: dict[int, str]) -> Any:
    def draw(sheet: Any) -> None:
        for at, words in enumerate(BODY):
            sheet.drawString(x_body, 740 - 14 * at, words)
        for at, words in notes.items():
            sheet.drawString(x_notes, 740 - 14 * at, words)

    return draw


def test_headings_beside_the_text_come_before_their_paragraphs() -> None:
    read = _read(_beside(190, 60, {0: "Declarations of", 1: "Interest", 3: "Lease of the", 4: "boathouse"}))
    assert read[:5] == ["Declarations of", "Interest", BODY[0], BODY[1], "Lease of the"]
    assert " ".join(read).count("boathouse,") == 1


def test_notes_at_the_right_come_after_their_paragraphs() -> None:
    read = _read(_beside(60, 440, {3: "Harbour Master", 8: "Clerk"}))
    assert read == [*BODY[:2], *BODY[3:6], "Harbour Master", *BODY[7:], "Clerk"]


def test_sums_at_the_right_stay_in_their_lines() -> None:
    assert _read(_beside(60, 440, {3: "£4,000", 8: "£120"}))[2].endswith("£4,000")


def test_a_visible_stamp_on_a_scan_does_not_make_it_typed() -> None:
    def draw(sheet: Any) -> None:
        _ocr(sheet)
        sheet.drawString(400, 810, "Agenda Item 5")

    assert load_bytes(pdf(draw), "a.pdf").text_layer is TextLayer.OCR
