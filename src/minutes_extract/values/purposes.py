r"""What an amount is for, as the nearest words say: "a grant of £280,000", "£4m budget", "at a rent of £14,250".

The words are those of the contract's list; where none stands near, None: a blank beats a guess.
"""

from minutes_extract.values.bounds import pattern
from minutes_extract.values.words_before import sentence

# Each purpose by the nouns that name it, in British council usage; longer forms first.
NOUNS = r"""
    (?P<threshold> thresholds? | key\s+decisions? | delegat(?:ed|ion)\s+limits? | disposal\s+consent )
  | (?P<contract_value>
        (?:contracts?|tender(?:ed)?|quotations?|bid|award(?:ed)?)\s+(?:value|sum|price|cost|total)s?
      | (?:total|maximum|estimated|combined|annual)\s+value
      | value\s+of\s+(?:the|this|each|any)\s+(?:contract|extension)
      | contracts?\s+(?:over|above|exceeding|worth|valued)
    )
  | (?P<rent> rents? | rental | tenancy )
  | (?P<saving> savings? | saved? | saves | underspend | cost\s+avoidance | reductions? | discount )
  | (?P<income> income | receipts | capital\s+receipt | proceeds | surplus )
  | (?P<fee> fees? | charges? | fares? | permits? | subscriptions? | premium )
  | (?P<funding> grants? | funding | funded | contributions? | donations? | sponsorship | loans? | subsid(?:y|ies) )
  | (?P<budget>
        budgets? | reserves? | allocations? | allocated? | precept | capital\s+programme
      | (?:capital|supplementary)\s+estimates?
    )
  | (?P<approved_spend> spend | spending | expenditure | spent )
"""
BEFORE_RE = pattern(rf"\b(?:{NOUNS})\b")
AFTER_RE = pattern(
    rf"\s+(?:(?:in|of|worth\s+of|LA|base|annual|capital|revenue|net|government|external|cash)\s+){{0,2}}(?:{NOUNS})\b"
)
# "£7.3m of ring-fenced Health Inequalities Funding": a name may be long, its last word tells.
GRANT_AFTER_RE = pattern(r"\s+(?:of|in)\s+(?:[\w&'’-]+\s+){0,7}?(?:grant|funding)\b")
NEAR = 70  # characters around an amount in which a noun still speaks of it
NAMED = 120  # characters after it in which the name of a grant ends


def parse(text: str, start: int, end: int, floor: int = 0) -> str | None:
    """The purpose of the amount `text[start:end]`; words before `floor` belong to an earlier amount.

    >>> text = "at an annual rent of £14,250, and a £40,000 discount on the price"
    >>> parse(text, 21, 28), parse(text, 36, 43, 28)
    ('rent', 'saving')
    >>> parse("£7m of ringfenced Northwick Health Inequalities and Neighbourhood Renewal Funding", 0, 3)
    'funding'
    """
    after = AFTER_RE.match(text, end, min(len(text), end + NEAR))
    if after:
        return after.lastgroup
    if GRANT_AFTER_RE.match(text, end, min(len(text), end + NAMED)):
        return "funding"
    begin = max(sentence(text, floor, start), start - NEAR)
    before = [noun.lastgroup for noun in BEFORE_RE.finditer(text, begin, start)]
    return before[-1] if before else None
