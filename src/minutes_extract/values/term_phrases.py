"""Phrases that tell a term: parts that belong together, each with its role.

"for three years from 1 June 2022 at a price of £412,650, with provision to extend for two further years" has three
parts: the initial length, the first day, and an option.
"""

from dataclasses import dataclass, field

from minutes_extract.values import term_cues as cues
from minutes_extract.values import term_governors as governors
from minutes_extract.values.dates import PrintedDate
from minutes_extract.values.term_parts import Kind, Part


@dataclass(slots=True)
class Phrase:
    """A term as it is being read; lengths in months. `parts` are kept for the judgement whether it is one at all."""

    text: str
    parts: list[Part] = field(default_factory=list)
    initial: int | None = None
    options: list[int] = field(default_factory=list)
    maximum: int | None = None
    low: int | None = None
    first_day: PrintedDate | None = None
    last_day: PrintedDate | None = None
    option_day: PrintedDate | None = None
    start: str | None = None
    end: str | None = None
    open_count: bool = False
    in_weeks: bool = False
    is_several: bool = False
    is_extension: bool = False
    is_option: bool = False
    is_taken_up: bool = False
    has_sum: bool = False
    has_years: bool = False

    @property
    def begin(self) -> int:
        """Where the first part begins."""
        return self.parts[0].start

    @property
    def finish(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end

    @property
    def extent(self) -> tuple[int, int]:
        """Where the words of the term begin and end: "for an additional" before it, its noun behind it."""
        start = self.begin
        if (lead := cues.LEAD_RE.search(self.before(self.parts[0], 60))) is not None:
            trim = cues.LEAD_TRIM_RE.match(lead[0])
            start -= len(lead[0]) - (trim.end() if trim is not None else 0)
        end = self.finish
        if self.parts[-1].kind in (Kind.LENGTH, Kind.SUM) and (tail := cues.TAIL_RE.match(self.after(self.parts[-1]))):
            end += tail.end()
        if self.initial is not None and (option := cues.OPTION_YEAR_RE.match(self.text[end : end + 80])):
            end += option.end()
        if self.text[end : end + 1] == ")" and self.text.count("(", start, end) > self.text.count(")", start, end):
            end += 1
        return start, end

    @property
    def has_length(self) -> bool:
        """Whether a length is printed."""
        return self.initial is not None or bool(self.options) or self.maximum is not None or self.is_blank

    @property
    def is_blank(self) -> bool:
        """Whether the length is one that tells no months."""
        return self.in_weeks or self.is_several

    def before(self, part: Part, reach: int = 160) -> str:
        """The words of the sentence before a part."""
        start = max(0, part.start - reach)
        words = self.text[start : part.start]
        breaks = list(cues.BREAK_RE.finditer(words))
        return words[breaks[-1].end() :] if breaks else words

    def after(self, part: Part, reach: int = 80) -> str:
        """The words of the sentence after a part."""
        words = self.text[part.end : part.end + reach]
        end = cues.BREAK_RE.search(words)
        return words[: end.start()] if end else words

    def set_years(self, part: Part, before: str) -> None:
        """Takes years of account: a single one after "to" ends the term, one after "from" begins it, else both."""
        if part.years is None:
            return
        self.has_years = True
        single = part.years.first == part.years.last
        if not (single and cues.END_RE.search(before[-25:])):
            self.start = part.years.start
        if not (single and cues.START_RE.search(before[-25:])):
            self.end = part.years.end

    def note(self, part: Part) -> None:
        """Takes what a length leaves open."""
        self.open_count = self.open_count or not part.each
        self.low = self.low or part.low


def begin(text: str, part: Part, *, since: int = 0) -> Phrase | None:
    """The phrase that a part begins, None where it cannot begin one (an age, a deadline).

    `since` is where the phrase before it ends, whose words tell nothing of this one.
    """
    phrase = Phrase(text, [part])
    match part.kind:
        case Kind.LENGTH:
            return _begin_length(phrase, part, since)
        case Kind.SUM:
            return _begin_sum(phrase, part)
        case Kind.DATE:
            return _begin_day(phrase, part)
        case Kind.YEARS:
            phrase.set_years(part, phrase.before(part))
            return phrase


def _begin_length(phrase: Phrase, part: Part, since: int) -> Phrase | None:
    before, after = phrase.before(part, min(160, part.start - since)), phrase.after(part)
    if (is_rejected(before) and not is_former(before, after)) or is_other(after):
        return None
    phrase.note(part)
    phrase.is_extension = bool(
        governors.EXTENSION_RE.match(after)
        or cues.EXTEND_RE.search(before[-70:])
        or cues.FURTHER_RE.search(before[-25:])
    )
    phrase.is_option = cues.LONE_OPTION_RE.search(before) is not None or part.counted
    phrase.is_taken_up = cues.TAKEN_UP_RE.search(before) is not None
    if is_partial(before, after) and not phrase.is_option:
        return None
    if part.several:
        phrase.is_several = True
    elif not part.lengths:
        phrase.in_weeks = True
    elif part.counted or phrase.is_option:
        phrase.options.extend(part.lengths)
    elif cues.MAXIMUM_RE.search(before[-60:]) or cues.MAXIMUM_RE.search(phrase.text[part.start : part.core]):
        phrase.maximum = part.lengths[0]
        phrase.options.extend(part.lengths[1:])
    else:
        phrase.initial = part.lengths[0]
        phrase.options.extend(part.lengths[1:])
    return phrase


def _begin_sum(phrase: Phrase, part: Part) -> Phrase | None:
    before, after = phrase.before(part), phrase.after(part)
    phrase.has_sum = True
    if (
        governors.EXTENSION_RE.match(after)
        or cues.LONE_OPTION_RE.search(before)
        or cues.FURTHER_RE.search(before[-30:])
    ):
        phrase.is_option = True
        phrase.options.extend(part.lengths)
    else:
        phrase.initial, phrase.options = part.lengths[0], list(part.lengths[1:])
    return phrase


def _begin_day(phrase: Phrase, part: Part) -> Phrase | None:
    before = phrase.before(part)
    if cues.END_RE.search(before[-40:]) and not cues.START_RE.search(before[-40:]):
        if governors.DUE_RE.search(before):
            return None
        phrase.last_day = part.date
        phrase.is_extension = cues.EXTEND_RE.search(before[-90:]) is not None
    else:
        phrase.first_day = part.date
    return phrase


def is_other(after: str) -> bool:
    """Whether the words after a length make it an age, a review or a plan."""
    return governors.RIGHT_REJECT_RE.match(after) is not None and governors.HEAD_RE.match(after) is None


def is_partial(before: str, after: str) -> bool:
    """Whether a length is only part of a term: "a rent of £18,000 for the first three years"."""
    if before.casefold().rstrip().endswith("remaining") and governors.REMAINDER_RE.match(after):
        return False
    partial = governors.PARTIAL_RE.search(before, max(0, len(before) - 30))
    if partial is None or governors.EXTENSION_RE.match(after) is not None:
        return False
    # "extend the contract for the final two years": what is left of an option
    return governors.EXTENDS_BY_RE.search(f"{before[: partial.start()]}the ") is None


def is_former(before: str, after: str) -> bool:
    """Whether it is what a contract ran for: "the previous four-year term", against "the previous four years"."""
    return governors.FORMER_RE.search(before) is not None and governors.FORMER_NOUN_RE.match(after) is not None


def is_rejected(before: str) -> bool:
    """Whether the words before a length make it a look back, a deadline, or another period of a contract."""
    return (
        governors.LEFT_REJECT_RE.search(before[-40:]) is not None
        or governors.OTHER_LEFT_RE.search(before[-160:]) is not None
    )
