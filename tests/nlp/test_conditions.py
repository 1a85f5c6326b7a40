"""Conditions: marked sentences in the forms that councils write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_extract.annotations import (
    ConditionReading,
    Force,
    Label,
    LeadInReading,
    LimbReading,
    LinkKind,
    Mention,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.nlp import conditions, provisos
from minutes_extract.nlp.lexicon import Entry, entries
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import ledger, write

MARK_RE = re.compile(r"<if kind=(?P<kind>\w+)>(?P<words>.*?)</if>", re.DOTALL)
NLP = blank()

SENTENCES = """
Approve the lease, <if kind=legal_review>subject to contract</if>.
That the plan be approved <if kind=approval>subject to planning permission</if>; and
to sell the land, <if kind=approval>subject to planning permission and to the Trust finding the money</if>.
<if kind=approval>Subject to Council approving the budget</if>, the contract be let.
<if kind=approval>subject to receipt of spend control approval</if>, to approve spend of £3m;
<if kind=other>Subject to 3 and 4 above</if>, authorised the Director to sign
That, <if kind=approval>subject to planning, building and other consents</if>, the Director be authorised to build.
That, <if kind=partner_approval>subject to the Secretary of State’s consent</if>, approval be given to the order
let the contract, <if kind=partner_approval>subject to Welsh Government approval of the business case</if>.
let the barn, <if kind=partner_approval>subject to Charity Commission consent</if>.
let the barn (<if kind=funding>subject to three year funding agreements</if>) as before
let the barn (<if kind=legal_review>subject to contract (and survey)</if>) as before
award it, <if kind=funding>provided that the tender falls within the approved budget</if>.
award it <if kind=funding>provided that no more than £500 is added to the price</if>
award it, <if kind=time>provided they can start before half term</if>.
award it, <if kind=other>providing that the firm agrees</if>.
award it <if kind=funding>on condition that the price is held</if>
award it <if kind=other>with the proviso that it comes back to the Board</if>.
award it, <if kind=approval>conditional upon planning permission</if>.
award it, <if kind=funding>contingent on grant being found</if>.
award it <if kind=consultation>dependent on consultation</if>.
award it <if kind=consultation>subject to consultation with residents</if>, in consultation with the Leader
award it, <if kind=legal_review>subject to compliance with the Subsidy Control Act 2022</if>;
award it, <if kind=policy>subject to the Council's Standing Orders</if>.
award it, <if kind=time>subject to yearly review</if>.
sign all papers, <if kind=other>save for deeds</if>, which the Mayor shall seal.
sign all papers, <if kind=funding>save for any award at a price above £15m</if>; and
make the order, <if kind=other>save that no sign stands by the school</if>.
grant it, <if kind=legal_review>subject to a Section 106 agreement</if> and <if kind=other>subject to Annex B</if>.
delegate to the Director, <if kind=other>subject to the advice of the Police</if>, authority to fix the route
delegate to the Director, <if kind=other>subject to the advice of the Police</if>, to fix the route
<if kind=approval>subject to prior spend control / s151 Officer approval</if>:
award it, <if kind=legal_review>subject
to contract</if>.
award it, <if kind=legal_review>subject to contract</if> |
note the report, <if kind=legal_review>subject to legal advice</if>
award it <if kind=funding>provided the price does not rise</if>
grant leave <if kind=other>subject to the rules</if> and authorise the Clerk to sign
that this approval is <if kind=approval>subject to planning permission</if>
that the works be <if kind=funding>subject to funding</if>
sell it, <if kind=legal_review>subject always to contract</if>
sell it, <if kind=legal_review>subject, however, to contract</if>
sell it, <if kind=approval>subject to approval of item No. 4</if>.
let the hall <if kind=other>so long as it stays open to all</if>.
let the hall, <if kind=other>as long as it stays open to all</if>.
let the hall <if kind=other>on the basis that the tenant will mend it</if>.
This offer is also <if kind=legal_review>subject to contract</if>.
such a letter is <if kind=funding>subject to the grant being received</if>
that the power may only be used <if kind=other>on the basis that the rules were kept</if>.
"""

NONE = """
the village is dependent on the shop
let the hall for as long as the lease runs
take the tender on the basis that it scored highest
note that the price may be subject to change
set the fee at £50 a year, subject to annual inflation
mend the road that runs by the sea and is subject to wear
thank the firm that provided the Council with benches
The decision is subject to call-in.
Approved (subject to call in)
Approved, subject to the usual call-in period
the matter will be the subject of a report
land that is subject to flooding be sold
sites which are subject to a lease be listed
To note that the grant is subject to Government rules
noted that the award was subject to a review
agree the fee of £90 subject to VAT
use the powers expressly provided for in the contract
thank those who provided the service
sign all contracts except for deeds
the application is not subject to the rules
take the tender on the basis that it could be had at once
let the contract, noting that the estimated cost is £500 (and subject to what the mill charges)
this road is subject to wear
"""


def page(*limbs: tuple[str, tuple[str, ...]], lead: str = "") -> tuple[str, list[Mention]]:
    """A page of limbs under a lead-in, with the mentions that the structural components would write."""
    text, found = lead, []
    for words, path in limbs:
        start = len(text) + (1 if text else 0)
        text = f"{text}\n{words}" if text else words
        found.append(Mention(Label.LIMB, start, len(text), LimbReading(path, None, (), Stretch(start, len(text)))))
    section = Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))
    return text, [section, *found]


def read(text: str, mentions: list[Mention]) -> list[tuple[str, str, str | None]]:
    """Conditions as (kind, words, path of what they bind)."""
    doc = NLP(text)
    write(doc, mentions)
    conditions.minutes_conditions(doc)
    paths = {m.key: ".".join(m.value.path) for m in mentions if isinstance(m.value, LimbReading)}
    bound = {link.source: paths[link.target] for link in ledger(doc).links if link.kind is LinkKind.BINDS}
    return [
        (m.value.kind, text[m.start : m.end], bound.get(m.key))
        for m in conditions.find(doc)
        if isinstance(m.value, ConditionReading)
    ]


def sentences() -> list[str]:
    return re.split(r"\n(?!to contract)", SENTENCES.strip())


@pytest.mark.parametrize("sentence", sentences())
def test_sentence(sentence: str) -> None:
    expected = [(match["kind"], match["words"], "1") for match in MARK_RE.finditer(sentence)]
    assert read(*page((MARK_RE.sub(r"\g<words>", sentence), ("1",)))) == expected


@pytest.mark.parametrize("sentence", NONE.strip().splitlines())
def test_no_condition(sentence: str) -> None:
    assert read(*page((sentence, ("1",)))) == []


def test_a_condition_before_the_lead_in_binds_the_item() -> None:
    text, mentions = page(
        ("sell the land; and", ("a",)),
        ("grant £5, subject to contract", ("b",)),
        lead="Subject to planning permission being obtained, the Executive RESOLVED to:",
    )
    assert read(text, mentions) == [
        ("approval", "Subject to planning permission being obtained", None),
        ("legal_review", "subject to contract", "b"),
    ]


def test_a_condition_behind_a_second_lead_in_binds_the_item() -> None:
    text, mentions = page(("add £5 to the budget", ("1",)), ("award the contract", ("2",)))
    middle = "\nRESOLVED that, subject to Council approving (1) above:-\n"
    start = mentions[2].start
    text = text[: start - 1] + middle + text[start:]
    limb = Mention(Label.LIMB, start - 1 + len(middle), len(text), None)
    reading = LimbReading(("2",), None, (), Stretch(limb.start, limb.end))
    section = Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))
    lead = Mention(Label.LEAD_IN, start, start - 2 + len(middle), LeadInReading(Force.DECIDES))
    found = read(text, [section, mentions[1], lead, Mention(Label.LIMB, limb.start, limb.end, reading)])
    assert found == [("approval", "subject to Council approving (1) above", None)]


def test_what_is_said_before_the_lead_in_is_no_condition() -> None:
    text, mentions = page(
        ("that the lease be granted", ()),
        lead="The officer said the offer was subject to survey. It was proposed by Cllr Hale and RESOLVED",
    )
    assert read(text, mentions) == []


def test_a_condition_that_introduces_limbs_binds_their_parent() -> None:
    text, mentions = page(
        ("subject to prior approval:", ("2", "iii")),
        ("award the contract", ("2", "iii", "a")),
        ("extend the contract", ("2", "iii", "b")),
    )
    assert read(text, mentions) == [("approval", "subject to prior approval", "2.iii")]


def test_outside_the_operative_part_nothing_binds() -> None:
    text = "Background\nThe grant was made subject to a report."
    section = Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.BACKGROUND, None))
    assert read(text, [section]) == []


@pytest.mark.parametrize("entry", entries("provisos"), ids=lambda entry: entry.term)
def test_proviso_lexicon(entry: Entry) -> None:
    [found] = provisos.find(entry.example, 0, len(entry.example))
    assert found.code == entry.code
    assert entry.example[found.start :].startswith(entry.term.lstrip(", "))


@pytest.mark.parametrize("entry", entries("condition_kinds"), ids=lambda entry: entry.term)
def test_kind_lexicon(entry: Entry) -> None:
    assert entry.term in entry.example.casefold()
    wanted = {"partner": {"partner_approval"}}.get(entry.code, {entry.code})
    assert conditions.kind(entry.example) in wanted


PIECES = st.one_of(
    st.sampled_from(
        ["subject to", "subject", "to", "contract", "provided that", "save for", "award", "the", "subjectto"]
    ),
    st.sampled_from(["Council", "approval", "That", "RESOLVED", "and", "conditional upon", "deeds"]),
    st.sampled_from([",", ";", "(", ")", ":", ".", "\n"]),
)


@given(st.lists(PIECES, min_size=1, max_size=25), st.sampled_from([" ", ""]))
def test_never_raises(pieces: list[str], space: str) -> None:
    words = space.join(pieces).strip()
    if words:
        for kind, quoted, path in read(*page((words, ("1",)), lead="RESOLVED:")):
            assert kind
            assert quoted.strip() == quoted
            assert path == "1"


@given(st.sampled_from(sentences()), st.sampled_from(sentences()))
def test_limbs_do_not_see_each_other(one: str, two: str) -> None:
    plain = [MARK_RE.sub(r"\g<words>", sentence) for sentence in (one, two)]
    expected = [(m["kind"], m["words"], str(at)) for at, line in enumerate((one, two)) for m in MARK_RE.finditer(line)]
    assert read(*page((plain[0], ("0",)), (plain[1], ("1",)))) == expected


def test_time_is_linear() -> None:
    text = "subject to survey; and (to leave " * 3000
    assert len(read(*page((text.strip(), ())))) == 3000
