"""The grammar of one post: how far it reaches.

A name is words up to a head word and the capitals behind it ("Corporate Manager Property"); then come tails:
"of Place", ", Delivery", "– Legal, Governance", "and Partnerships", "(S151)", "/ Director of Health", "or her nominee".
"""

import re
from dataclasses import dataclass

from minutes_extract.values.post_words import (
    AND,
    ARTICLES,
    END,
    HEADS,
    INNER,
    ROLES,
    PostKind,
    Term,
    Tokens,
    is_capital,
    is_name_word,
    is_stop,
    term_at,
)

# Heads that, small and without an article, are verbs or other things: "authority to lead on the work".
_VERBS = frozenset(
    {"head", "lead", "chair", "board", "engineer", "commission", "officer", "member", "champion", "panel"}
)
# "members of the public", "members of staff": nobody's posts.
_NOBODY_RE = re.compile(
    r"members?\s+of\s+(?:the\s+)?(?:public|staff|community|trade)|.*\b(?:residents|tenants)\b", re.IGNORECASE
)
# "or their representatives", "or her nominee", "or nominated deputy", "or other authorised officer"
_STAND_IN_RE = re.compile(
    r""",?\s*+(?:and/)?or\s+
    (?:(?:his/her|his|her|their|its|a|an|any|the|such|other|another|nominated|designated|authorised|appointed|appropriate
        |suitable|duly|delegated|equivalent|named)\s+)*+
    (?:nominees?|deput(?:y|ies)|representatives?|delegates?|substitutes?|designates?|successors?|equivalent|nominated
       |(?<=ed\s)officers?|(?<=ate\s)officers?)(?![\w'’])(?!\s+(?:(?-i:[A-Z])|head|director|leader))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Solicitor to the Council"
_TO_COUNCIL_RE = re.compile(r"to\s+the\s+(?:council|authority|board|corporation|commissioner)\b", re.IGNORECASE)
_SERVANTS = frozenset({"solicitor", "clerk", "treasurer", "secretary", "adviser", "advisor"})
# "(s)", "(S151)", "(Operations)", "(Lead Member for Roads)", "(or nominee)"; not "(rise < £150k)", "(after a vote)"
_BRACKET_RE = re.compile(
    r"\(e?s\)|\((?:(?=[A-Z])|[Ss]\.?\s?151|or\s|interim\b|acting\b|as\s+appropriate)"
    r"(?:[^()£$€<>=;:|\n]|\n(?!\s*\n)){0,80}\)"
)
_COMMA_BRACKET_RE = re.compile(r",\s*\([A-Z][^()£|\n]{2,80}\)")  # "Executive Member, (Sport and Parks)"
# Which posts hold which statutory role: "Director of Resources and Section 151 Officer" is one person, "Head of Law and
# Section 151 Officer" are two.
_MONEY_RE = re.compile(r"financ|resources|treasur|corporate (?:services|support)|enabling", re.IGNORECASE)
_LAW_RE = re.compile(
    r"\blaw\b|legal|governance|democra|solicitor|secretary|corporate (?:services|support)", re.IGNORECASE
)
_FIRST_RE = re.compile(r"chief executive|managing director", re.IGNORECASE)
_ROLE_FIELDS = {
    **dict.fromkeys(("section", "s151", "chief", "responsible"), _MONEY_RE),
    **dict.fromkeys(("monitoring", "deputy"), _LAW_RE),
    **dict.fromkeys(("head", "returning", "proper"), _FIRST_RE),
}
# Titles of a person, before the name.
_TITLES = frozenset({"councillor", "cllr", "alderman"})
_RESPONSIBILITY_RE = re.compile(r"(?:with\s+(?:\w+\s+)?responsibility|responsible)\s+for\s+", re.IGNORECASE)


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


class Reader:
    """Reads one post at the beginning of a stretch."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.limit = text, end
        self.tokens = Tokens(text, start, end)

    def post(self, *, alone: bool) -> Post | None:
        """The post that begins here. `alone`: it is the first of its list."""
        article = self.tokens[0].fold in ARTICLES
        first = 1 if article else 0
        named = self.name(first, joined=True)
        if named is None:
            return None
        behind, head = named
        small = not any(self.tokens[k].is_capital for k in range(first, behind))
        if small and not article and behind == first + 1 and head.words[0] in _VERBS:
            return None
        last = self.tokens[behind - 1]
        tailed = last.fold != head.words[-1]  # "Cabinet Member Economy" may go on with "and Assets"
        post = Post(self.tokens[first].start, last.end, behind, head, article, alone, small, tailed)
        while self.goes_on(post):
            pass
        return None if _NOBODY_RE.match(self.text[post.start : post.end]) else post

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

    def _cut(self, heads: list[tuple[int, Term]], run: int) -> tuple[int, Term]:
        place, head = max(heads, key=lambda found: (found[0] + len(found[1].words), len(found[1].words)))
        behind = place + len(head.words)
        while behind < run and is_capital(self.tokens[behind]):
            behind += 1
        return behind, head

    def _joins(self, index: int) -> bool:
        token = self.tokens[index]
        return token.fold in AND or token.kind in {"amp", "comma"}

    def goes_on(self, post: Post) -> bool:
        """Takes one more piece into the post, if one follows."""
        token = self.tokens[post.next]
        if token.kind == "word":
            return self._worded(post)
        if token.kind == "open":
            return self._take(post, _BRACKET_RE)
        if token.kind in {"dash", "colon"}:
            return not (post.tailed and token.kind == "colon") and self._tail(post, post.next + 1)
        if token.kind == "comma":
            if self.tokens[post.next + 1].kind == "open" and post.head.kind is PostKind.MEMBER:
                return self._take(post, _COMMA_BRACKET_RE)
            if self.begins(post.next + 1):
                return self._named(post)
            return self._tail(post, post.next + 1) or self._take(post, _STAND_IN_RE)
        if token.kind in {"slash", "amp"}:
            return self._beside(post)
        return False

    def _named(self, post: Post) -> bool:
        """Takes "Cllr Hale, Portfolio Holder for Roads" and "Portfolio Holder for Roads, Cllr Hale": one person."""
        named = self.name(post.next + 1, joined=False)
        titles = (_TITLES & set(post.head.words), _TITLES & set(named[1].words if named else ()))
        if named is None or not post.tailed or post.head.kind is not PostKind.MEMBER or (titles[0] and titles[1]):
            return False
        if not (titles[0] or titles[1]) or named[1].kind is not PostKind.MEMBER:
            return False
        self._extend(post, named[0])
        post.tailed = False
        return True

    def _worded(self, post: Post) -> bool:
        token = self.tokens[post.next]
        if token.fold in INNER:
            return self._inner(post)
        if token.fold in AND:
            return self._role(post) or self._continued(post)
        if token.fold == "to" and _SERVANTS & set(post.head.words):
            return self._take(post, _TO_COUNCIL_RE)
        return self._take(post, _STAND_IN_RE) or self._responsibility(post)

    def _inner(self, post: Post) -> bool:
        """Takes "of the Council", "for Place", "of both councils", "of planning and growth"; not "for the purpose"."""
        first = post.next + 1
        article = self.tokens[first].fold in ARTICLES | {"each", "both", "all"}
        named = self.tokens[post.next].fold == "of" or post.head.kind is PostKind.MEMBER or not article
        return self._tail(post, first + article) or (named and self._small_words(post, first + article))

    def _small_words(self, post: Post, first: int) -> bool:
        index = first
        while index < first + 6 and self._is_small(index):
            index += 1
        if index == first:
            return False
        self._extend(post, index)
        return True

    def _is_small(self, index: int) -> bool:
        token = self.tokens[index]
        joining = ARTICLES | AND | INNER | {"or"}
        return token.kind == "word" and not is_stop(token) and token.fold not in joining and not token.is_capital

    def _tail(self, post: Post, first: int) -> bool:
        """Capitals: "Delivery", "Finance", "Children's Services". In a name in small letters one or two small words."""
        index = first
        while is_capital(self.tokens[index]):
            index += 1
        if index > first:
            self._extend(post, index)
            return True
        if not post.small or post.tailed or self.tokens[post.next].kind != "comma":
            return False
        while self._is_small(index) and index < first + 3:
            index += 1
        closed = self.tokens[index].kind in {"comma", "stop"} or self.tokens[index].fold in AND | {"to"}
        if index == first or not closed:
            return False
        self._extend(post, index)
        return True

    def _continued(self, post: Post) -> bool:
        """Takes "and Partnerships" behind a tail, unless a post begins there."""
        first = post.next + 1
        if not post.tailed or self.begins(first):
            return False
        first += self.tokens[first].fold in ARTICLES
        return self._tail(post, first) or (self._is_lower_tail(post) and self._small_words(post, first))

    def _is_lower_tail(self, post: Post) -> bool:
        return not self.tokens[post.next - 1].is_capital

    def _role(self, post: Post) -> bool:
        """Takes "Director of Law and Monitoring Officer": a statutory role without an article of its own."""
        role = term_at(self.tokens, post.next + 1, of=ROLES)
        single = post.alone or post.article
        if role is None or not single or post.head.kind is not PostKind.OFFICER:
            return False
        fields = _ROLE_FIELDS.get(role.words[0])
        if fields is None or not fields.search(self.text[post.start : post.end]):
            return False
        self._extend(post, post.next + 1 + len(role.words))
        return True

    def _beside(self, post: Post) -> bool:
        """Takes "X / Y" and "Leader of the Council & Portfolio Holder for Arts", one post; "Pride & Participation"."""
        first = post.next + 1
        amp = self.tokens[post.next].kind == "amp"
        if amp and self.tokens[first].fold in ARTICLES:
            return False
        first += self.tokens[first].fold in ARTICLES
        named = self.name(first, joined=False)
        if named is not None:
            self._extend(post, named[0])
            post.tailed = False
            return True
        return (post.tailed or not amp) and self._tail(post, first)

    def _responsibility(self, post: Post) -> bool:
        """Takes "with responsibility for Housing"."""
        match = _RESPONSIBILITY_RE.match(self.text, self.tokens[post.next].start, self.limit)
        if match is None:
            return False
        index = post.next
        while self.tokens[index].start < match.end() and self.tokens[index] is not END:
            index += 1
        index += self.tokens[index].fold in ARTICLES
        return self._tail(post, index) or self._small_words(post, index)

    def _take(self, post: Post, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self.tokens[post.next].start, self.limit)
        if match is None:
            return False
        index = post.next
        while self.tokens[index] is not END and self.tokens[index].start < match.end():
            index += 1
        self._extend(post, index)
        return True

    def _extend(self, post: Post, index: int) -> None:
        post.next, post.end, post.tailed = index, self.tokens[index - 1].end, True

    def begins(self, first: int) -> bool:
        """Whether a post of its own begins behind a comma or an "and"."""
        article = self.tokens[first].fold in ARTICLES
        named = self.name(first + article, joined=article or self.tokens[first].fold in {"chief", "assistant"})
        if named is None:
            return False
        head = named[1]
        if article:
            return True
        if head.words[0] in _TITLES:
            return True
        leads = head.words == (self.tokens[first].fold,)  # "Member Services" is no member, "Director Housing" is one
        followed = is_capital(self.tokens[first + 1]) and not head.words[-1].startswith("director")
        return head.kind is not PostKind.BODY and not (leads and followed)
