"""One coder, with the real parser, for all tests of the station."""

import pytest

from dateline.coding.coder import RuleCoder
from tests.coding.reader import Reader


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads texts with the package's own words."""
    return Reader(RuleCoder())
