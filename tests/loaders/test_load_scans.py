"""Scanned pages: which they are, what becomes of an engine's words, and what holds where no engine is there."""

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from loader_papers import Drawing, lines_at, pdf, texts
from reportlab.lib.utils import ImageReader

from minutes_extract.document import Fragment, RawDocument, TextLayer
from minutes_extract.loaders import find_engine, load_bytes, pdf_scans
from minutes_extract.loaders.ocr import Engine, Tesseract, Word, sense

STEP, HIGH = 20, 44  # pixels: of a letter, and of a line
TYPED = lines_at((72, 700, "typed"))


class Fake:
    """An engine that reads the same on every page, and remembers what it was shown."""

    name = "fake 1"

    def __init__(self, *words: Word, turn: int = 0) -> None:
        self._words, self._turn = words, turn
        self.shown: list[tuple[int, int]] = []

    def words(self, image: Any) -> tuple[Sequence[Word], int]:
        self.shown.append(image.size)
        return self._words, self._turn


def line(number: int, *parts: str, at: tuple[int, int] = (300, 300), sure: float = 0.9, gap: int = STEP) -> list[Word]:
    """A line of words with equal gaps; a part that holds a figure behind `@` has that confidence."""
    words, left = [], at[0]
    for part in parts:
        text, _, own = part.partition("@")
        right = left + STEP * len(text)
        words.append(Word(text, left, at[1], right, at[1] + HIGH, (1, 1, number), float(own or sure)))
        left = right + gap
    return words


def picture(sheet: Any, x: float = 0, y: float = 0, width: float = 595.28, height: float = 841.89) -> None:
    from PIL import Image

    sheet.drawImage(ImageReader(Image.new("L", (20, 20), 128)), x, y, width, height)


def stamped(*stamps: tuple[float, float, str]) -> Drawing:
    def draw(sheet: Any) -> None:
        picture(sheet)
        lines_at(*stamps)(sheet)

    return draw


def read(engine: Engine, *pages: Drawing) -> RawDocument:
    return load_bytes(pdf(*pages), "a.pdf", engine)


def test_words_of_a_picture_become_lines_with_place_size_and_confidence() -> None:
    engine = Fake(*line(1, "RESOLVED", "that", "£1,200@0.52", "—@0.1"), *line(2, "be", "granted", at=(300, 360)))
    document = read(engine, picture)
    first, second = document.fragments
    assert (first.text, second.text) == ("RESOLVED that £1,200 —", "be granted")
    assert (first.confidence, second.confidence) == (0.52, 0.9), "a mark says nothing of the words"
    assert first.box is not None
    assert first.box.x0 == pytest.approx(72, abs=0.5)
    assert first.box.bottom == pytest.approx((300 + HIGH) * 72 / 300, abs=3)
    assert first.size == pytest.approx(HIGH * 72 / 300 / 0.93, abs=0.1)
    assert engine.shown == [(2480, 3508)], "300 dots an inch"
    assert (document.text_layer, document.page_layers) == (TextLayer.OCR, (TextLayer.OCR,))
    assert document.problems == ("page 1 was read by OCR",)


def test_lines_of_nearly_one_height_are_of_one_size() -> None:
    words = [*line(1, "one"), *line(2, "two", at=(300, 400)), *line(3, "HEAD", at=(300, 100))]
    words[1] = Word("two", 300, 400, 360, 436, (1, 1, 2), 0.9)  # no descender
    words[2] = Word("HEAD", 300, 100, 500, 200, (1, 1, 3), 0.9)
    head, one, two = read(Fake(*words), picture).fragments
    assert one.size == two.size
    assert head.size is not None
    assert one.size is not None
    assert head.size > 2 * one.size


def test_wide_gaps_part_cells_and_a_gap_behind_a_number_shows_a_label() -> None:
    row = line(1, "Gritting", "£7.35m", gap=400)
    item = line(2, "2", "approve", at=(300, 500), gap=80)
    assert texts(read(Fake(*row, *item), picture)) == ["Gritting\t£7.35m", "2\tapprove"]


