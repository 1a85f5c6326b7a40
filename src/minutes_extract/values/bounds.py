r"""How an amount is bounded, what it is paid per, and whether VAT is in it: the nouns of the words around an amount.

They are read by `words_before` and `words_after`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

WINDOW = 160  # characters before and after an amount that are looked at: some two printed lines


class Qualifier(StrEnum):
    """How a printed amount bounds what is meant."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    APPROXIMATELY = "approximately"
    BETWEEN = "between"


class Rate(StrEnum):
    """What an amount is paid per."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    UNIT = "unit"


class Vat(StrEnum):
    """Whether value added tax is in an amount, where the page says so."""

    INCLUDED = "included"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words on one side of an amount say. `reach` is how many characters of them were used."""

    qualifier: Qualifier | None = None
    per: Rate | None = None
    vat: Vat | None = None
    reach: int = 0


def pattern(text: str) -> "re.Pattern[str]":
    """A verbose, caseless pattern."""
    return re.compile(text, re.VERBOSE | re.IGNORECASE)


LETTERS_RE = re.compile(r"[^a-z]")
RATES = {"annum": Rate.YEAR, "pa": Rate.YEAR, "yr": Rate.YEAR, "annual": Rate.YEAR, "annually": Rate.YEAR}
RATES |= {"pcm": Rate.MONTH, "pm": Rate.MONTH, "pw": Rate.WEEK, "wk": Rate.WEEK, "ph": Rate.HOUR, "hr": Rate.HOUR}
RATES |= {"daily": Rate.DAY}


def rate(word: str) -> Rate:
    """The rate that a printed word names: "p.a.", "yearly", "hr"."""
    letters = LETTERS_RE.sub("", word.lower())
    return RATES.get(letters) or Rate(letters.removesuffix("ly"))


def vat_sense(word: str) -> Vat:
    """Whether "inc." or "ex" is said of VAT."""
    return Vat.INCLUDED if word.lower().startswith("in") else Vat.EXCLUDED
