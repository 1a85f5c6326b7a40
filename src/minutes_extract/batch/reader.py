"""One document at a time, whatever happens to it: a task in, an outcome out.

This is the border that no error of a document crosses. An expected one (`LoadError`) tells the user what to do; any
other is a fault of the program, which costs this document its records and no other.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from minutes_extract.assembly import failed, skipped
from minutes_extract.batch.discover import Task
from minutes_extract.batch.tally import Tally, tally
from minutes_extract.errors import LoadError
from minutes_extract.records.document import DocumentRecord
from minutes_extract.writers import jsonl


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file, ready to be written: lines of JSON, and the canonical text where there is one.

    `papers` are the ids and texts of the papers of a pack.
    """

    name: str
    document_id: str
    lines: bytes
    text: bytes | None
    tally: Tally
    error: str | None
    papers: tuple[tuple[str, bytes], ...] = ()


Reader = Callable[[Task], Outcome]


def open_reader(*, ocr: bool = True) -> Reader:
    """Loads the pipeline; the reader that it gives reads any number of documents. `ocr` as in `Pipeline`."""
    from minutes_extract.extract import Pipeline

    pipeline = Pipeline(ocr=ocr)

    def read(task: Task) -> Outcome:
        if not task.is_document:
            return unread(task, skipped(task.name, digest(task)))
        try:
            extraction = pipeline.read(task.path, task.root)
            ids = [record.document_id for record in extraction.records if isinstance(record, DocumentRecord)]
            texts = [document.text.encode("utf-8") for document in extraction.documents]
            return Outcome(
                name=task.name,
                document_id=ids[0],
                lines=jsonl.lines(extraction.records),
                text=texts[0],
                tally=tally(extraction.records),
                error=None,
                papers=tuple(zip(ids[1:], texts[1:], strict=True)),
            )
        except LoadError as error:
            return failure(task, f"{error.kind}: {error.problem}; {error.advice}")
        except Exception as error:  # the border: see above
            told = f"internal: {type(error).__name__} while reading; a fault of this program, please report it"
            return failure(task, f"{told} (`minutes-extract show` of the file tells where)")

    return read


def failure(task: Task, error: str) -> Outcome:
    """The outcome of a file that could not be read."""
    return unread(task, failed(task.name, digest(task), None, error))


def lost(task: Task) -> Outcome:
    """The outcome of a file whose reader died of it (a crash in a library, or the system out of memory)."""
    return failure(task, "crashed: the reader died of this file; open it and save it anew, or split it")


def late(seconds: float, task: Task) -> Outcome:
    """The outcome of a file whose reader took longer than it may."""
    told = f"timed_out: reading took longer than {seconds:,g} seconds"
    return failure(task, f"{told}; give it more with --time-limit, or split it")


def unread(task: Task, record: DocumentRecord) -> Outcome:
    """The outcome that holds one `document` record and no text."""
    return Outcome(task.name, record.document_id, jsonl.lines([record]), None, tally([record]), record.error)


def digest(task: Task) -> str | None:
    """The SHA-256 of a file's bytes; None where they cannot be read."""
    try:
        if not task.path.is_file():  # never wait for a pipe
            return None
        with task.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
