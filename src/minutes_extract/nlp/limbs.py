"""minutes_limbs: finds the limbs of a resolution, their place in the numbered tree, and what they do.

Reads: item, section (operative), lead_in, truncation.
Writes: limb, act.

    RESOLVED to: (1) approve the award; (2) delegate authority to the Director to: (a) sign; (b) seal
    RESOLVED that the report be noted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import (
    Act,
    ActReading,
    ItemReading,
    Label,
    LimbReading,
    Mention,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.document import BlockKind
from minutes_extract.nlp import acts, inline_lists, leads
from minutes_extract.nlp.deeds import Deed
from minutes_extract.nlp.inline_lists import InlineLabel
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.limb_tree import Limb, place
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.parts import is_stated, is_subheading
from minutes_extract.nlp.passages import Heading, Passage, passages
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.values import numbering

LAST_JOIN_RE = re.compile(r"\b(?:that|to)\s*$", re.IGNORECASE)
# "; and", "." at the end of a limb belong to the list, not to what is resolved.
CLOSING_RE = re.compile(r"(?:[\s.;,”]|[;,]\s*(?:and|or)\b[\s,]*)+$")
# "(1) | That the report be noted": a list set as a table
LABEL_CELL_RE = re.compile(r"(?P<label>\(\w{1,4}\)|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]{1,4}[.)]) \| ")
# "… at £390. Carried 5 for and 1 against."
OUTCOME_RE = re.compile(
    r"\.\s+(?:Carried|Agreed|All (?:were )?in favour|Unanimous(?:ly)?|Passed|Motion (?:was )?(?:[Pp]ass|[Cc]arri)ed"
    r"|All (?:[Cc]ouncillors |[Mm]embers )?(?:were )?agreed)\b"
)
# "… be mended. The Clerk reported": where a sentence ends; not "No. 5", "Cllr. Hale", "St. Mary", "J. Moss", "2. Trees"
SENTENCE_RE = re.compile(
    r"(?<!\b(?i:No|St|Mr|Ms|Dr|Rd|Co))(?<!\b(?i:Nos|Mrs|Rev|Hon|Ref|Ltd|Ave|etc|e\.g|i\.e|p\.m|a\.m))(?<!\b(?i:Cllr))"
    r"(?<!\b(?i:Cllrs))(?<!\b[A-Z])(?<!\b\d)(?<!\b\d\d)[.!?][”’\")]?\s+(?=[“\"(]?[A-Z0-9])"
)
# "(i) the report be noted and (ii) …": inside a sentence a mere "and" divides too
INLINE_CLOSING_RE = re.compile(rf"(?:{CLOSING_RE.pattern[:-1]}|\s(?:and|or)\s*)+$")
LONGEST_LIMB = 700  # letters of a limb without a label that may hold several sentences
# "The Cabinet agreed to delegate …": a second limb below "The Cabinet agreed that …"
AGREED_TO_RE = re.compile(r"\b(?:agreed|resolved|decided)\s+(?:to|that)\b")
# "the Growth Committee approved that:", a limb over others: what it approves is in them
APPROVES_RE = re.compile(r"(?<!\bbe )\bapprove[sd]?(?:\sthat)?\s*:\s*$")
COLON_RE = re.compile(r":\s*[-–—]?\s*$")


@dataclass
class Run:
    """The limbs of one operative section, and the lead-ins over them."""

    leads: list[Stretch]
    limbs: list[Limb] = field(default_factory=list)


def find(doc: Doc) -> list[Mention]:
    """Limbs and acts of every operative section; a resolution that is printed twice counts once."""
    everything = passages(doc)
    found: list[Mention] = []
    for item in read(doc, Label.ITEM):
        seen: list[str] = []
        runs: list[Run] = []
        for section in _operative(doc, item):
            inside = [p for p in everything if p.start < section.end and p.end > section.start]
            run = _run(doc, inside, section)
            words = " ".join(fold(text_of(doc)[limb.start : limb.end]) for limb in run.limbs)
            if not words or any(words in earlier for earlier in seen) or _is_repeated(doc, run, seen):
                continue
            seen.append(words)
            place(run.limbs)
            runs.append(run)
        if isinstance(item.value, ItemReading) and item.value.number is not None:
            _count_singles(runs)
        found += [mention for run in runs for mention in _mentions(doc, run)]
    return found


def _count_singles(runs: Sequence[Run]) -> None:
    """Numbers the decisions of an item that are told one by one, each behind a lead-in of its own."""
    alone = all(len(run.limbs) == 1 and run.limbs[0].path == () for run in runs)
    if alone and len(runs) > 1:
        for number, run in enumerate(runs, start=1):
            run.limbs[0].path = (str(number),)


# "to approve the recommendations", in the minutes of what the decision prints in full
RECOMMENDATIONS_RE = re.compile(r"(?:that\s+)?(?:to\s+)?(?:approve|agree|accept)\s+the\s+recommendations?\b.{0,40}")


def _is_repeated(doc: Doc, run: Run, seen: Sequence[str]) -> bool:
    """Whether the limbs of a run are all told already, some of them by pointing at the recommendations."""
    told = [_bare_words(text_of(doc)[limb.start : limb.end]) for limb in run.limbs]
    pointing = [words for words in told if RECOMMENDATIONS_RE.fullmatch(words)]
    return bool(seen and pointing) and all(words in seen[0] for words in told if words not in pointing)


def _bare_words(words: str) -> str:
    return fold(CLOSING_RE.sub("", words))


def _operative(doc: Doc, item: Mention) -> list[Mention]:
    sections = [m for m in read(doc, Label.SECTION) if item.start <= m.start < item.end]
    return [m for m in sections if isinstance(m.value, SectionReading) and m.value.kind is SectionKind.OPERATIVE]


def _run(doc: Doc, inside: Sequence[Passage], section: Mention) -> Run:
    """The limbs of a section, passage by passage; what is printed between limbs under a heading is left out."""
    introductions = [m for m in read(doc, Label.LEAD_IN) if section.start <= m.start < section.end]
    run = Run([Stretch(m.start, m.end) for m in introductions])
    interrupted = False
    last = ""
    for index, passage in enumerate(inside):
        heading = passage.heading
        if heading is not None and heading.kind is not SectionKind.OPERATIVE and not _minutes(heading):
            interrupted = True  # a reason, up to the next label
        interrupted = interrupted and not (passage.label and passage.heading is None)
        start = None if interrupted else _start(passage, introductions, section.start)
        if start is not None and not ((run.limbs or run.leads) and is_subheading(inside, index, last)):
            _add(run, passage, start)
        last = passage.label or last
    return run


def _minutes(heading: Heading) -> bool:
    """Whether what was decided stands behind a heading on its line: "Minutes: RESOLVED that …"."""
    return heading.kind is SectionKind.DISCUSSION and heading.rest is not None


def _start(passage: Passage, introductions: Sequence[Mention], section: int) -> int | None:
    """Where the words of limbs begin in a passage, behind headings and lead-ins; None where there are none.

    `section`: where the operative part begins; in "8. FOOTPATHS The Council agreed …" behind the title of the item.
    """
    start = max(passage.start, min(section, passage.end))
    if passage.block.kind is BlockKind.TABLE_ROW and not introductions and passage.heading is None:
        border = passage.text.rfind(" | ", 0, 40)  # "131/2023 | The Cabinet agreed …"
        start += border + 3 if border > 0 else 0
    if passage.heading is not None:
        if passage.heading.rest is None:
            return None
        start = passage.heading.rest.start
    for lead in introductions:
        if passage.start <= lead.start and lead.end <= passage.end:
            if not passage.source[lead.end : passage.end].strip(' ."”'):
                return None
            join = LAST_JOIN_RE.search(passage.source[lead.start : lead.end])
            start = lead.start + join.start() if join else lead.end
    return start


def _add(run: Run, passage: Passage, start: int) -> None:
    """Adds the limbs of one passage, or goes on with the last limb."""
    words = passage.source[start : passage.end]
    celled = LABEL_CELL_RE.match(words) if passage.block.kind is BlockKind.TABLE_ROW else None
    celled_label = numbering.parse(celled["label"]) if celled is not None else None
    inline = inline_lists.find(words)
    if celled is not None and celled_label is not None:
        label = Stretch(start, start + celled.end("label"))
        run.limbs.append(Limb(celled_label, label, start + celled.end(), passage.end))
    elif inline:
        preface = Stretch(start, start + inline[0].start)
        if passage.source[preface.start : preface.end].strip():
            run.leads.append(preface)  # "RESOLVED to | approve: I. …"
        run.limbs += _from_inline(inline, words, start)
    elif passage.block.kind is BlockKind.LIST_ITEM and start == passage.start:
        label = Stretch(passage.start, passage.block.label_end)
        numeral = numbering.parse(passage.label.strip())
        opens = COLON_RE.search(passage.text) is not None
        limb = Limb(numeral, label, passage.body_start, passage.end, indent=passage.block.indent, opens=opens)
        run.limbs += _with_nested(limb, passage)
    elif run.limbs and not _is_own(run, passage, words):
        run.limbs[-1].end = passage.end
        run.limbs[-1].opens = run.limbs[-1].opens or COLON_RE.search(words) is not None
    else:
        run.limbs.append(_behind_lead(passage, start))


def _behind_lead(passage: Passage, start: int) -> Limb:
    """The limb that begins on the line of its lead-in, with a label ("RESOLVED to (1) approve …") or without."""
    words = passage.source[start : passage.end]
    join = inline_lists.JOIN_RE.match(words)
    at = start + join.end() if join else start
    rest = passage.source[at : passage.end]
    found = numbering.leading(rest, single_space=start == passage.start)
    if start == passage.start == at and not rest.startswith("1 "):
        found = None  # a line that is no list item may still begin with the one number of its list
    if found is None or found.value.is_bullet:
        return Limb(None, None, start, passage.end, opens=COLON_RE.search(words) is not None)
    return Limb(found.value, Stretch(at + found.start, at + found.end), at + found.end, passage.end)


def _is_own(run: Run, passage: Passage, words: str) -> bool:
    """Whether an unlabelled passage is a limb of its own, not the rest of the one before it."""
    if passage.block.kind is BlockKind.TABLE_ROW or any(limb.numeral for limb in run.limbs):
        return False
    before = passage.source[run.limbs[-1].start : run.limbs[-1].end].rstrip()
    if run.leads and passage.block.gap and before.endswith((";", "; and", "–")):
        return True  # "Agreed –", over paragraphs that lost their bullets
    decided = leads.decider(words) is not None and AGREED_TO_RE.search(words[:200]) is not None
    return decided or is_limb(words) or is_stated(words)


def _from_inline(inline: Sequence[InlineLabel], words: str, start: int) -> Iterator[Limb]:
    """The limbs of a list inside a sentence; `start` is where its words begin in the text."""
    ends = [*(label.start for label in inline[1:]), len(words)]
    for label, end in zip(inline, ends, strict=True):
        opens = words[label.body : end].rstrip().endswith(":")
        at = Stretch(start + label.start, start + label.end)
        yield Limb(label.numeral, at, start + label.body, start + end, inline=True, opens=opens)


def _with_nested(limb: Limb, passage: Passage) -> Iterator[Limb]:
    """A limb of a list, and the limbs that its own sentence lists: "(2) authority be delegated to X to (a) …; (b) …".

    One that has no words of its own, "(3) That (i) …; and (ii) …", keeps its place in the tree and no more.
    """
    words = passage.source[limb.start : limb.end]
    nested = inline_lists.nested(words, limb.numeral)
    if nested:
        above = words[: nested[0].start]
        own = len(above) if inline_lists.JOIN_RE.fullmatch(above) is None else 0
        yield replace(limb, end=limb.start + own, opens=True)
        yield from _from_inline(nested, words, limb.start)
    elif (first := inline_lists.beginning(words, limb.numeral)) is not None:
        yield replace(limb, end=limb.start, opens=True)
        yield from _from_inline([first], words, limb.start)
    else:
        yield limb


def _mentions(doc: Doc, run: Run) -> list[Mention]:
    """The mentions of a run: each limb, and each act in it."""
    found: list[Mention] = []
    over = [text_of(doc)[lead.start : lead.end] for lead in run.leads]
    lent = (
        acts.lent_by(" ".join(words for words in over if not inline_lists.PARTICIPLE_RE.match(words)))
        if run.leads
        else acts.NOTHING
    )
    by_path: dict[tuple[str, ...], Stretch] = {}
    for limb in run.limbs:
        start, end = _words(doc, limb)
        if start >= end:
            continue
        below = len(limb.path) > 1 or () in by_path  # under another limb, or under the words over the whole list
        deeds = acts.find(
            text_of(doc)[start:end], _lent(doc, by_path.get(limb.path[:-1])) if below else lent, below=below
        )
        above = [by_path[limb.path[:depth]] for depth in range(1, len(limb.path)) if limb.path[:depth] in by_path]
        before = [Stretch(lead.start, min(lead.end, start)) for lead in run.leads if lead.start < start]
        reading = LimbReading(
            path=limb.path,
            label=limb.label,
            leads=(*before, *above),
            text=Stretch(start, end),
            inline=limb.inline,
            acts=tuple(deed.act for deed in deeds),
        )
        by_path[limb.path] = Stretch(start, end)
        found.append(Mention(Label.LIMB, limb.label.start if limb.label else start, end, reading))
        found += _act_mentions(text_of(doc), start, deeds)
    return found


def _lent(doc: Doc, above: Stretch | None) -> acts.Lent:
    """What a limb lends to those below it: only approval ("the Growth Committee approved that:")."""
    words = text_of(doc)[above.start : above.end] if above is not None else ""
    return acts.lent_by(words) if APPROVES_RE.search(words) else acts.NOTHING


def _act_mentions(text: str, start: int, deeds: Sequence[Deed]) -> Iterator[Mention]:
    """The words that perform the acts of a limb, brought to the borders of words."""
    for deed in deeds:
        first, last = start + deed.start, start + deed.end
        if first == last or deed.act is Act.OTHER:
            continue
        while last < len(text) and text[last].isalpha() and text[last - 1].isalpha():
            last += 1
        yield Mention(Label.ACT, *_tight(text, first, last), ActReading(deed.act))


def _words(doc: Doc, limb: Limb) -> Stretch:
    """The words of a limb, before the publisher's cut and without the punctuation of the list that it stands in."""
    text = text_of(doc)
    cuts = [m.start for m in read(doc, Label.TRUNCATION) if limb.start <= m.start < limb.end]
    outcome = OUTCOME_RE.search(text, limb.start, limb.end)
    ends = [limb.end, *cuts, *([outcome.start()] if outcome else []), *_sentence_end(text, limb)]
    start, end = _tight(text, limb.start, min(ends))
    while start < end and text[start] in ",;:–— ":
        start += 1
    closing = (INLINE_CLOSING_RE if limb.inline else CLOSING_RE).search(text[max(start, end - 12) : end])
    return Stretch(start, end - len(closing[0]) if closing else end)


def _sentence_end(text: str, limb: Limb) -> Iterator[int]:
    """Where the first sentence ends of a limb without a label that a whole page of minutes seems to belong to."""
    line_end = text.find("\n", limb.start, limb.end)
    end = line_end if line_end >= 0 else limb.end
    sentence = SENTENCE_RE.search(text, limb.start + 1, end) if end - limb.start > LONGEST_LIMB else None
    if sentence is not None and limb.numeral is None:
        yield sentence.start() + 1


def _tight(text: str, start: int, end: int) -> Stretch:
    """A stretch without white space at its ends."""
    words = text[start:end]
    return Stretch(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


@Language.component("minutes_limbs")
def minutes_limbs(doc: Doc) -> Doc:
    """Writes limbs and acts."""
    write(doc, find(doc))
    return doc
