"""Terms that a form asks for row by row: "Contract Duration | 12 months", "Contract Start Date | 27/11/2023".

The rows of one contract are one term. `minutes_terms` reads forms first, and the rest of the page without their rows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from minutes_extract.annotations import Stretch
from minutes_extract.document import Block, BlockKind
from minutes_extract.values import dates, terms
from minutes_extract.values.found import Found
from minutes_extract.values.terms import Term, TermForm

_OF = r"""(?: proposed | initial | contract | lease | licence | agreement | tenancy | funding | grant | project
    | service | anticipated | estimated | planned | original | new )"""
_FLAGS = re.VERBOSE | re.IGNORECASE

# "Contract Duration", "Term", "Length of contract", "Initial contract period"
LENGTH_LABEL_RE = re.compile(
    rf"""(?:{_OF}\s){{0,4}} (?:duration|term|length|period) (?:\sof\s(?:the\s)?{_OF})?
      (?:\s\((?:years|months|initial)\))?""",
    _FLAGS,
)
# "Contract Start Date", "Commencement date", "Start"
START_LABEL_RE = re.compile(
    rf"(?:{_OF}\s){{0,4}} (?:start|starts|commencement|commences|begins) (?:\sdate)? (?:\sof\s{_OF})?", _FLAGS
)
# "Contract End Date", "Expiry date": no "Call In Expiry date"
END_LABEL_RE = re.compile(
    rf"(?:{_OF}\s){{0,4}} (?:end|ends|expiry|expires|termination|completion) (?:\sdate)? (?:\sof\s{_OF})?", _FLAGS
)
# "Optional Extension Period 1", "Extension options", "Options to extend", "Further options"; but a
# "Proposed extension" is what is decided, and no option
OPTION_LABEL_RE = re.compile(
    rf"""(?!(?:proposed|new)\sextension$)
      (?:(?:{_OF}|optional|possible|any|further|available)\s){{0,4}} (?:extensions?|options?)
      (?:\s(?:periods?|options?|terms?|to\sextend|available|length)){{0,3}} (?:\s?\(?\d\)?)?""",
    _FLAGS,
)
# "Contract | Supplier | Term | Start | End" at the head of a table: what is dated is a contract, and no road closure
NAMED_RE = re.compile(
    r"\b(?:contract|supplier|provider|agreement|lease|licence|tenant|tenancy|grant|framework|funding)", re.IGNORECASE
)
# "Length (years)" asks for a bare number: "3", "3+1"
UNIT_LABEL_RE = re.compile(r"\(?\b(years|months)\b\)?\s*[:?]?\s*$", re.IGNORECASE)
BARE_RE = re.compile(r"\s*\d{1,3}(?:\s?\+\s?\d{1,2}){0,5}\s*")
# Between label and value: the border of a cell, or a colon.
BORDER_RE = re.compile(r"(?:(?<=\w)\??:)?\s*\|\s*|(?<=\w)\??:\s+(?!\|)")

# So many other rows may stand between two rows of one contract ("Supplier", "Contract value").
FARTHEST = 6


class Asked(Enum):
    """What a row of a form asks for."""

    LENGTH = auto()
    START = auto()
    END = auto()
    OPTION = auto()


_LABELS = {
    Asked.LENGTH: LENGTH_LABEL_RE,
    Asked.START: START_LABEL_RE,
    Asked.END: END_LABEL_RE,
    Asked.OPTION: OPTION_LABEL_RE,
}


class Answer(NamedTuple):
    """What a form asked for and was told: the row's block, where the value stands, the unit that the label names."""

    asked: Asked
    block: int
    value: Stretch
    unit: str = ""


