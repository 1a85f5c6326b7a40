"""Tokens that look like money, a date or a delegation and that no field has claimed: what the program may have missed.

They are found cheaply and widely, for a reviewer's eye; nothing is read from them. A token counts as claimed by a
field of its own kind only: a delegation that quotes a sum does not account for the sum.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes_extract.annotations import Stretch
from minutes_extract.assembly.quotes import Placed

# £18.72m, £ 500, €1.2 million; 0.582m; 30,000 pounds. Not the head of a column: £000, £000s
MONEY_RE = re.compile(
    r"""
      [£€$]\s?(?!000s?(?![\d,.]))\d[\d,.]*+(?:\s?(?:million|billion|thousand|bn|m|k)\b)?   # £18.72m
    | \b\d[\d,.]*+(?:m|k|bn)\b                                          # 0.582m
    | \b\d[\d,.]*+\s(?:million|billion|pounds|euros?|GBP|EUR)\b         # 2.5 million
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,6})?"

# 25 July 2024, 25th July, 1 April, July 2024, 25/07/2024, 2024-07-25, 2024/25
DATE_RE = re.compile(
    rf"""
      \b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:,?\s\d{{4}}\b)?   # 25th July 2024
    | \b{_MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?\d{{4}}\b              # July 2024, July 25th, 2024
    | \b\d{{1,2}}(?P<mark>[/.-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d{{2}})\b    # 25/07/2024
    | \b\d{{4}}-\d{{2}}-\d{{2}}\b                                          # 2024-07-25
    | (?<![\w/-])(?:19|20)\d{{2}}[/-]\d{{2}}(?![\w/-])                    # 2024/25
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "to delegate", "delegated authority", "be authorised to"; not the name of a form ("delegated decision")
DELEGATION_RE = re.compile(
    r"""
      \bdelegat(?:e[sd]?|ing|ions?)\b(?!\sdecisions?\b)
    | \b(?:be|is|are)\s(?:hereby\s)?authori[sz]ed\sto\b
    | \bauthority\s(?:be|is)\s(?:hereby\s)?(?:given|granted)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claims:
    """The places that fields of each kind have claimed."""

    money: tuple[Placed, ...]
    dates: tuple[Placed, ...]
    delegations: tuple[Placed, ...]


def find(text: str, extent: Placed, claims: Claims) -> list[Stretch]:
    """Tokens inside the extent that look like money, dates or delegations and overlap no claim of their kind."""
    kinds = ((MONEY_RE, claims.money), (DATE_RE, claims.dates), (DELEGATION_RE, claims.delegations))
    return sorted({token for pattern, claimed in kinds for token in _free(pattern, text, extent, claimed)})


def _free(pattern: re.Pattern[str], text: str, extent: Placed, claimed: Iterable[Placed]) -> Iterator[Stretch]:
    """Walks the tokens and the claims side by side, both in the order of the text."""
    rest = merged(claimed)
    k = 0
    for token in pattern.finditer(text, extent.start, extent.end):
        end = token.end() - len(token[0]) + len(token[0].rstrip(".,"))
        while k < len(rest) and rest[k].end <= token.start():
            k += 1
        if k == len(rest) or rest[k].start >= end:
            yield Stretch(token.start(), end)


def merged(stretches: Iterable[Placed]) -> list[Stretch]:
    """Stretches in order, those that touch made one.

    >>> merged([Stretch(5, 9), Stretch(0, 2), Stretch(1, 3)])
    [Stretch(start=0, end=3), Stretch(start=5, end=9)]
    """
    joined: list[Stretch] = []
    for start, end in sorted((s.start, s.end) for s in stretches):
        if joined and start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Stretch(start, end))
    return joined
