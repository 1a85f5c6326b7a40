"""Documents whose figures agree, and the same with one figure that does not.

A document holds some statements, each of which ties its figures together: a rate and its years, parts and their whole,
a table and its totals, a term and its options, days in their order. Between them stand sentences of the other grammar,
whose figures have nothing to do with each other. An error is planted as councils make it: a digit changed, a total that
was not carried, an option missed.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from generator import days
from generator.page import begin
from minutes_extract.values.terms import last_day

PURPOSES = (
    "roads", "street lighting", "family hubs", "library books", "playgrounds", "short breaks", "flood works", "trees",
    "care at home", "school meals", "bus shelters", "debt advice",
)  # fmt: skip
GOODS = ("bins", "lanterns", "grit bins", "tablets", "school places", "signs", "car chargers")
MADE_UP = ("made up of", "comprising", "consisting of")
NUMBERS = (
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Lines of a document; `wrong` is the figure, as printed, that does not agree, None where all do."""

    lines: tuple[str, ...]
    wrong: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and the figure in it that does not agree, with the family of the statement that it stands in."""

    name: str
    text: str
    wrong: str | None
    family: str | None


def pounds(value: int) -> str:
    """£1,469,375."""
    return f"-£{-value:,}" if value < 0 else f"£{value:,}"


def slip(chance: random.Random, value: int, slack: int = 5) -> int:
    """The value with one digit changed, by more than rounding would explain."""
    digits = str(value)
    while True:
        place = chance.randrange(len(digits))
        other = chance.choice("123456789")
        changed = int(digits[:place] + other + digits[place + 1 :])
        if abs(changed - value) > slack:
            return changed


def sum_of_money(chance: random.Random, low: int = 12, high: int = 900) -> int:
    """A sum of thousands, sometimes to the pound."""
    return chance.randint(low, high) * 1000 + chance.choice((0, 0, 500, 250, 375))


def rate(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A rate, its years, and what they come to."""
    years, yearly = chance.randint(2, 9), sum_of_money(chance)
    total = slip(chance, yearly * years, 10) if is_wrong else yearly * years
    first = date(chance.randint(2019, 2026), 4, 1)
    end = date(first.year + years, 3, 31)
    between = f"between {days.long(first)} and {days.long(end)}"
    per = chance.choice(("per year", "per annum", "a year"))
    number = NUMBERS[years] if chance.random() < 0.5 else str(years)
    text = chance.choice(
        (
            f"approve receipt of {pounds(total)} {between} ({pounds(yearly)} {per});",
            f"approve spend of up to {pounds(total)} over {number} years (up to {pounds(yearly)} {per});",
            f"award the contract for {number} years at {pounds(yearly)} {per}, a total of {pounds(total)};",
            f"let the contract for {number} years at {pounds(yearly)} {per}, with a total value of {pounds(total)};",
            f"approve the grant of {pounds(yearly)} {per} for {number} years, totalling {pounds(total)};",
            f"approve expenditure of {pounds(total)} over {number} years at {pounds(yearly)} {per};",
        )
    )
    return Statement((text,), pounds(total) if is_wrong else None)


