"""Stories and claims of a ledger as mappings that read when they are asked.

So a record of a hundred thousand stories takes no more memory than one of ten.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import TypeVar

Row = TypeVar("Row")


class Reading(Mapping[str, Row]):
    """Rows by id in the ledger's order; valid while the ledger is open.

    `one` gives the row of an id or None; `every` goes through all pairs of id and row; `count` says
    how many they are; `several` gives those of some ids, each with its id, in any order.
    """

    __slots__ = ("_ahead", "_count", "_every", "_one", "_several")

    def __init__(
        self,
        one: Callable[[str], Row | None],
        every: Callable[[], Iterator[tuple[str, Row]]],
        count: Callable[[], int],
        several: Callable[[Iterable[str]], Iterator[tuple[str, Row]]],
    ) -> None:
        self._one, self._every, self._count, self._several = one, every, count, several
        self._ahead: dict[str, Row] = {}

    def read_ahead(self, names: Iterable[str]) -> None:
        """Read the rows of these ids at once, for they will be asked for; those read ahead before are let
        go. What changes in the ledger afterwards is not seen in them."""
        self._ahead = dict(self._several(names))

    def __getitem__(self, name: str) -> Row:
        found = self._ahead.get(name) or self._one(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._every())

    def __len__(self) -> int:
        return self._count()

    def items(self) -> ItemsView[str, Row]:
        return _Items(self)

    def values(self) -> ValuesView[Row]:
        return _Values(self)

    def every(self) -> Iterator[tuple[str, Row]]:
        """All pairs, read as they are asked for."""
        return self._every()


# The views of collections.abc would look up each row by its id, a query for each.


class _Items(ItemsView[str, Row]):
    _mapping: Reading[Row]

    def __iter__(self) -> Iterator[tuple[str, Row]]:
        return self._mapping.every()


class _Values(ValuesView[Row]):
    _mapping: Reading[Row]

    def __iter__(self) -> Iterator[Row]:
        return (row for _, row in self._mapping.every())
