"""Powers told as deeds to be done: "any changes be agreed by X", "authorise all steps to be taken by X".

A deed done by a post is by itself no grant ("that the order be made by the Clerk"): someone must be consulted, what is
done must be left open ("any"), or it must be authorised.
"""

import re
from collections.abc import Iterator

from minutes_extract.annotations import Stretch
from minutes_extract.nlp import consultation
from minutes_extract.nlp.grant_parts import Grant, clause
from minutes_extract.nlp.grant_words import BODY_RE, MEETING_RE
from minutes_extract.values import posts

# "be made by X", "to be undertaken on the Council's behalf by X", "are agreed by X"
DONE_BY_RE = re.compile(
    r"""\b(?: (?P<be>(?:to\s+)?be) | is | are ) \s+ (?:\w+ly\s+)?
    (?:agreed|approved|settled|determined|finalised|negotiated|decided|signed\s+off|made|taken|undertaken|carried\s+out
      |exercised|sought|spent|awarded|allocated|granted|issued|chosen|selected|released|varied|amended|authorised
      |concluded|completed|dealt\s+with)\b (?:\s+(?!under\b|using\b)[\w’'-]+){0,8}? \s+by\s++""",
    re.VERBOSE | re.IGNORECASE,
)
# "contracts that are expected to be let by X": told, not asked for.
EXPECTED_RE = re.compile(
    r"\b(?:expected|looked|due|likely|planned|proposed|anticipated|intended|ha(?:s|ve|d)|need(?:s|ed)?)\s+$"
)
_NOUN = r"(?!that\b|which\b|who\b)[\w’'&/-]+"
# What is left open: "any further changes", "all later variations of the scheme".
OPEN_RE = re.compile(
    rf"\b(?P<power>(?:any|all\s+(?:further|future|later|such))(?:\s+{_NOUN}){{1,9}})\s+$", re.IGNORECASE
)
# What is authorised: "authorise all steps", "authorises the further action in Annex 2".
AUTHORISED_RE = re.compile(
    rf"\bauthori[sz](?:e|es|ed|ing)\s+(?P<power>{_NOUN}(?:\s+{_NOUN}){{0,11}})\s+$", re.IGNORECASE
)
# Tasks, of which the outcome is words: "that a review be carried out by X in consultation with Y".
TASK_RE = re.compile(
    r"\b(?:reports?|reviews?|stud(?:y|ies)|surveys?|assessments?|research|consultations?|briefings?|training|analysis"
    r"|audits?|investigations?|evaluations?|comments?|representations?|presentations?|requests?|enquiries|visits?)\b",
    re.IGNORECASE,
)


def done_by(text: str, start: int, end: int) -> Iterator[Grant]:
    """Finds deeds that a post is to do where that gives power.

    >>> words = "That any small changes are agreed by the Clerk. That the order be made by the Clerk."
    >>> [[post.value for post in grant.to] for grant in done_by(words, 0, len(words))]
    [['Clerk']]
    """
    for match in DONE_BY_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        if not named or BODY_RE.search(named[-1].value) or MEETING_RE.search(named[-1].value):
            continue
        deed = _deed(text, match, start, _is_consulted(text, named[-1].end, end))
        if deed is not None:
            yield Grant(match.start(), named[-1].end, named, None, deed)


def _deed(text: str, match: re.Match[str], start: int, consulted: bool) -> Stretch | None:
    """What is to be done, where its words or a consultation show that the post may choose."""
    floor = max(start, match.start() - 160)
    for pattern in (OPEN_RE, AUTHORISED_RE) if match["be"] else (OPEN_RE,):
        left = pattern.search(text[floor : match.start()])
        if left is not None and not TASK_RE.search(left["power"]):
            return Stretch(floor + left.start("power"), floor + left.end("power"))
    asked = consulted and match["be"] and not EXPECTED_RE.search(text[floor : match.start()])
    deed = clause(text, start, match.start()) if asked else None
    return None if deed is None or TASK_RE.search(text[deed.start : deed.end]) else deed


def _is_consulted(text: str, place: int, end: int) -> bool:
    """Whether those who do it must consult a post."""
    while place < end and text[place] in " ,\n(":
        place += 1
    found = consultation.at(text, place, end)
    return found is not None and bool(found.posts)
