"""The founding documents hold one error in their figures; the program finds it and no other."""

import pytest
from founding import AT_HAND, SEEDS, read

from minutes_extract.extract import Pipeline
from minutes_extract.records import CheckRecord

pytestmark = AT_HAND


@pytest.fixture(scope="module")
def checks() -> dict[str, list[CheckRecord]]:
    pipeline = Pipeline(ocr=False)
    paths = sorted(SEEDS.glob("*.txt"))
    return {path.name[:3]: [r for r in pipeline.extract(path) if isinstance(r, CheckRecord)] for path in paths}


def told(checks: list[CheckRecord], rule: str) -> list[tuple[str, str | None]]:
    return [(check.verdict.value, check.detail) for check in checks if check.rule == rule]


def test_the_one_error_is_found_and_nothing_else(checks: dict[str, list[CheckRecord]]) -> None:
    wrong = [(name, check) for name, own in checks.items() for check in own if check.verdict.value == "inconsistent"]
    ((name, check),) = wrong
    assert (name, check.rule, check.detail) == ("003", "table_column", "700000 - 798000 = -98000")
    assert (check.stated, check.difference, check.evidence[0].text) == ("-798000", "-700000", "(0.798)")


def test_the_net_total_is_left_open(checks: dict[str, list[CheckRecord]]) -> None:
    (undetermined,) = [detail for verdict, detail in told(checks["003"], "table_row") if verdict == "undetermined"]
    assert undetermined is not None
    assert undetermined.endswith("= -2869000")


def test_sums_and_differences_in_prose(checks: dict[str, list[CheckRecord]]) -> None:
    assert set(told(checks["003"], "sum")) == {
        ("within_rounding", "2544000 - 1297000 = 1247000"),
        ("consistent", "1297000 + 939000 = 2236000"),
        ("consistent", "1000000 - 700000 = 300000"),
    }


def test_rates_options_and_beds(checks: dict[str, list[CheckRecord]]) -> None:
    assert told(checks["000"], "rate_times_years") == [("consistent", "1469375 × 5 = 7346875")] * 2
    assert told(checks["000"], "option_years") == [("consistent", "60 + 24 + 24 = 108")]
    assert told(checks["000"], "same_count") == [("consistent", "2 × 2 = 4")]


def test_advice_sought_was_given(checks: dict[str, list[CheckRecord]]) -> None:
    assert [verdict for verdict, _ in told(checks["003"], "advice_sought_given")] == ["consistent"]


def test_no_money_is_unclaimed() -> None:
    for number in ("000", "001", "002", "003", "004"):
        tokens = [token.text for item in read(number).items for token in item.unclaimed]
        assert not [token for token in tokens if token.startswith("£")]
