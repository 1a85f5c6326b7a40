"""The numbered paragraphs of a meeting's minutes, where no line is a title alone but the numbers run through.

8. FOOTPATHS The warden reported …        2579. Village Hall: The roof …        19.05.03 Apologies
155/20 To note the accounts               9. The accounts were accepted for payment.
R2021-044 A. Hale, B. Webb: That the tender be accepted. Carried.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_extract.annotations import SectionKind, Stretch
from minutes_extract.document import BlockKind
from minutes_extract.nlp.passages import Passage
from minutes_extract.values.dates import MONTHS

# "8. FOOTPATHS", "2579. Village Hall: …", "19.05.03 Apologies", "155/20 To note …", "1.Minutes"; not "12 May", "1.5 km"
NUMBER_RE = re.compile(
    rf"""(?:\*\*)?(?:Item\ )?
        (?: (?P<dated>\d\d\.\d\d\.\d\d)(?=\s+[A-Z])                    # 19.05.03 Apologies
          | (?P<slashed>\d{{1,4}}/\d{{2,4}})[.:]?(?=\s+[A-Z])           # 155/20 To note
          | (?P<moved>[A-Z]\d{{4}}-\d{{1,4}})(?=\s+[A-Z]\.)             # R2021-044 A. Hale, B. Webb:
          | (?P<plain>\d{{1,4}})(?:\*\*)?\.(?:\*\*)?(?=\s*[A-Z])        # 8. FOOTPATHS, 1.Minutes
          | (?P<bare>\d{{1,3}})(?=\s+(?!(?i:{"|".join(MONTHS)}))[A-Z][^.;]{{4,90}}:?$)  # 9 To receive correspondence:
        )\s*""",
    re.VERBOSE,
)
# "A. Hale, B. Webb:" behind the number of a motion
MOVERS_RE = re.compile(r"(?:[A-Z]\.\s?[A-Z][\w’'-]+(?:,\s|\s*(?=:))){1,3}:\s*")
# "Village Hall: The roof …"
COLON_RE = re.compile(r"[A-Z][^.:;]{2,90}(?=\s*:)")
# "FOOTPATHS AND STILES (for information) The warden …"
CAPITALS_RE = re.compile(
    r"(?=[^a-z]*[A-Z]{3})(?:[A-Z0-9&/’'\"“”(][A-Z0-9&/’'\"“”(),.-]*(?:\s+|$)(?:[-–—&]\s+)?)+(?:\([^)]{3,50}\)\s+)?(?=[A-Z0-9a-z(]|$)"
)
# "No apologies", "Approval of the minutes": a sentence that is short and tells nothing
SENTENCE_RE = re.compile(r"[A-Z](?:[^.;•]|(?<=\b[A-Z])\.|(?<=\bCllr)\.){2,100}?(?=(?<!\b[A-Z])\.(?:\s|$)|\s•|$)")
FINITE_RE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|reported|agreed|noted|resolved|said|asked)\b")
# "1. That the road be open at Easter": what is decided or asked for
LIMB_RE = re.compile(r"[“\"]?That\b")
# First lines of minutes and agendas.
MEETING_RE = re.compile(r"\b(?:minutes|agenda|meeting|proceedings)\b", re.IGNORECASE)
HEAD = 12  # blocks in which that stands
FEWEST = 5  # numbers that make a series
LONGEST_STEP = 3
FAR = 80  # heads to look back for the one before
CLOSE = 3  # passages between the points of a list in an item
PLAIN = frozenset({SectionKind.DISCUSSION, SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.FINANCE})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A passage with a number: the number's place, its series, and the title, if there is one."""

    index: int
    number: Stretch
    series: str
    ordinal: int
    title: Stretch | None


def find(everything: Sequence[Passage]) -> list[Numbered]:
    """The longest series of numbered paragraphs in the minutes or the agenda of a meeting; none where it is short."""
    if not any(MEETING_RE.search(passage.text[:300]) for passage in everything[:HEAD]):
        return []
    candidates = list(_outermost(list(_candidates(everything))))
    chain = _longest(candidates)
    if not chain or 2 * chain[0].index > len(everything):
        return []
    untitled = sum(head.title is None for head in chain) * 2 > len(chain)  # the numbered paragraphs of a report
    if chain[0].series == "" and (chain[0].ordinal > 3 or untitled):
        return []
    found = _with_misplaced(chain, candidates)
    sections = sum(_is_section(everything[head.index]) for head in found)
    return found if len(found) >= FEWEST and sections < 2 else []


