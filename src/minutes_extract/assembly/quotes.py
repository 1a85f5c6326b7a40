"""Quotations of a document: stretches of its canonical text as evidence, with the page they stand on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from minutes_extract.annotations import Annotations, Mention, Stretch
from minutes_extract.document import Document
from minutes_extract.records.base import Evidence

T = TypeVar("T")


class Placed(Protocol):
    """Anything that has a place in the text: a mention, a stretch, a piece of evidence."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Quotes:
    """Quotes one document."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._pages = document.pages
        self._page_starts = [page.start for page in document.pages]

    def words(self, stretch: Placed | None) -> str | None:
        """The words of a stretch; None for no stretch and for an empty one."""
        return (self.text[stretch.start : stretch.end] or None) if stretch is not None else None

    def all_words(self, stretches: Iterable[Placed]) -> tuple[str, ...]:
        """The words of each stretch that has any."""
        return tuple(words for stretch in stretches if (words := self.words(stretch)) is not None)

    def evidence(self, stretch: Placed) -> Evidence:
        """A stretch as evidence."""
        words = self.text[stretch.start : stretch.end]
        return Evidence(start=stretch.start, end=stretch.end, text=words, page=self.page_of(stretch.start))

    def page_of(self, offset: int) -> int | None:
        """`Document.page_of`, without walking all pages of a pack for every quotation."""
        k = bisect_right(self._page_starts, offset) - 1
        return self._pages[k].number if k >= 0 and offset <= self._pages[k].end else None

    def trimmed(self, start: int, end: int) -> Stretch:
        """A range without the white space and the colon at its ends: what is left of a section after its heading."""
        words = self.text[start:end]
        return Stretch(start + len(words) - len(words.lstrip(" \n\t:")), start + len(words.rstrip()))


class Nest(Generic[T]):
    """Stretches that may lie in one another, each with what it stands for; finds the innermost around a place."""

    def __init__(self, stretches: Iterable[tuple[Placed, T]]) -> None:
        self._all = sorted(((s.start, -s.end, k, value) for k, (s, value) in enumerate(stretches)), key=lambda s: s[:3])
        self._starts = [start for start, _, _, _ in self._all]
        self._reach: list[int] = []  # the furthest end up to here: where it falls short, nothing before can contain
        for _, minus_end, _, _ in self._all:
            self._reach.append(max(-minus_end, self._reach[-1] if self._reach else 0))

    def around(self, place: Placed) -> T | None:
        """What the innermost stretch that contains the place stands for."""
        for k in range(bisect_right(self._starts, place.start) - 1, -1, -1):
            if self._reach[k] < place.end:
                return None
            if -self._all[k][1] >= place.end:
                return self._all[k][3]
        return None


def within(annotations: Annotations, extent: Placed) -> Annotations:
    """The claims that lie inside a stretch, with the links among them all."""
    first = bisect_left(annotations.mentions, extent.start, key=lambda m: m.start)
    last = bisect_left(annotations.mentions, extent.end, key=lambda m: m.start)
    inside: tuple[Mention, ...] = tuple(m for m in annotations.mentions[first:last] if m.end <= extent.end)
    return Annotations(annotations.text, inside, annotations.links)
