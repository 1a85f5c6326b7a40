"""Who decides: the names of bodies and of people who decide alone, told by their head words."""

import re
from functools import cache

from minutes_extract.nlp.lexicon import entries


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    by_head = {entry.term.casefold(): entry.code for entry in entries("actors")}
    longest_first = sorted(by_head, key=lambda head: (-len(head), head))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), by_head


def is_actor(name: str) -> bool:
    """Whether a name holds a head word of a body or a post.

    >>> is_actor("the Cabinet Member for Clean Streets"), is_actor("the old swimming baths")
    (True, False)
    """
    return _heads()[0].search(name) is not None


def is_person(name: str) -> bool:
    """Whether a name is that of one who decides alone, by its last head word before "for", "of" or "with".

    >>> is_person("Cabinet Member for Board Schools"), is_person("Portfolio Holder's Meeting"), is_person("Cabinet")
    (True, False, False)
    >>> is_person("Leader of the Council & Portfolio Holder for Strategy"), is_person("Mayor and Cabinet (Contracts)")
    (True, False)
    """
    pattern, by_head = _heads()
    if re.search(r"\bmeetings?\b|\band\s+cabinet\b(?!\s+member)", name, re.IGNORECASE):
        return False
    core = re.split(r"\b(?:for|of|with responsibility)\b|,", name, maxsplit=1)[0]
    found = pattern.findall(core) or pattern.findall(name)
    return bool(found) and by_head[found[-1].casefold()] == "person"
