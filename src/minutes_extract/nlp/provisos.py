"""Clauses that bind a decision or keep something out of it: where "subject to …" begins and where it ends."""

import re
from dataclasses import dataclass
from functools import cache

from minutes_extract.nlp.lexicon import codes, entries, fold

# Not conditions: status lines, a thing's nature, what is denied.
NO_CONDITION_RE = re.compile(
    r"""
      \b(?:not|the|a|no\s+longer)\s*$                                       # not subject to; the subject to
    | \b(?:may|might|could|can)\s+(?:also\s+)?be\s*$                       # prices that may be subject to
    | \b(?:for|just|almost)\s*$                                          # for as long as
    | \b(?:which|that|who)\s+(?:is|are|was|were|will\s+be)\s+(?:also\s+)?$   # sites that are subject to
    | (?<!approval)(?<!award)(?<!decision)(?<!grant)(?<!sale)(?<!lease)(?<!permission)(?<!\bthis)(?<!extension)
      \s+(?:is|are|was|were)\s+(?:also\s+)?$                                # the road is subject to wear
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "the village is dependent on the shop": only behind a comma or a bracket, or what was decided, is it a condition.
DEPENDING_RE = re.compile(r"(?:[,(]|approved|agreed|granted|awarded|\bit|^)\s*$", re.IGNORECASE)
# "This proposal is also subject to consent", "such an offer is subject to survey": what is decided, not what is told.
DECIDED_RE = re.compile(
    r"""\b(?:this|these|such(?:\s+an?)?|the\s+above)\s+(?:proposals?|offers?|letters?|approvals?|agreements?|decisions?
    |authority|delegations?|recommendations?|awards?|grants?|transfers?|sales?|disposals?|leases?|support|funding|consents?
    |permissions?|allocations?|commitments?|appointments?|arrangements?|purchases?|acquisitions?|extensions?)
    \s+(?:is|are|be|shall\s+be|will\s+be)\s+(?:also\s+)?$""",
    re.VERBOSE | re.IGNORECASE,
)
CALL_IN_RE = re.compile(
    r"\s*+(?:the\s+)?(?:usual\s+|normal\s+|scrutiny\s+)?call[\s-]*+in\b|\s*+V\.?A\.?T\b", re.IGNORECASE
)
# "a fee subject to yearly indexation": how a sum will move binds no decision.
MOVING_RE = re.compile(
    r"""\s*+(?:(?:an?|any|the)\s+)?(?:[\w-]+\s+){0,3}(?:inflation|inflationary|indexation|index[\s-]linking|CPIH?|RPI)\b
    (?!\s+(?:being|not|remain|stay|is\b|does|fall))""",
    re.VERBOSE | re.IGNORECASE,
)

# "provided the price does not rise", not "the service provided the Council with savings".
CLAUSE_RE = re.compile(
    r"\s(?:[\w’']+\s){1,6}?(?:does|do|is|are|has|have|remains?|can|will|meets?|falls?|stays?|agrees?)\b", re.IGNORECASE
)

# "on the basis that the tenant will pay": what must be; "on the basis that it scored highest" tells why.
BASIS_RE = re.compile(
    r"""\s(?:[\w’',()-]+\s){1,10}?(?:will|shall|must|compl(?:y|ies)|pays?|meets?|enters?|remains?|agrees?|(?<!could\s)(?<!would\s)(?<!might\s)be|do(?:es)?\s+not)\b""",
    re.IGNORECASE,
)
# "may only be used on the basis that savings are made"
ONLY_RE = re.compile(r"\bonly\b[^,;.]*$", re.IGNORECASE)
NEEDS = {"provided the": CLAUSE_RE, "on the basis that": BASIS_RE}

# The end of a clause that trails a decision.
TRAILING_END_RE = re.compile(
    r"""
      ;
    | \.(?=\s+[A-Z(“"|]|\s*$) | \n\s*\n | \s\|(?=\s|$) | :(?=\s*$)
    | (?<!\s)\s*+,\s*+(?=to\s+[a-z]|which\s|authority\s+to\b|and\s+(?:that|to|the\s+[A-Z])\b)
    | (?<!\s)\s*+,\s*+(?=in\s+consultation\b|following\s+consultation\b|after\s+consult)
    | (?<!\s)\s*+,?\s*+(?:and\s+)?
      (?=(?:also\s+)?(?:subject\s*to\b|provided\s+that\b|save\s+for\b|conditional\s+(?:up)?on\b))
    | (?<!\s)\s++(?=authority\s+be\s+delegated\b)
    | (?<!\s)\s++and\s++(?=(?:to\s+)?(?:delegat|authori[sz]|authority\s|empower|that\s))
    """,
    re.VERBOSE,
)
# The end of a clause that stands first: the comma, or colon, before the main clause.
LEADING_END_RE = re.compile(
    r"""
      ; | (?<!\s)\s*+:(?=[\s–-]*(?:$|\n)) | \.(?=\s+[A-Z]|\s*$) | \s\|(?=\s|$)
    | (?<!\s)\s*+,\s*+(?=(?:(?:it|this|the|that|a|an|to|approval|authority|delegated|Cabinet|Council
        |Committee|Executive|Board|Members?|officers|[A-Z][\w’']+\s+(?:be|resolved|agreed)
        |RESOLVED|resolve|agree|approv|authoris|delegat|grant|accept|award|not(?:e|ed|es)\b|enter|dispos|recommend|confirm
        |proceed|extend|procur|adopt|releas|acquir|purchas|appoint|instruct|endors)))
    """,
    re.VERBOSE,
)
# ", which shall be executed by the Director": who acts where the power ends belongs to what is kept out of it.
RELATIVE_RE = re.compile(r"\s*+,\s*+which\s+(?:shall|will|must|may|are\s+to|is\s+to)\b")
# What may stand before a clause that stands first.
BEFORE_RE = re.compile(
    r"(?:^|[.;:–-]\s|\n)\W*+(?:(?:that|and|resolved|agreed|including|also|,|:)\s*+)*+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Proviso:
    """A clause from its first word to its end. `code`: condition, saving or carve_out (see lexicons/provisos.txt)."""

    start: int
    end: int
    code: str

    @property
    def binds(self) -> bool:
        """Whether it is a condition: "save for" is, "except" is not."""
        return self.code != "carve_out"

    @property
    def carves(self) -> bool:
        """Whether it keeps something out of a power."""
        return self.code != "condition"


@cache
def opening_re() -> re.Pattern[str]:
    """The terms of the lexicon; a comma in a term is printed, white space may be missing or broken."""
    terms = sorted((entry.term for entry in entries("provisos")), key=lambda term: (-len(term), term))
    forms = (r"\s*+".join(map(re.escape, re.findall(r"\w+|,", term))) for term in terms)
    return re.compile(rf"(?:(?<!\w)|(?=,))(?P<term>{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def find(text: str, start: int, end: int) -> list[Proviso]:
    """The clauses of a stretch, in order; none within another.

    >>> words = "That, subject to contract, the lease be granted, provided that no more than £5 is paid, save for fees."
    >>> [words[p.start : p.end] for p in find(words, 0, len(words))]
    ['subject to contract', 'provided that no more than £5 is paid', 'save for fees']
    >>> find("(subject to call-in)", 0, 20), find("sites which are subject to flooding", 0, 35)
    ([], [])

    Who acts where a power ends belongs to what is kept out of it:

    >>> words = "to sign, save for deeds, which shall be executed by the Head of Law, and to award"
    >>> [words[p.start : p.end] for p in find(words, 0, len(words))]
    ['save for deeds, which shall be executed by the Head of Law']
    """
    found: list[Proviso] = []
    for match in opening_re().finditer(text, start, end):
        if (found and match.start() < found[-1].end) or _is_none(text, match, start):
            continue
        begin = match.end() - len(match["term"].lstrip(" ,\n"))
        found.append(Proviso(begin, _end(text, match, start, end), _code(match["term"])))
    return found


def _code(term: str) -> str:
    return codes("provisos").get(fold(re.sub(r"\s*,\s*", ", ", term)), "condition")


def _is_none(text: str, match: re.Match[str], start: int) -> bool:
    needed = NEEDS.get(fold(match["term"]))
    only = ONLY_RE.search(text[max(start, match.start() - 30) : match.start()])
    if needed is not None and not only and not needed.match(text, match.end()):
        return True
    before = text[max(start, match.start() - 50) : match.start()]
    if match["term"].casefold().startswith("depend") and not DEPENDING_RE.search(before):
        return True
    behind = (CALL_IN_RE.match(text, match.end()), MOVING_RE.match(text, match.end()))
    told = DECIDED_RE.search(before) is None and NO_CONDITION_RE.search(before) is not None
    return told or any(behind)


def _end(text: str, match: re.Match[str], start: int, end: int) -> int:
    """The end of a clause: a closing bracket that was open before it, else the end that its place calls for."""
    first = BEFORE_RE.search(text[max(start, match.start() - 60) : match.start()]) is not None
    pattern = LEADING_END_RE if first else TRAILING_END_RE
    border = pattern.search(text, match.end(), end)
    if border and _code(match["term"]) != "condition" and RELATIVE_RE.match(text, border.start(), end):
        border = pattern.search(text, border.end() + 1, end)
    stop = border.start() if border else end
    stop = min(stop, _bracket(text, match.end(), stop))
    words = text[match.start() : stop].rstrip(" \n,.;:–-")
    words = re.sub(r"(?<![\s,;])[\s,;]++(?:and|or)$", "", words)
    return max(match.end(), match.start() + len(words))


def _bracket(text: str, start: int, end: int) -> int:
    """Where a bracket closes that was opened before `start`; `end` where none does."""
    depth = 0
    for mark in re.finditer(r"[()]", text[start:end]):
        depth += 1 if mark[0] == "(" else -1
        if depth < 0:
            return start + mark.start()
    return end
