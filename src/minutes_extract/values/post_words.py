"""The words that names of posts are made of: tokens of a stretch, and what the lexicon says of them.

The lexicon `nlp/lexicons/posts.txt` is read here as data; nothing of `nlp` is imported.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# A name is looked for no further than this many characters; the longest list of posts seen has 340.
REACH = 900

TOKEN_RE = re.compile(
    r"""
      (?P<word> [Ss]\.?\s?151 | [A-Z]\.(?=\s?[A-Z])                   # s.151; initials of a councillor
              | [^\W_]++(?:['’-][^\W_]++)*+['’]?+ )                   # Children's, Adults’, Vice-Chair, OurStreets
    | (?P<comma> , ) | (?P<amp> & ) | (?P<slash> / ) | (?P<colon> : ) | (?P<dash> [-–—] )
    | (?P<open> \( ) | (?P<close> \) ) | (?P<stop> \S )
    """,
    re.VERBOSE,
)

# Words that no name of a post goes on over: what follows is said of the post.
STOPS = frozenset(
    re.findall(
        r"\S+",
        """a an any all each every such this that these those his her their its
    to be been being is are was were has have had having will shall should would may might must can could do does not
    in on at by from with within without under upon over than then as into before after following during until pending
    subject save except unless provided providing conditional who whom which where when whenever while if whether
    so also jointly severally acting hereby now both either
    authority authorised authorise authorises delegated power powers
    given granted empowered approval purpose purposes consideration implementation signature decision information
    agree agrees agreed approve approves approved confirm confirms confirmed note noted report reports reported
    determination signing completion execution final
        regarding concerning respect relation out up off per or nor but because via
    what whatever whichever""",
    )
)
# The same where a capital begins the word: "That officers", but "Head of Information Governance".
TITLED_STOPS = frozenset({"to", "be", "is", "that", "in", "after", "following", "resolved", "authorise", "delegate"})
ARTICLES = frozenset({"the"})
INNER = frozenset({"of", "for"})
AND = frozenset({"and"})


class PostKind(StrEnum):
    """Whose post it is."""

    OFFICER = "officer"
    ROLE = "role"
    MEMBER = "member"
    BODY = "body"
    MODIFIER = "modifier"


class Token(NamedTuple):
    """A word or mark of a stretch; `fold` is its small-letter form with plain quotes and no white space."""

    kind: str
    start: int
    end: int
    text: str
    fold: str

    @property
    def is_capital(self) -> bool:
        """Whether the word is written as a name is: a capital anywhere, or s151."""
        return self.kind == "word" and (self.text != self.text.casefold() or self.fold == "s151")


END = Token("stop", -1, -1, "", "")


class Tokens:
    """The tokens of `text[start:end]`, cut only as far as they are asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._found: list[Token] = []
        self._rest = TOKEN_RE.finditer(text, start, min(end, start + REACH))

    def __getitem__(self, index: int) -> Token:
        while len(self._found) <= index:
            match = next(self._rest, None)
            if match is None:
                return END
            fold = re.sub(r"[\s.]", "", match[0].replace("’", "'").casefold())
            self._found.append(Token(str(match.lastgroup), match.start(), match.end(), match[0], fold))
        return self._found[index]


class Term(NamedTuple):
    """A line of the lexicon."""

    kind: PostKind
    words: tuple[str, ...]


@dataclass(slots=True)
class Post:
    """A post as it is being read: its extent, and what it is so far. `next` is the token behind it."""

    start: int
    end: int
    next: int
    head: Term
    article: bool
    alone: bool
    small: bool
    tailed: bool

    @property
    def needs_article(self) -> bool:
        """Whether it may not go on a list without an article: a body, which may be the tail of the post before."""
        return self.head.kind is PostKind.BODY and not self.article and not self.small


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """The lexicon: first word → its terms, the longest first."""
    text = (files("minutes_extract") / "nlp" / "lexicons" / "posts.txt").read_text(encoding="utf-8")
    found: dict[str, list[Term]] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            code, words, _ = (part.strip() for part in line.split("|", 2))
            term = Term(PostKind(code), tuple(words.casefold().split()))
            found.setdefault(term.words[0], []).append(term)
    return {first: tuple(sorted(group, key=lambda t: -len(t.words))) for first, group in found.items()}


def term_at(tokens: Tokens, index: int, *, of: frozenset[PostKind]) -> Term | None:
    """The longest term of these kinds that stands at a token, whatever its letters' case."""
    for term in terms().get(tokens[index].fold, ()):
        if term.kind in of and all(tokens[index + k].fold == word for k, word in enumerate(term.words)):
            return term
    return None


HEADS = frozenset({PostKind.OFFICER, PostKind.ROLE, PostKind.MEMBER, PostKind.BODY})
ROLES = frozenset({PostKind.ROLE})
MODIFIERS = frozenset({PostKind.MODIFIER})


def is_stop(token: Token) -> bool:
    """Whether a word ends a name: "information" and "TO" do, "Information" does not."""
    if token.kind != "word":
        return True
    titled = token.text[0].isupper() and not token.text.isupper()
    return token.fold in (TITLED_STOPS if titled else STOPS)


def is_capital(token: Token) -> bool:
    """Whether a word may stand in a name behind its head: a capital that is no stop and no joining word."""
    return token.is_capital and not is_stop(token) and token.fold not in ARTICLES | INNER | AND | {"or"}


def is_name_word(tokens: Tokens, index: int) -> bool:
    """Whether a word may stand in a name up to its head: a capital, a number of a section, a word of the lexicon."""
    token = tokens[index]
    if is_capital(token):
        return True
    if token.text.isdecimal():
        return index > 0 and tokens[index - 1].fold == "section"
    return term_at(tokens, index, of=HEADS | MODIFIERS) is not None
