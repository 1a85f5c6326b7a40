"""Items of business: their heads in every series, and pages that are one decision. Pages in `items.txt`."""

import pytest

from minutes_extract.nlp.item_heads import place
from nlp.marked_pages import MarkedPage, compare, pages, read


@pytest.mark.parametrize("page", pages("items.txt"))
def test_a_page(page: MarkedPage) -> None:
    found, marked = compare(page)
    assert found == marked


@pytest.mark.parametrize(
    ("line", "flag", "value"),
    [
        ("Is Key decision?: Yes", "key_decision", True),
        ("Key decision: No", "key_decision", False),
        ("Key or non-key decision: Key", "key_decision", True),
        ("Is subject to call in?: No", "call_in", False),
        ("Exempt: No", "exempt", False),
        ("Anticipated restriction: Open", "exempt", False),
        ("Urgent: Yes", "urgent", True),
        ("Urgent: see below", "urgent", None),
        ("Key decision: Yes [ ] No [x]", "key_decision", False),
        ("Key decision: ☒ Yes ☐ No", "key_decision", True),
        ("Urgent: Yes ☐ No ☐", "urgent", None),
    ],
)
def test_a_flag(line: str, flag: str, value: bool | None) -> None:
    (item,) = read(f"Title: Harbour wall\n\n{line}\n\nThe wall is weak.\n").items
    assert getattr(item, flag) is value
    assert (flag in dict(item.evidence)) is (flag in line.lower().replace(" ", "_").replace("-", "_")) or value is False


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("Report of the Director of Place", ["Director of Place"]),
        ("Joint report of the Director of Place and the Head of Law", ["Director of Place", "Head of Law"]),
        ("Report by: Chief Officer, Housing", ["Chief Officer, Housing"]),
    ],
)
def test_whose_report_it_is(line: str, posts: list[str]) -> None:
    found = read(f"Harbour wall\n\n{line}\n\nThe wall is weak.\n")
    assert [found.words(place) for place in found.items[0].report_of] == posts


def test_a_page_of_several_notices() -> None:
    notice = "Decision Maker: {who}\n\nTitle: {what}\n\nDecision: To approve the {what}.\n\n"
    found = read(notice.format(who="Cabinet", what="plan") + notice.format(who="Head of Law", what="lease"))
    assert [found.words(item.title) for item in found.items] == ["plan", "lease"]
    assert found.stages == ("resolved", "delegated_decision")


@pytest.mark.parametrize(
    ("one", "two"),
    [("33", "34"), ("147/14", "148/14"), ("EX.152/24", "EX.153/24"), ("6", "6a"), ("IV", "V"), ("24/031", "24/032")],
)
def test_one_number_follows_another(one: str, two: str) -> None:
    assert place(one)[0] == place(two)[0]
    assert place(one)[1] < place(two)[1]
