"""The same words give the same records, whatever file they come in: each text sample as text, HTML, Word and PDF."""

from functools import cache

import pytest

from format_pages import PAGES, parts_of
from minutes_extract.extract import Pipeline
from minutes_extract.layout import arrange
from minutes_extract.loaders import load, load_bytes
from minutes_extract.records.item import ItemRecord
from samples.build import NAMES, SAMPLES

TEXTS = [name for name in NAMES if name.endswith((".txt", ".md"))]
KINDS = ("items", "resolutions", "acts", "amounts", "terms", "delegations")


@cache
def _pipeline() -> Pipeline:
    return Pipeline()


@cache
def _said(sample: str, page: str | None) -> dict[str, list[str]]:
    """What the program says of a sample's words in a format, or of the sample as it stands."""
    raw = load(SAMPLES / sample)
    if page is not None:
        raw = load_bytes(PAGES[page](parts_of(arrange(raw))), page)
    said: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for record in _pipeline().read_raw(raw).records:
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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("sample", TEXTS)
def test_the_format_makes_no_difference(sample: str, page: str, kind: str) -> None:
    assert _said(sample, page)[kind] == _said(sample, None)[kind]


@pytest.mark.parametrize("sample", TEXTS)
def test_the_words_are_the_same(sample: str) -> None:
    parts = parts_of(arrange(load(SAMPLES / sample)))
    texts = {page: arrange(load_bytes(make(parts), page)).text for page, make in PAGES.items()}
    words = {page: text.replace("|", " ").split() for page, text in texts.items()}
    assert all(found == words["page.txt"] for found in words.values())
