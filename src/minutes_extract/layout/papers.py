"""A pack becomes its papers: where each begins, what the pack calls it, and which pages are its own.

The signs, the surest first: the stamp "Agenda Item 5" at the top of a page; the pages that the agenda gives for an
item; the bookmarks; the title of an item at the top of a page that its paper numbers 1. A pack has enough of one kind,
or it is none: see `_starts`. What stands before the first paper (cover and agenda) stands for the pack itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_extract.document import (
    AgendaItem,
    Fragment,
    Furniture,
    MediaType,
    OutlineEntry,
    Pack,
    Paper,
    RawDocument,
    TextLayer,
)
from minutes_extract.layout.agendas import Entry, entries, has_agenda
from minutes_extract.layout.appendices import appendices, is_appendix, is_bare
from minutes_extract.layout.stamps import Numbers, Sheet, own_number, pack_numbers, sheets, stamps

_FRONT = 40  # pages among which an agenda is looked for
_SHARE = 0.6  # of the pages that an agenda gives must be in the file
_HEAD = 10  # fragments of a page among which its title stands
_LEAST_PAGES = 3
_NUMBERED_RE = re.compile(
    r"(?:(?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<item>\d{1,3}[a-z]?)|(?P<bare>\d{1,3}[a-z]?)(?=[.):\s]))\s*[-–—.:)]*\s*(?=\w)",
    re.IGNORECASE,
)
_FRONT_RE = re.compile(r"(?:.{0,40}\s)?(?:agenda|cover|front sheet|contents|supplement)(?:\s.{0,60})?", re.IGNORECASE)
_PAGE_RE = re.compile(r"\bpage (\d{1,5})\b")


@dataclass(frozen=True, slots=True)
class Start:
    """The page of the file that a paper begins on, and the number and title of its item, as far as they are told."""

    page: int
    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class _Pack:
    """A file that may be a pack, with everything that tells of its papers."""

    pages: Sequence[Sheet]
    numbers: Numbers
    stamped: Mapping[int, str]
    agenda: Sequence[Entry]
    outline: Sequence[OutlineEntry]
    has_agenda: bool

    def page_of(self, number: int) -> int | None:
        """The page of the file that bears a number of the pack."""
        return self.numbers.page_of(number, len(self.pages))

    def title_of(self, number: str | None) -> str | None:
        """The title that the agenda gives for a number."""
        return next((entry.title for entry in self.agenda if entry.number == number), None) if number else None


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
    agenda = _agenda(pages, numbers, min(stamped, default=len(pages) + 1))
    front = pages[: min((entry.page for entry in raw.outline[1:] if entry.page > 1), default=_FRONT)]
    pack = _Pack(pages, numbers, stamped, agenda, _papers_level(raw.outline), has_agenda(front[:_FRONT]))
    starts = _starts(pack)
    if not starts or (len(starts) == 1 and starts[0].page == 1):
        return (raw,)
    printed = {id(fragment) for _, fragment in marked.values()} | {id(f) for f in numbers.fragments.values()}
    sheet_ends = [*(start.page for start in starts), len(pages) + 1]
    head = replace(_part(raw, pages[: sheet_ends[0] - 1], printed), source=raw.source, title=raw.title)
    items = tuple(AgendaItem(entry.number, entry.title) for entry in agenda if entry.number is not None)
    return (
        replace(head, pack=Pack(len(starts), items)),
        *(
            _paper(raw, pages[start.page - 1 : end - 1], printed, start)
            for start, (_, end) in zip(starts, pairwise(sheet_ends), strict=True)
        ),
    )


def _agenda(pages: Sequence[Sheet], numbers: Numbers, first_stamp: int) -> list[Entry]:
    """The entries of the agenda, which ends where the first of its papers begins."""
    front = list(pages[: min(first_stamp - 1, _FRONT)])
    if not has_agenda(front):
        return []
    end = len(front)
    for at in range(1, len(front) + 1):
        told = entries(front[:at])
        first = min((page for e in told if e.first and (page := numbers.page_of(e.first, len(pages)))), default=0)
        if first and at >= first - 1:
            end = first - 1
            break
    return entries(front[:end])


def _papers_level(outline: Sequence[OutlineEntry]) -> list[OutlineEntry]:
    """The outline without a lone root, its uppermost level as level 1."""
    top = min((entry.level for entry in outline), default=1)
    while sum(entry.level == top for entry in outline) == 1 and any(entry.level > top for entry in outline):
        outline = [entry for entry in outline if entry.level > top]
        top = min(entry.level for entry in outline)
    return [replace(entry, level=entry.level - top + 1) for entry in outline]


def _starts(pack: _Pack) -> list[Start]:
    """Where papers begin, by page; nothing where the signs are not enough for a pack.

    Enough are: two stamps of different items; an agenda with pages of which most are in the file; an outline of three
    places behind a page that says it is an agenda; or the titles of two items of an agenda on pages numbered 1.
    """
    found: dict[int, Start] = {}
    if len(set(pack.stamped.values())) > 1:
        found = _stamped(pack)
    referred = _referred(pack)
    if len(found) > 1 or _is_referring(pack, referred):
        _add(found, referred, pack)
    bookmarked = _bookmarked(pack)
    if found or (pack.has_agenda and len({entry.page for entry in pack.outline}) >= _LEAST_PAGES):
        _add(found, bookmarked, pack)
    titled = _titled(pack, found)
    if found or len(titled) > 1:
        _add(found, titled, pack)
    return [found[page] for page in sorted(found)]


def _stamped(pack: _Pack) -> dict[int, Start]:
    """A start for each stamp that is not that of the stamped page before."""
    found: dict[int, Start] = {}
    before = None
    for page, number in sorted(pack.stamped.items()):
        if number != before:
            found[page] = Start(page, number, pack.title_of(number))
        before = number
    return found


def _referred(pack: _Pack) -> list[Start]:
    """The papers that the agenda gives pages for, as far as they are in the file and behind the agenda."""
    last = max((entry.page for entry in pack.agenda), default=0)
    placed = ((entry, pack.page_of(entry.first)) for entry in pack.agenda if entry.first is not None)
    return [Start(page, entry.number, entry.title) for entry, page in placed if page is not None and page > last]


def _is_referring(pack: _Pack, referred: Sequence[Start]) -> bool:
    """Whether most of the pages that an agenda gives are in the file, in their order."""
    given = sum(entry.first is not None for entry in pack.agenda)
    in_order = all(one.page <= other.page for one, other in pairwise(referred))
    return bool(referred) and in_order and len(referred) >= _SHARE * given


def _bookmarked(pack: _Pack) -> list[Start]:
    """The bookmarks of the uppermost level that lead to papers: not to the agenda, and not to appendices."""
    last = max((entry.page for entry in pack.agenda), default=1)
    found = []
    for entry in pack.outline:
        if entry.level > 1 or entry.page <= last or is_appendix(entry.title) or _FRONT_RE.fullmatch(entry.title):
            continue
        number, title = split_title(entry.title)
        alike = next((e for e in pack.agenda if _fold(e.title) == _fold(title)), None)
        if alike is not None and number is None:
            number = alike.number
        found.append(Start(entry.page, number, pack.title_of(number) or title))
    return found


def split_title(printed: str) -> tuple[str | None, str]:
    """The number and the title of a bookmark.

    >>> split_title("Item 5 - New depot"), split_title("6 Grants"), split_title("2026/27 budget")
    (('5', 'New depot'), ('6', 'Grants'), (None, '2026/27 budget'))
    """
    match = _NUMBERED_RE.match(printed)
    if match is None:
        return None, printed
    return (match["item"] or match["bare"]).lower().lstrip("0"), printed[match.end() :]


def _titled(pack: _Pack, found: Mapping[int, Start]) -> list[Start]:
    """Pages numbered 1 by their paper that bear the title of an item whose paper is still to be found, in order."""
    missing = [e for e in pack.agenda if e.first is None and e.number not in {s.number for s in found.values()}]
    titles = {_fold(entry.title): entry for entry in missing if len(entry.title) > 4}
    starts: list[Start] = []
    after = max((entry.page for entry in pack.agenda), default=0)
    for sheet in pack.pages[after:] if titles else ():
        heads = (_fold(line) for fragment in sheet.fragments[:_HEAD] for line in fragment.text.split("\n"))
        entry = next((titles[head] for head in heads if head in titles), None)
        if entry is not None and own_number(sheet, pack.numbers) == 1:
            del titles[_fold(entry.title)]
            starts.append(Start(sheet.number, entry.number, entry.title))
    return starts


def _add(found: dict[int, Start], more: Sequence[Start], pack: _Pack) -> None:
    """Adds starts that are not known yet; a paper found by a surer sign keeps its pages, and takes what it lacks."""
    numbers = {start.number for start in found.values()}
    for start in more:
        known = found.get(start.page)
        if known is not None:
            found[start.page] = Start(known.page, known.number or start.number, known.title or start.title)
        elif start.number is None and _is_inside(start.page, pack):
            continue  # a bookmark for a part of a paper that the agenda gives these pages for
        elif start.number is None or start.number not in numbers:
            found[start.page] = start


def _is_inside(page: int, pack: _Pack) -> bool:
    """Whether the agenda gives a page, and not as the first one, to an item."""
    for entry in pack.agenda:
        first, last = (pack.page_of(number) if number else None for number in (entry.first, entry.last))
        if first is not None and last is not None and first < page <= last:
            return True
    return False


def _fold(text: str) -> str:
    """A title as it is compared: lower case, plain quotes, single spaces, no closing punctuation."""
    plain = text.replace("’", "'").replace("‘", "'").replace("–", "-").casefold()
    return " ".join(plain.split()).strip(" :;.,-|")


def _paper(raw: RawDocument, pages: Sequence[Sheet], printed: set[int], start: Start) -> RawDocument:
    """One paper, with what the pack says of it."""
    own = {id(f) for sheet in pages if (f := _own_foot(sheet, start.page, printed)) is not None}
    part = _part(raw, pages, printed | own)
    inside = appendices(part, _papers_level(raw.outline))
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
