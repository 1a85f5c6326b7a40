r"""Amounts of money, wherever they are printed in running text.

    form        examples                                      read
    led         £18.72m  £ 714.28  GBP 5,000  €310 million    always money
    followed    5,000 euro  3 million pounds  87p             always money
    bare        a saving of 0.582m per year                   only beside a word for money
    range       between £200,000 and £2m  £20-30k             one amount without a value, with its two ends

A span covers the bare amount. `bare_amounts` finds them, `ranges` pairs them, `words_before` and `words_after` read
what the words around make of them. Brackets in prose are an aside and not a minus sign; figures that stand under the
head of a column are read by `columns`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from minutes_extract.values import bare_amounts, ranges, words_after, words_before
from minutes_extract.values.bare_amounts import Bare
from minutes_extract.values.bounds import Bound, Qualifier, Rate, Vat, pattern
from minutes_extract.values.found import Found

__all__ = ["Money", "Qualifier", "Rate", "Vat", "find", "parse", "render"]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money.

    `value` is in units of the currency, negative amounts below 0; for a range None, with `minimum` and `maximum`.
    `precision` is half a unit of the last printed digit: £18.72m → 5000. `warnings` are fixed words:
    `comma_before_magnitude`, `space_inside`, `stop_for_comma`, `figure_follows`, `dollars_unnamed`.
    """

    value: Decimal | None
    precision: Decimal
    currency: str = "GBP"
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    per: Rate | None = None
    negative: bool = False
    vat: Vat | None = None
    warnings: tuple[str, ...] = ()


# --- the amount and the words around it ------------------------------------------------------------------------------

