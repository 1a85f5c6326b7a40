"""The `item` record: everything that stands inside an item's extent, each mention in its field."""

from dataclasses import dataclass

from minutes_extract.annotations import (
    Annotations,
    DateReading,
    DocumentReading,
    FieldReading,
    ItemReading,
    Label,
    Mention,
    SectionKind,
    Stretch,
)
from minutes_extract.assembly import parts, values
from minutes_extract.assembly.absence import absent, stated_none
from minutes_extract.assembly.documents import reading_of
from minutes_extract.assembly.operative import Places, conditions, delegations, operative, resolutions
from minutes_extract.assembly.papers import is_item_of_its_pack, withheld
from minutes_extract.assembly.quotes import Placed, Quotes, within
from minutes_extract.assembly.unclaimed import Claims, find
from minutes_extract.records.base import Absence, AbsentMap, Evidence
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.identity import item_identity
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.parts import CallIn

# Fields that hold a whole passage: their places claim no token.
PASSAGES = frozenset({"reasons", "alternatives"})

# Fields of the record that `absent` accounts for.
ACCOUNTABLE = (
    "authority", "body", "date", "number", "title", "reference", "key_decision", "exempt", "urgent",
    "decision_maker", "operative", "resolutions", "total_value", "reasons", "alternatives", "votes", "wards",
    "decision_type",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the place where it was read."""

    value: str | None
    at: Stretch | None


@dataclass(frozen=True, slots=True)
class Scope:
    """One item of business: its extent, its reading, and the claims inside it."""

    mention: Mention
    reading: ItemReading
    claims: Annotations
    whole: DocumentReading
    quotes: Quotes
    paper: DocumentRecord | None = None  # the paper of a pack that is all about this item

    def head(self) -> dict[str, Told]:
        """Number and title: the agenda's for a paper of a pack, else as printed in the item."""
        number, title = (Told(self.quotes.words(at), at) for at in (self.reading.number, self.reading.title))
        if self.paper is not None and self.paper.item_number is not None:
            number = Told(self.paper.item_number, number.at if number.value == self.paper.item_number else None)
        if self.paper is not None and self.paper.title is not None:
            at = self.paper.evidence.get("title")
            title = Told(self.paper.title, Stretch(at.start, at.end) if at else None)
        return {"number": number, "title": title}

    def exempt(self) -> Told:
        """The line that says that the item is withheld."""
        at = withheld(self.quotes, self.mention)
        return Told(self.quotes.words(at), at)

    def line(self, key: str) -> Told:
        """The value of the first label line of a key."""
        for _, field in self.claims.of(Label.FIELD, FieldReading):
            if field.key == key and field.value is not None:
                return Told(self.quotes.words(field.value), field.value)
        return Told(None, None)

    def day(self, kind: str) -> Told:
        """The first printed date of a kind that has a year."""
        for mention, reading in self.claims.of(Label.DATE, DateReading):
            if reading.kind == kind and reading.iso is not None:
                return Told(reading.iso, Stretch(mention.start, mention.end))
        return Told(None, None)

    def date(self, document: DocumentRecord) -> Told:
        """The day of the decision, else of the meeting; that of the pack's meeting has no place."""
        choices = (
            self.day("decision"),
            Told(self.whole.decision_date, self.whole.decision_date_at),
            Told(self.whole.meeting_date, self.whole.meeting_date_at),
            Told(document.meeting.date, None),
        )
        return next((told for told in choices if told.value is not None), Told(None, None))

    def passage(self, kind: SectionKind) -> Told:
        """The text of the sections of a kind; the place is the first one's."""
        bodies = parts.section_texts(self.claims, self.quotes, kind)
        return Told("\n".join(self.quotes.all_words(bodies)) or None, bodies[0] if bodies else None)


def item_records(annotations: Annotations, document: DocumentRecord, quotes: Quotes) -> tuple[ItemRecord, ...]:
    """The records of all items, in the order of the text."""
    whole = reading_of(annotations)
    found = tuple(annotations.of(Label.ITEM, ItemReading))
    told = is_item_of_its_pack(document, [reading for _, reading in found])
    return tuple(
        item_record(
            Scope(mention, reading, within(annotations, mention), whole, quotes, document if told else None),
            document,
            position,
        )
        for position, (mention, reading) in enumerate(found)
    )


def item_record(scope: Scope, document: DocumentRecord, position: int) -> ItemRecord:
    """One item's record."""
    mention, reading, claims, quotes = scope.mention, scope.reading, scope.claims, scope.quotes
    places = Places(claims)
    told = _told(scope, document)
    bare = ItemRecord(
        item_id=item_identity(document.document_id, position, quotes.text[mention.start : mention.end]),
        document_id=document.document_id,
        authority=document.authority,
        body=document.body,
        date=told["date"].value,
        document_kind=document.kind,
        number=told["number"].value,
        title=told["title"].value,
        reference=told["reference"].value,
        stage=reading.stage,
        key_decision=reading.key_decision,
        exempt=True if told["exempt"].value is not None else reading.exempt,
        urgent=reading.urgent,
        call_in=CallIn(
            eligible=reading.call_in, expires=told["call_in.expires"].value, reason=told["call_in.reason"].value
        ),
        decision_maker=told["decision_maker"].value,
        report_of=quotes.all_words(reading.report_of),
        operative=operative(claims, quotes),
        resolutions=resolutions(claims, quotes),
        amounts=values.amounts(claims, quotes, places),
        terms=values.terms(claims, quotes, places),
        delegations=delegations(claims, quotes, places),
        conditions=conditions(claims, quotes, places),
        procurement=parts.procurement(claims, quotes, places),
        parties=parts.parties(claims, quotes, places),
        references=parts.references(claims, quotes, places),
        total_value=values.total_value(claims, quotes),
        sections=parts.sections(claims, quotes),
        reasons=told["reasons"].value,
        alternatives=told["alternatives"].value,
        votes=parts.votes(claims, quotes),
        advice=parts.advice(claims, quotes),
        signatures=parts.signatures(claims, quotes),
        wards=told["wards"].value,
        decision_type=told["decision_type"].value,
        unclaimed=(),
        warnings=(),
        derived=_derived(told, document),
        absent={},
        evidence={},
    )
    return _accounted(bare, scope, told, document)


def _told(scope: Scope, document: DocumentRecord) -> dict[str, Told]:
    """The scalar fields by path, each with its place."""
    reading, quotes = scope.reading, scope.quotes
    printed = {
        "reference": reading.reference,
        "decision_maker": reading.decision_maker,
    }
    told = {path: Told(quotes.words(place), place) for path, place in printed.items()} | scope.head()
    return told | {
        "exempt": scope.exempt(),
        "date": scope.date(document),
        "call_in.expires": scope.day("call_in_expiry"),
        "call_in.reason": scope.line("call_in_reason"),
        "reasons": scope.passage(SectionKind.REASONS),
        "alternatives": scope.passage(SectionKind.OPTIONS),
        "wards": scope.line("wards"),
        "decision_type": scope.line("decision_type"),
    }


def _derived(told: dict[str, Told], document: DocumentRecord) -> tuple[str, ...]:
    """The fields of an item that are its pack's."""
    if document.parent_id is None:
        return ()
    repeated = [name for name in ("authority", "body") if name in document.derived]
    own = [name for name in ("date", "number", "title") if told[name].value is not None and told[name].at is None]
    return tuple(sorted((*repeated, *own)))


def _accounted(bare: ItemRecord, scope: Scope, told: dict[str, Told], document: DocumentRecord) -> ItemRecord:
    """The item with its maps: where each scalar was read, why others are missing, and which tokens nothing claims."""
    quotes = scope.quotes
    none = stated_none(scope.claims, quotes)
    places = none | dict(scope.reading.evidence)
    places |= {path: value.at for path, value in told.items() if value.at is not None and value.value is not None}
    evidence = {path: quotes.evidence(place) for path, place in sorted(places.items())}
    accountable = {name: getattr(bare, name) for name in ACCOUNTABLE}
    accountable |= {f"call_in.{name}": value for name, value in bare.call_in}
    cut = any(m.label == Label.TRUNCATION for m in scope.claims.mentions)
    free = find(quotes.text, scope.mention, _claims(bare, scope, evidence, document))
    return bare.model_copy(
        update={
            "unclaimed": tuple(quotes.evidence(token) for token in free),
            "absent": _cut_off(bare, scope) | absent(accountable, none, truncated=cut, exempt=bare.exempt is True),
            "evidence": evidence,
        }
    )


def _cut_off(bare: ItemRecord, scope: Scope) -> AbsentMap:
    """The limb that the publisher cut in mid-sentence, and the power in it that is no longer told."""
    reasons: AbsentMap = {}
    for cut in (mention for mention in scope.claims.mentions if mention.label == Label.TRUNCATION):
        for k, limb in enumerate(bare.resolutions):
            if limb.evidence.end <= cut.start and not scope.quotes.text[limb.evidence.end : cut.start].strip():
                reasons[f"resolutions[{k}].text"] = Absence.TRUNCATED
                for n, delegation in enumerate(bare.delegations):
                    if delegation.resolution_path == limb.path and delegation.powers is None:
                        reasons[f"delegations[{n}].powers"] = Absence.TRUNCATED
    return reasons


def _claims(bare: ItemRecord, scope: Scope, evidence: dict[str, Evidence], document: DocumentRecord) -> Claims:
    """The places that the record's fields account for, by kind of token."""
    scalars: tuple[Placed, ...] = tuple(place for path, place in evidence.items() if path not in PASSAGES)
    scalars += tuple(document.evidence.values())
    total = (bare.total_value.evidence,) if bare.total_value else ()
    dated = (bare.terms, bare.advice, bare.signatures, bare.references)
    acts: tuple[Placed, ...] = tuple(m for m in scope.claims.mentions if m.label == Label.ACT)
    return Claims(
        money=(*scalars, *total, *(amount.evidence for amount in bare.amounts)),
        dates=(*scalars, *(part.evidence for kind in dated for part in kind)),
        delegations=(*scalars, *acts, *(delegation.evidence for delegation in bare.delegations)),
    )
