"""The rules, in the order in which their checks stand in the records; docs/checks.md describes each."""

from collections.abc import Callable, Iterator

from minutes_extract.checking import (
    advice,
    completeness,
    options,
    order,
    percentages,
    periods,
    rates,
    restatements,
    shares,
    sums,
    tables,
)
from minutes_extract.checking.case import Case
from minutes_extract.checking.findings import Finding

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    rates.check,
    rates.check_prices,
    percentages.check,
    shares.check,
    sums.check,
    tables.check,
    options.check,
    periods.check,
    order.check,
    restatements.check,
    advice.check,
    completeness.check,
)

NAMES = frozenset(
    {
        "advice_sought_given",
        "call_in_working_days",
        "date_order",
        "decision_record",
        "option_years",
        "parts_of_total",
        "percentage_of_amount",
        "rate_times_years",
        "same_count",
        "same_figure",
        "sum",
        "table_column",
        "table_row",
        "term_against_period",
        "unit_price_times_quantity",
    }
)
"""Every rule by the name that its checks carry."""
