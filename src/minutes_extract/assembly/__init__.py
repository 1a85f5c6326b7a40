"""Document and Annotations → Records. Decides nothing that the annotations have not said.

A mention goes into the record of the item that it stands in, with the path of its limb and the kind of its section;
what the contract calls evidence is the mention's place.
"""

from minutes_extract.annotations import Annotations
from minutes_extract.assembly.documents import document_record, printable, unread
from minutes_extract.assembly.inheritance import with_what_the_pack_says
from minutes_extract.assembly.items import item_records
from minutes_extract.assembly.quotes import Quotes
from minutes_extract.assembly.warnings import Warnings
from minutes_extract.document import Document, MediaType
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.source import State


def assemble(
    document: Document, annotations: Annotations, pack: DocumentRecord | None = None
) -> tuple[DocumentRecord | ItemRecord, ...]:
    """The document's record and those of its items, in the order of the text; a paper takes over from its `pack`."""
    quotes = Quotes(document)
    head = document_record(document, annotations, quotes)
    if pack is not None:
        head = with_what_the_pack_says(head, pack)
    warnings = Warnings(document)
    return (warnings.on(head), *map(warnings.on, item_records(annotations, head, quotes)))


def failed(path: str, sha256: str | None, media_type: MediaType | None, error: str) -> DocumentRecord:
    """The record of a file that could not be read; `error` is the kind of failure and a line that says what to do."""
    return unread(path, sha256, media_type, State.FAILED, error)


def skipped(path: str, sha256: str | None) -> DocumentRecord:
    """The record of a file that is no document (a script, an image, data) and was left alone."""
    return unread(path, sha256, None, State.SKIPPED, None)


__all__ = ["assemble", "failed", "printable", "skipped"]
