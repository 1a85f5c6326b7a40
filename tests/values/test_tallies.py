"""Votes: counts in all orders, results, unanimity; and what only looks like a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values.tallies import Tally, find, parse, render

counts = st.integers(0, 120)


@given(st.sampled_from(("carried", "lost", "unanimous")), counts, counts, st.none() | counts)
def test_parse_reads_what_render_prints(result: str, votes_for: int, against: int, abstain: int | None) -> None:
    tally = Tally(result, votes_for, against, abstain)
    assert parse(render(tally)) == tally


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(("8 ", "for ", "against ", "votes to ", "(", "For: ", "\n"))).map("".join)
)
def test_nothing_makes_find_raise(text: str) -> None:
    for tally in find(text):
        assert 0 <= tally.start < tally.end <= len(text)


@pytest.mark.parametrize(
    "words", ["£3 for 2 years", "two for the price of one", "from 4 to 6 units", "on a show of hands"]
)
def test_what_only_looks_like_a_count_is_none(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize(
    ("sentence", "tally"),
    [
        ("RESOLVED, by 12 votes to 5, that", Tally("carried", 12, 5)),
        ("On a show of hands 1 voted in favour and 3 against; the motion was LOST.", Tally("lost", 1, 3)),
        (
            "For the motion (14): names\nAgainst the motion (21): names\nAbstentions (2): names",
            Tally("lost", 14, 21, 2),
        ),
        ("For\n26\nAgainst\n32", Tally("lost", 26, 32)),
        ("Voting: 7 for, 7 against.", Tally(None, 7, 7)),
        ("carried by 22 votes to one, with two abstentions", Tally("carried", 22, 1, 2)),
        ("The motion was carried unanimously.", Tally("unanimous")),
    ],
)
def test_a_vote_is_read_in_its_sentence(sentence: str, tally: Tally) -> None:
    assert [found.value for found in find(sentence)] == [tally]
