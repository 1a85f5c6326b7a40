"""Pages of one decision: decision details, issue history, agenda item, CMIS, and an aggregator's rendering."""

import random
import textwrap

from generator import days
from generator.operative import ALONE, BODY, NAMED, RECOMMENDING, Setting, operative
from generator.page import Page, begin

BODIES = ("Cabinet", "Executive", "Policy Committee", "Housing Committee", "Executive Board")


def decision_details(chance: random.Random) -> Page:
    """A ModernGov decision page: label lines, purpose, decision, reasons, options, label lines."""
    page = begin(chance, "decision_notice")
    setting, decider = _decider(page)
    title = page.speaker.words("title")
    key, call_in = page.speaker.maybe(0.5), page.speaker.maybe(0.7)
    page.line("Decision details", title, f"Decision Maker: {decider}")
    status = chance.choice(
        ("Recommendations Approved", "Decision Made", "Recommendations Approved (subject to call-in)")
    )
    page.line(f"Decision status: {status}")
    page.line(f"Is Key decision?: {_yes(key)}", f"Is subject to call in?: {_yes(call_in)}")
    if page.speaker.maybe(0.7):
        page.line("Purpose:")
        page.prose("purpose")
    page.line("Decision:")
    if setting is BODY and page.speaker.maybe(0.3):
        page.prose("discussion", chance.randint(1, 3))
    stage = operative(page, setting)
    _reasons(page)
    page.line(f"Report author: {page.speaker.words('person')}")
    published = days.later(page.day, chance.randint(0, 5))
    page.line(f"Publication date: {days.short(published)}", f"Date of decision: {days.short(page.day)}")
    if setting is BODY:
        page.line(f"Decided at meeting: {days.short(page.day)} - {decider}")
    page.line(f"Effective from: {days.short(days.later(published, 7))}")
    page.decided(stage, None, title, key=key, call_in=call_in)
    _about(page, decider)
    return page


def _decider(page: Page) -> tuple[Setting, str]:
    """Who decides, and how limbs are led in."""
    if page.speaker.maybe(0.7):
        body = page.chance.choice(BODIES)
        page.speaker.named["body"] = (
            f"the {body}" if body != "Cabinet" else page.chance.choice(("Cabinet", "the Cabinet"))
        )
        return (RECOMMENDING if page.speaker.maybe(0.1) else BODY), body
    post = page.speaker.words(page.chance.choice(("officer", "member.alone")))
    page.speaker.named["decider"] = post
    return ALONE, post


def _reasons(page: Page) -> None:
    heading = page.chance.choice(
        ("Reasons for the decision:", "Reasons for decision", "Reason:", "Reasons for Decision")
    )
    page.line(heading)
    page.prose("reason", page.chance.randint(1, 2))
    if page.speaker.maybe(0.7):
        page.line(
            page.chance.choice(("Alternative options considered:", "Alternative options considered and rejected"))
        )
        page.prose("option", page.chance.randint(1, 2))


def _yes(answer: bool) -> str:
    return "Yes" if answer else "No"


def _about(page: Page, decider: str) -> None:
    page.truth["document"]["decision_maker"] = decider
    page.truth["document"]["date"] = page.day.isoformat()


def issue_history(chance: random.Random) -> Page:
    """A ModernGov page on an issue, with what was decided."""
    page = begin(chance, "issue_history")
    setting, decider = _decider(page)
    title = page.speaker.words("title")
    page.line("Issue - decisions", title, f"{days.short(page.day)} - {title}")
    if page.speaker.maybe(0.4):
        page.prose("discussion", chance.randint(1, 2))
    stage = operative(page, NAMED if setting is ALONE else setting)
    if page.speaker.maybe(0.6):
        _reasons(page)
    page.decided(stage, None, title)
    _about(page, decider)
    return page


