"""The pipeline `en_minutes`: the components in the order in which they read, and the way through them."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Annotations
from minutes_extract.document import Document
from minutes_extract.nlp import (  # noqa: F401  (each registers its component)
    advice,
    amounts,
    conditions,
    dates,
    delegations,
    fields,
    items,
    limbs,
    operative,
    people,
    references,
    sections,
    signatures,
    stages,
    terms,
    truncations,
    votes,
)
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import KEY, Ledger, annotations

# Structure first; then values, which ask where they stand; then who acts; last what follows from all of it.
COMPONENTS = (
    "minutes_truncations",
    "minutes_fields",
    "minutes_items",
    "minutes_operative",
    "minutes_sections",
    "minutes_limbs",
    "minutes_stages",
    "minutes_amounts",
    "minutes_terms",
    "minutes_dates",
    "minutes_delegations",
    "minutes_conditions",
    "minutes_people",
    "minutes_advice",
    "minutes_signatures",
    "minutes_votes",
    "minutes_references",
)


def build() -> Language:
    """A new pipeline, made from the code."""
    language = blank()
    for name in COMPONENTS:
        language.add_pipe(name)
    return language


@cache
def load() -> Language:
    """The pipeline of this process."""
    return build()


def parse(document: Document, language: Language | None = None) -> Annotations:
    """Everything that the language of a document says, as claims over its canonical text."""
    nlp = language if language is not None else load()
    doc: Doc = nlp.make_doc(document.text)
    doc.user_data[KEY] = Ledger(document.text, document.blocks, document.tables, document)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return annotations(doc)
