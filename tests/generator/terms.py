"""Terms: lengths, options, days and financial years, put down as they are printed."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator import days
from generator.said import Said
from generator.speech import PIECE_RE, Speaker, rules
from minutes_extract.scoring.forms import TruthTerm

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
EXTENSION_MONTHS = (3, 6, 6, 9, 12, 12, 18, 24)
LEASE_YEARS = (5, 10, 15, 20, 25, 30, 99, 125)


@dataclass(slots=True)
class _Reading:
    """A term while its words are being printed."""

    initial: int | None = None
    options: list[int] = field(default_factory=list)
    maximum: int | None = None
    start: str | None = None
    end: str | None = None

    def answer(self, text: str) -> TruthTerm:
        maximum = self.maximum
        if maximum is None and self.initial is not None:
            maximum = self.initial + sum(self.options)
        return {
            "text": text,
            "initial_months": self.initial,
            "option_months": self.options,
            "maximum_months": maximum,
            "start": self.start,
            "end": self.end,
            "path": None,
        }


def term(speaker: Speaker, symbol: str) -> Said:
    """A term of the kind that the symbol names, with its answer."""
    kind = "term.contract" if symbol == "term.past" else symbol
    alternatives = rules("terms")[kind]
    if symbol == "term.past":
        alternatives = tuple(words for words in alternatives if words in {"for a period of {i}", "for {i}"})
    template = speaker.chance.choice(alternatives)
    reading, first = _Reading(), _first_day(speaker)
    pick = _Words(speaker.chance, reading, first, months=EXTENSION_MONTHS if kind == "term.extension" else ())
    text = PIECE_RE.sub(lambda piece: pick.words(piece[2]), template)
    return Said(text, terms=(reading.answer(text),))


def _first_day(speaker: Speaker) -> date:
    """Contracts begin on quarter days and the first of months."""
    return date(speaker.chance.randint(2013, 2026), speaker.chance.choice((4, 4, 4, 1, 7, 9, 10)), 1)


@dataclass(slots=True)
class _Words:
    """The words of each symbol; what they mean goes into the reading."""

    chance: random.Random
    reading: _Reading
    first: date
    months: tuple[int, ...]

    def words(self, symbol: str) -> str:
        return str(getattr(self, f"_{symbol.replace('-', '_before')}")())

    def _years(self) -> str:
        return self._span(self.chance.randint(2, 4), self.chance.choice((" to ", "-", " – ")))

    def _year(self) -> str:
        return self._span(1, "")

    def _span(self, count: int, between: str) -> str:
        """Financial years: they begin on 1 April and end on 31 March."""
        opening = self.first.year
        self.reading.start, self.reading.end = f"{opening}-04-01", f"{opening + count}-03-31"
        names = [f"{year}/{(year + 1) % 100:02}" for year in (opening, opening + count - 1)]
        return names[0] if count == 1 else between.join(names).replace("/", "-" if between == " to " else "/")

    def _yearlist(self) -> str:
        count = self.chance.randint(2, 3)
        self._span(count, " ")
        names = [f"{year}/{(year + 1) % 100:02}" for year in range(self.first.year, self.first.year + count)]
        return f"{', '.join(names[:-1])} and {names[-1]}"

    def _i(self) -> str:
        self.reading.initial = self._length()
        return length(self.chance, self.reading.initial)

    def _i_before(self) -> str:
        self.reading.initial = self._length()
        return before_a_noun(self.chance, self.reading.initial)

    def _length(self) -> int:
        if self.months:
            return self.chance.choice(self.months)
        return self.chance.choice((12, 24, 36, 36, 48, 48, 60, 60, 84, 120, 18))

    def _l(self) -> str:
        self.reading.initial = self.chance.choice(LEASE_YEARS) * 12
        return length(self.chance, self.reading.initial)

    def _m(self) -> str:
        self.reading.maximum = self._length()
        return length(self.chance, self.reading.maximum)

    def _o(self) -> str:
        return self._option(1)

    def _o2(self) -> str:
        return self._option(2)

    def _n(self) -> str:
        self.reading.options = [0] * self.chance.randint(2, 4)
        return NUMBERS[len(self.reading.options)]

    def _on(self) -> str:
        return self._option(len(self.reading.options))

    def _option(self, count: int) -> str:
        months = self.chance.choice((12, 12, 24, 24, 36, 6))
        self.reading.options = [months] * count
        return length(self.chance, months)

    def _sum(self) -> str:
        initial, *options = self.chance.choice(((3, 1), (2, 1, 1), (3, 1, 1), (5, 2), (4, 2, 2), (5, 5), (1, 1, 1)))
        self.reading.initial, self.reading.options = initial * 12, [years * 12 for years in options]
        return self.chance.choice(("+", "+", " + ")).join(map(str, (initial, *options)))

    def _start(self) -> str:
        self.reading.start = self.first.isoformat()
        return self._day(self.first)

    def _end(self) -> str:
        years = self.chance.choice((1, 2, 3, 4, 5))
        end = date(self.first.year + years, self.first.month, 1) - timedelta(days=1)
        self.reading.end = end.isoformat()
        return self._day(end)

    def _day(self, day: date) -> str:
        return self.chance.choice((days.long, days.long, days.long, days.ordinal, days.short))(day)


def length(chance: random.Random, months: int) -> str:
    """A length: 36 months, three years, 3 years."""
    if months % 12 or (months <= 36 and chance.random() < 0.3):
        return _counted(chance, months, "month")
    return _counted(chance, months // 12, "year")


def _counted(chance: random.Random, count: int, unit: str) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) and chance.random() < 0.5 else str(count)
    return f"{number} {unit}{'' if count == 1 else 's'}"


def before_a_noun(chance: random.Random, months: int) -> str:
    """A length before a noun: three-year, 36 month."""
    number, unit = length(chance, months).split()
    return f"{number}{chance.choice('- ')}{unit.rstrip('s')}"
