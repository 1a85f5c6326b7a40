"""Dates and times as councils print them, day first: text → date | None.

    >>> parse("Tuesday, 10th September, 2024").iso
    '2024-09-10'
    >>> parse("April 2024").iso  # partial dates stay partial
    '2024-04'
    >>> parse("31st March").iso is None  # no default year
    True
    >>> parse("31 February 2024") is None
    True

The forms that councils print are read here, strictly. What is a full date all the same ("July the 3rd, 2024",
"3rd July of 2024", "3 / 7 / 2024", "3/Jul/2024", "2024/07/03") is found here too, but read by dateparser, which takes
a thousand times as long:

    >>> parse("July the 3rd, 2024").iso, parse("3 / 7 / 2024").iso, parse("2024/07/03").iso
    ('2024-07-03', '2024-07-03', '2024-07-03')
    >>> parse("7 / 13 / 2024") is None  # a month comes second, or nothing is read
    True
"""

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes_extract.values.anchors import near
from minutes_extract.values.found import Found

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# "25/07/24" is of this century, "08/01/85" of the last: no council is older than the reforms of 1974, in London 1965.
PIVOT = 65

_MONTH = r"""(?:
    jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july?
  | aug(?:ust)? | sept(?:ember)? | sep | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
)"""
_YEAR = r"(?:1[89]|20|21)\d\d(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,]{0,3}(?:the\s)?)?"

# "30th April 21": a day whose year is cut short, as the last of a range whose first is so too
_SHORT = rf"\d{{1,2}} (?:st|nd|rd|th)? \s {_MONTH} \s (?: \d\d | {_YEAR} ) (?![\d/:.,]\d | \d | \s? (?:am|pm|%) )"

