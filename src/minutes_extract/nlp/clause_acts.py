"""What a clause does: its verb, the verb's object, the verbs beside it; active and passive.

approve the award of …          → approve, award         the objections be noted        → note
procure, award and enter into   → three acts             authority be delegated to …    → delegate
agree to extend …               → extend                 approval be given to the sale  → approve, dispose
"""

import re

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, verbs
from minutes_extract.nlp.deeds import ENDING, Deed, deeds, heads
from minutes_extract.nlp.verbs import Form

# Acts that an object names whatever the verb: "issue a contract variation", "run the procurement".
NAMED = frozenset({Act.VARY, Act.PROCURE, Act.AWARD, Act.EXTEND, Act.DISPOSE, Act.ACQUIRE})

# "authority be delegated to", "delegated authority is given to", "(that) delegated powers be granted to"
DELEGATING_RE = re.compile(
    r"""\b(?: delegated\s+(?:authority|powers?|responsibility)
            | (?:authority|authorisation|powers?|responsibility|approval|decisions?|agreement)\b [^.;]{0,320}?
                \b(?:be|is|are|been)\s+(?:\w+\s+)?(?:hereby\s+)?delegated
            | authority\s+(?:be|is|to\s+be)\s+(?:hereby\s+)?(?:delegated|given|granted)\s+to
            | (?:be|is|are)\s+(?:hereby\s+)?(?:delegated|given\s+delegated|granted\s+delegated) \b
            | delegat(?:es?|ed|ing)\s+(?:authority|powers?|responsibility|approval|the|to) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "the Director be authorised to", "authorising the Director to"
AUTHORISING_RE = re.compile(
    r"\b(?:be|is|are)\s+(?:hereby\s+|also\s+)?(?:authori[sz]ed|empowered|permitted)\b|\bauthori[sz]ing\s+the\b",
    re.IGNORECASE,
)
# "approval be given to the award of …", "agreement is granted for …", "This decision seeks approval to …"
APPROVAL_RE = re.compile(
    r"""(?: This\s+(?:decision|report|notice)\s+(?:seeks?|requests?|asks\s+for)\s+(?:to\s+)?approval
            (?:\s+(?P<to1>to)\b|\s+(?:for|of)\b)?
        | \W*(?:that\s+)?(?:the\s+)?(?:\w+\s+){0,2}?(?:approval|agreement|endorsement|consent)\b
            [^.;]{0,80}?\b(?:be|is|are)\s+(?:hereby\s+)?(?:given|granted|sought)\b
            (?:\s+(?P<to2>to)\b|\s+(?:for|that)\b)? )""",
    re.VERBOSE | re.IGNORECASE,
)
PERMISSION_RE = re.compile(
    r"\b(?:planning\s+permission|permission|licen[cs]e|consent|dispensation)s?\b[^.;]{0,60}\b(?:be|is)\s+granted\b",
    re.IGNORECASE,
)
# "be given a one-off sum of"
GRANTED_RE = re.compile(
    r"\bbe\s+(?:given|paid)\s+an?\s+(?:[\w-]+\s+){0,2}(?:sum|grant|donation)\b"
    r"|\bgrants?\b[^.;]{0,200}?\bbe\s+(?:made|paid)\b",
    re.IGNORECASE,
)
BE_RE = re.compile(
    r"\b(?:be|is|are|was|were|been)\s+(?:(?:\w+ly|hereby|now|also|not|in\s+principle)\s+)*", re.IGNORECASE
)
MODAL_RE = re.compile(r"\b(?:to|will|would|can|could|may(?!\s\d)|should|must|might)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "that the Council proceed with the procurement", "start a tender"
PROCURING_RE = re.compile(
    r"""\b(?: proceeds? | goes | go | undertakes? | commences? | begins? | starts? | runs? | carr(?:y|ies) )\b
        [^.;,]{0,24}? \b(?:re-?)?(?: procurement | tender(?:ing)? )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "(approve) the Council entering into a lease"
ENTERING_RE = re.compile(r"\s+(?:that\s+)?(?:the\s+)?[\w’' ]{2,60}?\s(?:entering|entry)\s+into\b")
# "approve the surrender of the lease | and the granting of a new one"
FURTHER_RE = re.compile(r"(?:,|\band)\s+(?:the|an?)\s+(?P<noun>(?:(?:new|direct|further|subsequent)\s+)?[\w-]+)\s+of\b")
# "brought in via a deed of variation"
BY_VARIATION_RE = re.compile(r"\b(?:via|by|through)\s+(?:way\s+of\s+|means\s+of\s+)?an?\s+(?:deed\s+of\s+|contract\s+)?variation\b")
# Between two verbs of one clause: ", and to", "; then"
JOINT_RE = re.compile(
    r"""(?: [,;] | \band\b | \bor\b ) \s+
        (?: (?: then | also | further | subsequently | thereafter ) \s+ )* (?P<to> to\s+ )? (?: that\s+ )? $""",
    re.VERBOSE,
)
# "…, delegating approval to": a gerund that acts beside any verb.
ALONGSIDE_RE = re.compile(r"(?:[,;]\s*(?:and\s+)?|\b(?:and|while)\s+)$")
# ", and (that) authority … delegated": a second clause that delegates
LATE_RE = re.compile(r"(?:[,;.]|\band)\s+(?:\(?\w{1,3}\)\s*)?(?:(?:that|to|the)\s+)*(?:[\w\s]{0,60})$", re.IGNORECASE)


def from_verb(words: str, start: int, match: re.Match[str]) -> list[Deed]:
    """Acts from a verb at the head of a clause: itself, its object, and the verbs beside it."""
    code, end = verbs.code(match), match.end()
    if code == verbs.ACCEPT:
        accepted = act_objects.find(words, end, accepting=True)[:1]
        return [*deeds(accepted, match), *beside(words, end, match[0])] if accepted else deeds([Act.APPROVE], match)
    act = _transacted(Act(code), words, end)
    if act is Act.DELEGATE:
        return [Deed(act, start, end)]
    if act is Act.AUTHORISE:  # "authorise the procurement" names what; "authorise the Director to …" does not
        objects = [*act_objects.find(words, end), *([Act.VARY] if BY_VARIATION_RE.search(words, end) else [])]
        named = deeds((a for a in dict.fromkeys(objects) if a in NAMED | {Act.GRANT}), match)
        return [Deed(act, start, end), *named, *_later(words, end)]
    if act is Act.RECOMMEND:
        return [Deed(act, start, end), *_recommended(words, match)]
    if match[0].lower().startswith("agree"):
        return _agreeing(words, match)
    found = [Deed(act, start, end)]
    if act is Act.APPROVE and re.match(r"\s+that\b", words[end:]):
        return _approving_that(words, match)
    infinitive = re.match(r"\s+to\s+", words[end:])
    verb = verbs.pattern().match(words, end + infinitive.end()) if infinitive and act is Act.APPROVE else None
    if verb is not None:  # "approve to procure"
        return [*found, *(deed for deed in from_verb(words, verb.start(), verb) if deed.act not in ENDING)]
    objects = _approved(words, match, act)
    if objects and objects[0].act is Act.DELEGATE and re.match(r"\s+(?:the\s+)?delegated\b", words[end:]):
        return objects  # "approve delegated authority to"
    return found + objects + beside(words, end, match[0])


# What is disposed of and acquired: land and what stands on it, not scratch cards.
PROPERTY_RE = re.compile(
    r"""\b(?: land | propert\w+ | sites? | freehold | leasehold | lease | buildings? | assets? | houses? | homes?
        | farms? | plots? | halls? | depots? | units? | premises | flats? | dwellings? | barns? | school\w*
        | garages? | offices?
        | shares? | acres? | hectares? | wood\w* | fields? | farm\w* | interests? | house | centre | library | street
        | road | lane | wharf | mill | court | inn | pub | church | chapel | station | car\ park | vehicles? )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _transacted(act: Act, words: str, start: int) -> Act:
    """An act, but `other` for what is bought or sold and is no property."""
    if act in (Act.DISPOSE, Act.ACQUIRE) and PROPERTY_RE.search(words, start, start + 200) is None:
        return Act.OTHER
    return act


def _approved(words: str, match: re.Match[str], act: Act) -> list[Deed]:
    """What the object of approving names: "the award of", "the Council entering into"."""
    if act not in (Act.APPROVE, Act.ENDORSE):
        return []
    if re.match(r"\s+(?:the\s+)?delegated\s+(?:authority|powers?)\b", words[match.end() :]):
        return deeds([Act.DELEGATE], match)
    named = act_objects.find(words, match.end())
    if not named and ENTERING_RE.match(words, match.end()):
        named = [Act.ENTER_AGREEMENT]
    for further in FURTHER_RE.finditer(re.split(r"[.;]\s", words[match.end() :], maxsplit=1)[0]):
        named += [a for a in act_objects.of_noun(further["noun"].lower(), " of") if a in NAMED | {Act.GRANT}]
    return deeds(dict.fromkeys(named), match)


def _recommended(words: str, match: re.Match[str]) -> list[Deed]:
    """What is recommended: "recommend that the estimate be approved", "recommend Council to adopt"."""
    rest = words[match.end() :]
    clause = re.match(r"[^.;]{0,120}?\bthat\b", rest)
    following = passive(rest[clause.end() :]) if clause else None
    infinitive = re.match(r"[^.;]{0,60}?\bto\s+", rest)
    verb = verbs.pattern().match(rest, infinitive.end()) if infinitive else None
    if not following and verb is not None:
        following = from_verb(rest, verb.start(), verb)
    return deeds((deed.act for deed in following or []), match)


def _agreeing(words: str, match: re.Match[str]) -> list[Deed]:
    """What agreeing does: "agree to award" awards, "agree not to" refuses, "agree that the sum be paid" approves."""
    start, end = match.span()
    rest = words[end:]
    negated = re.match(r"\s+not\s+to\b", rest, re.IGNORECASE)
    if negated:
        return [Deed(Act.REFUSE, start, end + negated.end())]
    infinitive = re.match(r"(?:\s+in\s+principle)?\s+to\s+(?!(?:the|an?)\b)", rest, re.IGNORECASE)
    if infinitive:
        return _agreeing_to(words, match, end + infinitive.end())
    clause = re.match(r"\s+that\b", rest, re.IGNORECASE)
    if clause is None:
        return [Deed(Act.APPROVE, start, end), *_approved(words, match, Act.APPROVE), *beside(words, end, match[0])]
    procuring = PROCURING_RE.search(rest)
    if procuring:
        return [Deed(Act.APPROVE, start, end), Deed(Act.PROCURE, end + procuring.start(), end + procuring.end())]
    return _approving_that(words, match)


def _approving_that(words: str, match: re.Match[str]) -> list[Deed]:
    """What approving a clause does: "agree that the sum be paid" approves, "… the contract be awarded" awards too."""
    rest = words[match.end() :]
    found = passive(re.sub(r"^\s+that\b", "", re.split(r",\s+(?:delegat|authoris)ing\b", rest, maxsplit=1)[0]))
    acts = [] if re.match(r"\s+that\s+no\b", rest) else [deed.act for deed in found or []]
    if acts and acts[0] in (Act.DELEGATE, Act.AUTHORISE, Act.NOTE):
        return deeds(acts, match)
    return deeds([Act.APPROVE, *acts], match) + beside(words, match.end(), match[0])


def _agreeing_to(words: str, match: re.Match[str], at: int) -> list[Deed]:
    """What is agreed to be done, from the infinitive at `at`."""
    verb = verbs.pattern().match(words, at)
    if verb is not None:
        found = from_verb(words, verb.start(), verb)
        return found if found[-1].act in ENDING else found + beside(words, verb.end(), match[0])
    procuring = PROCURING_RE.match(words, at)
    if procuring:
        return deeds([Act.PROCURE], procuring)
    return [Deed(Act.APPROVE, match.start(), match.end()), *beside(words, match.end(), match[0])]


def beside(words: str, start: int, verb: str) -> list[Deed]:
    """Verbs beside the first, in its form: "procure, award and enter into"; "…, delegating approval to"."""
    found: list[Deed] = []
    form = verbs.form(verb)
    for match in verbs.pattern().finditer(words, start):
        titled = match[0][0].isupper() and not match[0].isupper()  # "and Grant Funding Agreements"
        if titled or not _is_beside(words[start : match.start()], match[0], form):
            continue
        code = verbs.code(match)
        if code == Act.GRANT and re.match(r"\s+(?:delegated\s+)?(?:authority|powers?)\b", words[match.end() :]):
            return [*found, *deeds([Act.DELEGATE], match)]
        accepted = act_objects.find(words, match.end(), accepting=True) or [Act.APPROVE]
        acts = accepted if code == verbs.ACCEPT else [Act(code)]
        found += deeds(acts, match)
        if acts[0] in ENDING:
            return found
        found += _approved(words, match, acts[0])
    return found + _later(words, start)


def _later(words: str, start: int) -> list[Deed]:
    """A second clause that delegates: ", and that authority be delegated to"."""
    late = DELEGATING_RE.search(words, start)
    return deeds([Act.DELEGATE], late) if late is not None and LATE_RE.search(words[start : late.start()]) else []


def _is_beside(before: str, verb: str, form: Form) -> bool:
    """Whether a verb stands in the main clause beside the first; `before` is what stands between them."""
    if verbs.form(verb) is Form.GERUND and verb.lower().startswith(("delegat", "authori")):
        return ALONGSIDE_RE.search(before) is not None
    joint = JOINT_RE.search(before)
    if joint is None or verbs.form(verb) is not form:
        return False
    between = before[: joint.start()]
    if form in (Form.PAST, Form.THIRD):
        return re.search(r"\b(?:which|who|so that|been)\b", between) is None
    if joint["to"]:
        return re.search(r"\b(?:which|who|in order|authority|power)\b", between) is None
    return re.search(r"\b(?:which|that|who|so|where|to\s+[a-z]+|in order)\b(?!\s+the\b)", between) is None


def passive(words: str) -> list[Deed] | None:
    """Acts in the passive, None where there are none.

    >>> [deed.act.value for deed in passive("That approval be given to the sale of the land")]
    ['approve', 'dispose']
    >>> [deed.act.value for deed in passive("the contract be extended, and that the rest be put out to tender")]
    ['extend', 'procure']
    """
    approval = APPROVAL_RE.match(words)
    if approval:
        return [*deeds([Act.APPROVE], approval), *_given(words, approval)]
    clause = re.split(r"\.\s", words, maxsplit=1)[0]
    empowering = [m for m in (DELEGATING_RE.search(clause), AUTHORISING_RE.search(clause)) if m is not None]
    first = min(empowering, key=lambda m: m.start(), default=None)
    border = first.start() if first is not None else len(clause)
    given = PERMISSION_RE.search(clause, 0, border) or GRANTED_RE.search(clause, 0, border)
    if given:
        return deeds([Act.GRANT], given)
    for be in BE_RE.finditer(clause, 0, border):
        if not be[0].startswith("be") and RELATIVE_RE.search(clause[: be.start()]):
            continue  # "the timetable, under which contracts are extended, be approved"
        verb = None if MODAL_RE.search(clause[: be.start()]) else verbs.pattern().match(clause, be.end())
        if verb is not None and verbs.form(verb[0]) is Form.PAST and verb.start() < border:
            return _from_passive(clause, be, verb)
    if first is None:
        return None
    return deeds([Act.DELEGATE if DELEGATING_RE.match(clause, first.start()) else Act.AUTHORISE], first)


def _given(words: str, approval: re.Match[str]) -> list[Deed]:
    """What approval is given to: "to the sale of", "to extend the contract"."""
    to = approval["to1"] or approval["to2"]
    verb = verbs.pattern().match(words, approval.end() + 1) if to else None
    if verb is None:
        return deeds(act_objects.find(words, approval.end()), approval)
    return [deed for deed in from_verb(words, verb.start(), verb) if deed.act not in ENDING]


def _from_passive(clause: str, be: re.Match[str], verb: re.Match[str]) -> list[Deed]:
    """Acts of a verb in the passive, its subject, and the clauses after it."""
    if re.search(r"\bnot\b", be[0]):
        return [Deed(Act.REFUSE, be.start(), verb.end())]
    code = verbs.code(verb)
    subject = max((start for start in heads(clause) if start <= be.start()), default=0)
    named = act_objects.find(clause[: be.start()], subject, accepting=code == verbs.ACCEPT)
    if code == verbs.ACCEPT:
        return deeds(named or [Act.APPROVE], verb)
    act = _transacted(Act(code), clause, 0)
    found = deeds([act], verb)
    if act in ENDING:
        return found
    if act is Act.RECOMMEND:
        return found + _recommended(clause, verb)
    if act is Act.APPROVE:
        granted = [Act.GRANT] if GRANT_SUBJECT_RE.match(clause, subject) else []
        found += deeds(dict.fromkeys([*named, *granted]), verb)
    found += beside(clause, verb.end(), verb[0])
    again = AGAIN_RE.search(clause[verb.end() :])
    further = passive(clause[verb.end() + again.end() :]) if again else None
    return found + deeds((deed.act for deed in further or []), verb)


RELATIVE_RE = re.compile(r"\b(?:which|who|whose|where|whereby)\b(?:(?!\b(?:is|are|was|were|be)\b)[^;])*$")
# "That a grant of £1,850 towards staging is agreed"
GRANT_SUBJECT_RE = re.compile(r"(?:an?|the)\s+grants?\s+of\s+(?:up\s+to\s+)?£", re.IGNORECASE)
# "…, and that the rest be put out to tender", "… and a five-year lease be granted"
AGAIN_RE = re.compile(r"\band\s+that\s+|;\s*(?:and\s+)?(?:that\s+)?|\band\s+(?=an?\s[^.;,]{3,160}?\bbe\s+\w+ed\b)")
