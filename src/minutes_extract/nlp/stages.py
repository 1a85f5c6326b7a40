"""minutes_stages: tells how far the decision of each item has come.

Reads: field, item, section (operative), lead_in, limb.
Writes: item (again, with its stage).

    RESOLVED: that the application be refused
    The amendment was put to the vote and LOST.
"""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import (
    Act,
    FieldReading,
    Force,
    ItemReading,
    Label,
    LeadInReading,
    LimbReading,
    Mention,
    SectionKind,
    SectionReading,
    Stage,
    Stretch,
)
from minutes_extract.nlp import leads
from minutes_extract.nlp.actors import is_person
from minutes_extract.nlp.spans import read, rewrite, text_of

# Acts that make a stage of their own where a resolution holds no other.
SOLE = {
    frozenset({Act.NOTE}): Stage.NOTED,
    frozenset({Act.REFUSE}): Stage.REFUSED,
    frozenset({Act.DEFER}): Stage.DEFERRED,
}
# "the motion was LOST", "not carried", "the vote was lost"
LOST_RE = re.compile(
    r"""\b(?: motion | amendment | proposal | proposition | vote | recommendation )\b [^.\n]{0,80}?
        \b(?: was | were | is | declared | therefore | fell | and )?\s*
        (?: lost | LOST | not\ carried | NOT\ CARRIED | defeated | fell | falls | rejected | failed )\b""",
    re.VERBOSE,
)
# "1 voted in favour and 3 against"
TALLY_RE = re.compile(
    r"""\b(?P<for>\d{1,3}) \s+ (?:votes?\s+|voted\s+)? (?:in\ favour|for)\b [^.\n]{0,20}?
        \b(?P<against>\d{1,3}) \s+ (?:votes?\s+|voted\s+)? against\b""",
    re.VERBOSE,
)
WITHDRAWN_RE = re.compile(
    r"""\b(?:item|report|application|motion|paper)\b [^.\n]{0,60}
        \b(?:was|been|is|has\ been)\s+(?:WITHDRAWN|withdrawn)\b
      | \bWITHDRAWN\b | ^Withdrawn\b""",
    re.MULTILINE | re.VERBOSE,
)
DEFERRED_RE = re.compile(
    r"\b(?:item|report|application|matter|decision|consideration)\b[^.\n]{0,60}\b(?:was|were|be|is)\s+deferred\b|\bDEFERRED\b"
)
# "I, Marian Tolley, Chief Executive, …", "As Cabinet Member for …, I agree to"
FIRST_PERSON_RE = re.compile(r"(?:^|[.,:;\n]\s*)I\b,?\s+(?!\.)(?:[A-Z]|agree|approve|have|hereby|am|authori[sz]e)")
MYSELF_RE = re.compile(r"\bI\s+(?:have|hereby|approve|agree|note|authori[sz]e|award)\b")
# What may stand before the decider's name in an operative part.
NAMELESS_RE = re.compile(r"^(?:\W|Resolved|RESOLVED|Decision|DECISION|AGREED|Agreed|(?:T|t)hat\b)*")
# "The Leader of the Council, having considered the report, RESOLVED to": the form of a meeting.
PERSON_RESOLVED_RE = re.compile(r"^[^.:;]{0,400}\b(?:Leader|Member|Holder|Mayor|Councillor)\b[^.:;]{0,300}\bRESOLVED\b")


def find(doc: Doc) -> list[Mention]:
    """Every item with its stage."""
    return [
        replace(item, value=replace(item.value, stage=_stage(doc, item, item.value)))
        for item in read(doc, Label.ITEM)
        if isinstance(item.value, ItemReading)
    ]


def _stage(doc: Doc, item: Mention, reading: ItemReading) -> Stage:
    limbs = [m.value for m in _inside(doc, Label.LIMB, item) if isinstance(m.value, LimbReading)]
    if not limbs:
        return _without_limbs(text_of(doc)[item.start : item.end])
    done = frozenset(act for limb in limbs for act in limb.acts)
    above = min(len(limb.path) for limb in limbs)
    led = frozenset(act for limb in limbs if len(limb.path) == above for act in limb.acts)
    forces = [m.value.force for m in _inside(doc, Label.LEAD_IN, item) if isinstance(m.value, LeadInReading)]
    asked = _is_asked(doc, item) and reading.decision_maker is not None
    approved = _is_approved(doc, item)
    if Act.RECOMMEND in done or (Force.RECOMMENDS in forces and not asked) or (_recommends(doc, item) and not approved):
        return Stage.RECOMMENDED
    asked_of = any(leads.ASKED_RE.match(text_of(doc)[limb.text.start : limb.text.end]) for limb in limbs)
    if asked_of and not approved:
        return Stage.RECOMMENDED
    if led in SOLE:
        return SOLE[led]  # "Noted the urgent decision to: (a) procure …; (b) extend …": what was noted is not done here
    return Stage.DELEGATED_DECISION if _alone(doc, item, reading, limbs) else Stage.RESOLVED


