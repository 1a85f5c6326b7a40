"""A run's folder read back, document by document: for what is asked of records after they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minutes_extract.errors import OutputError
from minutes_extract.records import parse
from minutes_extract.records.check import CheckRecord
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.writers.folder import DOCUMENTS, RECORDS, is_run_folder


@dataclass(slots=True)
class Told:
    """A document with its items and checks, and its canonical text ("" where there is none)."""

    document: DocumentRecord
    text: str
    items: list[ItemRecord] = field(default_factory=list)
    checks: list[CheckRecord] = field(default_factory=list)


def results(out: Path) -> Iterator[Told]:
    """The documents of a run, in their order, one in memory at a time.

    Raises `OutputError` where `out` is no run's folder, or a line of it breaks the contract.
    """
    if not is_run_folder(out):
        raise OutputError(f"{out}: holds no results; give the folder that `minutes-extract run … -o` wrote")
    told: Told | None = None
    with (out / RECORDS).open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            record = _record(out, number, line)
            if isinstance(record, DocumentRecord):
                if told is not None:
                    yield told
                told = Told(record, _text(out, record.document_id))
            elif told is None:
                raise OutputError(f"{out / RECORDS}:{number}: a record stands before its document; run again")
            elif isinstance(record, ItemRecord):
                told.items.append(record)
            else:
                told.checks.append(record)
    if told is not None:
        yield told


def _record(out: Path, number: int, line: str) -> DocumentRecord | ItemRecord | CheckRecord:
    try:
        return parse(line)
    except ValueError as error:
        raise OutputError(
            f"{out / RECORDS}:{number}: breaks the contract; `minutes-extract verify` says how"
        ) from error


def _text(out: Path, document_id: str) -> str:
    path = out / DOCUMENTS / f"{document_id}.txt"
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