DATE_RE = re.compile(
    rf"""
    (?: (?<![\w£$€/]) | (?<=\buntil) (?=\d) ) (?: (?<![.-]) | (?<=[^\d][.-]) | (?<=\d\d\d\d-) | (?<=/\d\d-) )
    (?:
    # July the 3rd, 2024 ~ 3rd July of 2024 ~ 03 / 07 / 2024, 03 . 07 . 2024 ~ 3/Jul/2024 ~ 2024/07/03
      (?P<loose>
          (?P<named>{_MONTH}) \s the \s \d{{1,2}} (?:st|nd|rd|th)? (?:\s(?:day\s)?of)? [\s,]{{1,3}} {_YEAR}
        | \d{{1,2}} (?:st|nd|rd|th)? (?:\sof)? \s {_MONTH} ,? \s (?:of|in) \s {_YEAR}
        | \d{{1,2}} (?P<gap> \s/\s | \s\.\s ) \d{{1,2}} (?P=gap) {_YEAR} (?! \s?[/.]\s?\d)
        | \d{{1,2}} / {_MONTH} / {_YEAR}
        | {_YEAR} / \d\d / \d\d (?![\d/])
      )
    # 2024-07-25
    | (?P<iso>\d{{4}}-\d\d-\d\d) (?![\d-])
    # 25/07/2024, 1/4/2024, 08/01/13
    | (?P<sday>\d{{1,2}}) / (?P<smonth>\d{{1,2}}) / (?P<syear>{_YEAR}|\d\d(?![\d/]|\.\d)) (?!/)
    # 17.4.2024, 17-04-2024: only with all four digits, since 2.4.11 is a paragraph
    | (?P<pday>\d{{1,2}}) (?P<mark>[.-]) (?P<pmonth>\d{{1,2}}) (?P=mark) (?P<pyear>{_YEAR}) (?![.-]\d)
    # 25 July 2024, Tuesday the 25th of July, 2024, "7 th September 2017" from a scan, 01April 2022, 01 Sept 25,
    # "1st May 20 to 30th April 21"
    | {_WEEKDAY} (?P<day>\d{{1,2}}) (?: \s? (?:st|nd|rd|th) \b )? (?: \s day )? (?: \s of )? [\s,.-]{{0,3}}
      (?P<month>{_MONTH}) (?: (?![^\W\d_]) | (?=(?:to|until)\b) ) \.?
      (?: [\s,.-]{{1,3}} (?P<year>{_YEAR} | '\d\d(?!\d) | \d\d (?= \s* (?: $ | [),;|\]] | \.(?!\d) ) )
                                                    | \d\d (?= \s (?:to|until|[-–]) \s {_SHORT} ) ) )?
    # November 1st 2024, April 9, 2025, September 4th
    | (?P<umonth>{_MONTH}) (?![^\W\d_]) \.? \s{{1,2}} (?P<uday>\d{{1,2}})
      (?: (?: \s? (?:st|nd|rd|th) \b )? [\s,]{{1,3}} (?P<uyear>{_YEAR}) | (?:st|nd|rd|th) \b )
    # April 2024, Sept '25
    | (?P<lmonth>{_MONTH}) (?![^\W\d_]) \.? [\s,]{{1,3}} (?P<lyear>{_YEAR}(?![/-]\d\d\b) | '\d\d(?!\d))
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "1st May 20 to 31st August" and the "21" behind it
SHORT_FIRST_RE = re.compile(r"[^\W\d_]\s\d\d\s(?:to|until|[-–])\s(?:the\s)?$")
SHORT_RE = re.compile(r"\s(\d\d)(?![\d/:%+-]|[.,]\d|\s?(?:am|pm|%|days?|weeks?|months?|years?)\b)")

# "4 may be", "2 March along": verbs, not months, where no year follows.
_VERB_RE = re.compile(r"\s+(?:be|not|also|wish|have|need|only|or|well|along|on)\b", re.IGNORECASE)

# A year by itself is a date only where it is all there is.
_YEAR_RE = re.compile(_YEAR)

TIME_RE = re.compile(
    r"""
    (?<![\d.:/£]) (?<!\d,)
    (?:
    # 9.30 am, 5pm, 10.00 a.m., 5.00pm
      (?P<hour>1[0-2]|0?[1-9]) (?: [.:] (?P<minute>[0-5]\d) )? \s? (?P<half>[ap]) \.? m \b
    # 16:00hours, 14:00, 10.30 hours
    | (?P<full>[01]?\d|2[0-3]) (?: : (?P<past>[0-5]\d) (?![\d:]) (?: \s? h(?:ou)?rs? \b )?
                             | \.? (?P<hrs>[0-5]\d) \s? h(?:ou)?rs? \b )
    # 12 noon, noon, midday
    | (?P<noon> (?:12\s)? (?:noon|midday) ) \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Every date holds a month's name or a mark between digits, every time one of these.
DATE_ANCHOR_RE = re.compile(
    r"""\d (?: [/.-] | \s[/.]\s ) \d
      | (?<![A-Za-z]) [JFMASONDjfmasond] (?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec|AN|EB|AR|PR|AY|U[NLG]|EP|CT|OV|EC)""",
    re.VERBOSE,
)
TIME_ANCHOR_RE = re.compile(r"[\d\s][apAP]\.?[mM]\b|:\d\d|[hH](?:[oO][uU])?[rR][sS]?|[nN][oO]{2}[nN]|[mM][iI][dD][dD]")
REACH = 40


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """As much of a date as is printed; a day stands only with its month."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """ISO 8601 as far as printed: "2024-07-25", "2024-07", "2024"; None without a year."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")

    @property
    def full(self) -> str | None:
        """The day in ISO 8601, None where day, month or year is not printed."""
        return self.iso if self.day is not None else None


def find(text: str) -> tuple[Found[PrintedDate], ...]:
    """Every printed date of a text, in order; impossible dates and years by themselves are left out."""
    found: list[Found[PrintedDate]] = []
    for match in near(DATE_RE, DATE_ANCHOR_RE, text, REACH):
        if (value := _read(match)) is not None:
            date = Found(match.start(), match.end(), value)
            found.append(_cut_short(text, found[-1], date) if found else date)
    return tuple(found)


def parse(text: str) -> PrintedDate | None:
    """The date that a text consists of, else None."""
    text = text.strip()
    match = DATE_RE.fullmatch(text)
    if match is not None:
        return _read(match)
    return PrintedDate(int(text)) if _YEAR_RE.fullmatch(text) else None


def render(value: PrintedDate) -> str:
    """A date in words, so that `parse(render(date)) == date`."""
    month = calendar.month_name[value.month] if value.month is not None else ""
    return " ".join(str(part) for part in (value.day, month, value.year) if part)


def find_times(text: str) -> tuple[Found[str], ...]:
    """Every time of day, as `HH:MM`.

    >>> [found.value for found in find_times("by 5pm, or @16:00hours, or 9.30 am")]
    ['17:00', '16:00', '09:30']
    """
    return tuple(
        Found(match.start(), match.end(), _clock(match)) for match in near(TIME_RE, TIME_ANCHOR_RE, text, REACH)
    )


def parse_time(text: str) -> str | None:
    """The first time of day that is printed in a text, as `HH:MM`, else None.

    >>> parse_time("12.15am")
    '00:15'
    """
    match = TIME_RE.search(text)
    return _clock(match) if match is not None else None


def _cut_short(text: str, first: Found[PrintedDate], last: Found[PrintedDate]) -> Found[PrintedDate]:
    """The last day of a range with its short year, where the year of the first is as short and not later.

    >>> [found.value.iso for found in find("from 1st May 20 to 31st August 21 at £40")]
    ['2020-05-01', '2021-08-31']
    """
    short = SHORT_RE.match(text, last.end)
    if short is None or last.value.year is not None or not SHORT_FIRST_RE.search(text[first.start : last.start]):
        return last
    value = _possible(replace(last.value, year=_century(short[1])))
    is_later = value is not None and value.full is not None and value.full > (first.value.full or "9999")
    return Found(last.start, short.end(), value) if value is not None and is_later else last


@lru_cache(maxsize=1024)
def _loosely(printed: str) -> PrintedDate | None:
    """A full date in a form of its own, by dateparser, which is only loaded when the first one is met.

    >>> _loosely("3rd July of 2024")
    PrintedDate(year=2024, month=7, day=3)

    What is read must stand there: dateparser turns "7 / 13 / 2024" round, and so it is not read.

    >>> _loosely("7 / 13 / 2024") is None, _loosely("31 / 02 / 2024") is None
    (True, True)
    """
    import dateparser

    read = dateparser.parse(printed, languages=["en"], settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True})
    if read is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    said = (read.day, read.month, read.year) if len(numbers) == 3 else (read.day, read.year)
    return PrintedDate(read.year, read.month, read.day) if tuple(numbers) in (said, said[::-1]) else None


