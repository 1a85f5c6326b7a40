"""Amounts: a value, the many ways in which it is printed, and how it is to be read.

Symbols: `money.<qualifier>[.<rate>]`, and `money.vat.<qualifier>` for a sum printed without and with tax.
"""

from decimal import Decimal

from generator.said import Said, joined
from generator.speech import Speaker
from minutes_extract.scoring.forms import TruthAmount

RATES = {
    "year": (1_000, 900_000),
    "yearly": (1_000, 90_000),
    "month": (200, 60_000),
    "week": (60, 6_000),
    "hour": (9, 60),
    "day": (90, 1_400),
    "unit": (100, 40_000),
}
"""What rates lie between, in pounds; "yearly" is a year too, for £29,500pa, where digits stand last."""

VAT = Decimal("1.2")


def amount(speaker: Speaker, symbol: str) -> Said:
    """The bare amount that a symbol asks for."""
    _, *parts = symbol.split(".")
    if parts[0] == "between":
        return between(speaker)
    if parts[0] == "vat":
        return with_tax(speaker, parts[1])
    qualifier, rate = parts[0], parts[1] if len(parts) > 1 else None
    text, value = rated(speaker, rate) if rate else single(speaker)
    rate = "year" if rate == "yearly" else rate
    return printed(text, value, qualifier, rate)


def printed(text: str, value: Decimal, qualifier: str, rate: str | None = None) -> Said:
    """An amount as printed, with its answer."""
    answer: TruthAmount = {
        "text": text,
        "value": plain(value),
        "max_value": None,
        "currency": "GBP",
        "qualifier": qualifier,
        "per": rate,
        "role": "background",
        "path": None,
    }
    return Said(text, amounts=(answer,))


def plain(value: Decimal) -> str:
    """A value without exponent or idle zeros.

    >>> plain(Decimal("1.50")), plain(Decimal("2E+6"))
    ('1.5', '2000000')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def single(speaker: Speaker) -> tuple[str, Decimal]:
    """A sum, of any size that a council decides upon."""
    chance = speaker.chance
    scale = chance.choice((3, 4, 4, 5, 5, 5, 6, 6, 7))
    digits = chance.randint(1_000, 9_999)
    value = Decimal(digits) * (Decimal(10) ** (scale - 3))
    return in_pounds(speaker, value) if scale < 6 or speaker.maybe(0.4) else in_millions(speaker, value)


def in_pounds(speaker: Speaker, value: Decimal) -> tuple[str, Decimal]:
    """£48,000, £23.4k, £9633.74, £ 714.28."""
    chance = speaker.chance
    match chance.choice(("round", "round", "round", "exact", "exact", "pence", "bare", "k", "space")):
        case "round":
            value = value.quantize(Decimal("1E+2"))
            return f"£{value:,f}", value
        case "exact":
            value = value.quantize(Decimal(1)) + chance.randint(0, 99)
            return f"£{value:,f}", value
        case "pence":
            value = value.quantize(Decimal(1)) + Decimal(chance.randint(1, 99)) / 100
            return f"£{value:,.2f}", value
        case "bare":
            value = Decimal(chance.randint(1_000, 9_999)) + Decimal(chance.randint(1, 99)) / 100
            return f"£{value:.2f}", value
        case "space":
            value = value.quantize(Decimal("1E+1"))
            return f"£ {value:,f}", value
        case _:
            value = value.quantize(Decimal("1E+3")) or Decimal(1_000)
            return f"£{value / 1000:,f}k", value


def in_millions(speaker: Speaker, value: Decimal) -> tuple[str, Decimal]:
    """£1.55m, £3 million, £4million, £0.047 million."""
    digits = speaker.chance.choice(("1", "0.1", "0.01", "0.001"))
    millions = max(Decimal(digits), (value / 1_000_000).quantize(Decimal(digits)))
    return (
        f"£{millions:f}{speaker.chance.choice(('m', 'm', 'm', ' million', ' million', 'million'))}",
        millions * 1_000_000,
    )


def rated(speaker: Speaker, rate: str) -> tuple[str, Decimal]:
    """What is paid per year, week, hour or head."""
    low, high = RATES[rate]
    if rate == "hour":
        value = Decimal(speaker.chance.randint(low * 100, high * 100)) / 100
        return f"£{value:.2f}", value
    if rate == "year" and speaker.maybe(0.2):
        return in_millions(speaker, Decimal(speaker.chance.randint(1_000_000, 6_000_000)))
    value = Decimal(speaker.chance.randint(low, high))
    value = value.quantize(Decimal("1E+1")) if speaker.maybe(0.6) else value
    return f"£{value:,f}", value


def between(speaker: Speaker) -> Said:
    """Two ends of a range, which are one amount."""
    low = Decimal(speaker.chance.randint(20, 900)) * 1_000
    high = low + Decimal(speaker.chance.randint(10, 400)) * 1_000
    text = f"£{low:,f} and £{high:,f}"
    (amount,) = printed(text, low, "between").amounts
    return Said(text, amounts=({**amount, "max_value": plain(high)},))


def with_tax(speaker: Speaker, qualifier: str) -> Said:
    """A sum without tax and the same with it: both are of one price, and share its qualifier."""
    net = Decimal(speaker.chance.randint(40, 9_000)) * 1_000
    first = printed(f"£{net:,f}", net, qualifier)
    second = printed(f"£{net * VAT:,.0f}", net * VAT, qualifier)
    before, after = speaker.chance.choice(
        (
            (" exclusive of VAT (", " inclusive of VAT)"),
            (" excluding VAT (", " including VAT)"),
            (" exclusive of VAT, ", " inclusive of VAT"),
        )
    )
    return joined([first, Said(before), second, Said(after)])
