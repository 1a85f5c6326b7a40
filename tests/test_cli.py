"""The command line: what it prints, what it gives back, and what it tells the user to do."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_extract.cli import app

PROGRAM = (sys.executable, "-c", "from minutes_extract.cli import app; app()")
ROOT = Path(__file__).parents[1]
PAGE = """\
Northwick Borough Council
Decision Maker: Cabinet

RESOLVED to:

(1) approve spend of up to £1,190,000 on the [bold]family hub[/bold]; and
(2) delegate authority to the Director of Place to sign the contract.
"""
COMMANDS = ("run", "show", "verify", "check", "calendar", "schema")


def call(*arguments: object) -> tuple[int, str, str]:
    """Exit code, what was printed, what was complained about."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "200"})
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    root = tmp_path / "in"
    root.mkdir()
    (root / "a.txt").write_text(PAGE, encoding="utf-8")
    return root


def test_run_reads_a_folder_and_says_what_was_found(documents: Path, tmp_path: Path) -> None:
    code, told, _ = call("run", documents, "-o", tmp_path / "out", "-j", 1)
    assert code == 0
    assert "What was found" in told
    assert "documents" in told
    assert "resolutions" in told
    assert (tmp_path / "out" / "records.jsonl").is_file()


def test_a_failure_is_told_and_gives_one(documents: Path, tmp_path: Path) -> None:
    (documents / "b[red].txt").write_bytes(b"")
    code, told, _ = call("run", documents, "-o", tmp_path / "out", "-j", 1)
    assert code == 1
    assert "not read: b[red].txt: empty: " in told


def test_misuse_gives_two_and_says_what_to_do(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    out = tmp_path / "out"
    for arguments, advice in (
        (("run", tmp_path / "gone", "-o", out), "give the path of a folder with documents in it"),
        (("run", documents / "a.txt", "-o", out), "not a folder"),
        (("run", tmp_path / "bare", "-o", out), "put PDF, HTML, DOCX, Markdown or text files into it"),
        (("run", documents, "-o", documents / "out"), "choose another with -o"),
        (("run", documents, "-o", documents), "choose another with -o"),
        (("run", documents), "Missing option '-o'"),
        (("run", documents, "-o", out, "-j", -1), "-j"),
        (("show", tmp_path / "gone.pdf"), "give the path of a document"),
        (("show", documents), "not a file"),
        (("verify", documents), "give the folder that `minutes-extract run … -o` wrote"),
        (("nonsense",), "No such command"),
    ):
        code, _, complaint = call(*arguments)
        assert code == 2, arguments
        assert advice in complaint, arguments
        assert "Traceback" not in complaint
    assert not out.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_that_cannot_be_written_is_told(documents: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    code, _, complaint = call("run", documents, "-o", closed / "out", "-j", 1)
    assert code == 2
    assert "no permission to write" in complaint


def test_an_output_in_the_way_is_told(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    code, _, complaint = call("run", documents, "-o", tmp_path / "out", "-j", 1)
    assert code == 2
    assert "a file stands in the way" in complaint


def test_show_reads_one_document(documents: Path) -> None:
    code, told, _ = call("show", documents / "a.txt")
    assert code == 0
    assert "approve spend of up to £1,190,000 on the [bold]family hub[/bold]" in told
    assert "delegate authority to the Director of Place" in told


def test_show_of_a_bad_document_gives_one(documents: Path) -> None:
    (documents / "b.pdf").write_bytes(b"")
    code, _, complaint = call("show", documents / "b.pdf")
    assert code == 1
    assert "the file is empty" in complaint


def test_verify_agrees_with_a_run_and_not_with_a_forgery(documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", documents, "-o", out, "-j", 1)
    code, told, _ = call("verify", out, "--sources", documents)
    assert (code, told.strip().endswith("1 sources: all agree")) == (0, True)
    (documents / "a.txt").write_text("forged")
    code, told, complaint = call("verify", out, "--sources", documents)
    assert (code, "1 problems" in told) == (1, True)
    assert "a.txt: the source has changed since the run" in complaint


def test_schema_is_json() -> None:
    code, told, _ = call("schema")
    assert code == 0
    assert json.loads(told)["title"] == "minutes-extract record"


def test_version_is_the_package_s() -> None:
    code, told, _ = call("--version")
    assert (code, told.startswith("minutes-extract ")) == (0, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str) -> None:
    code, told, _ = call(command, "--help")
    assert code == 0
    assert f"\n    minutes-extract {command}" in told


def test_help_lists_the_commands_and_the_exit_codes() -> None:
    _, told, _ = call("--help")
    assert all(f"\n  {command} " in told for command in COMMANDS)
    assert "0 all read, 1 some failed, 2 misuse" in told


HEAVY = ("spacy", "pdfplumber", "pypdfium2", "dateparser", "price_parser", "lxml", "docx", "pytesseract", "PIL")


def test_help_imports_nothing_heavy() -> None:
    program = f"""
import sys
from typer.testing import CliRunner
from minutes_extract.cli import app
CliRunner().invoke(app, ["run", "--help"])
print([name for name in {HEAVY} if name in sys.modules])
"""
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_the_public_surface_is_lazy_and_whole() -> None:
    program = f"""
import sys, minutes_extract
assert not [name for name in {HEAVY} if name in sys.modules]
assert all(callable(getattr(minutes_extract, name)) for name in minutes_extract.__all__)
try:
    minutes_extract.nothing
except AttributeError as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "no attribute 'nothing'" in told.stdout


def test_the_sentence_reads_one_document(documents: Path) -> None:
    from minutes_extract import LoadError, Pipeline, extract

    records = extract(documents / "a.txt")
    assert records == Pipeline().extract(documents / "a.txt")
    assert [record.record_type for record in records] == ["document", "item", "check"]
    with pytest.raises(LoadError, match=r"gone.txt: the file is not there; check the path"):
        extract("gone.txt")


def run_samples(folder: Path, out: Path, jobs: int, seed: int) -> dict[str, bytes]:
    program = [sys.executable, "-c", "from minutes_extract.cli import app; app()"]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    subprocess.run(
        [*program, "run", str(folder), "-o", str(out), "-j", str(jobs)],
        env=environment,
        capture_output=True,
        check=False,
    )
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "run.json")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_the_same_bytes_whatever_the_workers_and_the_hash_seed(documents: Path, tmp_path: Path) -> None:
    for sample in (ROOT / "samples").iterdir():
        if sample.is_file():
            (documents / sample.name).write_bytes(sample.read_bytes())
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7")
    first = run_samples(documents, tmp_path / "1", 1, 0)
    assert len(first) > 2
    assert run_samples(documents, tmp_path / "2", 2, 1) == first


def test_ctrl_c_ends_workers_and_changes_nothing(documents: Path, tmp_path: Path) -> None:
    for k in range(400):
        (documents / f"{k:03}.txt").write_text(PAGE * 40, encoding="utf-8")
    out = tmp_path / "out"
    command = [*PROGRAM, "run", str(documents), "-o", str(out), "-j", "2"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    records = out / ".partial" / "records.jsonl"
    while time.monotonic() < deadline and not (records.exists() and records.stat().st_size):
        time.sleep(0.05)
    running.send_signal(2)
    _, complaint = running.communicate(timeout=120)
    assert running.returncode == 130
    assert "stopped; nothing was changed" in complaint
    assert "Traceback" not in complaint
    assert not out.exists()
