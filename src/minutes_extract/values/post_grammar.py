"""The grammar of one post: how far it reaches.

A name is words up to a head word and the capitals behind it ("Corporate Manager Property"); then come tails:
"of Place", ", Delivery", "– Legal, Governance", "and Partnerships", "(S151)", "/ Director of Health", "or her nominee".
"""

import re

from minutes_extract.values.post_names import NameReader
from minutes_extract.values.post_patterns import (
    BEFORE_RE,
    BRACKET_RE,
    COMMA_BRACKET_RE,
    DEPUTIES,
    FIELD_BRACKET_RE,
    FIELDS,
    MEMBER_FIELDS,
    NOBODY_RE,
    OWN,
    QUALIFIED_RE,
    RESPONSIBILITY_RE,
    ROLE_FIELDS,
    SEAT_RE,
    SERVANTS,
    STAND_IN_RE,
    TITLES,
    TO_COUNCIL_RE,
    VERBS,
)
from minutes_extract.values.post_words import (
    AND,
    ARTICLES,
    INNER,
    MODIFIERS,
    ROLES,
    Post,
    PostKind,
    is_capital,
    term_at,
)


class Reader(NameReader):
    """Reads one post at the beginning of a stretch."""

    def post(self, *, alone: bool) -> Post | None:
        """The post that begins here. `alone`: it is the first of its list."""
        article = self.tokens[0].fold in ARTICLES
        begin = 1 if article else 0
        first = self.behind(BEFORE_RE, begin) or begin
        named = self.name(first, joined=True) or (self.described(first) if article else None)
        if named is None:
            return None
        behind, head = named
        small = not any(self.tokens[k].is_capital for k in range(begin, behind))
        if small and not article and behind == first + 1 and head.words[0] in VERBS:
            return None
        last = self.tokens[behind - 1]
        tailed = last.fold != head.words[-1]  # "Cabinet Member Economy" may go on with "and Assets"
        post = Post(self.tokens[begin].start, last.end, behind, head, article, alone, small, tailed)
        while self.goes_on(post):
            pass
        return None if NOBODY_RE.match(self.text[post.start : post.end]) else post

    def goes_on(self, post: Post) -> bool:
        """Takes one more piece into the post, if one follows."""
        token = self.tokens[post.next]
        if token.kind == "word":
            return self._worded(post)
        if token.kind == "open":
            return self._take(post, BRACKET_RE)
        if token.kind in {"dash", "colon"}:
            served = self.tokens[post.next - 1].fold == "service"  # "Head of Service: Parks"
            return (served or not (post.tailed and token.kind == "colon")) and self._tail(post, post.next + 1)
        if token.kind == "comma":
            return self._behind_comma(post)
        if token.kind in {"slash", "amp"}:
            return self._beside(post)
        return False

    def _behind_comma(self, post: Post) -> bool:
        if self.tokens[post.next + 1].kind == "open" and post.head.kind is PostKind.MEMBER:
            return self._take(post, COMMA_BRACKET_RE)
        if self.begins(post.next + 1):
            return self._named(post)
        tailed = self._tail(post, post.next + 1) or self._series(post) or self._last(post)
        return tailed or self._take(post, STAND_IN_RE)

    def _series(self, post: Post) -> bool:
        """Takes ", safety and climate" behind a tail in small letters: a series goes on up to its "and"."""
        if not post.tailed or not self._is_lower_tail(post):
            return False
        index = post.next
        while self.tokens[index].kind == "comma":
            behind = self.small_run(index + 1, 4)
            if behind == index + 1 or self.begins(index + 1):
                return False
            index = behind
        behind = self.small_run(index + 1, 3)
        if self.tokens[index].fold not in AND or behind == index + 1 or self.begins(index + 1):
            return False
        self._extend(post, behind)
        return True

    def _last(self, post: Post) -> bool:
        """Takes ", and Housing" behind a series, or behind posts of more than one: "Directors of Roads, and Parks"."""
        first = post.next + 2
        joined = self.tokens[first - 1].fold in AND and self.tokens[first].fold not in ARTICLES
        series = "," in self.text[post.start : post.end] or post.head.words[-1].endswith("s")
        if not (joined and series and post.tailed) or self.name(first, joined=False) is not None:
            return False
        return self._tail(post, first)

    def _named(self, post: Post) -> bool:
        """Takes "Cllr Hale, Portfolio Holder for Roads" and "Portfolio Holder for Roads, Cllr Hale": one person."""
        named = self.name(post.next + 1, joined=False)
        titles = (TITLES & set(post.head.words), TITLES & set(named[1].words if named else ()))
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
        if post.small and not post.tailed and token.fold in FIELDS and not token.is_capital:
            self._extend(post, post.next + 1)
            return True
        if self._field(post):
            return True
        if token.fold == "to" and SERVANTS & set(post.head.words):
            return self._take(post, TO_COUNCIL_RE)
        taken = any(self._take(post, pattern) for pattern in (STAND_IN_RE, QUALIFIED_RE, SEAT_RE))
        return taken or self._responsibility(post)

    def _field(self, post: Post) -> bool:
        """Takes "Cabinet Member corporate services": a field in small letters without a "for" before it."""
        token = self.tokens[post.next]
        titled = post.head.words[-1] in {"member", "holder"} and not (post.small or post.tailed)
        if not titled or token.is_capital or token.fold not in MEMBER_FIELDS:
            return False
        return self._small_words(post, post.next)

    def _inner(self, post: Post) -> bool:
        """Takes "of the Council", "for Place", "of both councils", "of planning and growth"; not "for the purpose"."""
        first = post.next + 1
        of = self.tokens[post.next].fold == "of"
        article = self.tokens[first].fold in ARTICLES | {"each", "both", "all"} | (OWN if of else frozenset())
        if self.tokens[first].kind == "open":
            return self._take(post, FIELD_BRACKET_RE) and self._tail(post, post.next)
        named = of or post.head.kind is PostKind.MEMBER or not article
        first += article
        if of and term_at(self.tokens, first, of=MODIFIERS) and self._tail(post, first + 1):
            return True  # "Chair of the relevant Scrutiny Committee"
        return self._tail(post, first) or (named and self._small_words(post, first))

    def _small_words(self, post: Post, first: int) -> bool:
        index = self.small_run(first, 6)
        if index == first:
            return False
        self._extend(post, index)
        return True

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
        index = self.small_run(index, 3)
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
        first += self.tokens[first].fold in INNER and post.head.words[-1].endswith("s")  # "for Roads and for Parks"
        return self._tail(post, first) or (self._is_lower_tail(post) and self._small_words(post, first))

    def _is_lower_tail(self, post: Post) -> bool:
        return not self.tokens[post.next - 1].is_capital

    def _role(self, post: Post) -> bool:
        """Takes "Director of Law and Monitoring Officer": a statutory role without an article of its own."""
        single = post.alone or post.article
        if single and self.text[post.start : post.end].casefold().split() in DEPUTIES:
            return self._double(post)
        role = term_at(self.tokens, post.next + 1, of=ROLES)
        if role is None or not single or post.head.kind is not PostKind.OFFICER:
            return False
        fields = ROLE_FIELDS.get(role.words[0])
        if fields is None or not fields.search(self.text[post.start : post.end]):
            return False
        self._extend(post, post.next + 1 + len(role.words))
        return True

    def _double(self, post: Post) -> bool:
        """Takes "Deputy Chief Executive and Director of Finance": who helps to lead may head a part too."""
        named = self.name(post.next + 1, joined=False)
        if named is None or named[1].words[-1] != "director":
            return False
        self._extend(post, named[0])
        post.tailed = False
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
        index = self.behind(RESPONSIBILITY_RE, post.next)
        if index is None:
            return False
        index += self.tokens[index].fold in ARTICLES
        return self._tail(post, index) or self._small_words(post, index)

    def _take(self, post: Post, pattern: re.Pattern[str]) -> bool:
        index = self.behind(pattern, post.next)
        if index is None:
            return False
        self._extend(post, index)
        return True

    def _extend(self, post: Post, index: int) -> None:
        post.next, post.end, post.tailed = index, self.tokens[index - 1].end, True

    def begins(self, first: int) -> bool:
        """Whether a post of its own begins behind a comma or an "and"."""
        article = self.tokens[first].fold in ARTICLES
        named = self.name(first + article, joined=article or self.tokens[first].fold in {"chief", "assistant"})
        if named is None and article:
            named = self.described(first + 1)
        if named is None:
            return False
        head = named[1]
        if article:
            return True
        if head.words[0] in TITLES:
            return True
        leads = head.words == (self.tokens[first].fold,)  # "Member Services" is no member, "Director Housing" is one
        followed = is_capital(self.tokens[first + 1]) and not head.words[-1].startswith("director")
        return head.kind is not PostKind.BODY and not (leads and followed)
