"""Pieces cut: at the white gaps that divide cells and labels from what stands beside them, at gutters and borders."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from minutes_extract.loaders.pdf_piece import Piece, is_in_row

_TAB_GAP = 4.0  # of the size, as between pieces
_LABEL_GAP = 1.0  # of the size: behind a number that is a label, or a label in bold
_LONGEST_LABEL = 60  # characters, in bold
# A number or letter without a mark, which only the gap behind it shows to be a label: "2    the minimum amount",
# "1.1   approve", "a    Motions on the agenda", "iii   to give".
_BARE_RE = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{2,5}) (?=\S)")
_WORD_RE = re.compile(r"[^\W\d_]{3}")


class Characters(Protocol):
    """What knows where single characters stand."""

    def edges(self, piece: Piece, exact: bool = True) -> list[tuple[float, float]]:
        """Left and right edge of each character; not `exact`, shared out within words."""
        ...

    def is_bold(self, at: int) -> bool:
        """Whether a character of the page stands in bold."""
        ...


def divided(piece: Piece, characters: Characters) -> Piece:
    """Marks with tabs the gaps that pdfium gives as single spaces, and that a reader sees as more.

    Those are very wide ones, between the cells of a table without rulings; those behind a bare number, which is then a
    label; those between a label in bold and its value beside it.
    """
    gaps = [right[0] - left[1] for left, right in pairwise(piece.stretches)]
    if not gaps:
        return piece
    bare = _BARE_RE.match(piece.text)
    if bare and _is_first_stretch(bare.end() - 1, piece) and gaps[0] > _LABEL_GAP * piece.size:
        at = bare.end() - 1
        piece = replace(piece, text=f"{piece.text[:at]}\t{piece.text[at + 1 :]}")
    if max(gaps) <= _TAB_GAP * piece.size and not _may_begin_bold(piece, gaps[0], characters):
        return piece
    edges = characters.edges(piece)
    text = list(piece.text)
    for at in range(1, len(text) - 1):
        gap = edges[at + 1][0] - edges[at - 1][1] if text[at] == " " else 0.0
        if gap > _TAB_GAP * piece.size or (gap > _LABEL_GAP * piece.size and _is_label(piece, at, characters)):
            text[at] = "\t"
    return replace(piece, text="".join(text), edges=tuple(edges))


def _is_first_stretch(length: int, piece: Piece) -> bool:
    """Whether so many characters are as wide as the first stretch of a piece."""
    left, right = piece.stretches[0]
    return right - left <= 0.8 * length * piece.size


def _may_begin_bold(piece: Piece, gap: float, characters: Characters) -> bool:
    """Whether a piece that is not bold throughout begins in bold, before a gap."""
    return not piece.bold and gap > _LABEL_GAP * piece.size and characters.is_bold(piece.start)


def _is_label(piece: Piece, at: int, characters: Characters) -> bool:
    """Whether what stands before a gap is a label in bold, and what stands behind it is not."""
    label = piece.text[:at]
    if piece.bold or len(label) > _LONGEST_LABEL or "\t" in label or not _WORD_RE.search(label):
        return False
    bold = characters.is_bold(piece.start) and characters.is_bold(piece.start + len(label.rstrip()) - 1)
    return bold and not characters.is_bold(piece.start + at + 1)


def with_edges(pieces: Sequence[Piece], characters: Characters) -> list[Piece]:
    """Looks up the characters of rows that a smaller piece stands in the middle of (a raised "th")."""
    small = [piece for piece in pieces if len(piece.text) <= 4]
    return [
        replace(piece, edges=tuple(characters.edges(piece)))
        if not piece.edges and any(_is_raised(other, piece) for other in small)
        else piece
        for piece in pieces
    ]


def _is_raised(small: Piece, piece: Piece) -> bool:
    return (
        small.size < 0.85 * piece.size
        and piece.x0 <= small.x0 <= piece.x1 - 0.3 * small.size
        and is_in_row(small, piece)
    )


def part_of(piece: Piece, edges: Sequence[tuple[float, float]], start: int, end: int) -> Piece | None:
    """The characters from `start` to `end` as a piece of their own, without white space around."""
    text = piece.text[start:end]
    if not text.strip():
        return None
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    x0, x1 = min(left for left, _ in edges[start:end]), max(right for _, right in edges[start:end])
    return replace(
        piece,
        text=piece.text[start:end],
        x0=x0,
        x1=x1,
        start=piece.start + start,
        edges=tuple(edges[start:end]),
        stretches=((x0, x1),),
    )
