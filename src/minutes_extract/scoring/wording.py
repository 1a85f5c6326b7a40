"""How words are compared: typography, articles and labels do not count."""

import re

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u00ad": ""})
WORD_RE = re.compile(r"[\w£€$%./+-]+")
ARTICLE_RE = re.compile(r"^(?:the|to|of)\s+")
BEFORE_A_LIMB = 4
"""Words that may stand before the first words of a limb: its own label, and the word "That"."""
ENOUGH = 5
"""First words that tell one condition from another."""

Path = tuple[str, ...]


def squash(text: str | None) -> str:
    r"""Text on one line, with plain quotes and dashes, in lower case.

    >>> squash("The  Council’s\nfee")
    "the council's fee"
    """
    return " ".join((text or "").translate(TYPOGRAPHY).split()).casefold()


def words(text: str | None) -> list[str]:
    """The words of a text.

    >>> words("(2) Up to £18.72m, as printed")
    ['2', 'up', 'to', '£18.72m', 'as', 'printed']
    """
    return WORD_RE.findall(squash(text))


def post(text: str) -> str:
    """A post without its article and closing punctuation.

    >>> post("the Director of Law,")
    'director of law'
    """
    return ARTICLE_RE.sub("", squash(text)).strip(" .,;:")


def path(labels: list[str] | None) -> Path:
    """A limb's labels without brackets and stops.

    >>> path(["2", "(a)"])
    ('2', 'a')
    """
    return tuple(squash(str(label)).strip("().") for label in labels or ())


def is_begun(text: str, start: str) -> bool:
    """Whether a text begins with these words; its own label may stand before them.

    >>> is_begun("(2) That the tender be accepted", "the tender be")
    True
    """
    said, first = words(text), words(start)
    return bool(first) and any(said[offset : offset + len(first)] == first for offset in range(BEFORE_A_LIMB))


def is_same_clause(one: str, other: str) -> bool:
    """Whether one clause holds the first words of the other.

    >>> is_same_clause("subject to planning permission being obtained by May", "Subject to planning permission")
    True
    """
    said, gold = " ".join(words(one)), " ".join(words(other))
    first_gold, first_said = " ".join(words(other)[:ENOUGH]), " ".join(words(one)[:ENOUGH])
    return (bool(first_gold) and first_gold in said) or (bool(first_said) and first_said in gold)
