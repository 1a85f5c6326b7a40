"""A pack of sixty pages, with its bookmarks and stamps, without the one and without the other: the same papers."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from minutes_extract.assembly.inheritance import with_what_the_pack_says
from minutes_extract.batch import run as batch
from minutes_extract.batch.verification import verify
from minutes_extract.document import Document, RawDocument, TextLayer
from minutes_extract.extract import Extraction, Pipeline
from minutes_extract.layout import divide
from minutes_extract.loaders import load_bytes
from minutes_extract.records.base import Absence
from minutes_extract.records.document import DocumentKind, DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.line import AnyRecord
from minutes_extract.records.source import State

pytest.importorskip("reportlab", reason="reportlab prints the pack")

from samples.pack import FORMS, make_pack, papers

PAGES_RE = re.compile(r"\s*\(Pages \d+ - \d+\)")
SCANNED = "Appendix 3 - Survey of the abutments"  # named by its bookmark alone


@cache
def raw(form: str) -> RawDocument:
    return load_bytes(make_pack(form), "pack.pdf")


@cache
def read(form: str) -> Extraction:
    return Pipeline(ocr=False).read_raw(raw(form))


def documents(form: str) -> list[DocumentRecord]:
    return [record for record in read(form).records if isinstance(record, DocumentRecord)]


def items(form: str, document: DocumentRecord) -> list[ItemRecord]:
    found = (record for record in read(form).records if isinstance(record, ItemRecord))
    return [item for item in found if item.document_id == document.document_id]


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_pack_is_the_same_bytes_every_time(form: str) -> None:
    make_pack.cache_clear()
    assert make_pack(form) == make_pack.__wrapped__(form)


def test_it_has_sixty_pages_or_more() -> None:
    assert (raw("whole").source.pages or 0) >= 60


def test_every_paper_has_its_number_title_and_pages(form: str) -> None:
    _, *found = documents(form)
    assert [(d.item_number, d.title, d.source.page_start, d.source.page_end) for d in found] == [
        (paper.number, paper.title, paper.first, paper.last) for paper in papers()
    ]


def test_appendices_belong_to_their_paper(form: str) -> None:
    _, *found = documents(form)
    for record, paper in zip(found, papers(), strict=True):
        named = tuple(None if form == "no-outline" and title == SCANNED else title for title in paper.appendices)
        assert tuple(appendix.title for appendix in record.appendices) == named
        ends = [appendix.page_end for appendix in record.appendices]
        assert [a.page_start for a in record.appendices][1:] == [end + 1 for end in ends[:-1]]
        assert ends[-1:] in ([], [paper.last])


def test_every_page_is_in_one_document(form: str) -> None:
    front, *rest = read(form).documents
    seen = [page.number for document in read(form).documents for page in document.pages]
    assert seen == sorted(set(seen))
    bounds = [(document.source.page_start, document.source.page_end) for document in rest]
    assert [start for start, _ in bounds][1:] == [(end or 0) + 1 for _, end in bounds[:-1]]
    assert front.pages[-1].number < (bounds[0][0] or 0)
    assert bounds[-1][1] == front.source.pages


def test_the_pack_has_the_items_of_its_agenda(form: str) -> None:
    pack = documents(form)[0]
    assert (pack.kind, pack.parent_id, pack.item_number) == (DocumentKind.AGENDA_PACK, None, None)
    assert (pack.source.page_start, pack.source.page_end) == (1, pack.source.pages)
    assert (pack.body and pack.body.name, pack.meeting.date) == ("CABINET", "2025-11-11")
    found = {item.number: item.title for item in items(form, pack)}
    assert list(found) == [str(number) for number in range(1, 11)]
    assert all(found[paper.number] == paper.title for paper in papers())
    assert not any(item.resolutions for item in items(form, pack)), "an agenda decides nothing"


def test_report_and_agenda_share_number_and_title(form: str) -> None:
    for document in documents(form)[1:]:
        assert document.parent_id == documents(form)[0].document_id
        if document.kind is DocumentKind.OFFICER_REPORT:
            assert [(item.number, item.title) for item in items(form, document)] == [
                (document.item_number, document.title)
            ]


def test_the_minutes_before_keep_their_own_numbers(form: str) -> None:
    minutes = documents(form)[1]
    assert (minutes.kind, minutes.meeting.date) == (DocumentKind.MEETING_MINUTES, "2025-10-14")
    assert [item.number for item in items(form, minutes)] == ["61", "62", "63", "64", "65"]


def test_a_withheld_paper_says_so(form: str) -> None:
    (paper,) = (document for document in documents(form) if document.item_number == "9")
    assert (paper.state, paper.text_layer) == (State.READ, TextLayer.NATIVE)
    assert set(paper.absent.values()) == {Absence.EXEMPT}
    (item,) = items(form, paper)
    assert item.exempt is True
    assert item.evidence["exempt"].text == "Document is Restricted"
    assert item.absent["resolutions"] is Absence.EXEMPT


def test_a_scanned_appendix_is_reported(form: str) -> None:
    (paper,) = (document for document in documents(form) if document.item_number == "5")
    first = paper.appendices[-1].page_start
    assert paper.text_layer is TextLayer.MIXED
    assert paper.problems == tuple(f"page {first + at} has no text layer" for at in range(3))


def test_a_table_on_its_side_is_read(form: str) -> None:
    (item,) = (item for document in documents(form) if document.item_number == "7" for item in items(form, document))
    page = next(d for d in documents(form) if d.item_number == "7").appendices[0].page_start
    assert "88400000" in {amount.value for amount in item.amounts if amount.evidence.page == page}


@pytest.mark.parametrize("other", [form for form in FORMS if form != "whole"])
def test_the_papers_read_alike_in_every_form(other: str) -> None:
    assert [document.text for document in read(other).documents] == [
        document.text for document in read("whole").documents
    ]
    assert [told(record) for record in read(other).records] == [told(record) for record in read("whole").records]


def told(record: AnyRecord) -> dict[str, object]:
    """A record without the ids and the hash, which differ with the bytes, and the bookmarked name of the scan."""
    found = json.loads(record.model_dump_json())
    for name in ("document_id", "parent_id", "item_id", "check_id"):
        found.pop(name, None)
    found.get("source", {}).pop("sha256", None)
    for appendix in found.get("appendices", ()):
        appendix["title"] = None if appendix["title"] == SCANNED else appendix["title"]
    assert isinstance(found, dict)
    return found


def without_pages(document: RawDocument) -> RawDocument:
    """The same document with an agenda that gives no pages."""
    return replace(
        document,
        fragments=tuple(
            replace(f, text=PAGES_RE.sub("", f.text)) if f.page in (2, 3) else f for f in document.fragments
        ),
    )


@pytest.mark.parametrize("signs", ["no-outline", "no-stamps"])
def test_one_kind_of_sign_is_enough(signs: str) -> None:
    parts = divide(without_pages(raw(signs)))[1:]
    assert [(part.source.page_start, part.source.page_end) for part in parts] == [(p.first, p.last) for p in papers()]
    assert [part.paper.number for part in parts if part.paper] == [paper.number for paper in papers()]
    titles = [part.paper.title for part in parts if part.paper]
    assert [title == paper.title for title, paper in zip(titles, papers(), strict=True)].count(
        False
    ) <= 1  # the long one


def test_titles_on_first_pages_are_enough() -> None:
    parts = divide(replace(without_pages(raw("no-stamps")), outline=()))[1:]
    assert {(part.paper.number, part.source.page_start) for part in parts if part.paper} >= {
        (paper.number, paper.first) for paper in papers() if paper.number in {"5", "7", "10"}
    }


def test_without_any_sign_it_is_one_document() -> None:
    def bare(text: str) -> str:
        return re.sub(r"Page 1 of|Pages? \d+.*", "", text)

    document = replace(raw("no-stamps"), outline=())
    blank = replace(document, fragments=tuple(replace(f, text=bare(f.text)) for f in document.fragments))
    assert divide(blank) == (blank,)


@pytest.mark.parametrize("change", [lambda d: replace(d, outline=d.outline * 50), without_pages])
def test_dividing_twice_gives_the_same(change: Callable[[RawDocument], RawDocument]) -> None:
    assert divide(change(raw("whole"))) == divide(change(raw("whole")))


def test_a_run_writes_every_paper_and_verifies(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "pack.pdf").write_bytes(make_pack("whole"))
    batch.run(tmp_path / "in", tmp_path / "out", jobs=1, ocr=False)
    written = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "documents").iterdir()}
    expected: list[Document] = list(read("whole").documents)
    ids = [document.document_id for document in documents("whole")]
    assert written == {i: document.text for i, document in zip(ids, expected, strict=True)}
    assert len(set(ids)) == len(ids)
    verification = verify(tmp_path / "out", tmp_path / "in")
    assert verification.problems == []
    assert verification.documents == len(ids)


def test_a_paper_takes_over_what_it_does_not_print(form: str) -> None:
    pack, *found = documents(form)
    told = {document.item_number: document for document in found}
    assert {document.authority for document in found} == {pack.authority}
    assert told["9"].derived == ("authority", "body", "meeting.date", "meeting.time", "meeting.venue", "title")
    assert (told["9"].body, told["9"].meeting) == (pack.body, pack.meeting)
    assert told["5"].derived == ("authority", "body", "meeting.time", "meeting.venue")
    assert told["5"].evidence["meeting.date"].page == told["5"].source.page_start
    assert all(not set(document.derived) & (set(document.evidence) | set(document.absent)) for document in found)
    assert pack.derived == ()


def test_items_say_what_is_their_pack_s(form: str) -> None:
    told = {document.item_number: items(form, document) for document in documents(form)[1:]}
    (withheld,) = told["9"]
    assert withheld.derived == ("authority", "body", "date", "number", "title")
    assert (withheld.date, withheld.title) == ("2025-11-11", "Sallow Leisure Centre: terms of the operator's contract")
    assert all(item.derived == ("authority",) and item.date == "2025-10-14" for item in told["3"])


def test_papers_of_another_day_or_minutes_take_over_the_council_alone(form: str) -> None:
    pack, minutes, *_, notes = documents(form)
    assert minutes.derived == notes.derived == ("authority",)
    assert (notes.body, notes.meeting.date, notes.meeting.venue) == (None, "2025-10-02", None)
    bare = minutes.model_copy(
        update={
            "authority": None,
            "body": None,
            "meeting": minutes.meeting.model_copy(update={"date": None}),
            "derived": (),
        }
    )
    assert with_what_the_pack_says(bare, pack).derived == ("authority",)


def test_figures_in_tables_know_their_row_and_column(form: str) -> None:
    (item,) = (item for document in documents(form) if document.item_number == "5" for item in items(form, document))
    heads = {(amount.text, amount.row, amount.column) for amount in item.amounts}
    assert {("2,600", "Works in the river", "Total"), ("1,150", "Works in the river", "2027/28")} <= heads
