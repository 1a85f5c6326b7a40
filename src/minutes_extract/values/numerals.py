"""Labels of list items, one by one: "1.", "(ii)", "b)", "2.4.1", "•", and what each may count as.

    parse    an isolated label → its readings    "(ii)" → roman 2, or the doubled letter 35
    render   a reading → the label               the inverse

`numbering` finds labels at the beginning of lines and makes a tree of a run of them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """What a label counts with."""

    DECIMAL = "decimal"
    DOTTED = "dotted"
    LOWER_LETTER = "lower_letter"
    UPPER_LETTER = "upper_letter"
    LOWER_ROMAN = "lower_roman"
    UPPER_ROMAN = "upper_roman"
    BULLET = "bullet"


class Frame(StrEnum):
    """The marks around a label; with the style they tell the levels of a list apart: "1." is not "(1)"."""

    BARE = "#"
    STOP = "#."
    BRACKET = "#)"
    BRACKETS = "(#)"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a label may count as; `ordinal` counts from 1 (dotted: the last part, 0 in "4.0"; bullet: 0)."""

    style: Style
    ordinal: int


@dataclass(frozen=True, slots=True)
class Numeral:
    """A label as printed, with its marks; its parts ("2.1" has two), and its readings, the likeliest first."""

    printed: str
    frame: Frame
    parts: tuple[str, ...]
    readings: tuple[Reading, ...]

    @property
    def path_label(self) -> str | None:
        """The label in lower case without its marks ("A." → "a", "2.1." → "2.1"); None for a bullet."""
        return None if self.is_bullet else ".".join(self.parts)

    @property
    def is_bullet(self) -> bool:
        """Whether this is a mark that counts nothing."""
        return self.readings[0].style is Style.BULLET

    def precedes(self, other: "Numeral") -> bool:
        """Whether another label may be the next after this one: "(b)" after "(a)", in the same marks."""
        if self.frame is not other.frame or self.is_bullet:
            return False
        following = {(reading.style, reading.ordinal - 1) for reading in other.readings}
        return any((reading.style, reading.ordinal) in following for reading in self.readings)


