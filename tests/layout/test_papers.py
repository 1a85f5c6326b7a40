"""What is divided into papers and what is not, told by lines on pages."""

from dataclasses import replace

import pytest
from layout_pages import printed

from minutes_extract.document import AgendaItem, OutlineEntry, RawDocument, TextLayer
from minutes_extract.layout import arrange, divide

AGENDA = [
    "Public Document Pack",
    "Sallowshire Council",
    "AGENDA",
    "1. Apologies for absence",
    "2. Minutes (Pages 3 - 4)",
    "To approve the minutes of 14 October 2025.",
    "3. A crossing in Mill Lane, Upper Thorn, and the",
    "lighting of the footpath beside it (Pages 5 - 5)",
    "Report of the Director of Highways",
]
LONG = "A crossing in Mill Lane, Upper Thorn, and the lighting of the footpath beside it"
REPORT = ["The crossing is asked for by the school.", "Cabinet is recommended to approve it.", "It costs £12,000."]


def pack(*pages: list[str], outline: tuple[OutlineEntry, ...] = ()) -> RawDocument:
    """A PDF of these pages; a line that begins with `>` stands at the right."""
    raw = printed(*([line.removeprefix(">") for line in page] for page in pages))
    right = {(at, line[1:]) for at, page in enumerate(pages, 1) for line in page if line[:1] == ">"}
    fragments = tuple(
        replace(f, box=replace(f.box, x0=400, x1=480)) if f.box and (f.page, f.text) in right else f
        for f in raw.fragments
    )
    return replace(raw, fragments=fragments, source=replace(raw.source, pages=len(pages)), outline=outline)


def told(raw: RawDocument) -> list[tuple[str | None, str | None, int | None, int | None]]:
    """Number, title, first and last page of each paper."""
    return [
        (part.paper.number, part.paper.title, part.source.page_start, part.source.page_end)
        for part in divide(raw)
        if part.paper is not None
    ]


def test_an_agenda_with_pages_divides_a_pack() -> None:
    raw = pack(AGENDA, ["Notes for visitors"], REPORT, REPORT, REPORT)
    assert told(raw) == [("2", "Minutes", 3, 4), ("3", LONG, 5, 5)]
    front = divide(raw)[0]
    assert front.pack is not None
    assert front.pack.agenda == (
        AgendaItem("1", "Apologies for absence"),
        AgendaItem("2", "Minutes"),
        AgendaItem("3", LONG),
    )


def test_the_numbers_of_a_pack_may_jump() -> None:
    agenda = ["AGENDA", "1. Lease (Pages 3 - 20)", "2. Crossing (Pages 21 - 22)", "3. Depot (Pages 23 - 23)"]
    raw = pack(
        [*agenda, "Page 1"], ["Page 2"], ["Document is Restricted", "Page 3"],
        [*REPORT, "Page 21"], [*REPORT, "Page 22"], [*REPORT, "Page 23"],
    )  # fmt: skip
    assert told(raw) == [("1", "Lease", 3, 3), ("2", "Crossing", 4, 5), ("3", "Depot", 6, 6)]


def test_stamps_divide_a_pack() -> None:
    raw = pack(["Supplement"], [">Agenda Item 4", *REPORT], REPORT, [">Agenda Item 6a", *REPORT])
    assert told(raw) == [("4", None, 2, 3), ("6a", None, 4, 4)]
    assert "Agenda Item" not in arrange(divide(raw)[1]).text
    assert [line.text for line in arrange(divide(raw)[1]).furniture] == ["Agenda Item 4"]


def test_a_stamp_on_every_page_is_one_paper() -> None:
    stamped = [[f">Agenda Item {number}", *REPORT] for number in (4, 4, 4, 5)]
    assert told(pack(["Supplement"], *stamped)) == [("4", None, 2, 4), ("5", None, 5, 5)]


