"""Prints documents of all kinds in turn, the same ones from the same seed on every machine."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import forms, meetings, notices
from generator.page import Page
from minutes_extract.scoring.forms import Truth

KINDS: dict[str, Callable[[random.Random], Page]] = {
    "details": notices.decision_details,
    "issue": notices.issue_history,
    "item": notices.issue_meeting,
    "agenda": notices.agenda_item,
    "cmis": notices.cmis,
    "aggregator": notices.aggregator,
    "meeting": meetings.meeting,
    "scottish": meetings.scottish,
    "parish": meetings.parish,
    "form": forms.form,
    "person": forms.first_person,
    "report": forms.report,
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its answers. `name` says its kind and number."""

    name: str
    text: str
    truth: Truth


def document(seed: int, number: int) -> Document:
    """One document: the same from the same seed and number, whatever else is printed."""
    kind = list(KINDS)[number % len(KINDS)]
    page = KINDS[kind](random.Random(f"{seed}:{number}"))
    return Document(f"{kind}-{number:04}", page.text(), page.truth)


def documents(count: int, seed: int = 1) -> Iterator[Document]:
    """So many documents, of all kinds in turn."""
    return (document(seed, number) for number in range(count))


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Writes documents and their answers side by side, in place of earlier ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for earlier in (*folder.glob("*.txt"), *folder.glob("*.json")):
        earlier.unlink()
    for made in documents(count, seed):
        (folder / f"{made.name}.txt").write_text(made.text, encoding="utf-8")
        answers = json.dumps(made.truth, ensure_ascii=False, indent=1)
        (folder / f"{made.name}.json").write_text(answers + "\n", encoding="utf-8")
