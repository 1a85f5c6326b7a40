"""Ways to market and the organisations on the other side."""

from collections.abc import Callable

import pytest

from minutes_extract.annotations import Mention, PartyReading, ProcurementReading, Stretch
from minutes_extract.nlp import parties, procurement

Said = Callable[..., list[Mention]]
Words = Callable[[str, Stretch | None], str | None]


@pytest.mark.parametrize(
    ("text", "route", "framework", "lead", "joint_with", "contracts"),
    [
        ("approve procurement through the existing N7 framework", "framework", "N7 framework", None, [], None),
        (
            "procure a framework in partnership with the N7 councils, with procurement carried out by Weldon Council",
            "framework",
            None,
            "Weldon Council",
            ["N7 councils"],
            None,
        ),
        ("to sign the call off contract", "call_off", None, None, [], None),
        ("the direct award of the work", "direct_award", None, None, [], None),
        (
            "enter into a new joint contract with Weldon County Council under TECKAL arrangements",
            "exemption",
            None,
            None,
            ["Weldon County Council"],
            None,
        ),
        ("extensions of four specialist navigator contracts to 31 March", "extension", None, None, [], 4),
        ("to procure, award and enter into two contracts", "other", None, None, [], 2),
        ("advertised through an open tender process", "open", None, None, [], None),
        ("by means of an open accreditation process", "accreditation", None, None, [], None),
        ("by way of the Dynamic Purchasing System (DPS)", "dps", None, None, [], None),
        ("to issue a contract variation", "variation", None, None, [], None),
    ],
)
def test_routes(
    text: str,
    route: str,
    framework: str | None,
    lead: str | None,
    joint_with: list[str],
    contracts: int | None,
    said: Said,
    words: Words,
) -> None:
    (mention,) = said(text, procurement.find)
    reading = mention.value
    assert isinstance(reading, ProcurementReading)
    assert (reading.route, words(text, reading.framework), words(text, reading.lead)) == (route, framework, lead)
    assert [words(text, partner) for partner in reading.joint_with] == joint_with
    assert reading.contracts == contracts


@pytest.mark.parametrize(
    "text", ["with an option to extend the contract for a year", "the framework of the law", "be procured"]
)
def test_options_and_other_frameworks_are_no_routes(text: str, said: Said) -> None:
    assert said(text, procurement.find) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("award the contract for lift servicing to schools to Harland Lifts Ltd.", [("supplier", "Harland Lifts Ltd")]),
        ("extend the contract with Beacon Care for a year", [("supplier", "Beacon Care")]),
        ("the grant of a lease of the pavilion to Weldon Bowls Club for 40 years", [("tenant", "Weldon Bowls Club")]),
        ("receipt of funding from NHS Weldon Integrated Care Board", [("funder", "NHS Weldon Integrated Care Board")]),
        ("a joint contract with Weldon County Council", [("partner", "Weldon County Council")]),
        ("award the contract to the Head of Law", []),
        ("a contribution from the General Fund", []),
        ("delegate the award to Cabinet", []),
    ],
)
def test_parties(text: str, expected: list[tuple[str, str]], said: Said) -> None:
    found = []
    for mention in said(text, parties.find):
        assert isinstance(mention.value, PartyReading)
        found.append((mention.value.role, text[mention.start : mention.end]))
    assert found == expected
