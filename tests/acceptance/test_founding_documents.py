"""Founding documents 001 to 004: two officer reports, a delegated decision, a page of one item. One test a fact."""

import pytest
from founding import AT_HAND, Reading, amount, delegation, kinds, limb, paths, procurement, read, section

from minutes_extract import ItemRecord

pytestmark = AT_HAND


@pytest.fixture
def reading(request: pytest.FixtureRequest) -> Reading:
    """The document whose number the test's name bears: `test_001_…`."""
    return read(request.node.name.split("_")[1])


@pytest.fixture
def item(reading: Reading) -> ItemRecord:
    """The one item of the document."""
    (item,) = reading.items
    return item


# 001: an officer report


def test_001_it_is_an_officer_report_of_april_2022(reading: Reading, item: ItemRecord) -> None:
    assert (reading.document.kind, reading.document.meeting.date) == ("officer_report", "2022-04-25")
    assert item.number == "17"
    assert item.date == "2022-04-25"


def test_001_the_council_is_not_printed_and_not_guessed(reading: Reading) -> None:
    assert "Nottinghamshire County" not in reading.text  # the careful reader knows it from the address of a colleague
    assert reading.document.authority is None
    assert reading.document.absent["authority"] == "not_stated"


def test_001_the_title_stands_in_the_head(item: ItemRecord) -> None:
    assert (item.title or "").endswith("ANNUAL REPORT")


def test_001_the_report_is_that_of_the_service_director(item: ItemRecord) -> None:
    (officer,) = item.report_of
    assert officer.casefold() == "service director, commissioning and resources"


def test_001_the_committee_is_named_in_paragraph_16_only(reading: Reading) -> None:
    body, place = reading.document.body, reading.document.evidence["body.name"]
    assert body is not None
    assert (body.name, body.kind) == ("Children and Young People's Committee", "committee")
    assert reading.text.rindex("\n16. ", 0, place.start) > reading.text.index("\n15. ")


def test_001_the_spend_of_a_year_is_background(item: ItemRecord) -> None:
    (spend,) = item.amounts
    assert (spend.text, spend.value, spend.qualifier) == ("£153m", "153000000", "at_least")
    assert spend.role == "background"


def test_001_one_recommendation(item: ItemRecord) -> None:
    assert item.stage == "recommended"
    assert paths(item) == ["1"]
    assert limb(item, "1").label == "1)"
    assert limb(item, "1").text.startswith("That Committee considers")


@pytest.mark.parametrize(("kind", "initials"), [("constitutional", "LW"), ("finance", "CDS")])
def test_001_comments_have_initials_and_a_date(kind: str, initials: str) -> None:
    (comments,) = (advice for advice in read("001").items[0].advice if advice.kind == kind)
    assert [(a.name, a.initials, a.date) for a in comments.advisers] == [(None, initials, "2022-02-10")]


def test_001_the_author_and_the_contact(reading: Reading) -> None:
    assert [person.name for person in reading.people("author")] == ["Laurence Jones"]
    assert [person.name for person in reading.people("contact")] == ["Jon Hawketts"]


def test_001_no_background_papers_is_an_answer(item: ItemRecord) -> None:
    assert item.absent["background_papers"] == "stated_none"
    assert item.evidence["background_papers"].text == "None."


def test_001_nothing_is_said_of_key_decision_call_in_and_wards(item: ItemRecord) -> None:
    assert item.key_decision is None
    assert item.call_in.eligible is None
    assert item.total_value is None


# 002: a report with a form head


def test_002_it_is_a_report_to_a_board_of_the_city(reading: Reading, item: ItemRecord) -> None:
    authority, body = reading.document.authority, reading.document.body
    assert (reading.document.kind, item.date) == ("officer_report", "2018-05-21")
    assert authority is not None
    assert authority.name == "Nottingham City Council"
    assert body is not None
    assert (body.name, body.kind) == ("Corporate Parenting Board", "board")


def test_002_two_recommendations_both_to_note(item: ItemRecord) -> None:
    assert item.stage == "recommended"
    assert paths(item) == ["1", "2"]
    assert [limb.acts for limb in item.resolutions] == [("note",), ("note",)]


