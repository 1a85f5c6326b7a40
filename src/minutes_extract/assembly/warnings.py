"""Warnings on values: what was read from a scan may have been misread, and the reader of the record should look."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from minutes_extract.assembly.quotes import Placed
from minutes_extract.document import Document, Recognised, TextLayer
from minutes_extract.records.base import Evidence, Model
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.source import Caution, Warned

# Whole passages, and places that hold no value.
PASSED_OVER = frozenset({"sections", "unclaimed", "completeness"})

R = TypeVar("R", DocumentRecord, ItemRecord)


class Warnings:
    """The warnings that a document calls for: one for each value in the words of a scan.

    Where an OCR engine was asked, its lines are known, and words that the file prints on a scan are none of them; what
    the publisher's own OCR has laid over a page counts as a whole.
    """

    def __init__(self, document: Document) -> None:
        self._lines = document.recognised
        self._ends = [line.end for line in self._lines]
        scans = [page for page in document.pages if page.layer is TextLayer.OCR]
        self._laid_over = [page for page in scans if not any(self._recognised(page))]
        self._is_typed = not scans

    def on(self, record: R) -> R:
        """The record with its warnings."""
        if self._is_typed:
            return record
        return record.model_copy(update={"warnings": tuple(self._on(record))})

    def _on(self, record: DocumentRecord | ItemRecord) -> Iterator[Warned]:
        for path, evidence in _values(record, ""):
            lines = list(self._recognised(evidence))
            if lines or any(page.start < evidence.end and evidence.start < page.end for page in self._laid_over):
                least = min((line.confidence for line in lines), default=None)
                yield Warned(kind=Caution.OCR, field=path, confidence=least)

    def _recognised(self, place: Placed) -> Iterator[Recognised]:
        """The lines read from a scan that a stretch of text touches."""
        for line in self._lines[bisect_right(self._ends, place.start) :]:
            if line.start >= place.end:
                return
            yield line


def _values(value: object, path: str) -> Iterator[tuple[str, Evidence]]:
    """The evidence in a record, each with the path of the value that it is for."""
    if isinstance(value, Evidence):
        yield path, value
    elif isinstance(value, Model):
        for name, part in value:
            if not path and name in PASSED_OVER:
                continue
            is_own = name == "evidence"  # an object's own place, or the record's map of its scalar fields
            yield from _values(part, path if is_own else f"{path}.{name}".removeprefix("."))
    elif isinstance(value, tuple):
        for k, part in enumerate(value):
            yield from _values(part, f"{path}[{k}]")
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _values(part, name)
