"""What a document is, whose it is, and when; and every fact of the five founding documents about people."""

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_extract.annotations import DocumentReading, Mention, PersonReading, Stretch
from minutes_extract.nlp import advice, dates, people, signatures
from minutes_extract.nlp.documents import find

Said = Callable[..., list[Mention]]
Words = Callable[[str, Stretch | None], str | None]

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def document(text: str, said: Said) -> DocumentReading:
    """The document's reading."""
    (mention,) = said(text, dates.find, signatures.find, find)
    assert isinstance(mention.value, DocumentReading)
    return mention.value


@pytest.mark.parametrize(
    ("text", "kind", "body", "body_kind"),
    [
        (
            "Agenda and draft minutes\nHomes Committee\nTuesday, 4th May, 2023 9.30 am",
            "meeting_minutes",
            "Homes Committee",
            "committee",
        ),
        ("Decision details\nRoof\nDecision Maker: Head of Housing", "delegated_decision", "Head of Housing", "officer"),
        (
            "Decision details\nRoof\nDecision Maker: Cabinet Member for Homes",
            "decision_notice",
            "Cabinet Member for Homes",
            "individual_member",
        ),
        (
            "Decision details\nDecided at meeting: 22/08/2017 - Cabinet\nDecision status: Agreed",
            "decision_notice",
            "Cabinet",
            "executive",
        ),
        ("Issue - decisions\nRoof\n22/08/2017 - Roof\nThat Cabinet agrees:", "issue_history", "Cabinet", "executive"),
        ("Agenda item\nRoof\nMinutes:\nThe Head of Law spoke.", "agenda_item", None, None),
        ("REPORT OF THE HEAD OF LAW\nRoof\nRECOMMENDATION\nThat it be noted.", "officer_report", None, None),
        ("Weldon City Council Delegated Decision\nSubject: Roof", "delegated_decision", None, None),
        (
            "URGENT DECISION BY THE CHIEF EXECUTIVE\nI, Ann Moss, Chief Executive, acting under",
            "delegated_decision",
            "Chief Executive",
            "officer",
        ),
        (
            "MINUTES OF THE MEETING OF WELDON PARISH COUNCIL, 17 JANUARY 2024",
            "meeting_minutes",
            "WELDON PARISH COUNCIL",
            "council",
        ),
        ("Public Document Pack\nAgenda", "agenda_pack", None, None),
        ("A few words.", "other", None, None),
    ],
)
def test_kind_and_body(text: str, kind: str, body: str | None, body_kind: str | None, said: Said, words: Words) -> None:
    reading = document(text, said)
    assert (reading.kind, words(text, reading.body), reading.body_kind) == (kind, body, body_kind)


def test_a_meeting_has_its_day_time_place_and_authority(said: Said, words: Words) -> None:
    text = (
        "Weldon Town Council\n"
        "Draft minutes of the Homes Committee held at the Guildhall, Weldon on 4 May 2023 at 7.15 pm\n"
        "RESOLVED that it be signed on behalf of Weldon Town Council."
    )
    reading = document(text, said)
    assert reading.minutes_status == "draft"
    assert (reading.meeting_date, reading.meeting_time) == ("2023-05-04", "19:15")
    assert words(text, reading.venue) == "Guildhall, Weldon"
    assert words(text, reading.authority) == "Weldon Town Council"
    assert words(text, reading.body) == "Homes Committee"


def test_a_partner_is_not_the_authority(said: Said) -> None:
    assert document("Agenda item\nRoof\nto enter into an agreement with Weldon City Council", said).authority is None


def test_the_last_signature_dates_a_decision(said: Said) -> None:
    reading = document("Delegated Decision\nAnn Moss (Clerk)\nSIGNED and Dated: 25/07/2024", said)
    assert reading.decision_date == "2024-07-25"


SEED_PEOPLE = {
    "000": [
        "apologies Councillor Cheryl Barnard",
        "contact Mark Leavesley",
        "in_attendance Cllr Corall Jenkins",
        "presenter Helen Johnston",
        "presenter Tracey Ford",
    ],
    "001": ["author Laurence Jones", "contact Jon Hawketts"],
    "002": ["director Helen Blackman", "director Katy Ball", "author Michael Rowley"],
    "003": [
        "author Richard Groves",
        "contact Richard Groves",
        "adviser Anthony Heath",
        "adviser Mark James Astbury",
        "adviser Shabana Kausar",
        "adviser Paul Ritchie",
        "signatory Pavlos Kotsonis",
        "signatory Rosalyne Frances Howie",
    ],
    "004": ["presenter Steve Oakley"],
}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the founding documents stand beside the project, not in it")
@pytest.mark.parametrize("seed", sorted(SEED_PEOPLE))
def test_the_people_of_the_founding_documents(seed: str, words: Words) -> None:
    from minutes_extract.layout import arrange
    from minutes_extract.loaders import load_bytes
    from minutes_extract.nlp.fields import minutes_fields
    from minutes_extract.nlp.model import blank
    from minutes_extract.nlp.spans import KEY, Ledger, write

    (path,) = SEEDS.glob(f"{seed}_*.txt")
    arranged = arrange(load_bytes(path.read_bytes(), path.name))
    doc = blank().make_doc(arranged.text)
    doc.user_data[KEY] = Ledger(arranged.text, arranged.blocks, arranged.tables, arranged)
    minutes_fields(doc)
    for component in (advice, signatures):
        write(doc, component.find(doc))
    found = {
        f"{mention.value.capacity} {words(arranged.text, mention.value.name)}"
        for mention in people.find(doc)
        if isinstance(mention.value, PersonReading)
    }
    assert found >= set(SEED_PEOPLE[seed])
