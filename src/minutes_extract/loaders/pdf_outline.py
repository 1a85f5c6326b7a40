"""The outline of a PDF: its bookmarks, in order, with the pages that they lead to.

An outline is a tree of links that a file can make as deep as it likes, and lead back into itself. It is walked without
recursion, each bookmark once, and no further than the bounds below.
"""

import ctypes
import re
from typing import TYPE_CHECKING, Any

from minutes_extract.document import OutlineEntry

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_ENTRIES = 20_000
"""Bookmarks that are looked at: the largest packs have some thousand."""

MAX_DEPTH = 12
"""Levels that are looked at: papers stand on the first or second, their appendices below."""

MAX_TITLE = 500
"""Characters of a title that are kept."""

_UNPRINTABLE_RE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\s]+")


def load_outline(document: "PdfDocument") -> tuple[OutlineEntry, ...]:
    """The bookmarks that lead to a page of the document, in the order in which they are shown."""
    from pypdfium2 import raw

    pages = len(document)
    found: list[OutlineEntry] = []
    seen: set[int] = set()
    waiting: list[tuple[Any, int]] = [(raw.FPDFBookmark_GetFirstChild(document.raw, None), 1)]
    while waiting and len(seen) < MAX_ENTRIES:
        bookmark, level = waiting.pop()
        address = ctypes.addressof(bookmark.contents) if bookmark else 0
        if not bookmark or address in seen:
            continue
        seen.add(address)
        waiting.append((raw.FPDFBookmark_GetNextSibling(document.raw, bookmark), level))
        if level < MAX_DEPTH:
            waiting.append((raw.FPDFBookmark_GetFirstChild(document.raw, bookmark), level + 1))
        title, page = _title(raw, bookmark), _page(raw, document.raw, bookmark)
        if title and page is not None and 1 <= page <= pages:
            found.append(OutlineEntry(title, page, level))
    return tuple(found)


def _title(raw: Any, bookmark: Any) -> str:
    size = raw.FPDFBookmark_GetTitle(bookmark, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFBookmark_GetTitle(bookmark, buffer, size)
    words = buffer.raw[: max(0, size - 2)].decode("utf-16-le", errors="replace")
    return _UNPRINTABLE_RE.sub(" ", words).strip()[:MAX_TITLE]


def _page(raw: Any, document: Any, bookmark: Any) -> int | None:
    """The page that a bookmark leads to, from 1; None where it leads elsewhere."""
    place = raw.FPDFBookmark_GetDest(document, bookmark)
    return int(raw.FPDFDest_GetDestPageIndex(document, place)) + 1 if place else None
