"""Claims joined into incidents by average link: two groups join when their pairs, taken together, speak
for it, so that a week of shelling of one town does not chain into one incident.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


class _Groups:
    """Groups of numbers, and between them the sum of their pairs' scores."""

    def __init__(self, members: Iterable[int]) -> None:
        self.members: dict[int, list[int]] = {number: [number] for number in members}
        self.sums: dict[int, dict[int, tuple[float, int]]] = {number: {} for number in self.members}

    def link(self, one: int, other: int, score: float) -> None:
        for a, b in ((one, other), (other, one)):
            self.sums[a][b] = (score, 1)

    def average(self, one: int, other: int, unseen: float) -> float:
        total, compared = self.sums[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + unseen * (pairs - compared)) / pairs

    def merge(self, kept: int, gone: int) -> None:
        """Make one group of two, under the lower number."""
        self.members[kept] += self.members.pop(gone)
        for other, (total, compared) in self.sums.pop(gone).items():
            del self.sums[other][gone]
            if other == kept:
                continue
            before, seen = self.sums[kept].get(other, (0.0, 0))
            self.sums[kept][other] = self.sums[other][kept] = (before + total, seen + compared)


def average_link(
    count: int,
    scores: Mapping[Pair, float],
    apart: Iterable[Pair],
    unseen: float,
    tied: Iterable[Sequence[int]] = (),
) -> list[list[int]]:
    """Groups of the numbers 0 to `count` - 1, each sorted, in the order of their first members.

    `scores` by pair, lower number first; over 0 speaks for joining. Pairs not in it count as
    `unseen`, which should be negative. Pairs of `apart` never come into one group, each of `tied`, of
    which none is apart, is in one from the start. The two groups with the highest average join first; of
    equals, those with the lowest members.
    """
    groups = _Groups(range(count))
    kept_apart: dict[int, set[int]] = {}
    for one, other in apart:
        kept_apart.setdefault(one, set()).add(other)
        kept_apart.setdefault(other, set()).add(one)
    for (one, other), score in scores.items():
        groups.link(one, other, score)
    for first, *others in (sorted(together) for together in tied):
        for other in others:
            groups.merge(first, other)
            if other in kept_apart:
                kept_apart[first] = kept_apart.get(first, set()) | kept_apart.pop(other)
    queue = [
        (-average, one, other)
        for one, near in groups.sums.items()
        for other in near
        if one < other and (average := groups.average(one, other, unseen)) > 0
    ]
    heapq.heapify(queue)
    while queue:
        negative, one, other = heapq.heappop(queue)
        if one not in groups.members or other not in groups.sums[one]:
            continue
        if -negative != groups.average(one, other, unseen):
            continue  # the groups have grown since; their new average stands elsewhere in the queue
        if not kept_apart.get(one, set()).isdisjoint(groups.members[other]):
            continue
        groups.merge(one, other)
        if other in kept_apart:
            kept_apart[one] = kept_apart.get(one, set()) | kept_apart.pop(other)
        for neighbour in groups.sums[one]:
            average = groups.average(one, neighbour, unseen)
            if average > 0:
                heapq.heappush(queue, (-average, min(one, neighbour), max(one, neighbour)))
    return [sorted(members) for _, members in sorted(groups.members.items())]


def best_group(scores: Sequence[tuple[int, float]]) -> int | None:
    """The group that a claim joins: of (group, score against one member) the highest mean over 0.

    Of equal means the lower group; None when no mean is over 0.
    """
    by_group: dict[int, list[float]] = {}
    for group, score in scores:
        by_group.setdefault(group, []).append(score)
    means = [(-sum(sorted(found)) / len(found), group) for group, found in by_group.items()]
    if not means or min(means)[0] >= 0:
        return None
    return min(means)[1]
