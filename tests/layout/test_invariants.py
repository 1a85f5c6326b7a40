"""What holds for every document: blocks partition the text, offsets agree, nothing makes `arrange` raise."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_pages import raw_document, text_document

from minutes_extract.document import BlockKind, Box, Cell, Document, Fragment, FragmentKind, MediaType
from minutes_extract.layout import arrange
from minutes_extract.layout.repair import clean, tidy
from minutes_extract.loaders import load

SHARED = Path(__file__).parents[3] / "shared"

words = st.text(max_size=30) | st.sampled_from(
    [
        "",
        "1.",
        "(a) that",
        "RESOLVED:",
        "Page 4 of 9",
        "- 4 -",
        "a | b |",
        "|",
        "x\ty",
        "**A****B**",
        "of",
        "Decision:",
        "---",
    ]
)
boxes = st.builds(Box, *[st.floats(0, 900, allow_nan=False)] * 4)
fragments = st.builds(
    Fragment,
    text=words,
    kind=st.sampled_from(FragmentKind),
    page=st.none() | st.integers(1, 4),
    level=st.none() | st.integers(1, 6),
    label=st.none() | st.sampled_from(["1.", "•", "a)", "2015.", "Article 1", " "]),
    cell=st.none() | st.builds(Cell, st.integers(0, 2), st.integers(0, 3), st.integers(0, 3)),
    box=st.none() | boxes,
    size=st.none() | st.floats(1, 40),
    bold=st.booleans(),
)


def check(document: Document) -> None:
    """The invariants of `document.Document`."""
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    at = 0
    for block in document.blocks:
        assert block.start == at
        assert block.start <= block.label_end <= block.body_start <= block.end
        assert block.start < block.end
        quoted = document.text[block.start : block.end]
        assert "\n" not in quoted
        assert quoted == quoted.strip()
        at = block.end + 1
    for page in document.pages:
        assert 0 <= page.start < page.end <= len(document.text)
    assert all(one.end <= other.start for one, other in zip(document.pages, document.pages[1:], strict=False))
    rows = [b for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    for table in document.tables:
        for cell in table.cells:
            assert table.start <= cell.start < cell.end <= table.end
            assert any(row.start <= cell.start and cell.end <= row.end for row in rows)


@given(st.lists(fragments, max_size=25), st.sampled_from(MediaType))
def test_blocks_partition_the_text_of_any_fragments(found: list[Fragment], media_type: MediaType) -> None:
    check(arrange(raw_document(*found, media_type=media_type)))


@given(st.text(max_size=400))
def test_no_letter_or_figure_of_a_text_is_lost(text: str) -> None:
    document = arrange(text_document(text))
    check(document)
    kept = document.text + "".join(clean(f.text) for f in document.furniture)
    figures = [c for c in clean(text) if c.isdigit()]
    assert sorted(c for c in kept if c.isdigit()) == sorted(figures)


@given(st.lists(fragments, max_size=15))
def test_the_same_fragments_make_the_same_document(found: list[Fragment]) -> None:
    raw = raw_document(*found)
    assert arrange(raw) == arrange(raw)


@pytest.mark.parametrize(
    "line",
    [
        "word " * 200_000,
        "a" * 1_000_000,
        "1." * 300_000,
        "*a " * 200_000,
        "a-" * 300_000,
        "a | " * 100_000,
        "(" * 500_000,
    ],
)
def test_a_long_line_takes_linear_time(line: str) -> None:
    start = time.process_time()
    check(arrange(text_document(line)))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("line", ["Title", "(a) that the sum of", "Page 1 of 9", "a |", "1 The thing", ""])
def test_many_lines_take_linear_time(line: str) -> None:
    start = time.process_time()
    arrange(raw_document(*[Fragment(line)] * 10_000, media_type=MediaType.TEXT))
    assert time.process_time() - start < 8


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared pages are not beside the project")
@pytest.mark.parametrize("folder", ["cases", "seeds", "corpus"])
def test_invariants_hold_on_every_shared_page(folder: str) -> None:
    paths = [
        p for p in sorted((SHARED / folder).iterdir()) if p.suffix in (".txt", ".md", ".html") and p.stem.islower()
    ]
    for path in paths:
        raw = load(path)
        document = arrange(raw)
        check(document)
        if raw.source.media_type is MediaType.TEXT:
            kept = " ".join([document.text, *(tidy(clean(f.text)) for f in document.furniture)])
            assert sorted(c for c in kept if c.isdigit()) == sorted(
                c for f in raw.fragments for c in f.text if c.isdigit()
            )
