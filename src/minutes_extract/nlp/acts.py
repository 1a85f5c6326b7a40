"""The grammar of acts: what the words of a limb do.

    verb      "To approve the award of a contract": the verb decides, its object names what
    passive   "the objections be noted"
    noun      "The award of a contract" under "approved:"; the lead-in lends its verb

Pure functions over the words of one limb. Delegating and authorising end the reading: what another is empowered to do
is not done yet.
"""

import re
from dataclasses import replace

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, passive_acts, verbs
from minutes_extract.nlp.act_objects import NAMED
from minutes_extract.nlp.active_acts import (
    ENTERING_RE,
    HAVING_RE,
    PROCURING_RE,
    beside,
    from_verb,
)
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.deeds import ASIDE_RE, ENDING, PREFACE_RE, Deed, heads, opening
from minutes_extract.nlp.lending import INFINITIVE_RE, NOTHING, Lent, is_lent, is_task, lent_by
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.limb_words import is_limb, plain_verb
from minutes_extract.nlp.passive_clauses import SENTENCE_RE

# The public excluded, the meeting closed: business of the meeting itself.
PROCEDURAL_RE = re.compile(
    r"""\bmeeting\s+(?:be|is|was|do|does|stands?)?\s*(?:now\s+)?adjourn(?:ed)?\b
      | \bexclud\w+\b [^.;]{0,80} \b(?:press|public)\b
      | \b(?:press|public)\b [^.;]{0,80} \bbe\s+excluded\b""",
    re.VERBOSE | re.IGNORECASE,
)
NEGATED_RE = re.compile(
    r"(?:to\s+)?(?:do(?:es)?\s+)?not\b|(?:to\s+)?no longer\b|no action\b"
    r"|(?:we|(?:the\s+)?(?:Council|Committee|Board|Cabinet))\s+(?:can\s?not|do(?:es)?\s+not|will\s+not)\b",
    re.IGNORECASE,
)
# "give authority to incur", "granted delegated powers to", "provides delegated authority to"
GIVING_RE = re.compile(
    r"(?:to\s+)?(?:give|gives|gave|grants?|granted|provides?|provided)\s+(?:(?!delegated)\w+\s+)?"
    r"(?P<delegated>delegated\s+|delegation(?=\s+to\b))?(?:authority\b|powers?\b|(?<=delegation))",
    re.IGNORECASE,
)
# "Give retrospective approval for the procurement of …"
APPROVING_RE = re.compile(
    r"(?:to\s+|(?:has|have|had)\s+)?(?:give|gives|gave|given|grant|grants|granted)\s+(?:(?!delegated)[\w-]+\s+){0,2}?"
    r"(?:approval|agreement)\b",
    re.IGNORECASE,
)
# "Approval to vary the award", "Approval of the extension", "Agreement to terminate the contract"
NOUN_APPROVAL_RE = re.compile(
    r"""(?: (?:formal\s+)?approval(?:\s+under\s+delegated\s+(?:authority|powers))?(?=\s+(?:for|of|that|to)\b(?!\s+be\b))
          | agreement(?=\s+(?:that|to\s+(?!the\b|an?\b|be\b|[a-z]+ed\b)[a-z]+\s+(?:the|an?|its|with|any|all)\b)) )""",
    re.VERBOSE | re.IGNORECASE,
)
# "Authority to be given to the Director to …"
AUTHORITY_RE = re.compile(
    r"(?:delegated\s+)?(?:authority|powers?)\s+to\s+be\s+(?:given|granted|delegated)\b", re.IGNORECASE
)
# "I have taken advice and have approved": the verb behind the first clause
PERFECT_RE = re.compile(r"(?:\b(?:and|I)|,)\s+(?:have|has|hereby|do hereby)\s+(?=[a-z]+ed\b)")
# "progress made with the repairs be noted": a noun, where "progress the repairs" begins with a verb
PROGRESS_RE = re.compile(
    r"progress\s+(?:made|achieved|reports?|updates?|to\s+date|so\s+far|with|on|in|of|against)\b", re.IGNORECASE
)
# "approval for the terms be delegated to": what is delegated
APPROVAL_DELEGATED_RE = re.compile(
    r"(?:formal\s+)?approval\s+(?:for|of)\b[^;.]{3,160}?\bbe\s+delegated\s+to\b", re.IGNORECASE
)
# "take all steps necessary to procure"
STEPS_RE = re.compile(
    r"\s*(?:all|any|such|the)?\s*(?:\w+\s+){0,4}?(?:steps?|actions?|things)\b[^.;,]{0,60}?\bto\s+", re.IGNORECASE
)
INCLUDING_RE = re.compile(r"\bincluding\s+(?:the\s+)?(?P<noun>[\w-]+)", re.IGNORECASE)
TO_NOUN_RE = re.compile(r"to\s+(?=the\s+\w+\s+of\b)")
# "grant funding of £5m … be accepted": a noun, where "grant the sum of" begins with a verb
GRANT_NOUN_RE = re.compile(
    r"grants?\s+(?:funding|totalling|of|offers?|from|money|monies|aid|agreements?)\b", re.IGNORECASE
)
# "be referred to the Board, with the Chair being given delegated powers to decide"
GIVEN_TOO_RE = re.compile(
    r"""\bwith\s+ (?: the\s+[^.;]{3,80}?\s(?P<given> being\s+given\s+delegated\s+(?:authority|powers?) )
      | (?P<noun> delegated\s+(?:authority|powers?) ) (?=\s+(?:given|granted|being|to|for)\b) )""",
    re.VERBOSE,
)
# "Give approval for officers to procure", "Agreement to terminate": what it is given to
TO_DO_RE = re.compile(r"\s+(?:(?:for|that)\s+(?:the\s+)?[^,;.]{2,80}?\s+)?to\s+(?=[a-z])", re.IGNORECASE)
JOINT_RE = re.compile(r"\s+(?:for|of|that|to)\b")
# "Seek approval from the Executive to carry the sum forward": it is another's to decide
SEEKING_RE = re.compile(
    r"(?i:(?:to\s+)?seeks?\s+(?:the\s+)?(?:formal\s+)?(?:approval|agreement|authority)\s+(?:from|of))\s+"
    r"(?:(?:the|full)\s+)*(?P<whom>[A-Z][\w]+)"
)
# "I have approved the extension. I note …": a letter goes on in the first person; "To approve … . To award …"
SPEAKING_RE = re.compile(
    r"[.;\n]\s*(?:(?:I|We)\s+(?:(?:also|further|hereby|therefore|have|has|do)\s+)*|(?<=\.\s)To\s+)(?=[a-z])"
)
# "later approvals come by way of a delegation to the Director"
BY_DELEGATION_RE = re.compile(r"\b(?:by\s+way\s+of|through|via)\s+(?:a\s+)?delegation\s+to\s+(?:the\s+)?[A-Z]")
# "the laundry contract to be procured through the framework"
INTENDED_RE = re.compile(
    r"[^.;,:]{3,120}?\sto\s+be\s+(?=(?:procured|tendered|extended|renewed|awarded|accepted|appointed|deferred)\b)"
)
# Verbs that only speak of a deed: "advertise the intention to sell".
TELLING_RE = re.compile(
    r"\b(?:advertis|publicis|publish|explor|consider|investigat|review|consult)\w*(?:\s+on)?\s*$", re.IGNORECASE
)
# "is extended by a year and delegate the details to": a verb that stands beside a passive
AND_VERB_RE = re.compile(
    r"(?:[,;]|\band\b)\s+(?:also\s+|to\s+|that\s+)?(?=(?:delegate|authori[sz]e|approve|endorse)s?\s)"
)

