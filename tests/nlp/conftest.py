"""What the tests of components share: lines of text in, mentions out."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from minutes_extract.annotations import Mention, Stretch
from minutes_extract.nlp.fields import minutes_fields
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import write

LANGUAGE = blank()


@pytest.fixture
def said() -> Callable[..., list[Mention]]:
    """The mentions that a component finds in lines of text, after label lines and the components `before` it."""

    def read(text: str, *components: Callable[[Doc], list[Mention]]) -> list[Mention]:
        doc = minutes_fields(LANGUAGE.make_doc(text))
        found: list[Mention] = []
        for find in components:
            found = find(doc)
            write(doc, found)  # refuses what is not on token borders
        return found

    return read


@pytest.fixture
def words() -> Callable[[str, Stretch | None], str | None]:
    """The words of a stretch."""
    return lambda text, place: text[place.start : place.end] if place is not None else None
