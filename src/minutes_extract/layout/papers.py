"""A pack becomes its papers, and what stands before the first of them, cover and agenda, stands for the pack itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_extract.document import AgendaItem, Fragment, Furniture, MediaType, Pack, Paper, RawDocument, TextLayer
from minutes_extract.layout.appendices import appendices, is_appendix, is_bare
from minutes_extract.layout.stamps import Sheet, pack_numbers, sheets, stamps
from minutes_extract.layout.starts import Signs, Start, find_agenda, find_starts, papers_level

_LEAST_PAGES = 3
_PAGE_RE = re.compile(r"\bpage (\d{1,5})\b")


def divide(raw: RawDocument) -> tuple[RawDocument, ...]:
    """A pack as the document that stands for it, then its papers, by page; any other document as it is.

    Every page is in one of them. The pack's stamps and page numbers are taken out of the text, as furniture.
    """
    if raw.source.media_type is not MediaType.PDF or (raw.source.pages or 0) < _LEAST_PAGES:
        return (raw,)
    pages = sheets(raw.fragments, raw.source.pages or 0)
    marked = stamps(pages)
    numbers = pack_numbers(pages)
    stamped = {page: number for page, (number, _) in marked.items()}
    outline = papers_level(raw.outline)
    agenda = find_agenda(pages, numbers, min(stamped, default=len(pages) + 1), outline)
    starts = find_starts(Signs(pages, numbers, stamped, outline, agenda))
    if not starts or (len(starts) == 1 and starts[0].page == 1):
        return (raw,)
    printed = {id(fragment) for _, fragment in marked.values()} | {id(f) for f in numbers.fragments.values()}
    sheet_ends = [*(start.page for start in starts), len(pages) + 1]
    head = replace(_part(raw, pages[: sheet_ends[0] - 1], printed), source=raw.source, title=raw.title)
    named = {entry.page: entry.title for entry in reversed(outline) if entry.level > 1 or is_appendix(entry.title)}
    items = tuple(AgendaItem(entry.number, entry.title) for entry in agenda if entry.number is not None)
    return (
        replace(head, pack=Pack(len(starts), items)),
        *(
            _paper(raw, pages[start.page - 1 : end - 1], printed, start, named)
            for start, (_, end) in zip(starts, pairwise(sheet_ends), strict=True)
        ),
    )


def _paper(
    raw: RawDocument, pages: Sequence[Sheet], printed: set[int], start: Start, named: Mapping[int, str]
) -> RawDocument:
    """One paper, with what the pack says of it."""
    own = {id(f) for sheet in pages if (f := _own_foot(sheet, start.page, printed)) is not None}
    part = _part(raw, pages, printed | own)
    inside = appendices(part, named)
    return replace(part, paper=Paper(start.number, start.title, inside))


def _own_foot(sheet: Sheet, first: int, printed: set[int]) -> Fragment | None:
    """The paper's own number at the foot of a page, which on so few pages nothing else shows to be one."""
    lines = [fragment for fragment in sheet.from_above() if id(fragment) not in printed]
    own = str(sheet.number - first + 1)
    return lines[-1] if len(lines) > 1 and lines[-1].text.strip() == own else None


def _part(raw: RawDocument, pages: Sequence[Sheet], printed: set[int]) -> RawDocument:
    """The stretch of a pack on these pages, without what the pack has printed on them."""
    first, last = (pages[0].number, pages[-1].number) if pages else (1, 0)
    fragments = tuple(f for sheet in pages for f in sheet.fragments if id(f) not in printed)
    furniture = tuple(Furniture(f.text, f.page) for sheet in pages for f in sheet.fragments if id(f) in printed)
    layers = dict(zip(range(first, last + 1), raw.page_layers[first - 1 : last], strict=False))
    bare = {
        sheet.number
        for sheet in pages
        if sheet.fragments and is_bare(fragment for fragment in sheet.fragments if id(fragment) not in printed)
    }
    layers |= dict.fromkeys(bare, TextLayer.NONE)
    problems = set(_problems(raw, first, last)) | {f"page {page} has no text layer" for page in bare}
    return replace(
        raw,
        source=replace(raw.source, page_start=first, page_end=last),
        fragments=fragments,
        title=None,
        text_layer=_layer({layer for layer in layers.values() if layer is not None}, raw.text_layer),
        problems=tuple(sorted(problems, key=_problem_order)),
        outline=(),
        page_layers=tuple(layers[page] for page in sorted(layers)),
        furniture=furniture,
    )


def _layer(found: set[TextLayer], otherwise: TextLayer) -> TextLayer:
    """Where the characters of a part come from, from those of its pages."""
    if not found:
        return otherwise
    return found.pop() if len(found) == 1 else TextLayer.MIXED


def _problems(raw: RawDocument, first: int, last: int) -> Iterator[str]:
    """The problems of these pages; those that name no page are the pack's, which begins on page 1."""
    for problem in raw.problems:
        page = _PAGE_RE.search(problem)
        if first <= int(page[1]) <= last if page else first == 1:
            yield problem


def _problem_order(problem: str) -> tuple[int, str]:
    page = _PAGE_RE.search(problem)
    return (int(page[1]) if page else 0, problem)
