"""The act that a story is mainly about: harm to people in one act, which is told again for months at funerals
and trials, or else what most of its news is of.

Two stories are compared by these acts as wholes (`retold.py`): by all towns and days that the claims of the
act give, as one of them may have been misread. So these claims are of one incident, whatever else their story
tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.linking.facts import Extent, Facts, MainAct
from dateline.linking.families import Kinship
from dateline.linking.fields import WEEK
from dateline.linking.numbers import number_of
from dateline.linking.places import OTHER_PLACES, place_level
from dateline.linking.roles import Part, part_of
from dateline.linking.settings import LinkingSettings
from dateline.model import Harm, Status

MOST, MOST_RETOLD = 0.75, 0.34
"""The share of a story's news that is of one event where the story is mainly about it; less where it is an
act that is told again for months, as its stories tell of much else too."""
MANY_OTHERS = 0.4
"""The share of what a story tells of such acts from which it tells of several."""


def two_events(one: Facts, other: Facts, settings: LinkingSettings) -> bool:
    """Whether two claims of one story can hardly be of one event, by their places and days."""
    if one.located and other.located and place_level(one, other, settings) in OTHER_PLACES:
        return True
    a, b = one.days, other.days
    if a is None or b is None or a.assumed or b.assumed:
        return False
    return max(a.first, b.first) - min(a.last, b.last) > 1


@dataclass(frozen=True)
class StoryFacts:
    """The facts of the claims of one story, by number as they are told."""

    facts: Sequence[Facts]
    settings: LinkingSettings

    @cached_property
    def clash(self) -> list[list[bool]]:
        """Which two can hardly be of one event."""
        numbers = range(len(self.facts))
        return [[self._two_events(one, other) for other in numbers] for one in numbers]

    def _two_events(self, one: int, other: int) -> bool:
        """As `two_events`; the day of an arrest says nothing against an older act that is recalled."""
        a, b = self.facts[one], self.facts[other]
        if (one in self._of_arrest and b.background) or (other in self._of_arrest and a.background):
            a, b = replace(a, days=None), replace(b, days=None)
        return two_events(a, b, self.settings)

    @cached_property
    def _arrests(self) -> frozenset[tuple[int, int]]:
        """First and last days of what the story tells, if only to deny it, to have followed from acts."""
        followers = {follower for follower, _ in self.settings.families.follow_from}
        told = (one for one in self.facts if not one.background)
        return frozenset(
            (one.days.first, one.days.last) for one in told if one.days and one.event in followers
        )

    @cached_property
    def _of_arrest(self) -> frozenset[int]:
        """Numbers of the acts that bear the day of an arrest, in a story that recalls such acts: "arrested on
        Tuesday in the shooting of 15 people" may be of those."""
        retold = self._retold(
            number for number, one in enumerate(self.facts) if one.status is Status.ASSERTED
        )
        if not any(self.facts[number].background for number in retold):
            return frozenset()
        news = ((n, self.facts[n].days) for n in retold if not self.facts[n].background)
        return frozenset(n for n, days in news if days and (days.first, days.last) in self._arrests)

    def _agreed(self, numbers: Sequence[int]) -> tuple[int, float]:
        """Of these claims the one that clashes with the fewest of those with a place, and the share of them
        that it may be of one event with."""
        placed = [number for number in numbers if self.facts[number].located] or numbers
        with_it = {one: sum(not self.clash[one][other] for other in placed) for one in placed}
        main = max(placed, key=lambda one: (with_it[one], -one))
        return main, with_it[main] / len(placed)

    @cached_property
    def _news(self) -> list[int]:
        return [
            number
            for number, one in enumerate(self.facts)
            if one.status is Status.ASSERTED and not one.background
        ]

    @cached_property
    def main(self) -> frozenset[int]:
        """Numbers of the claims that may be of the event which the story is mainly about; none where it has
        not most of the news."""
        if not self._news:
            return frozenset()
        main, share = self._agreed(self._news)
        retold = self.facts[main].event in self.settings.families.retold
        if share < (MOST_RETOLD if retold else MOST):
            return frozenset()
        return frozenset(number for number in self._news if not self.clash[main][number])

    @cached_property
    def act(self) -> tuple[int, ...]:
        """Numbers of the claims that tell of the act which the story is mainly about; of a story that tells
        of much else too those of the retold act that most of what it tells of such acts is of."""
        among = [one for one in self._founding if one in self.main] or self._founding
        retold = self._retold(among)
        if not (retold or self.main.intersection(among)):
            return ()
        pivot, share = self._agreed(retold or among)
        if share < MOST_RETOLD:
            return ()
        kept = [pivot]
        # Those first that the most others agree with.
        for one in sorted(among, key=lambda one: (sum(self.clash[one][other] for other in among), one)):
            if self._tells(one, pivot) and not any(
                self.clash[one][other] or self._two_sides(one, other) for other in kept
            ):
                kept.append(one)
        return tuple(sorted({*kept}))

    def _retold(self, numbers: Iterable[int]) -> list[int]:
        return [one for one in numbers if self.facts[one].event in self.settings.families.retold]

    @cached_property
    def _partly(self) -> bool:
        """Whether the story tells of other acts besides the one that it is mainly about."""
        retold = self._retold(self._founding)
        others = [one for one in retold if any(self.clash[one][other] for other in self.act)]
        return not self.main or len(others) > MANY_OTHERS * len(retold)

    @cached_property
    def _founding(self) -> list[int]:
        """The claims that could be the act: news that founds an incident, but no sum of several; without any
        what could join one, without news what is recalled. Where all such acts in the news bear the day of an
        arrest, what is recalled as well."""
        news = self._of_part(Part.NEWS)
        if not news:
            return self._retold(self._of_part(Part.JOINER)) or self._retold(self._of_part(Part.RECALLED))
        if self._arrests and self._of_arrest.issuperset(self._retold(news)):
            return sorted({*news, *self._retold(self._of_part(Part.RECALLED))})
        return news

    def _of_part(self, part: Part) -> list[int]:
        """The claims that have this part by themselves, but for sums of several acts; only of RECALLED those
        that are no news."""
        among = range(len(self.facts)) if part is Part.RECALLED else self._news
        parts = ((number, part_of(self.facts[number], self.settings)) for number in among)
        return [number for number, its in parts if its is part and not self.facts[number].sums_up]

    def _two_sides(self, one: int, other: int) -> bool:
        """Whether the two are by sides that exclude each other, so that the story tells of two acts."""
        sides = [
            {self.settings.exclusive_kinds.get(kind) for kind in self.facts[number].doer_kinds}
            for number in (one, other)
        ]
        return all(sides) and not any(None in side for side in sides) and sides[0].isdisjoint(sides[1])

    def _tells(self, one: int, pivot: int) -> bool:
        families, event = self.settings.families, self.facts[one].event
        kinship = families.kinship(event, self.facts[pivot].event)
        if kinship in (Kinship.SAME, Kinship.FAMILY):
            return True
        harmed = bool(self.facts[one].tolls) and event not in families.daily
        a, b = self.facts[one].days, self.facts[pivot].days
        if a is None or b is None or max(a.first, b.first) > min(a.last, b.last):
            return False
        return kinship is Kinship.KIN and (event in families.retold or harmed)

    @cached_property
    def act_facts(self) -> MainAct | None:
        """What is known of the act; None without one, or where the story's own date is not known."""
        told = [self.facts[number] for number in self.act]
        if not told or told[0].published is None:
            return None
        # The day of the arrest is not the act's where the act has another.
        dated = [self.facts[number] for number in self.act if number not in self._of_arrest]
        dated = dated if any(_days(one) for one in dated) else told
        return MainAct(
            retold=any(one.event in self.settings.families.retold for one in told),
            partly=self._partly,
            towns=frozenset(town for one in told for town in _towns(one)),
            provinces=frozenset(area for one in told for area in _province(one)),
            days=frozenset(day for one in dated for day in _days(one)),
            stated=frozenset(day for one in dated if one.days and one.days.stated for day in _days(one)),
            of_calendar=frozenset(
                day for one in dated if one.days and not one.days.leaning for day in _days(one)
            ),
            tolls={
                harm: max(one.tolls[harm][0] for one in told if harm in one.tolls)
                for harm in (Harm.KILLED, Harm.INJURED)
                if any(harm in one.tolls for one in told)
            },
        )


def _towns(facts: Facts) -> Iterator[int]:
    if facts.place is not None and facts.extent in (Extent.POINT, Extent.OFF_MAP):
        yield number_of("name", facts.place_name)
        if facts.place.geonameid is not None:
            yield number_of("id", str(facts.place.geonameid))


def _province(facts: Facts) -> Iterator[int]:
    if facts.place is not None and facts.located and facts.place.admin1 is not None:
        yield number_of("province", facts.place.country, facts.place.admin1)


def _days(facts: Facts) -> range:
    """The days of a claim that are few enough to tell something."""
    days = facts.days
    return range(days.first, days.last + 1) if days is not None and days.span <= WEEK else range(0)