__all__ = ["NOTHING", "Lent", "find", "lent_by"]

LONGEST = 4000  # letters of a limb that are read for its acts; the longest real one seen has 2,600


def find(words: str, lent: Lent = NOTHING, *, below: bool = False) -> tuple[Deed, ...]:
    """The acts of a limb, in order.

    `lent`: what the lead-in over the limb lends ("approved:" approves a noun, "delegates to X to:" delegates all).
    `below`: the limb stands under another limb, where words that only list perform nothing.

    >>> [d.act.value for d in find("To approve the award of the contract and delegate authority to the Clerk to sign")]
    ['approve', 'award', 'delegate']
    >>> [d.act.value for d in find("authority be delegated to the Director to award the contract")]
    ['delegate']
    >>> [d.act.value for d in find("The award of the contract", Lent((Act.APPROVE,)))]
    ['approve', 'award']
    >>> [d.act.value for d in find("Not to extend the deadline")], [d.act.value for d in find("officers report back")]
    (['refuse'], ['other'])
    """
    words = words[:LONGEST]
    if PROCEDURAL_RE.search(words):
        return (Deed(Act.OTHER),)
    own = _own(words)
    if Act.NOTE in lent.acts and not _begins_with_verb(words):
        return (Deed(Act.NOTE),)  # "NOTED: the contracts to be awarded under delegated authority"
    found = [Deed(act) for act in lent.acts if is_lent(act, lent, own, words)]
    found += _noun(words) if own is None else own
    if not found and not below:
        found.append(Deed(Act.OTHER))
    by = BY_DELEGATION_RE.search(words) if own and all(deed.act is Act.OTHER for deed in own) else None
    found += [Deed(Act.DELEGATE, *by.span())] if by else []
    chosen = [deed for deed in found if deed.act is not Act.OTHER] or found[:1]
    first = {deed.act: deed for deed in reversed(chosen)}
    return tuple(first[act] for act in dict.fromkeys(deed.act for deed in chosen))


