"""The `check` record: whether what is printed agrees with itself."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from minutes_extract.records.base import Evidence, Id, Model, Money, Text


class Agreement(StrEnum):
    """The outcome of a check."""

    CONSISTENT = "consistent"
    WITHIN_ROUNDING = "within_rounding"
    INCONSISTENT = "inconsistent"
    UNDETERMINED = "undetermined"


class Standing(StrEnum):
    """How an element stands that the record of a decision is to have."""

    PRESENT = "present"
    STATED_NONE = "stated_none"
    ABSENT = "absent"
    TRUNCATED = "truncated"


Rule = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
"""A rule's name: `rate_times_years`, `parts_of_total`, `date_order` …"""


class CheckRecord(Model):
    """A sum, a calendar or a list that was worked out again."""

    record_type: Literal["check"] = "check"
    schema_version: Literal["1.0"] = "1.0"
    check_id: Id
    document_id: Id
    item_id: Id | None
    """The item that it concerns; null where it concerns the whole document."""
    rule: Rule
    verdict: Agreement
    stated: Money | None
    """What is printed."""
    computed: Money | None
    """What follows from the operands."""
    difference: Money | None
    """Stated less computed."""
    tolerance: Money | None
    """What the printed precision of the operands allows."""
    detail: Text | None
    """The operands in a fixed form: "1469375 × 5 = 7346875"."""
    elements: dict[str, Standing]
    """For the rule `decision_record`: how each element stands; empty for the others."""
    evidence: tuple[Evidence, ...]
    """A span for each operand."""
