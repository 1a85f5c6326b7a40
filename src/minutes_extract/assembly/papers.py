"""The papers of a pack: whose they are, and what they share with the item of the agenda that they are for.

Number and title are the agenda's, so that report and minutes of one item agree. The title's place is where the paper
prints it too; a paper that does not gives no place.
"""

import re
from collections.abc import Sequence

from minutes_extract.annotations import ItemReading, Stretch
from minutes_extract.assembly.quotes import Placed, Quotes
from minutes_extract.document import Document, Paper
from minutes_extract.records.document import Appendix, DocumentKind, DocumentRecord
from minutes_extract.records.identity import document_identity

# What a publisher prints in place of a paper, alone on its line.
WITHHELD_RE = re.compile(r"^(?:this )?document is restricted\W*$", re.IGNORECASE | re.MULTILINE)
SHORT = 1000  # characters of a page that stands for a paper

_QUOTES = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", "-": "[-–—]", "–": "[-–—]"}


def parent_of(document: Document) -> str | None:
    """The id of the pack that a paper was found in."""
    source = document.source
    return document_identity(source.path, source.sha256, 1, source.pages) if document.paper is not None else None


def title_of(document: Document, printed: Stretch | None, quotes: Quotes) -> tuple[str | None, Stretch | None]:
    """The title of a document and its place: the agenda's for a paper, else what the document prints."""
    if document.paper is None or document.paper.title is None:
        return quotes.words(printed), printed
    return document.paper.title, place_of(document.paper.title, quotes.text)


def place_of(title: str, text: str) -> Stretch | None:
    """Where a text prints a title, in whatever case and type of quotes.

    >>> place_of("Fuller's Yard", "SALE OF FULLER’S YARD")
    Stretch(start=8, end=21)
    """
    pattern = r"\s+".join("".join(_QUOTES.get(c, re.escape(c)) for c in word) for word in title.split())
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return Stretch(*match.span()) if match else None


def withheld(quotes: Quotes, place: Placed) -> Stretch | None:
    """The line that stands for a paper that is withheld from the public, where nothing else does."""
    if place.end - place.start > SHORT:
        return None
    match = WITHHELD_RE.search(quotes.text, place.start, place.end)
    return Stretch(*match.span()) if match else None


def appendices(paper: Paper | None) -> tuple[Appendix, ...]:
    """The records of a paper's appendices."""
    return tuple(
        Appendix(title=one.title, page_start=one.page_start, page_end=one.page_end, restricted=one.is_restricted)
        for one in (paper.appendices if paper is not None else ())
    )


def is_item_of_its_pack(document: DocumentRecord, readings: Sequence[ItemReading]) -> bool:
    """Whether a paper is all about the item that it is for, and so takes its number and title.

    Minutes number their items themselves.
    """
    if document.parent_id is None or len(readings) != 1:
        return False
    return document.kind is not DocumentKind.MEETING_MINUTES or readings[0].number is None
