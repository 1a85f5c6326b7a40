r"""Markdown (CommonMark with GitHub's tables and front matter): lines as in text, but what is only markup is taken out.

    ## 4.1&nbsp;&nbsp;Consent      heading, level 2: "4.1  Consent" (with its no-break spaces)
    3. To note the report          list item, label "3." as written; `-`, `*` and `+` are the label "•"
    | Yeas | Absent |              cells, where a delimiter row `|---|---|` follows
    **RESOLVED**                   a line, bold
    1\. Apologies                  a line: "1. Apologies", the escape is markup

Blank lines stay as blank fragments; rules (`---`) and fences become blank. Numbers stay as written and are not counted
anew: converters write the number that stood in the source. Front matter is metadata: its title and url are kept.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from minutes_extract.document import Cell, Fragment, FragmentKind, MediaType, RawDocument
from minutes_extract.loaders.emphasis import parse_inline
from minutes_extract.loaders.source import source_of
from minutes_extract.loaders.text import BLANK, text_lines

_QUOTE_RE = re.compile(r"(?: {0,3}+>[ \t]?+)++")
_CALLOUT_RE = re.compile(r"\[!\w++\][+-]?[ \t]*+")  # > [!abstract]- Present:
_FENCE_RE = re.compile(r" {0,3}+(?:```|~~~)")
_RULE_RE = re.compile(r" {0,3}+(?:-[ \t]*+){3,}+$| {0,3}+(?:\*[ \t]*+){3,}+$| {0,3}+(?:_[ \t]*+){3,}+$")
_UNDERLINE_RE = re.compile(r" {0,3}+(?:=++|-{2,}+)[ \t]*+$")  # the second line of "Minutes\n======="
_HEADING_RE = re.compile(r" {0,3}+(?P<marks>#{1,6})(?:[ \t]++(?P<words>.*)|$)")
_HEADING_END_RE = re.compile(r"(?:^|(?<=[ \t]))#++[ \t]*$")
_ITEM_RE = re.compile(r"(?P<indent>[ \t]*+)(?:[-*+]|(?P<number>\d{1,9}[.)]))[ \t]++(?=\S)")
_DELIMITER_RE = re.compile(r"[ \t]*+\|?+(?:[ \t]*+:?+-++:?+[ \t]*+\|)*+(?:[ \t]*+:?+-++:?+[ \t]*+)?+$")
_PIPE_RE = re.compile(r"(?<!\\)\|")
_FRONT_MATTER_END = ("---", "...")
_PROPERTY_RE = re.compile(r"(?P<key>\w++)[ \t]*+:[ \t]*+(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)[ \t]*$")


def load_markdown(data: bytes, name: str) -> RawDocument:
    """Read Markdown. Raises `OversizedSource` as `load_text` does."""
    lines = text_lines(data, name)
    start, properties = _front_matter(lines)
    fragments = tuple(_Reader(lines[start:]).fragments())
    source = source_of(data, name, MediaType.MARKDOWN, url=properties.get("url"))
    return RawDocument(source=source, fragments=fragments, title=properties.get("title") or None)


def _front_matter(lines: list[str]) -> tuple[int, dict[str, str]]:
    """The first line after front matter, and the front matter's plain properties."""
    if not lines or lines[0].rstrip() != "---" or len(lines) < 2 or not _PROPERTY_RE.match(lines[1]):
        return 0, {}
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in _FRONT_MATTER_END), None)
    if end is None:
        return 0, {}
    found = (_PROPERTY_RE.match(line) for line in lines[1:end])
    return end + 1, {match["key"].lower(): match["value"] for match in found if match}


