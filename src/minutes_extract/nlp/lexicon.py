"""Word lists kept as data under `lexicons/`: what a council officer can extend without reading code.

A line is `code | term | example`; `#` begins a remark, and the remarks at the top say where the terms come from. The
example is a sentence in which the term must be found: a test reads every one of them.
"""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """A term, what it stands for, and a sentence that shows it."""

    code: str
    term: str
    example: str


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of `lexicons/<name>.txt`, in order. Raises ValueError for a line that has not three parts."""
    text = (files("minutes_extract.nlp") / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|", 2)]
        if len(parts) != 3 or not all(parts[:2]):
            raise ValueError(f"lexicons/{name}.txt, line {number}: not `code | term | example`: {line!r}")
        found.append(Entry(*parts))
    return tuple(found)


@cache
def codes(name: str) -> dict[str, str]:
    """Term → code, by the folded form of the term."""
    return {fold(entry.term): entry.code for entry in entries(name)}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form that terms are compared in: lower case, plain quotes, single spaces, no closing punctuation."""
    plain = text.replace("’", "'").replace("‘", "'").casefold()
    return " ".join(plain.split()).strip(" :;.,?*-–—|")
