"""What a contract, lease, agreement, grant, appointment or funding runs for."""

from minutes_extract.annotations import SectionKind
from minutes_extract.records.base import Day, Evidence, Model, Months, Text
from minutes_extract.values.terms import TermForm


class Term(Model):
    """A stretch of time that something runs for, and its options."""

    text: Text
    """As printed: "5+2+2 years"."""
    form: TermForm
    """How it is written."""
    initial_months: Months | None
    option_months: tuple[Months, ...]
    """One entry an option."""
    maximum_months: Months | None
    start: Day | None
    """Only if printed; the first day of a financial year follows from its name and counts as printed."""
    initial_end: Day | None
    end: Day | None
    """The last printed day of a dated period."""
    maximum_end: Day | None
    inclusive: bool | None
    """True where the printed total includes the options."""
    ambiguous: tuple[str, ...]
    """What the words leave open: "each"."""
    derived: tuple[str, ...]
    """Names of fields here that were worked out, not printed."""
    resolution_path: tuple[str, ...] | None
    """Path of the limb that it stands in; null outside the operative part."""
    section: SectionKind | None
    evidence: Evidence
