"""Pages as councils publish them, in words of our own, and the blocks that they make."""

import pytest
from layout_pages import blocks, printed, raw_document, read, text_document

from minutes_extract.document import Cell, Fragment, FragmentKind, MediaType, PageMark
from minutes_extract.layout import arrange


def test_a_decision_page_has_labels_limbs_and_headings() -> None:
    assert read(
        """Decision details

Mowing of Verges

Decision Maker: Cabinet

Is Key decision?: Yes

The Cabinet RESOLVED:

1.      That the tender of Fescue Limited be accepted, at a cost of up to £1, 204,000.

2.      That the Head of Parks be authorised to sign.

Reasons for the decision:

The verges are long.
"""
    ) == [
        ("paragraph", "Decision details"),
        ("heading", "Mowing of Verges"),
        ("field", "[Decision Maker:] Cabinet"),
        ("field", "[Is Key decision?:] Yes"),
        ("paragraph", "The Cabinet RESOLVED:"),
        ("list_item", "[1.] That the tender of Fescue Limited be accepted, at a cost of up to £1, 204,000."),
        ("list_item", "[2.] That the Head of Parks be authorised to sign."),
        ("field", "[Reasons for the decision:]"),
        ("paragraph", "The verges are long."),
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    assert read(
        """Members asked about the lease of the boathouse and
the Harbour Master said that it would end in May of
next year unless the Sailing Club wished to renew.
The Committee agreed that
(a) the lease be renewed for a term of ten years at
£4,000 a year; and
(b) the Harbour Master report back to the Committee
in June."""
    ) == [
        (
            "paragraph",
            (
                "Members asked about the lease of the boathouse and the Harbour Master said that it would end in May of"
                " next year unless the Sailing Club wished to renew. The Committee agreed that"
            ),
        ),
        ("list_item", "[(a)] the lease be renewed for a term of ten years at £4,000 a year; and"),
        ("list_item", "[(b)] the Harbour Master report back to the Committee in June."),
    ]


def test_lines_are_joined_over_the_blank_lines_of_a_page_with_double_spacing() -> None:
    page = """Having heard the views of the Harbour Panel and of the

Commodore of the Sailing Club, Councillor Ann Tern, the

Committee of the Whole Council then agreed that


(1) the lease be renewed as set out in Appendix

2, for a term of ten years;


(2) officers meet the Commodore and report back to

Cabinet in the summer."""
    assert read(page) == [
        (
            "paragraph",
            (
                "Having heard the views of the Harbour Panel and of the Commodore of the Sailing Club, Councillor Ann"
                " Tern, the Committee of the Whole Council then agreed that"
            ),
        ),
        ("list_item", "[(1)] the lease be renewed as set out in Appendix 2, for a term of ten years;"),
        ("list_item", "[(2)] officers meet the Commodore and report back to Cabinet in the summer."),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    page = ["The report set out the plan.", "Cabinet welcomed it.", "A vote was taken.", "Councillor Tern - leave"]
    assert [text for _, text in read("\n".join(page))] == page


def test_limbs_without_labels_stay_apart() -> None:
    assert read(
        """Decision Made:

the grant be accepted as set out in the report; and

authority be delegated to the Head of Parks to:

·      sign the agreement."""
    ) == [
        ("field", "[Decision Made:]"),
        ("paragraph", "the grant be accepted as set out in the report; and"),
        ("paragraph", "authority be delegated to the Head of Parks to:"),
        ("list_item", "[·] sign the agreement."),
    ]


def test_a_label_alone_on_its_line_takes_what_follows() -> None:
    assert read("27.\n\nApologies for absence\n\nMinutes:\n\nNone.") == [
        ("list_item", "[27.] Apologies for absence"),
        ("field", "[Minutes:]"),
        ("paragraph", "None."),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("We recom-\nmend it.", "We recommend it."),
        ("A semi-\nindependent home.", "A semi-independent home."),
        ("A goose-feather pillow and a goose-\nfeather bed.", "A goose-feather pillow and a goose-feather bed."),
        ("We exten\u00ad\nded it.", "We extended it."),
        ("An of\ufb01ce for \ufb01ve\u00a0years.", "An office for five years."),
        ("The date 08/01/1\n3 is cut.", "The date 08/01/13 is cut."),
        ("**2 BACKGROUND**", "[2] BACKGROUND"),
        ("The <u>second</u> *quarter* at 2 * 3", "The second quarter at 2 * 3"),
        ("the  sum of  £ 714.28 and £31,469m", "the sum of £ 714.28 and £31,469m"),
    ],
)
def test_repairs(page: str, expected: str) -> None:
    assert [text for _, text in read(page)] == [expected]


def test_glued_bold_stretches_are_blocks() -> None:
    assert read("3 May 2023**Item: 4****REPORT OF THE HARBOUR MASTER****Purpose of the Report**\n\n1. To report.") == [
        ("paragraph", "3 May 2023"),
        ("field", "[Item:] 4"),
        ("heading", "REPORT OF THE HARBOUR MASTER"),
        ("heading", "Purpose of the Report"),
        ("list_item", "[1.] To report."),
    ]


def test_a_converters_bullet_before_a_number_goes() -> None:
    assert read("- 1) That it be noted.\n- 2 To note the rest.\n- 3 OTHER OPTIONS\n- 3.1 N/A\n- Mow the lawn") == [
        ("list_item", "[1)] That it be noted."),
        ("list_item", "[2] To note the rest."),
        ("heading", "[3] OTHER OPTIONS"),
        ("list_item", "[3.1] N/A"),
        ("list_item", "[-] Mow the lawn"),
    ]


def test_numbers_before_one_space_are_labels_where_they_run_on() -> None:
    assert [kind for kind, _ in read("1 The grant of a lease.\n2 The sale of a boat.")] == ["list_item", "list_item"]
    assert [kind for kind, _ in read("2 Members of the public came.\n1 April 2025 was named.")] == ["paragraph"] * 2


def test_dotted_numbers_before_small_letters_are_labels_below_an_ended_line() -> None:
    assert read("Cabinet is asked to:\n1.1 approve the lease; and\n1.2 note the rest.")[1:] == [
        ("list_item", "[1.1] approve the lease; and"),
        ("list_item", "[1.2] note the rest."),
    ]
    assert read("The boat was found to have cost about\n1.5 times its worth.")[0][0] == "paragraph"


def test_initials_are_no_labels() -> None:
    page = "There came the Deputy Harbour Master (Mr.\nP. Heron), the Clerk (Ms. A. Auk) and others."
    assert all(kind == "paragraph" for kind, _ in read(page))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("RESOLVED: that the minutes be signed.", "paragraph"),
        ("AGREED:", "paragraph"),
        ("Cabinet resolved to:", "paragraph"),
        ("That the Committee:", "paragraph"),
        ("The report recommended:-", "paragraph"),
        ("Resolved that Executive:", "paragraph"),
        ("Subject to prior approval:", "paragraph"),
        ("Gulls and Terns of the Harbour: A Survey", "paragraph"),
        ("Decision Maker: Cabinet", "field"),
        ("Is subject to call in?: No", "field"),
        ("Subject to Call In: Yes", "field"),
        ("PCCDecision Ref:2023/37", "field"),
        ("Alternative options considered:", "field"),
        ("Report to: Cabinet", "field"),
        ("at 10:30 in the hall", "paragraph"),
    ],
)
def test_label_lines(line: str, kind: str) -> None:
    assert read(line)[0][0] == kind


