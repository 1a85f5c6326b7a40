"""The words that join the parts of a term and give each its role: initial length, option, longest length, days.

Every pattern is matched in the short stretch between two parts, or just before or after one, never in a whole text.
"""

import re

_FLAGS = re.VERBOSE | re.IGNORECASE

# Where a sentence, a clause of a list or a cell ends; "Ltd.", "No." and the initial of "J. Thackray & Sons" end none.
BREAK_RE = re.compile(
    r"""(?<!\bLtd)(?<!\bCo)(?<!\bNo)(?<!\bMr)(?<!\bCllr)(?<!\bSt)
        (?: (?<!\b[A-Z]) | (?= \. \s+ (?:The|This|That|It|In|On|For|To|Members|Cabinet|Officers|Council) \b) )
        [.?!] [\"'’”)\]]{0,3} \s+ (?=[\"'“‘(]?[A-Z£\d])
      | ; \s (?! (?:with\s|and\s)? (?:an?\s)? (?:option|extension|plus|a\sfurther)
                 | for\sthe\s(?:provision|supply|delivery)\sof\b ) | \n\s*\n | \|""",
    re.VERBOSE,
)

# --- options

# "with the option to extend for", "plus", "and a further", "followed by", "extendable by"
OPTION_RE = re.compile(
    r"""\b (?: option(?:s|al|ally)? | provision | possib\w+ | potential(?:ly)? | opportunit\w+ | ability | rights?
             | scope | facility | power | further | additional | another | extra | followed[ ]by | extendable
             | extensible | renewable | renewals? | plus
             | (?:may|might|can|could|to)[ ]be[ ](?:extended|renewed)
             | (?:with|any|including|inclusive[ ]of|allow\w+|two|three|four|\d) (?:\s[\w-]{1,12}){0,2} \s extensions?
             | extension[ ](?:period|option|provision|clause)s? ) \b
      | \+ | ,[ ]extend """,
    _FLAGS,
)
# "with an extension", "and any", against "the extension of the security contract"
WITH_EXTENSION_RE = re.compile(
    r"""\b (?:with|plus|and|any) \s (?:(?:an|any|the|two|three|four|\d|up[ ]to)\s)? (?:[\w-]{1,15}\s){0,2}?
        extensions? \b
      | \b extensions? \s? $""",
    _FLAGS,
)
# "and to extend the security contract by", "a contract for A and a contract for B": another term begins
ANOTHER_RE = re.compile(
    r"""\b and \s (?:also\s)? (?:to\s)?
        (?: (?:approve|agree|award|enter|grant|note|authorise) \b | (?:extend|the[ ]extension|an?[ ]extension) \b )
      | \b (?:contract|lease|agreement|licence|tenancy)s? \s .{0,80}
        \b (?:a|an|the) \s (?:[\w-]{1,15}\s){0,3}? (?:contract|lease|agreement|licence|tenancy)s? \s (?:for|of) \s""",
    _FLAGS,
)
# "take up the two-year extension option within it": what is done with an option that is there is a term of its own
TAKEN_UP_RE = re.compile(
    r"\b(?:tak(?:e|en|es|ing)\sup|exercis\w+|invok\w+|activat\w+|trigger\w*|(?:make|making|made)\suse\sof)\b",
    re.IGNORECASE,
)
# ... unless one of these says that it is an option all the same
TRUE_OPTION_RE = re.compile(
    r"\b(?:options?|optional|possible|provision|potential|further|additional|opportunity|plus)\b|\+", re.IGNORECASE
)
# "the option to extend the contracts by", "provision to renew the lease for": an option told without its initial length
LONE_OPTION_RE = re.compile(
    r"""\b (?: option | provision | ability | right | opportunity | possibility | potential | power | facility
             | scope | allow | permit\w* ) s? \b [^.;]{0,120} \b (?: exten\w+ | renew\w* ) \b""",
    _FLAGS,
)
EXTEND_RE = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|extensions?|renew(?:al|als|ed|ing)?|continu\w+|prolong\w*)\b", re.IGNORECASE
)
# "for three years. The contract will carry an extension provision for", "It may be extended by": an option of the same
# contract, told in the next sentence; one that is named anew ("The contract for gas ...") is another
NEXT_SENTENCE_RE = re.compile(
    r"""^ [^.;|]{0,160} \. [\"'’”)]{0,2} \s+
      (?: (?:The|This|That) (?:\s(?:contract|agreement|lease|licence|framework|grant|appointment|term)s?)?
            (?:\s(?:period|term))? | It | There | They | Both )
      \s (?: (?:will|would|shall|may|can|could|also|then|is|are|has|have|had|contains?|includes?|carr(?:y|ies)|allows?
              |provides?|comes?|permits?) \b )
      [^.;|]{0,140} $""",
    _FLAGS,
)
# "extensions of one year or more up to a further five years": one option, whose least length is told first
OR_MORE_RE = re.compile(
    r"\bor\s(?:more|longer|less|part\sthereof),?\s(?:but\s)?(?:up\sto|not\sexceeding|to\sa\smaximum)\b", re.IGNORECASE
)
FURTHER_RE = re.compile(r"\b(?:further|additional|another|extra|extensions?|options?)\b", re.IGNORECASE)
ADDING_RE = re.compile(r"\b(?:with|plus|and|any|including|or|then)\b|[,(+]", re.IGNORECASE)

