"""How days join a phrase: as its first day, its last, or as days of an option, which are none of the term's own.

"for six months. The contract shall commence on 16 September 2026 and expire on 31 March 2027" has both behind its
length; "with an extension of a year (5 May 2030 to 4 May 2031)" tells only the days of the option.
"""

from minutes_extract.values import term_cues as cues
from minutes_extract.values.term_parts import Kind, Part
from minutes_extract.values.term_phrases import Phrase

# Within how many characters a day of the same term follows.
DAY_GAP, FAR_DAY_GAP = 130, 240


def join(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether a day joins the phrase, within its sentence."""
    gap = cues.ASIDE_RE.sub("", gap)
    is_far = cues.FAR_START_RE.search(gap[-40:]) and phrase.has_length and not cues.ANOTHER_RE.search(gap)
    if len(gap) > (FAR_DAY_GAP if is_far else DAY_GAP) or cues.ELSEWHERE_RE.search(gap) or phrase.has_years:
        return False
    is_last = phrase.has_length and phrase.last_day is None and cues.END_OF_INITIAL_RE.search(gap)
    if is_last or _is_second(phrase, part, gap):
        phrase.last_day = part.date
        return True
    if _is_of_option(phrase, part, gap):
        return True
    if _explains(phrase, part, gap) or cues.START_RE.search(gap[-40:]):
        return _join_first(phrase, part)
    if cues.END_RE.search(gap[-40:]) and (gap.strip() not in ("-", "–", "—") or phrase.has_length):
        return _join_end(phrase, part, gap)
    return False


def join_next_sentence(phrase: Phrase, part: Part, gap: str) -> bool:
    """Joins "for six months. The contract shall commence on 16 September 2026"."""
    is_free = phrase.has_length and not phrase.is_option and phrase.first_day is None and phrase.last_day is None
    if not is_free or phrase.has_years or not cues.NEXT_SENTENCE_DAY_RE.match(gap):
        return False
    phrase.first_day = part.date
    return True


def _explains(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether two days stand in brackets behind a length: "12 months (1 April 2026 to 31 March 2027)"."""
    is_first = phrase.parts[-1].kind is Kind.LENGTH and cues.BRACKET_RE.match(gap) is not None
    return is_first and cues.TO_NEXT_RE.match(phrase.after(part)) is not None


def _is_second(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether a day follows the first one by "to" or a dash, or by "and" after "between"."""
    last = phrase.parts[-1]
    if last.kind is not Kind.DATE or phrase.first_day is not last.date or phrase.last_day is not None:
        return False
    between = cues.AND_RE.match(gap) and cues.BETWEEN_RE.search(phrase.before(last))
    return bool(between or cues.TO_RE.match(gap))


def _is_of_option(phrase: Phrase, part: Part, gap: str) -> bool:
    """Whether a day tells when an option runs: "by two years from 5 May 2030 until 4 May 2032"; its end is kept."""
    last = phrase.parts[-1]
    if not phrase.options or (phrase.first_day is None and phrase.last_day is None):
        return False
    if last.kind is Kind.LENGTH:
        return _explains(phrase, part, gap)
    if last.kind is not Kind.DATE or last.date in (phrase.first_day, phrase.last_day, phrase.option_day):
        return last.date is phrase.option_day and cues.NEXT_OPTION_DAY_RE.match(gap) is not None
    if cues.TO_RE.match(gap):
        phrase.option_day = part.date
        return True
    return False


def _join_first(phrase: Phrase, part: Part) -> bool:
    if phrase.first_day is not None or phrase.last_day is not None:
        # "with an option to extend for a further two years from 01 April 2028": the day of the option
        return bool(phrase.options) and phrase.parts[-1].kind is Kind.LENGTH
    if not phrase.has_length:
        return False
    phrase.first_day = part.date
    return True


def _join_end(phrase: Phrase, part: Part, gap: str) -> bool:
    """The end of the term; after an option, or with "possible extension" before it, the end of that."""
    # "take up the option to extend it by a year to 31 May 2027": an option that is taken up ends the term
    is_lone = (phrase.is_taken_up and len(phrase.parts) == 1) or (phrase.is_extension and phrase.maximum is not None)
    to_option = bool(phrase.options) and phrase.parts[-1].kind is Kind.LENGTH and not is_lone
    is_extended = cues.EXTEND_RE.search(gap) is not None and not phrase.is_extension
    if to_option or is_extended or cues.OPTION_RE.search(gap):
        if phrase.option_day is not None:
            return False
        phrase.option_day = part.date
    elif phrase.last_day is None and (phrase.has_length or phrase.first_day is not None):
        phrase.last_day = part.date
    else:
        return False
    return True
