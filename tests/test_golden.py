"""What the program says today of every sample, at three seams, so that a difference names the stage that moved.

`make golden-update` rewrites what differs and fails, so that a rewritten golden is always read before it is believed.
"""

from itertools import zip_longest
from pathlib import Path

import pytest

from minutes_extract.writers import jsonl, schema
from samples.build import NAMES, stem
from samples.lines import document_lines, mention_lines
from samples.reading import read

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = ("document.txt", "mentions.txt", "records.jsonl")
ADVICE = "run `make golden-update` and read the difference"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("file", FILES)
def test_a_sample_reads_as_it_did(name: str, file: str, is_update: bool) -> None:
    compare(GOLDEN / stem(name) / file, _say(name, file), is_update)


def test_the_schema_is_what_it_was(is_update: bool) -> None:
    compare(GOLDEN / "schema.json", schema.schema(), is_update)


def test_no_golden_is_without_its_sample() -> None:
    expected = {GOLDEN / stem(name) / file for name in NAMES for file in FILES}
    expected |= {GOLDEN / "README.md", GOLDEN / "schema.json"}
    orphans = {path for path in GOLDEN.rglob("*") if path.is_file()} - expected
    assert not orphans, f"no sample for {sorted(str(path.relative_to(GOLDEN)) for path in orphans)}: delete them"


def compare(path: Path, text: str, is_update: bool) -> None:
    """Fails where the golden is missing or differs; on an update writes it first, and fails all the same."""
    shown = f"golden/{path.relative_to(GOLDEN)}"
    golden = path.read_text(encoding="utf-8") if path.exists() else None
    if golden == text:
        return
    if is_update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        pytest.fail(f"{shown} was rewritten: read the difference before you commit it", pytrace=False)
    if golden is None:
        pytest.fail(f"{shown} is missing: {ADVICE}", pytrace=False)
    pytest.fail(f"{shown} differs: {ADVICE}\n{first_difference(golden, text)}", pytrace=False)


def first_difference(golden: str, text: str) -> str:
    """Where two texts part, with the words around it; a whole difference of long lines takes minutes to work out."""
    start = next(place for place, (was, now) in enumerate(zip_longest(golden, text)) if was != now)
    line = golden.count("\n", 0, start) + 1
    before = golden[max(0, start - 60) : start].rpartition("\n")[2]
    parts = (before + after[start : start + 60].partition("\n")[0] for after in (golden, text))
    return f"line {line}:\n  - {next(parts)}\n  + {next(parts)}"


def _say(name: str, file: str) -> str:
    if file == "records.jsonl":
        return "".join(jsonl.lines(reading.records).decode("utf-8") for reading in read(name))
    told = document_lines if file == "document.txt" else None
    lines: list[str] = []
    for reading in read(name):
        if reading.document.paper is not None:
            source = reading.document.source
            lines += ["", f"== paper on pages {source.page_start} to {source.page_end}"]
        lines += told(reading.document) if told else mention_lines(reading.annotations)
    return "".join(f"{line}\n" for line in lines)
