"""The bytes of a source file: the bounds on reading them, and the `Source` that names them."""

import hashlib
import stat
from pathlib import Path

from minutes_extract.document import MediaType, Source
from minutes_extract.errors import OversizedSource, UnreadableSource

MAX_FILE_BYTES = 512 * 2**20
"""Larger files are refused before a byte is read: agenda packs run to tens of megabytes."""

MAX_UNPACKED_BYTES = 512 * 2**20
"""What the parts of a DOCX may unpack to, by the zip directory: a small file can claim terabytes."""

MAX_PART_BYTES = 64 * 2**20
"""What one XML part of a DOCX may unpack to: its tree takes some ten times as much memory."""

MAX_PAGES = 10_000
"""Pages of a PDF: the largest packs have some two thousand."""

MAX_FRAGMENTS = 4_000_000
"""Fragments of a document, blank lines too: about a gigabyte of them."""


def load_file(path: Path, name: str) -> bytes:
    """The bytes of the file at `path`; `name` is what errors call it.

    Raises `UnreadableSource` (gone, no permission, not a regular file) and `OversizedSource`.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSource(name, "not a regular file", "give the path of a document")
        if status.st_size > MAX_FILE_BYTES:
            raise _oversized(name, status.st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableSource(name, "the file is not there", "check the path, or run again if it has moved") from error
    except PermissionError as error:
        raise UnreadableSource(name, "no permission to read it", "make it readable and run again") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(name, "the file cannot be opened", "check the disk and the file's name") from error


def source_of(
    data: bytes, name: str, media_type: MediaType, *, pages: int | None = None, url: str | None = None
) -> Source:
    """The `Source` of a file's bytes: its digest, and its first and last page where it has pages.

    >>> source_of(b"None.", "a/b.txt", MediaType.TEXT).sha256[:8]
    '903ea500'
    """
    return Source(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        pages=pages,
        page_start=1 if pages else None,
        page_end=pages or None,
        url=url,
    )


def is_within_bounds(data: bytes, name: str) -> bool:
    """True, or `OversizedSource` where the bytes are more than `MAX_FILE_BYTES`."""
    if len(data) > MAX_FILE_BYTES:
        raise _oversized(name, len(data))
    return True


def _oversized(name: str, size: int) -> OversizedSource:
    problem = f"the file has {size:,} bytes, more than {MAX_FILE_BYTES:,}"
    return OversizedSource(name, problem, "split it into smaller documents")