def parts(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A whole and the parts that it is made up of."""
    values = [sum_of_money(chance) for _ in range(chance.randint(2, 4))]
    names = chance.sample(PURPOSES, len(values))
    total = sum(values)
    if is_wrong:
        total = total - values[-1] if len(values) > 2 and chance.random() < 0.4 else slip(chance, total)  # not carried
    each = [f"{pounds(value)} for {name}" for value, name in zip(values, names, strict=True)]
    listed = f"{', '.join(each[:-1])} and {each[-1]}"
    text = chance.choice(
        (
            f"allocate {pounds(total)}, made up of {listed};",
            f"approve a budget of {pounds(total)} ({chance.choice(MADE_UP)} {listed});",
            f"approve {listed}, a total of {pounds(total)};",
            f"approve {listed}, giving a total cost of {pounds(total)};",
            f"approve {listed}, totalling {pounds(total)};",
            f"approve {listed}, {pounds(total)} in total;",
        )
    )
    return Statement((text,), pounds(total) if is_wrong else None)


def share(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A whole and a share of it."""
    whole = sum_of_money(chance, 200)
    part = whole + 1000 * chance.randint(5, 90) if is_wrong else whole * chance.randint(2, 8) // 10
    text = chance.choice(
        (
            f"approve spend of up to {pounds(whole)}, of which up to {pounds(part)} is guaranteed;",
            f"spend {pounds(part)} of the agreed {pounds(whole)} on {chance.choice(PURPOSES)};",
        )
    )
    return Statement((text,), pounds(part) if is_wrong else None)


def difference(chance: random.Random, *, is_wrong: bool) -> Statement:
    """What is left of a sum, or by how much it has changed."""
    taken, left = sum_of_money(chance), sum_of_money(chance)
    whole = taken + left
    told = slip(chance, left) if is_wrong else left
    text = chance.choice(
        (
            f"note that of the {pounds(whole)} budget {pounds(taken)} has been spent, leaving {pounds(told)};",
            f"note the budget of {pounds(whole)}, of which {pounds(taken)} is spent, leaving {pounds(told)};",
            f"raise the budget from {pounds(taken)} to {pounds(whole)}, an increase of {pounds(told)};",
            f"cut the budget from {pounds(whole)} to {pounds(taken)}, a reduction of {pounds(told)};",
        )
    )
    return Statement((text,), pounds(told) if is_wrong else None)


def quantity(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A price, a quantity, and what they come to."""
    count, price = chance.randint(3, 400), chance.randint(12, 950)
    total = slip(chance, count * price, count) if is_wrong else count * price
    goods = chance.choice(GOODS)
    text = chance.choice(
        (
            f"buy {count} {goods} at {pounds(price)} each, a total of {pounds(total)};",
            f"buy {goods} ({count} x {pounds(price)} = {pounds(total)});",
            f"buy {count} new {goods} at a cost of {pounds(price)} each, totalling {pounds(total)};",
        )
    )
    return Statement((text,), pounds(total) if is_wrong else None)


def percentage(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A percentage of a sum."""
    share_of, whole = chance.choice((5, 10, 12, 20, 25, 30, 40)), sum_of_money(chance, 100)
    part = whole * share_of // 100
    told = part * chance.choice((2, 3)) if is_wrong else part
    text = chance.choice(
        (
            f"pay a deposit of {pounds(told)} ({share_of}% of {pounds(whole)});",
            f"pay {share_of}% of {pounds(whole)} ({pounds(told)});",
            f"pay a deposit of {pounds(told)}, being {share_of}% of the {pounds(whole)};",
        )
    )
    return Statement((text,), pounds(told) if is_wrong else None)


def options(chance: random.Random, *, is_wrong: bool) -> Statement:
    """An initial term, its options, and the longest term."""
    lengths = chance.choice(([3, 1], [2, 1, 1], [3, 1, 1], [5, 2], [4, 2, 2], [5, 2, 2], [5, 5], [3, 2, 2]))
    longest = sum(lengths)
    printed = lengths[:-1] if is_wrong and len(lengths) > 2 else lengths  # an option is missed
    longest += 1 if is_wrong and printed == lengths else 0
    plus = "+".join(map(str, printed))
    thing = chance.choice(PURPOSES)
    first, second = chance.choice(
        (
            (
                f"approve spend of {pounds(sum_of_money(chance))} on {thing} over {longest} years;",
                f"award the {thing} contract for {plus} years;",
            ),
            (f"award the contract for {plus} years, a maximum of {longest} years;", ""),
            (f"award the contract for {plus} years ({NUMBERS[longest]} years in total);", ""),
        )
    )
    wrong = None
    if is_wrong:
        wrong = f"over {longest} years" if second else first.split("contract ")[1].rstrip(";")
    return Statement(tuple(line for line in (first, second) if line), wrong)


def period(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A length and the days that it begins and ends on."""
    years = chance.randint(2, 7)
    first = date(chance.randint(2018, 2026), chance.choice((1, 4, 7, 9, 10)), 1)
    told = years + chance.choice((-1, 1)) if is_wrong else years
    end = date.fromisoformat(last_day(first.isoformat(), told * 12) or "")
    number = NUMBERS[years] if chance.random() < 0.5 else str(years)
    text = chance.choice(
        (
            f"award the contract for a period of {number} years from {days.long(first)} to {days.long(end)}",
            f"award the contract for {number} years from {days.long(first)} until {days.long(end)}",
            f"extend the contract for {years * 12} months from {days.long(first)} to {days.long(end)}",
        )
    )
    return Statement((f"{text};",), text.split("contract ")[1] if is_wrong else None)


def table(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A table of years and purposes with totals, as Markdown prints it."""
    opening, count = chance.randint(2019, 2027), chance.randint(2, 4)
    heads = [f"{opening + k}/{(opening + k + 1) % 100:02}" for k in range(count)]
    rows = [[chance.randint(20, 1900) for _ in heads] for _ in range(chance.randint(2, 5))]
    scale = chance.choice(("£000", "£m", "£"))
    totals = [sum(column) for column in zip(*rows, strict=True)]
    cells = [[*row, sum(row)] for row in (*rows, totals)]
    wrong = None
    if is_wrong:
        row, column = chance.randrange(len(cells)), chance.randrange(count + 1)
        cells[row][column] = slip(chance, cells[row][column], 6)
        wrong = figure(cells[row][column], scale)
    labels = [*(name.capitalize() for name in chance.sample(PURPOSES, len(rows))), "Total"]
    lines = [f"| {scale} | {' | '.join(heads)} | Total |", "|---" * (count + 2) + "|"]
    lines += [
        f"| {label} | {' | '.join(figure(value, scale) for value in row)} |"
        for label, row in zip(labels, cells, strict=True)
    ]
    return Statement(("", *lines, ""), wrong)


def net(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A table of spend and savings with a net row."""
    count = chance.randint(2, 4)
    spend, saved = ([chance.randint(40, 990) for _ in range(count)] for _ in range(2))
    nets = [one - other for one, other in zip(spend, saved, strict=True)]
    wrong = None
    if is_wrong:
        place = chance.randrange(count)
        nets[place] = -saved[place]  # the spend was left out
        wrong = figure(nets[place], "£m")
    heads = [f"20{21 + k}/{22 + k} £m" for k in range(count)]
    rows = (("Spend", spend), ("Savings", [-value for value in saved]), ("Net", nets))
    lines = [f"|  | {' | '.join(heads)} |", "|---" * (count + 1) + "|"]
    lines += [f"| {label} | {' | '.join(figure(value, '£m') for value in row)} |" for label, row in rows]
    return Statement(("", *lines, ""), wrong)


def figure(value: int, scale: str) -> str:
    """A cell: brackets are a minus sign, millions have three decimals."""
    digits = f"{abs(value) / 1000:.3f}" if scale == "£m" else f"{abs(value):,}"
    return f"({digits})" if value < 0 else digits


def payments(chance: random.Random, *, is_wrong: bool) -> Statement:
    """A list of payments with one total."""
    values = [chance.randint(1_500, 90_000) for _ in range(chance.randint(3, 6))]
    total = sum(values)
    if is_wrong:
        total = total - values[-1] if chance.random() < 0.4 else slip(chance, total, 20)
    names = chance.sample(PURPOSES, len(values))
    lines = ["| For | Amount |", "|---|---|"]
    lines += [f"| {name.capitalize()} | £{value / 100:,.2f} |" for name, value in zip(names, values, strict=True)]
    lines.append(f"| Total | £{total / 100:,.2f} |")
    return Statement(("", *lines, ""), f"£{total / 100:,.2f}" if is_wrong else None)


FAMILIES: dict[str, Callable[..., Statement]] = {
    "rate": rate,
    "parts": parts,
    "share": share,
    "difference": difference,
    "quantity": quantity,
    "percentage": percentage,
    "options": options,
    "period": period,
    "table": table,
    "net": net,
    "payments": payments,
}
TABLES = frozenset({"table", "net", "payments"})


def document(seed: int, number: int) -> Document:
    """One document: every other one has an error, in each of the families in turn."""
    chance = random.Random(f"figures:{seed}:{number}")
    names = list(FAMILIES)
    faulty = names[number // 2 % len(names)] if number % 2 else None
    others = [name for name in names if name != faulty]
    chosen = [*chance.sample(others, 3), *([faulty] if faulty else [])]
    told = {name: FAMILIES[name](chance, is_wrong=name == faulty) for name in chosen}
    text = _page(chance, told)
    return Document(f"figures-{number:04}", text, told[faulty].wrong if faulty else None, faulty)


def _page(chance: random.Random, told: dict[str, Statement]) -> str:
    page = begin(chance, "decision_notice", spaced=True)
    decided = page.day
    page.line("Decision details", page.speaker.words("title"), f"Decision Maker: {page.speaker.words('officer')}")
    page.line("Purpose:")
    page.prose("discussion", chance.randint(1, 3))
    page.line("Decision:", "RESOLVED to:")
    limbs = [line for name, statement in told.items() if name not in TABLES for line in statement.lines]
    for label, limb in enumerate(limbs, 1):
        page.line(f"({label}) {limb}")
    for name, statement in told.items():
        if name in TABLES:
            page.line("Financial implications:")
            page.lines.extend(statement.lines)
    page.line("Reasons for the decision:")
    page.prose("reason", chance.randint(1, 2))
    page.line(
        f"Publication date: {days.short(decided + timedelta(days=1))}", f"Date of decision: {days.short(decided)}"
    )
    return page.text()


def documents(count: int, seed: int = 1) -> Iterator[Document]:
    """So many documents, half of them with an error."""
    return (document(seed, number) for number in range(count))


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Writes documents as Markdown, for `run` and `check` to read."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in documents(count, seed):
        (folder / f"{made.name}.md").write_text(made.text, encoding="utf-8")
