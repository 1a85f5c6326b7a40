"""A run's folder read back: what does not add up, what is unclaimed, which days are to come."""

import csv
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from minutes_extract.batch.run import run
from minutes_extract.batch.verification import verify
from minutes_extract.cli import app
from minutes_extract.errors import OutputError
from minutes_extract.reviewing.reconciliation import reconcile
from minutes_extract.reviewing.results import results

RIGHT = "(1) award the contract for five years from 1 April 2025 at £28,000 per year, a total of £140,000."
WRONG = RIGHT.replace("£140,000", "£150,000")
HEAD = "Northwick Borough Council\nDecision Maker: Cabinet\n\nRESOLVED to:\n\n"
HIDDEN = "\n\nThe price of £12,50 was noted."


def made(folder: Path, **pages: str) -> Path:
    """A run over pages of these names."""
    (folder / "in").mkdir()
    for name, words in pages.items():
        (folder / "in" / f"{name}.txt").write_text(HEAD + words + "\n", encoding="utf-8")
    run(folder / "in", folder / "out", 1, ocr=False)
    return folder / "out"


def call(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "120"})
    return result.exit_code, result.stdout, result.stderr


def test_what_does_not_add_up_is_told_with_quotations(tmp_path: Path) -> None:
    code, told, _ = call("check", made(tmp_path, b=WRONG, a=WRONG, c=RIGHT))
    assert code == 1
    assert [line for line in told.splitlines() if line.endswith(".txt")] == ["a.txt", "b.txt"]
    assert "inconsistent, rate_times_years: 28000 × 5 = 140000; printed 150000, difference 10000" in told
    assert "a total of »£150,000«." in told
    assert "c.txt" not in told


def test_all_tells_every_verdict(tmp_path: Path) -> None:
    out = made(tmp_path, a=RIGHT)
    assert call("check", out)[0] == 0
    code, told, _ = call("check", out, "--all")
    assert (code, "consistent, rate_times_years: 28000 × 5 = 140000\n" in told) == (0, True)


def test_strict_gives_the_ledger_and_one_where_money_is_unclaimed(tmp_path: Path) -> None:
    out = made(tmp_path, a=RIGHT + HIDDEN)
    assert call("check", out)[0] == 0
    code, told, _ = call("check", out, "--strict")
    assert (code, "unclaimed: a.txt: £12,50 at " in told) == (1, True)
    assert reconcile(out).unclaimed_money == 1


def test_strict_is_content_where_all_money_is_claimed(tmp_path: Path) -> None:
    assert call("check", made(tmp_path, a=RIGHT), "--strict")[0] == 0


def test_a_folder_without_results_is_misuse(tmp_path: Path) -> None:
    for command in ("check", "calendar"):
        code, _, complaint = call(command, tmp_path)
        assert (code, "give the folder that `minutes-extract run … -o` wrote" in complaint) == (2, True)


def test_a_broken_line_is_told(tmp_path: Path) -> None:
    out = made(tmp_path, a=RIGHT)
    with (out / "records.jsonl").open("a") as lines:
        lines.write("{}\n")
    with pytest.raises(OutputError, match=r"records.jsonl:\d+: breaks the contract"):
        list(results(out))


def test_a_calendar_is_written_in_two_forms(tmp_path: Path) -> None:
    out = made(tmp_path, a=RIGHT)
    code, told, _ = call("calendar", out)
    assert (code, told.startswith("1 days written to ")) == (0, True)
    (event,) = Calendar.from_ical((out / "calendar.ics").read_bytes()).walk("VEVENT")
    (row,) = csv.DictReader((out / "calendar.csv").read_text(encoding="utf-8").splitlines())
    assert event["dtstart"].to_ical() == b"20300331"
    assert row["day"] == "2030-03-31"
    assert (row["kind"], row["derived"]) == ("end", "true")
    before = (out / "calendar.ics").read_bytes()
    call("calendar", out)
    assert (out / "calendar.ics").read_bytes() == before
    assert verify(out).problems == []


def test_days_that_are_past_can_be_left_out(tmp_path: Path) -> None:
    out = made(tmp_path, a=RIGHT)
    assert call("calendar", out, "--after", "2031-01-01")[1].startswith("0 days")
    code, _, complaint = call("calendar", out, "--after", "soon")
    assert (code, "give it as 2026-04-01" in complaint) == (2, True)
