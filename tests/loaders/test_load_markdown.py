"""Markdown: what is only markup goes, what is said stays."""

import pytest
from loader_papers import grid, outline

from minutes_extract.document import MediaType
from minutes_extract.loaders import load_bytes


def _lines(text: str) -> list[tuple[str, str | None, int | None, str]]:
    return [line for line in outline(text, "minutes.md") if line[3]]


def test_headings() -> None:
    assert _lines("# Minutes\n\n## 4.1&nbsp;Consent ##\n\nCabinet\n=======\n\nItems\n---\n") == [
        ("heading", None, 1, "Minutes"),
        ("heading", None, 2, "4.1\u00a0Consent"),
        ("heading", None, 1, "Cabinet"),
        ("heading", None, 2, "Items"),
    ]


def test_a_rule_is_no_heading() -> None:
    assert _lines("[Original](a.pdf)\n\n---\nMINUTES\nOF CABINET\n---\n****\n") == [
        ("line", None, None, "Original"),
        ("line", None, None, "MINUTES"),
        ("line", None, None, "OF CABINET"),
    ]


def test_lists_keep_the_numbers_as_written() -> None:
    assert _lines("3. To note\n   - with care\n   - soon\n7) To agree\n\n* other\n") == [
        ("list_item", "3.", 1, "To note"),
        ("list_item", "•", 2, "with care"),
        ("list_item", "•", 2, "soon"),
        ("list_item", "7)", 1, "To agree"),
        ("list_item", "•", 1, "other"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"1\. Apologies \_\_\_", "1. Apologies ___"),
        ("**RESOLVED** to *note* the report", "RESOLVED to note the report"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("see [the report](<a file (1).pdf>) and [b](b_(c).pdf)", "see the report and b"),
        ("<https://example.org/a>, <u>agreed</u> &amp; `noted`", "https://example.org/a, agreed & noted"),
        ("> > Motion **Passed**", "Motion Passed"),
        ("> [!abstract]- Present:", "Present:"),
        ("£5 < £6 & rising", "£5 < £6 & rising"),
    ],
)
def test_markup_within_a_line(written: str, read: str) -> None:
    assert _lines(written) == [("line", None, None, read)]


@pytest.mark.parametrize(("line", "bold"), [("**RESOLVED**", True), ("**A** and **B**", False), ("__A *b*__", True)])
def test_a_line_is_bold_only_as_a_whole(line: str, bold: bool) -> None:
    assert load_bytes(line.encode(), "a.md").fragments[0].bold is bold


def test_tables() -> None:
    text = "Vote:\n\n> |Yeas:|Absent:|\n> |-|-|\n> |J. Hay|S. Hill|\n> |A \\| B||\n\n| not | a table |\n"
    assert grid(text, "a.md") == [
        (0, 0, 0, "Yeas:"),
        (0, 0, 1, "Absent:"),
        (0, 1, 0, "J. Hay"),
        (0, 1, 1, "S. Hill"),
        (0, 2, 0, "A | B"),
        (0, 2, 1, ""),
    ]
    assert load_bytes(text.encode(), "a.md").fragments[-1].text == "| not | a table |"


def test_front_matter_is_metadata() -> None:
    document = load_bytes(b'---\ntitle: "Parish Council"\nurl: https://example.org/a\n---\n\nMinutes\n', "a.md")
    assert (document.title, document.source.url) == ("Parish Council", "https://example.org/a")
    assert [fragment.text for fragment in document.fragments] == ["", "Minutes"]


def test_fenced_lines_are_verbatim() -> None:
    assert _lines("```\n# **as is**\n```\n") == [("line", None, None, "# **as is**")]


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.md", "plain words", MediaType.MARKDOWN),
        ("a.txt", "# One\n\n# Two\n", MediaType.TEXT),
        ("minutes", "# One\n\n# Two\n", MediaType.MARKDOWN),
        ("minutes", "**2 BACKGROUND**\n- 1)", MediaType.TEXT),
    ],
)
def test_the_name_tells_markdown_from_text(name: str, text: str, media_type: MediaType) -> None:
    assert load_bytes(text.encode(), name).source.media_type is media_type
