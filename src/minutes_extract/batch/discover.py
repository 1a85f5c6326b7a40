"""The files of a folder, in a fixed order: what will be read, and what is left alone with a record that says so."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutes_extract.errors import EmptySource, UnreadableSource
from minutes_extract.writers.folder import is_run_folder

# Files that stand beside documents and are none themselves. Anything else is opened, and told by its content.
OTHER_ENDINGS = frozenset(
    {".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".db", ".duckdb"}  # data
    | {".py", ".ipynb", ".sh", ".js", ".mjs", ".css", ".map", ".ico", ".svg"}  # programs, and parts of web pages
    | {".woff", ".woff2", ".ttf", ".otf", ".eot"}
    | {".yaml", ".yml", ".toml", ".ini", ".cfg", ".lock", ".log", ".bak", ".tmp", ".part", ".crdownload"}
)
# They tell of a folder, not of a council.
OTHER_NAMES = frozenset({"readme", "changelog", "licence", "license"})


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: its place, and its path relative to the input folder, with `/`."""

    path: Path
    root: Path
    name: str
    is_document: bool


def find(folder: Path) -> list[Task]:
    """The files in a folder and the folders below it, by path.

    Left out: names that begin with a full stop, and any folder that holds the results of a run. Raises a `LoadError`
    where the folder is missing, or holds no document.
    """
    if not folder.is_dir():
        problem = "not a folder" if folder.exists() else "the folder is not there"
        raise UnreadableSource(str(folder), problem, "give the path of a folder with documents in it")
    seen: set[Path] = set()
    tasks = sorted(_walk(folder, folder, seen, is_parts=False), key=lambda task: task.name)
    if not any(task.is_document for task in tasks):
        advice = "put PDF, HTML, DOCX, Markdown or text files into it, or give another folder"
        raise EmptySource(str(folder), "no documents in it", advice)
    return tasks


def _walk(folder: Path, root: Path, seen: set[Path], *, is_parts: bool) -> Iterator[Task]:
    """Walks a folder once, however many links lead to it."""
    place = folder.resolve()
    if place in seen or is_run_folder(folder):
        return
    seen.add(place)
    entries = _entries(folder)
    names = {entry.name for entry in entries}
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir():
            yield from _walk(path, root, seen, is_parts=is_parts or is_page_parts(entry.name, names))
        else:
            yield Task(path, root, path.relative_to(root).as_posix(), not is_parts and is_document(path))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, by name, without hidden names."""
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    except PermissionError as error:
        raise UnreadableSource(str(folder), "no permission to list it", "make it readable and run again") from error


def is_document(path: Path) -> bool:
    """Whether a file may be a document, as far as its name tells.

    >>> is_document(Path("minutes.pdf")), is_document(Path("README.md")), is_document(Path("gold.json"))
    (True, False, False)
    """
    return path.suffix.lower() not in OTHER_ENDINGS and path.stem.lower() not in OTHER_NAMES


def is_page_parts(name: str, beside: set[str]) -> bool:
    """Whether a folder holds the images and scripts that a browser saved with a page.

    >>> is_page_parts("minutes_files", {"minutes.html", "minutes_files"})
    True
    """
    stem = name.removesuffix("_files")
    return stem != name and not beside.isdisjoint({f"{stem}.html", f"{stem}.htm"})
