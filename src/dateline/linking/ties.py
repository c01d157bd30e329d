"""What people said of claims: that they are of one event, or that they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.linking.unions import Unions

ClaimPair = tuple[str, str]


@dataclass(frozen=True)
class Ties:
    """Claims by their numbers: `group` gives the others, and itself, that each tied one is tied to; `far`
    those that it is apart from, which all that are tied to either are too."""

    group: Mapping[int, Sequence[int]]
    far: Mapping[int, frozenset[int]]

    @classmethod
    def of(cls, numbers: Mapping[str, int], same: Iterable[ClaimPair], apart: Iterable[ClaimPair]) -> Ties:
        """The ties among the claims of `numbers`, which gives the number of each claim's id."""
        unions: Unions[int] = Unions()
        tied: set[int] = set()
        for one, other in same:
            if one in numbers and other in numbers:
                unions.join(numbers[one], numbers[other])
                tied |= {numbers[one], numbers[other]}
        groups: dict[int, list[int]] = defaultdict(list)
        for number in sorted(tied):
            groups[unions.root(number)].append(number)
        group = {number: members for members in groups.values() for number in members}
        far: dict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            if one in numbers and other in numbers:
                ends = numbers[one], numbers[other]
                for a, b in product(*(group.get(end, [end]) for end in ends)):
                    far[a].add(b)
                    far[b].add(a)
        return cls(group, {number: frozenset(others) for number, others in far.items()})

    @property
    def apart(self) -> list[tuple[int, int]]:
        """Every pair that is apart, the lower number first."""
        return sorted((one, other) for one, others in self.far.items() for other in others if one < other)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Enough pairs of tied claims to lead from each to all that it is tied to."""
        return sorted({(group[0], number) for group in self.group.values() for number in group[1:]})

    def among(self, claims: Iterable[int]) -> Ties:
        """The ties that any of these claims has."""
        if not self.group and not self.far:
            return self
        inside = set(claims)
        return Ties(
            {number: group for number, group in self.group.items() if number in inside},
            {number: others for number, others in self.far.items() if number in inside},
        )

    def with_(self, number: int) -> Sequence[int]:
        """All that a claim is tied to, itself too where it is tied at all."""
        return self.group.get(number, ())

    def tie(self, one: int, other: int) -> bool:
        """Whether the two are tied together."""
        return other in self.with_(one)

    def apart_from(self, number: int) -> frozenset[int]:
        """All that a claim is apart from."""
        return self.far.get(number, frozenset())

    def are_apart(self, one: int, other: int) -> bool:
        """Whether the two are apart."""
        return other in self.apart_from(one)

    def groups_among(self, members: Collection[int]) -> list[list[int]]:
        """Two and more of `members` that are tied together, by the lowest number of each."""
        firsts = sorted({group[0]: group for group in self.group.values()}.items())
        found = [[number for number in group if number in members] for _, group in firsts]
        return [group for group in found if len(group) > 1]
