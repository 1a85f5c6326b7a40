"""Web pages: what is in the page besides its flow of text (`flow`): encoding, title, address, publisher."""

import re
from typing import TYPE_CHECKING

from minutes_extract.document import MediaType, Publisher, RawDocument
from minutes_extract.errors import DamagedSource
from minutes_extract.loaders.encoding import parse_text
from minutes_extract.loaders.flow import Flow
from minutes_extract.loaders.source import source_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD = 8192  # bytes in which a page declares its encoding, and browsers say where they saved it from
_CHARSET_RE = re.compile(rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*+=\s*+[\"']?+\s*+([\w.:-]++)", re.IGNORECASE)
_SAVED_FROM_RE = re.compile(r"<!--\s*+saved from url=\(\d++\)(?P<url>https?://[^\s<>]++)", re.IGNORECASE)
_XML_DECLARATION_RE = re.compile(r"\s*+<\?xml[^<>]*+>")
_ADDRESS_RE = re.compile(r"https?://\S+", re.IGNORECASE)
_SPACE_RE = re.compile(r"\s++")
# class="mgContent", "mgMainTable", "mgAiTitleTxt", id="modgov"; pages ieListDocuments.aspx, mgAi.aspx and so on
_MODERNGOV_NAME_RE = re.compile(r"(?:^|\s)(?:mg[A-Z]\w*+|modgov)(?:\s|$)")
_MODERNGOV_ADDRESS_RE = re.compile(
    r"/(?:ieListDocuments|ieListMeetings|ieIssueDetails|ieDecisionDetails|mgAi|mgIssueHistory\w*+|mgConvert2PDF)\.aspx"
    r"|\bmoderngov\b|\bmodern\.gov\b",
    re.IGNORECASE,
)
_CMIS_ADDRESS_RE = re.compile(r"/cmis(?:5|webpublic)?(?:/|$)|\bcmis\.|CMIS5|/tabid/\d+/ctl/ViewCMIS", re.IGNORECASE)
_CMIS_NAME_RE = re.compile(r"CMIS|cmis5?[-_]")


def load_html(data: bytes, name: str) -> RawDocument:
    """Read a web page, whole or a fragment. Raises `DamagedSource` where no element is found."""
    from lxml import etree
    from lxml import html as lxml_html

    text = parse_text(data, _declared_encoding(data))
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    body = _XML_DECLARATION_RE.sub("", text, count=1).encode("utf-8", errors="replace")
    try:
        root = lxml_html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedSource(name, "the web page holds no element", "save the page again") from error
    too_deep = any("depth" in entry.message for entry in parser.error_log)
    fragments = Flow(root, name).walk()
    saved_from = _SAVED_FROM_RE.search(text[:_HEAD])
    url = _address(root) or (saved_from["url"] if saved_from else None)
    return RawDocument(
        source=source_of(data, name, MediaType.HTML, url=url),
        fragments=fragments,
        title=_title(root),
        publisher=_publisher(root, url),
        problems=tuple(
            problem
            for problem, is_met in (
                ("the page's markup is nested too deeply: part of it may be missing", too_deep),
                ("the page holds no text", not fragments),
            )
            if is_met
        ),
    )


def _declared_encoding(data: bytes) -> str | None:
    found = _CHARSET_RE.search(data[:_HEAD])
    return found[1].decode("ascii", errors="ignore") if found else None


def _title(root: "HtmlElement") -> str | None:
    element = root.find(".//title")
    words = element.text_content() if element is not None else ""
    return _SPACE_RE.sub(" ", words).strip() or None


def _address(root: "HtmlElement") -> str | None:
    """The page's own address, as it declares it."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in root.xpath(path):
            if _ADDRESS_RE.fullmatch(str(value).strip()):
                return str(value).strip()
    return None


def _publisher(root: "HtmlElement", url: str | None) -> Publisher:
    """By the markup of the page and its own address; links to such a site do not count."""
    if _MODERNGOV_ADDRESS_RE.search(url or "") or _is_named(root, _MODERNGOV_NAME_RE):
        return Publisher.MODERNGOV
    if _CMIS_ADDRESS_RE.search(url or "") or _is_named(root, _CMIS_NAME_RE) or _is_cmis_portal(root):
        return Publisher.CMIS
    return Publisher.UNKNOWN


def _is_named(root: "HtmlElement", name_re: re.Pattern[str]) -> bool:
    return any(name_re.search(str(value)) for value in root.xpath("//@class | //@id"))


def _is_cmis_portal(root: "HtmlElement") -> bool:
    """CMIS runs inside DotNetNuke: its panes, and scripts or forms of the CMIS modules."""
    addresses = root.xpath("//script/@src | //link/@href | //form/@action | //meta[@name='generator']/@content")
    return any(_CMIS_ADDRESS_RE.search(str(value)) for value in addresses)
