r"""Figures in columns: what a head such as `£m` or `£000` makes of the bare figures under it.

    head                     scale          a figure under it
    £m  Cost (£m)  £ million £, times 10⁶   0.077 → 77,000; (1.053) → −1,053,000
    £000  £'000s  £k         £, times 10³   1,234 → 1,234,000
    Value (£)                £              78,960 → 78,960

In a column brackets are a minus sign, and a dash is an empty cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from minutes_extract.values import figures, words_after, words_before
from minutes_extract.values.found import Found
from minutes_extract.values.money import Money


@dataclass(frozen=True, slots=True)
class Scale:
    """What the head of a column says of its figures: their currency, and what each is multiplied by."""

    currency: str
    factor: Decimal


AS_PRINTED = 10_000  # pounds with their sign, from which on a figure is not in the column's thousands or millions
CURRENCIES = {"£": "GBP", "€": "EUR"}
# £m, (£000), £'000s, £ million, Cost £; not an amount: "over £500,000", "£2m"
SCALE_RE = re.compile(
    r"""
    (?<!\w) (?P<currency>[£€]|GBP|EUR) \s? \(?
    (?P<magnitude> ['’‘]?000s?  | (?i:million|thousand|billion)s? | (?i:mn|bn|m|k) | s )?+
    \)? (?![\w£€(]|\s?\d|[.,]\d)
    """,
    re.VERBOSE,
)
# 1,234  0.077  (1.053)  -1.2  £78,960  £1.2m  2,000*
FIGURE_RE = re.compile(
    rf"""
    \s*+ (?P<figure>
        (?P<minus>[-−–](?=[\d£€(.]))?+ (?P<open>\()?+ (?P<sign>[£€]\s*+)?+ (?P<inner>[-−](?=\d))?+
        (?P<number>{figures.NUMBER}) (?P<magnitude>{figures.MAGNITUDE})?+ (?(open)\)) (?!{figures.BROKEN} | \s?%)
    )
    """,
    re.VERBOSE,
)


def scale(head: str) -> Scale | None:
    """The scale that a head names; None where it names none.

    >>> scale("2024/25 (£m)"), scale("Cost £'000")
    (Scale(currency='GBP', factor=Decimal('1000000')), Scale(currency='GBP', factor=Decimal('1000')))
    >>> scale("Contracts over £500,000") is None
    True
    """
    match = SCALE_RE.search(head)
    if not match:
        return None
    magnitude = match["magnitude"]
    return Scale(CURRENCIES.get(match["currency"], match["currency"]), figures.factor(magnitude))


def find(cell: str, governing: Scale | None, label: str = "") -> Found[Money] | None:
    """The amount of a cell that begins with a figure and holds nothing else but words that speak of it.

    `governing` is the scale of the cell's column, `label` the words that stand beside the cell in a form.

    >>> find("(1.053)", scale("£m")).value.value
    Decimal('-1053000.000')
    >>> find("£1.2m", scale("£000")).value.value
    Decimal('1200000.0')
    >>> read = find("78,960 per annum", scale("Value (£)"), "Estimated value (£): ")
    >>> (read.start, read.end, read.value.per, read.value.qualifier)
    (0, 6, <Rate.YEAR: 'year'>, <Qualifier.APPROXIMATELY: 'approximately'>)
    >>> [find(cell, scale("£m")) for cell in ("–", "12%", "2 of 3", "1O,000")], find("1,234", None)
    ([None, None, None, None], None)
    """
    match = FIGURE_RE.match(cell)
    amount = match and _amount(match, governing)
    if not match or not amount:
        return None
    tail = words_after.parse(cell, match.end(), len(cell))
    if cell[match.end() + tail.reach :].strip(" .*†"):
        return None
    head = words_before.parse(label, 0, len(label))
    chosen = tail.qualifier or head.qualifier or amount.qualifier
    read = replace(amount, qualifier=chosen, per=tail.per or head.per, vat=tail.vat or head.vat)
    return Found(match.start("figure"), match.end(), read)


def _amount(match: "re.Match[str]", governing: Scale | None) -> Money | None:
    """The amount of a matched figure. A magnitude or a sign of its own outweighs the head of its column."""
    sign = (match["sign"] or "").strip()
    if governing is None and not sign:
        return None
    figure = figures.parse(match["number"], match["magnitude"])
    if figure is None:
        return None
    currency = CURRENCIES[sign] if sign else governing.currency if governing else "GBP"
    # "£1,200,000" in a column of millions is meant as it is printed.
    if governing and not match["magnitude"] and not (sign and figure.value >= AS_PRINTED):
        figure = figure.times(governing.factor)
    negative = bool(match["minus"] or match["open"] or match["inner"]) and figure.value != 0
    value = -figure.value if negative else figure.value
    return Money(value, figure.precision, currency, negative=negative, warnings=figure.warnings)


# --- tables whose lines lost their cells ----------------------------------------------------------------------------

# "2021/22 2022/23 Total £m £m £m": the units of the columns in a row, with their heads before them.
HEADS_RE = re.compile(r"(?P<units>(?:[£€](?:['’‘]?000s?|m|k|bn)?\s++){1,24}+[£€](?:['’‘]?000s?|m|k|bn)?)\s*+\Z")
HEAD_RE = re.compile(
    r"(?:19|20)\d\d(?:[/-]\d{2,4})?|Totals?|Variance|Budget|Actual|Forecast|Outturn|Change", re.IGNORECASE
)
# A cell of such a line: a figure, or a dash for an empty cell.
FLAT_CELL = r"(?<!\S)(?:\(?[£€]?[-−]?\d[\d,]*+(?:\.\d++)?+\)?|[-–—])(?!\S)"
FLAT_CELL = r"(?<!\S)(?:\(?[£€]?[-−]?\d[\d,]*+(?:\.\d++)?+\)?|[-–—])(?!\S)"
FLAT_CELL_RE = re.compile(FLAT_CELL)
FLAT_ROW_RE = re.compile(rf"(?P<label>[^\d\s][^\d]{{0,80}}?)\s(?P<cells>{FLAT_CELL}(?:\s++{FLAT_CELL})++)")


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a flattened table: a scale for each column, and where each head stands, if that can be told."""

    scales: tuple[Scale, ...]
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FlatCell:
    """An amount in a flattened row: the place of its row's label, and the number of its column."""

    found: Found[Money]
    row: tuple[int, int]
    column: int


def heads(text: str) -> Heads | None:
    """The heads of a table that lost its cells, if a line ends in two units or more.

    >>> read = heads("Planned activity 2023/24 2024/25 Total £m £m £m")
    >>> len(read.scales), read.places
    (3, ((17, 24), (25, 32), (33, 38)))
    """
    match = HEADS_RE.search(text)
    if not match:
        return None
    scales = [scale(unit) for unit in match["units"].split()]
    places = [found.span() for found in HEAD_RE.finditer(text, 0, match.start())][-len(scales) :]
    known = tuple(places) if len(places) == len(scales) else ()
    return Heads(tuple(unit for unit in scales if unit), known)


def flat_rows(text: str, over: Heads) -> Iterator[FlatCell]:
    """The amounts of a line of flattened rows; nothing where a row has not as many cells as there are columns.

    >>> over = heads("2023/24 2024/25 Total £m £m £m")
    >>> cells = list(flat_rows("Spend 0.848 0.700 1.548 Savings - (0.798) (0.798)", over))
    >>> [(str(cell.found.value.value), cell.column) for cell in cells]
    [('848000.000', 0), ('700000.000', 1), ('1548000.000', 2), ('-798000.000', 1), ('-798000.000', 2)]
    """
    for match in FLAT_ROW_RE.finditer(text):
        cells = list(FLAT_CELL_RE.finditer(text, match.start("cells"), match.end("cells")))
        if len(cells) != len(over.scales) or not match["label"].strip():
            continue
        for column, cell in enumerate(cells):
            amount = find(cell.group(), over.scales[column])
            if amount:
                yield FlatCell(Found(cell.start(), cell.end(), amount.value), match.span("label"), column)
