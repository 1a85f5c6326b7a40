"""Pages as councils print them, in our own words, with what a careful reader finds marked in them.

A file of pages is plain text: `====` and a name begin a page, and a line `known fault:` gives the reason why the
program does not read it yet. Marks, which are no part of the page:

    <lead>RESOLVED to:</lead>                          words that introduce what is decided
    <limb 2/a: approve award>approve …</limb>          a limb: its place, what it does (`-`: it only lists)
    <limb : note>note the report</limb>                the only one, without a number
    <number>33</number> <title>Children's homes</title>  the head of an item
    stages: noted, resolved                            on a line of its own: how far each item has come

The "that" or "to" between a lead-in and a limb may stand in either.

What is not marked at all in a page is not asked for: a page without `<lead>` says nothing of lead-ins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from minutes_extract.annotations import (
    Annotations,
    FieldReading,
    ItemReading,
    Label,
    LeadInReading,
    LimbReading,
    SectionReading,
    Stretch,
)
from minutes_extract.layout import arrange
from minutes_extract.loaders import load_bytes
from minutes_extract.nlp import pipeline

HERE = Path(__file__).parent
MARK_RE = re.compile(r"</?(?:lead|limb|number|title)\b[^>]*>")
LIMB_RE = re.compile(r"<limb (?P<path>[\w./]*): (?P<acts>[\w ]+|-)>(?P<words>.*?)</limb>", re.DOTALL)


@dataclass(frozen=True)
class MarkedPage:
    """A page and its name, with marks; `fault`: why it is not read yet."""

    name: str
    marked: str
    fault: str = ""
    stages: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as printed."""
        return MARK_RE.sub("", self.marked)

    def of(self, tag: str) -> list[str]:
        """What is marked with a tag."""
        found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", self.marked, re.DOTALL)
        return [folded(MARK_RE.sub("", words)) for words in found]

    @property
    def limbs(self) -> list[tuple[str, str, str]]:
        """Place, acts and words of every marked limb."""
        found = LIMB_RE.finditer(self.marked)
        return [(m["path"], m["acts"].replace("-", "").strip(), folded(MARK_RE.sub("", m["words"]))) for m in found]


@dataclass(frozen=True)
class Reading:
    """What the program finds on a page, in the terms of the marks."""

    annotations: Annotations

    def words(self, stretch: Stretch | None) -> str:
        """The words of a stretch on one line."""
        return folded(self.annotations.text[stretch.start : stretch.end]) if stretch is not None else ""

    @property
    def leads(self) -> list[str]:
        """Lead-ins in order."""
        found = self.annotations.of(Label.LEAD_IN, LeadInReading)
        return [self.words(Stretch(m.start, m.end)) for m, _ in found]

    @property
    def forces(self) -> list[str]:
        """What the lead-ins do."""
        return [value.force.value for _, value in self.annotations.of(Label.LEAD_IN, LeadInReading)]

    @property
    def limbs(self) -> list[tuple[str, str, str]]:
        """Place, acts and words of every limb."""
        found = self.annotations.of(Label.LIMB, LimbReading)
        return [("/".join(v.path), " ".join(a.value for a in v.acts), self.words(v.text)) for _, v in found]

    @property
    def items(self) -> list[ItemReading]:
        """Items of business."""
        return [value for _, value in self.annotations.of(Label.ITEM, ItemReading)]

    @property
    def stages(self) -> tuple[str, ...]:
        """The stage of each item."""
        return tuple(item.stage.value for item in self.items)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """Keys and values of the known label lines."""
        found = self.annotations.of(Label.FIELD, FieldReading)
        return [(value.key, self.words(value.value)) for _, value in found if value.key]

    @property
    def sections(self) -> list[tuple[str, str, str]]:
        """Kind, heading and words of every section."""
        found = self.annotations.of(Label.SECTION, SectionReading)
        return [(v.kind.value, self.words(v.heading), self.words(Stretch(m.start, m.end))) for m, v in found]


def folded(words: str) -> str:
    """Words on one line, without the punctuation of a list at their end."""
    return re.sub(r"(?:\s*[;,.])+$", "", " ".join(words.replace("\u00ad", "").split()))


def without_join(lead: str) -> str:
    """A lead-in without the "that" or "to" behind which the words of the limb begin, or which begins them."""
    return re.sub(r":?\s*\b(?:that|to):?-?$", "", lead, flags=re.IGNORECASE).rstrip(" :–-")


def read(text: str) -> Reading:
    """What the whole way from plain text to annotations makes of a page."""
    return Reading(pipeline.parse(arrange(load_bytes(text.encode(), "page.txt")), built()))


@cache
def built() -> Language:
    """The pipeline from the code, so that a fault is never hidden by files that were saved before."""
    return pipeline.build()


def pages(name: str) -> list[object]:
    """The pages of a file beside this one, as parameters of a test; a known fault is a strict xfail."""
    return [
        pytest.param(
            page, id=page.name, marks=[pytest.mark.xfail(reason=page.fault, strict=True)] if page.fault else []
        )
        for page in _divided((HERE / name).read_text(encoding="utf-8"))
    ]


def _divided(text: str) -> Iterator[MarkedPage]:
    for part in re.split(r"^==== ", text, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        fault = re.search(r"^known fault: (.+)\n", body, re.MULTILINE)
        stages = re.search(r"^stages: (.+)\n", body, re.MULTILINE)
        page = re.sub(r"^(?:known fault|stages): .+\n", "", body, flags=re.MULTILINE)
        named = tuple(stage.strip() for stage in stages[1].split(",")) if stages else ()
        yield MarkedPage(name.strip(), page, fault[1] if fault else "", named)


Said = dict[str, object]


def compare(page: MarkedPage) -> tuple[Said, Said]:
    """What the program finds of what a page marks, and what it marks: every limb, and the rest where it is marked."""
    found = read(page.text)
    said: Said = {"limbs": found.limbs}
    marked: Said = {"limbs": page.limbs}
    if "<lead>" in page.marked:
        said["leads"] = [without_join(lead) for lead in found.leads]
        marked["leads"] = [without_join(lead) for lead in page.of("lead")]
    if page.stages:
        said["stages"], marked["stages"] = found.stages, page.stages
    if "<number>" in page.marked:
        said["numbers"] = [found.words(item.number) for item in found.items if item.number]
        marked["numbers"] = page.of("number")
    if "<title>" in page.marked:
        said["titles"] = [found.words(item.title) for item in found.items if item.title]
        marked["titles"] = page.of("title")
    return said, marked
