"""A run's folder: `records.jsonl`, `documents/<document_id>.txt`, `run.json`.

Everything is written beside (`OUT/.partial/`) and renamed at the end, so that a run that breaks off leaves the results
of the one before it untouched. Errors of the file system become an `OutputError` that says what to do.
"""

import errno
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from minutes_extract.errors import OutputError

RECORDS, DOCUMENTS, RUN = "records.jsonl", "documents", "run.json"
PARTIAL, REPLACED = ".partial", ".replaced"

_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space, or choose another folder with -o",
    errno.EDQUOT: "your disk quota is used up; free some space, or choose another folder with -o",
    errno.EACCES: "no permission to write; change the folder's permissions, or choose another with -o",
    errno.EPERM: "no permission to write; change the folder's permissions, or choose another with -o",
    errno.EROFS: "the disk is read-only; choose another folder with -o",
    errno.ENOTDIR: "a file stands in the way; choose another folder with -o",
    errno.EEXIST: "a file stands in the way; choose another folder with -o",
    errno.ENAMETOOLONG: "the name is too long; choose another folder with -o",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns an OSError into an `OutputError` that names the folder and says what to do."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, f"{error.strerror or error}; choose another folder with -o")
        raise OutputError(f"{path}: cannot be written: {advice}") from error


def is_run_folder(path: Path) -> bool:
    """Whether a folder holds the results of a run."""
    return (path / RECORDS).is_file() and (path / RUN).is_file()


class RunFolder:
    """Writes a run's folder. Use it as a context; nothing shows in the folder until `commit`."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._partial = out / PARTIAL
        self._is_new = False

    def __enter__(self) -> "RunFolder":
        """Makes the folder. Raises `OutputError` where it cannot, or where `documents` there is none of ours."""
        with explained(self.out):
            self._is_new = not self.out.exists()
            if (self.out / DOCUMENTS).exists() and not is_run_folder(self.out):
                raise OutputError(f"{self.out}: has a folder {DOCUMENTS}/ that no run has made; choose another with -o")
            self.out.mkdir(parents=True, exist_ok=True)
            _remove(self._partial)
            (self._partial / DOCUMENTS).mkdir(parents=True)
            self._records = (self._partial / RECORDS).open("wb")
        return self

    def write(self, lines: bytes, document_id: str, text: bytes | None) -> None:
        """Adds a document's records, and its canonical text where it could be read."""
        with explained(self.out):
            self._records.write(lines)
            if text is not None:
                (self._partial / DOCUMENTS / f"{document_id}.txt").write_bytes(text)

    def commit(self, run: Mapping[str, object]) -> None:
        """Puts everything in its place; `run` becomes `run.json`."""
        told = json.dumps(run, ensure_ascii=False, indent=2) + "\n"
        replaced = self.out / REPLACED
        with explained(self.out):
            (self._partial / RUN).write_bytes(told.encode("utf-8", "backslashreplace"))
            self._records.close()
            _remove(replaced)
            if (self.out / DOCUMENTS).exists():
                (self.out / DOCUMENTS).rename(replaced)
            for name in (DOCUMENTS, RECORDS, RUN):
                (self._partial / name).replace(self.out / name)
            _remove(replaced)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Takes away what was not committed, and the folder if this run made it and nothing is in it."""
        try:
            self._records.close()
        except OSError:
            if error is None:
                raise
        shutil.rmtree(self._partial, ignore_errors=True)
        if self._is_new and not any(self.out.iterdir()):
            self.out.rmdir()


def _remove(folder: Path) -> None:
    """Removes what a run that broke off has left."""
    if folder.exists():
        shutil.rmtree(folder)
