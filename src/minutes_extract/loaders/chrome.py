"""What of a web page is the site's and not the document's, where the markup says so: menus, banners, hidden parts.

A part that holds the page's main content is never chrome, whatever its class says, nor is a closed panel that a button
on the page opens.
"""

import re
from collections.abc import Set
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
    | addthis.* | addtoany.* | sharedaddy | share-?(?:buttons?|links?) | social-?(?:links?|media|share)
    | back-?to-?top | scroll-?to-?top | to-?top
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HIDDEN_STYLE_RE = re.compile(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)\b", re.IGNORECASE)
_SKIP_WORDS_RE = re.compile(r"\s*+(?:skip|jump) to\b", re.IGNORECASE)
_OPENERS = ("aria-controls", "data-target", "data-bs-target")


def panels(root: "HtmlElement") -> frozenset[str]:
    """The ids of parts that a control on the page opens: closed when saved, but content."""
    found: set[str] = set()
    for name in _OPENERS:
        for value in root.xpath(f"//@{name}"):
            found.update(part.lstrip("#") for part in str(value).split())
    return frozenset(found)


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
