"""Every bad file gives one error that names it, says what is wrong and what to do."""

import os
from pathlib import Path

import pytest

from minutes_extract.errors import DamagedSource, EmptySource, LoadError, UnknownFormat, UnreadableSource
from minutes_extract.loaders import load, load_bytes

BAD = [
    (b"", EmptySource),
    (b" \n\r\n\t", EmptySource),
    ("\n".encode("utf-16"), EmptySource),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, UnknownFormat),
    (b"\xff\xd8\xff\xe0" + b"\0" * 40, UnknownFormat),
    (b"GIF89a" + b"\0" * 40, UnknownFormat),
    (b"{\\rtf1 minutes}", UnknownFormat),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnknownFormat),
    (b"PK\x05\x06" + b"\0" * 18, UnknownFormat),
    (b"PK\x03\x04 and no more", DamagedSource),
    (bytes(range(256)) * 8, UnknownFormat),
    (b"agreed\0\0\0\0 to note", UnknownFormat),
    (b"<?xml version='1.0'?><rss><p>x</p></rss>", UnknownFormat),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", UnknownFormat),
    (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", UnknownFormat),
    (b"%PDF-1.4\n", DamagedSource),
]


@pytest.mark.parametrize(("data", "error"), BAD)
def test_bad_bytes(data: bytes, error: type[LoadError]) -> None:
    with pytest.raises(error) as caught:
        load_bytes(data, "2024/minutes.docx")
    found = caught.value
    assert type(found) is error
    assert str(found) == f"2024/minutes.docx: {found.problem}; {found.advice}"
    assert found.problem
    assert found.advice


def test_names_are_relative_to_the_root(tmp_path: Path) -> None:
    path = tmp_path / "2024" / "a.txt"
    path.parent.mkdir()
    path.write_text("None.")
    assert load(path, tmp_path).source.path == "2024/a.txt"
    assert load(path).source.path == "a.txt"


def test_a_file_that_has_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"^gone\.pdf: the file is not there"):
        load(tmp_path / "gone.pdf")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="not a regular file"):
        load(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableSource, match="not a regular file"):
        load(tmp_path / "pipe")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("None.")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableSource, match="no permission"):
        load(path)
