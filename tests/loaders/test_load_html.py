"""Web pages: order of reading, labels, tables, and what is the site's and not the document's."""

import pytest
from loader_papers import grid, outline, texts

from minutes_extract.document import MediaType, Publisher
from minutes_extract.loaders import load_bytes


def test_blocks_in_the_order_of_reading() -> None:
    assert outline("<h1>Minutes</h1>of <b>Cabinet</b><p>Held  on\n7<sup>th</sup> May<div>None.</div>after") == [
        ("heading", None, 1, "Minutes"),
        ("paragraph", None, None, "of Cabinet"),
        ("paragraph", None, None, "Held on 7th May"),
        ("paragraph", None, None, "None."),
        ("paragraph", None, None, "after"),
    ]


def test_forced_breaks() -> None:
    assert outline("<p>one <br/> two<br><br>three<pre>four\n  five</pre>") == [
        ("paragraph", None, None, "one\ntwo"),
        ("paragraph", None, None, "three"),
        ("paragraph", None, None, "four\nfive"),
    ]


def test_no_break_spaces_and_old_character_references() -> None:
    assert texts(load_bytes("<p>£&nbsp;5&#146;s&shy;".encode(), "a")) == ["£\u00a05’s\u00ad"]


def test_labels_as_the_browser_shows_them() -> None:
    page = """<ol start=3><li>c<ol type=a><li>a<li>b<ol style="list-style-type: upper-roman"><li>I</ol></ol>
    <li value=9>i</ol><ul><li>x<p>more</ul><ol reversed><li>two<li>one</ol><ol type=i start=4><li>iv</ol>"""
    assert outline(page) == [
        ("list_item", "3.", 1, "c"),
        ("list_item", "a.", 2, "a"),
        ("list_item", "b.", 2, "b"),
        ("list_item", "I.", 3, "I"),
        ("list_item", "9.", 1, "i"),
        ("list_item", "•", 1, "x"),
        ("paragraph", None, 1, "more"),
        ("list_item", "2.", 1, "two"),
        ("list_item", "1.", 1, "one"),
        ("list_item", "iv.", 1, "iv"),
    ]


def test_a_label_without_words_of_its_own_is_kept() -> None:
    assert outline("<ol><li><ol type=a><li>words</ol></ol>") == [
        ("list_item", "1.", 1, ""),
        ("list_item", "a.", 2, "words"),
    ]


def test_tables_with_spans() -> None:
    page = "<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td></table>"
    assert grid(page) == [
        (0, 0, 0, "a"),
        (0, 0, 2, "b"),
        (0, 1, 0, "c"),
        (0, 1, 1, "d"),
        (0, 1, 2, "e"),
        (0, 2, 1, "f"),
        (0, 2, 2, ""),
    ]
    assert [f.cell.header for f in load_bytes(page.encode(), "a").fragments if f.cell] == [True] * 2 + [False] * 5


def test_a_page_laid_out_as_a_table_keeps_its_blocks() -> None:
    page = """<table class="mgItemTable"><tr><td>27.<td><p class="mgAiTitleTxt">Apologies<p>Minutes:
    <ol><li>None.</ol></table>"""
    assert outline(page) == [
        ("cell", None, None, "27."),
        ("paragraph", None, None, "Apologies"),
        ("paragraph", None, None, "Minutes:"),
        ("list_item", "1.", 1, "None."),
    ]
    assert [place[:3] for place in grid(page)] == [(0, 0, 0)] + [(0, 0, 1)] * 3


def test_a_table_in_a_table_has_its_own_number() -> None:
    assert grid("<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>") == [
        (0, 0, 0, "a"),
        (1, 0, 0, "b"),
        (1, 0, 1, "c"),
        (0, 0, 0, "d"),
        (0, 0, 1, "e"),
    ]


