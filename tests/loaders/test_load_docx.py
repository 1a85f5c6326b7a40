"""Word documents: computed numbering, headings, tables, tracked changes."""

from collections.abc import Sequence
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from loader_papers import docx, grid, outline, repacked, texts

from minutes_extract.document import MediaType
from minutes_extract.errors import DamagedSource, EncryptedSource, LoadError, OversizedSource, UnknownFormat
from minutes_extract.loaders import load_bytes

Level = tuple[str, str]  # numerals, text


def _add_list(document: Any, levels: Sequence[Level], starts: dict[int, int] | None = None) -> int:
    """Adds an abstract list and an instance of it; returns the instance's id."""
    numbering = document.part.numbering_part.element
    number = 100 + len(numbering.findall("{*}abstractNum"))
    body = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{(starts or {}).get(at, 1)}"/><w:numFmt w:val="{numerals}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (numerals, text) in enumerate(levels)
    )
    declared = nsdecls("w")
    abstract = parse_xml(f'<w:abstractNum {declared} w:abstractNumId="{number}">{body}</w:abstractNum>')
    numbering.insert(0, abstract)
    return _add_instance(document, number)


def _add_instance(document: Any, abstract: int, override: int | None = None) -> int:
    numbering = document.part.numbering_part.element
    number = 200 + len(numbering.findall("{*}num"))
    start = (
        "" if override is None else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{override}"/></w:lvlOverride>'
    )
    instance = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>'
    numbering.append(parse_xml(instance))
    return number


def _numbered(document: Any, words: str, num_id: int, level: int = 0) -> None:
    properties = document.add_paragraph(words)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')
    )


def _raw(document: Any, xml: str) -> None:
    """Puts a paragraph's XML at the end of the body."""
    document.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"), "w:sectPr")


def test_headings_and_paragraphs() -> None:
    def write(document: Any) -> None:
        document.add_heading("Minutes", 0)
        document.add_heading("Apologies", 2)
        document.add_paragraph("None.\tNoted\nand agreed")
        document.add_paragraph("")

    assert outline(docx(write), "a.docx") == [
        ("heading", None, 1, "Minutes"),
        ("heading", None, 2, "Apologies"),
        ("paragraph", None, None, "None.\tNoted\nand agreed"),
    ]


def test_numbering_over_three_levels_restarts_below() -> None:
    def write(document: Any) -> None:
        num = _add_list(document, [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%1.%2.%3")])
        for words, level in [("a", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 1), ("f", 2), ("g", 0), ("h", 1)]:
            _numbered(document, words, num, level)

    assert [(label, level) for _, label, level, _ in outline(docx(write))] == [
        *(("1.", 1), ("(a)", 2), ("1.a.i", 3), ("1.a.ii", 3)),
        *(("(b)", 2), ("1.b.i", 3), ("2.", 1), ("(a)", 2)),
    ]


def test_instances_count_on_unless_they_override_the_start() -> None:
    def write(document: Any) -> None:
        first = _add_list(document, [("upperRoman", "%1)")], {0: 4})
        abstract = 100 + len(document.part.numbering_part.element.findall("{*}abstractNum")) - 1
        second, third = _add_instance(document, abstract), _add_instance(document, abstract, override=1)
        for words, num in [("a", first), ("b", second), ("c", third), ("d", third)]:
            _numbered(document, words, num)

    assert [label for _, label, _, _ in outline(docx(write))] == ["IV)", "V)", "I)", "II)"]


@pytest.mark.parametrize(("text", "label"), [("\uf0b7", "•"), ("o", "o"), ("-", "-"), ("", "•")])
def test_bullets(text: str, label: str) -> None:
    data = docx(lambda document: _numbered(document, "words", _add_list(document, [("bullet", text)])))
    assert outline(data) == [("list_item", label, 1, "words")]


def test_numbering_by_style() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("one", style="List Number")
        document.add_paragraph("two", style="List Number")
        document.add_paragraph("three", style="List Bullet")

    assert [label for _, label, _, _ in outline(docx(write))] == ["1.", "2.", "•"]


def test_tables_with_merged_cells_and_a_table_within() -> None:
    def write(document: Any) -> None:
        table = document.add_table(3, 3)
        for at, cell in enumerate(table._cells):
            cell.text = str(at)
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(2, 0).text = ""
        table.cell(2, 0).add_table(1, 1).cell(0, 0).text = "within"

    assert grid(docx(write)) == [
        *((0, 0, 0, "0\n1"), (0, 0, 2, "2")),
        *((0, 1, 0, "3"), (0, 1, 1, "4"), (0, 1, 2, "5\n8")),
        *((1, 0, 0, "within"), (0, 2, 1, "7")),
    ]


def test_tracked_changes_hidden_text_and_fields() -> None:
    def write(document: Any) -> None:
        _raw(
            document,
            '<w:r><w:t xml:space="preserve">approve </w:t></w:r><w:del><w:r><w:delText>£5</w:delText></w:r></w:del>'
            "<w:ins><w:r><w:t>£6</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>m</w:t></w:r>'
            "<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/><w:t>x</w:t></w:r>",
        )

    assert texts(load_bytes(docx(write), "a.docx")) == ["approve £6m\u2011\u00ad\tx"]


def test_text_boxes_and_content_controls() -> None:
    def write(document: Any) -> None:
        _raw(
            document,
            "<w:sdt><w:sdtContent><w:r><w:t>outer</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        )

    assert texts(load_bytes(docx(write), "a.docx")) == ["outer", "box"]


def test_bold_and_size() -> None:
    def write(document: Any) -> None:
        run = document.add_paragraph().add_run("RESOLVED")
        run.bold, run.font.size = True, Pt(14)

    fragment = load_bytes(docx(write), "a.docx").fragments[0]
    assert (fragment.bold, fragment.size) == (True, 14.0)


def test_title_headers_and_footers() -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "Minutes of Cabinet"
        document.sections[0].header.paragraphs[0].text = "header"
        document.add_paragraph("body")

    document = load_bytes(docx(write), "a.docx")
    assert (document.title, texts(document)) == ("Minutes of Cabinet", ["body"])
    assert document.source.media_type is MediaType.DOCX


def test_the_content_tells_the_format() -> None:
    assert load_bytes(docx(lambda document: document.add_paragraph("x")), "a.pdf").source.media_type is MediaType.DOCX


PAPER = docx(lambda document: document.add_paragraph("None."))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"word/document.xml": b"<w:document"}, DamagedSource),
        ({"word/document.xml": None}, DamagedSource),
        ({"word/document.xml": b"<a/>"}, DamagedSource),
        ({"word/styles.xml": b"not xml"}, DamagedSource),
        ({"[Content_Types].xml": b"<Types/>"}, DamagedSource),
        ({"_rels/.rels": b"<Relationships/>"}, DamagedSource),
        ({"[Content_Types].xml": None}, UnknownFormat),
    ],
)
def test_broken_packages(changes: dict[str, bytes | None], error: type[LoadError]) -> None:
    with pytest.raises(error, match=r"a\.docx: "):
        load_bytes(repacked(PAPER, changes), "a.docx")


