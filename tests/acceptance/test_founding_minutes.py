"""Founding document 000: draft minutes of a committee, each long item cut short by the publisher. One test a fact."""

import pytest
from founding import (
    AT_HAND,
    Reading,
    amount,
    condition,
    delegation,
    kinds,
    limb,
    paths,
    procurement,
    read,
    section,
    terms,
)

from minutes_extract import ItemRecord

pytestmark = AT_HAND

CUT = ("30", "31", "32", "33", "34")


@pytest.fixture
def minutes() -> Reading:
    return read("000")


@pytest.fixture
def item(request: pytest.FixtureRequest) -> ItemRecord:
    """The item whose number the test's name bears: `test_30_…`."""
    return read("000").item(request.node.name.split("_")[1])


# The meeting


def test_it_is_draft_minutes_on_a_page_of_moderngov(minutes: Reading) -> None:
    assert minutes.document.kind == "meeting_minutes"
    assert minutes.document.minutes_status == "draft"
    assert minutes.document.publisher == "moderngov"


def test_the_council_and_its_committee_are_named(minutes: Reading) -> None:
    authority, body = minutes.document.authority, minutes.document.body
    assert authority is not None
    assert authority.name == "Nottingham City Council"
    assert body is not None
    assert (body.name, body.kind) == ("Commissioning and Procurement Executive Committee", "committee")


def test_it_met_at_half_past_nine(minutes: Reading) -> None:
    assert (minutes.document.meeting.date, minutes.document.meeting.time) == ("2024-09-10", "09:30")
    assert {item.date for item in minutes.items} == {"2024-09-10"}


def test_its_items_are_27_to_34(minutes: Reading) -> None:
    assert [item.number for item in minutes.items] == [str(number) for number in range(27, 35)]


def test_the_contact_is_named(minutes: Reading) -> None:
    assert [person.name for person in minutes.people("contact")] == ["Mark Leavesley"]


def test_one_councillor_sent_apologies_and_the_reason_is_leave(minutes: Reading) -> None:
    (absent,) = minutes.people("apologies")
    assert (absent.name, absent.detail, absent.item_number) == ("Councillor Cheryl Barnard", "leave", "27")


def test_28_none_is_an_answer(item: ItemRecord, minutes: Reading) -> None:
    assert item.title == "Declarations of interests"
    assert item.stage == "none"
    assert item.absent["sections.discussion"] == "stated_none"
    assert "sections.discussion" not in minutes.document.absent  # it is this item's answer, not the document's


def test_29_the_minutes_of_july_were_confirmed(item: ItemRecord) -> None:
    (confirmed,) = item.resolutions
    assert item.stage == "resolved"
    assert "9 July 2024 were confirmed" in confirmed.text


def test_the_last_five_items_are_key_decisions_and_no_title_says_so(minutes: Reading) -> None:
    assert [item.number for item in minutes.items if item.key_decision] == list(CUT)
    assert not any("key decision" in (item.title or "") for item in minutes.items)


def test_titles_are_without_file_marks(minutes: Reading) -> None:
    assert not any("pdf" in (item.title or "").casefold() for item in minutes.items)
    assert minutes.item("29").title == "Minutes"
    assert minutes.item("34").title == "NEET Reduction Service"


def test_the_publisher_cut_the_last_five_items(minutes: Reading) -> None:
    whole = minutes.document.completeness
    assert whole.state == "truncated"
    assert [cut.text.rsplit(" ", 1)[-1] for cut in whole.truncations] == list(CUT)
    assert all(minutes.item(number).absent["alternatives"] == "truncated" for number in CUT)


@pytest.mark.parametrize(
    ("number", "officer"),
    [
        ("30", "Interim Corporate Director of Adult Social Care and Health"),
        ("31", "Interim Corporate Director of Adult Social Care and Health"),
        ("32", "Interim Corporate Director of Children and Education Services"),
        ("33", "Interim Corporate Director of Children and Education Services"),
        ("34", "Director of Economic Development and Property"),
    ],
)
def test_the_report_is_that_of(minutes: Reading, number: str, officer: str) -> None:
    assert minutes.item(number).report_of == (officer,)


