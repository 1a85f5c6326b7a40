"""On what ground a phrase is a term: the words that govern it.

A length by itself is seldom one: people have ages, plans have horizons, deadlines run. `governed` says that the
phrase stands in a decision, where "for three years" after "accept" is enough.
"""

from minutes_extract.values import term_cues as cues
from minutes_extract.values import term_governors as governors
from minutes_extract.values import term_years
from minutes_extract.values.term_parts import Kind, Part
from minutes_extract.values.term_phrases import Phrase

# How far the governing noun may stand from the phrase, within one sentence.
CLOSE, NEAR, FAR = 60, 120, 300


def is_term(phrase: Phrase, *, governed: bool = False) -> bool:
    """Whether a phrase is a term, by its own words or by those around it."""
    if governors.OTHER_EXTENDED_RE.search(phrase.before(phrase.parts[0])):
        return False
    if phrase.has_length:
        return _length_is_term(phrase, governed)
    if phrase.has_years:
        return _years_are_term(phrase, governed)
    return _days_are_term(phrase, governed)


def _length_is_term(phrase: Phrase, governed: bool) -> bool:
    if any(_names_itself(phrase, part) for part in phrase.parts if part.kind in (Kind.LENGTH, Kind.SUM)):
        return True
    first = phrase.parts[0]
    before = phrase.before(first, FAR)
    around = f"{before} {phrase.after(phrase.parts[-1], NEAR)}"
    if governors.OTHER_PERIOD_RE.search(around) and not governors.NOUN_RE.search(around):
        return False
    if phrase.in_weeks and not phrase.first_day:
        return False
    if governors.NEXT_RE.search(before) and not phrase.last_day and not (governed and _is_paid(before)):
        return False
    if not _is_led(phrase, first, before):
        return False
    if phrase.has_years and term_years.BUDGET_RE.search(before[-NEAR:]) and not governors.NOUN_RE.search(around):
        return False
    if governors.THESE_RE.search(before) or (phrase.has_years and not term_years.REJECT_RE.search(around)):
        return True
    return _is_governed(around, before, phrase, governed)


def _names_itself(phrase: Phrase, part: Part) -> bool:
    """Whether the phrase says it: "three-year contract", "a lease of ten years", "one year with an option of one"."""
    if part.kind is Kind.SUM and (part.with_unit or part is phrase.parts[0]):
        return True
    if phrase.initial is not None and phrase.options:
        return True
    if phrase.is_option or phrase.option_day is not None:
        return True
    if not part.lengths and part.kind is Kind.LENGTH and not part.several:
        return governors.HEAD_RE.match(phrase.after(part)) is not None
    before = phrase.before(part)
    return bool(
        governors.HEAD_RE.match(phrase.after(part))
        or governors.BREAKS_RE.match(phrase.after(part))
        or governors.OF_RE.search(before[-70:])
        or governors.LIMITED_RE.search(before[-120:])
        or governors.EXTENDS_BY_RE.search(before[-110:])
        or (governors.INITIAL_RE.search(before[-40:]) and governors.PERIOD_RE.match(phrase.after(part)))
    )


def _is_led(phrase: Phrase, first: Part, before: str) -> bool:
    """Whether the length stands where a term does: "for N years", "N year period", or beside its days."""
    return bool(
        governors.FOR_RE.search(before[-60:])
        or governors.PERIOD_RE.match(phrase.after(first))
        or phrase.first_day
        or phrase.last_day
        or phrase.has_years
    )


def _is_paid(before: str) -> bool:
    """Whether money is told: "£4,200 a year for the next five years", "funding for the next three years"."""
    is_spent = governors.SPENT_RE.search(before[-NEAR:]) is not None
    return is_spent or bool(governors.MONEY_RE.search(before) or governors.NOUN_RE.search(before[-30:]))


