"""Bytes to characters, for the formats that are text.

The order of evidence: a byte order mark; a declaration by the format (HTML `meta`); UTF-8, which no other encoding
resembles by chance; UTF-16 without a mark, told by its zero bytes; else Windows-1252, byte by byte wherever UTF-8 does
not hold, so that a page with pasted-in curly quotes keeps its other characters. Statistical guessing is not used: on a
short English text with a pound sign it answers with a Central European code page, and `£` becomes `Ł`.
"""

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Five bytes of Windows-1252 have no character: they stay control characters, as browsers read them (WHATWG Encoding).
_WINDOWS_1252 = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256))

_MULTIBYTE_RE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]"  # é £ ·
    rb"|[\xe0-\xef][\x80-\xbf]{2}"  # € – ’
    rb"|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH_BYTES_RE = re.compile(rb"[\x80-\xff]++")
_SAMPLE = 4096
# Names by which pages mean Windows-1252 (WHATWG Encoding: the label "iso-8859-1" is windows-1252).
_WESTERN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"}


def parse_text(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`, without a byte order mark. Never fails: what fits nothing is Windows-1252.

    `declared` is the encoding that the format itself names; an unknown or wrong one is passed over.

    >>> parse_text("£5 – £7".encode("cp1252"))
    '£5 – £7'
    >>> parse_text("£5".encode("utf-16"))
    '£5'
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if declared is not None and declared.lower() not in _WESTERN:
        text = _decoded(data, declared)
        if text is not None:
            return text
    for encoding in ("utf-8", *_unmarked_utf16(data)):
        text = _decoded(data, encoding)
        if text is not None:
            return text
    return _windows_1252(data) if _MULTIBYTE_RE.search(data) is None else _mixed(data)


def _decoded(data: bytes, encoding: str) -> str | None:
    """Strictly decoded, or None; a name that Python does not know as a text encoding is None too."""
    try:
        return data.decode(encoding) if codecs.lookup(encoding)._is_text_encoding else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _unmarked_utf16(data: bytes) -> tuple[str, ...]:
    """UTF-16 by its zero bytes: in English nearly every other byte is zero."""
    sample = data[:_SAMPLE]
    if sample[1::2].count(0) > len(sample) * 0.35 and b"\0" not in sample[0::2][:8]:
        return ("utf-16-le",)
    if sample[0::2].count(0) > len(sample) * 0.35 and b"\0" not in sample[1::2][:8]:
        return ("utf-16-be",)
    return ()


def _windows_1252(data: bytes) -> str:
    return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]


def _mixed(data: bytes) -> str:
    """UTF-8 where it holds, Windows-1252 for the bytes between."""
    parts: list[str] = []
    end = 0
    for run in _HIGH_BYTES_RE.finditer(data):
        parts.append(data[end : run.start()].decode("ascii"))
        end = run.end()
        parts.append(_decoded(run.group(), "utf-8") or _mixed_run(run.group()))
    parts.append(data[end:].decode("ascii"))
    return "".join(parts)


def _mixed_run(run: bytes) -> str:
    parts: list[str] = []
    end = 0
    for character in _MULTIBYTE_RE.finditer(run):
        parts.append(_windows_1252(run[end : character.start()]))
        parts.append(_decoded(character.group(), "utf-8") or _windows_1252(character.group()))
        end = character.end()
    parts.append(_windows_1252(run[end:]))
    return "".join(parts)
