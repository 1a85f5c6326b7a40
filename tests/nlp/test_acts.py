"""What the words of a limb do: sentences in `acts.txt`."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.annotations import Act
from minutes_extract.nlp import acts, verbs
from minutes_extract.nlp.lexicon import entries

UNDER_RE = re.compile(r"under (?P<lead>[^:]+:) (?P<limb>.+)")


def cases() -> list[object]:
    """Acts and limb of every line, the known faults among them as strict xfails."""
    found: list[object] = []
    fault = ""
    for line in (Path(__file__).parent / "acts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("known fault: "):
            fault = line.removeprefix("known fault: ")
        elif line and not line.startswith("#"):
            told, _, limb = line.partition(" | ")
            marks = [pytest.mark.xfail(reason=fault, strict=True)] if fault else []
            found.append(pytest.param(limb, told, marks=marks, id=limb))
            fault = ""
    return found


@pytest.mark.parametrize(("limb", "told"), cases())
def test_a_limb(limb: str, told: str) -> None:
    under = UNDER_RE.fullmatch(limb)
    lent = acts.lent_by(under["lead"]) if under else acts.NOTHING
    found = [deed.act.value for deed in acts.find(under["limb"] if under else limb, lent)]
    assert found == told.replace("-", "").split()


PLACES = ("That {}", "that, subject to contract, {}", "{}; and", "{} as set out in Appendix A")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("limb", "act"),
    [
        ("the plan be approved", Act.APPROVE),
        ("the contract be awarded to Orrell Ltd", Act.AWARD),
        ("the report be noted", Act.NOTE),
        ("the Clerk be authorised to sign", Act.AUTHORISE),
        ("authority be delegated to the Clerk to sign", Act.DELEGATE),
        ("the land be sold", Act.DISPOSE),
        ("the application be refused", Act.REFUSE),
    ],
)
def test_what_stands_around_changes_nothing(place: str, limb: str, act: Act) -> None:
    assert [deed.act for deed in acts.find(place.format(limb))] == [act]


@pytest.mark.parametrize(
    "entry", [pytest.param(e, id=e.term) for e in entries("decision_verbs") if e.code not in ("other", "accept")]
)
def test_every_verb_in_every_form(entry: tuple[str, str, str]) -> None:
    _, verb, _ = entry
    head, _, rest = verb.partition(" ")
    for form in {head, f"{head}s", f"{head.rstrip('e')}ed", f"{head.rstrip('e')}ing"}:
        if re.fullmatch(verbs.inflected(verb), f"{form} {rest}".strip()):
            assert verbs.pattern().match(f"{form} {rest}".strip()) is not None


WORDS = st.sampled_from(
    ["That", "authority", "be", "delegated", "to", "the", "Director", "award", "contract", "approve", "not", ",", ";",
     "and", "of", "extension", "subject", "recommend", "Council", "is", "noted", "grant", "I", "no longer", "steps"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40))
def test_acts_lie_within_their_limb(pieces: list[str]) -> None:
    words = " ".join(pieces)
    for deed in acts.find(words):
        assert 0 <= deed.start <= deed.end <= len(words)


@pytest.mark.parametrize("piece", ["to approve the award of ", "that authority be ", "and to procure, ", "subject to "])
def test_time_is_linear(piece: str) -> None:
    acts.find(piece * 1000)
