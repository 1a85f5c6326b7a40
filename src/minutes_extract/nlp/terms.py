"""minutes_terms: finds what contracts, leases, grants, funding and appointments run for, and their options.

Reads: field, item, section (operative), limb.
Writes: term.

    for three years from 1 June 2022, with provision to extend for two further years
    Contract Duration | 12 months
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import (
    FieldReading,
    ItemReading,
    Label,
    LimbReading,
    Mention,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp import term_forms
from minutes_extract.nlp.extents import Extents
from minutes_extract.nlp.spans import ledger, read, text_of, write
from minutes_extract.values import terms
from minutes_extract.values.term_cues import BREAK_RE
from minutes_extract.values.terms import Term, TermForm

# A date that a line breaks, "starting 1st May" and then "2006, with an option", "the 1st" and then "May 2006": what
# begins the next line looks like the number or the first word of a new paragraph.
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
BROKEN_DATE_RE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)\n{_MONTH}|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\n(?:19|20)\d\d\b(?![/-]\d)"
)
# "for the one year period": the article points back.
BACK_RE = re.compile(r"\b(?:the|this|that|these|those)\b", re.IGNORECASE)
# "at 2022/23 prices" and then "(and subject to tariffs) ...": a bracket that begins a line is no label
BROKEN_ASIDE_RE = re.compile(r"[\w%]\n\((?:and|but|or|as|with|if|which|where|subject|including|excluding|plus)\s")
# So many rows may stand between a decision and the dates of what it decides.
FARTHEST = 8

# Label lines that name a paper; a term in a title is told again below it.
TITLE_KEYS = frozenset({"subject", "title", "item"})


def find(doc: Doc) -> list[Mention]:
    """Terms, block by block and form by form; a term restated in one limb is listed once."""
    text = text_of(doc)
    blocks, limbs = _mended(text, ledger(doc).blocks, read(doc, Label.LIMB))
    titles, decisions = Extents(_titles(doc)), Extents(_decisions(doc))
    found, rows = term_forms.find(text, blocks)
    mentions = [Mention(Label.TERM, term.start, term.end, term.value) for term in found]
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING or number in rows:
            continue
        for start, end in _pieces(block, limbs):
            governed = decisions.overlaps(start, end)
            mentions += [
                Mention(Label.TERM, start + term.start, start + term.end, term.value)
                for term in terms.find(text[start:end], governed=governed)
                if governed or not titles.overlaps(start + term.start, start + term.end)
            ]
    mentions.sort(key=lambda mention: mention.start)
    return list(_once(text, _dated(mentions, blocks), limbs))


def _mended(text: str, blocks: Sequence[Block], limbs: Sequence[Mention]) -> tuple[Sequence[Block], Sequence[Mention]]:
    """The blocks and limbs, those made one that a date breaks: "starting 1st May" and "2006, with an option"."""
    mended: list[Block] = []
    longer: dict[int, int] = {}
    for block in blocks:
        is_next = block.kind is BlockKind.PARAGRAPH and mended and block.start == mended[-1].end + 1
        if is_next and _is_broken(text, block):
            longer[mended[-1].end] = block.end
            mended[-1] = replace(mended[-1], end=block.end)
        else:
            mended.append(block)
    return mended, [replace(limb, end=longer.get(limb.end, limb.end)) for limb in limbs] if longer else limbs


def _is_broken(text: str, block: Block) -> bool:
    """Whether a block goes on with the sentence of the block before it: inside a date, or with an aside in brackets."""
    start, end = max(0, block.start - 24), min(block.end, block.start + 24)
    return bool(BROKEN_DATE_RE.search(text, start, end - 12) or BROKEN_ASIDE_RE.search(text, start, end))


def _dated(mentions: Sequence[Mention], blocks: Sequence[Block]) -> list[Mention]:
    """The terms, one whose length a decision prints made one with its days in a row below, where they agree."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if last is not None and (term := _agreed(last.value, mention.value)) is not None:
            rows = [bisect_right(blocks, place, key=_block_start) for place in (last.start, mention.start)]
            if 0 < rows[1] - rows[0] <= FARTHEST and blocks[rows[1] - 1].kind in (BlockKind.TABLE_ROW, BlockKind.FIELD):
                kept[-1] = replace(last, value=term)
                continue
        kept.append(mention)
    return kept


def _agreed(length: object, days: object) -> Term | None:
    """A term with its days, where a length and two days by themselves say the same of it."""
    if not isinstance(length, Term) or not isinstance(days, Term) or length.start or length.end:
        return None
    if days.form is not TermForm.DATES or not days.start or not days.end or days.initial_months:
        return None
    if length.initial_months is None or terms.last_day(days.start, length.initial_months) != days.end:
        return None
    return terms.complete(replace(terms.stated(length), start=days.start, end=days.end))


