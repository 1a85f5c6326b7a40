"""Labels that only their sequence shows, or refutes.

1 To approve / 2 To note        numbers before a single space, in pages that lost the gap: labels
(Mr. / P. Macken), Mr. S. Hay   a capital with a stop that follows no other: an initial
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_extract.layout.lines import Line
from minutes_extract.layout.signs import is_open, refers
from minutes_extract.values.numbering import Frame, Style, leading

_NEAR = 60  # lines in which a list goes on
_ENDED_RE = re.compile(r"[.:;?]-?$|[;,] (?:and|or)$")


def counted(lines: Sequence[Line]) -> list[Line]:
    """Lines with the labels that only their sequence shows: "1 To approve", "2 To note", in pages that lost the gap."""
    kept = list(lines)
    waiting: dict[int, int] = {}  # the number that would go on → the line that it would go on from
    for at, line in enumerate(_without_initials(lines)):
        kept[at] = line
        found = leading(line.text, single_space=True) if line.text[0].isdigit() and not line.label_end else None
        above = lines[at - 1].text if at else ":"
        if found is None:
            continue
        if len(found.value.parts) > 1:  # "Cabinet is asked to:" / "1.1 approve the plan"; "at a cost of" / "1.5 times"
            kept[at] = _with_label(line) if _ENDED_RE.search(above) else line
            continue
        if is_open(above) or refers(above, line.text):
            continue
        number = found.value.readings[0].ordinal
        before = waiting.pop(number, None)
        if before is not None and at - before <= _NEAR:
            kept[before], kept[at] = _with_label(kept[before]), _with_label(line)
        if before is not None or number == 1:
            waiting[number + 1] = at
    return kept


def _with_label(line: Line) -> Line:
    """A line whose number, before a single space, is its label."""
    found = leading(line.text, single_space=True)
    return replace(line, label_end=found.end, numeral=found.value) if found else line


def _without_initials(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines without the labels "C." that no "B." comes before: initials of names."""
    seen: dict[int, int] = {}  # ordinal → the line that it was last seen on
    for at, line in enumerate(lines):
        numeral = line.numeral
        if numeral is None or numeral.frame is not Frame.STOP or numeral.readings[0].style not in _CAPITALS:
            yield line
            continue
        ordinals = {reading.ordinal for reading in numeral.readings}
        known = 1 in ordinals or any(at - seen.get(ordinal - 1, -_NEAR) < _NEAR for ordinal in ordinals)
        if known:
            seen.update(dict.fromkeys(ordinals, at))
        yield line if known or line.text == numeral.printed else replace(line, label_end=0, numeral=None)


_CAPITALS = (Style.UPPER_LETTER, Style.UPPER_ROMAN)
