"""The grammar of acts: what the words of a limb do.

    verb      "To approve the award of a contract": the verb decides, its object names what
    passive   "the objections be noted"
    noun      "The award of a contract" under "approved:"; the lead-in lends its verb

Pure functions over the words of one limb. Delegating and authorising end the reading: what another is empowered to do
is not done yet.
"""

import re
from dataclasses import dataclass, replace

from minutes_extract.annotations import Act
from minutes_extract.nlp import act_objects, passive_acts, verbs
from minutes_extract.nlp.active_acts import (
    DELEGATING_RE,
    ENTERING_RE,
    FURTHER,
    FURTHER_RE,
    PROCURING_RE,
    beside,
    from_verb,
)
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.deeds import ASIDE_RE, ENDING, Deed, heads, opening
from minutes_extract.nlp.leads import CLAUSE_RE, RECOMMENDS_RE
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.limb_words import is_limb, plain_verb
from minutes_extract.nlp.passive_acts import NAMED

# The public excluded, the meeting closed: business of the meeting itself.
PROCEDURAL_RE = re.compile(
    r"""\bmeeting\s+(?:be|is|was|do|does|stands?)?\s*(?:now\s+)?adjourn(?:ed)?\b
      | \bexclud\w+\b [^.;]{0,80} \b(?:press|public)\b
      | \b(?:press|public)\b [^.;]{0,80} \bbe\s+excluded\b""",
    re.VERBOSE | re.IGNORECASE,
)
NEGATED_RE = re.compile(r"(?:to\s+)?(?:do(?:es)?\s+)?not\b|(?:to\s+)?no longer\b|no action\b", re.IGNORECASE)
# "give authority to incur", "granted delegated powers to"
GIVING_RE = re.compile(
    r"(?:to\s+)?(?:give|gives|gave|grant|grants|granted)\s+(?:(?!delegated)\w+\s+)?(?P<delegated>delegated\s+)?"
    r"(?:authority|powers?)\b(?P<post>\s+to\s+the\s+[A-Z])?",
    re.IGNORECASE,
)
# "Give retrospective approval for the procurement of …"
APPROVING_RE = re.compile(
    r"(?:to\s+)?(?:give|gives|gave|given|grant|grants|granted)\s+(?:(?!delegated)[\w-]+\s+){0,2}?(?:approval|agreement)"
    r"\b(?:\s+(?:for|that|(?P<to>to))\b)?",
    re.IGNORECASE,
)
# "Approval to vary the award", "Approval of the extension"
NOUN_APPROVAL_RE = re.compile(r"(?:formal\s+)?approval\b(?:\s+(?:for|of|that|(?P<to>to))\b)(?!\s+be\b)", re.IGNORECASE)
# "Authority to be given to the Director to …"
AUTHORITY_RE = re.compile(
    r"(?:delegated\s+)?(?:authority|powers?)\s+to\s+be\s+(?:given|granted|delegated)\b", re.IGNORECASE
)
# "I have taken advice and have approved": the verb behind the first clause
PERFECT_RE = re.compile(r"(?:\b(?:and|I)|,)\s+(?:have|has|hereby|do hereby)\s+(?=[a-z]+ed\b)")
# "take all steps necessary to procure"
STEPS_RE = re.compile(
    r"\s*(?:all|any|such|the)?\s*(?:\w+\s+){0,4}?(?:steps?|actions?|things)\b[^.;,]{0,60}?\bto\s+", re.IGNORECASE
)
INCLUDING_RE = re.compile(r"\bincluding\s+(?:the\s+)?(?P<noun>[\w-]+)", re.IGNORECASE)
# "To turn down the offer": a verb that the lexicon does not know
INFINITIVE_RE = re.compile(r"\W*to\s+[a-z]{2,}", re.IGNORECASE)
# "The Chief Finance Officer to bring a report"
INSTRUCTION_RE = re.compile(r"(?:[Tt]he\s+)?(?P<who>[A-Z][^.;:,]{2,80}?)\s+to\s+(?!the\b|an?\b)[a-z]")
# Acts that a lead-in lends to nouns under it.
LENDING = frozenset(
    {Act.APPROVE, Act.NOTE, Act.ENDORSE, Act.ADOPT, Act.AWARD, Act.GRANT, Act.APPOINT, Act.REFUSE, Act.DEFER}
)
# "agreed that" over limbs with verbs of their own lends nothing; "AGREED:" over nouns approves them.
AGREED_RE = re.compile(r"\bagree[sd]?(?:\s+(?:that|to))?\W*$|\bAGREED\b", re.IGNORECASE)
AGREED_NOUN_RE = re.compile(r"\bAGREED\W*$|\bagreed the following\W*$|\bagreed:\s*$")
# "later approvals are delegated to the Director": nothing else is approved
DELEGATED_RE = re.compile(r"(?:(?!\band\b)[^,;]){0,60}\b(?:is|are|be)\s+delegated\b")
TO_NOUN_RE = re.compile(r"to\s+(?=the\s+\w+\s+of\b)")
# "grant funding of £5m … be accepted": a noun, where "grant the sum of" begins with a verb
GRANT_NOUN_RE = re.compile(
    r"grants?\s+(?:funding|totalling|of|offers?|from|money|monies|aid|agreements?)\b", re.IGNORECASE
)
# "be referred to the Board, with the Chair being given delegated powers to decide"
GIVEN_TOO_RE = re.compile(
    r"\bwith\s+the\s+[^.;]{3,80}?\s(?P<given>being\s+given\s+delegated\s+(?:authority|powers?))\b"
)


