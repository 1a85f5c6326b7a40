"""Limbs in the making, and the tree that their printed labels make."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_extract.annotations import Stretch
from minutes_extract.values import numbering
from minutes_extract.values.numbering import Numeral, Style


@dataclass
class Limb:
    """A limb in the making: its label, its words `[start, end)`, and its place.

    `opens`: its words end in a colon, so that a list below it is its own.
    """

    numeral: Numeral | None
    label: Stretch | None
    start: int
    end: int
    inline: bool = False
    indent: int | None = None
    opens: bool = False
    path: tuple[str, ...] = ()


def place(limbs: Sequence[Limb]) -> None:
    """Gives every limb its path: labels settled by their neighbours, limbs without a label counted."""
    _restore_first(limbs)
    labelled = [limb for limb in limbs if limb.numeral is not None]
    if not labelled:
        for number, limb in enumerate(limbs, start=1):
            limb.path = (str(number),) if len(limbs) > 1 else ()
        return
    settled = numbering.settle([limb.numeral for limb in labelled if limb.numeral is not None], _depths(labelled))
    places = iter(settled)
    alone = limbs[0].numeral is None and sum(limb.numeral is None for limb in limbs) == 1
    if alone and limbs[0].opens:  # "Approved spending with these firms:" over (a), (b)
        limbs[0].path = ()
        limbs = limbs[1:]
    under = limbs[0].numeral is None
    counted = 0
    above: tuple[str, ...] = ()
    for limb in limbs:
        if limb.numeral is None:
            counted += 1
            limb.path = (str(counted),)
            above = limb.path if under else ()
        else:
            limb.path = _beside_number((*above, *next(places).path))


def _beside_number(path: tuple[str, ...]) -> tuple[str, ...]:
    """A label put in later stands beside its number, not under it: 3, 3a, 4."""
    inserted = re.fullmatch(r"(\d+)[a-z]", path[-1])
    return (*path[:-2], path[-1]) if inserted and path[-2:-1] == (inserted[1],) else path


def _restore_first(limbs: Sequence[Limb]) -> None:
    """A bullet before "2" stands for a lost "1": converters of PDF leave the dash and drop the number."""
    if len(limbs) < 2 or limbs[0].numeral is None or limbs[1].numeral is None or not limbs[0].numeral.is_bullet:
        return
    if any(reading.style is Style.DECIMAL and reading.ordinal == 2 for reading in limbs[1].numeral.readings):
        limbs[0].numeral = numbering.parse(limbs[1].numeral.printed.replace("2", "1"))


def _depths(labelled: Sequence[Limb]) -> list[int | None]:
    """The depths of labels, where words that end in a colon open a list below them; else the indents on the page."""
    if not any(limb.opens for limb in labelled):
        return [limb.indent for limb in labelled]
    stack: list[Numeral] = []
    depths: list[int | None] = []
    opened = False
    for limb in labelled:
        if limb.numeral is None:
            continue
        if not (opened and any(reading.ordinal <= 1 for reading in limb.numeral.readings)):
            while len(stack) > 1 and not _continues(stack[-1], limb.numeral):
                stack.pop()
            del stack[-1:]
        stack.append(limb.numeral)
        depths.append(len(stack))
        opened = limb.opens
    return depths


def _continues(before: Numeral, label: Numeral) -> bool:
    """Whether a label goes on with a level: the next number, or the same bullet."""
    return before.precedes(label) or (before.is_bullet and before.printed == label.printed)
