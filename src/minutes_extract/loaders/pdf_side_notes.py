"""Side notes: words in the margin beside running text, which belong to a paragraph and not into its lines.

    Declarations of    Councillor Tern declared an interest in the
    Interest           lease, as a member of the Sailing Club, and left.
                       The report was noted.                             Clerk

A note at the left, a side heading, is read before the paragraph that it stands beside; one at the right, who is to act,
after it. A margin that holds figures or labels with colons is a column of a table or a form, and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from minutes_extract.document import Fragment
from minutes_extract.loaders.pdf_cut import Characters, part_of
from minutes_extract.loaders.pdf_piece import Piece, is_in_row, rows, shown

_LEAST_TEXT = 8  # lines of the text that notes stand beside
_LEAST_NOTES = 2
_MOST_NOTES = 0.5  # of the lines of the text
_MARGIN = 0.3  # of the width between the outermost letters, that a margin of notes takes at most
_LEAST_WHITE = 8.0  # points between notes and text
_FULL = 0.6  # of the width of the text, that its middling line fills
_NEXT_LINE = 1.0  # of a line's height, of white: more, and another paragraph or note begins
_WORD_RE = re.compile(r"[^\W\d_]{2}")
_NO_NOTE_RE = re.compile(r"[\d£€$]|:\s*$|[•·|]|_{3}|\.{4}")


@dataclass(frozen=True, slots=True)
class Note:
    """The lines of a note, from top to bottom, and whether it stands at the left of the text."""

    lines: tuple[Piece, ...]
    is_left: bool


@dataclass(frozen=True, slots=True)
class _Span:
    x0: float
    x1: float


def part_notes(pieces: Sequence[Piece], characters: Characters) -> tuple[list[Piece], list[Note]]:
    """The pieces of the text, and the notes in its margins; pieces that run from one to the other are cut."""
    text, notes = list(pieces), list[Note]()
    for is_left in (True, False):
        border = _border(text, is_left)
        if border is None:
            continue
        inside, margin = _cut(text, border, is_left, characters)
        if _are_notes(margin, inside):
            text = inside
            notes.extend(Note(tuple(lines), is_left) for lines in _groups(margin))
    return text, notes


def with_notes(fragments: Sequence[Fragment], notes: Sequence[Note], page: int) -> Iterator[Fragment]:
    """The text with its notes put before, or after, the paragraphs that they stand beside."""
    before: dict[int, list[Note]] = {}
    for note in notes:
        before.setdefault(_place(fragments, note), []).append(note)
    for at in range(len(fragments) + 1):
        for note in before.get(at, ()):
            for line in note.lines:
                yield Fragment(shown(line.text), page=page, box=line.box, size=line.size, bold=line.bold)
        if at < len(fragments):
            yield fragments[at]


def _border(pieces: Sequence[Piece], is_left: bool) -> float | None:
    """The middle of the white between a margin of notes and the text, None where there is none."""
    spans = [_Span(x0, x1) for piece in pieces for x0, x1 in piece.stretches]
    if len(spans) < _LEAST_TEXT + _LEAST_NOTES:
        return None
    first, last = min(span.x0 for span in spans), max(span.x1 for span in spans)
    edge = first if is_left else last
    found = None
    for lane in _lanes(sorted(spans, key=lambda span: span.x0)):
        middle = (lane.x0 + lane.x1) / 2
        if lane.x1 - lane.x0 >= _LEAST_WHITE and abs(middle - edge) <= _MARGIN * (last - first):
            found = middle
            if is_left:
                break
    return found


def _lanes(spans: Sequence[_Span]) -> Iterator[_Span]:
    """The white lanes from top to bottom of a page, from left to right."""
    end = spans[0].x1
    for span in spans:
        if span.x0 > end:
            yield _Span(end, span.x0)
        end = max(end, span.x1)


def _cut(
    pieces: Sequence[Piece], border: float, is_left: bool, characters: Characters
) -> tuple[list[Piece], list[Piece]]:
    """The pieces on the side of the text, and those in the margin."""
    inside: list[Piece] = []
    margin: list[Piece] = []
    for piece in pieces:
        if piece.x1 <= border or piece.x0 >= border:
            (margin if (piece.x1 <= border) == is_left else inside).append(piece)
            continue
        edges = characters.edges(piece)
        at = next((at for at, (left, _) in enumerate(edges) if left >= border), len(edges))
        parts = part_of(piece, edges, 0, at), part_of(piece, edges, at, len(edges))
        for part, is_margin in zip(parts, (is_left, not is_left), strict=True):
            if part is not None:
                (margin if is_margin else inside).append(part)
    return inside, margin


def _are_notes(margin: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether what stands in a margin are words beside running text."""
    if not _LEAST_NOTES <= len(margin) <= _MOST_NOTES * len(text) or len(text) < _LEAST_TEXT:
        return False
    if any(_NO_NOTE_RE.search(piece.text) or not _WORD_RE.search(piece.text) for piece in margin):
        return False
    width = max(piece.x1 for piece in text) - min(piece.x0 for piece in text)
    if median(piece.x1 - piece.x0 for piece in text) < _FULL * width:
        return False
    return sum(any(is_in_row(note, line) for line in text) for note in margin) >= _LEAST_NOTES


def _groups(margin: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The lines of each note."""
    group: list[Piece] = []
    for line in rows(margin):
        if group and line.top - group[-1].bottom > _NEXT_LINE * (line.bottom - line.top):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _place(fragments: Sequence[Fragment], note: Note) -> int:
    """Before which fragment a note stands."""
    top, bottom = note.lines[0].top, note.lines[0].bottom
    beside = next(
        (at for at, f in enumerate(fragments) if f.box and f.box.bottom > top + 0.3 * (bottom - top)), len(fragments)
    )
    if note.is_left:
        return beside
    for at in range(beside + 1, len(fragments)):
        above, below = fragments[at - 1].box, fragments[at].box
        if above is None or below is None or below.top - above.bottom > _NEXT_LINE * (below.bottom - below.top):
            return at
    return len(fragments)
