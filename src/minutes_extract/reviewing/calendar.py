"""The days to come of a run: `calendar.ics` and `calendar.csv` in its folder."""

from datetime import date
from pathlib import Path

from minutes_extract.checking.deadlines import Deadline, deadlines
from minutes_extract.reviewing.results import results
from minutes_extract.writers import calendar
from minutes_extract.writers.folder import explained

ICS, CSV = "calendar.ics", "calendar.csv"


def write(out: Path, after: date | None = None) -> list[Deadline]:
    """Writes the days of a run into its folder, those behind `after` where it is given, and gives them back.

    Raises `OutputError` where `out` is no run's folder or cannot be written to.
    """
    found: list[Deadline] = []
    for own in results(out):
        found += deadlines(own.items, {own.document.document_id: own.text})
    coming = sorted(deadline for deadline in found if after is None or deadline.day > after)
    with explained(out):
        (out / ICS).write_bytes(calendar.ics(coming))
        (out / CSV).write_bytes(calendar.rows(coming))
    return coming
