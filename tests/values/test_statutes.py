"""Statutes: acts and regulations with their sections, as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values.statutes import Statute, find, parse, render

ACTS = (
    "Care Act 2014",
    "Local Government Act (Northern Ireland) 2014",
    "Public Contracts Regulations 2015",
    "LGA 1972",
)
SECTIONS = (None, "Section 111", "s.123", "Sections 12 and 13(2)(a)", "paragraph 3 of Part 1 of Schedule 12A")


@given(st.sampled_from(ACTS), st.sampled_from(SECTIONS))
def test_parse_reads_what_render_prints(act: str, section: str | None) -> None:
    assert parse(render(Statute(act, section))) == Statute(act, section)


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(("Act ", "2014 ", "the ", "Section 1 ", "of ", "(", ")", "Order "))).map("".join)
)
def test_nothing_makes_find_raise(text: str) -> None:
    for citation in find(text):
        assert 0 <= citation.start < citation.end <= len(text)


@pytest.mark.parametrize(
    "words",
    [
        "section 151 officer",
        "a Section 106 agreement",
        "Standing Order No. 44",
        "the Act",
        "the HRA 2024 budget",
        "2014 Act",
    ],
)
def test_offices_agreements_and_bare_words_are_no_statutes(words: str) -> None:
    assert find(words) == ()


@pytest.mark.parametrize(
    ("sentence", "act", "section"),
    [
        ("Weldon Council and the Care Act 2014 require it", "Care Act 2014", None),
        ("under Section 100A(4) of the Local Government Act 1972, for", "Local Government Act 1972", "Section 100A(4)"),
        ("a Section 75 NHSA 2006 Agreement with the trust", "NHSA 2006", "Section 75"),
        ("the Health and Safety at Work etc. Act 1974 applies", "Health and Safety at Work etc. Act 1974", None),
        ("a duty under Section 9 of the Skills and Work Act", "Skills and Work Act", "Section 9"),
    ],
)
def test_a_citation_is_read_in_its_sentence(sentence: str, act: str, section: str | None) -> None:
    assert [found.value for found in find(sentence)] == [Statute(act, section)]
