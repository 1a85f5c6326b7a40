"""The characters of a run of Word text: words, tabs, breaks, symbols, and what form fields show in place of words.

Older forms keep their boxes and lists in fields: a ticked box is written ☒, an empty one ☐, a list by the entry that
was chosen. Newer boxes are characters of their own. Symbol fonts put ticks and boxes in the places of letters.
"""

from typing import TYPE_CHECKING

from minutes_extract.loaders.word_styles import W, number_of, switch, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHARACTERS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
}  # fmt: skip
_MARKS = {
    "wingdings": {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
}


def run_text(run: "Element") -> str:
    """The characters of a run that are shown."""
    parts = []
    for child in run.iterchildren():
        if child.tag == W + "t":
            parts.append(child.text or "")
        elif child.tag == W + "br":
            parts.append("\n" if value_of(child, "type") in {None, "textWrapping"} else "")
        elif child.tag == W + "sym":
            parts.append(_symbol(value_of(child, "char"), value_of(child, "font")))
        elif child.tag == W + "fldChar":
            parts.append(_field(child.find(W + "ffData")))
        else:
            parts.append(_CHARACTERS.get(child.tag, ""))
    return "".join(parts)


def _symbol(code: str | None, font: str | None) -> str:
    """A character of a symbol font, which may stand at its place in the private area (F0FE for FE)."""
    try:
        number = int(code or "", 16)
        return _MARKS.get((font or "").lower(), {}).get(number & 0xFF) or chr(number)
    except (ValueError, OverflowError):
        return ""


def _field(data: "Element | None") -> str:
    """What a field of an older form shows that is no text of its own."""
    box = None if data is None else data.find(W + "checkBox")
    if box is not None:
        checked = switch(box, "checked")
        return "☒" if (switch(box, "default") if checked is None else checked) else "☐"
    choice = None if data is None else data.find(W + "ddList")
    if choice is None:
        return ""
    entries = choice.findall(W + "listEntry")
    chosen = number_of(choice.find(W + "result"))
    chosen = (number_of(choice.find(W + "default")) or 0) if chosen is None else chosen
    return (value_of(entries[chosen]) or "") if 0 <= chosen < len(entries) else ""
