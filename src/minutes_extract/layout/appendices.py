"""The appendices inside a paper of a pack: by what is printed at the top of their first pages, or by bookmarks.

A scan behind pages that are none is an appendix too, whether it could be read or not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from minutes_extract.document import Appendix, Fragment, RawDocument
from minutes_extract.layout.marks import LONE_NUMBER_RE, is_mark_alone, page_mark

# Appendix 1: Cost · APPENDIX A · Annex B – Map · Enclosure 2 · Appendix
_HEAD_RE = re.compile(
    r"(?:appendix|annexe?|enclosure|enc\.?)(?:\s+(?:no\.?\s*)?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4}))?(?:\s*[:.–—-]\s*\S.*|\s+[A-Z].*)?",
    re.IGNORECASE,
)
_RESTRICTED_RE = re.compile(r"document is restricted\W*", re.IGNORECASE)
_HEAD = 3  # fragments of a page among which the name of an appendix stands
_LONGEST = 150


def is_appendix(title: str) -> bool:
    """Whether words name an appendix.

    >>> is_appendix("Appendix 1: Cost"), is_appendix("ANNEX B"), is_appendix("Appendices and annexes")
    (True, True, False)
    """
    return len(title) <= _LONGEST and _HEAD_RE.fullmatch(title.strip()) is not None


def is_bare(fragments: Iterable[Fragment]) -> bool:
    """Whether nothing stands on a page but, at most, its number: so it is where a scan has no text layer."""
    return all(fragment.confidence is None and _is_number(fragment.text.strip()) for fragment in fragments)


def _is_number(text: str) -> bool:
    return bool(LONE_NUMBER_RE.fullmatch(text)) or (page_mark(text) is not None and is_mark_alone(text))


def _is_scan(fragments: Sequence[Fragment]) -> bool:
    """Whether a page is a scan: without text, or with some that was read from it here."""
    return is_bare(fragments) or any(fragment.confidence is not None for fragment in fragments)


def appendices(part: RawDocument, named: Mapping[int, str]) -> tuple[Appendix, ...]:
    """The appendices of a paper, by page; each goes on until the next begins. `named`: bookmarks, by page."""
    first, last = part.source.page_start or 1, part.source.page_end or 0
    by_page: dict[int, list[Fragment]] = {page: [] for page in range(first, last + 1)}
    for fragment in part.fragments:
        by_page.setdefault(fragment.page or first, []).append(fragment)
    starts: dict[int, str | None] = {}
    for page in range(first + 1, last + 1):
        heads = (" ".join(fragment.text.split()) for fragment in by_page[page][:_HEAD])
        printed = next(filter(is_appendix, heads), None)
        if printed or (page in named and is_appendix(named[page])):
            starts[page] = printed or named[page]
        elif _is_scan(by_page[page]) and not _is_scan(by_page[page - 1]):
            starts[page] = named.get(page)
    return tuple(
        Appendix(starts[page], page, end - 1, _is_restricted(by_page, page, end))
        for page, end in pairwise([*starts, last + 1])
    )


def _is_restricted(by_page: dict[int, list[Fragment]], first: int, end: int) -> bool:
    texts: Sequence[str] = [f.text.strip() for page in range(first, end) for f in by_page[page]]
    return len(texts) < 8 and any(_RESTRICTED_RE.fullmatch(text) for text in texts)
