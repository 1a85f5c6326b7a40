"""What the rules read: a document with its records, and the sentences that its amounts stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from minutes_extract.annotations import Stretch
from minutes_extract.checking.intervals import Bound, Figure
from minutes_extract.document import BlockKind, Document
from minutes_extract.records.amount import Amount
from minutes_extract.records.base import Evidence
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.term import Term
from minutes_extract.values.money import Qualifier

# Where a sentence ends: a stop before a capital, a line feed. Not the stop of "approx. £5,000" or "No. 7".
SENTENCE_END_RE = re.compile(r"(?<!\bc)(?<!\bapprox)(?<!\bNo)(?<!\bi\.e)(?<!\be\.g)[.?!]\s+(?=[A-Z(“\"'£])|\n")

BOUNDS = {
    Qualifier.EXACT: Bound.EXACT,
    Qualifier.UP_TO: Bound.AT_MOST,
    Qualifier.AT_LEAST: Bound.AT_LEAST,
    Qualifier.APPROXIMATELY: Bound.ABOUT,
}
# "the maximum contracts value is £1,681,000 (or more, depending on …)": a reservation that the amount does not carry
OPEN_RE = re.compile(r"\s*\(?\s*or\s+more\b", re.IGNORECASE)
# What may stand between the words that tie an amount and the amount itself.
CUE = (
    r"(?: (?: up\s+to | a\s+maximum\s+of | a\s+max(?:imum)?\s+of | not\s+(?:more\s+than|exceeding|to\s+exceed)"
    r" | no\s+more\s+than | approximately | approx\.? | around | about | circa | c\.? | some | an\s+estimated"
    r" | over | at\s+least | just\s+(?:over|under) | exactly )\s* )?+"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount that has a value, as a figure in its place. `index` is its place in the item's `amounts`."""

    index: int
    amount: Amount
    figure: Figure

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.amount.evidence.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.amount.evidence.end

    @property
    def place(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.start, self.end)

    @property
    def is_single(self) -> bool:
        """Whether it is paid once, and not per year or head."""
        return self.amount.per is None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its sums and terms, in order."""

    item: ItemRecord
    text: str  # of the whole document
    start: int
    end: int
    sums: tuple[Sum, ...]
    terms: tuple[Term, ...]
    in_table: bool

    @property
    def words(self) -> str:
        """The words of the sentence."""
        return self.text[self.start : self.end]

    def gap(self, place: int) -> str:
        """The words between a sum and the next one."""
        return self.text[self.sums[place].end : self.sums[place + 1].start]

    def before(self, place: int) -> str:
        """The words before a sum, from the one before it or the beginning of the sentence."""
        return self.text[self.sums[place - 1].end if place else self.start : self.sums[place].start]

    def after(self, place: int) -> str:
        """The words behind a sum, to the next one or the end of the sentence."""
        last = place + 1 == len(self.sums)
        return self.text[self.sums[place].end : self.end if last else self.sums[place + 1].start]


class Case:
    """A document with its records, ready to be checked."""

    def __init__(self, document: Document, head: DocumentRecord, items: Sequence[ItemRecord]) -> None:
        self.document, self.head, self.items = document, head, tuple(items)
        self.text = document.text
        self._ends = [match.end() for match in SENTENCE_END_RE.finditer(self.text)]
        self._blocks = [block.start for block in document.blocks]
        self._page_starts = [page.start for page in document.pages]
        self._extents = [(*_extent(item), item) for item in self.items]

    def evidence(self, place: Stretch) -> Evidence:
        """A stretch as evidence, with its page."""
        words = self.text[place.start : place.end]
        return Evidence(start=place.start, end=place.end, text=words, page=self._page(place.start))

    def _page(self, offset: int) -> int | None:
        place = bisect_right(self._page_starts, offset) - 1
        pages = self.document.pages
        return pages[place].number if place >= 0 and offset <= pages[place].end else None

    def sentences(self, item: ItemRecord) -> Iterator[Sentence]:
        """The sentences of an item that amounts stand in, in order."""
        sums: dict[int, list[Sum]] = {}
        for index, amount in enumerate(item.amounts):
            figure = figure_of(amount, self.text)
            if figure is not None:
                sums.setdefault(self._sentence(amount.evidence.start), []).append(Sum(index, amount, figure))
        terms: dict[int, list[Term]] = {}
        for term in item.terms:
            terms.setdefault(self._sentence(term.evidence.start), []).append(term)
        for number, own in sorted(sums.items()):
            start = self._ends[number - 1] if number else 0
            end = self._ends[number] if number < len(self._ends) else len(self.text)
            told = tuple(terms.get(number, ()))
            yield Sentence(item, self.text, start, end, tuple(own), told, self._in_table(own[0].start))

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._ends, offset)

    def _in_table(self, offset: int) -> bool:
        place = bisect_right(self._blocks, offset) - 1
        return place >= 0 and self.document.blocks[place].kind is BlockKind.TABLE_ROW

    def item_at(self, offset: int) -> ItemRecord | None:
        """The item that a place stands in: the only one of the document, or the one that says something around it."""
        if len(self.items) == 1:
            return self.items[0]
        around = [(end - start, k) for k, (start, end, _) in enumerate(self._extents) if start <= offset <= end]
        return self.items[min(around)[1]] if around else None

    @property
    def is_cut(self) -> bool:
        """Whether text is known to be missing: cut by the publisher, or pages that are not there."""
        whole = self.head.completeness
        return bool(whole.truncations or whole.pages_missing)


# "a total of £90,000 with on-costs", "… after a rent-free first period"
HELD_RE = re.compile(
    r"\s*(?:with|after|before|including|inclusive|excluding|exclusive|plus|less|net|subject|already|from|which\s+includes)\b",
    re.IGNORECASE,
)


def is_open_total(sentence: Sentence, stated: Sum) -> bool:
    """Whether the words behind a total say that more is in it, or less, than the operands before it."""
    return HELD_RE.match(sentence.text, stated.end, sentence.end) is not None


def _extent(item: ItemRecord) -> tuple[int, int]:
    """The stretch from the first to the last words that an item quotes."""
    parts = (item.sections, item.amounts, item.terms, item.resolutions, item.advice, item.unclaimed)
    quoted = [part if isinstance(part, Evidence) else part.evidence for kind in parts for part in kind]
    return min((e.start for e in quoted), default=0), max((e.end for e in quoted), default=0)


def figure_of(amount: Amount, text: str) -> Figure | None:
    """An amount as a figure; None for a range."""
    if amount.value is None or amount.qualifier not in BOUNDS:
        return None
    bound = BOUNDS[amount.qualifier]
    if OPEN_RE.match(text, amount.evidence.end):
        bound = Bound.AT_LEAST
    return Figure(Fraction(amount.value), Fraction(amount.precision), bound)


def place_of(evidence: Evidence) -> Stretch:
    """The stretch that evidence quotes."""
    return Stretch(evidence.start, evidence.end)
