"""What only printed pages have: cells and their heads, labels that wrap, numbers at the foot, lines that are close."""

from layout_pages import blocks, printed, raw_document

from minutes_extract.document import Box, Cell, Document, Fragment, FragmentKind, MediaType
from minutes_extract.layout import arrange


def _cells(*rows: list[str], heads: int = 0) -> list[Fragment]:
    return [
        Fragment(text, FragmentKind.CELL, page=1, cell=Cell(0, row, column, row < heads), box=Box(72, 100, 500, 110))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


def _arranged(*fragments: Fragment) -> Document:
    return arrange(raw_document(*fragments, media_type=MediaType.PDF))


def _line(
    text: str, top: float, x0: float = 72, x1: float | None = None, bold: bool = False, page: int = 1
) -> Fragment:
    end = x0 + 5.0 * len(text) if x1 is None else x1
    return Fragment(text, page=page, box=Box(x0, top, end, top + 11), size=11.0, bold=bold)


def test_a_dash_in_a_cell_stays() -> None:
    found = blocks(_arranged(*_cells(["£000", "2026/27", "2027/28"], ["Reserves", "-", "(1,100)"])))
    assert found[1] == ("table_row", "Reserves | - | (1,100)")


def test_cells_keep_their_columns_beside_empty_ones() -> None:
    document = _arranged(*_cells(["", "2026/27", "2027/28"], ["Reserves", "", "(1,100)"], heads=1))
    places = [(c.row, c.column, c.header, document.text[c.start : c.end]) for c in document.tables[0].cells]
    assert places == [
        (0, 1, True, "2026/27"),
        (0, 2, True, "2027/28"),
        (1, 0, False, "Reserves"),
        (1, 2, False, "(1,100)"),
    ]


def test_a_label_that_takes_two_lines_of_its_cell_stays_a_label() -> None:
    assert blocks(_arranged(*_cells(["Ward:", "All"], ["Crime and Disorder\nImplications:", "None"])))[1] == (
        "table_row",
        "Crime and Disorder Implications: | None",
    )


def test_words_cut_at_the_end_of_a_line_in_a_cell_are_whole() -> None:
    assert (
        blocks(_arranged(*_cells(["Ward", "Recommen\ufffe\ndation to the Council"])))[0][1]
        == "Ward | Recommendation to the Council"
    )


WORDS = {7: "Cabinet was asked to approve the depot.", 8: "Legal implications are set out below."}


def test_a_papers_own_number_above_the_mark_of_the_pack_is_furniture() -> None:
    pages = [
        [
            _line(WORDS[page], 80, page=page),
            _line(str(page - 6), 770, page=page),
            _line(f"Page {page}", 785, page=page),
        ]
        for page in (7, 8)
    ]
    document = _arranged(*(line for page in pages for line in page))
    assert [text for _, text in blocks(document)] == list(WORDS.values())
    assert [mark.number for mark in document.page_marks] == [7, 8]


def test_a_number_below_a_table_is_at_the_foot_of_the_page() -> None:
    table = [
        Fragment(
            f"{row}",
            FragmentKind.CELL,
            page=3,
            cell=Cell(0, row, column),
            box=Box(72, 90.0 + 15 * row, 200, 100.0 + 15 * row),
        )
        for row in range(9)
        for column in range(2)
    ]
    document = _arranged(_line("Appendix 1", 70, page=3), *table, _line("3", 785, page=3))
    assert [furniture.text for furniture in document.furniture] == ["3"]


def test_entries_of_a_list_of_payments_stay_apart() -> None:
    lines = [
        "Mere Valley Mowing Company Limited, cutting of grass £385.00",
        "Wessex Streetlights Limited, repair of lamps in Chapel Lane £214.80",
    ]
    assert (
        len(
            blocks(
                arrange(
                    printed(
                        [
                            "Members looked at what was owed to those who had done the work and",
                            "agreed to pay it.",
                            *lines,
                        ]
                    )
                )
            )
        )
        == 3
    )


def test_the_value_of_a_label_goes_on_below_it() -> None:
    found = blocks(
        _arranged(
            _line("Its status\tAuthorised by the Prudential Regulation Authority and by", 100, x1=500),
            _line("the Financial Conduct Authority", 113, x0=200),
            _line("Below", 150),
        )
    )
    assert found[0] == (
        "table_row",
        "Its status | Authorised by the Prudential Regulation Authority and by the Financial Conduct Authority",
    )


def test_short_paragraphs_are_seen_to_stand_apart() -> None:
    """Most distances are from one paragraph to the next: the smaller ones are those from line to line."""
    tops = [80.0, 100, 120, 140, 160, 173, 193, 206]
    document = _arranged(
        *(_line(f"Paragraph {at} is of one line and fills it to the end", top) for at, top in enumerate(tops))
    )
    assert [block.gap for block in document.blocks][1:4] == [True, True, True]


def test_a_heading_in_bold_capitals_goes_on_in_a_second_line() -> None:
    lines = [
        _line("8 BACKGROUND PAPERS, APART FROM PUBLISHED WORKS AND", 100, x1=500, bold=True),
        _line("EXEMPT ONES", 113, bold=True),
        *(
            _line("and words that fill the line from its beginning to its end and go", 140.0 + 13 * at, x1=505)
            for at in range(6)
        ),
    ]
    assert blocks(_arranged(*lines))[0][0] == "heading"
    assert blocks(_arranged(*lines))[0][1].endswith("WORKS AND EXEMPT ONES")


def test_an_address_cut_at_the_end_of_a_line_is_whole() -> None:
    found = blocks(
        arrange(printed(["Questions must reach the Clerk of the Council at clerk@stannerby.gov.", "example by noon."]))
    )
    assert found == [
        ("paragraph", "Questions must reach the Clerk of the Council at clerk@stannerby.gov.example by noon.")
    ]


def test_words_cut_at_the_end_of_a_page_are_whole() -> None:
    pages = [
        ["The Committee of the Whole Council agreed with the recommen\ufffe"],
        ["dation of the Harbour Panel on the lease."],
    ]
    assert blocks(arrange(printed(*pages)))[0][1].startswith(
        "The Committee of the Whole Council agreed with the recommendation of"
    )


def test_bare_letters_before_a_gap_are_labels() -> None:
    lines = [
        ("a\tMotions shall be considered in order", 72),
        ("ii\tto make a point of order;", 90),
        ("iii\tto reply.", 90),
    ]
    found = blocks(_arranged(*(_line(text, 100.0 + 13 * at, x0) for at, (text, x0) in enumerate(lines))))
    assert found == [
        ("list_item", "[a] Motions shall be considered in order"),
        ("list_item", "[ii] to make a point of order;"),
        ("list_item", "[iii] to reply."),
    ]


def test_the_entries_of_a_table_of_contents_stay_apart() -> None:
    lines = [
        "Relations with the press .................................. 13",
        "Responsibilities ...................................... 14",
    ]
    assert len(blocks(arrange(printed(lines)))) == 2


def test_long_minute_numbers_begin_a_paragraph() -> None:
    pages = printed(
        [
            "The Beeches, variation of the second condition (location of the garage)",
            "2511. Updates from those who were asked",
        ]
    )
    assert [text[:5] for _, text in blocks(arrange(pages))] == ["The B", "2511."]


def _pages_with(lines: dict[int, tuple[str, float]], foot: str = "Page {} of 3") -> Document:
    """Pages of two lines of text, each with another line at its height and a page mark under all."""
    return _arranged(*(
        line
        for page, (text, top) in lines.items()
        for line in (
            _line(f"Members spoke of the {('road', 'bridge', 'depot')[page - 1]}.", 80, page=page),
            _line(f"They came to {('no', 'an', 'one')[page - 1]} end.", 100, page=page),
            _line(text, top, page=page),
            _line(foot.format(page), 785, page=page),
        )
    ))  # fmt: skip


SAID_AGAIN = "was agreed by all members, with two who would not vote."


def test_words_that_are_said_again_above_the_page_mark_are_no_foot() -> None:
    document = _pages_with({1: (SAID_AGAIN, 640.0), 2: (SAID_AGAIN, 700.0), 3: (SAID_AGAIN, 740.0)})
    assert document.text.count(SAID_AGAIN) == 3
    assert {furniture.text for furniture in document.furniture} == {f"Page {page} of 3" for page in (1, 2, 3)}


def test_words_at_one_height_above_the_page_mark_are_a_foot() -> None:
    document = _pages_with(dict.fromkeys((1, 2, 3), ("Northwick Borough Council", 772.0)))
    assert "Northwick" not in document.text


def test_a_line_to_be_signed_is_a_foot_wherever_the_text_ends() -> None:
    to_sign = "Signed ______________________ Dated"
    assert to_sign not in _pages_with({1: (to_sign, 600.0), 2: (to_sign, 700.0), 3: (to_sign, 420.0)}).text
