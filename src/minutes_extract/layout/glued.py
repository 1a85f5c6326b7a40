"""Lines of a meeting's web page that were glued together: label lines in the middle of a line begin one of their own.

    Parks Charter PDF 302 KB Additional documents: Minutes: The Committee considered …

A converter that drops the page's markup leaves the title of an item, its label lines and its minutes on one line. Only
done on pages where it shows more than once: in running text "Minutes:" is a word like others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_extract.document import Fragment, FragmentKind

# The label lines of ModernGov's pages of meetings, behind other words.
LABEL_RE = re.compile(
    r"""(?<=\S) \s+ (?= Additional\ documents: (?:\s|$) )
      | (?<=[.:;)\dB]) \s+ (?= Decision: (?:\s|$) )
      | (?<!\bof) (?<!\bthe) (?<!\bfor) (?<!\band) (?<!\bin) (?<!\bto) (?<!\b[Dd]raft) (?<!\b[Pp]revious) (?<=\S) \s+
        (?= Minutes: (?:\s|$) )""",
    re.VERBOSE,
)
LEAST = 2
_FLAT = (FragmentKind.LINE, FragmentKind.PARAGRAPH)


def parted(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """The fragments, those with label lines inside them in several.

    >>> found = parted([Fragment("Parks PDF 3 KB Minutes: Noted."), Fragment("Trees Additional documents: Minutes:")])
    >>> [fragment.text for fragment in found]
    ['Parks PDF 3 KB', 'Minutes: Noted.', 'Trees', 'Additional documents:', 'Minutes:']
    """
    glued = [f for f in fragments if f.kind in _FLAT and f.cell is None and LABEL_RE.search(f.text)]
    return list(_parts(fragments)) if len(glued) >= LEAST else fragments


def _parts(fragments: Sequence[Fragment]) -> Iterator[Fragment]:
    for fragment in fragments:
        if fragment.kind in _FLAT and fragment.cell is None:
            yield from (replace(fragment, text=text) for text in LABEL_RE.split(fragment.text))
        else:
            yield fragment
