"""Statutes and regulations as councils cite them: text → act and section | None.

    >>> parse("Section 100D of the Local Government Act 1972")
    Statute(act='Local Government Act 1972', section='Section 100D')
    >>> parse("Part 1 of Schedule 12A to the 1972 Local Government Act")
    Statute(act='1972 Local Government Act', section='Part 1 of Schedule 12A')
    >>> parse("Section 68 of the Skills and Employment Act").act  # as printed: no year, nor is one supplied
    'Skills and Employment Act'
    >>> parse("section 151 officer") is None, parse("the Act") is None
    (True, True)

An act without a year counts only behind a section; the title is read backwards from its last word.
"""

import re
from dataclasses import dataclass

from minutes_extract.values.found import Found

_YEAR = r"(?:1[6-9]|20)\d\d(?![\d/]|-\d\d)"

# The end of a title. "Act 2014", "Act (Northern Ireland) 2014", "Regulations 2012", "Act" by itself.
TAIL_RE = re.compile(
    rf"""\b(?: Acts? | Measure | Regulations | Order | Rules ) \b
         (?P<year> (?: [ \xa0] \( [A-Z][^()\n]{{2,40}} \) )?+ ,? [ \xa0\n] {_YEAR} )?+""",
    re.VERBOSE,
)
# "PCR 2015", "NHSA 2006", "NHS Act" is read above. Letters alone are an act where they are known, or behind a section.
SHORT_RE = re.compile(
    rf"\b(?P<known>PCR|CCR|UCR|NHSA|LGA|LGFA|TCPA|FOIA|DPA|RIPA|LGHA)?(?(known)|[A-Z]{{2,6}})[ \xa0]?{_YEAR}"
)

# "s.123", "Sections 12 and 13(2)(a)", "paragraph 3 of Part 1 of Schedule 12A"
_UNIT = (
    r"(?:[Ss](?:ections?|ec\.?|s?\.|chedules?)?|[Rr]eg(?:ulation)?s?\.?|[Aa]rticles?"
    r"|[Pp]arts?|[Pp]ara(?:graph)?s?\.?|[Cc]hapters?)"
)
_NUMBER = r"\d{1,4}[A-Z]{0,2}(?![\d\w])(?:\([0-9A-Za-z]{1,4}\))*+"
_UNITS = rf"\b{_UNIT}[ \xa0]?{_NUMBER}(?:(?:[ \xa0]?,[ \xa0]?|[ \xa0](?:and|to|or|&)[ \xa0]|[-–]){_NUMBER})*+"
# What leads from the section to the act.
SECTION_RE = re.compile(
    rf"(?P<section>{_UNITS}(?:,?[ \xa0](?:of|to|in)[ \xa0](?:the[ \xa0])?{_UNITS})*+)"
    r",?[ \xa0\n]*+(?:(?:of|to|in|under)\b[ \xa0\n]*+)?+(?:[Tt]he[ \xa0\n]++)?+\Z"
)
SECTION_REACH = 120

# Words of a title, read backwards: capitals, brackets, years in front, and small words between.
TITLE_WORD_RE = re.compile(r"[A-ZÀ-Þ][\w'’&.-]*,?|\([^()]{1,60}\)|(?:1[6-9]|20)\d\d|&|etc\.?,?|\d{4}")
WORD_RE = re.compile(r"\([^()\n]{1,60}\)|[^\s()]++")
SMALL_WORDS = frozenset({"and", "of", "the", "for", "in", "to", "at", "on", "by", "with", "from"})
# Words with a capital that begin a sentence or a clause, not a title.
OUTSIDE = frozenset(
    {"the", "under", "see", "in", "by", "of", "and", "for", "to", "from", "a", "an", "with", "on", "this"}
)
LONGEST_TITLE = 24  # words


@dataclass(frozen=True, slots=True)
class Statute:
    """An act or a statutory instrument as printed, and the section of it, if any, as printed."""

    act: str
    section: str | None = None


def find(text: str) -> tuple[Found[Statute], ...]:
    """Every citation, in order, from its section to the end of its title."""
    found: list[Found[Statute]] = []
    for match in TAIL_RE.finditer(text):
        start = _title_start(text, match.start())
        if start is not None:
            _add(found, text, start, match.end(), dated=match["year"] is not None or text[start].isdigit())
    for match in SHORT_RE.finditer(text):
        _add(found, text, match.start(), match.end(), dated=match["known"] is not None)
    return tuple(sorted(_apart(found), key=lambda citation: citation.start))


def parse(text: str) -> Statute | None:
    """The citation that a text consists of, else None."""
    bare = text.strip(" .,;")
    found = find(bare)
    return found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare)) else None


def render(value: Statute) -> str:
    """A citation, so that `parse(render(statute)) == statute`."""
    return f"{value.section} of the {value.act}" if value.section else value.act


def _add(found: list[Found[Statute]], text: str, start: int, end: int, *, dated: bool) -> None:
    """Adds a citation where a year or a section vouches for it."""
    window = max(0, start - SECTION_REACH)
    section = SECTION_RE.search(text[window:start])
    if section is None and not dated:
        return
    title = " ".join(text[start:end].split())
    printed = " ".join(section["section"].split()) if section else None
    found.append(Found(window + section.start() if section else start, end, Statute(title, printed)))


def _title_start(text: str, end: int) -> int | None:
    """Where the title begins whose last word begins at `end`; None where no word of a title stands before it."""
    offset, start = max(0, end - 260), None
    words = [(match.start(), match[0]) for match in WORD_RE.finditer(text[offset:end])]
    for place, word in reversed(words[-LONGEST_TITLE:]):
        if word in SMALL_WORDS:
            continue
        if TITLE_WORD_RE.fullmatch(word) is None or (word.endswith(".") and start is not None and word[:3] != "etc"):
            break
        if word.casefold() in OUTSIDE or (word[0].isdigit() and start is None):
            break
        start = offset + place if word[0] not in "(&" else start
        if word[0].isdigit():
            break
    return _cut(text, start, end) if start is not None else None


def _cut(text: str, start: int, end: int) -> int | None:
    """Leaves out what stands before an article inside: "Derby City Council and the Care Act"."""
    article = None
    for match in re.finditer(r"(?<![\w-])(?:and|,|under|by|that|with)[ \xa0\n]++[Tt]he[ \xa0\n]++", text[start:end]):
        article = start + match.end()
    start = article if article is not None else start
    return start if start < end else None


def _apart(found: list[Found[Statute]]) -> list[Found[Statute]]:
    """Without citations that lie inside another."""
    return [
        one
        for one in found
        if not any(other is not one and other.start <= one.start and one.end <= other.end for other in found)
    ]
