"""A page of our own, and the claims that a careful reader would make of it: what assembly is given."""

from decimal import Decimal

from minutes_extract.annotations import (
    Act,
    ActReading,
    AdviceReading,
    Adviser,
    AmountReading,
    Annotations,
    ConditionReading,
    DateReading,
    DelegationReading,
    DocumentReading,
    FieldReading,
    Force,
    ItemReading,
    Label,
    LeadInReading,
    LimbReading,
    Link,
    LinkKind,
    Mention,
    PartyReading,
    PersonReading,
    ProcurementReading,
    Role,
    SectionKind,
    SectionReading,
    SignatureReading,
    Stage,
    StatuteReading,
    Stretch,
    VoteReading,
)
from minutes_extract.document import Block, BlockKind, Document, MediaType, Page, PageMark, Source
from minutes_extract.values.money import Money, Qualifier
from minutes_extract.values.terms import Term, TermForm

TEXT = """\
Northwick Borough Council, Cabinet, 3 June 2025, 18:30
Apologies: None
33 Family support contract - key decision
Call-in ends: 20 June 2025
Wards: All
Resolved to
(1) approve the procurement of family support up to £18.72m, of which £11.262m is guaranteed, for 5+2+2 years, under \
section 256 of the National Health Service Act 2006;
(2) subject to the approval of the section 151 officer, delegate authority to the Director of Commissioning, in \
consultation with the Portfolio Holder, to award the contract to Brightwell Care by a call-off.
Reasons
The saving of 0.582m a year was agreed on 1 May 2025 under delegated powers.
Other options considered
None.
Background
The contract ends in 2026/27.
Legal advice: A. Nowak, 2 June 2025
Signed: J. Okafor, 3 June 2025
Carried: 7 for, 2 against, moved by Cllr Hale.
34 Parking
This item was cut short."""


