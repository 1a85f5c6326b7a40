"""The spans that records quote, for the tests that read them back."""

from collections.abc import Iterator

from minutes_extract.records import Evidence, Model


def quotations(part: object) -> Iterator[Evidence]:
    """Every span of a record, however deep."""
    match part:
        case Evidence():
            yield part
        case Model():
            yield from quotations([inner for _, inner in part])
        case dict():
            yield from quotations(list(part.values()))
        case list() | tuple():
            for inner in part:
                yield from quotations(inner)