def test_002_two_directors_and_the_author(reading: Reading) -> None:
    directors = [(person.name, person.role) for person in reading.people("director")]
    assert directors == [
        ("Helen Blackman", "Director of Children's Integrated Services"),
        ("Katy Ball", "Director of Procurement and Children's Commissioning"),
    ]
    assert [person.name for person in reading.people("author")] == ["Michael Rowley"]


def test_002_the_portfolio_holder_was_consulted_in_september(item: ItemRecord) -> None:
    consulted = section(item, "consultation")
    assert "7 th September 2017" in consulted.evidence.text


@pytest.mark.parametrize("path", ["alternatives", "sections.finance", "sections.legal", "sections.property"])
def test_002_not_applicable_is_an_answer(path: str) -> None:
    (item,) = read("002").items
    assert item.absent[path] == "stated_none"
    assert item.evidence[path].text == "N/A"


def test_002_options_are_none_and_nothing_else_is_put_there(item: ItemRecord) -> None:
    assert item.alternatives is None


def test_002_a_paragraph_repeated_across_the_page_break_is_read_once(reading: Reading) -> None:
    assert reading.text.count("whilst having the flexibility to explore") == 1


def test_002_ages_and_years_are_neither_money_nor_terms(item: ItemRecord) -> None:
    assert (item.amounts, item.terms) == ((), ())


# 003: a delegated decision


def test_003_it_is_delegated_decision_5150_of_the_city(reading: Reading, item: ItemRecord) -> None:
    assert (reading.document.kind, reading.document.reference) == ("delegated_decision", "5150")
    assert reading.document.authority is not None
    assert reading.document.authority.name == "Nottingham City Council"
    assert (item.stage, item.reference) == ("delegated_decision", "5150")


def test_003_the_total_value_is_revenue(item: ItemRecord) -> None:
    assert item.total_value is not None
    assert (item.total_value.value, item.total_value.type) == ("700000", "revenue")
    assert item.amounts[0].text == "£700,000"
    assert item.amounts[0].role == "decided"


def test_003_the_author_is_the_contact(reading: Reading) -> None:
    assert [person.name for person in reading.people("author")] == ["Richard Groves"]
    assert [person.name for person in reading.people("contact")] == ["Richard Groves"]


def test_003_who_decides_and_where(item: ItemRecord) -> None:
    assert (item.decision_type, item.wards) == ("Portfolio Holder", "Citywide")


def test_003_it_may_be_called_in_until_august(item: ItemRecord) -> None:
    assert (item.call_in.eligible, item.call_in.expires) == (True, "2024-08-02")


def test_003_two_people_signed_on_one_day(reading: Reading, item: ItemRecord) -> None:
    assert [(s.name, s.date) for s in item.signatures] == [
        ("Pavlos Kotsonis", "2024-07-25"),
        ("Rosalyne Frances Howie", "2024-07-25"),
    ]
    assert [person.name for person in reading.people("signatory")] == ["Pavlos Kotsonis", "Rosalyne Frances Howie"]
    assert item.date == "2024-07-25"


@pytest.mark.parametrize(
    ("kind", "advisers"),
    [
        ("legal", [("Anthony Heath", "2024-06-03")]),
        ("finance", [("Mark James Astbury", "2024-05-13"), ("Shabana Kausar", "2024-07-22")]),
        ("procurement", [("Paul Ritchie", "2024-07-24")]),
    ],
)
def test_003_advice_that_was_sought_was_given(kind: str, advisers: list[tuple[str, str]]) -> None:
    (given,) = (advice for advice in read("003").items[0].advice if advice.kind == kind)
    assert [(adviser.name, adviser.date) for adviser in given.advisers] == advisers


def test_003_two_pages_are_missing(reading: Reading) -> None:
    assert reading.document.completeness.state == "pages_missing"
    assert reading.document.completeness.pages_missing == (4, 7)


def test_003_background_papers_and_interests_are_none(item: ItemRecord) -> None:
    assert item.absent["background_papers"] == item.absent["interests"] == "stated_none"


def test_003_one_decision(item: ItemRecord) -> None:
    (decision,) = item.resolutions
    assert decision.path == ()
    assert "£700,000" in decision.text
    assert [a.text for a in item.amounts if a.resolution_path == ()] == ["£700,000"]


