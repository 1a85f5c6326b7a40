"""Which body meets or decides, and which authority publishes: as printed, never guessed.

Decided at meeting: 22/08/2017 - Homes Committee
to sign on behalf of Weldon City Council
"""

import re
from collections.abc import Sequence

from minutes_extract.annotations import Stretch
from minutes_extract.nlp import body_names
from minutes_extract.nlp.actors import is_actor, is_person
from minutes_extract.nlp.kinds import ELECTED_RE
from minutes_extract.nlp.passages import Passage
from minutes_extract.values import dates, people, posts

HEAD = 8  # blocks of a page's head

# A word of a name; no article, no title of a person, and no other body's last word.
_WORD = (
    r"(?!(?:The|That|This|In|On|For|By|Councillor|Cllr|Mr|Mrs|Member)\b|\w+(?:ttee|oard|inet|ncil|rity|utive),)"
    r"[A-ZÀ-Þ][\w’'&-]*+"
)
# The last word of a body's name.
_NOUN = (
    r"(?:Mayor and Cabinet \(Contracts\)|(?:Mayor and Cabinet|Cabinet(?: Committee)?|Executive(?: (?:Board|Committee))?"
    r"|Sub-?[Cc]ommittee|Sub Committee|Committee|Council|Board|Panel|Authority|Assembly|Forum|Trustees|Commission)\b)"
)
# "Homes Committee", "the Children and Young People's Committee": up to seven words before the noun.
BODY = rf"(?:{_WORD},? (?:(?:and|of|for|the|&) ){{0,2}}+){{0,7}}?{_NOUN}(?! (?:Member|Lead|Tax|House|tax|officers?)\b)"
BODY_RE = re.compile(BODY)
# "22/08/2017 - Homes Committee", "06/07/2023 - Executive (Item 13)"
AT_MEETING_RE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+[-–]\s+(?P<body>[^\n|]{3,100}?)(?:\s*\(Item[^)]*\))?\s*(?:$|\n)")
# "Meeting of Executive, Tuesday, 14th March, 2023 6.00 pm (Item 71.)"
MEETING_OF_RE = re.compile(
    r"\bMeeting of (?:the )?(?P<body>[A-Z][^\n|]{2,90}?),\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
# "Minutes of the Homes Committee held", "MINUTES OF THE MEETING OF WELDON PARISH COUNCIL, 17 JANUARY"
MINUTES_OF_RE = re.compile(
    r"\b(?:minutes|proceedings|record|at)\b(?: of)?(?: the| a| an)?(?: [\w-]+){0,3}?(?: of (?:the |a )?)?"
    r"(?: ?meeting of (?:the )?| ?the |\b)(?P<body>(?-i:[A-Z])[\w’'&,() -]{2,90}?)"
    r"(?=\s+(?:meeting\s+)?held\b|,\s*(?:held\b|\d|on\b)|\s+on\s+\w|\s*\n|$)",
    re.IGNORECASE,
)
# Minutes that are confirmed at this meeting are another's.
OTHERS_RE = re.compile(r"resolved|confirm|approve|correct record|previous|last meeting", re.IGNORECASE)
# "As Cabinet Member for Homes, I agree", "I, Ann Hale, Chief Executive, acting", "I Councillor Moss, Lead Member"
AS_RE = re.compile(
    r"\bAs (?:the )?(?P<post>[A-Z][^\n]{5,100}?), I\b"
    r"|\bI,? (?P<self>[A-Z][^\n]{5,160}?), (?:acting|in exercise|having|do hereby|in consultation)\b"
)
# "Homes Committee is the appropriate body to consider"
APPROPRIATE_RE = re.compile(rf"(?P<body>{BODY}) is the appropriate body\b")
# What a body does: "The Homes Committee resolved", "That Cabinet agrees", "RESOLVED that Executive:"
_VERB = (
    r"(?:,?\s+(?:RESOLVED|resolved|AGREED|agreed?s?|NOTED|noted|RECOMMENDED|recommended|RECOMMENDS|[Aa]pprove[sd]?"
    r"|authorise[sd]?|delegate[sd]?|accept(?:s|ed)?|considered|received|unanimously|had before it|heard|was advised"
    r"|supported|enters|is asked)\b|\s?:)"
)
ACTS_RE = re.compile(
    r"(?:^|\b(?:[Tt]hat|[Tt]he|RESOLVED|Resolved|resolved)\b:?\s+|[.:;\n]\s?|, )(?:the\s+|full\s+)?"
    rf"(?P<body>{BODY})"
    rf"(?:,[^,\n]{{0,90}},)?{_VERB}",
    re.MULTILINE,
)
# "The Cabinet Member for Homes has approved", "That the Executive Member agree": one who decides alone.
ALONE_RE = re.compile(
    r"(?:^|[.:\n]\s?|\b[Tt]hat\s+|\bdecision (?:of|by) )the\s+(?=[A-Z])", re.MULTILINE | re.IGNORECASE
)
ALONE_VERB_RE = re.compile(
    r"\s+(?:has\b|have\b|made\sthe\sfollowing\sdecisions|decided|agree[ds]?\b|approve[ds]?\b|noted\b|resolved\b)",
    re.IGNORECASE,
)
# A day, a time, or a word of the page behind a body's name in a head line.
TAIL_RE = re.compile(
    r"\s*(?:[-–,|@]|\bon\b|\bat\b|\bheld\b.*)?\s*(?:draft\s+)?(?:minutes|agenda|meeting)?\s*$", re.IGNORECASE
)

# "Borough Council": the upper tier, where a parish met
UPPER_TIER_RE = re.compile(r"(?:the\s+)?(?:borough|county|district|city)\s+council", re.IGNORECASE)

# Authorities by their usual names. Heads run words together ("FordCabinetMinutes"), and set names in capitals.
_PLACE = r"[A-Z][a-z’'-]+"
_NO_PLACE = r"(?:MINUTES|MEETING|OF|THE|A|AT|IN|AGENDA|ORDINARY|ANNUAL|EXTRAORDINARY|DRAFT|CYNGOR|CYMUNED|TREF|SIR)\b"
AUTHORITY_RE = re.compile(
    rf"\b(?:(?:Royal |London )?Borough of {_PLACE}(?:(?: and| &| upon) {_PLACE})*(?: Council)?"
    rf"|City of {_WORD} Council|Greater London Authority|GLA\b"
    rf"|(?:{_WORD}(?: and| &| upon| with| on)? ){{1,5}}?"
    r"(?:(?:City|County|Borough|District|Town|Parish|Community|Metropolitan) )*"
    r"(?:Council\b|(?:Combined|Fire and Rescue|National Park) Authority\b)"
    rf"|(?:(?!{_NO_PLACE})[A-Z’'&-]{{2,}} ){{1,6}}?(?:COUNCIL|AUTHORITY)\b)"
)
GENERIC_RE = re.compile(
    r"(?:The |Full |This |That |By |And |For |Of |In )*"
    r"(?:(?:City|County|Borough|District|Town|Parish|Community|Full|The|Combined|Metropolitan) )*"
    r"(?:Council|Authority)$|.*\b(?:Welsh|Relevant|Children in Care|Youth|Arts|Sports?) Council$",
    re.IGNORECASE,
)
# Words that make an authority the one that speaks.
SELF_BEFORE_RE = re.compile(r"(?:on behalf of|owned by|area of|across|within) (?:the )?$", re.IGNORECASE)
SELF_AFTER_RE = re.compile(
    r" has a (?:statutory )?duty\b|’s spend\b|'s spend\b|\s[-–] record of decision", re.IGNORECASE
)
PARTNER_BEFORE_RE = re.compile(r"(?:with|between|from|by|joint|subject to|and) (?:the )?$", re.IGNORECASE)


def body_of(blocks: Sequence[Passage], *, alone: bool) -> Stretch | None:
    """The body or the person that decides; `alone` for forms that one officer fills in."""
    if not blocks:
        return None
    text = blocks[0].source
    found = (
        _matched(MEETING_OF_RE, text, "body"),
        _minutes_of(text, blocks),
        _head_line(text, blocks),
        _himself(text),
        _matched(APPROPRIATE_RE, text, "body"),
        None if alone else _acting_here(text, blocks),
    )
    labelled = _labelled(text, blocks)
    names = (body_names.of_the_body(text, place) for place in found if place is not None)
    return labelled or next((name for name in names if name is not None), None)


def _acting_here(text: str, blocks: Sequence[Passage]) -> Stretch | None:
    """The first that decided; not the county or the borough where a parish or a town met."""
    acting, head = _acting(text), text[: blocks[min(HEAD, len(blocks)) - 1].end]
    if acting is not None and UPPER_TIER_RE.fullmatch(text[acting.start : acting.end]):
        return None if re.search(r"\b(?:parish|town|community) council\b", head, re.IGNORECASE) else acting
    return acting


def kind_of(name: str) -> str:
    """The kind of a body, by its name.

    >>> kind_of("Mayor and Cabinet"), kind_of("Homes Committee"), kind_of("Head of Law"), kind_of("Full Council")
    ('executive', 'committee', 'officer', 'council')
    """
    low = name.casefold()
    if is_person(name):
        return "individual_member" if ELECTED_RE.search(name) else "officer"
    for kind, pattern in (
        ("committee", r"committee|panel"),
        ("executive", r"\bcabinet\b|\bexecutive\b|portfolio holder"),
        ("board", r"\bboard\b"),
        ("council", r"\bcouncil\b|\bauthority\b|\bassembly\b"),
        ("individual_member", r"\bmember\b|\bholder\b|\bleader\b|\bmayor\b|\bcouncillor\b"),
    ):
        if re.search(pattern, low):
            return kind
    return "other"


def authority_of(blocks: Sequence[Passage], body: Stretch | None) -> Stretch | None:
    """The authority that the page's head or the body's name holds, or that the text speaks for; never a partner."""
    if not blocks:
        return None
    text, scores = blocks[0].source, dict[str, int]()
    first: dict[str, Stretch] = {}
    head = blocks[min(HEAD, len(blocks)) - 1].end
    lines = [passage.start for passage in blocks[:HEAD]]
    for match in AUTHORITY_RE.finditer(text):
        start, end = match.span()
        if GENERIC_RE.fullmatch(match[0]):
            continue
        name = match[0].casefold()
        first.setdefault(name, Stretch(start, end))
        scores[name] = scores.get(name, 0) + _speaks(
            text, start, end, is_head=start < head and _leads(text, lines, start)
        )
        scores[name] += 4 if body is not None and body.start <= start < end < body.end else 0
    best = max(scores.values(), default=0)
    names = [name for name, score in scores.items() if score == best]
    return first[names[0]] if best >= 2 and len(names) == 1 else None


def _leads(text: str, lines: Sequence[int], start: int) -> bool:
    """Whether a name begins its line, or has only capitals before it (the same name in Welsh)."""
    line = max(place for place in lines if place <= start)
    return not any(letter.islower() or letter == "|" for letter in text[line:start]) and start - line < 40


def _speaks(text: str, start: int, end: int, *, is_head: bool) -> int:
    """How far one printing of an authority's name makes it the one that speaks."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if is_head and re.match(r"\s*(?:$|\n|[-–,|]|Delegated|DELEGATED|Cabinet|[A-Z][a-z]+ [Dd]ecision)", after):
        return 4
    if re.search(r"(?:minutes|meeting) of (?:the )?(?:meeting of )?(?:the )?$", before, re.IGNORECASE):
        return 4
    if SELF_BEFORE_RE.search(before):
        return 3
    if SELF_AFTER_RE.match(after):
        return 2
    return -1 if PARTNER_BEFORE_RE.search(before) else 0


def _labelled(text: str, blocks: Sequence[Passage]) -> Stretch | None:
    """The value of a label line that names who decides, without the person's own name; else where it was decided."""
    for passage, below in zip(blocks, [*blocks[1:], None], strict=True):
        if passage.field is None or passage.field.key != "decision_maker":
            continue
        value = passage.field.value
        if value is None and below is not None and is_actor(below.text):  # "Executive Director: Adults" is no label
            value = Stretch(below.start, below.end)
        if value is not None and value.end - value.start < 200:
            person = people.listed(text, value.start, value.end)
            is_named = bool(person) and person[0].start == value.start and person[0].value.post is not None
            post = person[0].value.post if is_named else None
            return Stretch(post.start, value.end) if post is not None else Stretch(*value)
    for passage in blocks:
        if passage.field is not None and passage.field.key in ("decided_at_meeting", "meeting") and passage.field.value:
            found = AT_MEETING_RE.match(text, passage.field.value.start, passage.field.value.end)
            if found is not None:
                return Stretch(*found.span("body"))
            if _is_body(text[passage.field.value.start : passage.field.value.end]):  # "MEETING: CABINET"
                return passage.field.value
    return None


def _matched(pattern: re.Pattern[str], text: str, group: str) -> Stretch | None:
    match = pattern.search(text)
    return Stretch(*match.span(group)) if match else None


def _minutes_of(text: str, blocks: Sequence[Passage]) -> Stretch | None:
    """The body of a line "Minutes of the … held on …" in the head."""
    for passage in blocks[:HEAD]:
        match = MINUTES_OF_RE.search(passage.text[:250]) if len(passage.text) < 400 else None
        if match is None or OTHERS_RE.search(passage.text):
            continue
        if is_actor(match["body"]) and match["body"].casefold() not in ("meeting", "the meeting"):
            found = _last_body(text, passage.start + match.start("body"), passage.start + match.end("body"))
            if found is not None:
                return found
    return None


def _last_body(text: str, start: int, end: int) -> Stretch | None:
    """The body's name in a stretch, without words before it such as "the ordinary meeting of the"."""
    words = text[start:end]
    cut = max(
        (m.end() for m in re.finditer(r"\b(?:meeting of(?: the)?|of the|the)\s", words, re.IGNORECASE)), default=0
    )
    if not is_actor(words[cut:]):
        cut = 0
    words = re.sub(r"\s+meeting$", "", words, flags=re.IGNORECASE)
    return Stretch(start + cut, start + len(words)) if cut < len(words) else None


def _head_line(text: str, blocks: Sequence[Passage]) -> Stretch | None:
    """A body's name alone on a line of the head, or with the day and the time."""
    for passage in blocks[:HEAD]:
        line = passage.text
        if len(line) > 140 or passage.is_field:
            continue
        days = dates.find(line)
        name = line[: days[0].start] if days else line
        name = TAIL_RE.sub("", name)
        if name and _is_body(name) and not re.search(r"\breport\b|\bdecision|\bby the\b|[:?]", name, re.I):
            return Stretch(passage.start, passage.start + len(name))
    return None


def _is_body(name: str) -> bool:
    """Whether a line is the name of a body and nothing else.

    >>> _is_body("HOUSING AND PROPERTY COMMITTEE"), _is_body("Council Tax Support"), _is_body("Homes Committee")
    (True, False, True)
    """
    small = ("and", "of", "for", "the")
    titled = " ".join(
        word.title() if word.casefold() not in small else word.casefold() if word.isupper() else word
        for word in name.split()
    )
    return BODY_RE.fullmatch(titled if name.isupper() else name) is not None


def _himself(text: str) -> Stretch | None:
    """One who decides in the first person."""
    match = AS_RE.search(text)
    if match is None:
        return None
    group = "post" if match["post"] else "self"
    start, end = match.span(group)
    person = people.listed(text, start, end)
    if person and person[0].start == start and person[0].value.post is not None:
        start, end = person[0].value.post.start, person[0].value.post.end
    return Stretch(start, end) if is_actor(text[start:end]) else None


def _acting(text: str) -> Stretch | None:
    """The first body or member that the text says decided something."""
    places = []
    match = ACTS_RE.search(text)
    if match is not None:
        places.append(Stretch(*match.span("body")))
    for match in ALONE_RE.finditer(text):
        found = posts.leading(text, match.end())
        if len(found) == 1 and ELECTED_RE.search(found[0].value) and ALONE_VERB_RE.match(text, found[0].end):
            places.append(Stretch(found[0].start, found[0].end))
            break
    return min(places, default=None)
