"""What terms are written with: lengths, sums of lengths, dates and years of account, in the order of a text."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from minutes_extract.values import dates, periods
from minutes_extract.values.anchors import near
from minutes_extract.values.dates import PrintedDate
from minutes_extract.values.found import Found
from minutes_extract.values.periods import UNIT, Length, Years

_FLAGS = re.VERBOSE | re.IGNORECASE
_COUNT = r"(?P<count> \b (?: \d (?!\d) | (?:one|two|three|four|five|six|seven|eight|nine|ten) \b ) (?: \s \(\d\) )? )"
_ADJECTIVE = r"""(?: further | additional | possible | potential | optional | extra | separate | successive
                   | consecutive | annual | equal | contract | discretionary | later | subsequent | yearly | single )"""

# How many options: "two further periods of", "options for two extensions for", "3 periods of up to"
COUNT_NOUN_RE = re.compile(
    rf"""{_COUNT} (?: [\s-]{{1,2}} {_ADJECTIVE} ){{0,3}}
      \s (?:extensions?|periods?|terms?|options?|increments?|renewals?) (?: \s (?:periods?|options?|terms?) )?
      (?: \s to \s (?:extend|renew)
          (?: \s the \s (?:[\w-]{{1,15}}\s)? (?:contract|lease|agreement|term|framework)s? )? )?
      ,? (?: \s (?P<each> each) )? \s (?:of|for|by|at|being|lasting) (?: \s (?P<each2> each) )?
      (?: \s (?:up[ ]to|a|an|maximum|of|further|additional|period|term) ){{0,5}} \s? $""",
    _FLAGS,
)
# "two possible", "3 x", "2x", "2 No." before the length; without a sign the noun must follow: "three-year extensions"
COUNT_ADJECTIVE_RE = re.compile(
    rf"""{_COUNT} (?: \s? (?P<times> [x×] | \b no s? \b \.? ) )? (?: [\s,-]{{1,2}} (?: {_ADJECTIVE} | and ) ){{0,3}}
      (?: [\s-]{{1,2}} | (?<=[x×]) ) $""",
    _FLAGS,
)
COUNTED_RE = re.compile(
    r"""^ [\s-]{1,3} (?: (?:further|optional|possible|extension|additional) \s ){0,2}
      (?:extension|period|option|term|renewal|increment)s \b""",
    _FLAGS,
)
# "the first of two optional one-year extensions": one is meant
ONE_OF_RE = re.compile(r"\b(?:first|second|third|final|last|one|either)\sof\s(?:the\s|these\s|its\s)?$", re.IGNORECASE)
# "to extend for 12 months on two occasions"
OCCASIONS_RE = re.compile(
    r"^ \s on \s (?:up[ ]to\s)? (?P<count>two|three|four|five|[2-5]) \s (?:separate\s)? occasions \b", _FLAGS
)
EACH_RE = re.compile(r"^ \s (?: (?:periods?|extensions?|terms?) \s )? each \b", _FLAGS)

# "2 years plus one", "further 99 years plus option of 15", "3 years + 1 + 1"; not "plus two extensions of two years"
BARE_PLUS_RE = re.compile(
    rf"""\s? [,(]? \s? (?: \+ | \b plus \b ) \s?
      (?: (?:an?|the|up[ ]to|further|option|optional|of|for|to[ ]extend) \s ){{0,4}}
      (?P<count> \d{{1,2}} | one | two | three | four | five | six | seven | eight | nine | ten ) \b
      (?! (?: [\s-]+ [a-z-]+ ){{0,6}}? [\s-]* {UNIT} | [.,]?\d | \s? [%x×] )
      (?= \s* (?: $ | [),.;:+/-]
                | (?:plus|starting|from|commencing|extensions?|option|optional|more|further|basis|contract|at|with
                    |and|to) \b ) )""",
    _FLAGS,
)

# "with the option to extend for a further two", "for up to five more": the unit is that of the length before it
_BARE = r"(?: \d{1,2} | one | two | three | four | five | six | seven | eight | nine | ten )"
FURTHER_BARE_RE = re.compile(
    rf"""\b (?: (?: option | extend\w* | extension | renew\w* | plus | and ) \b [^.;£\d]{{0,60}}? \b
              (?: a \s (?:possible\s)? further | another | an \s (?:additional|extra) )
            | (?: extend\w* | extension | renew\w* ) \b [^.;£\d]{{0,60}}? \b (?: by | for | of ) (?: \s up[ ]to )?
            | extend\w* \s to )
      \s (?P<count>{_BARE}) (?: \s more \b )?
      (?= \s? (?: $ | [),.;:] (?!\d) ) | \s (?:at|subject|from|commencing|if|should|where) \b )""",
    _FLAGS,
)

# "5+2+2 years", "five years (3+1+1)", "24+12 months", "a 1 plus 1 year extension"; "2+2=4" is none
SUM_RE = re.compile(
    rf"""(?<![\w+£$€.,/=]) (?<!\d-) (?P<bracket> \( \s? )?
      (?P<sum> (?:\d{{1,3}}|one|two|three|four|five)
               (?: \s? (?: \+ | \b plus \b ) \s? (?:\d{{1,3}}|one|two|three|four|five) \b ){{1,6}} )
      (?! \s? [=%+] | \d | [.,]\d ) (?P<close> \s? \) )?
      (?: [\s-]{{0,2}} (?P<unit>{UNIT}) (?! \s? olds? \b ) (?P<late> \s? \) )? )?""",
    _FLAGS,
)
PLUS_RE = re.compile(r"\s?(?:\+|\bplus\b)\s?", re.IGNORECASE)
PLUS_ANCHOR_RE = re.compile(r"\+|[pP]lus|PLUS")
# Without a unit a sum is a term only beside these: "a 3+1 contract", "the contract (3+1)", "five years (3+1+1)".
SUM_AFTER_RE = re.compile(
    r"^ [\s-]{1,2} (?:contract|extension|basis|term|option|arrangement|lease|agreement|framework|model)s? \b", _FLAGS
)
SUM_BEFORE_RE = re.compile(
    r"""\b (?: contract | lease | term | period | duration | agreement | framework | years? | extensions? | further
             | on\san? | of | award | extend ) \b [\w\s,:-]{0,25} $""",
    _FLAGS,
)

# No part is without a digit or a unit of time.
ANY_RE = re.compile(r"\d|[yY](?:ea|EA)?[rR]|[mM](?:on|ON)?(?:th|TH)|[wW](?:ee|EE)?[kK]|[pP]lus|PLUS")

# How far a count ("two further periods of up to ...") stands before its length, and a sum reaches from a plus sign.
REACH, SUM_REACH = 110, 60
# More options than this nobody grants: "10 year" after a stray count.
MOST_OPTIONS = 10


class Kind(Enum):
    """The kinds of part."""

    LENGTH = auto()
    SUM = auto()
    DATE = auto()
    YEARS = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a term, at `text[start:end]`.

    `lengths` in months: one of a plain length (none, if it is printed in weeks), one for each summand, one for each of
    "two further periods of 12 months". `counted` says that they were counted so, `each` that the text says so too.
    `core` is where the bare length begins, after its count.
    """

    kind: Kind
    start: int
    core: int
    end: int
    lengths: tuple[int, ...] = ()
    counted: bool = False
    each: bool = True
    low: int | None = None
    with_unit: bool = True
    several: bool = False
    date: PrintedDate | None = None
    years: Years | None = None


