"""The words that govern a length, and make it a term or something else.

    a 15 year LEASE · TERM of five years · EXTEND it by two years     terms
    a 15 year PLAN · the LAST five years · WITHIN two years            none

Every pattern is matched in a short stretch before or after a printed length or day, never in a whole text.
"""

import re

_FLAGS = re.VERBOSE | re.IGNORECASE

# What runs for a term. "period" is not among these: much else has periods.
_NOUN = r"""(?: (?:sub-?|under)? contract (?:s|ual|or|ors|ed|ing)? | call-offs?
              | (?:sub-?|under)? leas (?:e|es|ed|ing|ehold) | agreements? | tenanc (?:y|ies)
              | licen[cs] (?:e|es|ing) | fund (?:ed|ing) | grants? | awards? (?!-) | appoint (?:ments?|ed|ing)?
              | exten (?:sions?|d|ded|ding|dable) | frameworks? | concessions?
              | (?:initial|fixed|contract)[ ]terms? | secondments? | franchises? | subscriptions? | DPS
              | dynamic[ ]purchasing | SLAs? | sponsorships? | loans? | renew (?:al|ed)? | waivers?
              | partnerships? | tender (?:s|ed)? | memorand(?:um|a) | MoUs? | annuit (?:y|ies) )"""

NOUN_RE = re.compile(rf"\b{_NOUN}\b", _FLAGS)

# In a decision, words that speak of buying and letting are enough: "the quotation be accepted for three years".
BUYING_RE = re.compile(
    rf"""\b(?: {_NOUN} | procur\w+ | commission(?:ed|ing) | suppl(?:y|ier|iers) | provi(?:der|ders|sion)
             | let(?:ting)? | hire[ds]? | engage[ds]? | rents? | rental | spend(?:ing)? | expenditure | fund
             | variations? | apprentic\w+ | recruit\w* | posts?
             | accept(?:ed|s)? | quot(?:e|es|ation|ations) | subsid(?:y|ies) | insur(?:ance|er|ers) | services?
             | employ(?:ed|ment)? | bids? | lots?\s\d{{1,2}} | scheme | contribut\w+ | support\w* )\b""",
    _FLAGS,
)
MONEY_RE = re.compile(r"[£€$]\s?\d")

SPENT_RE = re.compile(r"\b(?:spend(?:ing)?|spent|expenditure)\b", re.IGNORECASE)

# What else runs for months and years: kills, unless one of the nouns above stands in the sentence.
OTHER_PERIOD_RE = re.compile(
    r"""\b(?: planning[ ]permission | consultation | closures? | clos(?:ed|ing)[ ]of | inspection | exhibition
            | minutes | accounts | annual[ ]leave | maternity | holiday | objections? | representations? | elected
            | forecast\w* | projection | savings? | save[ds]? | deficit | gap | population | temporary[ ]order
            | experimental | probation | served[ ]as | calendar | meetings? | school[ ]terms? | timetable
            | moratorium | imprison\w* | powers? | vacant | absen(?:t|ce) )\b""",
    _FLAGS,
)

# --- after a length

# "a 15 year lease", "three year fixed-price service contract", "one-year's funding", "5 year (60 months) agreement"
HEAD_RE = re.compile(
    rf"""^ (?: '?s' | 's | ’s | s’ | ’ )? [\s-]{{1,3}}
      (?: (?! (?:of|for|in|to|and|or|the|an?|with|on|from|by|is|was|as|at|review|old|olds|plan|forecast|after|before|has
                 |had|have|that|which|where|ago|notice|programme) \b ) [\w/&’'-]{{1,20}} \s ){{0,4}}
      (?: (?-i:[A-Z]|\d) [\w/&’'-]{{0,20}} \s ){{0,4}}  # "the four-year Lark Homes 3 Mill Court contract"
      (?: \( [^()]{{1,30}} \) \s )?
      (?: {_NOUN}
        | (?<=fixed.term\s) (?:posts?|positions?|roles?)
        | terms? (?!\s of \s office) | deals? | arrangements? | commissions? | options? | renewals? ) \b""",
    _FLAGS,
)
# "one-year extension", "initial 12 month extension period": what it extends runs already
EXTENSION_RE = re.compile(
    r"""^ ['’s]{0,2} [\s-]{1,3} (?: (?!(?:with|and|plus|or|from|for|to|at|subject)\b) [\w-]{1,15} \s ){0,3}?
      (?:extensions?|options?|renewals?) \b""",
    _FLAGS,
)
# "two-year period", "three year term", "2+1 year basis"
PERIOD_RE = re.compile(r"^ ['’s]{0,2} [\s-]{1,3} (?:[\w-]{1,15}\s)?? (?:periods?|terms?|basis|duration)\b", _FLAGS)
# "10 years, breaks mutual at year 5"
BREAKS_RE = re.compile(
    r"""^ (?: \s? [,(;:] \s? | \s (?=with\s) ) (?:with\s)? (?:an?\s|mutual\s|tenant\s|landlord\s){0,3}
      break (?:s|\s(?:clause|option))? \b""",
    _FLAGS,
)
# "16-18 year olds", "18 months ahead of", "two year review", "five-year housing land supply"
RIGHT_REJECT_RE = re.compile(
    r"""^ ['’s]{0,2} [\s-]{0,3}
      (?: (?:old|olds|of[ ]age|ago|later|earlier|before|after(?!\sthat\b)|prior|ahead|hence|away|in[ ]advance|notice
            |experience|absence|sentence|from[ ]now|on[ ]from|past(?!\sthe\s(?:end|expiry))|back
            |since|time|rent|rental|salary|interest|running
            |into|pass|elapsed?|per|a[ ]year)\b
        | (?: (?!(?:with|and|plus|or|from|for|to|at|subject|of|in|on|while|whilst|until|pending|so|as|but|by)\b)
              [\w-]{1,15} \s ){0,3}?
          (?:review|forecast|plans?|strategy|strategies|housing|land|anniversary|warranty
            |guarantee|moratorium|consultation|representation|payback|projections?|budget|vision|horizon|programmes?
            |cycle|average|target|rule|limit|deadline|window|delay|break|trial|pilot|backlog|inspection|checks?
            |figures?|statement|notice)\b )""",
    _FLAGS,
)

