"""The ground of the pipeline: an English tokenizer that splits wherever letters, digits and marks meet.

`£18.72m` becomes `£ 18 . 72 m`, `5+2+2` five tokens, `(i)approve` four: every value that the grammars find falls on
token borders, whatever the page did with its spaces. It is spaCy's own tokenizer with its tables replaced, which is
also what makes it fast: no special cases, no URL pattern.
"""

import re
from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

NAME = "minutes"

# A single mark, or a border between digits and letters: "72m" → "72" "m".
INFIX_RE = re.compile(r"[^\w\s]|_|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
PREFIX_RE = re.compile(r"^(?:[^\w\s]|_)")
SUFFIX_RE = re.compile(r"(?:[^\w\s]|_)$")


@registry.tokenizers("minutes_tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer's factory, as spaCy's configuration names it."""

    def tokenizer(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules={},
            prefix_search=PREFIX_RE.search,
            suffix_search=SUFFIX_RE.search,
            infix_finditer=INFIX_RE.finditer,
            token_match=None,
            url_match=None,
        )

    return tokenizer


def blank() -> Language:
    """A blank English pipeline with the tokenizer of this package."""
    return spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "minutes_tokenizer.v1"}}})