# --- the initial length and the longest one

# "for up to 4 years following the initial 4 year term": the initial length after its extension
AFTER_INITIAL_RE = re.compile(
    r"""\b (?:following|after|beyond|on[ ]top[ ]of|in[ ]addition[ ]to|upon[ ]expiry[ ]of) [^.;]{0,30}
      \b (?:initial|original|first|current|existing) \b [^.;]{0,25} $""",
    _FLAGS,
)
# "a five-month extension to the present supplier's one-year contract": so told too, where a noun follows the length
EXTENDED_RE = re.compile(
    r"""^ [\s-] (?:[\w-]{1,15}\s){0,2}? extension \s (?:to|of) \s (?:the|its|our|their|this) \s
      (?:current|present|existing|initial|original) \b [^.;,]{0,40} $""",
    _FLAGS,
)
# "five years (three years plus two one-year extensions)", "seven years comprising five years and": a total explained
EXPLAINED_RE = re.compile(
    r"(?:\(|\b(?:compris\w+|made up of|consist\w+ of|being|i\.e\.|ie))\s?(?:of\s)?(?:an?\s|the\s)?$", re.IGNORECASE
)
EXPLAINING_RE = re.compile(r"^[\s-](?:[\w-]{1,15}\s){0,3}?(?:plus|and|with|followed|\+)", re.IGNORECASE)
# "up to", "a maximum of", "no longer than" before a length
MAXIMUM_RE = re.compile(
    r"""\b (?: up[ ]to | max(?:imum)? | not[ ]exceed\w* | no[ ](?:longer|more)[ ]than | not[ ]more[ ]than | total
             | overall )
      (?: [\s.]{1,2} (?: an? | the | of | further | period | term | maximum | total | contract(?:ual)? | duration
                       | possible | additional | another | length | is | extension | overall | period\(s\)
                       | combined ) ){0,6} [\s-]{0,2} $""",
    _FLAGS,
)
# "with extensions up to a total of", "providing for a potential", "making"
TOTAL_RE = re.compile(
    r"""\b (?: total\w* | maximum | max | overall | in[ ]all | making | giving | providing[ ]for | resulting[ ]in
             | aggregate | so[ ]that[ ][^.;]{0,40}[ ](?:lasts?|runs?) | not[ ]exceed\w*
             | no[ ](?:longer|more)[ ]than | duration | extend(?:able|ed|ing)?[ ]to | extendable[ ]up[ ]to
             | (?:renew\w*|extend\w*)[ ](?:annually|yearly)[ ](?:for[ ])?up[ ]to ) \b""",
    _FLAGS,
)
# "seven years in total", "five years including any extension"
IN_TOTAL_RE = re.compile(
    r"""^ [^.;]{0,40}? \b (?: in[ ]total | in[ ]all | overall | maximum | total | altogether
      | (?:including|inclusive[ ]of) (?:\s\w+){0,3} \s (?:extensions?|options?|periods?) ) \b""",
    _FLAGS,
)
# "7-year contract": a noun that has the whole length
WHOLE_RE = re.compile(
    r"^[\s-]{1,3}(?:contract|agreement|lease|framework|term|period|licence|concession)\b(?!\s(?:extension|option))",
    re.IGNORECASE,
)
# "a 2-year contract (with an optional year) to A, and a 3-year contract to B": another one, as long as the first
LIKE_RE = re.compile(
    r"(?:\b(?:and|or|also)\s|[,;:]\s)(?:for\s)?(?:an?\s)?$|\b(?:award|let|grant|approve)\s\w*\s?$", _FLAGS
)
NAMED_RE = re.compile(
    r"^[\s-]{1,3}(?:contract|agreement|lease|framework|licence|concession)\b(?!\s(?:extension|option))", re.IGNORECASE
)
# "extend for a further", against "extensions up to a maximum of": an option after all, not the longest length
MORE_RE = re.compile(
    r"""\b(?:further|additional|another|extra|more)\b
      | \b(?:extend\w*|renew\w*) (?:\s(?!annually|yearly)\w+){0,4}? \s (?:for|by)\b""",
    _FLAGS,
)

