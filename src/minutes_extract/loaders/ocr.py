"""Optical character recognition: the picture of a page → its words. By Tesseract, where it is installed.

`pip install minutes-extract[ocr]` brings the wrapper; Tesseract itself comes from the system. Nothing is downloaded.
`docs/ocr.md` says why it is Tesseract.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "eng"
SECONDS = 120
"""That Tesseract may take over a page at a time; a page that takes longer is left without text."""

_UPRIGHT = 0.6  # share of sense under which a page may lie on its side, or on its head
_SPECK = 0.5  # confidence under which a mark without a letter or figure is dirt on the page
_CLUTTER = 0.3  # sense under which a line is: handwriting, a crest, the edge of the sheet
_LONG = 3  # letters of a word that shows by its box which way it runs
_COLUMNS = ("text", "left", "top", "width", "height", "block_num", "par_num", "line_num", "conf")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: its box in pixels from the top left, its line, and how sure the engine is, from 0 to 1.

    `line` is (block, paragraph, line), as the engine counts them; words of a line follow one another.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    confidence: float

    @property
    def is_spelt(self) -> bool:
        """Whether it has a letter or a figure."""
        return any(map(str.isalnum, self.text))


class Engine(Protocol):
    """What reads pictures."""

    @property
    def name(self) -> str:
        """The engine and its version, for `run.json`."""
        ...

    def words(self, image: "Image") -> tuple[Sequence[Word], int]:
        """The words of a page in the order of reading, and by how many degrees it had to be turned to stand upright.

        It is turned by 0, 90, 180 or 270 degrees counter-clockwise, as Pillow turns, and boxes are those of the turned
        picture. No words where the page cannot be read.
        """
        ...


class Tesseract:
    """Tesseract by its command; one thread a page, as its own threads make it slower and workers share processors."""

    def __init__(self, wrapper: Any, version: str) -> None:
        """`wrapper` is the module `pytesseract`, which has no types."""
        self._tesseract = wrapper
        self.name = f"tesseract {version}"

    def words(self, image: "Image") -> tuple[Sequence[Word], int]:
        """As `Engine.words`: a page that makes little sense, or runs down, is turned as letters tell and read again.

        What runs down a page may be read as it stands, but then the boxes do not show its lines.
        """
        found = self._read(image)
        runs_down = _runs_down(found)
        turn = self._turn(image) if runs_down or sense(found) < _UPRIGHT else 0
        if turn:
            turned = self._read(image.rotate(turn, expand=True))
            if (runs_down and not _runs_down(turned)) or sense(turned) > sense(found):
                return turned, turn
        return found, 0

    def _read(self, image: "Image") -> list[Word]:
        try:
            table = self._tesseract.image_to_data(
                image, lang=LANGUAGE, timeout=SECONDS, output_type=self._tesseract.Output.DICT
            )
        except (RuntimeError, OSError):  # it took too long, or the command failed
            return []
        found = (_word(*row) for row in zip(*(table[name] for name in _COLUMNS), strict=True))
        words = (word for word in found if word.text and (word.is_spelt or word.confidence >= _SPECK))
        lines = (list(line) for _, line in groupby(words, key=lambda word: word.line))
        return [word for line in lines if sense(line) >= _CLUTTER for word in line]

    def _turn(self, image: "Image") -> int:
        """By how many degrees, counter-clockwise, a page has to be turned to stand upright."""
        try:
            told = self._tesseract.image_to_osd(image, timeout=SECONDS, output_type=self._tesseract.Output.DICT)
        except (RuntimeError, OSError):  # too few letters to tell
            return 0
        return int(-told["rotate"] % 360)


def _word(
    text: str, left: int, top: int, width: int, height: int, block: int, paragraph: int, line: int, sure: float
) -> Word:
    """A row of Tesseract's table; those for blocks and lines have no text, and a confidence of -1."""
    confidence = round(max(float(sure), 0.0) / 100, 2)
    return Word(text.strip(), left, top, left + width, top + height, (block, paragraph, line), confidence)


def _runs_down(words: Sequence[Word]) -> bool:
    """Whether most letters of a page stand on their side: words of three letters are wider than high."""
    long = [word for word in words if len(word.text) >= _LONG]
    on_side = (len(word.text) for word in long if word.bottom - word.top > word.right - word.left)
    return 2 * sum(on_side) > sum(len(word.text) for word in long)


def sense(words: Sequence[Word]) -> float:
    """How sure the engine is of a page, from 0 to 1: long words count more, as dirt and pictures give short ones."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


@cache
def find_engine() -> Engine | None:
    """The engine of this machine; None where the extra, Tesseract or its English is not installed.

    Tesseract is told by `OMP_THREAD_LIMIT`, which processes inherit, to use one thread, unless it is set already.
    """
    try:
        import pytesseract
    except ImportError:
        return None
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        version = str(pytesseract.get_tesseract_version())
        languages = pytesseract.get_languages()
    except (OSError, subprocess.SubprocessError, SystemExit):  # not there, broken, or too old
        return None
    return Tesseract(pytesseract, version) if LANGUAGE in languages else None
