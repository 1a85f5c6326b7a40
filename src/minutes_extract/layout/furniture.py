"""Running heads, page feet and page marks: taken out of the text, and remembered.

In a format with pages, `edges` tells them. In text without pages only page marks do ("Reference Number: 5150, Page No:
4 of 9"), and what repeats beside them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_extract.document import Fragment, FragmentKind, Furniture, PageMark
from minutes_extract.layout.edges import edge_furniture
from minutes_extract.layout.labels import field_label
from minutes_extract.layout.marks import LONE_NUMBER_RE, LONGEST, is_mark_alone, key_of, page_mark
from minutes_extract.layout.repair import tidy

_NEAR = 4  # lines from a page mark
_OFTEN = 3  # pages that a running head stands on at least
_REPEATED = 60  # characters that no author writes twice


@dataclass(frozen=True, slots=True)
class Sifted:
    """Fragments without furniture, and the furniture."""

    fragments: tuple[Fragment, ...]
    furniture: tuple[Furniture, ...]
    page_marks: tuple[PageMark, ...]


def sift(fragments: Sequence[Fragment]) -> Sifted:
    """Takes furniture and page marks out of the fragments of a document."""
    marks = edge_furniture(fragments) if any(f.page is not None for f in fragments) else _pageless_marks(fragments)
    marks |= _repeats(fragments, marks)
    kept = tuple(f for at, f in enumerate(fragments) if at not in marks)
    furniture = tuple(Furniture(fragments[at].text, fragments[at].page) for at in sorted(marks))
    page_marks = (marks[at] for at in sorted(marks))
    return Sifted(kept, furniture, tuple(mark for mark in page_marks if mark is not None))


def _pageless_marks(fragments: Sequence[Fragment]) -> dict[int, PageMark | None]:
    """Page marks in text without pages, alone on their lines or repeated, and lines that always stand beside them."""
    found = {at: mark for at, f in enumerate(fragments) if f.cell is None and (mark := page_mark(f.text))}
    keys: dict[str, set[int]] = defaultdict(set)
    for at, mark in found.items():
        keys[key_of(fragments[at].text)].add(mark.number)
    marks: dict[int, PageMark | None] = {
        at: mark
        for at, mark in found.items()
        if len(keys[key_of(fragments[at].text)]) > 1 or is_mark_alone(fragments[at].text)
    }
    return marks | _ruled_numbers(fragments) | _beside(fragments, marks)


def _ruled_numbers(fragments: Sequence[Fragment]) -> dict[int, PageMark | None]:
    """Numbers under a rule, counting on: how some converters mark where a page begins ("---", "2")."""
    found: dict[int, PageMark | None] = {}
    number = 1
    after_rule = False
    for at, fragment in enumerate(fragments):
        text = fragment.text.strip()
        if not text:
            continue
        if after_rule and LONE_NUMBER_RE.fullmatch(text) and number < int(text) <= number + 5:
            number = int(text)
            found[at] = PageMark(number)
        after_rule = not text.strip("-_*= ") or fragment.kind is FragmentKind.HEADING  # "text" / "---" in Markdown
    return found


def _beside(fragments: Sequence[Fragment], marks: dict[int, PageMark | None]) -> dict[int, None]:
    """Lines next to page marks that repeat beside three of them or more."""
    beside: dict[str, list[int]] = defaultdict(list)
    for at in marks:
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(fragments) and abs(near - at) < _NEAR and not fragments[near].text.strip():
                near += step
            text = fragments[near].text if 0 <= near < len(fragments) else ""
            if near not in marks and 3 < len(text) <= LONGEST and not field_label(text.strip()):
                beside[key_of(text)].append(near)
    return {at: None for places in beside.values() if len(places) >= _OFTEN for at in places}


def _repeats(fragments: Sequence[Fragment], marks: dict[int, PageMark | None]) -> dict[int, None]:
    """The end of a paragraph printed again by itself: where a page breaks, some converters read it with both pages."""
    found: dict[int, None] = {}
    last = ""
    for at, fragment in enumerate(fragments):
        text = tidy(fragment.text) if at not in marks and fragment.cell is None else ""
        if len(text) >= _REPEATED and text[0].islower() and len(last) > len(text) and last.endswith(text):
            found[at] = None
        elif text:
            last = text
    return found