def test_words_that_the_engine_has_put_into_two_blocks_stand_in_one_row() -> None:
    left, right = line(1, "Total"), line(2, "£4,000@0.4", at=(900, 302))
    (row,) = read(Fake(*left, *right), picture).fragments
    assert (row.text, row.confidence) == ("Total\t£4,000", 0.4)


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (TYPED, ()),
        (lambda sheet: None, ()),  # blank
        (lambda sheet: picture(sheet, width=100, height=100), ("page 1 was read by OCR",)),
        (lambda sheet: sheet.rect(50, 50, 300, 300, fill=1), ("page 1 was read by OCR",)),  # letters drawn as shapes
        (stamped((450, 810, "Agenda Item 5"), (300, 30, "Page 37")), ("page 1 was read by OCR",)),
        (stamped(*((72, 700 - 20 * at, "a caption on a picture") for at in range(8))), ()),
    ],
)
def test_only_pages_that_need_it_are_read(page: Drawing, problem: tuple[str, ...]) -> None:
    engine = Fake(*line(1, "scanned", "words", at=(300, 1500)))
    assert read(engine, page).problems == problem
    assert len(engine.shown) == len(problem)


def test_a_small_picture_beside_a_line_of_text_is_no_scan() -> None:
    def draw(sheet: Any) -> None:
        picture(sheet, 72, 600, 200, 100)
        TYPED(sheet)

    engine = Fake(*line(1, "crest"))
    assert texts(read(engine, draw)) == ["typed"]
    assert engine.shown == []


def test_what_is_printed_on_a_scan_is_read_once_from_the_file() -> None:
    stamp = line(1, "Agenda@0.4", "Item", "S", at=(1880, 92))  # as the engine sees it
    engine = Fake(*stamp, *line(2, "Survey", "of", "the", "abutments", at=(300, 500)))
    document = read(engine, stamped((450, 810, "Agenda Item 5")))
    assert [(f.text, f.confidence) for f in document.fragments] == [
        ("Agenda Item 5", None),
        ("Survey of the abutments", 0.9),
    ]


def test_what_is_printed_on_a_scan_that_lies_on_its_side_is_kept() -> None:
    engine = Fake(*line(1, "Survey", "of", "abutments", at=(300, 500)), turn=90)
    document = read(engine, stamped((450, 810, "Agenda Item 5")))
    assert sorted(texts(document)) == ["Agenda Item 5", "Survey of abutments"]


def test_a_picture_without_words_is_reported_as_before() -> None:
    assert read(Fake(), picture).problems == ("page 1 has no text layer",)
    photograph = Fake(*line(1, "ae", "Wy@0.3", "oll@0.2", sure=0.4))
    assert read(photograph, picture).problems == ("page 1 has no text layer",)
    assert texts(read(photograph, stamped((72, 700, "Our town in 2025")))) == ["Our town in 2025"]


def test_documents_of_scans_say_so_in_one_line() -> None:
    engine = Fake(*line(1, "words"))
    assert read(engine, picture, picture).problems == ("all pages were read by OCR",)
    mixed = read(engine, TYPED, picture)
    assert (mixed.problems, mixed.text_layer) == (("page 2 was read by OCR",), TextLayer.MIXED)


def test_large_pages_are_shown_smaller_and_enormous_pictures_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Fake(*line(1, "words", at=(10, 10)))
    monkeypatch.setattr(pdf_scans, "MAX_PIXELS", 500_000)
    read(engine, picture)
    assert engine.shown[0][0] * engine.shown[0][1] == pytest.approx(500_000, rel=0.01)
    monkeypatch.setattr(pdf_scans, "MAX_SIDE", 400)
    read(engine, picture)
    assert max(engine.shown[1]) == 400
    monkeypatch.setattr(pdf_scans, "MAX_PICTURE", 399)
    assert read(engine, picture).problems == ("page 1 has no text layer",)
    assert len(engine.shown) == 2


def test_what_the_publisher_has_read_stays() -> None:
    def draw(sheet: Any) -> None:
        picture(sheet)
        text = sheet.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("read by a machine")
        sheet.drawText(text)

    engine = Fake(*line(1, "anything"))
    document = read(engine, draw)
    assert (texts(document), document.fragments[0].confidence) == (["read by a machine"], None)
    assert engine.shown == []


# The wrapper of Tesseract: a table of rows (text, confidence) in, words out.


