"""Whom a delegate must consult: "in consultation with the Leader and the Head of Law".

The public, residents, statutory consultees and the like are no posts, and so are not read.
"""

import re
from functools import cache
from typing import NamedTuple

from minutes_extract.nlp.lexicon import entries
from minutes_extract.values import posts
from minutes_extract.values.found import Found


class Consultation(NamedTuple):
    """A consulting phrase and the posts behind it; `end` is the end of the last of them."""

    start: int
    end: int
    posts: tuple[Found[str], ...]


@cache
def phrase_re() -> re.Pattern[str]:
    """The phrases of the lexicon; white space within them may be missing or broken."""
    terms = sorted((entry.term for entry in entries("consultation")), key=lambda term: (-len(term), term))
    forms = (r"\s*+".join(term.split()) for term in terms)
    return re.compile(rf"\b(?:{'|'.join(forms)})\s*+", re.IGNORECASE)


def at(text: str, place: int, end: int) -> Consultation | None:
    """The consultation that begins at a place.

    >>> found = at("in consultation with the Leader, to sign", 0, 40)
    >>> found.end, [post.value for post in found.posts]
    (31, ['Leader'])
    >>> at("following consultation with residents, to sign", 0, 46).posts
    ()
    """
    match = phrase_re().match(text, place, end)
    return _read(text, match, end) if match else None


def find(text: str, start: int, end: int) -> list[Consultation]:
    """Every consultation of a stretch that names a post."""
    found = (_read(text, match, end) for match in phrase_re().finditer(text, start, end))
    return [consultation for consultation in found if consultation.posts]


def _read(text: str, match: re.Match[str], end: int) -> Consultation:
    named = posts.leading(text, match.end(), end)
    return Consultation(match.start(), named[-1].end if named else match.end(), named)
