"""Who was there: sentences that say who came, who left, who sent apologies and who presented.

Apologies were received from Councillors Moss and Hale.
Ann Hale, Head of Housing, presented the report.
"""

import re
from collections.abc import Iterator

from minutes_extract.annotations import PersonReading, Stretch
from minutes_extract.values import people

# The end of a sentence: a stop that is not an initial's or a title's.
SENTENCE_END_RE = re.compile(
    r"(?<!\b[A-Z])(?<!\bCllr)(?<!\bCllrs)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bAld)(?<!\bRev)(?<!\bProf)[.;](?=\s|$)|\n"
)
# "Apologies for absence were received from", "Apologies received on behalf of": a list follows.
APOLOGIES_FROM_RE = re.compile(
    r"\bapolog(?:y|ies)\b(?:\sfor\sabsence|\sfor\slateness|\sfor\snon-attendance)?+"
    r"(?:\s(?:were|was|had|have|has|been|also|then|and|received|submitted|given|noted|accepted|made|tendered|sent))*+"
    r"\s(?:from|by|on\sbehalf\sof|for)\s?:?\s++(?!absence|lateness)",
    re.IGNORECASE,
)
# "… sent apologies", "… had submitted their apologies": a list stands before.
SENT_APOLOGIES_RE = re.compile(
    r"\b(?:sent|gave|submitted|tendered|offered|given)\s(?:their\s|his\s|her\s|an?\s)?apolog(?:y|ies)\b", re.IGNORECASE
)
# "joined for this item", "left the meeting at 7.15pm", "arrived during the discussion".
MOVED_RE = re.compile(
    r"\b(?:joined|left|arrived|withdrew|entered|re-?joined|retired|vacated|departed|returned)\b"
    r"(?=[^.\n]{0,80}\b(?:item|meeting|room|chamber|discussion|debate|point|remainder|chair"
    r"|\d{1,2}[.:]\d\d|\d{1,2} ?[ap]m)\b)"
    r"|\b(?:was|were)\s(?:also\s)?in\sattendance\b|\battended\s(?:remotely|virtually|online|for\sthis\sitem)\b",
)
# "presented the report", "introduced this item", "gave a presentation on".
PRESENTED_RE = re.compile(
    r"\b(?:presented|introduced|outlined|summarised|delivered|gave|submitted|took\s(?:members|the\s\w+)\sthrough|spoke\sto)\s"
    r"(?:the|a|an|this|his|her|their)\s(?:[\w’'&,/–-]+\s){0,12}?(?:report|item|paper|presentation|update|overview|briefing)s?\b",
)
# "presented by", "introduced by": a list follows.
PRESENTED_BY_RE = re.compile(r"\b(?:presented|introduced)\sby\s?:?\s*(?:the\s)?", re.IGNORECASE)
CHAIR_RE = re.compile(r",?\s(?:was\s)?in\sthe\s[Cc]hair\b")

# What may stand between a name and its verb.
ASIDE_RE = re.compile(r"\s*(?:\W{0,2}|,[^,\n]{0,80},|\([^()\n]{0,60}\))\s*(?:also\s|then\s|had\s)?")

LONGEST = 600  # characters of a sentence that are looked at


def find(text: str) -> Iterator[PersonReading]:
    """People in capacities that sentences of a text give them."""
    for match in APOLOGIES_FROM_RE.finditer(text):
        yield from _listed(text, match.end(), _sentence_end(text, match.end()), "apologies")
    for match in SENT_APOLOGIES_RE.finditer(text):
        yield from _listed(text, _sentence_start(text, match.start()), match.start(), "apologies")
    for match in PRESENTED_BY_RE.finditer(text):
        yield from _listed(text, match.end(), _sentence_end(text, match.end()), "presenter")
    for match in PRESENTED_RE.finditer(text):
        yield from _listed(text, _sentence_start(text, match.start()), match.start(), "presenter")
    for match in MOVED_RE.finditer(text):
        words = text[match.start() : _sentence_end(text, match.start())].rstrip(" .,;)]")
        detail = Stretch(match.start(), match.start() + len(words))
        yield from _moved(text, _sentence_start(text, match.start()), match.start(), detail)
    for match in CHAIR_RE.finditer(text):
        yield from _listed(text, _sentence_start(text, match.start()), match.start(), "present")


def reading(person: people.Person, capacity: str, detail: Stretch | None = None) -> PersonReading:
    """A person of a list in a capacity; the remark is the detail, for want of a better one."""
    post = Stretch(person.post.start, person.post.end) if person.post else None
    remark = Stretch(person.remark.start, person.remark.end) if person.remark else None
    return PersonReading(Stretch(person.name.start, person.name.end), post, capacity, detail or remark)


def _listed(text: str, start: int, end: int, capacity: str) -> Iterator[PersonReading]:
    """Everyone whom a stretch names; apologies keep their reasons, in other capacities a remark is none of it."""
    for found in people.listed(text, start, end):
        person = found.value
        if capacity != "apologies":
            person = people.Person(person.name, person.post)
        yield reading(person, capacity)


def _moved(text: str, start: int, end: int, detail: Stretch) -> Iterator[PersonReading]:
    """Those who came or went: the people right before the verb."""
    found = people.listed(text, start, end)
    if found and _leads_on(text[found[-1].end : end]):
        for one in found:
            yield reading(people.Person(one.value.name, one.value.post), "in_attendance", detail)


def _leads_on(between: str) -> bool:
    """Whether nothing stands between the names and the verb but an aside.

    >>> _leads_on(" "), _leads_on(", having declared an interest, "), _leads_on(" said that the officers had ")
    (True, True, False)
    """
    return ASIDE_RE.fullmatch(between) is not None


def _sentence_start(text: str, position: int) -> int:
    window = max(0, position - LONGEST)
    start = window
    for match in SENTENCE_END_RE.finditer(text, window, position):
        start = match.end()
    return start


def _sentence_end(text: str, position: int) -> int:
    match = SENTENCE_END_RE.search(text, position, position + LONGEST)
    return match.start() if match else min(len(text), position + LONGEST)
