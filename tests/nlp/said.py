"""What components say of a few lines: the shared shape of the tests of this folder."""

from collections.abc import Callable

from spacy.tokens import Doc

from minutes_extract.annotations import Mention, Stretch
from minutes_extract.nlp.fields import minutes_fields
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import write

LANGUAGE = blank()
Find = Callable[[Doc], list[Mention]]


def said(text: str, find: Find, *before: Find) -> list[Mention]:
    """The mentions that a component finds in lines of text, after label lines and the components `before` it."""
    doc = minutes_fields(LANGUAGE.make_doc(text))
    for component in before:
        write(doc, component(doc))
    found = find(doc)
    write(doc, found)  # refuses what is not on token borders
    return found


def words(text: str, place: Stretch | None) -> str | None:
    """The words of a stretch."""
    return text[place.start : place.end] if place is not None else None
