"""Posts: who is given power, and who must be consulted."""

import re

from generator.said import Said
from generator.speech import Speaker, grammar

SLOT_RE = re.compile(r"\{post\.(\w+)\}")


def delegate(speaker: Speaker, _: str) -> Said:
    """Officers who are given power."""
    text, names = _people(speaker, "officers")
    return Said(text, to=names)


def consultee(speaker: Speaker, _: str) -> Said:
    """Members and officers who must be consulted."""
    text, names = _people(speaker, "members")
    return Said(text, consultees=names)


def post(speaker: Speaker, symbol: str) -> Said:
    """A post that is only named."""
    return Said(speaker.words(symbol.removeprefix("post.")))


def _people(speaker: Speaker, symbol: str) -> tuple[str, tuple[str, ...]]:
    """A list of different posts, and their names."""
    names: list[str] = []

    def name(slot: re.Match[str]) -> str:
        named = speaker.words(slot[1])
        while named in names:
            named = speaker.words(slot[1])
        names.append(named)
        return named

    return SLOT_RE.sub(name, speaker.chance.choice(grammar()[symbol])), tuple(names)
