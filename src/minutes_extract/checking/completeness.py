"""Whether the record of a decision has what English law asks of one: rule `decision_record`.

    element          asked for by
    decision, date   SI 2012/2089 regulation 12(2)(a) and 13(4)(a); SI 2014/2095 regulation 7(3)(a), (b)
    decision_maker   the same: the record is that of a body, a member or an officer
    reasons          SI 2012/2089 regulation 12(2)(b) and 13(4)(b); SI 2014/2095 regulation 7(3)(b)
    alternatives     SI 2012/2089 regulation 12(2)(c) and 13(4)(c); SI 2014/2095 regulation 7(3)(c)
    interests        SI 2012/2089 regulation 12(2)(d) and 13(4)(d); SI 2014/2095 regulation 7(3)(d)

It says what stands on the page and nothing of the law: a record may be kept elsewhere, and interests need be recorded
only where there are some. So the verdict is `consistent` where nothing is missing and `undetermined` else, never
`inconsistent`; where the publisher cut the text, what is not there is `truncated`.
"""

import re
from collections.abc import Iterator

from minutes_extract.annotations import Stage, Stretch
from minutes_extract.checking.case import Case, place_of
from minutes_extract.checking.findings import Finding
from minutes_extract.checking.working_days import Nation, nation_of
from minutes_extract.records.base import Absence
from minutes_extract.records.check import Agreement, Standing
from minutes_extract.records.document import DocumentKind
from minutes_extract.records.item import ItemRecord

KINDS = frozenset({DocumentKind.DELEGATED_DECISION, DocumentKind.DECISION_NOTICE})
STAGES = frozenset({Stage.RESOLVED, Stage.DELEGATED_DECISION, Stage.REFUSED, Stage.DEFERRED})
WELSH_RE = re.compile(r"\b(?:Senedd|Cyngor|Welsh Government|Local Government (?:and Elections )?\(Wales\))")
# A line of a form, or a heading.
INTERESTS_RE = re.compile(
    r"^[^\n|:]{0,60}\binterests?\b[^\n|:]{0,60}?\s*(?:[:|]\s*|\n)(?P<answer>[^\n]{2,200})$",
    re.IGNORECASE | re.MULTILINE,
)
NONE_RE = re.compile(r"[\W_]*(?:none|nil|n/?a|not applicable|no\b|there (?:were|are) no)", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """The record of each decision on a page that is one: notices and delegated decisions of English councils."""
    is_english = nation_of(case.text) is Nation.ENGLAND and not WELSH_RE.search(case.text)
    if case.head.kind not in KINDS or not is_english:
        return
    for item in case.items:
        if item.stage in STAGES and item.exempt is not True:
            yield _record(case, item)


def _record(case: Case, item: ItemRecord) -> Finding:
    """How each element stands, with the places of those that are there."""
    elements, places = dict[str, Standing](), list[Stretch]()
    for name, value, path in (
        ("decision", item.resolutions or None, "resolutions"),
        ("date", item.date, "date"),
        ("decision_maker", item.decision_maker or case.head.body, "decision_maker"),
        ("reasons", item.reasons, "reasons"),
        ("alternatives", item.alternatives, "alternatives"),
    ):
        none = item.absent.get(path) is Absence.STATED_NONE
        elements[name] = Standing.PRESENT if value else Standing.STATED_NONE if none else _missing(case)
        if path in item.evidence and elements[name] is not Standing.ABSENT:
            places.append(place_of(item.evidence[path]))
    places += [place_of(limb.evidence) for limb in item.resolutions[:1]]
    elements["interests"] = _interests(case, item, places)
    settled = {Standing.PRESENT, Standing.STATED_NONE}
    verdict = Agreement.CONSISTENT if set(elements.values()) <= settled else Agreement.UNDETERMINED
    detail = "; ".join(f"{name} {standing}" for name, standing in elements.items())
    return Finding("decision_record", verdict, detail, tuple(sorted(places)), item.item_id, elements=elements)


def _missing(case: Case) -> Standing:
    return Standing.TRUNCATED if case.is_cut else Standing.ABSENT


def _interests(case: Case, item: ItemRecord, places: list[Stretch]) -> Standing:
    """What the page says of interests; its place is added to `places`."""
    if item.absent.get("interests") is Absence.STATED_NONE:
        return Standing.STATED_NONE
    line = INTERESTS_RE.search(case.text) if len(case.items) == 1 else None
    if line is None:
        return _missing(case)
    places.append(Stretch(*line.span("answer")))
    return Standing.STATED_NONE if NONE_RE.match(line["answer"]) else Standing.PRESENT
