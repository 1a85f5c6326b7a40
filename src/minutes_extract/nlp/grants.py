"""The grammar of a grant of power within the words of one clause.

    to       "authority be delegated to X to award", "delegates to X, in consultation with Y, the decision whether"
    for      "Give delegated authority for X to award", "agreement be given for X to sign"
    active   "authorise X to sign", "authorise that X …", "give X delegated powers to"
    passive  "X be authorised to sign", "X, after consulting Y, be given delegated authority to", "X has authority to"
    terms    "on terms to be agreed by X", "on such terms as X considers fit"
    deed     "any changes be agreed by X", "authorise all steps to be taken by X" (see `grant_deeds`)
    form     "Who will approve each extension? | X"

Pure functions; offsets are those of the text. A grant without a post is none.
"""

import re
from collections.abc import Iterator

from minutes_extract.annotations import Stretch
from minutes_extract.nlp import consultation
from minutes_extract.nlp.grant_deeds import done_by
from minutes_extract.nlp.grant_parts import Grant, clause, power, skip_asides
from minutes_extract.nlp.grant_words import (
    ACTIVE_RE,
    ADVERB,
    AS_THEY_RE,
    ASKED_RE,
    AUTHORITY,
    BE,
    BODY_RE,
    BORDER_RE,
    DEED_RE,
    DELEGATE_RE,
    DOUBLE_RE,
    FOR_RE,
    FORM_RE,
    GIVE_RE,
    GIVEN_POWER_RE,
    MAY_ACT_RE,
    MEETING_RE,
    MINUTES_RE,
    ORDERING_RE,
    PASSIVE_RE,
    PRONOUN_RE,
    REMIT_RE,
    STANDING_RE,
    SUBJECT_RE,
    TERMS_NOUN_RE,
    TERMS_RE,
    THEN_POWER_RE,
    TO_RE,
    TOLD_RE,
    WHETHER_RE,
    WITH_RE,
)
from minutes_extract.values import posts
from minutes_extract.values.found import Found

# Verbs that give power only to do what calls for it: "instruct X to sign", not "instruct X to report".
ORDERS = frozenset({"instruct", "approv", "agre"})
GIVEN_RE = re.compile(rf"\b(?:{AUTHORITY}\s*+)?\b{BE}\s*+{ADVERB}$", re.IGNORECASE)
FAR_RE = re.compile(r"\bto\s+[a-z]")
# Before a consultation that stands first, ahead of those who are given power.
FIRST_RE = re.compile(r"(?:\A|\bthat|\band|[;:.])\W*$", re.IGNORECASE)
# Posts stand no further than this from the words that give them power; the longest such way seen has 330 letters.
REACH = 500


def find(text: str, start: int, end: int) -> list[Grant]:
    """The grants of a clause, in order; none within another.

    >>> words = "That the Leader and the Clerk be authorised to sign, and authorise officers to seal."
    >>> [[post.value for post in grant.to] for grant in find(words, 0, len(words))]
    [['Leader', 'Clerk'], ['officers']]
    >>> words = "To award the contract under delegated authority to the supplier; to report to the Director."
    >>> find(words, 0, len(words))
    []
    """
    found: list[Grant] = []
    every = [grant for shape in SHAPES for grant in shape(text, start, end)]
    for grant in sorted(every, key=lambda grant: (grant.start, -grant.end)):
        if not found or (grant.start >= found[-1].end and not _is_ordered(text, found[-1], grant)):
            found.append(grant)
    return found


def _is_ordered(text: str, first: Grant, second: Grant) -> bool:
    """Whether one who is given power is to give an order by it: "delegated to X to instruct Y to sign"."""
    if first.behind is None or ACTIVE_RE.match(text, second.start, second.end) is None:
        return False
    return ORDERING_RE.fullmatch(text, skip_asides(text, first.behind, second.start), second.start) is not None


def unresolved(text: str, start: int, end: int) -> int | None:
    """Where a clause delegates without a post, for the limbs under it to name: "be delegated as follows:"."""
    match = DELEGATE_RE.search(text, start, end)
    return match.start() if match else None


def forms(text: str, start: int, end: int) -> Iterator[Grant]:
    """Rows of a form that say who decides."""
    for match in FORM_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        if named:
            yield Grant(match.start(), named[-1].end, named, None, Stretch(*match.span("power")))


