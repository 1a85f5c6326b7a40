"""The `document` record: what a document says of itself as a whole, and how much of it there is."""

from dataclasses import replace

from minutes_extract.annotations import Annotations, DocumentReading, ItemReading, Label, PersonReading, Stretch
from minutes_extract.assembly.absence import absent, stated_none
from minutes_extract.assembly.papers import appendices, parent_of, title_of, withheld
from minutes_extract.assembly.quotes import Nest, Quotes
from minutes_extract.document import Document, MediaType, Publisher, Source, TextLayer
from minutes_extract.records.base import EvidenceMap
from minutes_extract.records.document import (
    Authority,
    Body,
    BodyKind,
    Capacity,
    DocumentKind,
    DocumentRecord,
    Meeting,
    MinutesStatus,
    Person,
)
from minutes_extract.records.identity import document_identity
from minutes_extract.records.source import Completeness, SourceFile, State, Whole

UNTOLD = DocumentReading(kind=DocumentKind.OTHER)


def reading_of(annotations: Annotations) -> DocumentReading:
    """What was read of the document as a whole."""
    return next((reading for _, reading in annotations.of(Label.DOCUMENT, DocumentReading)), UNTOLD)


def document_record(document: Document, annotations: Annotations, quotes: Quotes) -> DocumentRecord:
    """The record of a document that could be read; `empty` where there are no words in it."""
    reading = reading_of(annotations)
    source = document.source
    none = _own_answers(annotations, quotes)
    council, decider = authority(reading, quotes), body(reading, quotes)
    title, title_at = title_of(document, reading.title, quotes)
    reference = quotes.words(reading.reference)
    is_withheld = withheld(quotes, Stretch(0, len(document.text))) is not None
    meeting = Meeting(date=reading.meeting_date, time=reading.meeting_time, venue=quotes.words(reading.venue))
    accountable = {"authority": council, "body": decider, "title": title, "reference": reference}
    accountable |= {f"meeting.{name}": value for name, value in meeting}
    return DocumentRecord(
        document_id=document_identity(source.path, source.sha256, source.page_start, source.page_end),
        parent_id=parent_of(document),
        item_number=document.paper.number if document.paper is not None else None,
        source=source_file(source),
        state=State.READ if document.text.strip() else State.EMPTY,
        error=None,
        kind=DocumentKind.AGENDA_PACK if document.pack is not None else DocumentKind(reading.kind),
        minutes_status=MinutesStatus(reading.minutes_status) if reading.minutes_status else None,
        publisher=document.publisher,
        authority=council,
        body=decider,
        meeting=meeting,
        title=title,
        reference=reference,
        people=people(annotations, quotes),
        text_layer=document.text_layer,
        completeness=completeness(document, annotations, quotes),
        problems=document.problems,
        appendices=appendices(document.paper),
        warnings=(),
        derived=("title",) if document.paper is not None and title is not None and title_at is None else (),
        absent=absent(accountable, none, withheld=is_withheld),
        evidence=evidence(replace(reading, title=title_at), none, quotes),
    )


def _own_answers(annotations: Annotations, quotes: Quotes) -> dict[str, Stretch]:
    """Where the page answers for the document that there is none; what is answered in an item is the item's."""
    items = Nest((mention, True) for mention, _ in annotations.of(Label.ITEM, ItemReading))
    none = stated_none(annotations, quotes)
    return {path: at for path, at in none.items() if path.startswith(("people.", "meeting.")) or not items.around(at)}


def source_file(source: Source) -> SourceFile:
    """The record's form of a source."""
    return SourceFile(
        path=printable(source.path),
        sha256=source.sha256,
        media_type=source.media_type,
        pages=source.pages,
        page_start=source.page_start,
        page_end=source.page_end,
        url=source.url,
    )


def printable(path: str) -> str:
    r"""A path as UTF-8 can hold it: bytes of a file name that are no UTF-8 become `\xNN`.

    >>> printable("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def authority(reading: DocumentReading, quotes: Quotes) -> Authority | None:
    """The authority, as printed."""
    name = quotes.words(reading.authority)
    return Authority(name=name, id=None, gss=None) if name else None


def body(reading: DocumentReading, quotes: Quotes) -> Body | None:
    """The body that meets or decides."""
    name = quotes.words(reading.body)
    return Body(name=name, kind=BodyKind(reading.body_kind or BodyKind.OTHER)) if name else None


def people(annotations: Annotations, quotes: Quotes) -> tuple[Person, ...]:
    """People in their capacities, in the order of the text, with the number of the item that names them."""
    items = Nest((mention, reading) for mention, reading in annotations.of(Label.ITEM, ItemReading))
    found = []
    for mention, reading in annotations.of(Label.PERSON, PersonReading):
        item = items.around(mention)
        name = quotes.words(reading.name)
        if name is not None:
            person = Person(
                name=name,
                role=quotes.words(reading.role),
                capacity=Capacity(reading.capacity),
                detail=quotes.words(reading.detail),
                item_number=quotes.words(item.number) if item else None,
                evidence=quotes.evidence(mention),
            )
            found.append(person)
    return tuple(found)


def completeness(document: Document, annotations: Annotations, quotes: Quotes) -> Completeness:
    """Whether the document is all there: cuts by the publisher, page marks that are missing, or nothing known."""
    cuts = tuple(quotes.evidence(m) for m in annotations.mentions if m.label == Label.TRUNCATION)
    missing = document.missing_page_marks()
    state = Whole.UNKNOWN
    if cuts:
        state = Whole.TRUNCATED
    elif missing:
        state = Whole.PAGES_MISSING
    elif any(mark.total is not None for mark in document.page_marks):
        state = Whole.COMPLETE
    return Completeness(state=state, truncations=cuts, pages_missing=missing)


def evidence(reading: DocumentReading, none: dict[str, Stretch], quotes: Quotes) -> EvidenceMap:
    """Where each scalar field was read, and where the page says that there is none."""
    places = none | {
        path: place
        for path, place in (
            ("authority.name", reading.authority),
            ("body.name", reading.body),
            ("meeting.date", reading.meeting_date_at),
            ("meeting.time", reading.meeting_time_at),
            ("meeting.venue", reading.venue),
            ("reference", reading.reference),
            ("title", reading.title),
        )
        if place is not None
    }
    return {path: quotes.evidence(place) for path, place in sorted(places.items())}


def unread(
    path: str, sha256: str | None, media_type: MediaType | None, state: State, error: str | None
) -> DocumentRecord:
    """The record of a file that was not read: its kind and everything in it are unknown."""
    return DocumentRecord(
        document_id=document_identity(path, sha256),
        parent_id=None,
        item_number=None,
        source=SourceFile(
            path=printable(path),
            sha256=sha256,
            media_type=media_type,
            pages=None,
            page_start=None,
            page_end=None,
            url=None,
        ),
        state=state,
        error=error,
        kind=DocumentKind.OTHER,
        minutes_status=None,
        publisher=Publisher.UNKNOWN,
        authority=None,
        body=None,
        meeting=Meeting(date=None, time=None, venue=None),
        title=None,
        reference=None,
        people=(),
        text_layer=TextLayer.NONE,
        completeness=Completeness(state=Whole.UNKNOWN, truncations=(), pages_missing=()),
        problems=(),
        appendices=(),
        warnings=(),
        derived=(),
        absent={},
        evidence={},
    )
