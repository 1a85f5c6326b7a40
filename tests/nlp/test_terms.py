"""`minutes_terms`: terms in their place, block by block, limb by limb, form by form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from minutes_extract.annotations import FieldReading, Label, LimbReading, Mention, Stretch
from minutes_extract.document import Block, BlockKind
from minutes_extract.nlp import terms
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import KEY, Ledger, read, write
from minutes_extract.values.terms import Term

NLP = blank()
KINDS = {"#": BlockKind.HEADING, "=": BlockKind.FIELD, "-": BlockKind.LIST_ITEM, "|": BlockKind.TABLE_ROW}


def document(*lines: str) -> Doc:
    """A `Doc` of blocks, one a line; the first character may name their kind (# heading, = field, - item, | row)."""
    texts = [line[1:] if line[:1] in KINDS else line for line in lines]
    blocks, start = [], 0
    for line, text in zip(lines, texts, strict=True):
        kind = KINDS.get(line[:1], BlockKind.PARAGRAPH)
        label = (
            text.index(":") + 1 if kind is BlockKind.FIELD else text.index(" ") if kind is BlockKind.LIST_ITEM else 0
        )
        body = label + 1 if kind is BlockKind.LIST_ITEM else 0
        blocks.append(Block(kind, start, start + len(text), label_end=start + label, body_start=start + body))
        start += len(text) + 1
    doc = NLP.make_doc("\n".join(texts))
    doc.user_data[KEY] = Ledger(doc.text, tuple(blocks))
    return doc


def limb(doc: Doc, words: str, *path: str) -> None:
    """Claims that these words are a limb."""
    start = doc.text.index(words)
    reading = LimbReading(path, None, (), Stretch(start, start + len(words)))
    write(doc, [Mention(Label.LIMB, start, start + len(words), reading)])


def found(doc: Doc) -> list[tuple[str, Term]]:
    NLP_TERMS(doc)
    return [(doc.text[m.start : m.end], m.value) for m in read(doc, Label.TERM) if isinstance(m.value, Term)]


NLP_TERMS = terms.create_terms(NLP, "minutes_terms")


def test_the_factory_is_registered() -> None:
    language = blank()
    language.add_pipe("minutes_terms")
    assert language.pipe_names == ["minutes_terms"]


def test_a_term_is_written_as_span_and_value() -> None:
    doc = document("award of a three-year contract")
    assert [words for words, _ in found(doc)] == ["a three-year contract"]
    assert [span.text for span in doc.spans["term"]] == ["a three-year contract"]


def test_a_term_does_not_run_into_the_next_block() -> None:
    doc = document("award of a three-year contract with the option to extend", "for two further years of the contract")
    assert [term.option_months for _, term in found(doc)] == [()]


def test_a_heading_tells_no_term() -> None:
    assert found(document("#Award of a three-year contract", "The report was noted.")) == []


def test_the_title_of_a_paper_tells_no_term() -> None:
    doc = document("=Title: Award of a three-year contract")
    reading = FieldReading("subject", Stretch(0, 5), Stretch(7, len(doc.text)))
    write(doc, [Mention(Label.FIELD, 0, len(doc.text), reading)])
    assert found(doc) == []


def test_a_limb_needs_fewer_words() -> None:
    words = "accept the quotation of Fenside for three years"
    doc = document(f"-(a) {words}")
    limb(doc, words, "a")
    assert [text for text, _ in found(doc)] == ["for three years"]
    assert found(document(f"It was said that they might {words}")) == []


def test_a_term_restated_in_one_limb_is_listed_once() -> None:
    words = "award a three-year contract, at £90,000 over the three-year period. It is a three-year contract."
    doc = document(f"-(1) {words}")
    limb(doc, words, "1")
    assert len(found(doc)) == 1


def test_the_total_of_a_sum_restated_in_one_limb_is_not_listed() -> None:
    words = "award a contract for 3+1+1 years, at £90,000 a year, or £450,000 over the five year period of the contract"
    doc = document(f"-(1) {words}")
    limb(doc, words, "1")
    assert [term.maximum_months for _, term in found(doc)] == [60]


def test_two_sentences_of_an_unnumbered_decision_tell_two_terms() -> None:
    extended = "is extended for the period from 1 May 2025 to 30 June 2025."
    words = f"Contract A {extended} Contract B {extended}"
    doc = document(words)
    limb(doc, words)
    assert len(found(doc)) == 2


def test_a_decision_that_is_printed_twice_tells_its_terms_again() -> None:
    words = "award a three-year contract for gas"
    doc = document(f"-1. {words}", "#Minutes", f"-1. {words}")
    limb(doc, words, "1")
    assert len(found(doc)) == 2


def test_what_points_back_in_one_sentence_tells_no_new_term() -> None:
    extension = "The firm was given a one-year extension of its contract to 31 March 2027"
    assert len(found(document(f"{extension}, at £4,000 for the 1 year contract."))) == 1
    assert len(found(document(f"{extension}. It pays £4,000 for the 1 year contract."))) == 2


def test_an_option_restated_in_one_limb_is_listed_once() -> None:
    words = "extend the contract for another six months. Its price for the additional 6 months is £4,000."
    doc = document(words)
    limb(doc, words, "2")
    assert len(found(doc)) == 1


def test_an_aside_that_begins_a_line_breaks_no_term() -> None:
    first = "award a contract for three years, worth £2m at what was paid in 2024/25"
    rest = "(and subject to tariffs) and the contract will commence on 1 June 2026."
    ((words, term),) = found(document(first, rest))
    assert words.endswith("1 June 2026")
    assert (term.initial_months, term.start) == (36, "2026-06-01")


def test_two_limbs_tell_two_terms() -> None:
    doc = document("-(1) award a three-year contract for gas", "-(2) award a three-year contract for power")
    limb(doc, "award a three-year contract for gas", "1")
    limb(doc, "award a three-year contract for power", "2")
    assert len(found(doc)) == 2


def test_an_inline_limb_begins_anew() -> None:
    doc = document("to (i) let the shop for two years; and (ii) extend the contract for one year")
    limb(doc, "let the shop for two years", "i")
    limb(doc, "extend the contract for one year", "ii")
    assert [term.initial_months for _, term in found(doc)] == [24, 12]


def test_the_rows_of_a_form_are_one_term() -> None:
    doc = document(
        "|Name of contractor | Carlow",
        "|Contract Duration | 12 months",
        "|Contract Start Date | 04/09/2023",
        "|Contract End Date | 03/09/2024",
        "|Optional Extension Period 1 | 12 months",
        "|Optional Extension Period 2 | months",
    )
    ((words, term),) = found(doc)
    assert words == "12 months"
    assert (term.initial_months, term.option_months, term.maximum_months) == (12, (12,), 24)
    assert (term.start, term.end) == ("2023-09-04", "2024-09-03")


@pytest.mark.parametrize(
    ("rows", "initial", "options", "start"),
    [
        (("=Term: 10 years", "=Breaks: mutual at year 5"), 120, (), None),
        (("=Length of contract: 3+1+1",), 36, (12, 12), None),
        (
            (
                "|Start date | 1 May 2023",
                "|Supplier | Carlow",
                "|Contract period | 2 years | Extension options | 2 x 12 months",
            ),
            24,
            (12, 12),
            "2023-05-01",
        ),
        (
            (
                "|Contract start date | 01/04/2023",
                "|Contract end date | 31/03/2025",
                "|Extension options | 2 x 12 months",
            ),
            None,
            (12, 12),
            "2023-04-01",
        ),
        (("|Commencement date | 01/04/2023", "|Expiry date | 31/03/2025"), None, (), "2023-04-01"),
    ],
)
def test_forms(rows: tuple[str, ...], initial: int | None, options: tuple[int, ...], start: str | None) -> None:
    ((_, term),) = found(document(*rows))
    assert (term.initial_months, term.option_months, term.start) == (initial, options, start)


@pytest.mark.parametrize(
    "rows",
    [
        ("|Call In Expiry date | 02/08/2024",),
        ("|Contract start date | 01/04/2023",),
        ("|Duration | 2 hours",),
        ("|Contract duration | To be confirmed",),
        ("|Options | Contract Duration",),
    ],
)
def test_forms_without_a_term(rows: tuple[str, ...]) -> None:
    assert found(document(*rows)) == []


def test_two_contracts_of_a_form_are_two_terms() -> None:
    doc = document("|Contract duration | 12 months", "|Contract duration | 24 months")
    assert [term.initial_months for _, term in found(doc)] == [12, 24]


PHRASE = "for two years plus one (3+1+1) extension contract 1 April 2025 to 31/03/2026 2024/25"
WORDS = [*PHRASE.split(), "yearsé", "2x6", "months", "₂", "_", "|", "\n", "£5"]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=100))
def test_every_term_falls_on_token_borders(text: str) -> None:
    doc = NLP.make_doc(text)
    NLP_TERMS(doc)
    assert all(span.text for span in doc.spans.get("term", []))


