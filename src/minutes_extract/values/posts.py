"""Posts: the officers, members and bodies that are given power, are consulted, or report.

    leading   the list of posts that begins at a place    "the Leader and the Head of Law to award" → 2
    find      every post printed in a stretch             "the Director of Place, after consulting the Leader" → 2
    split     a coordinated list, divided                 "Strategic Director, Finance and the Head of Law" → 2
    render    posts → a list as councils print it

A post goes on over commas, dashes and "and" ("Executive Director, Delivery", "Head of Leisure and Wellbeing"); another
begins behind them only where an article, or a head word of the lexicon, says so. X / Y and "X or her nominee" are one.
"""

import re
from collections.abc import Sequence

from minutes_extract.values.found import Found
from minutes_extract.values.post_grammar import Reader

ABSENT = r"in\s+(?:his/her|his|her|their|the)\s+(?:[\w'’]+\s+){0,4}?absence,?\s+"
# What joins two posts of a list: "or, in her absence, the Deputy Leader", "and, where needed, the Treasurer", "(or, if
# she is away, with the Deputy Leader)"
_JOINER_RE = re.compile(
    rf"""
    \s*+,?\s*+ (?:and/or|and|or|&|as\s+well\s+as|together\s+with|along\s+with
        |(?:acting\s+)?jointly\s+with|acting\s+(?:together\s+)?with|plus) (?:\s+|(?=,))
    (?:also\s+|(?:both|either)\s+|,?\s*{ABSENT}
        |,?\s*(?:where|if|as|when)\s+(?:appropriate|necessary|applicable|relevant|required|needed),?\s+)?
    | \s*+\(\s*+and\s+
    | \s*+\(\s*+or,?\s+(?:(?:if|where|when)\s[^(),;|]{{3,60}},\s*+|{ABSENT})(?:with\s+)?
    | \s*+,?\s*+whom\s+failing,?\s+
    | \s*+,\s*+(?:[-–]\s+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENING_RE = re.compile(
    r"\s*+(?:(?:(?:both|either|all)(?:\s+of)?|(?:any\s+)?(?:one|two|three)\s+of)\s+)?", re.IGNORECASE
)


def leading(text: str, start: int = 0, end: int | None = None) -> tuple[Found[str], ...]:
    """Reads the list of posts that begins at `start`; () where none does. Nothing behind the list matters.

    >>> [post.value for post in leading("the Executive Director, Delivery and the Head of Law to award")]
    ['Executive Director, Delivery', 'Head of Law']
    >>> [post.value for post in leading("Leader and Deputy Leader of the Council be authorised")]
    ['Leader', 'Deputy Leader of the Council']
    >>> leading("award the contract to the Director"), leading("lead on the work"), leading("members of the public")
    ((), (), ())
    """
    end = len(text) if end is None else end
    opening = _OPENING_RE.match(text, start, end)
    place = opening.end() if opening else start
    found: list[Found[str]] = []
    comma = False  # behind a comma an "and" joins the last of a list, behind another "and" two titles of one person
    while True:
        post = Reader(text, place, end).post(alone=not comma)
        if post is None or (found and post.needs_article):
            break
        found.append(Found(post.start, post.end, " ".join(text[post.start : post.end].split())))
        joiner = _JOINER_RE.match(text, post.end, end)
        if joiner is None:
            break
        place, comma = joiner.end(), joiner[0].strip() == ","
    return tuple(found)


def find(text: str) -> tuple[Found[str], ...]:
    """Finds every post in a stretch, in order.

    >>> [post.value for post in find("the Strategic Director of OurStreets, in consultation with Ward Members")]
    ['Strategic Director of OurStreets', 'Ward Members']
    """
    found: list[Found[str]] = []
    for word in re.finditer(r"(?<![\w'’-])[^\W_]", text):
        if not found or word.start() >= found[-1].end:
            found.extend(leading(text, word.start()))
    return tuple(found)


def split(text: str) -> tuple[Found[str], ...]:
    """Divides a coordinated list into its posts; a stretch that is not one stays whole.

    >>> [post.value for post in split("Head of Parks / Director of Health and the Leader & Member for Arts")]
    ['Head of Parks / Director of Health', 'Leader & Member for Arts']
    >>> [post.value for post in split("Cabinet Members for Roads and Arts, the Director, Finance and the Clerk")]
    ['Cabinet Members for Roads and Arts', 'Director, Finance', 'Clerk']
    """
    found = leading(text)
    if found or not text.strip():
        return found
    start = len(text) - len(text.lstrip())
    whole = text.strip()
    return (Found(start, start + len(whole), " ".join(whole.split())),)


def render(posts: Sequence[str]) -> str:
    """Posts as a list: "the A, the B and the C"."""
    named = [f"the {post}" for post in posts]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