# --- before a length

# "a lease of", "the present lease, of", "contract term of", "an initial term of", "contract duration:"
OF_RE = re.compile(
    rf"""\b (?: {_NOUN} | terms? | duration | tenure
              | (?:initial|contract|lease|fixed|funding|grant|maximum|minimum|contractual|agreement|hire) [ ]
                (?:contract[ ]|lease[ ])? (?:term|period|duration|length) (?: ,[^.;,]{{1,40}}, )?
              # "the period of office for members of the panel be four years"
              | (?:period|term)s? \s of \s office (?: \s (?:of|for) \s [^.;,]{{1,40}}? )? )
      \s? (?: ,? \s (?:of|is|was|be|will[ ]be|would[ ]be|for|at)
                 (?:\s (?:up[ ]to|a|an|the|between|a[ ]maximum[ ]of) ){{0,3}}
            | : | \( | \s [–-] (?=\s) )? \s? $""",
    _FLAGS,
)
# "for", "over", "for a further period of", "for each of these": what a length may follow directly
FOR_RE = re.compile(
    r"""\b (?: for | over | of | lasting | cover(?:s|ing) | spanning | by | another )
      (?: \s (?: an? | the | this | these | those | any | each | another | further | additional | initial
               | remaining | whole | full | fixed | extra | interim | next | maximum | minimum | total | temporary
               | continuous | successive | possible | terms? | periods? | period\(s\) | duration | of | up | to | at
               | least | approximately | around | about | circa | or | no | not | longer | more | less | than
               | exceeding | between ) ,? ){0,8} \s? \(? $""",
    _FLAGS,
)
# "the total contract length, including extensions, will not exceed", "the term of the lease is limited to"
LIMITED_RE = re.compile(
    r"""\b (?: (?:contract|lease|licence|agreement|framework|tenancy|grant|funding|appointment)['’]?s? \s
              (?:term|length|duration|period)s?
            | (?:term|length|duration|period) \s of \s (?:the|this|any|each) \s (?:[\w-]{1,15}\s){0,2}?
              (?:contract|lease|licence|agreement|framework|tenancy|grant|appointment)s? )
      \b [^.;]{0,60}? \b (?: not \s (?:to\s)? (?:exceed|be\s(?:longer|more)\sthan) | no \s (?:longer|more) \s than
                          | limited \s to | a \s maximum \s of ) \s $""",
    _FLAGS,
)
NEXT_RE = re.compile(r"\b(?:next|coming|forthcoming|foreseeable)\s$", re.IGNORECASE)
THESE_RE = re.compile(r"\bfor\s(?:these|those|this|the\swhole)\s$", re.IGNORECASE)
INITIAL_RE = re.compile(
    r"\b(?:initial|first|original|basic|core|minimum|current)(?:\s\w+){0,2}?(?:\sof)?[\s-]{1,2}$", re.IGNORECASE
)
# "extend the Verge Cutting contract by", "extension of the framework for a further"
EXTENDS_BY_RE = re.compile(
    r"""\b (?:extend(?:s|ed|ing)?|extensions?|renew(?:s|ed|ing|al)?) \b [^.;]{0,80}? \b (?:by|for|of)
      (?: \s (?:up[ ]to|a|an|the|further|additional|another|period|maximum|of|interim|temporary|initial|approximately
               |final|remaining) ){0,6} \s? $""",
    _FLAGS,
)
# "within 3 months", "the last three years", "every two years", "aged 3 years": looking back, deadlines, ages
LEFT_REJECT_RE = re.compile(
    r"""\b (?: last | past | previous | preceding | prior | recent | within | after | every | each(?!\sof\b) | aged?
             | nearly | almost | under | (?<!come\s) (?<!paid\s) in | since | before | some | once
             | years? (?!\s(?:over|of)\b) | for[ ]over | for[ ]nearly
             | for[ ]more[ ]than
             | (?:has|have|had)[ ](?:run|been[ ]running|held|existed|operated|served|worked|stood|traded|occupied)[ ]for
             | permission (?:[ ](?:is|be|was|granted|renewed|limited)){0,3} [ ]for
             | took | takes? | (?<!longer\s) (?<!no\smore\s) (?<!not\smore\s) (?<!not\sless\s) (?<!no\sless\s) than )
      (?: \s (?:the|next|about|only|over|around|approximately|first|last|coming|of|this) ){0,4} \s? $""",
    _FLAGS,
)

