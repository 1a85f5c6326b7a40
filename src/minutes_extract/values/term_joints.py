"""How the parts of a text join to phrases: which follows on which, and with what role.

"for three years from 1 June 2022 at a price of £412,650, with provision to extend for two further years": the length
begins a phrase, the day joins it behind "from", and the second length behind "provision to extend", as an option.
"""

from minutes_extract.values import term_cues as cues
from minutes_extract.values import term_days, term_years
from minutes_extract.values import term_governors as governors
from minutes_extract.values.term_parts import Kind, Part
from minutes_extract.values.term_phrases import Phrase, begin, is_other, is_partial, is_rejected

# Within how many characters the next part of the same term follows.
OPTION_GAP, SUM_GAP, INITIAL_GAP = 220, 120, 130


def find(text: str, parts: list[Part]) -> list[Phrase]:
    """The phrases that the parts of a text make, in order; a part that cannot begin one is passed over."""
    found: list[Phrase] = []
    for part in parts:
        if found and _join(found[-1], part):
            found[-1].parts.append(part)
        elif _passes_over(found, part) and _join(found[-2], part):
            found.pop()
            found[-1].parts.append(part)
        elif (phrase := begin(text, part, since=found[-1].finish if found else 0)) is not None:
            found.append(phrase)
    return found


def _passes_over(found: list[Phrase], part: Part) -> bool:
    """Whether a day may belong to a term before a mere year: "for 4 years, worth £3m at 2024/25 prices, from 1 May"."""
    return part.kind is Kind.DATE and len(found) > 1 and [p.kind for p in found[-1].parts] == [Kind.YEARS]


def _join(phrase: Phrase, part: Part) -> bool:
    gap = phrase.text[phrase.finish : part.start]
    if cues.BREAK_RE.search(gap):
        if part.kind is Kind.DATE:
            return term_days.join_next_sentence(phrase, part, gap)
        return _join_next_sentence(phrase, part, gap)
    match part.kind:
        case Kind.LENGTH:
            return _join_length(phrase, part, gap)
        case Kind.SUM:
            return _join_sum(phrase, part, gap)
        case Kind.DATE:
            return term_days.join(phrase, part, gap)
        case Kind.YEARS:
            return _join_years(phrase, part, gap)


