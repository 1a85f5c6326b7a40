"""Verbs that decide, in every form, from the lexicon `decision_verbs`."""

import re
from enum import StrEnum
from functools import cache

from minutes_extract.nlp.lexicon import entries

# Codes that are no acts: what is accepted tells the act; verbs of no act of their own.
ACCEPT = "accept"
OTHER = "other"


class Form(StrEnum):
    """The inflection of a verb."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"


@cache
def _compiled(*, plain: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern over the verbs with an act (`plain`: those without), longest first, and the code of each group."""
    terms = {entry.term: entry.code for entry in entries("decision_verbs") if (entry.code == OTHER) is plain}
    ordered = sorted(terms, key=lambda verb: (-len(verb), verb))
    forms = "|".join(f"(?P<v{at}>{inflected(verb, gerund=not plain)})" for at, verb in enumerate(ordered))
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE), {f"v{at}": terms[verb] for at, verb in enumerate(ordered)}


def pattern() -> re.Pattern[str]:
    """The pattern of the verbs that have an act."""
    return _compiled(plain=False)[0]


def code(match: re.Match[str]) -> str:
    """The code of a match of `pattern`: the name of an act, or `ACCEPT`."""
    return _compiled(plain=False)[1][match.lastgroup or ""]


def plain_pattern() -> re.Pattern[str]:
    """The pattern of the verbs that begin a limb without an act of their own: "To ring-fence the sum"."""
    return _compiled(plain=True)[0]


def inflected(verb: str, *, gerund: bool = True) -> str:
    """A pattern for the base form, the third person, the past and the gerund of a verb's first word.

    >>> [bool(re.fullmatch(inflected("vary it"), verb)) for verb in ("vary it", "varies it", "varied it", "varying it")]
    [True, True, True, True]
    """
    head, _, rest = verb.partition(" ")
    stem = re.escape(head)
    if head.endswith("e"):
        forms = rf"{stem[:-1]}(?:e[sd]?{'|ing' if gerund else ''})"
    elif head.endswith("y") and head[-2] not in "aeiou":
        forms = rf"{stem[:-1]}(?:y|ies|ied{'|ying' if gerund else ''})"
    else:
        last = stem[-1]
        forms = rf"{stem}(?:s|es|ed|{last}ed{f'|ing|{last}ing' if gerund else ''})?"
    return forms + (r"\s+" + re.escape(rest).replace(r"\ ", r"\s+") if rest else "")


def form(verb: str) -> Form:
    """The inflection of a verb, told by its ending.

    >>> form("approved").value, form("sold").value, form("delegating").value, form("notes").value, form("note").value
    ('past', 'past', 'gerund', 'third', 'base')
    """
    head = verb.split()[0].lower()
    if head.endswith("ed") or head in ("sold", "bought", "put"):
        return Form.PAST
    if head.endswith("ing"):
        return Form.GERUND
    return Form.THIRD if head.endswith("s") and not head.endswith("ss") else Form.BASE
