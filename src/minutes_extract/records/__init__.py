"""The public data model. One JSON line is one `Record`; `record_type` tells which."""

from minutes_extract.records.amount import Amount, TotalValue
from minutes_extract.records.base import SCHEMA_VERSION, Absence, Evidence, Model
from minutes_extract.records.check import CheckRecord
from minutes_extract.records.document import DocumentKind, DocumentRecord, Person
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.line import RECORD, Record, parse
from minutes_extract.records.resolution import Condition, Delegation, Resolution
from minutes_extract.records.source import SourceFile, State
from minutes_extract.records.term import Term

__all__ = [
    "RECORD",
    "SCHEMA_VERSION",
    "Absence",
    "Amount",
    "CheckRecord",
    "Condition",
    "Delegation",
    "DocumentKind",
    "DocumentRecord",
    "Evidence",
    "ItemRecord",
    "Model",
    "Person",
    "Record",
    "Resolution",
    "SourceFile",
    "State",
    "Term",
    "TotalValue",
    "parse",
]