class _Reader:
    """Walks the lines once, keeping the depth of lists and the count of tables."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = [_unquoted(line) for line in lines]
        self.indents: list[int] = []  # of the open lists' markers
        self.table = -1
        self.row = -1  # of the open table, else -1
        self.fenced = False

    def fragments(self) -> Iterator[Fragment]:
        underlined = _underlined(self.lines)
        for at, line in enumerate(self.lines):
            if _FENCE_RE.match(line):
                self.fenced = not self.fenced
                yield BLANK
            elif self.fenced:
                yield Fragment(line) if line else BLANK
            elif at in underlined:
                yield _heading(line, 1 if self.lines[at + 1].lstrip().startswith("=") else 2)
            elif at - 1 not in underlined:
                yield from self._row(at, line) or (self._line(line),)

    def _row(self, at: int, line: str) -> tuple[Fragment, ...]:
        """The cells of a table's row; nothing where no table is open and none begins."""
        if self.row < 0:
            if not _is_header(line, self.lines[at + 1] if at + 1 < len(self.lines) else ""):
                return ()
            self.table += 1
            self.row = 0
        elif self.row == 0:  # the delimiter row
            self.row = 1
            return (BLANK,)
        elif "|" not in line:
            self.row = -1
            return ()
        else:
            self.row += 1
        row, header = max(self.row - 1, 0), self.row == 0
        return tuple(_cell(text, Cell(self.table, row, column, header)) for column, text in enumerate(_cells(line)))

    def _line(self, line: str) -> Fragment:
        if not line.strip() or _RULE_RE.match(line):
            return BLANK
        heading = _HEADING_RE.match(line)
        if heading:
            self.indents.clear()
            return _heading(_HEADING_END_RE.sub("", heading["words"] or ""), len(heading["marks"]))
        item = _ITEM_RE.match(line)
        if item:
            text, bold = parse_inline(line[item.end() :])
            level = self._level(len(item["indent"].expandtabs(4)))
            label = item["number"] or "•"
            return Fragment(text, FragmentKind.LIST_ITEM, level=level, label=label, bold=bold)
        if not line[0].isspace():
            self.indents.clear()
        text, bold = parse_inline(line)
        return Fragment(text, bold=bold)

    def _level(self, indent: int) -> int:
        """The depth of a list by the indent of its marker: two columns further in is a list within."""
        while self.indents and indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or indent >= self.indents[-1] + 2:
            self.indents.append(indent)
        return len(self.indents)


def _unquoted(line: str) -> str:
    """Without the marks of a block quotation, and without the sign of a call-out."""
    quote = _QUOTE_RE.match(line)
    if not quote:
        return line
    line = line[quote.end() :]
    return _CALLOUT_RE.sub("", line, count=1) if line.startswith("[!") else line


def _underlined(lines: list[str]) -> frozenset[int]:
    """Lines that are headings because a line of `=` or `-` follows: one line alone, or it would be a rule."""
    found = set()
    before = ""
    for at, (line, after) in enumerate(pairwise(lines)):
        is_words = line.strip() and not _RULE_RE.match(line) and not _HEADING_RE.match(line) and "|" not in line
        if is_words and not before.strip() and after and _UNDERLINE_RE.match(after):
            found.add(at)
        before = line
    return frozenset(found)


def _heading(words: str, level: int) -> Fragment:
    text, bold = parse_inline(words.strip(" \t"))
    return Fragment(text, FragmentKind.HEADING, level=level, bold=bold)


def _is_header(line: str, after: str) -> bool:
    """A row of a table's head: the next line is a delimiter row of as many cells."""
    if "|" not in line or "|" not in after or "-" not in after or not _DELIMITER_RE.match(after):
        return False
    return len(_cells(line)) == len(_cells(after))


def _cells(line: str) -> list[str]:
    line = line.strip(" \t").removeprefix("|")
    return [cell.strip(" \t") for cell in _PIPE_RE.split(line[:-1] if line.endswith("|") else line)]


def _cell(words: str, cell: Cell) -> Fragment:
    text, bold = parse_inline(words)
    return Fragment(text, FragmentKind.CELL, cell=cell, bold=bold)