def _join_next_sentence(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "for three years. The contract will carry an extension provision for a further two years"."""
    if part.kind not in (Kind.LENGTH, Kind.SUM) or phrase.initial is None or phrase.options or phrase.is_extension:
        return False
    sentence = gap[gap.rfind(". ") + 1 :]
    if not cues.NEXT_SENTENCE_RE.match(gap) or not cues.EXTEND_RE.search(sentence + phrase.after(part, 30)):
        return False
    if not part.lengths or is_other(phrase.after(part)) or is_rejected(sentence):
        return False
    phrase.options.extend(part.lengths)
    phrase.note(part)
    return True


def _join_length(phrase: Phrase, part: Part, gap: str) -> bool:
    if not part.lengths or len(gap) > OPTION_GAP:
        return False
    if not phrase.has_length:
        return _join_length_to_days(phrase, part, gap)
    if is_other(phrase.after(part)) or is_rejected(gap) or is_partial(gap, phrase.after(part)):
        return False
    if phrase.options and cues.LIKE_RE.search(gap) and cues.NAMED_RE.match(phrase.after(part)):
        return False
    if _is_whole(phrase, part, gap):
        return True
    return _join_initial(phrase, part, gap) or _join_total(phrase, part, gap) or _join_option(phrase, part, gap)


def _is_whole(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether a length tells the whole once more: "for up to 9 years (4 + 3 + 2), £7m for the 9-year contract"."""
    known = phrase.maximum or (phrase.initial or 0) + sum(phrase.options)
    is_named = cues.WHOLE_RE.match(phrase.after(part)) is not None and cues.LIKE_RE.search(gap) is None
    return bool(phrase.initial and (phrase.options or phrase.maximum)) and part.lengths == (known,) and is_named


def _join_length_to_days(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "from 1 April 2025 for three years", "(from 1 April 2025 - three years)", and options of a dated term."""
    printed = gap + phrase.text[part.start : part.end]
    is_option = part.counted or cues.TRUE_OPTION_RE.search(printed) or governors.EXTENSION_RE.match(phrase.after(part))
    if phrase.last_day is not None and is_option:
        phrase.options.extend(part.lengths)
    elif cues.DAYS_LENGTH_RE.search(gap) and len(gap) < 60 and not is_other(phrase.after(part)):
        phrase.initial = part.lengths[0]
        phrase.options.extend(part.lengths[1:])
    else:
        return False
    phrase.note(part)
    return True


def _join_initial(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "a five-year contract (with an initial three years", "for up to 4 years following the initial 4 years"."""
    length = part.lengths[0]
    is_extended = cues.EXTENDED_RE.search(gap) and cues.WHOLE_RE.match(phrase.after(part))
    if cues.AFTER_INITIAL_RE.search(gap) or is_extended:
        if phrase.initial is not None:
            phrase.options.insert(0, phrase.initial)
        elif phrase.maximum is not None:
            phrase.options.insert(0, phrase.maximum)
            phrase.maximum = None
        phrase.initial = length
        return True
    known = phrase.maximum or phrase.initial
    is_initial = governors.INITIAL_RE.search(gap[-40:]) is not None or _explains(phrase, part, gap)
    if is_initial and known is not None and length < known and not phrase.options and len(gap) < INITIAL_GAP:
        phrase.maximum, phrase.initial = known, length
        phrase.options.extend(part.lengths[1:])
        return True
    return False


def _explains(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether the length before was the longest: "five years (three years plus two one-year extensions)"."""
    if not cues.EXPLAINED_RE.search(gap[-25:]) or part.counted:
        return False
    return len(part.lengths) > 1 or cues.EXPLAINING_RE.match(phrase.after(part)) is not None


def _join_total(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "with extensions up to a total of seven years", "providing for a potential four-year term in total"."""
    length, known = part.lengths[0], (phrase.initial or 0) + sum(phrase.options)
    printed = gap + phrase.text[part.start : part.end]
    is_total = cues.TOTAL_RE.search(gap[-60:]) or cues.IN_TOTAL_RE.match(phrase.after(part))
    is_further = cues.MORE_RE.search(printed[-60:]) is not None
    if not is_total or part.counted or is_further or length < known or phrase.maximum is not None:
        return False
    if phrase.is_extension and phrase.initial is not None and not phrase.options:
        # "extend it by 12 months so that it lasts five years": the length before is no contract's first
        phrase.options.append(phrase.initial)
        phrase.initial = None
    phrase.maximum = length
    return True


def _join_option(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "with the option to extend for one further year", "plus two extension periods of two years"."""
    printed = gap + phrase.text[part.start : part.end]
    if (
        part.lengths == (phrase.initial,)
        and not phrase.options
        and len(gap) < 15
        and not cues.OPTION_RE.search(printed)
    ):
        return True  # "a four-year contract: four years with ..."
    is_extension = governors.EXTENSION_RE.match(phrase.after(part)) and cues.ADDING_RE.search(gap)
    if not (part.counted or is_extension or cues.OPTION_RE.search(printed) or cues.WITH_EXTENSION_RE.search(gap)):
        return False
    if cues.TAKEN_UP_RE.search(gap) or (cues.ANOTHER_RE.search(gap) and not cues.TRUE_OPTION_RE.search(gap)):
        return False
    if phrase.is_extension and not cues.TRUE_OPTION_RE.search(printed):
        return False
    if phrase.initial is None and phrase.maximum is not None and not phrase.options:
        phrase.initial, phrase.maximum = phrase.maximum, None
    if phrase.options and cues.OR_MORE_RE.search(gap):
        phrase.options.pop()
    phrase.options.extend(part.lengths)
    phrase.note(part)
    return True


def _join_sum(phrase: Phrase, part: Part, gap: str) -> bool:
    """A sum may explain the initial length, the last option or the whole, or add options of its own."""
    if len(gap) > SUM_GAP:
        return False
    total, lengths = sum(part.lengths), list(part.lengths)
    known = [phrase.initial, *phrase.options] if phrase.initial is not None else list(phrase.options)
    if lengths == known:
        return True
    is_further = cues.OPTION_RE.search(gap) is not None
    if (
        phrase.is_extension
        and total in (phrase.initial, phrase.maximum)
        and governors.EXTENSION_RE.match(phrase.after(part))
    ):
        phrase.initial, phrase.options, phrase.maximum = None, lengths, total
    elif phrase.options and total == phrase.options[-1]:
        phrase.options[-1:] = lengths
    elif phrase.options and total == sum(phrase.options):
        phrase.options = lengths
    elif not (is_further or phrase.options) and total in (phrase.initial, phrase.maximum):
        phrase.initial, phrase.options, phrase.maximum = lengths[0], lengths[1:], total
        phrase.has_sum = True
    elif phrase.initial is not None and is_further:
        phrase.options.extend(lengths)
    elif phrase.initial is not None and lengths[0] == phrase.initial and len(gap) < 40:
        phrase.options = lengths[1:]
    elif not phrase.has_length and len(gap) < 60:
        phrase.initial, phrase.options, phrase.has_sum = lengths[0], lengths[1:], True
    else:
        return False
    return True


def _join_years(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "3 years funding from 2022/23 to 2024/25", "for a 3-year period (2026/27, 2027/28 and 2028/29)"."""
    if not phrase.has_length or phrase.has_years or phrase.first_day or phrase.last_day or len(gap) > 60:
        return False
    if not cues.YEARS_GAP_RE.search(gap) or term_years.REJECT_RE.search(gap) or term_years.PAST_RE.search(gap):
        return False
    phrase.set_years(part, gap)
    return True
