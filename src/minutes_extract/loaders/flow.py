"""A web page as it is read: elements → fragments, in the order of reading.

Each block of text is a fragment; a forced break (`<br>`) stays as a line feed, two of them end the paragraph. White
space collapses as browsers do it: no-break spaces stay. A list item has the label that the browser shows.

In a table every fragment has its `cell`; `cells` says which are of kind CELL.
"""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from minutes_extract.document import Cell, Fragment, FragmentKind
from minutes_extract.errors import OversizedSource
from minutes_extract.loaders.cells import cell_fragments
from minutes_extract.loaders.chrome import is_chrome, is_foot, is_headed, is_menu, panels
from minutes_extract.loaders.lists import ListContext, is_bare_list
from minutes_extract.loaders.source import MAX_FRAGMENTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD_TAGS = frozenset({"b", "strong"})
_BOLD_STYLE_RE = re.compile(r"font-weight\s*+:\s*+(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE_RE = re.compile(r"[ \t\n\r\f]++")
_AROUND_BREAK_RE = re.compile(r" ?\x0b ?")
_PARAGRAPH_BREAK_RE = re.compile(r"\x0b[\x0b\s]*\x0b")
_BREAK = "\x0b"  # a forced break while white space collapses
_MAX_COLUMNS = 5000
_MAX_SPAN = 1000  # HTML Living Standard, 4.9.11: larger colspan counts as 1000


@dataclass(slots=True)
class _TableContext:
    """An open table: where the next cell stands, and which places cells from rows above reach down to."""

    number: int
    row: int = -1
    column: int = 0
    reach: dict[int, int] = field(default_factory=dict)  # column → last row taken
    in_head: bool = False

    def place(self, element: "HtmlElement") -> Cell:
        while self.reach.get(self.column, -1) >= self.row:
            self.column += 1
        column = self.column
        if column >= _MAX_COLUMNS:  # a broken table: what follows stands in the last column
            return Cell(self.number, max(self.row, 0), _MAX_COLUMNS, element.tag == "th" or self.in_head)
        last_row = self.row + _span(element.get("rowspan"), 65534) - 1
        for taken in range(column, column + _span(element.get("colspan"), _MAX_SPAN)):
            self.reach[taken] = last_row
            self.column += 1
        return Cell(self.number, max(self.row, 0), column, element.tag == "th" or self.in_head)


@dataclass(slots=True)
class _Item:
    """An open list item: its label waits for the first words."""

    label: str | None
    level: int
    waits: bool = True


class Flow:
    """Walks a page's elements once, without recursion; `fragments` fills up."""

    def __init__(self, root: "HtmlElement", name: str) -> None:
        self.root = root
        self.name = name
        self.fragments: list[Fragment] = []
        self._opened = panels(root)
        self._above = is_headed(root)  # the first heading is still to come
        self._parts: list[str] = []
        self._plain = False  # words outside of bold since the last block
        self._bold = 0
        self._preformatted = 0
        self._headings: list[int] = []
        self._lists: list[ListContext] = []
        self._items: list[_Item] = []
        self._tables: list[_TableContext] = []
        self._cells: list[tuple[Cell, int, int]] = []  # place, first fragment, open items outside
        self._count = 0

    def walk(self) -> tuple[Fragment, ...]:
        """The fragments of the page. Raises `OversizedSource` past `MAX_FRAGMENTS`."""
        from lxml import etree

        walker = etree.iterwalk(self.root, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in walker:
            if event == "start":
                if self._is_left_out(element):
                    skipped = element
                    walker.skip_subtree()
                    continue
                self._start(element)
                self._words(element.text)
                continue
            if skipped is not None and element is skipped:
                skipped = None
                self._break(element)
            else:
                self._end(element)
            self._words(element.tail)
        self._flush()
        return tuple(self.fragments)

    def _is_left_out(self, element: "HtmlElement") -> bool:
        if is_chrome(element, self._opened) or (self._above and is_menu(element)) or is_foot(element):
            return True
        self._above = self._above and element.tag not in _HEADINGS
        return False

    def _break(self, element: "HtmlElement") -> None:
        """What is left out parts the text around it as it would on the page."""
        if element.tag in _BLOCKS:
            self._flush()

    def _words(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            text = text.replace("\r\n", "\n").replace("\n", _BREAK)
        self._parts.append(text)
        if not self._bold and text.strip():
            self._plain = True

    def _start(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag == "br":
            self._parts.append(_BREAK)
        if is_bold(element):
            self._bold += 1
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in _HEADINGS:
            self._headings.append(int(tag[1]))
        elif tag == "pre":
            self._preformatted += 1
        elif tag in _LISTS:
            self._lists.append(ListContext.of(element))
        elif tag == "li":
            label = self._lists[-1].label_of(element) if self._lists else None
            self._items.append(_Item(label, max(len(self._lists), 1), waits=not is_bare_list(element)))
        else:
            self._start_table_part(element)

    def _start_table_part(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag == "table":
            self._tables.append(_TableContext(self._count))
            self._count += 1
        elif self._tables and tag in {"thead", "tbody", "tfoot"}:
            self._tables[-1].in_head = tag == "thead"
        elif self._tables and tag == "tr":
            self._tables[-1].row += 1
            self._tables[-1].column = 0
        elif self._tables and tag in {"td", "th"}:
            place = self._tables[-1].place(element)
            self._cells.append((place, len(self.fragments), len(self._items)))

    def _end(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._end_block(tag)
        if is_bold(element):
            self._bold -= 1

    def _end_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._headings.pop()
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._items.pop()
        elif tag == "table":
            self._tables.pop()
        elif tag in {"td", "th"} and self._tables:
            self._end_cell()

    def _end_cell(self) -> None:
        place, first, _ = self._cells.pop()
        self.fragments[first:] = cell_fragments(self.fragments[first:], place)

    def _flush(self) -> None:
        """Ends the block of text that is open, if any."""
        if not self._parts:
            return
        text = _AROUND_BREAK_RE.sub(_BREAK, _SPACE_RE.sub(" ", "".join(self._parts)))
        bold = not self._plain
        self._parts.clear()
        self._plain = False
        for paragraph in _PARAGRAPH_BREAK_RE.split(text):
            words = paragraph.strip(" \x0b").replace(_BREAK, "\n")
            if words.strip():
                self._add(Fragment(words, bold=bold))
        if len(self.fragments) > MAX_FRAGMENTS:
            problem = f"the page has more than {MAX_FRAGMENTS:,} blocks of text"
            raise OversizedSource(self.name, problem, "split it into smaller documents")

    def _add(self, fragment: Fragment) -> None:
        """Gives the fragment its kind: of the heading, the list item or the cell that it stands in."""
        cell, _, outer_items = self._cells[-1] if self._cells else (None, 0, 0)
        items = self._items[outer_items:]
        for item in items[:-1]:
            if item.waits and item.label:  # <li><ol><li>words: the outer label stands alone
                self.fragments.append(_item_fragment(Fragment("", cell=cell), item))
            item.waits = False
        if self._headings:
            label = items[-1].label if items and items[-1].waits else None
            level = self._headings[-1]
            fragment = replace(fragment, kind=FragmentKind.HEADING, level=level, label=label, cell=cell)
        elif items and items[-1].waits:
            fragment = _item_fragment(replace(fragment, cell=cell), items[-1])
        else:
            depth = items[-1].level if items else None
            fragment = replace(fragment, kind=FragmentKind.PARAGRAPH, level=depth, cell=cell)
        if items:
            items[-1].waits = False
        self.fragments.append(fragment)


def is_bold(element: "HtmlElement") -> bool:
    """Whether the element makes its words bold, by its tag or its own style."""
    return element.tag in _BOLD_TAGS or _BOLD_STYLE_RE.search(element.get("style") or "") is not None


def _item_fragment(fragment: Fragment, item: _Item) -> Fragment:
    return replace(fragment, kind=FragmentKind.LIST_ITEM, label=item.label, level=item.level)


def _span(value: str | None, most: int) -> int:
    """The number of a `colspan` or `rowspan`; 1 where it is none."""
    digits = (value or "").strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        return 1
    return min(max(int(digits), 1), most)
