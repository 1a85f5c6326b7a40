"""Working days of the nations of the United Kingdom: neither Saturday, Sunday nor a bank holiday.

Bank holidays are those of the Banking and Financial Dealings Act 1971 and of proclamations under it, as the library
`holidays` holds them, for England (and Wales), Scotland and Northern Ireland. It is loaded when the first day is asked
for.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final


class Nation(StrEnum):
    """A set of bank holidays; Wales has those of England."""

    ENGLAND = "ENG"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


SCOTTISH_RE: Final = re.compile(
    r"\b(?:Local Government \(Scotland\)|Community Councils? of Scotland|Scottish (?:Government|Ministers)|Depute"
    r"|Convener|Argyll|Aberdeen(?:shire)?|Angus|Clackmannan|Dumfries|Dundee|Edinburgh|Eilean Siar|Falkirk|Fife|Glasgow"
    r"|Highland Council|Inverclyde|Midlothian|Moray|Orkney|Perth and Kinross|Renfrewshire|Scottish Borders|Shetland"
    r"|Stirling Council|Lanarkshire|Ayrshire|Lothian)\b"
)
IRISH_RE: Final = re.compile(r"\b(?:Northern Ireland|Belfast|Derry City|Causeway Coast|Mid Ulster|Lisburn|Fermanagh)\b")


def nation_of(text: str) -> Nation:
    """The nation whose bank holidays a text goes by, by the names in it."""
    if IRISH_RE.search(text):
        return Nation.NORTHERN_IRELAND
    return Nation.SCOTLAND if SCOTTISH_RE.search(text) else Nation.ENGLAND


@cache
def _bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=[year]))


def is_working_day(day: date, nation: Nation) -> bool:
    """Whether a day is a working day.

    >>> is_working_day(date(2026, 12, 28), Nation.ENGLAND)  # Boxing Day fell on a Saturday
    False
    >>> [is_working_day(date(2026, 1, 2), nation) for nation in Nation]
    [True, False, True]
    """
    return day.weekday() < 5 and day not in _bank_holidays(nation, day.year)


def working_days(first: date, last: date, nation: Nation) -> int:
    """The working days after `first` up to and with `last`; 0 where there are none.

    >>> working_days(date(2024, 7, 25), date(2024, 8, 2), Nation.ENGLAND)
    6
    """
    span = range(1, max(0, (last - first).days) + 1)
    return sum(is_working_day(first + timedelta(days=k), nation) for k in span)
