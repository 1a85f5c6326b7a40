"""The marks of a run: document by document, added up, by kind and by council, and against another run."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Literal, TypedDict, cast

from minutes_extract.errors import DamagedSource, EmptySource
from minutes_extract.scoring.answers import Answers, of_items, of_truth
from minutes_extract.scoring.figures import Count, Counts, Field, Interval, intervals, total
from minutes_extract.scoring.forms import ItemLine, Truth
from minutes_extract.scoring.match import Miss, Sheet, compare


class By(StrEnum):
    """What documents may be grouped by."""

    KIND = "kind"
    COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its truth and its marks."""

    name: str
    kind: str
    council: str | None
    sheet: Sheet


class _Source(TypedDict):
    path: str


class _DocumentLine(TypedDict):
    record_type: Literal["document"]
    document_id: str
    parent_id: str | None
    source: _Source


class _ItemLine(ItemLine):
    record_type: Literal["item"]
    document_id: str


class _OtherLine(TypedDict):
    record_type: Literal["check"]


_Line = _DocumentLine | _ItemLine | _OtherLine


def parse_records(path: Path) -> dict[str, list[ItemLine]]:
    """The items of a run by the name of the file that they came from, without its suffix.

    `path` is a `records.jsonl`, or the folder that a run wrote. Raises a `LoadError` where there are no records in it.
    """
    file = path / "records.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise EmptySource(str(file), "no records", "give the folder that a run wrote, or its records.jsonl")
    documents: dict[str, _DocumentLine] = {}
    items: list[_ItemLine] = []
    try:
        for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
            record = cast("_Line", json.loads(line))
            if record["record_type"] == "document":
                documents[record["document_id"]] = record
            elif record["record_type"] == "item":
                items.append(record)
        names = {key: _name(key, documents) for key in documents}
        found: dict[str, list[ItemLine]] = {name: [] for name in names.values()}
        for item in items:
            found[names[item["document_id"]]].append(item)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedSource(
            str(file), f"not the records of a run ({error!r})", "give the folder that a run wrote"
        ) from error
    return found


def _name(key: str, documents: Mapping[str, _DocumentLine]) -> str:
    """The name of the file that a document, or the pack that holds it, came from."""
    record = documents[key]
    while record["parent_id"]:
        record = documents[record["parent_id"]]
    return PurePosixPath(record["source"]["path"]).stem


def parse_truth(folder: Path) -> dict[str, Truth]:
    """The truth of a folder by document: the `NAME.json` that stand beside the documents.

    Raises a `LoadError` where there are none, or one cannot be read.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise EmptySource(
            str(folder), "no answers in it", "give a folder of documents, each with its answers as NAME.json"
        )
    truths: dict[str, Truth] = {}
    for file in files:
        try:
            truths[file.stem] = truth = cast("Truth", json.loads(file.read_text(encoding="utf-8")))
            of_truth(truth)
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            raise DamagedSource(
                str(file),
                f"not the answers of a document ({error!r})",
                "give it the form of `Truth` in scoring/forms.py",
            ) from error
    return truths


def mark(truths: Mapping[str, Truth], run: Mapping[str, list[ItemLine]]) -> tuple[Page, ...]:
    """The marks of every document that has a truth; one that the run has not read is missed whole."""
    return tuple(
        Page(
            name,
            truth["document"]["kind"],
            truth["document"]["authority"],
            compare(of_truth(truth), of_items(run[name]) if name in run else Answers()),
        )
        for name, truth in sorted(truths.items())
    )


@dataclass(frozen=True, slots=True)
class Card:
    """The figures of a set of documents."""

    documents: int
    counts: dict[Field, Count]
    intervals: dict[Field, Interval]


def card(pages: Iterable[Page], seed: int = 0) -> Card:
    """The figures of documents together, with the interval in which F1 would lie for others of their kind."""
    sheets: list[Counts] = [page.sheet.counts for page in pages]
    return Card(len(sheets), total(sheets), intervals(sheets, seed))


def grouped(pages: Iterable[Page], by: By) -> dict[str, tuple[Page, ...]]:
    """Documents by kind or by council, in the order of the alphabet."""
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        groups[page.kind if by is By.KIND else page.council or "not named"].append(page)
    return {name: tuple(groups[name]) for name in sorted(groups)}


@dataclass(frozen=True, slots=True)
class Change:
    """What became right in a document, and what became wrong."""

    name: str
    gained: tuple[Miss, ...]
    lost: tuple[Miss, ...]


def changes(before: Iterable[Page], now: Iterable[Page]) -> tuple[Change, ...]:
    """The documents that two runs read differently: what was wrong before and is right now, and the other way round."""
    earlier = {page.name: Counter(page.sheet.misses) for page in before}
    found = []
    for page in now:
        old, new = earlier.get(page.name, Counter()), Counter(page.sheet.misses)
        if old != new:
            found.append(Change(page.name, tuple((old - new).elements()), tuple((new - old).elements())))
    return tuple(found)
