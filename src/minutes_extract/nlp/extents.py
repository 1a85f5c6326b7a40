"""Stretches that are asked again and again whether they cover a place, in a document of a thousand pages."""

from bisect import bisect_right
from collections.abc import Iterable

from minutes_extract.annotations import Stretch


class Extents:
    """Stretches in order, those that touch or overlap made one.

    >>> decisions = Extents([Stretch(40, 60), Stretch(0, 10), Stretch(5, 20)])
    >>> decisions.overlaps(15, 30), decisions.overlaps(20, 40)
    (True, False)
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any stretch has a character in `[start, end)`."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end
