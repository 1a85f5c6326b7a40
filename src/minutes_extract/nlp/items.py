"""minutes_items: divides a document into items of business.

Reads: field.
Writes: item (extent, number, title; what its label lines say; the stage comes later).

    33. Children's homes – contract award - key decision pdf icon PDF 95 KB
    147/14  APOLOGIES FOR ABSENCE
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import ItemReading, Label, Mention, Stage, Stretch
from minutes_extract.nlp import agenda_items, item_heads, page_items
from minutes_extract.nlp.item_heads import FILE_MARK_RE, title_stretch
from minutes_extract.nlp.lexicon import entries, fold
from minutes_extract.nlp.passages import Passage, passages
from minutes_extract.nlp.spans import ledger, write
from minutes_extract.values import boxes

# "13/09/2024 - Title" on pages of an issue's history
DATED_RE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+-\s+")
# "11/11/2020 - Gritting salt ref: 1405    Recommendations Approved": an entry in a register of decisions
ENTRY_RE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+-\s+.+?(?P<mark>\s+ref:\s*\d+\b.{0,80})$", re.IGNORECASE)
# "6 Title PDF 134 KB"
BARE_NUMBER_RE = re.compile(r"\d{1,3}\s+(?=[A-Z])")
# "15/03/2023 - Homes Committee (Item 71.)"
MEETING_ITEM_RE = re.compile(r"\(Item\s+(?P<number>[\w./]+?)\.?\)")
# "… - key decision pdf icon PDF 95 KB"
KEY_RE = re.compile(r"[-–—(]\s*(?P<mark>(?:non[- ])?key decision)\b", re.IGNORECASE)
# "Report of the Corporate Director for Children and Adults and the Corporate Director for Strategy"
REPORT_OF_RE = re.compile(r"(?:joint\s+)?report\s+(?:of|by|from)\s*:?\s+(?:the\s+)?", re.IGNORECASE)
NEXT_POST_RE = re.compile(r",?\s+and\s+the\s+", re.IGNORECASE)
# Label lines with which every notice on a page of several begins.
NOTICE_KEYS = ("reference", "decision_maker", "subject", "meeting")
# Lines at the head of a report that are no title: "25th April 2022", "Agenda Item: 17", "REPORT OF …".
NO_TITLE_RE = re.compile(
    r"(?:\w+\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}$|(?:joint\s+)?report\s+(?:of|by|from)\b|agenda\b",
    re.IGNORECASE,
)
LIMB_RE = re.compile(r"(?:That|To)\s+[a-z]")
# "Signed __________ Dated 7th May 2019", below "Next meeting: 7th May" or "The meeting closed at 9pm"
SIGNED_RE = re.compile(r"(?:signed|chair(?:man|person)?)\b\W*[_.…]{4,}", re.IGNORECASE)
CLOSED_RE = re.compile(
    r"\bnext (?:\w+ )?meeting\b|\bmeeting\b.{0,20}\bclosed?\b|\bno (?:further|other) business\b", re.IGNORECASE
)
LAST_LINES = 8  # among which that stands
HEAD_LINES = 10  # among which a title is looked for
FLAGS = ("key_decision", "exempt", "urgent", "call_in")


def find(doc: Doc) -> list[Mention]:
    """One item of business for each numbered head of a meeting, else one for each notice, report or page."""
    everything = passages(doc)
    if not everything:
        return []
    document = ledger(doc).document
    agenda = document.pack.agenda if document is not None and document.pack is not None else ()
    heads = agenda_items.find(everything, agenda) or item_heads.find(everything)
    starts = [] if heads else page_items.find(everything)
    if starts:
        borders = [*starts, max(_end(everything), starts[-1] + 1)]
        return [_single(everything[one:two]) for one, two in pairwise(borders)]
    if not heads:
        return [_single(notice) for notice in _notices(everything[: _end(everything)])]
    borders = [*(head.index for head in heads), max(_end(everything), heads[-1].index + 1)]
    found = []
    for head, (first, following) in zip(heads, pairwise(borders), strict=True):
        inside = everything[first:following]
        found.append(Mention(Label.ITEM, inside[0].start, inside[-1].end, _reading(inside, head.number, head.title)))
    return found


def _end(everything: Sequence[Passage]) -> int:
    """Where the items of a meeting end: before the line on which its minutes are signed, at the next meeting."""
    for index in range(len(everything) - 1, max(len(everything) - LAST_LINES, 0), -1):
        before = everything[max(index - LAST_LINES, 0) : index]
        if SIGNED_RE.match(everything[index].text) and any(CLOSED_RE.search(passage.text) for passage in before):
            return index
    return len(everything)


def _notices(everything: Sequence[Passage]) -> list[Sequence[Passage]]:
    """A page of several notices, each with the same label lines, divided where the first of them comes again.

    A register of decisions is divided at its entries; what the page says of itself above them is no business.
    """
    entries_at = [at for at, passage in enumerate(everything) if ENTRY_RE.match(passage.text)]
    if entries_at:
        return [everything[one:two] for one, two in pairwise([*entries_at, len(everything)])]
    dated = [at for at, passage in enumerate(everything) if DATED_RE.match(passage.text) and not passage.is_field]
    if len(dated) > 1 and everything[0].text.startswith("Issue"):  # "12/09/2024 - Title": an earlier decision
        return [everything[one:two] for one, two in pairwise([0, *dated[1:], len(everything)])]
    keys = [p.field.key if p.field is not None and p.field.label.start == p.start else "" for p in everything]
    for key in keys:
        starts = [at for at, other in enumerate(keys) if other == key]
        borders = list(pairwise([0, *starts[1:], len(everything)]))
        whole = borders[:-1] if key == "reference" else borders  # the last of a register may be cut short
        told = (len({*keys[one:two]} - {""}) > 1 for one, two in whole)
        if key in NOTICE_KEYS and len(starts) > 1 and all(told):
            return [everything[one:two] for one, two in borders]
    return [everything]


def _single(inside: Sequence[Passage]) -> Mention:
    """The one item of a decision page, a report, or a page about one agenda item."""
    number, title = _subject(inside)
    return Mention(Label.ITEM, inside[0].start, inside[-1].end, _reading(inside, number, title))


def _subject(inside: Sequence[Passage]) -> tuple[Stretch | None, Stretch | None]:
    """Number and title of a page about one thing: its subject field, else its first line that is not the page's own."""
    number: Stretch | None = None
    for passage in inside:
        value = passage.field.value if passage.field is not None else None
        if passage.field is None or value is None:
            continue
        if passage.field.key == "subject":
            return number, title_stretch(passage.source, value.start, value.end)
        if number is None and passage.field.key == "agenda_item":
            number = value
        printed = MEETING_ITEM_RE.search(passage.source[value.start : value.end])
        if number is None and passage.field.key == "meeting" and printed:
            number = Stretch(value.start + printed.start("number"), value.start + printed.end("number"))
    return _first_line(inside, number)


