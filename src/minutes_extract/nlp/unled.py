"""Operative parts without a lead-in or a heading: they begin with the decider, or with a limb."""

import re
from collections.abc import Sequence

from minutes_extract.annotations import Force
from minutes_extract.document import BlockKind
from minutes_extract.nlp.leads import Strength
from minutes_extract.nlp.lexicon import entries, fold
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.parts import (
    INFINITIVE_RE,
    Part,
    closes,
    goes_on,
    is_subheading,
    lead_of,
    list_begins,
    resumes,
    resumes_list,
)
from minutes_extract.nlp.passages import Passage
from minutes_extract.nlp.zones import TELLING, is_free, zones
from minutes_extract.values import numbering

# An entry in a schedule of decisions begins with a reference alone: "MD113", "OD/18/147".
DECISION_REF_RE = re.compile(r"[A-Z]{2,4}\s?\d{2,5}|[A-Z]{1,5}/\d{2,4}/\d{1,4}")
# "Agreed: 09/05/06", the next column of a schedule
LABELLED_RE = re.compile(r"\w[\w ]{2,30}:\s")
SHORTEST_LINE = 30  # letters of a line that may be broken for want of room
# "Consider report by the Treasurer": the business of an agenda
ASKED_RE = re.compile(
    r"(?:To\s+)?(?:consider|receive|discuss|hear)\s+(?:a|an|the|any)?\s*(?:\w+\s+)?(?:report|paper|update)",
    re.IGNORECASE,
)
# "This item was deferred so that Councillor Moss can be there": what was asked is not decided
DEFERRED_RE = re.compile(
    r"(?:This|The)\s+(?:item|report|matter|application|paper)\s+(?:was|is|has\s+been)\s+(?:deferred|withdrawn)\b"
)
# "That (A) the hall be let;", the first of a list
FIRST_LABEL_RE = re.compile(r"(?:That|To)\s+(?P<label>\((?:1|i|a|A)\))\s")
FIRST_RE = re.compile(r"1\.?\s+[A-Z]")
# "Councillor Hale noted that the weir is old", "The Officer gave a presentation", "Members supported the motion and"
SAID_RE = re.compile(
    r"(?:Councillor|Cllr|Mrs?|Ms|Miss)\b[^.;]{2,50}?\bnoted\b|The\s(?:\w+\s)?Clerk\snoted\b"
    r"|[^.;]{2,120}?\b(?:gave|made)\s(?:an?|the|further|brief)\s(?:\w+\s){0,2}?"
    r"(?:presentation|update|report|overview|account|points|comments)\b|[^.;]{2,80}?\bgave\s(?:\w+\s)?consideration\b|Members\ssupported\sthe\smotion\b"
)
# "The following points were raised:", "Members made these comments:", "In reply the Engineer stated:"
TALK_RE = re.compile(
    r"\b(?:points?|issues?|matters|concerns|comments?|questions|queries|observations|raised|reported|discussed|stated"
    r"|highlighted|informed|advised)\b[^.]*[:–-]+\s*$",
    re.IGNORECASE,
)
# "Approval of the start of a procurement", "Agreement to terminate the contract": the same as a noun
NOMINAL_RE = re.compile(
    r"(?:(?:The\s)?(?:[Aa]pproval|[Aa]ward|[Aa]cceptance|[Aa]uthorisation|[Aa]ppointment|[Dd]elegation|[Aa]doption|[Rr]enewal"
    r"|[Ee]xtension)\s(?:of|for|to)|Agreement\sto|Permission\sto|Consent\sto)\s"
)


def by_actor(item: Sequence[Passage]) -> list[Part]:
    """Parts that begin with the decider: "The Cabinet Member has approved …"; the first run of them."""
    for index, zone in enumerate(zones(item)):
        lead = None if zone is not None and zone.kind in TELLING else lead_of(item, index)
        if lead is None or lead.strength is not Strength.ACTOR or SAID_RE.match(item[index].body):
            continue
        if FIRST_LABEL_RE.match(item[index].text):
            return []  # "That (A) …;", the first of a list
        part = Part(lead.force, lead.strength)
        if item[index].label:
            _follow(item, list_begins(item, index), part)
            return [part]
        part.body.append(item[index])
        for ahead in range(index + 1, len(item)):
            if item[ahead].heading is not None or item[ahead].is_field or lead_of(item, ahead) is None:
                break
            part.body.append(item[ahead])
        return [part]
    return []


def bare(item: Sequence[Passage]) -> list[Part]:
    """Limbs without any lead-in: a list of them, else the last run of passages that decide by themselves."""
    first = _first_limb(item)
    if first is None or any(DEFERRED_RE.match(passage.text) for passage in item):
        return []
    part = Part(Force.DECIDES, Strength.LIMB)
    if NOMINAL_RE.match(item[first].text):
        part.body.append(item[first])  # what follows says why
        return [part]
    _follow(item, first, part)
    return [part]


