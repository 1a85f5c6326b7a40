"""The page of known limits is what the tests say."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "known-limits.md"


def test_the_page_is_current() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "tests" / "known_limits.py", "--print"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert PAGE.read_text(encoding="utf-8") == told.stdout, "run `python tests/known_limits.py`"


@pytest.mark.parametrize("line", [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "- "])
def test_a_limit_is_a_sentence(line: str) -> None:
    assert line[2].isupper() or line[2] == "`"
    assert line.endswith(".")
