"""Votes as councils print them: text → counts and result | None.

    >>> parse("For: 26 Against: 32 Abstention: 0")
    Tally(result='lost', votes_for=26, against=32, abstain=0)
    >>> parse("carried by 22 votes to one, with two abstentions")
    Tally(result='carried', votes_for=22, against=1, abstain=2)
    >>> parse("(Vote: 2 For, 2 abst)")
    Tally(result=None, votes_for=2, against=None, abstain=2)
    >>> parse("nem con").result, parse("on a show of hands"), parse("two for the price of one")
    ('unanimous', None, None)

Counts stand only where they are printed; the result is the printed one, else what unequal counts say.
"""

import re
from dataclasses import dataclass, replace

from minutes_extract.values.found import Found
from minutes_extract.values.periods import WORD, parse_number

_COUNT = rf"(?: \d{{1,3}}(?![\d,.]\d|\d|%) | (?:none|nil|no|zero)\b | \b{WORD}\b )"
_MOTION = r"(?: [ ] the [ ] (?:motion|amendment|proposal|recommendations?|substantive[ ]motion|resolution) )?+"

# What is counted, with the number behind it ("For: 26", "Against the motion (21)") or before it ("8 in favour").
CELL_RE = re.compile(
    rf"""
    (?<![£$€.\w]) (?:
    # 22 votes to one; 9 votes to 2
      (?P<won> {_COUNT} ) \s (?P<votes> votes?\s )?+ to \s (?P<lost> {_COUNT} ) (?(votes) | \s votes? )
      (?=\W|$)
    # For: 26; In favour - 8; Against the motion (21); Abstentions (2): names
    | (?P<label> for|in[ ]favour|votes[ ]for|voting[ ]for | against|votes[ ]against
        | abst(?:entions?|ained|aining|ain|\.)?+ )
      {_MOTION} (?: \s?+[:=|]\s?+ | \s?+\(\s?+ | \s?+[-–]\s | [ ]?\n[ ]? )
      (?P<behind> {_COUNT} ) (?P<close> \) )?+
    # For 5, Against 2: with capitals
    | (?P<word> (?-i: For|In[ ]favour|Against|Abstentions?|Abstained ) ) [ ] (?P<next> \d{{1,3}} )
      (?! [ ]? [\d.,:/-]\d )
    # 8 in favour; 2 For; two abstentions; 1 voted in favour; 27 votes for; 1 member abstained
    | (?P<before> {_COUNT} ) [ \xa0]
      (?: (?:votes?|members?|councillors?) \s (?!to\b) )?+ (?: (?:voted|voting|were|was|cast|having) \s )*+
      (?P<kind> (?:in[ ]favour|for|against) \b {_MOTION} | abst(?:entions?|ained|aining|\.)?+ )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The words that give the result without a count.
UNANIMOUS_RE = re.compile(
    r"\bunanimous(?:ly)?\b(?!\s+(?:support|view|recommend))|\bnem\.?\s?con(?:tradicente)?\b\.?"
    r"|\ball (?:members )?(?:voted |were )?in favour\b",
    re.IGNORECASE,
)
LOST_RE = re.compile(r"\b(?:lost|not carried|fell|fallen|defeated|not approved|rejected|failed)\b", re.IGNORECASE)
CARRIED_RE = re.compile(r"\b(?:carried|passed|resolved|agreed|approved|adopted)\b", re.IGNORECASE)
# A single count needs a word of voting near it: "2 for" is said of much else.
CUE_RE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|carried|lost|abst\w*|show of hands|division|motion)\b", re.IGNORECASE)

BESIDE = 40  # characters between two counts of one vote in a sentence
BELOW = 900  # between labelled counts, with names of voters between
AROUND = 70  # in which the words of the result stand


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote: "carried", "lost" or "unanimous", and the printed counts."""

    result: str | None
    votes_for: int | None = None
    against: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True)
class _Cell:
    """One count and its place; `labelled` where the number stands behind its name."""

    start: int
    end: int
    tally: Tally
    labelled: bool


