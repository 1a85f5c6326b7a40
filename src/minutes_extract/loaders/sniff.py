"""The format of a file, told by its content: magic bytes, the members of a zip, the first tag, the first characters.

A file's name decides one thing only: whether text is Markdown.
"""

import io
import re
import zipfile

from minutes_extract.document import MediaType
from minutes_extract.errors import DamagedSource, EmptySource, EncryptedSource, LoadError, UnknownFormat
from minutes_extract.loaders.encoding import parse_text

_SAMPLE = 65_536
_PDF_SEARCH = 1024  # bytes of junk that readers allow before the header (PDF 1.7, annex H, note 13)
_ADVICE = "give a PDF, HTML, DOCX, Markdown or text file"
_SCAN_ADVICE = "run OCR on it and give the PDF or text that comes out"

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What else turns up in a folder of downloads: its first bytes, its name, and what to do.
_FOREIGN = (
    (b"\x89PNG\r\n", "a PNG image", _SCAN_ADVICE),
    (b"\xff\xd8\xff", "a JPEG image", _SCAN_ADVICE),
    (b"GIF8", "a GIF image", _SCAN_ADVICE),
    (b"II*\x00", "a TIFF image", _SCAN_ADVICE),
    (b"MM\x00*", "a TIFF image", _SCAN_ADVICE),
    (b"{\\rtf", "a rich text (RTF) file", "save it as DOCX or PDF"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"PK\x05\x06", "an empty zip archive", _ADVICE),
    (b"SQLite format 3", "an SQLite database", _ADVICE),
)

# The first tag of a web page, after comments and declarations: a whole page or a fragment of one.
_HTML_RE = re.compile(
    r"""\s*+
    (?: <\?xml [^<>]*+ > \s*+ | <!-- (?: [^-] | -(?!->) )*+ --> \s*+ )*+  # <?xml …?> <!-- saved from … -->
    < (?: !doctype\s++html | (?: html | head | body | title | meta | main | article | section | div | h[1-6] | p | table
        | ul | ol | dl | form | span | center | font | link | script | style ) [\s/>] )""",
    re.VERBOSE | re.IGNORECASE,
)
_XML_RE = re.compile(r"\s*+<(?:\?xml|!doctype|svg|rss|feed)\b", re.IGNORECASE)
_MHTML_RE = re.compile(r"(?:From|MIME-Version|Subject|Date):[^\n]*+\n", re.IGNORECASE)
# Control characters that text does not hold: all but tab, the line ends, form feed, back space and escape.
_CONTROL_RE = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_FRONT_MATTER_RE = re.compile(r"---[ \t]*+\r?\n[\w-]++:")
_ATX_HEADING_RE = re.compile(r"^#{1,6}[ \t]++\S", re.MULTILINE)


def parse_media_type(data: bytes, name: str) -> MediaType:
    """The format of `data`. Raises `EmptySource`, `UnknownFormat`, `EncryptedSource` or `DamagedSource`.

    >>> parse_media_type(b"%PDF-1.7 ...", "minutes.txt").name
    'PDF'
    """
    if not data.strip():
        raise EmptySource(name, "the file is empty", "check that it was downloaded whole")
    if b"%PDF-" in data[:_PDF_SEARCH] and data.lstrip()[:1] != b"<":
        return MediaType.PDF
    if data.startswith(_ZIP):
        return _zip_media_type(data, name)
    if data.startswith(_OLE):
        raise _ole_error(data, name)
    for magic, what, advice in _FOREIGN:
        if data.startswith(magic):
            raise UnknownFormat(name, f"this is {what}", advice)
    return _text_media_type(data, name)


def _zip_media_type(data: bytes, name: str) -> MediaType:
    """DOCX by its members: Word's main part may have any name, the list of parts has one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, OverflowError) as error:
        advice = "download it again, or open it in Word and save it anew"
        raise DamagedSource(name, "a zip or DOCX file whose end is missing or broken", advice) from error
    if "[Content_Types].xml" in names and any(part.startswith("word/") for part in names):
        return MediaType.DOCX
    if "[Content_Types].xml" in names:
        raise UnknownFormat(name, "this is an Office file, but not a Word document", "save it as PDF")
    if "mimetype" in names:
        raise UnknownFormat(name, "this is an OpenDocument or EPUB file", "save it as DOCX or PDF")
    raise UnknownFormat(name, "this is a zip archive, not a document", "unpack it first")


def _ole_error(data: bytes, name: str) -> LoadError:
    """OLE files: Word before 2007, or a DOCX that Word has encrypted."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedSource(name, "the Word document asks for a password", "save it without a password")
    return UnknownFormat(name, "this is an Office file of before 2007 (such as .doc)", "save it as DOCX or PDF")


def _text_media_type(data: bytes, name: str) -> MediaType:
    sample = parse_text(data[:_SAMPLE])
    if len(_CONTROL_RE.findall(sample)) > len(sample) // 500:
        raise UnknownFormat(name, "the content is not text", _ADVICE)
    if len(data) <= _SAMPLE and not sample.strip():
        raise EmptySource(name, "the file holds nothing but white space", "check that it was downloaded whole")
    if _HTML_RE.match(sample):
        return MediaType.HTML
    if _XML_RE.match(sample):
        raise UnknownFormat(name, "this is an XML file, not a web page", _ADVICE)
    if _MHTML_RE.match(sample) and "multipart/related" in sample[:4096]:
        raise UnknownFormat(name, "this is a web archive (MHTML)", "save the page as HTML only")
    return MediaType.MARKDOWN if _is_markdown(sample, name) else MediaType.TEXT


def _is_markdown(sample: str, name: str) -> bool:
    """By the name; where that says nothing, front matter or two headings in `#` marks."""
    ending = name.rpartition("/")[2].lower().rpartition(".")[2]
    if ending in {"md", "markdown", "txt", "text"}:
        return ending.startswith("m")
    return _FRONT_MATTER_RE.match(sample) is not None or len(_ATX_HEADING_RE.findall(sample)) > 1
