"""A manuscript as a Word document: headings, tables, and lists that Word numbers itself.

The parts are written here rather than by a library, so that the bytes depend on the manuscript alone: no clock, no
compression, no template that changes with a version.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from samples.markup import Block, Kind, Manuscript

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (2024, 1, 1, 0, 0, 0)

# The lists of the document, by the shape of the label: Word's name for the count, and the text around it.
_LISTS = (
    (re.compile(r"\d+\."), "decimal", "%1."),
    (re.compile(r"\d+\)"), "decimal", "%1)"),
    (re.compile(r"[a-z]\)"), "lowerLetter", "%1)"),
    (re.compile(r"•"), "bullet", "•"),
)


def typeset(manuscript: Manuscript) -> bytes:
    """The DOCX of a manuscript."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(manuscript.settings),
        "word/document.xml": _document(manuscript.blocks),
        "word/_rels/document.xml.rels": _relations(
            (f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/numbering", "numbering.xml")
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.create_system = 0
            archive.writestr(member, (_HEADER + text).encode())
    return file.getvalue()


def _document(blocks: tuple[Block, ...]) -> str:
    body = "".join(_table(block) if block.kind is Kind.TABLE else _paragraph(block) for block in blocks)
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440"'
    page += ' w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    return f'<w:document xmlns:w="{_W}"><w:body>{body}{page}</w:body></w:document>'


def _paragraph(block: Block) -> str:
    match block.kind:
        case Kind.HEADING:
            properties = f'<w:pStyle w:val="Heading{block.level}"/>'
        case Kind.ITEM:
            number = next(place for place, shape in enumerate(_LISTS, 1) if shape[0].fullmatch(block.label))
            depth = f'<w:ilvl w:val="0"/><w:numId w:val="{number}"/>'
            properties = f'<w:pStyle w:val="ListParagraph"/><w:numPr>{depth}</w:numPr>'
            properties += f'<w:ind w:left="{567 * (block.level + 1)}" w:hanging="567"/>'
        case Kind.CENTRED | Kind.RIGHT:
            properties = f'<w:jc w:val="{"center" if block.kind is Kind.CENTRED else "right"}"/>'
        case _:
            properties = ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(block.text)}</w:p>"


def _runs(text: str) -> str:
    """The words, bold and italic stretches in runs of their own."""
    runs = []
    for stretch in re.split(r"(\*\*.+?\*\*|\*.+?\*)", text):
        words = stretch.strip("*")
        if not words:
            continue
        style = {0: "", 1: "<w:i/>", 2: "<w:b/>"}[(len(stretch) - len(words)) // 2]
        runs.append(f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>')
    return "".join(runs)


def _table(block: Block) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = []
    for place, row in enumerate(block.rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if block.has_head and place == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p>{_runs(cell)}</w:p></w:tc>' for cell in row
        )
        rows.append(f"<w:tr>{head}{cells}</w:tr>")
    grid = "<w:tblGrid>" + "<w:gridCol/>" * len(block.rows[0]) + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>{grid}{''.join(rows)}</w:tbl><w:p/>"


def _styles() -> str:
    font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    spacing = '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault>'
    words = f'<w:rPrDefault><w:rPr>{font}<w:sz w:val="24"/></w:rPr></w:rPrDefault>'
    defaults = f"<w:docDefaults>{words}{spacing}</w:docDefaults>"
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, 28), (2, 26))
    )
    listed = '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
    listed += '<w:basedOn w:val="Normal"/></w:style>'
    return f'<w:styles xmlns:w="{_W}">{defaults}{normal}{headings}{listed}</w:styles>'


def _numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{count}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
        for place, (_, count, text) in enumerate(_LISTS, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>' for place in range(1, len(_LISTS) + 1)
    )
    return f'<w:numbering xmlns:w="{_W}">{kinds}{lists}</w:numbering>'


def _core(settings: dict[str, str]) -> str:
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    title, author = escape(settings["title"]), escape(settings["author"])
    facts = f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    return f"<cp:coreProperties {spaces}>{facts}</cp:coreProperties>"


def _relations(*relations: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/word/numbering.xml": f"{_TYPE}.numbering+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{xml}{overrides}</Types>'