def test_003_sums_of_the_text_are_read_to_their_printed_digit(item: ItemRecord) -> None:
    printed = {"£1.0m": "1000000", "£0.3m": "300000", "£1.297m": "1297000", "£0.939m": "939000"}
    printed |= {"£2.236m": "2236000", "£2.544m": "2544000", "£1.248m": "1248000"}
    read_so = {a.text: a.value for a in item.amounts}
    assert {text: read_so.get(text) for text in printed} == printed
    assert amount(item, "£1.0m").precision == "50000"
    assert amount(item, "£1.248m").precision == "500"


def test_003_a_flattened_table_is_in_millions_and_savings_in_brackets_are_negative(item: ItemRecord) -> None:
    cells = [a for a in item.amounts if a.section == "finance" and not a.text.startswith("£")]
    thousands = [int(a.value or "0") // 1000 for a in cells]
    assert thousands == [77, 628, 848, 700, 2253, -1053, -2072, -798, -499, -4422, 77, -425, -1224, -798, -499, -2169]
    assert all(a.negative == a.text.startswith("(") for a in cells)
    assert {a.role for a in cells} == {"background"}


@pytest.mark.parametrize(("text", "value"), [("£2,347,990", "2347990"), ("£17,303,583", "17303583")])
def test_003_figures_of_another_period_are_background_of_the_procurement_advice(text: str, value: str) -> None:
    found = amount(read("003").items[0], text)
    assert (found.value, found.role, found.section) == (value, "background", "procurement")


# 004: a page of one item


def test_004_no_date_and_no_body_are_printed_and_none_is_guessed(reading: Reading, item: ItemRecord) -> None:
    assert reading.document.kind == "agenda_item"
    assert (item.date, item.body, item.number) == (None, None, None)
    assert item.absent["date"] == item.absent["body"] == "not_stated"
    assert reading.document.absent["meeting.date"] == "not_stated"


def test_004_the_report_is_that_of_two_directors(item: ItemRecord) -> None:
    assert item.report_of == (
        "Corporate Director for Children and Adults",
        "Corporate Director for Strategy and Resources",
    )


def test_004_it_was_presented_by_one_officer(reading: Reading) -> None:
    (presenter,) = reading.people("presenter")
    assert (presenter.name, presenter.role) == ("Steve Oakley", "Head of Contracting and Procurement")


def test_004_six_limbs(item: ItemRecord) -> None:
    assert item.stage == "resolved"
    assert paths(item) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("dotted", ["1", "2"])
def test_004_two_approvals_to_procure_led_by_the_county(dotted: str) -> None:
    (item,) = read("004").items
    way = procurement(item, dotted)
    assert limb(item, dotted).acts == ("approve", "procure")
    assert (way.route, way.lead, way.joint_with) == (
        "framework",
        "Nottinghamshire County Council",
        ("D2N2 councils",),
    )


def test_004_three_delegations_of_which_the_first_with_a_consultee(item: ItemRecord) -> None:
    assert [d.resolution_path for d in item.delegations] == [("3",), ("4",), ("5",)]
    award = delegation(item, "3")
    assert award.to == ("Director of Children’s Integrated Services",)
    assert award.consultees == ("Portfolio Holder for Early Intervention & Early Years",)
    for dotted in "45":
        assert delegation(item, dotted).to == ("Head of Contracting and Procurement",)
        assert delegation(item, dotted).consultees == ()


def test_004_a_maximum_by_reference_is_no_amount(item: ItemRecord) -> None:
    assert item.amounts == ()
    assert "2018/19 prices" in limb(item, "6").text


def test_004_prices_of_a_year_are_no_term(item: ItemRecord) -> None:
    assert not any("2018/19" in term.text for term in item.terms)


@pytest.mark.xfail(reason="`The framework expires in <month> <year>` is not yet a term with an end.")
def test_004_the_old_framework_expires_in_january_2020(item: ItemRecord) -> None:
    (old,) = item.terms
    assert (old.end, old.start, old.section) == ("2020-01", None, "reasons")


def test_004_one_alternative_was_considered(item: ItemRecord) -> None:
    assert kinds(item) == ["discussion", "operative", "reasons", "options"]
    assert (item.alternatives or "").startswith("Nottingham City Council could commission")
    assert "alternatives" not in item.absent
