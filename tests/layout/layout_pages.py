"""Raw documents for tests, made of text, and blocks made readable."""

from minutes_extract.document import Box, Document, Fragment, MediaType, RawDocument, Source
from minutes_extract.layout import arrange


def text_document(text: str, media_type: MediaType = MediaType.TEXT) -> RawDocument:
    """A text as the loader reads it: every physical line a fragment."""
    return raw_document(*(Fragment(line) for line in text.splitlines()), media_type=media_type)


def raw_document(*fragments: Fragment, media_type: MediaType = MediaType.HTML) -> RawDocument:
    return RawDocument(Source("page", "0" * 64, media_type), fragments)


def printed(*pages: list[str]) -> RawDocument:
    """Pages of a PDF, a line under the other; an empty string is white space."""
    fragments = []
    for number, lines in enumerate(pages, 1):
        for rank, line in enumerate(lines):
            top = 40 + 14.0 * rank
            if line:
                fragments.append(
                    Fragment(line, page=number, box=Box(72, top, 72 + 5.0 * len(line), top + 11), size=11.0)
                )
    return raw_document(*fragments, media_type=MediaType.PDF)


def blocks(document: Document) -> list[tuple[str, str]]:
    """The kind and the text of each block; the label between brackets."""
    return [
        (b.kind.value, _marked(document.text[b.start : b.label_end], document.text[b.body_start : b.end]))
        for b in document.blocks
    ]


def _marked(label: str, body: str) -> str:
    return f"[{label}] {body}".strip() if label else body


def read(text: str) -> list[tuple[str, str]]:
    """The blocks of a text."""
    return blocks(arrange(text_document(text)))
