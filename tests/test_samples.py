"""The samples themselves: made ones come from their sources byte for byte, and each is explained."""

import pytest

from samples.build import BUILT, MADE, NAMES, SAMPLES, SOURCES, make, stem


@pytest.mark.parametrize("name", sorted({*MADE, *BUILT}))
def test_a_made_sample_is_what_its_source_makes(name: str) -> None:
    if name.endswith(".pdf"):
        pytest.importorskip("reportlab", reason="reportlab prints the PDF samples")
    assert (SAMPLES / name).read_bytes() == make(name), "run `python tests/samples/build.py`"


def test_each_source_makes_a_sample() -> None:
    assert sorted(path.name for path in SOURCES.iterdir()) == sorted(source for source, _ in MADE.values())


def test_the_readme_has_a_line_for_each_sample_and_no_other() -> None:
    lines = (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    told = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert sorted(told) == sorted(NAMES)


def test_no_two_samples_share_a_golden_folder() -> None:
    assert len({stem(name) for name in NAMES}) == len(NAMES)