def test_a_column_of_pages() -> None:
    agenda = ["AGENDA", "Page", "1. Apologies", "2. Minutes 2 - 3", "3. Budget for 2026", "4. Crossing 4"]
    assert told(pack(agenda, REPORT, REPORT, REPORT)) == [("2", "Minutes", 2, 3), ("4", "Crossing", 4, 4)]


def test_a_page_with_nothing_but_the_number_of_the_pack_is_a_scan() -> None:
    pages = [["AGENDA", "1. Plan (Pages 2 - 4)", "Page 1"], [*REPORT, "Page 2"], ["Page 3"], ["Page 4"]]
    raw = replace(pack(*pages), page_layers=(TextLayer.NATIVE,) * 4)
    paper = divide(raw)[1]
    assert (paper.text_layer, paper.problems) == (
        TextLayer.MIXED,
        ("page 3 has no text layer", "page 4 has no text layer"),
    )
    assert paper.paper is not None
    assert [(a.title, a.page_start, a.page_end) for a in paper.paper.appendices] == [(None, 3, 4)]


NO_PACKS = {
    "a report with its stamp": pack([">Agenda Item 5", *REPORT], REPORT, REPORT),
    "minutes with such headings": pack(*([*REPORT, f"Agenda Item {n}", *REPORT, *REPORT] for n in range(1, 5))),
    "an agenda whose papers are elsewhere": pack(
        ["AGENDA", "1. Minutes (Pages 7 - 9)", "2. Crossing (Pages 10 - 31)"],
        ["3. Depot (Pages 32 - 40)"],
        ["4. Other"],
    ),
    "a report with a list of contents": pack(["Contents", "1. Need (Pages 2 - 3)", "2. Cost (Page 4)"], *[REPORT] * 3),
    "an agenda that speaks of pages": pack(["AGENDA", "1. Minutes", "Errors were found on page 3"], *[REPORT] * 3),
    "an agenda with bookmarks for its headings": pack(
        ["AGENDA", "1. Apologies"], ["2. Minutes"], ["3. Crossing"], ["4. Depot"],
        outline=(
            OutlineEntry("1. Apologies", 1), OutlineEntry("2. Minutes", 2), OutlineEntry("3. Crossing", 3),
            OutlineEntry("4. Depot", 4),
        ),
    ),
    "a report with bookmarks for its headings": pack(
        ["Local plan", "Agenda item 7"], *[REPORT] * 3,
        outline=(OutlineEntry("1 Need", 2), OutlineEntry("2 Cost", 3), OutlineEntry("3 Law", 4)),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_PACKS)
def test_what_is_no_pack_stays_whole(name: str) -> None:
    assert divide(NO_PACKS[name]) == (NO_PACKS[name],)


def test_bookmarks_behind_an_agenda_divide_a_pack() -> None:
    raw = pack(
        ["AGENDA", "1. Minutes", "2. Crossing"], REPORT, REPORT, REPORT,
        outline=(
            OutlineEntry("Cabinet, 11 November 2025", 1, 1), OutlineEntry("Agenda", 1, 2),
            OutlineEntry("Minutes of 14 October", 2, 2), OutlineEntry("2 Crossing", 3, 2),
            OutlineEntry("Appendix 1", 4, 3),
        ),
    )  # fmt: skip
    assert told(raw) == [("1", "Minutes", 2, 2), ("2", "Crossing", 3, 4)]
    paper = divide(raw)[-1].paper
    assert paper is not None
    assert [(a.title, a.page_start) for a in paper.appendices] == [("Appendix 1", 4)]


def test_a_pack_without_a_front_is_an_empty_document_and_its_papers() -> None:
    raw = pack([">Agenda Item 4", *REPORT], REPORT, [">Agenda Item 5", *REPORT])
    assert told(raw) == [("4", None, 1, 2), ("5", None, 3, 3)]
    assert arrange(divide(raw)[0]).text == ""
