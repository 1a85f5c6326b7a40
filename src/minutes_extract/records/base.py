"""What every record is made of: the base model, the place of a value in the text, and the closed kinds of leaf.

Records are frozen and strict and refuse what they do not know, so that a record that exists is a record that is right.
The docstrings under the fields are the data dictionary: they are exported with the JSON Schema.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.0"


class Model(BaseModel):
    """The base of all records and of the objects in them."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


def _calendar(value: str) -> str:
    """Refuses days and months that no calendar has; a bare year or month is as much as was printed."""
    date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    return value


Id = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hexadecimal digits of a SHA-256 over content."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

Money = Annotated[str, Field(pattern=r"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$")]
"""A decimal string in units of the currency, in its shortest form: "18720000", "-1053.5"."""

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""

Day = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_calendar)]
"""An ISO 8601 date, as far as it is printed: "2024-07-25", "2024-07" or "2024"."""

Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""A local time, `HH:MM`."""

Months = Annotated[int, Field(ge=0)]
"""A duration in whole months."""

Text = Annotated[str, Field(min_length=1)]
"""A quotation: never empty; what is missing is null."""


class Evidence(Model):
    """The place where a value was read: `canonical_text[start:end] == text`."""

    start: int = Field(ge=0)
    """Where it begins, in code points of the document's canonical text."""
    end: int = Field(ge=0)
    """Where it ends; this character is no longer part of it."""
    text: str
    """The words themselves, exactly as in the canonical text."""
    page: int | None = Field(ge=1)
    """The page that it begins on, counted from 1 in the file; null where the format has no pages."""

    @model_validator(mode="after")
    def _measured(self) -> "Evidence":
        """A quotation is as long as its place."""
        if self.end - self.start != len(self.text):
            raise ValueError(f"[{self.start}, {self.end}) does not measure {self.text!r}")
        return self


class Absence(StrEnum):
    """Why a value is missing."""

    STATED_NONE = "stated_none"
    NOT_STATED = "not_stated"
    TRUNCATED = "truncated"
    EXEMPT = "exempt"


AbsentMap = dict[str, Absence]
EvidenceMap = dict[str, Evidence]
