"""The name of a body, apart from the words for its meeting that are printed beside it.

PROCEEDINGS AT MONTHLY MEETING OF THE HARBOUR DISTRICT        WELDON PARISH COUNCIL ANNUAL (MEETING)
"""

import re

from minutes_extract.annotations import Stretch

# "PROCEEDINGS AT MONTHLY MEETING OF THE HARBOUR DISTRICT", "Ordinary Parish Council", "NOW THEREFORE Council"
OCCASION_RE = re.compile(
    r"""(?:(?:minutes|proceedings|now,?\ therefore,?)\s+(?:of\s+|at\s+)?(?:the\s+|an?\s+)?)?
        (?:(?:monthly|annual|special|ordinary|extra-?ordinary|online|virtual|regular|adjourned|joint(?=\s+meeting))\s+)*
        (?:meeting\s+of\s+(?:the\s+)?)?(?<=\s)(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
# "WELDON PARISH COUNCIL ANNUAL", where "MEETING" follows
OCCASION_END_RE = re.compile(r"\s+(?:monthly|annual|special|ordinary|extra-?ordinary|general)$", re.IGNORECASE)
# "Members", "NEXT", "EXTRAORDINARY", "January": what stands before "resolved" or "meeting" and names no body
NO_BODY_RE = re.compile(
    r"(?:the\s+|all\s+)?(?:members?|councillors?|next|last|previous|monthly|annual|special|ordinary|extra-?ordinary"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|meeting|public|draft)",
    re.IGNORECASE,
)
# "Cabinet": one word that names a body
SINGLE_RE = re.compile(
    r"(?:council|cabinet|executive|board|committee|panel|authority|assembly|trustees)", re.IGNORECASE
)


def of_the_body(text: str, place: Stretch) -> Stretch | None:
    """A body's name without the words for its meeting; None where nothing is left that names a body."""
    words = text[place.start : place.end]
    before = OCCASION_RE.match(words)
    start = before.end() if before is not None else 0
    after = OCCASION_END_RE.search(words)
    end = after.start() if after is not None else len(words)
    name = words[start:end]
    broken = before is not None and " " not in name and SINGLE_RE.fullmatch(name) is None
    if broken or NO_BODY_RE.fullmatch(name):
        return None
    return Stretch(place.start + start, place.start + end)
