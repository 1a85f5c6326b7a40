"""An operative part in the making, and what a passage is to it: a lead-in, a limb, a note that ends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from minutes_extract.annotations import Force, SectionKind, Stretch
from minutes_extract.document import BlockKind
from minutes_extract.nlp import leads, limb_words
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.leads import Lead, Strength
from minutes_extract.nlp.lexicon import entries, fold
from minutes_extract.nlp.passages import Passage
from minutes_extract.values import numbering

# "Recommended:" decides what to recommend; "Recommendations" heads what officers ask for.
PARTICIPLE_RE = re.compile(r"recommended\b", re.IGNORECASE)
# "Approved the strategy;" "Delegated authority to …;": limbs in the past tense that lost their numbers.
PAST_RE = re.compile(
    r"""^(?: Approved | Agreed | Noted | Delegated | Authori[sz]ed | Endorsed | Adopted | Granted | Recommended
        | Awarded | Confirmed | Ratified | Accepted | Resolved )\ [a-z]""",
    re.VERBOSE,
)
# "Agreed that", "Resolved to": these lead in.
AGREED_THAT_RE = re.compile(r"(?:Agreed\s+(?:that|in|unanimously)|Resolved|Recommended)\b")
# "That the Cabinet Member:" and no verb, over a list of what was decided.
THAT_RE = re.compile(r"[Tt]hat\s+(?=the\b|[A-Z])")
NAMED_RE = re.compile(r"[:;–—-]\s*$")


# "A waiver of Rule 7 is approved and the Head of Revenues is authorised to …"
STATED_RE = re.compile(
    r"[A-Z](?:(?!\b(?:which|who|that|if|when)\b)(?:[^.;:|]|\.(?=\d))){3,160}?\b(?:is|are)\s+(?:hereby\s+)?"
    r"(?:approved|authorised|agreed|granted|awarded|waived|delegated)\b"
)
# "To regrant the lease": any infinitive, on a page that is one decision
INFINITIVE_RE = re.compile(r"To\s+(?!(?:the|a|an|all|our|be|date)\b)[a-z-]{3,}\s")
# A verb in capitals leads in wherever it stands.
LOUD_RE = re.compile(r"\b(?:RESOLVED|AGREED|DECIDED|ORDERED|RECOMMENDED)\b|^\W*(?:Resolved|Agreed|Decided|It was)\b")


@dataclass
class Part:
    """An operative part in the making: its passages, its lead-ins, its heading, and what it does."""

    force: Force
    strength: Strength
    heading: Stretch | None = None
    leads: list[tuple[Stretch, Force]] = field(default_factory=list)
    first_label: str = ""  # "Resolved: (i) That …": a label behind the lead-in
    body: list[Passage] = field(default_factory=list)

    @property
    def is_told(self) -> bool:
        """Whether this may be what was said to the body (advice, points of a debate), by its lead-in's letters."""
        if self.force is Force.DECIDES or not self.body:
            return self.force is not Force.DECIDES
        source = self.body[0].source
        return not any(re.search(r"RECOMMEND|NOTE", source[lead.start : lead.end]) for lead, _ in self.leads)

    @property
    def extent(self) -> Stretch:
        """From the first words of a lead-in or limb to the last; what a heading introduces besides is not in it."""
        starts = [lead.start for lead, _ in self.leads] or [p.start for p in self.body]
        ends = [p.end for p in self.body] + [lead.end for lead, _ in self.leads]
        return Stretch(min(starts), max(ends))

    @property
    def labels(self) -> list[str]:
        """The printed labels of its passages, in order."""
        listed = [p.label for p in self.body if p.label]
        return [self.first_label, *listed] if self.first_label else listed


