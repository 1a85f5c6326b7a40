"""The words that give power: patterns only, one for each shape of a grant (see `grants`).

Pages lose spaces and break lines anywhere, so white space within a pattern is optional wherever it can be.
"""

import re

# "delegated", also misspelt as pages misspell it: "delgated", "delagated", "deligated", "delegted".
DELEGAT = r"(?:d(?:eleg|elg|elag|elig|eleag|eleage)at|delegt|delgeat)"
POWER = r"(?:authority|powers?|responsibility)"
# "authority", "the delegated authority", "full powers"; "all necessary delegated authority"
AUTHORITY = rf"(?:(?:full|the|such|all|any|necessary|joint|sole|appropriate|{DELEGAT}ed|executive)\s*+){{0,4}}{POWER}"
# "be", "shall be", "be and is"
BE = r"(?:be,?\s+and\s+(?:is|are)|(?:to|has|have|had|should|shall|will)\s*+be(?:en)?|be|is|are|was|were|being)"
ADVERB = r"(?:(?:also|hereby,?|further|jointly|each|both|now|therefore|duly|in\s+principle)\s++)*+"

# A delegating word; behind it "to X" is looked for up to the end of the sentence: "delegate the lease to X".
# Not a power that stands already: "under delegated authority", "Scheme of Delegation to Officers".
DELEGATE_RE = re.compile(
    rf"""
    (?<!under\ )(?<!using\ )(?<!\bby\ )(?<!\bof\ )(?<!within\ )(?<!existing\ )(?<!exercise\ )(?<!their\ )(?<!his\ )
    (?<!her\ )(?<!its\ )(?<!\bas\ )(?<!those\ )(?<!already\ )(?<!currently\ )
    (?<!previously\ )(?<!\bon\ the\ )(?<!officer\ )(?<!emergency\ )(?<!urgent\ )(?<!non-)
    \b {DELEGAT}(?:es?|ed|ing|ions?) \b
    (?!(?<=ion)\s+(?:set\s+out|described|mentioned|above|referred|given|made)\b)  # "the delegation set out in (b)"
    (?!\s*+(?:decisions?|budgets?|procedures?|reports?|limits?|by)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "authority be given to X", "to give authority to X", "approval be given to X to": the post stands next.
GIVE_RE = re.compile(
    rf"""
    \b(?: (?:{POWER}|permission|approval|consent|agreement)\s*+
          {BE}\s*+{ADVERB}(?:given|granted|conferred|devolved|provided|extended|assigned)
        | (?:give[sn]?|gave|giving|grant(?:s|ed|ing)?|confer(?:s|red|ring)?)\s++{AUTHORITY} )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "authority to sign the lease be given to X": the power stands before its gift.
GIVEN_POWER_RE = re.compile(
    rf"\b{AUTHORITY}\s+(?:to|for)\s+(?P<power>[^.;:]{{3,200}}?)\s+{BE}\s+{ADVERB}(?:(?:given|granted|conferred)\s+to|vested\s+in)\s+",
    re.IGNORECASE,
)
# "give the Director delegated powers to", "provides X with authority to": two objects.
DOUBLE_RE = re.compile(r"\b(?:give|gave|giving|grant|provid|afford)(?:s|n|d|e|es|ed|ing)?\s++", re.IGNORECASE)
THEN_POWER_RE = re.compile(rf"[\s,]*+(?:with\s+)?{AUTHORITY}\b", re.IGNORECASE)
# "delegated authority (be given) for X to", "agreement be given for X to sign"; "it be agreed for X to sign"
FOR_RE = re.compile(
    rf"""\b(?: (?:{POWER}|approval|permission|agreement)\s++
          (?:{BE}\s*+{ADVERB}(?:given|granted|provided|approved|agreed)\s++)?
        | (?P<agreed>agree[sd]?|approve[sd]?)\s++ ) for\s++""",
    re.VERBOSE | re.IGNORECASE,
)
# "authorise X to", "authorised that X", "instruct X to", "approve X to sign", "the authorisation of X to"
ACTIVE_RE = re.compile(
    r"""(?<!in\ )\b(?P<verb>authori[sz]|empower|mandat|instruct|approv|agre)
    (?:es|ed|ing|e|s|(?<=iz)ation\s+of|(?<=is)ation\s+of)?
    (?=[\s,:–-])\s*+(?:that\b\s*+)?(?:[:–-]\s*+)?""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind a post: "be authorised", "and the Chair authorised to", "be given delegated authority", "has authority to",
# "is to decide whether".
PASSIVE_RE = re.compile(
    rf"""
    \b(?: (?:{BE}\s*+{ADVERB})? (?P<verb>authori[sz]|empower)ed (?=\s*+(?:,|\(|to\b|in\b|after\b|following\b|[:–-]|$))
        | {BE}\s*+{ADVERB}
          (?: (?P<order>instruct|permitt|allow|mandat|task)ed
            | (?:authori[sz]|empower)ed
            | (?:given|granted|provided\s*+with|afforded|vested\s*+with|{DELEGAT}ed)\b[\s,]*+
              (?:(?:in|after|following|with)\s[^.;]{{5,160}}?,\s*+)? (?:{AUTHORITY}|approval|permission|consent)
            | {DELEGAT}ed(?=\s++to\s++(?!the\b)[a-z]) )
        | (?:shall\s*+|will\s*+)?ha(?:s|ve)\s*+(?:the\s*+|full\s*+)?(?:{DELEGAT}ed\s*+)?{POWER}
          (?=\s*+(?:to\b|for\b|,))
        | (?P<decides>(?:is|are)\s+to|shall|may)\s+(?=(?:then\s+|also\s+)?(?:decide|determine|settle)\b) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "on terms to be agreed by X", "as may be determined by X", "on such terms as X may think fit"
TERMS_RE = re.compile(
    r"""
      \b(?:to|may|shall)\s*+be\s*+(?:\w+ly\s+)?
        (?:agreed|approved|settled|determined|finalised|negotiated|decided|signed\s*+off)\s*+(?:\w+ly\s+)?by\s++
    | \bbe\s++(?:finalised|settled|negotiated|determined|signed\s*+off|dealt\s+with)\s+by\s++
    | \b(?:such|those)\s(?:[\w,]++\s){1,6}?as\s++(?=(?:the|he|she)\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
TERMS_NOUN_RE = re.compile(r"\b(?:on|with|in|at|upon|to|of|for|and)\s+(?=(?:\w+[\s,]+){0,8}$)", re.IGNORECASE)
AS_THEY_RE = re.compile(
    r"[\s,]*+(?:may|shall|deems?|considers?|thinks?|sees|determines?|might|wish(?:es)?)\b", re.IGNORECASE
)
# "Who will approve each Extension Period? | Executive Director"
FORM_RE = re.compile(
    r"""\bwho\s+(?:will|is\s+to|may|can|shall|should)\s+
    (?P<power>(?:approve|agree|authorise|sign|exercise|decide)\b[^|:?\n]{0,80})\??[\s|:]*+""",
    re.VERBOSE | re.IGNORECASE,
)
# "be remitted to X to agree", "be left to X", "left with X to settle": given to a post, not to a meeting.
REMIT_RE = re.compile(
    rf"""(?<!the\ )(?<!its\ )\b(?: remit(?:s|ted|ting)?\b[^;.:]{{0,200}}?\bto
        | (?P<left>{BE}\s*+left) \s+ (?:(?:to|at)\s+the\s+discretion\s+of|in\s+the\s+hands\s+of|with|to)
        | {BE}\s*+entrusted\s+to ) \s++""",
    re.VERBOSE | re.IGNORECASE,
)
# What an order must ask for to give power: to award, to sign; to report back gives none.
DEED_RE = re.compile(
    r"""[\s,]*+to\s++(?:then\s+|now\s+|\w+ly\s+)?
    (?:award|enter|sign|execut|complet|conclud|finali[sz]|negotiat|agree|approv|make|dispos|sell|acquir|purchas|buy|procur
      |deal\s+with|resolve|(?:draw\s+up|prepare|draft)\s+and\s+(?:complet|execut|sign|seal|issue)|amend|alter|adjust|modif|extend|implement|settl|issue|serve|proceed|apply|accept|appoint|let\b|grant|seal|vary|commenc|determin|take\s+all)""",
    re.VERBOSE | re.IGNORECASE,
)
# Behind the posts: "to …", or nothing but the limbs below.
MAY_ACT_RE = re.compile(r"[\s,]*+(?:(?:jointly|severally|either)\s+)?(?:to\b|[\s:–-]*+\Z|[:–-])", re.IGNORECASE)
# "noting that X has delegated authority": told, not given.
TOLD_RE = re.compile(r"\bnot(?:e|ed|es|ing)\s+that\s+(?:the\s+)?$", re.IGNORECASE)
# Where a subject may begin, before "be authorised".
SUBJECT_RE = re.compile(r"(?:\bthat|\band|\bor|\bfor|[,;:.–]|-(?!\w)|\))\s*+", re.IGNORECASE)
# The same before "being authorised": "with the Clerk being authorised to sign".
WITH_RE = re.compile(r"\bwith\s+", re.IGNORECASE)
# The border of two sentences, or of two cells.
BORDER_RE = re.compile(r";|\n\s*\n|\s\|(?=\s)|(?<![A-Z])(?<!No)(?<!\bs)\.(?=\s+[A-Z(|“]|\s*\Z)")
# "the Council"; not "Leader of the Council", "Solicitor to the Council".
BODY_RE = re.compile(
    r"^(?!.*\b(?:leaders?|clerk|solicitor|secretary|treasurer|officers?|members?|chair\w*|mayor|executive|counsel)\s+(?:of|to)\b)"
    r"(?:.*\s)?(?:Councils?|Cabinet)$|^Executive$",
    re.IGNORECASE | re.DOTALL,
)
MEETING_RE = re.compile(r"(?:Committee|Board|Panel|Forum|Commission)$", re.IGNORECASE)
# "functions delegated to officers are listed": told of them that have it, not given.
STANDING_RE = re.compile(r"\s+(?:are|is|were|was|be|shall|will|have|has|must|may)\b", re.IGNORECASE)
# "That the minutes be approved for the Chair to sign"
MINUTES_RE = re.compile(r"\bminutes\b[^.;]*$", re.IGNORECASE)
# "to X", also where the page lost the space before it ("final termsto the"); not "into".
TO_RE = re.compile(r"(?<![io]n)to\s++(?=\S)", re.IGNORECASE)
# What may stand between posts and what is said of them, besides consultations: commas, "subject to contract,", "in
# respect of the offers in Appendix C,",
# "or, where the nominated member is the Leader", "as necessary".
ASIDE_RE = re.compile(
    r"""[\s,)]*+ (?:\([^()]{12,200}\)[\s,]*+)?+ [\s,()]*+ (?:and\s+)?
    (?: (?:subject\s*to|in\s+(?:respect|relation|regard)\s+(?:of|to))\s[^,;]{3,120},
      | for\s+(?:each|those|any|all|their)\s[^,;]{3,120},
      | (?:as|where|if|when)\s+(?:appropriate|necessary|required|needed)\b
      | (?:or,?\s+)?(?:where|if)\s[^,;.]{3,160}?(?:,|(?=\s+in\s+consultation)) )?+
    [\s,()]*+""",
    re.VERBOSE | re.IGNORECASE,
)
# "subject to the authorisation of X": asked for, not given.
ASKED_RE = re.compile(
    r"\b(?:to|with|by|following|after|of|under|without|on|pending|awaiting|obtain\w*|seek\w*)\s+(?:the\s+)?(?:prior\s+)?$",
    re.IGNORECASE,
)
# "decide whether a question is to be delegated to Y": Y has nothing yet.
WHETHER_RE = re.compile(r"\bwhether\b[^;]*\b(?:(?:is|are)\s+to|should)\s+be\s+$", re.IGNORECASE)
# "that he be authorised": the one named before.
PRONOUN_RE = re.compile(r"\b(?:that|and)\s+(?:he|she|they)\b", re.IGNORECASE)
# Between a grant and an order that is a part of its power: "authority be delegated to X to instruct Y to sign".
ORDERING_RE = re.compile(r"to\s+(?:\w+ly\s+)?", re.IGNORECASE)
