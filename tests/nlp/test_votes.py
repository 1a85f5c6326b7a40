"""Votes with movers and seconders, and statutes, in running text."""

from collections.abc import Callable

import pytest

from minutes_extract.annotations import Mention, StatuteReading, Stretch, VoteReading
from minutes_extract.nlp import references, votes

Said = Callable[..., list[Mention]]
Words = Callable[[str, Stretch | None], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Proposed by Cllr Moss, seconded by Cllr Hale and RESOLVED that",
            [("carried", None, None, "Cllr Moss", "Cllr Hale")],
        ),
        (
            "Proposed by AM and seconded by TH that it be let. Carried 5 for and 1 against.",
            [("carried", 5, 1, "AM", "TH")],
        ),
        (
            "Cllr Moss moved that it go. Cllr Hale seconded. 1 voted in favour and 3 against; it was LOST.",
            [("lost", 1, 3, "Cllr Moss", "Cllr Hale")],
        ),
        (
            "PROPOSED by Councillor A Moss\nSeconded by Councillor T Hale, and\nRESOLVED",
            [("carried", None, None, "Councillor A Moss", "Councillor T Hale")],
        ),
        ("UNANIMOUSLY RESOLVED that", [("unanimous", None, None, None, None)]),
        ("Cllr Moss proposed that it be looked at.", []),
        ("The Cabinet agreed the report.", []),
    ],
)
def test_votes(text: str, expected: list[tuple[object, ...]], said: Said, words: Words) -> None:
    found = []
    for mention in said(text, votes.find):
        assert isinstance(mention.value, VoteReading)
        vote = mention.value
        found.append((vote.result, vote.votes_for, vote.against, words(text, vote.mover), words(text, vote.seconder)))
    assert found == expected


def test_references_quote_the_section_and_the_act(said: Said) -> None:
    text = "excluded under Section 100A(4) of the Local Government Act 1972."
    (mention,) = said(text, references.find)
    assert text[mention.start : mention.end] == "Section 100A(4) of the Local Government Act 1972"
    assert mention.value == StatuteReading("Local Government Act 1972", "Section 100A(4)")
