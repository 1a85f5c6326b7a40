"""The pipeline as it is built, saved, loaded and shipped."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hatchling.builders.wheel import WheelBuilder
from spacy.language import Language

from minutes_extract.document import Document
from minutes_extract.layout import arrange
from minutes_extract.loaders import load
from minutes_extract.nlp import pipeline

ROOT = Path(__file__).parents[2]
SAVED = ROOT / "models" / "en_minutes"
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in (".txt", ".html", ".docx"))
COMPONENT_RE = re.compile(r'^@Language\.(?:component|factory)\("(minutes_\w+)"', re.MULTILINE)
PROGRAM = """
import json, spacy
nlp = spacy.load({model!r})
doc = nlp("RESOLVED that a grant of up to £18.72m be accepted for three years.")
print(json.dumps({{label: [span.text for span in spans] for label, spans in doc.spans.items()}}))
"""


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [arrange(load(path)) for path in SAMPLES]


@pytest.fixture(scope="module")
def built() -> Language:
    return pipeline.build()


def test_the_saved_files_are_current(tmp_path: Path) -> None:
    pipeline.save(tmp_path)
    new = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    old = {path.relative_to(SAVED).as_posix(): path.read_bytes() for path in SAVED.rglob("*") if path.is_file()}
    assert old.pop("README.md"), "the card is written by hand"
    assert {name for name in new.keys() | old.keys() if new.get(name) != old.get(name)} == set(), "run `make model`"


def test_the_saved_pipeline_reads_as_the_built_one(documents: list[Document], built: Language) -> None:
    saved = spacy.load(SAVED)
    for document in documents:
        assert [t.text for t in saved.make_doc(document.text)] == [t.text for t in built.make_doc(document.text)]
        assert pipeline.parse(document, saved) == pipeline.parse(document, built)


def test_the_pipeline_of_the_process_is_loaded_once() -> None:
    assert pipeline.load() is pipeline.load()
    assert pipeline.load().pipe_names == list(pipeline.COMPONENTS)


def test_every_component_is_declared_and_found() -> None:
    sources = (ROOT / "src" / "minutes_extract" / "nlp").glob("*.py")
    written = {name for path in sources for name in COMPONENT_RE.findall(path.read_text(encoding="utf-8"))}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["entry-points"]["spacy_factories"]
    assert set(declared) == written
    assert set(pipeline.COMPONENTS) <= written
    installed = {point.name: point.value for point in entry_points(group="spacy_factories")}
    assert {name: installed.get(name) for name in declared} == declared, "install again: `pip install -e .`"


def test_spacy_loads_it_without_importing_us() -> None:
    said = run(PROGRAM.format(model=str(SAVED)), cwd=ROOT / "models")
    assert said["amount"] == ["£18.72m"]
    assert said["limb"] == ["that a grant of up to £18.72m be accepted for three years"]


def test_a_wheel_holds_the_pipeline(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path / "dist"), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert "minutes_extract/models/en_minutes/config.cfg" in names
    assert "minutes_extract/nlp/lexicons/headings.txt" in names
    assert "minutes_extract/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "samples/"))]
    program = PROGRAM.format(model=str(tmp_path / "site" / "minutes_extract" / "models" / "en_minutes")) + LOADED
    said = run(program, cwd=tmp_path, path=tmp_path / "site")
    assert said["amount"] == ["£18.72m"]


LOADED = """
from pathlib import Path
import minutes_extract
from minutes_extract.nlp import pipeline
assert Path(minutes_extract.__file__).is_relative_to(Path.cwd().resolve()), minutes_extract.__file__
assert pipeline.load().path == Path(minutes_extract.__file__).parent / "models" / "en_minutes"
assert pipeline.load().pipe_names == list(pipeline.COMPONENTS)
"""


def run(program: str, cwd: Path, path: Path | None = None) -> dict[str, list[str]]:
    """What a program prints as JSON, run by itself; `path` stands before the installed packages."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, list[str]] = json.loads(told.stdout.splitlines()[0])
    return found


def test_the_card_names_every_fact() -> None:
    card = (SAVED / "README.md").read_text(encoding="utf-8")
    assert pipeline.META["license"] in card
    assert pipeline.META["spacy_version"].removeprefix(">=").split(",")[0] in card
