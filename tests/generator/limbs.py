"""Limbs: what a decision does, said in the mood of its lead-in."""

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.said import Said, joined
from generator.speech import Speaker, grammar, rules

FAMILIES = tuple(symbol for symbol in rules("limbs") if symbol.startswith("limb."))
APPROVING = tuple(family for family in FAMILIES if any(" | approve | " in line for line in rules("limbs")[family]))
DECIDING = tuple(family for family in FAMILIES if family not in {"limb.note", "limb.refuse", "limb.defer"})
LIKELY_TAIL, LIKELY_HEAD = 0.1, 0.05


class Family(NamedTuple):
    """A line of `limbs.txt`."""

    acts: tuple[str, ...]
    verb: str
    words: str
    passive: str


class Verb(NamedTuple):
    """A line of `verbs.txt`."""

    base: str
    third: str
    past: str
    participle: str


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb with its answers, and the limbs under it."""

    said: Said
    acts: tuple[str, ...]
    children: tuple["Limb", ...] = field(default=())


def verb(base: str) -> Verb:
    """The forms of a verb."""
    lines = (Verb(*line.split(" | ")) for line in rules("verbs")["verbs"])
    return next(line for line in lines if line.base == base)


def family(speaker: Speaker, mood: str, families: tuple[str, ...] = FAMILIES) -> Family:
    """A line of one of the families that the mood can say: only what is approved can be named alone."""
    if mood == "noun":
        families = tuple(name for name in families if name in APPROVING) or APPROVING
    while True:
        parts = speaker.chance.choice(grammar()[speaker.chance.choice(families)]).split(" | ")
        acts, base, words = parts[:3]
        if mood != "noun" or base == "approve":
            return Family(tuple(acts.split()), base, words, parts[3] if len(parts) > 3 else "")


def say(speaker: Speaker, mood: str, families: tuple[str, ...] = FAMILIES) -> Limb:
    """A limb of one of the families."""
    chosen = family(speaker, mood, families)
    core = _core(speaker, mood, chosen)
    if chosen.acts[0] not in {"note", "refuse", "defer"} and not core.conditions:
        if speaker.maybe(LIKELY_TAIL):
            core = joined([core, Said(", "), speaker.say("condition.tail")])
        elif mood == "which" and speaker.maybe(LIKELY_HEAD):
            head = speaker.say("condition.head")
            head = joined([Said("s" + head.text[1:]), Said("", conditions=head.conditions)])
            core = joined([head, Said(", "), core])
    if set(core.to) & set(core.consultees):
        return say(speaker, mood, families)
    return Limb(core, chosen.acts)


def _core(speaker: Speaker, mood: str, chosen: Family) -> Said:
    forms = verb(chosen.verb)
    if mood in {"that", "which"}:
        passive = speaker.fill(chosen.passive) if chosen.passive else None
        if passive is None:
            words = speaker.fill(chosen.words)
            passive = joined([words, Said(f"{',' if ',' in words.text else ''} be {forms.participle}")])
        return joined([Said("That "), passive]) if mood == "that" else passive
    words = speaker.fill(chosen.words)
    match mood:
        case "noun":
            return words.capitalised() if speaker.maybe(0.3) else words
        case "to":
            before = "To " if speaker.maybe(0.5) else "to "
            return joined([Said(f"{before}{forms.base} "), words])
        case "third":
            return joined([Said(f"{forms.third} "), words])
        case "past":
            return joined([Said(f"{forms.past} "), words])
        case _:
            return joined([Said(f"{forms.base} "), words])


def delegating(speaker: Speaker, mood: str) -> Limb:
    """A power with its parts as limbs of their own: authority to the Director to: (i) award … and (ii) extend …."""
    forms = verb("delegate")
    to = joined([speaker.say("delegate"), speaker.fill("{?consult.mid}"), Said(" to:")])
    opening = {
        "that": "That authority be delegated to ",
        "which": "authority be delegated to ",
        "to": "to delegate authority to ",
        "third": f"{forms.third} authority to ",
        "past": f"{forms.past} authority to ",
    }.get(mood, "delegate authority to ")
    lines = speaker.chance.sample(grammar()["sublimb"], k=speaker.chance.randint(2, 3))
    children = tuple(
        Limb(speaker.fill(words), tuple(acts.split())) for acts, words in (line.split(" | ") for line in lines)
    )
    return Limb(joined([Said(opening), to]), ("delegate",), children)
