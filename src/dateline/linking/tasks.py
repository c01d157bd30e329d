"""The grouping of one component cut into tasks that do not bear on each other.

No two groups join that no pair over 0 leads between, so what such pairs hold together is a task of its own.
All of a war may hang together by what its stories recall; its tasks are single events.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dateline.linking.pairs import Pairs
from dateline.linking.unions import Unions

Numbers = npt.NDArray[np.int64]
Homes = npt.NDArray[np.int32]

PORTION = 1 << 20
"""Pairs looked at at a time."""


@dataclass(frozen=True, slots=True)
class Task:
    """Groups that may join, by number in order, where the pairs between them stand, and which of them belong
    together, or apart, whatever these say."""

    groups: list[int] = field(default_factory=list)
    pairs: array[int] = field(default_factory=lambda: array("q"))
    tied: list[Sequence[int]] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)


class Between:
    """Finds the pairs that lead from one group of claims to another."""

    def __init__(self, claims: Sequence[int], stories: Sequence[int], pairs: Pairs) -> None:
        """`claims` by number, in order, with the story of each, and all pairs of them."""
        self._claims = np.array(claims, dtype=np.int64)
        self._stories = np.array(stories, dtype=np.int64)
        one, other, self._scores = pairs.columns()
        self._one = np.searchsorted(self._claims, one).astype(np.int32)
        self._other = np.searchsorted(self._claims, other).astype(np.int32)

    def tasks(
        self,
        groups: Sequence[Sequence[int]],
        tied: Sequence[Sequence[int]],
        apart: Iterable[tuple[int, int]],
        *,
        within_story: bool,
    ) -> Iterator[Task]:
        """The tasks of joining the groups of claims.

        `tied` and `apart` are groups by number. `within_story`: only pairs of one story are looked at.
        """
        at, one, other = self._between(groups, within_story=within_story)
        unions: Unions[int] = Unions()
        for together in tied:
            for number in together[1:]:
                unions.join(together[0], number)
        speaking = self._scores[at] > 0
        for here, there in zip(one[speaking].tolist(), other[speaking].tolist(), strict=True):
            unions.join(here, there)
        roots = [unions.root(number) for number in range(len(groups))]
        found = {root: Task() for root in roots}
        for number, root in enumerate(roots):
            found[root].groups.append(number)
        for together in tied:
            found[roots[together[0]]].tied.append(together)
        for here, there in apart:
            if roots[here] == roots[there]:
                found[roots[here]].apart.append((here, there))
        root_of = np.array(roots, dtype=np.int64)
        inside = root_of[one] == root_of[other]
        for pair, root in zip(at[inside].tolist(), root_of[one[inside]].tolist(), strict=True):
            found[root].pairs.append(pair)
        yield from found.values()

    def _between(
        self, groups: Sequence[Sequence[int]], *, within_story: bool
    ) -> tuple[Numbers, Homes, Homes]:
        """Where the pairs stand that lead between two groups, and the number of either group."""
        home = np.full(len(self._claims), -1, dtype=np.int32)
        members = [member for group in groups for member in group]
        homes = [number for number, group in enumerate(groups) for _ in group]
        home[np.searchsorted(self._claims, members)] = homes
        found = [
            self._some_between(home, first, within_story=within_story)
            for first in range(0, len(self._one) or 1, PORTION)
        ]
        at, one, other = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return at, one, other

    def _some_between(self, home: Homes, first: int, *, within_story: bool) -> tuple[Numbers, Homes, Homes]:
        ones, others = (side[first : first + PORTION] for side in (self._one, self._other))
        one, other = home[ones], home[others]
        wanted = (one >= 0) & (other >= 0) & (one != other)
        if within_story:
            wanted &= self._stories[ones] == self._stories[others]
        at = np.flatnonzero(wanted)
        return at + first, one[at], other[at]
