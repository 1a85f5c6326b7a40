"""A rate paid over a time against the total that it comes to.

    tied by             example
    brackets            receipt of £7,346,875 between 1 April 2025 and 31 March 2030 (£1,469,375 per year)
    a total behind it   £612,350 per annum on a 2+1+1 basis, at a whole-life cost of £2,449,400
    a rate behind it    £140,000 over five years at £28,000 per year
    times               5 × £28,000 = £140,000 (rule `unit_price_times_quantity`)

Rents that rise, rates with something on top, and sums with and without VAT are no products. The source of the rules is
arithmetic alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from minutes_extract.annotations import Stretch
from minutes_extract.checking.case import CUE, Case, Sentence, Sum, is_open_total, place_of
from minutes_extract.checking.findings import Finding, compared, opened
from minutes_extract.checking.intervals import Figure, agreement, shown
from minutes_extract.records.check import Agreement
from minutes_extract.records.term import Term
from minutes_extract.values import dates
from minutes_extract.values.bounds import pattern
from minutes_extract.values.money import Rate

TIMES = {Rate.YEAR: 12, Rate.MONTH: 1}
"""Months that a rate is paid for; weeks and days make no whole number of months."""

# What makes a product of a rate and a time something else.
UNEVEN_RE = re.compile(
    r"""\b(?: ris(?:e|es|ing) | rose | increas\w+ | uplift\w* | inflation\w* | index\w* | CPI | RPI | stepped | tapered
      | thereafter | rent[- ]free | one-?off | set-?up | first[ ]year | second[ ]year | third[ ]year | year[ ]one
      | year[ ][12] | additional | extra | on[ ]top | average | various | pro[ ]rata | each | interest | loans?
      | repay\w* | mobilisation | part[- ]year | net[ ]of | less | plus[ ](?!VAT)
      | (?:two|three|four|five|six|\d+)[ ](?:contracts|suppliers|providers|posts|schools|clubs|grants|leases|sites
          |councils|organisations|lots)
      | per[ ](?:supplier|provider|contract|site|lot|school|club|post) )""",
    re.VERBOSE | re.IGNORECASE,
)
# "(£1,469,375 per year)"; the words of the rate itself are read with the amount.
OPEN_RE = pattern(
    rf"\(\s* (?: i\.?e\.?,?\s+ | being\s+ | or\s+ | equating\s+to\s+ | equivalent\s+to\s+ | at\s+ )?+ {CUE} \Z"
)
CLOSE_RE = pattern(r"\s* (?: per | a | each | p\.? ) [\s.]* (?: annum | year | month | a\.? | m\.? ) \s*\)")
NAMED_TOTAL = (
    r"(?: whole[- ]life\s+(?:cost|value)"
    r" | (?:(?:estimated|maximum|overall)\s+)?total\s+(?:contract\s+|estimated\s+)?(?:value|cost) )"
    r"(?:\s+(?:of|is|being))?"
)
TOTAL = (
    rf"(?:(?:combined|overall|grand|aggregate)\s+)?"
    rf"(?:total(?:\s+(?:sum|spend|expenditure|price))?(?:\s+(?:of|is|being))?|{NAMED_TOTAL})"
)
# "… , a total of", "… for five years, totalling", "whole-life cost of no more than"
TOTAL_RE = pattern(
    rf"""
    (?: [,(–-]\s* (?:giving\s+|making\s+|or\s+|which\s+gives\s+|i\.?e\.?\s+)?+ (?:a|an)\s+ {TOTAL}
      | \b(?:and|with|at)\s+ (?:a|an)\s+ {NAMED_TOTAL}
      | \b(?:giving|making)\s+(?:a|an)\s+ {TOTAL} | \btotall?ing
      | \b(?:amounting|equating|equal|coming)\s+to
      | \bwhich\s+(?:comes\s+to|equates\s+to|amounts\s+to) | =
    ) [\s:,]* {CUE} \Z
    """
)
# "(£185,375 for the whole time)", "£140,000 in total"
IN_ALL_RE = pattern(
    r"\s* (?: in\s+(?:total|all) | altogether | for\s+the\s+(?:whole|full|entire)\s+(?:time|term|period)"
    r" | over\s+the\s+(?:whole\s+|full\s+|entire\s+)?(?:term|period|life|contract) | overall | in\s+aggregate )\b"
)
# "£140,000 over five years at £28,000 per year"
AT_RATE_RE = pattern(
    rf"[^|;:(]{{0,60}}? ,?\s* \b(?: at | being | i\.?e\.? | equating\s+to | equal\s+to | equivalent\s+to | representing"
    rf" | at\s+a\s+(?:cost|rate|rent|price)\s+of ) \s+ {CUE} \Z"
)
LONGEST_GAP = 160
DAY = r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}"
# "between 1 April 2025 and 31 March 2030"
BETWEEN_RE = re.compile(rf"\b(?:between|from)\s+(?P<first>{DAY})\s+(?:and|to|until)\s+(?P<last>{DAY})\b")


@dataclass(frozen=True, slots=True)
class Time:
    """How long a rate is paid: the lengths in months that the words leave open, the longest last."""

    months: tuple[int, ...]
    place: Stretch


def check(case: Case) -> Iterator[Finding]:
    """Rates against totals, sentence by sentence."""
    for item in case.items:
        for sentence in case.sentences(item):
            if not sentence.in_table and not UNEVEN_RE.search(sentence.words):
                yield from _products(sentence)


def _products(sentence: Sentence) -> Iterator[Finding]:
    time = _time(sentence)
    if time is None:
        return
    for place, (one, other) in enumerate(zip(sentence.sums, sentence.sums[1:], strict=False)):
        pair = _tied(sentence, place, one, other)
        if pair is not None and pair[0].amount.vat is pair[1].amount.vat:
            finding = _finding(sentence, *pair, time)
            yield opened(finding) if is_open_total(sentence, pair[1]) else finding


def _tied(sentence: Sentence, place: int, one: Sum, other: Sum) -> tuple[Sum, Sum] | None:
    """The rate and the total of two neighbours, where words tie them together."""
    gap, after = sentence.gap(place), sentence.after(place + 1)
    if len(gap) > LONGEST_GAP or "|" in gap or one.amount.currency != other.amount.currency:
        return None
    if one.is_single and other.amount.per in TIMES:
        bracketed = OPEN_RE.search(gap) and CLOSE_RE.match(after)
        behind = TOTAL_RE.search(after) or IN_ALL_RE.match(after)  # the rate is that of another total
        return (other, one) if bracketed or (AT_RATE_RE.fullmatch(gap) and not behind) else None
    if one.amount.per in TIMES and other.is_single:
        return (one, other) if TOTAL_RE.search(gap) or IN_ALL_RE.match(after) else None
    return None


def _time(sentence: Sentence) -> Time | None:
    """The one length of time that a sentence tells; None where it tells none or several."""
    told = {months: term for term in sentence.terms if (months := lengths(term))}
    if not sentence.terms:
        return _dated(sentence)
    if len({months[-1] for months in told}) != 1:
        return None
    longest = max(told, key=len)
    return Time(longest, place_of(told[longest].evidence))


def _dated(sentence: Sentence) -> Time | None:
    """The time between two days, in a sentence that tells of no term: money may be received over it too."""
    found = list(BETWEEN_RE.finditer(sentence.words))
    days = [dates.parse(found[0][name]) for name in ("first", "last")] if len(found) == 1 else []
    first, last = [day.full if day else None for day in days] or (None, None)
    months = whole_months(first, last)
    start = sentence.start + found[0].start() if found else 0
    return Time(months, Stretch(start, start + len(found[0][0]))) if months else None


def lengths(term: Term) -> tuple[int, ...]:
    """The lengths that a sum may be told for: the initial one, and with each of the options taken up."""
    if term.ambiguous:
        return ()
    if term.initial_months is not None:
        found = [term.initial_months]
        for option in term.option_months:
            found.append(found[-1] + option)
        if term.maximum_months is not None and term.maximum_months > found[-1]:
            found.append(term.maximum_months)
        return tuple(found)
    if term.maximum_months is not None:
        return (term.maximum_months,)
    return whole_months(term.start, term.end)


def whole_months(start: str | None, end: str | None) -> tuple[int, ...]:
    """The whole months from a first to a last day; nothing where the days make no whole months.

    >>> whole_months("2025-04-01", "2030-03-31"), whole_months("2025-04-01", "2025-05-20")
    ((60,), ())
    """
    if start is None or end is None or len(start) < 10 or len(end) < 10:
        return ()
    from datetime import date, timedelta

    first, beyond = date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)
    months = (beyond.year - first.year) * 12 + beyond.month - first.month
    return (months,) if first.day == beyond.day and months > 0 else ()


def _finding(sentence: Sentence, rate: Sum, stated: Sum, time: Time) -> Finding:
    """The product against the total. Where options leave the time open, only an exact reading decides."""
    unit = TIMES[rate.amount.per] if rate.amount.per else 12
    choices = [(months, rate.figure.times(Fraction(months, unit))) for months in time.months]
    fitting = [choice for choice in choices if agreement(stated.figure, choice[1]) is not Agreement.INCONSISTENT]
    months, computed = (fitting or choices)[-1]
    detail = f"{shown(rate.figure.value)} × {shown(Fraction(months, unit))}"
    places = (stated.place, rate.place, time.place)
    return compared("rate_times_years", sentence.item.item_id, stated.figure, computed, detail, places)


# --- prices and quantities --------------------------------------------------------------------------------------------

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNT = rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(WORDS)})"
# "120 bins at £45", "24 places at a cost of £310"
AT_PRICE_RE = pattern(
    rf"(?<![\w£.,/-]) {COUNT} \s+ (?!years?\b|months?\b|weeks?\b|days?\b|%|per\b) (?:[a-z][\w’'-]*\s+){{1,4}}?"
    rf"(?: at | @ | costing )\s+ (?:a\s+(?:unit\s+)?(?:cost|price)\s+of\s+)?+ {CUE} \Z"
)
# "4 x £250"
TIMES_RE = pattern(rf"(?<![\w£.,/-]) {COUNT} \s? [x×] \s? \Z")
# What a total may hold besides the product.
ADDED_RE = re.compile(
    r"\b(?:plus|additional|installation|delivery|contingency|including|inclusive|discount|less|net of|average)\b",
    re.IGNORECASE,
)
EACH_RE = pattern(r"\s*(?:each|apiece|per\s+(?!annum|year|month|week|day|hour)\w+)\b")


def check_prices(case: Case) -> Iterator[Finding]:
    """Unit prices and quantities against totals: "120 bins at £45 each, a total of £5,400"."""
    for item in case.items:
        for sentence in case.sentences(item):
            if not sentence.in_table and not ADDED_RE.search(sentence.words):
                yield from _priced(sentence)


def _priced(sentence: Sentence) -> Iterator[Finding]:
    """The one price of a sentence; where there are several, a total may be that of all."""
    priced = [
        place
        for place in range(len(sentence.sums))
        if EACH_RE.match(sentence.after(place)) or TIMES_RE.search(sentence.before(place))
    ]
    if len(priced) == 1 and priced[0] + 1 < len(sentence.sums):
        yield from _product(sentence, priced[0])


def _product(sentence: Sentence, place: int) -> Iterator[Finding]:
    price, stated = sentence.sums[place : place + 2]
    before = sentence.before(place)
    times = TIMES_RE.search(before)
    told = times or AT_PRICE_RE.search(before)
    gap = sentence.gap(place)
    each = times is not None or EACH_RE.match(gap) is not None
    is_total = TOTAL_RE.search(gap) or IN_ALL_RE.match(sentence.after(place + 1)) or gap.strip() in {"=", "("}
    if not (told and each and is_total and len(gap) <= LONGEST_GAP and stated.is_single):
        return
    if price.amount.per not in (None, Rate.UNIT) or price.amount.vat is not stated.amount.vat or "(" in gap.strip("( "):
        return
    count = Fraction(_number(told["count"]))
    at = sentence.text.rfind(told["count"], sentence.start, price.start)
    computed: Figure = price.figure.times(count)
    detail = f"{shown(price.figure.value)} × {shown(count)}"
    places = (stated.place, price.place, Stretch(at, at + len(told["count"])))
    finding = compared("unit_price_times_quantity", sentence.item.item_id, stated.figure, computed, detail, places)
    is_open = is_open_total(sentence, stated) or re.search(r"\band\b", gap)  # "and 14 docking stations"
    yield opened(finding) if is_open else finding


def _number(printed: str) -> int:
    """A count in digits or words."""
    word = printed.lower()
    return WORDS.index(word) + 1 if word in WORDS else int(printed.replace(",", ""))
