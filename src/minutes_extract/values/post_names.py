"""The name of a post up to its head: "Chief Legal and Democratic Officer", "the allotments officer"."""

import re

from minutes_extract.values.post_patterns import MANY_SIDED
from minutes_extract.values.post_words import (
    AND,
    ARTICLES,
    END,
    HEADS,
    INNER,
    PostKind,
    Term,
    Tokens,
    is_capital,
    is_name_word,
    is_stop,
    term_at,
)


class NameReader:
    """Reads names at the tokens of a stretch."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.limit = text, end
        self.tokens = Tokens(text, start, end)

    def name(self, first: int, *, joined: bool) -> tuple[int, Term] | None:
        """The words up to the head and the capitals behind it; `joined`: "Chief Legal and Democratic Officer"."""
        index = first
        for _ in range(3):
            run = index
            while is_name_word(self.tokens, run):
                run += 1
            if run == index:
                return None
            heads = [(k, term) for k in range(index, run) if (term := term_at(self.tokens, k, of=HEADS))]
            if heads:
                return self._cut(heads, run)
            if not joined or not self._joins(run):
                return None
            index = run + 1
        return None

    def described(self, first: int) -> tuple[int, Term] | None:
        """A name behind one or two small words that the lexicon does not know: "the allotments officer"."""
        for index in (first + 1, first + 2):
            if not self.is_small(index - 1):
                return None
            named = self.name(index, joined=False)
            if named is not None:
                return named if named[1].kind is PostKind.OFFICER and named[1].words[-1] not in MANY_SIDED else None
        return None

    def _cut(self, heads: list[tuple[int, Term]], run: int) -> tuple[int, Term]:
        if len(heads) > 1 and heads[-1][1].words == ("legal", "services"):
            heads = heads[:-1]  # "Assistant Director Legal Services" is the name of an officer
        place, head = max(heads, key=lambda found: (found[0] + len(found[1].words), len(found[1].words)))
        behind = place + len(head.words)
        while behind < run and is_capital(self.tokens[behind]):
            behind += 1
        return behind, head

    def _joins(self, index: int) -> bool:
        token = self.tokens[index]
        return token.fold in AND or token.kind in {"amp", "comma"}

    def small_run(self, first: int, most: int) -> int:
        """The place behind small words, no more than so many."""
        index = first
        while index < first + most and self.is_small(index):
            index += 1
        return index

    def is_small(self, index: int) -> bool:
        """Whether a word in small letters stands at a place, and none that ends or joins names."""
        token = self.tokens[index]
        joining = ARTICLES | AND | INNER | {"or"}
        return token.kind == "word" and not is_stop(token) and token.fold not in joining and not token.is_capital

    def behind(self, pattern: re.Pattern[str], index: int) -> int | None:
        """The first token behind what a pattern takes at a token; None where it takes nothing."""
        if self.tokens[index] is END:
            return None
        match = pattern.match(self.text, self.tokens[index].start, self.limit)
        if match is None:
            return None
        while self.tokens[index] is not END and self.tokens[index].start < match.end():
            index += 1
        return index
