"""The whole way from PDF to records: beside pdfplumber's text alone, by two workers beside one, from a cold start.

    python benchmarks/pipeline.py [PACKS] [ROUNDS]

Packs have 50 pages each, made as in `pdf.py`. Figures are medians over rounds that take turns, with what each is meant
to reach: trust the ratios, the machine's mood moves the rest.
"""

import hashlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pdf import pdfplumbers, printed

from minutes_extract.batch.run import run
from minutes_extract.extract import Pipeline
from minutes_extract.layout import arrange, divide
from minutes_extract.loaders import load_bytes

PAGES = 50
PAGE = "Northwick Borough Council\nCabinet, 3 June 2025\n\n1. Depot\n\nRESOLVED to approve £30,000 for the depot.\n"


def seconds(work: Callable[[], object]) -> float:
    """What some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def records(data: bytes, pipeline: Pipeline) -> object:
    """The whole way."""
    return pipeline.read_raw(load_bytes(data, "pack.pdf"))


def stages(data: bytes, pipeline: Pipeline) -> dict[str, float]:
    """Milliseconds a page of loading, of layout, and of all from there to the records."""
    start = time.perf_counter()
    raw = load_bytes(data, "pack.pdf")
    loaded = time.perf_counter()
    for part in divide(raw):
        arrange(part)
    arranged = time.perf_counter()
    pipeline.read_raw(raw)
    read = time.perf_counter()
    layout = arranged - loaded
    taken = {"loading": loaded - start, "layout": layout, "language and records": read - arranged - layout}
    return {name: 1000 * value / PAGES for name, value in taken.items()}


def speed(packs: list[bytes], rounds: int) -> None:
    """Prints pages a second of the whole way and of pdfplumber's text, and where the time goes."""
    pipeline = Pipeline(ocr=False)
    pipeline.read_raw(load_bytes(printed(2), "pack.pdf"))
    pdfplumbers(printed(2))
    ours, theirs = [], []
    parts: dict[str, list[float]] = {}
    for _ in range(rounds):
        for data in packs:
            ours.append(seconds(partial(records, data, pipeline)))
            theirs.append(seconds(partial(pdfplumbers, data)))
            for name, value in stages(data, pipeline).items():
                parts.setdefault(name, []).append(value)
    rate, other = PAGES / statistics.median(ours), PAGES / statistics.median(theirs)
    ratio = rate / other
    print(f"PDF to records: {rate:.0f} pages/s; pdfplumber's text: {other:.0f}; {ratio:.1f} times (8, better 15)")
    for name, values in parts.items():
        print(f"  {name}: {statistics.median(values):.2f} ms a page")


def workers(packs: list[bytes], rounds: int) -> None:
    """Prints how much faster two workers are than one, and whether they write the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for at, data in enumerate(packs * 2):
            (folder / "in" / f"{at:03}.pdf").write_bytes(data)
        taken: dict[int, list[float]] = {1: [], 2: []}
        written = set()
        for _ in range(rounds):
            for jobs, times in taken.items():
                times.append(run(folder / "in", folder / f"out{jobs}", jobs, ocr=False, time_limit=3600).seconds)
                written.add(hashlib.sha256((folder / f"out{jobs}" / "records.jsonl").read_bytes()).hexdigest())
        ratio = statistics.median(taken[1]) / statistics.median(taken[2])
        bytes_told = "the same bytes" if len(written) == 1 else "OTHER BYTES"
        print(f"two workers beside one: {ratio:.2f} times (1.6, better 1.85); {bytes_told}")


def cold(rounds: int) -> None:
    """Prints what the command takes from nothing, for its help and for a page."""
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "page.txt"
        page.write_text(PAGE, encoding="utf-8")
        script = "import sys; from minutes_extract.cli import app; app(sys.argv[1:])"
        command = [sys.executable, "-c", script]
        for told, goal, arguments in (
            ("the help", "0.2 s", ["--help"]),
            ("a page", "2.5 s, better 1.3", ["show", str(page)]),
        ):
            work = partial(subprocess.run, [*command, *arguments], check=True, capture_output=True)
            taken = statistics.median(seconds(work) for _ in range(rounds))
            print(f"{told}, from a cold start: {taken:.2f} s ({goal})")


def main(packs: int = 2, rounds: int = 3) -> None:
    """Prints the figures."""
    made = [printed(PAGES, seed) for seed in range(packs)]
    speed(made, rounds)
    workers(made, rounds)
    cold(rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
