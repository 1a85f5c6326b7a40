"""Where a costly pattern can match at all: around the letters that every match holds.

A length always holds a unit, a date a month or a mark between digits. Looking for these first and only around them
for the rest makes the grammars ten times faster; that nothing is lost by it is tested on every example.
"""

import re
from collections.abc import Iterator


def near(pattern: re.Pattern[str], anchor: re.Pattern[str], text: str, reach: int) -> Iterator[re.Match[str]]:
    """Matches of `pattern` in order, where each holds a match of `anchor` not farther than `reach` from either end."""
    begin = end = 0
    for match in anchor.finditer(text):
        if match.start() - reach > end:
            yield from pattern.finditer(text, begin, end)
            begin = max(match.start() - reach, end)
        end = max(end, min(len(text), match.end() + reach))
    if end:
        yield from pattern.finditer(text, begin, end)
