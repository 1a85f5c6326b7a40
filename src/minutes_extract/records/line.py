"""One line of `records.jsonl`: any record, told apart by `record_type`."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from minutes_extract.records.check import CheckRecord
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord

AnyRecord = DocumentRecord | ItemRecord | CheckRecord

Record = Annotated[AnyRecord, Field(discriminator="record_type")]
"""A line of `records.jsonl`."""

RECORD: TypeAdapter[AnyRecord] = TypeAdapter(Record)


def parse(line: str | bytes) -> AnyRecord:
    """Reads one line of `records.jsonl`. Raises ValueError (Pydantic's) where it breaks the contract."""
    return RECORD.validate_json(line)