def test_a_package_cut_short() -> None:
    with pytest.raises(DamagedSource):
        load_bytes(PAPER[: len(PAPER) // 2], "a.docx")


def test_a_decompression_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_extract.loaders.docx.MAX_PART_BYTES", 2**20)
    bomb = repacked(PAPER, {"word/document.xml": b" " * 2**21})
    assert len(bomb) < 2**17
    with pytest.raises(OversizedSource):
        load_bytes(bomb, "a.docx")


def test_an_encrypted_document_is_an_ole_file() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedSource):
        load_bytes(data, "a.docx")


def test_entities_are_not_expanded() -> None:
    xml = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="'
    xml += (
        b'http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>x&e;</w:t></w:r></w:p>'
    )
    document = load_bytes(repacked(PAPER, {"word/document.xml": xml + b"</w:body></w:document>"}), "a.docx")
    assert texts(document) == ["x"]


def _of(xml: str) -> list[str]:
    return texts(load_bytes(docx(lambda document: _raw(document, xml)), "a.docx"))


def _box(inside: str) -> str:
    data = f"<w:ffData><w:checkBox><w:sizeAuto/>{inside}</w:checkBox></w:ffData>"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_boxes_of_older_forms() -> None:
    ticked, empty = '<w:default w:val="0"/><w:checked/>', '<w:default w:val="0"/>'
    unticked, by_default = '<w:default/><w:checked w:val="0"/>', "<w:default/>"
    words = '<w:r><w:t xml:space="preserve"> {} </w:t></w:r>'
    form = f"{_box(ticked)}{words.format('Yes')}{_box(empty)}{words.format('No')}"
    assert _of(form) == ["☒ Yes ☐ No"]
    assert _of(f"{_box(unticked)}{words.format('a')}{_box(by_default)}") == ["☐ a ☒"]


@pytest.mark.parametrize(("inside", "shown"), [("", "Cabinet"), ('<w:result w:val="1"/>', "Officer")])
def test_a_list_of_an_older_form_shows_what_was_chosen(inside: str, shown: str) -> None:
    entries = '<w:listEntry w:val="Cabinet"/><w:listEntry w:val="Officer"/>'
    data = f"<w:ffData><w:ddList>{inside}{entries}</w:ddList></w:ffData>"
    assert _of(f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>') == [shown]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Wingdings", "F0FE", "☑"), ("Wingdings", "00A8", "☐"), ("Wingdings 2", "F053", "☒"), ("Arial", "00A3", "£")],
)
def test_ticks_and_boxes_of_symbol_fonts(font: str, code: str, shown: str) -> None:
    assert _of(f'<w:r><w:sym w:font="{font}" w:char="{code}"/><w:t>Yes</w:t></w:r>') == [f"{shown}Yes"]


def test_boxes_of_newer_forms_are_characters() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>Yes</w:t></w:r>"
    assert _of(control) == ["☒Yes"]
