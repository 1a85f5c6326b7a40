"""Real documents, as their publishers put them out: nothing crashes, nothing is made up, nothing is lost in silence.

They have no gold answers. A sample of them is read, the same each time; `MINUTES_CORPUS=all` reads them all.
"""

import hashlib
import os
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minutes_extract import CheckRecord, DocumentRecord, ItemRecord, parse
from minutes_extract.batch.discover import find
from minutes_extract.batch.run import Run, run
from minutes_extract.batch.verification import verify
from quotations import quotations

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SAMPLE = 25  # files, which take some seconds
MONEY_RE = re.compile(r"[£€$]\s?\d[\d,.]*")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus of real documents is not at {CORPUS}")


@dataclass(frozen=True, slots=True)
class Reading:
    """One document of the run: its canonical text, and its items."""

    document: DocumentRecord
    text: str
    items: list[ItemRecord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A run over the sample."""

    folder: Path
    out: Path
    told: Run
    readings: dict[str, Reading]


def sample() -> list[Path]:
    """The files to read: those whose names have the smallest hashes, which no one has chosen."""
    paths = sorted(
        (task.path for task in find(CORPUS)), key=lambda path: hashlib.sha256(path.name.encode()).hexdigest()
    )
    return paths if os.environ.get("MINUTES_CORPUS") == "all" else paths[:SAMPLE]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder, out = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("run") / "out"
    for path in sample():
        shutil.copy(path, folder / path.name)
    told = run(folder, out, 1)
    readings: dict[str, Reading] = {}
    for line in (out / "records.jsonl").read_text(encoding="utf-8").splitlines():
        record = parse(line)  # raises where a record breaks the contract
        if isinstance(record, DocumentRecord):
            text = out / "documents" / f"{record.document_id}.txt"
            readings[record.document_id] = Reading(record, text.read_bytes().decode() if text.exists() else "")
        elif isinstance(record, ItemRecord):
            readings[record.document_id].items.append(record)
        else:
            assert isinstance(record, CheckRecord)
    return Corpus(folder, out, told, readings)


def test_every_file_has_its_record_and_none_failed(corpus: Corpus) -> None:
    assert sorted(reading.document.source.path for reading in corpus.readings.values()) == sorted(
        path.name for path in corpus.folder.iterdir()
    )
    assert corpus.told.failures == []


def test_verify_finds_nothing_wrong(corpus: Corpus) -> None:
    told = verify(corpus.out, corpus.folder)
    assert told.problems == []
    assert told.spans > 0


def test_every_span_quotes_the_text(corpus: Corpus) -> None:
    for reading in corpus.readings.values():
        for record in (reading.document, *reading.items):
            for evidence in quotations(record):
                assert reading.text[evidence.start : evidence.end] == evidence.text


def test_no_amount_is_made_up(corpus: Corpus) -> None:
    """An amount stands where its evidence says, and its figures are printed there."""
    for reading in corpus.readings.values():
        for item in reading.items:
            for amount in item.amounts:
                assert amount.text == amount.evidence.text
                assert re.search(r"\d", amount.text)
                assert amount.text in reading.text


def test_money_is_an_amount_or_listed_as_unclaimed(corpus: Corpus) -> None:
    lost: dict[str, list[str]] = defaultdict(list)
    for reading in corpus.readings.values():
        told = [amount.evidence for item in reading.items for amount in item.amounts]
        told += [token for item in reading.items for token in item.unclaimed]
        for money in MONEY_RE.finditer(reading.text):
            if not any(place.start < money.end() and money.start() < place.end for place in told):
                lost[reading.document.source.path].append(reading.text[money.start() - 40 : money.end()])
    assert lost == {}


def test_unclaimed_money_is_rare(corpus: Corpus) -> None:
    """What looks like money and was not read: glued columns of PDF tables, and little else."""
    unclaimed = [
        (reading.document.source.path, token.text)
        for reading in corpus.readings.values()
        for item in reading.items
        for token in item.unclaimed
        if MONEY_RE.match(token.text)
    ]
    amounts = sum(len(item.amounts) for reading in corpus.readings.values() for item in reading.items)
    assert len(unclaimed) * 20 <= amounts, unclaimed
