"""Where the papers of a pack begin, by whichever signs are there; nothing where they are not enough for a pack.

The signs, the surest first: the stamp "Agenda Item 5" at the top of a page; the pages that the agenda gives for an
item; the bookmarks; the title of an item at the top of a page that its paper numbers 1.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_extract.document import OutlineEntry
from minutes_extract.layout.agendas import Entry, entries, has_agenda
from minutes_extract.layout.appendices import is_appendix
from minutes_extract.layout.stamps import Numbers, Sheet, own_number

_FRONT = 40  # pages among which an agenda is looked for
_SHARE = 0.6  # of the pages that an agenda gives must be in the file
_HEAD = 10  # fragments of a page among which its title stands
_LEAST_PAGES = 3  # that bookmarks lead to
_NUMBERED_RE = re.compile(
    r"(?:(?:agenda\s+)?item\s*(?:no\.?\s*)?(?P<item>\d{1,3}[a-z]?)|(?P<bare>\d{1,3}[a-z]?)(?=[.):\s]))"
    r"\s*[-–—.:)]*\s*(?=\w)",
    re.IGNORECASE,
)
_FRONT_RE = re.compile(r"(?:.{0,40}\s)?(?:agenda|cover|front sheet|contents|supplement)(?:\s.{0,60})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """The page of the file that a paper begins on, and the number and title of its item, as far as they are told."""

    page: int
    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Signs:
    """A file that may be a pack, with everything that tells of its papers."""

    pages: Sequence[Sheet]
    numbers: Numbers
    stamped: Mapping[int, str]
    outline: Sequence[OutlineEntry]
    agenda: Sequence[Entry]

    def page_of(self, number: int | None) -> int | None:
        """The page of the file that bears a number of the pack."""
        return self.numbers.page_of(number, len(self.pages)) if number is not None else None

    @property
    def agenda_end(self) -> int:
        """The last page that an entry of the agenda stands on, 0 where there is none."""
        return max((entry.page for entry in self.agenda), default=0)

    def title_of(self, number: str | None) -> str | None:
        """The title that the agenda gives for a number."""
        return next((entry.title for entry in self.agenda if entry.number == number), None) if number else None


def find_agenda(
    pages: Sequence[Sheet], numbers: Numbers, first_stamp: int, outline: Sequence[OutlineEntry]
) -> list[Entry]:
    """The entries of the agenda, which ends where the first of its papers begins, or a page has none of them."""
    front = pages[: min(first_stamp - 1, _FRONT)]
    first_agenda = next((sheet.number for sheet in front if has_agenda([sheet])), None)
    if first_agenda is None:
        return []
    told: list[Entry] = []
    for at in range(first_agenda, len(front) + 1):
        told = entries(front[:at])
        first = min((page for e in told if e.first and (page := numbers.page_of(e.first, len(pages)))), default=0)
        if first and at >= first - 1:
            return entries(front[: first - 1])
        if told and told[-1].page < at:
            break
    if first_stamp <= len(pages) or any(entry.first is not None for entry in told):
        return told
    end = min((entry.page for entry in outline if entry.page > first_agenda), default=len(front) + 1)
    return [entry for entry in told if entry.page < end]


def papers_level(outline: Sequence[OutlineEntry]) -> list[OutlineEntry]:
    """The outline without a lone root, its uppermost level as level 1."""
    top = min((entry.level for entry in outline), default=1)
    while sum(entry.level == top for entry in outline) == 1 and any(entry.level > top for entry in outline):
        outline = [entry for entry in outline if entry.level > top]
        top = min(entry.level for entry in outline)
    return [replace(entry, level=entry.level - top + 1) for entry in outline]


def find_starts(signs: Signs) -> list[Start]:
    """Where papers begin, by page; nothing where the signs are not enough for a signs.

    Enough are: two stamps of different items; an agenda with pages of which most are in the file; an outline of three
    places, of which two are on the agenda or are numbered 1; or two titles of the agenda on pages numbered 1.
    """
    found: dict[int, Start] = {}
    if len(set(signs.stamped.values())) > 1:
        found = _stamped(signs)
    referred = _referred(signs)
    if len(found) > 1 or _is_referring(signs, referred):
        _add(found, referred, signs)
    bookmarked = _bookmarked(signs)
    if found or _is_outlined(signs, bookmarked):
        _add(found, bookmarked, signs)
    titled = _titled(signs, found)
    if found or len(titled) > 1:
        _add(found, titled, signs)
    return [found[page] for page in sorted(found)]


def _stamped(signs: Signs) -> dict[int, Start]:
    """A start for each stamp that is not that of the stamped page before."""
    found: dict[int, Start] = {}
    before = None
    for page, number in sorted(signs.stamped.items()):
        if number != before:
            found[page] = Start(page, number, signs.title_of(number))
        before = number
    return found


def _referred(signs: Signs) -> list[Start]:
    """The papers that the agenda gives pages for, as far as they are in the file and behind the agenda."""
    last = signs.agenda_end
    placed = ((entry, signs.page_of(entry.first)) for entry in signs.agenda)
    return [Start(page, entry.number, entry.title) for entry, page in placed if page is not None and page > last]


def _is_referring(signs: Signs, referred: Sequence[Start]) -> bool:
    """Whether most of the pages that an agenda gives are in the file, in their order."""
    given = sum(entry.first is not None for entry in signs.agenda)
    in_order = all(one.page <= other.page for one, other in pairwise(referred))
    return bool(referred) and in_order and len(referred) >= _SHARE * given


def _bookmarked(signs: Signs) -> list[Start]:
    """The bookmarks of the uppermost level that lead to papers: not to the agenda, and not to appendices."""
    found = []
    for entry in signs.outline:
        is_other = is_appendix(entry.title) or _FRONT_RE.fullmatch(entry.title)
        if is_other or entry.level > 1 or entry.page <= max(signs.agenda_end, 1):
            continue
        number, title = split_title(entry.title)
        if number is None:  # "Minutes of 14 October" for the item "Minutes"
            number = next((e.number for e in signs.agenda if _is_called(title, e.title)), None)
        found.append(Start(entry.page, number, signs.title_of(number) or title))
    return found


def _is_outlined(signs: Signs, bookmarked: Sequence[Start]) -> bool:
    """Whether the bookmarks are those of a pack, and not the headings of an agenda or a long report."""
    listed = {entry.number for entry in signs.agenda}
    known = sum(start.number in listed for start in bookmarked if start.number is not None)
    begun = sum(own_number(signs.pages[start.page - 1], signs.numbers) == 1 for start in bookmarked[:_FRONT])
    enough = len({entry.page for entry in signs.outline}) >= _LEAST_PAGES
    return bool(signs.agenda) and enough and max(known, begun) > 1


def _is_called(bookmark: str, title: str) -> bool:
    """Whether a bookmark is the title of an item, or begins with it."""
    return f"{_fold(bookmark)} ".startswith(f"{_fold(title)} ")


def split_title(printed: str) -> tuple[str | None, str]:
    """The number and the title of a bookmark.

    >>> split_title("Item 5 - New depot"), split_title("6 Grants"), split_title("2026/27 budget")
    (('5', 'New depot'), ('6', 'Grants'), (None, '2026/27 budget'))
    """
    match = _NUMBERED_RE.match(printed)
    if match is None:
        return None, printed
    return (match["item"] or match["bare"]).lower().lstrip("0"), printed[match.end() :]


def _titled(signs: Signs, found: Mapping[int, Start]) -> list[Start]:
    """Pages numbered 1 by their paper that bear the title of an item whose paper is still to be found, in order."""
    missing = [e for e in signs.agenda if e.first is None and e.number not in {s.number for s in found.values()}]
    titles = {_fold(entry.title): entry for entry in missing if len(entry.title) > 4}
    starts: list[Start] = []
    for sheet in signs.pages[signs.agenda_end :] if titles else ():
        heads = (_fold(fragment.text) for fragment in sheet.fragments[:_HEAD])
        entry = next((titles[head] for head in heads if head in titles), None)
        if entry is not None and own_number(sheet, signs.numbers) == 1:
            del titles[_fold(entry.title)]
            starts.append(Start(sheet.number, entry.number, entry.title))
    return starts


def _add(found: dict[int, Start], more: Sequence[Start], signs: Signs) -> None:
    """Adds starts that are not known yet; a paper found by a surer sign keeps its pages, and takes what it lacks."""
    numbers = {start.number for start in found.values()}
    spans = [(signs.page_of(entry.first), signs.page_of(entry.last)) for entry in signs.agenda]
    for start in more:
        known = found.get(start.page)
        if known is not None:
            found[start.page] = Start(known.page, known.number or start.number, known.title or start.title)
        elif start.number is None and any(first < start.page <= last for first, last in spans if first and last):
            continue  # a bookmark for a part of a paper that the agenda gives these pages for
        elif start.number is None or start.number not in numbers:
            found[start.page] = start


def _fold(text: str) -> str:
    """A title as it is compared: lower case, plain quotes, single spaces, no closing punctuation."""
    plain = text.replace("’", "'").replace("‘", "'").replace("–", "-").casefold()
    return " ".join(plain.split()).strip(" :;.,-|")