# Between an amount and its restatement: "£12.47m exclusive of VAT (£14.96m inclusive of VAT)".
RESTATED_RE = pattern(
    r"[\s,(–-]*+ (?: or | i\.?e\.? | being | which\s+is | (?:equivalent|equating|equal)\s+to )?+ [\s(]*+"
)
# "up to £120,000 in 2026/27; £90,000 in 2027/28": one bound over the years
YEARS_RE = pattern(
    r"\s+(?:in|for|during)\s+(?:financial\s+)?(?:year\s+)?20\d\d\s?[-–/]\s?\d{2,4}\s*[,;]?\s+(?:and\s+)?"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount with the stretch of text that was used to read it, cues included."""

    found: Found[Money]
    start: int
    end: int


def readings(text: str, dollars: str | None = None) -> Iterator[Reading]:
    """Every amount of a text, each read with the words around it."""
    last: Reading | None = None
    pairs = list(ranges.pair(text, bare_amounts.find(text, dollars)))
    for place, (first, second) in enumerate(pairs):
        end = (second or first).end
        tail = words_after.parse(text, end, len(text))
        if tail.per is None and place + 1 < len(pairs):
            tail = replace(tail, per=shared_rate(text, end, *pairs[place + 1]))
        head = words_before.parse(text, last.end if last else 0, first.start, text[end : end + 40])
        money = joined(first, second, head, tail)
        money = carried(text, last, first.start, money) if last else money
        last = Reading(Found(first.start, end, money), first.start - head.reach, end + tail.reach)
        yield last


def carried(text: str, last: Reading, start: int, money: Money) -> Money:
    """An amount with what the one before it says of both: its bound, its rate."""
    before, gap = last.found.value, text[last.found.end : start]
    bounded = restates(text, last, start, money) or (before.qualifier is Qualifier.UP_TO and YEARS_RE.fullmatch(gap))
    if money.qualifier is Qualifier.EXACT and bounded:
        money = replace(money, qualifier=before.qualifier)
    if money.per is None and before.per and gap.strip().lower() == "to":
        money = replace(money, per=before.per)  # "the hourly rate goes up from £11.20 to £11.80"
    return money


def shared_rate(text: str, end: int, first: Bare, second: Bare | None) -> Rate | None:
    """The rate of the next amount, where it is printed once for both: "from £96.40 to £103.82 per week"."""
    if text[end : first.start].strip().lower() != "to":
        return None
    return words_after.parse(text, (second or first).end, len(text)).per


def joined(first: Bare, second: Bare | None, head: Bound, tail: Bound) -> Money:
    """A bare amount, or the two ends of a range, with what stands before and after."""
    # A time outweighs a unit: "a weekly allowance of £30 for each child".
    per = head.per if tail.per in (None, Rate.UNIT) and head.per else tail.per
    vat = tail.vat or head.vat
    if second:
        precision = max(first.figure.precision, second.figure.precision)
        warnings = tuple(dict.fromkeys((*first.warnings, *second.warnings)))
        low, high = first.figure.value, second.figure.value
        return Money(None, precision, first.currency, low, high, Qualifier.BETWEEN, per, False, vat, warnings)
    value = -first.figure.value if first.negative else first.figure.value
    chosen = nearer(head.qualifier, tail.qualifier)
    precision, currency = first.figure.precision, first.currency
    return Money(value, precision, currency, None, None, chosen, per, first.negative, vat, first.warnings)


def nearer(before: Qualifier | None, after: Qualifier | None) -> Qualifier:
    """The words after outweigh a loose "estimated" before, but not a printed maximum: "up to £1.19m or more"."""
    if before is Qualifier.UP_TO or after is None:
        return before or Qualifier.EXACT
    return after


def restates(text: str, last: Reading, start: int, money: Money) -> bool:
    """Whether an amount says the one before it again: with VAT, or in brackets as a rate or in other figures."""
    before = last.found.value
    joined = any(RESTATED_RE.fullmatch(text, end, start) for end in (last.found.end, last.end))
    if before.qualifier is Qualifier.BETWEEN or not joined:
        return False
    bracket = "(" in text[last.found.end : start]
    again = before.value == money.value or (money.per is not None and before.per is None)
    return (before.vat is not money.vat) or (bracket and again)


def find(text: str, dollars: str | None = None) -> tuple[Found[Money], ...]:
    """Every amount printed in a text, in order; repeats too. `dollars`: the currency of a bare `$`, if it is known.

    >>> [str(f.value.value) for f in find("up to £1, 014,627 (£37.2 million inclusive of VAT)")]
    ['1014627', '37200000.0']
    >>> found = find("a saving of 0.582m per year behind a 2m high fence")
    >>> [(str(f.value.value), f.value.per) for f in found]
    [('582000.000', <Rate.YEAR: 'year'>)]

    A range is one amount; a change of price is two:

    >>> [(f.start, f.end) for f in find("between £200,000 and £2m")]
    [(8, 24)]
    >>> len(find("raised from £5,000 to £10,000"))
    2
    >>> find("spend £m, £000s, £12,50, £1O,000, £xx,000, 16+, 2x 2-bed, 5+2+2, 25%")
    ()
    """
    return tuple(reading.found for reading in readings(text, dollars))


ISOLATED_RE = pattern(r"(?: \s | [.,;:()] | \b(?:between|in\s+the\s+range(?:\s+of)?|worth|at|of|the\s+sum\s+of)\b )*+")


def parse(text: str, dollars: str | None = None) -> Money | None:
    """The amount that a text consists of, with the words that bound it; None where there is none, or more beside it.

    >>> parse("not exceeding £68,000 per annum")
    ... # doctest: +NORMALIZE_WHITESPACE
    Money(value=Decimal('68000'), precision=Decimal('0.5'), currency='GBP', minimum=None, maximum=None,
          qualifier=<Qualifier.UP_TO: 'up_to'>, per=<Rate.YEAR: 'year'>, negative=False, vat=None, warnings=())
    >>> parse("£500 to the village hall") is None
    True
    """
    found = list(readings(text, dollars))
    if len(found) != 1:
        return None
    rest = (text[: found[0].start], text[found[0].end :])
    return found[0].found.value if all(ISOLATED_RE.fullmatch(words) for words in rest) else None


# --- and back to words -----------------------------------------------------------------------------------------------

SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$", "CAD": "CA$", "AUD": "A$", "NZD": "NZ$"}
CUES = {
    Qualifier.EXACT: "",
    Qualifier.UP_TO: "up to ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.APPROXIMATELY: "approximately ",
    Qualifier.BETWEEN: "between ",
}
SUFFIXES = ("", "k", "m", "bn")


def render(money: Money) -> str:
    """An amount as a council would print it, to its precision, so that `parse` gives it back.

    >>> render(Money(Decimal(18720000), Decimal(5000), qualifier=Qualifier.UP_TO, per=Rate.YEAR, vat=Vat.EXCLUDED))
    'up to £18.72m per year excluding VAT'
    """
    ends = [end for end in (money.minimum, money.maximum) if end is not None] or [money.value or Decimal(0)]
    amount = " and ".join(printed(end, money.precision, money.currency) for end in ends)
    per = "" if money.per is None else " each" if money.per is Rate.UNIT else f" per {money.per}"
    vat = "" if money.vat is None else f" {'including' if money.vat is Vat.INCLUDED else 'excluding'} VAT"
    return f"{CUES[money.qualifier]}{amount}{per}{vat}"


def printed(value: Decimal, precision: Decimal, currency: str) -> str:
    """A value to its precision: half a unit of 5000 prints £18.72m."""
    places = (precision * 2).adjusted()
    step = max(0, (places + 2) // 3)
    figure = abs(value).scaleb(-3 * step)
    minus = "-" if value < 0 else ""
    # A comma before "m" would be taken for a decimal point.
    digits = f"{figure:,.{3 * step - places}f}" if step < 2 else f"{figure:.{3 * step - places}f}"
    return f"{minus}{SIGNS.get(currency, currency + ' ')}{digits}{SUFFIXES[step]}"
