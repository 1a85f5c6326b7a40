"""Totals of tables: rows against a column of totals, columns against rows of totals, and net rows.

    rule           tied by
    table_row      a column headed "Total", the last one; columns before it that can be added (years, net and VAT)
    table_column   a row labelled "Total", the rows above it up to the last such row; a row labelled "Net"

A table says nothing of how it was added up, so a difference is `inconsistent` only where its structure is proved:
another row or column of the same table adds up in the same way, the heads are years, or the table is plain (every row
has a figure and none is part of another). Else it is `undetermined`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_extract.checking.case import Case
from minutes_extract.checking.findings import Finding, added, compared
from minutes_extract.checking.grids import Entry, Grid, grids
from minutes_extract.checking.intervals import Figure, agreement, total
from minutes_extract.records.check import Agreement

TOTAL_RE = re.compile(r"(?:[\w&/'’ -]{0,40}\s)?(?:sub-?\s?|grand\s|overall\s)?totals?\b[^.]{0,40}", re.IGNORECASE)
TOTAL_HEAD_RE = re.compile(r"(?:grand\s|overall\s)?totals?\b.{0,24}", re.IGNORECASE | re.DOTALL)
# A label that says nothing of how its rows were added up: not "Total net cost", "Total (highest bids)".
PLAIN_RE = re.compile(
    r"(?:(?:sub-?\s?|grand\s+|overall\s+|revenue\s+|capital\s+)?totals?)"
    r"(?:\s+(?:costs?|expenditure|spend|spending|value|funding|payments?|amount|paid|budget|price|contract\s+value))?\W*",
    re.IGNORECASE,
)
GRAND_RE = re.compile(r"\b(?:grand|overall)\s+total|\btotal\s+of\s+all\b", re.IGNORECASE)
NET_RE = re.compile(r"net\b(?!\s+(?:of|revenue budget|assets|book))", re.IGNORECASE)
# Rows that are part of others, or of another kind than those above and below.
ASIDE_RE = re.compile(
    r"\b(?:of which|includ(?:ing|es|ed)|memo|average|mean|balances?|brought|carried|b/f|c/f|opening|closing|surplus"
    r"|income|receipts?|savings?|credits?|refunds?|discounts?|deductions?|recharges?|offset"
    r"|deficit|variance|difference|change|increase|decrease|less|minus|net|gross|cumulative|per|budget|band|rate)\b|%",
    re.IGNORECASE,
)
# Columns that nobody adds up.
UNADDED_RE = re.compile(
    r"%|\b(?:per\s?cent|average|mean|rate|unit|price|variance|difference|change|ref|no|number|nr|date|year|rank|score"
    r"|page|hourly|cumulative|ratio|band|scp|min|max|balance|item|lot|ward|quantity|qty|hours)\b\.?",
    re.IGNORECASE,
)
PERIOD_RE = re.compile(
    r"(?:year\s*\d+|(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?|q(?:uarter\s*)?[1-4]"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s*\d{2,4})?)\b.{0,16}",
    re.IGNORECASE | re.DOTALL,
)
# "Net | VAT | Total", "Capital | Revenue | Total"
TAX_RE = re.compile(r"\bVAT\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A sum that a table prints: where its total stands, and what is added up."""

    rule: str
    stated: tuple[int, int]
    operands: tuple[tuple[int, int], ...]
    stands: bool
    """Whether the table's words alone tie the operands together."""
    group: int
    """Lines of one group were added up in one way: one that holds proves the others."""


def check(case: Case) -> Iterator[Finding]:
    """The rows and columns of every table. The source of the rules is arithmetic alone."""
    for grid in grids(case.document):
        if len(grid.rows) > 1:
            yield from _explained(grid, case, list(_lines(grid)))


def _explained(grid: Grid, case: Case, lines: list[Line]) -> Iterator[Finding]:
    """Findings, those that follow from a fault told already made `undetermined`."""
    told = {line: _figures(grid, line) for line in lines}
    agreed = {line: agreement(*figures) for line, figures in told.items()}
    proved = {line.group for line in lines if agreed[line] is not Agreement.INCONSISTENT and _weighs(grid, line)}
    faulty = {
        line.stated: told[line]
        for line in lines
        if agreed[line] is Agreement.INCONSISTENT and (line.stands or line.group in proved) and _is_whole(grid, line)
    }
    item = case.item_at(grid.start)
    for line in lines:
        stated, computed = told[line]
        entries = [grid.entries[key] for key in line.operands if key in grid.entries]
        places = [grid.entries[line.stated].place, *(entry.place for entry in entries if not entry.is_dash)]
        figures = [_scaled(grid, line)[key] for key in line.operands if _is_printed(grid, key)]
        finding = compared(line.rule, item.item_id if item else None, stated, computed, added(figures), places)
        is_open = line.stated not in faulty or _follows(grid, line, faulty)
        if finding.verdict is Agreement.INCONSISTENT and is_open:
            finding = replace(finding, verdict=Agreement.UNDETERMINED)
        yield finding


def _is_printed(grid: Grid, key: tuple[int, int]) -> bool:
    return key in grid.entries and not grid.entries[key].is_dash


def _follows(grid: Grid, line: Line, faulty: dict[tuple[int, int], tuple[Figure, Figure]]) -> bool:
    """Whether a line would add up, were an operand what its own line makes of it."""
    stated, computed = _figures(grid, line)
    scaled = _scaled(grid, line)
    return any(
        agreement(stated, computed - scaled[key] + faulty[key][1]) is not Agreement.INCONSISTENT
        for key in line.operands
        if key in faulty
    )