def test_a_cell_a_line_makes_rows_of_two() -> None:
    page = "Detail required |\nAnswers |\nContract Value (£) |\n£78,000 |\nBoat |\n|\nDuration |\n12 months |"
    document = arrange(text_document(page))
    assert blocks(document) == [
        ("table_row", "Detail required | Answers"),
        ("table_row", "Contract Value (£) | £78,000"),
        ("table_row", "Boat"),
        ("table_row", "Duration | 12 months"),
    ]
    (table,) = document.tables
    assert [(c.row, c.column, document.text[c.start : c.end]) for c in table.cells][-2:] == [
        (3, 0, "Duration"),
        (3, 1, "12 months"),
    ]


def test_a_bar_that_stands_alone_closes_a_cell() -> None:
    assert read("Decision number:\n|\nDecision:\n|\n13/2023 |\nThe boat is sold. |") == [
        ("table_row", "Decision number: | Decision:"),
        ("table_row", "13/2023 | The boat is sold."),
    ]


def test_words_with_a_row_to_themselves_are_text() -> None:
    assert read("A31/19 | TERNS | |\nThe terns were counted. | ||\n|\n1. That they be fed. |\nA32/19 | GEESE") == [
        ("table_row", "A31/19 | TERNS"),
        ("paragraph", "The terns were counted."),
        ("list_item", "[1.] That they be fed."),
        ("table_row", "A32/19 | GEESE"),
    ]


