"""Table cells of HTML and DOCX: which are plain, and which are part of a page laid out as a table.

A plain cell is one fragment of kind CELL, its paragraphs joined by line feeds; an empty cell is one with empty text.
A cell that holds headings, lists, another table or more than a few paragraphs is page layout (ModernGov sets out a
meeting as `number | all about the item`): its blocks keep their own kinds, and have the `cell` that they stand in.
"""

from collections.abc import Sequence

from minutes_extract.document import Cell, Fragment, FragmentKind

MAX_CELL_PARAGRAPHS = 4
"""A cell with more paragraphs than this is page layout."""


def cell_fragments(blocks: Sequence[Fragment], place: Cell) -> list[Fragment]:
    """The fragments of the cell at `place`, from the blocks found in it.

    >>> cell_fragments([], Cell(0, 1, 2))[0].kind.value
    'cell'
    """
    if len(blocks) > MAX_CELL_PARAGRAPHS:
        return list(blocks)
    if any(block.kind is not FragmentKind.PARAGRAPH or block.cell != place for block in blocks):
        return list(blocks)
    text = "\n".join(block.text for block in blocks)
    size = blocks[0].size if blocks else None
    bold = bool(blocks) and all(block.bold for block in blocks)
    return [Fragment(text, FragmentKind.CELL, cell=place, size=size, bold=bold)]
