"""A document's answers against the truth: what is right, what was missed, what was made up.

Both are compared as multisets, so that a wrong extra counts against precision and a miss against recall.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from minutes_extract.scoring.answers import Amount, Answers, Limb, Term, Value
from minutes_extract.scoring.figures import Count, Field
from minutes_extract.scoring.wording import Path, is_begun, is_same_clause

K = TypeVar("K", bound=Hashable)

SHOWN = 70
"""Characters of a limb or condition that are quoted in a miss."""


class Miss(NamedTuple):
    """One thing that is wrong, in words."""

    field: Field
    words: str


@dataclass(slots=True)
class _Marks:
    """The marks of one document while it is being compared."""

    counts: dict[Field, Count] = field(default_factory=lambda: dict.fromkeys(Field, Count()))
    misses: list[Miss] = field(default_factory=list)

    def count(self, kind: Field, right: int, said: int, gold: int) -> None:
        self.counts[kind] = self.counts[kind].plus(Count(right, said, gold))

    def bags(self, kind: Field, gold: Iterable[K], said: Iterable[K], name: Callable[[K], str] = repr) -> bool:
        """Compares two multisets; true where they are the same."""
        golds, saids = Counter(gold), Counter(said)
        self.count(kind, (golds & saids).total(), saids.total(), golds.total())
        self.misses += [Miss(kind, f"missed {name(key)}") for key in (golds - saids).elements()]
        self.misses += [Miss(kind, f"extra {name(key)}") for key in (saids - golds).elements()]
        return golds == saids


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document's marks."""

    counts: dict[Field, Count]
    misses: tuple[Miss, ...]


Pair = tuple[Limb, Limb | None]


def compare(truth: Answers, said: Answers) -> Sheet:
    """The marks of what was said against the truth."""
    marks = _Marks()
    pairs = _limbs(marks, truth, said)
    _acts(marks, pairs)
    marks.bags(
        Field.AMOUNTS,
        (amount.value for amount, _ in truth.amounts),
        (amount.value for amount, _ in said.amounts),
        _value_words,
    )
    marks.bags(Field.AMOUNTS_FULL, (a for a, _ in truth.amounts), (a for a, _ in said.amounts), _amount_words)
    marks.bags(Field.TERMS, (t for t, _ in truth.terms), (t for t, _ in said.terms), _term_words)
    marks.bags(
        Field.DELEGATIONS, (p for d in truth.delegations for p in d.to), (p for d in said.delegations for p in d.to)
    )
    marks.bags(
        Field.CONSULTEES,
        (p for d in truth.delegations for p in d.consultees),
        (p for d in said.delegations for p in d.consultees),
    )
    _conditions(marks, truth, said)
    marks.bags(Field.DECISIONS, truth.stages, said.stages)
    complete = [pair for pair in pairs if _is_complete(pair, truth, said)]
    marks.count(Field.COMPLETE, len(complete), len(pairs), len(pairs))
    return Sheet(marks.counts, tuple(marks.misses))


def _limbs(marks: _Marks, truth: Answers, said: Answers) -> list[Pair]:
    """Each true limb with what was said for it: of those that begin alike the one at its path, else the first."""
    left, pairs = list(said.limbs), list[Pair]()
    for limb in truth.limbs:
        candidates = [other for other in left if is_begun(other.text, limb.text)]
        found = min(candidates, key=lambda other: other.path != limb.path, default=None)
        pairs.append((limb, found))
        if found is None:
            marks.misses.append(Miss(Field.RESOLUTIONS, f"missed {_label(limb.path)} {limb.text!r}"))
            continue
        left = [other for other in left if other is not found]
        if found.path != limb.path:
            wrong = f"path {_label(found.path)} should be {_label(limb.path)}: {limb.text!r}"
            marks.misses.append(Miss(Field.RESOLUTIONS, wrong))
    right = sum(found is not None and found.path == limb.path for limb, found in pairs)
    marks.count(Field.RESOLUTIONS, right, len(said.limbs), len(truth.limbs))
    marks.misses += [Miss(Field.RESOLUTIONS, f"extra {_label(rest.path)} {rest.text[:SHOWN]!r}") for rest in left]
    return pairs


def _acts(marks: _Marks, pairs: list[Pair]) -> None:
    for limb, found in pairs:
        if found is not None:
            right = len(limb.acts & found.acts)
            marks.count(Field.ACTS, right, len(found.acts), len(limb.acts))
            if found.acts != limb.acts:
                wrong = f"missed {sorted(limb.acts - found.acts)}, extra {sorted(found.acts - limb.acts)}"
                marks.misses.append(Miss(Field.ACTS, f"{_label(limb.path)} {limb.text!r}: {wrong}"))


def _conditions(marks: _Marks, truth: Answers, said: Answers) -> None:
    left, right = list(said.conditions), 0
    for condition in truth.conditions:
        found = next((clause for clause in left if is_same_clause(clause, condition)), None)
        if found is None:
            marks.misses.append(Miss(Field.CONDITIONS, f"missed {condition!r}"))
        else:
            left.remove(found)
            right += 1
    marks.misses += [Miss(Field.CONDITIONS, f"extra {clause[:SHOWN]!r}") for clause in left]
    marks.count(Field.CONDITIONS, right, len(said.conditions), len(truth.conditions))


def _is_complete(pair: Pair, truth: Answers, said: Answers) -> bool:
    """Whether all that stands at a limb's path is right at once."""
    limb, found = pair
    if found is None or found.path != limb.path or found.acts != limb.acts:
        return False
    return (
        _at(truth.amounts, limb.path) == _at(said.amounts, limb.path)
        and _at(truth.terms, limb.path) == _at(said.terms, limb.path)
        and _delegates(truth, limb.path) == _delegates(said, limb.path)
    )


def _at(placed: Iterable[tuple[K, Path | None]], path: Path) -> Counter[K]:
    return Counter(key for key, place in placed if place == path)


def _delegates(answers: Answers, path: Path) -> set[str]:
    return {post for delegation in answers.delegations if delegation.path == path for post in delegation.to}


def _label(path: Path) -> str:
    return ".".join(path) or "(unnumbered)"


def _amount_words(amount: Amount) -> str:
    rate = amount.per and f"per {amount.per}"
    return " ".join(filter(None, (_value_words(amount.value), amount.qualifier, rate, amount.role)))


def _value_words(value: Value) -> str:
    return f"{'none' if value.value is None else format(value.value, 'f')} {value.currency}"


def _term_words(term: Term) -> str:
    parts = [f"{value} {name}" for name, value in term._asdict().items() if value not in (None, ())]
    return ", ".join(parts) or "without numbers"