def _delegating(text: str, start: int, end: int) -> Iterator[Grant]:
    """Finds "to X" behind a delegating word, next to it or behind what is delegated."""
    for match in DELEGATE_RE.finditer(text, start, end):
        if WHETHER_RE.search(text[max(start, match.start() - REACH) : match.start()]):
            continue
        reach = min(end, match.end() + REACH)
        border = BORDER_RE.search(text, match.end(), reach)
        limit = border.start() if border else reach
        for to in TO_RE.finditer(text, match.end(), limit):
            named = posts.leading(text, to.end(), limit)
            if named and not (_is_far(text, match.end(), to.start()) and BODY_RE.search(named[-1].value)):
                floor = max(start, match.start() - REACH)
                given = GIVEN_RE.search(text[floor : match.start()])
                if given is None and match[0][-1] in "dD" and STANDING_RE.match(text, named[-1].end, end):
                    break
                first = floor + given.start() if given else match.start()
                yield Grant(first, named[-1].end, named, named[-1].end, _before(text, match, floor, to.start()))
                break


def _is_far(text: str, start: int, end: int) -> bool:
    """Whether "to award …" stands between the delegating word and "to X": then a bare Council is no delegate."""
    return FAR_RE.search(text[start:end]) is not None and consultation.phrase_re().search(text, start, end) is None


def _before(text: str, match: re.Match[str], start: int, end: int) -> Stretch | None:
    """What is delegated, where it stands first: "delegating any extension to", "the orders be delegated"."""
    behind = power(text, match.end(), end)
    if behind is not None:
        return behind
    given = re.search(rf"\s*+\b{BE}\s*+{ADVERB}$", text[start : match.start()], re.IGNORECASE)
    return clause(text, start, start + given.start()) if given else None


def _giving(text: str, start: int, end: int) -> Iterator[Grant]:
    """Finds "authority be given to X": the post stands next, or behind asides."""
    for match in GIVE_RE.finditer(text, start, end):
        to = TO_RE.match(text, skip_asides(text, match.end(), end), end)
        named = posts.leading(text, to.end(), end) if to else ()
        if named and (re.search("author|power|respons", match[0], re.IGNORECASE) or _may_act(text, named[-1].end, end)):
            yield Grant(match.start(), named[-1].end, named, named[-1].end)
    for match in GIVEN_POWER_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        if named:
            yield Grant(match.start(), named[-1].end, named, None, Stretch(*match.span("power")))


def _for(text: str, start: int, end: int) -> Iterator[Grant]:
    for match in FOR_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        told = match["agreed"] and MINUTES_RE.search(text[start : match.start()])
        if not named or told or (match["agreed"] and not _is_deed(text, named, end)):
            continue
        if _may_act(text, named[-1].end, end):
            yield Grant(match.start(), named[-1].end, named, named[-1].end)


def _is_deed(text: str, named: tuple[Found[str], ...], end: int) -> bool:
    """Whether officers or members, not a body as a whole, are to do what only one with power does."""
    if BODY_RE.search(named[-1].value):
        return False
    return DEED_RE.match(text, skip_asides(text, named[-1].end, end), end) is not None


def _remitting(text: str, start: int, end: int) -> Iterator[Grant]:
    """Finds "be remitted to X to agree", "be left to X"; remitted to a meeting, or for a report, is no grant."""
    for match in REMIT_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        if not named or MEETING_RE.search(named[-1].value) or BODY_RE.search(named[-1].value):
            continue
        if _is_deed(text, named, end):
            yield Grant(match.start(), named[-1].end, named, named[-1].end)
        elif match["left"] and not TO_RE.match(text, skip_asides(text, named[-1].end, end), end):
            yield Grant(match.start(), named[-1].end, named, None, clause(text, start, match.start()))


def _active(text: str, start: int, end: int) -> Iterator[Grant]:
    for match in ACTIVE_RE.finditer(text, start, end):
        named = posts.leading(text, skip_asides(text, match.end(), end), end)
        asked = match[0].endswith("of ") and ASKED_RE.search(text[max(start, match.start() - 30) : match.start()])
        if not named or asked or BODY_RE.search(named[-1].value):
            continue
        gives = match["verb"].casefold() not in ORDERS or _is_deed(text, named, end)
        if gives and _may_act(text, named[-1].end, end):
            yield Grant(match.start(), named[-1].end, named, named[-1].end)
    for match in DOUBLE_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        power = THEN_POWER_RE.match(text, skip_asides(text, named[-1].end, end), end) if named else None
        if power and not BODY_RE.search(named[-1].value):
            yield Grant(match.start(), power.end(), named, power.end())


