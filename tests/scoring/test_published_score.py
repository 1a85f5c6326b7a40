"""Our figures are those of the published `score.py`, on all documents that have a truth."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_extract.extract import Pipeline
from minutes_extract.scoring import scorecard, table
from minutes_extract.writers import jsonl

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT.parent / "shared" / "cases" / "score.py"
TRUTH = ROOT / "tests" / "truth"


@pytest.mark.skipif(not PUBLISHED.exists(), reason="../shared is not at hand")
def test_the_same_figures_on_our_own_truth(tmp_path: Path) -> None:
    pipeline, records = Pipeline(), tmp_path / "records.jsonl"
    records.write_bytes(b"".join(jsonl.lines(pipeline.extract(page)) for page in sorted(TRUTH.glob("*.txt"))))
    command = [sys.executable, str(PUBLISHED), str(TRUTH), str(records), "--json"]
    published = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    pages = scorecard.mark(scorecard.parse_truth(TRUTH), scorecard.parse_records(records))
    own = table.rows(scorecard.card(pages))
    assert {
        kind: {key: value for key, value in row.items() if key != "interval"} for kind, row in own.items()
    } == published