def _is_section(passage: Passage) -> bool:
    """Whether a numbered line is a section of one decision's form: "4. Reasons for decision"."""
    return passage.heading is not None and passage.heading.kind not in PLAIN


def _candidates(everything: Sequence[Passage]) -> Iterator[Numbered]:
    for index, passage in enumerate(everything):
        match = NUMBER_RE.match(passage.text)
        if match is None or passage.block.kind is BlockKind.TABLE_ROW:
            continue
        if LIMB_RE.match(passage.text, match.end()):
            continue
        kind = match.lastgroup or ""
        words = match[kind]
        number = Stretch(passage.start + match.start(kind), passage.start + match.end(kind))
        series, ordinal = _place(kind, words)
        yield Numbered(index, number, series, ordinal, _title(passage, passage.start + match.end()))


def _place(kind: str, words: str) -> tuple[str, int]:
    """The series of a number and its place in it: "19.05.03" is the third of "19.05"."""
    if kind == "dated":
        return words[:5], int(words[6:])
    if kind == "slashed":
        return words.partition("/")[2] + "/", int(words.partition("/")[0])
    if kind == "moved":
        return words.partition("-")[0], int(words.partition("-")[2])
    return ("#" if len(words) == 4 else ""), int(words)


def _title(passage: Passage, start: int) -> Stretch | None:
    """The title of a numbered paragraph: its capitals, the words before a colon, or all of a short line."""
    source, end = passage.source, passage.end
    if MOVERS_RE.match(source, start, end):
        return None
    for pattern in (CAPITALS_RE, COLON_RE, SENTENCE_RE):
        match = pattern.match(source, start, end)
        words = _trimmed(match[0]) if match is not None else ""
        if pattern is CAPITALS_RE and len(words) < 5 and start + len(words) < end:
            continue  # "NHS Right of Way Plan: …"
        if len(words) > 2 and (pattern is CAPITALS_RE or not FINITE_RE.search(words)):
            return Stretch(start, start + len(words))
    return None


def _trimmed(words: str) -> str:
    """Capitals without the article or the label of the text behind them: "FOOTPATHS A", "FOOTPATHS 1."."""
    words = words.rstrip()
    words = re.sub(r"(?:\s+(?:[A-Z]|[A-Z]\.|[ivx]+\.|\d{1,2}\.))+$", "", words) if " " in words else words
    return words.rstrip(" .:*–-")


def _outermost(found: Sequence[Numbered]) -> Iterator[Numbered]:
    """Without the points of a list inside an item, which begin again at 1 and stand close together."""
    begun: set[str] = set()
    last: Numbered | None = None  # of the list inside
    for head in found:
        inner = last is not None and head.series == last.series
        if inner and last is not None and head.ordinal == last.ordinal + 1 and head.index - last.index <= CLOSE:
            last = head
            continue
        if head.ordinal == 1 and head.series == "" and head.series in begun:
            last = head
            continue
        last = None
        begun.add(head.series)
        yield head


def _longest(candidates: Sequence[Numbered]) -> list[Numbered]:
    """The longest run of one series whose numbers go up in small steps; of two the one with more titles."""
    chains: list[tuple[float, list[Numbered]]] = []
    for head in candidates:
        best: tuple[float, list[Numbered]] = (0.0, [])
        for weight, earlier in chains[-FAR:]:
            step = head.ordinal - earlier[-1].ordinal
            if earlier[-1].series == head.series and 0 < step <= LONGEST_STEP and weight > best[0]:
                best = (weight, earlier)
        own = 1.0 + (0.2 if head.title is not None else 0.0)
        chains.append((best[0] + own, [*best[1], head]))
    return max(chains, key=lambda chain: chain[0], default=(0.0, []))[1]


def _with_misplaced(chain: Sequence[Numbered], candidates: Sequence[Numbered]) -> list[Numbered]:
    """The series with items that were taken out of their order: 9, 12, 10, 11, 13."""
    present = {head.ordinal for head in chain}
    missing = [
        head
        for head in candidates
        if head.series == chain[0].series
        and head.title
        and head.ordinal not in present
        and head.ordinal < chain[-1].ordinal
    ]
    once = [head for head in missing if sum(other.ordinal == head.ordinal for other in missing) == 1]
    return sorted([*chain, *once], key=lambda head: head.index)