def _may_act(text: str, place: int, end: int) -> bool:
    """Whether "to …", or nothing but the limbs below, follows the posts and their asides."""
    return MAY_ACT_RE.match(text, skip_asides(text, place, end), end) is not None


def _passive(text: str, start: int, end: int) -> Iterator[Grant]:
    for match in PASSIVE_RE.finditer(text, start, end):
        behind = skip_asides(text, match.end(), end)
        if match["order"] and not DEED_RE.match(text, behind, end):
            continue
        to = TO_RE.match(text, behind, end)
        if to and not match["verb"] and posts.leading(text, to.end(), end):
            continue  # "has delegated authority to the Director": the Director's grant, not the speaker's
        grant = _subject(text, match, start) or _spoken_of(text, match, start)
        weak = match["decides"] or match["order"]
        if grant and weak and (BODY_RE.search(grant.to[-1].value) or MEETING_RE.search(grant.to[-1].value)):
            continue
        if grant is not None and not TOLD_RE.search(text[max(start, grant.start - 30) : grant.start]):
            yield grant


def _subject(text: str, match: re.Match[str], start: int) -> Grant | None:
    """The posts that "be authorised" is said of: the longest list that reaches it."""
    floor = max(start, match.start() - REACH)
    named = _behind_consultation(text, floor, match.start())
    if named:
        return Grant(named[0].start, match.end(), named, match.end())
    openings = (SUBJECT_RE, WITH_RE) if match[0].casefold().startswith("being") else (SUBJECT_RE,)
    places = (opening.end() for pattern in openings for opening in pattern.finditer(text, floor, match.start()))
    for place in (floor, *places):
        begin = skip_asides(text, place, match.start())
        named = posts.leading(text, begin, match.start())
        if named and skip_asides(text, named[-1].end, match.start()) == match.start():
            return Grant(begin, match.end(), named, match.end())
    return None


def _spoken_of(text: str, match: re.Match[str], start: int) -> Grant | None:
    """The post named before "that he", where nobody else is named: "let by the Clerk and that he be authorised"."""
    for pronoun in PRONOUN_RE.finditer(text, max(start, match.start() - REACH), match.start()):
        if skip_asides(text, pronoun.end(), match.start()) == match.start():
            named = posts.find(text[start : pronoun.start()])
            if len(named) == 1:
                post = Found(start + named[0].start, start + named[0].end, named[0].value)
                return Grant(pronoun.start(), match.end(), (post,), match.end())
    return None


def _behind_consultation(text: str, start: int, end: int) -> tuple[Found[str], ...]:
    """The subject behind a consultation that stands first, where both read as one list.

    "in consultation with A and B, C and D be authorised": the comma behind "A and B" is the border; of commas alone,
    the first.
    """
    for consulted in consultation.find(text, start, end):
        if skip_asides(text, consulted.end, end) != end or not FIRST_RE.search(text[start : consulted.start]):
            continue
        named, joined, borders = consulted.posts, False, []
        for at in range(1, len(named)):
            comma = text[named[at - 1].end : named[at].start].strip(" \n").removesuffix("the").strip() == ","
            borders += [(not joined, at)] if comma else []
            joined = joined or not comma
        return named[min(borders)[1] :] if borders else ()
    return ()


def _terms(text: str, start: int, end: int) -> Iterator[Grant]:
    for match in TERMS_RE.finditer(text, start, end):
        named = posts.leading(text, match.end(), end)
        if not named or BODY_RE.search(named[-1].value) or MEETING_RE.search(named[-1].value):
            continue
        if match[0][0] in "sStT" and " as " in match[0] and not AS_THEY_RE.match(text, named[-1].end, end):
            continue
        yield Grant(
            match.start(), named[-1].end, named, None, _noun(text, max(start, match.start() - 80), match.start())
        )


def _noun(text: str, start: int, end: int) -> Stretch | None:
    """What is to be agreed: "on final terms and conditions"."""
    found = TERMS_NOUN_RE.search(text[start:end])
    return power(text, start + found.end(), end) if found else None


SHAPES = (_passive, _active, _delegating, _giving, _for, _remitting, forms, _terms, done_by)
