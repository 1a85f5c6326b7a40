"""The smaller parts of an item: procurement, parties, statutes, sections, votes, advice, signatures."""

from minutes_extract.annotations import (
    AdviceReading,
    Annotations,
    Label,
    PartyReading,
    ProcurementReading,
    SectionKind,
    SectionReading,
    SignatureReading,
    StatuteReading,
    Stretch,
    VoteReading,
)
from minutes_extract.assembly.absence import none_of, section_body
from minutes_extract.assembly.operative import Places
from minutes_extract.assembly.quotes import Quotes
from minutes_extract.records.parts import (
    Advice,
    AdviceKind,
    Adviser,
    Party,
    PartyRole,
    Procurement,
    Reference,
    Route,
    Section,
    Signature,
    Verdict,
    Votes,
)


def procurement(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Procurement, ...]:
    """Ways to market."""
    return tuple(
        Procurement(
            route=Route(reading.route),
            framework=quotes.words(reading.framework),
            lead=quotes.words(reading.lead),
            joint_with=quotes.all_words(reading.joint_with),
            contracts=reading.contracts,
            resolution_path=places.path(mention),
            section=places.section(mention),
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.PROCUREMENT, ProcurementReading)
    )


def parties(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Party, ...]:
    """Organisations on the other side."""
    return tuple(
        Party(
            name=quotes.text[mention.start : mention.end],
            role=PartyRole(reading.role),
            resolution_path=places.path(mention),
            section=places.section(mention),
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.PARTY, PartyReading)
    )


def references(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Reference, ...]:
    """Statutes and regulations. `section` is the section of the act here, as the contract has it."""
    return tuple(
        Reference(
            text=quotes.text[mention.start : mention.end],
            act=reading.act,
            section=reading.section,
            resolution_path=places.path(mention),
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.REFERENCE, StatuteReading)
    )


def sections(claims: Annotations, quotes: Quotes) -> tuple[Section, ...]:
    """The parts of the item, each with its whole extent."""
    return tuple(
        Section(kind=reading.kind, heading=quotes.words(reading.heading), evidence=quotes.evidence(mention))
        for mention, reading in claims.of(Label.SECTION, SectionReading)
    )


def section_texts(claims: Annotations, quotes: Quotes, kind: SectionKind) -> tuple[Stretch, ...]:
    """The words under the headings of a kind; a section that only says "None" has none."""
    bodies = (
        section_body(mention.start, mention.end, reading, quotes)
        for mention, reading in claims.of(Label.SECTION, SectionReading)
        if reading.kind == kind
    )
    return tuple(body for body in bodies if body.end > body.start and none_of(body, quotes) is None)


def votes(claims: Annotations, quotes: Quotes) -> Votes | None:
    """The last vote of the item: amendments are voted on before the motion."""
    last = None
    for mention, reading in claims.of(Label.VOTE, VoteReading):
        last = Votes(
            result=Verdict(reading.result) if reading.result else None,
            votes_for=reading.votes_for,
            against=reading.against,
            abstain=reading.abstain,
            mover=quotes.words(reading.mover),
            seconder=quotes.words(reading.seconder),
            evidence=quotes.evidence(mention),
        )
    return last


def advice(claims: Annotations, quotes: Quotes) -> tuple[Advice, ...]:
    """Professional advice and who gave it."""
    return tuple(
        Advice(
            kind=AdviceKind(reading.kind),
            advisers=tuple(
                Adviser(
                    name=quotes.words(adviser.name),
                    role=quotes.words(adviser.role),
                    initials=quotes.words(adviser.initials),
                    date=adviser.date,
                )
                for adviser in reading.advisers
            ),
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.ADVICE, AdviceReading)
    )


def signatures(claims: Annotations, quotes: Quotes) -> tuple[Signature, ...]:
    """Signatures."""
    return tuple(
        Signature(
            name=quotes.text[reading.name.start : reading.name.end],
            role=quotes.words(reading.role),
            date=reading.date,
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.SIGNATURE, SignatureReading)
    )