# --- days and years of account

# "from", "commencing on", "with effect from" before a first day
START_RE = re.compile(
    r"""\b (?: from | commenc\w+ | start\w* | begin\w* | between | effective | w\.?e\.?f\.? | with[ ]effect
             | backdated[ ]to )
      (?: \s (?:on|from|in|the|its|their|of|a|date|at|and|or|including|about|around|is|being|midnight
               |(?:(?:current|present|existing|original)\s)?(?:expiry|expiration|end)) ){0,5}
      [\s:]{0,2} $""",
    _FLAGS,
)
# "until", "ending on", "would come to an end on" before a last day; a dash
END_RE = re.compile(
    r"""(?: \b (?: until | till | to | end(?:s|ing|ed)? | expir\w+ | through | terminat\w+ | up[ ]to
                 | (?:come|came|comes)[ ]to[ ]an[ ]end | conclud\w+ | finish\w* )
            (?: \s (?:on|the|at|in|and|including|end[ ]of|midnight|of|until|to|date|is|being
               |no[ ]later[ ]than) ){0,4} [\s:]{0,2}
          | \s? [-–—] \s? ) $""",
    _FLAGS,
)
# Between the two days of a range, and nothing else; "and" only after "between"
TO_RE = re.compile(
    r"""^ \s{0,2} ,? \s{0,2} (?: to | until | till | up[ ]to (?:[ ]and[ ]including)? | through | end(?:s|ing) (?:\son)?
      | (?:and\s)? (?:expiring|finishing|completing|terminating|ending) (?:\s(?:on|by))? | [-–—] )
      \s{0,2} (?:the\s)? $""",
    _FLAGS,
)
TO_NEXT_RE = re.compile(r"^\s?(?:to|until|till|up\sto|[-–—])\s?", re.IGNORECASE)
AND_RE = re.compile(r"^\s*and\s*(?:the\s)?$", re.IGNORECASE)
BETWEEN_RE = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
# ... and ", starting on", "with effect from" far behind its length: "a contract with the firms that scored best, from"
FAR_START_RE = re.compile(
    r"\b(?:commenc\w+|starting|beginning|with[ ]effect)\b(?:\s(?:on|from|in|the|of)){0,3}\s?$|,\sfrom(?:\sthe)?\s$",
    _FLAGS,
)
# "(as per the confidential evaluation report, Appendix C)": an aside tells nothing of the day behind it
# ... nor does "as named in the private Appendix 1 of the report"
ASIDE_RE = re.compile(
    r"""\([^()]{0,120}\)
      | ,? \s as \s (?:named|set[ ]out|shown|listed|detailed|described|identified|outlined|given) \s (?:in|at|by)
        \s (?:the\s)? [^.;,(]{0,60}? \b (?:reports?|appendix(?:\s[\dA-Z]{1,2}\b)?|appendices|table(?:\s\d{1,2}\b)?)
        (?! \s (?:of|to|\d{1,2}|[A-Z]) \b )""",
    _FLAGS,
)
# "for six months. The contract shall commence on": the days of a term, told in the next sentence
NEXT_SENTENCE_DAY_RE = re.compile(
    r"""^ [^.;|]{0,160} \. [\"'’”)]{0,2} \s+
      (?: (?:The|This|That) (?:\s(?:new|initial|interim))?
            (?: \s (?:contract|agreement|lease|licence|framework|grant|appointment|extension|term|period)s?
                (?:\s(?:period|term))? )?
        | It | They )
      \s (?: will | shall | would | should | is | are | to ) (?: \s (?:be|due|to|expected|proposed|then|now) ){0,3}
      \s (?: commence | start | begin | run | take[ ]effect | come[ ]into[ ](?:effect|force) | effective )
      (?: \s (?:on|from|with[ ]effect[ ]from|the) ){0,3} \s $""",
    re.VERBOSE,
)
# "5 May 2030 to 4 May 2031 and": the days of one option, and those of the next
NEXT_OPTION_DAY_RE = re.compile(r"^\s?(?:,|;|and|&|, and)\s(?:then\s)?(?:from\s)?(?:the\s)?$", re.IGNORECASE)
# "for up to two further years past the end of the initial contract term on": the last day of the term itself
END_OF_INITIAL_RE = re.compile(
    r"""\b (?: past | beyond | after | following ) \s (?: the \s (?:end|expiry|expiration|completion) \s of \s )?
      (?:the|its) \s (?: initial | original ) \s (?:contract\s|lease\s|agreement\s)? (?:term|period|contract)
      (?: \s (?:expires|ends|expiry|ending|expiring) )? \s (?:on|to|of) \s (?:the\s)? $""",
    _FLAGS,
)
# Between a length and its day nothing may tell of another thing: "as reported to the meeting on".
ELSEWHERE_RE = re.compile(
    r"""\b (?: meetings? | minutes? | reports? | decision | letter | dated | published | approved[ ](?:on|by|at)
             | Act | regulations | considered | submitted | currently[ ]ends ) \b""",
    _FLAGS,
)
# "12 months (1 April 2024 to 31 March 2025)": days that explain a length
BRACKET_RE = re.compile(
    r"^(?:\s(?:[\w-]{1,15}\s)?(?:period|term|contract|lease|agreement|extension|award)s?)?\s?[(,:–-]\s?(?:i\.?e\.?\s|from\s)?$"
)
# "from 1 April 2025 for an initial": between a day and the length that follows it
DAYS_LENGTH_RE = re.compile(
    r"""^ \W{0,3}
      (?: (?:and|for|lasting|over|a|an|the|initial|period|term|of|fixed|up|to|with|duration|further|another
          |will|shall|be|is|its|contract|minimum|runs?|running|lasts?|continues?)
          \W{1,2} ){0,8} $""",
    _FLAGS,
)
# "3 years funding from", "a 3-year period (", "3yrs starting from": between a length and its years of account
YEARS_GAP_RE = re.compile(
    r"""(?: \b (?:from|start\w*|commenc\w+|beginning|for|in|to|until|ending|covering|of|years?) \s
            (?:the\s)? (?:financial\s)? (?:years?\s)?
          | [(,:] \s? | [-–] \s | ^ \s (?:(?:period|term)s?\s)? ) $""",
    _FLAGS,
)

