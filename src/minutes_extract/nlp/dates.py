"""minutes_dates: finds every printed date, and what day it is: of the meeting, of the decision, of its publication.

Reads: field.
Writes: date.

    Date of decision: 21/03/2024
    Tuesday, 10th September, 2024 9.30 am
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import DateReading, FieldReading, Label, Mention, Stretch
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp.spans import ledger, read, text_of, write
from minutes_extract.values import dates
from minutes_extract.values.dates import PrintedDate
from minutes_extract.values.found import Found

# Keys of `lexicons/labels.txt` whose value is a date.
KINDS_BY_KEY: Mapping[str, str] = {
    "call_in_expiry": "call_in_expiry",
    "publication_date": "publication",
    "decision_date": "decision",
    "decided_at_meeting": "meeting",
    "meeting": "meeting",
    "meeting_date": "meeting",
    "effective_date": "effective",
    "due_date": "due",
}

SIGNED_RE = re.compile(r"\W*sign(?:ed|ature)\b", re.IGNORECASE)

_FLAGS = re.VERBOSE | re.IGNORECASE

# Words before a date that make it another's: "the minutes of the meeting held on 9 July 2024", "first published".
OTHER_BEFORE_RE = re.compile(
    r"""\b(?: minutes\s[^.;]{0,40}meetings?\s[^.;]{0,60} | advice
            | (?:last|previous|next|future)\s[^.;]{0,20}meeting[^.;]{0,40} | first\spublished
            | schedule\sof\sdecisions [^.;]{0,40} ) [^.;]{0,60} $""",
    _FLAGS,
)
# "open to a majority of the Select Committee until 5pm, Tuesday 2 April 2024", "where nobody has 'called-in' the
# decision by 5.00pm on 14 July 2023": told in a sentence as well as on a label line.
CALL_IN_BEFORE_RE = re.compile(
    r"""\bcall(?:ed)?[\s-]?in\b [^;]{0,160} \b(?:until|by|expir\w+|ends?|deadline|before|on)\b [^.;]{0,25}
      (?:\d\.\d\d[^.;]{0,20})? $""",
    _FLAGS,
)
# The words of a label line that the lexicon does not know; in a sentence they tell of something else ("the strategy
# published on", "enlarged with effect from").
LABELS_BEFORE = (
    ("publication", re.compile(r"\b(?:publi(?:shed|cation)|issued)\b", _FLAGS)),
    ("effective", re.compile(r"\b(?:effective|effect|comes?\sinto\sforce|implement(?:ed|ation))\b", _FLAGS)),
    ("due", re.compile(r"\bdue\b", _FLAGS)),
    (
        "decision",
        re.compile(r"\b(?:signed|dated?(?:\sof)?(?:\sthe)?\sdecision|decision\s(?:made|taken|date)|decided)\b", _FLAGS),
    ),
)
VERB_RE = re.compile(r"\b(?:was|were|has|have|had|is|are|will|would|be|been)\b", re.IGNORECASE)
# A label line is no longer than this before its date, and ends with its value.
LABEL_LENGTH, LABEL_LINE = 60, 110

# "23/07/2014 - Household Waste Sites", "April 9, 2025 Cabinet (Cabinet collective) Key decision": histories of an issue
HISTORY_AFTER_RE = re.compile(r"^\s+[-–—]\s+\S|^\s.{0,80}\bkey decision\b", re.IGNORECASE)
# "Meeting: 15/03/2023 - Homes Committee (Item 71.)", "Meeting of Cabinet, Tuesday, 8th October, 2019 4.30 pm"
MEETING_BEFORE_RE = re.compile(
    r"^\W*(?:meeting(?:\sdate)?\s*[:–-]\s*|date\sof\s(?:the\s)?meeting\W*|meeting\sof\s[^.;:]{1,80}[,–-]\s*)$",
    re.IGNORECASE,
)
# "MINUTES OF THE MEETING OF BRACKENBY PARISH COUNCIL, 17 JANUARY 2024", "held on Wednesday 13th May 2015 at 7.30pm"
HEAD_RE = re.compile(
    r"""\b (?: meeting | minutes | agenda | council | cabinet | committee | board | executive | panel | forum
             | held\s(?:on|at) | (?:mon|tues|wednes|thurs|fri|satur|sun)day ) \b""",
    _FLAGS,
)
# "97. MINUTES OF THE CABINET MEETING HELD ON 11 FEBRUARY 2013": an item of the next meeting
NUMBERED_RE = re.compile(r"\W*\d{1,3}[.)]?\s+[A-Z]")
# What follows in a head: nothing, the hour, or the place.
HEAD_AFTER_RE = re.compile(
    r"^[\s,.–-]*(?:$|\(|(?:at|in|from|commencing|starting)\s|\d{1,2}[.:]?\d{0,2}\s?(?:[ap]\.?m|hours|noon))",
    re.IGNORECASE,
)
# Sentences speak of other meetings: "To confirm the minutes of the meeting held on", "its meeting of", "a term from".
SENTENCE_RE = re.compile(
    r"""\b(?: confirm\w* | approv\w+ | agreed? | accurate | previous | last | next | receiv\w+ | adopt\w* | report
            | resolved | its | signed | was | were | would | will | be | been | had | has | have | is | are
            | ending | from | until | since | between )\b""",
    _FLAGS,
)
# The head of a page: so many blocks, none longer than a line or two.
HEAD_BLOCKS, HEAD_LENGTH = 12, 200
# A bare date is the meeting's only at the very top: "25th April 2022" above "Agenda Item: 17".
ALONE_BLOCKS = 4
# How far before a date its words are looked for.
REACH = 220


def find(doc: Doc) -> list[Mention]:
    """Every printed date with its kind."""
    source, blocks = text_of(doc), ledger(doc).blocks
    fields = _dated_fields(source, read(doc, Label.FIELD))
    found: list[Mention] = []
    for number, block in enumerate(blocks):
        for date in dates.find(source[block.start : block.end]):
            start, end = block.start + date.start, block.start + date.end
            kind = _kind_of_field(fields, start) or _kind(source, blocks, number, date)
            found.append(Mention(Label.DATE, start, end, DateReading(date.value.iso, kind)))
    return found


def _dated_fields(text: str, mentions: Sequence[Mention]) -> list[tuple[Stretch, str]]:
    """The values of label lines that ask for a date, with its kind, in order."""
    found, above = [], ""
    for mention in mentions:
        if not isinstance(reading := mention.value, FieldReading):
            continue
        if reading.value is not None and reading.key in KINDS_BY_KEY:
            # "Signed: Councillor E. Hallam", and "Date:" on the next line
            is_signed = text[slice(*reading.label)].casefold() == "date" and SIGNED_RE.match(above)
            found.append((reading.value, "decision" if is_signed else KINDS_BY_KEY[reading.key]))
        above = text[mention.start : mention.end]
    return sorted(found)


def _kind_of_field(fields: Sequence[tuple[Stretch, str]], at: int) -> str | None:
    """The kind that a label line gives to the date at an offset: "Decided at meeting: 21/03/2024 - Cabinet"."""
    number = bisect_right(fields, at, key=lambda field: field[0].start) - 1
    return fields[number][1] if number >= 0 and at < fields[number][0].end else None


def _kind(text: str, blocks: Sequence[Block], number: int, date: Found[PrintedDate]) -> str:
    block = blocks[number]
    words, after = text[block.start : block.end], text[block.start + date.end : block.end]
    before = words[: date.start]
    if MEETING_BEFORE_RE.search(before):
        return "meeting"
    if not before.strip(" •·-") and HISTORY_AFTER_RE.search(after):
        return "decision"
    if _is_head(block, number, words, date):
        return "meeting"
    label = before if before.strip(" \"'|,") else _label_above(text, blocks, number)
    if OTHER_BEFORE_RE.search(label[-REACH:]):
        return "other"
    if CALL_IN_BEFORE_RE.search(label[-REACH:]):
        return "call_in_expiry"
    is_long = len(label) > LABEL_LENGTH or len(words) > LABEL_LINE
    if is_long or block.kind is BlockKind.LIST_ITEM or VERB_RE.search(label):
        return "other"
    return next((kind for kind, pattern in LABELS_BEFORE if pattern.search(label)), "other")


def _label_above(text: str, blocks: Sequence[Block], number: int) -> str:
    """The block above, where it is a label that stands alone on its line."""
    if number == 0:
        return ""
    above = text[blocks[number - 1].start : blocks[number - 1].end]
    is_label = blocks[number - 1].kind is BlockKind.FIELD or above.rstrip().endswith((":", "|"))
    return above + " " if is_label and len(above) < 120 else ""


def _is_head(block: Block, number: int, words: str, date: Found[PrintedDate]) -> bool:
    """Whether the block is a page's head that says when its meeting was: "Tuesday, 10th September, 2024 9.30 am"."""
    if (
        number >= HEAD_BLOCKS
        or len(words) > HEAD_LENGTH
        or block.kind is BlockKind.LIST_ITEM
        or date.value.full is None
    ):
        return False
    if words.strip() == words[date.start : date.end]:
        return number < ALONE_BLOCKS or HEAD_RE.search(words) is not None
    has_place = HEAD_AFTER_RE.search(words[date.end :]) is not None and HEAD_RE.search(words) is not None
    return has_place and not NUMBERED_RE.match(words) and not SENTENCE_RE.search(words[: date.start])


class MinutesDates:
    """The component."""

    def __call__(self, doc: Doc) -> Doc:
        """Writes dates."""
        write(doc, find(doc))
        return doc


@Language.factory("minutes_dates")
def create_dates(nlp: Language, name: str) -> MinutesDates:
    """Makes the component."""
    return MinutesDates()
