"""The agenda at the front of a pack: its numbered items, and the pages of the pack that they refer to.

5.  Children's homes (Pages 37 - 42)
6   Community grants          43 - 50        under a column "Pages"
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from minutes_extract.document import Fragment
from minutes_extract.layout.stamps import STAMP_RE, Sheet

AGENDA_RE = re.compile(
    r"(?:.{0,40}\W)?a\s?g\s?e\s?n\s?d\s?a(?!\s+item)(?:\W.{0,40})?|.*\bpublic document pack\b.*|.*\bagenda pack\b.*",
    re.IGNORECASE,
)
_HEADING_RE = re.compile(r"(?:\d+\W*)?a\s?g\s?e\s?n\s?d\s?a(?:\s*[-–:].{0,40}|\s+part.{0,30})?", re.IGNORECASE)
# 5. Title · 5 Title · 5a) Title · Item 5 Title · (a) Title
_ITEM_RE = re.compile(
    r"(?i:(?:agenda\s+)?item\s+(?:no\.?\s*)?)?(?P<number>\d{1,3}[a-z]?|\([a-z]\)|\d{1,3}\.\d{1,2})[.):]?\s+"
    r"(?P<title>[A-Z“‘\"'(£0-9].*)"
)
# (Pages 37 - 42) · (Page 37) · Pages 37 to 42, where no sentence ends with them
_PAGES_RE = re.compile(
    r"\(\s*(?i:pages?)\s*:?\s*(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?\s*\)\s*$"
    r"|(?:^|(?<=\s))(?:Pages|PAGES)\s*:?\s*(?P<from>\d{1,4})\s*(?:[-–—]|to)\s*(?P<to>\d{1,4})\s*$"
)
# 37 - 42 · 37: under a column head
_COLUMN_RE = re.compile(r"(?:^|\s)(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?(?P<from>)(?P<to>)\s*$")
_COLUMN_HEAD_RE = re.compile(r"(?:.*\s)?pages?(?:\s+(?:no\.?|nos\.?|numbers?))?\.?", re.IGNORECASE)
# Lines below a title that are none of it.
_ABOUT_RE = re.compile(
    r"(?:the )?(?:joint )?reports? (?:of|by|from)\b"
    r"|to (?:consider|receive|approve|note|agree|confirm|sign|elect|appoint)\b"
    r"|(?:cabinet|executive|lead) (?:member|councillor)|portfolio|contact\b|key decision|this (?:is|item|report)\b"
    r"|members? |wards?\b|exempt|\W*(?:report|copy|papers?) (?:attached|herewith|to follow)|attached|enclosed",
    re.IGNORECASE,
)
# "10 December 2025" is no item.
_MONTH_RE = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_STEP = 10  # numbers that an agenda may leave out
_BELOW = 4  # lines below a number among which its pages stand
_LONGEST = 300
_LEVEL = 3.0  # points between the tops of fragments on one line


@dataclass(slots=True)
class Entry:
    """A line of the agenda: the item's number and title, and the first and last page printed for it."""

    number: str | None
    title: str
    page: int
    first: int | None = None
    last: int | None = None
    below: list[str] = field(default_factory=list)


def has_agenda(pages: Iterable[Sheet]) -> bool:
    """Whether a short line of these pages says that they are an agenda, or the cover of a pack."""
    texts = (f.text.strip() for sheet in pages for f in sheet.fragments)
    return any(len(text) <= 100 and AGENDA_RE.fullmatch(text) and not STAMP_RE.fullmatch(text) for text in texts)


def entries(pages: Sequence[Sheet]) -> list[Entry]:
    """The entries of an agenda on the first pages of a file, in order; those above its heading are none."""
    found: list[Entry] = []
    begun = not any(_is_heading(row) for sheet in pages for row in _rows(sheet))
    for sheet in pages:
        has_column = any(_COLUMN_HEAD_RE.fullmatch(row) and len(row) < 40 for row in _rows(sheet))
        for row in _rows(sheet):
            if not begun:
                begun = _is_heading(row)
            elif len(row) <= _LONGEST:
                _read(row, sheet.number, found, has_column)
    return [_closed(entry) for entry in found]


