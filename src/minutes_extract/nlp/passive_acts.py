"""What clauses in the passive do: "the report be noted, the sale be approved and authority be delegated to …".

`passive_clauses` finds the clauses; here is what each does.
"""

import re
from collections.abc import Iterator

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, verbs
from minutes_extract.nlp.act_objects import NAMED
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.deeds import Deed, heads
from minutes_extract.nlp.passive_clauses import BE_RE, SENTENCE_RE, Clause, clauses
from minutes_extract.nlp.verbs import Form

# "approval be given to", "power to act be given to", "authority … be granted to"
APPROVAL_RE = re.compile(
    r"\b(?:approval|agreement|endorsement|consent)\b(?!\s+of\b(?!\s+(?:the\s+)?(?:Council|Members|Committee|Cabinet|Board)\b))[^;]{0,80}$",
    re.IGNORECASE,
)
POWER_RE = re.compile(
    r"(?<!\bCombined\s)(?<!\bMayoral\s)(?<!\bFire\s)(?<!\bRescue\s)(?<!\bPark\s)(?<!\bPolice\s)(?<!\bLocal\s)"
    r"\b(?:authority|powers?|responsibility|authorisation)\b(?:\s+to\s+[a-z]+)?[^;]*$|\bdelegated\s+(?:authority|powers?)\b",
    re.IGNORECASE,
)
BARE_AUTHORITY_RE = re.compile(r"(?:^\W*|\bthat\s+|[,;]\s*|\band\s+)authority\s*$", re.IGNORECASE)
# "authorisation be given to the start of a procurement", "a one-year extension be granted"
AUTHORISATION_RE = re.compile(r"\bauthorisation\s*$", re.IGNORECASE)
EXTENSION_RE = re.compile(r"\b(?:extension|renewal)\s*$", re.IGNORECASE)
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
PLAN_RE = re.compile(
    r"\W*(?:that\b\W*)?(?:the\s+|an?\s+)?(?:\w+\s+)?(?:proposals?|requests?|recommendations?)\b", re.IGNORECASE
)
# "be given a one-off sum", "be given delegated authority"
GIVEN_SUM_RE = re.compile(r"\s+an?\s+(?:[\w-]+\s+){0,2}(?:sum|grant|donation)\b", re.IGNORECASE)
GIVEN_POWER_RE = re.compile(
    r"\s*,?\s*(?:[^;]{0,160}?,\s*)?(?:(?:the|all|full)\s+)?(?:necessary\s+)?(?:delegated\s+)?"
    r"(?:authority|powers?|(?<=delegated\s)responsibility)\b",
    re.IGNORECASE,
)
GIVEN = frozenset({"given", "give", "granted", "sought", "provided", "delegated", "delgated", "deligated", "delagated"})
DELEGATED = frozenset({"delegated", "delgated", "deligated", "delagated"})  # slips of the pen among them
# "the six firms be invited to tender", "a tender exercise be undertaken"
TO_TENDER_RE = re.compile(r"\s+to\s+(?:tender|bid|submit\s+(?:an?\s+|their\s+)?(?:tender|bid)s?)\b", re.IGNORECASE)
EXERCISE_RE = re.compile(
    r"\b(?:tender(?:ing)?|procurement)(?:\s+(?:exercise|process|procedure))?\s*"
    r"(?:(?:for|using|via|through|under|to)\b[^;]{0,160})?$",
    re.IGNORECASE,
)
# "the terms of the lease be amended", "the purpose of one grant … be changed"
TERMS_RE = re.compile(
    r"""\W*(?:that\b\W*)? (?:the\s+)? (?: (?:existing|current|present)\s+ )?
        (?: (?:terms?|conditions?|purpose|scope|value|sum)\s+ (?:and\s+conditions\s+)? of\s+ (?:the|an?|one|each|its) \b
            [^;]{0,40}? )?
        \b(?: contracts? | agreements? | leases? | licen[cs]es? | (?<=\bone\s)grant | (?<=\bthe\s)grant )
        (?= \s* (?: $ | [,(] | (?: with | for | of | dated | in | to | now | between | held | made | given )\b ) )""",
    re.VERBOSE | re.IGNORECASE,
)
# "sent out by the Department and approved by the Board": told of what is spoken of
BY_RE = re.compile(r"\bby\b[^,;]*$")
# "be approved and the contract awarded to them"
ELLIPTIC_RE = re.compile(
    r"\band\s+(?:that\s+)?(?:(?:the|an?)\s+(?:\w+\s+)?(?:contracts?|leases?|licen[cs]es?)|authority)\s+(?:be\s+)?$"
)
# "…. The value of the contract is £5,000 be approved"
LAST_BE_RE = re.compile(r"\b(?P<be>be)\s+(?P<adverb>)(?P<participle>approved|agreed|endorsed|authorised)\W*$")
AGREEMENT_RE = re.compile(r"\b(?:contracts?|agreements?|leases?|licen[cs]es?|deeds?|memorand\w+)\b", re.IGNORECASE)
# "the procurement strategy, namely a restricted tender, be approved": it tells how it is bought
STRATEGY_RE = re.compile(
    r"\bprocurement\s+(?:strategy|plan|approach)\b[^.;]{0,160}?\b(?:namely|being|by\s+(?:way|means)\s+of)\b[^.;]{0,60}?"
    r"\b(?:tender(?:ing|s)?|competition|go(?:es)?\s+to\s+(?:the\s+)?market|procure(?:ment)?)\b",
    re.IGNORECASE,
)
# "authority is given | to the Director of Place"
TO_POST_RE = re.compile(r"\s+to\s+(?:the\s+)?[A-Z]")
NONE_RE = re.compile(r"\W*(?:that\s+)?(?:none\s+of|neither|no)\b", re.IGNORECASE)
ALSO_RE = re.compile(r"(?:,\s*(?:and\s+)?|\band\s+)(?:then\s+|also\s+|thereafter\s+)*(?:be\s+)?$")
TO_RE = re.compile(r"\s+(?:for|of|that|(?P<to>to))\b")
# Acts that "not" or "no" turns into a refusal.
REFUSABLE = frozenset({Act.APPROVE, Act.AWARD, Act.GRANT, Act.ACCEPT_FUNDING, Act.ADOPT, Act.ENDORSE, Act.EXTEND})


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
    return found or _over_stop(words) or None


