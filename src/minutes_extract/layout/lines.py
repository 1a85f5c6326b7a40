"""Lines: fragments brought to what the reading of a page needs: words, label, indent, extent, and white space above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_extract.document import Cell, Fragment, FragmentKind, MediaType
from minutes_extract.layout.repair import Stretch, clean, stretches, tidy
from minutes_extract.layout.signs import is_capitals
from minutes_extract.values.numbering import Numeral, leading, parse

_RULE_RE = re.compile(r"[-_=*~|\s]*+")
_NIL = ("-", "--")  # in a cell: nothing in that year
_DASH_RE = re.compile(r"[-*•]\s++(?=\S)")
_FILE_MARK_RE = re.compile(r"PDF \d++ KB\s*+$")  # "6 Hedges PDF 134 KB": the title of an item of ModernGov
_YEAR_RE = re.compile(r"\d{4}[.)]")
_BULLETS = ("•", "-", "*", "·", "o", "\uf0b7")  # these give way to a label that is printed behind them
_SENTENCE = 5  # spaces of a heading that ends as sentences do
_TAB = 4  # columns
_GAP = " " * 4
_COLUMN_RE = re.compile(r"(?<![£€$ ]) {2,}+")  # two may part columns where four do
_FIGURE_RE = re.compile(r"[-(]?[£€$]?\s?\d")
_LEAST_STEP = 0.8  # of a line's height, to the next: less, and they share a row
_SMALLER = 5  # one distance in so many is as small as the usual one
_WIDEST = 400  # characters of a row that is set out in columns


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose. `text` is repaired, with single spaces; it is never empty.

    `label_end` is the end of the label that it begins with (0: none), `numeral` its reading. `indent` and `extent` say
    where it begins and ends across the page, in characters or points, and `word` how wide its first word is. `blanks`
    counts the blank lines above; `cells` are the parts between tabs, `columns` those between wide gaps;
    `hyphen` says that a soft hyphen ended it,
    `typeset` that its extent is in points.
    """

    text: str
    kind: FragmentKind = FragmentKind.LINE
    label_end: int = 0
    numeral: Numeral | None = None
    page: int | None = None
    level: int | None = None
    cell: Cell | None = None
    bold: bool = False
    size: float | None = None
    indent: float | None = None
    extent: float = 0.0
    word: float = 0.0
    blanks: int = 0
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    hyphen: bool = False
    confidence: float | None = None
    typeset: bool = False

    @property
    def body(self) -> str:
        """The words after the label."""
        return self.text[self.label_end :].lstrip()


def read_lines(fragments: Sequence[Fragment], media_type: MediaType) -> list[Line]:
    """The lines of a document, without blank ones."""
    spacing = _usual_gap(fragments)
    lines: list[Line] = []
    blanks = 0
    above: Fragment | None = None
    for fragment in fragments:
        found = list(_lines_of(fragment, media_type, max(blanks, _white(above, fragment, spacing))))
        if found:
            lines.extend(found)
            blanks, above = 0, fragment
        else:
            blanks += 1
    return lines


