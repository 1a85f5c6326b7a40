r"""The words of a line of Markdown, without the signs that are only markup.

    1\. **Apologies** from [Cllr Hay](x.pdf) &amp; *others*  →  1. Apologies from Cllr Hay & others

Emphasis follows CommonMark's rule of flanking, so the stars of `2 * 3` and the underscores of `a_b_c` stay.
"""

import re
from collections.abc import Sequence
from html import unescape

_TOKEN_RE = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])                      # 1\.
    | `(?P<code>[^`]++)`                                  # `code`
    | !\[(?P<picture>[^\[\]]*+)\]\([^()]*+\)              # ![alt](logo.png)
    | \[(?P<words>[^\[\]]*+)\]\((?:<[^<>]*+>|[^()]*+(?:\([^()]*+\)[^()]*+)*+)\)   # [words](<a file>) [words](a_(b).pdf)
    | <(?P<address>[a-z][a-z0-9+.-]*+:[^<>\s]*+|[^<>\s@]++@[^<>\s]++)>            # <https://…> <clerk@example.org>
    | (?P<tag></?[a-z][^<>]*+>|<!--[^<>]*+-->)            # <u>
    | (?P<run>\*++|_++)                                   # **
    | (?P<entity>&(?:\#\d{1,7}+|\#x[\da-f]{1,6}+|[a-z]\w{1,31}+);)   # &nbsp;
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parse_inline(line: str) -> tuple[str, bool]:
    r"""The words of `line`, and whether all of them are strongly emphasised.

    >>> parse_inline(r"**2\. BACKGROUND**")
    ('2. BACKGROUND', True)
    >>> parse_inline("5 * 3 and a_b_c")
    ('5 * 3 and a_b_c', False)
    """
    line = line.removesuffix("\\")  # a forced line break
    parts: list[str] = []
    runs: list[_Run] = []
    end = 0
    for token in _TOKEN_RE.finditer(line):
        parts.append(line[end : token.start()])
        end = token.end()
        if token["run"]:
            runs.append(_Run(len(parts), token["run"], *_flanks(line, token.start(), end)))
        parts.append(_shown(token))
    parts.append(line[end:])
    pairs = _pairs(runs)
    for opener, closer in pairs:
        parts[opener.at] = parts[closer.at] = ""
    text = "".join(parts)
    return text, bool(text.strip()) and _is_strong(parts, pairs)


class _Run:
    """A run of stars or underscores: where it stands among the parts, and whether it can open or close."""

    def __init__(self, at: int, signs: str, before: str, after: str) -> None:
        self.at = at
        self.signs = signs
        left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
        inside = signs[0] == "_" and before.isalnum() and after.isalnum()
        self.opens = left and not inside
        self.closes = right and not inside


def _flanks(line: str, start: int, end: int) -> tuple[str, str]:
    return (line[start - 1] if start else " "), (line[end] if end < len(line) else " ")


def _shown(token: re.Match[str]) -> str:
    """What a reader sees of a token."""
    if token["words"] is not None:
        return parse_inline(token["words"])[0]
    if token["entity"]:
        return unescape(token["entity"])
    if token["tag"]:
        return ""
    shown = token["escaped"] or token["code"] or token["picture"] or token["address"] or token["run"]
    return shown or ""


def _pairs(runs: Sequence[_Run]) -> list[tuple[_Run, _Run]]:
    """Openers and closers of the same signs, innermost first; a closer discards what opened since and never closed."""
    pairs: list[tuple[_Run, _Run]] = []
    opened: dict[str, list[_Run]] = {}
    for run in runs:
        waiting = opened.setdefault(run.signs, [])
        if run.closes and waiting:
            pairs.append((waiting.pop(), run))
        elif run.opens:
            waiting.append(run)
    return pairs


def _is_strong(parts: Sequence[str], pairs: Sequence[tuple[_Run, _Run]]) -> bool:
    return any(
        len(opener.signs) > 1
        and not "".join(parts[: opener.at]).strip()
        and not "".join(parts[closer.at + 1 :]).strip()
        for opener, closer in pairs[-1:]
    )
