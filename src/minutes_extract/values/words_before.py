r"""The words before an amount: "an estimated total cost of up to", "at an annual value of", "incl. VAT".

A cue counts only if nothing but a bridge stands between it and the amount. The nearer cue wins: "an estimated total
cost of up to £31m" is bounded above. A cue that governs something else is not reached: in "up to 4 beds for £2m" the
figure breaks the bridge.

    reach    bridge                                        cues
    near     article, "total of", "the value of"           over, under, about, in excess of, limited to …
    phrase   words for money ("contract value of")         up to, minimum, not exceeding, approximate …
    subject  money, its clause and a verb or "of"          maximum, minimum: "maximum spend over the term will be"
    expected (cue that ends in its verb)                   expected to be, assumed to cost
    clause   a dozen words that end in "of", "at", "is" …  estimated
"""

import re

from minutes_extract.values.bounds import WINDOW, Bound, Qualifier, Rate, pattern, rate, vat_sense

# Cues before an amount, each group named by what it says and how far it reaches. Longer forms stand first: "no more
# than" must be taken before "more than" is seen in it.
CUE_RE = pattern(
    r"""
    (?: (?<!\w) | (?=[<>≤≥~≈]|n['’]t\b) ) (?=[^\s\ddjkpqtvxyz])  # only where a cue can begin: most places are none
    (?:
    (?P<up_to__phrase>
        \b(?:not|never|nor|cannot|n['’]t) \s+ (?:to\s+|be\s+)?+ exceed(?:ing|s|ed)?\b # not to exceed
      | \b(?:no|not) \s+ (?:more|greater|higher) \s+ than\b                              # by no more than £10
      | \bno \s+ (?:[a-z-]+\s+){1,3} (?:to\s+|shall\s+|may\s+|should\s+)? exceed(?:ing|s)?\b  # no grant to exceed
      | \bup (?: [\s-]?+ to | \s+ the \s+ value \s+ of )\b (?:\s+and\s+including\b)?+  # a slip: "up the value of"
      | \bupper \s+ limit\b | \bat \s+ (?:the\s+)?+ most\b
      | \bat,? \s+ or \s+ (?:under|below|less\s+than)\b
    )
  | (?P<up_to__subject> \b(?:maximum|max\b\.?) )
  | (?P<at_least__phrase>
        \b(?:no|not) \s+ (?:less|lower|fewer) \s+ than\b | \bat \s+ (?:the\s+(?:very\s+)?+)?+ least\b
      | \bat,? \s+ or \s+ (?:over|above|more\s+than|in\s+excess\s+of)\b           # at, or over, £175,000
    )
  | (?P<at_least__subject> \bminimum\b | (?<!\d)(?<!\d\s)\bmin\b\.? )
  | (?P<none__near> \bover \s+ and \s+ above\b )                                         # on top of: bounds nothing
  | (?P<up_to__near>
        \b(?:limited|restricted|capped) \s+ (?:to|at)\b
      | \b(?:cap|ceiling|limit) (?:\s+(?:value|price|figure|sum|amount))?+ \s+ of\b
      | \b(?:budget|financial|funding|cost) \s+ envelope \s+ of\b
      | \bupset \s+ (?:amount|limit|price|fee) \s+ of\b                                  # Ontario's fixed maximum
      | \b(?:less|lower|fewer) \s+ than\b | \bnot \s+ above\b
      | (?<!\bthe\s)(?<!\bas\s)(?<!\bfrom\s)\b(?:under|below|within)\b | (?<!["'/>-])[<≤]
    )
  | (?P<at_least__near>
        \bin \s+ excess \s+ of\b | \b(?:more|greater|higher) \s+ than\b | \bupwards? \s+ of\b | \bnot \s+ below\b
      | \bexceed(?:ing|s|ed)?\b | (?<!\bthe\s)(?<!\bas\s)\b(?:over|above)\b | (?<!["'/-])(?<!<[a-z])[>≥]
    )
  | (?P<approximately__phrase>
        \bapprox(?:imate(?:ly)?+)?+\b\.? | \bin \s+ the \s+ region \s+ of\b | \b(?:in|of) \s+ the \s+ order \s+ of\b
    )
  | (?P<approximately__near>
        \bc(?:irca|a)\b\.? | (?-i:\bc\b\.?) | \b(?:around|about|roughly|nearly|almost|some)\b | \bclose \s+ to\b | [~≈]
    )
  | (?P<approximately__expected>
        \b(?:expected|assumed|anticipated|reckoned|likely) \s+ to \s+
        (?: be | cost | total | reach | (?:come|amount|add \s+ up) \s+ to )\b
    )
  | (?P<approximately__clause>
        \bestimat(?:ed|ing)\b | \bestimates? \s+ (?:that|is|was)\b | \ban \s+ estimate \s+ of\b | \best\.
    )
    )
    """
)