def find(text: str) -> list[Part]:
    """The parts of a text, in order; where two overlap the one that begins first stands, of two the longer."""
    if not ANY_RE.search(text):
        return []
    lengths = periods.find_lengths(text)
    found = [_length(text, length) for length in lengths]
    found += _bare(text, lengths)
    found += [part for match in near(SUM_RE, PLUS_ANCHOR_RE, text, SUM_REACH) if (part := _sum(match)) is not None]
    found += [Part(Kind.DATE, f.start, f.start, f.end, date=f.value) for f in dates.find(text)]
    found += [Part(Kind.YEARS, f.start, f.start, f.end, years=f.value) for f in periods.find_years(text)]
    found.sort(key=lambda part: (part.start, -part.end))
    kept: list[Part] = []
    for part in found:
        if not kept or part.core >= kept[-1].end:
            kept.append(part)
        elif part.kind is Kind.YEARS and kept[-1].kind is Kind.LENGTH and part.end > kept[-1].end:
            kept.append(_bared(text, part, kept[-1].end))
    return kept


def _bared(text: str, part: Part, after: int) -> Part:
    """Years of account without the words that a length has taken: "the four financial years of 2025/26 to 2028/29"."""
    start = next(i for i in range(after, part.end) if text[i].isdigit())
    return replace(part, start=start, core=start)


