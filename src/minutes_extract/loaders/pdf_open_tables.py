"""Open tables: those that rulings do not close, read by pdfplumber, a page at a time, on the few pages that need it.

pdfplumber knows where each word stands, and makes cells of lines that are given to it. The lines down are the white
lanes between the words of all rows, those across the rules and shades of the page and, in a band with many rows of
figures, the tops of those rows. The words themselves stay pdfium's.
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from minutes_extract.loaders.pdf_grid import Grid, GridCell
from minutes_extract.loaders.pdf_probe import Region

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pypdfium2 import PdfDocument

LEAST_PAGES = 20
"""Pages of a document that are read by pdfplumber in any case, which takes a fifteenth of a second for each."""

SHARE = 0.1
"""Of the pages of a document, that are read by it at most."""

MAX_CHARACTERS = 20_000
"""On a page: it takes some twenty microseconds for each."""

_LANE = 0.55  # of the type size: white that wide in every row parts two columns
_SAME_LINE = 3.0  # points
_FEWEST = 0.5  # of the rows, that have two cells with words
_FIGURE_RE = re.compile(r"[-–(£€$\d][\d,.£()%–-]*[mk]?")


class OpenTables:
    """Reads the open tables of one document."""

    def __init__(self, document: "PdfDocument") -> None:
        self._document = document
        self._left = max(LEAST_PAGES, int(len(document) * SHARE))

    def grids(self, number: int, regions: Sequence[Region], corner: tuple[float, float]) -> list[Grid]:
        """The tables in the regions of page `number` (from 1); `corner` is where its media box begins."""
        if self._left <= 0 or not regions:
            return []
        self._left -= 1
        import pdfplumber
        from pdfminer.pdfexceptions import PDFException
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            with pdfplumber.open(self.page(number)) as file:
                page = file.pages[0]
                try:
                    return list(_grids(page, regions, corner))
                finally:
                    page.close()
        except (PDFException, PdfminerException):
            return []  # what pdfium reads and pdfminer does not: the rows stay lines

    def page(self, number: int) -> io.BytesIO:
        """A page as a file of its own, made by pdfium: pdfminer would go through all pages of the whole to find it."""
        import pypdfium2

        alone = pypdfium2.PdfDocument.new()
        try:
            alone.import_pages(self._document, [number - 1])
            file = io.BytesIO()
            alone.save(file)
        finally:
            alone.close()
        return file


def _grids(page: "Page", regions: Sequence[Region], corner: tuple[float, float]) -> Iterator[Grid]:
    """The tables in the regions of an open page."""
    clean = page.dedupe_chars()
    offset = page.bbox[0] - corner[0], page.bbox[1] - corner[1]
    for region in regions:
        grid = _grid(clean, region, offset)
        if grid is not None:
            yield grid


def _grid(page: Any, region: Region, offset: tuple[float, float]) -> Grid | None:
    """The table in a region of a page, None where its words make none."""
    dx, dy = offset
    x0, top, x1, bottom = page.bbox
    frame = (
        max(region.x0 + dx, x0),
        max(region.top + dy, top),
        min(region.x1 + dx, x1),
        min(region.bottom + dy, bottom),
    )
    if frame[2] - frame[0] < 1 or frame[3] - frame[1] < 1:
        return None
    crop = page.crop(frame)
    lines = _lines(crop.extract_words(extra_attrs=["size"]))
    lanes = _lanes(lines)
    rules = [rule + dy for rule in region.rules]
    across = _across(lines, lanes, rules, frame[1], frame[3])
    if not lanes or len(across) < 3:
        return None
    settings = {
        "vertical_strategy": "explicit",
        "horizontal_strategy": "explicit",
        "explicit_vertical_lines": [frame[0], *lanes, frame[2]],
        "explicit_horizontal_lines": across,
    }
    table = crop.find_table(settings)
    if table is None:
        return None
    cells = tuple(
        GridCell(row, column, cell[0] - dx, cell[1] - dy, cell[2] - dx, cell[3] - dy)
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line.cells)
        if cell is not None
    )
    heads = int(len(rules) < len(across) - 1 or _is_figured(lines, across))
    return Grid(cells, frame[0] - dx, frame[1] - dy, frame[2] - dx, frame[3] - dy, heads)


_Words = list[dict[str, Any]]


def _lines(words: _Words) -> list[_Words]:
    """Words by base line, from top to bottom."""
    lines: list[_Words] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if lines and word["bottom"] - lines[-1][-1]["bottom"] <= _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word["x0"]) for line in lines]


def _lanes(lines: Sequence[_Words]) -> list[float]:
    """The middle of each lane that no word of a row stands in; rows of one stretch are titles, and are passed over."""
    size = max((word["size"] for line in lines for word in line), default=0.0)
    spans = sorted(
        (word["x0"], word["x1"])
        for line in lines
        if any(after["x0"] - before["x1"] > size for before, after in pairwise(line))
        for word in line
    )
    lanes: list[float] = []
    end = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left - end > _LANE * size:
            lanes.append((left + end) / 2)
        end = max(end, right)
    return lanes


def _across(
    lines: Sequence[_Words], lanes: Sequence[float], rules: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Where rows end: at rules, and at the top of each row in a band that holds several."""
    borders = [top, *(rule for rule in rules if top + _SAME_LINE < rule < bottom - _SAME_LINE), bottom]
    found = {top, bottom, *borders}
    few = len(borders) <= 3
    for above, below in pairwise(borders):
        band = [line for line in lines if above <= (line[0]["top"] + line[0]["bottom"]) / 2 <= below]
        if few or _has_rows(band, lanes):
            found.update(min(word["top"] for word in line) - 0.5 for line in band[1:] if _begins_row(line, lanes))
    return sorted(found)


def _has_rows(band: Sequence[_Words], lanes: Sequence[float]) -> bool:
    """Whether a band between rules holds several rows: two figures under each other in one column."""
    columns = [_columns(line, lanes) for line in band]
    figures = [{at for at, text in line.items() if at and _FIGURE_RE.fullmatch(text)} for line in columns]
    return any(one & other for one, other in pairwise(line for line in figures if line))


def _begins_row(line: _Words, lanes: Sequence[float]) -> bool:
    """Whether a line is the first of its row: words in its first column, and in another, or a label of its own."""
    columns = _columns(line, lanes)
    return 0 in columns and (len(columns) > 1 or columns[0][:1].isupper())


def _columns(line: _Words, lanes: Sequence[float]) -> dict[int, str]:
    """The words of a line, by column."""
    columns: dict[int, str] = {}
    for word in line:
        at = sum(lane <= word["x0"] for lane in lanes)
        columns[at] = f"{columns[at]} {word['text']}" if at in columns else word["text"]
    return columns


def _is_figured(lines: Sequence[_Words], across: Sequence[float]) -> bool:
    """Whether figures stand in the rows below the first, and none that are sums in it."""
    first = [word["text"] for line in lines for word in line if word["bottom"] <= across[1] + 1]
    return not any("," in text and _FIGURE_RE.fullmatch(text) for text in first) and any(
        _FIGURE_RE.fullmatch(line[-1]["text"]) for line in lines if line[0]["top"] >= across[1] - 1
    )
