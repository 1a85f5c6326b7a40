"""What a lead-in lends to the limbs under it: "approved:" makes an approval of every noun below.

Pure functions over the words of a lead-in and of one limb under it.
"""

import re
from dataclasses import dataclass

from minutes_extract.annotations import Act
from minutes_extract.nlp import verbs
from minutes_extract.nlp.active_acts import DELEGATING_RE
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.deeds import ENDING, Deed, opening
from minutes_extract.nlp.leads import CLAUSE_RE, RECOMMENDS_RE
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.verbs import Form

# Acts that a lead-in lends to nouns under it.
LENDING = frozenset(
    {Act.APPROVE, Act.NOTE, Act.ENDORSE, Act.ADOPT, Act.AWARD, Act.GRANT, Act.APPOINT, Act.REFUSE, Act.DEFER}
)
# "agreed that" over limbs with verbs of their own lends nothing; "AGREED:" over nouns approves them.
AGREED_RE = re.compile(r"\bagree[sd]?(?:\s+(?:that|to))?\W*$|\bAGREED\b", re.IGNORECASE)
AGREED_NOUN_RE = re.compile(
    r"\bAGREED(?:\s+to)?\W*$|\bagreed the following\W*$|\bagreed(?:\s+to|:|\s+to:)\s*$|\b[Aa]greed\s*[–—-]\W*$"
)
# "approves:", "approve the following:", "the Cabinet Member agrees that:": what does nothing else is approved. "AGREED
# that", as formal as RESOLVED, says no more than it: "AGREED that the sum be set aside".
FILLING_RE = re.compile(
    r"\b(?:approv(?:e|es|ed|ing)|agrees?)(?:\s+(?:that|to|(?:all\s+of\s+)?the\s+following|as\s+follows|what\s+follows))?\W*$",
    re.IGNORECASE,
)
# "as the Board had recommended, the Council approves": what went before
ADVISED_RE = re.compile(r"\b(?:as|what)\s[^,.:;]{0,80}?\brecommended\b(?:\s+by\s[^,.:;]{2,60})?[,.]")
# "later approvals are delegated to the Director": nothing else is approved
DELEGATED_RE = re.compile(r"(?:(?!\band\b)[^,;]){0,60}\b(?:is|are|be)\s+delegated\b")
# "To turn down the offer": a verb that the lexicon does not know
INFINITIVE_RE = re.compile(r"\W*to\s+[a-z]{2,}", re.IGNORECASE)
# The same, or the bare verb: "revoke the guide", "release £4,000"; not "under the scheme", "all the works"
DOING_RE = re.compile(
    r"""\W*(?: to\s+[a-z]{2,}
          | (?!(?:the|an?|that|all|both|under|for|in|on|of|at|by|with|from|over|subject|such|any|each|what|one)\b)
            [a-z-]{3,}(?<!ing)(?<!ion)(?<!ions)(?<!ment)(?<!al) \s+ (?: (?:the|an?|its|their)\b | £ ) )""",
    re.VERBOSE | re.IGNORECASE,
)
# "The Chief Finance Officer to bring a report"
INSTRUCTION_RE = re.compile(
    r"(?:[Tt]hat\s+)?(?:[Tt]he\s+)?(?P<who>[A-Z][^.;:,]{2,80}?)\s+to\s+(?!(?:the|an?|its|their|his|her|all|any)\b)[a-z]"
)
# "officers be asked to report", "the Chair be asked to set call-in aside"
TASK_RE = re.compile(r"\bbe\s+(?:asked|requested|instructed|invited|required|directed|urged|encouraged)\s+to\b")
# "subject to the following conditions authority be delegated to X:": what follows is no power
CONDITIONS_RE = re.compile(r"\bfollowing\s+(?:conditions|provisos|criteria)\b[^:]*:?\W*$")
STAFF_RE = re.compile(r"(?:the\s+|all\s+)?(?:officers|staff|members)\s*", re.IGNORECASE)
THAT_RE = re.compile(r"\W*that\b", re.IGNORECASE)
WHOSE_RE = re.compile(r",|[’']s?$")  # "the Council’s use of"
LONGEST_WHO = 80  # letters of a name that is told what to do


