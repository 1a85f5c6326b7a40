"""The operative part: a lead-in, and limbs with their labels, in words and in answers."""

from dataclasses import dataclass

from generator import limbs, numbering
from generator.limbs import Limb
from generator.numbering import Style
from generator.page import Page
from generator.said import Said
from generator.speech import rules

STARTS = 9
"""Words by which the answers know a limb."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Who decides: `lead` is the section of lead-ins, `body` the name in them, `alone` one officer or member."""

    lead: str
    alone: bool = False
    recommends: bool = False
    minutes: bool = False
    """Minutes lead their limbs in, where pages of one decision may leave that to a label line."""
    asks: bool = False
    """Recommends in its lead-in alone ("Cabinet is asked to"), as reports do; limbs are no recommendations."""


BODY, SCOTTISH, PARISH = Setting("body"), Setting("scottish"), Setting("parish")
MINUTES = Setting("body", minutes=True)
ALONE, NAMED = Setting("alone", alone=True), Setting("named", alone=True)
RECOMMENDING = Setting("recommend", recommends=True)
REPORT = Setting("report", recommends=True, asks=True)


def operative(page: Page, setting: Setting, count: int | None = None) -> str:
    """Adds an operative part to a page, and tells the stage that it brings the item to."""
    many = page.chance.choice((1, 1, 2, 2, 3, 3, 4, 5)) if count is None else count
    if many == 1 and (setting is PARISH or page.speaker.maybe(0.7)):
        return _inline(page, setting)
    mood, lead = _lead(page, setting.lead)
    while (many == 1 and mood in {"noun", "past", "third"}) or (setting.minutes and not lead.text):
        mood, lead = _lead(page, setting.lead)
    if not lead.text and mood == "that" and many == 1:
        lead = Said("Decision:")
    style = numbering.NONE if many == 1 else _style(page, mood, lead)
    chosen = _limbs(page, setting, mood, many)
    if lead.text:
        page.line(lead.text)
    page.truth["conditions"] += [{"text": text, "path": None} for text in lead.conditions]
    _print(page, setting, chosen, style)
    return _stage(setting, chosen)


def _lead(page: Page, section: str) -> tuple[str, Said]:
    mood, _, words = page.chance.choice(rules("leads")[section]).partition(" |")
    while page.ends_in_heading and words.strip().casefold().startswith("deci"):
        mood, _, words = page.chance.choice(rules("leads")[section]).partition(" |")
    lead = page.speaker.fill(words.strip())
    return mood, lead.capitalised() if lead.text[:1].islower() else lead


def _style(page: Page, mood: str, lead: Said) -> Style:
    if mood == "that" and lead.text and page.spaced and page.speaker.maybe(0.15):
        return numbering.LOST
    return numbering.outer(page.chance)


def _limbs(page: Page, setting: Setting, mood: str, many: int) -> list[Limb]:
    """Limbs of different families; the last is often a power, as in real decisions."""
    families = limbs.DECIDING if setting.recommends else limbs.FAMILIES
    chosen: list[Limb] = []
    while len(chosen) < many:
        limb = limbs.say(page.speaker, mood, families)
        if limb.said.text[:40] not in {other.said.text[:40] for other in chosen}:
            chosen.append(limb)
    if many > 1 and mood != "noun" and page.speaker.maybe(0.2):
        chosen[-1] = limbs.delegating(page.speaker, mood)
    return chosen


def _inline(page: Page, setting: Setting) -> str:
    """A single limb that stands in one line with its lead-in."""
    section = {"body": "inline", "parish": "parish"}.get(setting.lead, f"inline.{setting.lead}")
    mood, lead = _lead(page, section)
    families = limbs.DECIDING if setting.recommends else limbs.FAMILIES
    limb = limbs.say(page.speaker, mood.removesuffix("."), families)
    words = limb.said if lead.text else limb.said.capitalised()
    if lead.text and mood.startswith("to"):
        words = words.reworded(words.text[0].lower() + words.text[1:])
    page.line(f"{lead.text} {words.text}.".strip())
    acts = limb.acts
    if mood.endswith("."):
        words = words.reworded(f"{lead.text} {words.text}")
        acts = ("approve",) if acts == ("other",) and "agree" in lead.text else acts
    _answer(page, setting, Limb(words, acts), [])
    return _stage(setting, [limb])


def _print(page: Page, setting: Setting, chosen: list[Limb], style: Style) -> None:
    gap = page.chance.choice(numbering.GAPS)
    ending = page.chance.choice((".", ".", ";"))
    is_reasoned = setting is BODY and bool(style.label(1)) and page.speaker.maybe(0.08)
    for number, limb in enumerate(chosen, start=1):
        is_last = number == len(chosen)
        stop = "." if is_last else f"{ending}{' and' if ending == ';' and number == len(chosen) - 1 else ''}"
        path = [style.name(number)] if style.name(number) else []
        label = style.label(number)
        words = limb.said if label and page.speaker.maybe(0.6) else limb.said.capitalised()
        page.line(f"{label}{gap}{words.text}{'' if limb.children else stop}" if label else f"{words.text}{stop}")
        _answer(page, setting, Limb(words, limb.acts), path)
        if limb.children:
            _children(page, setting, limb, path, numbering.inner(page.chance, style), stop)
        if is_reasoned:
            page.labelled("Reason:", "reason")


def _children(page: Page, setting: Setting, limb: Limb, path: list[str], style: Style, stop: str) -> None:
    gap = page.chance.choice(numbering.GAPS)
    for number, child in enumerate(limb.children, start=1):
        left = len(limb.children) - number
        close = stop if not left else "; and" if left == 1 else ";"
        page.line(f"{style.label(number)}{gap}{child.said.text}{close}")
        _answer(page, setting, child, [*path, style.name(number)])


def _answer(page: Page, setting: Setting, limb: Limb, path: list[str]) -> None:
    """Puts down what a limb says; where a body recommends, each limb is a recommendation."""
    truth, acts = page.truth, list(limb.acts)
    if setting.recommends and not setting.asks and len(path) < 2:
        acts = ["recommend", *(act for act in acts if act != "other")]
    words = limb.said.text.removeprefix("That ").split()
    truth["resolutions"].append({"path": path, "starts": " ".join(words[:STARTS]), "acts": acts})
    truth["amounts"] += limb.said.amounts_at(path)
    truth["terms"] += limb.said.terms_at(path)
    truth["conditions"] += limb.said.conditions_at(path)
    truth["delegations"] += limb.said.delegations_at(path)


def _stage(setting: Setting, chosen: list[Limb]) -> str:
    """The stage of an item: what all limbs agree on, else what follows from who decides."""
    firsts = {limb.acts[0] for limb in chosen}
    alike = {"note": "noted", "defer": "deferred", "refuse": "refused"}
    if setting.recommends:
        return "recommended"
    if len(firsts) == 1 and (only := firsts.pop()) in alike:
        return alike[only]
    return "delegated_decision" if setting.alone else "resolved"
