"""Real documents, where they are at hand: each is read or refused by name, twice the same."""

from pathlib import Path

import pytest

from minutes_extract.errors import LoadError
from minutes_extract.loaders import load

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is not beside the project")
@pytest.mark.parametrize("ending", ["pdf", "html", "docx", "md"])
def test_real_documents(ending: str) -> None:
    paths = sorted(CORPUS.glob(f"*.{ending}"))
    assert paths
    for path in paths:
        try:
            document = load(path, CORPUS.parent)
        except LoadError as error:
            pytest.fail(f"{path.name}: {error.problem}")
        assert document.fragments or document.problems
        assert document == load(path, CORPUS.parent)
