"""Passages: the lines of one paragraph, list item, heading or label line, put together again where a page broke them.

Whether a line goes on is told by how it ends and how the next begins, by white space, and by the measure: a line that
is as long as its neighbours that surely break off may break off too. Where that leaves doubt, lines stay apart.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from minutes_extract.document import FragmentKind
from minutes_extract.layout.labels import field_label, is_lead_in
from minutes_extract.layout.lines import Line
from minutes_extract.layout.signs import is_capitals, is_cut_address, is_cut_date, is_open, is_titled, refers

_END_MARKS = ".;:!?"
_LIST_END_RE = re.compile(r"[;,]\s(?:and|or)$|[:;]-?$|\s[-–]$")
_DATE_RE = re.compile(r"\d{1,2}/\d{1,2}/\d{1,4}\b")
_CUT_DATE_RE = re.compile(r"\d\d?/\d\d?/(?:\d|\d{3})")  # a column too narrow for its dates
# The end of an entry in a list of payments, or in a table of contents.
_ENTRY_END_RE = re.compile(r"£ ?\d[\d,]*\.\d\d$|(?:\. ?|…){4}\d{1,4}$")
_MINUTE_RE = re.compile(r"(?!19|20)\d{3,4}\. (?=[A-Z])")  # "2503. Police Report", but "in September" / "2019. The"
_CODE_RE = re.compile(r"[A-Z]{2,6}[\d./-]{2,}\w*")
_LEADS_RE = re.compile(r"\s(?:to|that)$")  # "to report back to", but also "Cabinet resolved to"
_WINDOW = 4  # lines that show the measure around a line
_MARGIN = 0.97  # of the furthest sure break on a typeset page: where its lines are full
_CLOSE = 2  # lines that show it best
_TITLE = 0.75  # of the reach of a wrapped stretch: shorter lines in it may be titles
_LONG = 40  # characters that a line must have to break off before a blank line


@dataclass(slots=True)
class Passage:
    """The lines of one block, in order."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The line that it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line that it ends with."""
        return self.lines[-1]


def gather(lines: Sequence[Line]) -> list[Passage]:
    """Puts the lines of each paragraph together."""
    measure = Measure.of(lines)
    passages: list[Passage] = []
    for at, line in enumerate(lines):
        if passages and _goes_on(passages[-1], line, at, measure):
            passages[-1].lines.append(line)
        else:
            passages.append(Passage([line]))
    return passages


@dataclass(frozen=True, slots=True)
class Measure:
    """How the lines of a document are set: where lines that surely break off end, and the blank lines they leave."""

    ends: tuple[float, ...]  # by line: where its neighbours that surely break off end, 0 where none does
    blanks: int
    wraps: tuple[float, ...] = ()  # by line: how far the lines of its stretch reach, where many break off; else 0

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Measure":
        """The measure of a document."""
        sure = [at for at in range(len(lines) - 1) if _breaks_off(lines[at], lines[at + 1])]
        gaps = Counter(min(lines[at + 1].blanks, 1) for at in sure if lines[at].page == lines[at + 1].page)
        return cls(tuple(_ends(lines, sure)), int(gaps[1] > gaps[0] and gaps[1] >= 3), _wraps(lines, frozenset(sure)))

    def is_wrapped(self, at: int, line: Line) -> bool:
        """Whether a line stands in a stretch that was wrapped, and is long enough not to be a title in it."""
        return not line.typeset and 0 < self.wraps[at] * _TITLE < line.extent and not is_titled(line.text)

    def is_full(self, at: int, line: Line, following: Line) -> bool:
        """Whether a line reaches so far that the next word may have found no room."""
        end = self.ends[at]
        room = 0.985 if line.typeset else 0.95  # a typed line is measured in characters, a set one to the point
        if not line.typeset and end < _LONG:  # "Minutes of the Parks Committee" / "held on 9 May" is a title
            return False
        return 0 < line.extent <= 1.3 * end and line.extent + following.word >= room * end


def _wraps(lines: Sequence[Line], sure: frozenset[int]) -> tuple[float, ...]:
    """For each line how far the lines of its stretch reach, if two in five of them surely break off.

    A stretch is what stands without white space between its lines; the figure is their median.
    """
    reach = [0.0] * len(lines)
    start = 0
    for at in range(len(lines)):
        if at + 1 < len(lines) and lines[at + 1].blanks == 0:
            continue
        broken = sum(near in sure for near in range(start, at))
        if broken >= 2 and broken * 5 >= 2 * (at - start):
            reach[start : at + 1] = [median(line.extent for line in lines[start : at + 1])] * (at + 1 - start)
        start = at + 1
    return tuple(reach)


