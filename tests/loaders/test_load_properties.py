"""Whatever the bytes: a document or a `LoadError`, the same each time, and every fragment well formed."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loader_papers import docx, lines_at, pdf

from minutes_extract.document import FragmentKind, RawDocument
from minutes_extract.errors import LoadError
from minutes_extract.loaders import load_bytes

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"])
STARTS = st.sampled_from(
    [b"", b"<html>", b"<table><tr>", b"%PDF-1.4\n", b"PK\x03\x04", b"# a\n\n", b"---\na: b\n---\n"]
)
PAPER = docx(lambda document: document.add_paragraph("None."))
SHEET = pdf(lines_at((72, 700, "None.")), lines_at((72, 700, "Noted.")))
MARKUP = st.text(st.sampled_from("<>/=\"' -!&;#aptdhrolibus123\n|*_`[]()\\:\u00a0é"), max_size=200)


def _document(data: bytes, name: str) -> RawDocument | None:
    try:
        return load_bytes(data, name)
    except LoadError:
        return None


def _is_well_formed(document: RawDocument) -> bool:
    for fragment in document.fragments:
        assert "\r" not in fragment.text
        fragment.text.encode()
        assert (fragment.kind is FragmentKind.CELL) <= (fragment.cell is not None)
        assert fragment.page is None or 1 <= fragment.page <= (document.source.pages or 0)
    return True


@given(STARTS, st.binary(max_size=400), NAMES)
def test_arbitrary_bytes(start: bytes, data: bytes, name: str) -> None:
    document = _document(start + data, name)
    assert document == _document(start + data, name)
    assert document is None or _is_well_formed(document)


@given(st.sampled_from(["", "<p>", "<table><tr><td>", "<ol><li>", "| a | b |\n|---|---|\n"]), MARKUP)
def test_arbitrary_markup(start: str, text: str) -> None:
    for name in ("a.md", "a.html"):
        document = _document((start + text).encode(), name)
        assert document is None or _is_well_formed(document)


@settings(max_examples=60)
@given(st.sampled_from([PAPER, SHEET]), st.integers(min_value=0), st.binary(min_size=1, max_size=8))
def test_damaged_files(data: bytes, at: int, patch: bytes) -> None:
    at %= len(data)
    document = _document(data[:at] + patch + data[at + len(patch) :], "a")
    assert document is None or _is_well_formed(document)


@settings(max_examples=60)
@given(
    st.integers(min_value=0), st.binary(min_size=1, max_size=8), st.sampled_from(["document", "styles", "numbering"])
)
def test_damaged_parts(at: int, patch: bytes, part: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PAPER)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == f"word/{part}.xml":
                content = content[: at % len(content)] + patch + content[at % len(content) + len(patch) :]
            new.writestr(name, content)
    document = _document(buffer.getvalue(), "a.docx")
    assert document is None or _is_well_formed(document)


@pytest.mark.parametrize("data", [PAPER, SHEET], ids=["docx", "pdf"])
def test_every_truncation(data: bytes) -> None:
    for end in range(0, len(data), max(len(data) // 60, 1)):
        _document(data[:end], "a")