def _is_heading(row: str) -> bool:
    return _HEADING_RE.fullmatch(row) is not None


def _read(row: str, page: int, found: list[Entry], has_column: bool) -> None:
    """Adds a line to the entries: a new one, pages for the one above, or a line below its title."""
    reference = _PAGES_RE.search(row) or (_COLUMN_RE.search(row) if has_column else None)
    words = row[: reference.start()].rstrip(" .…|\t") if reference else row
    item = _ITEM_RE.fullmatch(words)
    number = _next_number(item["number"], found) if item and not _MONTH_RE.match(item["title"]) else None
    if item and number:
        found.append(Entry(number, item["title"], page))
    elif not found or (reference and found[-1].first is not None and words):
        if reference and words:
            found.append(Entry(None, words, page))
    elif found[-1].first is None and len(found[-1].below) < _BELOW:
        if reference and not any(map(_is_about, found[-1].below)) and not _is_about(words):
            found[-1].title = " ".join(filter(None, (found[-1].title, *found[-1].below, words)))
            found[-1].below.clear()
        elif words:
            found[-1].below.append(words)
    if reference and found and found[-1].first is None and len(found[-1].below) < _BELOW:
        first = reference["first"] or reference["from"]
        found[-1].first, found[-1].last = int(first), int(reference["last"] or reference["to"] or first)


def _next_number(printed: str, found: Sequence[Entry]) -> str | None:
    """A number as the item's, if it counts on from those above: "(a)" under 3 is "3(a)"."""
    numbered = next((entry.number for entry in reversed(found) if entry.number), None)
    if not printed[0].isdigit():
        return f"{numbered.partition('(')[0]}{printed.lower()}" if numbered else None
    number = printed.lower().lstrip("0") or "0"
    if numbered is None:
        return number
    step = _ordinal(number) - _ordinal(numbered)
    return number if 0 < step <= _STEP else None


def _ordinal(number: str) -> float:
    """Where a number stands among the others: 3, 3(a), 3a, 3.1, 4."""
    whole, rest = re.match(r"(\d+)(.*)", number, re.DOTALL).groups()  # type: ignore[union-attr]
    if not rest or rest[0] == "(":
        return int(whole)
    if rest[0] == ".":
        return int(whole) + int(rest[1:]) / 100
    return int(whole) + (ord(rest[0]) - 96) / 100


def _is_about(words: str) -> bool:
    """Whether a line tells about an item and is not its title."""
    return words.endswith((".", ":", ";")) or _ABOUT_RE.match(words) is not None


def _closed(entry: Entry) -> Entry:
    """An entry whose title takes in the lines below that run on in lower case: "Grants to the" / "villages"."""
    title = entry.title
    for words in entry.below:
        if not words[0].islower() or _is_about(words) or title.endswith("."):
            break
        title = f"{title} {words}"
    entry.title = title.strip(" .|")
    return entry


def _rows(sheet: Sheet) -> Iterator[str]:
    """The lines of a page; the cells of a row, and fragments side by side, are one line."""
    row: list[Fragment] = []
    for fragment in sheet.fragments:
        if row and not _is_beside(row[-1], fragment):
            yield _joined(row)
            row = []
        row.append(fragment)
    if row:
        yield _joined(row)


def _is_beside(one: Fragment, other: Fragment) -> bool:
    if one.cell is not None and other.cell is not None:
        return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
    if one.cell is not None or other.cell is not None or one.box is None or other.box is None:
        return False
    return abs(one.box.top - other.box.top) < _LEVEL and other.box.x0 >= one.box.x1


def _joined(row: Sequence[Fragment]) -> str:
    return " ".join(" ".join(f.text.split()) for f in row if f.text.strip())
