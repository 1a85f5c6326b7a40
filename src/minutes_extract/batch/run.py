"""A folder of documents in, a run's folder out."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from minutes_extract.batch.discover import Task, find
from minutes_extract.batch.pool import Limit, results
from minutes_extract.batch.reader import Outcome, Reader, late, lost, open_reader
from minutes_extract.batch.tally import Tally
from minutes_extract.errors import OutputError
from minutes_extract.loaders import find_engine
from minutes_extract.records import SCHEMA_VERSION
from minutes_extract.writers.folder import RunFolder


@dataclass(slots=True)
class Run:
    """What a run has found so far, and the files that it could not read, with the reason."""

    tally: Tally = field(default_factory=Tally)
    failures: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0


def run(
    folder: Path,
    out: Path,
    jobs: int | None = None,
    *,
    begin: Callable[[int], None] = lambda number: None,
    watch: Callable[[Outcome], None] = lambda outcome: None,
    ocr: bool = True,
    time_limit: float | None = None,
    reader: Callable[[], Reader] | None = None,
) -> Run:
    """Reads all documents of `folder` into `out`, by path, with `jobs` worker processes (None: one a CPU).

    `ocr` as in `Pipeline`; a `reader` of one's own knows for itself. A file that takes longer than `time_limit` seconds
    is given up and reported; a worker then reads even a single one. `begin` hears the number of files, `watch` each
    outcome as it is written. Raises `LoadError` where there is nothing to read, and `OutputError` where the results
    cannot be written; results of an earlier run then stay as they were.
    """
    are_apart(folder, out)
    tasks = find(folder)
    jobs = jobs or processors()
    started, clock = datetime.now(UTC), time.perf_counter()
    told = Run()
    limit = Limit(time_limit, partial(late, time_limit)) if time_limit else None
    begin(len(tasks))
    with RunFolder(out) as results_folder:
        for outcome in results(tasks, jobs, reader or partial(open_reader, ocr=ocr), lost, limit):
            results_folder.write(outcome.lines, outcome.document_id, outcome.text)
            for document_id, text in outcome.papers:
                results_folder.write(b"", document_id, text)
            told.tally.add(outcome.tally)
            if outcome.error is not None:
                told.failures.append((outcome.name, outcome.error))
            watch(outcome)
        told.seconds = time.perf_counter() - clock
        settings: dict[str, object] = {"jobs": jobs, "ocr": engine_name(ocr=ocr), "time_limit": time_limit}
        results_folder.commit(facts(folder, settings, tasks, told, started))
    return told


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def are_apart(folder: Path, out: Path) -> None:
    """Raises `OutputError` where one folder is in the other: results and documents must not be taken for each other."""
    one, other = folder.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise OutputError(f"{out}: the folder for results must be apart from {folder}; choose another with -o")


def engine_name(*, ocr: bool) -> str | None:
    """The OCR engine that scans are read by, with its version."""
    engine = find_engine() if ocr else None
    return engine.name if engine is not None else None


def facts(
    folder: Path, settings: dict[str, object], tasks: list[Task], told: Run, started: datetime
) -> dict[str, object]:
    """What `run.json` says; the only place for clocks and local names."""
    return {
        "program": "minutes-extract",
        "version": version("minutes-extract"),
        "schema_version": SCHEMA_VERSION,
        "settings": {"folder": str(folder), **settings},
        "files": len(tasks),
        "counts": told.tally.told(),
        "timings": {"started": started.isoformat(timespec="seconds"), "seconds": round(told.seconds, 3)},
        "failures": [{"path": path, "error": error} for path, error in told.failures],
    }
