"""RawDocument → Document: how it reads.

papers      before all else, a pack becomes its papers (`divide`)
glued       label lines in the middle of a line begin one of their own
furniture   running heads and page marks go
lines       characters are repaired; labels, indents and white space are measured
sequences   labels that only their neighbours show, or refute
tables      lines of cells become rows
passages    lines become paragraphs
kinds       heading, list item, label line, paragraph
blocks      the canonical text and the blocks that partition it
"""

from dataclasses import replace
from itertools import groupby

from minutes_extract.document import Document, RawDocument, TextLayer
from minutes_extract.layout.blocks import compose
from minutes_extract.layout.furniture import sift
from minutes_extract.layout.glued import parted
from minutes_extract.layout.joints import compounds
from minutes_extract.layout.lines import Line, read_lines
from minutes_extract.layout.papers import divide
from minutes_extract.layout.passages import Passage, gather
from minutes_extract.layout.sequences import counted
from minutes_extract.layout.tables import Row, find_rows

__all__ = ["arrange", "divide"]


def arrange(raw: RawDocument) -> Document:
    """Arranges what a loader read into a canonical text with blocks, pages and tables. Infers no words."""
    sifted = sift(parted(raw.fragments))
    lines = counted(read_lines(sifted.fragments, raw.source.media_type))
    made = compose(_elements(lines), compounds(lines))
    return Document(
        source=raw.source,
        text="\n".join(made.texts),
        blocks=tuple(made.blocks),
        pages=tuple(replace(page, layer=_layer(raw, page.number)) for page in made.pages),
        tables=made.tables,
        furniture=(*raw.furniture, *sifted.furniture),
        page_marks=sifted.page_marks,
        recognised=tuple(made.recognised),
        title=raw.title,
        publisher=raw.publisher,
        text_layer=raw.text_layer,
        problems=raw.problems,
        pack=raw.pack,
        paper=raw.paper,
    )


def _layer(raw: RawDocument, number: int) -> TextLayer | None:
    """Where the characters of a page come from; a paper's pages count on from its first."""
    at = number - (raw.source.page_start or 1)
    return raw.page_layers[at] if 0 <= at < len(raw.page_layers) else None


def _elements(lines: list[Line]) -> list[Passage | Row]:
    """Rows of tables, and passages made of the lines between them."""
    elements: list[Passage | Row] = []
    for is_row, group in groupby(find_rows(lines), lambda found: isinstance(found, Row)):
        if is_row:
            elements.extend(found for found in group if isinstance(found, Row))
        else:
            elements.extend(gather([found for found in group if isinstance(found, Line)]))
    return elements
