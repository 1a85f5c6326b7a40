"""minutes_advice: finds professional advice and who gave it.

Reads: field, the blocks.
Writes: advice (heading to end, kind, advisers).

    Constitutional Comments (LW 10/02/22)
    Advice provided by Ann Hale (Head of Legal), 3rd June 2024
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import AdviceReading, Adviser, Label, Mention, Stretch
from minutes_extract.document import BlockKind
from minutes_extract.nlp.lexicon import fold
from minutes_extract.nlp.passages import Passage, passages
from minutes_extract.nlp.spans import text_of, write
from minutes_extract.values import dates, people

# Whose advice it is, by the first word of the heading that tells.
KINDS = (
    ("constitutional", r"constitutional"),
    ("legal", r"legal|solicitor|monitoring\ officer|governance"),
    ("finance", r"financ|s\.?151|section\ 151|chief\ finance|treasurer"),
    ("procurement", r"procurement|commercial"),
    ("hr", r"hr\b|human\ resources|workforce|people\ services"),
    ("property", r"property|estates|strategic\ assets"),
    ("equality", r"equalit"),
    ("commissioner", r"commissioner"),
)
KINDS_RE = tuple((kind, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for kind, pattern in KINDS)
# "Legal Advice:", "FINANCE COLLEAGUE COMMENTS (INCLUDING …)", "8. Procurement comments", "Advice from Legal".
HEADING_RE = re.compile(
    r"""(?: \d{1,2}(?:\.\d{1,2})*\.? \s+ )?
        (?P<heading>
          (?P<whose> [A-Z][\w/&,'’ -]{0,70}? ) \s (?:advice|comments?|observations|colleague\ comments)
          (?: \s \( [^()\n]{1,120} \) )*+
          (?: \s (?:of|by|from) \s the \s [\w ]{3,40} )?
        | (?P<part> [A-Z][\w/&,'’ -]{2,70}? ) \s implications
          \s (?P<signed> [(\[] [A-Z]{2,4} [\s,–-]+ [\d/. ]+ [)\]] )
        )
        \s* (?: :\s? | \|\s? | $ )""",
    re.VERBOSE | re.IGNORECASE,
)
# "(LW 10/02/22)", "[RHR, 12/03/2024]", "(CDS - 10.02.2022)": initials and a day behind a heading or at the end.
INITIALS_RE = re.compile(
    r"[(\[]\s?(?P<initials>[A-Z]{2,4})[\s,–-]{1,3}(?P<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\s?[)\]]"
)
# "Advice provided by", "Comments supplied by:", "Financial implications verified by"
GIVEN_RE = re.compile(
    r"\b(?:advice|comments?|implications|observations)(?:\s(?:was|were|has been|have been))?\s"
    r"(?:provided|given|supplied|prepared|written|completed|verified|made)\sby:?\s+",
    re.IGNORECASE,
)
# A day by itself at the end of what was said: "… is supported. (25/07/2024)".
LAST_DAY_RE = re.compile(r"\((?P<date>\d{1,2}/\d{1,2}/\d{2,4})\)\s*$")
NUMBER_RE = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})+|\s\d{1,2}(?:\.\d{1,2})+\s*$")  # "4.1 N/A", "N/A 6.1"
NO_ADVICE = frozenset({"n/a", "none", "nil", "not applicable", "none required", "not required", "none sought", ""})
DATE_REACH = 40  # from the adviser to the day


def find(doc: Doc) -> list[Mention]:
    """Sections of advice, and statements of advice outside any."""
    text, found, position = text_of(doc), [], 0
    blocks = passages(doc)
    for index, passage in enumerate(blocks):
        heading = _heading(passage)
        if passage.start < position or heading is None:
            statement = _statement(passage) if passage.start >= position else None
            if statement is not None:
                found.append(statement)
            continue
        end = _end(blocks, index)
        body = text[passage.start + heading.end() : end]
        position = end
        if fold(NUMBER_RE.sub("", body)) not in NO_ADVICE:
            advisers = _advisers(text, passage.start, end)
            found.append(Mention(Label.ADVICE, passage.start, end, AdviceReading(_kind(_whose(heading)), advisers)))
    return found


def _heading(passage: Passage) -> re.Match[str] | None:
    """The heading of a section of advice at the beginning of a block."""
    match = HEADING_RE.match(passage.text[:400])
    if match is None or (passage.text[: match.end()].rstrip()[-1:] not in ":|" and match.end() < len(passage.text)):
        return None
    return match if _kind(_whose(match)) != "other" or match["signed"] else None


def _whose(heading: re.Match[str]) -> str:
    return str(heading["whose"] or heading["part"])


def _kind(words: str) -> str:
    """The kind of advice that a heading or a post tells.

    >>> _kind("Legal and Procurement Colleague"), _kind("Strategic Finance Business Partner"), _kind("Chair")
    ('legal', 'finance', 'other')
    """
    places = [
        (match.start(), kind) for kind, pattern in KINDS if (match := re.search(rf"\b(?:{pattern})", words, re.I))
    ]
    return min(places)[1] if places else "other"


def _end(blocks: list[Passage], index: int) -> int:
    """Where a section of advice ends: before the next heading or label line of the form."""
    end = blocks[index].end
    for passage in blocks[index + 1 :]:
        is_head = passage.heading is not None or passage.is_field or passage.block.kind is BlockKind.HEADING
        if (is_head and not passage.text[:1].islower()) or _heading(passage) is not None:
            break
        end = passage.end
    return end


def _advisers(text: str, start: int, end: int) -> tuple[Adviser, ...]:
    """Who gave the advice that stands in a stretch: named, or by initials; at least the day."""
    named = [adviser for match in GIVEN_RE.finditer(text, start, end) if (adviser := _named(text, match.end(), end))]
    initialled = [
        Adviser(None, None, Stretch(*match.span("initials")), _day(match["date"]))
        for match in INITIALS_RE.finditer(text, start, end)
    ]
    if named or initialled:
        return tuple(named + initialled)
    day = LAST_DAY_RE.search(text[max(start, end - 40) : end])
    return (Adviser(None, None, None, _day(day["date"])),) if day else ()


def _named(text: str, start: int, end: int) -> Adviser | None:
    """The adviser whose name begins at a place, with post and day."""
    line = text.find("\n", start, end)
    stop = line if line >= 0 else end
    found = people.listed(text, start, stop)
    if not found or found[0].start != start:
        return None
    person, after = found[0].value, text[found[0].end : min(stop, found[0].end + DATE_REACH)]
    days = dates.find(re.split(r"\.\s+(?=[A-Z])", after)[0])
    return Adviser(
        Stretch(person.name.start, person.name.end),
        Stretch(person.post.start, person.post.end) if person.post else None,
        None,
        days[0].value.full if days else None,
    )


def _day(printed: str) -> str | None:
    value = dates.parse(printed)
    return value.full if value else None


def _statement(passage: Passage) -> Mention | None:
    """A statement of advice outside a section; its kind is that of the adviser's post."""
    match = GIVEN_RE.match(passage.text)
    adviser = _named(passage.source, passage.start + match.end(), passage.end) if match else None
    if adviser is None:
        return None
    kind = _kind(passage.source[adviser.role.start : adviser.role.end]) if adviser.role else "other"
    return Mention(Label.ADVICE, passage.start, passage.end, AdviceReading(kind, (adviser,)))


@Language.component("minutes_advice")
def minutes_advice(doc: Doc) -> Doc:
    """Writes professional advice."""
    write(doc, find(doc))
    return doc
