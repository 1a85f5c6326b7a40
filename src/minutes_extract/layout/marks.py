"""Page marks: "Page 4 of 9", "Page No: 4 of 9", "- 4 -", alone on a line or at its end."""

import re

from minutes_extract.document import PageMark

# Page 4 of 9 · Page No: 4 of 9 · Reference Number: 5150, Page No: 1 of 9 · Page 021 (2017) · Page 12 | Minutes
PAGE_MARK_RE = re.compile(
    r"(?:[^\n]{0,100}?[\s,|–-])??  page \s*+ (?:no\.?+|number)?+ \s*+ :?+ \s*+ (?P<number>\d{1,4}+)"
    r"(?:\s*+(?:of|/)\s*+(?P<total>\d{1,4}+))?+ (?:\s*+ \(\d{4}\) | \s*+[|–-].{0,60}+)?+ \s*+",
    re.VERBOSE | re.IGNORECASE,
)
DASHED_MARK_RE = re.compile(r"[-–—]\s*+(?P<number>\d{1,4}+)\s*+[-–—]|(?P<first>\d{1,4}+)\s*+\|\s*+P\s?a\s?g\s?e")
LONE_NUMBER_RE = re.compile(r"\d{1,4}")
_DIGITS_RE = re.compile(r"\d++")
LONGEST = 200  # characters of a line that can be furniture


def page_mark(text: str) -> PageMark | None:
    """The page mark that a line is, or ends with.

    >>> page_mark("Reference Number: 5150, Page No: 4 of 9"), page_mark("- 12 -")
    (PageMark(number=4, total=9), PageMark(number=12, total=None))
    >>> page_mark("as shown on page 4 of the report")
    """
    line = text.strip()
    if not line or len(line) > LONGEST:
        return None
    match = PAGE_MARK_RE.fullmatch(line)
    if match:
        return PageMark(int(match["number"]), int(match["total"]) if match["total"] else None)
    dashed = DASHED_MARK_RE.fullmatch(line)
    return PageMark(int(dashed["number"] or dashed["first"])) if dashed else None


def key_of(text: str) -> str:
    """A line with its numbers made alike."""
    return _DIGITS_RE.sub("#", " ".join(text.split()))


def is_mark_alone(text: str) -> bool:
    """Whether nothing but the page mark stands on the line."""
    line = text.strip()
    return bool(DASHED_MARK_RE.fullmatch(line)) or line[:4].lower() == "page"
