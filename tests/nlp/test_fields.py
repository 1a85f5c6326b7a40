"""Label lines: what stands before the colon, what behind it, and what is none."""

import pytest

from nlp.marked_pages import read


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("Decision Maker: Cabinet", [("decision_maker", "Cabinet")]),
        ("Decision Maker:Cabinet", [("decision_maker", "Cabinet")]),
        ("DECISION MAKER: Cabinet", [("decision_maker", "Cabinet")]),
        ("Decision Maker :  Cabinet", [("decision_maker", "Cabinet")]),
        ("Decision Maker:\n\nCabinet", [("decision_maker", "Cabinet")]),
        ("Decision Maker | Cabinet", [("decision_maker", "Cabinet")]),
        ("Decision Maker: | Cabinet", [("decision_maker", "Cabinet")]),
        ("Is Key decision?: Yes", [("key_decision", "Yes")]),
        ("Is Key decision? | Yes", [("key_decision", "Yes")]),
        (
            "1. Decision maker\n\nCabinet\n\n2. Decision date\n\n4 May 2022",
            [("decision_maker", "Cabinet"), ("decision_date", "4 May 2022")],
        ),
        ("Decision Maker:\nDecision status: Approved", [("decision_maker", ""), ("decision_status", "Approved")]),
        ("Wards affected: All Wards;", [("wards", "All Wards")]),
        ("Meeting: 06/07/2023 - Executive (Item 13)", [("meeting", "06/07/2023 - Executive (Item 13)")]),
        ("Councillor Webb said: the fee was too high.", []),
        ("The Committee considered the following: fees and charges.", []),
        ("http://www.example.gov.uk/report", []),
        ("The meeting began at 10:30 am.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_label_lines(page: str, fields: list[tuple[str, str]]) -> None:
    assert read(f"{page}\n\nThe wall is weak.\n").fields == fields


def test_a_page_of_labels_and_values() -> None:
    page = """Decision details

Harbour wall

Decision Maker: Cabinet Member for Coasts
Decision status: Recommendations Approved
Is Key decision?: No
Is subject to call in?: Yes

Purpose:

To mend the wall.

Decision:

To award the contract to Orrell Ltd.

Publication date: 6 May 2022
Date of decision: 4 May 2022
"""
    found = read(page)
    assert found.fields == [
        ("decision_maker", "Cabinet Member for Coasts"),
        ("decision_status", "Recommendations Approved"),
        ("key_decision", "No"),
        ("call_in", "Yes"),
        ("publication_date", "6 May 2022"),
        ("decision_date", "4 May 2022"),
    ]
    assert found.limbs == [("", "award", "To award the contract to Orrell Ltd")]
    assert found.stages == ("delegated_decision",)


def test_a_label_glued_to_the_value_before_it() -> None:
    assert ("reference", "2022-05") in read("PCCDecision Ref: 2022-05\n\nThe wall is weak.\n").fields
