"""Amounts in their document: what they are to the decision, in limbs, forms and tables."""

from decimal import Decimal

from spacy.tokens import Doc

from minutes_extract.annotations import (
    AmountReading,
    FieldReading,
    Label,
    LimbReading,
    Mention,
    Role,
    SectionKind,
    SectionReading,
    Stretch,
)
from minutes_extract.document import Block, BlockKind, Table, TableCell
from minutes_extract.nlp.amounts import find, minutes_amounts
from minutes_extract.nlp.model import blank
from minutes_extract.nlp.spans import KEY, Ledger, annotations, read, write

LANGUAGE = blank()


def stretch(text: str, words: str) -> Stretch:
    """Where words stand in a text."""
    start = text.index(words)
    return Stretch(start, start + len(words))


def limb(text: str, words: str) -> Mention:
    """A limb that consists of these words."""
    place = stretch(text, words)
    return Mention(Label.LIMB, place.start, place.end, LimbReading(("1",), None, (), place))


def field(text: str, key: str, label: str, value: str) -> Mention:
    """A label line with its value."""
    reading = FieldReading(key, stretch(text, label), stretch(text, value))
    return Mention(Label.FIELD, reading.label.start, stretch(text, value).end, reading)


def table(rows: list[list[str]], above: str = "", headed: bool = True) -> Doc:
    """A document that holds one table, with a line above it or none."""
    text, blocks, cells = above, [], []
    if above:
        blocks.append(Block(BlockKind.PARAGRAPH, 0, len(above), 0, 0))
    for row, words in enumerate(rows):
        text += "\n" if text else ""
        start = len(text)
        for column, word in enumerate(words):
            text += " | " if column else ""
            cells.append(TableCell(row, column, len(text), len(text) + len(word), headed and row == 0))
            text += word
        blocks.append(Block(BlockKind.TABLE_ROW, start, len(text), start, start))
    doc = LANGUAGE.make_doc(text)
    whole = Table(cells[0].start, len(text), tuple(cells))
    doc.user_data[KEY] = Ledger(text, blocks=tuple(blocks), tables=(whole,))
    return doc


def readings(doc: Doc) -> list[tuple[str, AmountReading]]:
    """The amounts of a document, each with its words."""
    return [(doc.text[m.start : m.end], m.value) for m in find(doc) if isinstance(m.value, AmountReading)]


def values(doc: Doc) -> dict[str, Decimal | None]:
    """The amounts of a document by their words."""
    return {words: reading.money.value for words, reading in readings(doc)}


def roles(doc: Doc) -> dict[str, Role]:
    """What each amount is to the decision."""
    return {words: reading.role for words, reading in readings(doc)}


def test_amounts_in_limbs_are_decided_and_others_are_background() -> None:
    text = "Spending last year was £40,000.\n1. approve spend of up to £50,000\nReasons: bids came in above £60,000"
    doc = LANGUAGE(text)
    write(doc, [limb(text, "1. approve spend of up to £50,000")])
    assert roles(doc) == {"£40,000": Role.BACKGROUND, "£50,000": Role.DECIDED, "£60,000": Role.BACKGROUND}


def test_conditions_before_the_lead_in_are_decided() -> None:
    text = "Subject to the County's approval to spend up to £1,190,000, resolved to:"
    doc = LANGUAGE(text)
    write(doc, [Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))])
    assert roles(doc) == {"£1,190,000": Role.DECIDED}


def test_amounts_of_other_sections_are_background() -> None:
    text = "The finance team notes a cost of £5m."
    doc = LANGUAGE(text)
    write(doc, [Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.FINANCE, None))])
    assert roles(doc) == {"£5m": Role.BACKGROUND}


def test_the_stated_total_is_decided() -> None:
    text = "Total value of decision\n£700,000 (Type: Revenue)"
    doc = LANGUAGE(text)
    write(doc, [field(text, "total_value", "Total value of decision", "£700,000 (Type: Revenue)")])
    assert roles(doc) == {"£700,000": Role.DECIDED}


def test_a_label_may_name_the_currency_of_its_figure() -> None:
    text = "Estimated contract value (£): 78,960 per annum\nReference (£): n/a"
    doc = LANGUAGE(text)
    write(doc, [field(text, "", "Estimated contract value (£)", "78,960 per annum")])
    ((words, reading),) = readings(doc)
    assert (words, reading.money.value) == ("78,960", Decimal(78960))
    assert (reading.money.qualifier, reading.money.per) == ("approximately", "year")


def test_who_may_approve_up_to_a_limit_is_not_decided() -> None:
    text = "Who will approve each extension? | Head of Service (extension < £150k)"
    doc = LANGUAGE(text)
    write(doc, [limb(text, text)])
    ((_, reading),) = readings(doc)
    assert (reading.role, reading.purpose, reading.money.qualifier) == (Role.BACKGROUND, "threshold", "up_to")


def test_why_a_decision_is_a_key_one_is_not_decided() -> None:
    text = "Reason Key: Expenditure > £250,000;"
    doc = LANGUAGE(text)
    write(doc, [Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))])
    assert roles(doc) == {"£250,000": Role.BACKGROUND}