def _read(match: re.Match[str]) -> PrintedDate | None:
    if match["loose"] is not None:
        return None if match["named"] and _is_verb(match["named"], match) else _loosely(match["loose"])
    if (iso := match["iso"]) is not None:
        return _possible(PrintedDate(*map(int, iso.split("-"))))
    if (day := match["sday"] or match["pday"]) is not None:
        month = int(match["smonth"] or match["pmonth"])
        return _possible(PrintedDate(_century(match["syear"] or match["pyear"]), month, int(day)))
    if (month_name := match["lmonth"]) is not None:
        return PrintedDate(_century(match["lyear"]), _month(month_name))
    month_name, printed = match["month"] or match["umonth"], match["year"] or match["uyear"]
    if printed is None and _is_verb(month_name, match):
        return None
    return _possible(PrintedDate(_century(printed), _month(month_name), int(match["day"] or match["uday"])))


def _is_verb(month_name: str, match: re.Match[str]) -> bool:
    if month_name.casefold() not in ("may", "march"):
        return False
    return month_name.islower() or _VERB_RE.match(match.string, match.end()) is not None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _century(printed: str | None) -> int | None:
    if printed is None:
        return None
    year = int(printed.lstrip("'"))
    if year >= 100:
        return year
    return year + (2000 if year < PIVOT else 1900)


def _possible(value: PrintedDate) -> PrintedDate | None:
    """The date, or None where no calendar has it; 29 February stands where no year is printed."""
    if value.month is None or value.day is None:
        return value
    if not 1 <= value.month <= 12 or value.year == 0:
        return None
    return value if 1 <= value.day <= calendar.monthrange(value.year or 2000, value.month)[1] else None


def _clock(match: re.Match[str]) -> str:
    if match["noon"]:
        return "12:00"
    if match["full"]:
        return f"{int(match['full']):02}:{match['past'] or match['hrs']}"
    hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
    return f"{hour:02}:{match['minute'] or '00'}"
