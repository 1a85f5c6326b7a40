"""The pipeline `en_minutes`: the components in the order in which they read, and the way through them.

`make model` saves it to `models/en_minutes`, which a wheel holds as `minutes_extract/models/en_minutes`. Entry points
name every component, so that `spacy.load` reads the saved pipeline in a program that does not import this package.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import spacy
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
    documents,
    fields,
    items,
    limbs,
    operative,
    parties,
    people,
    procurement,
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

NAME = "en_minutes"
# What the saved pipeline says of itself. Any spaCy that this package asks for will do, whichever saved it.
META = {
    "name": "minutes",
    "version": "1.0.0",
    "description": "Reads the language of council minutes, reports and decisions: structure, values, who acts.",
    "license": "MIT",
    "spacy_version": ">=3.8,<3.9",
    "spacy_git_version": "",
}
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
    "minutes_advice",
    "minutes_signatures",
    "minutes_people",
    "minutes_votes",
    "minutes_references",
    "minutes_procurement",
    "minutes_parties",
    "minutes_documents",
)


def build() -> Language:
    """A new pipeline, made from the code."""
    language = blank()
    language.meta.update(META)
    for name in COMPONENTS:
        language.add_pipe(name)
    return language


def save(folder: Path | str) -> None:
    """Writes a new pipeline to a folder, where `spacy.load` finds it."""
    build().to_disk(folder)


@cache
def load() -> Language:
    """The pipeline of this process: the one in the package, or, in a checkout, a new one."""
    packaged = Path(str(files("minutes_extract"))) / "models" / NAME
    return spacy.load(packaged) if (packaged / "config.cfg").is_file() else build()


def parse(document: Document, language: Language | None = None) -> Annotations:
    """Everything that the language of a document says, as claims over its canonical text."""
    nlp = language if language is not None else load()
    doc: Doc = nlp.make_doc(document.text)
    doc.user_data[KEY] = Ledger(document.text, document.blocks, document.tables, document)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return annotations(doc)
