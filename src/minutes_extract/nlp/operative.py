"""minutes_operative: finds the parts of an item that decide, and the words that lead into them.

Reads: field, item.
Writes: section (operative; reasons printed between its limbs), lead_in.

    RESOLVED: that the Cabinet approves the plan
    That the Committee: / (a) notes the report
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Force, Label, LeadInReading, Mention, SectionKind, SectionReading, Stretch
from minutes_extract.nlp import headed, leads, meeting_items, unled
from minutes_extract.nlp.leads import Lead, Strength
from minutes_extract.nlp.limb_words import PASSIVE_RE, is_limb
from minutes_extract.nlp.parts import (
    PAST_RE,
    Part,
    belongs,
    introduces,
    is_overruled,
    lead_of,
    opens,
    opens_list,
    resumes,
    resumes_list,
)
from minutes_extract.nlp.passages import Heading, Passage, passages, within
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.nlp.zones import TELLING, spoken, zones
from minutes_extract.values import numbering

SHORT_LEAD = 30  # letters before a lead-in, from which on a labelled passage tells of something before it decides
# "As detailed in the recommendations": points at what was decided, and says nothing of its own where that is printed.
POINTER_RE = re.compile(
    r"""as\s+(?:detailed|set\s+out|listed|per|in|stated)\s+ (?:in\s+)?(?:the\s+)? (?:recommendations?|minutes)\b
        [^.;]{0,40} \.?
      | (?:(?:The\s+)?[A-Z]\w+\s+)? (?:agreed|approved)\s+ (?:to\s+)?(?:all\s+)?(?:the\s+)?
        (?:following|recommendations?)
        (?:\s+(?:for\s+the\s+reasons|above|as\s+set\s+out|in\s+the\s+report|as\s+outlined) [^.;]{0,120})? \.?""",
    re.IGNORECASE | re.VERBOSE,
)
# "that authority be delegated to the Clerk to", "that the following be approved": the list ends the sentence
UNFINISHED_RE = re.compile(
    r"\b(?:to|that|for|of|by|in|on|with|into|as|is|are|be|below|follows|namely|including|respect|relation|authorised)\W*$"
    r"|\bfollowing\b(?!\s+(?:conditions|consultation))",
    re.IGNORECASE,
)
# "that the public and press be excluded", "that members of the press and public be now excluded"
EXCLUDED_RE = re.compile(r"\b(?:press|public)\b[^.;]{0,80}\bexcluded\b|\bexclud\w+\b[^.;]{0,60}\b(?:press|public)\b")
LONGEST_LEAD = 60  # letters of a second lead-in that begins with a participle: "Agreed that the Council should:"


def find(doc: Doc) -> list[Mention]:
    """Operative sections and their lead-ins, item by item."""
    everything = passages(doc)
    items = read(doc, Label.ITEM)
    kind = meeting_items.kind_of(doc, everything, items)
    is_minuted = sum(map(_is_minuted, (within(everything, item.start, item.end) for item in items))) > 1
    found: list[Mention] = []
    for item in items:
        inside = within(everything, item.start, item.end)
        own = meeting_items.own_words(inside, item) if len(items) > 1 else inside
        for part in parts(own):
            only_asked = is_minuted and part.strength is Strength.LIMB and not _is_minuted(own)
            if only_asked or not meeting_items.decides(kind, part):
                continue
            start, end = part.extent
            found.append(Mention(Label.SECTION, start, end, SectionReading(SectionKind.OPERATIVE, part.heading)))
            found += _interruptions(inside, part)
            for lead, force in part.leads:
                words = text_of(doc)[lead.start : lead.end].rstrip()
                found.append(Mention(Label.LEAD_IN, lead.start, lead.start + len(words), LeadInReading(force)))
    return found


def _is_minuted(item: Sequence[Passage]) -> bool:
    """Whether "Minutes:" or "Decision:" stands in an item, over what the meeting did; above it, what it was asked."""
    kinds = (SectionKind.DISCUSSION, SectionKind.OPERATIVE)
    return any(p.heading is not None and p.heading.kind in kinds for p in item[1:])


def parts(item: Sequence[Passage]) -> list[Part]:
    """The operative parts of an item, by the surest sign that it has: lead-ins, headings, deciders, bare limbs."""
    under_headings = headed.find(item)
    strong = [*_led(_without_summary(item)), *(part for part in under_headings if part.strength is Strength.STRONG)]
    if strong:
        own = [part for part in strong if not _points(part)]
        if own and all(map(_is_procedural, own)):
            end = max(part.extent.end for part in own)
            own += unled.by_actor([passage for passage in item if passage.start >= end])
        return _decided(sorted(own or strong, key=lambda part: part.extent))
    return under_headings or _unled(spoken(item))


def _unled(item: Sequence[Passage]) -> list[Part]:
    """The part that begins with its decider, else with a limb; the limbs where the decider only points at them."""
    by_actor = unled.by_actor(item)
    if by_actor and not _points(by_actor[0]):
        return by_actor
    return unled.bare(item) or by_actor


def _is_procedural(part: Part) -> bool:
    """Whether a part only keeps the public out, so that what the item decides is still to come."""
    return len(part.body) == 1 and EXCLUDED_RE.search(part.body[0].text) is not None


def _without_summary(item: Sequence[Passage]) -> list[Passage]:
    """An item without its summary: where a heading gives the decision, what sums it up above decides nothing."""
    standing = zones(item)
    decision = [at for at, zone in enumerate(standing) if zone is not None and zone.kind is SectionKind.OPERATIVE]
    last = decision[-1] if decision else 0
    return [
        passage
        for at, (passage, zone) in enumerate(zip(item, standing, strict=True))
        if zone is None or zone.kind is not SectionKind.SUMMARY or at > last
    ]


def _points(part: Part) -> bool:
    """Whether a part only points at what is decided elsewhere in the item."""
    if not part.body or POINTER_RE.fullmatch(part.body[0].body.strip()) is None:
        return False
    return not any(passage.label or is_limb(passage.body) for passage in part.body[1:])


def _decided(found: list[Part]) -> list[Part]:
    """Without what was only talked of before the body decided: what a report recommended, points that were noted.

    "RECOMMENDED" after a decision stays, and so does "NOTED".
    """
    deciding = [at for at, part in enumerate(found) if part.force is Force.DECIDES]
    last = max(deciding, default=0)
    return [part for at, part in enumerate(found) if at >= last or not part.is_told]


def _led(item: Sequence[Passage]) -> list[Part]:
    """Parts that begin with a strong lead-in."""
    found: list[Part] = []
    standing = zones(item)
    index = 0
    while index < len(item):
        zone = standing[index]
        lead = None if zone is not None and zone.kind in TELLING else lead_of(item, index)
        if lead is None or lead.strength is not Strength.STRONG or is_overruled(item, index):
            index += 1
            continue
        part, index = _gather(item, index, lead, zone)
        found.append(part)
    return found


def _gather(item: Sequence[Passage], index: int, lead: Lead, zone: Heading | None) -> tuple[Part, int]:
    """The part that a lead-in opens, and the index of the first passage behind it."""
    passage = item[index]
    origin = passage.body_start
    if zone is not None and zone.kind is SectionKind.OPERATIVE and leads.DECIDING_RE.search(passage.text) is None:
        lead = replace(lead, force=zone.force)  # "That Cabinet:", below "Recommendations"
    same = zone is not None and zone.kind is SectionKind.OPERATIVE and zone.force in (Force.DECIDES, lead.force)
    heading = zone.extent if zone is not None and same else None
    part = Part(lead.force, lead.strength, heading)
    rest = passage.source[origin + lead.end : passage.end].strip(' ."”')
    all_lead = _is_all_lead(item, index, rest) and numbering.leading(rest) is None and not _is_whole(rest)
    if not rest or all_lead:
        stated = leads.find(rest, opens_list=True) if rest else None
        if stated is not None and stated.force is Force.RECOMMENDS:
            part.force = Force.RECOMMENDS
        part.leads.append((Stretch(origin + lead.start, passage.end), part.force))
    else:
        if lead.end:
            part.leads.append((Stretch(origin + lead.start, origin + lead.end), lead.force))
        part.body.append(passage)
        labelled = numbering.leading(rest)
        part.first_label = labelled.value.printed if labelled is not None else ""
    return part, _follow(item, index + 1, part)


def _is_whole(rest: str) -> bool:
    """Whether the words behind a lead-in decide by themselves: "RESOLVED that the action be noted:-", over a list."""
    return PASSIVE_RE.search(rest) is not None and UNFINISHED_RE.search(rest) is None


def _is_all_lead(item: Sequence[Passage], index: int, rest: str) -> bool:
    """Whether all of a passage leads into what follows: "RESOLVED: That this Council" over a list."""
    text = item[index].text.rstrip()
    if opens_list(item, index) and len(rest) < 60 and not text.endswith((".", ";")) and not is_limb(rest):
        return True
    if text.endswith(":") and index + 1 < len(item) and leads.decider(rest) is not None and len(rest) < LONGEST_LEAD:
        return True  # "Resolved: That the Cabinet Member agreed to:"
    return leads.OPEN_END_RE.search(text) is not None and opens(item, index)


def _follow(item: Sequence[Passage], index: int, part: Part) -> int:
    """Adds the passages that belong to a part; the index of the first that does not."""
    while index < len(item):
        passage = item[index]
        if passage.heading is not None or passage.is_field:
            resumed = resumes(item, index, part)
            if resumed is None:
                return index
            index = resumed
            continue
        if not part.body and introduces(item, index) and not _is_limb_over_list(passage):
            part.leads.append((Stretch(passage.start, passage.end), part.force))
        elif belongs(item, index, part) and not _is_next_point(part, passage):
            part.body.append(passage)
        else:
            resumed = resumes_list(item, index, part)
            if resumed is None:
                return index
            part.body += item[index:resumed]
            index = resumed
            continue
        index += 1
    return index


def _is_limb_over_list(passage: Passage) -> bool:
    """Whether a passage over a list is a limb itself: "Approved spending with these providers until May:"."""
    return PAST_RE.match(passage.text) is not None and len(passage.text) > LONGEST_LEAD


def _is_next_point(part: Part, passage: Passage) -> bool:
    """Whether a labelled passage is the next point of an item, behind a motion that ends or a point that was agreed.

    “That the wall be mended.” / "(b) The gate sticks."   "7.1 The wall leans. It was agreed to mend it." / "7.2 …"
    """
    if not passage.label or not part.body or not part.leads or is_limb(passage.body):
        return False
    first, last = part.body[0], part.body[-1].text.rstrip()
    told = part.leads[0][0].start - first.body_start > SHORT_LEAD
    return told and last.endswith(".") if first.label else last.endswith((".”", "”.", '."', '".', ".’"))


def _interruptions(item: Sequence[Passage], part: Part) -> Iterator[Mention]:
    """Sections that are printed between the limbs of a part: a reason after each."""
    kept = {passage.start for passage in part.body}
    start, end = part.extent
    for index, passage in enumerate(item):
        if not start < passage.start < end or passage.heading is None or passage.start in kept:
            continue
        last = passage
        for following in item[index + 1 :]:
            if following.start in kept or following.heading is not None:
                break
            last = following
        yield Mention(
            Label.SECTION, passage.start, last.end, SectionReading(passage.heading.kind, passage.heading.extent)
        )


@Language.component("minutes_operative")
def minutes_operative(doc: Doc) -> Doc:
    """Writes operative sections and lead-ins."""
    write(doc, find(doc))
    return doc
