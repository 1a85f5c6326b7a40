"""The `document` record: one for each input file, and one for each paper found in a pack."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from minutes_extract.document import Publisher, TextLayer
from minutes_extract.records.base import AbsentMap, Clock, Day, Evidence, EvidenceMap, Id, Model, Text
from minutes_extract.records.source import Completeness, SourceFile, State, Warned


class DocumentKind(StrEnum):
    """What a document is."""

    MEETING_MINUTES = "meeting_minutes"
    MEETING_AGENDA = "meeting_agenda"
    AGENDA_PACK = "agenda_pack"
    AGENDA_ITEM = "agenda_item"
    OFFICER_REPORT = "officer_report"
    DELEGATED_DECISION = "delegated_decision"
    DECISION_NOTICE = "decision_notice"
    ISSUE_HISTORY = "issue_history"
    OTHER = "other"


class MinutesStatus(StrEnum):
    """Whether minutes have been agreed by the next meeting."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


class BodyKind(StrEnum):
    """What kind of body decides."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    COMMITTEE = "committee"
    BOARD = "board"
    INDIVIDUAL_MEMBER = "individual_member"
    OFFICER = "officer"
    OTHER = "other"


class Capacity(StrEnum):
    """What a person is to a document."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    IN_ATTENDANCE = "in_attendance"
    PRESENTER = "presenter"
    AUTHOR = "author"
    CONTACT = "contact"
    DIRECTOR = "director"
    SIGNATORY = "signatory"
    ADVISER = "adviser"


class Authority(Model):
    """The council or other public authority."""

    name: Text
    """As printed."""
    id: str | None
    """An identifier by org-id.guide (`GB-LAE-…`)."""
    gss: str | None
    """The nine-character code of the Government Statistical Service."""


class Body(Model):
    """The body that meets or decides."""

    name: Text
    """As printed: "Commissioning and Procurement Executive Committee"."""
    kind: BodyKind


class Meeting(Model):
    """When and where the body met."""

    date: Day | None
    time: Clock | None
    """When it began."""
    venue: Text | None


class Person(Model):
    """A person in a capacity. One who has two capacities is listed twice."""

    name: Text
    """As printed, with title ("Councillor Corall Jenkins")."""
    role: Text | None
    """Post or seat, as printed."""
    capacity: Capacity
    detail: Text | None
    """The printed reason for absence, or when they joined or left."""
    item_number: Text | None
    """The printed number of the item that they are named in."""
    evidence: Evidence


class Appendix(Model):
    """An appendix inside a paper of a pack."""

    title: Text | None
    """As printed at its top, else as the bookmarks call it; null for a scan without a name."""
    page_start: int = Field(ge=1)
    """First page in the file."""
    page_end: int = Field(ge=1)
    """Last page in the file."""
    restricted: bool
    """Whether a page stands in its place that says so."""


class DocumentRecord(Model):
    """An input file, or a paper in it, and what it says of itself."""

    record_type: Literal["document"] = "document"
    schema_version: Literal["1.0"] = "1.0"
    document_id: Id
    """Over the file's path, its bytes and the pages."""
    parent_id: Id | None
    """The pack that this paper was found in."""
    item_number: Text | None
    """For a paper of a pack: the number of the agenda item that it is for."""
    source: SourceFile
    state: State
    error: Text | None
    """For `failed`: the kind of failure, and one line that says what to do."""
    kind: DocumentKind
    minutes_status: MinutesStatus | None
    publisher: Publisher
    """The software that published the page."""
    authority: Authority | None
    body: Body | None
    meeting: Meeting
    title: Text | None
    reference: Text | None
    people: tuple[Person, ...]
    """In the order of the text."""
    text_layer: TextLayer
    """Where the characters come from."""
    completeness: Completeness
    problems: tuple[str, ...]
    """What was met while loading and does not show elsewhere ("page 3 has no text layer")."""
    appendices: tuple[Appendix, ...]
    """For a paper of a pack: the appendices in it, which are no documents of their own."""
    warnings: tuple[Warned, ...]
    """Values that were read by OCR."""
    derived: tuple[str, ...]
    """Paths of fields that a paper does not print and takes over from its pack; they have no evidence."""
    absent: AbsentMap
    """Field path → why the value is missing."""
    evidence: EvidenceMap
    """Field path → where the value was read."""
