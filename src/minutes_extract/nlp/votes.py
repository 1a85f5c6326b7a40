"""minutes_votes: finds votes: counts, results, movers and seconders.

Reads: item (a vote does not cross into the next one), the text.
Writes: vote.

    Proposed by Cllr Moss, seconded by Cllr Hale and RESOLVED that
    Vote taken: 8 in favour, 0 against, 0 abstentions
"""

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from minutes_extract.annotations import Label, Mention, Stretch, VoteReading
from minutes_extract.nlp.spans import read, text_of, write
from minutes_extract.values import people, tallies
from minutes_extract.values.found import Found
from minutes_extract.values.tallies import Tally

# "Proposed by", "It was moved by", "Mover:", "Proposed Cllr. D Bevan", "on the motion of": a mover follows.
MOVER_RE = re.compile(
    r"\b(?:(?:moved|proposed|put)\sby\b|(?:moved|proposed|proposer|mover)(?:\s?[:|–-]|(?=\s(?:Cllr|Councillor|Ald)))"
    r"|on the motion of)[\s:|]*",
    re.IGNORECASE,
)
# "seconded by", "Seconder:", "2nd by"
SECONDER_RE = re.compile(
    r"\b(?:seconded|seconder|2nd)(?:\sby\b|\s?[:|–-]|(?=\s(?:Cllr|Councillor|Ald)))[\s:|]*", re.IGNORECASE
)
# "Cllr Moss moved that …", "Councillor Hale proposed an amendment"; "Cllr Hale seconded".
MOVES_RE = re.compile(r"\s(?:then\s)?(?:formally\s)?(?:moved|proposed)\b(?!\s(?:to|into|by)\b)")
SECONDS_RE = re.compile(r"\s(?:formally\s)?seconded\b(?!\sby\b)")
# Initials of members in small councils' minutes: "Proposed by PT and seconded by MW".
INITIALS_RE = re.compile(r"[A-Z]{2,3}\b(?![a-z])")
# What the meeting did with the motion.
CARRIED_RE = re.compile(r"\b(?:resolved|agreed|carried|ordered|approved)\b", re.IGNORECASE)
LOST_RE = re.compile(r"\b(?:lost|not carried|defeated|fell|rejected)\b", re.IGNORECASE)

PAIR_REACH = 300  # from mover to seconder
VOTE_REACH = 3000  # from the motion to its vote
RESULT_REACH = 120  # from the seconder to what the meeting did


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved and who seconded, with the extent of the words that say so."""

    start: int
    end: int
    mover: Stretch
    seconder: Stretch | None


def find(doc: Doc) -> list[Mention]:
    """Every vote: counts joined with the motion before them, motions without counts, and words of unanimity."""
    text = text_of(doc)
    counts = list(tallies.find(text))
    borders = [mention.start for mention in read(doc, Label.ITEM)]
    found = []
    motions = _motions(text)
    for index, motion in enumerate(motions):
        limit = min([motion.end + VOTE_REACH, *(b for b in borders if b > motion.start)])
        limit = min(limit, motions[index + 1].start if index + 1 < len(motions) else limit)
        own = next((tally for tally in counts if motion.start <= tally.start < limit), None)
        if own is not None:
            counts.remove(own)
        mention = _mention(text, motion, own)
        if mention is not None:
            found.append(mention)
    found += [Mention(Label.VOTE, tally.start, tally.end, _reading(tally.value)) for tally in counts]
    return sorted(found, key=lambda mention: mention.start)


def _mention(text: str, motion: Motion, tally: Found[Tally] | None) -> Mention | None:
    """The vote on a motion; a motion that no one seconded and that was not voted on is none."""
    if tally is None and motion.seconder is None:
        return None
    reading = _reading(tally.value if tally else Tally(_result(text, motion.end)))
    reading = replace(reading, mover=motion.mover, seconder=motion.seconder)
    if tally is None:
        return Mention(Label.VOTE, motion.start, motion.end, reading)
    is_near = tally.start - motion.end < RESULT_REACH
    return Mention(Label.VOTE, motion.start if is_near else tally.start, max(tally.end, motion.end), reading)


def _reading(tally: Tally) -> VoteReading:
    return VoteReading(tally.result, tally.votes_for, tally.against, tally.abstain)


def _result(text: str, end: int) -> str | None:
    """What the meeting did, said right behind the seconder's name."""
    after = text[end : end + RESULT_REACH]
    if LOST_RE.search(after):
        return "lost"
    return "carried" if CARRIED_RE.search(after) else None


def _motions(text: str) -> list[Motion]:
    """Movers with their seconders, in order."""
    movers = _named(text, MOVER_RE, MOVES_RE)
    seconders = _named(text, SECONDER_RE, SECONDS_RE)
    found: list[Motion] = []
    for index, mover in enumerate(movers):
        after = movers[index + 1].start if index + 1 < len(movers) else len(text)
        limit = min(mover.end + PAIR_REACH, after)
        second = next((s for s in seconders if mover.end <= s.start < limit), None)
        end = second.end if second else mover.end
        found.append(Motion(mover.start, end, mover.value, second.value if second else None))
    return found


def _named(text: str, before: re.Pattern[str], behind: re.Pattern[str]) -> list[Found[Stretch]]:
    """Names behind a word of moving ("moved by Cllr Moss") or before one ("Cllr Moss moved"), with that word."""
    found = []
    for match in before.finditer(text):
        name = _name_at(text, match.end())
        if name is not None:
            found.append(Found(match.start(), name.end, name))
    for person in people.find(text):
        verb = behind.match(text, person.end)
        if verb is not None:
            found.append(Found(person.start, verb.end(), Stretch(person.start, person.end)))
    return sorted(found, key=lambda name: name.start)


def _name_at(text: str, start: int) -> Stretch | None:
    """The name, or the initials, that begin at a place."""
    initials = INITIALS_RE.match(text, start)
    if initials is not None:
        return Stretch(start, initials.end())
    listed = people.listed(text, start, start + 80)
    if listed and listed[0].start == start:
        return Stretch(start, listed[0].value.name.end)
    return None


@Language.component("minutes_votes")
def minutes_votes(doc: Doc) -> Doc:
    """Writes votes."""
    write(doc, find(doc))
    return doc