def lead_of(item: Sequence[Passage], index: int) -> Lead | None:
    """The lead-in of a passage, if it has one of any strength."""
    passage = item[index]
    if passage.is_field or not _may_lead(passage):
        return None
    if passage.block.kind is BlockKind.LIST_ITEM:
        lead = leads.find(passage.body)
        first = lead is not None and lead.strength is Strength.STRONG and lead.start == 0
        return None if first and not _is_minute(item, index) else lead  # "(b) Agreed that …" is a limb
    if _is_past_limb(item, index):
        return None
    text = passage.text
    lead = leads.find(text, opens_list=opens(item, index))
    if lead is not None and lead.end < len(text) and PAST_RE.match(text) and not AGREED_THAT_RE.match(text):
        return None  # "Approved the policy; agreed to look at the fees": the verb is the limb's own
    if lead is None:
        return Lead(0, len(text), Strength.STRONG, Force.DECIDES) if _is_named(item, index) else None
    last = index > 0 and lead.end == len(text) and limb_words.is_limb(text) and limb_words.is_limb(item[index - 1].text)
    return None if last else lead  # the last of several limbs, with limbs of its own below it


# "- MAIREAD DUNBRAE, Convener": the signature under Scottish minutes
SIGN_OFF_RE = re.compile(r"[^\w\s(“]\s*[A-Z][A-Z.'’ -]+,\s*(?:Convener|Vice|Chair|Provost|Leader|Depute|Mayor)")
# "Kelby Project:", "Town Renewal Fund Grant": a title within a list
TITLED_RE = re.compile(r"[A-Z][^.;]*[^.;,\s]\s*$")
LONGEST_TITLE = 80
MOST_BACK = 12  # labels to look back for the one before
MOST_LINES, SHORT_LINE = 24, 90  # of a table in a list: how many lines, of how many letters
CAPITAL_VERB_RE = re.compile(r"[A-Z]{4,}\b")
# "23.2 It was RESOLVED to:", over a list
WAS_RESOLVED_RE = re.compile(r"(?:It\s+was\s+)?(?:unanimously\s+)?(?:RESOLVED|resolved|AGREED|agreed)\b")
# "To approve:", over paragraphs
BARE_LEAD_RE = re.compile(
    r"(?:That\s+[\w ]{3,40}\s)?(?:To\s+)?(?:approved?|agreed?|noted?|authorised?)\s*:\s*[-–]?", re.IGNORECASE
)
# "RESOLVED" begins a minute; "APPROVED the bid", "NOTED that" are as often limbs of a list.
MINUTE_VERB_RE = re.compile(
    r"(?:(?:IT|It)\s+(?:WAS|was)\s+)?(?:UNANIMOUSLY\s+)?(?:RESOLVED|AGREED|DECIDED|ORDERED|RECOMMENDED)\b"
)


def _is_minute(item: Sequence[Passage], index: int) -> bool:
    """Whether a labelled passage that begins with a verb in capitals is a minute, and not one limb of several.

    "18.2 RESOLVED to (1) …" is a minute; "1) APPROVED the award; 2) authority be DELEGATED" are limbs.
    """
    if _leads_below(item, index):
        return True
    if not CAPITAL_VERB_RE.match(item[index].body):
        return False
    beside = [item[at] for at in (index - 1, index + 1) if 0 <= at < len(item)]
    if any(p.label and CAPITAL_VERB_RE.match(p.body) for p in beside):
        return False
    if index and item[index - 1].text.rstrip().endswith(":") and MINUTE_VERB_RE.match(item[index].body) is None:
        return False  # "That Cabinet:" over "1. APPROVED …"
    listed = index + 1 < len(item) and goes_on(item[index].label, item[index + 1].label)
    return not listed or MINUTE_VERB_RE.match(item[index].body) is not None


def _leads_below(item: Sequence[Passage], index: int) -> bool:
    """Whether a numbered paragraph is nothing but the lead-in of the list below it: "23.2 It was RESOLVED to:"."""
    body = item[index].body
    lead = leads.find(body, opens_list=opens_list(item, index))
    if lead is None or lead.end < len(body) or not WAS_RESOLVED_RE.match(body) or index + 1 >= len(item):
        return False
    return _is_first(item[index + 1].label)


def _may_lead(passage: Passage) -> bool:
    """Whether a heading lets its line be a lead-in; "Recommendations" is no part of what is recommended."""
    heading = passage.heading
    if heading is None:
        return True
    if heading.kind is SectionKind.DISCUSSION and heading.rest is not None:
        return True  # "Minutes: RESOLVED that …"
    named = heading.force is Force.RECOMMENDS and not PARTICIPLE_RE.match(fold(passage.text))
    return heading.kind is SectionKind.OPERATIVE and not named


