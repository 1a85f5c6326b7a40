"""Operative parts that stand under a heading such as "Decision:" and have no lead-in of their own."""

import re
from collections.abc import Sequence
from itertools import takewhile

from minutes_extract.annotations import Force, SectionKind, Stretch
from minutes_extract.document import BlockKind
from minutes_extract.nlp.leads import Strength
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.limb_words import is_limb
from minutes_extract.nlp.parts import (
    INFINITIVE_RE,
    PARTICIPLE_RE,
    SIGN_OFF_RE,
    Part,
    closes,
    introduces,
    is_overruled,
    is_stated,
    is_strong,
    lead_of,
    resumes,
)
from minutes_extract.nlp.passages import Heading, Passage
from minutes_extract.nlp.zones import under
from minutes_extract.values import numbering

# "Decision: Refused"
VERDICT_RE = re.compile(
    r"(?:approved|refused|granted|deferred|noted|agreed|adopted|endorsed|rejected|awarded)\.?", re.IGNORECASE
)
# "Decision: None", "Apologies were received from …": what is told of an item that decides nothing
NOTHING_RE = re.compile(
    r"(?:None|Nil|N/A|No\s+(?:declarations?|apologies|questions?|items?|petitions?|business|interests?)|There\s+(?:was|were)\s+(?:no|none)"
    r"|(?:The\s+)?[Aa]pologies\s+(?:for\s+absence\s+)?(?:were|was|from|had)|(?:Councillor|Cllr)s?\s+[^.;]{2,60}\s(?:declared|attended|came))\b"
    r"|[^.;:]{3,100}?\s(?:considered|received|had\s+before\s+(?:it|them))\s(?:a|an|the)\s[^.;]{0,40}?\breport\b|An?\s+report\s+by\b"
    r"|(?:Councillors?|Cllrs?)\s[^.;:]{2,80}\.?$"
)
FEWEST_WORDS = 3  # of what stands alone under a heading and is a decision
# "This report was withdrawn": told, under a heading that would have held the decision.
WITHDRAWN_RE = re.compile(
    r"th(?:is|e)\s+(?:report|item|application|paper)\s+(?:was|has\s+been|is)\s+(?:withdrawn|deferred)\.?", re.IGNORECASE
)


def find(item: Sequence[Passage]) -> list[Part]:
    """The parts under operative headings; what is recommended only where nothing is decided."""
    found: list[Part] = []
    for index, passage in enumerate(item):
        heading = passage.heading
        if heading is None or heading.kind is not SectionKind.OPERATIVE or is_strong(item, index):
            continue
        is_name = index < 2 and heading.rest is None and not passage.text.rstrip().endswith(":")
        if is_name and any(p.is_field for p in item[index + 1 : index + 4]):
            continue  # "Decision": the name of the page, over its title
        inside = under(item, index)
        if any(is_strong(item, at) and not is_overruled(item, at) for at in inside):
            continue
        part = _part(item, inside, heading, preface=bool(found) or _is_preface(item, inside))
        if part is not None:
            found.append(part)
    return [part for part in found if part.force is not Force.RECOMMENDS] or found


def _is_preface(item: Sequence[Passage], inside: Sequence[int]) -> bool:
    """Whether another operative heading follows at once, so that bare sentences only lead up to it."""
    after = inside[-1] + 1 if inside else len(item)
    following = item[after].heading if after < len(item) else None
    return following is not None and following.kind is SectionKind.OPERATIVE


def _part(item: Sequence[Passage], inside: Sequence[int], heading: Heading, *, preface: bool) -> Part | None:
    """The part under a heading: its list, else the passages that decide, else the first that reads as a sentence."""
    inside = [index for index in inside if not SIGN_OFF_RE.match(item[index].text)]
    part = Part(heading.force, _strength(item, heading), heading.extent)
    begin = _begins(item, inside)
    if begin is not None and NOTHING_RE.match(_own(item[inside[begin]])):
        return None
    if begin is None or (preface and not _decides(item[inside[begin]])):
        return None
    for index in inside[begin:]:
        passage = item[index]
        if part.body and closes(passage) and not is_limb(passage.text):
            break
        if part.body and _is_told(item, index):
            break
        if not part.body and introduces(item, index):
            part.leads.append((Stretch(passage.start, passage.end), part.force))
        else:
            part.body.append(passage)
    _trim(part)
    _resume(item, inside[-1] + 1, part)
    told = len(part.body) == 1 and WITHDRAWN_RE.fullmatch(_own(part.body[0]).strip())
    return part if part.body and not told else None


def _is_told(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage tells more of a decision that stands above it, and is no limb itself."""
    passage = item[index]
    if passage.label or is_limb(passage.text) or lead_of(item, index) is None:
        return False
    return is_overruled(item, index)


def _resume(item: Sequence[Passage], index: int, part: Part) -> None:
    """Goes on with a list behind the reasons that are printed between its limbs."""
    while part.body and index < len(item) and item[index].heading is not None:
        resumed = resumes(item, index, part)
        if resumed is None:
            return
        inside = list(
            takewhile(lambda at: item[at].heading is None and not item[at].is_field, range(resumed, len(item)))
        )
        part.body += [item[at] for at in inside]
        index = inside[-1] + 1


def _strength(item: Sequence[Passage], heading: Heading) -> Strength:
    words = fold(item[0].source[heading.extent.start : heading.extent.end])
    asked = heading.force is Force.RECOMMENDS and not PARTICIPLE_RE.fullmatch(words)
    return Strength.ACTOR if asked else Strength.STRONG


def _begins(item: Sequence[Passage], inside: Sequence[int]) -> int | None:
    """Which of the passages under a heading begins to decide."""
    for at, index in enumerate(inside):
        if item[index].block.kind is BlockKind.LIST_ITEM:
            return at - 1 if at and introduces(item, inside[at - 1]) else at
        if (
            is_limb(_own(item[index]))
            or is_stated(_own(item[index]))
            or VERDICT_RE.fullmatch(_own(item[index]).strip())
            or (not at and INFINITIVE_RE.match(_own(item[index])))
        ):
            return at
    for at, index in enumerate(inside):
        if lead_of(item, index) is not None:
            return at
    if len(inside) == 1 and _own(item[inside[0]]).count(" ") >= FEWEST_WORDS - 1:
        return 0
    for at, index in enumerate(inside):
        if len(item[index].text) > 60 or item[index].text.rstrip().endswith("."):
            return at
    return None


def _decides(passage: Passage) -> bool:
    """Whether a passage is an item of a list, or decides by itself."""
    words = _own(passage)
    return passage.block.kind is BlockKind.LIST_ITEM or is_limb(words) or bool(VERDICT_RE.fullmatch(words.strip()))


def _own(passage: Passage) -> str:
    """The words of a passage without a heading on its line or a list label."""
    if passage.heading is None or passage.heading.rest is None:
        return passage.body
    words = passage.source[passage.heading.rest.start : passage.heading.rest.end]
    label = numbering.leading(words)
    return words[label.end :].lstrip() if label is not None else words


def _trim(part: Part) -> None:
    """Leaves out what follows a list without belonging to it."""
    listed = [at for at, p in enumerate(part.body) if p.block.kind is BlockKind.LIST_ITEM]
    for at in range(listed[-1] + 1 if listed else len(part.body), len(part.body)):
        passage = part.body[at]
        goes_on = part.body[at - 1].text.rstrip().endswith((":", ",")) or passage.text[:1].islower()
        if not (goes_on or passage.block.kind is BlockKind.TABLE_ROW or is_limb(passage.text)):
            del part.body[at:]
            return
