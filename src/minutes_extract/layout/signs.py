"""Signs in the words of a line: that it breaks off, that it awaits a number, that it stands in capitals."""

import re

_BROKEN_DATE_RE = re.compile(r"\b\d\d/\d\d/\d(?:\d\d)?$")  # "08/01/1", its last figure on the next line
_CUT_ADDRESS_RE = re.compile(r"(?:\S@[\w.-]{0,60}|(?:https?://|www\.)\S{0,200})(?<=[.@/_=-])$")
_LOWER_RE = re.compile(r"[^\W\d_A-Z]{3}")  # two are no word: "12th"
_UPPER_RE = re.compile(r"[A-Z]")
_CAPITALS = 4  # letters; fewer are a code
_LONGEST_TITLED = 6  # words
_LONGEST_TITLE = 240  # characters
_OPEN_WORDS = (
    "until roughly approximately around about circa nearly almost totalling costing worth exceeding "
    "a an the of and or for with by in on at from into as per via under over upon within between including than"
    " is are was were be been being its their his her this these those which who whose not any all each both"
    " mr mrs ms miss dr cllr councillor £"
    " relevant appropriate existing proposed deputy assistant chief corporate interim acting"
)
_REFERRING_WORDS = (
    "section sections paragraph paragraphs appendix appendices annex schedule item items part table figure page"
    " recommendation recommendations option clause phase lot no. nos. minute resolution"
)
_OPEN = frozenset(_OPEN_WORDS.split())
_REFERRING = frozenset(_REFERRING_WORDS.split())

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_END_RE = re.compile(r"(?<![\d.,/£])\d{1,2}(?:st|nd|rd|th)?$")
_MONTH_START_RE = re.compile(rf"{_MONTH}\b")
_MONTH_END_RE = re.compile(rf"\b{_MONTH},?$")
_YEAR_START_RE = re.compile(r"(?:19|20)\d\d\b")


def is_open(text: str) -> bool:
    """Whether a line breaks off where no sentence can end: after a comma, an article, a preposition, a bracket.

    >>> [is_open(t) for t in ("the value of", "Finance,", "Cabinet resolved to", "The report;", "(see", "Call In")]
    [True, True, False, False, True, False]
    """
    if text[-1] == "-" and text[-2:-1].isalpha():
        return True
    if text[-1] in ",(/&£" or _BROKEN_DATE_RE.search(text[-12:]) or text.rfind("(") > text.rfind(")"):
        return True
    return text.count(" ") > 1 and _last_word(text) in _OPEN


def is_cut_address(text: str, following: str) -> bool:
    """Whether a line breaks off in an address that the next goes on with.

    >>> is_cut_address("write to clerk@stannerby.gov.", "example by noon"), is_cut_address("The end.", "it is")
    (True, False)
    """
    return not following[0].isupper() and _CUT_ADDRESS_RE.search(text[text.rfind(" ") + 1 :]) is not None


def is_cut_date(text: str, following: str) -> bool:
    """Whether a line breaks off in a date that the next goes on with.

    >>> is_cut_date("for five years from 1", "April 2023 with"), is_cut_date("until 31 March", "2026, since")
    (True, True)
    >>> is_cut_date("Lots 2 and 4", "Aprils Ltd"), is_cut_date("in March", "12 tenders")
    (False, False)
    """
    return bool(
        (_DAY_END_RE.search(text) and _MONTH_START_RE.match(following))
        or (_MONTH_END_RE.search(text) and _YEAR_START_RE.match(following))
    )


def refers(text: str, following: str) -> bool:
    """Whether a line ends with the name of what the next begins with the number of: "listed in Appendix" / "10".

    >>> refers("as listed in Appendix", "1, be approved"), refers("REASONS FOR RECOMMENDATIONS", "3.1 None")
    (True, False)
    """
    return following[0] in "0123456789(" and _last_word(text) in _REFERRING and not is_capitals(text)


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :].lower()


def is_capitals(text: str) -> bool:
    """Whether a short line stands in capitals: a heading.

    >>> [is_capitals(t) for t in ("1 REASONS FOR DECISION", "MONDAY 12th JULY", "MD113", "Legal Advice")]
    [True, True, False, False]
    """
    if len(text) > _LONGEST_TITLE or _LOWER_RE.search(text):
        return False
    return len(_UPPER_RE.findall(text)) >= _CAPITALS


def is_titled(text: str) -> bool:
    """Whether a short line is written as titles are, its longer words with capitals.

    >>> is_titled("Alternative Options Considered"), is_titled("Framework Agreement for repairs to homes in")
    (True, False)
    """
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return 0 < len(longer) <= _LONGEST_TITLED and all(word[0].isupper() for word in longer)