@pytest.mark.parametrize(
    ("number", "presenters"),
    [
        ("30", ["Helen Johnston", "Tracey Ford"]),
        ("31", ["Claire Labdon-West"]),
        ("32", ["Charlotte Dodds"]),
        ("33", ["Charlotte Dodds"]),
        ("34", ["Matthew Wheatley"]),
    ],
)
def test_the_report_was_presented_by(minutes: Reading, number: str, presenters: list[str]) -> None:
    assert [person.name for person in minutes.people("presenter", number)] == presenters


@pytest.mark.parametrize(("number", "name"), [("30", "Cllr Corall Jenkins"), ("31", "Cllr Pavlos Kotsonis")])
def test_a_councillor_joined_for_the_item(minutes: Reading, number: str, name: str) -> None:
    (joined,) = minutes.people("in_attendance", number)
    assert joined.name == name
    assert (joined.detail or "").startswith("joined for this item")


@pytest.mark.parametrize("number", ["30", "33", "34"])
def test_letters_run_on_from_discussion_to_reasons_and_do_not_tell_the_section(minutes: Reading, number: str) -> None:
    item = minutes.item(number)
    assert kinds(item) == ["discussion", "operative", "reasons"]
    last, first = {"30": ("d", "e"), "33": ("d", "e"), "34": ("f", "g")}[number]
    assert f"\n{last}) " in section(item, "discussion").evidence.text
    assert (item.reasons or "").startswith(f"{first}) ")


# 30: Changing Futures


def test_30_the_limbs_go_three_deep(item: ItemRecord) -> None:
    assert paths(item) == ["1", "2", "2.i", "2.ii", "2.iii", "2.iii.a", "2.iii.b", "2.iii.c"]


def test_30_funding_is_accepted_at_so_much_a_year(item: ItemRecord) -> None:
    total, yearly = amount(item, "£7,346,875", "1"), amount(item, "£1,469,375", "1")
    assert (total.value, total.per, total.role, total.purpose) == ("7346875", None, "decided", "funding")
    assert (yearly.value, yearly.per, yearly.role, yearly.purpose) == ("1469375", "year", "decided", "funding")
    assert "accept_funding" in limb(item, "1").acts


def test_30_the_transfer_is_up_to_the_same_sum(item: ItemRecord) -> None:
    assert amount(item, "£7,346,875", "2.i").qualifier == "up_to"
    assert amount(item, "£1,469,375", "2.i").per == "year"


def test_30_the_yearly_sum_is_spent(item: ItemRecord) -> None:
    spend = amount(item, "£1,469,375", "2.iii.a")
    assert (spend.per, spend.purpose) == ("year", "approved_spend")


@pytest.mark.parametrize("dotted", ["1", "2.i"])
def test_30_the_funding_runs_for_five_years(minutes: Reading, dotted: str) -> None:
    (period,) = terms(minutes.item("30"), dotted)
    assert (period.form, period.start, period.end) == ("dates", "2025-04-01", "2030-03-31")


def test_30_the_delegate_is_the_director_of_public_health(item: ItemRecord) -> None:
    assert delegation(item, "2").to == ("Director of Public Health",)
    assert len(item.delegations) == 1


def test_30_two_contracts_run_three_years_with_an_option_of_two(item: ItemRecord) -> None:
    (term,) = terms(item, "2.iii.b")
    assert (term.initial_months, term.option_months, term.maximum_months) == (36, (24,), 60)
    assert term.start == "2025-04-01"
    assert procurement(item, "2.iii.b").contracts == 2


def test_30_the_contracts_maximum_end_is_worked_out_and_is_that_of_the_funding(item: ItemRecord) -> None:
    (term,), (funding,) = terms(item, "2.iii.b"), terms(item, "1")
    assert term.maximum_end == "2030-03-31" == funding.end
    assert "maximum_end" in term.derived