def test_rows_between_tabs() -> None:
    assert read("Wards:\tHarbour\t\nValue:\t£400\n\tAnd VAT.\n\n1.\tTo note.") == [
        ("table_row", "Wards: | Harbour"),
        ("table_row", "Value: | £400"),
        ("paragraph", "And VAT."),
        ("list_item", "[1.] To note."),
    ]
    assert read("Reasons for it\tThe geese were hungry.") == [("table_row", "Reasons for it | The geese were hungry.")]
    assert read("A31/19\tApologies") == [("paragraph", "A31/19 Apologies")]


def test_columns_set_out_by_wide_gaps_make_rows() -> None:
    assert read(
        "Payee          For            Amount\nA Tern         Feed           £42.16\nHall hire      £48.00"
    ) == [
        ("table_row", "Payee | For | Amount"),
        ("table_row", "A Tern | Feed | £42.16"),
        ("table_row", "Hall hire | £48.00"),
    ]


def test_cells_of_the_format_make_rows() -> None:
    cells = [("Year", 0, 0), ("£m", 0, 1), ("2024/25", 1, 0), ("0.7", 1, 1), ("0.8", 2, 1)]
    fragments = [Fragment(t, FragmentKind.CELL, cell=Cell(0, r, c, header=r == 0)) for t, r, c in cells]
    document = arrange(raw_document(*fragments))
    assert [text for _, text in blocks(document)] == ["Year | £m", "2024/25 | 0.7", "0.8"]
    assert [(c.row, c.column, c.header) for c in document.tables[0].cells][-2:] == [(1, 1, False), (2, 1, False)]
    assert document.tables[0].cells[0].header


def test_rows_that_hold_running_text_are_read_as_text() -> None:
    fragments = [
        Fragment("No.", FragmentKind.CELL, cell=Cell(0, 0, 0)),
        Fragment("Item", FragmentKind.CELL, cell=Cell(0, 0, 1)),
        Fragment("41.", FragmentKind.CELL, cell=Cell(0, 1, 0)),
        Fragment("Apologies\nMinutes:\nNone.", FragmentKind.CELL, cell=Cell(0, 1, 1)),
        Fragment("42.", FragmentKind.CELL, cell=Cell(0, 2, 0)),
        Fragment("Sale of a boat", FragmentKind.PARAGRAPH, cell=Cell(0, 2, 1)),
        Fragment("sell it.", FragmentKind.LIST_ITEM, label="(1)", cell=Cell(0, 2, 1)),
    ]
    assert blocks(arrange(raw_document(*fragments))) == [
        ("table_row", "No. | Item"),
        ("list_item", "[41.] Apologies"),
        ("field", "[Minutes:]"),
        ("paragraph", "None."),
        ("list_item", "[42.] Sale of a boat"),
        ("list_item", "[(1)] sell it."),
    ]


def test_labels_that_the_format_computes_are_printed() -> None:
    fragments = [
        Fragment("Mow the lawn.", FragmentKind.LIST_ITEM, label="a.", level=2),
        Fragment("1) Feed the geese.", FragmentKind.LIST_ITEM, label="•", level=1),
        Fragment("2015. It was noted", FragmentKind.LIST_ITEM, label="2015."),
    ]
    document = arrange(raw_document(*fragments))
    assert blocks(document)[:2] == [("list_item", "[a.] Mow the lawn."), ("list_item", "[1)] Feed the geese.")]
    assert [block.indent for block in document.blocks][:2] == [1, 0]
    assert document.blocks[2].kind.value == "paragraph"


def test_a_sentence_that_markdown_takes_for_a_heading_is_none() -> None:
    fragments = [
        Fragment("The geese of the harbour were counted at the end of"),
        Fragment("winter, as usual.", FragmentKind.HEADING, level=2),
        Fragment("2"),
        Fragment("Geese", FragmentKind.HEADING, level=2),
    ]
    document = arrange(raw_document(*fragments, media_type=MediaType.MARKDOWN))
    assert blocks(document)[0] == (
        "paragraph",
        "The geese of the harbour were counted at the end of winter, as usual.",
    )
    assert blocks(document)[-1] == ("heading", "Geese")


def test_page_marks_in_text_are_furniture() -> None:
    page = "Geese.\n\nReference: 51, Page No: 1 of 3\n\nTerns.\n\nReference: 51, Page No: 3 of 3"
    document = arrange(text_document(page))
    assert document.text == "Geese.\nTerns."
    assert document.page_marks == (PageMark(1, 3), PageMark(3, 3))
    assert document.missing_page_marks() == (2,)
    assert [f.text for f in document.furniture] == ["Reference: 51, Page No: 1 of 3", "Reference: 51, Page No: 3 of 3"]


