"""Lengths of time and years of account: text → length or years | None.

>>> parse_length("three years").months, parse_length("3yrs").months, parse_length("18-month").months
(36, 36, 18)
>>> parse_length("30 weeks").months is None  # weeks are no whole months
True
>>> parse_years("2025/26-29/30").start, parse_years("2025/26-29/30").end
('2025-04-01', '2030-03-31')
>>> parse_years("academic year 2023/24").end
'2024-08-31'
>>> parse_years("2018-2036") is None  # the reach of a plan, not a year of account
True
"""

import re
from dataclasses import dataclass

from minutes_extract.values.anchors import near
from minutes_extract.values.found import Found

_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
_TEENS |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS = _UNITS | _TEENS | _TENS

# "five", "twenty-one"; the longer words first, so that "sixteen" is not "six", and atomic, so that "twenty-one" is no
# range.
_UNIT_WORD, _TEEN_WORD, _TEN_WORD = "|".join(_UNITS), "|".join(_TEENS), "|".join(_TENS)
WORD = rf"(?> (?:{_TEN_WORD}) (?: [-\s] (?:{_UNIT_WORD}) \b )? | {_TEEN_WORD} | {_UNIT_WORD} )"
NUMBER = rf"(?: \d{{1,3}} (?![\d]|[.,]\d) | \b{WORD} )"

# ... nor a letter behind it, but for the next word, where a space is lost: "for 3 yearsfrom 1 April"
UNIT = r"(?: (?:year|yr|month|mth|week|wk) (?: s? (?:\(s\))? (?![^\W\d_]) | s (?=(?:from|with|until|commencing)\b) ) )"

# What may stand between number and unit: "two further years"; in "one additional 12 month period" it stands before.
BETWEEN = r"""(?: (?: further | additional | extra | more | optional | possible | successive | consecutive | calendar
                      | financial | full | whole ) [\s-]+ ){0,2}"""

