"""A public document pack of some seventy pages, made for tests: `python tests/samples/pack.py FOLDER` writes its forms.

    whole        bookmarks, stamps, agenda with page references, pack page numbers beside each paper's own
    no-outline   the same without bookmarks
    no-stamps    the same without "Agenda Item 5" at the top of the papers

In it: minutes of the meeting before, reports with appendices, tables that lie on their side, a survey that was
scanned, a paper that is withheld and stands as one page for twelve, so that the numbers of the pack jump. Council,
people, places and figures are invented, and the sums add up.
"""

import sys
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":  # run as a script, the folder that holds this package is not on the path
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from samples import markup

if TYPE_CHECKING:
    from samples.typeset import PaperPages

FORMS: dict[str, dict[str, str]] = {
    "whole": {},
    "no-outline": {"outline": "no"},
    "no-stamps": {"stamps": "no"},
}
PLACES = (
    "Ashwell Bottom", "Barrow End", "Cold Sallow", "Dunmere", "East Hanning", "Fallow Green", "Great Loxley",
    "Hartsend", "Inkley", "Josten", "Kiln Corner", "Lower Thorn", "Merrow", "Nether Wick", "Oakhanger Cross",
    "Pendle Mill", "Quarrington Heath", "Rushy Lea", "Sallow Bridge", "Tolland", "Upper Thorn", "Vickers Cross",
    "Weir End", "Yarn Mill", "Yew Tree Green", "Zeal Chapel",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A paper of the pack as the tests expect it: number, title, first and last page of the file, appendices."""

    number: str
    title: str
    first: int
    last: int
    appendices: tuple[str, ...] = ()


TITLES = {
    "3": "Minutes",
    "5": "Rebuilding of Thorn Bridge",
    "6": "Village halls: grants for repairs 2026/27 and the arrangements for the years that follow",
    "7": "Budget monitoring to the end of September 2025",
    "9": "Sallow Leisure Centre: terms of the operator's contract",
    "10": "Notes of the Bridges Working Group",
}
APPENDICES = {
    "5": (
        "Appendix 1: Cost by year",
        "Appendix 2: Programme",
        "Appendix 3 - Survey of the abutments",
    ),
    "6": ("Appendix A: The halls",),
    "7": ("Appendix 1: Services", "Appendix 2: Capital schemes"),
}


@cache
def make_pack(form: str) -> bytes:
    """The bytes of the pack in one of its `FORMS`."""
    from samples.typeset import lay_out

    return lay_out(_manuscript(form, _pages()), _laid_out())[0]


@cache
def papers() -> tuple[Told, ...]:
    """The papers of the pack, in any of its forms."""
    starts = [(p.stamp.split()[-1], p.first or 0) for p in _laid_out() if p.level == 0 and p.stamp.strip()]
    end = max(p.last for p in _laid_out())
    return tuple(
        Told(number, TITLES[number], first, following - 1, APPENDICES.get(number, ()))
        for (number, first), (_, following) in pairwise([*starts, ("", end + 1)])
    )


@cache
def _laid_out() -> "list[PaperPages]":
    from samples.typeset import lay_out

    return lay_out(_manuscript("whole", {}))[1]


def _pages() -> dict[str, str]:
    """The pages that the agenda gives for each paper, in the pack's own numbers."""
    ahead = {p.stamp.split()[-1]: (p.ahead, p.numbers) for p in _laid_out() if p.level == 0 and p.stamp.strip()}
    told = {}
    for paper in papers():
        before, numbers = ahead[paper.number]
        told[paper.number] = f"{paper.first + before} - {paper.last + before + numbers - 1}"
    return told


def _manuscript(form: str, pages: dict[str, str]) -> markup.Manuscript:
    text = "\n\n".join((SETTINGS, _front(pages), MINUTES, _bridge(), _halls(), _budget(), WITHHELD, _notes()))
    manuscript = markup.parse(text)
    return replace(manuscript, settings=manuscript.settings | FORMS[form])


SETTINGS = """\
title: Agenda pack, Cabinet, 11 November 2025
author: Sallowshire Council
font: Helvetica
size: 11
first: Agenda
foot: Page {pack}
own: Page {page} of {total}"""


def _front(pages: dict[str, str]) -> str:
    def at(number: str) -> str:
        return f"{TITLES[number]} (Pages {pages.get(number, '000 - 000')})"

    return f"""\
> **Public Document Pack**

# Sallowshire Council

| MEETING: | CABINET |
| DATE: | Tuesday, 11 November 2025 |
| TIME: | 10.00 am |
| VENUE: | Committee Room 2, Shire House, Sallowbridge |

To: Councillors Greta Holloway (Leader), Piers Underwood (Deputy Leader), Amara Finch, Conrad Bellweather and
Tess Ruddock

**Contact:** Merrin Oakes, Democratic Services. Telephone 01632 960720

<<page>>

# AGENDA

**PART I: OPEN TO THE PUBLIC**

1.  **Apologies for absence**

2.  **Declarations of interest**

To receive declarations from members on any item below.

3.  **{at("3")}**

To approve the minutes of the meeting held on 14 October 2025.

4.  **Questions from the public**

Questions must reach Democratic Services by noon on 6 November 2025.

5.  **{at("5")}**

Report of the Director of Highways. This is a key decision.

6.  **{at("6")}**

Report of the Head of Communities.

7.  **{at("7")}**

Report of the Director of Finance.

<<page>>

8.  **Exclusion of the public**

To consider whether the public should leave while the following item is discussed, because exempt information would be
made known.

**PART II: PRIVATE**

9.  **{at("9")}**

Report of the Head of Leisure. Exempt under paragraph 3.

**PART III: FOR INFORMATION**

10.  **{at("10")}**

To note what the working group has discussed.

<<paper: ; >>

<<space: 300>>

^ This page is intentionally left blank"""


MINUTES = """\
<<paper: Agenda Item 3; Minutes of 14 October 2025>>

# CABINET

Minutes of the meeting held on Tuesday, 14 October 2025 in Committee Room 2, Shire House, Sallowbridge, starting at
10.00 am and ending at 11.20 am

**Present:** Councillors Holloway (Chair), Underwood, Finch and Bellweather

**Apologies:** Councillor Ruddock

## 61.  Declarations of interest

None.

## 62.  Street lighting

Councillor Finch presented the report. The lanterns on 214 columns have reached the end of their life, and parts for
them are no longer made. New ones would use a third of the current.

RESOLVED:

    (a)  that the replacement of 214 lanterns be approved at a cost of up to £96,300;

    (b)  that the Director of Highways be authorised, in consultation with the Cabinet Member for Transport, to award a
         contract for three years with an option to extend for up to two further years; and

    (c)  that the saving of £21,400 a year be noted.

<<page>>

## 63.  Library opening hours

Members heard that 1,340 people had answered the survey. Most asked for one late evening in the week.

RESOLVED that the hours in the table before the meeting be adopted from 5 January 2026.

## 64.  Grant for flood gauges

RESOLVED:

    (a)  that the offer of £148,000 from the Rivers Fund be accepted; and

    (b)  that £12,000 be set aside for the upkeep of the gauges.

<<page>>

## 65.  Staffing of the contact centre

The Head of Customer Services said that calls had fallen by a tenth since the spring.

RESOLVED that the report be noted.

<<space: 30>>

Chair ...............................      Date ....................."""

WITHHELD = """\
<<paper: Agenda Item 9; Item 9 - Sallow Leisure Centre: terms of the operator's contract>>

<<withheld: 12>>

By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972.

<<space: 220>>

^ Document is Restricted"""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line."""
    return tuple(" ".join(part.split()) for part in text.strip().split("\n\n"))


_ABOUT_THE_BRIDGE = paragraphs("""
The bridge carries the road from Sallowbridge to Lower Thorn over the Thorn. It was built for carts, and
widened in 1934 with beams that were meant to last for sixty years.

Two of the five spans have moved since they were last measured. The lorries that serve the quarry have been
sent by Great Loxley since the spring, which adds eleven miles to each journey.

Engineers looked at every bearing by rope. What they found is set out in the survey, which was printed on site
and is appended as it was received.

The river is home to white-clawed crayfish, so that work in the water may only be done between July and
September.

People who live in Lower Thorn were asked in two evenings at the school. Most would bear a closed road for a
season if the footbridge were kept open throughout.

A temporary bridge beside the old one was looked into. It would need land on both banks that belongs to four
owners, and would put off the work by a year.

The parapets will be built again with the stones that were taken down, which are numbered and kept in the yard
at Kiln Corner.

Buses will turn at the mill while the road is closed. The operator has said that it needs six weeks to change
its printed times.
""")
_ABOUT_HALLS = paragraphs("""
The hall is let by a committee of seven, who are all volunteers and meet in its kitchen on the first Monday of
the month. The bookings are kept in a ledger that anyone may look into.

The roof was last laid forty years ago. Slates slip after every gale, and buckets stand in the loft above the
stage.

The boiler burns oil. It is too small for the main room, and the playgroup brings heaters of its own from
November.

Those who use a wheelchair come in by the kitchen door, as the steps at the front cannot be ramped within the
plot.

The floor of the main room is sprung and was laid for dancing. It has been sanded so often that the nails
show.

There is no lighting between the door and the road, and the committee asks those who leave late to bring a
torch.

The wiring was renewed with the help of the parish, and has a certificate for the next five years.

A bat survey is needed before the gable can be touched, and can only be made between May and August.
""")


def _numbered(paragraphs: tuple[str, ...], section: int, rounds: int) -> str:
    """Numbered paragraphs of a section: those given, over and over, each time about another place."""
    lines = [
        f"{paragraph} The same was said of {PLACES[(turn * 7 + at) % len(PLACES)]} in the round before."
        for turn in range(rounds)
        for at, paragraph in enumerate(paragraphs)
    ]
    return "\n\n".join(f"{section}.{at}  {line}" for at, line in enumerate(lines, 1))


def _head(title: str, author: str, key: str) -> str:
    return f"""\
| Report to: | Cabinet |
| Date: | 11 November 2025 |
| Title: | {title} |
| Report of: | {author} |
| Key decision: | {key} |"""


def _bridge() -> str:
    survey = " ".join(f"Abutment {at}: mortar soft to the depth of a hand, no movement seen." for at in range(1, 16))
    return f"""\
<<paper: Agenda Item 5; Item 5 - Rebuilding of Thorn Bridge>>

{_head(TITLES["5"], "Una Marsh, Director of Highways", "Yes")}

## 1  Recommendations

Cabinet is recommended to:

1.1  approve the rebuilding of Thorn Bridge at a cost of up to £6.2m, as shown in Appendix 1;

1.2  delegate authority to the Director of Highways, in consultation with the Cabinet Member for Transport, to award the
contract, subject to consent being given by the Rivers Agency; and

1.3  note that a grant of £4.1m has been offered.

## 2  Background

{_numbered(_ABOUT_THE_BRIDGE, 2, 12)}

## 3  Financial implications

3.1  The cost of £6.2m will be met from the grant of £4.1m and from borrowing of £2.1m.

## 4  Legal implications

4.1  The Council is the highway authority and may close the road under section 14 of the Road Traffic Regulation Act
1984.

<<appendix: Appendix 1: Cost by year; turned>>

# Appendix 1: Cost by year

| £000 | 2025/26 | 2026/27 | 2027/28 | 2028/29 | Total |
|---|---:|---:|---:|---:|---:|
| Design | 310 | 190 | - | - | 500 |
| Works in the river | - | 1,450 | 1,150 | - | 2,600 |
| Deck and parapets | - | 600 | 1,900 | 300 | 2,800 |
| Fees and risk | 40 | 110 | 110 | 40 | 300 |
| Total | 350 | 2,350 | 3,160 | 340 | 6,200 |

<<appendix: Appendix 2 - Programme>>

# Appendix 2: Programme

| Step | From | To |
|---|---|---|
| Consent of the Rivers Agency | 1 December 2025 | 27 March 2026 |
| Works in the river | 6 July 2026 | 25 September 2026 |
| Deck and parapets | 5 October 2026 | 31 May 2028 |

<<appendix: Appendix 3 - Survey of the abutments; scanned>>

<<scan: Survey of the abutments of Thorn Bridge, first sheet. {survey}>>

<<page>>

<<scan: Survey of the abutments of Thorn Bridge, second sheet. {survey}>>

<<page>>

<<scan: Survey of the abutments of Thorn Bridge, third sheet. {survey}>>"""


def _grant(at: int) -> int:
    return 4000 + 250 * ((at * 7) % 19)


def _halls() -> str:
    halls = "\n\n<<page>>\n\n".join(
        f"""\
## {place} Village Hall

| Users in a week | {140 + 9 * at} |
| Grant proposed | £{_grant(at):,} |
| From the hall's own funds | £{1000 + 100 * at:,} |

"""
        + "\n\n".join(_ABOUT_HALLS[(at + turn) % len(_ABOUT_HALLS)] for turn in range(5))
        for at, place in enumerate(PLACES)
    )
    total = sum(_grant(at) for at in range(len(PLACES)))
    return f"""\
<<paper: Agenda Item 6; Item 6 - {TITLES["6"]}>>

{_head(TITLES["6"], "Jory Pascoe, Head of Communities", "No")}

## 1  Recommendations

That Cabinet:

    (i)  approves grants to the halls in Appendix A, totalling £{total:,}; and

    (ii)  delegates to the Head of Communities the authority to pay each grant when the work is done, after consulting
          the Cabinet Member for Communities.

## 2  Background

{_numbered(_ABOUT_HALLS, 2, 14)}

## 3  Financial implications

3.1  The sum of £{total:,} is within the budget for the year.

<<appendix: Appendix A - The halls>>

# Appendix A: The halls

{halls}"""


def _budget() -> str:
    services = "\n".join(
        f"| {name} | {plan:,} | {plan + over:,} | {f'({-over:,})' if over < 0 else f'{over:,}'} |"
        for name, plan, over in SERVICES
    )
    plan, over = sum(s[1] for s in SERVICES), sum(s[2] for s in SERVICES)
    return f"""\
<<paper: Agenda Item 7; Item 7 - Budget monitoring to the end of September 2025>>

{_head(TITLES["7"], "Ravi Denholm, Director of Finance", "No")}

## 1  Recommendations

Cabinet is recommended to:

1.1  note the forecast in Appendix 1, which is £{over * 1000:,} above the budget; and

1.2  approve the transfer of £180,000 from the reserve for winter to the budget for roads.

## 2  Background

{_numbered(_ABOUT_THE_BRIDGE, 2, 6)}

<<appendix: Appendix 1: Services; turned>>

# Appendix 1: Services

| £000 | Budget | Forecast | Over (under) |
|---|---:|---:|---:|
{services}
| Total | {plan:,} | {plan + over:,} | {over:,} |

<<appendix: Appendix 2: Capital schemes>>

# Appendix 2: Capital schemes

| Scheme | Approved | Spent |
|---|---:|---:|
| Depot roof | £420,000 | £118,000 |
| School kitchens | £365,000 | £290,500 |"""


SERVICES = (
    ("Adults", 88400, 1250),
    ("Children", 61700, 940),
    ("Roads", 17300, -210),
    ("Waste", 15900, 80),
    ("Libraries", 4100, -35),
)


def _notes() -> str:
    return f"""\
<<paper: Agenda Item 10; Item 10 - Notes of the Bridges Working Group>>

# Notes of the Bridges Working Group

Notes of the meeting of the working group held on 2 October 2025.

## 1  What was discussed

{_numbered(_ABOUT_THE_BRIDGE, 1, 6)}"""


if __name__ == "__main__":
    for form in FORMS:
        path = Path(sys.argv[1]) / f"pack-{form}.pdf"
        path.write_bytes(make_pack(form))
        print(f"{path.stat().st_size:>9,} {path}")
