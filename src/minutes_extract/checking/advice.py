"""Advice that a form says was sought, against the advice that it gives: rule `advice_sought_given`.

    Advice Sought: Legal, Finance, Procurement

Each kind that is named must be answered by advice of that kind, or by a line that names it. Where pages are missing or
text was cut, what is not there may have been: `undetermined`. `stated` counts the kinds that were sought, `computed`
those that were given. The source of the rule is the form itself.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from minutes_extract.annotations import Stretch
from minutes_extract.checking.case import Case, place_of
from minutes_extract.checking.findings import Finding
from minutes_extract.checking.intervals import Figure
from minutes_extract.records.check import Agreement
from minutes_extract.records.item import ItemRecord

SOUGHT_RE = re.compile(r"^Advice Sought\s*[:|]\s*[|]?\s*(?P<kinds>[^\n]{3,120})$", re.IGNORECASE | re.MULTILINE)
KINDS = {
    "legal": "legal",
    "finance": "finance",
    "financial": "finance",
    "procurement": "procurement",
    "human resources": "hr",
    "hr": "hr",
    "property": "property",
    "equality": "equality",
    "equalities": "equality",
}


def check(case: Case) -> Iterator[Finding]:
    """Forms with one line of advice sought, that are one decision."""
    lines = list(SOUGHT_RE.finditer(case.text))
    if len(lines) != 1 or len(case.items) != 1:
        return
    (item,) = case.items
    places = {}
    for part in re.finditer(r"[^,;&/]+", lines[0]["kinds"]):
        kind = KINDS.get(part[0].strip(" .").lower().removeprefix("and "))
        if kind is None:
            return  # a kind that is not known, or a sentence
        offset = lines[0].start("kinds") + part.start() + len(part[0]) - len(part[0].lstrip())
        places[kind] = Stretch(offset, offset + len(part[0].strip()))
    given = {kind for kind in places if _is_given(case, item, kind, lines[0].end())}
    missing = sorted(places.keys() - given)
    verdict = Agreement.CONSISTENT if not missing else Agreement.UNDETERMINED if case.is_cut else Agreement.INCONSISTENT
    told = f"{', '.join(sorted(places))} ⊆ {', '.join(sorted(given)) or '-'}"
    quoted = (*places.values(), *(place_of(one.evidence) for one in item.advice if one.kind in given))
    sought, found = Figure(Fraction(len(places))), Figure(Fraction(len(given)))
    yield Finding("advice_sought_given", verdict, told, quoted, item.item_id, sought, found)


def _is_given(case: Case, item: ItemRecord, kind: str, behind: int) -> bool:
    """Whether advice of a kind was read, or a line behind the form names it."""
    if any(advice.kind == kind for advice in item.advice):
        return True
    words = "|".join(re.escape(word) for word, named in KINDS.items() if named == kind)
    named = re.compile(
        rf"\b(?:{words})\b[\w\s]{{0,20}}\b(?:advice|comments|implications|observations)\b", re.IGNORECASE
    )
    return named.search(case.text, behind) is not None