def _ends(lines: Sequence[Line], sure: Sequence[int]) -> Iterator[float]:
    """For each line the furthest end of the sure breaks close to it, by a window that slides."""
    usual = sorted(lines[at].extent for at in sure)
    common = usual[len(usual) * 9 // 10] if len(sure) * 4 > len(lines) else 0.0
    margins: dict[int | None, float] = {}
    for at in sure:
        margins[lines[at].page] = max(margins.get(lines[at].page, 0.0), lines[at].extent)
    window: deque[int] = deque()
    ahead = iter([*sure, len(lines) + 2 * _WINDOW])
    coming = next(ahead)
    for at in range(len(lines)):
        while coming <= at + _WINDOW:
            window.append(coming)
            coming = next(ahead)
        while window and window[0] < at - _WINDOW:
            window.popleft()
        close = [lines[near].extent for near in window if 0 < abs(near - at) <= _CLOSE]
        end = max(close or [lines[near].extent for near in window if near != at] or [common])
        yield max(end, _MARGIN * margins.get(lines[at].page, common)) if lines[at].typeset else end


def _breaks_off(line: Line, following: Line) -> bool:
    """Whether a line surely goes on: it has no end mark, and the next begins in lower case, or no sentence ends so."""
    return (
        following.blanks <= 1
        and not following.label_end
        and line.text[-1] not in _END_MARKS
        and _is_prose(line, following)
        and (
            (_is_cut(line, following) and len(line.text) >= _LONG)
            or (
                len(line.text) >= (_LONG if following.blanks else 20)
                and following.text[0].islower()
                and not _LIST_END_RE.search(line.text)
            )
        )
    )


def _is_cut(line: Line, following: Line) -> bool:
    """Whether a line breaks off before what follows."""
    return is_open(line.text) or refers(line.text, following.text) or is_cut_date(line.text, following.text)


def _is_prose(line: Line, following: Line) -> bool:
    """Whether two lines are of kinds that a page can break."""
    if FragmentKind.CELL in (line.kind, following.kind) or line.kind is FragmentKind.HEADING:
        return False
    if following.kind is FragmentKind.HEADING:  # the end of a sentence above a rule, which Markdown takes for a heading
        return is_open(line.text) and len(line.text) >= _LONG
    return following.kind is not FragmentKind.LIST_ITEM


def _goes_on(passage: Passage, line: Line, at: int, measure: Measure) -> bool:
    """Whether a line goes on with the passage before it."""
    last = passage.last
    if not _is_prose(last, line) or line.cell != last.cell:
        return False
    if len(passage.lines) == 1 and last.label_end == len(last.text):  # a label alone on its line
        return (
            line.blanks <= 2
            and not line.label_end
            and (not last.numeral or not last.numeral.is_bullet or line.blanks <= 1)
        )
    if _begins(line, last, measure.blanks):
        return False
    if line.page != last.page and last.page is not None:
        return _goes_over(last, line, at, measure)
    if line.blanks > max(1, measure.blanks):
        return False
    return _runs_on(passage, line, at, measure)


def _begins(line: Line, last: Line, blanks: int) -> bool:
    """Whether a line can only begin a passage: a label, a label line, a date or code of its own."""
    if line.label_end:
        return not _is_reference(last.text, line)
    if field_label(line.text) and not (is_open(last.text) and line.blanks <= blanks):
        return True
    if (line.bold != last.bold and not line.text[0].islower()) or _is_next_entry(last, line):
        return True
    starts = _DATE_RE.match(line.text) or _CODE_RE.fullmatch(line.text) or _MINUTE_RE.match(line.text)
    if is_lead_in(line.text):
        return line.blanks > 0 or last.text[-1] in _END_MARKS
    return bool(starts) and (not is_open(last.text) or bool(_CUT_DATE_RE.fullmatch(line.text)))


def _is_next_entry(last: Line, line: Line) -> bool:
    """Whether a line follows an entry of a list of payments or contents: "Hall, hire £45.00" / "HMRC £118.40"."""
    return line.text[0].isupper() and bool(_ENTRY_END_RE.search(last.text[-20:]))


def _is_reference(text: str, line: Line) -> bool:
    """Whether what looks like a label belongs to the words before it: "set out in paragraph" / "2. The"."""
    if line.numeral is None or line.numeral.is_bullet or line.blanks:
        return False
    return refers(text, line.text)


def _runs_on(passage: Passage, line: Line, at: int, measure: Measure) -> bool:
    """Whether the words of a line run on from the last line on the page."""
    last = passage.last
    lower, ended = line.text[0].islower(), last.text[-1] in _END_MARKS or bool(_LIST_END_RE.search(last.text))
    title = _is_title(last) and not _is_wrapped_title(last, line)
    room = line.blanks <= measure.blanks and not title and measure.is_full(at - 1, last, line)
    if is_cut_address(last.text, line.text):
        return line.blanks <= measure.blanks
    if lower and not ended:
        return line.blanks == 0 or line.blanks <= measure.blanks or len(last.text) >= _LONG
    if lower:
        return room and last.text[-1] != ":"
    if _is_cut(last, line) or (_LEADS_RE.search(last.text) and last.extent >= 0.7 * measure.ends[at - 1] > 0):
        return line.blanks <= measure.blanks or len(last.text) >= _LONG
    wrapped = line.blanks == 0 and not ended and not _is_title(last) and measure.is_wrapped(at - 1, last)
    return (room or wrapped) and last.text[-1] not in ":;" and _same_margin(passage, line)


def _same_margin(passage: Passage, line: Line) -> bool:
    """Whether a line begins where the lines of its passage do: a deeper one begins anew, where the page has indents."""
    if line.indent is None or len(passage.lines) < 2 or passage.last.indent is None:
        return True
    return abs(line.indent - passage.last.indent) <= 12


def _is_wrapped_title(last: Line, line: Line) -> bool:
    """Whether two lines in bold capitals are one heading that found no room: set from one margin, not centred."""
    inset = (line.indent or 0.0) - (last.indent or 0.0)
    return line.typeset and last.bold and line.bold and (abs(inset) <= 3 or (last.label_end > 0 and inset > 0))


def _is_title(line: Line) -> bool:
    """Whether a line in capitals stands by itself."""
    return is_capitals(line.text)


def _goes_over(last: Line, line: Line, at: int, measure: Measure) -> bool:
    """Whether a sentence goes on over the page."""
    if last.text[-1] in _END_MARKS or _LIST_END_RE.search(last.text):
        return False
    if line.text[0].islower():
        return True
    if _is_cut(last, line) and len(last.text) >= _LONG:
        return True
    return measure.is_full(at - 1, last, line) and not _is_title(line)