def test_a_date_that_breaks_between_blocks_is_one() -> None:
    words = "2. appoint a firm to run the post room for a period of two years starting 1st May"
    doc = document(f"-{words}", "2006, with an option to extend for a further year. It costs £9,000 over two years.")
    limb(doc, words, "2")
    ((_, term),) = found(doc)
    assert (term.initial_months, term.option_months, term.start) == (24, (12,), "2006-05-01")


def test_days_in_a_row_below_are_those_of_the_length_that_they_agree_with() -> None:
    doc = document(
        "|Decision | extend the contract with Wren CIC for 6 months",
        "|Value | £57,300",
        "|Period | from 01/04/2024 to 30/09/2024",
        "|Contract as first let | 3+1+1 years",
    )
    limb(doc, "extend the contract with Wren CIC for 6 months")
    (_, term), (_, first) = found(doc)
    assert (term.initial_months, term.start, term.end) == (6, "2024-04-01", "2024-09-30")
    assert (first.initial_months, first.option_months) == (36, (12, 12))


def test_days_that_disagree_with_a_length_are_a_term_of_their_own() -> None:
    doc = document("|Decision | extend the contract for 6 months", "|Period | from 01/04/2024 to 31/03/2025")
    assert [(term.initial_months, term.end) for _, term in found(doc)] == [(6, None), (None, "2025-03-31")]


