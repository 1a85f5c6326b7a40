"""minutes_procurement: finds ways to market: the route, the framework, who leads, with whom, how many contracts.

Reads: the blocks.
Writes: procurement.

    approve procurement through the existing N7 framework
    the direct award of two contracts, with procurement carried out by Weldon County Council
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, ProcurementReading, Stretch
from minutes_extract.nlp import organisations
from minutes_extract.nlp.borders import widen
from minutes_extract.nlp.passages import Passage, passages
from minutes_extract.nlp.spans import write
from minutes_extract.values.periods import WORD, parse_number

_THE = r"(?:(?:the|an?|its|this|our|existing|new|present|current|four|two|three|all|both)\s)*"
_KIND = r"(?:[\w’'&/-]+\s){0,6}?"
# Routes, the more telling first; in one block each counts once.
ROUTES = (
    # "call-off contract", "to call off from the framework"
    ("call_off", r"\bcall(?:ing|ed)?[\s-]?off\b(?:\s(?:contracts?|orders?|agreements?|from))?"),
    # "direct award", "directly award", "by single tender action", "without competition"
    (
        "direct_award",
        r"\bdirect(?:ly)?\saward(?:ed|ing|s)?\b|\bsingle[\s-](?:tender|source)(?:\sactions?)?\b|\bwithout\scompetition\b",
    ),
    # "under a TECKAL exemption", "an exemption from the Contract Procedure Rules", "waive Contract Standing Orders"
    (
        "exemption",
        (
            r"\bTeckal(?:\s(?:exemption|arrangements?|compan(?:y|ies)))?\b"
            r"|\bexemptions?\s(?:from|under|to)\s(?:the\s)?(?:[\w’'&]+\s){0,5}?"
            r"(?:contracts?|procurement|standing|financial|code)\b(?:\s(?:rules|orders|code))?"
            r"|\bwaiv(?:e|ed|er|ing)\s(?:of\s)?(?:the\s)?(?:contract|procurement|standing)\s?\w*"
            r"(?:\s(?:rules|orders|regulations))?"
        ),
    ),
    # "a Dynamic Purchasing System (DPS)", "under the DPS"
    ("dps", r"\bdynamic\s(?:purchasing\ssystem|market)\b(?:\s\(DPS\))?|\bDPS\b"),
    # "through an open accreditation process", "accreditation approach"
    ("accreditation", r"\b(?:open\s)?accreditation\s(?:process|approach|route|procedure)\b"),
    # "through the D2N2 framework", "procure a framework for", "an open framework"
    (
        "framework",
        (
            r"\b(?:through|under|via|using|from|by\sway\sof|utilis\w+|off|procure|procurement\sof|establish\w*"
            r"|appointed\sto|commitment\sto|on)\s(?:the|an?|its|this|such)\s(?:[\w’'&./-]+\s){0,9}?frameworks?\b"
            r"(?:\s(?:agreement|arrangement|contract))?s?"
        ),
    ),
    # "open tender process", "competitive tender", "open procedure"
    (
        "open",
        r"\bopen\s(?:tender(?:ing)?|procedure|procurement|competition|competitive)\b(?:\s(?:process|exercise|procedure))?|\bcompetitive(?:ly)?\stender\w*",
    ),
    # "1-year extensions of four contracts", "extend the contract"; no option, which the term holds
    (
        "extension",
        (
            rf"\b(?:extensions?\s(?:of|to)\s{_THE}{_KIND}(?:contracts?|agreements?)\b"
            rf"|extend(?:ing|s)?\s{_THE}{_KIND}(?:contracts?|agreements?)\b|contracts?\sextensions?\b)"
        ),
    ),
    # "vary the contract", "contract variation"
    (
        "variation",
        (
            rf"\bcontracts?\svariations?\b|\bvar(?:y|ying|iations?\s(?:of|to))\s{_THE}{_KIND}(?:contracts?|agreements?)\b"
            r"|\bdeeds?\sof\svariation\b"
        ),
    ),
)
ROUTES_RE = tuple((route, re.compile(pattern, re.IGNORECASE)) for route, pattern in ROUTES)
NOT_ROUTE_RE = re.compile(
    r"(?:\boptions?|\bprovision|\bable|\bpower|\bright|\bpossibility)\s(?:to\s|for\s|of\s)?(?:an?\s)?$", re.IGNORECASE
)

# The name of a framework, read backwards from the word: "Crown Commercial Service framework RM6232"
FRAMEWORK_RE = re.compile(
    r"(?P<name>(?:[A-Z0-9][\w’'&/-]*\s(?:(?:of|and|for|in|&)\s(?=[A-Z0-9]))?){1,8}[Ff]rameworks?(?:\s[Aa]greement)?"
    r"(?:\s\(?(?:RM|NEPO|ESPO|YPO)\s?-?\d+[\w.-]*\)?|\s\([A-Z]{2,}\d[\w.-]*\))?)"
)
# Words with a capital that begin a limb, not a name.
NOT_NAME_RE = re.compile(r"^(?:(?:The|A|An|To|Through|Under|Via|Approve|Procure|That|Call|Off)\s)+")
# "with procurement carried out by", "led by"
LEAD_RE = re.compile(
    r"\b(?:procurement|procured|tender(?:ing)?|exercise|commissioning)\s(?:to\sbe\s|being\s|is\s|was\s|will\sbe\s)?"
    r"(?:carried\sout|led|undertaken|conducted|managed|run)\sby\s|\bprocured\sby\s|\bled\sby\s(?=the\s|[A-Z])",
)
# "joint contract with", "in partnership with", "jointly with"
JOINT_RE = re.compile(
    r"\b(?:in\spartnership|jointly|in\scollaboration|in\sconjunction)\swith\s|\bjoint\s(?:[\w’'-]+\s){1,9}?with\s",
    re.IGNORECASE,
)
GROUP_RE = re.compile(r"(?:the\s)?(?P<name>[A-Z0-9][\w-]*\s(?:councils|authorities|partners))\b")
# "two contracts", "four specialist contracts"
CONTRACTS_RE = re.compile(
    rf"""\b (?P<number> {WORD} | [2-9] | 1\d ) \s
        (?: (?:new|separate|specialist|compliant|\w+or|existing) \s ){{0,3}} contracts\b""",
    re.VERBOSE,
)
PROCURES_RE = re.compile(r"\b(?:procure|procurement|tender|commission(?:ing)?|contracts?)\b", re.IGNORECASE)


def find(doc: Doc) -> list[Mention]:
    """The routes of each block, each once, with what the block says of them."""
    found = []
    for passage in passages(doc):
        for route, start, end in _routes(passage):
            extent = widen(doc, passage.start + start, passage.start + end)
            found.append(Mention(Label.PROCUREMENT, extent.start, extent.end, _reading(passage, route)))
    return found


def _routes(passage: Passage) -> list[tuple[str, int, int]]:
    """Routes with their places in a block; "other" where one procures with others or several contracts."""
    text = passage.text
    places: list[tuple[str, int, int]] = []
    for route, pattern in ROUTES_RE:
        for match in pattern.finditer(text):
            is_taken = any(start < match.end() and match.start() < end for _, start, end in places)
            if is_taken or (route == "extension" and NOT_ROUTE_RE.search(text[: match.start()])):
                continue
            places.append((route, match.start(), match.end()))
            break
    if places:
        return sorted(places, key=lambda place: place[1])
    joint = JOINT_RE.search(text) or LEAD_RE.search(text) or CONTRACTS_RE.search(text)
    verb = re.search(r"\bprocure(?:ment)?\b", text, re.IGNORECASE)
    return [("other", *joint.span())] if joint is not None and verb is not None else []


def _reading(passage: Passage, route: str) -> ProcurementReading:
    """What a block says of the way to market."""
    framework = _framework(passage) if route in ("framework", "call_off", "direct_award") else None
    lead = LEAD_RE.search(passage.text)
    number = CONTRACTS_RE.search(passage.text)
    return ProcurementReading(
        route=route,
        framework=framework,
        lead=organisations.at(passage.source, passage.start + lead.end()) if lead else None,
        joint_with=_partners(passage) if PROCURES_RE.search(passage.text) else (),
        contracts=parse_number(number["number"]) if number else None,
    )


def _framework(passage: Passage) -> Stretch | None:
    """The name of the framework, None where it has none ("the framework")."""
    for match in FRAMEWORK_RE.finditer(passage.text):
        begin = NOT_NAME_RE.match(match["name"])
        start = match.start("name") + (begin.end() if begin else 0)
        if not passage.text[start:].casefold().startswith("framework"):
            return Stretch(passage.start + start, passage.start + match.end("name"))
    return None


def _partners(passage: Passage) -> tuple[Stretch, ...]:
    """Those with whom one procures."""
    found: list[Stretch] = []
    for match in JOINT_RE.finditer(passage.text):
        start = passage.start + match.end()
        group = GROUP_RE.match(passage.source, start)
        name = Stretch(*group.span("name")) if group else organisations.at(passage.source, start, named=True)
        if name is not None and name not in found:
            found.append(name)
    return tuple(found)


@Language.component("minutes_procurement")
def minutes_procurement(doc: Doc) -> Doc:
    """Writes ways to market."""
    write(doc, find(doc))
    return doc
