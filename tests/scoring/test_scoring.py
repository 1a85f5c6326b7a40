"""Scoring: counts, intervals, groups, and one run against another."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutes_extract.cli import app
from minutes_extract.errors import DamagedSource, EmptySource
from minutes_extract.scoring import report, scorecard, table
from minutes_extract.scoring.answers import Answers, of_items, of_truth
from minutes_extract.scoring.figures import Count, Field, intervals, total
from minutes_extract.scoring.forms import ItemLine, Truth
from minutes_extract.scoring.match import compare

TRUTH: Truth = {
    "document": {"kind": "decision_notice", "authority": "Ashby Council", "decision_maker": "Cabinet", "date": None},
    "decisions": [{"item": None, "title": "Skips", "stage": "resolved", "key": None, "call_in": None}],
    "resolutions": [
        {"path": ["1"], "starts": "That the tender from Dale Skips", "acts": ["award"]},
        {"path": ["2"], "starts": "That authority be delegated to the", "acts": ["delegate"]},
    ],
    "amounts": [
        {
            "text": "£1.5m",
            "value": "1500000",
            "max_value": None,
            "currency": "GBP",
            "qualifier": "up_to",
            "per": None,
            "role": "decided",
            "path": ["1"],
        }
    ],
    "terms": [
        {
            "text": "for three years",
            "initial_months": 36,
            "option_months": [],
            "maximum_months": 36,
            "start": None,
            "end": None,
            "path": ["1"],
        }
    ],
    "delegations": [{"to": ["Director of Place"], "consultees": ["Leader"], "path": ["2"]}],
    "conditions": [{"text": "subject to a satisfactory credit check", "path": ["1"]}],
    "votes": None,
}

ITEM: ItemLine = {
    "stage": "resolved",
    "resolutions": [
        {"path": ["(1)"], "text": "That the tender from Dale Skips be accepted", "acts": ["award"]},
        {"path": ["2"], "text": "2. That authority be delegated to the Director of Place", "acts": ["delegate"]},
    ],
    "amounts": [
        {"value": "1500000.00", "currency": "GBP", "qualifier": "up_to", "role": "decided", "resolution_path": ["1"]}
    ],
    "terms": [{"initial_months": 36, "option_months": [], "maximum_months": 36, "resolution_path": ["1"]}],
    "delegations": [{"to": ["the Director of Place"], "consultees": ["Leader"], "resolution_path": ["2"]}],
    "conditions": [{"text": "Subject to a satisfactory credit check being made"}],
}


def test_the_same_answers_are_all_right() -> None:
    sheet = compare(of_truth(TRUTH), of_items([ITEM]))
    assert sheet.misses == ()
    assert all(count.right == count.said == count.gold > 0 for count in sheet.counts.values())


def test_a_document_that_was_not_read_is_missed_whole() -> None:
    sheet = compare(of_truth(TRUTH), Answers())
    assert sheet.counts[Field.RESOLUTIONS] == Count(right=0, said=0, gold=2)
    assert sheet.counts[Field.COMPLETE] == Count(right=0, said=2, gold=2)


def test_an_invented_amount_counts_against_precision_and_completeness() -> None:
    invented = ITEM | ItemLine(amounts=[*ITEM["amounts"], {"value": "7", "resolution_path": ["1"]}])
    sheet = compare(of_truth(TRUTH), of_items([invented]))
    assert sheet.counts[Field.AMOUNTS] == Count(right=1, said=2, gold=1)
    assert sheet.counts[Field.COMPLETE].right == 1
    assert [miss.words for miss in sheet.misses if miss.field is Field.AMOUNTS] == ["extra 7 GBP"]


def test_a_range_is_known_by_its_lower_end() -> None:
    printed: ItemLine = {"amounts": [{"value": None, "minimum": "200000", "maximum": "2000000"}]}
    assert str(of_items([printed]).amounts[0][0].value.value) == "2E+5"


def test_the_interval_is_the_same_in_every_run_and_holds_the_figure() -> None:
    sheets = [dict.fromkeys(Field, Count(right % 3, 2, 2)) for right in range(30)]
    first = intervals(sheets, seed=7)
    assert first == intervals(sheets, seed=7)
    low, high = first[Field.TERMS]
    assert low < total(sheets)[Field.TERMS].f1 < high


def folder(root: Path) -> tuple[Path, Path]:
    """A truth folder of one document, and a run over it."""
    (root / "truth").mkdir()
    (root / "truth" / "skips.json").write_text(json.dumps(TRUTH), encoding="utf-8")
    source = {"path": "skips.txt"}
    pack = {"record_type": "document", "document_id": "p", "parent_id": None, "source": source}
    paper = pack | {"document_id": "d", "parent_id": "p"}
    lines = [pack, paper, {"record_type": "item", "document_id": "d", **ITEM}, {"record_type": "check"}]
    records = root / "records.jsonl"
    records.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return root / "truth", records


def test_items_of_a_paper_belong_to_the_file_that_holds_it(tmp_path: Path) -> None:
    truth, records = folder(tmp_path)
    pages = scorecard.mark(scorecard.parse_truth(truth), scorecard.parse_records(records))
    assert [page.name for page in pages] == ["skips"]
    assert pages[0].sheet.misses == ()
    assert scorecard.parse_records(tmp_path) == scorecard.parse_records(records)


def test_pages_are_grouped_by_kind_and_by_council(tmp_path: Path) -> None:
    truth, records = folder(tmp_path)
    pages = scorecard.mark(scorecard.parse_truth(truth), scorecard.parse_records(records))
    assert list(scorecard.grouped(pages, scorecard.By.KIND)) == ["decision_notice"]
    assert list(scorecard.grouped(pages, scorecard.By.COUNCIL)) == ["Ashby Council"]


def test_changes_tell_what_was_gained_and_lost() -> None:
    worse = ITEM | ItemLine(terms=[])
    before, now = (scorecard.mark({"skips": TRUTH}, {"skips": [item]}) for item in (worse, ITEM))
    (change,) = scorecard.changes(before, now)
    assert [miss.field for miss in change.gained] == [Field.TERMS]
    assert change.lost == ()
    assert table.change_lines(scorecard.changes(now, before))[-1] == "0 gained, 1 lost"
    assert scorecard.changes(now, now) == ()


def test_tables_have_a_row_for_each_field() -> None:
    pages = scorecard.mark({"skips": TRUTH}, {})
    card = scorecard.card(pages)
    assert len(table.card_lines(card, "truth")) == len(Field) + 1
    assert set(table.rows(card)) == {field.value for field in Field}
    assert len(table.group_lines({"decision_notice": card})) == 2
    assert table.miss_lines(pages)[0] == "== skips"


def test_a_report_has_what_was_asked_for(tmp_path: Path) -> None:
    truth, records = folder(tmp_path)
    lines = report.report(records, truth, against=records, by=scorecard.By.COUNCIL, is_verbose=True)
    assert lines[0].endswith("truth, 1 documents")
    assert any(line.startswith("Ashby Council") for line in lines)
    assert lines[-1] == "0 gained, 0 lost"
    assert set(json.loads(report.report_json(records, truth))) == {field.value for field in Field}
    assert set(json.loads(report.report_json(records, truth, scorecard.By.KIND))) == {"decision_notice"}


def test_the_command_prints_the_table_and_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    truth, records = folder(tmp_path)
    done = CliRunner().invoke(app, ["score", str(records), str(truth), "--by", "kind"])
    assert (done.exit_code, done.output.count("decision_notice")) == (0, 1)
    told = CliRunner().invoke(app, ["score", str(records), str(truth), "--json"])
    assert json.loads(told.output)["complete"]["f1"] == 1.0
    refused = CliRunner().invoke(app, ["score", str(tmp_path / "none"), str(truth)])
    assert refused.exit_code == 2


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptySource, match="no answers"):
        scorecard.parse_truth(tmp_path)
    with pytest.raises(EmptySource, match="no records"):
        scorecard.parse_records(tmp_path)


@pytest.mark.parametrize("words", ["[]", "{}", "not json", '{"record_type": "item"}'])
def test_files_of_another_kind_are_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.json").write_text(words, encoding="utf-8")
    with pytest.raises(DamagedSource, match=r"a\.json"):
        scorecard.parse_truth(tmp_path)
    (tmp_path / "records.jsonl").write_text(words + "\n", encoding="utf-8")
    with pytest.raises(DamagedSource, match=r"records\.jsonl"):
        scorecard.parse_records(tmp_path)
