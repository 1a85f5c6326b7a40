"""The samples as the program reads them, seam by seam; each is read once in a test run."""

from dataclasses import dataclass
from functools import cache

from minutes_extract.annotations import Annotations
from minutes_extract.document import Document
from minutes_extract.extract import Pipeline, Records
from minutes_extract.layout import arrange
from minutes_extract.loaders import load
from minutes_extract.nlp import pipeline
from samples.build import SAMPLES


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands at three seams: the document, what its language says, and the records."""

    document: Document
    annotations: Annotations
    records: Records


@cache
def read(name: str) -> Reading:
    """The sample `name`, through every seam."""
    document = arrange(load(SAMPLES / name, SAMPLES))
    annotations = pipeline.parse(document, pipeline.load())
    return Reading(document, annotations, _pipeline().extract(SAMPLES / name, SAMPLES))


@cache
def _pipeline() -> Pipeline:
    return Pipeline()
