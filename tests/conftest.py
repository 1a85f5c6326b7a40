"""What every test may use."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option of `make golden-update`."""
    parser.addoption(
        "--golden-update", action="store_true", help="write what the program says today into golden/, and fail"
    )


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files that differ are to be rewritten."""
    return bool(request.config.getoption("--golden-update"))
