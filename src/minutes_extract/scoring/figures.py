"""Precision, recall and F1, and how far they would move had other documents been read."""

import random
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple


class Field(StrEnum):
    """What is scored, in the order of the table."""

    RESOLUTIONS = "resolutions"  # path and first words of every operative limb
    ACTS = "acts"  # the acts of the limbs that were found
    AMOUNTS = "amounts"  # value and currency
    AMOUNTS_FULL = "amounts_full"  # with qualifier, rate and role
    TERMS = "terms"  # initial, option and maximum months, start and end
    DELEGATIONS = "delegations"  # every post that receives power
    CONSULTEES = "consultees"  # every post to be consulted
    CONDITIONS = "conditions"  # clauses that share their first words
    DECISIONS = "decisions"  # stage of every item that decides something
    COMPLETE = "complete"  # limbs whose path, words, acts, amounts, terms and delegates are all right


class Count(NamedTuple):
    """How many answers are right, how many were said, and how many there are."""

    right: int = 0
    said: int = 0
    gold: int = 0

    def plus(self, other: "Count") -> "Count":
        """Both counts together."""
        return Count(self.right + other.right, self.said + other.said, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was said that is right; to say nothing where there is nothing is right.

        >>> Count(right=3, said=4, gold=6).precision
        0.75
        """
        if self.said:
            return self.right / self.said
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was said.

        >>> Count(right=3, said=4, gold=6).recall
        0.5
        """
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both.

        >>> Count(right=3, said=4, gold=6).f1
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Counts = Mapping[Field, Count]

RESAMPLES = 500
"""Enough for an interval that is printed to two digits."""


class Interval(NamedTuple):
    """The middle 95 per cent of F1 over resampled documents."""

    low: float
    high: float


def total(sheets: Iterable[Counts]) -> dict[Field, Count]:
    """The counts of several documents together."""
    sums = dict.fromkeys(Field, Count())
    for sheet in sheets:
        for field, count in sheet.items():
            sums[field] = sums[field].plus(count)
    return sums


def intervals(sheets: Sequence[Counts], seed: int = 0, resamples: int = RESAMPLES) -> dict[Field, Interval]:
    """For each field the interval of F1, had other documents of the same kind been read: a bootstrap over documents.

    >>> sure = {field: Count(1, 1, 1) for field in Field}
    >>> intervals([sure, sure])[Field.TERMS]
    Interval(low=1.0, high=1.0)
    """
    if not sheets:
        return {}
    chance = random.Random(seed)  # noqa: S311 - no secret: a seeded sample, the same in every run
    drawn = [chance.choices(range(len(sheets)), k=len(sheets)) for _ in range(resamples)]
    return {field: _interval([sheet[field] for sheet in sheets], drawn) for field in Field}


def _interval(counts: Sequence[Count], drawn: Sequence[Sequence[int]]) -> Interval:
    rights, saids, golds = ([count[part] for count in counts] for part in range(3))
    values = sorted(
        Count(
            sum(map(rights.__getitem__, draw)), sum(map(saids.__getitem__, draw)), sum(map(golds.__getitem__, draw))
        ).f1
        for draw in drawn
    )
    edge = len(values) // 40
    return Interval(values[edge], values[-1 - edge])
