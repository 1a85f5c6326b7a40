"""Pieces of text on a page, and the rows they make up.

A piece is what pdfium gives as one line: it ends where the file moves on, which may be in mid-row (a raised "th", the
next column). A row is what a reader sees as one line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutes_extract.document import Box

_MARKS = {0x00: None, 0x02: "-", 0xFFFE: "-", 0xFFFF: None}  # U+FFFE is pdfium's hyphen at a line's end
_MARKS_RE = re.compile("[\x00\x02\ufffe\uffff]")
_OVERLAP = 0.5  # of the lower piece's height, for two pieces to stand in one row
_WORD_GAP = 0.15  # of the size: pieces nearer than this are parts of a word
_RAISED_GAP = 0.25  # of the size: a raised "th" this near belongs to the figure before it
_TAB_GAP = 4.0  # of the size: wider white space divides the cells of a table without rulings


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one base line. Points from the top left; `top` and `bottom` are those of its type size.

    `edges` are the left and right edges of its characters, where they were looked up; `stretches` the parts between
    wide gaps. `confidence` is that of the least sure word, where a scan was read.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    start: int = 0  # of its characters on the page
    edges: tuple[tuple[float, float], ...] = ()
    stretches: tuple[tuple[float, float], ...] = ()
    steps_back: bool = False  # whether pdfium's line goes back to the left
    confidence: float | None = None

    @property
    def box(self) -> Box:
        """The rectangle, to a hundredth of a point."""
        return Box(round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2))


def shown(text: str) -> str:
    r"""The characters that a reader sees: pdfium's own marks taken back.

    >>> shown("inde\ufffe")
    'inde-'
    """
    return text.translate(_MARKS) if _MARKS_RE.search(text) else text


def is_in_row(piece: Piece, row: Piece) -> bool:
    """Whether two pieces share a row: they overlap by half the height of the smaller."""
    overlap = min(piece.bottom, row.bottom) - max(piece.top, row.top)
    return overlap >= _OVERLAP * min(piece.bottom - piece.top, row.bottom - row.top)


def rows(pieces: Iterable[Piece]) -> list[Piece]:
    """The rows of a column, from top to bottom; a row's pieces are joined from left to right."""
    pieces = list(pieces)
    if len(pieces) < 2:
        return pieces
    groups: list[list[Piece]] = []
    measures: list[Piece] = []  # of each group its largest piece: a raised figure comes before its row
    for piece in sorted(pieces, key=lambda piece: (piece.bottom, piece.x0, piece.start)):
        near = range(len(groups) - 1, max(len(groups) - 4, -1), -1)
        at = next((at for at in near if is_in_row(piece, measures[at])), None)
        if at is None:
            groups.append([piece])
            measures.append(piece)
            continue
        groups[at].append(piece)
        if piece.size > measures[at].size:
            measures[at] = piece
    found = [row for group in groups for row in _joined(group)]
    return sorted(found, key=lambda row: (row.bottom, row.x0))


def least_sure(pieces: Iterable[Piece]) -> float | None:
    """The lowest confidence among pieces, None where none was read from a scan."""
    return min((piece.confidence for piece in pieces if piece.confidence is not None), default=None)


def _joined(group: Sequence[Piece]) -> list[Piece]:
    """One piece of a row's pieces; what is printed over another piece stays apart."""
    if len(group) == 1:
        return list(group)
    line: Piece | None = None
    apart: list[Piece] = []
    for piece in sorted(group, key=lambda piece: (piece.x0, piece.start)):
        if line is None:
            line = piece
        elif piece.x0 >= line.x1 - 0.3 * piece.size:
            line = _appended(line, piece)
        elif piece.x1 <= line.x1 + piece.size and piece.size < 0.85 * line.size and line.edges:
            line = _inserted(line, piece)
        else:
            apart.append(piece)
    return [*([line] if line else []), *apart]


def _appended(line: Piece, piece: Piece) -> Piece:
    gap = piece.x0 - line.x1
    size = max(line.size, piece.size)
    between = "\t" if gap > _TAB_GAP * size else " " if gap > _WORD_GAP * size else ""
    if line.text.endswith((" ", "\t")) or piece.text.startswith((" ", "\t")):
        between = "\t" if between == "\t" else ""
    edges = (*line.edges, *(((line.x1, piece.x0),) * len(between)), *piece.edges) if line.edges and piece.edges else ()
    return replace(_largest(line, piece), text=line.text + between + piece.text, edges=edges)


def _inserted(line: Piece, piece: Piece) -> Piece:
    """Puts a raised "th" back between the characters that it stands between."""
    at = next((at for at, (left, _) in enumerate(line.edges) if left >= piece.x0 - 0.1), len(line.text))
    before = len(line.text[:at].rstrip())
    if before and piece.x0 - line.edges[before - 1][1] <= _RAISED_GAP * line.size:
        at = before
    words = piece.text
    if line.text[at:] and not line.text[at].isspace() and line.edges[at][0] - piece.x1 > _WORD_GAP * line.size:
        words += " "
    edges = (*line.edges[:at], *(((piece.x0, piece.x1),) * len(words)), *line.edges[at:])
    return replace(_largest(line, piece), text=line.text[:at] + words + line.text[at:], edges=edges)


def _largest(line: Piece, piece: Piece) -> Piece:
    """The line's frame around both: the larger type gives height and size."""
    measure = line if line.size >= piece.size else piece
    return replace(
        line,
        x0=min(line.x0, piece.x0),
        x1=max(line.x1, piece.x1),
        top=measure.top,
        bottom=measure.bottom,
        size=measure.size,
        bold=line.bold and piece.bold,
        stretches=line.stretches + piece.stretches,
        confidence=least_sure((line, piece)),
    )
