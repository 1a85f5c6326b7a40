"""Records refuse what the contract does not allow, and say in their schema what they are."""

import json
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from minutes_extract.assembly import failed
from minutes_extract.records import RECORD, parse
from minutes_extract.records.base import Absence, Evidence
from minutes_extract.records.check import CheckRecord
from minutes_extract.records.identity import document_identity, identity, item_identity
from minutes_extract.records.parts import Votes

QUOTE = Evidence(start=3, end=7, text="£30k", page=1)
DOCUMENT = failed("a/b.pdf", "0" * 64, None, "damaged: it ends too early; download it again").model_dump(mode="json")


def changed(path: str, value: object) -> str:
    """The failed document with one field changed."""
    record = json.loads(json.dumps(DOCUMENT))
    place = record
    *way, last = path.split(".")
    for name in way:
        place = place[name]
    place[last] = value
    return json.dumps(record)


def test_a_record_reads_back_as_it_was() -> None:
    record = parse(json.dumps(DOCUMENT))
    assert record.model_dump(mode="json") == DOCUMENT


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("colour", "red"),  # a field that the contract does not know
        ("record_type", "decision"),
        ("schema_version", "2.0"),
        ("document_id", "XYZ"),
        ("state", "broken"),
        ("kind", "minutes"),
        ("title", ""),  # a blank is null
        ("title", 33),
        ("source.sha256", "abc"),
        ("source.pages", "9"),  # strict: no number in quotation marks
        ("source.pages", -1),
        ("meeting.date", "3 June 2025"),
        ("meeting.date", "2025-02-30"),
        ("meeting.date", "2025-13"),
        ("meeting.time", "6.30pm"),
        ("meeting.time", "24:00"),
        ("absent", {"title": "unknown"}),
        ("evidence", {"title": {"start": 0, "end": 3, "text": "four", "page": None}}),
        ("evidence", {"title": {"start": 0, "end": 4, "text": "four", "page": 0}}),
        ("evidence", {"title": {"start": -4, "end": 0, "text": "four", "page": None}}),
    ],
)
def test_what_breaks_the_contract_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValidationError):
        parse(changed(path, value))


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="people"):
        parse(json.dumps({name: value for name, value in DOCUMENT.items() if name != "people"}))


@pytest.mark.parametrize("day", ["2025", "2025-06", "2025-06-03"])
def test_a_day_is_as_much_as_is_printed(day: str) -> None:
    assert parse(changed("meeting.date", day)).model_dump()["meeting"]["date"] == day


CHECK: dict[str, object] = {
    "record_type": "check",
    "schema_version": "1.0",
    "check_id": "0" * 16,
    "document_id": "1" * 16,
    "item_id": None,
    "rule": "rate_times_years",
    "verdict": "consistent",
    "computed": None,
    "difference": None,
    "tolerance": None,
    "detail": "1469375 × 5 = 7346875",
    "elements": {},
    "evidence": [QUOTE.model_dump(mode="json")],
}


@pytest.mark.parametrize("money", ["0", "7346875", "-1053.5", "0.05"])
def test_money_is_a_decimal_string(money: str) -> None:
    record = CheckRecord.model_validate_json(json.dumps(CHECK | {"stated": money}))
    assert record.stated == money


@pytest.mark.parametrize("money", ["1,000", "1e6", "12.50", "007", "£5", "", 5, 5.5])
def test_money_has_one_form(money: object) -> None:
    with pytest.raises(ValidationError):
        CheckRecord.model_validate_json(json.dumps(CHECK | {"stated": money}))


def test_records_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        QUOTE.text = "£40k"


def test_votes_for_is_called_for() -> None:
    votes = Votes(result=None, votes_for=7, against=None, abstain=None, mover=None, seconder=None, evidence=QUOTE)
    assert votes.model_dump(mode="json")["for"] == 7
    assert Votes.model_validate_json(votes.model_dump_json()) == votes


def objects(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_the_schema_knows_every_field_and_no_other() -> None:
    found = list(objects(RECORD.json_schema(mode="serialization")))
    assert len(found) > 20
    for schema in found:
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(properties), schema["title"]


def test_both_directions_have_one_schema() -> None:
    writing = RECORD.json_schema(mode="serialization")["$defs"]
    reading = RECORD.json_schema(mode="validation")["$defs"]
    assert {name: set(body.get("properties", ())) for name, body in writing.items()} == {
        name: set(body.get("properties", ())) for name, body in reading.items()
    }


def test_every_record_and_enumeration_says_what_it_is() -> None:
    for name, body in RECORD.json_schema(mode="serialization")["$defs"].items():
        assert body.get("description"), name


CONTRACT = {
    "DocumentRecord": "record_type schema_version document_id parent_id source state error kind minutes_status"
    " publisher authority body meeting title reference people text_layer completeness absent evidence",
    "SourceFile": "path sha256 media_type pages page_start page_end url",
    "ItemRecord": "record_type schema_version item_id document_id authority body date document_kind number title"
    " reference stage key_decision exempt urgent call_in decision_maker report_of operative resolutions amounts terms"
    " delegations conditions procurement parties references total_value sections reasons alternatives votes advice"
    " signatures wards decision_type unclaimed absent evidence",
    "Resolution": "path label text effective_text acts inline evidence",
    "Amount": "text value minimum maximum currency qualifier per role purpose negative precision part_of vat"
    " resolution_path section evidence",
    "Term": "text form initial_months option_months maximum_months start initial_end end maximum_end inclusive"
    " ambiguous derived resolution_path section evidence",
    "Delegation": "to powers consultees carve_outs resolution_path evidence",
    "Condition": "text scope kind evidence",
    "Procurement": "route framework lead joint_with contracts evidence",
    "Party": "name role evidence",
    "Reference": "text act section evidence",
    "Votes": "result for against abstain mover seconder evidence",
    "Advice": "kind advisers evidence",
    "Adviser": "name role initials date",
    "Signature": "name role date evidence",
    "TotalValue": "value currency type text evidence",
    "CallIn": "eligible expires reason",
    "Section": "kind heading evidence",
    "Person": "name role capacity detail item_number evidence",
    "Completeness": "state truncations pages_missing",
    "CheckRecord": "record_type check_id document_id item_id rule verdict stated computed difference tolerance detail"
    " evidence",
    "Evidence": "start end text page",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_has_its_names(name: str) -> None:
    properties = RECORD.json_schema(mode="serialization")["$defs"][name]["properties"]
    assert set(CONTRACT[name].split()) <= set(properties)


def test_ids_hash_content() -> None:
    assert document_identity("a.txt", "0" * 64) != document_identity("b.txt", "0" * 64)
    assert document_identity("a.txt", "0" * 64) != document_identity("a.txt", None)
    assert document_identity("a.txt", "0" * 64, 1, 4) != document_identity("a.txt", "0" * 64, 5, 9)
    assert item_identity("0" * 16, 0, "x") != item_identity("0" * 16, 1, "x")
    assert len(identity("x")) == 16


def test_the_reasons_for_a_blank_are_closed() -> None:
    assert sorted(Absence) == ["exempt", "not_stated", "stated_none", "truncated"]
