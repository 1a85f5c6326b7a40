"""The operative part of an item: lead-in, limbs, delegations, conditions."""

from minutes_extract.annotations import (
    Annotations,
    ConditionReading,
    DelegationReading,
    Label,
    LeadInReading,
    LimbReading,
    LinkKind,
    SectionKind,
    SectionReading,
)
from minutes_extract.assembly.quotes import Nest, Placed, Quotes
from minutes_extract.records.resolution import Condition, ConditionKind, Delegation, Operative, Path, Resolution


class Places:
    """Where in an item a mention stands: the path of its limb, and the kind of its section."""

    def __init__(self, claims: Annotations) -> None:
        self._limbs = Nest((mention, reading.path) for mention, reading in claims.of(Label.LIMB, LimbReading))
        self._sections = Nest((mention, reading.kind) for mention, reading in claims.of(Label.SECTION, SectionReading))

    def path(self, place: Placed) -> Path | None:
        """The path of the innermost limb around a place."""
        return self._limbs.around(place)

    def section(self, place: Placed) -> SectionKind | None:
        """The kind of the innermost section around a place."""
        return self._sections.around(place)


def operative(claims: Annotations, quotes: Quotes) -> Operative | None:
    """The first lead-in."""
    for mention, _ in claims.of(Label.LEAD_IN, LeadInReading):
        evidence = quotes.evidence(mention)
        return Operative(text=evidence.text, evidence=evidence)
    return None


def resolutions(claims: Annotations, quotes: Quotes) -> tuple[Resolution, ...]:
    """The limbs, in the order of the text: nested limbs follow their parents."""
    return tuple(
        Resolution(
            path=reading.path,
            label=quotes.words(reading.label),
            text=quotes.text[reading.text.start : reading.text.end],
            effective_text=" ".join(quotes.all_words((*reading.leads, reading.text))),
            acts=reading.acts,
            inline=reading.inline,
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.LIMB, LimbReading)
    )


def delegations(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Delegation, ...]:
    """Powers that are given."""
    return tuple(
        Delegation(
            to=quotes.all_words(reading.to),
            powers=quotes.words(reading.powers),
            consultees=quotes.all_words(reading.consultees),
            carve_outs=quotes.all_words(reading.carve_outs),
            resolution_path=places.path(mention),
            section=places.section(mention),
            evidence=quotes.evidence(mention),
        )
        for mention, reading in claims.of(Label.DELEGATION, DelegationReading)
    )


def conditions(claims: Annotations, quotes: Quotes, places: Places) -> tuple[Condition, ...]:
    """Clauses that bind: each to the limb that it is linked to, else to the whole item."""
    paths = {mention.key: reading.path for mention, reading in claims.of(Label.LIMB, LimbReading)}
    bound = {  # of several limbs the first, which is the parent of the others
        link.source: paths[link.target]
        for link in reversed(claims.links)
        if link.kind == LinkKind.BINDS and link.target in paths
    }
    found = []
    for mention, reading in claims.of(Label.CONDITION, ConditionReading):
        evidence = quotes.evidence(mention)
        condition = Condition(
            text=evidence.text,
            scope=bound.get(mention.key, "item"),
            kind=ConditionKind(reading.kind),
            resolution_path=places.path(mention),
            section=places.section(mention),
            evidence=evidence,
        )
        found.append(condition)
    return tuple(found)
