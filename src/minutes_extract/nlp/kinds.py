"""What kind of document a text is, and whether its minutes are agreed: told by its first lines, label lines and items.

Agenda and draft minutes
Decision details / Decision Maker: Head of Housing
"""

import re
from collections.abc import Sequence

from minutes_extract.nlp.actors import is_person
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.passages import Passage

HEAD = 10  # blocks that tell what a page is
LONGEST_HEAD = 200

# First lines, the surest first. A line is compared in lower case without closing punctuation.
HEADS = (
    # the cover of a pack
    ("agenda_pack", r"public document pack\b"),
    # "Issue - decisions"; "Meeting: 15/03/2023 - Homes Committee (Item 71.)"
    (
        "issue_history",
        r"issue (?:-|–) (?:decisions|meetings|history)|issue (?:details|history)|meeting: \d\d/\d\d/\d{4} - .+\(item",
    ),
    # the page of one item of an agenda
    ("agenda_item", r"agenda item$|meeting documents$|meeting of .{3,120}\(item [\w./]+\)$"),
    # an officer's form, whoever signs it
    (
        "delegated_decision",
        (
            r"(?!report).{0,60}\bdelegated (?:officer |executive |power )?decisions?\b(?! list)"
            r"|(?:record of (?:an? )?)?officer (?:executive |key |delegated )?decision\b"
            r"|.{0,20}\bofficer'?s? decision (?:record|notice|form)"
            r"|urgent (?:officer )?decision (?:by|of|taken by) the "
            r"(?:chief|director|head|strategic|corporate|executive)\b"
        ),
    ),
    # minutes of a meeting, draft or not
    (
        "meeting_minutes",
        (
            r"agenda(?:,| and) .{0,20}minutes$"
            r"|(?:draft |printed |confirmed |approved |unconfirmed |public )*minutes(?: of\b|$| -| –)"
            r"|.{3,60} (?:draft )?minutes$|notes? of (?:the|a) meeting\b|at a (?:\w+ )?meeting of\b"
            r"|.{0,80}\bminutes of (?:the|a|an)\b|.{0,30}\b(?:mon|tues|wednes|thurs|fri)day .{0,40}\bminutes\b"
        ),
    ),
    # a report to those who decide
    (
        "officer_report",
        (
            r"(?:joint )?report (?:of|by|from|to) (?!the meeting)"
            r"|(?:title of (?:paper|report)|report title|reporting officer|report to|"
            r"report author(?:\(s\)|s)?(?: and contact details)?) ?[:|]|purpose of (?:the )?report$|report for\b"
        ),
    ),
    # a page that says what was decided
    (
        "decision_notice",
        (
            r"decision details$|decision notices?$|record of decision|.{0,40}\brecord of decision$"
            r"|statement on decision making$|(?:cabinet|executive|lead) (?:member|councillor)s? decisions?\b"
            r"|decision ref|mayoral decision|decision (?:-|–) |full council record|.*\bview on council website$"
        ),
    ),
    ("meeting_agenda", r"agenda$|agenda for\b|agenda (?:-|–) |notice of (?:a )?meeting|summons to"),
)
HEADS_RE = tuple((kind, re.compile(pattern)) for kind, pattern in HEADS)
# "3. To approve the minutes of the last meeting", "7. Resolution: adopt the minutes", "Attached: draft minutes"
OTHERS_RE = re.compile(
    r"""(?:\d{1,4}[.)]?\s+|[A-Za-z]+:\s+)?(?:resolution:\s+)?(?:to\s+)?
        (?:approve|adopt|confirm|agree|receive|sign|accept|consider|attach(?:ed|ments?))\b.*\bminutes\b
      | \d{1,4}[.)]?\s.*\bminutes\s+of\s+(?:the\s+)?(?:last|previous)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "STANDING ORDERS", "Data Protection Policy", "WELDON PARISH COUNCIL – BUDGET 2015/16", "Certificate of insurance"
PAPER_RE = re.compile(
    r"""(?:.{0,60}\W)?(?:standing\ orders|financial\ regulations|code\ of\ conduct|terms\ of\ reference
          |privacy\ (?:notice|policy|statement)|(?:data\ protection|retention|complaints?|equality|safeguarding)\ policy
          |publication\ scheme|risk\ assessment|asset\ register|(?:traffic(?:\ regulation)?|experimental)\ order)
        (?:\W.{0,12})?
      | (?:.{0,60}\W)?(?:budget|precept)\s+20\d\d\s?[/–-]\s?(?:20)?\d\d(?:\s\d\d)?
      | certificate\ of\b.{0,60}""",
    re.IGNORECASE | re.VERBOSE,
)
PAPER_HEAD, LONGEST_PAPER = 5, 90  # lines in which that stands, and the letters of such a line
GLUED_MINUTES_RE = re.compile(r"[a-z]Minutes[A-Z]|Minutes(?:Mon|Tues|Wednes|Thurs|Fri)day")
# Minutes and reports begin with the words themselves; "Minutes:" alone is a line within an item's page.
DECISION_KEYS = frozenset({"decision_maker", "decision_status", "decision_date"})
# Members who decide alone: what they sign is a decision notice, what an officer signs a delegated decision.
ELECTED_RE = re.compile(
    r"\b(?:members?|holders?|leader|mayor|councillors?|cllr|commissioner|pcc|convenor|convener)\b",
    re.IGNORECASE,
)
DECIDES_RE = re.compile(
    r"\b(?:RESOLVED|Resolved|resolved|AGREED|Agreed|agreed|Motion (?:was )?(?:[Pp]assed|[Cc]arried|CARRIED|PASSED))\b"
)
RECOMMENDS_RE = re.compile(r"\bis (?:asked|recommended|invited|requested) to\b|\bit is recommended\b", re.IGNORECASE)
WEB_PAGE_RE = re.compile(
    r"\b(?:pdf icon|PDF \d+ [KM]B)\b|^(?:Minutes|Additional documents|Supporting documents|Decision):", re.MULTILINE
)

DRAFT_RE = re.compile(
    r"\b(?:draft|unconfirmed|unapproved)\b[^.\n]{0,40}\bminutes\b|\bminutes\b[^.\n]{0,20}\b(?:draft|unconfirmed)\b",
    re.I,
)
OPEN_RE = re.compile(
    r"\bminutes\b[^.\n]{0,60}\b(?:subject to (?:confirmation|approval|correction|amendment)|unconfirmed"
    r"|until (?:they|the next meeting|confirmed|approved))",
    re.IGNORECASE,
)
CONFIRMED_RE = re.compile(
    r"^[^.\n]{0,40}\b(?:confirmed|approved|signed) minutes\b|\bminutes \((?:confirmed|approved)\)", re.I
)


def kind_of(blocks: Sequence[Passage], numbers: Sequence[str], maker: str) -> str:
    """The kind of a document, from its blocks, the printed numbers of its items, and who decides."""
    if not blocks:
        return "other"
    text = blocks[0].source
    told = _head(blocks)
    if told is None and is_paper(blocks):
        return "other"
    keys = {passage.field.key for passage in blocks if passage.field is not None}
    is_notice = told == "decision_notice" or bool(keys & DECISION_KEYS)
    if told == "officer_report" and keys & {"decision_status", "decision_date"}:
        told = None
    if told is None or told in ("decision_notice", "meeting_agenda"):
        if is_notice and len(numbers) < 2:
            return "delegated_decision" if is_officer(maker) else "decision_notice"
        told = _by_items(text, numbers) or told
    if told == "meeting_agenda" and DECIDES_RE.search(text):
        return "meeting_minutes"
    return told or _by_words(blocks)


def is_paper(blocks: Sequence[Passage]) -> bool:
    """Whether the first lines name rules, a policy, a budget or a certificate, which no meeting decides on the page."""
    lines = [passage.text.strip() for passage in blocks[:PAPER_HEAD] if len(passage.text) <= LONGEST_PAPER]
    return any(PAPER_RE.fullmatch(line) for line in lines)


def is_officer(maker: str) -> bool:
    """Whether who decides is one officer.

    >>> is_officer("Head of Housing"), is_officer("Cabinet Member for Housing"), is_officer("Cabinet")
    (True, False, False)
    """
    return is_person(maker) and ELECTED_RE.search(maker) is None


def status_of(blocks: Sequence[Passage]) -> str | None:
    """Whether minutes say that they are a draft or confirmed; None where they do not say."""
    if not blocks:
        return None
    head = blocks[0].source[: blocks[min(HEAD, len(blocks)) - 1].end]
    if DRAFT_RE.search(head) or OPEN_RE.search(blocks[0].source):
        return "draft"
    return "confirmed" if CONFIRMED_RE.search(head) else None


def _head(blocks: Sequence[Passage]) -> str | None:
    """The kind that the first lines tell; of several the surest. Minutes that the meeting is to approve tell none."""
    blocks = [passage for passage in blocks[:HEAD] if not OTHERS_RE.match(passage.text)]
    lines = [passage.text for passage in blocks[:HEAD] if len(passage.text) <= LONGEST_HEAD]
    folded = [re.sub(r"^[\d.]+\s+", "", fold(line)) for line in lines if line.rstrip().casefold() != "minutes:"]
    if folded[:1] == ["decision"]:
        return "decision_notice"
    for kind, pattern in HEADS_RE:
        if any(pattern.match(line) for line in folded):
            return kind
    return "meeting_minutes" if any(GLUED_MINUTES_RE.search(line) for line in lines) else None


def _by_items(text: str, numbers: Sequence[str]) -> str | None:
    """Several items make minutes; one with a bare number is a page of its own, one with a minute number is not."""
    if not numbers:
        return None
    if len(numbers) == 1 and not re.search(r"[A-Za-z/]", numbers[0]):
        return "agenda_item"
    if DECIDES_RE.search(text) or "Minutes:" in text:
        return "meeting_minutes"
    return "meeting_agenda" if re.search(r"\bagenda\b|\bTo (?:consider|receive)\b", text, re.IGNORECASE) else None


def _by_words(blocks: Sequence[Passage]) -> str:
    """The kind of a text without head, labels or numbers."""
    text = blocks[0].source
    kinds = {passage.heading.kind.value for passage in blocks if passage.heading is not None}
    if "reasons" in kinds and not RECOMMENDS_RE.search(text):
        return "decision_notice"
    if any(p.heading is not None and p.heading.force.value == "recommends" for p in blocks):
        return "officer_report"
    if WEB_PAGE_RE.search(text) and DECIDES_RE.search(text):
        return "agenda_item"
    return "meeting_minutes" if DECIDES_RE.search(text) else "other"
