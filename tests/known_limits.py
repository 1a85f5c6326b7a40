"""The page of known limits: what tests that must fail today say of the program.

    python tests/known_limits.py            writes docs/known-limits.md
    python tests/known_limits.py --print    prints the page

The reasons come from the tests themselves: pytest collects the whole suite, and each strict `xfail` gives its reason.
"""

import io
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "known-limits.md"
PREFACE = """\
# Known limits

What minutes-extract does not read yet. Each line is the reason of tests that must fail today: when a change makes one
pass, the suite says so, and the line goes. `python tests/known_limits.py` writes this page from the tests; nothing in
it is written by hand.
"""
# Folders of tests, by what they are about, in the order in which a page is read.
PARTS = {
    "loaders": "Files",
    "layout": "Pages",
    "values": "Money, terms, dates, numbers",
    "nlp": "What is decided, and by whom",
    "assembly": "Records",
    "checking": "Checks",
    "writers": "Output",
    "batch": "Runs over many files",
    "": "The program as a whole",
}


class Limit(NamedTuple):
    """A reason, and the part of the program that it is about."""

    part: str
    reason: str


class _Collector:
    """A plugin that keeps what was collected."""

    def __init__(self) -> None:
        self.found: set[Limit] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keeps the reasons of the tests that are expected to fail."""
        for item in items:
            folder = item.path.relative_to(ROOT / "tests").parts[0] if item.path.is_relative_to(ROOT / "tests") else ""
            for mark in item.iter_markers("xfail"):
                self.found.add(Limit(folder if folder in PARTS else "", str(mark.kwargs["reason"])))


def limits() -> list[Limit]:
    """The limits that the whole suite knows, by part and reason. Raises RuntimeError where it cannot be collected."""
    collector = _Collector()
    told = io.StringIO()
    arguments = ["--collect-only", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", str(ROOT)]
    with redirect_stdout(told), redirect_stderr(told):
        code = pytest.main([*arguments, str(ROOT / "tests")], plugins=[collector])
    if code != pytest.ExitCode.OK:
        raise RuntimeError(told.getvalue()[-2000:])
    order = list(PARTS)
    return sorted(collector.found, key=lambda limit: (order.index(limit.part), limit.reason))


def page(found: Iterable[Limit]) -> str:
    """The page as Markdown."""
    lines = [PREFACE]
    last = None
    for limit in found:
        if limit.part != last:
            lines.append(f"\n## {PARTS[limit.part]}\n\n")
            last = limit.part
        lines.append(f"- {limit.reason}\n")
    return "".join(lines)


if __name__ == "__main__":
    if "--print" in sys.argv:
        sys.stdout.write(page(limits()))
    else:
        PAGE.write_text(page(limits()), encoding="utf-8")
        sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