@dataclass(frozen=True, slots=True)
class Lent:
    """The acts that a lead-in lends to the limbs under it.

    To nouns always; `clauses`: to limbs with verbs of their own too ("approves that:"); `infinitives`: to limbs such as
    "To spend …" too ("gives approval:"); `fills`: to limbs that do nothing of their own ("agrees that:"), but,
    where it is `agreed`, not to what is agreed to be done ("I agree to: revoke the guide").
    """

    acts: tuple[Act, ...] = ()
    clauses: bool = False
    infinitives: bool = False
    fills: bool = False
    agreed: bool = False


NOTHING = Lent()


def lent_by(words: str) -> Lent:
    """The acts that a lead-in lends to the limbs under it.

    >>> [a.value for a in lent_by("has approved:").acts], [a.value for a in lent_by("RESOLVED that").acts]
    (['approve'], [])
    >>> [a.value for a in lent_by("That the Committee delegates authority to the Director of Homes to:").acts]
    ['delegate']
    >>> lent_by("The Cabinet Member agrees that:").fills, lent_by("Cabinet agreed that:").fills
    (True, False)
    """
    words = ADVISED_RE.sub("", words)
    if CONDITIONS_RE.search(words):
        return NOTHING
    asked = re.search(r"\b(?:is|are)\s+recommended\b", words)
    if re.search(r"\brecommend", words, re.IGNORECASE) and RECOMMENDS_RE.search(words) and not asked:
        return Lent((Act.RECOMMEND,))
    if DELEGATING_RE.search(words) or re.search(r"\bdelegat(?:e|es|ed)\b", words, re.IGNORECASE):
        return Lent((Act.DELEGATE,))
    if re.search(r"\bauthori[sz]e[sd]?\b|\bempower", words, re.IGNORECASE):
        return Lent((Act.AUTHORISE,))
    if re.search(r"\bapproval\W*(?:(?:be|is)\s+given\s+)?(?:to|for)?\W*$", words):
        return Lent((Act.APPROVE,), infinitives=True)
    return _by_verb(words)


def _by_verb(words: str) -> Lent:
    """What the verbs at the end of a lead-in lend."""
    found = [m for m in verbs.pattern().finditer(words[-200:]) if not m[0].lower().startswith("noting")]
    codes = [verbs.code(match) for match in found]
    kept = [act for act in dict.fromkeys(Act(c) for c in codes if c != verbs.ACCEPT) if act in LENDING]
    fills = FILLING_RE.search(words) is not None
    if AGREED_RE.search(words):
        kept = [act for act in kept if act is not Act.APPROVE]
    clauses = bool(kept) and re.search(r"\bthat\W*$", words) is not None
    if not kept and (fills or AGREED_NOUN_RE.search(words)):
        kept = [Act.APPROVE]
    agreed = re.search(r"\bagree[sd]?(?:\s+to)?\W*$", words, re.IGNORECASE) is not None
    return Lent(tuple(kept), clauses=clauses, fills=fills, agreed=agreed)


def is_lent(act: Act, lent: Lent, own: list[Deed] | None, words: str) -> bool:
    """Whether the lead-in's act is the limb's too: always in recommending and empowering, else where it has no verb."""
    if act in ENDING or act is Act.RECOMMEND:
        return True
    idle = own is None or all(deed.act is Act.OTHER for deed in own)
    if lent.fills and idle:
        return not is_task(words) and not (lent.agreed and DOING_RE.match(words))
    if own is None:
        return not is_limb(words)
    if act is Act.NOTE or (lent.infinitives and INFINITIVE_RE.match(words)):
        return idle
    return lent.clauses and DELEGATED_RE.match(words) is None


def is_task(words: str) -> bool:
    """Whether somebody is told what to do.

    >>> is_task("The Chief Finance Officer to bring a report"), is_task("that officers report back in May")
    (True, True)
    >>> is_task("release £4,000 from the reserve"), is_task("the Board moves to its next stage")
    (False, False)
    """
    told = INSTRUCTION_RE.match(words)
    if told is not None and is_actor(told["who"]) and CLAUSE_RE.search(told["who"]) is None:
        return True
    if TASK_RE.search(words):
        return True
    start = opening(words)
    verb = verbs.plain_pattern().search(words, start + 1, start + LONGEST_WHO)
    if verb is None or verbs.form(verb[0]) is not Form.BASE:
        return False
    who = words[start : verb.start()].strip()
    named = THAT_RE.match(words) and is_actor(who) and CLAUSE_RE.search(who) is None and WHOSE_RE.search(who) is None
    return STAFF_RE.fullmatch(who) is not None or bool(named)
