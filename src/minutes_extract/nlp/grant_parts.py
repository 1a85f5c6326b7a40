"""What every shape of a grant is made of: the grant itself, its asides, and the words of its power."""

import re
from dataclasses import dataclass

from minutes_extract.annotations import Stretch
from minutes_extract.nlp import consultation
from minutes_extract.nlp.grant_words import ASIDE_RE, AUTHORITY, BE
from minutes_extract.values.found import Found

BARE_RE = re.compile(rf"(?:{AUTHORITY}|{BE}|given|granted|jointly|\s)*", re.IGNORECASE)
OPENING_RE = re.compile(rf"(?:that\s+)?{AUTHORITY}\s+(?:to|for)\s+", re.IGNORECASE)
CLAUSE_RE = re.compile(r";\s*|\bthat\s+|\.\s+(?=[A-Z])|(?<=,\s)and\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant: its words from the first to the posts or the verb, who is given power, and what they may do.

    `behind`: where what they may do begins, if it stands behind; `before`: where it stands first ("the making of the
    orders be delegated to X") or is named by a form.
    """

    start: int
    end: int
    to: tuple[Found[str], ...]
    behind: int | None
    before: Stretch | None = None


def skip_asides(text: str, place: int, end: int) -> int:
    """The place behind consultations, short conditions, commas and brackets."""
    while True:
        aside = ASIDE_RE.match(text, place, end)
        behind = aside.end() if aside else place
        consulted = consultation.at(text, behind, end)
        if consulted is None:
            return behind
        comma = text.find(",", consulted.end, end)
        place = consulted.end if consulted.posts or comma < 0 else comma + 1


def clause(text: str, start: int, end: int) -> Stretch | None:
    """The words of a power that stand last before a place: those behind "that", a comma and "and", or a full stop."""
    return power(text, max([start, *(border.end() for border in CLAUSE_RE.finditer(text, start, end))]), end)


def power(text: str, start: int, end: int) -> Stretch | None:
    """The words of a power without "authority to" before them; None where only such words stand."""
    words = text[start:end].strip(" ,:\n")
    if BARE_RE.fullmatch(words):
        return None
    begin = start + text[start:end].index(words)
    stop = begin + len(words)
    opening = OPENING_RE.match(text, begin, stop)
    return Stretch(opening.end() if opening else begin, stop)