def test_30_a_list_of_names_inside_a_limb_makes_no_limbs(item: ItemRecord) -> None:
    assert "(ii) Partnership Learning Hub" in limb(item, "2.iii.b").text


def test_30_running_contracts_are_extended_once_and_have_no_options(item: ItemRecord) -> None:
    (term,) = terms(item, "2.iii.c")
    assert (term.initial_months, term.option_months, term.end) == (12, (), "2026-03-31")
    assert (procurement(item, "2.iii.c").route, procurement(item, "2.iii.c").contracts) == ("extension", 4)


def test_30_the_condition_binds_the_limb_and_those_under_it(item: ItemRecord) -> None:
    approval = condition(item, "2.iii")
    assert (approval.text, approval.kind) == ("subject to prior Spend Control / s151 Officer approval", "approval")
    assert all(approval.text in limb(item, f"2.iii.{letter}").effective_text for letter in "abc")
    assert approval.text not in limb(item, "2.ii").effective_text


def test_30_the_agreement_is_under_the_nhs_act(item: ItemRecord) -> None:
    (statute,) = item.references
    assert (statute.section, statute.act) == ("Section 256", "NHSA 2006")


# 31: Extra Care


def test_31_no_operative_text_survives_and_none_is_invented(item: ItemRecord) -> None:
    assert item.stage == "none"
    assert item.absent["operative"] == item.absent["resolutions"] == "truncated"
    assert item.operative is None
    assert (item.resolutions, item.delegations, item.conditions, item.terms) == ((), (), (), ())


def test_31_a_saving_a_year_has_no_pound_sign(item: ItemRecord) -> None:
    (saving,) = item.amounts
    assert (saving.text, saving.value, saving.per) == ("0.582m", "582000", "year")
    assert (saving.purpose, saving.role) == ("saving", "background")


# 32: Children's Advocacy


def test_32_the_condition_stands_before_the_lead_in_and_binds_the_item(item: ItemRecord) -> None:
    approval = condition(item, "item")
    assert item.operative is not None
    assert item.operative.text.endswith("resolved to:")
    assert approval.evidence.end < item.operative.evidence.end
    assert approval.kind == "partner_approval"


def test_32_the_county_s_share_and_the_city_s(item: ItemRecord) -> None:
    county, city = amount(item, "£1,190,000"), amount(item, "£491,000", "1")
    assert (county.value, county.qualifier, county.role) == ("1190000", "up_to", "decided")
    assert (city.value, city.qualifier, city.role) == ("491000", "up_to", "decided")


def test_32_the_maximum_contracts_value(item: ItemRecord) -> None:
    value = amount(item, "£1,681,000")
    assert (value.value, value.qualifier, value.purpose) == ("1681000", "up_to", "contract_value")


def test_32_what_the_county_adds_is_background(item: ItemRecord) -> None:
    added, printed = amount(item, "£28,000"), amount(item, "£200,000")
    assert (added.value, added.per, added.role) == ("28000", "year", "background")
    assert (printed.value, printed.role) == ("200000", "background")


def test_32_the_term_is_five_years_at_most(item: ItemRecord) -> None:
    (term,) = terms(item, "1")
    assert (term.maximum_months, term.option_months) == (60, ())


def test_32_five_years_include_the_option(item: ItemRecord) -> None:
    (term,) = terms(item)
    assert (term.initial_months, term.maximum_months, term.inclusive) == (36, 60, True)
    assert "option to extend" in term.text


def test_32_the_second_limb_is_cut_and_no_power_is_invented(item: ItemRecord, minutes: Reading) -> None:
    assert paths(item) == ["1", "2"]
    assert delegation(item, "2").powers is None
    cut = minutes.document.completeness.truncations[2]
    assert not minutes.text[limb(item, "2").evidence.end : cut.start].strip()
    assert item.absent["delegations[0].powers"] == "truncated"


# 33: Children's Residential Block


