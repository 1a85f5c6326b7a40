"""Days, months, references and bare numbers: what stands on a page and is no money, and mostly no term."""

from datetime import date, timedelta

from generator.said import Said
from generator.speech import Speaker

FIRST, LAST = date(2012, 1, 1), date(2025, 12, 31)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def any_day(speaker: Speaker) -> date:
    """A day in the years from which pages are read."""
    return FIRST + timedelta(days=speaker.chance.randrange((LAST - FIRST).days))


def long(day: date) -> str:
    """7 March 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ordinal(day: date) -> str:
    """7th March 2024.

    >>> ordinal(date(2024, 3, 1)), ordinal(date(2024, 3, 12)), ordinal(date(2024, 3, 23))
    ('1st March 2024', '12th March 2024', '23rd March 2024')
    """
    teen = 10 < day.day < 20
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """07/03/2024."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def later(day: date, days: int) -> date:
    """A working page's next date."""
    return day + timedelta(days=days)


def printed_day(speaker: Speaker, day: date) -> str:
    """A day in one of its forms; in prose the long ones are usual."""
    return speaker.chance.choice((long, long, long, ordinal))(day)


def day(speaker: Speaker, _: str) -> Said:
    """A day that is no part of a term."""
    return Said(printed_day(speaker, any_day(speaker)))


def month(speaker: Speaker, _: str) -> Said:
    """A month without a year."""
    return Said(speaker.chance.choice(MONTHS))


def year(speaker: Speaker, _: str) -> Said:
    """A financial year that is named in passing."""
    first = speaker.chance.randint(2014, 2026)
    return Said(f"{first}/{(first + 1) % 100:02}")


def percent(speaker: Speaker, _: str) -> Said:
    """A share."""
    return Said(f"{speaker.chance.randint(2, 97)}%")


def digit(speaker: Speaker, _: str) -> Said:
    """A number of one digit."""
    return Said(str(speaker.chance.randint(2, 9)))


def digits2(speaker: Speaker, _: str) -> Said:
    """A number of two digits."""
    return Said(str(speaker.chance.randint(11, 99)))


def digits3(speaker: Speaker, _: str) -> Said:
    """A number of three digits."""
    return Said(str(speaker.chance.randint(101, 999)))


def digits4(speaker: Speaker, _: str) -> Said:
    """A number of four digits."""
    return Said(str(speaker.chance.randint(1001, 9999)))


def reference(speaker: Speaker, _: str) -> Said:
    """A reference of the council's own."""
    number = speaker.chance.randint(11, 999)
    return Said(speaker.chance.choice((f"CAB/{number}/24", f"KD{number}", f"FP-{number}", f"2{number}/DEC")))
