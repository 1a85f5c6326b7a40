"""The grammar of lead-ins: the words after which a body decides.

    strong   "RESOLVED that", "It was agreed to", "UNANIMOUSLY RESOLVED:", "… do hereby approve:"
    actor    "The Cabinet Member has approved …": the name of the decider and a verb, at the beginning of a passage

Pure functions over the words of one passage; offsets are within those words.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from minutes_extract.annotations import Force
from minutes_extract.nlp.actors import is_actor

# What may stand between the verb of a lead-in and the limb: ", unanimously," "that" "as follows:" ":-"
TAIL = r"""
    (?: \s*+ ,? \s* (?: unanimously | UNANIMOUSLY | nem\.?\s?con\.? | accordingly | in\ principle
        | on\ a\ show\ of\ hands | by\ a\ majority(?:\ vote)? | (?:the\ )? following(?:\ decisions?)? | as\ follows
        | \( (?! (?:\d{1,2}|[a-z]|[ivx]+)\) ) [^()]{0,60} \) ) ,? )*+
    (?: \s* [:;–—-]+ )?
    (?: \s* (?P<join> that | That | THAT | T\ H\ A\ T | to | To | TO ) \b (?! \s+ (?:the|this)\ (?:extent|effect)) )?
    (?: \s* (?: ,\ )? (?: [:–—]-?  | -(?=\s*$) ) )?
