"""Long lists of ids, in pieces that fit into one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

# SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
PARAMETERS = 500


def portions(names: Iterable[str]) -> Iterator[list[str]]:
    """The names in lists that fit into one statement."""
    rest = iter(names)
    while portion := list(islice(rest, PARAMETERS)):
        yield portion
