"""What was found: the counts of a run, which add up over its documents."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from minutes_extract.annotations import Role
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.item import ItemRecord
from minutes_extract.records.line import AnyRecord

PARTS = ("resolutions", "amounts", "terms", "delegations", "conditions", "unclaimed")


@dataclass(slots=True)
class Tally:
    """Counts by name. `decided` sums the amounts decided upon, by currency, without parts of other amounts."""

    states: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    decided: dict[str, Decimal] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        """Adds the counts of another."""
        self.states += other.states
        self.kinds += other.kinds
        self.found += other.found
        for currency, total in other.decided.items():
            self.decided[currency] = self.decided.get(currency, Decimal(0)) + total

    def told(self) -> dict[str, object]:
        """The counts as `run.json` holds them, sorted by name."""
        return {
            "documents": dict(sorted(self.states.items())),
            "kinds": dict(sorted(self.kinds.items())),
            **{name: self.found[name] for name in ("items", *PARTS)},
            "decided": {currency: format(total, "f") for currency, total in sorted(self.decided.items())},
        }


def tally(records: Iterable[AnyRecord]) -> Tally:
    """The counts of some records."""
    counts = Tally()
    for record in records:
        if isinstance(record, DocumentRecord):
            counts.states[record.state] += 1
            counts.kinds[record.kind] += record.state == "read"
        elif isinstance(record, ItemRecord):
            _add_item(counts, record)
    return counts


def _add_item(counts: Tally, item: ItemRecord) -> None:
    counts.found["items"] += 1
    for part in PARTS:
        counts.found[part] += len(getattr(item, part))
    for amount in item.amounts:
        if amount.role == Role.DECIDED and amount.part_of is None and amount.value is not None:
            counts.decided[amount.currency] = counts.decided.get(amount.currency, Decimal(0)) + Decimal(amount.value)
