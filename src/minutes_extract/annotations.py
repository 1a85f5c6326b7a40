"""What the language says: claims over `Document.text`, plain and frozen.

A `Mention` is a claim that `text[start:end]` means something; its `value` says what. A `Link` joins two mentions.
A mention's value is one of the readings below, or a value of the `values` package where the words alone say it all
(an amount holds a `Money`, a term a `Term`). Readings point at words by `Stretch`, never by copied text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from minutes_extract.values.money import Money

R = TypeVar("R")


class Label(StrEnum):
    """Kinds of mention, one for each noun of the language that is read."""

    DOCUMENT = "document"  # the whole text: DocumentReading
    FIELD = "field"  # a label line: FieldReading
    ITEM = "item"  # an item of business, whole extent: ItemReading
    SECTION = "section"  # a part of an item, whole extent: SectionReading
    LEAD_IN = "lead_in"  # "RESOLVED that": LeadInReading
    LIMB = "limb"  # one limb of a resolution without its children: LimbReading
    ACT = "act"  # the words that decide: ActReading
    AMOUNT = "amount"  # the bare amount "£18.72m": AmountReading
    TERM = "term"  # a contract's length and options: values.terms.Term
    DATE = "date"  # a printed date: DateReading
    DELEGATION = "delegation"  # DelegationReading
    CONDITION = "condition"  # ConditionReading
    PERSON = "person"  # a person in a capacity: PersonReading
    ADVICE = "advice"  # AdviceReading
    SIGNATURE = "signature"  # SignatureReading
    VOTE = "vote"  # VoteReading
    REFERENCE = "reference"  # a statute: StatuteReading
    PROCUREMENT = "procurement"  # ProcurementReading
    PARTY = "party"  # PartyReading
    TRUNCATION = "truncation"  # the publisher's cut: no value


class LinkKind(StrEnum):
    """Kinds of link, source → target."""

    PART_OF = "part_of"  # amount → the amount that it is part of
    BINDS = "binds"  # condition → the limb that it binds (none: the whole item)


class Stretch(NamedTuple):
    """A half-open range of code points of the canonical text."""

    start: int
    end: int


class SectionKind(StrEnum):
    """What a part of an item does."""

    SUMMARY = "summary"
    DISCUSSION = "discussion"
    OPERATIVE = "operative"
    REASONS = "reasons"
    OPTIONS = "options"
    BACKGROUND = "background"
    FINANCE = "finance"
    LEGAL = "legal"
    PROCUREMENT = "procurement"
    EQUALITY = "equality"
    CONSULTATION = "consultation"
    OTHER = "other"


class Stage(StrEnum):
    """How far a decision has come."""

    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    DELEGATED_DECISION = "delegated_decision"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    NONE = "none"


class Act(StrEnum):
    """What a limb does."""

    APPROVE = "approve"
    ACCEPT_FUNDING = "accept_funding"
    DELEGATE = "delegate"
    PROCURE = "procure"
    AWARD = "award"
    ENTER_AGREEMENT = "enter_agreement"
    EXTEND = "extend"
    VARY = "vary"
    NOTE = "note"
    RECOMMEND = "recommend"
    AUTHORISE = "authorise"
    APPOINT = "appoint"
    DISPOSE = "dispose"
    ACQUIRE = "acquire"
    GRANT = "grant"
    REFUSE = "refuse"
    DEFER = "defer"
    REFER = "refer"
    ENDORSE = "endorse"
    ADOPT = "adopt"
    OTHER = "other"


class Force(StrEnum):
    """What a lead-in does with the limbs under it."""

    DECIDES = "decides"
    RECOMMENDS = "recommends"
    NOTES = "notes"


class Role(StrEnum):
    """Whether an amount is decided upon or tells of something else."""

    DECIDED = "decided"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What a document as a whole says of itself. Kinds are the contract's names ("decision_notice", "committee")."""

    kind: str
    minutes_status: str | None = None
    authority: Stretch | None = None
    body: Stretch | None = None
    body_kind: str | None = None
    title: Stretch | None = None
    reference: Stretch | None = None
    meeting_date: str | None = None
    meeting_date_at: Stretch | None = None
    meeting_time: str | None = None
    meeting_time_at: Stretch | None = None
    venue: Stretch | None = None
    decision_date: str | None = None
    decision_date_at: Stretch | None = None


@dataclass(frozen=True, slots=True)
class FieldReading:
    """A label line. `key` is a name from `nlp/lexicons/labels.txt` ("decision_maker"), or "" for an unknown label."""

    key: str
    label: Stretch
    value: Stretch | None


