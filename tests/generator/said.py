"""Words, and what they mean: the noun of the generator."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from minutes_extract.scoring.forms import TruthAmount, TruthCondition, TruthDelegation, TruthTerm


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of text with its answers. `to` and `consultees` are posts that are not yet joined to a delegation."""

    text: str
    amounts: tuple[TruthAmount, ...] = ()
    terms: tuple[TruthTerm, ...] = ()
    conditions: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    consultees: tuple[str, ...] = ()

    def reworded(self, text: str) -> "Said":
        """The same answers in other words."""
        return replace(self, text=text)

    def capitalised(self) -> "Said":
        """With a capital first letter."""
        return self.reworded(self.text[:1].upper() + self.text[1:])

    def amounts_at(self, path: list[str]) -> list[TruthAmount]:
        """The amounts, decided in the limb at this path."""
        return [{**amount, "role": "decided", "path": path} for amount in self.amounts]

    def terms_at(self, path: list[str]) -> list[TruthTerm]:
        """The terms, in the limb at this path."""
        return [{**term, "path": path} for term in self.terms]

    def conditions_at(self, path: list[str] | None) -> list[TruthCondition]:
        """The conditions, in the limb at this path; before the lead-in there is none."""
        return [{"text": text, "path": path} for text in self.conditions]

    def delegations_at(self, path: list[str]) -> list[TruthDelegation]:
        """Who is given power in the limb at this path."""
        if not self.to:
            return []
        return [{"to": list(self.to), "consultees": list(self.consultees), "path": path}]


def joined(parts: Iterable[Said], between: str = "") -> Said:
    """Parts one after another, with all their answers.

    >>> joined([Said("the award"), Said("for two years")], between=" ").text
    'the award for two years'
    """
    said = list(parts)
    return Said(
        between.join(part.text for part in said),
        tuple(amount for part in said for amount in part.amounts),
        tuple(term for part in said for term in part.terms),
        tuple(condition for part in said for condition in part.conditions),
        tuple(post for part in said for post in part.to),
        tuple(post for part in said for post in part.consultees),
    )
