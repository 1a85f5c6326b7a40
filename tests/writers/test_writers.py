"""Bytes: one line a record, and a folder that is either whole or untouched."""

import errno
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from minutes_extract.assembly import failed
from minutes_extract.errors import OutputError
from minutes_extract.records import parse
from minutes_extract.records.document import DocumentRecord
from minutes_extract.writers import jsonl, summary
from minutes_extract.writers.folder import RunFolder
from minutes_extract.writers.schema import schema

RECORD = failed("a.pdf", None, None, "damaged: ends\u2028too\x85early\nhere; download it again")


def test_a_record_is_one_line_to_every_reader() -> None:
    line = jsonl.line(RECORD)
    assert len(line.splitlines()) == 1
    assert line.endswith("}\n")
    assert parse(line) == RECORD


def test_keys_stand_in_the_order_of_the_contract() -> None:
    told = json.loads(jsonl.line(RECORD))
    assert list(told)[:4] == ["record_type", "schema_version", "document_id", "parent_id"]
    assert list(told) == list(DocumentRecord.model_fields)


def test_the_schema_is_of_the_models() -> None:
    told = json.loads(schema())
    assert told["$schema"].startswith("https://json-schema.org/")
    assert {"DocumentRecord", "ItemRecord", "CheckRecord"} <= told["$defs"].keys()
    assert told["discriminator"]["propertyName"] == "record_type"
    assert schema() == schema()


def written(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}


def run(out: Path, name: str) -> None:
    with RunFolder(out) as folder:
        folder.write(f"{name}\n".encode(), name, name.encode())
        folder.commit({"run": name})


def test_a_run_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    run(out, "one")
    run(out, "two")
    assert written(out) == {"records.jsonl": "two\n", "documents/two.txt": "two", "run.json": '{\n  "run": "two"\n}\n'}
    assert sorted(path.name for path in out.iterdir()) == ["documents", "records.jsonl", "run.json"]


def stop_halfway(out: Path) -> None:
    with RunFolder(out) as folder:
        folder.write(b"two\n", "two", b"two")
        raise KeyboardInterrupt


def test_nothing_shows_before_the_end(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, "one")
    before = written(out)
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(out)
    assert written(out) == before


def test_a_folder_that_came_to_nothing_goes(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), RunFolder(tmp_path / "out"):
        raise KeyboardInterrupt
    assert not (tmp_path / "out").exists()


def test_remains_of_a_run_that_broke_off_are_cleared(tmp_path: Path) -> None:
    (tmp_path / "out" / ".partial" / "documents").mkdir(parents=True)
    (tmp_path / "out" / ".partial" / "documents" / "old.txt").write_text("old")
    run(tmp_path / "out", "one")
    assert "documents/old.txt" not in written(tmp_path / "out")


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "no permission to write"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_full_disk_leaves_the_results_of_the_run_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, advice: str
) -> None:
    out = tmp_path / "out"
    run(out, "one")
    before = written(out)

    def write_bytes(path: Path, data: bytes) -> int:
        raise OSError(number, "Input/output error")

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(OutputError, match=advice):
        run(out, "two")
    monkeypatch.undo()
    assert written(out) == before
    assert not (out / ".partial").exists()


def fill(out: Path, full: Path) -> None:
    with RunFolder(out) as folder:
        folder._records.close()
        folder._records = full.open("wb")
        folder.write(b"one\n", "one", None)
        folder.commit({})


def test_a_full_disk_found_on_closing_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(OutputError, match="the disk is full"):
        fill(tmp_path / "out", full)
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError, match="a file stands in the way"):
        run(tmp_path / "out", "one")
    assert (tmp_path / "out").read_text() == "mine"


def test_documents_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="no run has made"):
        run(tmp_path, "one")
    assert written(tmp_path) == {"documents/letter.txt": "mine"}


def test_a_document_cannot_write_to_the_terminal() -> None:
    record = failed("[red]a\x1b[2J.pdf", None, None, "damaged: [bold]\x07no[/bold]; \u202etxt")
    sink = io.StringIO()
    Console(file=sink, force_terminal=True, width=200).print(summary.document(record, ()))
    shown = sink.getvalue()
    assert "[red]a\\x1b[2J.pdf" in shown
    assert "[bold]\\x07no[/bold]" in shown
    assert "\u202e" not in shown
