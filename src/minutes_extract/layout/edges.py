"""Furniture in a format with pages: what stands at the edges of pages and repeats, or counts on with them.

A line is furniture if it is a page mark, if one of its numbers counts on with the pages, or if it repeats to the letter
and at one height on pages that follow each other. Label lines ("Decision:") and lines in larger type repeat too, and
are none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_extract.document import Fragment, PageMark
from minutes_extract.layout.labels import field_label, is_lead_in
from minutes_extract.layout.marks import LONE_NUMBER_RE, LONGEST, is_mark_alone, key_of, page_mark

_NUMBER_RE = re.compile(r"\d{1,5}+")
_MONEY_RE = re.compile(r"[£€$]|\d,\d{3}\b")
_BEGINS_RE = re.compile(r"page (\d{1,4}+)\s++(?!of\b)", re.IGNORECASE)  # "Page 1   Produced at 10:31"
_DASHED_RE = re.compile(r"[,|–-]\s*+page\b", re.IGNORECASE)  # "Board Minutes – 6 June – Page 2"
_TO_SIGN_RE = re.compile(r"_{4}|\.{8}")  # "Signature ________ Dated"
_EDGE = 4  # lines from the top or the foot of a page
_OFTEN = 3  # pages that a running head stands on at least
_SHIFT = 12.0  # points that a running head moves by from page to page at most: a line of text
_LARGER = 1.15  # times the size of the text: a title


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the top or the foot of a page; `is_last` says that nothing stands above or below it."""

    at: int
    page: int
    top: float | None
    text: str
    key: str
    is_top: bool
    is_last: bool
    is_large: bool

    @property
    def steps(self) -> list[tuple[bool, str, int, int]]:
        """For each number in the line, how far it is from the page's own: the same on pages that it counts."""
        numbers = _NUMBER_RE.findall(self.text)[:_EDGE]
        return [(self.is_top, self.key, place, int(n) - self.page) for place, n in enumerate(numbers)]


def edge_furniture(fragments: Sequence[Fragment]) -> dict[int, PageMark | None]:
    """The places of the fragments that are furniture, each with the page mark that it is, if any."""
    edges = list(_edges(fragments))
    pages: dict[tuple[bool, str], list[_Edge]] = defaultdict(list)
    counting: Counter[tuple[bool, str, int, int]] = Counter()
    for edge in edges:
        pages[edge.is_top, edge.text].append(edge)
        counting.update(edge.steps)
    marks: dict[int, PageMark | None] = {}
    for edge in edges:
        mark = _mark(edge, counting)
        if mark or _counts_on(edge, counting, _OFTEN) or _repeats(edge, pages[edge.is_top, edge.text]):
            marks[edge.at] = mark
    for above, edge in pairwise(edges):
        if above.page != edge.page or above.is_top or marks.get(edge.at) is None:
            continue
        # "Signature ____ Dated" above "Page 1 of 3"; a paper's own "3" above "Page 9" of the pack
        if _stands_again(above, pages[False, above.text]) or LONE_NUMBER_RE.fullmatch(above.text):
            marks.setdefault(above.at, None)
    return _but_titles(marks, edges)


def _mark(edge: _Edge, counting: Counter[tuple[bool, str, int, int]]) -> PageMark | None:
    """The page mark that a line is, or ends with where other pages have the like."""
    if LONE_NUMBER_RE.fullmatch(edge.text):
        is_own = int(edge.text) == edge.page
        return PageMark(int(edge.text)) if edge.is_last and (is_own or _counts_on(edge, counting, 2)) else None
    begins = _BEGINS_RE.match(edge.text)
    if begins and _counts_on(edge, counting, 2):
        return PageMark(int(begins[1]))
    mark = page_mark(edge.text)
    if mark is None:
        return None
    at_foot = edge.is_last and mark.number == edge.page and bool(_DASHED_RE.search(edge.text))
    return mark if at_foot or is_mark_alone(edge.text) or _counts_on(edge, counting, 2) else None