# --- the words of a term around its parts

# "for an additional", "over the", "to extend it until"
LEAD_RE = re.compile(
    r"""(?: (?<!\w) (?: for | over | an? | the | initial | interim | further | additional | another | periods?
                     | period\(s\) | terms? | of | from | between | until | till | ending | up[ ]to | to[ ]extend[ ]it
                     | maximum | total | fixed | remaining | final | these | those | any | lasting | covering
                     | financial | duration
                     | no[ ]longer[ ]than | not[ ]exceeding | next | each | commencing | starting
                     | (?:its|the) \s (?:present|current|existing|original) \s (?:expiry|end) (?:\sdate)?
                     | contract (?=\s(?:term|period)) ) \s{1,2}
          | (?<=[\s(]) \( ){1,10} $""",
    _FLAGS,
)
# ... but not the "of" of "the award of a two-year contract"
LEAD_TRIM_RE = re.compile(r"(?:(?:of|contract|terms?|periods?)\s+(?=(?:for|a|an|any|of)\b))*", re.IGNORECASE)
# "two-year period", "three year funding agreements", "six years in total"
TAIL_RE = re.compile(
    r"""^ (?:['’]s|['’])?
      (?: [\s-]{1,2} (?: (?! (?:and|or|of|for|to|the|in|with|on|as|at|by|is|be) \b ) [\w-]{1,15} \s ){0,2}?
          (?: contracts? | periods? | terms? | leases? | extensions? | awards? | agreements? | funding | options?
            | grants? | licences? | tenanc(?:y|ies) | frameworks? | annuit(?:y|ies)
            | appointments? | basis | (?<=fixed-term\s) posts?
            | memorand(?:um|a) (?:\sof\sunderstanding)? ) \b ){0,3}
      (?: \s (?:in[ ]total|in[ ]all|overall|altogether) \b )?""",
    _FLAGS,
)
# "(with an initial three years with the option to extend it to 2030)": an option told by nothing but its last year
OPTION_YEAR_RE = re.compile(
    r"""^ ,? \s (?: with | and | plus ) \s (?:an?|the) \s (?: option | possibility | right ) \s (?: to | of ) \s
      (?: exten\w+ | renew\w* ) (?: \s (?:it|this|them|the[ ]\w+) )? \s (?: to | until | till ) \s 20\d\d \b
      (?! [/–-]\d )""",
    _FLAGS,
)
