"""Paragraph styles of a Word document: what a paragraph inherits (ECMA-376 part 1, 17.7)."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_RE = re.compile(r"heading (?P<level>[1-9])", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_BODY_LEVEL = 9  # outline level of body text
_MAX_DEPTH = 20  # of styles based on styles; a broken file may go round in circles


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph has from its style. `size` is in points, `heading` counts from 1."""

    style_id: str = ""
    heading: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    bold: bool = False
    size: float | None = None
    hidden: bool = False


def value_of(element: "Element | None", name: str = "val") -> str | None:
    """The `w:val` (or another attribute) of an element that may not be there."""
    return None if element is None else element.get(W + name)


def number_of(element: "Element | None", name: str = "val") -> int | None:
    """A whole number in an attribute; None where it is absent or not a number."""
    value = value_of(element, name)
    return int(value) if value is not None and re.fullmatch(r"-?[0-9]{1,9}", value) else None


def switch(properties: "Element | None", name: str) -> bool | None:
    """An on/off property such as `w:b`; None where it is not stated."""
    element = None if properties is None else properties.find(W + name)
    return None if element is None else value_of(element) not in _OFF


def size_of(properties: "Element | None") -> float | None:
    """The size of run properties, in points (`w:sz` counts half points)."""
    half_points = None if properties is None else number_of(properties.find(W + "sz"))
    return None if half_points is None else half_points / 2


class Styles:
    """The styles by id, each worked out once."""

    def __init__(self, root: "Element | None") -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._found: dict[str, ParagraphStyle] = {}
        for element in () if root is None else root.iterchildren(W + "style"):
            style_id = value_of(element, "styleId") or ""
            self._elements[style_id] = element
            if value_of(element, "type") == "paragraph" and value_of(element, "default") in {"1", "true"}:
                self._default = style_id

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The style by its id, with all it is based on; without an id or unknown, the default one."""
        key = style_id if style_id in self._elements else self._default
        if key not in self._found:
            self._found[key] = self._merged(key)
        return self._found[key]

    def is_bold_run(self, style_id: str | None) -> bool | None:
        """Whether a character style makes bold."""
        element = self._elements.get(style_id or "")
        return None if element is None else switch(element.find(W + "rPr"), "b")

    def _merged(self, style_id: str) -> ParagraphStyle:
        """Walks down from the style to what it is based on; the first statement of a property holds."""
        chain = self._chain(style_id)
        paragraph = [element.find(W + "pPr") for element in chain]
        run = [element.find(W + "rPr") for element in chain]
        numbering = next((found for part in paragraph if part is not None for found in part.iter(W + "numPr")), None)
        return ParagraphStyle(
            style_id=style_id,
            heading=next((level for level in map(_heading_level, chain) if level is not None), None) or None,
            num_id=None if numbering is None else value_of(numbering.find(W + "numId")),
            num_level=None if numbering is None else number_of(numbering.find(W + "ilvl")),
            bold=next((bold for bold in (switch(part, "b") for part in run) if bold is not None), False),
            size=next((size for size in map(size_of, run) if size is not None), None),
            hidden=next((hidden for hidden in (switch(part, "vanish") for part in run) if hidden is not None), False),
        )

    def _chain(self, style_id: str) -> "list[Element]":
        chain: list[Element] = []
        element = self._elements.get(style_id)
        while element is not None and len(chain) < _MAX_DEPTH:
            chain.append(element)
            element = self._elements.get(value_of(element.find(W + "basedOn")) or "")
        return chain


def _heading_level(style: "Element") -> int | None:
    """The heading level of one style, 0 for stated body text, None where it says nothing."""
    name = value_of(style.find(W + "name")) or ""
    heading = _HEADING_RE.fullmatch(name)
    if heading:
        return int(heading["level"])
    if name.lower() == "title":
        return 1
    properties = style.find(W + "pPr")
    return outline_level(properties)


def outline_level(properties: "Element | None") -> int | None:
    """The outline level of paragraph properties as a heading level, 0 for body text."""
    level = None if properties is None else number_of(properties.find(W + "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < _BODY_LEVEL else 0
