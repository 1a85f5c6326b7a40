"""Lists of web pages: the label of each item, as the browser computes it (HTML Living Standard, 4.4.5 and 15.3.7)."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_extract.loaders.labels import BULLET, letters, roman

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE_RE = re.compile(r"list-style(?:-type)?+\s*+:\s*+(?P<value>[a-z -]++)", re.IGNORECASE)
_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_STYLES = frozenset({
    "decimal", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman", "none",
    "disc", "circle", "square",
})  # fmt: skip
# Lists whose items the site's style sheet shows without bullets: ModernGov's rows of label and value.
_BARE_CLASS_RE = re.compile(r"mgNonBullet\w*+|no-?bullets?|list-unstyled|unstyled|list-none", re.IGNORECASE)


@dataclass(slots=True)
class ListContext:
    """An open list: its numerals, and the number of the next item."""

    style: str
    number: int
    step: int = 1

    @classmethod
    def of(cls, element: "HtmlElement") -> "ListContext":
        """The list that `element` (`ol`, `ul`) opens."""
        if element.tag != "ol":
            return cls(_style_of(element) or "disc", 1)
        is_reversed = element.get("reversed") is not None
        start = _whole(element.get("start"))
        if start is None:
            start = sum(child.tag == "li" for child in element) if is_reversed else 1
        return cls(_style_of(element) or "decimal", start, -1 if is_reversed else 1)

    def label_of(self, element: "HtmlElement") -> str | None:
        """The label of the item that `element` (`li`) opens; counts on."""
        value = _whole(element.get("value"))
        number = self.number if value is None else value
        self.number = number + self.step
        return list_label(number, _style_of(element) or self.style)


def is_bare_list(element: "HtmlElement") -> bool:
    """Whether the item stands in a list without labels that is only a way of setting out rows."""
    parent = element.getparent()
    return parent is not None and any(_BARE_CLASS_RE.fullmatch(name) for name in (parent.get("class") or "").split())


def list_label(number: int, style: str) -> str | None:
    """The label of item `number` in a CSS list style.

    >>> [list_label(4, style) for style in ("decimal", "lower-alpha", "upper-roman", "disc", "none")]
    ['4.', 'd.', 'IV.', '•', None]
    """
    match style:
        case "none":
            return None
        case "decimal":
            return f"{number}."
        case "lower-alpha" | "lower-latin":
            return f"{letters(number)}."
        case "upper-alpha" | "upper-latin":
            return f"{letters(number).upper()}."
        case "lower-roman":
            return f"{roman(number)}."
        case "upper-roman":
            return f"{roman(number).upper()}."
    return BULLET


def _style_of(element: "HtmlElement") -> str | None:
    """The numerals that the element itself asks for, by its style, else by its `type`."""
    style = _STYLE_RE.search(element.get("style") or "")
    if style:
        named = next((word for word in style["value"].lower().split() if word in _STYLES), None)
        if named is not None:
            return named
    kind = element.get("type") or ""
    return _TYPES.get(kind) or (kind.lower() if kind.lower() in _STYLES else None)


def _whole(value: str | None) -> int | None:
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text) else None
