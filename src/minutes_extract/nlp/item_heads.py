"""The numbered heads of a meeting's items, and the series that they make.

33. Children's homes – contract award - key decision pdf icon PDF 95 KB
147/14  APOLOGIES FOR ABSENCE            EX.152/24 (title on the next line)            CAB 44
3. Hedges: 049/18 – two quotes were to hand …          PLA31/14 Planning Application. The officer …
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_extract.annotations import SectionKind, Stretch
from minutes_extract.document import BlockKind
from minutes_extract.nlp import minute_heads
from minutes_extract.nlp.lexicon import codes, fold
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.passages import Passage
from minutes_extract.values import numbering
from minutes_extract.values.numbering import Style

NUMBER_RE = re.compile(
    r"""(?: (?:Agenda\ )?(?:Item|ITEM)\ (?:No\.?\ )? | Minute\ (?:No\.?\ )? )?
        (?P<number>
            \(\d{1,4}\)                                                               # (199)
          | [A-Z][A-Za-z]{0,5}[.\s]{0,2}\d{1,3}(?:\.\d{1,2}\.\d{2,4})?/\d{1,4}         # PLA146/14, Cab.17.4.2024/6
          | [A-Z]{2,5}\.\d{1,4}(?=\.?\s)                                             # CAB.119. Title
          | [A-Z]{1,5}/\d{2,4}/\d{1,4}                                               # OD/18/147
          | \d{1,4}/\d{2,4}(?:/\d{1,3})?                                              # 147/14
          | [A-Z]{2,4}\s?\d{3,5}(?=\s*$)                                             # MD113, MA 3107
          | \d{1,3}(?:\.\d{1,2})?[a-z]?                                               # 33, 5.1, 6a
          | [A-Z]{2,4}[\s/]\d{1,4}(?=\s*$)                                            # CAB 44, PC/47
          | [A-Z]{1,3}\s?\d{1,4}(?=\.?\s+[A-Z]{2})                                  # C11 MINUTES, LG12. GRANTS
          | [IVX]{1,6}(?=\.?\s+[A-Z]{2})                                              # IV TENDERS
        )
        [.):]?(?=\s|$)""",
    re.VERBOSE,
)
# References of single decisions in a schedule of them: mayoral (MD), director (DD), police and crime (PCD) decisions.
DECISION_REF_RE = re.compile(r"[A-Z]{2,4}\s?\d{3,5}|[A-Z]{1,5}/\d{2,4}/\d{1,4}")
# "P101/24 3. GRASS CUTTING": a second number behind the first
SECOND_RE = re.compile(r"\s+\d{1,2}[.)]\s+(?=[A-Z])")
# A title that the text runs on from: "3. Hedges: two quotes …", "PLA31/14 Two flats. The officer …"
RUN_IN_RE = re.compile(r"[A-Z][^.:;]{2,60}(?=:\s)")
SENTENCE_RE = re.compile(r"[A-Z][^.:;]{2,120}(?=\.\s+[A-Z])")
# "pdf icon PDF 433 KB", "PDF 134 KB"; "- key decision": what stands behind a title on a web page.
FILE_MARK_RE = re.compile(r"\s*(?:pdf icon\s*)?\b(?:PDF|DOCX?|XLSX?)\s+\d[\d.,]*\s*[KM]B\b.*$", re.IGNORECASE)
# "(Pages 37 - 42)": where the agenda of a pack says that the paper stands.
PAGES_RE = re.compile(r"\s*\(Pages? \d{1,4}(?:\s*[-–—]\s*\d{1,4})?\)\s*$", re.IGNORECASE)
KEY_MARK_RE = re.compile(r"\s*[-–—(]\s*(?P<mark>non[- ]key decision|key decision)\)?\s*$", re.IGNORECASE)
# What a title does not hold: "The draft evaluation was noted."
FINITE_RE = re.compile(r"\b(?:was|were|be|is|are|has|have|had|will)\b")
# "MINUTES OF PROCEEDINGS AT THE MEETING OF"
PAGE_HEAD_RE = re.compile(r"MINUTES OF\b")
# "9. Minutes", "3. Declarations of interest": headings that are titles of items too.
PLAIN_TITLES = frozenset({SectionKind.DISCUSSION, SectionKind.OTHER})
# The heading above the items of a meeting, whatever label lines its cover has.
AGENDA_RE = re.compile(r"(?:\W*agenda\W*|a g e n d a)", re.IGNORECASE)
# Label lines that only a page about one decision or report has before its first number.
ONE_DECISION = frozenset({"decision_maker", "decision_status", "call_in", "subject", "meeting"})
# Labels of forms that are titles at a meeting: "2. Declarations of interest".
MEETING_KEYS = frozenset({"interests", "apologies", "present"})
LONGEST_TITLE = 220
LONGEST_STEP = 3  # items that may be missing in a row
FAR = 60  # heads to look back for the one before


@dataclass(frozen=True, slots=True)
class Head:
    """A passage that may begin an item: its number, its title, and its place in its series.

    `runs_on`: the text of the item goes on behind the title on the same line.
    """

    index: int
    number: Stretch
    title: Stretch | None
    series: str
    ordinal: float
    runs_on: bool = False


def find(everything: Sequence[Passage]) -> list[Head]:
    """The numbered heads that run through a meeting; none where the document is one decision or one report."""
    candidates = [head for index in range(len(everything)) if (head := at(everything, index)) is not None]
    strict = [] if _is_one_decision(everything, candidates) else _titled(everything, candidates)
    series = [] if _has_labels(everything, candidates) else minute_heads.find(everything)
    known = {head.index: head for head in strict}
    inside = sum(numbered.index in known for numbered in series)
    around = bool(strict and series) and series[0].index <= strict[0].index and series[-1].index >= strict[-1].index
    if len(series) <= len(strict) or not (around or inside * 4 >= len(strict) * 3):
        return strict
    return [known.get(numbered.index) or _of_series(numbered) for numbered in series]


def _of_series(numbered: minute_heads.Numbered) -> Head:
    return Head(numbered.index, numbered.number, numbered.title, numbered.series, numbered.ordinal, runs_on=True)


def _titled(everything: Sequence[Passage], candidates: Sequence[Head]) -> list[Head]:
    """The longest series of heads that are titles, beside their numbers or above them."""
    chain = _chain(candidates) if len(candidates) > 1 else []
    if len(chain) < 2:
        chain = _chain([_year_first(head, everything) for head in candidates])
    headed = _chain(list(_under_headings(everything)))
    if len(headed) > max(len(chain), 1):
        return headed
    apart = sum(two.index - one.index > 1 or one.runs_on for one, two in pairwise(chain))
    return chain if len(chain) >= 2 and apart * 2 >= len(chain) - 1 else []


def _year_first(head: Head, everything: Sequence[Passage]) -> Head:
    """A head whose reference begins with the year: "23/81", "23/82"."""
    source = everything[head.index].source
    reference = re.fullmatch(r"(\d\d)/(\d{1,3})", source[head.number.start : head.number.end])
    return replace(head, series=f"{reference[1]}/", ordinal=int(reference[2])) if reference else head


def _under_headings(everything: Sequence[Passage]) -> Iterator[Head]:
    """Heads of minutes whose numbers stand below their titles: "PARKING IN KIRK WYND" over "5. The Committee had …"."""
    for index, (above, passage) in enumerate(pairwise(everything)):
        number = re.fullmatch(r"(\d{1,3})\.?", passage.label)
        capitals = above.block.kind is BlockKind.HEADING and above.text.isupper() and above.heading is None
        if number is not None and capitals and len(passage.body) > 60:
            label = Stretch(passage.start, passage.start + len(number[1]))
            title = title_stretch(above.source, above.start, above.end)
            yield Head(index, label, title, "", int(number[1]))


def at(everything: Sequence[Passage], index: int) -> Head | None:
    """The head that a passage may be: a number and, beside it or on the next line, a title."""
    passage = everything[index]
    match = NUMBER_RE.match(passage.text) if _may_head(passage) else None
    if match is None:
        return None
    number = Stretch(passage.start + match.start("number"), passage.start + match.end("number"))
    series, ordinal = place(match["number"])
    if DECISION_REF_RE.fullmatch(passage.text.strip()) and _opens_entry(everything, index):
        return Head(index, number, None, series, ordinal)
    second = SECOND_RE.match(passage.text, match.end())
    start = passage.start + (second.end() if second else match.end())
    start += len(passage.source[start : passage.end]) - len(passage.source[start : passage.end].lstrip(" \t\n-–—"))
    run_in = _run_in(passage, start, match["number"])
    if run_in is not None:
        return Head(index, number, run_in, series, ordinal, runs_on=True)
    title = title_stretch(passage.source, start, passage.end) or _next_line(everything, index)
    if title is None:
        return None
    words = passage.source[title.start : title.end]
    stop = passage.source[title.end : title.end + 1] == "."
    line_end = passage.source.find("\n", title.end)
    marked = FILE_MARK_RE.search(passage.source, title.start, line_end if line_end >= 0 else len(passage.source))
    titled = marked is not None or _is_title(words, passage, stop=stop, referenced="/" in match["number"])
    return Head(index, number, title, series, ordinal) if titled else None


def _opens_entry(everything: Sequence[Passage], index: int) -> bool:
    """Whether what was decided follows a reference at once, as in a schedule of decisions."""
    following = everything[index + 1] if index + 1 < len(everything) else None
    return following is not None and (bool(following.label) or following.text.startswith("1 "))


def _may_head(passage: Passage) -> bool:
    named = bool(passage.label) and passage.field is not None and passage.field.key in MEETING_KEYS
    if (passage.is_field and not named) or passage.numbered:
        return False
    return passage.heading is None or passage.heading.kind in PLAIN_TITLES


def _run_in(passage: Passage, start: int, number: str) -> Stretch | None:
    """The title that the text of an item runs on from, if it does."""
    found = None
    if passage.block.kind is BlockKind.LIST_ITEM or "/" in number:
        found = RUN_IN_RE.match(passage.source, start, passage.end)
    if found is None and "/" in number:
        found = SENTENCE_RE.match(passage.source, start, passage.end)
    return Stretch(start, found.end()) if found is not None and not is_limb(found[0]) else None


def _next_line(everything: Sequence[Passage], index: int) -> Stretch | None:
    """The title of a number that stands alone on its line."""
    if index + 1 >= len(everything):
        return None
    following = everything[index + 1]
    if following.block.kind is BlockKind.LIST_ITEM or following.heading is not None or following.is_field:
        return None
    if PAGE_HEAD_RE.match(following.text):
        return None  # "1" is the number of the page
    return title_stretch(following.source, following.start, following.end)


def title_stretch(source: str, start: int, end: int) -> Stretch | None:
    """A title without file marks, "- key decision" and a closing stop."""
    words = KEY_MARK_RE.sub("", PAGES_RE.sub("", FILE_MARK_RE.sub("", source[start:end]))).rstrip(" .|")
    return Stretch(start, start + len(words)) if words.strip() else None


def _is_title(words: str, passage: Passage, *, stop: bool, referenced: bool) -> bool:
    """Whether words read as the title of an item and not as a sentence or a limb.

    `stop`: a full stop follows. `referenced`: the number is a minute reference, behind which "Finance" is a title too.
    """
    if len(words) > LONGEST_TITLE or words.endswith((";", ",", ":", " and", " or", " the", " of")):
        return False
    if words[:1].islower() or words[:1] in "£0123456789(":
        return False
    if not referenced and codes("headings").get(fold(words), "other") not in ("other", "discussion"):
        return False
    if FILE_MARK_RE.search(passage.text):
        return True
    if stop and (len(words) > 60 or FINITE_RE.search(words)):
        return False
    return _is_capitalised(words) or passage.block.kind is BlockKind.HEADING or not is_limb(words)


def _is_capitalised(words: str) -> bool:
    """Whether most long words of a line begin with a capital, as in titles."""
    longer = re.findall(r"[A-Za-z]{4,}", words)
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) / len(longer) >= 0.6


def place(number: str) -> tuple[str, float]:
    """The series of a number and its place in it.

    >>> place("EX.152/24"), place("33"), place("6a")[1] > place("6")[1], place("4.0"), place("IV"), place("24/031")
    (('EX./24', 152), ('', 33), True, ('#.0', 4), ('roman', 4), ('24/', 31))
    """
    if re.fullmatch(r"[IVX]+", number):
        roman = numbering.parse(f"{number}.")
        ordinals = [r.ordinal for r in roman.readings if r.style is Style.UPPER_ROMAN] if roman else []
        return ("roman", ordinals[0] if ordinals else 0)
    dotted = re.fullmatch(r"(\d{1,3})\.(\d{1,2})", number)
    if dotted:
        return ("#.0", int(dotted[1])) if dotted[2] == "0" else (f"{dotted[1]}.", int(dotted[2]))
    lettered = re.fullmatch(r"(\d{1,3})([a-z])", number)
    if lettered:
        return ("", int(lettered[1]) + (ord(lettered[2]) - 96) / 27)
    dated = re.fullmatch(r"([A-Za-z]+\.?\s?\d{1,2}\.\d{1,2}\.\d{2,4}/)(\d+)", number)
    if dated:  # "Cab.17.4.2024/6"
        return (dated[1], int(dated[2]))
    year_first = re.fullmatch(r"(\D*\d{2}/)(\d{3})", number) or re.fullmatch(r"([A-Z]+/\d{2,4}/)(\d+)", number)
    if year_first:
        return (year_first[1], int(year_first[2]))
    counted = re.search(r"\d+(?=/\d{1,4}$)|\d+", number)
    if counted is None:
        return (number, 0)
    return (number[: counted.start()].strip("( ") + number[counted.end() :].strip(") "), int(counted[0]))


def _has_labels(everything: Sequence[Passage], candidates: Sequence[Head]) -> bool:
    """Whether label lines above the first number show one decision or report, not a meeting."""
    above = everything[: candidates[0].index if candidates else len(everything)]
    if any(AGENDA_RE.fullmatch(p.text) for p in above):
        return False
    return any(p.field is not None and p.field.key in ONE_DECISION for p in above)


def _is_one_decision(everything: Sequence[Passage], candidates: Sequence[Head]) -> bool:
    """Whether label lines or numbered section headings show one decision or report, not a meeting."""
    if any(AGENDA_RE.fullmatch(p.text) for p in everything[: candidates[0].index if candidates else len(everything)]):
        return False
    if _has_labels(everything, candidates):
        return not _each_decides(everything, candidates)
    headed = [p for p in everything if p.heading is not None and p.heading.kind not in PLAIN_TITLES]
    return sum(p.numbered for p in everything) + sum(p.text[:1].isdigit() for p in headed if not p.numbered) >= 2


def _each_decides(everything: Sequence[Passage], candidates: Sequence[Head]) -> bool:
    """Whether "Decision:" stands under two heads at least: the decisions of one meeting, published together."""
    below = [everything[head.index + 1].heading for head in candidates if head.index + 1 < len(everything)]
    return sum(heading is not None and heading.kind is SectionKind.OPERATIVE for heading in below) >= 2


def _chain(candidates: Sequence[Head]) -> list[Head]:
    """The longest run of heads of one series whose numbers go up in small steps.

    In a schedule of decisions, which all bear a named reference, a number may stay.
    """
    chains: list[list[Head]] = []
    for head in candidates:
        chain = [head]
        for earlier in chains[-FAR:]:
            step = head.ordinal - earlier[-1].ordinal
            named = head.title is None
            goes_on = earlier[-1].series == head.series and (0 < step <= LONGEST_STEP or (named and step >= 0))
            if goes_on and len(earlier) >= len(chain):
                chain = [*earlier, head]
        chains.append(chain)
    return max(chains, key=lambda chain: (len(chain), -chain[0].index), default=[])
