"""The limbs of a resolution and the tree that their labels make: pages in `limbs.txt`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.marked_pages import MarkedPage, compare, pages, read


@pytest.mark.parametrize("page", pages("limbs.txt"))
def test_a_page(page: MarkedPage) -> None:
    found, marked = compare(page)
    assert found == marked


STYLES = st.sampled_from(
    ["{n}.", "({n})", "{n})", "2.{n}", "({letter})", "{letter})", "{capital}.", "({roman})", "{roman}."]
)
WORDS = st.sampled_from(
    [
        "That the plan be approved",
        "That the risks be noted",
        "That the land at Mill Lane be sold",
        "That the fee be raised",
    ]
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@given(STYLES, st.lists(WORDS, min_size=2, max_size=12), st.sampled_from(["\n", "\n\n", "\n \n"]))
def test_limbs_in_any_style_of_number(style: str, limbs: list[str], space: str) -> None:
    labels = [
        style.format(n=n, letter=chr(96 + n), capital=chr(64 + n), roman=ROMAN[n - 1]) for n in range(1, len(limbs) + 1)
    ]
    lines = [f"{label} {words}." for label, words in zip(labels, limbs, strict=True)]
    found = read("RESOLVED:\n\n" + space.join(lines) + "\n").limbs
    places = [label.strip("().").lower() for label in labels]
    assert [(place, words) for place, _, words in found] == list(zip(places, limbs, strict=True))
