"""The smaller parts of an item: procurement, parties, statutes, sections, votes, advice, signatures, call-in."""

from enum import StrEnum

from pydantic import AliasChoices, Field

from minutes_extract.annotations import SectionKind
from minutes_extract.records.base import Day, Evidence, Model, Text


class Route(StrEnum):
    """A way to market."""

    OPEN = "open"
    FRAMEWORK = "framework"
    CALL_OFF = "call_off"
    DIRECT_AWARD = "direct_award"
    EXEMPTION = "exemption"
    DPS = "dps"
    EXTENSION = "extension"
    VARIATION = "variation"
    ACCREDITATION = "accreditation"
    OTHER = "other"


class Procurement(Model):
    """How something is bought."""

    route: Route
    framework: Text | None
    """Name of the framework."""
    lead: Text | None
    """The authority that leads a joint procurement."""
    joint_with: tuple[Text, ...]
    contracts: int | None = Field(ge=0)
    """Number of contracts, if printed."""
    resolution_path: tuple[str, ...] | None
    section: SectionKind | None
    evidence: Evidence


class PartyRole(StrEnum):
    """What an organisation is to a decision."""

    SUPPLIER = "supplier"
    PARTNER = "partner"
    FUNDER = "funder"
    LANDLORD = "landlord"
    TENANT = "tenant"
    GRANTEE = "grantee"
    OTHER = "other"


class Party(Model):
    """An organisation on the other side of a decision."""

    name: Text
    role: PartyRole
    resolution_path: tuple[str, ...] | None
    section: SectionKind | None
    evidence: Evidence


class Reference(Model):
    """A statute or regulation."""

    text: Text
    act: Text
    section: Text | None
    """The section of the act, as printed."""
    resolution_path: tuple[str, ...] | None
    evidence: Evidence


class Section(Model):
    """A part of the item, under a heading or without one."""

    kind: SectionKind
    heading: Text | None
    evidence: Evidence
    """The whole extent."""


class Verdict(StrEnum):
    """How a vote went."""

    CARRIED = "carried"
    LOST = "lost"
    UNANIMOUS = "unanimous"


class Votes(Model):
    """A vote; counts only if printed."""

    result: Verdict | None
    votes_for: int | None = Field(ge=0, validation_alias=AliasChoices("for", "votes_for"), serialization_alias="for")
    against: int | None = Field(ge=0)
    abstain: int | None = Field(ge=0)
    mover: Text | None
    seconder: Text | None
    evidence: Evidence


class AdviceKind(StrEnum):
    """The profession that advises."""

    LEGAL = "legal"
    FINANCE = "finance"
    PROCUREMENT = "procurement"
    HR = "hr"
    PROPERTY = "property"
    EQUALITY = "equality"
    CONSTITUTIONAL = "constitutional"
    COMMISSIONER = "commissioner"
    OTHER = "other"


class Adviser(Model):
    """One who gave advice."""

    name: Text | None
    role: Text | None
    initials: Text | None
    date: Day | None


class Advice(Model):
    """Professional advice that the document records."""

    kind: AdviceKind
    advisers: tuple[Adviser, ...]
    evidence: Evidence


class Signature(Model):
    """A signature."""

    name: Text
    role: Text | None
    date: Day | None
    evidence: Evidence


class CallIn(Model):
    """Whether the decision may be called in for scrutiny."""

    eligible: bool | None
    expires: Day | None
    """The day by which it must be called in."""
    reason: Text | None
    """Why it may not be called in, as printed."""
