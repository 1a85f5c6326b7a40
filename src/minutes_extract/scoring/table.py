"""Figures as lines of text, and as plain data."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from minutes_extract.scoring.figures import Field
from minutes_extract.scoring.scorecard import Card, Change, Page

HEADING = f"{'kind':14} {'P':>6} {'R':>6} {'F1':>6}  {'95% of F1':13} {'gold':>6} {'said':>6}"


def card_lines(card: Card, title: str = "") -> list[str]:
    """A table of precision, recall and F1 by field, with the interval of F1."""
    where = f"{title}, {card.documents} documents" if title else f"{card.documents} documents"
    lines = [f"{HEADING}   {where}"]
    for field, count in card.counts.items():
        low, high = card.intervals.get(field, (0.0, 0.0))
        shares = f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}  {low:.3f} - {high:.3f}"
        lines.append(f"{field.value:14} {shares} {count.gold:6} {count.said:6}")
    return lines


def group_lines(cards: Mapping[str, Card]) -> list[str]:
    """A table of F1 by group, a column a field."""
    width = max((len(name) for name in cards), default=0) + 1
    lines = [" ".join([f"{'F1':{width}}", f"{'docs':>5}", *(f"{field.value:>12}" for field in Field)])]
    for name, card in cards.items():
        shares = (f"{card.counts[field].f1:12.3f}" for field in Field)
        lines.append(" ".join([f"{name:{width}}", f"{card.documents:5}", *shares]))
    return lines


def miss_lines(pages: Iterable[Page]) -> list[str]:
    """Every miss and every extra, by document."""
    lines = []
    for page in pages:
        if page.sheet.misses:
            lines.append(f"== {page.name}")
            lines += [f"  {miss.field.value}: {miss.words}" for miss in page.sheet.misses]
    return lines


def change_lines(changed: Iterable[Change]) -> list[str]:
    """What became right (+) and wrong (-), by document, and the sums."""
    lines, gained, lost = [], 0, 0
    for change in changed:
        lines.append(f"== {change.name}")
        lines += [f"  + {miss.field.value}: {miss.words}" for miss in change.gained]
        lines += [f"  - {miss.field.value}: {miss.words}" for miss in change.lost]
        gained, lost = gained + len(change.gained), lost + len(change.lost)
    return [*lines, f"{gained} gained, {lost} lost"]


class Row(TypedDict):
    """A row of the table."""

    precision: float
    recall: float
    f1: float
    interval: list[float]
    gold: int
    said: int


def rows(card: Card) -> dict[str, Row]:
    """The table as plain data, rounded as it is published."""
    return {
        field.value: {
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "interval": [round(edge, 4) for edge in card.intervals.get(field, (0.0, 0.0))],
            "gold": count.gold,
            "said": count.said,
        }
        for field, count in card.counts.items()
    }