def _begins_with_verb(words: str) -> bool:
    """Whether a limb begins with a verb of its own, or with "That"."""
    return is_limb(words[:60] + " it") and not re.match(r"\W*(?:that\s+)?(?:the|an?)\b", words, re.IGNORECASE)


def _own(words: str) -> list[Deed] | None:
    """The acts of the limb's own verb; None where it has none."""
    for start in heads(words):
        found = _at(words, start)
        if found is not None:
            spoken = _spoken(words, start)
            late = [deed for deed in found if spoken and deed.start > spoken[0].start]
            return [*(deed for deed in found if deed not in late), *spoken, *late]
    behind_asides = heads(words)[1:2] if ASIDE_RE.match(words, opening(words)) else []
    prefaced = PREFACE_RE.match(words, opening(words))
    main = prefaced.end() if prefaced else behind_asides[0] if behind_asides else 0
    found = passive_acts.find(words[main:])
    if found is None and main:  # "On the grounds given Cabinet is recommended to award it, subject to …": no comma
        main, found = 0, passive_acts.find(words)
    if found is not None:
        given = GIVEN_TOO_RE.search(words)
        also = [Deed(Act.DELEGATE, given.start(given.lastgroup or 0), given.end())] if given is not None else []
        moved = [replace(deed, start=deed.start + main, end=deed.end + main) for deed in found]
        moved += _behind_passive(words, moved)
        return moved + (also if Act.DELEGATE not in (deed.act for deed in moved) else [])
    having = HAVING_RE.search(words)
    if having is not None and is_actor(words[: having.start()]):
        return [Deed(Act.DELEGATE if having["delegated"] else Act.AUTHORISE, having.start(), having.end() - 5)]
    for perfect in PERFECT_RE.finditer(words[:400]):
        verb = verbs.pattern().match(words, perfect.end())
        if verb is not None:
            return from_verb(words, verb) + _spoken(words, verb.end())
    procuring = PROCURING_RE.search(words)
    if procuring is not None and is_limb(words) and not words[: procuring.start()].endswith("to "):
        return [Deed(Act.PROCURE)]  # "That the Council proceed with the procurement"
    verbal = is_limb(words) or any(INFINITIVE_RE.match(words, start) for start in heads(words)) or is_task(words)
    return [Deed(Act.OTHER)] if verbal else None


def _behind_passive(words: str, found: list[Deed]) -> list[Deed]:
    """Verbs beside a passive: "is extended by a year and delegate the details to"."""
    if any(deed.act in ENDING for deed in found):
        return []
    sentence = SENTENCE_RE.split(words, maxsplit=1)[0]
    for joint in AND_VERB_RE.finditer(sentence, found[-1].end):
        between = sentence[found[-1].end : joint.start()]
        verb = verbs.pattern().match(words, joint.end())
        if verb is not None and re.search(r"\b(?:which|who|so that|to\s+(?!the\b|an?\b)[a-z]+)\b", between) is None:
            return from_verb(words, verb)
    return []


def _spoken(words: str, start: int) -> list[Deed]:
    """The acts of the sentences that go on in the first person behind the first."""
    found: list[Deed] = []
    for speaking in SPEAKING_RE.finditer(words, start):
        verb = verbs.pattern().match(words, speaking.end())
        if verb is not None and not verb[0].lower().startswith("confirm"):  # "I confirm that I have no interest"
            found += from_verb(words, verb)
    return found


