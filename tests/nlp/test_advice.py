"""Professional advice, and signatures: whose, in what post, on what day."""

from collections.abc import Callable

import pytest

from minutes_extract.annotations import AdviceReading, Mention, SignatureReading, Stretch
from minutes_extract.nlp import advice, signatures

Said = Callable[..., list[Mention]]
Words = Callable[[str, Stretch | None], str | None]


@pytest.mark.parametrize(
    ("text", "kind", "advisers"),
    [
        (
            "Constitutional Comments (AB 10/02/22)\nThe committee may decide.",
            "constitutional",
            [(None, None, "AB", "2022-02-10")],
        ),
        (
            "Legal Advice:\nNo concerns.\nAdvice provided by Ann Moss, Head of Law and Clerk, 3rd June 2024",
            "legal",
            [("Ann Moss", "Head of Law and Clerk", None, "2024-06-03")],
        ),
        (
            (
                "Finance Advice:\nIt is affordable. Advice provided by Ann Moss (Accountant) on 13/05/2024. "
                "Advice provided by Tom Hale (Director of Finance) on 22/07/2024."
            ),
            "finance",
            [("Ann Moss", "Accountant", None, "2024-05-13"), ("Tom Hale", "Director of Finance", None, "2024-07-22")],
        ),
        ("Commissioner Comments: Supported. (25/07/2024)", "commissioner", [(None, None, None, "2024-07-25")]),
        ("Procurement comments\nNone were needed for this.", "procurement", []),
    ],
)
def test_advice_and_who_gave_it(
    text: str, kind: str, advisers: list[tuple[str | None, ...]], said: Said, words: Words
) -> None:
    (mention,) = said(text, advice.find)
    assert isinstance(mention.value, AdviceReading)
    assert (mention.start, mention.end) == (0, len(text))
    assert mention.value.kind == kind
    found = [
        (words(text, a.name), words(text, a.role), words(text, a.initials), a.date) for a in mention.value.advisers
    ]
    assert found == advisers


@pytest.mark.parametrize(
    "text", ["Legal Advice: N/A", "Finance comments\n4.1 N/A", "The Cabinet took advice.", "Comments:\nNone"]
)
def test_no_advice_is_none(text: str, said: Said) -> None:
    assert said(text, advice.find) == []


@pytest.mark.parametrize(
    ("text", "name", "role", "date"),
    [
        ("Signed: Councillor A. Moss\nDate: 3 November 2022", "Councillor A. Moss", None, "2022-11-03"),
        ("Ann Moss (Head of Law)\nSIGNED and Dated: 25/07/2024", "Ann Moss", "Head of Law", "2024-07-25"),
        ("Signed:\nA. Moss\nHead of Law", "A. Moss", "Head of Law", None),
        ("Dated 20 February 2020\nM. Hale", "M. Hale", None, "2020-02-20"),
    ],
)
def test_signatures(text: str, name: str, role: str | None, date: str | None, said: Said, words: Words) -> None:
    (mention,) = said(text, signatures.find)
    assert isinstance(mention.value, SignatureReading)
    assert (words(text, mention.value.name), words(text, mention.value.role), mention.value.date) == (name, role, date)


@pytest.mark.parametrize(
    "text", ["Signed: ............ Chair", "The minutes were signed by the Chair.", "Dated 20 February 2020"]
)
def test_no_name_is_no_signature(text: str, said: Said) -> None:
    assert said(text, signatures.find) == []
