"""Deadlines → an iCalendar file (RFC 5545), and rows for a spreadsheet. The same bytes for the same records."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Protocol

HEAD = ("day", "kind", "working_day", "title", "authority", "decided", "text", "derived", "document_id", "item_id")


class Entry(Protocol):
    """A day with what ends on it, as `checking.deadlines` tells it."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def kind(self) -> str:
        """`option`, `end` or `call_in`."""

    @property
    def item_id(self) -> str:
        """The item that it belongs to."""

    @property
    def document_id(self) -> str:
        """The document that it was read in."""

    @property
    def text(self) -> str:
        """The words that it was read from."""

    @property
    def title(self) -> str:
        """The item's title, or nothing."""

    @property
    def authority(self) -> str:
        """The authority, or nothing."""

    @property
    def decided(self) -> str:
        """The day of the decision, as far as it is known."""

    @property
    def is_derived(self) -> bool:
        """Whether the day was worked out."""

    @property
    def is_working_day(self) -> bool:
        """Whether it is neither a weekend nor a bank holiday."""


NAMES = {"option": "Last day before an option", "end": "Last day of the term", "call_in": "Last day for call-in"}


def ics(entries: Iterable[Entry]) -> bytes:
    """The entries as all-day events. Their stamp is the day of the decision, for a calendar has no clock to ask."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//minutes-extract//calendar//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.item_id}-{entry.day.isoformat()}-{entry.kind}@minutes-extract")
        event.add("dtstamp", _stamp(entry))
        event.add("dtstart", entry.day)
        event.add("summary", f"{NAMES[entry.kind]}: {entry.title or entry.text}")
        told = [entry.text, entry.authority, "" if entry.is_working_day else "not a working day"]
        event.add("description", "\n".join(part for part in told if part))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _stamp(entry: Entry) -> datetime:
    day = date.fromisoformat(entry.decided) if len(entry.decided) == len("2025-04-01") else entry.day
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def rows(entries: Sequence[Entry]) -> bytes:
    """The entries as CSV (RFC 4180), UTF-8, a line each below a line of heads."""
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    writer.writerow(HEAD)
    for entry in entries:
        working, derived = (str(flag).lower() for flag in (entry.is_working_day, entry.is_derived))
        cells = (entry.day.isoformat(), str(entry.kind), working, entry.title, entry.authority, entry.decided)
        writer.writerow((*map(_safe, cells), _safe(entry.text), derived, entry.document_id, entry.item_id))
    return told.getvalue().encode("utf-8", "backslashreplace")


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> _safe("=1+1"), _safe("over 5 years")
    ("'=1+1", 'over 5 years')
    """
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell[:1] else cell
