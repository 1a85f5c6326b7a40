"""What is approved, accepted or run, and the act that it names: "the award of a contract" → award."""

import re
from functools import cache

from minutes_extract.annotations import Act
from minutes_extract.nlp.lexicon import entries, fold

# The words of an object up to its first preposition: "the two-year extension of".
OBJECT_RE = re.compile(
    r"""\s*(?:,\s*)? (?:in\ principle,?\s+)? (?:to\s+)?
        (?: (?: the | a | an | any | all | its | their | this | that | such | his | her ) \s+ )?
        (?P<noun> (?: [\w’'&/.,£%-]+ \s+ ){0,7}? [\w’'/-]+ )
        (?= \s+ (?: of | for | to | from | with | towards | under | through | by | via | in | at | and | as | on | set
              | below | above | be | is | are | put | between | over | using | worth | up | £ | \w+ed )\b
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
VARY_TO_EXTEND_RE = re.compile(r"\bvariations?\b[^.;]{0,220}?\bto\s+(?:extend|renew)\b", re.IGNORECASE)
NEAR = 60  # letters behind a noun that still tell what it is of


def find(words: str, start: int = 0, *, accepting: bool = False) -> list[Act]:
    """The acts that an object at `start` names; `accepting` says that it is accepted, not merely approved.

    >>> [act.value for act in find("the award of the contract")], find("the maximum spend of £5m")
    (['award'], [])
    >>> [act.value for act in find("the tender from Orrell Ltd", accepting=True)]
    ['award']
    """
    match = OBJECT_RE.match(words, start)
    if match is None:
        return []
    noun = fold(match["noun"])
    rest = words[match.end() : match.end() + NEAR]
    compound = re.match(r"\s+of\s+\w+", rest)  # "deed of variation", "offer of grant"
    named = _lexicon().get(" ".join([*noun.split()[-1:], *fold(compound[0]).split()])) if compound else None
    found = [named] if named is not None else of_noun(noun, rest, accepting=accepting)
    if accepting and not found:
        thing = ACCEPTED_RE.search(words, start, start + 120)  # "accept the Department for Education capital grant"
        found = of_noun(fold(thing[0]), words[thing.end() : thing.end() + NEAR], accepting=True) if thing else []
    joined = JOINED_RE.match(rest)
    if joined and found:
        found += [act for act in of_noun(fold(joined["noun"]), rest[joined.end() :]) if act not in found]
    extends = noun.split()[-1:] and noun.split()[-1] in ("option", "options", "provision")
    if (extends and re.match(r"\s+to\s+(?:extend|renew)", rest)) or (
        Act.VARY in found and VARY_TO_EXTEND_RE.search(words, start)
    ):
        found += [Act.EXTEND] if Act.EXTEND not in found else []
    return found


def of_noun(noun: str, rest: str, *, accepting: bool = False) -> list[Act]:
    """The act of a folded noun phrase, by its last words; `rest` is what follows it."""
    words = noun.split()
    for length in (3, 2, 1):
        if len(words) < length:
            continue
        tail = " ".join(words[-length:])
        for term in (tail, tail.removesuffix("s")):
            act = _lexicon().get(term)
            if act is not None:
                return _named(term, act, noun, rest, accepting=accepting)
    return []


def _named(term: str, act: Act, noun: str, rest: str, *, accepting: bool) -> list[Act]:
    """What a term of the lexicon names here."""
    if term == "grant" and re.match(r"\s+of\s+(?:an?|the)\b", rest):
        return [Act.GRANT]
    if term in ACCEPTED and not accepting:
        return []
    if term == "offer" and re.match(r"\s+of\s+(?:£|€|funding|grant|an? grant)", rest):
        return [Act.ACCEPT_FUNDING]
    if term in ("acceptance", "receipt") and not MONEY_RE.search(f"{rest} {noun}") and len(rest) < NEAR - 10:
        return [Act.AWARD]
    return [act]


@cache
def _lexicon() -> dict[str, Act]:
    return {fold(entry.term): Act(entry.code) for entry in entries("decision_objects")}