@dataclass(frozen=True, slots=True)
class Lent:
    """The acts that a lead-in lends to the limbs under it.

    To nouns always; `clauses`: to limbs with verbs of their own too ("approves that:"); `infinitives`: to limbs such as
    "To spend …" too ("gives approval:").
    """

    acts: tuple[Act, ...] = ()
    clauses: bool = False
    infinitives: bool = False


NOTHING = Lent()
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
    found = [Deed(act) for act in lent.acts if _is_lent(act, lent, own, words)]
    found += _noun(words) if own is None else own
    if not found and not below:
        found.append(Deed(Act.OTHER))
    chosen = [deed for deed in found if deed.act is not Act.OTHER] or found[:1]
    first = {deed.act: deed for deed in reversed(chosen)}
    return tuple(first[act] for act in dict.fromkeys(deed.act for deed in chosen))


def _begins_with_verb(words: str) -> bool:
    """Whether a limb begins with a verb of its own, or with "That"."""
    return is_limb(words[:60] + " it") and not re.match(r"\W*(?:that\s+)?(?:the|an?)\b", words, re.IGNORECASE)


def lent_by(words: str) -> Lent:
    """The acts that a lead-in lends to the limbs under it.

    >>> [a.value for a in lent_by("has approved:").acts], [a.value for a in lent_by("RESOLVED that").acts]
    (['approve'], [])
    >>> [a.value for a in lent_by("That the Committee delegates authority to the Director of Homes to:").acts]
    ['delegate']
    """
    asked = re.search(r"\b(?:is|are)\s+recommended\b", words)
    if re.search(r"\brecommend", words, re.IGNORECASE) and RECOMMENDS_RE.search(words) and not asked:
        return Lent((Act.RECOMMEND,))
    if DELEGATING_RE.search(words) or re.search(r"\bdelegat(?:e|es|ed)\b", words, re.IGNORECASE):
        return Lent((Act.DELEGATE,))
    if re.search(r"\bauthori[sz]e[sd]?\b|\bempower", words, re.IGNORECASE):
        return Lent((Act.AUTHORISE,))
    codes = [verbs.code(match) for match in verbs.pattern().finditer(words[-200:])]
    if re.search(r"\bapproval\W*(?:to|for)?\W*$", words):
        return Lent((Act.APPROVE,), infinitives=True)
    kept = [act for act in dict.fromkeys(Act(c) for c in codes if c != verbs.ACCEPT) if act in LENDING]
    if AGREED_RE.search(words):
        kept = [act for act in kept if act is not Act.APPROVE]
    if not kept and AGREED_NOUN_RE.search(words):
        kept = [Act.APPROVE]
    return Lent(tuple(kept), clauses=re.search(r"\bthat\W*$", words) is not None)


def _is_lent(act: Act, lent: Lent, own: list[Deed] | None, words: str) -> bool:
    """Whether the lead-in's act is the limb's too: always in recommending and empowering, else where it has no verb."""
    if act in ENDING or act is Act.RECOMMEND:
        return True
    if own is None:
        return not is_limb(words)
    if act is Act.NOTE or (lent.infinitives and INFINITIVE_RE.match(words)):
        return all(deed.act is Act.OTHER for deed in own)
    return lent.clauses and DELEGATED_RE.match(words) is None


