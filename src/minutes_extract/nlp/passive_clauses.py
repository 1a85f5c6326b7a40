"""Clauses in the passive: a subject, a form of "to be", a participle and a tail.

the report be noted | the award … shall be approved | the lowest tender … should be accepted

The subjunctive "be" is how councils decide; "is", "are", "was" and "were" count where they stand before it, or alone,
outside relative clauses; "will", "shall" and "should" where no other verb is in the passive.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BE_RE = re.compile(
    r"""\b(?P<be> be(?:\s+and\s+(?:is|are)\b)? | stands? | is | are | was | were | (?:has|have)\s+been ) \s+
        (?P<adverb> (?: (?: \w+ly | hereby | now | also | not | then | first | in\s+principle ) \s+ )* )
        (?P<participle> [\w-]*\w(?: ed | en | wn | ade | old | et | ent | ld | ut | aid | ought )
          | give(?=\s+(?:to|for)\b) ) \b""",  # "approval be give to": a slip of the pen
    re.VERBOSE | re.IGNORECASE,
)
# "may be", "to be", "would not be": no decision; "the minutes of 4 May be", "options 1 to 4 be" are.
MODAL_RE = re.compile(
    r"\b(?:to|will|would|can|could|(?-i:may)|should|must|might|shall)\s+(?:(?:not|also|then|now|all|\w+ly)\s+)?$",
    re.IGNORECASE,
)
# "… which is looked for": the first "is" behind a relative word belongs to it.
# "the agreements … will be extended", "the tender … should be accepted": decided where no other verb is
WILL_RE = re.compile(r"\b(?:will|shall|should)\s+(?:(?:now|then|all|\w+ly)\s+)?$", re.IGNORECASE)
# "members were of the view that the bid should be refused": no decision
OPINION_RE = re.compile(
    r"\b(?:views?|opinions?|felt|feels?|thought|suggest\w*|asked|ask|said|explained|advised)\b", re.IGNORECASE
)
RELATIVE_RE = re.compile(
    r"\b(?i:which|who|whose|where|whereby|whether|how|what|whatever|when|once|until|because|since|if|provided|subject|unless)\b(?:(?!\bbe\b|\b(?:is|are|was|were)\b)[^;])*$"
)
# Where a further clause may begin: "; that", ", and", "and".
BORDER_RE = re.compile(r";\s*(?:and\s+)?(?:that\s+)?|,\s+(?:and\s+)?(?:that\s+)?|\s+and\s+(?:that\s+)?")
SENTENCE_RE = re.compile(r"(?<!\b[A-Z])(?<!\bNo)(?<!\b(?:excl|incl))(?<!\bCllr)(?<!\b(?:St|Mr|Dr))\.\s+(?=[A-Z(])")
SUBJUNCTIVE = frozenset({"be", "stand", "be and is", "be and are"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in the passive: its words, and where they stand in the limb."""

    subject: str
    be: re.Match[str]
    tail: str

    @property
    def participle(self) -> str:
        """The participle in small letters."""
        return self.be["participle"].lower()


def clauses(words: str) -> Iterator[Clause]:
    """The main clauses in the passive of a limb's first sentence."""
    sentence = SENTENCE_RE.split(words, maxsplit=1)[0]
    every = list(BE_RE.finditer(sentence))
    found = [be for be in every if not MODAL_RE.search(sentence[: be.start()])]
    found = found or [
        be
        for be in every[:1]
        if WILL_RE.search(before := sentence[: be.start()]) and not _is_relative(sentence, be)
        if OPINION_RE.search(before) is None
    ]
    first = next((be.start() for be in found if be["be"].lower() in SUBJUNCTIVE), len(sentence))
    main = [
        be for be in found if be["be"].lower() in SUBJUNCTIVE or (be.start() < first and not _is_relative(sentence, be))
    ]
    begin = 0
    for at, be in enumerate(main):
        end = main[at + 1].start() if at + 1 < len(main) else len(sentence)
        yield Clause(sentence[begin : be.start()], be, sentence[be.end() : end])
        borders = list(BORDER_RE.finditer(sentence, be.end(), end))
        begin = borders[0].end() if borders else be.end()


def _is_relative(sentence: str, be: re.Match[str]) -> bool:
    return RELATIVE_RE.search(sentence[: be.start()]) is not None
