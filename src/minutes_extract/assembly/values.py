"""Values in an item: amounts, the stated total, terms."""

import re
from decimal import Decimal

from minutes_extract.annotations import (
    AmountReading,
    Annotations,
    FieldReading,
    Label,
    LinkKind,
    Mention,
    MentionKey,
    Role,
)
from minutes_extract.assembly.operative import Places
from minutes_extract.assembly.quotes import Nest, Quotes
from minutes_extract.records.amount import Amount, Purpose, TotalValue, ValueType
from minutes_extract.records.term import Term
from minutes_extract.values.terms import Term as ReadTerm

# "£700,000 (Type: Revenue)"
VALUE_TYPE_RE = re.compile(r"\b(?:revenue|capital)\b", re.IGNORECASE)


def decimal_string(value: Decimal | None) -> str | None:
    """A decimal in its shortest form without exponent.

    >>> decimal_string(Decimal("1.872E+7")), decimal_string(Decimal("12.50")), decimal_string(Decimal("-0.0"))
    ('18720000', '12.5', '0')
    """
    if value is None:
        return None
    return plain(value)


def plain(value: Decimal) -> str:
    """`decimal_string` of a value that is there. Exact: no digit is rounded away, however many there are."""
    digits = format(value, "f")
    whole, point, part = digits.partition(".")
    part = part.rstrip("0")
    shortest = whole + point + part if part else whole
    return "0" if shortest == "-0" else shortest


def amounts(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Amount, ...]:
    """Every amount, in reading order, with the index of the amount that it is part of."""
    index = {mention.key: k for k, (mention, _) in enumerate(claims.of(Label.AMOUNT, AmountReading))}
    whole = {
        link.source: index[link.target]
        for link in claims.links
        if link.kind == LinkKind.PART_OF and link.target in index
    }
    return tuple(
        _amount(mention, reading, whole, quotes, places) for mention, reading in claims.of(Label.AMOUNT, AmountReading)
    )


def _amount(
    mention: Mention, reading: AmountReading, whole: dict[MentionKey, int], quotes: Quotes, places: Places
) -> Amount:
    money = reading.money
    evidence = quotes.evidence(mention)
    return Amount(
        text=evidence.text,
        value=decimal_string(money.value),
        minimum=decimal_string(money.minimum),
        maximum=decimal_string(money.maximum),
        currency=money.currency,
        qualifier=money.qualifier,
        per=money.per,
        role=reading.role,
        purpose=Purpose(reading.purpose) if reading.purpose else None,
        negative=money.negative,
        precision=plain(money.precision),
        part_of=whole.get(mention.key),
        vat=money.vat,
        row=quotes.words(reading.row),
        column=quotes.words(reading.column),
        resolution_path=places.path(mention) if reading.role is Role.DECIDED else None,
        section=places.section(mention),
        evidence=evidence,
    )


def total_value(claims: Annotations, quotes: Quotes) -> TotalValue | None:
    """The total value that a form states: the first amount on its line."""
    lines = Nest(
        (mention, mention) for mention, reading in claims.of(Label.FIELD, FieldReading) if reading.key == "total_value"
    )
    for mention, reading in claims.of(Label.AMOUNT, AmountReading):
        line = lines.around(mention)
        if line is not None and reading.money.value is not None:
            account = VALUE_TYPE_RE.search(quotes.text, line.start, line.end)
            evidence = quotes.evidence(mention)
            return TotalValue(
                value=plain(reading.money.value),
                currency=reading.money.currency,
                type=ValueType(account[0].lower()) if account else None,
                text=evidence.text,
                evidence=evidence,
            )
    return None


def terms(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Term, ...]:
    """Every term, in reading order."""
    found = []
    for mention, term in claims.of(Label.TERM, ReadTerm):
        evidence = quotes.evidence(mention)
        record = Term(
            text=evidence.text,
            form=term.form,
            initial_months=term.initial_months,
            option_months=term.option_months,
            maximum_months=term.maximum_months,
            start=term.start,
            initial_end=term.initial_end,
            end=term.end,
            maximum_end=term.maximum_end,
            inclusive=term.inclusive,
            ambiguous=term.ambiguous,
            derived=term.derived,
            resolution_path=places.path(mention),
            section=places.section(mention),
            evidence=evidence,
        )
        found.append(record)
    return tuple(found)