def _usual_gap(fragments: Sequence[Fragment]) -> float:
    """The usual distance from line to line, in points; 0 where the format does not say.

    It is among the smaller ones: in minutes of many short paragraphs most distances are from one to the next.
    """
    steps = sorted(
        step
        for above, below in pairwise(fragments)
        if above.box and below.box and above.page == below.page
        if (step := below.box.top - above.box.top) > _LEAST_STEP * (below.box.bottom - below.box.top)
    )
    return steps[len(steps) // _SMALLER] if steps else 0.0


def _white(above: Fragment | None, fragment: Fragment, spacing: float) -> int:
    """Blank lines' worth of white space above a fragment, as its format tells."""
    if above is None:
        return 0
    if fragment.box and above.box:
        if fragment.page != above.page:
            return 0
        step = fragment.box.top - above.box.top
        return int(step < 0 or step > 1.35 * max(spacing, fragment.box.bottom - fragment.box.top))
    return int(fragment.kind is not FragmentKind.LINE or above.kind is not FragmentKind.LINE)


def _lines_of(fragment: Fragment, media_type: MediaType, blanks: int) -> Iterator[Line]:
    """The lines of one fragment: several where it holds forced breaks or glued bold stretches."""
    if not fragment.text:
        return
    fragment = _as_it_reads(fragment)
    label = fragment.label
    for text in clean(fragment.text).split("\n"):
        marked = stretches(text) if media_type is MediaType.TEXT else [Stretch(text, False)]
        for stretch in marked:
            line = _line(fragment, stretch, label, blanks)
            if line:
                label, blanks = None, 0
                yield line


def _as_it_reads(fragment: Fragment) -> Fragment:
    """A fragment whose format is belied by its words: a sentence set as a heading, a year read as a label."""
    text = fragment.text.strip()
    if fragment.kind is FragmentKind.HEADING and text:
        sentence = text[0].islower() or (text[-1] in ".;," and text.count(" ") >= _SENTENCE)
        return replace(fragment, kind=FragmentKind.LINE, level=None) if sentence else fragment
    if fragment.label and _YEAR_RE.fullmatch(fragment.label.strip()):  # "2005-" / "2015. It was noted"
        return replace(fragment, kind=FragmentKind.LINE, level=None, label=None, text=f"{fragment.label} {text}")
    return fragment


def _line(fragment: Fragment, stretch: Stretch, label: str | None, blanks: int) -> Line | None:
    """A line of prose, None for a blank one or a rule; label and indent are measured before spaces go."""
    raw = _spaced(stretch.text, fragment.box is not None) if "\t" in stretch.text else stretch.text
    if _RULE_RE.fullmatch(raw) and "|" not in raw and not (fragment.cell and raw.strip() in _NIL):
        return None
    start, extent = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    text, label_end, numeral = _read(raw[start:extent], tidy(clean(label)) if label else "")
    box = fragment.box
    scale = (box.x1 - box.x0) / len(text) if box else 1.0
    return Line(
        text=text,
        kind=fragment.kind,
        label_end=label_end,
        numeral=numeral,
        page=fragment.page,
        level=fragment.level,
        cell=fragment.cell,
        bold=fragment.bold or stretch.bold,
        size=fragment.size,
        indent=box.x0 if box else float(start),
        extent=box.x1 if box else float(extent),
        word=scale * len(text.partition(" ")[0]),
        blanks=blanks,
        cells=tuple(tidy(part) for part in stretch.text.split("\t")) if "\t" in stretch.text else (),
        columns=_columns(raw[start:extent]),
        hyphen=fragment.text.endswith("\u00ad"),
        confidence=fragment.confidence,
        typeset=box is not None,
    )


def _spaced(text: str, typeset: bool) -> str:
    """A line with spaces for its tabs: to the next stop where it was typed, a wide gap where it is set to the point."""
    return text.replace("\t", _GAP) if typeset else text.expandtabs(_TAB)


def _columns(raw: str) -> tuple[str, ...]:
    """The parts of a line between wide gaps, where there are three of them, or two and the last is a figure."""
    parts = tuple(_COLUMN_RE.split(raw)) if _GAP in raw and len(raw) <= _WIDEST else ()
    return parts if len(parts) > 2 or (len(parts) == 2 and _FIGURE_RE.match(parts[1])) else ()


def _read(raw: str, label: str) -> tuple[str, int, Numeral | None]:
    """The words of a line, and the label that they begin with, or that the format computes."""
    raw, dashed = _undashed(raw)
    counts = raw[0].isdigit() and (is_capitals(raw) or _has_file_mark(raw))
    found = leading(raw, single_space=bool(label) or dashed or counts)
    text = tidy(raw)
    label = "" if label in _BULLETS and is_capitals(raw) else label
    if label and (found is None or found.value.is_bullet or label not in _BULLETS):
        return f"{label} {text}", len(label), parse(label)
    return (text, len(tidy(raw[: found.end])), found.value) if found else (text, 0, None)


def _has_file_mark(raw: str) -> bool:
    """Whether a line is the title of an item on a ModernGov page: "6 Hedges PDF 134 KB"."""
    return bool(_FILE_MARK_RE.search(raw[-40:]))


def reworded(line: Line, text: str) -> Line:
    """A line with other words: what stands between the bars of a row that is none."""
    words, label_end, numeral = _read(text, "")
    return replace(line, text=words, label_end=label_end, numeral=numeral)


def _undashed(raw: str) -> tuple[str, bool]:
    """A line without the bullet that a converter put before a printed number or a heading in capitals."""
    dash = _DASH_RE.match(raw)
    if dash is None:
        return raw, False
    found = leading(raw)
    if found and found.start == dash.end():
        return raw[dash.end() :], True
    return (raw[dash.end() :], False) if is_capitals(raw[dash.end() :]) else (raw, False)
