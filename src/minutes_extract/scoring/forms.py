"""The forms of what is compared, as the files hold it: truth beside a document, and lines of `records.jsonl`.

Truth is JSON in the form of `Truth`; of records only what `ItemLine` names is read, so that a run of an older version
can be compared too.
"""

from typing import TypedDict


class TruthDocument(TypedDict):
    """What a document says of itself."""

    kind: str
    authority: str | None
    decision_maker: str | None
    date: str | None


class TruthDecision(TypedDict):
    """An item of business."""

    item: str | None
    title: str | None
    stage: str
    key: bool | None
    call_in: bool | None


class TruthLimb(TypedDict):
    """An operative limb, known by its first words."""

    path: list[str]
    starts: str
    acts: list[str]


class TruthAmount(TypedDict):
    """A printed amount; a range has its ends in `value` and `max_value`."""

    text: str
    value: str | None
    max_value: str | None
    currency: str
    qualifier: str
    per: str | None
    role: str
    path: list[str] | None


class TruthTerm(TypedDict):
    """A term; days only where they are printed."""

    text: str
    initial_months: int | None
    option_months: list[int]
    maximum_months: int | None
    start: str | None
    end: str | None
    path: list[str] | None


class TruthDelegation(TypedDict):
    """Who is given power, and whom they consult."""

    to: list[str]
    consultees: list[str]
    path: list[str] | None


class TruthCondition(TypedDict):
    """A condition, and the limb that it stands in."""

    text: str
    path: list[str] | None


# `for` is a keyword, so that this form cannot be written as a class.
TruthVotes = TypedDict(
    "TruthVotes",
    {
        "result": str | None,
        "for": int | None,
        "against": int | None,
        "abstain": int | None,
        "mover": str | None,
        "seconder": str | None,
    },
    total=False,
)


class Truth(TypedDict):
    """The answers of a careful reader, as the files beside the documents hold them."""

    document: TruthDocument
    decisions: list[TruthDecision]
    resolutions: list[TruthLimb]
    amounts: list[TruthAmount]
    terms: list[TruthTerm]
    delegations: list[TruthDelegation]
    conditions: list[TruthCondition]
    votes: TruthVotes | None


class LimbLine(TypedDict, total=False):
    """A limb of an `item` record."""

    path: list[str]
    text: str
    acts: list[str]


class AmountLine(TypedDict, total=False):
    """An amount of an `item` record."""

    value: str | None
    minimum: str | None
    maximum: str | None
    currency: str
    qualifier: str
    per: str | None
    role: str
    resolution_path: list[str] | None


class TermLine(TypedDict, total=False):
    """A term of an `item` record."""

    initial_months: int | None
    option_months: list[int]
    maximum_months: int | None
    start: str | None
    end: str | None
    derived: list[str]
    resolution_path: list[str] | None


class DelegationLine(TypedDict, total=False):
    """A delegation of an `item` record."""

    to: list[str]
    consultees: list[str]
    resolution_path: list[str] | None


class ConditionLine(TypedDict, total=False):
    """A condition of an `item` record."""

    text: str


class ItemLine(TypedDict, total=False):
    """What is read of an `item` record."""

    stage: str | None
    resolutions: list[LimbLine]
    amounts: list[AmountLine]
    terms: list[TermLine]
    delegations: list[DelegationLine]
    conditions: list[ConditionLine]
