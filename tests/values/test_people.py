"""People: names, titles, posts and remarks, alone and in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.values.found import Found
from minutes_extract.values.people import Person, find, is_name, listed, parse, render

NAMES = ("Karen Webb", "Cllr R Nunn", "Councillor Mrs Aziz", "E. J. Hallam", "Dr Siân O'Neill", "Ana de la Mare")
POSTS = ("Head of Housing", "Clerk and Proper Officer", "Executive Director, Delivery", "Section 151 Officer")
REMARKS = ("leave", "unwell", "council business")


def printed(words: str) -> Found[str]:
    """Words with a place that does not matter."""
    return Found(0, len(words), words)


@given(st.sampled_from(NAMES), st.none() | st.sampled_from(POSTS), st.none() | st.sampled_from(REMARKS))
def test_parse_reads_what_render_prints(name: str, post: str | None, remark: str | None) -> None:
    person = parse(render(Person(printed(name), printed(post) if post else None, printed(remark) if remark else None)))
    assert person is not None
    assert person.name.value == name
    assert (person.post.value if person.post else None) == post
    assert (person.remark.value if person.remark else None) == remark


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from((*NAMES, *POSTS, ", ", " and ", "(", ")", " - ", "\n"))).map("".join)
)
def test_nothing_makes_a_reader_raise(text: str) -> None:
    for name in find(text):
        assert text[name.start : name.end] == name.value
    for found in listed(text):
        assert found.start == found.value.name.start
        for part in (found.value.name, found.value.post, found.value.remark):
            assert part is None or text[part.start : part.end] == part.value


@pytest.mark.parametrize(
    "words",
    [
        "Head of Housing",
        "Chief Executive",
        "Town Hall",
        "Background Papers",
        "RECOMMENDATIONS",
        "Adult Social Care",
        "May 2024",
    ],
)
def test_a_post_a_place_and_a_heading_are_no_names(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Cllrs Garth (Chair), Cllrs Wick, Thorne, Kaye and Bray", ["Garth | Chair", "Wick", "Thorne", "Kaye", "Bray"]),
        ("J Holt (Chairman) S Amos P Dunn", ["J Holt | Chairman", "S Amos", "P Dunn"]),
        ("Ann Hale, Director of Place Tom Ash, Head of Law", ["Ann Hale | Director of Place", "Tom Ash | Head of Law"]),
        ("Ann Hale, Head of Law, and Tom Ash, Clerk, spoke", ["Ann Hale | Head of Law", "Tom Ash | Clerk"]),
        ("Joan Pym / Alan Marsh", ["Joan Pym", "Alan Marsh"]),
        ("Councillor Gwen Ash, LeaderCouncillor Peter Pym", ["Councillor Gwen Ash | Leader", "Councillor Peter Pym"]),
        ("Cllr Ash, the Director of Place and the Clerk", ["Cllr Ash"]),
        ("Leddin (B), Leddin (K)", []),
        ("Cllrs Leddin (B), Leddin (K)", ["Leddin (B)", "Leddin (K)"]),
        ("Ann Hale ann.hale@weldon.gov.uk", ["Ann Hale"]),
    ],
)
def test_a_list_gives_each_person_with_a_post(line: str, people: list[str]) -> None:
    said = [
        f"{p.value.name.value} | {p.value.post.value}" if p.value.post else p.value.name.value for p in listed(line)
    ]
    assert said == people
