"""What holds of all intervals: agreement is what it says, and arithmetic is exact."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.checking.intervals import Bound, Figure, agreement, at_most, shown, total
from minutes_extract.records.check import Agreement

VALUES = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)
SLACKS = st.fractions(min_value=0, max_value=10**6, max_denominator=10**6)
FIGURES = st.builds(Figure, VALUES, SLACKS, st.sampled_from(Bound))
EXACT = st.builds(Figure, VALUES, SLACKS)


@given(FIGURES)
def test_a_figure_agrees_with_itself(figure: Figure) -> None:
    assert agreement(figure, figure) is Agreement.CONSISTENT


@given(FIGURES, FIGURES)
def test_disagreement_is_mutual(one: Figure, other: Figure) -> None:
    first, second = agreement(one, other), agreement(other, one)
    assert (first is Agreement.INCONSISTENT) == (second is Agreement.INCONSISTENT)


@given(EXACT, EXACT)
def test_figures_without_bounds_agree_where_their_intervals_meet(one: Figure, other: Figure) -> None:
    assert (agreement(one, other) is not Agreement.INCONSISTENT) == one.interval.meets(other.interval)


@given(FIGURES, VALUES)
def test_about_is_never_wrong(figure: Figure, value: Fraction) -> None:
    assert agreement(figure, Figure(value, bound=Bound.ABOUT)) is not Agreement.INCONSISTENT


@given(st.lists(EXACT, max_size=8))
def test_a_sum_holds_every_sum_of_values_that_its_parts_may_stand_for(figures: list[Figure]) -> None:
    found = total(figures)
    assert found.value == sum(figure.value for figure in figures)
    for sign in (-1, 1):
        outer = sum((figure.value + sign * figure.slack for figure in figures), Fraction(0))
        assert agreement(found, Figure(outer)) is not Agreement.INCONSISTENT


@given(FIGURES, FIGURES)
def test_taking_off_undoes_adding(one: Figure, other: Figure) -> None:
    assert ((one + other) - other).value == one.value
    turned = -one
    assert -turned == one


@given(
    st.fractions(min_value=0, max_value=10**6, max_denominator=1000),
    st.fractions(min_value=0, max_value=10**6, max_denominator=1000),
    SLACKS,
    SLACKS,
)
def test_a_product_holds_the_product_of_its_ends(
    one: Fraction, other: Fraction, first: Fraction, second: Fraction
) -> None:
    found = Figure(one, first).by(Figure(other, second))
    assert found.value + found.slack == (one + first) * (other + second)


@given(EXACT, EXACT)
def test_a_part_below_its_whole_is_never_wrong(part: Figure, whole: Figure) -> None:
    assert (at_most(part, whole) is Agreement.CONSISTENT) == (part.value <= whole.value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_decimal_is_shown_exactly(value: Decimal) -> None:
    assert Decimal(shown(Fraction(value))) == value
