"""What a paper takes over from its pack: the cover names council, body and meeting for all papers behind it.

A paper often prints none of them. What it does print stands; what it does not is the cover's, is named in `derived`,
and has no place in the paper's own text. Where a paper speaks of another body or another day, as minutes of an earlier
meeting do, only the council is the same.
"""

from minutes_extract.records.base import AbsentMap
from minutes_extract.records.document import DocumentKind, DocumentRecord, Meeting


def with_what_the_pack_says(paper: DocumentRecord, pack: DocumentRecord) -> DocumentRecord:
    """The paper with what its pack's cover says and it does not."""
    found: dict[str, object] = {}
    if paper.authority is None and pack.authority is not None:
        found["authority"] = pack.authority
    if _is_of_the_meeting(paper, pack):
        if paper.body is None and pack.body is not None:
            found["body"] = pack.body
        day = pack.meeting.model_dump()
        taken = {name: day[name] for name, own in paper.meeting if own is None and day[name] is not None}
        if taken:
            found["meeting"] = Meeting.model_validate(paper.meeting.model_dump() | taken)
    derived = (*paper.derived, *_paths(found, paper))
    return paper.model_copy(
        update={**found, "derived": tuple(sorted(derived)), "absent": _accounted(paper.absent, derived)}
    )


def _is_of_the_meeting(paper: DocumentRecord, pack: DocumentRecord) -> bool:
    """Whether a paper is of the meeting that the pack is for, as far as it says itself."""
    if paper.kind is DocumentKind.MEETING_MINUTES:
        return False
    if paper.meeting.date is not None and paper.meeting.date != pack.meeting.date:
        return False
    own, cover = (record.body.name.casefold() if record.body else None for record in (paper, pack))
    return own is None or own == cover


def _paths(found: dict[str, object], paper: DocumentRecord) -> list[str]:
    """The paths of the fields that were taken over."""
    paths = [name for name in found if name != "meeting"]
    meeting = found.get("meeting")
    if isinstance(meeting, Meeting):
        paths += [f"meeting.{name}" for name, value in meeting if value != getattr(paper.meeting, name)]
    return paths


def _accounted(absent: AbsentMap, derived: tuple[str, ...]) -> AbsentMap:
    """What is missing still."""
    return {path: reason for path, reason in absent.items() if path not in derived}
