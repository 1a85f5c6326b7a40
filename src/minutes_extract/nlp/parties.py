"""minutes_parties: finds organisations on the other side of a decision, and what they are to it.

Reads: the text.
Writes: party.

    award the contract for lift servicing to Harland Lifts Ltd
    the grant of a lease of the pavilion to Weldon Bowls Club
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, PartyReading, Stretch
from minutes_extract.nlp import organisations
from minutes_extract.nlp.borders import widen
from minutes_extract.nlp.spans import text_of, write

# (role, whether the name must have a form such as "Ltd", the cue, the word right before the name; none: the cue's end)
CUES = (
    # "grant a lease of the pavilion to", "the letting of Unit 4 to"
    ("tenant", False, r"\b(?:leases?|underlease|tenancy|licence|letting|let)\b", r"\bto\s"),
    # "take a lease of the offices from"
    ("landlord", True, r"\b(?:lease|rent|licence)\b", r"\bfrom\s"),
    # "award of grant funding to", "a grant of £40,000 to"
    (
        "grantee",
        False,
        r"\b(?:grants?(?:\sfunding|\said)?|funding|loan|donation)\s(?:of\s£[\d.,]+\w*\s)?(?:be\sawarded\s|be\smade\s)?to\s",
        None,
    ),
    # "receipt of funding from", "accept the Heritage Fund grant from", "grant of £2m from"
    (
        "funder",
        False,
        r"\b(?:grants?|funding|funded|contribution|loan|offer\sof)\b(?:\sof\s£[\d.,]+\s?\w*)?(?:\s[\w-]+){0,3}?\s(?:from|by)\s",
        None,
    ),
    # "award a contract … to", "awarded to", "the award of the two year contract for guarding services to"
    ("supplier", False, r"\baward(?:ed|ing|s)?\b", r"\bto\s(?:the\ssupplier\s)?"),
    # "accept the tender from", "the bid of", "the lowest offer submitted by", "quotation from"
    (
        "supplier",
        False,
        r"\b(?:tender|bid|quotation|quote|offer)s?\s(?:submitted\s|put\sin\s|received\s)?(?:from|of|by)\s",
        None,
    ),
    # "extend the contract with", "call-off contract with", "contracts for fencing with"
    ("supplier", False, r"\bcontracts?\b(?:\s[\w-]+){0,8}?\s(?:with|held\sby|let\sto)\s", None),
    # "appoint Harland LLP as", "appointment of Harland LLP"
    ("supplier", True, r"\bappoint(?:ment\sof|s|ed)?\s", None),
    # "Section 256 agreement with", "in partnership with", "jointly with"
    (
        "partner",
        True,
        r"\b(?:agreements?|partnership|arrangements?|jointly|joint\s[\w ]{2,40}|collaboration|together)\swith\s",
        None,
    ),
    # "sell the land to", "disposal of the depot to", "transfer … to"
    ("other", True, r"\b(?:sale|sell|dispos(?:al|e)|transfer)\b", r"\bto\s"),
)
CUES_RE = tuple(
    (role, named, re.compile(cue, re.IGNORECASE), re.compile(before) if before else None)
    for role, named, cue, before in CUES
)
SENTENCE_END_RE = re.compile(r"[.;:](?=\s[A-Z(])|\n")
REACH = 180  # characters from a cue to the name
# A contract that one lets together with another, and public bodies, which are let no contracts.
JOINT_RE = re.compile(r"\bjoint(?:ly)?\s[\w ]{0,30}$", re.IGNORECASE)
PUBLIC_RE = re.compile(r"(?:Councils?|Authority|councils)$")


def find(doc: Doc) -> list[Mention]:
    """Every organisation that a cue stands before; of two roles the first cue's of the list."""
    text, found = text_of(doc), dict[int, Mention]()
    for role, named, pattern, before in CUES_RE:
        for match in pattern.finditer(text):
            name = _after(text, match.end(), before, named=named)
            if name is None or any(mention.start <= name.start < mention.end for mention in found.values()):
                continue
            extent = widen(doc, name.start, name.end)
            shared = JOINT_RE.search(text, max(0, match.start() - 30), match.start()) or PUBLIC_RE.search(
                text[name.start : name.end]
            )
            reading = PartyReading("partner" if role == "supplier" and shared else role)
            found[name.start] = Mention(Label.PARTY, extent.start, extent.end, reading)
    return [found[start] for start in sorted(found)]


def _after(text: str, start: int, before: re.Pattern[str] | None, *, named: bool) -> Stretch | None:
    """The organisation at a cue's end, or behind the first word of its sentence that one can follow."""
    if before is None:
        return organisations.at(text, start, named=named)
    stop = SENTENCE_END_RE.search(text, start, start + REACH)
    end = stop.start() if stop else min(len(text), start + REACH)
    for match in before.finditer(text, start, end):
        name = organisations.at(text, match.end(), named=named)
        if name is not None:
            return name
    return None


@Language.component("minutes_parties")
def minutes_parties(doc: Doc) -> Doc:
    """Writes parties."""
    write(doc, find(doc))
    return doc