"""

# A verb in capitals decides wherever it stands: "moved by Cllr Hale, seconded by Cllr Webb and RESOLVED that".
CAPITALS_RE = re.compile(
    rf"""(?: \b(?: UNANIMOUSLY | Unanimously | unanimously | IT\ WAS | It\ was | it\ was | was | and ) \s+ ){{0,3}}
        \b(?P<verb> RESOLVED | AGREED | DECIDED | ORDERED | RECOMMENDED | RECOMMENDS? | DETERMINED | NOTED | APPROVED
            | RESOLVES | AGREES | RESOLUTION )\b
        (?: \s+ (?P<more> to\ RECOMMEND | TO\ RECOMMEND | to\ recommend ) \b
            (?: \s+ (?:to\s+|TO\s+)? (?:the\s+|full\s+|Full\s+|FULL\s+)* (?:Council|COUNCIL|Cabinet|Executive)\b )?
          | (?<=RECOMMENDED) \s+ (?:to|TO) \s+ (?:(?:the|The|THE|full|Full|FULL)\s+)* [A-Z][\w&’' -]{{2,60}}?
            (?= \s+(?:that|THAT|to|TO)\b | \s*[:–-] | \s*$ ) )?
        {TAIL}""",
    re.VERBOSE,
)
# "The Committee NOTED the letter": the verb is the limb's own
OWN_VERB_RE = re.compile(
    r"(?P<actor>(?:The\s)?[A-Z][^.:;]{2,80}?)\s(?:NOTED|APPROVED)\s(?!that\b|to\b|as\sfollows|the\sfollowing)[^\s:–-]"
)
# The same in ordinary letters, where a sentence or clause begins with it or with "it was".
ORDINARY_RE = re.compile(
    rf"""(?: ^ | (?<=[.;:]\ ) | (?<=,\ ) | (?<=\band\ ) | (?<=\bthen\ ) | (?=\bit\ (?:was|is|has\ been)\ ) )
        ["“'‘]?
        (?: (?: it\ (?:was|is|has\ been) | were | was | and ) (?: \s*+, )? \s+ )?
        (?: (?: unanimously | further | also | therefore | accordingly | then | duly | proposed,?\ seconded\ and
              | moved,?\ seconded\ and ) \s+ ){{0,2}}
        (?P<verb> resolved | agreed | decided | ordered | recommended | determined | moved\ and\ agreed )\b
        (?= \s* (?: unanimously | in\ principle | nem | \( | : | ; | – | — | -\s | , | that\b | to\b | as\ follows
            | the\ following | not\ to\b | $ ) )
        {TAIL}""",
    re.VERBOSE | re.IGNORECASE,
)
# "as agreed (Portfolio Holder's meeting)", "the sum agreed", "to be agreed": the verb in passing.
PASSING_RE = re.compile(
    r"\b(?:as|to be|been|being|not|previously|already|the|an|those|when|if|once|were|sum|had)\s+$", re.IGNORECASE
)
# "NOTED" and the like in a line of capitals is part of a title.
TITLE_RE = re.compile(r"[A-Z ]{12,}$")

# A passage that introduces a list: it decides somewhere, and ends open.
OPEN_END_RE = re.compile(r"(?:[:–—]-?|\b(?:that|to|That|To|THAT|TO)\b\s*[:–—;-]*|\s-)\s*$")
DECIDING_RE = re.compile(
    r"""\b(?: resolv | agree | decid | approv | authori[sz] | delegat | determin | recommend | order | endors | accept
        | award | grant | adopt | made\ the\ following | not(?:ed|es)\b | asked\ to\b | requested\ to\b | invited\ to\b
        | hereby | support | confirm )""",
    re.VERBOSE | re.IGNORECASE,
)
RECOMMENDS_RE = re.compile(
    r"""(?<!\bhad\ ) (?<!\bhas\ ) (?<!\bas\ ) (?<!\bbeen\ ) (?<!\bearlier\ )
        \brecommend(?:s|ed|ing)?\b (?! \s+(?:decision|option|course|action)s? )
      | \b(?:is|are)\ asked\ to\b | \binvited\ to\b | \brequested\ to\b""",
    re.VERBOSE | re.IGNORECASE,
)

# "That Full Council be recommended to approve:", "That Cabinet recommends to Council*"
ASKING_RE = re.compile(
    r"That\s(?:(?:the\s)?[A-Z][\w ]{2,40}\s(?:be|is|are)\srecommended\sto\s[a-z]+(?:\sthat)?\s*:"
    r"|(?:the\s)?[A-Z][\w ]{2,40}\srecommends?\sto\s(?:the\s)?(?:[Ff]ull\s)?Council\s*[*:]*)"
)
# "Following discussion it was", over a list: the page has lost the picture of "RESOLVED"
LOST_VERB_RE = re.compile(r"\bit\s+was\s*[:–-]*\s*$")
# "Proposed by Cllr Hale and seconded by Cllr Webb that the work be done. Carried 5 for and 1 against."
PROPOSED_RE = re.compile(
    r"\b[Pp]roposed\s+(?:by\s+)?[^.;]{2,60}?\bseconded\s+(?:by\s+)?[^.;]{2,60}?\s(?P<join>that|to)\b"
)
CARRIED_RE = re.compile(
    r"\b(?:carried|agreed|all (?:were )?in favour|unanimous|passed|approved|resolved)", re.IGNORECASE
)
# "It was moved by Cllr Hale:" opens a motion, which is not carried yet; "Applications approved by the Borough Council:"
# tells of another's decisions.
MOVED_RE = re.compile(
    r"\b(?:approved|refused|granted|agreed|determined|decided)\s+by\b|\bmoved\b(?!.*\b(?:resolved|agreed|carried)\b)|\b(?:amendment|motion)\b[^.]{0,60}:\s*$",
    re.IGNORECASE,
)
# "The minutes of the meeting held on 9 July were confirmed as a correct record and signed."
MINUTES_RE = re.compile(
    r"""^The\ (?:draft\ |public\ |open\ |officers?[’']?\ )?
        (?: [Mm]inutes | recommendations? | proposals? | [Rr]eports?(?=\ (?:was|were|and)\b) | contents?\ of
            | substance )\b
        [^.;]{0,200}? \b(?:were|was)\s+ (?:(?:duly|then|unanimously)\s+)?
        (?: confirmed | approved | agreed | signed | accepted | received | adopted | noted )\b""",
    re.VERBOSE,
)

# "The Cabinet Member for Clean Streets has also approved": actor, auxiliaries, verb.
ACTOR_RE = re.compile(
    r"""^ (?:["“])? (?: (?: That | At\ its\ meeting[^,]{0,60}, | On\ [\w\s]{4,30}, | Having\ [^:;]{0,400}?,
            | Following\ [^:;]{0,200}?, | (?:So\ as|In\ order)\ to\ [^:;]{0,200}?,
            | After\ [^:;]{0,200}?, | As\ [A-Z][^:;]{0,120}?, ) \s+ )?
        (?P<actor> (?: I\b,? (?:[^:;]{0,300}?,)? | [Tt]he\s | [A-Z] ) [^:;]{0,160}? ) \s+
        (?: (?: has | have | had | hereby | also | now | unanimously | then | therefore | formally | do | does | duly
            | further | having[^,]{0,200}, ) \s+ )*+
        (?P<verb> (?i: agree[ds]? | approve[ds]? | authori[sz]e[ds]? | delegate[ds]? | note[ds]? | resolve[ds]?
            | award(?:ed|s) | endorse[ds]? | adopt(?:ed|s)? | grant(?:ed|s)? | refuse[ds]? | defer(?:red|s)?
            | decide[ds]? | accept(?:ed|s)? | appoint(?:ed|s)? | confirm(?:ed|s)? | ratifie[ds] | ratify
            | recommend(?:ed|s)? | determine[ds]? | signed\ off | consented | made | gave | gives? | supported
            | upheld | rejected | declined
            | voted(?=[^.;]{0,40}\sto\s) ) )\b""",
    re.VERBOSE,
)
# "Having read the report Cabinet is recommended to award the contract"
ASKED_RE = re.compile(
    r"""^ (?: [^.:;]{0,200}\s )?
        (?P<actor> (?:[Tt]he\s)? [A-Z][\w’'-]*+ (?: ,?\s (?: [A-Z][\w’'-]*+ | of|for|and|the|& ) )*+ ) \s
        (?: is | are | be ) \s (?:hereby\s|now\s)? (?P<verb> recommended ) \s (?: to | that ) \b""",
    re.VERBOSE,
)
# "The Director (under delegated powers), following consultation with the Leader and the Mayor, authorises"
BRACKETED_RE = re.compile(r"\s\([^()]{3,120}\)")
CONSULTING_RE = re.compile(
    r",?\s(?:following|after|in)\sconsultation\swith\s[^.;:]{3,300}?,?\s"
    r"(?=(?:has\s|hereby\s)?(?:authori[sz]es?d?|approve[sd]?|agree[sd]?|awarded|awards|resolve[sd]|decide[sd])\b)"
)
# "With that report before me I have agreed the budget": the decider behind a clause
MYSELF_RE = re.compile(
    r"""^ [A-Z] [^.:;]{2,160}? \s (?P<actor> I ) \s (?: (?: have | hereby | do | also | now | therefore ) \s )*+
        (?P<verb> agreed? | approved? | authori[sz]ed? | delegated? | award(?:ed)? | endorsed? | accept(?:ed)?
            | appoint(?:ed)? | confirm(?:ed)? | decided? | resolved? | granted? ) \b""",
    re.VERBOSE,
)
# "… agreed to (i) accept the grant; (ii) …": a list inside the sentence.
LISTING_RE = re.compile(r"\s*(?:(?:that|to|as follows|the following)\b)?\s*[:–-]?\s*(?=\((?:i|a|1|A)\)\s)")
# "The Cabinet Member:" over a list.
NAMED_RE = re.compile(r"(?P<actor>(?:[Tt]he\s)?[A-Z][^.:;\n]{3,120}?)\s*[:;]")
# Words that no name of a decider holds: "what had been agreed", "members who approved".
CLAUSE_RE = re.compile(
    r"""\b(?: had | has | have | was | were | been | be | is | are | what | which | who | that | to | discussed
        | considered | asked | said | if | when | whether | would | will | report | previously | not | under | by
        | takes? | her | his | their | this | these | given | as | so | but | because | it )\b""",
    re.VERBOSE,
)
# Small words inside names: "the Cabinet Member for Homes and the Voluntary Sector", "members of the committee".
SMALL_RE = re.compile(r"the|of|for|and|&|in|on|with|responsibility|lead|both|all|joint|or|–|-|/|relevant|full")
LONGEST_NAME = 24  # words


class Strength(IntEnum):
    """How surely words begin an operative part."""

    NONE = 0
    LIMB = 1
    ACTOR = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in at `[start, end)` of a passage; an actor's, which are part of the limb, have no extent."""

    start: int
    end: int
    strength: Strength
    force: Force


def find(words: str, *, opens_list: bool = False) -> Lead | None:
    """The lead-in in the words of a passage, if any; `opens_list` says that a list follows the passage.

    >>> find("It was moved by Cllr Hale and RESOLVED that the report be noted.").strength.name
    'STRONG'
    >>> find("The Committee discussed what had been agreed in May.") is None
    True
    >>> find("The Cabinet Member for Parks has approved:", opens_list=True).strength.name
    'STRONG'
    """
    strong = CAPITALS_RE.search(words) or ORDINARY_RE.search(words)
    if strong is not None and not _is_passing(words, strong):
        whole = OWN_VERB_RE.match(words)
        if whole is not None and is_decider(whole["actor"]):
            return Lead(0, 0, Strength.STRONG, _force(strong["verb"]))
        return _lead(words, strong)
    proposed = PROPOSED_RE.search(words)
    if proposed is not None and CARRIED_RE.search(words, proposed.end()):
        return Lead(proposed.start(), proposed.end(), Strength.STRONG, Force.DECIDES)
    if opens_list and OPEN_END_RE.search(words) and DECIDING_RE.search(words[-400:]) and not MOVED_RE.search(words):
        return Lead(0, len(words), Strength.STRONG, _force(words[-300:]))
    if ASKING_RE.fullmatch(words.strip()):
        return Lead(0, len(words), Strength.STRONG, Force.RECOMMENDS)
    if opens_list and LOST_VERB_RE.search(words):
        return Lead(0, len(words), Strength.STRONG, Force.DECIDES)
    return _by_actor(words)


def _by_actor(words: str) -> Lead | None:
    """The lead-in of words that begin with the decider."""
    if MINUTES_RE.match(words):
        return Lead(0, 0, Strength.ACTOR, Force.DECIDES)
    bare = CONSULTING_RE.sub(" ", BRACKETED_RE.sub("", words)) if words[:1] in "TA" else words
    begun = (ACTOR_RE.match(words), ASKED_RE.match(words), MYSELF_RE.match(words))
    if bare != words and (alone := ACTOR_RE.match(bare)) is not None and is_decider(alone["actor"]):
        return Lead(0, 0, Strength.ACTOR, _force(alone["verb"]))
    actor = next((match for match in begun if match is not None and is_decider(match["actor"])), None)
    if actor is None:
        return None
    if not words[actor.end() :].strip(" :;-–—"):
        return Lead(0, len(words), Strength.STRONG, _force(actor["verb"]))  # "The Committee resolved:-"
    listed = LISTING_RE.match(words, actor.end())
    if listed is not None:
        return Lead(0, listed.end(), Strength.STRONG, _force(actor["verb"]))
    return Lead(0, 0, Strength.ACTOR, _force(actor["verb"]))


def decider(words: str) -> str | None:
    """The name of the one who decides, where words begin with it.

    >>> decider("The Cabinet Member for Parks has approved:"), decider("It was resolved that Cllr Hale be elected")
    ('The Cabinet Member for Parks', None)
    """
    actor = ACTOR_RE.match(words) or NAMED_RE.match(words)
    return actor["actor"] if actor is not None and is_decider(actor["actor"]) else None


def is_decider(name: str) -> bool:
    """Whether the words before a verb are the name of one who decides, and no clause.

    >>> is_decider("The Cabinet Member for Homes and Safety"), is_decider("The report to the Committee")
    (True, False)
    """
    if name == "I" or name.startswith(("I ", "I,")):
        return True
    return CLAUSE_RE.search(name) is None and is_actor(name) and _is_name(name)


def _is_name(words: str) -> bool:
    """Whether words read as a name: capitals and small words, or heads of names in small letters."""
    tokens = [token.lstrip("(“‘'\"") for token in words.split()]
    plain = [t for t in tokens if not (t[:1].isupper() or t[:1].isdigit() or SMALL_RE.fullmatch(t))]
    return len(tokens) <= LONGEST_NAME and all(is_actor(token) for token in plain)


def _lead(words: str, match: re.Match[str]) -> Lead:
    """The lead-in of a verb; a condition that stands before it belongs to it."""
    before = words[: match.start()].strip()
    start = 0 if before.startswith(("Subject to", "subject to", "That,", "Having")) else match.start()
    groups = match.groupdict()
    rest = words[match.end() :].strip()
    if groups.get("more") and rest and match["more"].islower() and match[0].rstrip()[-1] not in ":–—-":
        return Lead(start, match.start("more"), Strength.STRONG, Force.RECOMMENDS)  # "RESOLVED | to recommend that …"
    return Lead(start, match.end(), Strength.STRONG, _force(f"{groups['verb']} {groups.get('more') or ''}"))


def _force(words: str) -> Force:
    if RECOMMENDS_RE.search(words):
        return Force.RECOMMENDS
    return Force.NOTES if re.search(r"\bnote", words, re.IGNORECASE) else Force.DECIDES


def _is_passing(words: str, match: re.Match[str]) -> bool:
    """Whether a verb only tells of a decision, stands in a title, or is a field of a form ("Agreed: 09/05/06")."""
    if re.match(r"\W*\d{1,2}/\d{1,2}/\d", words[match.end() :]):
        return True
    if not match["verb"].isupper():
        return PASSING_RE.search(words[: match.start("verb")]) is not None
    if re.fullmatch(r"RECOMMENDED\s+TO\s+[A-Z& ]+", words.strip(" :-–")):
        return False
    return match["verb"] not in ("RESOLVED", "DECIDED", "ORDERED") and TITLE_RE.match(words) is not None
