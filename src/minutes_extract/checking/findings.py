"""What a rule gives: a finding, with the operands in their fixed form and the place of each; and its record."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from minutes_extract.annotations import Stretch
from minutes_extract.checking.intervals import Figure, agreement, shown
from minutes_extract.records.base import Evidence
from minutes_extract.records.check import Agreement, CheckRecord, Standing
from minutes_extract.records.identity import identity


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one rule on one set of operands.

    `stated` is what is printed, `computed` what follows from the operands; both None where a rule compares no figures.
    `detail` gives the operands in a fixed form, `places` a stretch for each of them, that of `stated` first.
    """

    rule: str
    verdict: Agreement
    detail: str
    places: tuple[Stretch, ...]
    item_id: str | None = None
    stated: Figure | None = None
    computed: Figure | None = None
    elements: dict[str, Standing] = field(default_factory=dict)

    def told(self, document_id: str, evidence: Iterable[Evidence]) -> CheckRecord:
        """The record; `evidence` quotes the places."""
        quoted = tuple(evidence)
        stated, computed = self.stated, self.computed
        both = stated is not None and computed is not None
        return CheckRecord(
            check_id=identity("check", document_id, self.item_id, self.rule, self.detail, *self.places),
            document_id=document_id,
            item_id=self.item_id,
            rule=self.rule,
            verdict=self.verdict,
            stated=shown(stated.value) if stated else None,
            computed=shown(computed.value) if computed else None,
            difference=shown(stated.value - computed.value) if both and stated and computed else None,
            tolerance=shown(stated.slack + computed.slack) if both and stated and computed else None,
            detail=self.detail,
            elements=self.elements,
            evidence=quoted,
        )


def compared(
    rule: str, item_id: str | None, stated: Figure, computed: Figure, detail: str, places: Iterable[Stretch]
) -> Finding:
    """A finding that compares two figures; `detail` is the left side of the sum, to which the outcome is added."""
    told = f"{detail} = {shown(computed.value)}"
    return Finding(rule, agreement(stated, computed), told, tuple(places), item_id, stated, computed)


def opened(finding: Finding) -> Finding:
    """A finding whose operands the words leave open: what does not agree is `undetermined`."""
    is_wrong = finding.verdict is Agreement.INCONSISTENT
    return replace(finding, verdict=Agreement.UNDETERMINED) if is_wrong else finding


def added(figures: Iterable[Figure]) -> str:
    """Operands that are added up, in the fixed form.

    >>> from fractions import Fraction
    >>> added([Figure(Fraction(700000)), Figure(Fraction(-798000))])
    '700000 - 798000'
    """
    terms = [shown(figure.value) for figure in figures]
    signed = [f"- {term[1:]}" if term.startswith("-") else f"+ {term}" for term in terms[1:]]
    return " ".join([*terms[:1], *signed])
