"""What of a web page is the site's: menus above the first heading, feet; and what only looks like it."""

import pytest
from loader_papers import outline

MENU = '<ul><li><a href="/">Home</a></li><li><a href="/meetings">Meetings</a></li></ul>'


def _texts(page: str) -> list[str]:
    return [text for _, _, _, text in outline(page)]


@pytest.mark.parametrize("id_", ["nav", "dnn_NavPane", "top", "menubar"])
def test_a_list_of_links_above_the_first_heading_is_a_menu(id_: str) -> None:
    assert _texts(f'<body><div id="{id_}">{MENU}</div><h1>Agenda item</h1><p>Words</p></body>') == [
        "Agenda item",
        "Words",
    ]


def test_a_list_of_links_below_a_heading_is_content() -> None:
    assert _texts(f"<body><h1>Documents</h1>{MENU}</body>") == ["Documents", "Home", "Meetings"]


def test_a_list_of_links_on_a_page_without_headings_is_content() -> None:
    assert _texts(f"<body>{MENU}<p>Words</p></body>") == ["Home", "Meetings", "Words"]


def test_a_list_with_words_beside_its_links_is_content() -> None:
    listed = '<ul><li><a href="a">Report</a>, item 9</li><li><a href="b">Plan</a>, item 10</li></ul>'
    assert _texts(f"<body>{listed}<h1>Agenda</h1></body>") == ["Report, item 9", "Plan, item 10", "Agenda"]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>© 2025 Harrowmere City Council</p>",
        "<p>Copyright © Harrowmere City Council. All rights reserved.</p>",
        '<p><a href="/cookies">Cookies</a></p>',
        '<p><a href="/privacy">Privacy policy</a> | <a href="/access">Accessibility statement</a></p>',
        '<div id="footer"><p>Town Hall, Harrowmere</p></div>',
        '<ul><li><a href="/terms">Terms and conditions</a></li><li><a href="/map">Site map</a></li></ul>',
    ],
)
def test_the_foot_of_a_site(foot: str) -> None:
    assert _texts(f"<body><h1>Decision</h1><p>Words</p>{foot}</body>") == ["Decision", "Words"]


@pytest.mark.parametrize(
    "words",
    ["Cookies were served.", 'The <a href="p">privacy policy</a> was approved.', "Copyright fees of £200 were paid."],
)
def test_words_that_a_foot_could_hold_are_content(words: str) -> None:
    assert len(_texts(f"<body><h1>Minutes</h1><p>{words}</p></body>")) == 2


def test_a_template_that_wraps_all_in_a_bar_keeps_its_content() -> None:
    assert _texts('<body><div class="nav"><h1>Decision</h1><p>Words</p></div></body>') == ["Decision", "Words"]
