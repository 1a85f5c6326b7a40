"""What every test may use."""

import pytest
from hypothesis import settings

# Speed is measured by benchmarks; a test that meets a lazy import first must not fail for it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option of `make golden-update`."""
    parser.addoption(
        "--golden-update", action="store_true", help="write what the program says today into golden/, and fail"
    )


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files that differ are to be rewritten."""
    return bool(request.config.getoption("--golden-update"))
