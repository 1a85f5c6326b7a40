"""The page of known limits: what tests that must fail today say of the program.

    python tests/known_limits.py        writes docs/known-limits.md

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
pass, the suite says so, and the line goes. `python tests/known_limits.py` writes this page from the tests; nothing in it
is written by hand.
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
    """A reason, the part of the program that it is about, and how many tests show it."""

    part: str
    reason: str
    tests: int


class _Collector:
    """A plugin that keeps what was collected."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], int] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keeps the reasons of the tests that are expected to fail."""
        for item in items:
            folder = item.path.relative_to(ROOT / "tests").parts[0] if item.path.is_relative_to(ROOT / "tests") else ""
            for mark in item.iter_markers("xfail"):
                key = (folder if folder in PARTS else "", str(mark.kwargs.get("reason", "")))
                self.found[key] = self.found.get(key, 0) + 1


def limits() -> list[Limit]:
    """The limits that the whole suite knows, by part and reason. Raises RuntimeError where it cannot be collected."""
    collector = _Collector()
    told = io.StringIO()
    arguments = ["--collect-only", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", str(ROOT), str(ROOT)]
    with redirect_stdout(told), redirect_stderr(told):
        code = pytest.main(arguments, plugins=[collector])
    if code != pytest.ExitCode.OK:
        raise RuntimeError(told.getvalue())
    order = list(PARTS)
    found = [Limit(part, reason, count) for (part, reason), count in collector.found.items()]
    return sorted(found, key=lambda limit: (order.index(limit.part), limit.reason))


def page(found: Iterable[Limit]) -> str:
    """The page as Markdown."""
    lines = [PREFACE]
    last = None
    for limit in found:
        if limit.part != last:
            lines.append(f"\n## {PARTS[limit.part]}\n\n")
            last = limit.part
        tests = "" if limit.tests == 1 else f" ({limit.tests} tests)"
        lines.append(f"- {limit.reason}{tests}\n")
    return "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(limits()), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
