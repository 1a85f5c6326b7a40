"""What `score` prints: the table of a run, in groups, and against another run."""

import json
from pathlib import Path

from minutes_extract.scoring import scorecard, table
from minutes_extract.scoring.scorecard import By, Page


def report(
    records: Path, truth: Path, against: Path | None = None, by: By | None = None, *, is_verbose: bool = False
) -> list[str]:
    """Lines of text: the figures of a run against the truth of a folder; then what was asked for besides.

    `against` adds what became right and wrong since another run, `by` figures by kind of document or by council,
    `is_verbose` every miss. Raises a `LoadError` where records or truth cannot be read.
    """
    truths = scorecard.parse_truth(truth)
    pages = scorecard.mark(truths, scorecard.parse_records(records))
    lines = table.miss_lines(pages) if is_verbose else []
    lines += table.card_lines(scorecard.card(pages), truth.name)
    if by is not None:
        lines += ["", *table.group_lines(_cards(pages, by))]
    if against is not None:
        before = scorecard.mark(truths, scorecard.parse_records(against))
        lines += ["", *table.change_lines(scorecard.changes(before, pages))]
    return lines


def report_json(records: Path, truth: Path, by: By | None = None) -> str:
    """The same figures as JSON: of all documents, or a table for each group."""
    pages = scorecard.mark(scorecard.parse_truth(truth), scorecard.parse_records(records))
    if by is None:
        return json.dumps(table.rows(scorecard.card(pages)))
    return json.dumps({name: table.rows(card) for name, card in _cards(pages, by).items()})


def _cards(pages: tuple[Page, ...], by: By) -> dict[str, scorecard.Card]:
    return {name: scorecard.card(group) for name, group in scorecard.grouped(pages, by).items()}