# Nouns and little words that may stand between a cue and its amount: "a maximum total contract value (including
# extensions) of".
MONEY_WORDS = r"""
    (?: a|an|the|its|our|this|that|these|of|at|is|was|be|being|to|by|will|would|for|in|each|any|all
      | total|totals|totalling|overall|combined|aggregate|cumulative|gross|net|capital|revenue|additional|further|extra
      | contracts?|tender|project|scheme|purchase|award|lease|grant|loan|funding|fund|contribution|investment
      | value|values|cost|costs|costing|price|prices|spend|spending|expenditure|budgets?|envelope
      | sums?|amounts?|figure|instalments?|fees?|rent|rental|charges?|payments?|income|savings?
      | pressures?|shortfall|overspend|underspend|deficit|surplus|allocation|outlay|provision
      | added|extra|level|limit|threshold|worth|rate|premium|subsidy|bid|quote
      | approved|agreed|working|balances?|reserves?|general|service|guaranteed|allowance|liability|deposit|bonus|salary
      | estimated|annual|annually|yearly|initial|increase|possible|likely|available|required
      | incl|inclusive|including|excl|exclusive|excluding|vat|extensions?|options?
    )\b
"""
PHRASE_RE = pattern(rf"(?: [\s:|,()£'’–-]++ | {MONEY_WORDS} )*+")
# "(maximum) contract value, those four months counted, is", "(annual) cost of the helpline will be", "(maximum) grant
# to any one club of": money that is the subject of a clause, and the verb or preposition that ends it.
SUBJECT_RE = pattern(
    rf"""
    \s+
    (?: (?: {MONEY_WORDS} | running|maintenance|rental|subscription|staffing|operating|hire|average ) [\s-]++ ){{0,3}}?
    (?: spend(?:ing)? | expenditure | values? | costs? | prices? | sums? | amounts? | budgets? | payments? | liability
      | grants? | fees? | totals? | rents? | rates? | charges? | savings? | income | contributions? | awards? | loans?
      | investment | funding | allocation | premium | subsidy | salary | allowances? | bids? | offers? )\b
    (?: \s+ (?:that|which) \s+ (?:may|can|could|will|would) \s+ be \s+ \w+ )?+
    (?P<clause> [^;:£€$]{{0,110}}? )
    (?P<verb>
        \b(?: (?:go|goes|went)\s+up\s+from | (?:be\s+|is\s+|was\s+)?+(?:increased|raised|uplifted|reduced)\s+from
          | (?:rise|rises|rose|increases?)\s+from | is | was | be | comes?\s+to | came\s+to | stands?\s+at | stood\s+at
          | amount(?:s|ed|ing)?\s+to | of | at )
        (?: \s+ (?:now|then|currently|set|fixed|put)\b | \s+ at\b )*+ \s*+ )?+
    \Z
    """
)
# What a clause may not tell in between, or the amount is that of another thing.
OTHER_SUBJECT_RE = pattern(
    r"""
    \b(?: is|are|was|were|has|have|had|can|may|must|but|however|while|whereas|although|that|which|who|whose|compared
       |against|plus|so|after|when|where|if
       |costs?|costing|prices?|values?|sums?|budgets?|rents?|fees?|totals?|number|up\s+to )\b
    """
)
NEAR_RE = pattern(
    r"""
    \s*+ (?:(?:a|an|another)\s++)?+ (?:(?:further|additional|extra|combined|overall|total|estimated)\s++)?+
    (?:
        (?:the\s++ (?:approved\s++|agreed\s++|allocated\s++)?+ )?+
        (?:total|sum|value|cost|costs|amount|price|figure|budget|allocation|envelope)\s++
        (?:(?:cost|value|sum)\s++)?+ of\s++
      | (?:the\s++)? (?:[\w-]++\s++){0,4}? (?:threshold|limit|boundary)\s++ (?:is|of)\s++  # above the EU threshold of
    )?+
    """
)
# "(expected to be) a total of"
EXPECTED_RE = pattern(
    r"\s++(?:(?:(?:an?|the)\s+)?(?:further\s+|total\s+|sum\s+|value\s+|cost\s+){0,2}(?:of|at)\s++)?+(?:an?\s+additional\s++)?+"
)
THE_RE = pattern(r"\s*+(?:the|its|our|this|their)\s++")
LIMIT_RE = pattern(r"[\s-]*+(?:[\w-]++\s++){0,2}?(?:limit|threshold|cap|ceiling|maximum|mark)\b")  # under the £2m limit
CLAUSE_RE = pattern(r"(?: [\s:|()'’–,-]++ | [^\W\d_]++ ){0,26}+")
# "(The estimated value of the contract), reckoning on an uplift of 2.5% a year, (is)"
RECKONING_RE = pattern(
    r"""
    ,\s+ (?:reckoning|assuming|allowing|counting|based|including|inclusive|taking)\b (?:[^£€$;:.,] | \.\d){3,120}?,?
    (?= \s+(?:is|was|of|at|will\s+be|would\s+be)\s+\Z )
    """
)
CLAUSE_BREAK_RE = pattern(
    r"\b(?:but|however|while|whereas|although|which|compared|against|plus|so|after)\b | ,\s*+(?!in\b)[^,]*+\Z"
)
CLAUSE_END_RE = pattern(
    r"""
    (?: \A | [:|(] | \b(?:of|at|is|was|are|were|be|being|been|to|by|worth|as|another|additional|further|an?|total
      | value|costs?|costing|saves?|saving|savings|totals?|totalling|reach|requires?|needs?|bring|price|sum|annual)
    )
    [\s:|()]*+ \Z
    """
)
# Where the words before an amount stop belonging to it: a sentence's end (not the stop of "incl. VAT"), a blank line.
SENTENCE_RE = re.compile(
    r"[.!?](?<!\bexcl.)(?<!\bincl.)(?<!\bexc.)(?<!\binc.)(?<!\bmax.)(?<!\bmin.)(?<!\best.)(?<!\bapprox.)"
    r"[\"”’)]?\s++(?=[A-Z(\"“])"
    r"|;|\n\s*\n"
)

