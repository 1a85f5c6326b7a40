"""The sentence that joins the verbs: check(assemble(parse(arrange(load(path))))).

The module can be called: Python binds a package's modules to their names, so that `from minutes_extract import extract`
gives the module, and it has to do what its name says.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from minutes_extract.assembly import assemble
from minutes_extract.checking import check
from minutes_extract.document import Document, RawDocument
from minutes_extract.errors import OversizedSource
from minutes_extract.layout import arrange, divide
from minutes_extract.loaders import find_engine, load
from minutes_extract.nlp import pipeline
from minutes_extract.records.document import DocumentRecord
from minutes_extract.records.line import AnyRecord

Records = tuple[AnyRecord, ...]

MAX_TEXT = 10_000_000
"""Characters of a document: some four thousand pages; the language pipeline holds some hundred bytes for each."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one file: the documents whose canonical texts its records quote, and the records.

    A pack is several documents: the pack itself, then its papers.
    """

    documents: tuple[Document, ...]
    records: Records

    @property
    def document(self) -> Document:
        """The document that stands for the file."""
        return self.documents[0]


class Pipeline:
    """Reads documents one after another with one language pipeline, which takes a second to load."""

    def __init__(self, *, ocr: bool = True) -> None:
        """`ocr`: whether pages without text are read from their pictures, where the extra is installed."""
        self._ocr = find_engine() if ocr else None
        self._language = pipeline.load()
        self._language.max_length = MAX_TEXT

    def extract(self, path: Path | str, root: Path | None = None) -> Records:
        """The records of the document at `path`, whose name in them is relative to `root`, else the file's name.

        Raises a `LoadError` that names the file, the problem and what to do.
        """
        return self.read(path, root).records

    def read(self, path: Path | str, root: Path | None = None) -> Extraction:
        """`extract`, with the document that the records quote."""
        return self.read_raw(load(Path(path), root, self._ocr))

    def read_raw(self, raw: RawDocument) -> Extraction:
        """The same for a document that is loaded already."""
        documents: list[Document] = []
        records: list[AnyRecord] = []
        pack: DocumentRecord | None = None
        for part in divide(raw):
            document = self._arranged(part)
            documents.append(document)
            own = assemble(document, pipeline.parse(document, self._language), pack)
            records.extend((*own, *check(document, own)))
            if document.pack is not None and isinstance(own[0], DocumentRecord):
                pack = own[0]
        return Extraction(tuple(documents), tuple(records))

    def _arranged(self, raw: RawDocument) -> Document:
        document = arrange(raw)
        if len(document.text) > MAX_TEXT:
            problem = f"the text has {len(document.text):,} characters, more than {MAX_TEXT:,}"
            raise OversizedSource(raw.source.path, problem, "split it into smaller documents")
        return document


def extract(path: Path | str) -> Records:
    """The records of one document: its `document` record, its items, then its checks.

    Raises a `LoadError` that names the file, the problem and what to do. For many documents hold a `Pipeline`.
    """
    return Pipeline().extract(path)


class _Sentence(ModuleType):
    """A module that does what its one function does."""

    def __call__(self, path: Path | str) -> Records:
        """Calls `extract`."""
        return extract(path)


sys.modules[__name__].__class__ = _Sentence
