"""Delegations: marked sentences in the forms that councils write."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.annotations import (
    DelegationReading,
    Label,
    LimbReading,
    Mention,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.nlp.consultation import phrase_re
from minutes_extract.nlp.delegations import find, minutes_delegations
from minutes_extract.nlp.lexicon import Entry, entries
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import write
from minutes_extract.values import posts

MARK_RE = re.compile(r"</?(?:to|consultee|powers|carve_out)>")
NLP = blank()


@dataclass(frozen=True)
class Words:
    """What delegations say, as text."""

    to: list[str]
    consultees: list[str]
    powers: list[str]
    carve_outs: list[str]


def marked(sentence: str) -> tuple[str, Words]:
    """A marked sentence as plain text and what its marks say."""

    def of(tag: str) -> list[str]:
        return [MARK_RE.sub("", found) for found in re.findall(rf"<{tag}>(.*?)</{tag}>", sentence, re.DOTALL)]

    return MARK_RE.sub("", sentence), Words(of("to"), of("consultee"), of("powers"), of("carve_out"))


def page(*limbs: tuple[str, tuple[str, ...]], lead: str = "") -> tuple[str, list[Mention]]:
    """A page of limbs under a lead-in, with the mentions that the structural components would write."""
    text, found = lead, []
    for words, path in limbs:
        start = len(text) + (1 if text else 0)
        text = f"{text}\n{words}" if text else words
        found.append(Mention(Label.LIMB, start, len(text), LimbReading(path, None, (), Stretch(start, len(text)))))
    section = Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))
    return text, [section, *found]


def read(text: str, mentions: list[Mention]) -> list[tuple[Mention, DelegationReading]]:
    doc = NLP(text)
    write(doc, mentions)
    minutes_delegations(doc)
    return [(m, m.value) for m in find(doc) if isinstance(m.value, DelegationReading)]


def said(text: str, mentions: list[Mention]) -> Words:
    found = [value for _, value in read(text, mentions)]

    def words(stretches: list[Stretch]) -> list[str]:
        return [text[s.start : s.end] for s in stretches]

    return Words(
        words([s for value in found for s in value.to]),
        words(sorted(s for value in found for s in value.consultees)),
        words([value.powers for value in found if value.powers]),
        words([s for value in found for s in value.carve_outs]),
    )


LINES = (Path(__file__).parent / "delegations.txt").read_text(encoding="utf-8").splitlines()
BORDER = LINES.index("= none")
SENTENCES = [line for line in LINES[:BORDER] if not line.startswith("#")]
NONE = LINES[BORDER + 1 :]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence(sentence: str) -> None:
    text, expected = marked(sentence.replace("\\n", "\n"))
    strip = [post.removeprefix("the ").removeprefix("The ").removeprefix("THE ") for post in expected.to]
    consultees = [post.removeprefix("the ") for post in expected.consultees]
    assert said(*page((text, ("1",)))) == Words(strip, consultees, expected.powers, expected.carve_outs)


@pytest.mark.parametrize("sentence", NONE)
def test_no_delegation(sentence: str) -> None:
    assert said(*page((sentence, ("1",)))) == Words([], [], [], [])


def test_each_grant_keeps_its_own_words() -> None:
    words = (
        "That the Head of Law, after consulting the Leader, be authorised to make the order and the Roads Manager be "
    )
    words += "authorised to carry it out in consultation with Ward Members, save for signs."
    text, mentions = page((words, ("1",)))
    found = [(value, text[m.start : m.end]) for m, value in read(text, mentions)]
    assert [[text[s.start : s.end] for s in value.to] for value, _ in found] == [["Head of Law"], ["Roads Manager"]]
    assert [[text[s.start : s.end] for s in value.consultees] for value, _ in found] == [["Leader"], ["Ward Members"]]
    assert [[text[s.start : s.end] for s in value.carve_outs] for value, _ in found] == [[], ["save for signs"]]
    assert [quoted[-8:] for _, quoted in found] == ["he order", "or signs"]


def test_limbs_below_are_the_powers() -> None:
    text, mentions = page(
        ("That authority be delegated to the Director of Place to:", ("2",)),
        ("let the contract; and", ("2", "a")),
        ("extend it, after consulting the Mayor", ("2", "b")),
        ("That the report be noted", ("3",)),
    )
    [(mention, value)] = read(text, mentions)
    assert text[mention.start : mention.end] == "authority be delegated to the Director of Place"
    assert value.powers is not None
    assert text[value.powers.start : value.powers.end] == "let the contract; and\nextend it, after consulting the Mayor"
    assert [text[s.start : s.end] for s in value.consultees] == ["Mayor"]


def test_consultation_alone_leaves_the_powers_to_the_limbs_below() -> None:
    text, mentions = page(
        ("That authority be delegated to the Clerk, in consultation with the Mayor,", ("d",)),
        ("to let the hall", ("d", "i")),
    )
    assert said(text, mentions) == Words(["Clerk"], ["Mayor"], ["to let the hall"], [])


def test_those_to_whom_a_limb_below_refers_the_matter_consult_for_themselves() -> None:
    text, mentions = page(
        ("That authority be delegated to the Clerk to:", ("1",)),
        ("let the plots", ("1", "a")),
        ("refer any objection to the Chair for a decision in consultation with the Mayor", ("1", "b")),
    )
    assert said(text, mentions).consultees == []


def test_a_lead_in_delegates_for_its_limbs() -> None:
    text, mentions = page(
        ("Run the tender.", ("2.1",)),
        ("Extend the contract.", ("2.2",)),
        lead="RESOLVED:\nThat Committee delegates authority to the Executive Director of Homes, Streets and Care to:",
    )
    assert said(text, mentions) == Words(
        ["Executive Director of Homes, Streets and Care"], [], ["Run the tender.\nExtend the contract."], []
    )


def test_a_lead_in_that_tells_of_a_power_delegates_nothing() -> None:
    text, mentions = page(
        ("To buy the licences.", ()),
        lead="The Managing Director decides under Part 9, by which the Managing Director is authorised to act.",
    )
    assert said(text, mentions) == Words([], [], [], [])


def test_a_power_shared_out_by_the_limbs_below() -> None:
    text, mentions = page(
        ("the power to decide be delegated as follows:", ("3",)),
        ("sums of up to £500 to the Clerk", ("3", "1")),
        ("sums above £500 to the Finance Committee", ("3", "2")),
    )
    assert said(text, mentions) == Words(
        ["Clerk", "Finance Committee"], [], ["sums of up to £500", "sums above £500"], []
    )
    assert [m.start for m, _ in read(text, mentions)] == [m.start for m in mentions[2:]]


def test_posts_listed_below() -> None:
    text, mentions = page(
        ("That authority to sign be delegated to:", ("1",)),
        ("the Head of Law; and", ("1", "1")),
        ("the Section 151 Officer", ("1", "2")),
    )
    assert said(text, mentions).to == ["Head of Law", "Section 151 Officer"]


def test_outside_the_operative_part_nothing_is_given() -> None:
    text = "Reasons\nThat authority be delegated to the Director of Place to sign."
    section = Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.REASONS, None))
    assert read(text, [section]) == []


def test_a_form_row_beside_the_limb() -> None:
    text, mentions = page(("the award of the contract as set out below:", ()))
    row = "\nWho will agree each extension? | Executive Director"
    section = Mention(Label.SECTION, 0, len(text + row), SectionReading(SectionKind.OPERATIVE, None))
    assert said(text + row, [section, *mentions[1:]]).to == ["Executive Director"]


@pytest.mark.parametrize("entry", entries("consultation"), ids=lambda entry: entry.term)
def test_consultation_lexicon(entry: Entry) -> None:
    assert phrase_re().search(entry.example) is not None
    text = f"delegate authority to the Director of Place, {entry.example}, to sign"
    assert said(*page((text, ()))) == Words(["Director of Place"], ["Leader"], ["sign"], [])


def test_lost_spaces_and_broken_lines() -> None:
    text = "delegate\nauthority to the Director of\nPlace ,in consultation\nwith the Leader, to\nsign"
    assert said(*page((text, ()))) == Words(["Director of\nPlace"], ["Leader"], ["sign"], [])


POST = st.sampled_from(["Director of Place", "Head of Law", "Executive Director, Delivery", "Section 151 Officer"])
MEMBER = st.sampled_from(["Leader", "Cabinet Member for Homes and Roads", "Chair of the Planning Committee"])
FORM = st.sampled_from(
    [
        "That authority be delegated to {to}, in consultation with {by}, to sign the lease",
        "That {to}, after consulting {by}, be authorised to sign the lease",
        "To authorise {to} to sign the lease, following consultation with {by}",
        "Delegates to {to}, in conjunction with {by}, authority to sign the lease",
        "That in consultation with {by}, {to} be given delegated authority to sign the lease",
    ]
)


@given(FORM, st.lists(POST, min_size=1, max_size=3, unique=True), st.lists(MEMBER, min_size=1, max_size=2, unique=True))
def test_any_posts_in_any_form(form: str, to: list[str], by: list[str]) -> None:
    text = form.format(to=posts.render(to), by=posts.render(by))
    assert said(*page((text, ("1",)))) == Words(to, by, ["sign the lease"], [])


PIECES = st.one_of(
    st.sampled_from(
        ["authority", "be", "delegated", "to", "the Director of Place", "in consultation with", "the Leader"]
    ),
    st.sampled_from(
        ["that", "authorised", "give", "for", "and", "save for", "deeds", "subject to", "maybe", "empowers"]
    ),
    st.sampled_from(["tothe", "who will approve it? ", "on terms", "to be agreed by", "instructed", "sign", "is"]),
    st.sampled_from([",", ";", "(", ")", ":", ".", "\n"]),
)


@given(st.lists(PIECES, min_size=1, max_size=25), st.sampled_from([" ", ""]))
def test_never_raises(pieces: list[str], space: str) -> None:
    words = space.join(pieces).strip()
    half = len(words) // 2
    limbs = [(part.strip(), (str(at),)) for at, part in enumerate((words[:half], words[half:])) if part.strip()]
    text, mentions = page(*limbs, lead="RESOLVED:")
    for mention, value in read(text, mentions):
        assert value.to
        assert mention.start < mention.end


def test_time_is_linear() -> None:
    text = "authority be delegated to award, in consultation with residents, and " * 400
    assert said(*page((text, ()))).to == []