def _over_stop(words: str) -> list[Deed]:
    """Acts of a clause with sentences inside it: "the award of the contract to A. It is worth £5,000 be approved"."""
    subject, *others = SENTENCE_RE.split(words, maxsplit=1)
    last = LAST_BE_RE.search(words, len(subject)) if others and BE_RE.search(subject) is None else None
    clause = Clause(subject, last, "") if last else None
    return _acts(clause) if clause and _subject_acts(clause) else []


def _acts(clause: Clause) -> list[Deed]:
    """The acts of one clause."""
    acts = _given(clause) if clause.participle in GIVEN else []
    acts = acts or _bought(clause) or _changed(clause)
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


def _bought(clause: Clause) -> list[Act]:
    """Procuring in other words: "six firms be invited to tender", "a tender exercise be undertaken"."""
    if clause.participle == "invited" and TO_TENDER_RE.match(clause.tail):
        return [Act.PROCURE]
    run = clause.participle in ("undertaken", "started", "commenced", "conducted", "launched", "carried", "begun")
    return [Act.PROCURE] if run and EXERCISE_RE.search(clause.subject) else []


def _changed(clause: Clause) -> list[Act]:
    """Varying in other words: "the terms of the lease be amended"."""
    changed = clause.participle in ("changed", "amended", "altered", "modified")
    return [Act.VARY] if changed and TERMS_RE.match(clause.subject) else []


def _given(clause: Clause) -> list[Act]:
    """What is done by giving, granting or delegating: approval, authority, permission, a sum."""
    if clause.participle in DELEGATED or GIVEN_POWER_RE.match(clause.tail):
        return [Act.DELEGATE]
    if EXTENSION_RE.search(clause.subject):
        return [Act.EXTEND]
    if AUTHORISATION_RE.search(clause.subject) and (named := _approved(clause.tail)):
        return [Act.AUTHORISE, *named]
    if BARE_AUTHORITY_RE.search(clause.subject) and TO_POST_RE.match(clause.tail):
        return [Act.AUTHORISE]  # "authority is given to the Director of Place to sign the lease"
    if POWER_RE.search(clause.subject) and clause.participle != "sought":
        return [Act.AUTHORISE if _is_deed(clause.tail) else Act.DELEGATE]
    if PERMISSION_RE.search(clause.subject) or (clause.participle == "granted" and CONSENT_RE.search(clause.subject)):
        return [Act.GRANT]
    if APPROVAL_RE.search(clause.subject):
        return [Act.APPROVE, *_approved(clause.tail)]
    if clause.participle == "given" and GIVEN_SUM_RE.match(clause.tail):
        return [Act.GRANT]
    return []


