"""Extents on token borders: where a page glues words ("LeaderCouncillor Hale"), an extent takes in the whole token."""

from spacy.tokens import Doc

from minutes_extract.annotations import Stretch
from minutes_extract.nlp.spans import text_of


def widen(doc: Doc, start: int, end: int) -> Stretch:
    """The smallest stretch of whole tokens around `[start, end)`; a closing bracket goes with its opening one."""
    text = text_of(doc)
    if text[end : end + 1] in (")", "]") and end < len(text):
        opening = "(" if text[end] == ")" else "["
        end += text.count(opening, start, end) > text.count(text[end], start, end)
    span = doc.char_span(start, end, alignment_mode="expand")
    return Stretch(span.start_char, span.end_char) if span is not None else Stretch(start, end)
