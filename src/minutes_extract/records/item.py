"""The `item` record: an item of business. One line stands alone, with the document's facts repeated on it."""

from typing import Literal

from minutes_extract.annotations import Stage
from minutes_extract.records.amount import Amount, TotalValue
from minutes_extract.records.base import AbsentMap, Day, Evidence, EvidenceMap, Id, Model, Text
from minutes_extract.records.document import Authority, Body, DocumentKind
from minutes_extract.records.parts import (
    Advice,
    CallIn,
    Party,
    Procurement,
    Reference,
    Section,
    Signature,
    Votes,
)
from minutes_extract.records.resolution import Condition, Delegation, Operative, Resolution
from minutes_extract.records.source import Warned
from minutes_extract.records.term import Term


class ItemRecord(Model):
    """A numbered item of a meeting, a decision of a notice, or a report."""

    record_type: Literal["item"] = "item"
    schema_version: Literal["1.0"] = "1.0"
    item_id: Id
    """Over the document, the item's place in it, and its words."""
    document_id: Id
    authority: Authority | None
    """Repeated from the document."""
    body: Body | None
    """Repeated from the document."""
    date: Day | None
    """Of the decision, else of the meeting."""
    document_kind: DocumentKind
    """Repeated from the document."""
    number: Text | None
    """As printed: "33"."""
    title: Text | None
    """Without "- key decision" and file marks."""
    reference: Text | None
    stage: Stage
    """How far the decision has come."""
    key_decision: bool | None
    exempt: bool | None
    """Withheld from the public."""
    urgent: bool | None
    call_in: CallIn
    decision_maker: Text | None
    """As printed."""
    report_of: tuple[Text, ...]
    """Posts, as printed, one each."""
    operative: Operative | None
    """The first lead-in."""
    resolutions: tuple[Resolution, ...]
    """The limbs of the operative part, nested limbs after their parents."""
    amounts: tuple[Amount, ...]
    """Every amount that is printed, in reading order, repeats too."""
    terms: tuple[Term, ...]
    delegations: tuple[Delegation, ...]
    conditions: tuple[Condition, ...]
    procurement: tuple[Procurement, ...]
    parties: tuple[Party, ...]
    references: tuple[Reference, ...]
    total_value: TotalValue | None
    sections: tuple[Section, ...]
    reasons: Text | None
    """Text of the sections of that kind."""
    alternatives: Text | None
    """Text of the sections on other options."""
    votes: Votes | None
    advice: tuple[Advice, ...]
    signatures: tuple[Signature, ...]
    wards: Text | None
    decision_type: Text | None
    unclaimed: tuple[Evidence, ...]
    """Every money-like, date-like and delegation-like token that no field has claimed."""
    warnings: tuple[Warned, ...]
    """Values that were read by OCR."""
    derived: tuple[str, ...]
    """Fields that a paper does not print and takes over from its pack; they have no evidence."""
    absent: AbsentMap
    """Field path → why the value is missing."""
    evidence: EvidenceMap
    """Field path → where the value was read."""
