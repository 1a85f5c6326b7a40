"""What is compared: the answers of a document, in one form for truth and for records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from minutes_extract.scoring import wording
from minutes_extract.scoring.forms import AmountLine, ItemLine, Truth
from minutes_extract.scoring.wording import Path


class Value(NamedTuple):
    """An amount's value and currency."""

    value: Decimal | None
    currency: str


class Amount(NamedTuple):
    """An amount with all that is scored of it."""

    value: Value
    qualifier: str | None
    per: str | None
    role: str | None


class Term(NamedTuple):
    """A term's numbers."""

    initial: int | None
    options: tuple[int, ...]
    maximum: int | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Limb:
    """An operative limb: in truth its first words, in records all of them."""

    path: Path
    text: str
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Delegation:
    """The posts of a delegation, as they are compared."""

    to: tuple[str, ...]
    consultees: tuple[str, ...]
    path: Path | None


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is scored of a document; amounts and terms with the path of the limb that they stand in."""

    limbs: tuple[Limb, ...] = ()
    amounts: tuple[tuple[Amount, Path | None], ...] = ()
    terms: tuple[tuple[Term, Path | None], ...] = ()
    delegations: tuple[Delegation, ...] = ()
    conditions: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


def of_truth(truth: Truth) -> Answers:
    """The answers of a careful reader."""
    return Answers(
        limbs=tuple(
            Limb(wording.path(limb["path"]), limb["starts"], frozenset(limb["acts"])) for limb in truth["resolutions"]
        ),
        amounts=tuple(
            (_amount(a["value"], a["currency"], a["qualifier"], a["per"], a["role"]), _place(a["path"]))
            for a in truth["amounts"]
        ),
        terms=tuple(
            (
                term(t["initial_months"], t["option_months"], t["maximum_months"], t["start"], t["end"]),
                _place(t["path"]),
            )
            for t in truth["terms"]
        ),
        delegations=tuple(_delegation(d["to"], d["consultees"], d["path"]) for d in truth["delegations"]),
        conditions=tuple(condition["text"] for condition in truth["conditions"]),
        stages=_stages(decision["stage"] for decision in truth["decisions"]),
    )


def of_items(items: Sequence[ItemLine]) -> Answers:
    """What the program says in the items of a document."""
    return Answers(
        limbs=tuple(
            Limb(wording.path(limb.get("path")), limb.get("text", ""), frozenset(limb.get("acts") or ()))
            for item in items
            for limb in item.get("resolutions", ())
        ),
        amounts=tuple(
            (
                _amount(_printed(a), a.get("currency"), a.get("qualifier"), a.get("per"), a.get("role")),
                _place(a.get("resolution_path")),
            )
            for item in items
            for a in item.get("amounts", ())
        ),
        terms=tuple(
            (
                term(
                    t.get("initial_months"),
                    t.get("option_months") or (),
                    t.get("maximum_months"),
                    t.get("start"),
                    t.get("end"),
                    t.get("derived") or (),
                ),
                _place(t.get("resolution_path")),
            )
            for item in items
            for t in item.get("terms", ())
        ),
        delegations=tuple(
            _delegation(d.get("to") or (), d.get("consultees") or (), d.get("resolution_path"))
            for item in items
            for d in item.get("delegations", ())
        ),
        conditions=tuple(c.get("text", "") for item in items for c in item.get("conditions", ())),
        stages=_stages(item.get("stage") for item in items),
    )


def _printed(amount: AmountLine) -> str | None:
    """The value by which an amount is known: for a range its lower end, else its upper."""
    if amount.get("value") is not None:
        return amount["value"]
    return amount.get("minimum") or amount.get("maximum")


def _amount(
    value: str | None, currency: str | None, qualifier: str | None, per: str | None, role: str | None
) -> Amount:
    number = None if value is None else Decimal(str(value)).normalize()
    return Amount(Value(number, currency or "GBP"), qualifier, per, role)


def term(
    initial: int | None,
    options: Iterable[int],
    maximum: int | None,
    start: str | None,
    end: str | None,
    derived: Iterable[str] = (),
) -> Term:
    """A term's numbers, as they are compared.

    A lone extension ("extend by a year") and a lone maximum ("up to four years") are read alike whether they were put
    down as the initial length, the option or the maximum. Fields named in `derived` were worked out, not printed, and
    do not count; only the sum of an initial length and its options may be either.

    >>> term(None, [12], None, None, None) == term(12, [], 12, None, None) == term(None, [], 12, None, None)
    True
    >>> term(36, [12], 48, None, None, derived=["maximum_months"]) == term(36, [12], 48, None, None)
    True
    """
    worked_out = set(derived)
    offered: tuple[int, ...] = () if "option_months" in worked_out else tuple(options)
    initial = None if "initial_months" in worked_out else initial
    if initial is None and offered and "maximum_months" in worked_out:
        maximum = None
    if initial is None and maximum is None and len(offered) == 1:
        (lone,) = offered
        initial, offered, maximum = lone, (), lone
    elif not offered and (initial is None) != (maximum is None):
        initial = maximum = initial if maximum is None else maximum
    start, end = (None if name in worked_out else day for name, day in (("start", start), ("end", end)))
    return Term(initial, offered, maximum, start, end)


def _delegation(to: Iterable[str], consultees: Iterable[str], path: list[str] | None) -> Delegation:
    return Delegation(tuple(map(wording.post, to)), tuple(map(wording.post, consultees)), _place(path))


def _place(path: list[str] | None) -> Path | None:
    return None if path is None else wording.path(path)


def _stages(stages: Iterable[str | None]) -> tuple[str, ...]:
    """The stages of the items that decide something."""
    return tuple(stage for stage in stages if stage is not None and stage != "none")