# "No hub is to be given more than £300,000", "no call-off goes above £1.1m" bound above; "no contract over £100,000 may
# be let" does not.
NEGATED_RE = pattern(
    r"""
    \b(?: (?:not|never|cannot)\b (?:\s+\w+){0,5}?
      | (?:no|none|neither|nor)\b [^,;:]{0,60}? \b(?:is|are|be|shall|may|will|can|must)\b [^,;:]{0,60}?
      | (?:no|none|neither|nor)\b [^,;:]{0,60}? \b(?:goes|go|comes?|rises?|runs?|costs|gets?|receives?) )\s+\Z
    """
)
# "adds up to £11m", "stepping up to £21,000": a sum, not a bound.
REACHED_RE = pattern(r"\b(?:add|sum|step|round|go|come|top|top-)(?:p?ing|p?ed|e?s)?+\s+\Z")
# "asked about £500", "concerns over £5m", "40% over the sum of £9,000": the cue belongs to the word before it.
GOVERNED_RE = pattern(
    r"\b(?:ask(?:ed|ing)?|concern(?:s|ed)?|quer(?:y|ies|ied)|questions?|told|complain(?:ed|ts?)?|disputes?|debates?|information"
    r"|discussions?|spread|carried|discretion|control)\s+\Z | (?:\d\s?%|per\s?cent)\s+\Z"
)

# "at an annual value of £1.36m": the rate stands before, and a connecting word ends the phrase.
HEAD_PER_RE = pattern(r"\b(?:annual|annually|yearly|monthly|weekly|daily|hourly)\b")
CONNECTED_RE = pattern(r"(?:\b(?:of|at|is|was|be|being|to|totalling|worth)|[:|])\s*+\Z")
HEAD_VAT_RE = pattern(
    r"\b(?P<sense>incl?\.?|inclusive|including|excl?\.?|exc\.?|ex|exclusive|excluding)\s+(?:of\s+)?+VAT\)?[\s:|-]*+\Z"
)


