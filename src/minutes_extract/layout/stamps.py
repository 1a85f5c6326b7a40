"""What a pack prints on the pages of its papers: "Agenda Item 5" at the top right, and its own page numbers.

A pack's page numbers run through all of its papers, whatever each paper's own are. They may jump: a paper that is
withheld stands as one page for all of its numbers.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes_extract.document import Fragment
from minutes_extract.layout.marks import LONE_NUMBER_RE, is_mark_alone, page_mark

# Agenda Item 5 · Agenda Item No. 5a · AGENDA ITEM: 12.1 · Item 7 · Minute Item 33
STAMP_RE = re.compile(
    r"(?:(?:agenda|minute)\s+)?item(?:\s+(?:no\b\.?|number))?\s*:?\s*(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]\d{1,2})",
    re.IGNORECASE,
)
_LONGEST = 40  # characters of a stamp or a page number
_TOP = 4  # lines of a page, from above, among which a stamp stands
_EDGE = 3  # lines from the foot or the head, and last in the order of reading, among which a page number stands
_LEAST = 3  # pages that a pack's numbers stand on
_SHARE = 0.6  # of the pages from the first of a pack's numbers to the last


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the file, with its fragments in the order of reading."""

    number: int
    fragments: tuple[Fragment, ...]

    def from_above(self) -> list[Fragment]:
        """The fragments as they stand on the page, without table cells."""
        free = (f for f in self.fragments if f.cell is None and f.box is not None)
        return sorted(free, key=lambda f: f.box.top if f.box else 0.0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A pack's page numbers: the pages of the file that bear one, the numbers beside them, and what prints them."""

    pages: Sequence[int]
    printed: Sequence[int]
    fragments: Mapping[int, Fragment]

    def page_of(self, number: int, pages: int) -> int | None:
        """The page of the file that bears a number of the pack; None where none can.

        A page between two that bear numbers counts on from the one before, as far as there is room. Without any page
        numbers the pages of the file are counted.
        """
        if not self.pages:
            return number if 1 <= number <= pages else None
        at = bisect_right(self.printed, number) - 1
        page = self.pages[max(at, 0)] + number - self.printed[max(at, 0)]
        last = self.pages[at + 1] - 1 if at + 1 < len(self.pages) else pages
        return page if 1 <= page <= last else None


def sheets(fragments: Iterable[Fragment], pages: int) -> list[Sheet]:
    """The pages of a document, also those without a fragment."""
    by_page: dict[int, list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        by_page[fragment.page or 1].append(fragment)
    return [Sheet(number, tuple(by_page.get(number, ()))) for number in range(1, pages + 1)]


def stamp(sheet: Sheet) -> tuple[str, Fragment] | None:
    """The stamp at the top right of a page: the number of its item, and the fragment."""
    placed = sheet.from_above()
    width = max((f.box.x1 for f in sheet.fragments if f.box), default=0.0)
    for fragment in placed[:_TOP]:
        match = STAMP_RE.fullmatch(fragment.text.strip()) if len(fragment.text) <= _LONGEST else None
        if match is not None and fragment.box is not None and fragment.box.x0 + fragment.box.x1 > width:
            return match["number"].lower().lstrip("0") or "0", fragment
    return None


def stamps(pages: Sequence[Sheet]) -> dict[int, tuple[str, Fragment]]:
    """The stamps of a pack by page; none where lines like them stand elsewhere on the pages as well, as headings."""
    found = {sheet.number: told for sheet in pages if (told := stamp(sheet)) is not None}
    if not found:
        return {}
    alike = sum(
        len(f.text) <= _LONGEST and f.cell is None and f.text[:6].lower() in {"agenda", "minute"}
        for sheet in pages
        for f in sheet.fragments
        if STAMP_RE.fullmatch(f.text.strip())
    )
    return found if 2 * len(found) > alike else {}


def pack_numbers(pages: Sequence[Sheet]) -> Numbers:
    """The page numbers that run through the whole file: the longest run of numbers that are printed one way."""
    styles: dict[str, dict[int, tuple[int, Fragment]]] = defaultdict(dict)
    for sheet in pages:
        for fragment in _at_edges(sheet):
            style, number = _printed(fragment.text.strip(), len(pages))
            if style:
                styles[style][sheet.number] = (number, fragment)
    best: list[int] = []
    chosen: Mapping[int, tuple[int, Fragment]] = {}
    for style in sorted(styles):
        run = _longest_run({page: number for page, (number, _) in styles[style].items()})
        if len(run) > len(best):
            best, chosen = run, styles[style]
    if len(best) < _LEAST or len(best) < _SHARE * (best[-1] - best[0] + 1):
        return Numbers((), (), {})
    return Numbers(best, [chosen[page][0] for page in best], {page: chosen[page][1] for page in best})


def own_number(sheet: Sheet, numbers: Numbers) -> int | None:
    """The page number that a paper prints itself, beside that of the pack."""
    for fragment in _at_edges(sheet):
        if fragment is numbers.fragments.get(sheet.number):
            continue
        if LONE_NUMBER_RE.fullmatch(fragment.text.strip()):
            return int(fragment.text)
        mark = page_mark(fragment.text)
        if mark is not None:
            return mark.number
    return None


def _at_edges(sheet: Sheet) -> Iterator[Fragment]:
    """Short lines at the foot and the head of a page, and those printed another way round; the lowest last."""
    placed = sheet.from_above()
    turned = [f for f in sheet.fragments[-_EDGE:] if f.cell is None]
    at_edges = (*placed[:_EDGE], *turned, *placed[-_EDGE:])
    seen: set[int] = set()
    for fragment in at_edges:
        if id(fragment) not in seen and len(fragment.text) <= _LONGEST:
            seen.add(id(fragment))
            yield fragment


def _printed(text: str, pages: int) -> tuple[str, int]:
    """How a line prints a page number of a pack, and the number; "" where it prints none.

    "Page 4 of 9" is a paper's own, unless the total is that of the file.
    """
    if LONE_NUMBER_RE.fullmatch(text):
        return "number", int(text)
    mark = page_mark(text) if is_mark_alone(text) else None
    if mark is None:
        return "", 0
    if mark.total is None:
        return ("page" if text[:4].lower() == "page" else "dashed"), mark.number
    return ("total", mark.number) if mark.total >= pages else ("", 0)


def _longest_run(printed: Mapping[int, int]) -> list[int]:
    """The pages of the longest run in which numbers go up at least as fast as the pages."""
    tails: list[int] = []  # the least lead of a number over its page that a run of each length ends with
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for page in sorted(printed):
        lead = printed[page] - page
        at = bisect_right(tails, lead)
        before[page] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [lead], [page]
    run: list[int] = []
    page_at = ends[-1] if ends else None
    while page_at is not None:
        run.append(page_at)
        page_at = before[page_at]
    return run[::-1]
