"""What holds between the stages, on every sample: nothing is lost, moved or made up on the way to a record."""

import hashlib
from itertools import pairwise

import pytest

from minutes_extract.annotations import MentionKey
from minutes_extract.document import BlockKind
from minutes_extract.records import parse
from minutes_extract.records.document import DocumentRecord
from minutes_extract.writers import jsonl
from quotations import quotations
from samples.build import NAMES, SAMPLES
from samples.reading import Reading, parts, read

DOCUMENTS = [(name, place) for name in NAMES for place in range(len(parts(name)))]


@pytest.fixture(params=DOCUMENTS, ids=lambda document: "-".join(map(str, document)))
def document(request: pytest.FixtureRequest) -> tuple[str, int]:
    name, place = request.param
    return str(name), int(place)


@pytest.fixture
def name(document: tuple[str, int]) -> str:
    return document[0]


@pytest.fixture
def reading(document: tuple[str, int]) -> Reading:
    name, place = document
    return read(name)[place]


def test_the_hash_names_the_bytes(name: str, reading: Reading) -> None:
    assert reading.document.source.sha256 == hashlib.sha256((SAMPLES / name).read_bytes()).hexdigest()
    assert reading.document.source.path == name


def test_blocks_joined_by_line_feeds_are_the_text(reading: Reading) -> None:
    text, blocks = reading.document.text, reading.document.blocks
    assert "\n".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.end < following.start for block, following in pairwise(blocks))
    assert all(block.start <= block.label_end <= block.body_start <= block.end for block in blocks)


def test_pages_follow_one_another_and_hold_their_blocks(reading: Reading) -> None:
    pages = reading.document.pages
    assert all(page.end <= following.start for page, following in pairwise(pages))
    if pages:
        assert {block.page for block in reading.document.blocks} <= {page.number for page in pages}


def test_cells_lie_in_rows_of_their_table(reading: Reading) -> None:
    rows = [block for block in reading.document.blocks if block.kind is BlockKind.TABLE_ROW]
    for table in reading.document.tables:
        assert all(table.start <= cell.start <= cell.end <= table.end for cell in table.cells)
        assert all(any(row.start <= cell.start <= cell.end <= row.end for row in rows) for cell in table.cells)


def test_mentions_are_in_order_and_links_join_them(reading: Reading) -> None:
    annotations = reading.annotations
    assert annotations.text == reading.document.text
    order = [(mention.start, mention.end, mention.label) for mention in annotations.mentions]
    assert order == sorted(order)
    assert all(0 <= start < end <= len(annotations.text) for start, end, _ in order)
    keys: set[MentionKey] = {mention.key for mention in annotations.mentions}
    assert {key for link in annotations.links for key in (link.source, link.target)} <= keys


def test_evidence_is_quoted_from_the_text(reading: Reading) -> None:
    for record in reading.records:
        for evidence in quotations(record):
            assert reading.document.text[evidence.start : evidence.end] == evidence.text


def test_records_come_back_from_their_lines(reading: Reading) -> None:
    for record in reading.records:
        assert parse(jsonl.line(record)) == record


def test_items_belong_to_a_document_that_comes_before_them(reading: Reading) -> None:
    seen = set()
    for record in reading.records:
        if isinstance(record, DocumentRecord):
            seen.add(record.document_id)
        assert record.document_id in seen
