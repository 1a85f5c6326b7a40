r"""Bare amounts: the printed sign, figure and magnitude, without what the words around them make of it.

Left alone, because wrong is worse than blank: figures that are broken or masked (`£12,50`, `£1O,000`, `£1xx,000`),
heads of columns (`£m`, `£000`), lengths and crowds (`2m high`, `2m visitors`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from minutes_extract.values import figures, words_after
from minutes_extract.values.bounds import pattern
from minutes_extract.values.figures import BROKEN, MAGNITUDE, NUMBER, Figure
from minutes_extract.values.words_before import MONEY_WORDS

# £18.72m, £ 714.28, £1, 014,627, GBP 5,000, £(2.3m), £-50
LED_RE = re.compile(
    rf"""
    (?P<currency>[£€$]|GBP|EUR|USD|CAD|AUD|NZD|CHF)
    [^\S\n]{{0,40}}+                                  # columns of payments: "£          265,568"
    (?P<minus>[-−])?+ (?P<open>\()?+
    (?P<number>{NUMBER}) (?P<magnitude>{MAGNITUDE})?+
    (?(open)\)) (?!{BROKEN})
    """,
    re.VERBOSE,
)
# 87p, 45 pence, 5,000 euro, 3 million pounds, 0.582m
FOLLOWED_RE = re.compile(
    rf"""
    (?<![\w.,£€$/'’−-])
    (?P<number>{NUMBER})
    (?:
        (?P<pence>p(?![\w'’]|\.\s?m)|\s?pence\b)
      | (?P<magnitude>{MAGNITUDE})?+
        (?:
            \s?(?P<currency>GBP|EUR|USD|CAD|AUD|NZD|CHF|[Ee]uros?|[Pp]ounds(?:\s+sterling)?+)(?!\w|\s+(?:of|weight)\b)
          | (?<=[mkMK]) | (?<=illion) | (?<=bn)
        )
    )
    (?!{BROKEN})
    """,
    re.VERBOSE,
)
# "the sum of 88,250.40", "allowances of 975.00 and 6,204.00": a page that lost its pound signs
UNSIGNED_RE = re.compile(
    r"(?<![\w.,£€$/'’−:-])(?P<number>\d{1,3}(?:,\d{3})++\.\d\d|\d{3,4}\.\d\d)(?![\w%]|[.,:/-]\w|\s?(?:%|[ap]\.?m\b|per\s?cent))"
)
SUM_BEFORE_RE = pattern(
    r"""
    \b(?: sums? | prices? | costs? | expenditure | allowances? | amounts? | fees? | grants? | tenders? | quotations? )
    (?: \s+ (?:in|amounting) )?+ \s+ (?: of | to | at | totalling | being ) \s+ (?: a \s+ total \s+ of \s+ )?+ \Z
    """
)
AND_SUM_RE = pattern(r"(?: [^£€$.;\d]{0,60} (?:\band|,|\bto) \s+ ) \Z")
PENCE_RE = re.compile(r"\d\.\d\d(?!\d)")
# Cheap tests that decide whether the grammars above can match at all.
SIGNED_RE = re.compile(r"[£€$]|GBP|EUR|USD|CAD|AUD|NZD|CHF")
ENDED_RE = re.compile(r"\d\s?(?:['’‘]000|-?[mbtMBT]|[kKpP]|[Ee]uro|-?thousand|GBP|EUR|USD|CAD|AUD|NZD|CHF)")
SYMBOLS = {"£": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR", "pounds": "GBP"}
DOLLARS_RE = re.compile(r"(?:US|CAD?|C|AU?|NZ)\Z")
DOLLARS = {"US": "USD", "CA": "CAD", "C": "CAD", "CAD": "CAD", "A": "AUD", "AU": "AUD", "NZ": "NZD"}
DOLLARS_AFTER_RE = re.compile(r"\s?(USD|CAD|AUD|NZD)\b")

# A word for money close before a bare figure, and words of measure after it.
MONEY_BEFORE_RE = pattern(
    rf"""
    \b(?: savings? | costs? | costing | spend | spending | spent | expenditure | budget | grant | funding | value | fee
      | mon(?:ey|ies) | income | deficit | surplus | overspend | underspend | pressures? | reserves? | contribution
      | allocation | investment | receipts? | loan | debt | price | rent | shortfall | gap | precept | worth
      | saved? | revenue )\b
    (?: [\s:,–-]++ | {MONEY_WORDS}
      | (?:up|over|around|about|approximately|approx\.?|circa|c\.?|some|excess|more|than)\b )*+ \Z
    """
)
ARTICLE_RE = pattern(r"\b(?:an?|the|for|its|each|any)\s*+\Z")
MONEY_AFTER_RE = pattern(
    r"""
    \s++ (?: of\s++ | in\s++ | worth\s++of\s++ )?+
    (?:(?:annual|net|gross|total|additional|recurring|cashable|grant|capital|revenue)\s++)?+
    (?: savings? | funding | investment | overspend | underspend | deficit | surplus | grant | budget | costs? | spend
      | expenditure | shortfall | income )\b
    """
)
MEASURE_RE = pattern(
    r"""
    [\s-]*+ (?: high | wide | long | deep | tall | in\s+(?:height|width|length) | from
      | of\s+(?:road|pipe|fence|path|kerb|cable)\w*+ | fence | wall | hedge | strip | radius | apart | away | gap
      | visits? | visitors? | people | residents | passengers | journeys | trips | homes | households | tonnes | trees
      | views | hits | items | x | by )\b
    """
)
# "£60 250 leaflets": two figures, or one with a space for a comma?
FOLLOWS_RE = re.compile(r"(?<!\.\d\d) \d{3}(?![\d,.])")
# "-£50,000" after a connecting word or a bracket; after any other word the stroke is a dash: "Hall hire -£25".
MINUS_RE = re.compile(r"(?:[(\[|:=]\s?|\b(?:of|at|is|was|to|by|and|or|be)\s+)[-−–]\Z")


@dataclass(frozen=True, slots=True)
class Bare:
    """An amount without the words around it. `printed` is its figure before any magnitude."""

    start: int
    end: int
    figure: Figure
    printed: Decimal
    magnitude: str | None
    currency: str
    negative: bool = False
    warnings: tuple[str, ...] = ()


def find(text: str, dollars: str | None) -> list[Bare]:
    """Every bare amount, in order, without overlaps.

    >>> [(bare.currency, str(bare.figure.value)) for bare in find("GBP 5,000, 3 million euro and 87p", None)]
    [('GBP', '5000'), ('EUR', '3000000'), ('GBP', '0.87')]
    """
    led = LED_RE.finditer(text) if SIGNED_RE.search(text) else ()
    found = [bare for match in led if (bare := _led(text, match, dollars))]
    if not found and PENCE_RE.search(text):
        found = list(_unsigned(text))
    if not ENDED_RE.search(text):
        return found
    taken = [(bare.start, bare.end) for bare in found]
    place = 0
    for match in FOLLOWED_RE.finditer(text):
        while place < len(taken) and taken[place][1] <= match.start():
            place += 1
        free = place == len(taken) or match.end() <= taken[place][0]
        if free and (bare := _followed(text, match)):
            found.append(bare)
    return sorted(found, key=lambda bare: bare.start)


def _led(text: str, match: "re.Match[str]", dollars: str | None) -> Bare | None:
    """An amount that a sign or a code of its currency leads."""
    symbol, start = match["currency"], match.start()
    if symbol.isalpha() and start and text[start - 1].isalnum():
        return None
    figure = figures.parse(match["number"], match["magnitude"])
    if figure is None:
        return None
    warnings = figure.warnings
    currency = SYMBOLS.get(symbol, symbol)
    if symbol == "$":
        currency, named, start = _dollar(text, match, dollars)
        warnings += () if named else ("dollars_unnamed",)
    if not match["magnitude"] and FOLLOWS_RE.match(text, match.end()):
        warnings += ("figure_follows",)
    start, minus = _sign(text, start, match.end())
    negative = minus or bool(match["minus"] or match["open"])
    printed = figure.value / figures.factor(match["magnitude"])
    return Bare(start, match.end(), figure, printed, match["magnitude"], currency, negative, warnings)


def _unsigned(text: str) -> Iterator[Bare]:
    """Sums to the penny behind words for money, where no sign of a currency stands at all."""
    last: int | None = None
    for match in UNSIGNED_RE.finditer(text):
        goes_on = last is not None and AND_SUM_RE.fullmatch(text, last, match.start())
        figure = figures.parse(match["number"], None)
        if figure is None or not (goes_on or SUM_BEFORE_RE.search(text[max(0, match.start() - 60) : match.start()])):
            continue
        last = match.end()
        yield Bare(*match.span(), figure, figure.value, None, "GBP", False, figure.warnings)


def _dollar(text: str, match: "re.Match[str]", dollars: str | None) -> tuple[str, bool, int]:
    """Whose dollars: by the letters before the sign or after the amount, else as the caller knows."""
    before = DOLLARS_RE.search(text, max(0, match.start() - 3), match.start())
    if before and not text[max(0, before.start() - 1) : before.start()].isalnum():
        return DOLLARS[before.group()], True, before.start()
    after = DOLLARS_AFTER_RE.match(text, match.end())
    if after:
        return after.group(1), True, match.start()
    return dollars or "USD", dollars is not None, match.start()


def _sign(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where an amount starts with its minus sign, and whether it has one."""
    if start == 0 or text[start - 1] not in "-−–":
        return start, False
    rest = text[end + words_after.parse(text, end, len(text)).reach :] if start < 40 else "…"
    if (not text[: start - 1].strip() and not rest.strip(" .")) or MINUS_RE.search(text, max(0, start - 12), start):
        return start - 1, True
    return start, False


def _followed(text: str, match: "re.Match[str]") -> Bare | None:
    """An amount that its currency follows, or a bare figure with a magnitude beside a word for money."""
    figure = figures.parse(match["number"], match["magnitude"])
    if figure is None:
        return None
    start, end = match.span()
    if match["pence"]:
        return Bare(start, end, figure.times(Decimal("0.01")), figure.value, None, "GBP", False, figure.warnings)
    if match["currency"] is None and not _beside_money(text, start, end):
        return None
    word = (match["currency"] or "GBP").split()[0]
    printed = figure.value / figures.factor(match["magnitude"])
    currency = SYMBOLS.get(word.lower(), word)
    return Bare(start, end, figure, printed, match["magnitude"], currency, False, figure.warnings)


def _beside_money(text: str, start: int, end: int) -> bool:
    """Whether a bare figure such as `0.582m` stands beside a word for money, and is neither a length nor a crowd."""
    if MEASURE_RE.match(text, end):
        return False
    before = text[max(0, start - 80) : start]
    if MONEY_AFTER_RE.match(text, end):
        return True
    return bool(MONEY_BEFORE_RE.search(before)) and not ARTICLE_RE.search(before)