def issue_meeting(chance: random.Random) -> Page:
    """A ModernGov page on an issue, with the item of the meeting that took it."""
    page = begin(chance, "issue_history")
    page.speaker.named["body"] = chance.choice(("Cabinet", "the Cabinet"))
    number, title = str(chance.randint(3, 140)), page.speaker.words("title")
    page.line("Issue - meetings", title, f"Meeting: {days.short(page.day)} - Cabinet (Item {number})")
    page.line(f"{number} {title} pdf icon PDF {chance.randint(90, 900)} KB")
    page.line("Decision:")
    begun = len(page.lines)
    stage = operative(page, BODY)
    if page.speaker.maybe(0.5):
        printed = page.lines[begun:]
        page.line("Minutes:")
        page.prose("discussion", chance.randint(2, 4))
        if not page.truth["amounts"] and not page.truth["terms"] and page.speaker.maybe(0.7):
            page.lines += printed
    page.decided(stage, number, title)
    _about(page, "Cabinet")
    return page


def agenda_item(chance: random.Random) -> Page:
    """A ModernGov page of one agenda item."""
    page = begin(chance, "agenda_item")
    body = chance.choice(BODIES)
    page.speaker.named["body"] = f"the {body}"
    number, title = str(chance.randint(3, 20)), page.speaker.words("title")
    page.line(f"{number} {title} PDF {chance.randint(90, 900)} KB", "Minutes:")
    page.prose("discussion", chance.randint(2, 5))
    if page.speaker.maybe(0.3):
        page.prose("chatter")
    stage = operative(page, BODY)
    if page.speaker.maybe(0.5):
        _reasons(page)
    if page.speaker.maybe(0.3):
        page.prose("callin")
    page.decided(stage, number, title)
    page.truth["document"]["decision_maker"] = body
    return page


def cmis(chance: random.Random) -> Page:
    """A decision page of CMIS."""
    page = begin(chance, "decision_notice")
    setting, decider = _decider(page)
    title, key, call_in = page.speaker.words("title"), page.speaker.maybe(0.5), page.speaker.maybe(0.5)
    page.line("Decision Details", f"Reference: {page.speaker.words('reference')}", f"Title: {title}")
    page.line(
        f"Decision Maker: {decider}",
        f"Decision Date: {page.day:%d}/{days.MONTHS[page.day.month - 1][:3]}/{page.day.year}",
    )
    page.line(f"Decision Type: {'Key' if key else 'Non-Key'} Decision", f"Subject to Call In: {_yes(call_in)}")
    page.line("Decision")
    stage = operative(page, setting)
    page.line("Reasons for the Decision")
    page.prose("reason", chance.randint(1, 2))
    page.line("Alternative Options Considered")
    page.prose("option")
    page.decided(stage, None, title, key=key, call_in=call_in)
    _about(page, decider)
    return page


def aggregator(chance: random.Random) -> Page:
    """Another site's rendering of a decision: lines are cut in mid-phrase, and blank lines mark paragraphs."""
    page = begin(chance, "decision_notice", spaced=True)
    page.speaker.named["body"] = chance.choice(("Cabinet", "the Cabinet"))
    title = page.speaker.words("title")
    month = days.MONTHS[page.day.month - 1]
    page.line(title)
    page.line(
        f"{month} {page.day.day}, {page.day.year} Cabinet (Cabinet collective) Key decision Approved "
        "View on council website"
    )
    page.line("Full council record", "Purpose")
    page.prose("purpose")
    page.line("Decision")
    stage = operative(page, BODY)
    if page.speaker.maybe(0.6):
        page.line("Reasons for decision")
        page.prose("reason", 2)
    page.lines = wrapped(page.lines, chance.randint(60, 95))
    page.decided(stage, None, title, key=True)
    _about(page, "Cabinet")
    return page


def wrapped(lines: list[str], width: int) -> list[str]:
    """Lines cut at a width, as a page of that width shows them."""
    return [
        part
        for line in lines
        for part in (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""])
    ]
