"""Plain text: encodings, line ends, and that nothing is touched."""

import time

import pytest
from loader_papers import texts

from minutes_extract.document import FragmentKind, MediaType, Publisher
from minutes_extract.errors import OversizedSource
from minutes_extract.loaders import load_bytes, source

SENTENCE = "RESOLVED to approve £18.72m – the Chair’s report, €5 at Café Ó Ceallaigh"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_characters(encoding: str) -> None:
    data = (SENTENCE + "\n").encode(encoding)
    assert texts(load_bytes(data, "minutes.txt")) == [SENTENCE]


def test_latin_1_pound_sign() -> None:
    assert texts(load_bytes("£5,000".encode("latin-1"), "a.txt")) == ["£5,000"]


def test_utf_8_with_pasted_windows_1252_keeps_both() -> None:
    data = "Café £5".encode() + " – ‘draft’ ".encode("cp1252") + "€7".encode()
    assert texts(load_bytes(data, "a.txt")) == ["Café £5 – ‘draft’ €7"]


def test_bytes_without_a_character_in_windows_1252_stay_as_controls() -> None:
    assert texts(load_bytes(b"\xa35 \x81 agreed", "a.txt")) == ["£5 \x81 agreed"]


def test_every_line_end_and_the_form_feed() -> None:
    data = b"one\r\ntwo\rthree\n\nfour\x0cfive\n"
    assert texts(load_bytes(data, "a.txt")) == ["one", "two", "three", "", "four", "five"]


def test_lines_are_verbatim() -> None:
    lines = ["  **2 BACKGROUND**", "- 1)\tTo note", "a\u00a0b co\u00adoperate ﬁnd", "<u>Minutes</u>", " \u00a0"]
    document = load_bytes("\n".join(lines).encode(), "a.txt")
    assert texts(document) == lines
    assert {fragment.kind for fragment in document.fragments} == {FragmentKind.LINE}
    assert all(fragment.page is None for fragment in document.fragments)


def test_the_source_names_the_bytes() -> None:
    found = load_bytes(b"None.", "2024/minutes.txt").source
    assert found.path == "2024/minutes.txt"
    assert found.sha256 == "903ea500e7ccf842c1312b6c2f964e3e98ff146456cecec717e9a0e122bf735f"
    assert found.media_type is MediaType.TEXT
    assert found.pages is None


@pytest.mark.parametrize("words", ["to cut …  view the full minutes text for item 4.", "Verges pdf icon PDF 84 KB"])
def test_a_page_of_moderngov_saved_as_text_is_known(words: str) -> None:
    assert load_bytes(words.encode(), "a.txt").publisher is Publisher.MODERNGOV
    assert load_bytes(b"The full minutes are on the website.", "a.txt").publisher is Publisher.UNKNOWN


def test_a_line_of_fifty_megabytes_is_read_quickly() -> None:
    data = b"agreed " * (50 * 2**20 // 7)
    start = time.perf_counter()
    assert len(load_bytes(data, "a.txt").fragments) == 1
    assert time.perf_counter() - start < 5


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.loaders.text.MAX_FRAGMENTS", 10)
    with pytest.raises(OversizedSource, match="11 lines, more than 10"):
        load_bytes(b"agreed\n" * 11, "a.txt")


def test_a_file_beyond_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_FILE_BYTES", 10)
    with pytest.raises(OversizedSource, match="more than 10"):
        load_bytes(b"agreed to note", "a.txt")
