"""The numbering of lists: labels at the beginning of lines, and the tree that a run of them makes.

    parse    an isolated label                        "(ii)" → roman 2, or the doubled letter 35
    leading  a label at the beginning of a line       "(a) To note" → "(a)" at 0
    settle   a run of labels → readings and paths     1. 2. i. ii. a. 3. → 1, 2, 2.i, 2.ii, 2.ii.a, 3

A label alone does not say what it is: "i" is roman 1 or the ninth letter, and only its neighbours tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_extract.values.found import Found
from minutes_extract.values.numerals import (
    BULLET_RE,
    DASHED_RE,
    LABEL_RE,
    Frame,
    Numeral,
    Reading,
    Style,
    bullet_numeral,
    numeral,
    parse,
    render,
)

__all__ = ["Frame", "Numeral", "Place", "Reading", "Style", "leading", "parse", "render", "settle"]

# What can not follow a label. "(1) above", "(a) of the Act", "2.1 and 2.2": a line wrapped in a cross-reference.
_REFERENCE_RE = re.compile(r"\s++(?:above|below|of|or|hereof|herein|overleaf)\b|\s++(?:and|to|&|,)\s++[\d(]|[,;:]")
# "10.30 am", "1.5 FTE", "2.5 million", "3.5 to 4": figures with units.
_UNIT_RE = re.compile(
    r"\s++(?:[ap]\.?m\b|hrs?\b|hours?\b|o'?clock|FTE|mill?ion|billion|per\b|%|[-–—]?\s*+[\d£$€(])", re.IGNORECASE
)
_WIDE_RE = re.compile(r"\t|[ \u00a0]{2}|[ \u00a0]\t")
_NAME_RE = re.compile(r"\s[A-Z][\w'’-]++(?:\s*+$|[,;()]|\s++(?:[(&,–-]|and\b|[A-Z][\w'’-]++\s*+(?:$|[,;()])))")
_FIRST_PERSON_RE = re.compile(r"\s++(?:[a-z]|Councill|Cllr|M(?:r|rs|s|iss|ayor)\b)")


def leading(text: str, *, single_space: bool = False) -> Found[Numeral] | None:
    """Finds the label that a line begins with; white space before it, and a converter's dash, are passed over.

    A number without marks is a label only before a wide gap. `single_space` takes one space too ("2 BACKGROUND", "1.1
    approve"): for a caller who has seen that such numbers run in sequence.

    >>> found = leading("  (iii) to note"); found.start, found.end, found.value.printed
    (2, 7, '(iii)')
    >>> leading("1  Apologies").value.printed, leading("- 1) That").value.printed, leading("·  to note").value.is_bullet
    ('1', '1)', True)
    >>> [leading(t) for t in ("1 April 2025", "10.30 am", "2024/25", "I Councillor Brandon", "A two-year", "(2) above")]
    [None, None, None, None, None, None]
    """
    start = len(text) - len(text.lstrip())
    dashed = DASHED_RE.match(text, start)
    found = _labelled(text, dashed.end(), True) if dashed else None
    bullet = None if found else BULLET_RE.match(text, start)
    if bullet:
        return Found(start, bullet.end(), bullet_numeral(bullet[0]))
    return found or _labelled(text, start, single_space)


@dataclass(frozen=True, slots=True)
class Place:
    """A label's place in its list: the labels down the tree to it, and the reading that its neighbours settle."""

    path: tuple[str, ...]
    reading: Reading


def settle(numerals: Sequence[Numeral], indents: Sequence[int | None] = ()) -> tuple[Place, ...]:
    """Works out the tree that a run of labels makes, and with it what each label counts as.

    A label goes on with a level that it follows in its style and marks (the deepest such), else it opens a level below
    the last. Bullets, and labels that say "1." each time, are counted. `indents` (one a label) may help, and need not.

    >>> def paths(text: str) -> str:
    ...     return " ".join(".".join(place.path) for place in settle([parse(label) for label in text.split()]))
    >>> paths("1 2 i ii iii a b c 3")
    '1 2 2.i 2.ii 2.iii 2.iii.a 2.iii.b 2.iii.c 3'
    >>> paths("1. 1. 1."), paths("• • o o •"), paths("(a) (i) (ii) (b) (i)"), paths("1. 2. 1. 2. 1.")
    ('1 2 3', '1 2 2.1 2.2 3', 'a a.i a.ii b b.i', '1 2 3 4 5')
    >>> [place.reading.style.value for place in settle([parse("(h)"), parse("(i)"), parse("(j)")])]
    ['lower_letter', 'lower_letter', 'lower_letter']
    """
    stack: list[_Level] = []
    places = []
    depths = [*indents[: len(numerals)], *[None] * (len(numerals) - len(indents))]
    for label, depth, readings in zip(numerals, depths, _looking_ahead(numerals), strict=True):
        _, _, _, at, reading = min(_choices(label, readings, depth, stack))
        counted = _count(stack[at], label, reading) if at < len(stack) else 1
        printed = label.path_label
        is_counted = counted > reading.ordinal and (reading.ordinal == 1 or reading.style is Style.DECIMAL)
        name = str(counted) if printed is None or is_counted else printed
        del stack[at:]
        stack.append(_Level(_key(label, reading), reading, label.parts, name, counted, depth))
        places.append(Place(tuple(level.name for level in stack), reading))
    return tuple(places)


@dataclass(slots=True)
class _Level:
    """A level of the tree that is open: its kind of label, and the last label on it."""

    key: tuple[Style, str]
    reading: Reading
    parts: tuple[str, ...]
    name: str
    counted: int
    indent: int | None


# "A) Agreed …" and then "b) Agreed …": a slip of the shift key
_CASES = ({Style.LOWER_LETTER, Style.UPPER_LETTER}, {Style.LOWER_ROMAN, Style.UPPER_ROMAN})
_DEEPEST = 12  # levels; nobody prints more, and a bound keeps a hostile page linear

_Choice = tuple[int, int, int, int, Reading]  # rank, distance of indents, place in the readings, level, reading


def _key(label: Numeral, reading: Reading) -> tuple[Style, str]:
    """What tells levels apart: the style with the marks; the sign of a bullet; the length of a dotted label."""
    if reading.style is Style.BULLET:
        return (reading.style, label.parts[0])
    return (reading.style, str(len(label.parts)) if reading.style is Style.DOTTED else label.frame)


def _count(level: _Level, label: Numeral, reading: Reading) -> int:
    """The number of a label on its level, counted for bullets and for ones that repeat."""
    if level.key != _key(label, reading) or reading.style is Style.DOTTED:
        return 1
    repeated = reading.style is Style.BULLET or reading.ordinal == level.reading.ordinal == 1
    if repeated or (_is_counted(label, reading) and _goes_on(level, reading)):
        return level.counted + 1
    return reading.ordinal


def _is_counted(label: Numeral, reading: Reading) -> bool:
    """Whether a label is one that converters begin again: "1." "2." and, below white space, "1." once more."""
    return reading.style is Style.DECIMAL and label.frame is Frame.STOP


def _goes_on(level: _Level, reading: Reading) -> bool:
    """Whether a number begins again on its level, or goes on behind one that has."""
    again = reading.ordinal == 1 < level.reading.ordinal
    return again or (level.counted > level.reading.ordinal and reading.ordinal == level.reading.ordinal + 1)


def _looking_ahead(numerals: Sequence[Numeral]) -> list[tuple[Reading, ...]]:
    """The readings of each label that the next label in the same marks bears out, all where it bears out none."""
    following: dict[Frame, Numeral] = {}
    kept = []
    for label in reversed(numerals):
        after = following.get(label.frame)
        borne = tuple(r for r in label.readings if after and Reading(r.style, r.ordinal + 1) in after.readings)
        kept.append(borne or label.readings)
        following[label.frame] = label
    return kept[::-1]


def _choices(label: Numeral, readings: tuple[Reading, ...], indent: int | None, stack: list[_Level]) -> list[_Choice]:
    """The places that a label may take, with ranks: the least is the best."""
    choices: list[_Choice] = []
    for order, reading in enumerate(readings):
        for at, level in enumerate(stack):
            rank = _rank(label, reading, level)
            if rank is not None:
                deeper = indent is not None and level.indent is not None and indent > level.indent
                rank = 2 if deeper and reading.style is Style.BULLET else rank
                choices.append((rank, _distance(indent, level.indent), order - 100 * at, at, reading))
        choices.append((*_opening(label, reading, indent, stack), order, _below(label, indent, stack), reading))
    return choices


def _rank(label: Numeral, reading: Reading, level: _Level) -> int | None:
    """How well a label goes on with a level: 0 follows, 2 repeats a one, 3 leaps, 4 begins again; None not at all."""
    last = level.reading
    if level.key != _key(label, reading):
        same = reading.style is last.style or {reading.style, last.style} in _CASES
        follows = same and 1 < reading.ordinal == last.ordinal + 1
        outer = reading.style is Style.DECIMAL and last.style is Style.DOTTED and reading.ordinal > 1
        return 2 if follows or outer else None
    if reading.style in (Style.BULLET, Style.DOTTED) or reading.ordinal == last.ordinal + 1:
        return 0
    if reading.ordinal == 1:
        return 2 if last.ordinal == 1 else 4
    return 3 if reading.ordinal > last.ordinal else 5


def _opening(label: Numeral, reading: Reading, indent: int | None, stack: list[_Level]) -> tuple[int, int]:
    """The rank of opening a level with a label: 1 for a first label, 6 for one that should have others before it."""
    if len(stack) >= _DEEPEST:
        return (9, 0)
    if any(level.parts == label.parts[:-1] for level in stack if len(label.parts) > 1):
        return (-1, 0)  # 2.1 below 2
    first = reading.ordinal <= 1
    known = any(level.key == _key(label, reading) for level in stack)
    deeper = bool(stack) and indent is not None and (stack[-1].indent is not None and indent > stack[-1].indent)
    return (1 if first and (deeper or not known) else 6, 0)


def _below(label: Numeral, indent: int | None, stack: list[_Level]) -> int:
    """The level that a label opens: below the last, below its own beginning (2.1 below 2), or as the indents say."""
    for at, level in enumerate(stack):
        if len(label.parts) > 1 and level.parts == label.parts[:-1]:
            return at + 1
    at = len(stack)
    while at and indent is not None and (stack[at - 1].indent or 0) > indent:
        at -= 1
    return min(at, _DEEPEST - 1)


def _distance(one: int | None, other: int | None) -> int:
    """How far two indents are apart, 0 where unknown."""
    return 0 if one is None or other is None else abs(one - other)


def _labelled(text: str, start: int, single_space: bool) -> Found[Numeral] | None:
    """The numeral (not bullet) that stands at `start`, if what follows lets it be a label."""
    match = LABEL_RE.match(text, start)
    label = numeral(match) if match else None
    if match is None or label is None or not _may_stand(label, text, match.end(), single_space):
        return None
    return Found(start, match.end(), label)


def _may_stand(label: Numeral, text: str, end: int, single_space: bool) -> bool:
    """Whether the words after a numeral let it be a label."""
    after = text[end : end + 80]
    if not after.strip():
        return label.frame is not Frame.BARE or len(label.parts) > 1
    if _REFERENCE_RE.match(after):
        return False
    if label.frame is Frame.BARE:
        return _may_stand_bare(label, after, single_space)
    if label.frame is Frame.STOP:
        return _may_stand_with_stop(label, after)
    return len(label.parts) == 1 or not _UNIT_RE.match(after)  # "(1.053) (2.072)": negative figures


def _may_stand_with_stop(label: Numeral, after: str) -> bool:
    """Whether "A." begins "A. That" and not "A. Smith (Chair)", "1." begins "1.That" and not "1.5m"."""
    if not after[0].isspace():
        return label.printed[0].isdigit() and (after[0].isupper() or after[0] in "“‘\"'£")
    if len(label.parts) > 1:
        return not _UNIT_RE.match(after)
    return not label.printed[0].isupper() or bool(_WIDE_RE.match(after)) or not _NAME_RE.match(after)


def _may_stand_bare(label: Numeral, after: str, single_space: bool) -> bool:
    """Numbers and letters without marks: all depends on the gap, and on the word that follows."""
    word = after.lstrip()
    if not after[0].isspace() or _UNIT_RE.match(after):
        return False
    if len(label.parts) > 1:  # "2.1 Take", "2.1 to approve"; "1.5 times" is a figure
        return single_space or bool(_WIDE_RE.match(after)) or not word[0].islower() or word.startswith(("to ", "that "))
    if label.printed.isdigit():
        return bool(_WIDE_RE.match(after)) or (single_space and word[0].isupper() and not _is_month(word))
    if not _WIDE_RE.match(after) or label.printed[0].isdigit():
        return False
    if label.printed.islower():  # "a  two-year contract" is an article and a slip of the thumb
        return "\t" in after[: len(after) - len(word)] or len(after) - len(word) >= 3
    return label.printed != "I" or not _FIRST_PERSON_RE.match(after)


def _is_month(word: str) -> bool:
    """Whether a word is the month of a date: "1 April 2025"."""
    return word[:3] in {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
