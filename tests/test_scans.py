"""Scans of our own samples through the whole program, by Tesseract: they say what the printed pages say.

Skipped where Tesseract is not installed; what holds without it is in `tests/loaders/test_load_scans.py`.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_extract.batch import run as batch
from minutes_extract.batch.verification import verify
from minutes_extract.cli import app
from minutes_extract.document import RawDocument, TextLayer
from minutes_extract.extract import Extraction, Pipeline
from minutes_extract.loaders import find_engine, load_bytes
from minutes_extract.records.check import CheckRecord
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.source import Caution, State

pytest.importorskip("reportlab", reason="reportlab prints the scans")

from samples.build import SAMPLES
from samples.scans import scan

ENGINE = find_engine()
MINUTES, DECISION = "cabinet-minutes.pdf", "delegated-decision.pdf"
SUM_RE = re.compile(r"[£(]?\d[\d,.]*\d(?:m|bn)?\b")

needs_tesseract = pytest.mark.skipif(ENGINE is None, reason="Tesseract and the extra `ocr` are not installed")


@cache
def scanned(name: str, *, turn: int = 0, noise: float = 0.0, page: int | None = None) -> RawDocument:
    """The scan of a sample, read by Tesseract."""
    data = scan((SAMPLES / name).read_bytes(), turn=turn, noise=noise, pages=() if page is None else (page,))
    return load_bytes(data, name, ENGINE)


@cache
def read(name: str, *, is_scan: bool) -> Extraction:
    raw = scanned(name) if is_scan else load_bytes((SAMPLES / name).read_bytes(), name)
    return Pipeline(ocr=False).read_raw(raw)


def items(name: str, *, is_scan: bool) -> list[ItemRecord]:
    return [record for record in read(name, is_scan=is_scan).records if isinstance(record, ItemRecord)]


def told(item: ItemRecord) -> dict[str, object]:
    """What an item says, without the places where it says it."""
    return {
        "head": (item.number, item.title, item.stage, item.date, item.key_decision),
        "amounts": [(a.text, a.value, a.currency, a.qualifier, a.role, a.part_of) for a in item.amounts],
        "limbs": [(r.path, r.acts, r.effective_text) for r in item.resolutions],
        "terms": [(t.text, t.initial_months, t.maximum_months, t.start, t.end) for t in item.terms],
        "delegations": [(d.to, d.consultees) for d in item.delegations],
        "conditions": [c.text for c in item.conditions],
    }


def sums(raw: RawDocument) -> list[str]:
    """The figures of a document in an order of their own: in tables that of reading may differ."""
    return sorted(found for fragment in raw.fragments for found in SUM_RE.findall(fragment.text))


@needs_tesseract
def test_scanned_minutes_say_what_the_printed_ones_say() -> None:
    printed, scanned_items = items(MINUTES, is_scan=False), items(MINUTES, is_scan=True)
    assert [told(item) for item in scanned_items] == [told(item) for item in printed]
    assert sum(len(item.amounts) for item in printed) > 10


@needs_tesseract
def test_every_figure_of_a_decision_with_a_ruled_table_is_read() -> None:
    printed = load_bytes(scan_source(DECISION), DECISION)
    assert sums(scanned(DECISION)) == sums(printed)


@needs_tesseract
def test_the_grain_of_a_scanner_changes_no_figure() -> None:
    clean, grainy = scanned(MINUTES, page=2), scanned(MINUTES, noise=0.05, page=2)
    assert sums(grainy) == sums(clean)


def scan_source(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


@needs_tesseract
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_head_reads_as_an_upright_one(turn: int) -> None:
    upright, turned = scanned(MINUTES, page=2), scanned(MINUTES, turn=turn, page=2)
    assert [f.text for f in turned.fragments] == [f.text for f in upright.fragments]


@needs_tesseract
def test_a_stamp_that_was_printed_on_a_scan_is_read_once() -> None:
    def stamp(sheet: object, number: int) -> None:
        sheet.drawString(470, 815, f"Agenda Item {number}")  # type: ignore[attr-defined]

    raw = load_bytes(scan(scan_source(MINUTES), pages=(2,), stamp=stamp), MINUTES, ENGINE)
    stamps = [fragment for fragment in raw.fragments if "Agenda Item" in fragment.text]
    assert [(fragment.text, fragment.confidence) for fragment in stamps] == [("Agenda Item 1", None)]
    assert raw.text_layer is TextLayer.OCR
    assert {fragment.text for fragment in scanned(MINUTES, page=2).fragments} <= {f.text for f in raw.fragments}


@needs_tesseract
def test_every_value_of_a_scan_has_a_warning() -> None:
    document, *_ = read(MINUTES, is_scan=True).records
    assert isinstance(document, DocumentRecord)
    assert (document.state, document.text_layer) == (State.READ, TextLayer.OCR)
    assert document.problems == ("all pages were read by OCR",)
    assert "meeting.date" in {warned.field for warned in document.warnings}
    for item in items(MINUTES, is_scan=True):
        fields = [warned.field for warned in item.warnings]
        assert len(set(fields)) == len(fields)
        assert {f"amounts[{at}]" for at in range(len(item.amounts))} <= set(fields)
        assert {f"resolutions[{at}]" for at in range(len(item.resolutions))} <= set(fields)
        assert {warned.kind for warned in item.warnings} == {Caution.OCR}
        assert all(0.5 < (warned.confidence or 0.0) <= 1 for warned in item.warnings)
    typed = (record for record in read(MINUTES, is_scan=False).records if not isinstance(record, CheckRecord))
    assert not any(record.warnings for record in typed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two scans and a text."""
    root = tmp_path / "in"
    root.mkdir()
    for page in (1, 2):
        (root / f"{page}.pdf").write_bytes(scan(scan_source(MINUTES), pages=(page,)))
    (root / "a.txt").write_text("RESOLVED to approve spend of £5,000.\n", encoding="utf-8")
    return root


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.suffix in {".jsonl", ".txt"}}


def states(out: Path) -> dict[str, tuple[str, list[str]]]:
    records = map(json.loads, (out / "records.jsonl").read_text(encoding="utf-8").splitlines())
    return {r["source"]["path"]: (r["state"], r["problems"]) for r in records if r["record_type"] == "document"}


def engine_of(out: Path) -> object:
    return json.loads((out / "run.json").read_text(encoding="utf-8"))["settings"]["ocr"]


@needs_tesseract
def test_any_number_of_workers_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        batch.run(folder, tmp_path / str(jobs), jobs)
    assert written(tmp_path / "1") == written(tmp_path / "2")
    assert states(tmp_path / "1")["1.pdf"] == ("read", ["page 1 was read by OCR"])
    assert ENGINE is not None
    assert engine_of(tmp_path / "1") == ENGINE.name
    assert verify(tmp_path / "1", folder).problems == []


def test_without_ocr_scans_are_empty(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = CliRunner().invoke(app, ["run", str(folder), "-o", str(tmp_path / "asked"), "-j", "1", "--no-ocr"])
    assert told.exit_code == 0, told.output
    for module in ("minutes_extract.extract", "minutes_extract.batch.run"):
        monkeypatch.setattr(f"{module}.find_engine", lambda: None)
    batch.run(folder, tmp_path / "lacking", 1)
    for out in (tmp_path / "asked", tmp_path / "lacking"):
        assert states(out)["2.pdf"] == ("empty", ["page 1 has no text layer"])
        assert states(out)["a.txt"] == ("read", [])
        assert engine_of(out) is None
    assert written(tmp_path / "asked") == written(tmp_path / "lacking")