@dataclass(frozen=True, slots=True)
class ItemReading:
    """An item of business: its printed number and title, and what its label lines and wording say of it."""

    number: Stretch | None
    title: Stretch | None
    stage: Stage
    decision_maker: Stretch | None = None
    reference: Stretch | None = None
    key_decision: bool | None = None
    exempt: bool | None = None
    urgent: bool | None = None
    call_in: bool | None = None
    report_of: tuple[Stretch, ...] = ()
    evidence: tuple[tuple[str, Stretch], ...] = ()  # field path → where it was read


@dataclass(frozen=True, slots=True)
class SectionReading:
    """A part of an item, under a heading or without one."""

    kind: SectionKind
    heading: Stretch | None


@dataclass(frozen=True, slots=True)
class LeadInReading:
    """The words that introduce an operative part, and what they do."""

    force: Force


@dataclass(frozen=True, slots=True)
class LimbReading:
    """A limb: its place in the tree, its printed label, and the lead-ins down its path (for the effective text)."""

    path: tuple[str, ...]
    label: Stretch | None
    leads: tuple[Stretch, ...]
    text: Stretch
    inline: bool = False
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class ActReading:
    """An act and the words that perform it."""

    act: Act


@dataclass(frozen=True, slots=True)
class AmountReading:
    """An amount, and what it is to the decision. `row` and `column`: head cells, for amounts in tables."""

    money: Money
    role: Role
    purpose: str | None = None
    row: Stretch | None = None
    column: Stretch | None = None


@dataclass(frozen=True, slots=True)
class DateReading:
    """A printed date. `iso` is as much as is printed: "2024-07-25", "2024-07", "2024"; None where no year is."""

    iso: str | None
    kind: str  # meeting, decision, publication, call_in_expiry, effective, due, other


@dataclass(frozen=True, slots=True)
class DelegationReading:
    """Who is given power to act, what power, whom they must consult, and what is kept out of it."""

    to: tuple[Stretch, ...]
    powers: Stretch | None
    consultees: tuple[Stretch, ...] = ()
    carve_outs: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionReading:
    """A clause that binds a limb or the whole item."""

    kind: str  # approval, partner_approval, funding, legal_review, consultation, policy, time, other


@dataclass(frozen=True, slots=True)
class PersonReading:
    """A person in a capacity; `detail` is the printed reason, or when they joined or left."""

    name: Stretch
    role: Stretch | None
    capacity: str  # present, apologies, absent, in_attendance, presenter, author, contact, director, signatory, adviser
    detail: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Adviser:
    """One who gave advice: name or initials, post, and the day."""

    name: Stretch | None
    role: Stretch | None
    initials: Stretch | None
    date: str | None


@dataclass(frozen=True, slots=True)
class AdviceReading:
    """Professional advice that a report or decision records."""

    kind: str  # legal, finance, procurement, hr, property, equality, constitutional, commissioner, other
    advisers: tuple[Adviser, ...]


@dataclass(frozen=True, slots=True)
class SignatureReading:
    """A signature: name, post and day."""

    name: Stretch
    role: Stretch | None
    date: str | None


@dataclass(frozen=True, slots=True)
class VoteReading:
    """A vote: result, printed counts, mover and seconder."""

    result: str | None  # carried, lost, unanimous
    votes_for: int | None = None
    against: int | None = None
    abstain: int | None = None
    mover: Stretch | None = None
    seconder: Stretch | None = None


@dataclass(frozen=True, slots=True)
class StatuteReading:
    """A statute or regulation: the act as printed and the section, if any."""

    act: str
    section: str | None


@dataclass(frozen=True, slots=True)
class ProcurementReading:
    """A route to market."""

    route: str  # open, framework, call_off, direct_award, exemption, dps, extension, variation, accreditation, other
    framework: Stretch | None = None
    lead: Stretch | None = None
    joint_with: tuple[Stretch, ...] = ()
    contracts: int | None = None


@dataclass(frozen=True, slots=True)
class PartyReading:
    """An organisation on the other side of a decision."""

    role: str  # supplier, partner, funder, landlord, tenant, grantee, other


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim that `text[start:end]` means something."""

    label: Label
    start: int
    end: int
    value: object = None

    @property
    def key(self) -> "MentionKey":
        """What links know a mention by."""
        return MentionKey(self.label, self.start, self.end)


class MentionKey(NamedTuple):
    """A mention's identity within its document."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions that belong together."""

    kind: LinkKind
    source: MentionKey
    target: MentionKey


@dataclass(frozen=True, slots=True)
class Annotations:
    """All claims over a document's text: mentions sorted by (start, end, label), and links between them."""

    text: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()

    def of(self, label: Label, reading: type[R]) -> Iterator[tuple[Mention, R]]:
        """Mentions of a label with their values, which must be of the type `reading`."""
        for mention in self.mentions:
            if mention.label == label:
                if not isinstance(mention.value, reading):
                    raise TypeError(f"{label} holds {type(mention.value).__name__}, not {reading.__name__}")
                yield mention, mention.value
