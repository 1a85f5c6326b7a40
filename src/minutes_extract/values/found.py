"""A value and where it stands: what every `find` of this package yields."""

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A value read from `text[start:end]`; offsets are half-open, in code points of the text that was searched."""

    start: int
    end: int
    value: V
