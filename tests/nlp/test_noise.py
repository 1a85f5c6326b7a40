"""What a page's way through printers, converters and mail does to it changes nothing of what was decided.

Each page of `samples/` and `tests/truth/` is read clean and then spoilt; the resolutions, amounts, terms and
delegations must be the same, by their words on one line.
"""

import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from minutes_extract.extract import Pipeline
from minutes_extract.loaders import load_bytes
from minutes_extract.nlp.lexicon import codes, fold
from minutes_extract.records.item import ItemRecord
from nlp.marked_pages import folded

ROOT = Path(__file__).parents[2]
PLACES = ("samples/*.txt", "tests/truth/[abc]*.txt")
PAGES = {path.name: path for place in PLACES for path in sorted(ROOT.glob(place))}
BULLET_RE = re.compile(r"^(\s*)[•·*o-](\s+)(?=\S)", re.MULTILINE)
LABEL_RE = re.compile(r"^([^:\n]{3,60}):[ \t]+(?=\S)", re.MULTILINE)
ROW_RE = re.compile(r"\S(?:\s{2,}|\t)\S|\|")  # a line of a table, which no printer breaks as it breaks a sentence
WORD_RE = re.compile(r"(?<![^\s(])([a-z]{4})([a-z]{4,})\b")


def wrapped(width: int) -> Callable[[str], str]:
    """Lines broken in mid-phrase at a width."""

    def spoil(text: str) -> str:
        lines = []
        for line in text.split("\n"):
            indent = line[: len(line) - len(line.lstrip())]
            if len(line) <= width or ROW_RE.search(line.strip()):
                lines.append(line)
            else:
                lines += textwrap.wrap(
                    line.strip(), width, initial_indent=indent, break_long_words=False, break_on_hyphens=False
                )
        return "\n".join(lines)

    return spoil


def glued(text: str) -> str:
    """Label lines that lost the space behind the colon: "Decision Maker:Cabinet"."""
    return LABEL_RE.sub(lambda m: f"{m[1]}:" if fold(m[1]) in codes("labels") else m[0], text)


def every(nth: int, there: str, instead: str) -> Callable[[str], str]:
    """Every so many spaces between words something else."""

    def spoil(text: str) -> str:
        count = 0

        def put(match: re.Match[str]) -> str:
            nonlocal count
            count += 1
            return instead if count % nth == 0 else match[0]

        lines = text.split("\n")
        return "\n".join(x if ROW_RE.search(x) else re.sub(rf"(?<=\S){there}(?=\S)", put, x) for x in lines)

    return spoil


NOISE: dict[str, Callable[[str], str]] = {
    "lines of 50": wrapped(50),
    "lines of 72": wrapped(72),
    "lines of 80": wrapped(80),
    "lost blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "doubled blank lines": lambda text: re.sub(r"\n\s*\n", "\n\n\n\n", text),
    "glued labels": glued,
    "odd bullets": lambda text: BULLET_RE.sub("\\1\uf0b7\\2", text),
    "no-break spaces": every(3, " ", "\u00a0"),
    "doubled spaces": every(4, " ", "  "),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": lambda text: WORD_RE.sub("\\1\u00ad\\2", text),
    "spaces at the ends": lambda text: re.sub(r"(?<=\S)\n", "   \n", text),
    "indented": lambda text: re.sub(r"^(?=\S)", "    ", text, flags=re.MULTILINE),
    "tabs behind numbers": lambda text: re.sub(r"^(\s*\(?\w{1,4}[.)])[ \t]+(?=\S)", r"\1\t", text, flags=re.MULTILINE),
}


BROKEN = (
    "When a line was broken before a capital letter, a year or a sum, and the pages around it were not, the rest may be"
    " taken for a line of its own."
)
RUN_TOGETHER = (
    "Where white space between paragraphs was lost, the numbered head of the next item may be taken for the rest of the"
    " sentence above it."
)
WIDE = "White space of several lines between a number and its title, or behind `that`, parts what belongs together."
LEVELS = "Spaces before every line can hide which of two lists is the inner one."
# Pages that a noise spoils today; each is one test that must fail, so that it is noticed when it no longer does.
KNOWN = {
    "lines of 50": (("parish-minutes.txt", "a04.txt", "a20.txt", "b13.txt", "b23.txt"), BROKEN),
    "lines of 72": (("a08.txt", "b30.txt"), BROKEN),
    "lines of 80": (("a04.txt", "b30.txt", "c07.txt"), BROKEN),
    "lost blank lines": (("parish-minutes.txt", "a19.txt", "b23.txt", "c08.txt"), RUN_TOGETHER),
    "doubled blank lines": (("b15.txt", "c12.txt"), WIDE),
    "indented": (("b04.txt",), LEVELS),
}
HARSH = ("lines of 50", "lines of 72", "lines of 80", "lost blank lines")  # tried on every page, the others on some


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@cache
def source(name: str) -> str:
    return PAGES[name].read_text(encoding="utf-8", errors="replace")


def said(text: str) -> dict[str, list[object]]:
    """What was decided on a page."""
    extraction = pipeline().read_raw(load_bytes(text.encode(), "page.txt"))
    items = [record for record in extraction.records if isinstance(record, ItemRecord)]
    return {
        "resolutions": [(r.path, folded(r.text), r.acts) for item in items for r in item.resolutions],
        "amounts": [(folded(a.text), a.value, a.qualifier, a.role) for item in items for a in item.amounts],
        "terms": [(t.initial_months, t.option_months, t.start, t.end) for item in items for t in item.terms],
        "delegations": [
            (tuple(map(folded, d.to)), tuple(map(folded, d.consultees))) for item in items for d in item.delegations
        ],
    }


@cache
def clean(name: str) -> dict[str, list[object]]:
    return said(source(name))


def cases() -> list[object]:
    """Every page with every noise that changes it; of the noises that hardly ever matter, some pages each."""
    found: list[object] = []
    for at, (noise, spoil) in enumerate(NOISE.items()):
        names, reason = KNOWN.get(noise, ((), ""))
        assert set(names) <= set(PAGES)
        for place, name in enumerate(PAGES):
            tried = noise in HARSH or name in names or place % 3 == at % 3
            if tried and spoil(source(name)) != source(name):
                marks = [pytest.mark.xfail(reason=reason, strict=True)] if name in names else []
                found.append(pytest.param(name, noise, marks=marks, id=f"{noise}-{name}"))
    return found


@pytest.mark.parametrize(("name", "noise"), cases())
def test_noise_changes_nothing(name: str, noise: str) -> None:
    assert said(NOISE[noise](source(name))) == clean(name)
