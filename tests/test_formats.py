"""The same words give the same records, whatever file they come in: each sample as text, HTML, Word and PDF.

A pack is compared paper by paper; what the pack says of a paper stands in no file of its own, and goes with its words.
"""

from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from format_pages import PAGES, parts_of
from minutes_extract.document import RawDocument
from minutes_extract.extract import Pipeline
from minutes_extract.layout import arrange, divide
from minutes_extract.loaders import load, load_bytes
from minutes_extract.records.item import ItemRecord
from samples.build import NAMES, SAMPLES

KINDS = ("items", "resolutions", "acts", "amounts", "terms", "delegations")


@cache
def _pipeline() -> Pipeline:
    return Pipeline()


@cache
def _papers(sample: str) -> tuple[RawDocument, ...]:
    """The documents of a sample: several where it is a pack."""
    return divide(load(SAMPLES / sample))


def _printed(paper: RawDocument, page: str) -> RawDocument:
    """The words of a paper in a format."""
    raw = load_bytes(PAGES[page](parts_of(arrange(paper))), page)
    return replace(raw, paper=paper.paper, pack=paper.pack)


@cache
def _said(sample: str, page: str | None) -> dict[str, list[str]]:
    """What the program says of a sample's words in a format, or of the sample as it stands."""
    said: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for paper in _papers(sample):
        for record in _pipeline().read_raw(paper if page is None else _printed(paper, page)).records:
            if isinstance(record, ItemRecord):
                _add(said, record)
    return said


def _add(said: dict[str, list[str]], record: ItemRecord) -> None:
    """What an item says of itself, without the places that its words stand at."""
    said["items"].append(f"{record.number} {record.title} {record.stage}")
    for limb in record.resolutions:
        said["resolutions"].append(f"{'.'.join(limb.path)} {limb.effective_text}")
        said["acts"].append(f"{'.'.join(limb.path)} {' '.join(sorted(limb.acts))}")
    for kind, values in (("amounts", record.amounts), ("terms", record.terms), ("delegations", record.delegations)):
        said[kind].extend(repr(value.model_dump(exclude={"evidence"})) for value in values)


# What plain text cannot tell, or is not told well enough.
BEHIND_A_LIMB = "Where only white space shows it, a numbered title behind a decision may be taken for a limb of it."
BEHIND_A_LIST = "In plain text, a title that stands alone above a table does not end the section before it."
FAULTS = {
    ("agenda-pack.pdf", "page.txt", "amounts"): BEHIND_A_LIST,
    ("document-pack.pdf", "page.txt", "items"): BEHIND_A_LIMB,
    ("document-pack.pdf", "page.txt", "resolutions"): BEHIND_A_LIMB,
    ("document-pack.pdf", "page.txt", "acts"): BEHIND_A_LIMB,
}
FORMATS = [
    pytest.param(*case, marks=[pytest.mark.xfail(reason=FAULTS[case], strict=True)] if case in FAULTS else [])
    for case in product(NAMES, PAGES, KINDS)
]


@pytest.mark.parametrize(("sample", "page", "kind"), FORMATS)
def test_the_format_makes_no_difference(sample: str, page: str, kind: str) -> None:
    assert _said(sample, page)[kind] == _said(sample, None)[kind]


@pytest.mark.parametrize("sample", NAMES)
def test_the_words_are_the_same(sample: str) -> None:
    for paper in _papers(sample):
        texts = {page: arrange(_printed(paper, page)).text for page in PAGES}
        words = {page: text.replace("|", " ").split() for page, text in texts.items()}
        assert all(found == words["page.txt"] for found in words.values())
