"""Plain text: every physical line a fragment, verbatim, blank lines too.

Marks that a converter left in (`**2 BACKGROUND**`, `- 1)`, tabs, `<u>`) are characters like any others here: whether
they are markup is for `layout` to say. A form feed ends a line; the format has no pages.
"""

import re

from minutes_extract.document import Fragment, MediaType, Publisher, RawDocument
from minutes_extract.errors import OversizedSource
from minutes_extract.loaders.encoding import parse_text
from minutes_extract.loaders.source import MAX_FRAGMENTS, source_of

BLANK = Fragment("")
"""The blank line: one object for all, so that a file of line feeds alone costs little."""

# What only pages of ModernGov print: "view the full minutes text for item 32", "pdf icon PDF 84 KB".
_MODERNGOV_RE = re.compile(r"\bview the full \w+ text for item \d|\bpdf icon PDF \d+ [KM]B\b")


def load_text(data: bytes, name: str) -> RawDocument:
    """Read plain text in any of the encodings that `encoding` knows. Raises `OversizedSource` past `MAX_FRAGMENTS`."""
    lines = text_lines(data, name)
    return RawDocument(
        source=source_of(data, name, MediaType.TEXT),
        fragments=tuple(Fragment(line) if line else BLANK for line in lines),
        publisher=Publisher.MODERNGOV if any(map(_MODERNGOV_RE.search, lines)) else Publisher.UNKNOWN,
    )


def text_lines(data: bytes, name: str) -> list[str]:
    r"""The physical lines of a text file, without their ends (CRLF, CR, LF, form feed and Unicode's own).

    >>> text_lines(b"RESOLVED\r\n\r\nto note\f2", "a.txt")
    ['RESOLVED', '', 'to note', '2']
    """
    lines = parse_text(data).splitlines()
    if len(lines) > MAX_FRAGMENTS:
        problem = f"the file has {len(lines):,} lines, more than {MAX_FRAGMENTS:,}"
        raise OversizedSource(name, problem, "split it into smaller documents")
    return lines
