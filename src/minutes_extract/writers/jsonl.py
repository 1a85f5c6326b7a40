"""Record → one line of JSON: fixed key order, UTF-8, no spaces, closed by a line feed."""

from collections.abc import Iterable

from minutes_extract.records.base import Model

# Characters that JSON lets stand and `str.splitlines` cuts at: escaped, so that a record is one line to every reader.
LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def line(record: Model) -> str:
    """A record as a line; keys stand in the order of the model's fields."""
    return record.model_dump_json().translate(LINE_ENDS) + "\n"


def lines(records: Iterable[Model]) -> bytes:
    """Records as they stand in `records.jsonl`."""
    return "".join(line(record) for record in records).encode("utf-8")
