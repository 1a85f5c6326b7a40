"""Rulings in the picture of a page: they go before it is read.

Beside a rule "0.112" is read as "0.1121" or "0112", and a ruled table may be taken for a drawing and passed over whole.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_DARK = 160  # of 255, and less: ink
_LENGTH = 100  # pixels of a rule at least, a third of an inch: no stroke of a letter is as long
_SAMPLES = 5  # of that length, in which a rule shows
_THICK = 15  # pixels of a rule at most: what is wider is a picture, or a bar with letters in it


def without_rulings(image: "Image") -> "Image":
    """The picture, in greys, with its thin lines along both axes painted white, but for dots where they cross."""
    import numpy
    from PIL import Image

    greys = numpy.asarray(image)
    ink = greys < _DARK
    rules = _thin(ink) | _thin(ink.T).T
    if not rules.any():
        return image
    edges = rules.copy()  # and the grey beside them
    edges[1:] |= rules[:-1]
    edges[:-1] |= rules[1:]
    edges[:, 1:] |= rules[:, :-1]
    edges[:, :-1] |= rules[:, 1:]
    return Image.fromarray(numpy.where(edges, numpy.uint8(255), greys))


def _thin(ink: Any) -> Any:
    """Where the ink runs on down a column for the length of a rule, and is no wider than one."""
    import numpy

    samples = ink[:: _LENGTH // _SAMPLES]
    near = [samples[at : len(samples) - _SAMPLES + 1 + at] for at in range(_SAMPLES)]
    columns = numpy.flatnonzero(numpy.logical_and.reduce(near).any(axis=0))  # few: only there is it worth a count
    found = numpy.zeros_like(ink)
    found[:, columns] = _runs(ink[:, columns], _LENGTH)
    rows = numpy.flatnonzero(found.any(axis=1))
    found[rows] &= ~_runs(ink[rows].T, _THICK).T
    return found


def _runs(ink: Any, length: int) -> Any:
    """Where the ink runs on down a column for so many pixels."""
    import numpy

    count = len(ink)
    if count < length or not ink.size:
        return numpy.zeros_like(ink)
    above = numpy.zeros((count + 1, ink.shape[1]), numpy.int16)  # sides have fewer pixels than that holds
    numpy.cumsum(ink, axis=0, out=above[1:])
    begins = above[length:] - above[:-length] == length
    numpy.cumsum(begins, axis=0, out=above[1 : len(begins) + 1])
    above[len(begins) + 1 :] = above[len(begins)]
    since = numpy.maximum(numpy.arange(count) - length + 1, 0)
    return above[1:] > above[since]
