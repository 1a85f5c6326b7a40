"""Document and records → checks: whether the figures agree with each other.

Every rule is a pure function of a `Case` and gives findings, each with the operands and their places. A rule fires only
where structure, wording or the place in a table ties operands together; nothing is added up to see whether it fits.

    intervals   figures as intervals, and verdicts
    case        what the rules read
    findings    what they give
    registry    which rules there are
"""

from collections.abc import Iterable

from minutes_extract.checking.case import Case
from minutes_extract.checking.registry import RULES
from minutes_extract.document import Document
from minutes_extract.records.check import CheckRecord
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord


def check(document: Document, records: Iterable[DocumentRecord | ItemRecord]) -> tuple[CheckRecord, ...]:
    """The checks of one document, in the order of the rules and of the text; `records` are its own, its head first."""
    head, *items = records
    if not isinstance(head, DocumentRecord):
        raise TypeError("the first record is not that of the document")
    case = Case(document, head, [item for item in items if isinstance(item, ItemRecord)])
    found: dict[str, CheckRecord] = {}
    for rule in RULES:
        for finding in rule(case):
            record = finding.told(head.document_id, map(case.evidence, finding.places))
            found.setdefault(record.check_id, record)
    return tuple(found.values())


__all__ = ["check"]
