"""What is approved, accepted or run, and the act that it names: "the award of a contract" → award."""

import re
from functools import cache

from minutes_extract.annotations import Act
from minutes_extract.nlp import verbs
from minutes_extract.nlp.lexicon import entries, fold

# The words of an object up to its first preposition: "the two-year extension of".
OBJECT_RE = re.compile(
    r"""\s*(?:,\s*)? (?:in\ principle,?\s+)? (?:to\s+)?
        (?: (?: the | a | an | any | all | its | their | this | that | such | his | her ) \s+ )?
        (?P<noun> (?: [\w’'&/.,£%-]+ \s+ ){0,7}? [\w’'/-]+ )
        (?= \s+ (?: of | for | to | from | with | towards | under | through | by | via | in | into | at | and | as | on
              | set | below | above | be | is | are | put | between | over | using | worth | up | so | until | during
              | within | because | pending | totalling | that(?=\s+there\b) | £ | \w+ed )\b
          | (?<=\baward)\s+the\b                          # "approve the award the contract": a slip
          | \s*[,.;:(£] | \s*$ )""",
    re.VERBOSE | re.IGNORECASE,
)
JOINED_RE = re.compile(
    r"\s*(?:,|and|,\s*and)\s+(?:the\s+|subsequent\s+|subsequently\s+)*(?P<noun>[\w-]+(?:\s+[\w-]+)?)"
)
# Things that are accepted; approving "the tender" or "funding" does not by itself award or accept it.
ACCEPTED = frozenset(
    {"funding", "grant", "grant funding", "grant offer", "offer of grant", "loan", "allocation", "contribution"}
    | {"tender", "bid", "quotation", "quote", "offer", "lowest", "lowest price"}
)
ACCEPTED_RE = re.compile(rf"\b(?:{'|'.join(sorted(ACCEPTED, key=len, reverse=True))})s?\b", re.IGNORECASE)
# "receipt of the grant", but "acceptance of the tender"
MONEY_RE = re.compile(r"grant|fund|£|contribution|allocation|loan", re.IGNORECASE)
VARY_TO_EXTEND_RE = re.compile(
    r"\bvariations?\b[^.;]{0,220}?\b(?:to\s+(?:extend|renew)|which\s+(?:extends|renews))\b", re.IGNORECASE
)
# "an amendment to the funding agreement"
AMENDED_RE = re.compile(r"\s+(?:to|of)\s+(?:the\s+)?[\w ]{0,40}?\b(?:agreement|contract|lease|licence)\b")
# Nouns that frame what is approved: "the commencement of a procurement".
FRAMES = frozenset({"commencement", "start", "launch", "use", "making", "undertaking", "initiation", "progression"})
INNER_RE = re.compile(r"\s+of\s+")
# "the request for the extension of": what is asked for is done
ASKED_RE = re.compile(r"\s+(?:for|that\s+there\s+be)\s+(?=the\b|an?\b)")
ASKING = frozenset({"request", "requests", "proposal", "proposals", "recommendation", "recommendations"})
# "the proposal from Orrell Ltd to extend the contract"
PURPOSE_RE = re.compile(r"\s+(?:(?:from|by|of)\s+(?:the\s+)?[A-Z][^,;.]{1,60}?\s+)?to\s+(?=[a-z])")
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
)
# "approve, in principle, the transfer", "approve, for the purposes of section 9E, the Council's"
ASIDE_RE = re.compile(r",\s+[^,;]{3,160},\s+(?=the\b|an?\b)")
# "a grant of £900 to the hall"; "from the Department" comes in, "from the Relief Fund" goes out
GIFT_RE = re.compile(r"\s+(?:of|totalling)\s+(?:up\s+to\s+)?£")
INCOMING_RE = re.compile(r"\bfrom\b(?![^.;]*\b(?:[Ff]und|[Rr]eserves?|[Bb]udgets?)\b)")
# What must be transferred to be disposed of.
PROPERTY_RE = re.compile(
    r"\b(?:freehold|leasehold|land|site|building|property|premises|title|ownership|asset)s?\b", re.IGNORECASE
)
NEAR = 60  # letters behind a noun that still tell what it is of


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
    noun = fold(match["noun"])
    rest = words[match.end() : match.end() + NEAR]
    last = noun.split()[-1:]
    inner = INNER_RE.match(rest) if last and last[0] in FRAMES else None
    inner = ASKED_RE.match(rest) if last and last[0] in ASKING else inner
    if inner is not None:  # "the commencement of a procurement", "the use of the second extension period"
        return find(words, match.end() + inner.end())
    if last and last[0] in ("issue", "issuing") and ISSUED_RE.match(rest):
        return [Act.GRANT]
    purpose = PURPOSE_RE.match(words, match.end()) if last and last[0] in PLANS else None
    verb = verbs.pattern().match(words, purpose.end()) if purpose else None
    if verb is not None:  # "the proposal to seek tenders"
        return of_verb(words, verb)
    compound = re.match(r"\s+of\s+\w+", rest)  # "deed of variation", "offer of grant"
    named = _lexicon().get(" ".join([*noun.split()[-1:], *fold(compound[0]).split()])) if compound else None
    found = [named] if named is not None else of_noun(noun, rest, accepting=accepting)
    if accepting and (not found or (found == [Act.AWARD] and re.search(r"fund|grant", noun))):
        found = _accepted(words, start) or found
    joined = JOINED_RE.match(rest)
    if joined and found:
        found += [act for act in of_noun(fold(joined["noun"]), rest[joined.end() :]) if act not in found]
    if Act.AWARD in found and OF_EXTENSION_RE.match(rest):
        found += [Act.EXTEND]
    extends = noun.split()[-1:] and noun.split()[-1] in ("option", "options", "provision")
    if (extends and re.match(r"\s+to\s+(?:extend|renew)", rest)) or (
        Act.VARY in found and VARY_TO_EXTEND_RE.search(words, start)
    ):
        found += [Act.EXTEND] if Act.EXTEND not in found else []
    return found


def _accepted(words: str, start: int) -> list[Act]:
    """What is accepted, further on in its name: "the Department for Work capital grant", "£24,000 of Arts money"."""
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
    if noun.endswith("amendment") and AMENDED_RE.match(rest):
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
    if term == "grant" and re.match(r"\s+of\s+(?:an?|the)\b", rest):
        return [Act.GRANT]
    if term == "grant" and not accepting and GIFT_RE.match(rest) and not INCOMING_RE.search(rest):
        return [Act.GRANT]
    if (
        term in ACCEPTED
        and not accepting
        and not (term == "grant" and re.match(r"\s+of\s+(?!(?:up\s+to\s+)?[£€\d])", rest))
    ):
        return []
    if term == "transfer" and PROPERTY_RE.search(f"{noun} {rest}") is None:
        return []
    if term == "grant" and accepting is False and re.match(r"\s+of\s+(?!(?:up\s+to\s+)?[£€\d])", rest):
        return [Act.GRANT]
    if term == "offer" and re.match(r"\s+of\s+(?:£|€|funding|grant|an? grant)", rest):
        return [Act.ACCEPT_FUNDING]
    if term in ("acceptance", "receipt") and not MONEY_RE.search(f"{rest} {noun}") and len(rest) < NEAR - 10:
        return [Act.AWARD]
    return [act]


@cache
def _lexicon() -> dict[str, Act]:
    return {fold(entry.term): Act(entry.code) for entry in entries("decision_objects")}