def _length(text: str, found: Found[Length]) -> Part:
    """A length with the count before it, "each" after it, and the bare numbers that are added to it."""
    length, start, end = found.value, found.start, found.end
    if length.months is None:
        return Part(Kind.LENGTH, start, start, end, several=length.several)
    lengths, is_counted, each = [length.months], False, True
    if (counted := _count(text, found)) is not None:
        number, start, each = counted
        lengths, is_counted = lengths * min(number, MOST_OPTIONS), number > 1
    if (often := OCCASIONS_RE.match(text[end : end + REACH])) is not None and not is_counted:
        lengths, is_counted, end = lengths * (periods.parse_number(often["count"]) or 1), True, end + often.end()
    if (said := EACH_RE.match(text[end : end + REACH])) is not None:
        each, end = True, end + said.end()
    factor = 1 if "month" in text[found.start : found.end].casefold() else 12
    while (plus := BARE_PLUS_RE.match(text, end)) is not None:
        lengths.append(factor * (periods.parse_number(plus["count"]) or 0))
        end = plus.end()
    return Part(Kind.LENGTH, start, found.start, end, tuple(lengths), is_counted, each or not is_counted, length.low)


def _bare(text: str, lengths: tuple[Found[Length], ...]) -> list[Part]:
    """The numbers without a unit that follow a length as its option: "five years with an option for a further two"."""
    found = []
    for length, following in zip_longest(lengths, lengths[1:]):
        end = min(length.end + 2 * REACH, following.start if following is not None else len(text))
        match = FURTHER_BARE_RE.search(text, length.end, end)
        if match is not None and length.value.months is not None:
            factor = 1 if "month" in text[length.start : length.end].casefold() else 12
            option = factor * (periods.parse_number(match["count"]) or 0)
            found.append(Part(Kind.LENGTH, match.start("count"), match.start("count"), match.end(), (option,)))
    return found


def _count(text: str, found: Found[Length]) -> tuple[int, int, bool] | None:
    """How many times a length is counted, where the count begins, and whether the text says "each"."""
    before = text[max(0, found.start - REACH) : found.start]
    counted = COUNT_NOUN_RE.search(before)
    each = counted is not None and (counted["each"] or counted["each2"]) is not None
    if counted is None:
        counted, each = COUNT_ADJECTIVE_RE.search(before), True
        if counted is None or not (counted["times"] or COUNTED_RE.match(text[found.end : found.end + REACH])):
            return None
    if ONE_OF_RE.search(before[: counted.start()]):
        return None
    number = periods.parse_number(counted["count"].split("(")[0])
    return (number, found.start - len(before) + counted.start(), each) if number else None


def _sum(match: re.Match[str]) -> Part | None:
    """A sum such as "5+2+2 years"; one without a unit must stand beside a contract or a length."""
    text, unit = match.string, (match["unit"] or "").casefold()
    numbers = [periods.parse_number(number) or 0 for number in PLUS_RE.split(match["sum"])]
    if not all(numbers) or unit.startswith("w"):
        return None
    if not unit:
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 20]
        if not (SUM_AFTER_RE.match(after) or SUM_BEFORE_RE.search(before)) or max(numbers) > 60:
            return None
        unit = "month" if min(numbers) >= 6 and max(numbers) >= 12 else "year"
    bracketed = match["bracket"] and (match["close"] or match["late"])
    start = match.start() if bracketed else match.start("sum")
    end = match.end() if match["unit"] or bracketed else match.end("sum")
    factor = 12 if unit.startswith("y") else 1
    return Part(Kind.SUM, start, start, end, tuple(factor * n for n in numbers), with_unit=bool(match["unit"]))
