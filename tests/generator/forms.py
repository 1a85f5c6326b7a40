"""Decisions of one person, and what is put before a body: forms, mayors' decisions, reports."""

import random

from generator import days, limbs
from generator.operative import ALONE, REPORT, operative
from generator.page import Page, begin


def form(chance: random.Random) -> Page:
    """A delegated decision record: a form of two columns, a label and its value in a row."""
    page = begin(chance, "delegated_decision", spaced=False)
    post, title = page.speaker.words("officer"), page.speaker.words("title")
    page.line(chance.choice(("OFFICER DECISION RECORD", "Record of Officer Decision", "DELEGATED DECISION NOTICE")))
    limb = limbs.say(page.speaker, "to", limbs.DECIDING)
    words = limb.said.reworded(limb.said.text[:1].upper() + limb.said.text[1:])
    page.line("Title |", f"{title} |", "Decision maker |", f"{post} |")
    page.line(
        "Date of decision |", f"{days.long(page.day)} |", "Key decision? |", "No |", "Decision |", f"{words.text}. |"
    )
    truth = page.truth
    truth["resolutions"].append({"path": [], "starts": " ".join(words.text.split()[:9]), "acts": list(limb.acts)})
    truth["amounts"] += words.amounts_at([])
    truth["terms"] += words.terms_at([])
    truth["conditions"] += words.conditions_at([])
    truth["delegations"] += words.delegations_at([])
    page.line("Reasons for decision |")
    _cell(page, "reason")
    page.line("Alternative options considered |")
    _cell(page, "option")
    page.line("Conflicts of interest declared |", "None |")
    page.decided("delegated_decision", None, title, key=False)
    truth["document"] |= {"decision_maker": post, "date": page.day.isoformat()}
    return page


def _cell(page: Page, symbol: str) -> None:
    said = page.speaker.say(symbol).capitalised()
    page.background([said])
    page.line(f"{said.text} |")


def first_person(chance: random.Random) -> Page:
    """A decision that a member or officer signs: "As Cabinet Member for …, I agree to:"."""
    page = begin(chance, "delegated_decision")
    is_officer = page.speaker.maybe(0.4)
    post = page.speaker.words("officer" if is_officer else "member.alone")
    page.speaker.named["decider"] = post
    title = page.speaker.words("title")
    page.line(f"{'Officer' if is_officer else 'Cabinet Member'} Decision Notice")
    page.line(f"Decision maker: {post}", f"Subject: {title}", f"Date of decision: {days.long(page.day)}", "Decision:")
    stage = operative(page, ALONE)
    page.line("Reasons for the decision:")
    page.prose("reason", chance.randint(1, 2))
    page.line("Financial implications:")
    page.prose("finance")
    if page.speaker.maybe(0.6):
        page.line("Legal implications:")
        page.prose("legal")
    page.line("Signed:", page.speaker.words("person"))
    page.decided(stage, None, title)
    page.truth["document"] |= {
        "kind": "delegated_decision" if is_officer else "decision_notice",
        "decision_maker": post,
        "date": page.day.isoformat(),
    }
    return page


def report(chance: random.Random) -> Page:
    """A report of officers to a body, with recommendations."""
    page = begin(chance, "officer_report")
    body = page.speaker.words("committee.name")
    title = page.speaker.words("title")
    page.line(body.upper(), f"Subject: {title}", f"Date: {days.long(page.day)}")
    page.line(f"Report of: {page.speaker.words('officer')}")
    page.line("1. Purpose of report")
    page.prose("purpose")
    page.line("2. Recommendations")
    stage = operative(page, REPORT)
    page.line("3. Background")
    page.prose("discussion", chance.randint(2, 4))
    page.line("4. Financial implications")
    page.prose("finance")
    page.line("5. Legal implications")
    page.prose("legal")
    page.decided(stage, None, title)
    page.truth["document"]["date"] = page.day.isoformat()
    return page