# "rent-free period of", "defects liability period of", "notice period of": what else a contract has
OTHER_LEFT_RE = re.compile(
    r"""\b (?: rent[\s-]free | defects? | liability | notice | probation\w* | trial | mobilisation | transition
             | retention | standstill | warranty | guarantee | payback | consultation | review | handover
             | implementation | cooling[\s-]off | lead-in ) \s
      (?:liability\s)? periods? \s (?:of|is|was|for|will[ ]be) (?:\s(?:up\sto|a|at|least)){0,3} \s $
      # "waive the requirement to tender for one year": the rule sleeps, nothing runs
      | \b (?: waiv(?:e|es|ed|ing|er\sof) | suspend(?:ed|ing)? | disapply ) \s (?:the|this|its|any)
        \s (?:requirements?|need|rules?|duty|obligation) \b
        (?: (?! \b (?:and|so|in[ ]order|award|extend|continu|appoint|enter|let|allow(?!ed)) ) [^.;,] ){0,120}
        \b for (?: \s (?:a|up[ ]to|period|of|further) ){0,4} \s $
      | \b (?: suspen(?:d|ded|sion) | moratorium | disqualif\w+ | banned ) \b
        (?: (?! \b(?:and|to|orders?|rules?|procedures?)\b ) [^.;,] ){0,40} \b (?:for|by|of)
        (?: \s (?:a|up[ ]to|period|of|further) ){0,4} \s $""",
    _FLAGS,
)
# "the previous four-year lease"
FORMER_RE = re.compile(r"\b(?:previous|preceding|prior|last)\s$", re.IGNORECASE)
FORMER_NOUN_RE = re.compile(
    r"^[\s-]{1,3}(?:contract|lease|agreement|licence|tenancy|framework|term(?!\sof\soffice)|grant)\b", re.IGNORECASE
)
# "for the remaining three years of their lease": what is left of one runs like a whole
REMAINDER_RE = re.compile(
    r"""^ \s of \s (?:their|its|the|his|her|this|that|our|an?) \s (?:[\w-]{1,15}\s){0,3}?
      (?: contracts? | leases? | agreements? | tenanc(?:y|ies) | licen[cs]es? | terms? | concessions? | frameworks?
        ) \b""",
    _FLAGS,
)
# "the first three years of life", unless "the first 12 month extension" of a contract
PARTIAL_RE = re.compile(r"\b(?:the\s)?(?:first|final|remaining)(?:\s(?:of\s)?(?:the|two|three))?\s$", re.IGNORECASE)

# --- days

# "extend the deadline to", "the protection order be renewed for": no contract, unless one is named behind it:
# "extend the parking enforcement contract"
_NO_CONTRACT = r"""(?: deadlines? | time(?:[ ]limit|scale|table)s? | consultation | PSPO | orders? | parking | hours
    | (?:closing|end)[ ]dates? | permissions? | moratorium | rules? | meetings? | membership | boundar(?:y|ies)
    | periods?[ ]for[ ](?:comments?|objections?|consultation) | limits? | closures? | polic(?:y|ies) | powers? ) \b
    (?! (?:\s[\w’'-]+){0,4}? \s
        (?:contracts?|agreements?|leases?|licences?|frameworks?|SLAs?|services?|fund\w+|grants?) )"""
