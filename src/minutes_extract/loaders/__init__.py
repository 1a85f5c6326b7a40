"""bytes → `RawDocument`: what the file says, nothing inferred.

The format is told by the content (`sniff`), then one module a format reads it: `pdf`, `html`, `docx`, `markdown`,
`text`. Each module imports its heavy library only when it runs. All errors are children of `LoadError`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from minutes_extract.document import MediaType, RawDocument
from minutes_extract.loaders.ocr import Engine, find_engine
from minutes_extract.loaders.sniff import parse_media_type
from minutes_extract.loaders.source import is_within_bounds, load_file

__all__ = ["find_engine", "load", "load_bytes"]


def load(path: Path, root: Path | None = None, ocr: Engine | None = None) -> RawDocument:
    """Read the document at `path`. Its name in records and errors is `path` relative to `root`, else the file's name.

    Raises a `LoadError` that names the file, the problem and what to do.
    """
    name = path.relative_to(root).as_posix() if root is not None and path.is_relative_to(root) else path.name
    return load_bytes(load_file(path, name), name, ocr)


def load_bytes(data: bytes, name: str, ocr: Engine | None = None) -> RawDocument:
    """Read a document from its bytes; `name` is its relative path, with `/`; `ocr` reads pages that are pictures.

    The same bytes give the same document whatever the name, but that the ending `.md` tells Markdown from text.
    Raises a `LoadError` that names the file, the problem and what to do.
    """
    is_within_bounds(data, name)
    return _loader(parse_media_type(data, name), ocr)(data, name)


def _loader(media_type: MediaType, ocr: Engine | None) -> Callable[[bytes, str], RawDocument]:
    """The reader of a format; importing it is what brings in the format's library."""
    match media_type:
        case MediaType.PDF:
            from minutes_extract.loaders.pdf import load_pdf

            return partial(load_pdf, ocr=ocr)
        case MediaType.HTML:
            from minutes_extract.loaders.html import load_html as loader
        case MediaType.DOCX:
            from minutes_extract.loaders.docx import load_docx as loader
        case MediaType.MARKDOWN:
            from minutes_extract.loaders.markdown import load_markdown as loader
        case MediaType.TEXT:
            from minutes_extract.loaders.text import load_text as loader
    return loader
