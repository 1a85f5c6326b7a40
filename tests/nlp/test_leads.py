"""The words after which a body decides: lead-ins in every family, and sentences that only tell of a decision."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.nlp.leads import Strength, decider, find

LINES = (Path(__file__).parent / "leads.txt").read_text(encoding="utf-8").splitlines()
BORDER = LINES.index("= none")
MARK_RE = re.compile(r"<(?P<strength>strong|actor)(?: (?P<force>recommends|notes))?>")


@pytest.mark.parametrize("line", [line for line in LINES[:BORDER] if not line.startswith("#")])
def test_a_lead_in(line: str) -> None:
    mark = MARK_RE.search(line)
    assert mark is not None
    words = MARK_RE.sub("", line).replace("</strong>", "").removesuffix("…")
    lead = find(words, opens_list=line.endswith("…"))
    assert lead is not None
    assert (lead.strength.name.lower(), lead.force.value) == (mark["strength"], mark["force"] or "decides")
    if lead.strength is Strength.STRONG:
        marked = line[mark.end() :].partition("</strong>")[0]
        assert words[lead.start : lead.end].strip() == marked


@pytest.mark.parametrize("line", LINES[BORDER + 1 :])
def test_no_lead_in(line: str) -> None:
    assert find(line) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Cabinet Member for Parks has approved:", "The Cabinet Member for Parks"),
        ("Cabinet agreed to let the hall.", "Cabinet"),
        ("The Leader of the Council:", "The Leader of the Council"),
        ("It was resolved that Councillor Hale be elected chair.", None),
        ("The report to the Committee approved of the plan.", None),
    ],
)
def test_who_decides(words: str, name: str | None) -> None:
    assert decider(words) == name


PIECES = st.sampled_from(
    ["RESOLVED", "It was", "resolved", "that", "to", "The", "Cabinet", "Member", "for", "Parks", "has", "approved", ":",
     "(i)", ",", "unanimously", "Having", "considered", "report", "moved", "by", "Cllr Hale", "and", "agreed"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_a_lead_in_lies_within_its_words(pieces: list[str]) -> None:
    words = " ".join(pieces)
    lead = find(words)
    assert lead is None or 0 <= lead.start <= lead.end <= len(words)


@pytest.mark.parametrize("piece", ["The Cabinet ", "and RESOLVED ", "Having considered, ", "unanimously, "])
def test_time_is_linear(piece: str) -> None:
    find(piece * 2000)
