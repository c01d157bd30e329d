"""Sets that grow together (disjoint-set forest, Tarjan 1975)."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Unions(Generic[T]):
    """Disjoint sets of things; a thing never joined is a set of its own."""

    def __init__(self) -> None:
        self._parents: dict[T, T] = {}

    def root(self, thing: T) -> T:
        """One thing that stands for the set that `thing` is in."""
        top = thing
        while (parent := self._parents.get(top, top)) != top:
            top = parent
        while (parent := self._parents.get(thing, thing)) != top:
            self._parents[thing], thing = top, parent
        return top

    def join(self, one: T, other: T) -> None:
        """Make one set of the sets that `one` and `other` are in."""
        self._parents[self.root(one)] = self.root(other)
