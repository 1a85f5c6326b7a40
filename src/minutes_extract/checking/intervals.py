"""Printed figures as intervals, and whether two of them agree.

A printed figure stands for every value that rounds to it: half a unit of its last digit to either side, the ends with
it. Words bound it: "up to £18.72m" has no lower end, "£1.19m or more" no upper one, and "about" leaves both open.
Arithmetic is exact, in fractions; only what is shown is rounded.
"""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from minutes_extract.records.check import Agreement

PENCE = 2


class Bound(StrEnum):
    """How words bound a figure."""

    EXACT = "exact"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; None is an end that nothing bounds."""

    low: Fraction | None
    high: Fraction | None

    def meets(self, other: "Interval") -> bool:
        """Whether a value lies in both.

        >>> Interval(Fraction(1), Fraction(2)).meets(Interval(Fraction(2), None))
        True
        >>> Interval(Fraction(1), Fraction(2)).meets(Interval(Fraction(3), None))
        False
        """
        return _reaches(self.high, other.low) and _reaches(other.high, self.low)


def _reaches(high: Fraction | None, low: Fraction | None) -> bool:
    return high is None or low is None or high >= low


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as printed or worked out: `slack` is what rounding may have taken or added, to either side."""

    value: Fraction
    slack: Fraction = Fraction(0)
    bound: Bound = Bound.EXACT

    @property
    def interval(self) -> Interval:
        """Every value that the figure may stand for.

        >>> Figure(Fraction(700), Fraction(5), Bound.AT_MOST).interval
        Interval(low=None, high=Fraction(705, 1))
        """
        low = None if self.bound in (Bound.AT_MOST, Bound.ABOUT) else self.value - self.slack
        high = None if self.bound in (Bound.AT_LEAST, Bound.ABOUT) else self.value + self.slack
        return Interval(low, high)

    def __neg__(self) -> "Figure":
        """The figure with its sign turned, and its bound with it."""
        return Figure(-self.value, self.slack, _TURNED[self.bound])

    def __add__(self, other: "Figure") -> "Figure":
        """The sum: values and slacks add up; bounds that pull in opposite directions leave both ends open."""
        return Figure(self.value + other.value, self.slack + other.slack, joined(self.bound, other.bound))

    def __sub__(self, other: "Figure") -> "Figure":
        """The difference."""
        return self + -other

    def times(self, factor: Fraction) -> "Figure":
        """The product with an exact number, which must not be negative."""
        return Figure(self.value * factor, self.slack * factor, self.bound)

    def by(self, other: "Figure") -> "Figure":
        """The product of two rounded figures, both of them positive: the widest that their slacks allow."""
        slack = self.value * other.slack + other.value * self.slack + self.slack * other.slack
        return Figure(self.value * other.value, slack, joined(self.bound, other.bound))


_TURNED = {
    Bound.EXACT: Bound.EXACT,
    Bound.ABOUT: Bound.ABOUT,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.AT_MOST,
}


def joined(one: Bound, other: Bound) -> Bound:
    """The bound of what is made of two figures.

    >>> str(joined(Bound.EXACT, Bound.AT_MOST)), str(joined(Bound.AT_LEAST, Bound.AT_MOST))
    ('at_most', 'about')
    """
    if Bound.EXACT in (one, other):
        return other if one is Bound.EXACT else one
    return one if one is other else Bound.ABOUT


def total(figures: "list[Figure] | tuple[Figure, ...]") -> Figure:
    """The sum of figures; that of none is 0."""
    result = Figure(Fraction(0))
    for figure in figures:
        result = result + figure
    return result


def agreement(stated: Figure, computed: Figure) -> Agreement:
    """Whether what is printed agrees with what follows from the operands.

    Caps are compared with caps as they are printed: "up to £28,000 a year for five years" caps £140,000. A cap beside
    a figure without one must not be exceeded. Where a bound leaves the outcome open it is `undetermined`.

    >>> pounds = lambda value, slack=0, bound=Bound.EXACT: Figure(Fraction(value), Fraction(slack), bound)
    >>> str(agreement(pounds(1248, "1/2"), pounds(1247, 1)))
    'within_rounding'
    >>> cap = pounds(500, 0, Bound.AT_MOST)
    >>> str(agreement(cap, pounds(400))), str(agreement(cap, pounds(600)))
    ('consistent', 'inconsistent')
    >>> str(agreement(pounds(500, 0, Bound.ABOUT), pounds(600)))
    'undetermined'
    """
    if stated.value == computed.value:
        return Agreement.CONSISTENT
    if stated.bound is computed.bound and stated.bound is not Bound.ABOUT:
        stated, computed = Figure(stated.value, stated.slack), Figure(computed.value, computed.slack)
    if abs(stated.value - computed.value) <= stated.slack + computed.slack:
        return Agreement.WITHIN_ROUNDING
    if Bound.ABOUT in (stated.bound, computed.bound):
        return Agreement.UNDETERMINED
    return Agreement.CONSISTENT if stated.interval.meets(computed.interval) else Agreement.INCONSISTENT


def at_most(part: Figure, whole: Figure) -> Agreement:
    """Whether a part is no more than its whole; shares need not use it up."""
    excess = part.value - whole.value
    if excess <= 0:
        return Agreement.CONSISTENT
    if excess <= part.slack + whole.slack:
        return Agreement.WITHIN_ROUNDING
    is_open = whole.bound in (Bound.AT_LEAST, Bound.ABOUT) or part.bound in (Bound.ABOUT,)
    return Agreement.UNDETERMINED if is_open else Agreement.INCONSISTENT


def shown(value: Fraction) -> str:
    """A value as a decimal string in its shortest form; what has no end is rounded to the penny.

    >>> shown(Fraction(5, 4)), shown(Fraction(-700000)), shown(Fraction(1, 3))
    ('1.25', '-700000', '0.33')
    """
    with localcontext() as context:
        context.prec = 60
        decimal = Decimal(value.numerator) / Decimal(value.denominator)
        if not _ends(value.denominator):
            decimal = round(decimal, PENCE)
    digits = format(decimal, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits in ("-0", "") else digits


def _ends(denominator: int) -> bool:
    """Whether a fraction with this denominator is a finite decimal."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1
