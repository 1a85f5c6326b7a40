"""The words of a post that are told by their form: brackets, stand-ins, statutory roles and what joins them."""

import re

# Heads that, small and without an article, are verbs or other things: "authority to lead on the work".
VERBS = frozenset(
    {"head", "lead", "chair", "board", "engineer", "commission", "officer", "member", "champion", "panel"}
)
# "members of the public", "members of staff": nobody's posts; not "Cabinet Member for Older Residents".
NOBODY_RE = re.compile(
    r"members?\s+of\s+(?:the\s+)?(?:public|staff|community|trade)|heads\s+of\s+(?:terms|agreement|claim)|(?!.*\b(?:member|holder|lead|head|director|manager|officer|champion)\s+(?:for|of)\s).*\b(?:residents|tenants)\b",
    re.IGNORECASE,
)
# "the Acting and/or the Corporate Director", "the Interim or Permanent Director": one post, whoever holds it.
BEFORE_RE = re.compile(
    r"(?:acting|interim|permanent|temporary)\s*+(?:and\s*+/\s*+or|/|or)\s*+(?:the\s+)?(?=[A-Z])", re.IGNORECASE
)
# Heads that stand behind an article and a word of any kind without being a post: "the winning consultant".
MANY_SIDED = frozenset({"consultant", "counsel", "head", "officers", "directors", "managers"})
# "of this Committee", "of our Council"
OWN = frozenset({"this", "that", "our", "their", "its"})
# "Cabinet Member for (the Rural) Economy": before the field.
FIELD_BRACKET_RE = re.compile(r"(?:of|for)\s+\((?!\s|or\b|as\b)[^()|]{1,40}\)(?=\s+[A-Z])")
# "the cabinet member concerned", "the Mayor elect"; "Directors of the Homes and Roads portfolios"
QUALIFIED_RE = re.compile(
    r"(?:concerned|affected|designate|elect|in\s+question|in\s+post|portfolios?|directorates?)\b(?!\s+(?:with|by|about|an?|the)\b)",
    re.IGNORECASE,
)
# "Members on the Grants Panel", "officers from the Growth Board"
SEAT_RE = re.compile(
    r"(?i:on|from)\s+(?i:the)\s+(?:[A-Z][\w'’&-]*+\s+){0,5}(?:Panel|Board|Committee|Sub-Committee|Forum|Commission|Group|Party)\b"
)
# "assistant director finance": the field of a post that is written in small letters.
FIELDS = frozenset(
    re.findall(
        r"\w+",
        """finance housing property legal resources highways transport education environment communities governance law
    regeneration assets estates neighbourhoods adults growth health""",
    )
)
# "Cabinet Member corporate services, estates and parks": the first small word of a field behind a member's title.
MEMBER_FIELDS = FIELDS | frozenset(
    re.findall(
        r"\S+",
        """corporate customer adult children's community communities leisure culture waste streets planning parks
    economy economic climate schools young public safer environmental infrastructure commercial digital tourism""",
    )
)
# "or their representatives", "or her nominee", "or nominated deputy", "or other authorised officer"; "or such other
# officer as she may nominate", "or an officer nominated by her"
STAND_IN_RE = re.compile(
    r""",?\s*+(?:and/)?or\s+
    (?:(?:his/her|his|her|their|its|a|an|any|the|such|other|another|nominated|designated|authorised|appointed|appropriate
        |suitable|duly|delegated|equivalent(?=\s+officer)|named)\s+)*+
    (?:nominees?|deput(?:y|ies)|representatives?|delegates?|substitutes?|designates?|successors?|equivalent|nominated
       |(?<=ed\s)officers?|(?<=ate\s)officers?|(?<=ent\s)officers?)(?![\w'’])(?!\s+(?:(?-i:[A-Z])|head|director|leader|as\b|(?:nominat|designat|authoris)ed\b))
    | ,?\s*+(?:and/)?or\s+(?:(?:such|any|an|another|other|suitable)\s+)*+(?:officers?|persons?|members?)\s+
      (?:as\s+[\w\s/]{2,40}?\s+(?:nominat|designat|appoint|authoris|direct|choos|decid)(?:es?|s)?
        |(?:nominat|designat|appoint|authoris)ed\s+by\s+(?:him/her|him|her|them|it))(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Solicitor to the Council", "Clerk to Council"
TO_COUNCIL_RE = re.compile(
    r"to\s+(?:the\s+(?:council|authority|board|corporation|commissioner)|(?-i:Council))\b", re.IGNORECASE
)
SERVANTS = frozenset({"solicitor", "clerk", "treasurer", "secretary", "adviser", "advisor"})
# "(s)", "(S151)", "(Operations)", "(Lead Member for Roads)", "(or nominee)"; not "(rise < £150k)", "(after a vote)"
BRACKET_RE = re.compile(
    r"\(e?s\)|\((?:(?=[A-Z])|[Ss]\.?\s?151|or\s(?!(?:if|in|where|when)\b)|interim\b|acting\b(?!\s+(?:jointly|together|in|under|through|on)\b)|as\s+appropriate)"
    r"(?:[^()£$€<>=;:|\n]|\n(?!\s*\n)){0,80}\)"
)
COMMA_BRACKET_RE = re.compile(r",\s*\([A-Z][^()£|\n]{2,80}\)")  # "Executive Member, (Sport and Parks)"
# Which posts hold which statutory role: "Director of Resources and Section 151 Officer" is one person, "Head of Law and
# Section 151 Officer" are two.
MONEY_RE = re.compile(r"financ|resources|treasur|corporate (?:services|support)|enabling", re.IGNORECASE)
MONEY_OR_CLERK_RE = re.compile(rf"{MONEY_RE.pattern}|clerk", re.IGNORECASE)  # in parishes the clerk keeps the books
LAW_RE = re.compile(
    r"\blaw\b|legal|governance|democra|solicitor|secretary|corporate (?:services|support)", re.IGNORECASE
)
FIRST_RE = re.compile(r"chief executive|managing director", re.IGNORECASE)
ROLE_FIELDS = {
    **dict.fromkeys(("section", "s151", "chief"), MONEY_RE),
    **dict.fromkeys(("responsible", "rfo"), MONEY_OR_CLERK_RE),
    **dict.fromkeys(("monitoring", "deputy"), LAW_RE),
    **dict.fromkeys(("head", "returning", "proper"), FIRST_RE),
}
# Who may head a part of an authority too: "Assistant Chief Executive and Director of Place" is one person.
DEPUTIES = (["deputy", "chief", "executive"], ["assistant", "chief", "executive"])
# Titles of a person, before the name.
TITLES = frozenset({"councillor", "councillors", "cllr", "cllrs", "alderman"})
RESPONSIBILITY_RE = re.compile(r"(?:with\s+(?:\w+\s+)?responsibility|responsible)\s+for\s+", re.IGNORECASE)
