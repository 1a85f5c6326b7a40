"""A folder in, a run's folder out: whatever the documents are, whatever the workers do."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from bombs import nested_forms

from minutes_extract.batch import reader as reading
from minutes_extract.batch.discover import Task
from minutes_extract.batch.reader import Outcome, open_reader
from minutes_extract.batch.run import run
from minutes_extract.batch.verification import verify
from minutes_extract.errors import OutputError
from minutes_extract.writers import jsonl

PAGE = """\
Northwick Borough Council
Cabinet
Decision Maker: Cabinet

RESOLVED to:

(1) approve spend of up to £1,190,000 on the family hub for five years; and
(2) delegate authority to the Director of Place to sign the contract.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    (root / "b").mkdir(parents=True)
    (root / "a.txt").write_text(PAGE, encoding="utf-8")
    (root / "b" / "a.txt").write_text(PAGE, encoding="utf-8")
    (root / "empty.txt").write_bytes(b"")
    (root / "broken.docx").write_bytes(b"PK\x03\x04 this is no zip")
    (root / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    (root / "noise.bin").write_bytes(bytes(range(256)) * 40)
    (root / "data.json").write_text("{}")
    return root


def records(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "records.jsonl").read_text(encoding="utf-8").splitlines()]


def states(out: Path) -> dict[str, str]:
    return {r["source"]["path"]: str(r["state"]) for r in records(out) if r["record_type"] == "document"}  # type: ignore[index]


def test_every_file_has_a_record_and_the_bad_ones_say_why(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = run(documents, out, 1)
    assert states(out) == {
        "a.txt": "read",
        "b/a.txt": "read",
        "broken.docx": "failed",
        "cut.pdf": "failed",
        "data.json": "skipped",
        "empty.txt": "failed",
        "noise.bin": "failed",
    }
    assert [path for path, _ in told.failures] == ["broken.docx", "cut.pdf", "empty.txt", "noise.bin"]
    assert not [error for _, error in told.failures if error.startswith("internal") or ";" not in error]
    assert told.tally.found["items"] == 2
    texts = sorted(path.stem for path in (out / "documents").iterdir())
    assert texts == sorted(str(r["document_id"]) for r in records(out) if r.get("state") == "read")
    assert verify(out, documents).problems == []


def test_the_run_tells_its_facts_in_one_file(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(documents, out, 1)
    told = json.loads((out / "run.json").read_text())
    assert told["files"] == 7
    assert told["counts"]["documents"] == {"failed": 4, "read": 2, "skipped": 1}
    assert [failure["path"] for failure in told["failures"]] == ["broken.docx", "cut.pdf", "empty.txt", "noise.bin"]
    assert str(tmp_path) not in (out / "records.jsonl").read_text(encoding="utf-8")


def deadly() -> Callable[[Task], Outcome]:
    """A reader that one document kills, as a crash in a library would."""
    read = open_reader()

    def read_or_die(task: Task) -> Outcome:
        if task.name == "b/a.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return read(task)

    return read_or_die


def test_a_document_that_kills_its_worker_is_a_failed_record(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = run(documents, out, 2, reader=deadly)
    assert ("b/a.txt", "crashed: the reader died of this file; open it and save it anew, or split it") in told.failures
    assert states(out)["a.txt"] == "read"
    assert states(out)["b/a.txt"] == "failed"
    assert verify(out, documents).problems == []


def test_a_fault_of_the_program_costs_one_document(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lines(found: object) -> bytes:
        raise ZeroDivisionError

    read = open_reader()
    task = Task(documents / "a.txt", documents, "a.txt", is_document=True)
    calls = iter([lines, jsonl.lines])
    monkeypatch.setattr(jsonl, "lines", lambda found: next(calls)(found))
    outcome = read(task)
    assert outcome.error is not None
    assert outcome.error.startswith("internal: ZeroDivisionError")
    assert json.loads(outcome.lines)["state"] == "failed"


def test_a_file_that_cannot_be_hashed_has_no_hash(tmp_path: Path) -> None:
    assert reading.digest(Task(tmp_path / "gone", tmp_path, "gone", is_document=True)) is None
    os.mkfifo(tmp_path / "pipe")
    assert reading.digest(Task(tmp_path / "pipe", tmp_path, "pipe", is_document=True)) is None


def test_names_that_are_no_text_are_read(tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    try:
        (root / os.fsdecode(b"caf\xe9.txt")).write_text(PAGE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    run(root, tmp_path / "out", 1)
    assert states(tmp_path / "out") == {"caf\\xe9.txt": "read"}
    assert verify(tmp_path / "out", root).problems == []


def test_pages_without_text_are_an_empty_document(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    root = tmp_path / "in"
    root.mkdir()
    canvas = Canvas(str(root / "scan.pdf"), invariant=True)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    told = run(root, tmp_path / "out", 1)
    (record,) = records(tmp_path / "out")
    assert (record["state"], record["text_layer"], told.failures) == ("empty", "none", [])
    assert verify(tmp_path / "out", root).problems == []


def test_a_pdf_without_an_end_is_given_up_and_reported(tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    (root / "a.txt").write_text(PAGE, encoding="utf-8")
    (root / "bomb.pdf").write_bytes(nested_forms())
    told = run(root, tmp_path / "out", 1, ocr=False, time_limit=10)
    assert states(tmp_path / "out") == {"a.txt": "read", "bomb.pdf": "failed"}
    advice = "timed_out: reading took longer than 10 seconds; give it more with --time-limit, or split it"
    assert told.failures == [("bomb.pdf", advice)]
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["settings"]["time_limit"] == 10
    assert verify(tmp_path / "out", root).problems == []


def test_ctrl_c_changes_nothing(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(documents, out, 1)
    before = (out / "records.jsonl").read_bytes()
    (documents / "a.txt").unlink()

    def stop(outcome: Outcome) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(documents, out, 1, watch=stop)
    assert (out / "records.jsonl").read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == ["documents", "records.jsonl", "run.json"]


@pytest.mark.parametrize("out", ["in", "in/out", "."])
def test_results_and_documents_stand_apart(documents: Path, tmp_path: Path, out: str) -> None:
    with pytest.raises(OutputError, match="must be apart"):
        run(documents, tmp_path / out, 1)


def test_verify_finds_what_was_changed(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(documents, out, 1)
    text = next(iter(sorted((out / "documents").iterdir())))
    text.write_text(text.read_text(encoding="utf-8").replace("£1,190,000", "£1,190,001"), encoding="utf-8")
    (out / "documents" / "0000000000000000.txt").write_text("whose?")
    (documents / "a.txt").write_text("other")
    (documents / "b" / "a.txt").unlink()
    (documents / "new.txt").write_text("new")
    with (out / "records.jsonl").open("a") as lines:
        lines.write('{"record_type": "item"}\n')
    problems = "\n".join(verify(out, documents).problems)
    assert "is not '" in problems
    assert "0000000000000000.txt: no record speaks of it" in problems
    assert "a.txt: the source has changed since the run" in problems
    assert "b/a.txt: the source is not in" in problems
    assert "new.txt: no record speaks of this source" in problems
    assert "breaks the contract" in problems


def test_verify_wants_a_run(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no results"):
        verify(tmp_path)