def test_labels_that_repeat_are_not_furniture() -> None:
    document = arrange(text_document("Minutes:\n\nNone.\n\n" * 5))
    assert not document.furniture
    assert len(document.blocks) == 10


PAGES = [
    [
        "Harbour Board",
        "",
        "The geese were counted and found to be",
        f"{n} in all, as they were last year.",
        "",
        f"Page {n} of 4",
    ]
    for n in range(1, 5)
]


def test_running_heads_and_feet_of_pages_are_furniture() -> None:
    document = arrange(printed(*PAGES))
    assert [f.text for f in document.furniture].count("Harbour Board") == 3
    assert [mark.number for mark in document.page_marks] == [1, 2, 3, 4]
    assert document.text.count("Harbour Board") == 1
    assert "Page" not in document.text


def test_a_line_with_money_is_no_furniture_unless_it_repeats() -> None:
    pages = [[f"Balance £{n}00.00", "Geese were counted.", "All was well in the end."] for n in range(1, 6)]
    assert arrange(printed(*pages)).text.count("Balance") == 5


def test_sentences_go_over_the_page() -> None:
    document = arrange(printed(["The Board asked that the geese"], ["be counted once more."]))
    assert document.text == "The Board asked that the geese be counted once more."
    assert [(page.number, document.text[page.start : page.end]) for page in document.pages] == [
        (1, "The Board asked that the geese "),
        (2, "be counted once more."),
    ]


def test_furniture_between_the_halves_of_a_sentence_does_not_part_them() -> None:
    pages = [
        ["The Board met in the boathouse and then it", "Page 1"],
        ["went out to count. In the afternoon they all", "Page 2"],
        ["came home.", "Page 3"],
    ]
    document = arrange(printed(*pages))
    assert (
        document.text
        == "The Board met in the boathouse and then it went out to count. In the afternoon they all came home."
    )
    assert [mark.number for mark in document.page_marks] == [1, 2, 3]


def test_the_end_of_a_paragraph_printed_again_is_furniture() -> None:
    words = "the verges are cut in May, and in September where the sight lines at the crossings call for it."
    document = arrange(text_document(f"It is proposed that {words}\n\n{words}\nRecommendation: to note"))
    assert document.text.count("sight lines") == 1
    assert [furniture.text for furniture in document.furniture] == [words]


def test_a_short_line_said_again_is_no_furniture() -> None:
    document = arrange(text_document("Councillors Hale and Marsh\n\nand Marsh"))
    assert document.furniture == ()


def test_what_repeats_on_forms_a_page_is_no_furniture() -> None:
    pages = [
        [f"Reference: 2024/{7 * n}", "Decision:", f"To buy {'a' * n} boat.", f"Signed {n * n} May"] for n in range(1, 6)
    ]
    assert not arrange(printed(*pages)).furniture


def test_a_page_in_a_sentence_is_no_page_mark() -> None:
    assert not arrange(printed(["The geese are shown on page 4"], ["The terns follow."])).furniture


def test_short_lines_that_say_something_are_no_headings() -> None:
    lines = ["Councillor Tern - leave", "There were no declarations", "All in favour", "The Committee resolved:-"]
    for line in lines:
        assert read(f"{line}\n\n1. That the geese be counted.")[0] == ("paragraph", line)


def test_a_larger_or_bold_line_is_a_heading() -> None:
    fragments = [
        Fragment("Counting of Geese", page=1, size=16.0),
        Fragment("The geese were counted by the members of the Board.", page=1, size=11.0),
        Fragment("Terns", page=1, size=11.0, bold=True),
        Fragment("The terns had left.", page=1, size=11.0),
        Fragment("Motion carried", page=1, size=11.0, bold=True),
    ]
    kinds = [kind for kind, _ in blocks(arrange(raw_document(*fragments, media_type=MediaType.PDF)))]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "paragraph"]


def test_indents_are_steps() -> None:
    document = arrange(text_document("1. One\n   a. Two\n   b. Three\n2. Four"))
    assert [block.indent for block in document.blocks] == [0, 1, 1, 0]


def test_gaps_are_kept() -> None:
    assert [b.gap for b in arrange(text_document("1. One\n\n2. Two\n3. Three")).blocks] == [False, True, False]
