"""The samples as the program reads them, seam by seam; each is read once in a test run.

Without OCR: goldens must be the same whether or not Tesseract is there.
"""

from dataclasses import dataclass
from functools import cache

from minutes_extract.annotations import Annotations
from minutes_extract.document import Document, RawDocument
from minutes_extract.extract import Pipeline, Records
from minutes_extract.layout import arrange, divide
from minutes_extract.loaders import load
from minutes_extract.nlp import pipeline
from minutes_extract.records.line import AnyRecord
from samples.build import SAMPLES


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands at three seams: a document, what its language says, and its records."""

    document: Document
    annotations: Annotations
    records: Records


@cache
def parts(name: str) -> tuple[RawDocument, ...]:
    """The documents in the sample `name`: several where it is a pack."""
    return divide(load(SAMPLES / name, SAMPLES))


@cache
def read(name: str) -> tuple[Reading, ...]:
    """The documents of the sample `name`, through every seam."""
    documents = [arrange(part) for part in parts(name)]
    records: dict[str, list[AnyRecord]] = {}
    for record in _pipeline().extract(SAMPLES / name, SAMPLES):
        records.setdefault(record.document_id, []).append(record)
    return tuple(
        Reading(document, pipeline.parse(document, pipeline.load()), tuple(own))
        for document, own in zip(documents, records.values(), strict=True)
    )


@cache
def _pipeline() -> Pipeline:
    return Pipeline(ocr=False)
