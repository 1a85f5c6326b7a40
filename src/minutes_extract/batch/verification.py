"""A run's folder read again: whether every record quotes its document, and every source has its hash."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minutes_extract.assembly import printable
from minutes_extract.batch.discover import find
from minutes_extract.batch.reader import digest
from minutes_extract.errors import OutputError
from minutes_extract.records import parse
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.source import State
from minutes_extract.writers.folder import DOCUMENTS, RECORDS, is_run_folder

SPAN = {"start", "end", "text", "page"}
"""The keys that make an object of a record a span."""


@dataclass(slots=True)
class Verification:
    """What was read again, and what does not agree, one line each."""

    records: int = 0
    documents: int = 0
    spans: int = 0
    sources: int = 0
    problems: list[str] = field(default_factory=list)


def verify(out: Path, sources: Path | None = None) -> Verification:
    """Reads a run's folder again, with `sources` also the files that it was made from.

    Raises `OutputError` where `out` is no run's folder, and `LoadError` where `sources` holds no documents.
    """
    if not is_run_folder(out):
        raise OutputError(f"{out}: holds no results; give the folder that `minutes-extract run … -o` wrote")
    told = Verification()
    reader = _Reader(out, told)
    with (out / RECORDS).open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            told.records += 1
            told.problems += [f"{RECORDS}:{number}: {problem}" for problem in reader.problems(line)]
    told.problems += reader.orphans()
    if sources is not None:
        told.problems += _source_problems(sources, reader.hashes, told)
    return told


class _Reader:
    """Reads records in their order. Those of one document stand together, so one text is held at a time."""

    def __init__(self, out: Path, told: Verification) -> None:
        self._texts = out / DOCUMENTS
        self._told = told
        self._ids: set[str] = set()
        self._text_of: tuple[str, str | None] = ("", None)
        self.hashes: dict[str, str | None] = {}

    def problems(self, line: str) -> Iterator[str]:
        """What is wrong with one line."""
        try:
            record = parse(line)
        except ValueError as error:
            yield f"breaks the contract: {' '.join(str(error).split())[:200]}"
            return
        if isinstance(record, DocumentRecord):
            self._told.documents += 1
            self.hashes[record.source.path] = record.source.sha256
            own = record.document_id
        else:
            own = record.item_id if isinstance(record, ItemRecord) else record.check_id
            if record.document_id not in self._ids:
                yield f"{own}: its document {record.document_id} does not stand before it"
        if own in self._ids:
            yield f"{own}: this id stands twice"
        self._ids.add(own)
        text = self._text(record.document_id)
        if text is None and isinstance(record, DocumentRecord) and record.state in {State.READ, State.EMPTY}:
            yield f"{own}: {DOCUMENTS}/{own}.txt is missing"
        yield from self._span_problems(json.loads(line), text or "")

    def _text(self, document_id: str) -> str | None:
        """The canonical text of a document, None where the run wrote none."""
        if self._text_of[0] != document_id:
            path = self._texts / f"{document_id}.txt"
            self._text_of = (document_id, path.read_bytes().decode("utf-8", "replace") if path.is_file() else None)
        return self._text_of[1]

    def _span_problems(self, value: object, text: str, path: str = "") -> Iterator[str]:
        """Spans below a value that do not quote the text."""
        if isinstance(value, list):
            for k, part in enumerate(value):
                yield from self._span_problems(part, text, f"{path}[{k}]")
        elif isinstance(value, dict) and value.keys() == SPAN:
            self._told.spans += 1
            if text[value["start"] : value["end"]] != value["text"]:
                yield f"{path.lstrip('.')}: [{value['start']}, {value['end']}) is not {value['text'][:60]!r}"
        elif isinstance(value, dict):
            for name, part in value.items():
                yield from self._span_problems(part, text, f"{path}.{name}")

    def orphans(self) -> list[str]:
        """Texts that no record speaks of."""
        names = sorted(path.name for path in self._texts.glob("*.txt") if path.stem not in self._ids)
        return [f"{DOCUMENTS}/{name}: no record speaks of it" for name in names]


def _source_problems(sources: Path, hashes: dict[str, str | None], told: Verification) -> Iterator[str]:
    """Files that have changed, gone or come since the run."""
    files = {printable(task.name): task for task in find(sources)}
    for name in sorted(hashes.keys() | files.keys()):
        told.sources += 1
        if name not in files:
            yield f"{name}: the source is not in {sources}"
        elif name not in hashes:
            yield f"{name}: no record speaks of this source; run again"
        elif digest(files[name]) != hashes[name]:
            yield f"{name}: the source has changed since the run"
