"""minutes_references: finds statutes and regulations.

Reads: the text.
Writes: reference.

    in accordance with Section 100D of the Local Government Act 1972
    the duty under the Care Act 2014
"""

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, StatuteReading
from minutes_extract.nlp.spans import text_of, write
from minutes_extract.values import statutes


def find(doc: Doc) -> list[Mention]:
    """Every citation, with its act and section as printed."""
    return [
        Mention(Label.REFERENCE, found.start, found.end, StatuteReading(found.value.act, found.value.section))
        for found in statutes.find(text_of(doc))
    ]


@Language.component("minutes_references")
def minutes_references(doc: Doc) -> Doc:
    """Writes statutes and regulations."""
    write(doc, find(doc))
    return doc
