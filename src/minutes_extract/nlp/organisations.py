"""Names of organisations in a sentence: firms, councils, trusts and charities, told by their words and their place.

the tender from Harland Roofing Ltd be accepted
in partnership with the three county councils
"""

import re

from minutes_extract.annotations import Stretch
from minutes_extract.nlp.actors import is_actor
from minutes_extract.values import people, posts, statutes
from minutes_extract.values.name_words import ORDINARY

# The last word of an organisation's name.
FORM = (
    r"(?:Ltd\b\.?|Limited\b|LLP\b|LLC\b|[Pp]lc\b|PLC\b|CIC\b|CIO\b|Inc\b\.?|Trust\b|Association\b|Foundation\b|Society\b"
    r"|University\b|College\b"
    r"|Partnership\b|Council\b|Councils\b|councils\b|Combined Authority\b|Consortium\b|consortium\b|Club\b|Charity\b"
    r"|Integrated Care Board\b|Board\b|Agency\b|Department\b|Group\b|Government\b)"
)
FORM_RE = re.compile(FORM)
_PART = r"(?:[A-Z&][\w’'&./-]*|\d+)(?:\s(?:and|&|of|for|upon|in)(?=\s[A-Z])|,(?=\s(?:Ltd|Limited|LLP)))?"
# A name: words with capitals or figures, and small words between them; it ends at its form, if it has one.
NAME_RE = re.compile(rf"(?:[Tt]he\s)?(?P<name>(?:{FORM}|{_PART})(?:\s(?:{FORM}|{_PART})){{0,11}}+)")
# Where a name is over: behind its form, and before "and The …".
CLOSING_RE = re.compile(r"(?:\b(?:Ltd|Limited|LLP|[Pp]lc|PLC|CIC)\b(?=\.?\s)|(?=\s(?:and|&)\sThe\s))(?P<rest>)")
# What a sum comes out of, or goes to, that is nobody.
NOBODY_RE = re.compile(
    r"\b(?:Fund|Programme|Block|Budget|Reserve|Reserves|Grant|Grants|Account|Scheme|Plan|Pot|Rules|Code)$"
)
GENERIC_RE = re.compile(r"(?:City |County |Borough |Full |The )*Council|Local Authority")
# Words that begin no name of an organisation.
_NOT_FIRST = """
appendix annex schedule section part lot lots phase option table paragraph stage minute report contract standing
january february march april may june july august september october november december vat gbp this that any each members
officers members' council's it he she they we our i a an another
"""
NOT_FIRST = frozenset(_NOT_FIRST.split())


def at(text: str, start: int, *, named: bool = False) -> Stretch | None:
    """The organisation whose name begins at a place; `named` asks for a form such as "Ltd" or "Council" at its end."""
    match = NAME_RE.match(text, start)
    if match is None:
        return None
    begin, end = match.span("name")
    name = _cut(text[begin:end])
    end = begin + len(name)
    if not name or not _is_name(name) or (named and FORM_RE.search(name) is None):
        return None
    return Stretch(begin, end)


def _cut(name: str) -> str:
    """A name as far as its form: "Harland Ltd and Moss Ltd" are two."""
    form = CLOSING_RE.search(name)
    return re.sub(r"\s(?:and|&|of|for|upon|in)$|[.,/]+$", "", name[: form.start("rest")] if form else name)


def _is_name(name: str) -> bool:
    """Whether words are an organisation's name: no post, no person, no body of the council, no statute.

    >>> _is_name("Harland Roofing Ltd"), _is_name("Head of Law"), _is_name("Cabinet"), _is_name("Lot 2"), _is_name("II")
    (True, False, False, False, False)
    """
    words = re.findall(r"[^\s()]+", name)
    first = words[0].casefold().strip(".,")
    if first in NOT_FIRST or first.isdigit() or (len(words) == 1 and len(name) < 4):
        return False
    if all(word.casefold().strip(".,'’s") in ORDINARY or word.casefold() in ("and", "of", "the") for word in words):
        return False
    if NOBODY_RE.search(name):
        return False
    has_form = FORM_RE.search(name) is not None
    if not has_form and (is_actor(name) or people.find(name) or _is_post(name)):
        return False
    return not statutes.find(name) and GENERIC_RE.fullmatch(name) is None


def _is_post(name: str) -> bool:
    found = posts.leading(name)
    return len(found) == 1 and found[0].end >= len(name) - 1