def test_a_table_asks_in_its_head() -> None:
    doc = document(
        "|Contract | Supplier | Term (years) | Start | End | Extension options",
        "|Lift repairs | Tern Ltd | 3 | 01/04/2024 | 31/03/2027 | 2 x 12 months",
        "|Hired vans | Crane plc | 2+1 | 01/06/2024 | 31/05/2026 | N/A",
        "|Road salt | Knot Ltd | tbc | tbc | | ",
    )
    first, second = (term for _, term in found(doc))
    assert (first.initial_months, first.option_months) == (36, (12, 12))
    assert (first.start, first.end) == ("2024-04-01", "2027-03-31")
    assert (second.initial_months, second.option_months) == (24, (12,))


def test_a_table_may_ask_for_the_term_alone() -> None:
    doc = document(
        "|Contract | Supplier | Term",
        "|Window cleaning | Tern Ltd | 01/04/2025 to 31/03/2028",
        "|Lift repairs | Crane plc | 3 years plus 1 year",
        "|Road salt | Knot Ltd | 12 months",
        "|Grit bins | Knot Ltd | tbc",
    )
    first, second, third = (term for _, term in found(doc))
    assert (first.start, first.end) == ("2025-04-01", "2028-03-31")
    assert (second.initial_months, second.option_months) == (36, (12,))
    assert third.initial_months == 12


def test_a_colon_before_the_border_belongs_to_the_label() -> None:
    ((_, term),) = found(document("|Term: | 2+1+1 years", "|Start date: | 01/10/2023"))
    assert (term.initial_months, term.option_months, term.start) == (24, (12, 12), "2023-10-01")


def test_a_proposed_extension_is_no_option_of_the_form() -> None:
    doc = document("|Original term | 2 years", "|Extension options | 1 + 1 years", "|Proposed extension | 12 months")
    assert [(term.initial_months, term.option_months) for _, term in found(doc)] == [(24, (12, 12))]


def test_days_may_stand_in_the_next_sentence_of_a_limb() -> None:
    words = "award the contract to Tern Ltd for two years. The contract will start on 1 May 2026."
    doc = document(f"-{words}")
    limb(doc, words, "1")
    ((_, term),) = found(doc)
    assert (term.initial_months, term.start) == (24, "2026-05-01")


def test_a_table_of_closures_tells_no_terms() -> None:
    doc = document("|Road | Start | End", "|Mill Lane | 01/04/2024 | 30/04/2024")
    assert found(doc) == []


@pytest.mark.parametrize(("label", "value", "months"), [("Length (years)", "3", 36), ("Term (months)", "18", 18)])
def test_a_label_may_name_the_unit(label: str, value: str, months: int) -> None:
    ((_, term),) = found(document(f"|{label} | {value}"))
    assert term.initial_months == months