def find(text: str) -> tuple[Found[Tally], ...]:
    """Every vote, in order: counts that belong together, and words of unanimity."""
    found: list[Found[Tally]] = []
    group: list[_Cell] = []
    for cell in (*_cells(text), None):
        if cell is not None and group and _belongs(text, group, cell):
            group.append(cell)
            continue
        if group and (tally := _sum(text, group)) is not None:
            found.append(tally)
        group = [cell] if cell is not None else []
    for match in UNANIMOUS_RE.finditer(text):
        if not any(tally.start - AROUND <= match.start() <= tally.end + AROUND for tally in found):
            found.append(Found(match.start(), match.end(), Tally("unanimous")))
    return tuple(sorted(found, key=lambda tally: tally.start))


def parse(text: str) -> Tally | None:
    """The one vote of a text, else None."""
    found = find(text)
    return found[0].value if len(found) == 1 else None


def render(value: Tally) -> str:
    """A vote in words, so that `parse(render(tally)) == tally`."""
    counts = (("For", value.votes_for), ("Against", value.against), ("Abstentions", value.abstain))
    printed = ", ".join(f"{name}: {count}" for name, count in counts if count is not None)
    return f"Vote {value.result or ''}: {printed}".replace(" :", ":").strip(": ") if printed else value.result or ""


def _cells(text: str) -> list[_Cell]:
    cells = []
    for match in CELL_RE.finditer(text):
        if match["won"]:
            tally = Tally(None, _number(match["won"]), _number(match["lost"]))
            cells.append(_Cell(match.start(), match.end(), tally, False))
            continue
        name = (match["label"] or match["word"] or match["kind"]).casefold()
        number = _number(match["behind"] or match["next"] or match["before"])
        tally = Tally(None, abstain=number) if name.startswith("abst") else Tally(None, votes_for=number)
        if name.startswith(("against", "votes against")):
            tally = Tally(None, against=number)
        cells.append(_Cell(match.start(), match.end(), tally, match["label"] is not None))
    return cells


def _number(printed: str) -> int:
    return parse_number(printed) or 0


def _belongs(text: str, group: list[_Cell], cell: _Cell) -> bool:
    """Whether a count goes on with the vote before it: near enough, and not counted yet."""
    gap = cell.start - group[-1].end
    reach = BELOW if cell.labelled and group[-1].labelled else BESIDE
    if gap > reach or (gap <= BESIDE and re.search(r"\.\s+[A-Z]", text[group[-1].end : cell.start])):
        return False
    taken, new = _merged(group), cell.tally
    pairs = ((taken.votes_for, new.votes_for), (taken.against, new.against), (taken.abstain, new.abstain))
    return not any(one is not None and other is not None for one, other in pairs)


def _merged(group: list[_Cell]) -> Tally:
    whole = Tally(None)
    for cell in group:
        new = cell.tally
        whole = Tally(
            None,
            whole.votes_for if new.votes_for is None else new.votes_for,
            whole.against if new.against is None else new.against,
            whole.abstain if new.abstain is None else new.abstain,
        )
    return whole


def _sum(text: str, group: list[_Cell]) -> Found[Tally] | None:
    """The vote that a group of counts makes; None where nothing says that it is one."""
    start, end = group[0].start, group[-1].end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    tally = _merged(group)
    if tally.votes_for is None:
        return None
    if len(group) == 1 and tally.against is None and not CUE_RE.search(before):
        return None
    return Found(start, end, replace(tally, result=_result(tally, before, text[start:end], after)))


def _result(tally: Tally, before: str, inside: str, after: str) -> str | None:
    """The printed result, else what unequal counts say."""
    sentence = re.split(r"[.;](?=\s)", before)[-1] + inside + re.split(r"[.;](?=\s|$)|\n", after)[0]
    if UNANIMOUS_RE.search(sentence):
        return "unanimous"
    if LOST_RE.search(sentence):
        return "lost"
    if CARRIED_RE.search(sentence):
        return "carried"
    if tally.votes_for is None or tally.against is None or tally.votes_for == tally.against:
        return None
    return "carried" if tally.votes_for > tally.against else "lost"
