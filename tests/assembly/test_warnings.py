"""Warnings: every value in the words of a scan has one, with the confidence of its lines."""

from dataclasses import replace

import pytest
from page import ANNOTATIONS, TEXT, at, document
from pydantic import ValidationError

from minutes_extract.assembly import assemble
from minutes_extract.document import Document, Page, Recognised, TextLayer
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.source import Caution, Warned

TURN = at("Reasons").start


def scanned(first: TextLayer, second: TextLayer, *lines: Recognised) -> Document:
    pages = (Page(1, 0, TURN - 1, first), Page(2, TURN, len(TEXT), second))
    return replace(document(), pages=pages, recognised=lines)


def warned(page: Document) -> tuple[dict[str, float | None], dict[str, float | None]]:
    """The confidence of each field that has a warning: of the document, and of its first item."""
    head, item, _ = assemble(page, ANNOTATIONS)
    assert isinstance(head, DocumentRecord)
    assert isinstance(item, ItemRecord)
    return {w.field: w.confidence for w in head.warnings}, {w.field: w.confidence for w in item.warnings}


def test_typed_pages_call_for_none() -> None:
    assert warned(document()) == ({}, {})
    assert warned(scanned(TextLayer.NATIVE, TextLayer.NATIVE)) == ({}, {})


def test_what_the_publisher_has_read_is_warned_of_without_a_confidence() -> None:
    head, item = warned(scanned(TextLayer.OCR, TextLayer.NATIVE))
    assert head["meeting.date"] is None
    assert {"number", "title", "resolutions[0]", "amounts[0]", "delegations[0]"} <= set(item)
    assert set(item.values()) == {None}
    assert not any(name.startswith(("sections", "unclaimed", "advice")) for name in item), "that is on page 2"


def test_a_value_has_the_least_confidence_of_its_lines() -> None:
    lines = [Recognised(0, 48, 0.97), *(Recognised(a.start, a.end, 0.9) for a in (at("33 Family support contract"),))]
    limb = Recognised(at("(1)").start, at("£11.262m").end, 0.7), Recognised(at("is guaranteed").start, TURN - 1, 0.4)
    head, item = warned(scanned(TextLayer.OCR, TextLayer.NATIVE, *lines, *limb))
    assert head["meeting.date"] == 0.97
    assert (item["title"], item["amounts[0]"], item["resolutions[0]"]) == (0.9, 0.7, 0.4)


def test_words_that_were_printed_on_a_scan_need_no_warning() -> None:
    head, item = warned(scanned(TextLayer.OCR, TextLayer.NATIVE, Recognised(at("(1)").start, TURN - 1, 0.8)))
    assert "meeting.date" not in head
    assert "title" not in item
    assert item["amounts[0]"] == 0.8


@pytest.mark.parametrize("value", [{"field": ""}, {"confidence": 1.2}, {"confidence": -0.1}, {"kind": "dust"}])
def test_a_warning_is_validated(value: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Warned.model_validate({"kind": Caution.OCR, "field": "title", "confidence": 0.5} | value)
