"""Pages that were read from a scan: their confidence stands beside their lines, and a pack treats them as scans."""

from minutes_extract.document import Box, Fragment, MediaType, RawDocument, Recognised, Source, TextLayer
from minutes_extract.layout import arrange
from minutes_extract.layout.appendices import appendices, is_bare


def fragment(text: str, page: int, top: float, confidence: float | None = None) -> Fragment:
    return Fragment(text, page=page, box=Box(72, top, 72 + 5 * len(text), top + 11), size=11.0, confidence=confidence)


def raw(*fragments: Fragment, pages: int = 1, layers: tuple[TextLayer | None, ...] = (TextLayer.OCR,)) -> RawDocument:
    source = Source("a.pdf", "0" * 64, MediaType.PDF, pages=pages, page_start=1, page_end=pages)
    return RawDocument(source, fragments, page_layers=layers)


def test_each_line_keeps_its_confidence_in_the_canonical_text() -> None:
    lines = (
        fragment("The Committee considered a report and resolved to ap-", 1, 100, 0.9),
        fragment("prove the sum of £5,000 for the repair of the quay,", 1, 114, 0.5),
        fragment("Total\t£5,000\t£6,000", 1, 200, 0.7),
    )
    document = arrange(raw(*lines))
    first, second, row = document.recognised
    assert [line.confidence for line in document.recognised] == [0.9, 0.5, 0.7]
    assert document.text[second.start : second.end].startswith("prove the sum")
    assert first.end <= second.start
    assert "£6,000" in document.text[row.start : row.end]
    assert document.pages[0].layer is TextLayer.OCR


def test_typed_lines_have_none() -> None:
    document = arrange(raw(fragment("The report was noted.", 1, 100), layers=(TextLayer.NATIVE,)))
    assert (document.recognised, document.pages[0].layer) == ((), TextLayer.NATIVE)


def test_the_pages_of_a_paper_count_on() -> None:
    part = raw(fragment("Typed", 7, 100), fragment("Read", 8, 100, 0.9), layers=(TextLayer.NATIVE, TextLayer.OCR))
    part = RawDocument(
        Source("a.pdf", "0" * 64, MediaType.PDF, pages=9, page_start=7, page_end=8),
        part.fragments,
        page_layers=part.page_layers,
    )
    document = arrange(part)
    assert [(page.number, page.layer) for page in document.pages] == [(7, TextLayer.NATIVE), (8, TextLayer.OCR)]
    assert document.recognised == (Recognised(document.pages[1].start, document.pages[1].end, 0.9),)


def test_a_number_that_was_read_from_a_scan_is_text() -> None:
    assert is_bare([fragment("37", 1, 800)])
    assert not is_bare([fragment("37", 1, 800, 0.9)])


def test_a_scan_behind_typed_pages_is_an_appendix_whether_it_was_read_or_not() -> None:
    typed = (fragment("Report of the Director", 1, 100), fragment("on the bridge", 2, 100))
    found = (fragment("Survey of the abutments", 3, 100, 0.9), fragment("second sheet", 4, 100, 0.9))
    for scan in ((), found):
        (appendix,) = appendices(raw(*typed, *scan, pages=4), {})
        assert (appendix.title, appendix.page_start, appendix.page_end) == (None, 3, 4)
