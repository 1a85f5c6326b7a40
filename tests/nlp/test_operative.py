"""Where the words that decide begin and end, in every form of lead-in: pages in `operative.txt`."""

import pytest

from nlp.marked_pages import MarkedPage, compare, pages


@pytest.mark.parametrize("page", pages("operative.txt"))
def test_a_page(page: MarkedPage) -> None:
    found, marked = compare(page)
    assert found == marked
