"""`python -m generator.planted COUNT [SEED]`: plants errors in figures, and counts those found and false alarms.

An error counts as found where an `inconsistent` check quotes the wrong figure; any other `inconsistent` check of a
document is a false alarm.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator import figures
from minutes_extract.extract import Pipeline
from minutes_extract.records import CheckRecord
from minutes_extract.records.check import Agreement
from minutes_extract.records.line import AnyRecord

PHRASE = 12
"""A wrong phrase of so many characters may be quoted with words around it, or in part."""


@dataclass(slots=True)
class Counts:
    """What was planted and found, by family; false alarms, one a document; and what was missed."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of planted errors that was found."""
        return self.found.total() / self.planted.total()

    @property
    def alarm_rate(self) -> float:
        """The share of documents with a false alarm."""
        return len(self.alarms) / self.documents


def count(number: int, seed: int, folder: Path, pipeline: Pipeline) -> Counts:
    """Writes so many documents into a folder, reads them, and counts."""
    counts = Counts()
    figures.write(folder, number, seed)
    for made in figures.documents(number, seed):
        _add(counts, made, pipeline.extract(folder / f"{made.name}.md"))
    return counts


def _add(counts: Counts, made: figures.Document, records: Iterable[AnyRecord]) -> None:
    wrong = [r for r in records if isinstance(r, CheckRecord) and r.verdict is Agreement.INCONSISTENT]
    own = [check for check in wrong if made.wrong is not None and _quotes(check, made.wrong)]
    counts.documents += 1
    if made.family is not None:
        counts.planted[made.family] += 1
        counts.found[made.family] += bool(own)
        if not own:
            counts.missed.append(f"{made.name} {made.family} {made.wrong}")
    if len(own) < len(wrong):
        counts.alarms.append(made.name)


def _quotes(check: CheckRecord, wrong: str) -> bool:
    """Whether a check quotes the wrong figure."""
    loose = len(wrong) > PHRASE
    return any(e.text == wrong or (loose and (wrong in e.text or e.text in wrong)) for e in check.evidence)


def main(number: int, seed: int) -> None:
    """Counts and prints."""
    with tempfile.TemporaryDirectory() as folder:
        counts = count(number, seed, Path(folder), Pipeline(ocr=False))
    for family, planted in sorted(counts.planted.items()):
        print(f"{family:<12} {counts.found[family]:>4} of {planted:>4}")
    print(f"planted errors found: {counts.recall:.1%}; documents with a false alarm: {counts.alarm_rate:.1%}")
    print(*(f"missed: {line}" for line in counts.missed), *(f"alarm: {name}" for name in counts.alarms), sep="\n")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
