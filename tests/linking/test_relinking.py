"""Stories may come one by one, in any order: what they add up to is what they do all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

import pytest

from dateline.linking import find_lineages, link, load_linking_settings, relink
from dateline.linking.keys import Row, Sought, filed_under, keys_of, worth_enough
from dateline.linking.profiles import profiles_of
from dateline.linking.storywise import facts_of
from dateline.model import Claim, EventType, Harm, Status, Story
from tests.linking.building import DARAA, HOMS, HOMS_PROVINCE, QUSAYR, actor, claim, place, story, toll, when

SETTINGS = load_linking_settings()
ARMY = actor("the army", id="mil:SYR", kind="state-forces")
REBELS = actor("rebels", id="ucdp:1", kind="rebels")
OFF_MAP = place("Tal al-Rimal", admin1="Homs", precision=2)
TYPES = (
    EventType.SHELLING,
    EventType.AIR_STRIKE,
    EventType.ARMED_CLASH,
    EventType.UNSPECIFIED_VIOLENCE,
    EventType.BOMBING,
    EventType.ACCUSATION,
    EventType.SIEGE,
    EventType.ATTACK_ON_CIVILIANS,
    EventType.ATTACK_ON_CIVILIANS,
    EventType.ATTACK_ON_CIVILIANS,
    EventType.ABDUCTION,
    EventType.ARREST,
)
# What a few acts are told in; none of these names is a word of English.
NAMES = [
    f"{first}{last}" for first in ("Quell", "Brank", "Ottil", "Vesk") for last in ("bach", "ovat", "ieff")
]


def body_of(chance: Random) -> str:
    """Sentences with some of the names: some stories share many of them, some few."""
    some = chance.sample(NAMES, chance.choice([3, 6, 9]))
    return " ".join(
        f"Then {chance.choice(some)} met {chance.choice(some)} at {chance.choice(some)}." for _ in range(9)
    )


def told(chance: Random, name: str) -> list[Claim]:
    """What a story tells: some acts of a few days in a few places."""
    claims = []
    for number in range(chance.randrange(1, 6)):
        first = chance.choice([*range(1, 9), chance.randrange(20, 50)])
        claims.append(
            claim(
                name,
                number,
                chance.choice(TYPES),
                where=chance.choice([HOMS, HOMS, QUSAYR, DARAA, HOMS_PROVINCE, OFF_MAP, None]),
                days=chance.choice(
                    [None, when(first), when(first), when(first, first + chance.randrange(4))]
                ),
                actors=chance.choice([(ARMY,), (REBELS,), ()]),
                tolls=chance.choice(
                    [
                        (),
                        (toll(4, 4),),
                        (toll(1, 1),),
                        (toll(1, 1, harm=Harm.CAPTURED),),
                        (toll(9, 9, harm=Harm.CAPTURED),),
                    ]
                ),
                background=chance.random() < 0.2,
                status=Status.DENIED if chance.random() < 0.1 else Status.ASSERTED,
            )
        )
    return claims


class Shelf:
    """What was linked so far, in memory."""

    def __init__(self) -> None:
        self.stories: dict[str, Story] = {}
        self.claims: dict[str, Claim] = {}
        self.lineages: dict[str, str] = {}
        self.parts: dict[str, str] = {}

    def near(self, sought: Iterable[Sequence[Sought]]) -> dict[str, str]:
        filed: dict[int, list[tuple[str, int | None, int | None]]] = {}
        profiles = profiles_of(self.stories, list(self.claims.values()), self.lineages, SETTINGS)
        for _, rows in profiles:
            for name, one in filed_under(rows):
                filed.setdefault(one.key, []).append((name, one.first, one.last))
        found = {name for some in sought for name in worth_enough(some, filed)}
        return {name: self.claims[name].story for name in found}

    def rows(self, stories: Iterable[str]) -> list[Row]:
        there = self.of_stories(stories)
        return [row for _, rows in profiles_of(self.stories, there, self.lineages, SETTINGS) for row in rows]

    def of_stories(self, stories: Iterable[str]) -> list[Claim]:
        wanted = set(stories)
        return [claim for claim in self.claims.values() if claim.story in wanted]

    def of_incidents(self, incidents: Iterable[str]) -> list[Claim]:
        wanted = set(incidents)
        return [claim for claim in self.claims.values() if claim.incident in wanted]

    def by_id(self, claims: Iterable[str]) -> list[Claim]:
        return [self.claims[name] for name in claims if name in self.claims]

    def copies_of(self, stories: Iterable[str]) -> set[str]:
        wanted = {self.lineages.get(name, name) for name in stories}
        return {name for name in self.stories if self.lineages.get(name, name) in wanted}

    def add(self, new: list[Story], claims: list[Claim]) -> None:
        before = self.lineages
        self.stories |= {one.id: one for one in new}
        self.claims |= {one.id: one for one in claims}
        self.lineages = find_lineages(self.stories.values(), SETTINGS)
        moved = {name for name, lineage in before.items() if self.lineages[name] != lineage}
        changed = [*claims, *self.of_stories(moved)]
        old = {one.incident for one in changed if one.incident}
        changed += [one for one in self.claims.values() if one.incident in old]
        found = relink(changed, self, SETTINGS)
        for one in found.claims:
            self.claims[one.id] = replace(one, incident=found.incidents[one.id])
            self.parts.pop(one.id, None)
        self.parts |= found.parts


@pytest.mark.parametrize("seed", range(5))
def test_stories_that_come_in_any_order_and_portions_give_what_they_give_at_once(seed: int) -> None:
    chance = Random(seed)
    names = [f"s{number}" for number in range(14)]
    # The last two are copies of the first: a lineage that changes when they come.
    stories = {name: story(name, body_of(chance), day=chance.randrange(4, 52)) for name in names}
    body = " ".join(f"word{number}" for number in range(60))
    for name in (names[0], names[-1], names[-2]):
        stories[name] = story(name, body, day=chance.randrange(4, 12))
    claims = {name: told(chance, name) for name in names}
    everything = [one for name in names for one in claims[name]]
    lineages = find_lineages(stories.values(), SETTINGS)
    at_once = link(stories, everything, lineages, SETTINGS)
    assert len({incident for incident in at_once.incidents.values() if incident}) > 3
    chance.shuffle(names)
    shelf = Shelf()
    while names:
        some, names = names[: (size := chance.randrange(1, 6))], names[size:]
        shelf.add([stories[name] for name in some], [one for name in some for one in claims[name]])
    assert {name: one.incident for name, one in sorted(shelf.claims.items())} == at_once.incidents
    assert shelf.parts == at_once.parts


def test_whatever_would_find_a_claim_the_claim_would_find() -> None:
    chance = Random(3)
    names = [f"s{number}" for number in range(40)]
    stories = {name: story(name, day=5) for name in names}
    facts = list(facts_of(stories, [one for name in names for one in told(chance, name)], {}, SETTINGS))
    keys = [keys_of(fact) for fact in facts]
    for one in keys:
        for other in keys:
            assert bool(set(one.sought) & set(other.filed)) == bool(set(other.sought) & set(one.filed))
