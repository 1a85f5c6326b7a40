"""Acts with the words that perform them, and where in a limb its verb may stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from minutes_extract.annotations import Act
from minutes_extract.nlp import verbs
from minutes_extract.nlp.actors import is_actor
from minutes_extract.nlp.leads import CLAUSE_RE

# Acts that end the reading of a limb: what another is empowered to do is not done yet.
ENDING = frozenset({Act.DELEGATE, Act.AUTHORISE})

OPENING_RE = re.compile(
    r"(?:[\s,:;\"“‘'–—|-]|\b(?:option|recommendation)\s+\w{1,3}\s*[:–—-]"
    r"|\b(?:this|the)\s+report\s+(?:seeks|requests)\b(?=\s+(?:the\s+|formal\s+)*approval\b)"
    r"|\bit\s+(?:has\s+(?:now\s+)?been|was)\s+(?:\w+ly\s+)?(?:decided|agreed|resolved)\b(?=\s+to\s)"
    r"|\b(?:that|it|hereby|also|further|formally|unanimously|directly|in principle|therefore|then|and"
    r"|otherwise|resolve[sd]?(?=\s+(?:not|to|that)\b))\b)*",
    re.IGNORECASE,
)
# "subject to the advice of …, ", "in consultation with …, ": clauses that may stand before the verb.
ASIDE_RE = re.compile(
    r"""(?:,\s*)? (?: subject\ to | in\ consultation | following | after | having | pursuant | in\ accordance
        | further\ to | on\ the | in\ the | in\ order | in\ light | with\ | as\ | under | in\ respect | notwithstanding
        | in\ addition | for\ the | if\ | where | provided | by\ | at\ | to\ the\ extent | unless | in\ principle
        | in\ view | given\ | until | from\ | upon | once\ | when\ | conditional
        | (?:in\ ?)?so\ ?far\ as | since\ | should\ | before\ | prior\ to | during | while | whilst | because
        | owing\ to | due\ to | despite | so\ as\ to | so\ that | regardless | without\ prejudice )""",
    re.VERBOSE | re.IGNORECASE,
)
AUXILIARY_RE = re.compile(
    r"(?:(?:will(?=\s+recommend)|has|have|had|hereby|also|unanimously|then|therefore|formally|do|does|duly|further|itself)\s+)*",
    re.IGNORECASE,
)
# The name of a decider: it ends in a word of the name, not in the middle of a phrase ("Authority for the").
NAME_RE = re.compile(r"(?:[Tt]he\s)?[A-Z][^.;:]*(?<!\bthe)(?<!\ba)(?<!\ban)(?<!\bof)(?<!\bfor)(?<!\band)")
# "The Deputy Chief Executive has now decided to take up …", "Cabinet resolved to authorise …"
DECIDED_RE = re.compile(
    r"(?P<name>(?:[Tt]he\s)?[A-Z][^.;:]{2,120}?)\s(?:(?:has|have)\s)?(?:now\s)?(?:(?:decided|resolved)\s(?:that|to)|voted[^.;]{0,40}?\sto)\s(?=[a-z])"
)
# "In accordance with Standing Orders that authority be delegated to": no comma
PREFACE_RE = re.compile(
    r"(?:in accordance with|in line with|pursuant to|under)\s[^,;]{3,120}?\s+that\s+", re.IGNORECASE
)
MOST_ASIDES = 5


@dataclass(frozen=True, slots=True)
class Deed:
    """An act and the words that perform it, as offsets in the limb; no extent where another's words lend it."""

    act: Act
    start: int = 0
    end: int = 0


def deeds(acts: Iterable[Act], match: re.Match[str]) -> list[Deed]:
    """Acts that the words of a match perform."""
    return [Deed(act, match.start(), match.end()) for act in acts]


# "Cabinet: approved the loan"
SPEAKER_RE = re.compile(r"(?:The\s+)?[A-Z][A-Za-z ]{2,40}:\s+(?=[a-z])")


def opening(words: str) -> int:
    """How many letters of a limb are "That", "it" and the like, before its own words.

    >>> opening("That it hereby approves")
    15
    """
    speaker = SPEAKER_RE.match(words)
    found = OPENING_RE.match(words, speaker.end() if speaker else 0)
    return found.end() if found else 0


def heads(words: str) -> list[int]:
    """Where the verb of a limb may stand: at its beginning, behind asides, behind the name of the decider.

    >>> words = "Subject to legal advice, the Cabinet approves it"
    >>> [words[start:] for start in heads(words)][1:]
    ['the Cabinet approves it', 'approves it']
    """
    starts = [opening(words)]
    if ASIDE_RE.match(words, starts[0]):
        commas = [match.end() for match in re.finditer(r",\s+(?:and\s+)?", words[:600])][:MOST_ASIDES]
        starts += [
            comma + opening(words[comma:])
            for comma in commas
            if not ASIDE_RE.match(words, comma + opening(words[comma:]))
        ]
        prefaced = PREFACE_RE.match(words, starts[0])
        starts += [prefaced.end()] if prefaced else []
    behind = next((place for start in starts if (place := _behind_decider(words, start)) is not None), None)
    return starts if behind is None else [*starts, behind]


@cache
def _deciding() -> re.Pattern[str]:
    """Verbs that may follow the name of a decider, "gave approval" among them."""
    return re.compile(
        rf"(?:{verbs.pattern().pattern})(?<!ing)(?<!ing into)|\b(?:gives?|gave|has\s+given)\b", re.IGNORECASE
    )


def _behind_decider(words: str, start: int) -> int | None:
    """Where the verb stands behind the name of the decider: "Cabinet | approves", "the Committee also | notes"."""
    decided = DECIDED_RE.match(words, start)
    if decided is not None and is_actor(decided["name"]):
        return decided.end()
    for verb in _deciding().finditer(words, start, start + 240):
        name = words[start : verb.start()]
        auxiliary = re.search(rf"\s{AUXILIARY_RE.pattern}(?:not\s+)?$", name, re.IGNORECASE)
        name = name[: auxiliary.start()] if auxiliary else name
        named = NAME_RE.fullmatch(name) and is_actor(name) and CLAUSE_RE.search(name) is None
        if named or name.strip() in ("I", "We", "we"):
            negated = re.search(r"not\s+$", words[start : verb.start()])
            return start + negated.start() if negated else verb.start()
    return None