def _inside(doc: Doc, label: Label, item: Mention) -> list[Mention]:
    return [m for m in read(doc, label) if item.start <= m.start < item.end]


# "The Leader is recommended to:" on the page of a decision is what was decided.
ASKED_RE = re.compile(r"\b(?:is|are)\s+(?:recommended|asked|requested|invited)\s+to\b")


def _is_asked(doc: Doc, item: Mention) -> bool:
    text = text_of(doc)
    return any(ASKED_RE.search(text[m.start : m.end]) for m in _inside(doc, Label.LEAD_IN, item))


def _recommends(doc: Doc, item: Mention) -> bool:
    """Whether the operative part stands under a heading such as "Recommendations"."""
    for section in _inside(doc, Label.SECTION, item):
        value = section.value
        if isinstance(value, SectionReading) and value.kind is SectionKind.OPERATIVE and value.heading is not None:
            return "recommend" in text_of(doc)[value.heading.start : value.heading.end].lower()
    return False


def _is_approved(doc: Doc, item: Mention) -> bool:
    """Whether a label line says that what was recommended is decided: "Decision status: Recommendations Approved"."""
    for mention in _inside(doc, Label.FIELD, item):
        value = mention.value
        if isinstance(value, FieldReading) and value.key == "decision_status" and value.value is not None:
            return "approved" in text_of(doc)[value.value.start : value.value.end].lower()
    return False


def _without_limbs(words: str) -> Stage:
    """Items that decide nothing: lost, withdrawn, deferred, or none."""
    tally = TALLY_RE.search(words)
    if LOST_RE.search(words) or (tally and int(tally["for"]) < int(tally["against"])):
        return Stage.LOST
    if WITHDRAWN_RE.search(words):
        return Stage.WITHDRAWN
    return Stage.DEFERRED if DEFERRED_RE.search(words) else Stage.NONE


def _alone(doc: Doc, item: Mention, reading: ItemReading, limbs: list[LimbReading]) -> bool:
    """Whether one officer or member decides alone by delegation; a commissioner decides in their own right."""
    maker = _maker(doc, item, reading)
    if _is_sole(text_of(doc)[: item.end], maker) or (not maker and _is_own_page(doc, item)):
        return False
    if not maker and not _inside(doc, Label.LEAD_IN, item) and _is_delegated_form(doc, item):
        return True
    operative = [
        m
        for m in _inside(doc, Label.SECTION, item)
        if isinstance(m.value, SectionReading) and m.value.kind is SectionKind.OPERATIVE
    ]
    words = text_of(doc)[text_of(doc).rfind("\n", 0, operative[0].start) + 1 : operative[0].end] if operative else ""
    start = operative[0].start if operative else item.start
    if MADE_BY_RE.search(text_of(doc), max(item.start, start - NEAR_ABOVE), start) or MADE_BY_RE.search(words):
        return True
    if maker:
        return is_person(maker) and not PERSON_RESOLVED_RE.search(words)
    if FIRST_PERSON_RE.search(words):
        return True
    introductions = _inside(doc, Label.LEAD_IN, item)
    stretches = [Stretch(m.start, m.end) for m in introductions]
    words = " ".join(text_of(doc)[start:end] for start, end in stretches)
    first = text_of(doc)[limbs[0].text.start : limbs[0].text.end]
    named = leads.decider(NAMELESS_RE.sub("", words)) or leads.decider(NAMELESS_RE.sub("", first))
    return named is not None and is_person(named) and not _is_sole("", named)


# "July 21, 2025 Cabinet member roads (Cabinet member) Key decision Approved": the head line of pages that collect
# decisions of many councils
LISTED_RE = re.compile(r"^[A-Z][a-z]+ \d{1,2}, \d{4} (?P<body>[^\n()]{2,80}) \((?P<kind>[^\n()]{2,40})\)", re.MULTILINE)
# "Cabinet Member for Children - Tuesday, 12th May, 2015", "Parks Cabinet Member – Minutes – 11 May 2021": a page's head
HEAD_RE = re.compile(
    r"^(?P<maker> (?:[A-Z][\w&,]*\s(?:and\s)?){0,6}?"
    r" (?:Cabinet\sMember|Portfolio\sHolder|Executive\sMember|Lead\sMember) [^\n.;:]{0,80}? )"
    r" \s+[-–]\s+ (?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur)day\b | Minutes\b | Decisions?\b )",
    re.MULTILINE | re.VERBOSE,
)
HEAD_LETTERS = 400
NEAR_ABOVE = 600  # letters above an operative part, in which that may stand
# "the Cabinet Member for Culture made the following decision", in the record of a meeting
MADE_BY_RE = re.compile(
    r"\b(?:Cabinet\sMember|Portfolio\sHolder|Executive\s(?:Member|Councillor)|Lead\sMember|Leader)\b[^.:;]{0,100}?"
    r"\s(?:made|took|has\smade|has\staken)\sthe\s(?:following\s)?decisions?\b"
)
# "Decision of Executive Councillor for Housing", over what they decided at a committee's meeting
DECISION_OF_RE = re.compile(
    r"""^Decision\s+of\s+(?:the\s+)?(?P<maker> (?: Executive\s(?:Councillor|Member) | (?:Lead\s)?Cabinet\sMember
        | Portfolio\sHolder | Lead\sMember | Leader )\b [^\n.;]{0,100} )$""",
    re.MULTILINE | re.VERBOSE,
)
# "Record of Officer Decision", "Nottshire Council Delegated Decision": what a form calls itself at its head.
DELEGATED_FORM_RE = re.compile(r"\b(?:delegated|officer)\s+(?:officer\s+|executive\s+)?decision\b", re.IGNORECASE)


