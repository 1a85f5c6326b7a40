"""Word documents (DOCX): the package, its bounds, its parts; `word_body` reads the text.

Headers and footers are left out: they are furniture. Footnotes and endnotes follow the text, in order.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes_extract.document import Fragment, MediaType, RawDocument
from minutes_extract.errors import DamagedSource, EncryptedSource, OversizedSource
from minutes_extract.loaders.source import MAX_FRAGMENTS, MAX_PART_BYTES, MAX_UNPACKED_BYTES, source_of
from minutes_extract.loaders.word_body import Body, note_fragments
from minutes_extract.loaders.word_numbering import Numbering
from minutes_extract.loaders.word_styles import Styles, W, value_of

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package
    from lxml.etree import _Element as Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ADVICE = "open it in Word and save it anew as Word Document (.docx)"


def load_docx(data: bytes, name: str) -> RawDocument:
    """Read a Word document. Raises `DamagedSource`, `EncryptedSource`, `OversizedSource`."""
    from lxml import etree

    if not _is_within_bounds(data, name):
        raise EncryptedSource(name, "the Word document asks for a password", "save it without a password")
    try:
        package = _package(data)
        title, fragments = _title(package), tuple(_fragments(package))
    except (
        *(etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError),
        *(KeyError, ValueError, AttributeError, AssertionError, NotImplementedError, RuntimeError),
    ) as error:  # what python-docx lets through of a broken package
        raise DamagedSource(name, "a Word document whose parts are missing or broken", _ADVICE) from error
    if len(fragments) > MAX_FRAGMENTS:
        raise OversizedSource(name, f"more than {MAX_FRAGMENTS:,} paragraphs", "split it into smaller documents")
    return RawDocument(
        source=source_of(data, name, MediaType.DOCX),
        fragments=fragments,
        title=title,
        problems=() if fragments else ("the document holds no text",),
    )


def _is_within_bounds(data: bytes, name: str) -> bool:
    """False where parts are encrypted. By the zip directory, as nothing unpacks to more than it says there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedSource(name, "a Word document whose end is missing or broken", _ADVICE) from error
    total = sum(member.file_size for member in members)
    part = max((member.file_size for member in members if member.filename.endswith((".xml", ".rels"))), default=0)
    if total > MAX_UNPACKED_BYTES or part > MAX_PART_BYTES:
        problem = f"the Word document unpacks to {total:,} bytes, its largest part to {part:,}"
        raise OversizedSource(name, problem, "split it into smaller documents, or save it without pictures")
    return not any(member.flag_bits & 1 for member in members)


def _package(data: bytes) -> "Package":
    from docx.package import Package

    return Package.open(io.BytesIO(data))


def _root(part: "Part | None") -> "Element | None":
    """The tree of an XML part, also where python-docx knows no class for it (macro-enabled documents)."""
    from docx.oxml.parser import parse_xml

    if part is None:
        return None
    element: Element | None = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _related(part: "Part | Package", kind: str) -> "Part | None":
    """The part that `part` names by a relationship of this kind, None where there is none."""
    for relationship in part.rels.values():
        if relationship.reltype == kind and not relationship.is_external:
            target: Part = relationship.target_part
            return target
    return None


def _title(package: "Package") -> str | None:
    root = _root(_related(package, _CORE_PROPERTIES))
    words = None if root is None else root.findtext(_TITLE)
    return (words or "").strip() or None


def _fragments(package: "Package") -> Iterator[Fragment]:
    main = package.main_document_part
    root = _root(main)
    content = None if root is None else root.find(W + "body")
    if root is None or content is None:
        raise ValueError("no body")
    styles = Styles(_root(_related(main, _RELATIONSHIPS + "styles")))
    numbering = Numbering(_root(_related(main, _RELATIONSHIPS + "numbering")), styles)
    body = Body(styles, numbering)
    yield from body.blocks(content)
    for kind in ("footnote", "endnote"):
        notes = _root(_related(main, f"{_RELATIONSHIPS}{kind}s"))
        by_id = {} if notes is None else {value_of(note, "id"): note for note in notes.iterchildren(W + kind)}
        for number, mark in enumerate(root.iter(f"{W}{kind}Reference"), 1):
            note = by_id.get(value_of(mark, "id"))
            if note is not None:
                yield from note_fragments(body, note, str(number))
