"""What an active clause does: its verb, the verb's object, and the verbs beside it.

Which acts are read, as in:

approve the award of …          → approve, award        agree to extend …                → extend
procure, award and enter into   → three acts            authorise the Director to sign   → authorise
"""

import re

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, passive_acts, verbs
from minutes_extract.nlp.act_objects import GOING_ON_RE, NAMED
from minutes_extract.nlp.deeds import ENDING, Deed, deeds
from minutes_extract.nlp.passive_clauses import SENTENCE_RE
from minutes_extract.nlp.verbs import Form

# "delegate authority", "delegated authority (be given) to", "delegating approval of", "authority be delegated"
DELEGATING_RE = re.compile(
    r"""\b(?: delegated\s+(?:authority|powers?|responsibility)
            | (?:authority|powers?|approval|decisions?|responsibility)\b [^.;]{0,320}?
              \b(?:be|is|are)\s+(?:\w+\s+)?delegated
            | (?:be|being)\s+given\s+delegated\s+(?:authority|powers?|responsibility)
            | authority\s+(?:be|is)\s+(?:hereby\s+)?(?:given|granted)\s+to
            | delegat(?:es?|ed|ing)\s+(?:authority|powers?|responsibility|approval|the|to) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "that the Council proceed with the procurement", "start a tender"
PROCURING_RE = re.compile(
    r"""\b(?: proceeds? | goes | go | undertakes? | commences? | begins? | starts? | runs? | launch(?:es)?
            | carr(?:y|ies) )\b (?!\s+from\b)
        [^.;,]{0,32}? \b(?:re-?)?(?: procurement | tender(?:ing)? )\b
        (?! \s+ (?: rules? | regulations? | policy | policies | codes? | team | law | act )\b )""",
    re.VERBOSE | re.IGNORECASE,
)
# "(approve) the Council entering into a lease", "entry into a funding agreement", "that the Authority enter into"
ENTERING_RE = re.compile(
    r"\s*(?:,[^,;]{3,160},\s*)?(?:that\s+)?(?:the\s+)?(?:[\w’',& ]{2,80}?\s)?(?:entering|entry|enters?)\s+in\s?to\b"
)
# "brought in via a deed of variation", "a variation which extends the contract"
BY_VARIATION_RE = re.compile(
    r"\b(?:via|by|through)\s+(?:way\s+of\s+|means\s+of\s+)?an?\s+(?:deed\s+of\s+|contract\s+)?variation\b"
)
DELEGATED_RE = re.compile(r"\s+(?:the\s+)?delegated\s+(?:authority|powers?)\b")
# Between two verbs of one clause: ", and to", "; then", ", but"
JOINT_RE = re.compile(
    r"""(?P<mark> [,;] )? \s* (?: \b(?: and | or | but ) \b )? \s*
        (?: \b(?: then | also | further | subsequently | thereafter | consequently | therefore | accordingly ) \s+ )*
        (?P<to> \bto\s+ )? (?: that\s+ )? $""",
    re.VERBOSE,
)
# "…, delegating approval to": a gerund that acts beside any verb.
ALONGSIDE_RE = re.compile(r"(?:[,;]\s*(?:and\s+)?|\b(?:and|while)\s+)$")
# What another clause, between two verbs of one form, begins with: "so that officers may buy and sell"
AIM_RE = re.compile(r"\b(?:which|that|who|so|where|in order)\b(?!\s+the\b)|\bto\s+(?!the\b|an?\b)[a-z]+\b(?!\s+the\b)")
# ", with the final choice delegated to"
WITH_DELEGATED_RE = re.compile(r"\bwith\s+(?:the\s+)?[^.;,]{3,160}?\s(?P<act>(?:being\s+)?delegated\s+to)\b")
# "the authority Cabinet delegated to it": told, not done
TOLD_RE = re.compile(r"(?:(?:[,;.]|\b(?:and|that|also))\s+)$")
# "the delegation of spending to the Director": what is authorised is the delegation
DELEGATION_RE = re.compile(r"\s+(?:the\s+)?(?:further\s+)?delegations?\s+(?:of|to)\b", re.IGNORECASE)
# "the delegation of functions to a shared service": another body's to perform, and no post is named
TO_BODY_RE = re.compile(
    r"\s+(?:the\s+)?(?:further\s+)?delegations?\s+of\b[^.;]{0,160}?\bto\s+(?:an?|another)\s", re.IGNORECASE
)
# "authorises the Director to run the tender | and notes the risks": the main clause goes on, with an object of its own
GOES_ON_RE = re.compile(r"(?:;\s*(?:and\s+)?|,\s*and\s+|\band\s+)(?:also\s+)?$")
OBJECT_RE = re.compile(r"\s+(?:the|an?|that|to|its|any|all)\s|\s+£")
MAIN = frozenset({Act.NOTE, Act.APPROVE, Act.ENDORSE, Act.REFUSE, Act.RECOMMEND, Act.ADOPT, Act.REFER, Act.DEFER})
# "(approve) that the Directors have authority to complete"
HAVING_RE = re.compile(r"\b(?:have|has)\s+(?P<delegated>delegated\s+)?(?:authority|powers?)\s+to\s+[a-z]")
# ", and (that) authority … delegated": a second clause that delegates
LATE_RE = re.compile(r"(?:[,;.]|\band)\s+(?:\(?\w{1,3}\)\s*)?(?:(?:that|to|the)\s+)*(?:[\w\s]{0,60})$", re.IGNORECASE)

# Acts that agreeing to them does not approve besides: "agreed that the report be deferred" defers.
ALONE = frozenset({Act.DELEGATE, Act.AUTHORISE, Act.NOTE, Act.DEFER, Act.REFER, Act.REFUSE, Act.APPOINT})


def from_verb(words: str, match: re.Match[str]) -> list[Deed]:
    """Acts from a verb at the head of a clause: itself, its object, and the verbs beside it."""
    code, end = verbs.code(match), match.end()
    if code == verbs.ACCEPT:
        return deeds(act_objects.of_verb(words, match), match) + beside(words, end, match[0])
    act = act_objects.transacted(Act(code), words[end:])
    if act is Act.DELEGATE:
        return deeds([act], match) + _going_on(words, match)
    if act is Act.AUTHORISE and DELEGATION_RE.match(words, end):
        return deeds([Act.AUTHORISE if TO_BODY_RE.match(words, end) else Act.DELEGATE], match)
    if act is Act.AUTHORISE:  # "authorise the procurement" names what; "authorise the Director to …" does not
        objects = [*act_objects.find(words, end), *([Act.VARY] if BY_VARIATION_RE.search(words, end) else [])]
        named = [a for a in dict.fromkeys(objects) if a in NAMED]
        return deeds([act, *named], match) + _later(words, end) + _going_on(words, match)
    if act is Act.RECOMMEND:
        return deeds([act, *_recommended(words, end)], match)
    if match[0].lower().startswith("agree"):
        return _agreeing(words, match)
    if act is Act.APPROVE:
        return _approving(words, match)
    return deeds([act, *(_approved(words, end) if act is Act.ENDORSE else [])], match) + beside(words, end, match[0])


def _approving(words: str, match: re.Match[str]) -> list[Deed]:
    """What approving does, by what is approved: a thing, a clause, an infinitive, delegated authority."""
    end = match.end()
    if re.match(r"\s+(?:the\s+(?:decision|proposal|recommendation)\s+)?that\b", words[end:]):
        return _approving_that(words, match)
    if DELEGATED_RE.match(words, end):
        return deeds([Act.DELEGATE], match)
    infinitive = re.match(r"\s+to\s+", words[end:])
    verb = verbs.pattern().match(words, end + infinitive.end()) if infinitive else None
    if verb is not None:  # "approve to procure"
        return deeds([Act.APPROVE], match) + [deed for deed in from_verb(words, verb) if deed.act not in ENDING]
    return _approving_it(words, match)


def _approving_it(words: str, match: re.Match[str]) -> list[Deed]:
    """What approving a thing does: "the recommendation to decline the bid" declines it."""
    named = _approved(words, match.end())
    acts = [Act.REFUSE] if named[:1] == [Act.REFUSE] else [Act.APPROVE, *named]
    return deeds(acts, match) + beside(words, match.end(), match[0])


def _approved(words: str, start: int) -> list[Act]:
    """What the object of approving names: "the award of", "the Council entering into", and what is joined to it."""
    named = act_objects.find(words, start)
    if not named and ENTERING_RE.match(words, start):
        named = [Act.ENTER_AGREEMENT]
    if not named and GOING_ON_RE.search(words, start, start + 240):
        named = [Act.PROCURE]
    sentence = SENTENCE_RE.split(words[start:], maxsplit=1)[0]
    return list(dict.fromkeys([*named, *act_objects.joined(sentence)]))


def _recommended(words: str, start: int) -> list[Act]:
    """What is recommended: "that the estimate be approved", "Council to adopt", "to Council the adoption of"."""
    rest = words[start:]
    clause = re.match(r"[^.;]{0,120}?\bthat\b", rest)
    if clause:
        found = passive_acts.find(rest[clause.end() :])
        verb = verbs.pattern().search(rest, clause.end(), clause.end() + 60)
        if found is None and verb is not None:
            return act_objects.of_verb(rest, verb)
        return [deed.act for deed in found or []]
    to_whom = re.match(r"\s+to\s+[^,;]{3,40}?\s+(?=the\b)", rest)
    if to_whom:
        approval = re.compile(r"the\s+(?:formal\s+)?approval\s+of\b").match(rest, to_whom.end())
        named = act_objects.find(rest, approval.end() if approval else to_whom.end())
        return [Act.APPROVE, *named] if approval else named
    infinitive = re.match(r"[^.;]{0,60}?\bto\s+", rest)
    verb = verbs.pattern().match(rest, infinitive.end()) if infinitive else None
    return act_objects.of_verb(rest, verb) if verb is not None else []


def _agreeing(words: str, match: re.Match[str]) -> list[Deed]:
    """What agreeing does: "agree to award" awards, "agree not to" refuses, "agree that the sum be paid" approves."""
    end = match.end()
    rest = words[end:]
    if re.match(r"\s+not\s+to\b", rest, re.IGNORECASE):
        return deeds([Act.REFUSE], match)
    infinitive = re.match(r"(?:\s+in\s+principle)?\s+to\s+(?!(?:the|an?)\b)", rest, re.IGNORECASE)
    if infinitive:
        return _agreeing_to(words, match, end + infinitive.end())
    if not re.match(r"\s+that\b", rest, re.IGNORECASE):
        return _approving_it(words, match)
    found = _approving_that(words, match)
    procures = found[0].act not in ALONE and PROCURING_RE.search(rest)
    return deeds([Act.APPROVE, Act.PROCURE], match) if procures else found


def _agreeing_to(words: str, match: re.Match[str], at: int) -> list[Deed]:
    """What is agreed to be done, from the infinitive at `at`."""
    verb = verbs.pattern().match(words, at)
    if verb is not None:
        found = from_verb(words, verb)
        return found if found[-1].act in ENDING else found + beside(words, verb.end(), match[0])
    acts = [Act.PROCURE] if PROCURING_RE.match(words, at) else [Act.APPROVE]
    return deeds(acts, match) + beside(words, at, match[0])  # "agree to set the rules aside and approve the award"


def _approving_that(words: str, match: re.Match[str]) -> list[Deed]:
    """What approving a clause does: "agree that the sum be paid" approves, "… the contract be awarded" awards too."""
    rest = words[match.end() :]
    clause = re.sub(r"^\s+(?:the\s+\w+\s+)?that\b", "", re.split(r",\s+(?:delegat|authoris)ing\b", rest, maxsplit=1)[0])
    found = [] if re.match(r"\s+no\b", clause) else passive_acts.find(clause)
    acts = [deed.act for deed in found or []]
    if acts and acts[0] in ALONE:
        return deeds(acts, match)
    if not acts and re.search(r"\benters?\s+in\s?to\b", clause[:200]):
        acts = [Act.ENTER_AGREEMENT]
    having = HAVING_RE.search(clause) if not acts else None
    if having is not None:
        acts = [Act.DELEGATE if having["delegated"] else Act.AUTHORISE]
        return deeds([Act.APPROVE, *acts], match)
    return deeds([Act.APPROVE, *acts], match) + beside(words, match.end(), match[0])


def beside(words: str, start: int, verb: str) -> list[Deed]:
    """Verbs beside the first, in its form: "procure, award and enter into"; "…, delegating approval to"."""
    found: list[Deed] = []
    form = verbs.form(verb)
    for match in verbs.pattern().finditer(words, start):
        titled = match[0][0].isupper() and not match[0].isupper()  # "and Grant Funding Agreements"
        if titled or not _is_beside(words[start : match.start()], match, form):
            continue
        if verbs.code(match) == Act.GRANT and re.match(
            r"\s+(?:delegated\s+)?(?:authority|powers?)\b", words[match.end() :]
        ):
            return [*found, *deeds([Act.DELEGATE], match)]
        if match[0].lower().startswith("agree"):
            return found + _agreeing(words, match)
        acts = act_objects.of_verb(words, match)
        found += deeds(acts, match)
        if acts[0] in ENDING:
            return found + _going_on(words, match)
    return found + _later(words, start)


def _going_on(words: str, match: re.Match[str]) -> list[Deed]:
    """Verbs of the main clause behind one that empowers: "authorises the Clerk to sign | and notes the cost"."""
    form = verbs.form(match[0])
    if form not in (Form.PAST, Form.THIRD):
        return []
    every = verbs.pattern().finditer(words, match.end())
    return [
        deed
        for verb in every
        if verbs.code(verb) in MAIN and verbs.form(verb[0]) is form and OBJECT_RE.match(words, verb.end())
        if verb[0].islower() and GOES_ON_RE.search(words[match.end() : verb.start()])
        for deed in deeds(act_objects.of_verb(words, verb), verb)
    ]


def _later(words: str, start: int) -> list[Deed]:
    """A second clause that delegates: ", and that authority be delegated to"."""
    late = DELEGATING_RE.search(words, start)
    if late is not None and LATE_RE.search(words[start : late.start()]) and not _is_told(words[start:], late, start):
        return deeds([Act.DELEGATE], late)
    beside_it = WITH_DELEGATED_RE.search(words, start)
    return [] if beside_it is None else [Deed(Act.DELEGATE, beside_it.start("act"), beside_it.end("act"))]


def _is_told(words: str, late: re.Match[str], start: int) -> bool:
    """Whether words of delegating only tell of it: "within the authority Cabinet delegated to it"."""
    participle = re.match(r"delegated\s+(?:to|the)\b", late[0], re.IGNORECASE) is not None
    return participle and TOLD_RE.search(words[: late.start() - start]) is None


def _is_beside(before: str, match: re.Match[str], form: Form) -> bool:
    """Whether a verb stands in the main clause beside the first; `before` is what stands between them."""
    ending = verbs.code(match) in ENDING
    if verbs.form(match[0]) is Form.GERUND and ending:
        return ALONGSIDE_RE.search(before) is not None
    joint = JOINT_RE.search(before)
    if joint is None or not joint[0].strip(" to") or verbs.form(match[0]) is not form:
        return False
    between = before[: joint.start()]
    if form in (Form.PAST, Form.THIRD):
        return re.search(r"\b(?:which|who|so that|been)\b", between) is None
    if joint["to"] or (ending and joint["mark"]):
        return re.search(r"\b(?:which|who|in order|authority|power)\b", between) is None
    if verbs.code(match) == Act.NOTE and re.match(r"\s+that\b", match.string[match.end() :]):
        return re.search(r"\b(?:which|who|in order)\b", between) is None  # "approve that A be done and note that B"
    return AIM_RE.search(between) is None
