"""minutes_conditions: finds the clauses that a decision depends on, and what they bind.

Reads: section (operative), lead_in, limb.
Writes: condition; links BINDS from a condition to its limb (a condition above all limbs binds the item, and has none).

    Subject to planning permission, the Executive RESOLVED to: (a) sell the land
    (2) award the contract, provided that the price is within budget
"""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import ConditionReading, Label, Link, LinkKind, Mention
from minutes_extract.nlp import provisos
from minutes_extract.nlp.clauses import Clause, clauses
from minutes_extract.nlp.lexicon import entries
from minutes_extract.nlp.spans import join, text_of, write

# "To note that the award is subject to …": told, not decided.
NOTING_RE = re.compile(r"\W*(?:that\s+)?(?:(?:to|it\s+be|be)\s+)?not(?:e|ed|es|ing)\b", re.IGNORECASE)
TOLD_RE = re.compile(r"\b(?:is|are|was|were|will\s+be|would\s+be|being)\s+(?:also\s+)?$", re.IGNORECASE)

# "noting that the estimated cost is £5,000 (and subject to tariffs)": how an estimate may move binds no decision.
ESTIMATE_RE = re.compile(
    r"\bnot(?:e|es|ed|ing)\s+that\b[^;]*?\b(?:estimate|forecast)(?:s|d)?\b[^;]*\(\s*(?:and\s+)?$", re.IGNORECASE
)


def find(doc: Doc) -> list[Mention]:
    """The conditions of a document, in order."""
    return [mention for mention, _ in _bound(doc)]


def _bound(doc: Doc) -> list[tuple[Mention, Mention | None]]:
    """Each condition, and the limb that it binds; None for the item."""
    text = text_of(doc)  # spaCy builds it anew at each call
    return [(mention, clause.limb) for clause in clauses(doc) for mention in _conditions(text, clause)]


def kind(words: str) -> str:
    """What a condition asks for, by its first telling word.

    >>> kind("subject to planning permission"), kind("subject to Welsh Government approval of the case")
    ('approval', 'partner_approval')
    >>> kind("provided that the tender falls within the approved budget"), kind("subject to 3 and 4 above")
    ('funding', 'other')
    """
    pattern, by_term = _kinds()
    for match in pattern.finditer(words):
        code = by_term[" ".join(match[0].casefold().split())]
        if code == "approval" and _is_partner(words):
            return "partner_approval"
        if code != "partner":
            return code
    return "other"


def _is_partner(words: str) -> bool:
    pattern, by_term = _kinds()
    return any(by_term[" ".join(found.casefold().split())] == "partner" for found in pattern.findall(words))


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, str]]:
    by_term = {entry.term: entry.code for entry in entries("condition_kinds")}
    longest = sorted(by_term, key=lambda term: (-len(term), term))
    forms = "|".join(r"\s+".join(map(re.escape, term.split())) for term in longest)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE), by_term


def _conditions(text: str, clause: Clause) -> list[Mention]:
    noting = NOTING_RE.match(text, clause.start, clause.end) is not None
    found = []
    for proviso in provisos.find(text, clause.start, clause.end):
        told = noting and TOLD_RE.search(text[max(clause.start, proviso.start - 30) : proviso.start]) is not None
        told = told or ESTIMATE_RE.search(text[max(clause.start, proviso.start - 300) : proviso.start]) is not None
        if proviso.binds and not told:
            reading = ConditionReading(kind(text[proviso.start : proviso.end]))
            found.append(Mention(Label.CONDITION, proviso.start, proviso.end, reading))
    return found


@Language.component("minutes_conditions")
def minutes_conditions(doc: Doc) -> Doc:
    """Writes conditions and what they bind."""
    found = _bound(doc)
    write(doc, [mention for mention, _ in found])
    join(doc, [Link(LinkKind.BINDS, mention.key, limb.key) for mention, limb in found if limb is not None])
    return doc
