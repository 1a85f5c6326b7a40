"""Documents and mentions as plain lines, one a block or a claim, so that a difference can be read."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

from minutes_extract.annotations import Annotations, Mention, Stretch
from minutes_extract.document import Block, Document

_LONGEST = 72


def document_lines(document: Document) -> Iterator[str]:
    """What the format says of the whole, then a line a block: kind, place, label in brackets, words."""
    yield f"title: {document.title}"
    yield f"publisher: {document.publisher}  text layer: {document.text_layer}  pages: {document.source.pages}"
    yield from (f"problem: {problem}" for problem in document.problems)
    yield from (f"mark: {mark.number} of {mark.total}" for mark in document.page_marks)
    yield from (f"furniture: p{line.page} {line.text.strip()}" for line in document.furniture)
    yield ""
    for block in document.blocks:
        words = document.text[block.body_start : block.end]
        yield f"{_place(block):<24}{_bracketed(document.text[block.start : block.label_end])}{words}".rstrip()


def _place(block: Block) -> str:
    page = f" p{block.page}" if block.page is not None else ""
    level = f" h{block.level}" if block.level is not None else ""
    indent = f" >{block.indent}" if block.indent else ""
    return f"{block.kind}{page}{level}{indent}"


def _bracketed(label: str) -> str:
    return f"[{label}] " if label else ""


def mention_lines(annotations: Annotations) -> Iterator[str]:
    """A line a mention: label, place, the words quoted, and the value with stretches quoted in their turn."""
    for mention in annotations.mentions:
        quoted, told = _quoted(annotations.text, mention), _told(mention.value, annotations.text)
        yield f"{mention.label:<12}{_extent(mention):<13}{quoted}  {told}".rstrip()
    for link in annotations.links:
        source, target = link.source, link.target
        yield f"{link.kind}: {source.label} {source.start}:{source.end} → {target.label} {target.start}:{target.end}"


def _extent(mention: Mention) -> str:
    return f"{mention.start}:{mention.end}"


def _quoted(text: str, place: Mention | Stretch) -> str:
    words = text[place.start : place.end].replace("\n", " ⏎ ")
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 24]} … {words[-20:]}"
    return f"“{words}”"


def _told(value: object, text: str) -> str:
    """A value in one line; what stands at its default is left out."""
    match value:
        case Stretch():
            return _quoted(text, value)
        case Enum():
            return str(value.value)
        case tuple() | frozenset() | list():
            return f"[{', '.join(_told(part, text) for part in value)}]"
        case None:
            return ""
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((field, getattr(value, field.name)) for field in fields(value))
        kept = ((field.name, part) for field, part in parts if field.default is MISSING or part != field.default)
        return " ".join(f"{name}={_told(part, text)}" for name, part in kept if part is not None)
    return str(value)
