"""Words that decide by themselves: how a limb begins where no lead-in does.

That the report be noted.        To award the contract …        authority be delegated to the Clerk
"""

import re
from functools import cache

from minutes_extract.nlp import verbs

# "authority be delegated to", "the objections be noted": a decision in the passive.
PASSIVE_RE = re.compile(
    r"""\bbe\s+ (?: (?: hereby | now | also | formally | not | \w+ly ) \s+ )?
        (?: \w{3,}(?: ed | en | wn | ade | old | et | ent | ld ) | put | set | paid | made | given )\b""",
    re.VERBOSE,
)
# "would be paid", "moved that the shelter be taken down": told, not decided.
TOLD_RE = re.compile(
    r"""\b(?: will | would | can | could | may | should | must | to | shall | might | cannot ) \s+ (?: \w+ \s+ )? be\b
      | \b(?: moved | asked | suggested | proposed | said | felt | was | were | had | has | is | should | if | received
            | considered | presented | reported | explained | informed | advised )\b""",
    re.VERBOSE,
)
THAT_RE = re.compile(r"^[\"“]?(?:That|THAT|that)\b")
OPENING_RE = re.compile(
    r"(?:(?:in principle|unanimously|formally|not|also|further|hereby),?\s+)*(?:to\s+)?(?:not\s+)?", re.IGNORECASE
)


def is_limb(words: str) -> bool:
    """Whether words decide by themselves, without a lead-in before them.

    >>> is_limb("That the report be noted."), is_limb("To award the contract"), is_limb("authority be delegated to him")
    (True, True, True)
    >>> is_limb("The Council owns eleven halls."), is_limb("To Councillor Hale"), is_limb("Award")
    (False, False, False)
    """
    words = words.strip()
    if len(words.split(maxsplit=2)) < 2:
        return False
    if THAT_RE.match(words) and len(words) > 12:
        return True
    if _verb().match(words):
        return True
    first = re.split(r"[.;]\s", words[:600], maxsplit=1)[0][:400]
    passive = PASSIVE_RE.search(first)
    return passive is not None and TOLD_RE.search(first[: passive.end()]) is None


@cache
def _verb() -> re.Pattern[str]:
    deciding, plain = (re.sub(r"\?P<v\d+>", "?:", p.pattern) for p in (verbs.pattern(), verbs.plain_pattern()))
    return re.compile(rf"{OPENING_RE.pattern}(?:{deciding}|{plain}(?!\s+of\b))", re.IGNORECASE)  # not "Review of fees"


def plain_verb(words: str) -> int | None:
    """Where a verb without an act of its own ends, if words begin with one.

    >>> plain_verb("to run the procurement"), plain_verb("to award it")
    (6, None)
    """
    opening = OPENING_RE.match(words)
    found = verbs.plain_pattern().match(words, opening.end() if opening else 0)
    return found.end() if found else None