def _is_past_limb(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage is one of several limbs in the past tense: "Approved …;" "Agreed to …;"."""
    if not PAST_RE.match(item[index].text):
        return False
    return any(PAST_RE.match(item[at].text) for at in (index - 1, index + 1) if 0 <= at < len(item))


def _is_named(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage only names the decider, over what was decided: "Cabinet:"."""
    text = THAT_RE.sub("", item[index].text)
    if len(text) >= 160 or not NAMED_RE.search(text) or not opens(item, index) or limb_words.is_limb(text):
        return False
    return is_actor(text) and not leads.MOVED_RE.search(text) and limb_words.is_limb(item[index + 1].body)


def is_strong(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage has a lead-in that surely begins an operative part."""
    lead = lead_of(item, index)
    return lead is not None and lead.strength is Strength.STRONG


def is_stated(words: str) -> bool:
    """Whether words state a decision in the present tense: "Authority is delegated to the Head of Estates …"."""
    return STATED_RE.match(words) is not None


def is_overruled(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage only tells more of a decision that its heading has already given, whatever verb is in it.

    "Decision: To seal the Order." / "The Portfolio Holder has weighed the objections and determined to confirm it."
    """
    if LOUD_RE.search(item[index].text):
        return False
    for at in range(index - 1, -1, -1):
        heading = item[at].heading
        if heading is None and not item[at].is_field:
            continue
        if heading is None or heading.kind is not SectionKind.OPERATIVE or heading.rest is not None:
            return False
        first = item[at + 1]
        own = limb_words.is_limb(first.body) or INFINITIVE_RE.match(first.body) is not None
        return at + 1 < index and own and lead_of(item, at + 1) is None
    return False


def opens(item: Sequence[Passage], index: int) -> bool:
    """Whether a list, or a limb, follows a passage."""
    return opens_list(item, index) or (index + 1 < len(item) and limb_words.is_limb(item[index + 1].text))


def opens_list(item: Sequence[Passage], index: int) -> bool:
    """Whether a list follows a passage, or the title of its first limbs."""
    if index + 1 >= len(item):
        return False
    return item[index + 1].block.kind is BlockKind.LIST_ITEM or is_subheading(item, index + 1, "")


def introduces(item: Sequence[Passage], index: int) -> bool:
    """Whether a passage is a second lead-in: "That the Cabinet:" below "RESOLVED:"."""
    passage = item[index]
    if passage.block.kind is BlockKind.LIST_ITEM or index + 1 >= len(item):
        return False
    if not opens_list(item, index):
        below = item[index + 1]
        return BARE_LEAD_RE.fullmatch(passage.text.strip()) is not None and below.heading is None and not below.is_field
    return leads.OPEN_END_RE.search(passage.text) is not None


def closes(passage: Passage) -> bool:
    """Whether a passage is one of the notes that end an operative part."""
    return _closings().match(fold(passage.text[:80])) is not None and NOTING_RE.match(passage.text) is None


# "Note the report" decides; "Note: Councillor Hale left" does not.
NOTING_RE = re.compile(r"Note\s+(?:the|that|an?)\b")


@cache
def _closings() -> re.Pattern[str]:
    return re.compile("|".join(rf"{re.escape(fold(entry.term))}(?!\w)" for entry in entries("closings")))


def goes_on(before: str, label: str) -> bool:
    """Whether a label is the next after another: "(b)" after "(a)"."""
    following, last = numbering.parse(label), numbering.parse(before)
    return following is not None and last is not None and last.precedes(following)


def is_subheading(item: Sequence[Passage], index: int, last_label: str) -> bool:
    """Whether a passage is the title of some limbs of a list: "Kelby Project:" between "b) …;" and "c) …"."""
    passage = item[index]
    if passage.label or passage.heading is not None or passage.is_field or len(passage.text) > LONGEST_TITLE:
        return False
    if passage.block.kind is BlockKind.TABLE_ROW or not TITLED_RE.match(passage.text) or is_strong(item, index):
        return False
    if last_label and index and not item[index - 1].label:
        return False  # one of several lines below a limb
    following = item[index + 1] if index + 1 < len(item) else None
    if following is None or not following.label or limb_words.is_limb(passage.text):
        return False
    return goes_on(last_label, following.label) if last_label else _is_first(following.label)


def _is_first(label: str) -> bool:
    numeral = numbering.parse(label)
    return numeral is not None and not numeral.is_bullet and numeral.readings[0].ordinal == 1


def list_begins(item: Sequence[Passage], index: int) -> int:
    """The first item of the list that an item stands in."""
    while index and item[index - 1].label and goes_on(item[index - 1].label, item[index].label):
        index -= 1
    return index


def resumes(item: Sequence[Passage], index: int, part: Part) -> int | None:
    """Where a list goes on behind a reason that is printed after a limb; None where it does not."""
    heading = item[index].heading
    if heading is None or heading.kind is SectionKind.OPERATIVE or not part.labels:
        return None
    for ahead in range(index + 1, min(index + 5, len(item))):
        passage = item[ahead]
        if passage.is_field or passage.heading is not None:
            return None
        if passage.label:
            beside = heading.rest is not None  # "Reason: …" on one line
            limb = beside or limb_words.is_limb(passage.body)
            follows = goes_on(part.labels[-1], passage.label) or (beside and passage.label == part.labels[-1])
            return ahead if limb and follows else None
    return None


def resumes_list(item: Sequence[Passage], index: int, part: Part) -> int | None:
    """Where a list goes on behind short lines that stand in it, such as a table that lost its columns."""
    long = 0
    for ahead in range(index, min(index + MOST_LINES, len(item)) if part.labels else index):
        passage = item[ahead]
        if passage.is_field or passage.heading is not None or is_strong(item, ahead):
            return None
        if not passage.label and closes(passage):
            return None
        if len(passage.text) > SHORT_LINE and not passage.label:
            long += 1
            if long > 1:
                return None  # one paragraph may go on with a limb behind the list in it
        if (
            passage.label
            and ahead > index
            and item[ahead - 1].text.rstrip().endswith(":")
            and not passage.label[0].isalnum()
        ):
            return ahead  # "This comprises:", over bullets
        if passage.label:
            last = part.labels[-1]
            same = passage.label == last and numbering.parse(last) is not None
            follows = same or any(goes_on(label, passage.label) for label in part.labels[-MOST_BACK:])
            return ahead if follows and limb_words.is_limb(passage.body) else None
    return None


def belongs(item: Sequence[Passage], index: int, part: Part) -> bool:
    """Whether a passage goes on with a part that has begun."""
    passage = item[index]
    if passage.block.kind is BlockKind.LIST_ITEM:
        return _lists(item, index, part)
    if (part.labels or not part.body) and is_subheading(item, index, (part.labels or [""])[-1]):
        return True
    if not part.body:
        return not closes(passage)
    if is_strong(item, index):
        return False
    previous = part.body[-1].text.rstrip()
    if passage.text[:1].islower() or previous.endswith((":", ",", ";", " and", " or", " –")):
        return True
    if passage.block.kind is BlockKind.TABLE_ROW or _is_payment(item, index):
        return not closes(passage)
    return limb_words.is_limb(passage.text) and not closes(passage)


def _lists(item: Sequence[Passage], index: int, part: Part) -> bool:
    """Whether an item of a list goes on with a part: not one behind a sentence that is complete, nor a signature."""
    passage = item[index]
    if SIGN_OFF_RE.match(passage.text) or not (part.labels or not is_strong(item, index)):
        return False
    complete = bool(part.body) and not part.labels and part.body[-1].text.rstrip().endswith(".")
    return not complete or limb_words.is_limb(passage.body)


def _is_payment(item: Sequence[Passage], index: int) -> bool:
    """Whether a short line belongs to a list of sums that a web page flattened: a payee, a sum, a payee, a sum."""
    if not _is_entry(item[index]):
        return False
    if "£" in item[index].text:
        return True
    ahead = item[index : index + 3]
    return all(_is_entry(p) for p in ahead) and any("£" in p.text for p in ahead)


def _is_entry(passage: Passage) -> bool:
    plain = passage.block.kind is not BlockKind.FIELD and passage.heading is None and not passage.label
    return plain and len(passage.text) < 80 and not passage.text.endswith(".")
