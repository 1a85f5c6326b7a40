"""minutes_sections: finds the parts of an item by their headings.

Reads: field, item, section (operative).
Writes: section.

    Reasons for the decision:
    4 FINANCE COLLEAGUE COMMENTS
"""

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, SectionKind, SectionReading
from minutes_extract.nlp.passages import Heading, Passage, passages, within
from minutes_extract.nlp.spans import read, write


def find(doc: Doc) -> list[Mention]:
    """Sections under headings, outside the operative parts; each reaches to the next heading, label line or part.

    The line of a form that tells when somebody was consulted is one too.
    """
    everything = passages(doc)
    operative = [(m.start, m.end) for m in read(doc, Label.SECTION)]
    found: list[Mention] = []
    for item in read(doc, Label.ITEM):
        heading: Heading | None = None
        inside: list[Passage] = []
        for passage in within(everything, item.start, item.end):
            decided = any(start <= passage.start < end for start, end in operative)
            if decided or passage.is_field or passage.heading is not None:
                found += _section(heading, inside)
                heading = None if decided or passage.is_field else passage.heading
                inside = []
            if heading is not None:
                inside.append(passage)
            if passage.field is not None and passage.field.key == "consultation" and not decided:
                reading = SectionReading(SectionKind.CONSULTATION, passage.field.label)
                found.append(Mention(Label.SECTION, passage.start, passage.end, reading))
        found += _section(heading, inside)
    return found


def _section(heading: Heading | None, inside: list[Passage]) -> list[Mention]:
    """The section of a heading and its passages; none for a heading over nothing, or one that decides."""
    if heading is None or not inside or heading.kind is SectionKind.OPERATIVE:
        return []
    if len(inside) == 1 and heading.rest is None:
        return []
    return [Mention(Label.SECTION, inside[0].start, inside[-1].end, SectionReading(heading.kind, heading.extent))]


@Language.component("minutes_sections")
def minutes_sections(doc: Doc) -> Doc:
    """Writes sections."""
    write(doc, find(doc))
    return doc
