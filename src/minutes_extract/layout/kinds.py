"""What each passage is: heading, list item, label line or paragraph."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_extract.document import BlockKind, FragmentKind
from minutes_extract.layout.labels import field_label, is_lead_in
from minutes_extract.layout.lines import Line
from minutes_extract.layout.passages import Passage
from minutes_extract.layout.signs import is_capitals, is_open
from minutes_extract.layout.tables import Row

_TITLE_WORDS = 14
_SPACED = 4  # white space parts a page where one block in so many has some above it
_TITLE_LENGTH = 110
_LABEL_WORDS = 4  # a line so short may stand above a short text: "Purpose"
_PROSE = 60  # characters from which what stands below a short line is its text
_OF_DECISIONS_RE = re.compile(
    r"(?:decision|minutes|purpose|is |report|status|meeting|issue|ref|summary)", re.IGNORECASE
)
# "Cllr Marsh - leave", "There were no declarations", "All in favour": short, and no titles.
_STATEMENT_RE = re.compile(
    r"(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|report of|present|signed|dated|there|all|that|it|no|none|to|i|we)\b"
    r"|(?:this|these|they)\b|.*\b(?:is|are|was|were|has|had|have|will|be|been|agreed|noted|resolved|decided|to$|that$)",
    re.IGNORECASE,
)
_VOTE_RE = re.compile(r"(?:motion|proposed|seconded|moved|carried|lost|vote)\b", re.IGNORECASE)
_FIGURES_RE = re.compile(r"£|\d{3}")


def classify(elements: Sequence[Passage | Row]) -> list[BlockKind]:
    """The kind of each element."""
    look = _look(elements)
    kinds = []
    for at, element in enumerate(elements):
        below = elements[at + 1] if at + 1 < len(elements) else None
        kinds.append(BlockKind.TABLE_ROW if isinstance(element, Row) else _kind(element, below, look))
    return kinds


@dataclass(frozen=True, slots=True)
class _Look:
    """How a document is set: the size of type that most of it has (0 if unknown), and whether white space parts it."""

    size: float
    spaced: bool


def _look(elements: Sequence[Passage | Row]) -> _Look:
    """How a document is set."""
    sizes: Counter[float] = Counter()
    for element in elements:
        lines = element.lines if isinstance(element, Passage) else [element.first]
        for line in lines:
            if line.size is not None:
                sizes[line.size] += len(line.text)
    size = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else 0.0
    gaps = sum(isinstance(e, Passage) and e.first.blanks > 0 for e in elements)
    return _Look(size, gaps * _SPACED >= len(elements))


def _kind(passage: Passage, below: Passage | Row | None, look: _Look) -> BlockKind:
    """The kind of a passage, from what the format says, its own look, and what stands below it."""
    first = passage.first
    if first.kind is FragmentKind.HEADING:
        return BlockKind.HEADING
    is_field = field_label(first.text) > 0
    titled = not is_field and _may_be_title(passage)
    if titled and (is_capitals(first.body) or first.bold or (first.size or 0.0) >= 1.15 * look.size > 0):
        return BlockKind.HEADING
    if first.label_end or first.kind is FragmentKind.LIST_ITEM:
        return BlockKind.LIST_ITEM
    if is_field:
        return BlockKind.FIELD
    apart = first.blanks > 0 or not look.spaced
    if titled and len(passage.lines) == 1 and apart and _heads(first, below):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _may_be_title(passage: Passage) -> bool:
    """Whether a passage is short, begins as titles do and has no end mark."""
    first, last = passage.first, passage.last
    body = first.body
    if not body or len(passage.lines) > 3 or sum(len(line.text) for line in passage.lines) > 3 * _TITLE_LENGTH:
        return False
    if (first.numeral is not None and first.numeral.is_bullet) or "£" in body or _VOTE_RE.match(body):
        return False
    starts = body[0].isupper() or body[0].isdigit()
    longest = 3 * _TITLE_WORDS if is_capitals(body) and not body.startswith(("THAT ", "TO ")) else _TITLE_WORDS
    return starts and last.text[-1] not in ".;:,|-–" and not is_lead_in(body) and len(body.split()) <= longest


def _heads(line: Line, below: Passage | Row | None) -> bool:
    """Whether a short line stands above text of its own."""
    if (
        not isinstance(below, Passage)
        or len(line.text) > _TITLE_LENGTH
        or _FIGURES_RE.search(line.text)
        or _STATEMENT_RE.match(line.text)
    ):
        return False
    if is_open(line.text) or not line.text[0].isupper():
        return False
    length = sum(len(part.text) for part in below.lines)
    if field_label(below.first.text):
        return line.blanks > 0 and any(_OF_DECISIONS_RE.match(text) for text in (line.text, below.first.text))
    words = len(line.text.split())
    if words <= _LABEL_WORDS and below.first.blanks and below.first.text[0].isalpha() and length >= 3 * len(line.text):
        return True
    return below.first.label_end > 0 or length > _PROSE or below.last.text[-1] in ".:"