# Marks that converters and word processors print for bullets; U+F0xx are Word's Symbol and Wingdings.
_SIGNS = "•·●▪■□◦‣⁃∙➢►▶✓✔❖◆"
BULLET_RE = re.compile(
    rf"""(?: [{_SIGNS}\uf000-\uf0ff]  # "•The", "· to note": no space needed
           | [-–—*o] (?=\s|$)         # "- 1)", "o  to note": only with a space
           | § (?=\s++(?!\d)|$)       # "§ to note", not "§ 12" of an act
         ) (?: [ ]\.(?=[ ]) )?+       # "- . Reviewing": a converter's stray stop
    """,
    re.VERBOSE,
)
LABEL_RE = re.compile(
    r"""(?P<open> [(\[]? )
        (?P<core> \d{1,3}+ \( [A-Za-z]{1,4}+ \)                               # 4(a)
                | \d{1,3}+ (?: \. (?: \d{1,3}+ | [A-Za-z] | [ivx]{2,4}+ )(?!\w) )++  # 2.1, 2.4.1, 1.a
                | \d{1,3}+ [A-Za-z]?+                                         # 1, 4a
                | [A-Za-z]{1,7}+ )                                            # a, ii, AA
        (?P<close> [)\]]?+\.?+ | \.[)\]] )
    """,
    re.VERBOSE,
)
# No list runs to a hundred: "mix" and "di" are words.
ROMAN_RE = re.compile(r"[cdm]|(?=[ivxl])(?:xc|xl|l?x{0,3}+)(?:ix|iv|v?i{0,3}+)")
_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90}
_ROMAN |= {"l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
DASHED_RE = re.compile(r"[-*•]\s++(?=[\d(])")  # a converter's bullet before a number: "- 1) That"


def parse(text: str) -> Numeral | None:
    """Reads an isolated label; None where it is none.

    >>> parse("(2)").path_label, parse("2.1.").path_label, parse("A.").path_label, parse("4(a)").path_label
    ('2', '2.1', 'a', '4.a')
    >>> [(r.style.value, r.ordinal) for r in parse("i)").readings]
    [('lower_roman', 1), ('lower_letter', 9)]
    >>> parse("2024/25"), parse("£1.5m"), parse("147/14"), parse("that")
    (None, None, None, None)
    """
    bare = text.strip()
    bullet = BULLET_RE.fullmatch(bare)
    if bullet:
        return bullet_numeral(bare)
    dashed = DASHED_RE.match(bare)
    match = LABEL_RE.fullmatch(bare, dashed.end() if dashed else 0)
    return numeral(match) if match else None


def render(reading: Reading, frame: Frame, *, parents: tuple[str, ...] = ()) -> str:
    """Prints a label; the inverse of `parse`. `parents` are the parts of a dotted label before its last.

    >>> render(Reading(Style.LOWER_ROMAN, 14), Frame.BRACKETS), render(Reading(Style.UPPER_LETTER, 28), Frame.STOP)
    ('(xiv)', 'BB.')
    """
    core = _core(reading, parents)
    return core if reading.style is Style.BULLET else frame.replace("#", core)


def bullet_numeral(printed: str) -> Numeral:
    """The numeral of a printed bullet."""
    return Numeral(printed, Frame.BARE, (printed[0],), (Reading(Style.BULLET, 0),))


def numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral of a match of LABEL_RE, None where marks do not pair or the letters count nothing."""
    core, opened, closed = match["core"], bool(match["open"]), match["close"].strip(".")
    if opened and not closed:
        return None
    parts = tuple(part.lower() for part in re.split(r"[.(]", core.rstrip(")")))
    readings = _dotted(parts) if len(parts) > 1 else _readings(core)
    if not readings or (closed and len(parts) == 1 and len(core) > 2 and core.isdigit()):  # "(199)" is a minute
        return None
    frame = Frame.BRACKETS if opened else Frame.BRACKET if closed else Frame.STOP if match["close"] else Frame.BARE
    return Numeral(match[0], frame, parts, readings)


def _dotted(parts: tuple[str, ...]) -> tuple[Reading, ...]:
    """Labels such as "2.1" and "16.11.02" count; "0.582", "5.00" and "2.072" are figures."""
    is_figure = parts[0].startswith("0") or (len(parts) == 2 and len(parts[1]) > 1 and parts[1].startswith("0"))
    inner = (Reading(Style.DOTTED, 0),) if parts[-1] == "0" else _readings(parts[-1])  # "4.0 TENDERS"
    return (Reading(Style.DOTTED, inner[0].ordinal),) if inner and not is_figure else ()


def _readings(core: str) -> tuple[Reading, ...]:
    """What one part may count as; roman before letter for i, v, x and all that is longer, else letter first."""
    if core.isdigit():
        return (Reading(Style.DECIMAL, int(core)),) if int(core) else ()
    low, is_upper = core.lower(), core.isupper()
    if core[0].isdigit():  # "4a"
        return (Reading(Style.DOTTED, int(core[:-1])),)
    if low != core and not is_upper:
        return ()
    found = []
    if ROMAN_RE.fullmatch(low):
        found.append(Reading(Style.UPPER_ROMAN if is_upper else Style.LOWER_ROMAN, _roman_value(low)))
    if len(low) == 1 or (len(low) == 2 and low[0] == low[1]):
        letter = Reading(Style.UPPER_LETTER if is_upper else Style.LOWER_LETTER, 26 * (len(low) - 1) + ord(low[0]) - 96)
        found.insert(0 if low in "cdlm" else len(found), letter)
    return tuple(found)


def _core(reading: Reading, parents: tuple[str, ...]) -> str:
    """A label without its marks."""
    match reading.style:
        case Style.BULLET:
            return "•"
        case Style.DECIMAL | Style.DOTTED:
            return ".".join((*parents, str(reading.ordinal)))
        case Style.LOWER_LETTER | Style.UPPER_LETTER:
            printed = _letter(reading.ordinal)
        case Style.LOWER_ROMAN | Style.UPPER_ROMAN:
            printed = _roman(reading.ordinal)
    return printed.upper() if reading.style in (Style.UPPER_LETTER, Style.UPPER_ROMAN) else printed


def _letter(ordinal: int) -> str:
    """1 → "a", 27 → "aa", up to 52."""
    return chr(97 + (ordinal - 1) % 26) * ((ordinal - 1) // 26 + 1)


def _roman(ordinal: int) -> str:
    """4 → "iv", up to 3999."""
    printed = ""
    for numeral, value in _ROMAN.items():
        times, ordinal = divmod(ordinal, value)
        printed += numeral * times
    return printed


def _roman_value(printed: str) -> int:
    """Reads "iv" as 4: a numeral before a greater one counts against it."""
    values = [_ROMAN[c] for c in printed]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
