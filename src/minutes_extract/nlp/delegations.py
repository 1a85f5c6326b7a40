"""minutes_delegations: finds who is given power to act, what power, and whom they must consult.

Reads: section (operative), lead_in, limb.
Writes: delegation.

    authority be delegated to the Director of Place, in consultation with the Leader, to award the contract
    the Head of Law be authorised to sign the lease, save for any deed
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import DelegationReading, Label, Mention, SectionKind, SectionReading, Stretch
from minutes_extract.nlp import consultation, grants, provisos
from minutes_extract.nlp.clauses import Clause, clauses
from minutes_extract.nlp.grant_parts import Grant, skip_asides
from minutes_extract.nlp.grant_words import BORDER_RE
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.values import posts

# "To note that the Director has delegated authority to …": told, not granted.
NOTING_RE = re.compile(
    r"\W*(?:that\s+)?(?:(?:to|it\s+be|the\s+\w+|be)\s+)?not(?:e|ed|es|ing)\b(?!.*\b(?:and|;)\s+(?:that\s+)?(?:to\s+)?(?:authori|delegat))",
    re.IGNORECASE | re.DOTALL,
)
# What stands between the posts and what they may do: "authority to", "to", "the power to".
GIVING_RE = re.compile(
    r"(?:(?:full|the|delegated)\s+)*+(?:authority|powers?)\s+(?=to\b)|(?:authority|powers?)\s+for\s+", re.IGNORECASE
)
TO_RE = re.compile(r"(?:(?:jointly|severally|and|either)\s+)*+(?:to\b|for\b)?[\s:;,–-]*+", re.IGNORECASE)
# How the posts act, which is no power.
TOGETHER_RE = re.compile(r"(?:acting\s+)?(?:jointly|severally|together)", re.IGNORECASE)
# "be delegated as follows:", "be authorised to:": the limbs below say the rest.
OPEN_RE = re.compile(r"(?:^|[:;,–-]|\bto|\bfollows|\bfollowing)\W*$", re.IGNORECASE)
# ". The final decision will be taken in", ". Any such award to be made after": behind a grant.
USED_RE = re.compile(
    r"""\.\s+(?:the|any|all|such|this|these|each)\s+(?:(?:such|final|last|use|exercise|of|this|that)\s+){0,3}
    (?:decisions?|powers?|authority|delegations?|approvals?|agreements?|awards?|word|say|sign[\s-]?off|terms|wording|version)\s+
    (?:to\s+be|will|shall|must|is\s+to|are\s+to|should)\b(?:\s+(?:be|only|then|also|made|taken|used|exercised|given|agreed)\b)*\s*+
    (?=subject\b|in\b|after\b|following\b|with\b|on\b|upon\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# "refer any objections to the Chair for a decision in consultation with"
REFERRED_RE = re.compile(r"\brefer\b[^.;]*\bto\s+the\s[^.;]*$", re.IGNORECASE)
# A limb that gives a part of a power to a post: "relief above £10,000 to the Head of Revenues"
SHARE_RE = re.compile(r"\bto\s+(?=\S)", re.IGNORECASE)


def find(doc: Doc) -> list[Mention]:
    """The delegations of a document, in order of place."""
    text = text_of(doc)  # spaCy builds it anew at each call
    found: list[Mention] = []
    for clause in clauses(doc):
        found += _delegations(text, clause)
    found += _form_rows(doc, text, found)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _delegations(text: str, clause: Clause) -> list[Mention]:
    start, end = clause.start, clause.end
    if clause.limb is not None and NOTING_RE.match(text, start, end):
        return []
    given = grants.find(text, start, end)
    if clause.limb is None:
        given = [grant for grant in given if OPEN_RE.search(text[grant.end : end])]
    if not given:
        return _shared(text, clause) if clause.under and OPEN_RE.search(text[start:end]) else []
    borders = [grant.start for grant in given[1:]] + [end]
    starts = [start, *(grant.start for grant in given[1:])]
    return [
        _mention(text, grant, Stretch(begin, border), clause.under if border == end else ())
        for grant, begin, border in zip(given, starts, borders, strict=True)
        if not _is_said_again(text, grant, given)
    ]


def _is_said_again(text: str, grant: Grant, given: list[Grant]) -> bool:
    """Whether an earlier paragraph of the same limb gives power to the same posts, two or more of them."""
    named = [post.value for post in grant.to]
    before = [other for other in given if other.start < grant.start and [post.value for post in other.to] == named]
    return len(named) > 1 and any(re.search(r"\.[”\"]?\s*\n", text[other.end : grant.start]) for other in before)


def _mention(text: str, grant: Grant, region: Stretch, under: tuple[Stretch, ...]) -> Mention:
    """A delegation from a grant and the words around it that are its own."""
    begin = _sentence_start(text, region.start, grant.start)
    stop = _sentence_end(text, grant.end, region.end)
    rest = text[skip_asides(text, grant.end, stop) : stop]
    below = under if not re.search(r"\w", rest) or OPEN_RE.search(rest) else ()
    pieces = [
        Stretch(begin, stop),
        *_afterwards(text, stop, region.end),
        *(piece for piece in below if not grants.find(text, *piece)),
    ]
    given = {post.value for post in grant.to}
    asked = [found for piece in pieces for found in consultation.find(text, *piece)]
    named = [post for found in asked if not _is_referred(text, below, found) for post in found.posts]
    reading = DelegationReading(
        to=tuple(Stretch(post.start, post.end) for post in grant.to),
        powers=_powers(text, grant, stop, below),
        consultees=tuple(Stretch(post.start, post.end) for post in named if post.value not in given),
        carve_outs=tuple(Stretch(p.start, p.end) for piece in pieces for p in provisos.find(text, *piece) if p.carves),
    )
    parts = [Stretch(grant.start, grant.end), *reading.to, *reading.consultees, *reading.carve_outs]
    parts += [reading.powers] if reading.powers else []
    inside = [part for part in parts if begin <= part.start and part.end <= stop]
    return Mention(Label.DELEGATION, min(part.start for part in inside), max(part.end for part in inside), reading)


def _is_referred(text: str, below: tuple[Stretch, ...], asked: consultation.Consultation) -> bool:
    """Whether a limb below sends the matter to others, and it is they who consult: "refer objections to the Chair"."""
    above = [text[piece.start : asked.start] for piece in below if piece.start <= asked.start < piece.end]
    return any(REFERRED_RE.search(words) for words in above)


def _afterwards(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """The next sentence, where it tells how the power is used: "The final decision to be made in consultation with"."""
    used = USED_RE.match(text, start, end)
    return (Stretch(used.end(), _sentence_end(text, used.end(), end)),) if used else ()


def _powers(text: str, grant: Grant, end: int, under: tuple[Stretch, ...]) -> Stretch | None:
    """What a delegate may do: the words behind the posts, else the limbs below, else the words before."""
    if grant.behind is None:
        return grant.before
    place = skip_asides(text, grant.behind, end)
    giving = GIVING_RE.match(text, place, end)
    place = skip_asides(text, giving.end(), end) if giving else place
    to = TO_RE.match(text, place, end)
    begin = to.end() if to else place
    stop = _powers_end(text, begin, end)
    if re.search(r"\w", text[begin:stop]) and not TOGETHER_RE.fullmatch(text, begin, stop):
        return Stretch(begin, stop)
    return Stretch(under[0].start, under[-1].end) if under else grant.before


def _powers_end(text: str, start: int, end: int) -> int:
    """Powers end before a condition, a carve-out, or a consultation that nothing but these follows."""
    stops = [proviso.start for proviso in provisos.find(text, start, end)]
    for found in consultation.find(text, start, end):
        if not re.search(r"\w", text[found.end : min([end, *stops])]):
            stops.append(found.start)
    words = text[start : min([end, *stops])].rstrip(" \n,;.:(|–-")
    words = re.sub(r"(?<![\s,;])[\s,;]++(?:and|or)$", "", words)
    return start + len(words)


def _sentence_start(text: str, start: int, place: int) -> int:
    borders = [match.end() for match in BORDER_RE.finditer(text, start, place)]
    return max([start, *borders])


def _sentence_end(text: str, place: int, end: int) -> int:
    border = BORDER_RE.search(text, place, end)
    return border.start() if border else end


def _shared(text: str, clause: Clause) -> list[Mention]:
    """A power that is shared out by the limbs below: "be delegated as follows:", "delegate authority to:"."""
    begin = grants.unresolved(text, clause.start, clause.end)
    if begin is None:
        return []
    named: list[Stretch] = []
    found: list[Mention] = []
    for below in clause.under:
        alone = posts.leading(text, below.start, below.end)
        if alone and not re.search(r"\w{4}", text[skip_asides(text, alone[-1].end, below.end) : below.end]):
            named += [Stretch(post.start, post.end) for post in alone]
            continue
        share = _share(text, below)
        if share is not None:
            found.append(share)
    if named:
        reading = DelegationReading(tuple(named), Stretch(clause.start, begin) if begin > clause.start else None)
        words = text[begin : clause.end].rstrip()
        found.append(Mention(Label.DELEGATION, begin, begin + len(words), reading))
    return found


def _share(text: str, below: Stretch) -> Mention | None:
    """The share of one limb: what, and to whom."""
    for to in SHARE_RE.finditer(text, below.start, below.end):
        named = posts.leading(text, to.end(), below.end)
        if named:
            powers = Stretch(below.start, below.start + len(text[below.start : to.start()].rstrip()))
            reading = DelegationReading(tuple(Stretch(post.start, post.end) for post in named), powers)
            return Mention(Label.DELEGATION, below.start, named[-1].end, reading)
    return None


def _form_rows(doc: Doc, text: str, found: list[Mention]) -> list[Mention]:
    """Rows of a form in the operative part that no limb holds: "Who will approve each extension? | Director"."""
    taken = {mention.start for mention in found}
    rows: dict[int, Mention] = {}
    for section in read(doc, Label.SECTION):
        if isinstance(section.value, SectionReading) and section.value.kind is SectionKind.OPERATIVE:
            for grant in grants.forms(text, section.start, section.end):
                if grant.start not in taken:
                    rows[grant.start] = _mention(text, grant, Stretch(grant.start, grant.end), ())
    return list(rows.values())


@Language.component("minutes_delegations")
def minutes_delegations(doc: Doc) -> Doc:
    """Writes delegations."""
    write(doc, find(doc))
    return doc