def test_33_spend_over_nine_years_of_which_a_part_is_guaranteed(item: ItemRecord) -> None:
    spend, block = amount(item, "£18.72m", "1"), amount(item, "£11.262m", "1")
    assert (spend.value, spend.qualifier, spend.purpose) == ("18720000", "up_to", "approved_spend")
    assert (block.value, block.qualifier) == ("11262000", "up_to")
    assert block.part_of is not None
    assert item.amounts[block.part_of] == spend


def test_33_beds_are_not_money(item: ItemRecord) -> None:
    assert len(item.amounts) == 2


def test_33_five_and_two_and_two_are_nine_years(item: ItemRecord) -> None:
    (spend,), (contract,) = terms(item, "1"), terms(item, "2")
    assert contract.form == "plus_notation"
    assert (contract.initial_months, contract.option_months, contract.maximum_months) == (60, (24, 24), 108)
    assert spend.maximum_months == 108


def test_33_the_discussion_leaves_open_whether_each_and_the_resolution_settles_it(item: ItemRecord) -> None:
    (contract,) = terms(item, "2")
    assert "each" in terms(item)[0].ambiguous
    assert contract.ambiguous == ()


def test_33_it_is_called_off_from_an_existing_framework(item: ItemRecord) -> None:
    way = procurement(item, "2")
    assert way.framework is not None
    assert "D2N2" in way.framework
    assert {way.route.value, *(p.route.value for p in item.procurement)} == {"call_off", "framework"}


def test_33_two_officers_have_power(item: ItemRecord) -> None:
    award, sign = delegation(item, "3"), delegation(item, "4")
    assert award.to == ("Director of Commissioning and Partnerships",)
    assert (award.powers or "").startswith("approve and award")
    assert sign.to == ("Head of Service Contracts, Quality and Personalisation",)
    assert sign.powers == "sign the call off contract"
    assert len(item.delegations) == 2


def test_33_deeds_are_carved_out_for_those_who_execute_them(item: ItemRecord) -> None:
    assert delegation(item, "3").carve_outs == ()
    (deeds,) = delegation(item, "4").carve_outs
    assert deeds.startswith("save for any agreement/contract")
    assert deeds.endswith("Director for Legal and Governance / Head of Legal and Governance")


def test_33_approval_of_spend_is_a_condition_of_the_first_limb_alone(item: ItemRecord) -> None:
    assert condition(item, "1").kind == "approval"
    assert not any(c.scope in ("item", ("2",), ("3",)) for c in item.conditions)


# 34: NEET Reduction


def test_34_a_combined_value_and_the_share_in_brackets(item: ItemRecord) -> None:
    value, share = amount(item, "£941,300", "1"), amount(item, "£410,300", "1")
    assert (value.value, value.qualifier, value.purpose) == ("941300", "up_to", "contract_value")
    assert share.value == "410300"
    assert share.part_of is not None
    assert item.amounts[share.part_of] == value


def test_34_the_reduction_is_background(item: ItemRecord) -> None:
    assert (amount(item, "£50,000").value, amount(item, "£50,000").role) == ("50000", "background")


def test_34_it_runs_for_one_financial_year(item: ItemRecord) -> None:
    (period,) = terms(item, "1")
    assert (period.form, period.start, period.end) == ("financial_years", "2024-04-01", "2025-03-31")


def test_34_it_is_exempt_from_competition_and_joint_with_the_county(item: ItemRecord) -> None:
    way = procurement(item, "1")
    assert (way.route, way.joint_with) == ("exemption", ("Nottinghamshire County Council",))
    assert way.evidence.text.startswith("TECKAL")


def test_34_both_limbs_delegate_to_the_same_director(item: ItemRecord) -> None:
    assert paths(item) == ["1", "2"]
    assert delegation(item, "1").to == delegation(item, "2").to
    assert delegation(item, "1").to == ("Corporate Director for Growth and City Development",)


def test_34_the_signature_waits_for_compliance_and_review(item: ItemRecord) -> None:
    assert condition(item, "2").kind == "legal_review"
