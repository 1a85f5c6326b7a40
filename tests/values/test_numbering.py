"""Numbering: labels are read, found at the beginning of lines, and made into trees."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from minutes_extract.values.numbering import Frame, Numeral, Reading, Style, leading, parse, render, settle

LETTERS = (Style.LOWER_LETTER, Style.UPPER_LETTER)
ROMANS = (Style.LOWER_ROMAN, Style.UPPER_ROMAN)

counted = (
    st.builds(Reading, st.just(Style.DECIMAL), st.integers(1, 99))
    | st.builds(Reading, st.sampled_from(LETTERS), st.integers(1, 52))
    | st.builds(Reading, st.sampled_from(ROMANS), st.integers(1, 49))
)


@given(counted, st.sampled_from(Frame))
def test_parse_reads_what_render_prints(reading: Reading, frame: Frame) -> None:
    assume(render(reading, frame) != "o")  # a bullet
    numeral = parse(render(reading, frame))
    assert numeral is not None
    assert reading in numeral.readings
    assert numeral.frame is frame


@given(st.lists(st.integers(1, 99).map(str), min_size=1, max_size=3), st.integers(1, 99), st.sampled_from(Frame))
def test_parse_reads_dotted_labels(parents: list[str], ordinal: int, frame: Frame) -> None:
    numeral = parse(render(Reading(Style.DOTTED, ordinal), frame, parents=tuple(parents)))
    assert numeral is not None
    assert numeral.path_label == ".".join([*parents, str(ordinal)])
    assert numeral.readings == (Reading(Style.DOTTED, ordinal),)


@given(st.text(max_size=40))
def test_nothing_makes_a_reader_raise(text: str) -> None:
    parse(text)
    found = leading(text, single_space=True)
    assert found is None or parse(text[found.start : found.end]) == found.value


@given(st.lists(st.tuples(counted, st.sampled_from(Frame), st.none() | st.integers(0, 5)), max_size=30))
def test_every_label_gets_a_place(labels: list[tuple[Reading, Frame, int | None]]) -> None:
    numerals = [n for n in (parse(render(r, f)) for r, f, _ in labels) if n is not None]
    places = settle(numerals, [indent for _, _, indent in labels])
    assert len(places) == len(labels)
    assert all(place.path and place.reading in n.readings for place, n in zip(places, numerals, strict=True))


@pytest.mark.parametrize(
    ("line", "label", "path_label"),
    [
        ("1. That the lease be granted", "1.", "1"),
        ("1.That the lease be granted", "1.", "1"),
        ("27.", "27.", "27"),
        ("1\tApologies", "1", "1"),
        ("6   Grounds Maintenance", "6", "6"),
        ("1)    Approves the plan", "1)", "1"),
        ("(1)\xa0 approve the plan", "(1)", "1"),
        ("2.1 Take all steps needed", "2.1", "2.1"),
        ("4.0 TENDERS", "4.0", "4.0"),
        ("2.1 to approve the lease", "2.1", "2.1"),
        ("2.4.1. Approve the lease", "2.4.1.", "2.4.1"),
        ("16.11.02 Register of Interests", "16.11.02", "16.11.02"),
        ("a) to note", "a)", "a"),
        ("(B) That it be noted", "(B)", "b"),
        ("A. That the Cabinet approves", "A.", "a"),
        ("A   Approves the plan", "A", "a"),
        ("  ii.  approve the model", "ii.", "ii"),
        ("(iv)agree the plan", "(iv)", "iv"),
        ("I. That the lease be granted", "I.", "i"),
        ("1.a approves", None, None),
        ("1.a) approves", "1.a)", "1.a"),
        ("4(a) Part Eight", "4(a)", "4.a"),
        ("4a. Hedges", "4a.", "4a"),
        ("- 1) That the Board considers", "1)", "1"),
        ("- 2 To note the progress", "2", "2"),
        ("- 1.7 We require", "1.7", "1.7"),
        ("o   to note", "o", None),
        ("• to note", "•", None),
        ("•To note", "•", None),
        ("\uf0b7 To note", "\uf0b7", None),
        ("– to note", "–", None),
        ("- . Reviewing the plans", "- .", None),
        ("§ to note", "§", None),
    ],
)
def test_labels_that_are(line: str, label: str | None, path_label: str | None) -> None:
    found = leading(line)
    assert (line[found.start : found.end] if found else None) == label
    assert (found.value.path_label if found else None) == path_label


@pytest.mark.parametrize(
    "line",
    [
        "1 April 2025 to 31 March 2026",
        "2024/25 budget",
        "£1.5m of funding",
        "10.30 am in the Town Hall",
        "10.30am in the Town Hall",
        "1.5 FTE posts",
        "1.05 miles",
        "P. Heron), the Clerk",
        "2.5 million pounds",
        "0.582m per year",
        "(1.053) (2.072) (0.798)",
        "(0.425) a year",
        "147/14 Apologies",
        "(199) Apologies",
        "I Councillor Brandon do hereby approve",
        "I  Councillor Brandon do hereby approve",
        "A two-year contract",
        "a  two-year contract",
        "E. Peloza, S. Lewis",
        "J. Morgan",
        "(1) above be approved",
        "(a) of the Act",
        "2.1 above including the award",
        "(1) and (2) be approved",
        "(J), Collins (M), Daly",
        "2 bedrooms and a kitchen",
        "3  £400  £500",
        "-£500 for repairs",
        "§ 12 of the Act",
        "e.g. the hall",
        "mix. the paint",
        "That the lease be granted",
        "",
    ],
)
def test_labels_that_are_not(line: str) -> None:
    assert leading(line) is None


def test_a_number_before_one_space_is_a_label_only_where_the_caller_says_so() -> None:
    assert leading("2 BACKGROUND") is None
    assert leading("2 BACKGROUND", single_space=True) is not None
    assert leading("2 April", single_space=True) is None


def paths(labels: str, indents: list[int | None] | None = None) -> str:
    numerals: list[Numeral] = []
    for label in labels.split():
        numeral = parse(label)
        assert numeral is not None, label
        numerals.append(numeral)
    return " ".join("/".join(place.path) for place in settle(numerals, indents or []))


@pytest.mark.parametrize(
    ("labels", "tree"),
    [
        ("1 2 i ii iii a b c 3", "1 2 2/i 2/ii 2/iii 2/iii/a 2/iii/b 2/iii/c 3"),
        ("(1) (2) i. ii. iii. a. b. c.", "1 2 2/i 2/ii 2/iii 2/iii/a 2/iii/b 2/iii/c"),
        ("1. 1. 1.", "1 2 3"),
        ("1. a. b. 1. a.", "1 1/a 1/b 2 2/a"),
        ("A) (i) (ii) B) (i)", "a a/i a/ii b b/i"),
        ("(g) (h) (i) (j)", "g h i j"),
        ("(h) (i) (ii)", "h h/i h/ii"),
        ("(h) (i)", "h i"),
        ("(i)", "i"),
        ("(i) (ii) (iii) (iv) (v) (vi)", "i ii iii iv v vi"),
        ("u) v) w) x)", "u v w x"),
        ("2.1 2.2 2.3", "2.1 2.2 2.3"),
        ("1. 1.1 1.2 2. 2.1", "1 1/1.1 1/1.2 2 2/2.1"),
        ("2.1 (a) (b) 2.2", "2.1 2.1/a 2.1/b 2.2"),
        ("• • •", "1 2 3"),
        ("(a) • • (b) •", "a a/1 a/2 b b/1"),
        ("1 2 3 1 2", "1 2 3 1 2"),
        ("(aa) (bb) (cc)", "aa bb cc"),
        ("1. 3. 4.", "1 3 4"),
    ],
)
def test_runs_of_labels_make_trees(labels: str, tree: str) -> None:
    assert paths(labels) == tree


def test_indents_nest_lists_of_one_style() -> None:
    assert paths("1. 2. 1. 2. 3.", [0, 0, 1, 1, 0]) == "1 2 2/1 2/2 3"
    assert paths("• • • •", [0, 1, 1, 0]) == "1 1/1 1/2 2"


def test_a_long_run_takes_linear_time() -> None:
    numeral = parse("1.")
    assert numeral is not None
    assert settle([numeral] * 20_000, list(range(20_000)))[-1].path
