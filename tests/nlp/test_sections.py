"""The parts of an item, by their headings."""

import pytest

from nlp.marked_pages import Reading, read

WALL = "The wall was built in 1870 and has been mended four times since the war, most lately in 1998."


def headed(found: Reading) -> list[tuple[str, str]]:
    """Kind and heading of every section."""
    return [(kind, heading) for kind, heading, _ in found.sections]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Reasons for the decision:", "reasons"),
        ("REASONS FOR THE DECISION", "reasons"),
        ("4. REASONS FOR DECISION", "reasons"),
        ("Reason(s) for decision", "reasons"),
        ("Alternative options considered:", "options"),
        ("Other Options Considered", "options"),
        ("Background", "background"),
        ("2.0 Background", "background"),
        ("FINANCE COLLEAGUE COMMENTS (INCLUDING IMPLICATIONS AND VALUE FOR MONEY/VAT)", "finance"),
        ("Constitutional Comments (LW 10/02/22)", "legal"),
        ("Equality Impact Assessment", "equality"),
        ("Consultation", "consultation"),
        ("Crime and Disorder Implications:", "other"),
    ],
)
def test_a_heading_over_words(heading: str, kind: str) -> None:
    found = read(f"Harbour wall\n\nDecision Maker: Cabinet\n\n{heading}\n\n{WALL}\n")
    assert [(k, words.endswith("since the war, most lately in 1998")) for k, _, words in found.sections] == [
        (kind, True)
    ]


def test_words_on_the_line_of_the_heading() -> None:
    found = read(f"RESOLVED that the tender be approved.\n\nReason: {WALL}\n")
    assert headed(found) == [("operative", ""), ("reasons", "Reason")]


def test_a_reason_between_limbs() -> None:
    page = "RESOLVED:\n\n1. That the tender be approved.\n\nReason: The wall is weak.\n\n2. That the risks be noted.\n"
    found = read(page)
    assert [path for path, _, _ in found.limbs] == ["1", "2"]
    assert ("reasons", "Reason") in headed(found)


def test_a_heading_over_nothing_is_no_section() -> None:
    assert read("Harbour wall\n\nBackground\n\nReasons\n\nThe wall is weak.\n").sections == [
        ("reasons", "Reasons", "Reasons The wall is weak")
    ]


def test_a_label_line_ends_a_section() -> None:
    found = read(f"Harbour wall\n\nReasons:\n\n{WALL}\n\nDate of decision: 4 May 2022\n\nThe wall is long.\n")
    [(kind, _, words)] = found.sections
    assert kind == "reasons"
    assert "May" not in words


def test_what_is_told_under_reasons_decides_nothing() -> None:
    page = f"Harbour wall\n\nReasons:\n\n{WALL}\n\nThat the tender be approved was the advice of the engineer.\n"
    assert read(page).limbs == []


def test_sections_of_two_items_stay_apart() -> None:
    item = "{n}. {title}\n\nRESOLVED that the tender be approved.\n\nReason: The wall is weak.\n\n"
    found = read(item.format(n=1, title="Harbour wall") + item.format(n=2, title="Sea wall"))
    assert headed(found) == [("operative", ""), ("reasons", "Reason")] * 2
