"""What does not add up in a run, with quotations; and the ledger of what no record has claimed, by document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minutes_extract.assembly.unclaimed import DATE_RE, MONEY_RE
from minutes_extract.records.base import Evidence
from minutes_extract.records.check import Agreement, CheckRecord
from minutes_extract.reviewing.results import Told, results

AROUND = 60
"""Characters of the line that are shown on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """How many tokens of each kind no record of a document claims, and those that look like money."""

    path: str
    money: tuple[Evidence, ...]
    dates: int
    delegations: int


@dataclass(slots=True)
class Reconciliation:
    """What a run's checks say: counts by verdict, the lines to print, and the ledger of what is unclaimed."""

    verdicts: Counter[Agreement] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    ledger: list[Unclaimed] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        """Whether something does not add up."""
        return self.verdicts[Agreement.INCONSISTENT] > 0

    @property
    def unclaimed_money(self) -> int:
        """How many tokens that look like money no record claims."""
        return sum(len(row.money) for row in self.ledger)


def reconcile(out: Path, *, every: bool = False) -> Reconciliation:
    """Reads the checks of a run, by document; `every` verdict is told, not only what does not add up.

    Raises `OutputError` where `out` is no run's folder.
    """
    told = Reconciliation()
    for own in sorted(results(out), key=lambda own: (own.document.source.path, own.document.source.page_start or 0)):
        told.verdicts.update(check.verdict for check in own.checks)
        shown = [check for check in own.checks if every or check.verdict is Agreement.INCONSISTENT]
        if shown:
            told.lines.append(name(own))
            told.lines.extend(line for check in shown for line in _lines(check, own.text))
        row = _unclaimed(own)
        if row.money or row.dates or row.delegations:
            told.ledger.append(row)
    return told


def name(own: Told) -> str:
    """What a document is called: its path, and its pages where it is a paper of a pack."""
    source = own.document.source
    pages = f", pages {source.page_start} to {source.page_end}" if source.page_start else ""
    return f"{source.path}{pages}"


def _lines(check: CheckRecord, text: str) -> Iterator[str]:
    """A check: what it found, then each operand in its line."""
    outcome = f"  {check.verdict.value.replace('_', ' ')}, {check.rule}: {check.detail or ''}"
    if check.stated is not None and check.difference not in (None, "0"):
        outcome += f"; printed {check.stated}, difference {check.difference}, rounding allows {check.tolerance}"
    yield outcome
    yield from (f"    {_page(evidence)}{quoted(text, evidence)}" for evidence in check.evidence)


def _page(evidence: Evidence) -> str:
    return f"p. {evidence.page}: " if evidence.page is not None else ""


def quoted(text: str, evidence: Evidence) -> str:
    """A quotation between marks, in the words of its line."""
    first = max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - AROUND)
    end = text.find("\n", evidence.end)
    last = min(end if end >= 0 else len(text), evidence.end + AROUND)
    words = (
        evidence.text if len(evidence.text) <= 2 * AROUND else f"{evidence.text[:AROUND]} … {evidence.text[-AROUND:]}"
    )
    return f"{text[first : evidence.start]}»{words}«{text[evidence.end : last]}".replace("\n", " ")


def _unclaimed(own: Told) -> Unclaimed:
    """The unclaimed tokens of a document's items, told apart by how they look; an item may lie in another."""
    tokens = {token.start: token for item in own.items for token in item.unclaimed}
    money = tuple(token for _, token in sorted(tokens.items()) if MONEY_RE.fullmatch(token.text))
    dates = sum(DATE_RE.fullmatch(token.text) is not None for token in tokens.values())
    return Unclaimed(name(own), money, dates, len(tokens) - len(money) - dates)
