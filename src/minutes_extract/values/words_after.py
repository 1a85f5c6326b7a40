r"""The words after an amount: "(plus VAT) per annum", "or more", "estimated average", "each".

Phrases follow one another in any order. A cue after its amount outweighs a loose "estimated" before it.
"""

import re

from minutes_extract.values.bounds import WINDOW, Bound, Qualifier, Rate, Vat, pattern, rate

TIME = r"(?:year|yr|annum|month|week|wk|day|hour|hr)"
# A cue after its amount, and not before the next: "£5m, approximately £6m".
ENDS = r"\b\.?+ (?! \s*+ (?: of\b | [£€$\d] ) )"
# One phrase after an amount; they follow one another in any order: "£12,000 (plus VAT) per annum estimated average".
TAIL_RE = pattern(
    rf"""
    \s*+ [,(–]?+ \s*+ (?:all\s++)?+
    (?:
        (?P<time>
            (?: per | an? | each | every | in \s+ (?:each|a(?=\s+full\b)) | for \s+ each | a-
              | (?:for|in) \s+ each \s+ of \s+ (?:the|its|these|those) (?:\s+ (?!{TIME}) [a-z]++ ){{0,2}}+
              | in \s+ any (?:\s+(?:one|single|given))?+ )
            [\s-]*+ (?:calendar|financial|full)?+ \s*+ (?P<unit_of_time>{TIME})s?\b
          | / \s*+ (?P<slashed>{TIME})\b
          | (?P<abbreviated> p\.?\s?a\b\.? | p/a\b | pcm\b | p\.?m\b\.? | p\.?w\b\.? | p\.?h\b\.? )
          | (?P<adverb> annually | yearly | monthly | weekly | daily | hourly )\b
        )
      | (?P<unit>
            per \s+ (?! cent\b | quarter\b | the\b | our\b | their\b | attached\b | annum\b ) [\w'’-]++
          | for \s+ each \s+ (?! of\b ) [a-z]++ | each\b (?! \s+ (?:of|party|way)\b ) | apiece\b | pp(?:pn)?+\b
          | / \s*+ (?:unit|head|person|dwelling|property|place|item|visit|mile|tonne|sq\w*+|m2|night|session)\b
          | an? \s+ (?:head|night|unit|place|time|ticket|session|pupil|household|property|dwelling|visit|mile|tonne
            |person|child|plot|copy|metre|acre|bag|bin|item|trip)\b
          | an? \s+ [a-z]{{3,}} (?= \s*+ (?: [.,;:)] | \Z ) | \s+ (?:and|or|for|to|with|from|but|was|is|be)\b )
        )
      | (?P<excluded>
            (?: plus | \+ | (?:exclusive|net) \s+ of | excluding | exc?l?\.?(?:\s+of)?+ | before
              | without | not \s+ including )
            [\s-]*+ (?:any \s+|irrecoverable \s+|non-recoverable \s+)?+ V\.?A\.?T\b\.?
          | V\.?A\.?T\b\.? \s+ (?:exclusive|excluded|extra)
        )
      | (?P<included>
            (?: inclusive \s+ of | including | incl?\.?(?:\s+of)?+ | with ) [\s-]*+ V\.?A\.?T\b\.?
          | V\.?A\.?T\b\.? \s+ (?:inclusive|included)
        )
      | (?P<at_least>
            (?:or|and) \s+ (?:more|above|over|greater|higher|upwards)\b | minimum {ENDS}
          | (?<=\w)\+ (?= [\s,;)] | \Z )                          # £5m+, but not "(+ VAT + expenses)"
        )
      | (?P<up_to> (?:or|and) \s+ (?:less|under|below|fewer)\b | (?:maximum|max) {ENDS} )
      | (?P<approximately>
            (?:approx(?:imately)?+ | estimated | estimate | est | circa) {ENDS} | or \s+ (?:so|thereabouts)\b
        )
    )
    \s*+ \)?+
    """
)
# "£28,000 in block funding per annum": a few words may come between, no figure and no other mark.
DISTANT_PER_RE = pattern(
    r"""
    (?: \s++ (?! (?:once|twice|which|that|who|per)\b ) [^\W\d_][\w'’-]*+ ){1,5}?
    \s+ (?P<per> per\s+(?:annum|year|month|week) | p\.a\. | annually | each\s+(?:year|month|week)
           # "of savings a year", but not "to run it for a year"
         | (?<!\bfor\s)(?<!\bin\s)(?<!\bover\s)(?<!\bhalf\s)(?<!\bwithin\s)(?<!\bafter\s)(?<!\bthan\s) a\s+year
             (?= \s*+ (?: [.,;:)] | \Z ) | \s+ (?:and|for|from|by|in)\b )
         )(?!\w)
    """
)


def parse(text: str, start: int, end: int) -> Bound:
    """Reads the words from `text[start]` on that say more of the amount before them.

    >>> parse(" plus VAT per annum", 0, 19)
    Bound(qualifier=None, per=<Rate.YEAR: 'year'>, vat=<Vat.EXCLUDED: 'excluded'>, reach=19)

    A time outweighs a unit, for it is what the payment recurs by:

    >>> parse(" per place per week", 0, 19).per
    <Rate.WEEK: 'week'>
    """
    end = min(end, start + WINDOW)
    said: dict[str, Qualifier | Rate | Vat] = {}
    place = start
    while match := TAIL_RE.match(text, place, end):
        for kind, value in phrase(match):
            if kind not in said or said[kind] is Rate.UNIT:
                said[kind] = value
        place = match.end()
    per = said.get("per")
    if per is None and (distant := DISTANT_PER_RE.match(text, place, end)):
        per = rate(distant.group("per").split()[-1])
    return Bound(
        qualifier=Qualifier(said["qualifier"]) if "qualifier" in said else None,
        per=Rate(per) if per else None,
        vat=Vat(said["vat"]) if "vat" in said else None,
        reach=place - start,
    )


def phrase(match: "re.Match[str]") -> list[tuple[str, Qualifier | Rate | Vat]]:
    """What one phrase after an amount says."""
    groups = {name for name, words in match.groupdict().items() if words is not None}
    if "time" in groups:
        word = next(match[name] for name in ("unit_of_time", "slashed", "abbreviated", "adverb") if match[name])
        return [("per", rate(word))]
    if "unit" in groups:
        return [("per", Rate.UNIT)]
    if groups & {"excluded", "included"}:
        return [("vat", Vat.EXCLUDED if "excluded" in groups else Vat.INCLUDED)]
    return [("qualifier", Qualifier(name)) for name in groups & {"at_least", "up_to", "approximately"}]
