"""Reads council minutes, reports and delegated decisions into validated records.

>>> from minutes_extract import extract, Pipeline   # the sentence, and the pipeline that it holds
>>> from minutes_extract.records import parse       # one line of records.jsonl → a record

What is public is imported when it is first named, so that `import minutes_extract` costs nothing.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_extract.errors import LayoutError, LoadError, MinutesExtractError, OutputError, VerificationError
    from minutes_extract.extract import Extraction, Pipeline, extract
    from minutes_extract.records import CheckRecord, DocumentRecord, Evidence, ItemRecord, parse

_HOMES = {
    "Extraction": "extract",
    "Pipeline": "extract",
    "extract": "extract",
    "CheckRecord": "records",
    "DocumentRecord": "records",
    "Evidence": "records",
    "ItemRecord": "records",
    "parse": "records",
    "LayoutError": "errors",
    "LoadError": "errors",
    "MinutesExtractError": "errors",
    "OutputError": "errors",
    "VerificationError": "errors",
}

__all__ = [
    "CheckRecord",
    "DocumentRecord",
    "Evidence",
    "Extraction",
    "ItemRecord",
    "LayoutError",
    "LoadError",
    "MinutesExtractError",
    "OutputError",
    "Pipeline",
    "VerificationError",
    "extract",
    "parse",
]


def __getattr__(name: str) -> object:
    """Imports what is public from its home."""
    if name == "__version__":
        return version("minutes-extract")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f"{__name__}.{_HOMES[name]}")
    return home if name == "extract" else getattr(home, name)  # `extract` is its module, which can be called


def __dir__() -> list[str]:
    return __all__
