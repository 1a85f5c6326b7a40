"""What of a web page is the site's and not the document's: menus, banners, feet, hidden parts.

The markup says so by its tags, roles and names; where it does not, a list of nothing but links above the first heading
is a menu, and links to the cookie policy and its kin are the page's foot. A part that holds the page's main content is
never chrome, whatever its class says, nor is a closed panel that a button on the page opens.
"""

import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements that are not shown as text, or are controls.
_UNSEEN_TAGS = frozenset({
    "head", "script", "style", "template", "noscript", "svg", "math", "canvas", "iframe", "object", "embed",
    "audio", "video", "map", "nav", "input", "select", "textarea", "button", "datalist", "progress", "meter",
})  # fmt: skip
_CHROME_ROLES = frozenset({
    "navigation", "banner", "search", "contentinfo", "menu", "menubar", "tablist", "toolbar", "dialog",
    "alertdialog",
})  # fmt: skip
_PAGE_TAGS = frozenset({
    "header", "footer", "aside",
})  # fmt: skip # chrome at the top of a page, content within an article
_CONTENT_TAGS = frozenset({
    "main", "article", "section", "td",
})  # fmt: skip
_CHROME_NAME_RE = re.compile(
    r"""
      cookies?(?:[-_]?(?:banner|bar|consent|notice|message|policy|popup|law|info|control)s?)? | ccc | gdpr
    | bread-?crumbs?(?:[-_](?:trail|nav|list|wrapper|container|item))?
    | skip(?:[-_]?(?:links?|to[-_]?content|to[-_]?main|nav|navigation))?
    | (?:sr|visually|screen-reader)-?(?:only|hidden|text) | visuallyhidden | element-invisible
    | site-?(?:header|footer|navigation|nav|menu) | page-?footer | global-?(?:header|footer|nav)
    | mobile-?(?:menu|nav) | main-?(?:menu|nav|navigation) | primary-?(?:menu|nav|navigation) | nav-?bar | sub-?menu
    | footer | banner | masthead | nav | navigation | (?:top|left|side)-?(?:menu|nav) | (?:\w+_)?nav-?pane
    | addthis.* | addtoany.* | sharedaddy | share-?(?:buttons?|links?) | social-?(?:links?|media|share)
    | back-?to-?top | scroll-?to-?top | to-?top
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HIDDEN_STYLE_RE = re.compile(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)\b", re.IGNORECASE)
_MENU_TAGS = frozenset({"ul", "ol", "menu", "dir", "div", "p"})
_FOOT_TAGS = _MENU_TAGS | {"li", "span"}
_MENU_LINKS = 2  # at least
_LONGEST_MENU = 2000  # characters of a part that may be a menu or a foot: longer ones are not looked through
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_CONTENT_NAME_RE = re.compile(r"\bmg[A-Z]\w*|modgov|content", re.IGNORECASE)
# Links at the foot of a page: "Cookies", "Privacy policy", "Accessibility statement".
_FOOT_LINK_RE = re.compile(
    r"""
      (?: (?:our|use\ of|manage|about) \ )?+ cookies? (?: \ (?:policy|settings|preferences|notice|statement) )?+
    | (?: privacy | accessibility | copyright | legal ) (?: \ (?:policy|notice|statement|information) )?+
    | terms (?: \ (?:and|&) \ conditions | \ of \ use )?+ | disclaimer | site \s?+ map | back \ to \ top
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RIGHTS_RE = re.compile(
    r"(?:copyright\s++)?+(?:©|\(c\)(?=\s*+\d{4}))|(?:all rights reserved|powered by)\b", re.IGNORECASE
)
_LONGEST_RIGHTS = 120
_SKIP_WORDS_RE = re.compile(r"\s*+(?:skip|jump) to\b", re.IGNORECASE)
_OPENERS = ("aria-controls", "data-target", "data-bs-target")


def panels(root: "HtmlElement") -> frozenset[str]:
    """The ids of parts that a control on the page opens: closed when saved, but content."""
    found: set[str] = set()
    for name in _OPENERS:
        for value in root.xpath(f"//@{name}"):
            found.update(part.lstrip("#") for part in str(value).split())
    return frozenset(found)


def is_headed(root: "HtmlElement") -> bool:
    """Whether the page has a heading, above which a menu may stand."""
    return any(element.tag in _HEADINGS for element in root.iter())


def is_menu(element: "HtmlElement") -> bool:
    """Whether a part above the first heading is a list of links and nothing else, outside of the page's content."""
    words = _words(element) if element.tag in _MENU_TAGS else ""
    if not words or not _is_at_page_level(element) or _is_in_content(element):
        return False
    links = _links(element)
    return len(links) >= _MENU_LINKS and _is_made_of(words, links)


def is_foot(element: "HtmlElement") -> bool:
    """Whether a part is the site's foot by its words: who holds the rights, links to the cookie policy and its kin."""
    words = _words(element) if element.tag in _FOOT_TAGS else ""
    if not words or not _is_at_page_level(element) or _is_in_content(element):
        return False
    if len(words) <= _LONGEST_RIGHTS and _RIGHTS_RE.match(words):
        return True
    links = _links(element)
    return bool(links) and all(map(_FOOT_LINK_RE.fullmatch, links)) and _is_made_of(words, links)


def is_chrome(element: "HtmlElement", opened: Set[str]) -> bool:
    """Whether to leave the element and all in it out; `opened` are the ids of `panels`."""
    tag = element.tag
    if tag in _UNSEEN_TAGS or element.get("role") in _CHROME_ROLES:
        return True
    if tag in {"html", "body", "main", "article", "table", "tr", "td", "th", "tbody"}:
        return tag not in {"html", "body"} and _is_hidden(element, opened)
    if _is_hidden(element, opened) or (tag == "label" and element.get("for") is not None):
        return True
    if tag in _PAGE_TAGS:
        return _is_at_page_level(element) and not _holds_content(element)
    if tag == "a" and (element.get("href") or "").startswith("#") and _SKIP_WORDS_RE.match(element.text or ""):
        return True
    return _has_chrome_name(element) and not _holds_content(element)


def _words(element: "HtmlElement") -> str:
    """The words of a part, "" where they are many."""
    found: list[str] = []
    length = 0
    for words in element.itertext():
        length += len(words)
        if length > _LONGEST_MENU:
            return ""
        found.append(words)
    return " ".join("".join(found).split())


def _links(element: "HtmlElement") -> list[str]:
    """The words of each link in a part."""
    return [_words(link) for link in element.iterdescendants("a") if link.get("href")]


def _is_made_of(words: str, links: Sequence[str]) -> bool:
    """Whether no letter or figure of a part stands outside of its links."""
    return sum(map(str.isalnum, "".join(links))) == sum(map(str.isalnum, words))


def _is_in_content(element: "HtmlElement") -> bool:
    """Whether an element lies in a part that is named for the page's content: `id="modgov"`, `class="mgContent"`."""
    return any(_CONTENT_NAME_RE.search(f"{at.get('class')} {at.get('id')}") for at in element.iterancestors())


def _is_hidden(element: "HtmlElement", opened: Set[str]) -> bool:
    if not (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE_RE.search(element.get("style") or "")
    ):
        return False
    return element.get("id") not in opened


def _has_chrome_name(element: "HtmlElement") -> bool:
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    return any(_CHROME_NAME_RE.fullmatch(name) for name in names)


def _is_at_page_level(element: "HtmlElement") -> bool:
    return not any(parent.tag in _CONTENT_TAGS or parent.get("role") == "main" for parent in element.iterancestors())


def _holds_content(element: "HtmlElement") -> bool:
    """Whether the page's main content lies within: a template that wraps all in `div class="navbar"`."""
    return any(
        part.tag in {"main", "article", "h1"} or part.get("role") == "main" or part.get("id") in {"content", "modgov"}
        for part in element.iterdescendants()
    )