def _first_limb(item: Sequence[Passage]) -> int | None:
    free = [
        index
        for index, zone in enumerate(zones(item))
        if is_free(zone) and _is_plain(item[index]) and not closes(item[index])
    ]
    listed = [i for i in free if item[i].block.kind is BlockKind.LIST_ITEM and is_limb(item[i].body)]
    listed = [i for i in listed if not _is_talk(item, i)]
    if listed:
        return _list_begins(item, listed[0])
    listed_alone = len(item) > 1 and (item[1].label or FIRST_RE.match(item[1].text))
    if listed_alone and DECISION_REF_RE.fullmatch(item[0].text.strip()):
        return 1  # an entry in a schedule of decisions: its list is what was decided
    plain = [i for i in free if item[i].block.kind is not BlockKind.LIST_ITEM and is_limb(item[i].text)]
    if any(p.field is not None and p.field.key == "decision_maker" for p in item):
        nominal = [i for i in free if NOMINAL_RE.match(item[i].text) and item[i].text.rstrip().endswith(".")][:1]
        plain = nominal or plain or [i for i in free if INFINITIVE_RE.match(item[i].text)]
    if not plain:
        return None
    own = {fold(entry.term) for entry in entries("chrome")}
    plain = [i for i in plain if fold(item[i].text) not in own and not ASKED_RE.match(item[i].text)]
    if not plain:
        return None
    first = plain[-1]
    while first - 1 in plain:
        first -= 1
    return first


def _list_begins(item: Sequence[Passage], index: int) -> int:
    """The first item of a list, which may stand behind "That": "That (A) …;" above "(B) …"."""
    first = list_begins(item, index)
    above = FIRST_LABEL_RE.match(item[first - 1].text) if first else None
    return first - 1 if above is not None and goes_on(above["label"], item[first].label) else first


def _is_talk(item: Sequence[Passage], index: int) -> bool:
    """Whether a list has points of a debate or a report: few of them decide, or the words above it say so."""
    first = last = index
    while first and item[first - 1].block.kind is BlockKind.LIST_ITEM:
        first -= 1
    while last + 1 < len(item) and item[last + 1].block.kind is BlockKind.LIST_ITEM:
        last += 1
    bullets = [item[at].body for at in range(first, last + 1) if _is_bullet(item[at].label)]
    if len(bullets) > 1 and 2 * sum(map(is_limb, bullets)) < len(bullets) and _is_bullet(item[index].label):
        return True
    return first > 0 and TALK_RE.search(item[first - 1].text[-200:]) is not None


def _is_plain(passage: Passage) -> bool:
    if passage.heading is not None or passage.is_field or passage.block.kind is BlockKind.HEADING:
        return False
    return not closes(passage)


def _follow(item: Sequence[Passage], first: int, part: Part) -> None:
    """Adds a limb and what belongs to it: the rest of its list, or the sentences up to the next heading."""
    part.body.append(item[first])
    resumed = first
    for index, passage in enumerate(item):
        if index <= resumed:
            continue
        if passage.heading is not None and (again := resumes(item, index, part)) is not None:
            resumed = again - 1
            continue
        if passage.heading is not None or passage.is_field or closes(passage) or _begins_again(part, passage):
            return
        if part.labels and is_subheading(item, index, part.labels[-1]):
            part.body.append(passage)
            continue
        goes_on = passage.text[:1].islower() or _is_unfinished(part.body[-1], passage)
        if part.labels and not passage.label and not is_limb(passage.text) and not goes_on:
            again = resumes_list(item, index, part)
            if again is None:
                return
            part.body += item[index:again]
            resumed = again - 1
            continue
        part.body.append(passage)


def _is_unfinished(last: Passage, passage: Passage) -> bool:
    """Whether an item of a list breaks off at the end of a line, and the next line ends its sentence."""
    broken = last.text[-1:].isalnum() and len(last.text) > SHORTEST_LINE
    return broken and passage.text.endswith(".") and LABELLED_RE.match(passage.text) is None


def _begins_again(part: Part, passage: Passage) -> bool:
    """Whether a list begins anew: a second "1." behind 1, 2, 3 numbers something else, such as the reasons."""
    labels = part.labels
    if not labels or passage.label != labels[0] or _is_bullet(passage.label):
        return False
    if part.body[-1].text.rstrip().endswith(":"):
        return False  # a list below the last limb
    if len(labels) == 1:
        return not is_limb(passage.body)
    return len(set(labels)) > 1  # "1." throughout goes on


def _is_bullet(label: str) -> bool:
    numeral = numbering.parse(label)
    return numeral is None or numeral.is_bullet