LENGTH_RE = re.compile(
    rf"""
    (?: (?<![\w£$€/+]) (?<![\d][.,/]) (?<!\d-) | (?<=\d[x×]) )
    (?:
    # three years, two-year, 3yrs, 18 months, five (5) years, 2.5 years, 6 to 12 months, one or two years
      (?: (?P<low>{NUMBER}) (?: \s? [-–] \s? | \s (?:to|or|and) \s ) (?={NUMBER}) )?
      (?P<count> \d{{1,3}}\.\d (?!\d) | {NUMBER} )
      (?P<half> \s? ½ | \s and \s a \s half | \s 1/2 )?
      (?: \s? \( \s? {NUMBER} \s? \) )?
      [\s-]{{0,3}} {BETWEEN} (?P<unit>{UNIT})
      # one year and nine months
      (?: (?<=[rR]|[sS]) ,? \s (?:and\s)? (?P<odd>{NUMBER}) \s months? (?![^\W\d_]) )?
    # a further year, another year, an additional 12-month is above
    | \b (?: another | single | an? \s (?:further|additional|extra|second|single) | (?<=\bby\s)a | (?<=\bfor\s)a ) [\s-]
      (?P<single> (?:year|month) ) (?![^\W\d_]|-on)
    # extend it for the final year
    | (?<=\bfor[ ]the[ ]final[ ]) (?P<final> year ) (?![^\W\d_])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

YEARS_RE = re.compile(
    r"""
    (?<![\w£$€/.]) (?: (?<!\d-) | (?<=/\d\d-) )  # 2019/20-2021/22 are two
    # academic year 2023/24, financial years, FY
    (?P<kind> \b (?:academic|school) \s years? \s | \b financial \s (?:years?|periods?) (?:\sof)? \s | \b FY \s? )?
    # 2024/25, 2024-25, 2024/2025; and the shared century of 2025/26-29/30
    # ... in full, or "26/27" where it is called a year of account, or goes on from another
    (?P<first> (?:19|20)\d\d
      | (?: (?<=year[ ]) | (?<=years[ ]) | (?<=\bFY[ ]) | (?<=\bFY)
          | (?<=\d/\d\d[ ]and[ ]) | (?<=\d/\d\d[ ]to[ ]) | (?<=\d/\d\d,[ ]) ) \d\d (?=/) )
    \s? [/–-] \s? (?P<second> (?:(?:19|20)\d\d|\d\d) )
    (?: \s? (?:[-–]|to) \s? (?P<far> \d\d/\d\d ) (?!\d|/) | (?! \d | /\d | -\d (?!\d\d\d/\d\d\b) | ,\d{3} ) )
    (?P<tail> \s (?:academic|school|financial) \s years? \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Every length holds a unit, every year of account a mark between digits; no number before it is longer than this.
UNIT_ANCHOR_RE = re.compile(r"[yY](?:ea|EA)?[rR]|[mM](?:on|ON)?(?:th|TH)|[wW](?:ee|EE)?[kK]")
YEARS_ANCHOR_RE = re.compile(r"\d\d\s?[/–-]\s?\d\d")
REACH = 90

# Between two years of account that are one stretch: "to" spans, "," and "and" only join neighbours.
_SPANNING_RE = re.compile(
    r"\s*(?:to|until|up to|through(?: to)?|-|–|—)\s*(?:and including\s)?(?:the\s)?(?:financial\s)?(?:years?\s)?",
    re.IGNORECASE,
)
_JOINING_RE = re.compile(
    r"\s*(?:,|and|&|, and|and into|,?\sand (?:in principle |provisionally )?for)\s*"
    r"(?:the\s)?(?:financial\s)?(?:years?\s)?",
    re.IGNORECASE,
)
_BETWEEN_RE = re.compile(r"\bbetween (?:the )?(?:financial )?(?:years )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: in whole months, or in weeks where it is printed so. `low`: the lesser of "6 to 12 months".

    `several`: two lengths, of two contracts: "leases of 5 and 10 years".
    """

    months: int | None = None
    weeks: int | None = None
    low: int | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """Years of account, by the calendar years in which the first and the last of them begin."""

    first: int
    last: int
    academic: bool = False

    @property
    def start(self) -> str:
        """The first day: 1 April, of an academic year 1 September."""
        return f"{self.first}-09-01" if self.academic else f"{self.first}-04-01"

    @property
    def end(self) -> str:
        """The last day: 31 March, of an academic year 31 August."""
        return f"{self.last + 1}-08-31" if self.academic else f"{self.last + 1}-03-31"


def parse_number(text: str) -> int | None:
    """A number in digits, or in words up to ninety-nine.

    >>> parse_number("twenty-one"), parse_number("7"), parse_number("dozen")
    (21, 7, None)
    """
    text = text.strip().casefold()
    if text.isdecimal():
        return int(text[:9])
    tens, _, rest = text.replace("-", " ").partition(" ")
    if not rest:
        return _NUMBERS.get(tens)
    return _TENS[tens] + _UNITS[rest.strip()] if tens in _TENS and rest.strip() in _UNITS else None


def find_lengths(text: str) -> tuple[Found[Length], ...]:
    """Every printed length in years, months or weeks, in order."""
    return tuple(
        Found(match.start(), match.end(), value)
        for match in near(LENGTH_RE, UNIT_ANCHOR_RE, text, REACH)
        if (value := _length(match)) is not None
    )


def parse_length(text: str) -> Length | None:
    """The length that a text consists of, else None."""
    match = LENGTH_RE.fullmatch(text.strip())
    return _length(match) if match is not None else None


def render_length(value: Length) -> str:
    """A length in words, so that `parse_length(render_length(length)) == length`."""
    if value.months is None:
        return f"{value.weeks} weeks"
    if value.low is not None:
        return f"{value.low} to {value.months} months"
    years, rest = divmod(value.months, 12)
    return f"{value.months} months" if rest else f"{years} years"


def find_years(text: str) -> tuple[Found[Years], ...]:
    """Every printed year of account or run of them, in order: "2026/27, 2027/28 and 2028/29" is one."""
    found: list[Found[Years]] = []
    for match in near(YEARS_RE, YEARS_ANCHOR_RE, text, REACH):
        years = _years(match)
        if years is None:
            continue
        gap = text[found[-1].end : match.start()] if found else ""
        if gap.strip() == "and" and _BETWEEN_RE.search(text[max(0, found[-1].start - REACH) : found[-1].start]):
            gap = " to "  # "between 2026/27 and 2028/29"
        if found and (joined := _joined(found[-1].value, years, gap)) is not None:
            found[-1] = Found(found[-1].start, match.end(), joined)
        elif not _is_chained(match):
            found.append(Found(match.start(), match.end(), years))
    return tuple(found)


def parse_years(text: str) -> Years | None:
    """The years of account that a text consists of, else None."""
    text = text.strip()
    found = find_years(text)
    return found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None


def render_years(value: Years) -> str:
    """Years in words, so that `parse_years(render_years(years)) == years`."""
    first, last = (f"{year}/{(year + 1) % 100:02}" for year in (value.first, value.last))
    head = "academic year " if value.academic else ""
    return head + (first if first == last else f"{first} to {last}")


def _length(match: re.Match[str]) -> Length | None:
    if match["final"]:
        return Length(months=12)
    if match["single"]:
        return Length(months=12 if match["single"].casefold() == "year" else 1)
    unit = match["unit"][0].casefold()
    tenths = int(match["count"].replace(".", "")) if "." in match["count"] else 10 * (parse_number(match["count"]) or 0)
    tenths += 5 if match["half"] else 0
    if unit == "w":
        return Length(weeks=tenths // 10) if tenths else None
    factor = 12 if unit == "y" else 1
    low = parse_number(match["low"]) if match["low"] else None
    odd = (parse_number(match["odd"]) or 0) if match["odd"] else 0
    if odd and (factor == 1 or odd > 11):
        return None
    months = tenths * factor + 10 * odd
    # "0.3 years" and "1.1 years" are no whole months, nor is "three-two years" a range
    if not months or months % 10 or (low is not None and low * factor >= months // 10):
        return None
    if low and _is_pair(match):
        return Length(several=True)
    return Length(months=months // 10, low=low * factor if low else None)


def _is_pair(match: re.Match[str]) -> bool:
    """Whether "4 and 7 years" are two lengths, and no range as in "between 4 and 7 years"."""
    gap = match.string[match.end("low") : match.start("count")]
    return gap.strip().casefold() == "and" and not match.string[: match.start()].rstrip().casefold().endswith("between")


def _years(match: re.Match[str]) -> Years | None:
    first = int(match["first"]) + (2000 if len(match["first"]) == 2 else 0)
    last = first
    if not _follows(match["second"], first):
        return None
    if match["far"]:
        begins, ends = match["far"].split("/")
        last = first - first % 100 + int(begins)
        if last <= first or not _follows(ends, last):
            return None
    named = (match["kind"] or "") + (match["tail"] or "")
    return Years(first, last, academic=re.search("academic|school", named, re.IGNORECASE) is not None)


def _is_chained(match: re.Match[str]) -> bool:
    """Whether a short "25/26" is a year of account only where it goes on from another: "years 24/25 and 25/26"."""
    before = match.string[max(0, match.start("first") - 6) : match.start("first")].casefold()
    return len(match["first"]) == 2 and not before.rstrip().endswith(("year", "years", "fy"))


def _follows(second: str, first: int) -> bool:
    """Whether the second half of "2024/25" is the year after the first: "2017-2025" is none."""
    return int(second) == (first + 1 if len(second) == 4 else (first + 1) % 100)


def _joined(before: Years, after: Years, gap: str) -> Years | None:
    spans = _SPANNING_RE.fullmatch(gap) is not None and after.first > before.last
    joins = _JOINING_RE.fullmatch(gap) is not None and after.first == before.last + 1
    return Years(before.first, after.last, before.academic or after.academic) if spans or joins else None
