"""Characters and marks that a file format or converter put in: nothing here touches a word or a figure.

clean      no-break spaces, soft hyphens, ligatures, zero-width marks
unmarked   "**BACKGROUND**" → "BACKGROUND", bold
stretches  "25 April**Item: 17****REPORT**" → its stretches, which the page shows as lines of their own
tidy       runs of white space → one space
"""

import re
from typing import NamedTuple

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\u0085\u2028\u2029\x0b\x0c\x1c\x1d\x1e"
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\r\u00ad" + "".join(
    map(chr, [*range(9), *range(14, 28), 31, *range(127, 133)])
)
_TABLE: dict[int, str] = (
    dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _BREAKS), "\n")
    | dict.fromkeys(map(ord, _NOTHING), "")
)
_TABLE |= {0xFFFE: "-", 0x02: "-"}  # pdfium's marks for a hyphen at the end of a line
_TABLE |= {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}

# Ligatures of Calibri and Carlito that printer drivers give a letter's or a bracket's number: "Elec[ons", "opƟons".
_GLYPHS = {"\u019f": "ti", "\u01a9": "tt", "\u01ab": "tti", "\u014c": "ft", "\u014e": "ff"}
_GLYPH_RE = re.compile(f"(?<=[a-z])[{''.join(_GLYPHS)}](?=[a-z])")
_BRACKET_RE = re.compile(r"(?<=[a-z])\[(?=(?:on|ons|es|ve|vely|me|mes|al|onal|ng|ty|on[a-z]+)\b)")

_GLUED_RE = re.compile(r"(?<=[^\s*])\*{4}(?=[^\s*])")
_BOLD_RE = re.compile(r"\*\*")
_ITALIC_RE = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,200}+)(?<!\s)\*(?![\w*])")
_TAG_RE = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|br ?/?)>", re.IGNORECASE)


class Stretch(NamedTuple):
    """A stretch of a line, and whether the converter marked it as bold."""

    text: str
    bold: bool


def clean(text: str) -> str:
    r"""Spaces of every kind become plain spaces, ligatures letters; soft hyphens and zero-width marks go.

    >>> clean("ﬁve\u00a0years, exten\u00adsion"), clean("Elec[ons and op\u019fons [sic]")
    ('five years, extension', 'Elections and options [sic]')
    """
    if "[" in text:
        text = _BRACKET_RE.sub("ti", text)
    if text.isascii() and text.isprintable():
        return text
    return _GLYPH_RE.sub(lambda found: _GLYPHS[found[0]], text.translate(_TABLE))


def tidy(text: str) -> str:
    """White space brought to single spaces; figures stay as printed.

    >>> tidy("1.    £1, 014,627  ")
    '1. £1, 014,627'
    """
    return " ".join(text.split())


def stretches(text: str) -> list[Stretch]:
    """A line of text with its converter's marks taken out, split where bold stretches are glued together.

    >>> stretches("25 April**Item: 17****REPORT**")
    [Stretch(text='25 April', bold=False), Stretch(text='Item: 17', bold=True), Stretch(text='REPORT', bold=True)]
    >>> stretches("2 **BACKGROUND**"), stretches("* Indicative figures")
    ([Stretch(text='2 BACKGROUND', bold=True)], [Stretch(text='* Indicative figures', bold=False)])
    """
    if "<" in text:
        text = _TAG_RE.sub("", text)
    if "*" not in text:
        return [Stretch(text, False)]
    if _GLUED_RE.search(text):
        parts = [part for part in _BOLD_RE.split(text) if part.strip()]
        plain = 0 if text.lstrip().startswith("**") else 1
        return [Stretch(_ITALIC_RE.sub(r"\1", part), at >= plain) for at, part in enumerate(parts)]
    return [_unmarked(text)]


def _unmarked(text: str) -> Stretch:
    """A line without its stars; bold if all its words are, a label aside."""
    parts = _BOLD_RE.split(text)
    plain = "".join(parts[::2])
    bold = len(parts) > 1 and not any(c.isalpha() for c in plain)
    return Stretch(_ITALIC_RE.sub(r"\1", "".join(parts)), bold)
