"""`minutes_dates`: which day a printed date is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from minutes_extract.annotations import DateReading, Label
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp import dates, fields
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import KEY, Ledger, read, write

NLP = blank()
COMPONENT = dates.create_dates(NLP, "minutes_dates")


def document(*lines: str) -> Doc:
    """A `Doc` of blocks, one a line: "= Label: value" is a label line, "- 1. item" an item of a list."""
    kinds = {"=": BlockKind.FIELD, "-": BlockKind.LIST_ITEM}
    blocks, texts, start = [], [], 0
    for line in lines:
        kind, text = kinds.get(line[0], BlockKind.PARAGRAPH), line.lstrip("=- ")
        label = (
            text.index(":") + 1 if kind is BlockKind.FIELD else text.index(" ") if kind is BlockKind.LIST_ITEM else 0
        )
        blocks.append(Block(kind, start, start + len(text), label_end=start + label, body_start=start))
        texts.append(text)
        start += len(text) + 1
    doc = NLP.make_doc("\n".join(texts))
    doc.user_data[KEY] = Ledger(doc.text, tuple(blocks))
    write(doc, fields.find(doc))
    return doc


def found(*lines: str) -> list[tuple[str | None, str]]:
    doc = COMPONENT(document(*lines))
    return [(m.value.iso, m.value.kind) for m in read(doc, Label.DATE) if isinstance(m.value, DateReading)]


FILLING = ("The Cabinet spoke of the roof.",) * 15


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("= Date of decision: 21/03/2024", "decision"),
        ("= Publication date: 21/03/2024", "publication"),
        ("= Decision published: 21/03/2024", "publication"),
        ("= Decided at meeting: 21/03/2024 - CABINET", "meeting"),
        ("= Effective from: 21/03/2024", "effective"),
        ("= Decision due: 21 March 2024 by Director of Place", "due"),
        ("= Call-in deadline date: 21/03/2024", "call_in_expiry"),
        ("= Call-in Period Ends: 21 March 2024 @16:00hours", "call_in_expiry"),
        ("= SIGNED and Dated: 21/03/2024", "decision"),
        ("= Meeting: 21/03/2024 - Homes Committee (Item 71.)", "meeting"),
        ("- • Meeting of Cabinet, Thursday, 21st March, 2024 4.30 pm (Item 41.)", "meeting"),
        ("21/03/2024 - Household Waste Sites", "decision"),
        ("March 21, 2024 Cabinet (Cabinet collective) Key decision Approved", "decision"),
        (
            "Call-in of this decision is open to the Select Committee until 5pm, Thursday 21 March 2024",
            "call_in_expiry",
        ),
        ("Where nobody has ‘called-in’ the decision by 5.00pm on 21 March 2024, it takes effect", "call_in_expiry"),
        ("Advice was given by the Head of Legal on 21 March 2024", "other"),
        ("The strategy was published on 21 March 2024 and read.", "other"),
        ("- 1. To enlarge the school with effect from 21 March 2024", "other"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert found(*FILLING, line) == [("2024-03-21", kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, 10th September, 2024 9.30 am",
        "Corporate Parenting Board - 10th September 2024",
        "MINUTES OF THE MEETING OF BRACKENBY PARISH COUNCIL, 10 SEPTEMBER 2024",
        "Minutes of the meeting of the Council held on Tuesday 10 September 2024 at 7.30pm",
        "Executive - Tuesday 10 September 2024 10.30 am",
        "10th September 2024",
    ],
)
def test_the_head_of_a_page_tells_the_meeting(line: str) -> None:
    assert found("Marlington Council", line) == [("2024-09-10", "meeting")]


@pytest.mark.parametrize(
    "line",
    [
        "To confirm the minutes of the meeting held on 10 September 2024",
        "The minutes of the meeting held on 10 September 2024 were approved",
        "- 97. MINUTES OF THE CABINET MEETING HELD ON 10 SEPTEMBER 2024",
        "The Committee was told that the lease would end on 10 September 2024",
        "The next meeting of the Council will be on 10 September 2024 at 7pm",
    ],
)
def test_another_meeting_is_not_this_one(line: str) -> None:
    assert found("Marlington Council", line) == [("2024-09-10", "other")]


def test_a_date_below_a_signature_is_that_of_the_decision() -> None:
    assert found("= Signed: Councillor E. Hallam", "= Date: 3 November 2022") == [("2022-11-03", "decision")]


def test_a_label_alone_on_its_line_tells_the_kind() -> None:
    assert found(*FILLING, "= Date of Decision:", "20th January 2022") == [("2022-01-20", "decision")]


def test_partial_dates_stay_partial() -> None:
    assert found(*FILLING, "work from April 2024 to 31 March") == [("2024-04", "other"), (None, "other")]


def test_years_of_account_are_no_dates() -> None:
    assert found("the budget for 2024/25") == []


def test_the_factory_is_registered() -> None:
    language = blank()
    language.add_pipe("minutes_dates")
    doc = language("Decided on 21 March 2024.")
    assert [span.text for span in doc.spans["date"]] == ["21 March 2024"]


@given(
    st.text(max_size=100)
    | st.from_regex(r"(call-in|Date:|minutes of|Tues)? ?[0-9]{1,2}(th|/|é)? ?(May|7)[/é ]?2024.?", fullmatch=True)
)
def test_every_date_falls_on_token_borders(text: str) -> None:
    doc = COMPONENT(NLP.make_doc(text))
    assert all(span.text for span in doc.spans.get("date", []))
