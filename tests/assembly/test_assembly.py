"""Document and Annotations → Records: every mention in the field that the contract has for it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from page import ANNOTATIONS, MENTIONS, TEXT, at, document, mention

from minutes_extract.annotations import AmountReading, Annotations, Label, Mention, SectionKind, SectionReading, Stretch
from minutes_extract.assembly import assemble, failed, skipped
from minutes_extract.assembly.absence import none_of, stated_none
from minutes_extract.assembly.quotes import Nest, Quotes
from minutes_extract.assembly.unclaimed import Claims, find
from minutes_extract.document import MediaType, PageMark
from minutes_extract.records import parse
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.writers import jsonl


def records() -> tuple[DocumentRecord, ItemRecord, ItemRecord]:
    head, item, cut = assemble(document(), ANNOTATIONS)
    assert isinstance(head, DocumentRecord)
    assert isinstance(item, ItemRecord)
    assert isinstance(cut, ItemRecord)
    return head, item, cut


def test_the_document_says_what_it_is() -> None:
    head, _, _ = records()
    assert (head.kind, head.minutes_status, head.state) == ("meeting_minutes", "draft", "read")
    assert head.authority is not None
    assert head.authority.name == "Northwick Borough Council"
    assert head.body is not None
    assert (head.body.name, head.body.kind) == ("Cabinet", "executive")
    assert (head.meeting.date, head.meeting.time, head.meeting.venue) == ("2025-06-03", "18:30", None)
    assert head.evidence["meeting.date"].text == "3 June 2025"
    assert head.absent["meeting.venue"] == "not_stated"
    assert head.absent["people.apologies"] == "stated_none"
    assert head.evidence["people.apologies"].text == "None"


def test_people_have_the_number_of_their_item() -> None:
    head, _, _ = records()
    assert [(p.name, p.capacity, p.item_number) for p in head.people] == [("J. Okafor", "signatory", "33")]


def test_an_item_line_stands_alone() -> None:
    head, item, _ = records()
    assert (item.authority, item.body, item.document_kind) == (head.authority, head.body, head.kind)
    assert (item.number, item.title, item.date, item.stage) == (
        "33",
        "Family support contract",
        "2025-06-03",
        "resolved",
    )
    assert (item.call_in.expires, item.wards, item.key_decision) == ("2025-06-20", "All", True)
    assert item.evidence["key_decision"].text == "key decision"


def test_limbs_read_alone() -> None:
    _, item, _ = records()
    assert [r.path for r in item.resolutions] == [("1",), ("2",)]
    assert item.resolutions[0].label == "(1)"
    assert item.resolutions[0].effective_text.startswith("Resolved to approve the procurement of family support")
    assert item.resolutions[0].acts == ("approve", "procure")
    assert item.operative is not None
    assert item.operative.text == "Resolved to"


def test_an_amount_has_its_limb_and_what_it_is_part_of() -> None:
    _, item, _ = records()
    told = [(a.text, a.value, a.qualifier, a.resolution_path, a.section, a.part_of) for a in item.amounts]
    assert told == [
        ("£18.72m", "18720000", "up_to", ("1",), "operative", None),
        ("£11.262m", "11262000", "exact", ("1",), "operative", 0),
    ]


def test_terms_delegations_conditions_and_the_rest() -> None:
    _, item, _ = records()
    assert (item.terms[0].option_months, item.terms[0].derived) == ((24, 24), ("maximum_months",))
    assert (item.delegations[0].to, item.delegations[0].consultees) == (
        ("Director of Commissioning",),
        ("Portfolio Holder",),
    )
    assert item.delegations[0].powers == "award the contract to Brightwell Care by a call-off"
    assert (item.conditions[0].scope, item.conditions[0].kind) == (("2",), "approval")
    assert (item.parties[0].name, item.procurement[0].route) == ("Brightwell Care", "call_off")
    assert (item.references[0].act, item.references[0].section) == ("National Health Service Act 2006", "256")
    assert item.votes is not None
    assert (item.votes.result, item.votes.votes_for, item.votes.mover) == ("carried", 7, "Cllr Hale")
    assert (item.advice[0].advisers[0].name, item.signatures[0].date) == ("A. Nowak", "2025-06-03")


def test_a_condition_without_a_limb_binds_the_item() -> None:
    unlinked = Annotations(TEXT, ANNOTATIONS.mentions)
    item = assemble(document(), unlinked)[1]
    assert isinstance(item, ItemRecord)
    assert item.conditions[0].scope == "item"
    assert item.conditions[0].resolution_path == ("2",)


def test_none_is_an_answer_and_not_a_gap() -> None:
    _, item, _ = records()
    assert item.alternatives is None
    assert item.absent["alternatives"] == "stated_none"
    assert item.reasons == "The saving of 0.582m a year was agreed on 1 May 2025 under delegated powers."
    assert "reasons" not in item.absent


def test_a_cut_item_invents_nothing() -> None:
    head, _, cut = records()
    assert (cut.stage, cut.resolutions) == ("none", ())
    assert (cut.absent["resolutions"], cut.absent["total_value"]) == ("truncated", "not_stated")
    assert head.completeness.state == "truncated"
    assert [e.text for e in head.completeness.truncations] == ["This item was cut short."]


def test_a_limb_that_the_publisher_cut_says_so() -> None:
    cut = Annotations(
        TEXT,
        tuple(sorted((*MENTIONS, mention(Label.TRUNCATION, at("Reasons"))), key=lambda m: (m.start, m.end, m.label))),
    )
    item = assemble(document(), cut)[1]
    assert isinstance(item, ItemRecord)
    assert item.absent["resolutions[1].text"] == "truncated"
    assert "resolutions[0].text" not in item.absent
    assert "delegations[0].powers" not in item.absent  # the power is told before the cut


@pytest.mark.parametrize("words", ["N/A", "3.1 N/A", "- None.", "- N/A 6.1", "8.1 There are none."])
def test_the_number_of_a_paragraph_is_no_part_of_its_answer(words: str) -> None:
    quotes = Quotes(replace(document(), text=words, blocks=(), pages=()))
    place = none_of(Stretch(0, len(words)), quotes)
    assert (quotes.words(place) or "").casefold().strip(".") in ("n/a", "none", "there are none")


@pytest.mark.parametrize("words", ["3.1 None of the sites is free.", "6.1", "N/A to the north; the south is 4.2"])
def test_more_than_none_is_no_such_answer(words: str) -> None:
    assert none_of(Stretch(0, len(words)), Quotes(replace(document(), text=words, blocks=(), pages=()))) is None


def test_the_list_of_background_papers_may_answer_below_its_boilerplate() -> None:
    text = "Background Papers\nPapers can be seen at the Town Hall.\nNone.\nCrime and Disorder\nNone"
    second = text.index("Crime")
    sections = (
        Mention(Label.SECTION, 0, second - 1, SectionReading(SectionKind.OTHER, Stretch(0, 17))),
        Mention(
            Label.SECTION, second, len(text), SectionReading(SectionKind.OTHER, Stretch(second, text.rindex("\n")))
        ),
    )
    found = stated_none(Annotations(text, sections), Quotes(replace(document(), text=text, blocks=(), pages=())))
    assert sorted(found) == ["background_papers", "sections.crime_and_disorder"]


def test_what_no_field_claims_is_listed() -> None:
    _, item, _ = records()
    assert [e.text for e in item.unclaimed] == ["0.582m", "1 May 2025", "delegated", "2026/27"]


@pytest.mark.parametrize(
    ("marks", "state", "missing"),
    [
        ((), "unknown", ()),
        ((PageMark(1, 2), PageMark(2, 2)), "complete", ()),
        ((PageMark(1, 4), PageMark(4, 4)), "pages_missing", (2, 3)),
    ],
)
def test_page_marks_tell_whether_a_document_is_whole(
    marks: tuple[PageMark, ...], state: str, missing: tuple[int, ...]
) -> None:
    uncut = Annotations(TEXT, tuple(m for m in ANNOTATIONS.mentions if m.label != Label.TRUNCATION))
    head = assemble(document(marks=marks), uncut)[0]
    assert isinstance(head, DocumentRecord)
    assert (head.completeness.state, head.completeness.pages_missing) == (state, missing)


def spans(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text", "page"}:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_every_span_quotes_the_text_with_its_page() -> None:
    found = [span for record in records() for span in spans(record.model_dump(mode="json"))]
    assert len(found) > 30
    for span in found:
        start, end = span["start"], span["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert TEXT[start:end] == span["text"]
        assert span["page"] == (2 if start >= at("Reasons").start else 1)


def test_records_survive_their_own_bytes() -> None:
    for record in records():
        assert parse(jsonl.line(record)) == record


def test_copies_of_a_file_are_two_documents() -> None:
    one, other = assemble(document("a.txt"), ANNOTATIONS), assemble(document("b/a.txt"), ANNOTATIONS)
    assert {r.document_id for r in one}.isdisjoint(r.document_id for r in other)
    ids = [r.item_id for r in (*one, *other) if isinstance(r, ItemRecord)]
    assert len(set(ids)) == 4


def test_annotations_without_a_document_reading_give_an_unknown_document() -> None:
    (head,) = assemble(document(), Annotations(TEXT, ()))
    assert isinstance(head, DocumentRecord)
    assert (head.kind, head.title, head.absent["title"]) == ("other", None, "not_stated")


def test_unread_files_have_a_record() -> None:
    lost = failed("a/b.pdf", None, MediaType.PDF, "encrypted: it asks for a password; save it without")
    assert (lost.state, lost.error, lost.source.media_type) == (
        "failed",
        "encrypted: it asks for a password; save it without",
        "application/pdf",
    )
    assert skipped("data.json", "0" * 64).state == "skipped"
    assert failed("caf\udce9.txt", None, None, "unreadable: no").source.path == "caf\\xe9.txt"


def test_the_innermost_stretch_is_found() -> None:
    nest = Nest(
        [(Stretch(0, 100), "item"), (Stretch(10, 50), "limb"), (Stretch(20, 30), "inline"), (Stretch(60, 70), "b")]
    )
    places = [(25, 26), (15, 16), (31, 32), (55, 58), (45, 65), (60, 70), (99, 101)]
    assert [nest.around(Stretch(*p)) for p in places] == ["inline", "limb", "limb", "item", "item", "b", None]


def test_pages_are_told_as_the_document_tells_them() -> None:
    page = document()
    quotes = Quotes(page)
    assert all(quotes.page_of(k) == page.page_of(k) for k in range(len(TEXT) + 1))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("spend £1,190,000, or more", ["£1,190,000"]),
        ("a saving of 0.582m per year", ["0.582m"]),
        ("€2.5 million and 30,000 pounds", ["€2.5 million", "30,000 pounds"]),
        ("by 25th July 2024, on 02/08/2024 or in July 2025", ["25th July 2024", "02/08/2024", "July 2025"]),
        ("a delegated decision", []),
        ("officers be authorised to sign; delegation", ["be authorised to", "delegation"]),
        ("2x 2-bed, 16+, 12%, PKG-2024-17, page 4 of 9", []),
    ],
)
def test_tokens_that_look_like_something(text: str, tokens: list[str]) -> None:
    found = find(text, Stretch(0, len(text)), Claims((), (), ()))
    assert [text[t.start : t.end] for t in found] == tokens


def test_a_claim_of_another_kind_does_not_hide_a_token() -> None:
    text = "delegate £5m"
    claim = Mention(Label.DELEGATION, 0, len(text))
    assert find(text, claim, Claims((), (), (claim,))) == [Stretch(9, 12)]


def test_tokens_stand_in_order() -> None:
    text = "1 May 2025 £3 delegate £4 2 May 2025"
    found = find(text, Stretch(0, len(text)), Claims((), (), ()))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_an_amount_in_a_table_has_the_heads_of_its_row_and_column() -> None:
    mentions = tuple(
        replace(m, value=replace(m.value, row=at("Legal advice"), column=at("2026/27")))
        if isinstance(m.value, AmountReading)
        else m
        for m in MENTIONS
    )
    item = assemble(document(), replace(ANNOTATIONS, mentions=mentions))[1]
    assert isinstance(item, ItemRecord)
    assert {(amount.row, amount.column) for amount in item.amounts} == {("Legal advice", "2026/27")}
    assert {(amount.row, amount.column) for amount in records()[1].amounts} == {(None, None)}
