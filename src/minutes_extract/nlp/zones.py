"""Which heading each passage of an item stands under, and which passages follow it."""

from collections.abc import Sequence

from minutes_extract.annotations import SectionKind
from minutes_extract.nlp.passages import Heading, Passage

# Sections that tell of decisions without making them.
TELLING = frozenset(SectionKind) - {
    SectionKind.OPERATIVE,
    SectionKind.DISCUSSION,
    SectionKind.SUMMARY,
    SectionKind.OTHER,
}


def zones(item: Sequence[Passage]) -> list[Heading | None]:
    """For each passage the heading that it stands under; a label line ends what stands above it."""
    found: list[Heading | None] = []
    current: Heading | None = None
    for passage in item:
        if passage.heading is not None:
            told = passage.heading.kind is SectionKind.SUMMARY and passage.heading.rest is not None
            current = None if told else passage.heading  # "Purpose: To settle …" is a line, and no part of the page
        elif passage.is_field:
            current = None
        found.append(current)
    return found


def under(item: Sequence[Passage], index: int) -> list[int]:
    """The indices of the passages under the heading at `index`, itself first where words stand on its line."""
    heading = item[index].heading
    found = [index] if heading is not None and heading.rest is not None else []
    for ahead in range(index + 1, len(item)):
        if item[ahead].heading is not None or item[ahead].is_field:
            break
        found.append(ahead)
    return found


def is_free(heading: Heading | None) -> bool:
    """Whether passages under a heading (or none) may decide without a lead-in."""
    return heading is None or heading.kind not in TELLING | {SectionKind.SUMMARY}


def spoken(item: Sequence[Passage]) -> Sequence[Passage]:
    """What stands behind "Minutes:" in an item; what stands before it is the agenda's purpose, not a decision."""
    for index, passage in enumerate(item[1:], start=1):
        if passage.heading is not None and passage.heading.kind is SectionKind.DISCUSSION:
            return item[index:]
    return item
