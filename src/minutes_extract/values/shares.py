r"""Amounts that are part of another amount of the same text.

    form            example                                              part → whole
    of which        £18.72m over 9 years, of which up to £11.262m        £11.262m → £18.72m
    bracketed       £941,300 (£410,300 LA base budget)                   £410,300 → £941,300
    including       £246,000, including £31,500 for contingencies        £31,500 → £246,000
    made up of      £2.1m, made up of £1.5m in grants and £0.6m of fees  both → £2.1m, if they add up

A restatement with VAT, a rate ("£1,469,375 per year") and a larger amount are no parts.
"""

from minutes_extract.values.bounds import pattern
from minutes_extract.values.found import Found
from minutes_extract.values.money import Money

# What ends just before a part, with the cues that bound it.
CUE = (
    r"(?: (?:up\s+to|a\s+maximum\s+of|approximately|around|about|circa|c\.?|some|an\s+estimated|over|at\s+least)\s+ )?+"
)
OF_WHICH_RE = pattern(rf"\bof\s+(?:which|this|that)(?:\s+sum|\s+amount|\s+total)?,?\s+ {CUE} \Z")
INCLUDING_RE = pattern(
    rf"""
    \b(?:including|inclusive\s+of|which\s+includes?|to\s+include|includes|included)\s+
    (?:an?\s+|the\s+)?+ (?:\w+\s+of\s+)?+ {CUE} \Z
    """
)
CHAIN_RE = pattern(r"[^£€;.]{0,80}?(?:,|\band\b|,\s*and)\s+(?:a\s+further\s+|the\s+(?:other|remaining)\s+)?\Z")
MADE_UP_RE = pattern(
    r"""
    \b(?: made\s+up\s+of | compris(?:ing|es|ed\s+of) | consist(?:s|ing)\s+of | composed\s+of
      | broken\s+down\s+as | split\s+(?:as|between) | being )\b
    """
)
MOST_PARTS = 40  # nobody breaks an amount down into more in one sentence
# After a bracketed share: whose money it is, or what it is from. A year or a comparison is none.
SOURCE_RE = pattern(
    r"""
    \s+ (?! per\b | a\s+year | p\.?a\b | in\s+total | (?:inc|exc|ex|plus|net|gross)\w*\b | in\s+20 | \d | previously
      | last | more | less )
    [^()£€]{0,60}?
    \b(?:budget|grant|funding|fund|funded|contribution|capital|revenue|reserves?|share|base|s106|from|borrowing)\b
    """
)
BRACKET_RE = pattern(r"\s?\(\s?(?:of\s+which\s+|including\s+|incl\.?\s+)?\Z")


def find(text: str, amounts: tuple[Found[Money], ...]) -> tuple[tuple[int, int], ...]:
    """Which amounts are parts of which, as pairs of indexes, part and whole.

    >>> from minutes_extract.values import money
    >>> text = "spend of up to £18.72m over 9 years for up to 4 beds, of which up to £11.262m is guaranteed"
    >>> find(text, money.find(text))
    ((1, 0),)
    >>> text = "accept £7,346,875 (£1,469,375 per year) and approve £12.47m exclusive of VAT (£14.96m inclusive of VAT)"
    >>> find(text, money.find(text))
    ()
    """
    wholes: dict[int, int] = {}
    for part in range(1, len(amounts)):
        whole = _whole(text, amounts, part, wholes)
        if whole is not None and _smaller(amounts[part].value, amounts[whole].value):
            wholes[part] = whole
    for whole in range(len(amounts) - 1):
        if MADE_UP_RE.search(text, amounts[whole].end, amounts[whole + 1].start):
            wholes.update((part, whole) for part in _breakdown(text, amounts, whole) if part not in wholes)
    return tuple(sorted(wholes.items()))


def _whole(text: str, amounts: tuple[Found[Money], ...], part: int, wholes: dict[int, int]) -> int | None:
    """The amount that another is printed as a part of."""
    before, here = amounts[part - 1], amounts[part]
    gap = text[before.end : here.start]
    if _sentence_ends(gap) or here.value.currency != before.value.currency:
        return None
    above = wholes.get(part - 1, part - 1)
    if OF_WHICH_RE.search(gap) or INCLUDING_RE.search(gap):
        return above
    if BRACKET_RE.fullmatch(gap) and SOURCE_RE.match(text, here.end):
        return part - 1
    if part - 1 in wholes and CHAIN_RE.fullmatch(gap):
        return wholes[part - 1]
    return None


def _breakdown(text: str, amounts: tuple[Found[Money], ...], whole: int) -> range:
    """The amounts of the same sentence that a whole, said to be made up of them, is the sum of."""
    total = amounts[whole].value
    last = whole
    farthest = min(len(amounts), whole + MOST_PARTS + 1)
    while last + 1 < farthest and not _sentence_ends(text[amounts[last].end : amounts[last + 1].start]):
        last += 1
    parts = amounts[whole + 1 : last + 1]
    if len(parts) < 2:
        return range(0)
    values = [part.value.value for part in parts]
    slack = sum(part.value.precision for part in parts) + total.precision
    if total.value is None or any(value is None for value in values):
        return range(0)
    exact = abs(sum(value for value in values if value is not None) - total.value) <= slack
    return range(whole + 1, last + 1) if exact else range(0)


def _smaller(part: Money, whole: Money) -> bool:
    """Whether one amount can be a part of another: less, and paid over the same stretch of time."""
    if part.value is None or whole.value is None:
        return False
    return 0 < part.value < whole.value and (part.per is None or part.per is whole.per)


SENTENCE_END_RE = pattern(r"[.;?!]\s+(?-i:[A-Z(\"“£])|;|\n\s*\n")


def _sentence_ends(gap: str) -> bool:
    """Whether a sentence ends between two amounts."""
    return bool(SENTENCE_END_RE.search(gap))
