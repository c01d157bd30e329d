"""Which event types may be reports of one event (event_families.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from pathlib import Path

from dateline.model import EventType
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table

FILE = "event_families.yaml"


class Kinship(StrEnum):
    """How two event types stand to each other as reports of one event."""

    SAME = "same"
    FAMILY = "family"
    KIN = "kin"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class EventFamilies:
    """Kinship of event types, and what each type can do in an incident.

    `said_of_events` join an incident and never found one; `placeless` types can found one on a day
    alone; `opposites` are pairs that exclude each other; `rarity` is what two claims gain for being
    of one rare type, like log2 of odds; `lasting_days` is how far apart, in days, two reports of one
    lasting state may be, and `lasting_with` are types that last as long as what they are told with;
    `telling` (0 to 1) is how much a type tells of what happened. `follow_from` are types of acts that
    are told as what an act of another type led to, by that pair, the follower first. `daily` are types
    that go on day after day in a war, `retold` acts that are told again long after,
    `one_sided` what one side does to others.
    """

    pairs: Mapping[tuple[EventType, EventType], Kinship]
    said_of_events: frozenset[EventType]
    placeless: frozenset[EventType]
    opposites: frozenset[tuple[EventType, EventType]]
    rarity: Mapping[EventType, float]
    lasting_days: Mapping[EventType, int]
    lasting_with: frozenset[EventType]
    telling: Mapping[EventType, float]
    follow_from: frozenset[tuple[EventType, EventType]]
    daily: frozenset[EventType]
    retold: frozenset[EventType]
    one_sided: frozenset[EventType]

    def kinship(self, one: EventType, other: EventType) -> Kinship:
        """How the two types stand to each other; the order does not matter."""
        if one is other:
            return Kinship.SAME
        return self.pairs.get((one, other), Kinship.UNLIKE)

    def exclude(self, one: EventType, other: EventType) -> bool:
        """Whether claims of these types can never be of one incident."""
        return (one, other) in self.opposites

    def lasts(self, one: EventType, other: EventType) -> int:
        """Days that may lie between two reports of one event of these types."""
        if one in self.lasting_with:
            return self.lasting_days.get(other, 0)
        days = self.lasting_days.get(one, 0)
        return days if other in self.lasting_with else min(days, self.lasting_days.get(other, 0))


def _types(table: Table, key: str) -> tuple[EventType, ...]:
    found = []
    for word in table.words(key):
        try:
            found.append(EventType(word))
        except ValueError:
            raise table.error(f"{word!r} under {key!r} is no event type") from None
    return tuple(found)


def _keyed(table: Table) -> list[tuple[EventType, str]]:
    keyed = []
    for key in table.names():
        try:
            keyed.append((EventType(key), key))
        except ValueError:
            raise table.error(f"{key!r} in {table.name} is no event type") from None
    return keyed


def _sides(table: Table) -> list[frozenset[EventType]]:
    sides = table.values.get("opposites")
    if not isinstance(sides, list):
        raise table.error("'opposites' should be a list of lists of event types")
    try:
        return [frozenset(EventType(word) for word in side) for side in sides]
    except (TypeError, ValueError) as error:
        raise table.error(f"under 'opposites': {error}") from None


def load_event_families(folder: Path | None = None) -> EventFamilies:
    """The families of the user's `folder`, or the package's own.

    Raises KnowledgeError, naming file and line, for a word that is no event type.
    """
    table = Table.of_file(knowledge_file(FILE, folder))
    table.only(
        "families",
        "kin",
        "said-of-events",
        "opposites",
        "rarity",
        "placeless",
        "lasting-days",
        "lasting-with",
        "telling",
        "follow-from",
        "daily",
        "retold",
        "one-sided",
    )
    pairs: dict[tuple[EventType, EventType], Kinship] = {}
    kin, said = table.table("kin"), table.table("said-of-events")
    for source in (kin, said):
        for event, key in _keyed(source):
            for other in _types(source, key):
                pairs[event, other] = pairs[other, event] = Kinship.KIN
    follow = table.table("follow-from")
    follow_from = frozenset((event, other) for event, key in _keyed(follow) for other in _types(follow, key))
    families = table.table("families")
    for name in families.names():
        members = _types(families, name)
        pairs |= {(a, b): Kinship.FAMILY for a in members for b in members if a != b}
    rarity = table.table("rarity")
    lasting, telling = table.table("lasting-days"), table.table("telling")
    return EventFamilies(
        pairs=pairs,
        said_of_events=frozenset(event for event, _ in _keyed(said)),
        placeless=frozenset(_types(table, "placeless")),
        opposites=frozenset(
            (a, b) for one, other in permutations(_sides(table), 2) for a in one for b in other
        ),
        rarity={event: rarity.number(key) for event, key in _keyed(rarity)},
        lasting_days={event: lasting.whole(key) for event, key in _keyed(lasting)},
        lasting_with=frozenset(_types(table, "lasting-with")),
        follow_from=follow_from,
        daily=frozenset(_types(table, "daily")),
        retold=frozenset(_types(table, "retold")),
        one_sided=frozenset(_types(table, "one-sided")),
        telling={event: telling.number(key, 0, 1) for event, key in _keyed(telling)},
    )
