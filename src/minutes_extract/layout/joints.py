"""Joints: how the lines of a passage are put together: by a space, or by nothing where a word or a date was cut."""

import re
from collections.abc import Iterable, Sequence

from minutes_extract.layout.lines import Line
from minutes_extract.layout.signs import is_cut_address

_COMPOUND_RE = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")
_TAIL_RE = re.compile(r"(?<![\w-])([^\W\d_]++)-$")
_HEAD_RE = re.compile(r"[^\W\d_]+")
_CUT_DATE_RE = re.compile(r"\b\d\d?/\d\d?/(?:\d|\d{3})$")
_LAST_FIGURE_RE = re.compile(r"\d(?!\d)")

# First parts of words that keep their hyphen at the end of a line: "semi-" / "independent", "two-" / "year".
_PREFIX_WORDS = """
    all anti call co cost cross decision ex first five four full half high in inter joint key large life light long low
    medium mid mixed multi new non off on one out over part post pre pro quasi sale second self semi seven short single
    six small sub sign so ten third three top two under up vice well whole year
"""
_PREFIXES = frozenset(_PREFIX_WORDS.split())


def compounds(lines: Iterable[Line]) -> frozenset[str]:
    """The words that a document prints with a hyphen inside a line, in lower case."""
    return frozenset(found.lower() for line in lines for found in _COMPOUND_RE.findall(line.text))


def joined(lines: Sequence[Line], known: frozenset[str] = frozenset()) -> tuple[str, list[int]]:
    """The text of a passage, and where each of its lines begins in it.

    >>> joined([Line("we recom-"), Line("mend a semi-"), Line("independent home")])[0]
    'we recommend a semi-independent home'
    """
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for line in lines:
        if parts:
            last, between = _joint(parts[-1], line, lines[len(places) - 1].hyphen, known)
            at += len(last) - len(parts[-1]) + len(between)
            parts[-1] = last + between
        places.append(at)
        parts.append(line.text)
        at += len(line.text)
    return "".join(parts), places


def _joint(last: str, line: Line, soft: bool, known: frozenset[str]) -> tuple[str, str]:
    """The last line as it stays, and what stands between it and the next."""
    if soft:
        return last, ""
    if _CUT_DATE_RE.search(last[-12:]) and _LAST_FIGURE_RE.match(line.text):  # "08/01/1" / "3"
        return last, ""
    if is_cut_address(last, line.text):
        return last, ""
    tail, head = _TAIL_RE.search(last[-40:]), _HEAD_RE.match(line.text)
    if tail is None or head is None:
        return last, "" if last.endswith(("/", "-")) and last[-2:-1].isalnum() and not line.text[0].isspace() else " "
    word = tail[1].lower()
    if word in _PREFIXES or not line.text[0].islower() or f"{word}-{head[0].lower()}" in known:
        return last, ""
    return last[:-1], ""
