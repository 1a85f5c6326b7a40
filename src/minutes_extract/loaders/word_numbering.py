"""Numbered paragraphs of Word: the label that the reader sees and no text holds (ECMA-376 part 1, 17.9).

Counters belong to the abstract list: instances of it (`w:num`) count on together, unless one overrides the start.
A level starts anew after a paragraph of a higher level, unless `w:lvlRestart` says otherwise.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutes_extract.loaders.labels import BULLET, repeated_letters, roman
from minutes_extract.loaders.word_styles import Styles, W, number_of, switch, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9
_PLACE_RE = re.compile(r"%([1-9])")
_PRIVATE = range(0xE000, 0xF900)  # characters of Symbol and Wingdings: drawn as bullets of some shape


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: first number, numerals, and the text that they are set into."""

    start: int = 1
    numerals: str = "decimal"
    text: str = ""
    is_legal: bool = False
    restart: int | None = None
    style_id: str | None = None


@dataclass(slots=True)
class _List:
    """An instance of a list, with the counters that it shares with others of its abstract list."""

    levels: dict[int, _Level]
    counters: list[int | None]
    overrides: dict[int, int] = field(default_factory=dict)  # level → the number to start from, once


class Numbering:
    """The lists of a document; `label` counts on, so ask once a paragraph, in order."""

    def __init__(self, root: "Element | None", styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._abstract[value_of(element, "abstractNumId") or ""] = element
        for element in root.iterchildren(W + "num"):
            self._instances[value_of(element, "numId") or ""] = element

    def label(self, num_id: str, level: int | None, style_id: str) -> tuple[str | None, int] | None:
        """The label of the next paragraph of list `num_id`, and its level from 0. None where there is no such list.

        A style that names its list may leave the level to the list, which then names the style.
        """
        if num_id not in self._lists:
            self._lists[num_id] = self._list(num_id)
        numbering = self._lists[num_id]
        if numbering is None:
            return None
        if level is None:
            linked = (at for at, found in numbering.levels.items() if found.style_id == style_id and style_id)
            level = next(linked, 0)
        level = min(max(level, 0), _LEVELS - 1)
        _count(numbering, level)
        return _shown(numbering, level), level

    def _list(self, num_id: str) -> _List | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        abstract_id, abstract = self._abstract_of(instance)
        if abstract is None:
            return None
        levels = dict(_levels(abstract))
        overrides = {}
        for override in instance.iterchildren(W + "lvlOverride"):
            levels.update(_levels(override))
            at, start = number_of(override, "ilvl"), number_of(override.find(W + "startOverride"))
            if at is not None and start is not None:
                overrides[at] = start
        counters = self._counters.setdefault(abstract_id, [None] * _LEVELS)
        return _List(levels, counters, overrides)

    def _abstract_of(self, instance: "Element") -> "tuple[str, Element | None]":
        """The abstract list of an instance, by way of a list style where it only names one."""
        abstract_id = value_of(instance.find(W + "abstractNumId")) or ""
        abstract = self._abstract.get(abstract_id)
        link = None if abstract is None else value_of(abstract.find(W + "numStyleLink"))
        if link is not None:
            for other_id, other in self._abstract.items():
                if value_of(other.find(W + "styleLink")) == link:
                    return other_id, other
        return abstract_id, abstract


def _levels(parent: "Element") -> "list[tuple[int, _Level]]":
    found = []
    for element in parent.iterchildren(W + "lvl"):
        start = number_of(element.find(W + "start"))
        level = _Level(
            start=1 if start is None else start,
            numerals=value_of(element.find(W + "numFmt")) or "decimal",
            text=value_of(element.find(W + "lvlText")) or "",
            is_legal=bool(switch(element, "isLgl")),
            restart=number_of(element.find(W + "lvlRestart")),
            style_id=value_of(element.find(W + "pStyle")),
        )
        found.append((number_of(element, "ilvl") or 0, level))
    return found


def _count(numbering: _List, level: int) -> None:
    """Counts one on at `level`, fills what stands above it and clears what stands below."""
    counters = numbering.counters
    for above in range(level):
        if counters[above] is None:
            counters[above] = numbering.levels.get(above, _Level()).start
    current = counters[level]
    if level in numbering.overrides:
        counters[level] = numbering.overrides.pop(level)
    else:
        counters[level] = numbering.levels.get(level, _Level()).start if current is None else current + 1
    for below in range(level + 1, _LEVELS):
        restart = numbering.levels.get(below, _Level()).restart
        if restart is None or level < restart:
            counters[below] = None


def _shown(numbering: _List, level: int) -> str | None:
    own = numbering.levels.get(level)
    if own is None:
        return None
    if own.numerals == "bullet":
        return BULLET if not own.text or any(ord(character) in _PRIVATE for character in own.text) else own.text

    def numeral(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        of = numbering.levels.get(at, _Level())
        number = numbering.counters[at]
        return word_numeral(of.start if number is None else number, "decimal" if own.is_legal else of.numerals)

    return _PLACE_RE.sub(numeral, own.text).strip() or None


def word_numeral(number: int, numerals: str) -> str:
    """A number in one of Word's numerals; those not known here are figures.

    >>> [word_numeral(3, name) for name in ("decimal", "lowerLetter", "upperRoman", "decimalZero", "ordinal", "none")]
    ['3', 'c', 'III', '03', '3rd', '']
    """
    match numerals:
        case "lowerLetter":
            return repeated_letters(number)
        case "upperLetter":
            return repeated_letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            teens = number % 100 in {11, 12, 13}
            return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
        case "none" | "bullet":
            return ""
    return str(number)