def _at(words: str, start: int) -> list[Deed] | None:
    """The acts of a verb at `start`, None where no verb stands there."""
    rest = words[start:]
    negated = NEGATED_RE.match(rest)
    if negated:
        return [Deed(Act.REFUSE, start, start + negated.end()), *_instead(words, start + negated.end())]
    if APPROVAL_DELEGATED_RE.match(rest):
        return None
    approving = APPROVING_RE.match(rest) or NOUN_APPROVAL_RE.match(rest)
    if approving:
        return _approval(words, start, start + approving.end())
    seeking = SEEKING_RE.match(rest)
    if seeking is not None and is_actor(seeking["whom"]):
        return [Deed(Act.RECOMMEND, start, start + seeking.start("whom"))]
    if AUTHORITY_RE.match(rest):
        return [Deed(Act.DELEGATE, start, start + 9)]
    giving = GIVING_RE.match(rest)
    if giving:
        act = Act.DELEGATE if giving["delegated"] else Act.AUTHORISE
        return [Deed(act, start, start + giving.end())]
    if GRANT_NOUN_RE.match(rest):
        return None
    if TO_NOUN_RE.match(rest):  # "agreed: to the purchase of the yard"
        return [Deed(act, start, start) for act in (Act.APPROVE, *act_objects.find(words, start + 3))]
    to = re.match(r"(?:to|will(?=\s+recommend))\s+(?:(?:otherwise|also|further|now|\w{3,}ly)\s+)?", rest, re.IGNORECASE)
    verb = verbs.pattern().match(words, start + (to.end() if to else 0))
    if verb is not None:
        return from_verb(words, verb)
    plain = plain_verb(rest) if not (ASIDE_RE.match(rest) or PROGRESS_RE.match(rest)) else None
    return _from_plain(words, start + plain) if plain is not None else None


def _approval(words: str, start: int, end: int) -> list[Deed]:
    """What approval is given to: "approval for the sale", "approval for officers to procure", "agreement to extend"."""
    to = TO_DO_RE.match(words, end)
    verb = verbs.pattern().match(words, to.end()) if to else None
    joint = JOINT_RE.match(words, end)
    plain = verbs.plain_pattern().match(words, to.end()) if to else None  # "approval to take up the extension"
    place = plain.end() if plain else joint.end() if joint else end
    inner = from_verb(words, verb) if verb else [Deed(a) for a in act_objects.find(words, place)]
    own = [Deed(Act.APPROVE, start, end), *(deed for deed in inner if deed.act not in ENDING)]
    return own + beside(words, place, words[start:end].split()[0])


def _instead(words: str, start: int) -> list[Deed]:
    """What is done in the place of what is refused: "does not agree to Option A, but approves Option C"."""
    but = re.search(r",?\s+but\s+(?:to\s+)?", words[start:])
    verb = verbs.pattern().match(words, start + but.end()) if but else None
    return from_verb(words, verb) if verb is not None else []


def _from_plain(words: str, end: int) -> list[Deed]:
    """Acts of a verb that has none of its own, by its object: "take all steps necessary to procure and award"."""
    steps = STEPS_RE.match(words, end)
    verb = verbs.pattern().match(words, steps.end()) if steps else None
    if verb is not None:
        return from_verb(words, verb)
    told = TELLING_RE.search(words, 0, end) is not None
    found = [act for act in act_objects.find(words, end) if act in NAMED and not told]
    if not found and PROCURING_RE.search(words[max(0, end - 12) : end + 60]):
        found = [Act.PROCURE]
    if not found:  # "To spend the grant, and to extend the contract"
        return beside(words, end, words[:end].split()[-1]) or [Deed(Act.OTHER)]
    included = INCLUDING_RE.search(words, end)
    if included:
        found += [act for act in act_objects.of_noun(fold(included["noun"]), "") if act in NAMED and act not in found]
    return [*(Deed(act, end, end) for act in found), *beside(words, end, words[:end].split()[-1])]


def _noun(words: str) -> list[Deed]:
    """The acts that a limb without a verb names: "A variation of the contract"."""
    start = opening(words)
    if ENTERING_RE.match(words, start):
        return [Deed(Act.ENTER_AGREEMENT, start, start)]
    named = [*(act_objects.find(words, start) or _intended(words, start)), *act_objects.joined(words)]
    return [Deed(act, start, start) for act in dict.fromkeys(named)]


def _intended(words: str, start: int) -> list[Act]:
    """What a limb without a verb wants done: "the contract to be procured through the framework"."""
    intended = INTENDED_RE.match(words, start)
    verb = verbs.pattern().match(words, intended.end()) if intended else None
    if verb is None:
        return []
    accepts = verbs.code(verb) == verbs.ACCEPT
    return act_objects.find(words, start, accepting=True)[:1] if accepts else [Act(verbs.code(verb))]
