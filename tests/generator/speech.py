"""The grammar: symbols with alternatives, expanded by a seeded chance.

A file of `grammar/` holds sections `[symbol]` with an alternative a line; an empty line stands for nothing to say. In
an alternative `{symbol}` is expanded, `{?symbol}` in two cases of three, and what stands between `<` and `>` is a
condition. Symbols that rules cannot spell (amounts, terms, days) are functions.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.said import Said, joined

GRAMMAR = Path(__file__).parent / "grammar"
SPOKEN = ("names", "matters", "money", "conditions", "posts", "background", "limbs")
PIECE_RE = re.compile(r"\{(\??)([\w.-]+)\}|<([^>]*)>")
LIKELY = 2 / 3

Terminal = Callable[["Speaker", str], Said]


@cache
def rules(file: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of a grammar file."""
    sections: dict[str, list[str]] = {}
    for line in (GRAMMAR / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            alternatives = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            alternatives.append(line)
    return {symbol: tuple(lines) for symbol, lines in sections.items()}


@cache
def grammar() -> Mapping[str, tuple[str, ...]]:
    """The rules of all files that hold sentences."""
    return {symbol: lines for file in SPOKEN for symbol, lines in rules(file).items()}


class Speaker:
    """Says symbols of the grammar. `named` are words that stand for a symbol throughout a document ("body")."""

    def __init__(self, chance: random.Random, terminals: Mapping[str, Terminal]) -> None:
        self.chance = chance
        self.named: dict[str, str] = {}
        self._terminals = terminals

    def maybe(self, likely: float) -> bool:
        """True in so many cases of one."""
        return self.chance.random() < likely

    def say(self, symbol: str) -> Said:
        """One of a symbol's alternatives, with its answers."""
        if symbol in self.named:
            return Said(self.named[symbol])
        terminal = self._terminals.get(symbol.split(".")[0])
        if terminal is not None and symbol not in grammar():
            return terminal(self, symbol)
        return self.fill(self.chance.choice(grammar()[symbol]))

    def words(self, symbol: str) -> str:
        """The words alone, of a symbol that has no answers."""
        return self.say(symbol).text

    def fill(self, template: str) -> Said:
        """An alternative with its symbols expanded."""
        parts, at = list[Said](), 0
        for piece in PIECE_RE.finditer(template):
            parts.append(Said(template[at : piece.start()]))
            optional, symbol, condition = piece.groups()
            if condition is not None:
                inner = self.fill(condition)
                parts.append(joined([inner, Said("", conditions=(inner.text,))]))
            elif not optional or self.maybe(LIKELY):
                parts.append(self._other(symbol, parts))
            at = piece.end()
        return joined([*parts, Said(template[at:])])

    def _other(self, symbol: str, before: list[Said]) -> Said:
        """A symbol's words, other than those that stand in the sentence already ("Housing and Housing")."""
        said = self.say(symbol)
        for _ in range(5):
            if said.text not in {part.text for part in before}:
                break
            said = self.say(symbol)
        return said
