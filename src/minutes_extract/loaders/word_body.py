"""The body of a Word document: paragraphs and tables → fragments, in the order of the file.

What Word shows is read: tracked insertions, content controls, text boxes (after the paragraph that they hang on), field
results. What it does not show is not: tracked deletions, hidden text, field codes, comments. A table's rules are those
of `cells`; merged cells stand once, where they begin.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from minutes_extract.document import Cell, Fragment, FragmentKind
from minutes_extract.loaders.cells import cell_fragments
from minutes_extract.loaders.word_numbering import Numbering
from minutes_extract.loaders.word_runs import run_text
from minutes_extract.loaders.word_styles import (
    ParagraphStyle,
    Styles,
    W,
    number_of,
    outline_level,
    size_of,
    switch,
    value_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSHOWN = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "sdtPr", _FALLBACK})
_TEXT_BOX = W + "txbxContent"
_MAX_COLUMNS = 1000


class Body:
    """Reads blocks one after the other, counting numbered paragraphs and tables on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._tables = 0

    def blocks(self, parent: "Element", cell: Cell | None = None) -> Iterator[Fragment]:
        """The fragments of all paragraphs and tables within `parent` (a body, a cell, a text box, a note)."""
        for element in parent.iterchildren():
            if element.tag == W + "p":
                yield from self._paragraph(element, cell)
            elif element.tag == W + "tbl":
                yield from self._table(element)
            elif element.tag not in _UNSHOWN:
                yield from self.blocks(element, cell)  # content controls, custom XML, tracked insertions

    def _paragraph(self, element: "Element", cell: Cell | None) -> Iterator[Fragment]:
        properties = element.find(W + "pPr")
        style = self._styles.paragraph(None if properties is None else value_of(properties.find(W + "pStyle")))
        label, level = self._label(properties, style)
        runs = list(self._runs(element, style))
        text = "".join(words for words, _, _ in runs)
        if text.strip():
            own_level = outline_level(properties)
            heading = (style.heading if own_level is None else own_level) or None
            kind = FragmentKind.HEADING if heading else FragmentKind.LIST_ITEM if label else FragmentKind.PARAGRAPH
            shown = [(bold, size) for words, bold, size in runs if words.strip()]
            yield Fragment(
                text.strip(" \t\n"),
                kind,
                level=heading or level,
                label=label,
                cell=cell,
                size=shown[0][1],
                bold=all(bold for bold, _ in shown),
            )
        for box in element.iter(_TEXT_BOX):
            if not _is_unshown(box, element):
                yield from self.blocks(box, cell)

    def _label(self, properties: "Element | None", style: ParagraphStyle) -> tuple[str | None, int | None]:
        """The label and the depth from 1. The paragraph's own numbering goes before its style's; list 0 is none."""
        own = None if properties is None else properties.find(W + "numPr")
        num_id = style.num_id if own is None else value_of(own.find(W + "numId")) or style.num_id
        level = style.num_level if own is None else number_of(own.find(W + "ilvl"))
        if num_id is None or num_id == "0":
            return None, None
        found = self._numbering.label(num_id, level, style.style_id)
        return (None, None) if found is None else (found[0], found[1] + 1)

    def _runs(self, element: "Element", style: ParagraphStyle) -> Iterator[tuple[str, bool, float | None]]:
        """The runs of a paragraph that are shown: words, bold, size."""
        for child in element.iterchildren():
            if child.tag in _UNSHOWN or child.tag == _TEXT_BOX:
                continue
            if child.tag != W + "r":
                yield from self._runs(child, style)
                continue
            properties = child.find(W + "rPr")
            hidden = switch(properties, "vanish")
            if style.hidden if hidden is None else hidden:
                continue
            bold = switch(properties, "b")
            if bold is None and properties is not None:
                bold = self._styles.is_bold_run(value_of(properties.find(W + "rStyle")))
            yield run_text(child), style.bold if bold is None else bold, size_of(properties) or style.size

    def _table(self, element: "Element") -> Iterator[Fragment]:
        table = self._tables
        self._tables += 1
        rows = (row for row in element.iter(W + "tr") if _is_row_of(row, element))
        for at, row in enumerate(rows):
            properties = row.find(W + "trPr")
            column = 0 if properties is None else number_of(properties.find(W + "gridBefore")) or 0
            header = bool(switch(properties, "tblHeader"))
            for cell in (cell for cell in row.iter(W + "tc") if _is_row_of(cell, element)):
                own = cell.find(W + "tcPr")
                merge = None if own is None else own.find(W + "vMerge")
                if merge is None or value_of(merge) == "restart":
                    place = Cell(table, at, column, header)
                    yield from cell_fragments(list(self.blocks(cell, place)), place)
                column += min(max((None if own is None else number_of(own.find(W + "gridSpan"))) or 1, 1), _MAX_COLUMNS)


def _is_unshown(element: "Element", within: "Element") -> bool:
    """Whether the element is deleted, or an older reader's copy, or a box in a box, which its own box will give."""
    for parent in element.iterancestors():
        if parent is within:
            return False
        if parent.tag in _UNSHOWN or parent.tag == _TEXT_BOX:
            return True
    return False


def _is_row_of(element: "Element", table: "Element") -> bool:
    """Whether a row or cell belongs to `table` itself, not to one within it, and is not deleted."""
    properties = element.find(W + "trPr")
    if properties is not None and properties.find(W + "del") is not None:
        return False
    return next(element.iterancestors(W + "tbl"), None) is table


def note_fragments(body: Body, notes: "Element", label: str) -> Iterator[Fragment]:
    """A footnote's fragments; its number is the label of the first."""
    for at, fragment in enumerate(body.blocks(notes)):
        yield replace(fragment, label=label) if at == 0 else fragment
