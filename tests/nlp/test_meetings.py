"""Meetings of many items: their heads, what decides in them, their day and their body. Pages in `meetings.txt`."""

import pytest

from minutes_extract.annotations import DocumentReading, Label
from nlp.marked_pages import MarkedPage, compare, pages, read


@pytest.mark.parametrize("page", pages("meetings.txt"))
def test_a_page(page: MarkedPage) -> None:
    found, marked = compare(page)
    assert found == marked


def document(text: str) -> DocumentReading:
    found = [m.value for m in read(text).annotations.mentions if m.label is Label.DOCUMENT]
    (reading,) = [value for value in found if isinstance(value, DocumentReading)]
    return reading


def test_minutes_are_of_the_day_of_their_meeting_not_of_the_next() -> None:
    reading = document(
        "Elmsby Parish Council\n\nMinutes of the meeting held on Tuesday 5th March 2019\n\nApologies\n\nNone\n\n"
        "Next Meeting Tuesday, 7th May 2019\n\nSigned ____________________ Dated 7th May 2019\n"
    )
    assert (reading.meeting_date, reading.decision_date) == ("2019-03-05", None)


def test_the_day_of_a_meeting_on_two_lines() -> None:
    reading = document(
        "MINUTES OF PROCEEDINGS AT MEETING OF THE HARBOUR DISTRICT\n\nHELD IN THE HALL ON THURSDAY, 18th\n\n"
        "MAY, 2023, AT 2.00 P.M.\n\n1. Minutes\n\nResolved: That the minutes be adopted.\n"
    )
    assert reading.meeting_date == "2023-05-18"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("MINUTES\n\nNOW THEREFORE Council approves the plan.", "Council"),
        ("MINUTES\n\nMembers noted the report and agreed to it.", None),
        ("MINUTES\n\nNEXT MEETING\n\nIt was agreed to close.", None),
        ("Minutes of Ordinary Parish Council Meeting\n\nIt was agreed to close.", "Parish Council"),
        ("MINUTES OF ELMSBY PARISH COUNCIL ANNUAL MEETING\n\nIt was agreed to close.", "ELMSBY PARISH COUNCIL"),
    ],
)
def test_a_body_is_no_word_of_its_meeting(text: str, body: str | None) -> None:
    found = read(text)
    place = document(text).body
    assert (found.words(place) or None) == body


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ELMSBY COUNCIL\n\nAGENDA\n\n1. Apologies\n\n2. To approve the minutes of the last meeting", "meeting_agenda"),
        ("ELMSBY COUNCIL\n\nSTANDING ORDERS\n\n1 Debate\n\nA motion is agreed by a vote.", "other"),
        ("ELMSBY COUNCIL - BUDGET 2015/16\n\nItem\n\nTo be agreed: £50", "other"),
        ("May 4, 2022, at 10:00 AM\n\n1. Budget\n\nThat it be noted.\n\nMotion Passed\n\n2. Roof", "meeting_minutes"),
    ],
)
def test_a_kind(text: str, kind: str) -> None:
    assert document(text).kind == kind


def test_a_limb_in_minutes_without_line_breaks_ends_with_its_sentence() -> None:
    told = "The Clerk told of the weir, the mill and the lane. " * 20
    (limb,) = read(
        f"Minutes of Elmsby Parish Council. 1. Roof: It was RESOLVED that Cllr. Hale and Mr. Webb of St. Mary see to "
        f"hut No. 5 by May. 2. Weir: {told}\n"
    ).limbs
    assert limb[2] == "that Cllr. Hale and Mr. Webb of St. Mary see to hut No. 5 by May"
