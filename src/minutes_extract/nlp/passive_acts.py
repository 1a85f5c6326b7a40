"""What clauses in the passive do: "the report be noted, the sale be approved and authority be delegated to …".

A clause has a subject, a form of "to be", a participle and a tail. The subjunctive "be" is how councils decide; "is",
"are", "was" and "were" count where they stand before it, or alone, outside relative clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, verbs
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.deeds import Deed, heads
from minutes_extract.nlp.verbs import Form

BE_RE = re.compile(
    r"""\b(?P<be> be(?:\s+and\s+(?:is|are)\b)? | stands? | is | are | was | were | (?:has|have)\s+been ) \s+
        (?P<adverb> (?: (?: \w+ly | hereby | now | also | not | then | first | in\s+principle ) \s+ )* )
        (?P<participle> [\w-]*\w(?: ed | en | wn | ade | old | et | ent | ld | ut | aid | ought ) ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# "may be", "to be", "would not be": no decision; "from 4 May 2016 be", "options 1 to 4 be" are.
MODAL_RE = re.compile(
    r"\b(?:to|will|would|can|could|may(?!\s\d)|should|must|might|shall)\s+(?:(?:not|also|then|now|all|\w+ly)\s+)?$",
    re.IGNORECASE,
)
# "… which is looked for": the first "is" behind a relative word belongs to it.
RELATIVE_RE = re.compile(
    r"\b(?:which|who|whose|where|whereby|if|provided|subject|unless)\b(?:(?!\bbe\b|\b(?:is|are|was|were)\b)[^;])*$"
)
# Where a further clause may begin: "; that", ", and", "and".
BORDER_RE = re.compile(r";\s*(?:and\s+)?(?:that\s+)?|,\s+(?:and\s+)?(?:that\s+)?|\s+and\s+(?:that\s+)?")
SENTENCE_RE = re.compile(r"(?<!\b[A-Z])(?<!\bNo)(?<!\b(?:excl|incl))(?<!\bCllr)(?<!\b(?:St|Mr|Dr))\.\s+(?=[A-Z(])")
# "approval be given to", "power to act be given to", "authority … be granted to"
APPROVAL_RE = re.compile(
    r"\b(?:approval|agreement|endorsement|consent)\b(?!\s+of\b(?!\s+(?:the\s+)?(?:Council|Members|Committee|Cabinet|Board)\b))[^;]{0,80}$",
    re.IGNORECASE,
)
POWER_RE = re.compile(
    r"\b(?:authority|powers?|responsibility|authorisation)\b(?:\s+to\s+[a-z]+)?[^;]*$|\bdelegated\s+(?:authority|powers?)\b",
    re.IGNORECASE,
)
PERMISSION_RE = re.compile(
    r"\b(?:planning\s+permission|permission|licen[cs]es?|listed\s+building\s+consent|planning\s+consent|dispensations?)\b[^;]{0,60}$",
    re.IGNORECASE,
)
CONSENT_RE = re.compile(r"\bconsent\b[^;]{0,80}$", re.IGNORECASE)
GRANT_RE = re.compile(r"\bgrants?\b[^;]{0,200}$", re.IGNORECASE)
# "a grant of £1,850 towards staging is agreed"
GRANT_SUM_RE = re.compile(
    r"\W*(?:that\b\W*)?(?:(?:an?|the)\s+grants?\s+of\s+(?:up\s+to\s+)?£|the\s+following\s+grants\b)", re.IGNORECASE
)
# "a grant of £900 be awarded to the club", "the following grants be awarded"
GIFT_SUBJECT_RE = re.compile(
    r"\W*(?:that\b\W*)?(?:(?:an?|the)\s+)?(?:following\s+)?grants?\b(?!\s+(?:of\s+)?(?:funding|contract|agreement))",
    re.IGNORECASE,
)
# "a revenue grant of £2m … be received": taken in, and not only noted
RECEIVED_GRANT_RE = re.compile(r"\bgrant\b[^;]*£|£[^;]*\bgrant\b", re.IGNORECASE)
# "be given a one-off sum", "be given delegated authority"
GIVEN_SUM_RE = re.compile(r"\s+an?\s+(?:[\w-]+\s+){0,2}(?:sum|grant|donation)\b", re.IGNORECASE)
GIVEN_POWER_RE = re.compile(
    r"\s*,?\s*(?:[^;]{0,160}?,\s*)?(?:(?:the|all|full)\s+)?(?:necessary\s+)?(?:delegated\s+)?"
    r"(?:authority|powers?|(?<=delegated\s)responsibility)\b",
    re.IGNORECASE,
)
NONE_RE = re.compile(r"\W*(?:that\s+)?(?:none\s+of|neither|no)\b", re.IGNORECASE)
ALSO_RE = re.compile(r"(?:,\s*(?:and\s+)?|\band\s+)(?:then\s+|also\s+|thereafter\s+)*(?:be\s+)?$")
TO_RE = re.compile(r"\s+(?:for|of|that|(?P<to>to))\b")
SUBJUNCTIVE = frozenset({"be", "stand", "be and is", "be and are"})
# Acts that a thing which is authorised names: "the award … be authorised".
NAMED = frozenset({Act.VARY, Act.PROCURE, Act.AWARD, Act.EXTEND, Act.DISPOSE, Act.ACQUIRE, Act.GRANT})
# Acts that "not" or "no" turns into a refusal.
REFUSABLE = frozenset({Act.APPROVE, Act.AWARD, Act.GRANT, Act.ACCEPT_FUNDING, Act.ADOPT, Act.ENDORSE, Act.EXTEND})


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


def find(words: str) -> list[Deed] | None:
    """Acts in the passive, in order; None where no clause is in the passive.

    >>> [deed.act.value for deed in find("That approval be given to the sale of the land")]
    ['approve', 'dispose']
    >>> [deed.act.value for deed in find("the objections be rejected and the scheme be approved as advertised")]
    ['refuse', 'approve']
    >>> find("officers report back in June") is None
    True
    """
    found = [deed for clause in clauses(words) for deed in _acts(clause)]
    return found or None


def clauses(words: str) -> Iterator[Clause]:
    """The main clauses in the passive of a limb's first sentence."""
    sentence = SENTENCE_RE.split(words, maxsplit=1)[0]
    found = [be for be in BE_RE.finditer(sentence) if not MODAL_RE.search(sentence[: be.start()])]
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


def _acts(clause: Clause) -> list[Deed]:
    """The acts of one clause."""
    acts = _given(clause) if clause.participle in ("given", "granted", "sought", "delegated") else []
    if acts:
        return _deeds(acts, clause)
    if clause.participle in ("authorised", "authorized", "empowered", "permitted"):
        thing = not is_actor(clause.subject)
        named = [a for a in _subject_acts(clause) if a in NAMED] if thing else []
        return _deeds([Act.AUTHORISE, *named], clause)
    if clause.participle == "awarded" and GIFT_SUBJECT_RE.match(clause.subject):
        return _deeds([Act.GRANT], clause)
    if clause.participle == "received" and RECEIVED_GRANT_RE.search(clause.subject):
        return _deeds([Act.ACCEPT_FUNDING], clause)
    if clause.participle == "made" and NONE_RE.match(clause.subject) and re.search(r"\bawards?\b", clause.subject):
        return _deeds([Act.REFUSE], clause)
    if clause.participle in ("made", "paid") and GRANT_RE.search(clause.subject):
        return _deeds([Act.GRANT], clause)
    return _deeds(_lexical(clause), clause)


def _given(clause: Clause) -> list[Act]:
    """What is done by giving, granting or delegating: approval, authority, permission, a sum."""
    if clause.participle == "delegated" or GIVEN_POWER_RE.match(clause.tail):
        return [Act.DELEGATE]
    if POWER_RE.search(clause.subject) and clause.participle != "sought":
        return [Act.DELEGATE]
    if PERMISSION_RE.search(clause.subject) or (clause.participle == "granted" and CONSENT_RE.search(clause.subject)):
        return [Act.GRANT]
    if APPROVAL_RE.search(clause.subject):
        return [Act.APPROVE, *_approved(clause.tail)]
    if clause.participle == "given" and GIVEN_SUM_RE.match(clause.tail):
        return [Act.GRANT]
    return []


def _approved(tail: str) -> list[Act]:
    """What approval is given to: "to the sale of", "to extend the contract"."""
    to = TO_RE.match(tail)
    start = to.end() if to else 0
    verb = verbs.pattern().match(tail, start + 1) if to and to["to"] else None
    acts = act_objects.of_verb(tail, verb) if verb is not None else act_objects.find(tail, start)
    return [act for act in acts if act not in (Act.DELEGATE, Act.AUTHORISE)]


def _lexical(clause: Clause) -> list[Act]:
    """The acts of a participle of the lexicon, of its subject, and of participles beside it."""
    verb = verbs.pattern().match(clause.be.string, clause.be.start("participle"))
    acts: list[Act] = []
    if verb is not None and verbs.form(verb[0]) is Form.PAST:
        acts = _of_participle(clause, verb)
    elif clause.participle == "adjourned":
        acts = [Act.DEFER]
    elif clause.participle == "let" and not re.match(r"\s+(?:back|be|off)\b", clause.tail):
        acts = [Act.AWARD if re.search(r"\b(?:contracts?|works|lots?|tenders?)\b", clause.subject) else Act.GRANT]
    if Act.RECOMMEND in acts:
        infinitive = re.match(r"\s+to\s+", clause.tail)
        further = verbs.pattern().match(clause.tail, infinitive.end()) if infinitive else None
        return acts + (act_objects.of_verb(clause.tail, further) if further is not None else [])
    return acts + [act for act in _beside(clause.tail) if act not in acts]


def _of_participle(clause: Clause, verb: re.Match[str]) -> list[Act]:
    code = verbs.code(verb)
    named = _subject_acts(clause, accepting=code == verbs.ACCEPT)
    acts = (named or [Act.APPROVE]) if code == verbs.ACCEPT else [act_objects.transacted(Act(code), clause.be.string)]
    negated = re.search(r"\bnot\b", clause.be["adverb"]) or NONE_RE.match(clause.subject)
    if negated and set(acts) & REFUSABLE:
        return [Act.REFUSE]
    if acts == [Act.GRANT] and re.match(r"\s+an?\s+(?:exemption|waiver)\b", clause.tail):
        return [Act.OTHER]
    if acts != [Act.APPROVE]:
        return acts
    granted = [Act.GRANT] if GRANT_SUM_RE.match(clause.subject) else []
    return list(dict.fromkeys([Act.APPROVE, *(named if code != verbs.ACCEPT else []), *granted]))


def _subject_acts(clause: Clause, *, accepting: bool = False) -> list[Act]:
    """What the subject of a clause names: "the award of the contract … be approved"."""
    starts = heads(clause.subject)
    return act_objects.find(clause.subject, starts[-1] if starts[-1] < len(clause.subject) else 0, accepting=accepting)


def _beside(tail: str) -> Iterator[Act]:
    """Participles behind the first: "declared surplus and sold", "extended … and thereafter put out to tender"."""
    for match in verbs.pattern().finditer(tail):
        plain = verbs.form(match[0]) is Form.PAST and not match[0][0].isupper()
        if (
            not plain
            or not ALSO_RE.search(tail[: match.start()])
            or re.search(r"\b(?:which|who)\b", tail[: match.start()])
        ):
            continue
        code = verbs.code(match)
        if code == verbs.ACCEPT:
            continue
        yield act_objects.transacted(Act(code), tail)


def _deeds(acts: list[Act], clause: Clause) -> list[Deed]:
    return [
        Deed(act, clause.be.start("participle"), clause.be.end("participle")) for act in acts if act is not Act.OTHER
    ]
