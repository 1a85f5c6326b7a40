"""Planted errors are found, and nothing else is called one. `python -m generator.planted 1000` counts more of them."""

from pathlib import Path

import pytest

from generator import figures
from generator.planted import count
from minutes_extract.extract import Pipeline

COUNT, SEED = 110, 5
FOUND, ALARMS = 0.95, 0.01


@pytest.mark.parametrize("seed", [SEED])
def test_planted_errors_are_found_without_false_alarms(seed: int, tmp_path: Path) -> None:
    counts = count(COUNT, seed, tmp_path, Pipeline(ocr=False))
    assert counts.recall >= FOUND, counts.missed
    assert counts.alarm_rate <= ALARMS, counts.alarms
    assert set(counts.planted) == set(figures.FAMILIES)


def test_the_same_seed_prints_the_same_documents() -> None:
    assert list(figures.documents(24, 9)) == list(figures.documents(24, 9))
    assert figures.document(1, 3) != figures.document(2, 3)


@pytest.mark.parametrize("number", range(22))
def test_a_wrong_figure_is_printed(number: int) -> None:
    made = figures.document(1, number)
    assert (made.wrong is None) == (made.family is None) == (number % 2 == 0)
    assert made.wrong is None or made.wrong in made.text
