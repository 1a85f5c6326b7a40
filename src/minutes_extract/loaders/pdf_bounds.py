"""Bounds on what the compressed streams of a PDF unpack to, looked at before pdfium unpacks them.

A deflated stream can be a thousandth of what it unpacks to, one that is deflated twice a millionth, and a page can name
the same stream a hundred times. Streams stand in the file uncovered, with their filters before them, so that a scan
of the bytes finds them. Those that begin like a bomb are unpacked, bit by bit, and thrown away. Pictures are passed
over: pdfium does not unpack them to read text.
"""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from minutes_extract.errors import OversizedSource

MAX_STREAM_BYTES = 128 * 2**20
"""What one stream may unpack to: the text of a page takes some 100 kB, a map drawn in lines some 20 MB."""

MAX_CHECKED_BYTES = 512 * 2**20
"""What all streams that look like bombs may unpack to."""

MAX_REPEATS = 16
"""Times that one page may name the same stream."""

_MOST_RATIO = 1032  # deflate makes at most that much of a byte (RFC 1951: 258 bytes of two bits)
_ODD_RATIO = 100  # text is deflated to a fifth, line drawings to a twentieth
_SMALL = 4096  # bytes of a stream that is let pass
_HEAD = 2048  # bytes of a stream that show its ratio
_CHUNK = 2**20
_DICTIONARY = 1024  # bytes before a stream, in which its filters are named
_STREAM_RE = re.compile(rb"stream\r?\n")
_FLATE_RE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE_RE = re.compile(rb"/Subtype\s*/Image\b")
_LENGTH_RE = re.compile(rb"/Length (\d{1,12})(?! \d+ R)\b")
_CONTENTS_RE = re.compile(rb"/Contents\s*\[([\s\dR]+)\]")
_REFERENCE_RE = re.compile(rb"(\d+)\s+\d+\s+R")
_END = b"endstream"


class _Stream(NamedTuple):
    """A deflated stream: its bytes, and how many times over it is deflated."""

    data: memoryview
    dictionary: bytes
    filters: int


def is_unpackable(data: bytes, name: str) -> bool:
    """True, or `OversizedSource` where the streams of a PDF unpack to more than the bounds."""
    checked = 0
    _check_repeats(data, name)
    for stream in _streams(data):
        if b"/ObjStm" in stream.dictionary:
            _check_repeats(_objects(stream.data), name)
        if not _may_burst(stream):
            continue
        size = _unpacked(stream.data, stream.filters)
        checked += size if size > _ODD_RATIO * len(stream.data) else 0
        if size > MAX_STREAM_BYTES or checked > MAX_CHECKED_BYTES:
            problem = f"the streams of the PDF unpack to more than {MAX_STREAM_BYTES >> 20:,} MB"
            raise OversizedSource(name, problem, "print it to a new PDF")
    return True


def _check_repeats(objects: bytes, name: str) -> None:
    """Raises where a page names one stream again and again."""
    for contents in _CONTENTS_RE.finditer(objects):
        named = _REFERENCE_RE.findall(contents[1])
        if len(named) - len(set(named)) > MAX_REPEATS:
            problem = f"a page of the PDF prints the same stream more than {MAX_REPEATS} times"
            raise OversizedSource(name, problem, "print it to a new PDF")


def _streams(data: bytes) -> Iterator[_Stream]:
    """The deflated streams of a file, in order; those that no filter names, and pictures, are left out."""
    at = 0
    while (start := _STREAM_RE.search(data, at)) is not None:
        at = start.end()
        if data[start.start() - 3 : start.start()] == b"end":
            continue
        window = data[max(0, start.start() - _DICTIONARY) : start.start()]
        dictionary = window[window.rfind(b" obj") + 1 :]
        end = _end_of(data, start.end(), dictionary)
        at = max(at, end)
        filters = len(_FLATE_RE.findall(dictionary))
        if filters > 1 or (filters and not _PICTURE_RE.search(dictionary)):
            yield _Stream(memoryview(data)[start.end() : end], dictionary, filters)


def _objects(data: memoryview) -> bytes:
    """What a stream of objects unpacks to, up to the bound; nothing where it is damaged."""
    try:
        return zlib.decompressobj().decompress(data, MAX_STREAM_BYTES)
    except zlib.error:
        return b""


def _end_of(data: bytes, start: int, dictionary: bytes) -> int:
    """Where a stream ends: by its length where the end mark stands there, else by the mark."""
    length = _LENGTH_RE.search(dictionary)
    end = start + int(length[1]) if length else -1
    if 0 <= end <= len(data) and data[end : end + 16].lstrip().startswith(_END):
        return end
    found = data.find(_END, start)
    return found if found >= 0 else len(data)


def _may_burst(stream: _Stream) -> bool:
    """Whether a stream could pass the bound, or begins as what unpacks to far more than text does."""
    size = len(stream.data)
    if stream.filters > 1 or size * _MOST_RATIO > MAX_STREAM_BYTES:
        return True
    return size > _SMALL and _unpacked(stream.data[:_HEAD], 1) > _ODD_RATIO * _HEAD


def _unpacked(data: memoryview, filters: int) -> int:
    """The bytes that a stream unpacks to, one filter after another; counting ends soon after the bound."""
    unpackers = [zlib.decompressobj() for _ in range(filters)]
    sizes = [0] * filters
    for at in range(0, len(data), _CHUNK):
        try:
            _feed(unpackers, sizes, bytes(data[at : at + _CHUNK]), 0)
        except zlib.error:
            break  # damaged: what came before is what a reader gets
        if max(sizes) > MAX_STREAM_BYTES:
            break
    return max(sizes)


def _feed(unpackers: list["zlib._Decompress"], sizes: list[int], data: bytes, level: int) -> None:
    """Feeds bytes to one filter, and what it gives to the next, a chunk at a time."""
    if level == len(unpackers):
        return
    while data and sizes[level] <= MAX_STREAM_BYTES:
        made = unpackers[level].decompress(data, _CHUNK)
        data = unpackers[level].unconsumed_tail
        sizes[level] += len(made)
        _feed(unpackers, sizes, made, level + 1)