def _is_governed(around: str, before: str, phrase: Phrase, governed: bool) -> bool:
    if governors.MONEY_RE.search(before[-NEAR:]) or governors.MONEY_RE.match(
        phrase.after(phrase.parts[-1]).lstrip(" ,(at")
    ):
        return not governors.OTHER_PERIOD_RE.search(around)
    if governed:
        return governors.BUYING_RE.search(around) is not None
    return governors.NOUN_RE.search(before[-NEAR:]) is not None


def _years_are_term(phrase: Phrase, governed: bool) -> bool:
    part = phrase.parts[0]
    before, after = phrase.before(part, FAR), phrase.after(part)
    if term_years.CLOSED_RE.match(after) and term_years.NAMED_RE.search(before):
        return False
    once = term_years.ONCE_RE.search(before[-60:])
    if once or term_years.AFTER_REJECT_RE.match(after) or term_years.OPEN_RE.match(after):
        return False
    several = part.years is not None and part.years.first != part.years.last
    named = phrase.text[part.start : part.start + 15].casefold() == "financial years"
    led = term_years.FOR_RE.search(before[-60:]) or (named and term_years.IN_RE.search(before[-10:]))
    if not (led or (several and cues.START_RE.search(before[-25:]))):
        return False
    is_paid = governed and term_years.MONEY_RE.search(before[-60:]) and term_years.SPENT_RE.search(before)
    if term_years.REJECT_RE.search(before[-CLOSE if is_paid else -NEAR :]):
        return False
    if is_paid:
        return True
    if term_years.PERIOD_RE.search(before[-40:]) or (several and governed):
        return governed or term_years.NOUN_RE.search(before) is not None
    if governed and term_years.PAID_RE.search(before[-NEAR:]):
        return True
    return term_years.NOUN_RE.search(before[-NEAR:]) is not None


def _is_of_other(before: str, after: str) -> bool:
    """Whether two days are those of a meeting, a closure: "the decision to award the contract for" is no such."""
    others = list(governors.DAYS_REJECT_RE.finditer(before))
    nearest = before[others[-1].end() :] if others else before
    if governors.DAYS_NOUN_RE.search(before[-NEAR:]):
        return False
    return governors.DAYS_REJECT_RE.search(after) is not None or (
        bool(others) and governors.DAYS_NOUN_RE.search(nearest) is None
    )


def _days_are_term(phrase: Phrase, governed: bool) -> bool:
    part = phrase.parts[0]
    before = phrase.before(part, FAR)
    around = f"{before} {phrase.after(phrase.parts[-1], NEAR)}"
    noun = governors.DAYS_NOUN_RE.search(before) or governors.DAYS_NOUN_RE.search(phrase.after(phrase.parts[-1], 60))
    if phrase.first_day is not None and phrase.last_day is not None:
        if _is_of_other(before, phrase.after(phrase.parts[-1], NEAR)):
            return False
        led = cues.START_RE.search(before[-40:]) or governors.PERIOD_OF_RE.search(before[-40:])
        if not led:
            return noun is not None and len(before.strip()) < NEAR
        is_paid = (
            governors.MONEY_RE.search(before[-NEAR:]) is not None
            and governors.FOR_PERIOD_RE.search(before[-40:]) is not None
        )
        is_bought = governors.BUYING_RE.search(around) or governors.RUNS_FROM_RE.search(before[-40:])
        return noun is not None or is_paid or (governed and is_bought is not None)
    if phrase.last_day is None:
        is_begun = governed and phrase.first_day is not None and governors.BEGINS_RE.search(before[-NEAR:])
        return bool(is_begun) and not governors.DAYS_REJECT_RE.search(before[-CLOSE:])
    runs = governed and governors.RUNS_UNTIL_RE.search(before[-NEAR:]) and not governors.RUNNING_RE.search(before)
    until = governors.EXTENDS_UNTIL_RE.search(before[-NEAR:]) or runs
    return bool(until) and not governors.DAYS_REJECT_RE.search(before[-60:])
