r"""Numbers as they are printed: digits, separators and magnitude, read without the words around them.

What is printed, and what is made of it:

    figure     examples                        read as
    grouped    1,034,731.62  12 500 000        thousands in groups of three
    plain      9633.74  0.582  12              digits and a decimal point
    mistyped   1, 014,627  1.242.000           read as meant, with a warning
    broken     12,50  1O,000  1xx,000          not read at all

Wrong is worse than blank.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# Spaces that a page may print inside a figure; the thin ones never stand between two words.
THIN_SPACE = "\u00a0\u2009\u202f"

# After a group that a space slipped in before: what shows that it counts nothing, and that no list of figures goes on.
ENDS = r"""(?:
    (?= (?:\.\d\d)? (?: [.;:)\]] | \s*\Z | \s*\n\s*\n ) (?!\d) )
  | (?= (?:\.\d\d)? ,? \s+ (?: for|to|from|in|on|by|as|with|be|is|was|per|plus|over|towards|if|subject
        |exclusive|inclusive|including|excluding )\b )
  | (?= (?:\.\d\d)? , \s+ (?: which|that|the|this|a|an|of|at|and|but|will|would )\b (?!\s+[\d£]) )
)"""
NUMBER = rf"""
(?>
    \d{{1,3}},[ {THIN_SPACE}]\d{{3}}(?:,\d{{3}})++(?!\d)   # 1, 014,627: one space slipped in after the first comma
  | \d{{1,3}},[ {THIN_SPACE}]0\d\d(?![\d,])                # 12, 050: no count of anything begins with a nought
  | \d{{1,3}}(?:,\d{{3}})*+,[ {THIN_SPACE}]\d{{3}}{ENDS}    # 182, 250 for: nothing that is counted follows
  | \d{{1,3}}(?:,\d{{3}})++\.\d{{3}}\.\d\d(?![\d.,]\d|\d)    # 1,064.208.37: a stop for the last comma
  | \d{{1,3}}(?:,\d{{3}})++(?!\d)                          # 1,034,731
  | \d{{1,3}}(?:\.\d{{3}}){{2,}}+(?!\d)                    # 1.242.000: stops read for commas
  | \d{{1,3}}(?:[{THIN_SPACE}]\d{{3}}){{1,4}}+(?!\d)       # 1 034 731 with thin spaces
  | \d{{1,3}}(?:\x20\d{{3}}){{2,3}}+(?!\x20?\d|,\d)        # 1 034 731: two groups, or it is two figures
  | \d{{1,3}}\x20000(?!\x20?\d|,\d)                        # 10 000
  | \d++                                                   # 9633
)
(?:
    (?<!\.\d{{3}}) \.\d++                                  # .74
  | \.\x2000(?!\d)                                         # 150. 00
)?+
"""

MAGNITUDE = r"""
(?:
    [\s-]?(?i:million|billion|thousand|trillion)s?(?![A-Za-z])  # £4million, £31 million, £3.2-million
  | \x20?(?i:mn|mln|mill?|bn|tn)(?![A-Za-z])                    # £2.1bn, £3 mn
  | [mkMKb](?![A-Za-z])                                         # £18.72m, £874k
  | \x20[mk](?![A-Za-z])                                        # £5 m, but not the initial of "£50 M Smith"
  | \x20?['’‘]000s?(?!\w)                                       # £250 '000
)
"""

FACTORS = {"thousand": 3, "k": 3, "000": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "mil": 6, "mill": 6}
FACTORS |= {"billion": 9, "bn": 9, "b": 9, "trillion": 12, "tn": 12}

# What shows that a figure goes on after what could be read of it.
BROKEN = r"(?: [.,]?\d | [A-Za-z]{1,2}[.,]?\d | [xX*\#]{2} | [¼½¾] )"

SEPARATORS_RE = re.compile(rf"[ ,{THIN_SPACE}]")
STOPS_RE = re.compile(r"\d{1,3}(?:\.\d{3}){2,}+")
MIXED_RE = re.compile(r"(\d{4,})\.(\d{3}\.\d\d)")
LOOSE_RE = re.compile(rf"[,.][ {THIN_SPACE}]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number. `precision` is half a unit of its last printed digit; both stand before any magnitude."""

    value: Decimal
    precision: Decimal
    warnings: tuple[str, ...] = ()

    def times(self, factor: Decimal) -> "Figure":
        """The figure in units, where it was printed in thousands, millions or pence."""
        return Figure(self.value * factor, self.precision * factor, self.warnings)


def factor(magnitude: str | None) -> Decimal:
    """What a printed magnitude multiplies by; 1 where none is printed.

    >>> factor("mn"), factor(" million"), factor("’000s"), factor(None)
    (Decimal('1000000'), Decimal('1000000'), Decimal('1000'), Decimal('1'))
    """
    word = (magnitude or "").strip(" \n\t-'’‘").lower()
    return Decimal(10 ** FACTORS.get(word.removesuffix("s"), 0))


def parse(text: str, magnitude: str | None = None) -> Figure | None:
    """Reads one printed number with its magnitude; None where it cannot be read for certain.

    >>> parse("18.72", "m")
    Figure(value=Decimal('18720000.00'), precision=Decimal('5000.000'), warnings=())
    >>> parse("1, 014,627")
    Figure(value=Decimal('1014627'), precision=Decimal('0.5'), warnings=('space_inside',))

    A comma before a magnitude is kept as printed, and is warned of; ten pounds and nought thousandths are neither:

    >>> parse("31,469", "m").warnings
    ('comma_before_magnitude',)
    >>> parse("10.000") is None, parse("014,627") is None
    (True, True)
    """
    digits, warnings = plain(text)
    whole, _, decimals = digits.partition(".")
    unsure = not magnitude and len(decimals) == 3 and whole != "0" and (decimals == "000" or "," in text)
    if unsure or (len(whole) > 1 and whole.startswith("0")):
        return None
    value = number(digits)
    if value is None:
        return None
    if magnitude and "," in text and factor(magnitude) > 1000:
        warnings += ("comma_before_magnitude",)
    precision = Decimal(5).scaleb(-len(decimals) - 1)
    return Figure(value, precision, warnings).times(factor(magnitude))


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """The digits and the decimal point of a printed number, and what had to be overlooked to get them."""
    warnings = ("space_inside",) if LOOSE_RE.search(text) else ()
    digits = SEPARATORS_RE.sub("", text)
    if STOPS_RE.fullmatch(digits):
        return digits.replace(".", ""), (*warnings, "stop_for_comma")
    mixed = MIXED_RE.fullmatch(digits)
    if mixed:
        return mixed[1] + mixed[2], (*warnings, "stop_for_comma")
    return digits, warnings


@lru_cache(maxsize=4096)
def number(digits: str) -> Decimal | None:
    """An isolated number, by price-parser, which is only loaded when the first one is met."""
    from price_parser import Price

    amount: Decimal | None = Price.fromstring(digits, decimal_separator=".").amount
    return amount