class Wrapper:
    """Stands for the module `pytesseract`: gives one table after another, or raises."""

    Output = SimpleNamespace(DICT="dict")

    def __init__(self, *tables: Sequence[tuple[str, float]] | Exception, rotate: int = 0) -> None:
        self._tables, self._rotate = list(tables), rotate
        self.sizes: list[tuple[int, int]] = []

    def image_to_data(self, image: Any, **_: Any) -> dict[str, list[Any]]:
        self.sizes.append(image.size)
        table = self._tables.pop(0)
        if isinstance(table, Exception):
            raise table
        rows = [(text, at * 100, 10, 80, 30, 1, 1, text.count(" "), sure) for at, (text, sure) in enumerate(table)]
        names = ("text", "left", "top", "width", "height", "block_num", "par_num", "line_num", "conf")
        return {name: [row[at] for row in rows] for at, name in enumerate(names)}

    def image_to_osd(self, image: Any, **_: Any) -> dict[str, int]:
        if self._rotate < 0:
            raise RuntimeError("too few characters")
        return {"rotate": self._rotate}


def words_of(wrapper: Wrapper) -> tuple[list[tuple[str, float]], int]:
    from PIL import Image

    words, turn = Tesseract(wrapper, "5").words(Image.new("L", (200, 100), 255))
    return [(word.text, word.confidence) for word in words], turn


def test_rows_without_words_and_dirt_are_no_words() -> None:
    table = [("", -1.0), ("  ", 95.0), ("approve", 96.4), ("_", 12.0), ("£5m", 20.0), ("—", 88.0)]
    assert words_of(Wrapper(table)) == ([("approve", 0.96), ("£5m", 0.2), ("—", 0.88)], 0)


def test_a_line_that_makes_no_sense_is_left_out_and_a_doubtful_word_in_a_good_one_is_not() -> None:
    scrawl = [(" aW", 20.0), (" iii", 5.0)]  # in another line: `Wrapper` counts spaces
    assert words_of(Wrapper([("12.", 13.0), ("Accounts", 90.0), *scrawl]))[0] == [("12.", 0.13), ("Accounts", 0.9)]


def test_a_page_that_makes_little_sense_is_turned_and_read_again() -> None:
    wrapper = Wrapper([("qɐd", 35.0)], [("approve", 96.0)], rotate=90)
    assert words_of(wrapper) == ([("approve", 0.96)], 270)
    assert wrapper.sizes == [(200, 100), (100, 200)]


def test_a_page_that_does_not_get_better_stays_as_it_lies() -> None:
    assert words_of(Wrapper([("abc", 50.0)], [("xyz", 40.0)], rotate=180)) == ([("abc", 0.5)], 0)
    assert words_of(Wrapper([("abc", 50.0)], rotate=-1)) == ([("abc", 0.5)], 0)


@pytest.mark.parametrize("error", [RuntimeError("Tesseract process timeout"), FileNotFoundError("tesseract")])
def test_a_page_that_cannot_be_read_has_no_words(error: Exception) -> None:
    assert words_of(Wrapper(error, rotate=-1)) == ([], 0)


def test_sense_counts_letters() -> None:
    assert sense([]) == 0.0
    assert sense(line(1, "a@0.1", "wonderful@1")) == pytest.approx(0.91)


# What is there to read with.


@pytest.fixture
def _anew() -> Any:
    find_engine.cache_clear()
    yield
    find_engine.cache_clear()


@pytest.mark.usefixtures("_anew")
def test_without_the_extra_there_is_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    assert find_engine() is None


@pytest.mark.usefixtures("_anew")
def test_without_tesseract_there_is_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    pytesseract = pytest.importorskip("pytesseract", reason="the extra `ocr` is not installed")
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    assert find_engine() is None


@pytest.mark.usefixtures("_anew")
@pytest.mark.parametrize("change", [{"get_languages": lambda: ["osd", "cym"]}, {"get_tesseract_version": sys.exit}])
def test_a_tesseract_that_is_too_old_or_knows_no_english_is_none(
    change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytesseract = pytest.importorskip("pytesseract", reason="the extra `ocr` is not installed")
    monkeypatch.setattr(pytesseract, "get_tesseract_version", lambda: "5.3.0")
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["eng", "osd"])
    for name, function in change.items():
        monkeypatch.setattr(pytesseract, name, function)
    assert find_engine() is None


def test_without_an_engine_fragments_have_no_confidence() -> None:
    assert {fragment.confidence for fragment in load_bytes(pdf(TYPED), "a.pdf").fragments} == {None}
    assert Fragment("x").confidence is None