def _own(words: str) -> list[Deed] | None:
    """The acts of the limb's own verb; None where it has none."""
    for start in heads(words):
        found = _at(words, start)
        if found is not None:
            return found
    behind_asides = heads(words)[1:2] if ASIDE_RE.match(words, opening(words)) else []
    main = behind_asides[0] if behind_asides else 0
    found = passive_acts.find(words[main:])
    if found is not None:
        given = GIVEN_TOO_RE.search(words)
        also = [Deed(Act.DELEGATE, given.start("given"), given.end())] if given is not None else []
        moved = [replace(deed, start=deed.start + main, end=deed.end + main) for deed in found]
        return moved + (also if Act.DELEGATE not in (deed.act for deed in found) else [])
    for perfect in PERFECT_RE.finditer(words[:400]):
        verb = verbs.pattern().match(words, perfect.end())
        if verb is not None:
            return from_verb(words, verb)
    procuring = PROCURING_RE.search(words)
    if procuring is not None and is_limb(words) and not words[: procuring.start()].endswith("to "):
        return [Deed(Act.PROCURE)]  # "That the Council proceed with the procurement"
    verbal = is_limb(words) or INFINITIVE_RE.match(words) or _is_instruction(words)
    return [Deed(Act.OTHER)] if verbal else None


def _at(words: str, start: int) -> list[Deed] | None:
    """The acts of a verb at `start`, None where no verb stands there."""
    rest = words[start:]
    negated = NEGATED_RE.match(rest)
    if negated:
        return [Deed(Act.REFUSE, start, start + negated.end()), *_instead(words, start + negated.end())]
    approving = APPROVING_RE.match(rest) or NOUN_APPROVAL_RE.match(rest)
    if approving:
        shifted = start + approving.end()
        verb = verbs.pattern().match(words, shifted + 1) if approving["to"] else None
        inner = from_verb(words, verb) if verb else [Deed(a) for a in act_objects.find(words, shifted)]
        return [Deed(Act.APPROVE, start, shifted), *(deed for deed in inner if deed.act not in ENDING)]
    if AUTHORITY_RE.match(rest):
        return [Deed(Act.DELEGATE, start, start + 9)]
    giving = GIVING_RE.match(rest)
    if giving:
        act = Act.DELEGATE if giving["delegated"] or giving["post"] else Act.AUTHORISE
        return [Deed(act, start, start + giving.end())]
    if GRANT_NOUN_RE.match(rest):
        return None
    if TO_NOUN_RE.match(rest):  # "agreed: to the purchase of the yard"
        return [Deed(act, start, start) for act in (Act.APPROVE, *act_objects.find(words, start + 3))]
    to = re.match(r"to\s+(?:otherwise\s+|also\s+|further\s+|formally\s+|now\s+)?", rest, re.IGNORECASE)
    verb = verbs.pattern().match(words, start + (to.end() if to else 0))
    if verb is not None:
        return from_verb(words, verb)
    plain = plain_verb(rest) if not ASIDE_RE.match(rest) else None
    return _from_plain(words, start + plain) if plain is not None else None


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
    found = [act for act in act_objects.find(words, end) if act in NAMED]
    if not found and PROCURING_RE.search(words[max(0, end - 12) : end + 60]):
        found = [Act.PROCURE]
    if not found:  # "To spend the grant, and to extend the contract"
        return beside(words, end, words[:end].split()[-1]) or [Deed(Act.OTHER)]
    included = INCLUDING_RE.search(words, end)
    if included:
        found += [act for act in act_objects.of_noun(fold(included["noun"]), "") if act in NAMED and act not in found]
    return [*(Deed(act, end, end) for act in found), *beside(words, end, words[:end].split()[-1])]


def _is_instruction(words: str) -> bool:
    """Whether a post is told what to do."""
    told = INSTRUCTION_RE.match(words)
    return told is not None and is_actor(told["who"]) and CLAUSE_RE.search(told["who"]) is None


def _noun(words: str) -> list[Deed]:
    """The acts that a limb without a verb names: "A variation of the contract"."""
    start = opening(words)
    if ENTERING_RE.match(words, start):
        return [Deed(Act.ENTER_AGREEMENT, start, start)]
    named = act_objects.find(words, start)
    for further in FURTHER_RE.finditer(words):
        named += [a for a in act_objects.of_noun(further["noun"].lower(), f" {further['of']} a") if a in FURTHER]
    return [Deed(act, start, start) for act in dict.fromkeys(named)]
