"""The five founding documents as the program reads them, and the few questions that the tests put to a record."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from minutes_extract import DocumentRecord, ItemRecord, Pipeline
from minutes_extract.records import Amount, Condition, Delegation, Person, Resolution, Term
from minutes_extract.records.parts import Procurement, Section

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
AT_HAND = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the founding documents are not at {SEEDS}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A founding document: its canonical text, its document record, its items."""

    text: str
    document: DocumentRecord
    items: tuple[ItemRecord, ...]

    def item(self, number: str) -> ItemRecord:
        """The one item with this printed number."""
        (found,) = (item for item in self.items if item.number == number)
        return found

    def people(self, capacity: str, number: str | None = None) -> list[Person]:
        """The people in a capacity, of the whole document or of one item."""
        return [
            person
            for person in self.document.people
            if person.capacity == capacity and number in (None, person.item_number)
        ]


@cache
def read(number: str) -> Reading:
    """The founding document whose file's name begins with this number."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    extraction = _pipeline().read(path, SEEDS)
    document, *items = extraction.records
    assert isinstance(document, DocumentRecord)
    return Reading(extraction.document.text, document, tuple(item for item in items if isinstance(item, ItemRecord)))


@cache
def _pipeline() -> Pipeline:
    return Pipeline()


def path_of(dotted: str | None) -> tuple[str, ...] | None:
    """`"2.iii.b"` as a record writes it; None for what stands outside the operative part."""
    return tuple(dotted.split(".")) if dotted else None


def paths(item: ItemRecord) -> list[str]:
    """The paths of an item's limbs, in order, dotted."""
    return [".".join(limb.path) for limb in item.resolutions]


def limb(item: ItemRecord, dotted: str) -> Resolution:
    """The one limb at a path."""
    (found,) = (limb for limb in item.resolutions if limb.path == path_of(dotted))
    return found


def amount(item: ItemRecord, text: str, dotted: str | None = None) -> Amount:
    """The one amount printed so, in a limb or outside the operative part's limbs."""
    (found,) = (a for a in item.amounts if a.text == text and a.resolution_path == path_of(dotted))
    return found


def terms(item: ItemRecord, dotted: str | None = None) -> list[Term]:
    """The terms in a limb, or outside the operative part's limbs."""
    return [term for term in item.terms if term.resolution_path == path_of(dotted)]


def delegation(item: ItemRecord, dotted: str) -> Delegation:
    """The one delegation in a limb."""
    (found,) = (d for d in item.delegations if d.resolution_path == path_of(dotted))
    return found


def condition(item: ItemRecord, scope: str) -> Condition:
    """The one condition that binds a limb, or the whole item."""
    (found,) = (c for c in item.conditions if c.scope == ("item" if scope == "item" else path_of(scope)))
    return found


def procurement(item: ItemRecord, dotted: str) -> Procurement:
    """The one way to market in a limb."""
    (found,) = (p for p in item.procurement if p.resolution_path == path_of(dotted))
    return found


def section(item: ItemRecord, kind: str) -> Section:
    """The one section of a kind."""
    (found,) = (s for s in item.sections if s.kind == kind)
    return found


def kinds(item: ItemRecord) -> list[str]:
    """The kinds of an item's sections, in order."""
    return [section.kind.value for section in item.sections]