def test_no_amount_and_no_cue_crosses_a_block() -> None:
    doc = LANGUAGE("spending is estimated at\n£500\nof which\n£200 is for fees")
    minutes_amounts(doc)
    assert [reading.money.qualifier for _, reading in readings(doc)] == ["exact", "exact"]
    assert annotations(doc).links == ()


def test_parts_are_linked_to_their_whole() -> None:
    text = "Minutes of the day.\nspend of up to £18.72m over 9 years, of which up to £11.262m is guaranteed"
    doc = LANGUAGE(text)
    minutes_amounts(doc)
    (link,) = annotations(doc).links
    assert (text[slice(*link.source[1:])], text[slice(*link.target[1:])]) == ("£11.262m", "£18.72m")


def test_a_column_is_governed_by_its_head() -> None:
    doc = table(
        [["Service", "FTE", "Budget £000", "Change %"], ["Parks", "12", "1,234", "5"], ["Roads", "8", "(56)", "2"]]
    )
    assert values(doc) == {"1,234": Decimal(1234000), "(56)": Decimal(-56000)}
    (_, first), _ = readings(doc)
    assert first.row is not None
    assert first.column is not None
    assert doc.text[slice(*first.row)] == "Parks"
    assert doc.text[slice(*first.column)] == "Budget £000"
    assert first.purpose == "budget"


def test_units_in_a_second_line_of_heads_govern_too() -> None:
    doc = table([["", "2023/24", "2024/25"], ["", "£m", "£m"], ["Spend", "0.848", "0.700"]])
    assert values(doc) == {"0.848": Decimal(848000), "0.700": Decimal(700000)}


def test_a_line_above_a_table_governs_all_but_its_counts() -> None:
    doc = table([["Scheme", "Units", "2024/25"], ["Mill Road", "40", "350"]], above="All figures are in £000")
    assert values(doc) == {"350": Decimal(350000)}


def test_without_a_scale_bare_figures_are_no_money() -> None:
    doc = table([["Scheme", "Homes"], ["Mill Road", "350"]])
    assert values(doc) == {}


def test_a_form_is_read_with_its_labels() -> None:
    doc = table([["Contract value (£)", "78,960"], ["Maximum value", "£90,000"], ["Length", "12 months"]], headed=False)
    found = dict(readings(doc))
    assert found["78,960"].money.value == Decimal(78960)
    assert found["£90,000"].money.qualifier == "up_to"
    assert found["78,960"].purpose == "contract_value"
    assert len(found) == 2


def test_brackets_are_a_minus_sign_in_tables_only() -> None:
    doc = table([["Head", "Variance"], ["Police pay", "(£2.1m)"]])
    assert values(doc) == {"(£2.1m)": Decimal(-2100000)}
    assert values(LANGUAGE("Police pay accounts for (£2.1m) of it")) == {"£2.1m": Decimal(2100000)}


def test_a_table_that_lost_its_cells_is_read_by_its_heads() -> None:
    doc = LANGUAGE(
        "Work planned 2023/24 2024/25 Total £m £m £m\nSpend 0.848 0.700 1.548\nSavings - (0.798) (0.798)\nend"
    )
    found = readings(doc)
    assert [words for words, _ in found] == ["0.848", "0.700", "1.548", "(0.798)", "(0.798)"]
    (_, second), (_, last) = found[1], found[-1]
    assert second.money.value == Decimal(700000)
    assert second.column is not None
    assert doc.text[slice(*second.column)] == "2024/25"
    assert last.row is not None
    assert doc.text[slice(*last.row)] == "Savings"


def test_dollars_are_those_of_the_document() -> None:
    ((_, reading),) = readings(LANGUAGE("a bid of $5,000 (excluding HST)"))
    assert (reading.money.currency, reading.money.warnings) == ("CAD", ())


def test_amounts_are_written_as_spans() -> None:
    doc = minutes_amounts(LANGUAGE("pay £1, 014,627 and 87p"))
    assert [span.text for span in doc.spans["amount"]] == ["£1, 014,627", "87p"]
    assert len(read(doc, Label.AMOUNT)) == 2


def test_a_row_that_tells_of_the_contract_before_is_background() -> None:
    text = "Value of extension: £57,300\nContract as first let: three years, at £114,600pa"
    doc = LANGUAGE.make_doc(text)
    lines = [stretch(text, line) for line in text.split("\n")]
    blocks = tuple(Block(BlockKind.FIELD, line.start, line.end, line.start, line.start) for line in lines)
    doc.user_data[KEY] = Ledger(text, blocks)
    write(doc, [Mention(Label.SECTION, 0, len(text), SectionReading(SectionKind.OPERATIVE, None))])
    assert roles(doc) == {"£57,300": Role.DECIDED, "£114,600": Role.BACKGROUND}


def test_what_makes_a_decision_a_key_one_is_background() -> None:
    text = "approve spend of £700k, which any key decision over £600k needs"
    doc = LANGUAGE.make_doc(text)
    write(doc, [limb(text, text)])
    assert roles(doc) == {"£700k": Role.DECIDED, "£600k": Role.BACKGROUND}