# One person who decides in their own right, by nobody's delegation: a police and crime commissioner, a corporation sole
# (Police Reform and Social Responsibility Act 2011, section 1), and the Mayor of London.
SOLE_RE = re.compile(
    r"\b(?:Police(?:,?\s+(?:and\s+)?Fire)?(?:,|\s+and)?\s+Crime\s+Commissioner|PFCC|PCC|Mayor\s+of\s+London)\b",
    re.IGNORECASE,
)
SOLE_ACTS_RE = re.compile(
    rf"(?:{SOLE_RE.pattern}|\bThe Commissioner)\s+(?:(?:has|have|hereby|also|therefore)\s+)*"
    r"(?:approve|agree|award|note|authori[sz]e|decide|endorse|accept|grant|appoint|adopt|confirm|ratif)\w*"
    r"|\bThe\s+Commissioner\s+has:",
    re.IGNORECASE,
)
OWN_HEAD_RE = re.compile(rf"{SOLE_RE.pattern}|\bthe\s+Commissioner[’']s\s+statement", re.IGNORECASE)
OFFICE_RE = re.compile(rf"\boffice\s+of\s+the\s+{SOLE_RE.pattern}", re.IGNORECASE)
OFFICER_RE = re.compile(r"\b(?:Chief|Director|Head|Officer|Treasurer|Deputy|Assistant)\b")


def _is_sole(words: str, maker: str) -> bool:
    """Whether the decider is such a person: by name, or in a document whose head is the commissioner's own."""
    if maker:
        return SOLE_RE.search(maker) is not None and OFFICER_RE.search(maker) is None
    return OFFICE_RE.search(words[:600]) is not None


def _is_own_page(doc: Doc, item: Mention) -> bool:
    """Whether a page of a commissioner's tells what they decided: "The PCC has awarded …", or "I" below their title."""
    words = " ".join(
        text_of(doc)[m.start : m.end]
        for m in _inside(doc, Label.SECTION, item)
        if isinstance(m.value, SectionReading) and m.value.kind is SectionKind.OPERATIVE
    )
    if SOLE_ACTS_RE.search(words):
        return True
    return OWN_HEAD_RE.search(text_of(doc)[:600]) is not None and MYSELF_RE.search(words) is not None


def _is_delegated_form(doc: Doc, item: Mention) -> bool:
    """Whether the first lines of a document or its type of decision say that one person decides."""
    if DELEGATED_FORM_RE.search(text_of(doc)[: min(item.start + 300, item.end)]):
        return True
    for mention in _inside(doc, Label.FIELD, item):
        value = mention.value
        if isinstance(value, FieldReading) and value.key == "decision_type" and value.value is not None:
            return is_person(text_of(doc)[value.value.start : value.value.end])
    return False


def _maker(doc: Doc, item: Mention, reading: ItemReading) -> str:
    """The decision maker's printed name, from the label line or, on pages of an issue's history, the meeting line."""
    if reading.decision_maker is not None:
        return text_of(doc)[reading.decision_maker.start : reading.decision_maker.end]
    titled = DECISION_OF_RE.search(text_of(doc), item.start, item.end)
    if titled is not None:
        return titled["maker"]
    listed = LISTED_RE.search(text_of(doc)[item.start : item.start + 400])
    if listed is not None:
        return listed["kind"] if is_person(listed["kind"]) else listed["body"]
    headed = HEAD_RE.search(text_of(doc)[:HEAD_LETTERS])
    if headed is not None:
        return headed["maker"]
    for mention in read(doc, Label.FIELD):
        key = getattr(mention.value, "key", "")
        value = getattr(mention.value, "value", None)
        if key in ("decided_at_meeting", "meeting") and value is not None:
            return re.sub(r"^[\d/]+\s*-\s*", "", text_of(doc)[value.start : value.end])
    return ""


@Language.component("minutes_stages")
def minutes_stages(doc: Doc) -> Doc:
    """Writes items again, with their stages."""
    rewrite(doc, Label.ITEM, find(doc))
    return doc
