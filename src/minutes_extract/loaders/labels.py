"""List labels: the numerals that HTML and Word count in, from a number to what the reader sees."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_MAX = 3999
_LETTERS_MAX = 26**4  # a counter beyond this is a mistake in the file: it is shown in figures

BULLET = "•"


def roman(number: int) -> str:
    """The lower-case roman numeral; beyond its range, figures, as browsers fall back.

    >>> [roman(number) for number in (1, 4, 14, 1999, 0)]
    ['i', 'iv', 'xiv', 'mcmxcix', '0']
    """
    if not 1 <= number <= _ROMAN_MAX:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def letters(number: int) -> str:
    """Letters as web pages count on after z: aa, ab (CSS `lower-alpha`).

    >>> [letters(number) for number in (1, 26, 27, 52, 53, 0)]
    ['a', 'z', 'aa', 'az', 'ba', '0']
    """
    if not 1 <= number <= _LETTERS_MAX:
        return str(number)
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(97 + place) + text
    return text


def repeated_letters(number: int) -> str:
    """Letters as Word counts on after z: aa, bb (ECMA-376 part 1, 17.18.59 `lowerLetter`).

    >>> [repeated_letters(number) for number in (1, 26, 27, 52, 53)]
    ['a', 'z', 'aa', 'zz', 'aaa']
    """
    if not 1 <= number <= 26 * 26:
        return str(number)
    count, place = divmod(number - 1, 26)
    return chr(97 + place) * (count + 1)