def _scaled(grid: Grid, line: Line) -> dict[tuple[int, int], Figure]:
    """The printed figures of a line, in one scale."""
    keys = [key for key in (line.stated, *line.operands) if key in grid.entries]
    factors = grid.scales(sorted({column for _, column in keys}))
    return {key: grid.entries[key].figure.times(factors[key[1]]) for key in keys}


def _figures(grid: Grid, line: Line) -> tuple[Figure, Figure]:
    """What a line states and what follows from its operands."""
    scaled = _scaled(grid, line)
    return scaled[line.stated], total([scaled[key] for key in line.operands if key in scaled])


def _weighs(grid: Grid, line: Line) -> bool:
    """Whether a line proves anything: two figures or more that are not nought."""
    return sum(grid.entries[key].figure.value != 0 for key in line.operands if key in grid.entries) > 1


def _is_whole(grid: Grid, line: Line) -> bool:
    """Whether every operand could be read."""
    return all(key in grid.entries for key in line.operands)


def _lines(grid: Grid) -> Iterator[Line]:
    """The sums that a table prints, each total once: a net row or a row of totals comes before a column of them."""
    found: set[tuple[int, int]] = set()
    for line in (*_columns(grid), *_rows(grid)):
        if line.stated not in found or line.rule == "table_row":
            found.add(line.stated)
            yield line


def _rows(grid: Grid) -> Iterator[Line]:
    """Rows against the column of totals."""
    totals = [column for column in grid.columns if TOTAL_HEAD_RE.fullmatch(grid.heads.get(column, ""))]
    if len(totals) != 1 or totals[0] != grid.columns[-1]:
        return
    before = [column for column in grid.columns if column < totals[0]]
    heads = [grid.heads.get(column, "") for column in before]
    if len(before) < 2 or any(UNADDED_RE.search(head) and not PERIOD_RE.fullmatch(head) for head in heads):
        return
    stands = all(PERIOD_RE.fullmatch(head) for head in heads) or (len(heads) == 2 and bool(TAX_RE.search(heads[1])))
    for row in grid.rows:
        label = grid.labels.get(row, "")
        if (row, totals[0]) in grid.entries and "%" not in label:
            yield Line("table_row", (row, totals[0]), tuple((row, column) for column in before), stands, -1)


def _columns(grid: Grid) -> Iterator[Line]:
    """Columns against rows of totals, grand totals and net rows."""
    rows = grid.rows
    if _is_total(grid, rows[0]):
        return  # a total that stands above its parts
    open_rows: list[int] = []
    totals: list[int] = []
    for row in rows:
        label = grid.labels.get(row, "")
        if _is_total(grid, row):
            parts = _parts(label, open_rows, totals)
            yield from _column_lines(grid, row, parts)
            totals = [row] if parts == totals else [*totals, row]
            open_rows = []
        elif NET_RE.match(label) and len(open_rows) + len(totals) > 1:
            yield from _net_lines(grid, row, open_rows or totals[-2:])
            open_rows = []
        else:
            open_rows.append(row)


def _parts(label: str, open_rows: list[int], totals: list[int]) -> list[int]:
    """The rows that a row of totals adds up: those since the last one, or the totals above it."""
    if totals and (not open_rows or GRAND_RE.search(label)):
        return [*totals, *open_rows] if open_rows else totals
    return open_rows


def _is_total(grid: Grid, row: int) -> bool:
    return TOTAL_RE.fullmatch(grid.labels.get(row, "")) is not None


def _column_lines(grid: Grid, row: int, parts: list[int]) -> Iterator[Line]:
    """The columns of a row of totals."""
    if len(parts) < 2:
        return
    stated = [column for column in grid.columns if (row, column) in grid.entries]
    plain = PLAIN_RE.fullmatch(grid.labels.get(row, "")) is not None and not any(
        ASIDE_RE.search(grid.labels.get(part, "")) for part in parts
    )
    figured = [column for column in grid.columns if any((part, column) in grid.entries for part in parts)]
    money = [column for column in figured if not UNADDED_RE.search(_bare_head(grid, column))]
    if len(stated) == 1 and stated[0] not in figured and len(figured) == 1:
        keys = tuple((part, figured[0]) for part in parts)  # "Total | 183,500": the cells between are joined
        yield Line("table_column", (row, stated[0]), keys, plain, row)
        return
    for column in stated:
        if column in money:
            keys = tuple((part, column) for part in parts)
            yield Line("table_column", (row, column), keys, plain and len(stated) == 1 and len(money) == 1, row)


def _bare_head(grid: Grid, column: int) -> str:
    """The head of a column, nothing where it is a year or a month."""
    head = grid.heads.get(column, "")
    return "" if PERIOD_RE.fullmatch(head) else head


def _net_lines(grid: Grid, row: int, parts: list[int]) -> Iterator[Line]:
    """The columns of a net row: rows above with a minus sign or in brackets are taken off."""
    entries = [
        grid.entries[part, column] for part in parts for column in grid.columns if (part, column) in grid.entries
    ]
    if not any(_is_negative(entry) for entry in entries):
        return  # what is taken off is not marked
    for column in grid.columns:
        if (row, column) in grid.entries:
            keys = tuple((part, column) for part in parts)
            yield Line("table_column", (row, column), keys, stands=False, group=row)


def _is_negative(entry: Entry) -> bool:
    return entry.figure.value < 0
