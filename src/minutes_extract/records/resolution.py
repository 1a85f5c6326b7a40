"""The operative part: its lead-in, its limbs, and the powers and conditions in them."""

from enum import StrEnum
from typing import Literal

from minutes_extract.annotations import Act, SectionKind
from minutes_extract.records.base import Evidence, Model, Text

Path = tuple[str, ...]


class Operative(Model):
    """The words that introduce the operative part."""

    text: Text
    """As printed: "Resolved to", "RECOMMENDED that"."""
    evidence: Evidence


class Resolution(Model):
    """One limb of the operative part."""

    path: Path
    """Labels down the tree, lower case, without punctuation; `[]` for a single unnumbered resolution."""
    label: Text | None
    """As printed: "(2)"."""
    text: Text
    """The limb without its children."""
    effective_text: Text
    """The lead-ins down the path and the limb, joined by one space, so that it reads alone."""
    acts: tuple[Act, ...]
    """What it does, in order."""
    inline: bool
    """True for "(i) … and (ii) …" inside a sentence."""
    evidence: Evidence


class Delegation(Model):
    """Who is given power to act."""

    to: tuple[Text, ...]
    """Posts as printed, without "the"."""
    powers: Text | None
    """What they may do."""
    consultees: tuple[Text, ...]
    """Posts that they must consult, as printed."""
    carve_outs: tuple[Text, ...]
    """What is kept out of the power ("save for …")."""
    resolution_path: Path | None
    section: SectionKind | None
    evidence: Evidence


class ConditionKind(StrEnum):
    """What a decision waits for."""

    APPROVAL = "approval"
    PARTNER_APPROVAL = "partner_approval"
    FUNDING = "funding"
    LEGAL_REVIEW = "legal_review"
    CONSULTATION = "consultation"
    POLICY = "policy"
    TIME = "time"
    OTHER = "other"


class Condition(Model):
    """A clause that binds a limb or the whole item: "subject to", "provided that", "save for"."""

    text: Text
    scope: Literal["item"] | Path
    """`"item"`, or the path of the limb that it binds."""
    kind: ConditionKind
    resolution_path: Path | None
    """Path of the limb that it stands in."""
    section: SectionKind | None
    evidence: Evidence