@dataclass(slots=True)
class Form:
    """The answers that make one term."""

    answers: list[Answer] = field(default_factory=list)

    def takes(self, answer: Answer) -> bool:
        """Whether an answer goes on with this form: near its last row, and not asked before, except options."""
        asked = [a.asked for a in self.answers]
        is_near = answer.block - self.answers[-1].block <= FARTHEST
        return is_near and (answer.asked is Asked.OPTION or answer.asked not in asked)

    def parse(self, text: str) -> Found[Term] | None:
        """The term of the form, at the value that tells it; None where neither a length nor both days are told."""
        term: Term | None = None
        start = end = None
        options: list[int] = []
        for asked, _, (value_start, value_end), unit in self.answers:
            value = text[value_start:value_end]
            value += f" {unit}" if unit and BARE_RE.fullmatch(value) else ""
            if asked is Asked.LENGTH:
                term = terms.parse_cell(value)
            elif asked is Asked.OPTION:
                options.extend(terms.parse_options(value))
            else:
                day = next((found.value.full for found in dates.find(value)), None)
                start, end = (day, end) if asked is Asked.START else (start, day)
        if term is None and (start is None or end is None):
            return None
        read = terms.complete(
            Term(
                form=term.form if term is not None else TermForm.DATES,
                initial_months=term.initial_months if term is not None else None,
                option_months=((*term.option_months, *options) if term is not None else tuple(options)),
                maximum_months=_printed_maximum(term),
                start=start or (term.start if term is not None else None),
                end=end or (term.end if term is not None else None),
            )
        )
        if (read.initial_months or read.maximum_months or read.start or read.end) is None:
            return None
        at = min(self.answers, key=lambda answer: (answer.asked is not Asked.LENGTH, answer.value.start)).value
        return Found(at.start, at.end, read)


def _printed_maximum(term: Term | None) -> int | None:
    return None if term is None or "maximum_months" in term.derived else term.maximum_months


def find(text: str, blocks: Sequence[Block]) -> tuple[tuple[Found[Term], ...], frozenset[int]]:
    """The terms that forms tell, and the numbers of the blocks that are rows of theirs."""
    forms, told = _tabled(text, blocks)
    single = len(forms)
    for answer in _answers(text, blocks, told):
        if len(forms) > single and forms[-1].takes(answer):
            forms[-1].answers.append(answer)
        else:
            forms.append(Form([answer]))
    found: list[Found[Term]] = []
    rows: set[int] = set()
    for form in forms:
        if (term := form.parse(text)) is not None:
            found.append(term)
            rows.update(answer.block for answer in form.answers)
    return tuple(found), frozenset(rows)


def _tabled(text: str, blocks: Sequence[Block]) -> tuple[list[Form], frozenset[int]]:
    """A form for each row of a table that asks in its head: "Contract | Term | Start | End"; and the rows so read."""
    forms: list[Form] = []
    rows: set[int] = set()
    head: dict[int, tuple[Asked, str]] = {}
    wide = 0
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.TABLE_ROW:
            head = {}
            continue
        cells = list(_cells(text, block))
        printed = [text[cell.start : cell.end] for cell in cells]
        asked = {
            place: (found, _unit(words)) for place, words in enumerate(printed) if (found := _asked(words, least=3))
        }
        is_head = len(asked) > 1 or (len(cells) > 2 and [what for what, _ in asked.values()] == [Asked.LENGTH])
        if is_head and not any(map(str.isdigit, text[block.start : block.end])):
            head, wide = (asked if NAMED_RE.search(text, block.start, block.end) else {}), len(cells)
            rows.add(number)
        elif head and len(cells) == wide:
            answers = [Answer(what, number, cells[place], unit) for place, (what, unit) in head.items()]
            forms.append(Form(answers))
            rows.add(number)
    return forms, frozenset(rows)


def _answers(text: str, blocks: Sequence[Block], told: frozenset[int]) -> Iterable[Answer]:
    """The answers of a form that asks row by row; `told` are the rows that are read by the head of their table."""
    for number, block in enumerate(blocks):
        if block.kind not in (BlockKind.TABLE_ROW, BlockKind.FIELD) or number in told:
            continue
        cells = list(_cells(text, block))
        for label, value in pairwise(cells):
            words = text[label.start : label.end]
            asked = _asked(words)
            if asked is not None and _asked(text[value.start : value.end]) is None:
                yield Answer(asked, number, value, _unit(words))


def _unit(label: str) -> str:
    """The unit that a label names, if it does: "Length (years)"."""
    named = UNIT_LABEL_RE.search(label)
    return named[1].lower() if named else ""


def _cells(text: str, block: Block) -> Iterable[Stretch]:
    start = block.start
    for border in BORDER_RE.finditer(text, block.start, block.end):
        yield Stretch(start, border.start())
        start = border.end()
    if start < block.end:
        yield Stretch(start, block.end)


def _asked(label: str, least: int = 4) -> Asked | None:
    label = label.strip(" :?*.")
    if not least <= len(label) < 60:
        return None
    return next((asked for asked, pattern in _LABELS.items() if pattern.fullmatch(label)), None)
