"""Claims joined into incidents by average link: two groups join when their pairs, taken together, speak
for it, so that a week of shelling of one town does not chain into one incident.

Scores are whole numbers, so that sums do not depend on the order in which they are made.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


class _Groups:
    """Groups of numbers, and between them by how much their pairs' scores are over that of unseen pairs."""

    def __init__(self, members: Iterable[int]) -> None:
        self.members: dict[int, list[int]] = {number: [number] for number in members}
        self.over: dict[int, dict[int, int]] = {number: {} for number in self.members}

    def link(self, one: int, other: int, over: int) -> None:
        self.over[one][other] = self.over[other][one] = over

    def average(self, one: int, other: int, unseen: int) -> float:
        pairs = len(self.members[one]) * len(self.members[other])
        return (self.over[one][other] + unseen * pairs) / pairs

    def merge(self, one: int, other: int) -> int:
        """Make one group of two, under the lower number, which is given back."""
        kept, gone = min(one, other), max(one, other)
        self.members[kept] += self.members.pop(gone)
        mine = self.over[kept]
        for neighbour, over in self.over.pop(gone).items():
            theirs = self.over[neighbour]
            del theirs[gone]
            if neighbour != kept:
                mine[neighbour] = theirs[kept] = mine.get(neighbour, 0) + over
        return kept


def average_link(
    count: int,
    scores: Mapping[Pair, int],
    apart: Iterable[Pair],
    unseen: int,
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
        groups.link(one, other, score - unseen)
    for first, *others in (sorted(together) for together in tied):
        for other in others:
            _merge(groups, kept_apart, first, other)
    queue = [
        (-average, one, other)
        for one, neighbours in groups.over.items()
        for other in neighbours
        if one < other and (average := groups.average(one, other, unseen)) > 0
    ]
    heapq.heapify(queue)
    while queue:
        negative, one, other = heapq.heappop(queue)
        if one not in groups.members or other not in groups.over[one]:
            continue
        if -negative != groups.average(one, other, unseen):
            continue  # the groups have grown since; their new average stands elsewhere in the queue
        if not kept_apart.get(one, set()).isdisjoint(groups.members[other]):
            continue
        kept = _merge(groups, kept_apart, one, other)
        for neighbour in groups.over[kept]:
            average = groups.average(kept, neighbour, unseen)
            if average > 0:
                heapq.heappush(queue, (-average, min(kept, neighbour), max(kept, neighbour)))
    return [sorted(members) for _, members in sorted(groups.members.items())]


def _merge(groups: _Groups, kept_apart: dict[int, set[int]], one: int, other: int) -> int:
    kept = groups.merge(one, other)
    gone = other if kept == one else one
    if gone in kept_apart:
        kept_apart[kept] = kept_apart.get(kept, set()) | kept_apart.pop(gone)
    return kept


def best_group(scores: Sequence[tuple[int, int]]) -> int | None:
    """The group that a claim joins: of (group, score against one member) the highest mean over 0.

    Of equal means the lower group; None when no mean is over 0.
    """
    by_group: dict[int, list[int]] = {}
    for group, score in scores:
        by_group.setdefault(group, []).append(score)
    means = [(-sum(found) / len(found), group) for group, found in by_group.items()]
    if not means or min(means)[0] >= 0:
        return None
    return min(means)[1]