def _first_line(inside: Sequence[Passage], number: Stretch | None) -> tuple[Stretch | None, Stretch | None]:
    """The title on the first line that is not the page's own; a number before it is the item's."""
    chrome = {fold(entry.term) for entry in entries("chrome")}
    for index, passage in enumerate(inside[:HEAD_LINES]):
        if fold(passage.text) in chrome or NO_TITLE_RE.match(passage.text) or (passage.field and passage.field.key):
            continue
        head = item_heads.at(inside, index)
        if head is not None:
            return head.number, head.title
        dated = DATED_RE.match(passage.text)
        start = passage.start + (dated.end() if dated else 0)
        bare = BARE_NUMBER_RE.match(passage.source, start, passage.end)
        if bare and number is None and FILE_MARK_RE.search(passage.text):
            number, start = Stretch(start, start + len(bare[0].rstrip())), bare.end()
        entry = ENTRY_RE.match(passage.text)
        end = passage.start + entry.start("mark") if entry is not None else passage.end
        words = passage.source[start:end]
        ends = (":", ";", ".") if entry is None else (":", ";")
        sentence = LIMB_RE.match(words) is not None or len(words) > 200 or words.rstrip().endswith(ends)
        return number, None if passage.heading or sentence else title_stretch(passage.source, start, end)
    return number, None


def _reading(inside: Sequence[Passage], number: Stretch | None, title: Stretch | None) -> ItemReading:
    """What the label lines and the title of an item say of it."""
    source = inside[0].source
    fields: dict[str, Stretch] = {}
    for passage in inside:
        if passage.field is not None and passage.field.key and passage.field.value is not None:
            fields.setdefault(passage.field.key, passage.field.value)
    evidence = {name: fields[name] for name in FLAGS if name in fields}
    key = _yes_no(source, fields.get("key_decision"))
    line_end = source.find("\n", title.end) if title else -1
    end = line_end if line_end >= 0 else len(source)
    mark = KEY_RE.search(source, title.end, end) if title and key is None else None
    if mark is not None:
        key = not mark["mark"].lower().startswith("non")
        evidence["key_decision"] = Stretch(*mark.span("mark"))
    return ItemReading(
        number=number,
        title=title,
        stage=Stage.NONE,
        decision_maker=fields.get("decision_maker"),
        reference=fields.get("reference"),
        key_decision=key,
        exempt=_yes_no(source, fields.get("exempt")),
        urgent=_yes_no(source, fields.get("urgent")),
        call_in=_yes_no(source, fields.get("call_in")),
        report_of=tuple(_report_of(inside)),
        evidence=tuple(sorted(evidence.items())),
    )


def _yes_no(source: str, value: Stretch | None) -> bool | None:
    """What "Yes" or "No" at the beginning of a value says, or beside its ticked box; None for anything else."""
    printed = source[value.start : value.end] if value is not None else ""
    answer = boxes.ticked(printed)
    words = fold(printed if answer is None else answer)
    if re.match(r"(?:yes|key)\b", words):
        return True
    return False if re.match(r"(?:no|non|open)\b", words) else None


def _report_of(inside: Sequence[Passage]) -> Iterator[Stretch]:
    """The posts whose report an item is, divided where a new one begins with "and the"."""
    for passage in inside[:12]:
        match = REPORT_OF_RE.match(passage.text)
        if match is None or len(passage.text) > 300 or passage.text.rstrip().endswith(";"):
            continue
        begin, end = passage.start + match.end(), passage.start + len(passage.text.rstrip(" ."))
        for border in NEXT_POST_RE.finditer(passage.source, begin, end):
            yield Stretch(begin, border.start())
            begin = border.end()
        if begin < end:
            yield Stretch(begin, end)
        return


@Language.component("minutes_items")
def minutes_items(doc: Doc) -> Doc:
    """Writes items of business."""
    write(doc, find(doc))
    return doc
