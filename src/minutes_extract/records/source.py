"""Where a document comes from, and how much of it could be read."""

from enum import StrEnum

from pydantic import Field

from minutes_extract.document import MediaType
from minutes_extract.records.base import Evidence, Model, Sha256


class State(StrEnum):
    """What became of an input file."""

    READ = "read"
    EMPTY = "empty"
    FAILED = "failed"
    SKIPPED = "skipped"


class Whole(StrEnum):
    """Whether a document is all there."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"
    PAGES_MISSING = "pages_missing"
    UNKNOWN = "unknown"


class SourceFile(Model):
    """The file that a document was read from."""

    path: str = Field(min_length=1)
    """Relative to the input folder, with `/`."""
    sha256: Sha256 | None
    """Of the file's bytes; null where they could not be read."""
    media_type: MediaType | None
    """Found by content; null where the format is none of those that are read."""
    pages: int | None = Field(ge=0)
    """Number of pages; null where the format has none."""
    page_start: int | None = Field(ge=1)
    """First page of the paper within its pack."""
    page_end: int | None = Field(ge=1)
    """Last page of the paper within its pack."""
    url: str | None
    """Where the page was saved from, where the file says so."""


class Completeness(Model):
    """Whether the document is all there, as far as it tells itself."""

    state: Whole
    """`complete` only where printed page marks prove it."""
    truncations: tuple[Evidence, ...]
    """The places where the publisher cut the text."""
    pages_missing: tuple[int, ...]
    """Numbers that marks such as "Page 4 of 9" leave out."""


class Caution(StrEnum):
    """What a value may be wrong for."""

    OCR = "ocr"  # read from a scan


class Warned(Model):
    """A warning on a value."""

    kind: Caution
    field: str = Field(min_length=1)
    """Path of the value: `amounts[0]`, `meeting.date`."""
    confidence: float | None = Field(ge=0, le=1)
    """Of the least sure word in the lines that it was read from; null where the publisher's own OCR tells none."""
