"""The claims of one component grouped into incidents.

Three rounds, so that what is vague never ties together what is distinct:
1. news that tells of an event with a place is grouped by average link; what an act led to joins that act;
2. background (older events that a story recalls) joins the incident it recalls, or, when none is
   known, is grouped among itself in the same way;
3. what is said of events (accusations, denials, plans, claims without a place) joins an incident or
   stays without one.

What people said are one, or are not, is so whatever the scores (`Ties`).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline.linking.clusters import average_link, best_group
from dateline.linking.pairs import LEAST_ACT, UNSEEN, UNSEEN_ACT, Member, Pairs
from dateline.linking.roles import Part
from dateline.linking.tasks import Between, Task
from dateline.linking.ties import Ties

# Claims that are compared with one another only to be grouped, which takes the pairs as they are.
_GROUPED = frozenset({Part.NEWS, Part.FOLLOWER})


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _homes(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    return {member: number for number, group in enumerate(groups) for member in group}


class Component:
    """Claims by number, in order, the scores of their pairs, and what people said of some of them."""

    def __init__(self, claims: Sequence[int], members: Sequence[Member], pairs: Pairs, ties: Ties) -> None:
        self._claims = claims
        self._members = members
        self._ties = ties
        self._pairs = pairs
        self._between = Between(claims, [members[claim].story for claim in claims], pairs)
        # Where the pairs of those stand that are not only grouped.
        self._about: dict[int, array[int]] = defaultdict(lambda: array("q"))
        for at, (one, other, _, _) in enumerate(pairs):
            for number in (one, other):
                if members[number].part not in _GROUPED:
                    self._about[number].append(at)

    def incidents(self) -> list[tuple[int, list[int]]]:
        """For each incident its founder, the first claim that could be one on its own, and all its claims.

        A plan that came out earlier founds nothing: it may change its mind.
        """
        by_part: dict[Part, list[int]] = {part: [] for part in Part}
        for number in self._claims:
            by_part[self._members[number].part].append(number)
        followers = [
            one for one in by_part[Part.FOLLOWER] if self._members[one].acts and not self._ties.with_(one)
        ]
        groups = self._group(sorted({*by_part[Part.NEWS], *by_part[Part.FOLLOWER]} - {*followers}))
        left, recalling = self._follow_acts(followers, groups), {*by_part[Part.RECALLED]}
        late = [one for one in left if not recalling.isdisjoint(self._members[one].acts)]
        groups += self._group(sorted({*left} - {*late}))
        groups += self._group(self._attach(by_part[Part.RECALLED], groups))
        groups += self._group(self._follow_acts(late, groups))
        self._attach(by_part[Part.JOINER], groups)
        self._follow(sorted(by_part[Part.JOINER] + by_part[Part.OUTSIDE]), groups)
        founders = {*by_part[Part.NEWS], *by_part[Part.FOLLOWER], *by_part[Part.RECALLED]}
        return [(min(founders & set(group)), sorted(group)) for group in groups]

    def _group(self, members: Sequence[int]) -> list[list[int]]:
        """The members in groups by average link, in steps: first those of each story among themselves; then
        the acts that stories are mainly about, as wholes; then these and what else the stories tell, which
        cannot keep them apart, each story's group once, by the best of its pairs."""
        home = {member: number for number, member in enumerate(members)}
        tied = [[home[one] for one in group] for group in self._tied(home)]
        if not members:
            return []
        threads = self._linked([[member] for member in members], tied, within_story=True)
        acts = [thread for thread in threads if any(self._members[member].main_act for member in thread)]
        home = _homes(threads)
        joined = [
            sorted({home[one] for one in group})
            for group in self._linked(acts, (), within_story=False, unseen=UNSEEN_ACT)
        ]
        return self._linked(threads, joined, within_story=False)

    def _linked(
        self,
        groups: Sequence[Sequence[int]],
        tied: Sequence[Sequence[int]],
        *,
        within_story: bool,
        unseen: int = UNSEEN,
    ) -> list[list[int]]:
        """The groups joined by average link, by the best of their pairs; those `tied`, by number, from the
        start."""
        home = _homes(groups)
        apart = [(home[a], home[b]) for a, b in self._ties.apart if a in home and b in home]
        tasks = self._between.tasks(groups, tied, apart, within_story=within_story)
        linked = sorted(found for task in tasks for found in self._joined(task, home, unseen))
        return [sorted(member for number in found for member in groups[number]) for found in linked]

    def _joined(self, task: Task, home: Mapping[int, int], unseen: int) -> list[list[int]]:
        """The groups of a task that join, by number."""
        place = {number: at for at, number in enumerate(task.groups)}
        scores: dict[tuple[int, int], int] = {}
        apart = {_pair(place[one], place[two]) for one, two in task.apart if one != two}
        for at in task.pairs:
            member, other, score, is_apart = self._pairs[at]
            pair = _pair(place[home[member]], place[home[other]])
            least = LEAST_ACT if self._members[member].main_act and self._members[other].main_act else UNSEEN
            scores[pair] = max(score, scores.get(pair, least))
            # Who was told to belong together belongs together, whatever keeps them apart.
            if is_apart and not self._ties.tie(member, other):
                apart.add(pair)
        tied = [[place[number] for number in together] for together in task.tied]
        linked = average_link(len(task.groups), scores, sorted(apart), unseen, tied)
        return [[task.groups[at] for at in found] for found in linked]

    def _tied(self, home: Collection[int]) -> list[list[int]]:
        """The claims of `home` that belong together whatever their scores: those of which people said so, and
        those that tell of the act which one story is mainly about, but for those that people told apart."""
        groups = {group[0]: group for group in self._ties.groups_among(home)}
        at = {number: first for first, group in groups.items() for number in group}
        acts: dict[int, int] = {}
        for number in sorted(home):
            if not self._members[number].main_act:
                continue
            one, other = (
                at.get(n, n) for n in (acts.setdefault(self._members[number].story, number), number)
            )
            joined = {*groups.get(one, [one]), *groups.get(other, [other])}
            if one == other or any(self._ties.are_apart(a, b) for a, b in combinations(sorted(joined), 2)):
                continue
            groups.pop(other, None)
            groups.pop(one, None)
            groups[min(joined)] = sorted(joined)
            at |= dict.fromkeys(joined, min(joined))
        return [group for _, group in sorted(groups.items())]

    def _follow_acts(self, followers: Iterable[int], groups: list[list[int]]) -> list[int]:
        """Put each follower into the group of the act that its story tells of, at its place and day: of
        several the one told nearest before it, else behind it. Returns those without one."""
        home, left = _homes(groups), []
        for number in followers:
            acts = [
                act
                for act in self._members[number].acts
                if act in home and not self._ties.are_apart(number, act)
            ]
            if acts:
                nearest = min(acts, key=lambda act: (act > number, abs(act - number)))
                groups[home[nearest]].append(number)
            else:
                left.append(number)
        return left

    def _attach(self, joiners: Iterable[int], groups: list[list[int]]) -> list[int]:
        """Put each joiner into the group it fits best; returns those that fit none.

        Each is measured against what was in the groups before, so that their order does not matter. Those
        that are tied together go together, and to what they are tied to.
        """
        home = _homes(groups)
        joined: dict[int, list[int]] = defaultdict(list)
        left = []
        for unit in self._units(joiners):
            told = [home[other] for other in self._ties.with_(unit[0]) if other in home]
            fitting = [*told, *(best for one in unit if (best := self._best(one, home)) is not None)]
            best = fitting[0] if fitting else None
            if best is None or (not told and any(self._is_apart(one, joined[best]) for one in unit)):
                left += unit
            else:
                joined[best] += unit
        for group, found in joined.items():
            groups[group] += found
        return sorted(left)

    def _follow(self, joiners: Iterable[int], groups: list[list[int]]) -> None:
        """Put each joiner that is in no group into the one of a claim that it is tied to."""
        home = _homes(groups)
        for joiner in joiners:
            told = [home[other] for other in self._ties.with_(joiner) if other in home]
            if told and joiner not in home:
                groups[told[0]].append(joiner)

    def _units(self, joiners: Iterable[int]) -> list[list[int]]:
        """The joiners, those that are tied together together, in order of their first."""
        units: dict[int, list[int]] = {}
        for joiner in sorted(joiners):
            tied = self._ties.with_(joiner)
            units.setdefault(tied[0] if tied else joiner, []).append(joiner)
        return sorted(units.values())

    def _compared(self, number: int) -> Iterator[tuple[int, int, bool]]:
        """The others that a claim was compared with, their scores, and whether they are kept apart."""
        for at in self._about[number]:
            one, other, score, is_apart = self._pairs[at]
            yield (other if one == number else one), score, is_apart

    def _is_apart(self, one: int, others: Sequence[int]) -> bool:
        """Whether a claim cannot be of one incident with one of the others."""
        if not others:
            return False
        apart = {number for number, _, is_apart in self._compared(one) if is_apart}
        return any(other in apart or self._ties.are_apart(one, other) for other in others)

    def _best(self, joiner: int, home: Mapping[int, int]) -> int | None:
        claim, members = self._members[joiner], self._members
        near = [(o, (score, apart)) for o, score, apart in self._compared(joiner) if o in home]
        # What cannot be of one incident with a claim of the same story is not of that story's.
        barred = {home[o] for o, (_, apart) in near if apart and members[o].story == claim.story}
        barred |= {home[o] for o in self._ties.apart_from(joiner) if o in home}
        fit = [(o, score) for o, (score, apart) in near if home[o] not in barred and not apart]
        # What is told of the event that its story is mainly about is of that story's incident, if it fits.
        mine = [
            (home[o], score)
            for o, score in fit
            if claim.main and score > 0 and members[o].main and members[o].story == claim.story
        ]
        if mine:
            return best_group(mine)
        # What its own story says it is about counts before what other stories tell.
        own = {home[o] for o, _ in fit if members[o].lineage == claim.lineage}
        return best_group(
            [
                (home[o], score)
                for o, score in fit
                if home[o] not in own or members[o].lineage == claim.lineage
            ]
        )