def sentence(text: str, start: int, end: int) -> int:
    """Where the words that can bear on an amount at `end` begin: its sentence, within the window, from `start`."""
    begin = max(start, end - WINDOW)
    breaks = [match.end() for match in SENTENCE_RE.finditer(text, begin, end)]
    return breaks[-1] if breaks else begin


def parse(text: str, start: int, end: int, after: str = "") -> Bound:
    """Reads the words `text[start:end]` that stand before an amount; `after` is what follows it.

    >>> parse("an estimated total cost of up to ", 0, 33).qualifier
    <Qualifier.UP_TO: 'up_to'>
    >>> parse("up to 4 beds at a cost of ", 0, 26).qualifier is None
    True

    An amount that a limit is named by is bounded; one that a programme is named by is not:

    >>> parse("which is under the ", 0, 19, " limit").qualifier
    <Qualifier.UP_TO: 'up_to'>
    >>> parse("found within the ", 0, 17, " roads programme").qualifier is None
    True
    """
    begin = sentence(text, start, end)
    words = text[begin:end]
    cue, at = qualifier(words, after)
    per, per_at = head_rate(words, at)
    vat = HEAD_VAT_RE.search(words)
    starts = [place for place in (at, per_at, vat.start() if vat else None) if place is not None]
    return Bound(cue, per, vat_sense(vat.group("sense")) if vat else None, len(words) - min(starts, default=len(words)))


def qualifier(words: str, after: str) -> tuple[Qualifier | None, int | None]:
    """The qualifier that the nearest cue gives, and where the cue stands."""
    for cue in reversed(list(CUE_RE.finditer(words))):
        sense, _, reach = (cue.lastgroup or "none__near").partition("__")
        lead = words[: cue.start()]
        if bridges(words[cue.end() :], reach, after) and not governed(lead, cue.group()):
            negated = sense == "at_least" and reach == "near" and NEGATED_RE.search(lead[-80:])
            return (None, None) if sense == "none" else (Qualifier("up_to" if negated else sense), cue.start())
    return None, None


def governed(lead: str, cue: str) -> bool:
    """Whether a cue belongs to the word before it: "asked about £500", "adds up to £11m"."""
    return bool(REACHED_RE.search(lead) if cue.lower().startswith("up") else GOVERNED_RE.search(lead))


def bridges(gap: str, reach: str, after: str) -> bool:
    """Whether nothing but a bridge stands between a cue and its amount."""
    if reach == "near":
        return bool(NEAR_RE.fullmatch(gap) or (THE_RE.fullmatch(gap) and LIMIT_RE.match(after)))
    if reach == "expected":
        return EXPECTED_RE.fullmatch(gap) is not None
    if PHRASE_RE.fullmatch(gap) or (reach in ("subject", "clause") and is_subject(gap)):
        return True
    gap = RECKONING_RE.sub("", gap)
    clause = reach == "clause" and CLAUSE_RE.fullmatch(gap) and CLAUSE_END_RE.search(gap)
    return bool(clause) and not CLAUSE_BREAK_RE.search(gap)


def is_subject(gap: str, *, verb: bool = True) -> bool:
    """Whether a gap is money, a clause that tells of it and of nothing else, and (if asked for) its verb.

    >>> is_subject(" spend over the life of the scheme would be "), is_subject(" number of bids was six, which cost ")
    (True, False)
    """
    match = SUBJECT_RE.fullmatch(gap)
    if not match or (verb and not match["verb"]):
        return False
    # An aside has two commas; after one alone another thing begins.
    return match["clause"].count(",") % 2 == 0 and not OTHER_SUBJECT_RE.search(match["clause"])


def head_rate(words: str, cue: int | None) -> tuple[Rate | None, int | None]:
    """The rate in "an annual value of", and where it stands. `cue` is where a qualifier begins that reaches the amount.

    >>> words = "where the yearly rent exceeds "
    >>> head_rate(words, words.index("exceeds"))[0], head_rate("The weekly charge came to ", None)[0]
    (<Rate.YEAR: 'year'>, <Rate.WEEK: 'week'>)
    """
    found = list(HEAD_PER_RE.finditer(words))
    if not found:
        return None, None
    per = found[-1]
    phrase = CONNECTED_RE.search(words) and PHRASE_RE.fullmatch(words, per.end())
    carried = cue is not None and per.end() <= cue and is_subject(words[per.end() : cue], verb=False)
    if phrase or carried or is_subject(words[per.end() :]):
        return rate(per.group()), per.start()
    return None, None
