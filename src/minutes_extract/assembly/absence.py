"""Why a value is missing: the page says "None", the publisher cut the text, it is withheld, or nothing is said.

`absent` says so for every field of a record that is null, and also for what a form answers with "None" or "N/A" where
the contract has no field of its own (background papers, interests): an answer is not a gap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from minutes_extract.annotations import Annotations, FieldReading, Label, SectionKind, SectionReading, Stretch
from minutes_extract.assembly.quotes import Quotes
from minutes_extract.records.base import Absence, AbsentMap

# "None", "N/A", "Nil.", "Not applicable", "None declared", "There are none."
STATED_NONE_RE = re.compile(
    r"""
    (?:there\s(?:are|is|were|was)\s)?
    (?: none | nil | n/?a | n\.a\. | not\sapplicable )
    (?:\s(?:declared|received|recorded|stated|known|arising))?
    \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "3.1 N/A", "- None", "- N/A 6.1": an answer with the number of its paragraph, which a converter may put behind it.
NUMBERED_RE = re.compile(
    rf"(?:[-•]\s)?(?:\d+(?:\.\d+)*+\.?\s)?(?P<answer>{STATED_NONE_RE.pattern})(?:\s\d+(?:\.\d+)++)?",
    STATED_NONE_RE.flags,
)

# Keys of label lines whose field in the record has another name.
PATHS = {
    "apologies": "people.apologies",
    "call_in_expiry": "call_in.expires",
    "decision_date": "date",
    "meeting_date": "meeting.date",
    "meeting_time": "meeting.time",
    "present": "people.present",
    "in_attendance": "people.in_attendance",
    "subject": "title",
    "venue": "meeting.venue",
    "voting": "votes",
}
SECTION_PATHS = {SectionKind.OPTIONS: "alternatives", SectionKind.REASONS: "reasons"}

# Sections of no kind of their own, by the words of their heading; the first that fits.
HEADED_PATHS = (
    ("background_papers", re.compile(r"\bbackground (?:papers|documents)\b", re.IGNORECASE)),
    ("published_works", re.compile(r"\bpublished (?:works|documents)\b", re.IGNORECASE)),
    ("interests", re.compile(r"\binterests\b", re.IGNORECASE)),
    ("sections.property", re.compile(r"\b(?:assets|property)\b", re.IGNORECASE)),
    ("sections.hr", re.compile(r"\b(?:HR|human resources|staffing)\b", re.IGNORECASE)),
    ("sections.crime_and_disorder", re.compile(r"\bcrime and disorder\b", re.IGNORECASE)),
)
# Lists of papers, which may open with a sentence on where papers can be seen and answer behind it.
LISTS = frozenset({"background_papers", "published_works"})

# What a cut takes away with the operative part.
CUT_FIELDS = frozenset({"operative", "resolutions", "reasons", "alternatives", "votes"})


def is_none(words: str | None) -> bool:
    """Whether words answer that there is nothing.

    >>> is_none("N/A"), is_none("None declared."), is_none("None of the above")
    (True, True, False)
    """
    return words is not None and STATED_NONE_RE.fullmatch(words.strip()) is not None


def stated_none(claims: Annotations, quotes: Quotes) -> dict[str, Stretch]:
    """Field path → where the page answers that there is none: label lines, and sections that hold nothing else."""
    return dict((*_lines(claims, quotes), *_sections(claims, quotes)))


def _lines(claims: Annotations, quotes: Quotes) -> Iterator[tuple[str, Stretch]]:
    for _, reading in claims.of(Label.FIELD, FieldReading):
        if reading.key and reading.value is not None and is_none(quotes.words(reading.value)):
            yield PATHS.get(reading.key, reading.key), reading.value


def _sections(claims: Annotations, quotes: Quotes) -> Iterator[tuple[str, Stretch]]:
    for mention, reading in claims.of(Label.SECTION, SectionReading):
        path = _path(reading, quotes)
        body = section_body(mention.start, mention.end, reading, quotes)
        if path in LISTS:
            body = Stretch(max(body.start, quotes.text.rfind("\n", 0, body.end) + 1), body.end)
        place = none_of(body, quotes)
        if path and place:
            yield path, place


def _path(reading: SectionReading, quotes: Quotes) -> str | None:
    """The field path that a section answers for; None for one of no kind whose heading is not known."""
    if reading.kind is not SectionKind.OTHER:
        return SECTION_PATHS.get(reading.kind, f"sections.{reading.kind}")
    heading = quotes.words(reading.heading) or ""
    return next((path for path, named in HEADED_PATHS if named.search(heading)), None)


def none_of(place: Stretch, quotes: Quotes) -> Stretch | None:
    """Where a passage says "None", if it says nothing else; the number of its paragraph left out."""
    answer = NUMBERED_RE.fullmatch(quotes.text, place.start, place.end)
    return Stretch(*answer.span("answer")) if answer else None


def section_body(start: int, end: int, reading: SectionReading, quotes: Quotes) -> Stretch:
    """A section without its heading."""
    return quotes.trimmed(reading.heading.end if reading.heading else start, end)


def absent(
    values: Mapping[str, object],
    none: Iterable[str] = (),
    *,
    truncated: bool = False,
    exempt: bool = False,
    withheld: bool = False,
) -> AbsentMap:
    """Field path → reason, sorted by path.

    `values` are the fields that must be accounted for; those that hold nothing get a reason. `none` are the paths that
    the page answers with "None"; `truncated` and `exempt` hold for the whole stretch, and `withheld` says that a notice
    stands in place of all of it.
    """
    reasons = {path: Absence.STATED_NONE for path in none if not values.get(path)}
    for path, value in values.items():
        if value is None or value == ():
            reason = Absence.EXEMPT if withheld else _reason(path, truncated=truncated, exempt=exempt)
            reasons.setdefault(path, reason)
    return dict(sorted(reasons.items()))


def _reason(path: str, *, truncated: bool, exempt: bool) -> Absence:
    if path in CUT_FIELDS and truncated:
        return Absence.TRUNCATED
    return Absence.EXEMPT if path in CUT_FIELDS and exempt else Absence.NOT_STATED