def _block_start(block: Block) -> int:
    return block.start


def _titles(doc: Doc) -> list[Stretch]:
    titles = [m.value.title for m in read(doc, Label.ITEM) if isinstance(m.value, ItemReading) and m.value.title]
    lines = [m.value for m in read(doc, Label.FIELD) if isinstance(m.value, FieldReading) and m.value.key in TITLE_KEYS]
    return titles + [line.value for line in lines if line.value is not None]


def _decisions(doc: Doc) -> list[Stretch]:
    """Where the text decides: limbs, and operative sections (a form below them has none)."""
    sections = [
        Stretch(m.start, m.end)
        for m in read(doc, Label.SECTION)
        if isinstance(m.value, SectionReading) and m.value.kind is SectionKind.OPERATIVE
    ]
    return [Stretch(m.start, m.end) for m in read(doc, Label.LIMB)] + sections


def _pieces(block: Block, limbs: Sequence[Mention]) -> Iterable[Stretch]:
    """The body of a block, cut where a limb begins inside it: "to (i) let it for a year; and (ii) ..."."""
    start = block.label_end if block.kind is BlockKind.FIELD else block.body_start
    first, last = bisect_right(limbs, start, key=_begin), bisect_left(limbs, block.end, key=_begin)
    cuts = sorted({limb.start for limb in limbs[first:last]})
    for piece in (Stretch(*ends) for ends in zip([start, *cuts], [*cuts, block.end], strict=True)):
        if piece.start < piece.end:
            yield piece


def _begin(limb: Mention) -> int:
    return limb.start


def _once(text: str, mentions: Sequence[Mention], limbs: Sequence[Mention]) -> Iterable[Mention]:
    """Leaves out what restates an earlier term of the same limb; of an unnumbered limb, of the same sentence.

    Outside limbs only what points back within its sentence: "extend it for a year, and tender within the one year".
    """
    kept: list[Mention] = []
    last: Mention | None = None
    for mention in mentions:
        number = bisect_right(limbs, mention.start, key=_begin) - 1
        limb = limbs[number] if number >= 0 and mention.end <= limbs[number].end else None
        if limb is not None:
            kept = [other for other in kept if other.start >= limb.start]
            if any(_restates(text, mention, other, limb) for other in kept):
                continue
            kept.append(mention)
        elif last is not None and _points_back(text, mention, last):
            continue
        last = mention
        yield mention


def _points_back(text: str, mention: Mention, other: Mention) -> bool:
    """Whether "the one year period" tells once more, in one sentence, what the term before it told."""
    printed = BACK_RE.search(text, mention.start, mention.end)
    is_near = "\n" not in text[other.end : mention.start]
    return is_near and printed is not None and _restates(text, mention, other, None)


def _restates(text: str, mention: Mention, other: Mention, limb: Mention | None) -> bool:
    if not isinstance(mention.value, Term) or not isinstance(other.value, Term):
        return False
    is_numbered = limb is not None and isinstance(limb.value, LimbReading) and bool(limb.value.path)
    if not is_numbered and BREAK_RE.search(text, other.end, mention.start):
        return False
    return _adds_nothing(mention.value, other.value)


def _adds_nothing(term: Term, other: Term) -> bool:
    """Whether the same lengths are printed, and no day that the other has not."""
    lengths, days = _lengths(term), (term.start, term.end)
    if lengths == _lengths(other) and days == (None, None) and any(lengths):
        return True
    if days == (None, None) and not term.option_months and other.option_months:
        # "for 3+1+1 years, at £6m over the five year period"
        return term.maximum_months in (other.initial_months, other.maximum_months)
    return lengths == _lengths(other) and days == (other.start, other.end)


def _lengths(term: Term) -> tuple[int | None, tuple[int, ...], int | None]:
    """The lengths of a term; a lone one is told alike as a first length, as an option ("extend by a year") or most."""
    if term.initial_months is not None or (term.option_months and term.maximum_months):
        return term.initial_months, term.option_months, term.maximum_months
    if len(term.option_months) > 1:
        return None, term.option_months, None
    alone = term.option_months[0] if term.option_months else term.maximum_months
    return alone, (), alone


class MinutesTerms:
    """The component."""

    def __call__(self, doc: Doc) -> Doc:
        """Writes terms."""
        write(doc, find(doc))
        return doc


@Language.factory("minutes_terms")
def create_terms(nlp: Language, name: str) -> MinutesTerms:
    """Makes the component."""
    return MinutesTerms()