def _counts_on(edge: _Edge, counting: Counter[tuple[bool, str, int, int]], often: int) -> bool:
    """Whether a number in the line counts on with the pages."""
    return not _MONEY_RE.search(edge.text) and any(counting[step] >= often for step in edge.steps)


def _repeats(edge: _Edge, alike: Sequence[_Edge]) -> bool:
    """Whether a line stands to the letter, and about as high, on pages in a row, every other page at least."""
    if len(alike) < _OFTEN or edge.is_large or field_label(edge.text) or is_lead_in(edge.text):
        return False
    run = longest = 1
    for one, other in pairwise(alike):
        run = run + 1 if 0 < other.page - one.page <= 2 and _is_as_high(one, other) else 1
        longest = max(longest, run)
    return longest >= _OFTEN


def _stands_again(edge: _Edge, alike: Sequence[_Edge]) -> bool:
    """Whether another page has the line too, as high: body text that is said again stands where it falls.

    A line to be signed on every page comes where the text ends.
    """
    to_sign = bool(_TO_SIGN_RE.search(edge.text))
    return any(other.page != edge.page and (to_sign or _is_as_high(edge, other)) for other in alike)


def _is_as_high(one: _Edge, other: _Edge) -> bool:
    """Whether two lines stand at one height on their pages, as far as that is known."""
    return one.top is None or other.top is None or abs(one.top - other.top) <= _SHIFT


def _but_titles(marks: dict[int, PageMark | None], edges: Sequence[_Edge]) -> dict[int, PageMark | None]:
    """A running head's first appearance on the first page is the document's title, and stays."""
    first = min((edge.page for edge in edges), default=0)
    for edge in edges:
        if edge.page == first and edge.is_top and edge.key == edge.text and marks.get(edge.at, edge) is None:
            del marks[edge.at]
    return marks


def _edges(fragments: Sequence[Fragment]) -> Iterator[_Edge]:
    """The lines at the edges of every page."""
    pages: dict[int, list[int]] = defaultdict(list)
    tables: set[int] = set()
    sizes: Counter[float] = Counter()
    for at, fragment in enumerate(fragments):
        if fragment.page is None or not fragment.text.strip():
            continue
        if fragment.cell is None:
            pages[fragment.page].append(at)
            sizes[fragment.size or 0.0] += len(fragment.text)
        elif not tables.intersection(pages[fragment.page][-1:]):  # a table counts as a line
            pages[fragment.page].append(at)
            tables.add(at)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    for page in sorted(pages):
        places = pages[page]
        for rank, at in enumerate(places):
            if at not in tables and min(rank, len(places) - 1 - rank) < _EDGE and len(fragments[at].text) <= LONGEST:
                middle = [fragments[places[0]], fragments[at], fragments[places[-1]]]
                is_top = rank < len(places) - 1 - rank or (2 * rank == len(places) - 1 and _is_nearer_the_top(*middle))
                yield _edge(fragments[at], at, page, rank, len(places), _LARGER * usual, is_top)


def _is_nearer_the_top(first: Fragment, fragment: Fragment, last: Fragment) -> bool:
    """Whether the line in the middle of a page belongs to its first line rather than to its last."""
    if first.box is None or fragment.box is None or last.box is None:
        return True
    return fragment.box.top - first.box.top <= last.box.top - fragment.box.top


def _edge(fragment: Fragment, at: int, page: int, rank: int, lines: int, large: float, is_top: bool) -> _Edge:
    """A line at an edge, from its place on the page."""
    text = " ".join(fragment.text.split())
    from_foot = lines - 1 - rank
    return _Edge(
        at=at,
        page=page,
        top=fragment.box.top if fragment.box is not None else None,
        text=text,
        key=key_of(text),
        is_top=is_top,
        is_last=min(rank, from_foot) == 0,
        is_large=(fragment.size or 0.0) >= large > 0,
    )
