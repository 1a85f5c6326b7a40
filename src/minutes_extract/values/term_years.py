"""The words that govern years of account, and make them what funding or a contract runs for, or something else.

    grant funding FOR 2024/25 · £6.5m FOR THE FINANCIAL YEAR 2019/20     terms
    the 2024/25 BUDGET · a TENDER in 2026/27 · FOR 2019/20 AND AFTER     none

As in `term_governors`, every pattern is matched in a short stretch before or after.
"""

import re

_FLAGS = re.VERBOSE | re.IGNORECASE

# "over the financial period", "for the financial years", "in respect of"
FOR_RE = re.compile(
    r"""\b (?: for | over | covering | during | between | in[ ]respect[ ]of | across | throughout | in[ ]each[ ]of
             | in[ ]both )
      (?: \s (?:the|both|all|each[ ]of|financial|period|periods|years?|of|three|two|four|five|\d|from
               |(?:grant|funding|contract)(?:\s\w+)?\speriod) ){0,6}
      \s? \(? $""",
    _FLAGS,
)
# "spending the grant in the financial years 2023/24 to 2026/27"
IN_RE = re.compile(r"\bin\sthe\s$", re.IGNORECASE)
PERIOD_RE = re.compile(
    r"""\b (?: financial \s periods? | for \s the \s periods? | for \s the \s financial \s years
             | over \s the \s periods? | \d?-? year \s period ) (?: \s (?:of|from) )? \s? \(? $""",
    _FLAGS,
)
NOUN_RE = re.compile(
    r"""\b (?: contracts? | leases? | agreements? | fund(?:ed|ing) | grants? | awards? | SLAs? | commission\w*
             | procure\w* | services? | subsid\w+ | sponsorship | support\w* ) \b""",
    _FLAGS,
)
# "£6.5m for the financial year 2019/20" to buy homes with, told in a decision
MONEY_RE = re.compile(
    r"[£€]\d[\d,.]*(?:\s?(?:k|m|bn|million))?\s(?:be\s\w+\s)?(?:for|in|during)\s(?:each\sof\s)?(?:the\s)?(?:financial\s)?(?:years?\s)?$",
    re.IGNORECASE,
)
SPENT_RE = re.compile(
    r"\b(?:pay|paid|spend|bought|buy(?:ing)?|purchas\w+|fund\w*|grants?|contribut\w+|support\w*)\b",
    re.IGNORECASE,
)
# "the service will go out to tender during 2026/27": when something happens
ONCE_RE = re.compile(
    r"""\b (?: (?: (?:re-?)?(?:procured?|tender(?:ed)?|let|commission(?:ed)?) (?:\s(?:again|out))? \s (?:in|during) )
          | (?: begin | start | commence | take[ ]place | carried[ ]out | complet(?:e|ed|ion) | review(?:ed)? | reported
              | new ) \s (?:for|in|during) )
      (?: \s (?:the|financial|years?) ){0,3} \s? $""",
    _FLAGS,
)
# "for 2019/20 and after": no end is told
OPEN_RE = re.compile(
    r"^,?\s(?:onwards?|(?:and|or)\s(?:after|beyond|onwards?|later|subsequent|future|thereafter|following|each))\b",
    re.IGNORECASE,
)
# "the contribution of £64,780 for financial year 2020-21", told in a decision
PAID_RE = re.compile(r"\b(?:contribut\w+|donations?|bursar(?:y|ies)|sponsor\w*|promised|pledged)\b", re.IGNORECASE)
REJECT_RE = re.compile(
    r"""\b (?: budgets? | outturn | accounts? | council[ ]tax | precepts? | tax[ ]base | plans? | strateg\w+
             | reserves? | general[ ]fund | collection[ ]fund | lev(?:y|ies) | HRA | pension\w*
             | statements? | audit\w* | annual[ ]reports? | fees[ ]and[ ]charges | savings? | forecasts?
             | performance | MTF[SP] | allowances? | calendar | timetable | pay[ ]policy | capital[ ]programme
             | setting | estimates? | rates | returns? | reviews? | settlement | work[ ]programme | membership
             | municipal | formulae? | formulas ) \b""",
    _FLAGS,
)
# "a budget of £3m over the three years 2024/25 to 2026/27": what a budget is for, where no grant or contract is named
BUDGET_RE = re.compile(r"\b(?:budgets?|capital programme|savings?|council tax|MTF[SP]|forecasts?)\b", re.IGNORECASE)
# "for three years, worth what was paid in 2024/25": the years of a comparison
PAST_RE = re.compile(r"\b(?:was|were|had been|based on|compared (?:to|with))\b", re.IGNORECASE)
# “Buying Programme for 2021/22”: the year of a name
NAMED_RE = re.compile(r"[“‘\"][^”’\"]*$")
CLOSED_RE = re.compile(r"^[”’\"]")
# "2024/25 budget", "2022/23 detailed plan", "2023/24 prices": a year that describes the word behind it
AFTER_REJECT_RE = re.compile(
    r"""^ \s (?! (?:to|and|at|in|with|as|subject|from|on|by|for|be|which|against|of|totalling|is|are|was|were|inclusive
                 |or|the|including|under|only) \b ) [\w-]+""",
    _FLAGS,
)
