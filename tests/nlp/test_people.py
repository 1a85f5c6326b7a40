"""People in their capacities: attendance, apologies, presenters, authors, contacts, advisers, signatories."""

from collections.abc import Callable

import pytest

from minutes_extract.annotations import Mention, PersonReading, Stretch
from minutes_extract.nlp import advice, signatures
from minutes_extract.nlp.lexicon import entries
from minutes_extract.nlp.people import find

Said = Callable[..., list[Mention]]
Words = Callable[[str, Stretch | None], str | None]


def people(text: str, said: Said, words: Words) -> list[str]:
    """Every person as "capacity: name, role - detail"."""
    lines = []
    for mention in said(text, advice.find, signatures.find, find):
        reading = mention.value
        assert isinstance(reading, PersonReading)
        role, detail = words(text, reading.role), words(text, reading.detail)
        tail = (f", {role}" if role else "") + (f" - {detail}" if detail else "")
        lines.append(f"{reading.capacity}: {words(text, reading.name)}{tail}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present: Cllr A Moss (Chair), Cllr T Hale", ["present: Cllr A Moss, Chair", "present: Cllr T Hale"]),
        (
            "PRESENT\nCouncillor Ann Moss, Leader\nCouncillor Tom Hale",
            ["present: Councillor Ann Moss, Leader", "present: Councillor Tom Hale"],
        ),
        ("1. Apologies for absence\nMinutes:\nCouncillor Ann Moss - leave", ["apologies: Councillor Ann Moss - leave"]),
        ("2. Apologies: 048/18: Cllr Moss, holiday.", ["apologies: Cllr Moss - holiday"]),
        ("Apologies were received from Cllr B. Moss. Cllr Hale took the chair.", ["apologies: Cllr B. Moss"]),
        (
            "Councillors Moss and Hale, the Director of Place and the Clerk sent apologies.",
            ["apologies: Moss", "apologies: Hale"],
        ),
        ("There were no apologies for absence.", []),
        ("Cllr Ann Moss joined for this item.", ["in_attendance: Cllr Ann Moss - joined for this item"]),
        (
            "Ann Moss, Head of Law, and Tom Hale, Clerk, presented the report.",
            ["presenter: Ann Moss, Head of Law", "presenter: Tom Hale, Clerk"],
        ),
        ("The Leader introduced the report.", []),
        ("Contact: Ann Moss", ["contact: Ann Moss"]),
        ("Report author: Ann Moss", ["author: Ann Moss"]),
        ("Report by: Director of Place", []),
        (
            "RECOMMENDATIONS\nThat it be noted.\nAnn Moss\nService Director, Place",
            ["author: Ann Moss, Service Director, Place"],
        ),
        (
            "For any enquiries about this report please contact:\nTom Hale\nGroup Manager",
            ["contact: Tom Hale, Group Manager"],
        ),
        ("Advice provided by Ann Moss (Head of Legal) on 3 June 2024.", ["adviser: Ann Moss, Head of Legal"]),
        ("Ann Moss (Executive Member)\nSIGNED and Dated: 25/07/2024", ["signatory: Ann Moss, Executive Member"]),
        (
            "Author:\nContact:\nAnn Moss\nDepartment:\nPeople\nTom Hale\n(Job Title: Clerk, Phone: 1)",
            ["contact: Ann Moss", "author: Tom Hale, Clerk"],
        ),
    ],
)
def test_people_and_what_they_are(text: str, expected: list[str], said: Said, words: Words) -> None:
    assert people(text, said, words) == expected


@pytest.mark.parametrize("entry", entries("capacities"), ids=lambda entry: entry.term)
def test_every_label_of_the_lexicon_gives_its_capacity(entry: tuple[str, str, str], said: Said, words: Words) -> None:
    code, _, example = entry
    found = people(example, said, words)
    assert found
    assert all(line.startswith(f"{code}: ") for line in found)
