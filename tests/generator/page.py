"""A page while it is being written: its lines, and the answers that they add up to."""

import random
from dataclasses import dataclass, field
from datetime import date

from generator import days, money, posts, terms
from generator.said import Said
from generator.speech import Speaker, Terminal, grammar
from minutes_extract.scoring.forms import Truth, TruthDecision, TruthVotes

TERMINALS: dict[str, Terminal] = {
    "money": money.amount,
    "term": terms.term,
    "delegate": posts.delegate,
    "consultee": posts.consultee,
    "post": posts.post,
    "day": days.day,
    "month": days.month,
    "year": days.year,
    "percent": days.percent,
    "digit": days.digit,
    "digits2": days.digits2,
    "digits3": days.digits3,
    "digits4": days.digits4,
    "reference": days.reference,
}


def blank(kind: str) -> Truth:
    """The answers of a document of which nothing is known yet."""
    return {
        "document": {"kind": kind, "authority": None, "decision_maker": None, "date": None},
        "decisions": [],
        "resolutions": [],
        "amounts": [],
        "terms": [],
        "delegations": [],
        "conditions": [],
        "votes": None,
    }


@dataclass(slots=True)
class Page:
    """The document that is being written. `spaced` pages have a blank line between paragraphs."""

    speaker: Speaker
    truth: Truth
    day: date
    spaced: bool
    lines: list[str] = field(default_factory=list)

    @property
    def chance(self) -> random.Random:
        """The chance that all choices are made by."""
        return self.speaker.chance

    def line(self, *lines: str) -> None:
        """Adds paragraphs without answers."""
        for line in lines:
            self.lines.append(line)
            if self.spaced:
                self.lines.append("")

    def close(self, line: str) -> None:
        """Adds a line that stands close to the next one."""
        self.lines.append(line)

    def prose(self, symbol: str, count: int = 1) -> None:
        """Adds a paragraph of so many sentences that decide nothing."""
        alternatives = grammar()[symbol]
        chosen = self.chance.sample(alternatives, k=min(count, len(alternatives)))
        sentences = [self.speaker.fill(template).capitalised() for template in chosen]
        self.background(sentences)
        self.line(" ".join(sentence.text for sentence in sentences))

    def labelled(self, label: str, symbol: str) -> None:
        """Adds a line of a form, whose value decides nothing."""
        said = self.speaker.say(symbol).capitalised()
        self.background([said])
        self.line(f"{label} {said.text}")

    def background(self, sentences: list[Said]) -> None:
        """Puts down what sentences outside the operative part print."""
        for said in sentences:
            self.truth["amounts"] += said.amounts
            self.truth["terms"] += said.terms

    def decided(
        self,
        stage: str,
        item: str | None = None,
        title: str | None = None,
        *,
        key: bool | None = None,
        call_in: bool | None = None,
    ) -> None:
        """Puts down an item of business."""
        decision: TruthDecision = {"item": item, "title": title, "stage": stage, "key": key, "call_in": call_in}
        self.truth["decisions"].append(decision)

    def voted(self, votes: TruthVotes) -> None:
        """Puts down a vote."""
        self.truth["votes"] = votes

    @property
    def ends_in_heading(self) -> bool:
        """Whether the last line announces the decision, so that a lead-in need not say so again."""
        last = next((line for line in reversed(self.lines) if line), "")
        return last.casefold().startswith("decision")

    def text(self) -> str:
        """The document."""
        lines = [line.rstrip() for line in self.lines]
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join(lines) + "\n"


def begin(chance: random.Random, kind: str, *, spaced: bool | None = None) -> Page:
    """An empty page of a kind."""
    speaker = Speaker(chance, TERMINALS)
    speaker.named["council.own"] = speaker.words("council")
    is_spaced = speaker.maybe(0.6) if spaced is None else spaced
    return Page(speaker, blank(kind), days.any_day(speaker), is_spaced)
