"""Money in an item: each printed amount, and the stated total value."""

from enum import StrEnum

from pydantic import Field, model_validator

from minutes_extract.annotations import Role, SectionKind
from minutes_extract.records.base import Currency, Evidence, Model, Money, Text
from minutes_extract.values.money import Qualifier, Rate, Vat


class Purpose(StrEnum):
    """What money is for."""

    APPROVED_SPEND = "approved_spend"
    CONTRACT_VALUE = "contract_value"
    FUNDING = "funding"
    INCOME = "income"
    SAVING = "saving"
    BUDGET = "budget"
    RENT = "rent"
    FEE = "fee"
    THRESHOLD = "threshold"
    OTHER = "other"


class Amount(Model):
    """An amount of money printed in the item."""

    text: Text
    """As printed: "£18.72m"."""
    value: Money | None
    """In units of the currency; null for a range."""
    minimum: Money | None
    """Lower end of a range."""
    maximum: Money | None
    """Upper end of a range."""
    currency: Currency
    qualifier: Qualifier
    """How the amount bounds what is meant."""
    per: Rate | None
    """What it is paid per; null for a single sum."""
    role: Role
    """`decided` in the operative part or as the stated total, else `background`."""
    purpose: Purpose | None
    negative: bool
    """Printed in parentheses or with a minus."""
    precision: Money
    """Half a unit of the last printed digit: £18.72m → "5000"."""
    part_of: int | None = Field(ge=0)
    """Index, in this item's `amounts`, of the amount that this is part of."""
    vat: Vat | None
    row: Text | None
    """For a figure in a table or a form: the words at the head of its row, or the label beside it."""
    column: Text | None
    """For a figure in a table: the words at the head of its column."""
    resolution_path: tuple[str, ...] | None
    """Path of the limb that it stands in; null outside the operative part."""
    section: SectionKind | None
    """Kind of the section that it stands in."""
    evidence: Evidence

    @model_validator(mode="after")
    def _valued(self) -> "Amount":
        """An amount has a value or the ends of a range."""
        if self.value is None and self.minimum is None and self.maximum is None:
            raise ValueError(f"{self.text!r} has neither a value nor a range")
        return self


class ValueType(StrEnum):
    """The account that a decision's total value falls on."""

    REVENUE = "revenue"
    CAPITAL = "capital"


class TotalValue(Model):
    """The total value of the decision, as a form states it."""

    value: Money
    currency: Currency
    type: ValueType | None
    text: Text
    evidence: Evidence
