"""What is approved, accepted or run, and the act that it names: "the award of a contract" → award."""

import re
from functools import cache

from minutes_extract.annotations import Act
from minutes_extract.nlp import verbs
from minutes_extract.nlp.lexicon import entries, fold

# The words of an object up to its first preposition: "the two-year extension of".
OBJECT_RE = re.compile(
    r"""\s*(?:,\s*)? (?:in\ principle,?\s+)? (?:to\s+)?
        (?: (?: the | a | an | any | all | its | their | this | that | such | his | her ) \s+ )? (?:up\s?to\s+)?
        (?P<noun> (?: [\w’'&/.,£%-]+ \s+ ){0,7}? [\w’'/-]+ )
        (?= \s+ (?: of | for | to | from | with | towards | under | through | by | via | in | into | at | and | as | on
              | set | below | above | be | is | are | put | between | over | using | worth | up | so | until | during
              | within | because | pending | totalling | that(?=\s+there\b) | £ | \w+ed )\b
          | (?<=\baward)\s+the\b                          # "approve the award the contract": a slip
          | \s*[,.;:(£] | \s*$ )""",
    re.VERBOSE | re.IGNORECASE,
)
JOINED_RE = re.compile(
    r"\s*(?:,|and|,\s*and)\s+(?:the\s+|subsequent\s+|subsequently\s+)*(?P<noun>[\w-]+(?:\s+(?!(?:to|of|for|with|in|on)\b)[\w-]+)?)"
)
# Things that are accepted; approving "the tender" or "funding" does not by itself award or accept it.
ACCEPTED = frozenset(
    {"funding", "grant", "grant funding", "grant offer", "offer of grant", "loan", "allocation", "contribution"}
    | {"tender", "bid", "quotation", "quote", "offer", "lowest", "lowest price", "lower price"}
)
ACCEPTED_RE = re.compile(rf"\b(?:{'|'.join(sorted(ACCEPTED, key=len, reverse=True))})s?\b", re.IGNORECASE)
# "receipt of the grant", but "acceptance of the tender"
MONEY_RE = re.compile(r"grant|fund|£|contribution|allocation|loan", re.IGNORECASE)
VARY_TO_EXTEND_RE = re.compile(
    r"\bvariations?\b[^.;]{0,220}?\b(?:to\s+(?:extend|renew)|which\s+(?:extends|renews))\b", re.IGNORECASE
)
# "an amendment to the funding agreement"
AMENDED_RE = re.compile(
    r"(?:\s+(?:that|which)\s+(?:may|might|are|is)\s[^,;.]{2,40}?)?\s+(?:to|of)\s+(?:the\s+)?[\w ]{0,40}?"
    r"(?<!tenancy )\b(?:agreement|contract|lease|licence)\b"
    r"(?!\s+(?:procedure|procurement|rules|regulations|code|law)\b)",
    re.IGNORECASE,
)
AMENDMENTS = ("amendment", "amendments", "change", "changes", "alteration", "alterations")
# "any small changes | that may be wanted to the agreement"
RELATIVE_RE = re.compile(r"\s+(?:that|which)\b")
# Nouns that frame what is approved: "the commencement of a procurement", "the principle of the granting of a lease".
FRAMES = frozenset(
    {"commencement", "start", "launch", "use", "making", "undertaking", "initiation", "progression"}
    | {"principle", "issue", "issuing"}
)
INNER_RE = re.compile(r"\s+of\s+")
# "the request for the extension of": what is asked for is done
ASKED_RE = re.compile(r"\s+(?:for|that\s+there\s+be)\s+(?=the\b|an?\b)")
ASKING = frozenset({"request", "requests", "proposal", "proposals", "recommendation", "recommendations"})
# "the proposal from Orrell Ltd to extend the contract"
PURPOSE_RE = re.compile(
    r"\s+(?:(?:(?:from|by|of)\s+(?:the\s+)?[A-Z]|(?:at|in|under)\s)(?:[^,;.]|\.(?=\d)){1,60}?\s+)?"
    r"to\s+(?=[a-z]|[A-Z]{3})"
)
# "the offer to sell the yard"
OFFER_RE = re.compile(r"\s+to\s+(?=(?:sell|dispose)\b)")
# "a direct award to extend the contract"
TO_EXTEND_RE = re.compile(r"\s+to\s+(?:extend|renew)\b")
# "the award of a six-month extension"
OF_EXTENSION_RE = re.compile(
    r"\s+of\s+(?:an?|the)\s+(?:(?!for\b|of\b|contract\b)[\w-]+\s+){0,4}?extension\b", re.IGNORECASE
)
# "the issue of a new licence"
ISSUED_RE = re.compile(
    r"\s+of\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:licen[cs]es?|permits?|grants?|permissions?|dispensations?)\b",
    re.IGNORECASE,
)
# Nouns whose purpose tells the act: "the proposal to seek tenders".
PLANS = frozenset(
    {"proposal", "proposals", "decision", "request", "plan", "plans", "intention", "application", "system", "framework"}
    | {"recommendation", "recommendations"}
)
# "approve, in principle, the transfer", "approve, for the purposes of section 9E, the Council's"
ASIDE_RE = re.compile(r",\s+[^,;]{3,160},\s+(?=the\b|an?\b)")
# "a grant of £900 to the hall"; "from the Department" comes in, "from the Relief Fund" goes out
GIFT_RE = re.compile(r"\s+(?:of|totalling)\s+(?:up\s+to\s+)?£")
INCOMING_RE = re.compile(r"\bfrom\b(?![^.;]*\b(?:[Ff]und|[Rr]eserves?|[Bb]udgets?)\b)")
# "the making of grants", "grants to voluntary bodies": given, not taken in
GRANTS_RE = re.compile(r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}?grants?\b", re.IGNORECASE)
GIVEN_TO_RE = re.compile(
    r"""\s+to\s+ (?!the\s+(?:\w+\s+)?(?:Council|Authority)\b)
        (?: (?:the|an?|its|their|each)\s | [A-Z]
          | [^.;:]{0,50}? \b(?:groups?|organisations|bodies|clubs|charities)\b )""",
    re.VERBOSE,
)
# "accept contractor C"
FIRM_RE = re.compile(
    r"\s*(?:the\s+)?(?:contractor|supplier|bidder|tenderer|provider|firm|company)s?\b(?!['’])", re.IGNORECASE
)
CONTRACT_RE = re.compile(r"\b(?:contracts?|works|lots?|tenders?)\b", re.IGNORECASE)
LASTING_RE = re.compile(r"\b(?:contracts?|agreements?|leases?|licen[cs]es?)\b", re.IGNORECASE)
# What must be transferred to be disposed of.
PROPERTY_RE = re.compile(
    r"\b(?:freehold|leasehold|land|site|building|property|premises|title|ownership|asset)s?\b", re.IGNORECASE
)
# What a noun must stand with to name an act.
NEEDED = {"transfer": PROPERTY_RE, "continuation": LASTING_RE}
# "the grant of a lease", "the grant of long leases"; not "the grant of £900"
OF_ONE_RE = re.compile(r"\s+of\s+(?:an?|the)\b")
OF_NO_SUM_RE = re.compile(r"\s+of\s+(?!(?:up\s+to\s+)?[£€\d])")
NEAR = 60  # letters behind a noun that still tell what it is of
# Acts that a thing which is authorised names: "the award … be authorised".
NAMED = frozenset({Act.VARY, Act.PROCURE, Act.AWARD, Act.EXTEND, Act.DISPOSE, Act.ACQUIRE, Act.GRANT})
# Acts that nouns further on in an object name.
FURTHER = NAMED | {Act.ENTER_AGREEMENT, Act.ADOPT, Act.APPOINT}
# "approve the surrender of the lease | and the granting of a new one", "; to the variation of the rates"
FURTHER_RE = re.compile(
    r"(?:[,;]|\band)\s+(?:and\s+)?(?:to\s+)?(?:(?:the|an?|any|all)\s+)?"
    r"(?P<noun>(?:(?:new|direct|further|subsequent|later|future)\s+)?[\w-]+)\s+(?P<of>of|into)\b"
)
# "(approve) the plan, by proceeding with the procurement of", "going to procurement … be approved"
GOING_ON_RE = re.compile(
    r"""\b(?:by\s+)?
        (?: proceeding | going(?:\s+(?:on|ahead|out))? | commencing | beginning | starting | undertaking | running
          | carrying\s+out )\s+ (?:(?:with|to|on)\s+)? (?:(?:the|an?)\s+)? (?:[\w-]+\s+){0,2}?
        (?:re-?)?(?: procurement | tender(?:ing)? )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def find(words: str, start: int = 0, *, accepting: bool = False) -> list[Act]:
    """The acts that an object at `start` names; `accepting` says that it is accepted, not merely approved.

    >>> [act.value for act in find("the award of the contract")], find("the maximum spend of £5m")
    (['award'], [])
    >>> [act.value for act in find("the tender from Orrell Ltd", accepting=True)]
    ['award']
    """
    aside = ASIDE_RE.match(words, start)
    match = OBJECT_RE.match(words, aside.end() if aside else start)
    if match is None:
        return _accepted(words, start) if accepting else []
    told = RELATIVE_RE.search(words, match.start("noun"), match.end("noun"))
    end = told.start() if told else match.end()
    noun = fold(words[match.start("noun") : end].removesuffix(" itself"))
    rest = words[end : end + NEAR]
    framed = _framed(words, end, noun)
    if framed is not None:
        return framed
    found = _named_by(noun, rest, accepting=accepting)
    if accepting and (not found or (found == [Act.AWARD] and re.search(r"fund|grant", noun))):
        found = _accepted(words, start) or found
    if not accepting and noun.endswith("offer") and OFFER_RE.match(rest):
        found = [Act.DISPOSE]
    return found + [act for act in _too(words, start, noun, rest, found) if act not in found]


def joined(words: str) -> list[Act]:
    """The acts that nouns further on in an object name.

    >>> [act.value for act in joined("the surrender of the lease and the granting of a new one")]
    ['grant']
    """
    found = (of_noun(each["noun"].lower(), f" {each['of']} a") for each in FURTHER_RE.finditer(words))
    return list(dict.fromkeys(act for acts in found for act in acts if act in FURTHER))


def _framed(words: str, end: int, noun: str) -> list[Act] | None:
    """What a noun that frames another speaks of: "the use of the extension period"; None where it is no frame."""
    last = noun.rpartition(" ")[2]
    if last in ("issue", "issuing") and ISSUED_RE.match(words, end):
        return [Act.GRANT]
    frame = INNER_RE if last in FRAMES else ASKED_RE if last in ASKING else None
    inner = frame.match(words, end) if frame else None
    if inner is not None and last == "making" and GRANTS_RE.match(words, inner.end()):
        return [Act.GRANT]
    if inner is not None:
        return find(words, inner.end())
    purpose = PURPOSE_RE.match(words, end) if last in PLANS else None
    verb = verbs.pattern().match(words, purpose.end()) if purpose else None
    return of_verb(words, verb) if verb is not None else None  # "the proposal to seek tenders"


def _named_by(noun: str, rest: str, *, accepting: bool) -> list[Act]:
    """What a noun names, alone or in a compound: "deed of variation", "offer of grant"."""
    compound = re.match(r"\s+of\s+\w+", rest)
    named = _lexicon().get(" ".join([*noun.split()[-1:], *fold(compound[0]).split()])) if compound else None
    return [named] if named is not None else of_noun(noun, rest, accepting=accepting)


def _too(words: str, start: int, noun: str, rest: str, found: list[Act]) -> list[Act]:
    """What is named beside an act that has been found: a second noun, an extension."""
    beside = JOINED_RE.match(rest) if found else None
    acts = of_noun(fold(beside["noun"]), rest[beside.end() :]) if beside else []
    extends = noun.rpartition(" ")[2] in ("option", "options", "provision") and TO_EXTEND_RE.match(rest)
    awarded = Act.AWARD in found and (OF_EXTENSION_RE.match(rest) or TO_EXTEND_RE.match(rest))
    varied = Act.VARY in [*found, *acts] and VARY_TO_EXTEND_RE.search(words, start)
    return [*acts, Act.EXTEND] if extends or awarded or varied else acts


def _accepted(words: str, start: int) -> list[Act]:
    """What is accepted, further on in its name: "the Department for Work capital grant", "£24,000 of Arts money"."""
    if FIRM_RE.match(words, start):
        return [Act.AWARD]
    thing = ACCEPTED_RE.search(words, start, start + 120)
    if thing:
        return of_noun(fold(thing[0]), words[thing.end() : thing.end() + NEAR], accepting=True)
    return [Act.ACCEPT_FUNDING] if re.search(r"[£€]|\bfund", words[start : start + 24], re.IGNORECASE) else []


def of_verb(words: str, match: re.Match[str]) -> list[Act]:
    """The acts of a verb with its object, without the verbs beside it: "approve the award of" → approve, award."""
    code = verbs.code(match)
    if code == verbs.ACCEPT:
        return find(words, match.end(), accepting=True)[:1] or [Act.APPROVE]
    act = transacted(Act(code), words[match.end() :])
    named = find(words, match.end()) if act in (Act.APPROVE, Act.ENDORSE) else []
    return [act, *(other for other in named if other is not act)]


# What is sold at a counter is not disposed of as property is.
WARES_RE = re.compile(r"\b(?:tickets?|cards?|merchandise|souvenirs?|permits?|refreshments)\b", re.IGNORECASE)


def transacted(act: Act, words: str) -> Act:
    """An act, but `other` for what is sold and is no property."""
    return Act.OTHER if act is Act.DISPOSE and WARES_RE.search(words[:160]) else act


def of_noun(noun: str, rest: str, *, accepting: bool = False) -> list[Act]:
    """The act of a folded noun phrase, by its last words; `rest` is what follows it."""
    if noun.rpartition(" ")[2] in AMENDMENTS and AMENDED_RE.match(rest):
        return [Act.VARY]
    words = noun.split()
    for length in (3, 2, 1):
        if len(words) < length:
            continue
        tail = " ".join(words[-length:])
        for term in (tail, tail.removesuffix("s")):
            act = _lexicon().get(term)
            if act is not None and tail != "receipts":  # "capital receipts" are money that has come in
                return _named(term, act, noun, rest, accepting=accepting)
    return []


def _named(term: str, act: Act, noun: str, rest: str, *, accepting: bool) -> list[Act]:
    """What a term of the lexicon names here."""
    if term == "grant" and (OF_ONE_RE.match(rest) or (not accepting and _is_given(rest))):
        return [Act.GRANT]
    if term in ACCEPTED and not accepting:
        return []
    if term == "letting":
        return [Act.AWARD if CONTRACT_RE.search(f"{noun} {rest}") else Act.GRANT]
    needed = NEEDED.get(term)
    if needed is not None and needed.search(f"{noun} {rest}") is None:
        return []
    if term == "offer" and re.match(r"\s+of\s+(?:£|€|funding|grant|an? grant)", rest):
        return [Act.ACCEPT_FUNDING]
    if term in ("acceptance", "receipt") and not MONEY_RE.search(f"{rest} {noun}") and len(rest) < NEAR - 10:
        return [Act.AWARD]
    return [act]


def _is_given(rest: str) -> bool:
    """Whether a grant goes out: "of a lease", "of £900 to the hall", "to clubs"; not what comes from another."""
    if OF_NO_SUM_RE.match(rest):
        return True
    return (GIFT_RE.match(rest) or GIVEN_TO_RE.match(rest)) is not None and INCOMING_RE.search(rest) is None


@cache
def _lexicon() -> dict[str, Act]:
    return {fold(entry.term): Act(entry.code) for entry in entries("decision_objects")}
