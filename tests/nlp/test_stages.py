"""How far each decision has come: pages in `stages.txt`, and the words that alone tell it."""

import pytest

from nlp.marked_pages import MarkedPage, compare, pages, read


@pytest.mark.parametrize("page", pages("stages.txt"))
def test_a_page(page: MarkedPage) -> None:
    found, marked = compare(page)
    assert found == marked


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("The motion was LOST.", "lost"),
        ("The proposition was defeated by 9 votes to 4.", "lost"),
        ("The amendment fell.", "lost"),
        ("1 voted in favour and 3 against.", "lost"),
        ("3 voted in favour and 1 against.", "none"),
        ("WITHDRAWN", "withdrawn"),
        ("The application has been withdrawn by the applicant.", "withdrawn"),
        ("The matter was deferred.", "deferred"),
        ("DEFERRED", "deferred"),
        ("The kiosk was lost in the storm.", "none"),
        ("Councillor Webb withdrew from the meeting.", "none"),
        ("The lost property office is shut.", "none"),
    ],
)
def test_words_of_an_item_without_a_resolution(words: str, stage: str) -> None:
    assert read(f"{words}\n").stages == (stage,)
