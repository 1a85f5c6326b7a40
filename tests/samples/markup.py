"""The plain text that printed samples are made from, and how it is read.

    title: Cabinet, 17 June 2025     settings, one a line, down to the first blank line
    # Heading      ## Lower heading
    ^ Centred line      > Line at the right
        (1)  A list item: label, two spaces or more, words; four spaces deeper for each level
    | a cell | another |             a ruled table, one line a row; `|---|---:|` under its head says which side
    <<page>>  <<space: 20>>          a new page, white space in points
    <<number: 4>>                    a new page that counts on from 4
    <<paper: Agenda Item 5; Depot>>  a new paper of a pack: its stamp and its bookmark
    <<appendix: Appendix 1; turned>> a new page with a bookmark below that of the paper; `turned`: lying on its side;
                                     `scanned`: without page numbers of its own
    <<scan: words of a page>>        a picture of words that fills a page
    <<withheld: 12>>                 the page of this paper stands for 12 numbers of the pack

Blank lines part the blocks; lines of one block are joined. `**bold**`, `*italic*`, and `\\-` where a word may break.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_DIRECTIVE_RE = re.compile(r"<<(?P<name>\w+)(?::\s*(?P<argument>[^>]*))?>>")
_ITEM_RE = re.compile(  # (iv)  12.  a)  •  2.1
    r"""(?P<space>\s*)
    (?P<label> \([a-z0-9]{1,4}\) | [A-Za-z0-9.]{1,6}[.)] | • | \d+(?:\.\d+)+ )
    \s{2,}(?P<words>\S.*)""",
    re.VERBOSE,
)
_MARKS = {"#": "heading", "^": "centred", ">": "right"}


class Kind(StrEnum):
    """What a block of the source is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CENTRED = "centred"
    RIGHT = "right"
    ITEM = "item"
    TABLE = "table"
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the source: its words, and what its kind needs besides.

    `level` is a heading's rank or an item's depth, `label` an item's label or a directive's name. Rows of a table
    hold their cells; `numeric` names the columns that stand at the right.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    has_head: bool = False
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A source as it was read: its settings and its blocks."""

    settings: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def parse(text: str) -> Manuscript:
    """Read a source. Raises `ValueError` on settings without a colon."""
    head, _, body = text.partition("\n\n")
    settings = {}
    for line in head.splitlines():
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"a setting needs a colon: {line!r}")
        settings[name.strip()] = value.strip()
    chunks = (chunk.strip("\n") for chunk in re.split(r"\n\s*\n", body))
    return Manuscript(settings, tuple(_block(chunk) for chunk in chunks if chunk.strip()))


def _block(chunk: str) -> Block:
    if chunk.startswith("|"):
        return _table(chunk.splitlines())
    if directive := _DIRECTIVE_RE.fullmatch(chunk.strip()):
        return Block(Kind.DIRECTIVE, text=directive["argument"] or "", label=directive["name"])
    words = " ".join(line.strip() for line in chunk.splitlines())
    first = chunk.split("\n", 1)[0]
    if item := _ITEM_RE.match(first):
        text = words[len(first.strip()) - len(item["words"]) :]
        return Block(Kind.ITEM, text, level=len(item["space"]) // 4, label=item["label"])
    mark, _, rest = words.partition(" ")
    if mark and mark[0] in _MARKS and set(mark) == {mark[0]}:
        return Block(Kind(_MARKS[mark[0]]), rest, level=len(mark))
    return Block(Kind.PARAGRAPH, words)


def _table(lines: list[str]) -> Block:
    rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines]
    has_head = len(rows) > 1 and all(set(cell) <= {"-", ":"} and cell for cell in rows[1])
    numeric = frozenset(place for place, cell in enumerate(rows[1]) if cell.endswith(":")) if has_head else frozenset()
    if has_head:
        del rows[1]
    return Block(Kind.TABLE, rows=tuple(rows), has_head=has_head, numeric=numeric)