def at(words: str, nth: int = 0) -> Stretch:
    """Where words stand."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Stretch(start, start + len(words))


def span(first: str, last: str) -> Stretch:
    """From the beginning of some words to the end of others."""
    return Stretch(at(first).start, at(last).end)


def mention(label: Label, place: Stretch, value: object = None) -> Mention:
    return Mention(label, place.start, place.end, value)


def pounds(value: str, precision: str, qualifier: Qualifier = Qualifier.EXACT) -> Money:
    return Money(Decimal(value), Decimal(precision), qualifier=qualifier)


LIMB_1 = span("(1)", "Act 2006;")
LIMB_2 = span("(2)", "call-off.")
ITEM = span("33 Family", "Cllr Hale.")
CUT = span("34 Parking", "cut short.")
WHOLE, PART, CONDITION = at("£18.72m"), at("£11.262m"), at("subject to the approval of the section 151 officer")
TOTAL = pounds("1.872E+7", "5000", Qualifier.UP_TO)

MENTIONS = (
    mention(
        Label.DOCUMENT,
        Stretch(0, len(TEXT)),
        DocumentReading(
            kind="meeting_minutes",
            minutes_status="draft",
            authority=at("Northwick Borough Council"),
            body=at("Cabinet"),
            body_kind="executive",
            meeting_date="2025-06-03",
            meeting_date_at=at("3 June 2025"),
            meeting_time="18:30",
            meeting_time_at=at("18:30"),
        ),
    ),
    mention(Label.FIELD, at("Apologies: None"), FieldReading("apologies", at("Apologies:"), at("None"))),
    mention(
        Label.ITEM,
        ITEM,
        ItemReading(
            at("33"),
            at("Family support contract"),
            Stage.RESOLVED,
            key_decision=True,
            evidence=(("key_decision", at("key decision")),),
        ),
    ),
    mention(Label.DATE, at("20 June 2025"), DateReading("2025-06-20", "call_in_expiry")),
    mention(Label.FIELD, at("Wards: All"), FieldReading("wards", at("Wards:"), at("All"))),
    mention(Label.SECTION, span("Resolved to", "call-off."), SectionReading(SectionKind.OPERATIVE, None)),
    mention(Label.LEAD_IN, at("Resolved to"), LeadInReading(Force.DECIDES)),
    mention(
        Label.LIMB,
        LIMB_1,
        LimbReading(
            ("1",),
            at("(1)"),
            (at("Resolved to"),),
            span("approve the procurement", "Act 2006;"),
            acts=(Act.APPROVE, Act.PROCURE),
        ),
    ),
    mention(
        Label.AMOUNT, WHOLE, AmountReading(pounds("1.872E+7", "5000", Qualifier.UP_TO), Role.DECIDED, "contract_value")
    ),
    mention(Label.AMOUNT, PART, AmountReading(pounds("11262000", "500"), Role.DECIDED)),
    mention(
        Label.TERM, at("5+2+2 years"), Term(TermForm.PLUS_NOTATION, 60, (24, 24), 108, derived=("maximum_months",))
    ),
    mention(
        Label.REFERENCE,
        span("section 256", "Act 2006"),
        StatuteReading("National Health Service Act 2006", "256"),
    ),
    mention(
        Label.LIMB,
        LIMB_2,
        LimbReading(("2",), at("(2)"), (at("Resolved to"),), span("subject to the", "call-off."), acts=(Act.DELEGATE,)),
    ),
    mention(Label.CONDITION, CONDITION, ConditionReading("approval")),
    mention(Label.ACT, at("delegate"), ActReading(Act.DELEGATE)),
    mention(
        Label.DELEGATION,
        span("delegate authority", "call-off"),
        DelegationReading((at("Director of Commissioning"),), span("award the", "call-off"), (at("Portfolio Holder"),)),
    ),
    mention(Label.PARTY, at("Brightwell Care"), PartyReading("supplier")),
    mention(Label.PROCUREMENT, at("call-off"), ProcurementReading("call_off")),
    mention(Label.SECTION, span("Reasons", "delegated powers."), SectionReading(SectionKind.REASONS, at("Reasons"))),
    mention(
        Label.SECTION,
        span("Other options", "None."),
        SectionReading(SectionKind.OPTIONS, at("Other options considered")),
    ),
    mention(
        Label.ADVICE,
        span("Legal advice", "2 June 2025"),
        AdviceReading("legal", (Adviser(at("A. Nowak"), None, None, "2025-06-02"),)),
    ),
    mention(
        Label.SIGNATURE, span("Signed", "Okafor, 3 June 2025"), SignatureReading(at("J. Okafor"), None, "2025-06-03")
    ),
    mention(Label.PERSON, at("J. Okafor"), PersonReading(at("J. Okafor"), None, "signatory")),
    mention(
        Label.VOTE,
        span("Carried", "Cllr Hale"),
        VoteReading("carried", votes_for=7, against=2, mover=at("Cllr Hale")),
    ),
    mention(Label.ITEM, CUT, ItemReading(at("34"), at("Parking"), Stage.NONE)),
    mention(Label.TRUNCATION, at("This item was cut short.")),
)

ANNOTATIONS = Annotations(
    TEXT,
    tuple(sorted(MENTIONS, key=lambda m: (m.start, m.end, m.label))),
    (
        Link(LinkKind.PART_OF, mention(Label.AMOUNT, PART).key, mention(Label.AMOUNT, WHOLE).key),
        Link(LinkKind.BINDS, mention(Label.CONDITION, CONDITION).key, mention(Label.LIMB, LIMB_2).key),
    ),
)


def document(path: str = "cabinet.txt", marks: tuple[PageMark, ...] = ()) -> Document:
    """The page as layout gives it: two pages, a paragraph a line."""
    blocks, start = [], 0
    for line in TEXT.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line), start, start))
        start += len(line) + 1
    turn = at("Reasons").start
    return Document(
        Source(path, "0" * 64, MediaType.TEXT),
        TEXT,
        tuple(blocks),
        (Page(1, 0, turn - 1), Page(2, turn, len(TEXT))),
        page_marks=marks,
    )
