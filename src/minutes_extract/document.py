"""The two forms of a document: as the file gives it (`RawDocument`) and as it reads (`Document`).

    RawDocument   fragments, verbatim, in the order of reading, with what the format says of each
    Document      one canonical text, and blocks that partition it

The canonical text is the blocks' texts joined by single line feeds; no block holds a line feed. Every offset in the
program is a half-open range of code points of this text, and nothing after `layout` changes it.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class MediaType(StrEnum):
    """The formats that are read, by their registered names (IANA media types)."""

    PDF = "application/pdf"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"


class TextLayer(StrEnum):
    """Where a document's characters come from."""

    NATIVE = "native"
    OCR = "ocr"
    MIXED = "mixed"
    NONE = "none"


class Publisher(StrEnum):
    """The software that published a page, as far as its markup or wording tells."""

    MODERNGOV = "moderngov"
    CMIS = "cmis"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from. `path` is relative to the input folder, with `/`."""

    path: str
    sha256: str
    media_type: MediaType
    pages: int | None = None
    page_start: int | None = None
    page_end: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points, from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class FragmentKind(StrEnum):
    """What the format says a fragment is. Plain text only ever says `line`."""

    LINE = "line"  # a physical line, which may continue on the next
    PARAGRAPH = "paragraph"  # a whole paragraph, known as such by the format
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a table cell: table, row and column count from 0 within the document."""

    table: int
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text as the file gives it, verbatim; nothing inferred.

    `text` has no line terminator (inside a paragraph of a web page a forced break stays as a line feed). An empty
    `text` is a blank line, which plain text and Markdown keep. `label` is the list label that the format computes and
    the reader sees but the text does not hold (`<ol type="a">`, Word numbering). `level` is the heading level or the
    list depth, counted from 1. `box`, `size` (points) and `bold` where the format knows them. `confidence`: how
    sure of its least sure word an OCR engine was, from 0 to 1; None where the characters are the file's own.
    """

    text: str
    kind: FragmentKind = FragmentKind.LINE
    page: int | None = None
    level: int | None = None
    label: str | None = None
    cell: Cell | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: its title, the page of the file that it leads to (from 1), and its depth (from 1)."""

    title: str
    page: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running head or page foot that was taken out of the text; verbatim, with the page it stood on."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix inside a paper: its title where one is printed, its pages in the file, and whether it is withheld."""

    title: str | None
    page_start: int
    page_end: int
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What a pack says of a paper in it: the number and title of the agenda item that it is for, and its appendices."""

    number: str | None
    title: str | None
    appendices: tuple[Appendix, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A line of the agenda of a pack."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What a document that stands for a pack is known by: how many papers it has, and the items of its agenda."""

    papers: int
    agenda: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a loader makes of a file: its fragments and what the format says of the whole.

    `title` is the format's own (HTML `<title>`, PDF metadata). `problems` are things met while loading that a reader
    of the records should know ("page 3 has no text layer"), in a fixed wording. `outline` holds the bookmarks, and
    `page_layers` where the characters of each page come from (None: a blank page), where the format has pages.

    A pack is divided into its papers before it is arranged: the document that stands for it then has a `pack`, the
    others have a `paper`, and `furniture` is what the pack has printed on their pages.
    """

    source: Source
    fragments: tuple[Fragment, ...]
    title: str | None = None
    publisher: Publisher = Publisher.UNKNOWN
    text_layer: TextLayer = TextLayer.NATIVE
    problems: tuple[str, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    page_layers: tuple[TextLayer | None, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    pack: Pack | None = None
    paper: Paper | None = None


class BlockKind(StrEnum):
    """How a block reads."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"  # begins with a printed label or bullet
    FIELD = "field"  # "Label: value", or "Label:" alone
    TABLE_ROW = "table_row"  # cells joined by " | "


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of the canonical text, without line feeds.

    `label_end`: for a list item the end of its printed label (`text[start:label_end]` is `"(a)"`), for a field the end
    of its label with the colon (`"Decision Maker:"`), else `start`. `body_start`: where the words begin after label
    and white space. `indent` is the depth seen on the page (spaces, points or markup, brought to steps from 0), None
    where unknown. `gap` says that white space stood above the block on the page.
    """

    kind: BlockKind
    start: int
    end: int
    label_end: int
    body_start: int
    page: int | None = None
    level: int | None = None
    indent: int | None = None
    gap: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The stretch of canonical text that stands on one page; `number` counts from 1 in the file.

    `layer` says where its characters come from, where the format knows.
    """

    number: int
    start: int
    end: int
    layer: TextLayer | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of the canonical text that was read from a scan, and how sure its least sure word is, from 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: its place and its stretch of the canonical text."""

    row: int
    column: int
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells, row by row; `[start, end)` covers its `table_row` blocks."""

    start: int
    end: int
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class PageMark:
    """A printed page mark such as "Page 4 of 9": its number and, if printed, the total."""

    number: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it reads: canonical text and its structure.

    Invariants (tested on every sample): blocks are sorted and disjoint, and `text` is their texts joined by line
    feeds; pages are sorted and disjoint; table cells lie inside `table_row` blocks. `pack` and `paper` are those of
    the `RawDocument`.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    page_marks: tuple[PageMark, ...] = ()
    recognised: tuple[Recognised, ...] = ()
    title: str | None = None
    publisher: Publisher = Publisher.UNKNOWN
    text_layer: TextLayer = TextLayer.NATIVE
    problems: tuple[str, ...] = field(default=())
    pack: Pack | None = None
    paper: Paper | None = None

    def page_of(self, offset: int) -> int | None:
        """The number of the page that `text[offset]` stands on, None where the format has no pages."""
        return next((page.number for page in self.pages if page.start <= offset <= page.end), None)

    def missing_page_marks(self) -> tuple[int, ...]:
        """Numbers that the printed page marks leave out: marks 1, 2, 3, 5 of 5 leave out 4."""
        totals = [mark.total for mark in self.page_marks if mark.total is not None]
        if not totals:
            return ()
        seen = {mark.number for mark in self.page_marks}
        return tuple(number for number in range(1, max(totals) + 1) if number not in seen)