CHROME = [
    "<nav>menu</nav>",
    "<div role='navigation'>menu</div>",
    "<header><a>Council</a></header>",
    "<footer>Contact us</footer>",
    "<a class='skip-link' href='#c'>Skip to content</a>",
    "<a href='#c'>Skip to main content</a>",
    "<div class='cookie-banner'>We use cookies</div>",
    "<ol class='breadcrumb'><li>Home</ol>",
    "<p hidden>hidden</p>",
    "<p style='display: none'>hidden</p>",
    "<span aria-hidden='true'>×</span>",
    "<script>var a;</script><style>p{}</style><noscript>no</noscript>",
    "<button>Share</button><select><option>a</select>",
    "<span class='sr-only'>opens in a new window</span>",
]


@pytest.mark.parametrize("chrome", CHROME)
def test_site_chrome_is_left_out(chrome: str) -> None:
    assert texts(load_bytes(f"<body>{chrome}<main><p>None.</p></main></body>".encode(), "a.html")) == ["None."]


CONTENT = [
    "<article><header><h1>Minutes</h1></header></article>",
    "<div class='navbar'><main>Minutes</main></div>",
    "<div class='navigate-item'>Minutes</div>",
    "<button aria-controls='p1'>Open</button><div id='p1' hidden>Minutes</div>",
    "<section><footer>Minutes</footer></section>",
]


@pytest.mark.parametrize("content", CONTENT)
def test_content_is_never_chrome(content: str) -> None:
    assert texts(load_bytes(f"<body>{content}</body>".encode(), "a.html")) == ["Minutes"]


def test_title_and_address() -> None:
    page = b"<html><head><title> Decision \n 12</title><link rel=canonical href='https://a.example/12'></head><p>x"
    document = load_bytes(page, "a.html")
    assert (document.title, document.source.url) == ("Decision 12", "https://a.example/12")
    saved = b"<!-- saved from url=(0021)https://b.example/13 -->\n<html><p>x"
    assert load_bytes(saved, "a.html").source.url == "https://b.example/13"


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("<div class='mgContent'><p>x", Publisher.MODERNGOV),
        ("<div id='modgov'><p>x", Publisher.MODERNGOV),
        ("<html><link rel=canonical href='https://a.example/ieListDocuments.aspx?MId=1'><p>x", Publisher.MODERNGOV),
        ("<html><link rel=canonical href='https://a.example/CMIS5/Meetings.aspx'><p>x", Publisher.CMIS),
        ("<div id='dnn_ctr410_ViewCMIS_CouncillorDetails'><p>x", Publisher.CMIS),
        ("<p>see <a href='https://b.example/ieListDocuments.aspx'>elsewhere</a>", Publisher.UNKNOWN),
    ],
)
def test_publisher_by_markup(page: str, publisher: Publisher) -> None:
    assert load_bytes(page.encode(), "a.html").publisher is publisher


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "shift_jis"])
def test_declared_encodings(encoding: str) -> None:
    words = "議会" if encoding == "shift_jis" else "£5 é"
    page = f"<html><head><meta charset='{encoding}'></head><p>{words}</p>".encode(encoding)
    assert texts(load_bytes(page, "a.html")) == [words]


def test_a_wrong_declaration_is_passed_over() -> None:
    assert texts(load_bytes("<html><meta charset=utf-8><p>£5".encode("cp1252"), "a.html")) == ["£5"]


def test_an_xhtml_page_in_a_file_of_another_name() -> None:
    page = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html><body><p>x</p></body></html>'
    assert load_bytes(page, "minutes.txt").source.media_type is MediaType.HTML


def test_nesting_beyond_the_parser_is_told() -> None:
    deep = b"<p>first</p>" + b"<div>" * 500 + b"deep" + b"</div>" * 500
    assert texts(load_bytes(deep, "a.html")) == ["first", "deep"]
    document = load_bytes(b"<p>first</p>" + b"<div>" * 5000 + b"deep", "a.html")
    assert document.problems == ("the page's markup is nested too deeply: part of it may be missing",)


def test_a_table_of_endless_columns_ends() -> None:
    page = b"<table><tr>" + b"<td colspan=1000>x" * 50
    assert max(place[2] for place in grid(page.decode())) == 5000


def test_a_page_without_text_says_so() -> None:
    assert load_bytes(b"<html><body></body></html>", "a.html").problems == ("the page holds no text",)