def _is_deed(tail: str) -> bool:
    """Whether authority is given for a deed, and to nobody: "authority is granted | to issue the papers"."""
    if re.match(r"\s+for\s+[a-z]+\s+to\s", tail):  # "authority be given for officers to move the land"
        return True
    to = re.match(r"\s+to\s+(?=[a-z])", tail)
    if to is None:
        return False
    return (verbs.pattern().match(tail, to.end()) or verbs.plain_pattern().match(tail, to.end())) is not None


def _approved(tail: str) -> list[Act]:
    """What approval is given to: "to the sale of", "to extend the contract"."""
    to = TO_RE.match(tail)
    start = to.end() if to else 0
    verb = verbs.pattern().match(tail, start + 1) if to and to["to"] else None
    plain = verbs.plain_pattern().match(tail, start + 1) if to and to["to"] else None  # "to take up the extension"
    start = plain.end() if plain else start
    named = act_objects.find(tail, start)
    acts = act_objects.of_verb(tail, verb) if verb is not None else [*named, *act_objects.joined(tail)]
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
    elif clause.participle == "entered" and AGREEMENT_RE.search(clause.subject):
        acts = [Act.ENTER_AGREEMENT]  # "a works contract be entered with Hale Ltd"
    if Act.RECOMMEND in acts:
        infinitive = re.match(r"\s+to\s+", clause.tail)
        further = verbs.pattern().match(clause.tail, infinitive.end()) if infinitive else None
        return acts + (act_objects.of_verb(clause.tail, further) if further is not None else [])
    return acts + [act for act in _beside(clause.tail) if act not in acts]


def _of_participle(clause: Clause, verb: re.Match[str]) -> list[Act]:
    code = verbs.code(verb)
    named = _subject_acts(clause, accepting=code == verbs.ACCEPT)
    if code == verbs.ACCEPT and named and PLAN_RE.match(clause.subject):
        named = list(dict.fromkeys([Act.APPROVE, *named]))  # "the proposal to extend the contract be accepted"
    acts = (named or [Act.APPROVE]) if code == verbs.ACCEPT else [act_objects.transacted(Act(code), clause.be.string)]
    negated = re.search(r"\bnot\b", clause.be["adverb"]) or NONE_RE.match(clause.subject)
    negated = negated or re.search(r"\bnot\s*$", clause.subject)  # "that the tender not be accepted"
    if negated and set(acts) & REFUSABLE:
        return [Act.REFUSE]
    if acts == [Act.GRANT] and re.match(r"\s+an?\s+(?:exemption|waiver)\b", clause.tail):
        return [Act.OTHER]
    if acts != [Act.APPROVE]:
        return acts
    if named and named[0] is Act.REFUSE:  # "the recommendation to decline the bid be approved"
        return named
    granted = [Act.GRANT] if GRANT_SUM_RE.match(clause.subject) else []
    return list(dict.fromkeys([Act.APPROVE, *(named if code != verbs.ACCEPT else []), *granted]))


def _subject_acts(clause: Clause, *, accepting: bool = False) -> list[Act]:
    """What the subject of a clause names: "the award of the contract … be approved"."""
    starts = heads(clause.subject)
    start = starts[-1] if starts[-1] < len(clause.subject) else 0
    named = act_objects.find(clause.subject, start, accepting=accepting)
    procures = act_objects.GOING_ON_RE.match(clause.subject, start) or STRATEGY_RE.search(clause.subject)
    return named or ([Act.PROCURE] if procures else [])


def _beside(tail: str) -> Iterator[Act]:
    """Participles behind the first: "declared surplus and sold", "extended … and thereafter put out to tender"."""
    for match in verbs.pattern().finditer(tail):
        plain = verbs.form(match[0]) is Form.PAST and not match[0][0].isupper()
        before = tail[: match.start()]
        joined = ALSO_RE.search(before) or (
            ELLIPTIC_RE.search(before) and not re.match(r"\s+(?:by|in)\b", tail[match.end() :])
        )
        told = BY_RE.search(before) and re.match(r"\s+by\b", tail[match.end() :])
        if not plain or not joined or told or re.search(r"\b(?:which|who)\b", before):
            continue
        code = verbs.code(match)
        if code == verbs.ACCEPT:
            continue
        if re.match(r"\s+(?:the|an?)\b", tail[match.end() :]):  # "rules be set aside and approved the extension of"
            yield from act_objects.of_verb(tail, match)
            continue
        yield act_objects.transacted(Act(code), tail)


def _deeds(acts: list[Act], clause: Clause) -> list[Deed]:
    return [
        Deed(act, clause.be.start("participle"), clause.be.end("participle")) for act in acts if act is not Act.OTHER
    ]
