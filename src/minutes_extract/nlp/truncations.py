"""minutes_truncations: finds where the publisher cut a text short.

Reads: nothing.
Writes: truncation.

    … the costs would be  ...  view the full minutes text for item 30.
    View the full decision text
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention
from minutes_extract.nlp.spans import text_of, write

# "...  view the full minutes text for item 30.", with or without the dots and the number
CUT_RE = re.compile(
    r"(?:(?:\.{3}|…)\s*)?\bview the full (?:minutes|agenda|decision) text(?: for item [\w./]+?(?=\.?(?:\s|$)))?",
    re.IGNORECASE,
)


def find(doc: Doc) -> list[Mention]:
    """The publisher's cuts."""
    return [Mention(Label.TRUNCATION, m.start(), m.end()) for m in CUT_RE.finditer(text_of(doc))]


@Language.component("minutes_truncations")
def minutes_truncations(doc: Doc) -> Doc:
    """Writes truncations."""
    write(doc, find(doc))
    return doc
