"""Which files of a folder are read, and in which order."""

import os
from pathlib import Path

import pytest

from minutes_extract.batch.discover import find
from minutes_extract.errors import EmptySource, LoadError, UnreadableSource


def folder(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Resolved to note it.")
    return root


def names(root: Path) -> list[str]:
    return [task.name for task in find(root)]


def test_files_come_by_path(tmp_path: Path) -> None:
    folder(tmp_path, "b.txt", "a/z.md", "a.pdf", "a/b/c.html", "B.txt")
    assert names(tmp_path) == ["B.txt", "a.pdf", "a/b/c.html", "a/z.md", "b.txt"]


def test_hidden_names_and_results_are_left_out(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "out/records.jsonl", "out/run.json", "out/documents/d.txt")
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_document_is_skipped_and_told(tmp_path: Path) -> None:
    folder(tmp_path, "a.html", "a_files/logo.png", "a_files/js/x", "gold.json", "README.md", "b_files/scan.png", "c")
    told = {task.name: task.is_document for task in find(tmp_path)}
    assert told == {
        "a.html": True,
        "a_files/js/x": False,
        "a_files/logo.png": False,
        "b_files/scan.png": True,
        "c": True,
        "gold.json": False,
        "README.md": False,
    }


def test_links_that_go_round_are_walked_once(tmp_path: Path) -> None:
    folder(tmp_path, "a/b.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "c").symlink_to(tmp_path / "a")
    (tmp_path / "d.txt").symlink_to("a/b.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    assert names(tmp_path) == ["a/b.txt", "d.txt", "gone.txt"]


def test_a_pipe_is_a_task_like_any_other(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.txt", "pipe.txt"]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    folder(tmp_path, "a.json")
    with pytest.raises(EmptySource, match="put PDF, HTML, DOCX, Markdown or text files into it"):
        find(tmp_path)


@pytest.mark.parametrize(("name", "problem"), [("gone", "not there"), ("a.txt", "not a folder")])
def test_what_is_no_folder_is_told(tmp_path: Path, name: str, problem: str) -> None:
    folder(tmp_path, "a.txt")
    with pytest.raises(UnreadableSource, match=problem):
        find(tmp_path / name)


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(path: Path) -> None:
        raise PermissionError

    folder(tmp_path, "a.txt")
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(LoadError, match="no permission to list it"):
        find(tmp_path)