OTHER_EXTENDED_RE = re.compile(
    rf"""\b (?: extend(?:s|ed|ing)? | extensions? | renew(?:s|ed|ing|al)? ) \s
          (?: (?!(?:contract|agreement|lease|licence|framework|service|by|for|until|to|so|as)s?\b)
              [\w’'-]{{1,20}} \s ){{0,4}}?
          {_NO_CONTRACT} [^.;]{{0,60}} $
      | \b {_NO_CONTRACT} (?: \s (?:for|of|on|in) \s [^.;,]{{1,40}}? )? \s
          (?:to\s)? (?:be|is|was|are|were|being) \s (?:further\s)? (?:extended|renewed) \b [^.;]{{0,40}} $""",
    _FLAGS,
)
# "the contract, which ends on", "the current lease expires on": what runs already, and ends
RUNNING_RE = re.compile(
    r"""\b (?: which | (?:current|present|existing|previous|old)\s [^.;]{0,40} ) \s (?:(?:is|was|are)\s\w+\sto\s)?
      (?: ends? | ended | expir(?:es|ed|e) ) \b [^.;]{0,20} $""",
    _FLAGS,
)
# "extend the current contract, due to expire on", "which ends on": the day of what is extended, not of the extension
DUE_RE = re.compile(
    r"""\b (?:extend|extension|renew) \w* \b [^.;]{0,80}
      (?: \b due \s to \s (?:end|expire|finish) | \b which \s (?:(?:is|was)\sdue\sto\s)? (?:ends?|expires?) )
      \s (?:on|at) \s (?:the\s)? $""",
    _FLAGS,
)
# "extend it until", "extension of the lease to", "for the period ending"
EXTENDS_UNTIL_RE = re.compile(
    r"""(?: \b (?:extend(?:s|ed|ing)?|extensions?|renew(?:ed|al)?) \b [^.;]{0,100} | \b (?:period|term) \s )
      \b (?: until | till | to | ending | up[ ]to | expiring )
      (?: \s (?:on|the|and|including|end[ ]of|no[ ]later[ ]than) ){0,3} \s? $""",
    _FLAGS,
)
# "fixed term contract until", told in a decision
RUNS_UNTIL_RE = re.compile(
    r"""\b (?: contract | lease | licence | agreement | appoint(?:ed|ment) | secondment | funding | grant | tenancy ) s?
      \b [^.;]{0,70} \b (?: until | till | ends? | ending | expir(?:es|ing) )
      (?: \s (?:on|the|and|including|end[ ]of) ){0,3} \s? $""",
    _FLAGS,
)
DAYS_NOUN_RE = re.compile(
    r"""\b (?: (?:sub)?contracts? | leases? | agreements? | tenanc(?:y|ies) | licen[cs]es? | fund(?:ed|ing)
             | grants? | awards? | appoint(?:ed|ments?) | extensions? | extend(?:ed|ing)? | frameworks? | DPS
             | dynamic[ ]purchasing | concessions? | SLAs? | franchises? | secondments? | sponsorship
             | renew(?:al|ed) | services? | suppl(?:y|ier) | provision | subscriptions? | hire | insurance
             | waiv(?:e|ed|er|ers|ing) ) \b""",
    _FLAGS,
)
DAYS_REJECT_RE = re.compile(
    r"""\b (?: consultation | closures? | closed | inspection | inspected | exhibition | accounts | leave
             | holidays? | decisions? | minutes | meetings? | events? | festival | (?<!standing\s) orders? | vacan\w+
             | objections? | representations? | schedule[ ]of | municipal | calendar | elections? | audit | works?
             | call-in | published | school[ ]terms? | timetable | forward[ ]plan | public[ ]rights | road
             | traffic ) \b""",
    _FLAGS,
)
# "It will run from 1 July 2024 until 30 June 2028", told in a decision
RUNS_FROM_RE = re.compile(r"\brun(?:s|ning)?\s(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
# "a CCTV upkeep contract to run from", "the lease will commence on": a first day by itself
BEGINS_RE = re.compile(
    r"""\b (?:contract|lease|agreement|framework|licence|tenancy|concession|secondment|appointment)s?\b [^.;,]{0,60}?
      \b (?:to|will|would|shall|should|and) \s (?:then\s)?
      (?: (?:run|commence|start|begin|take[ ]effect|come[ ]into[ ](?:effect|force)) \s (?:on|from|with[ ]effect[ ]from)
        ) \s (?:the\s)? $""",
    _FLAGS,
)
PERIOD_OF_RE = re.compile(
    r"\b(?:periods?|terms?|dates?|duration|extension)(?:\sof|\sbeing)?\s?[,:(]?\s?$", re.IGNORECASE
)
FOR_PERIOD_RE = re.compile(
    r"\b(?:for|over|covering)\s(?:the|a)\s(?:period|term)\s(?:from|of|between)\s(?:the\s)?$", re.IGNORECASE
)
