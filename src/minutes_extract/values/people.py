"""Names of people as councils print them: with titles in running text, and in lists with posts and remarks.

    find     names with a title, anywhere         "it was moved by Cllr Mrs R Nunn that"
    listed   the people of a list                 "Karen Webb (Head of Housing), Cllr T Ogle - leave"
    parse    one person, with post or remark      "Dr Amir Hale, Consultant in Public Health"
    render   a person → the line                  the inverse

A name that has no title must not hold a word of posts and bodies: "Head of Housing" is nobody's name.
"""

import re
from dataclasses import dataclass

from minutes_extract.values.found import Found
from minutes_extract.values.name_words import ALSO_SURNAMES, NOT_SURNAMES, ORDINARY, POST_RE

# Councillor, Cllrs., Ald, Mrs: one or more before a name.
TITLE = r"""(?: (?: Councill?ors? | Cll?rs? | Aldermen | Alderman | Ald | Baroness | Baron | Lord | Lady | Sir
              | Dame | Mrs? | Ms | Miss | Mx | Dr | Revd? | Reverend | Prof(?:essor)? ) \b \.? )"""
PLURAL_RE = re.compile(r"(?:Councill?ors|Cl?lrs|Aldermen)\b", re.IGNORECASE)

# Labdon-West, O'Neill, McKeown, REID; "E." or "E" by itself is an initial.
_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]++(?:['’-][^\W\d_]+)*+(?!@|\.[a-z])"
_SURNAME = rf"(?:(?:de|van|von|der|den|la|le|du|ap|ab|bin|di|da|ter)[ \xa0])*+(?:[OD]['’])?{_WORD}"
_INITIALS = r"(?:[A-Z](?![^\W_]|['’])\.?[ \xa0]?){1,4}+"

# R Nunn; E. J. Hallam; P. van der Berg
INITIALLED = rf"{_INITIALS}[ \xa0]?{_SURNAME}"
# Karen Webb; Rosalyne Frances Howie; John F Kennedy; Anna de la Mare
FULL = rf"{_WORD}(?:[ \xa0](?:[A-Z]\.?(?![^\W_])|{_WORD})){{0,1}}[ \xa0]{_SURNAME}|{_WORD}[ \xa0]{_SURNAME}"
ONE = _SURNAME

TITLED_RE = re.compile(
    rf"""(?<![^\W\d_]) (?P<title> {TITLE} (?: [ \xa0]* \(? {TITLE} \)? )*+ ) [ \xa0]+
         (?P<name> {INITIALLED} | {FULL} | {ONE} )""",
    re.VERBOSE,
)
BARE_RE = re.compile(rf"{INITIALLED}|{FULL}")
ONE_RE = re.compile(ONE)

# What may stand between the people of a list.
SEPARATOR_RE = re.compile(r"(?:[\s,;/|•·]|\b(?:and|together with)\b|&|[-–—](?=\s)|\(\d+\))++")
# What is no name.
SKIP_RE = re.compile(r"[^\w\s]|\w\S*+")
# "(Chair)", "[Town Clerk]", "(work)".
BRACKET_RE = re.compile(r"[ \xa0]*[(\[](?P<inside>[^()\[\]\n]{1,120})[)\]]")
LETTER_RE = re.compile(r"[ \xa0]*\([A-Z]\)")
# " - leave", " – on holiday": to the end of the line or the next sign.
DASH_RE = re.compile(r"[ \xa0]*[-–—][ \xa0]+(?P<inside>[^\n,;|]{1,120})|[ \xa0]*[-–—](?P<close>[a-z][^\n,;|]{1,120})")
# "Tom Ash, Head of Law", "Tom Ash Head of Law"; not "Cllr Ash, the Head of Law", who is another.
COMMA_RE = re.compile(r"[ \xa0]*+,[ \xa0]*+(?!the\b)|[ \xa0]+(?=[A-Z])")
# "Cllr Hirst, holiday": words that give a reason behind a comma.
REASON_RE = re.compile(
    r"(?:on\s)?(?:annual\s)?(?:leave|holidays?|work(?:ing|\scommitments?)?|unwell|ill(?:ness)?|sick(?:ness)?|"
    r"personal|family|other (?:council )?business|council business|away|medical|bereavement|childcare)\b[^,;.\n]{0,60}",
    re.IGNORECASE,
)
# A piece of a post: capitalised words and what joins them. Glued "LeaderCouncillor Quill" is cut before the title.
PIECE_RE = re.compile(
    r"""[ \xa0]*+ (?: (?P<comma>,) | (?P<and>and\b|&|/) | (?: of|for|the|to|in(?![ ]the[ ][Cc]hair)|with|on|at|from )\b
        | [-–:](?=[ \xa0]) | \([^()\n]{1,60}\)
        | (?: (?!Councillor\s|Cllr\b) [A-ZÀ-Þ0-9] (?: (?!Councillor[ \xa0]|Cllr[ \xa0]) [\w'’.&/-] )*+ ) )""",
    re.VERBOSE,
)
DATED_RE = re.compile(r",?[ \xa0]*\d{1,2}(?:st|nd|rd|th)?[ \xa0/.][\w/. ]{3,20}|,?[ \xa0]+on\b")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a list: the name with its title, and the post and the remark printed with it, each with its place."""

    name: Found[str]
    post: Found[str] | None = None
    remark: Found[str] | None = None


def find(text: str) -> tuple[Found[str], ...]:
    """Names with a title, in order; a list under one plural title gives each name.

    >>> [found.value for found in find("Councillors Hale and Mrs J O'Neill left; Councillor Services stayed.")]
    ['Councillors Hale', "Mrs J O'Neill"]
    """
    found = []
    for match in TITLED_RE.finditer(text):
        name = _trimmed(text, match.start(), match.end(), match.start("name"))
        if name is not None:
            found.append(name)
    return tuple(found)


def listed(text: str, start: int = 0, end: int | None = None) -> tuple[Found[Person], ...]:
    """Every person of the list `text[start:end]`, in order; words between that are no names are passed over.

    >>> [p.value.name.value for p in listed("Cllrs Garside (Chair), Moss, Kaye and Bray; the Clerk; J Holt P Dunn")]
    ['Garside', 'Moss', 'Kaye', 'Bray', 'J Holt', 'P Dunn']
    >>> [(p.value.name.value, p.value.post.value) for p in listed("Ann Hale, Director of Place Tom Ash, Head of Law")]
    [('Ann Hale', 'Director of Place'), ('Tom Ash', 'Head of Law')]
    """
    return tuple(_moved(person, start) for person in _listed(text[start:end]))


def _moved(found: Found[Person], by: int) -> Found[Person]:
    """A person found in a part of a text, in its place in the whole."""
    name, post, remark = (
        Found(part.start + by, part.end + by, part.value) if part else None
        for part in (found.value.name, found.value.post, found.value.remark)
    )
    return Found(found.start + by, found.end + by, Person(name or found.value.name, post, remark))


def _listed(text: str) -> list[Found[Person]]:
    """Every person of a whole text."""
    found: list[Found[Person]] = []
    position, plural = 0, False
    while position < len(text):
        separator = SEPARATOR_RE.match(text, position)
        position = separator.end() if separator else position
        name = _name(text, position, plural)
        if name is None:
            plural = False
            skip = SKIP_RE.match(text, position)
            position = skip.end() if skip else len(text)
            continue
        plural = plural or PLURAL_RE.match(text, name.start) is not None
        person = _person(text, _untitled_plural(text, name))
        found.append(person)
        position = person.end
    return found


def parse(text: str) -> Person | None:
    """The one person that a text names, None where it names none, or anything beside.

    >>> parse("Rita Moss, Clerk to the Council").post.value
    'Clerk to the Council'
    >>> parse("Head of Housing"), parse("Loxley House"), parse("Karen Webb will report")
    (None, None, None)
    """
    bare = text.strip(" \t\n.")
    offset = text.find(bare) if bare else 0
    found = listed(text, offset, offset + len(bare))
    if len(found) != 1 or found[0].start != offset or found[0].end != offset + len(bare):
        return None
    return found[0].value


def render(person: Person) -> str:
    """A person as a line: the name, the post behind a comma, the remark behind a dash."""
    post = f", {person.post.value}" if person.post else ""
    remark = f" - {person.remark.value}" if person.remark else ""
    return f"{person.name.value}{post}{remark}"


def is_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else.

    >>> is_name("M. Tolley"), is_name("Karen Webb"), is_name("Corporate Director"), is_name("Background Papers")
    (True, True, False, False)
    """
    name = _name(text, 0, False)
    return name is not None and name.end == len(text)


def _name(text: str, position: int, plural: bool) -> Found[str] | None:
    """The name that begins at a place: titled, in full, or behind a plural title a bare surname."""
    match = TITLED_RE.match(text, position)
    if match is not None:
        return _trimmed(text, position, match.end(), match.start("name"))
    match = BARE_RE.match(text, position)
    if match is not None:
        return _bare(text, match)
    match = ONE_RE.match(text, position) if plural else None
    if match is not None and not _is_ordinary(match[0]):
        return Found(position, match.end(), match[0])
    return None


def _bare(text: str, match: re.Match[str]) -> Found[str] | None:
    """A name without a title, none of its words ordinary but those of a post behind it; headings are in capitals."""
    words = list(re.finditer(r"[^ \xa0]+", match[0]))
    if len(words[0][0].strip(".")) > 2 and words[0][0].isupper():
        return None
    kept = words[:]
    while len(kept) > 2 and _is_ordinary(kept[-1][0]):
        kept.pop()
    end = match.start() + kept[-1].end()
    if _is_ordinary(text[match.start() : end]):
        return None
    if len(kept) < len(words) and POST_RE.match(text, end + 1) is None:
        return None
    return Found(match.start(), end, text[match.start() : end])


def _trimmed(text: str, start: int, end: int, name_start: int) -> Found[str] | None:
    """A titled name without words of a post behind it; None where nothing is left."""
    words = list(re.finditer(r"[^ \xa0]+", text[name_start:end]))
    while words and _is_ordinary(words[-1][0]) and (len(words) > 1 or POST_RE.search(words[-1][0])):
        words.pop()
    if not words or len(words[-1][0].strip(".")) < 2 or (len(words) == 1 and words[0][0].casefold() in NOT_SURNAMES):
        return None
    end = name_start + words[-1].end()
    return Found(start, end, text[start:end])


def _untitled_plural(text: str, name: Found[str]) -> Found[str]:
    """A name behind a plural title goes without it, for the title is everyone's."""
    title = re.match(rf"(?:{PLURAL_RE.pattern})\.?[ \xa0]+", name.value, re.IGNORECASE)
    if title is None:
        return name
    start = name.start + title.end()
    return Found(start, name.end, text[start : name.end])


def _is_ordinary(words: str) -> bool:
    """Whether any word is one of posts, bodies, headings or the calendar, or a possessive."""
    split = words.split()
    if len(split) > 1 and split[-1].casefold() in ALSO_SURNAMES:
        split.pop()
    return any(word.strip(".,").casefold() in ORDINARY or word.endswith(("'s", "’s")) for word in split)


def _person(text: str, name: Found[str]) -> Found[Person]:
    """A name with the post and the remark behind it."""
    post: Found[str] | None = None
    remark: Found[str] | None = None
    end = name.end
    for pattern in (BRACKET_RE, COMMA_RE, DASH_RE):
        match = pattern.match(text, end)
        if match is None:
            continue
        if pattern is BRACKET_RE and LETTER_RE.fullmatch(match[0]):  # "Leddin (B)" is not "Leddin (K)"
            end, name = match.end(), Found(name.start, match.end(), text[name.start : match.end()])
            continue
        tail = _post(text, match.end()) if pattern is COMMA_RE else _stretch(text, match)
        if tail is None:
            continue
        is_post = (pattern is COMMA_RE and not REASON_RE.match(tail.value)) or POST_RE.search(tail.value) is not None
        if is_post and post is None:
            post = tail
        elif not is_post and remark is None:
            remark = tail
        end = tail.end + (1 if pattern is BRACKET_RE else 0)
    return Found(name.start, end, Person(name, post, remark))


def _stretch(text: str, match: re.Match[str]) -> Found[str] | None:
    """What stands in a bracket or behind a dash, without white space around it."""
    group = "inside" if match["inside"] else "close"
    words = match[group].rstrip(" \xa0.") if group == "inside" and match.re is DASH_RE else match[group]
    start = match.start(group)
    return Found(start, start + len(words), words) if words.strip() else None


def _post(text: str, start: int) -> Found[str] | None:
    """The post, or the reason for absence, that begins behind a comma."""
    reason = REASON_RE.match(text, start)
    if reason is not None:
        return Found(start, start + len(reason[0].rstrip()), reason[0].rstrip())
    position = end = start
    if text[start - 1] in " \xa0" and text[start - 2] != "," and _name(text, start, False) is not None:
        return None
    while (piece := PIECE_RE.match(text, position)) is not None:
        joint = piece["comma"] or piece["and"]
        if piece[0].strip() == ":" and _begins(text, piece.end()):
            return None
        if joint and (_begins(text, piece.end()) or DATED_RE.match(text, piece.start())):
            break
        if position > start and not joint and _begins_glued(text, piece.end() - len(piece[0].lstrip())):
            break
        position = piece.end()
        end = position if not joint and piece[0].strip()[0] not in "oftiwa-–:" else end
    words = text[start:end].rstrip(" .")
    return Found(start, start + len(words), words) if POST_RE.search(words) else None


def _begins(text: str, position: int) -> bool:
    """Whether a person begins behind a comma or "and": titled, or a full name with a sign or an end behind it."""
    match = re.compile(r"\s*(?:and\s+|&\s*)?").match(text, position)
    name = _name(text, match.end() if match else position, False)
    if name is None:
        return False
    if TITLED_RE.match(text, name.start):
        return True
    return re.compile(r"\s*(?:$|[\n(;/])|,\s*(?!and\b)").match(text, name.end) is not None


def _begins_glued(text: str, position: int) -> bool:
    """Whether a person begins inside a post without any sign: "… of Place Tom Ash, Head of Law"."""
    if TITLED_RE.match(text, position):
        return True
    name = _name(text, position, False)
    if name is None:
        return False
    behind = re.compile(r",\s*").match(text, name.end)
    return behind is not None and POST_RE.match(text, behind.end()) is not None
