"""Minutes of meetings: a council's committee, a Scottish committee, a parish council."""

import random
from collections.abc import Callable

from generator import days
from generator.notices import wrapped
from generator.operative import MINUTES, PARISH, SCOTTISH, Setting, operative
from generator.page import Page, begin

VOTES = (
    ("On being put to the vote, {0} voted for and {1} against, with {2} abstentions.", "carried"),
    ("(Vote: {0} for, {1} against, {2} abstentions)", "carried"),
)


def meeting(chance: random.Random) -> Page:
    """Minutes of a committee: who was there, and several items of business."""
    page = begin(chance, "meeting_minutes", spaced=True)
    body = chance.choice(("Cabinet", "Executive", page.speaker.words("committee.name")))
    page.speaker.named["body"] = "Cabinet" if body == "Cabinet" else f"the {body}"
    page.line(f"Minutes of a meeting of the {body} held on {days.long(page.day)} at 6.30 pm")
    page.line("Present:")
    page.line(", ".join(page.speaker.words("councillor") for _ in range(chance.randint(3, 6))))
    number = _numbers(page)
    _procedural(page, number)
    for _ in range(chance.randint(2, 4)):
        _item(page, number, MINUTES, page.speaker.words("title"))
    if page.speaker.maybe(0.3):
        page.lines = wrapped(page.lines, chance.randint(70, 100))
    page.truth["document"]["decision_maker"] = body
    page.truth["document"]["date"] = page.day.isoformat()
    return page


Numbers = Callable[[], str]


def _numbers(page: Page, plain: bool = False) -> Numbers:
    """Numbers of items, running on: 31, 31/24, CAB.31."""
    at = [page.chance.randint(1, 140)]
    form = "{}" if plain else page.chance.choice(("{}", "{}", "{}", "{}/24", "{}/24", "CAB.{}"))

    def following() -> str:
        at[0] += 1
        return form.format(at[0])

    return following


def _procedural(page: Page, number: Numbers) -> None:
    """Apologies, declarations and the minutes of the last meeting."""
    printed = number()
    page.line(f"{printed}. Apologies for absence", f"Apologies were received from {page.speaker.words('councillor')}.")
    page.decided("none", printed, "Apologies for absence")
    printed = number()
    page.line(f"{printed}. Declarations of interest", "There were none.")
    page.decided("none", printed, "Declarations of interest")
    if page.speaker.maybe(0.6):
        printed, before = number(), days.long(days.later(page.day, -28))
        page.line(
            f"{printed}. Minutes", f"RESOLVED that the minutes of the meeting held on {before} be approved and signed."
        )
        _plain_limb(page, f"the minutes of the meeting held on {before}", ["approve"])
        page.decided("resolved", printed, "Minutes")


def _plain_limb(page: Page, starts: str, acts: list[str]) -> None:
    page.truth["resolutions"].append({"path": [], "starts": starts, "acts": acts})


def _item(page: Page, number: Numbers, setting: Setting, title: str) -> None:
    printed = number()
    page.line(f"{printed}. {title.upper() if page.speaker.maybe(0.3) else title}")
    page.prose("discussion", page.chance.randint(1, 4))
    if page.speaker.maybe(0.2):
        page.prose("chatter")
    stage = operative(page, setting)
    if setting is MINUTES and page.truth["votes"] is None and page.speaker.maybe(0.15):
        _vote(page)
    page.decided(stage, printed, title)


def _vote(page: Page) -> None:
    words, result = page.chance.choice(VOTES)
    counts = (page.chance.randint(6, 30), page.chance.randint(0, 5), page.chance.randint(0, 3))
    page.line(words.format(*counts))
    page.voted({"result": result, "for": counts[0], "against": counts[1], "abstain": counts[2]})


def scottish(chance: random.Random) -> Page:
    """A minute of a Scottish committee: items in capitals or with their references, and "resolved:-" with "to"."""
    page = begin(chance, "meeting_minutes", spaced=True)
    body = chance.choice(("City Growth Committee", "Communities Committee", "Finance Committee"))
    page.line(f"{body.upper()}", f"MINUTE OF MEETING, {days.long(page.day)}")
    number = _numbers(page, plain=True)
    for _ in range(chance.randint(2, 4)):
        printed, title = number(), page.speaker.words("title")
        page.line(f"{printed}.", f"{title} - RES/14/{chance.randint(10, 99):03}")
        page.line(f"The Committee had before it a report by the {page.speaker.words('officer')}.")
        page.prose("discussion", chance.randint(1, 2))
        stage = operative(page, SCOTTISH)
        page.decided(stage, printed, title)
    page.truth["document"]["decision_maker"] = body
    page.truth["document"]["date"] = page.day.isoformat()
    return page


def parish(chance: random.Random) -> Page:
    """Minutes of a parish council, where one sentence carries the discussion and the resolution."""
    page = begin(chance, "meeting_minutes", spaced=page_is_spaced(chance))
    council = f"{page.speaker.words('place')} Parish Council"
    page.line(f"MINUTES OF THE MEETING OF {council.upper()} HELD ON {days.long(page.day).upper()}")
    people = ", ".join(f"Cllr {page.speaker.words('person')}" for _ in range(4))
    page.line(f"Present: {people} and the Clerk.")
    number = chance.randint(10, 90)
    for heading in ("APOLOGIES FOR ABSENCE", "DECLARATIONS OF INTEREST"):
        page.line(f"{number}/24 {heading}", "None.")
        page.decided("none", f"{number}/24", heading)
        number += 1
    for _ in range(chance.randint(2, 4)):
        title = page.speaker.words("title")
        page.line(f"{number}/24 {title.upper()}")
        if page.speaker.maybe(0.7):
            page.prose("discussion")
        stage = operative(page, PARISH, count=1)
        page.decided(stage, f"{number}/24", title)
        number += 1
    page.line(f"{number}/24 DATE OF NEXT MEETING", f"{days.long(days.later(page.day, 28))} at 7pm.")
    page.decided("none", f"{number}/24", "DATE OF NEXT MEETING")
    page.truth["document"] |= {"authority": council, "decision_maker": council, "date": page.day.isoformat()}
    return page


def page_is_spaced(chance: random.Random) -> bool:
    """Parish minutes come with blank lines or without."""
    return chance.random() < 0.5
