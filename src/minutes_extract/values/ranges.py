r"""Ranges: which two printed amounts are the ends of one.

"between £200,000 and £2m", "£20-30k", "would be €500 to €1,000" are one amount with two ends. "from £5,000 to £10,000"
and "increased by £5 to £25" tell of a change, and are two amounts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from minutes_extract.values import figures
from minutes_extract.values.bare_amounts import Bare
from minutes_extract.values.bounds import pattern
from minutes_extract.values.figures import BROKEN, MAGNITUDE, NUMBER
from minutes_extract.values.words_before import sentence

LINK_RE = re.compile(r"(?P<dash>\s?[-–—]\s?)|\s+(?P<word>to|and)\s+", re.IGNORECASE)
# £20-30k, £200–300, £5 to 10 million: the second end has no sign of its own.
SECOND_RE = re.compile(rf"(?P<number>{NUMBER})(?P<magnitude>{MAGNITUDE})?+(?!{BROKEN}|/\d)", re.VERBOSE)
BETWEEN_RE = pattern(
    r"""
    (?<!difference\s)(?<!gap\s)(?<!split\s)(?<!shared\s)(?<!divided\s)
    \bbetween\s+(?:about\s+|approximately\s+)?+\Z
    """
)
TO_RANGE_RE = pattern(
    r"""
    \b(?: range | range\s+of | be | of | at | costs? | costing | is | are | was | were | around | about | approximately
      | approx\.? | estimated | a | typically | pays? | paid )\s+\Z
  | (?: \A | [|:] ) \s*+ \Z                       # a cell: "Likely cost | £2m to £3m"
    """
)
CHANGE_RE = pattern(
    r"""
    \b(?: from | increas\w*+ | decreas\w*+ | rais\w*+ | reduc\w*+ | ris(?:e|es|en|ing) | rose | chang\w*+ | amend\w*+
      | uplift\w*+ | vire\w*+ | transfer\w*+ | revis\w*+ | move[ds]? | by )\b
    """
)
WIDEST = 20  # a dash between amounts further apart than this joins nothing: "Hall £5 - £500 Christmas lights"


def pair(text: str, amounts: list[Bare]) -> Iterator[tuple[Bare, Bare | None]]:
    """The amounts in order, the two ends of a range together."""
    place = 0
    while place < len(amounts):
        first = amounts[place]
        following = amounts[place + 1] if place + 1 < len(amounts) else None
        second, used = _second_end(text, first, following)
        place += 1 + used
        if second is None:
            yield first, None
            continue
        first = _shared_magnitude(first, second)
        if _is_range(text, first, second):
            yield first, second
        else:
            yield first, None
            yield second, None


def _second_end(text: str, first: Bare, following: Bare | None) -> tuple[Bare | None, int]:
    """What a dash, "to" or "and" joins to an amount, and how many of the amounts found it takes."""
    link = LINK_RE.match(text, first.end)
    if not link:
        return None, 0
    if following and following.start == link.end():
        return (following, 1) if following.currency == first.currency else (None, 0)
    match = SECOND_RE.match(text, link.end())
    figure = match and figures.parse(match["number"], match["magnitude"])
    if not match or not figure:
        return None, 0
    printed = figure.value / figures.factor(match["magnitude"])
    alike = link["dash"] and len(match["number"]) == len(text[first.start + 1 : first.end].strip())
    if not match["magnitude"] and not (alike and printed > first.printed):
        return None, 0
    start, end = match.span()
    second = replace(first, start=start, end=end, figure=figure, printed=printed, magnitude=match["magnitude"])
    return (second, 0) if _is_range(text, _shared_magnitude(first, second), second) else (None, 0)


def _shared_magnitude(first: Bare, second: Bare) -> Bare:
    """The first end with the magnitude of the second, where it is printed once for both: "£5 to £10 million"."""
    if first.magnitude or not second.magnitude or first.printed >= min(second.printed, Decimal(1000)):
        return first
    return replace(first, figure=first.figure.times(figures.factor(second.magnitude)), magnitude=second.magnitude)


def _is_range(text: str, first: Bare, second: Bare) -> bool:
    """Whether two joined amounts are the ends of one range, or two amounts."""
    if second.figure.value <= first.figure.value or first.negative or second.negative:
        return False
    link = LINK_RE.match(text, first.end)
    if not link or not link["word"]:
        return second.figure.value <= WIDEST * first.figure.value
    words = text[sentence(text, 0, first.start) : first.start]
    if BETWEEN_RE.search(words):
        return True
    return link["word"].lower() == "to" and bool(TO_RANGE_RE.search(words)) and not CHANGE_RE.search(words[-60:])
