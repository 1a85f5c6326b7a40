"""Labels of limbs, in the styles of councils, and the path that each stands for."""

import random
from collections.abc import Callable
from dataclasses import dataclass

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Style:
    """How limbs are labelled. `label` prints the label of limb n, `name` is what the path calls it."""

    label: Callable[[int], str]
    name: Callable[[int], str]


def _number(n: int) -> str:
    return str(n)


def _letter(n: int) -> str:
    return "abcdefghijklmnop"[n - 1]


def _roman(n: int) -> str:
    return ROMAN[n - 1]


def _style(form: str, name: Callable[[int], str], *, capital: bool = False) -> Style:
    return Style(lambda n: form.format(name(n).upper() if capital else name(n)), name)


def _decimal(prefix: int) -> Style:
    return Style(lambda n: f"{prefix}.{n}", lambda n: f"{prefix}.{n}")


def _bullet(mark: str) -> Style:
    return Style(lambda _: mark, _number)


OUTER = (
    _style("{}.", _number),
    _style("{}.", _number),
    _style("{}.", _number),
    _style("{})", _number),
    _style("({})", _number),
    _style("({})", _number),
    _style("({})", _letter),
    _style("({})", _letter),
    _style("{})", _letter),
    _style("{}.", _letter),
    _style("{}.", _letter, capital=True),
    _style("({})", _letter, capital=True),
    _style("({})", _roman),
    _style("({})", _roman),
    _style("{})", _roman),
    _style("{}.", _roman),
    _decimal(1),
    _decimal(2),
    _decimal(3),
    _bullet("•"),
    _bullet("·"),
    _bullet("-"),
)
"""Styles of limbs; the usual ones stand more than once."""

LOST = Style(lambda _: "", _number)
"""Numbers that the page has lost: limbs count on."""

NONE = Style(lambda _: "", lambda _: "")
"""A single limb without a label: its path is empty."""

INNER = (_style("({})", _roman), _style("{})", _roman), _style("({})", _letter), _style("{}.", _letter), _bullet("•"))
"""Styles of sub-limbs."""

GAPS = (" ", " ", " ", "   ", "      ", "           ", "\t")
"""What stands between a label and its limb."""


def outer(chance: random.Random) -> Style:
    """A style for limbs."""
    return chance.choice(OUTER)


def inner(chance: random.Random, around: Style) -> Style:
    """A style for sub-limbs that differs from the one around them."""
    return chance.choice([style for style in INNER if style.name(2) != around.name(2)])
