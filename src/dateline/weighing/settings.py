"""How claims are weighed (weighing.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.linking.aggregates import Aggregates, load_aggregates
from dateline.linking.families import load_event_families
from dateline.model import EventType, Harm
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table

FILE = "weighing.yaml"
OTHER = "other"
NEVER = r"(?!)"
"""A pattern that matches nothing."""


@dataclass(frozen=True, slots=True)
class BeyondReason:
    """When a figure is beyond reason: `factor` times the others' and `least` people over them, against at
    least `others` voices. No figure is when `factor` is 0."""

    factor: float
    least: int
    others: int


@dataclass(frozen=True, slots=True)
class Deadly:
    """Which words say that somebody died, without saying how many: `told` are patterns of such words, `other`
    of those that only look like them; `events` are the types of acts that may kill."""

    told: re.Pattern[str]
    other: re.Pattern[str]
    events: frozenset[EventType]

    def says_so(self, text: str) -> bool:
        """Whether the text tells of a death."""
        return self.told.search(self.other.sub(" ", text)) is not None


@dataclass(frozen=True, slots=True)
class WeighingSettings:
    """Everything that weighing goes by; `half_life_days` and `aggregate_days` in days.

    `telling` is how much an event type tells of what happened, `said_of_events` are the types that are only
    said of one, such as accusations (both from event_families.yaml), `aggregates` tells which numbers are of
    no incident (aggregates.yaml); `sides` numbers the kinds of actors that exclude each other.
    """

    weights: Mapping[str, float]
    half_life_days: float
    aggregate_days: int
    counted_over_time: frozenset[Harm]
    open_high: bool
    beyond_reason: BeyondReason
    about: float
    unnamed_kinds: frozenset[str]
    speaks_for: Mapping[str, frozenset[str]]
    answerable: frozenset[EventType]
    own_loss: frozenset[EventType]
    own_harm: frozenset[Harm]
    party_words: frozenset[str]
    attackers: frozenset[str]
    deadly: Deadly
    sides: Mapping[str, int]
    aggregates: Aggregates
    telling: Mapping[EventType, float]
    said_of_events: frozenset[EventType]
    retold: frozenset[EventType]
    followers: frozenset[EventType]

    def weight(self, kind: str | None) -> float:
        """What a claimant of this kind weighs; None is a claimant of no known kind."""
        return self.weights.get(kind or OTHER, self.weights[OTHER])


def _sides(table: Table) -> dict[str, int]:
    groups = table.values.get("sides")
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise table.error("'sides' should be a list of lists of kinds of actors")
    return {str(kind): number for number, group in enumerate(groups) for kind in group}


def _beyond_reason(table: Table) -> BeyondReason:
    limits = table.table("beyond-reason").only("factor", "least", "others")
    factor = limits.number("factor", 0)
    if 0 < factor < 1:
        raise limits.error(f"'factor' in 'beyond-reason' should be 0 or 1 and more, not {factor}")
    return BeyondReason(factor, limits.whole("least"), limits.whole("others", 1))


def _deadly(table: Table) -> Deadly:
    words = table.table("deadly").only("told", "other", "events")

    def any_of(key: str) -> re.Pattern[str]:
        try:
            return re.compile("|".join(words.words(key)) or NEVER, re.IGNORECASE)
        except re.error as error:
            raise words.error(f"under {key!r}: {error}") from None

    return Deadly(any_of("told"), any_of("other"), words.members("events", EventType))


@lru_cache(maxsize=8)
def load_weighing_settings(folder: Path | None = None) -> WeighingSettings:
    """The settings of the user's `folder` (weighing.yaml), or the package's own.

    Raises KnowledgeError, naming file and line, when a value is missing, unknown or out of range.
    """
    table = Table.of_file(knowledge_file(FILE, folder))
    table.only(
        "weights",
        "half-life-days",
        "aggregate-days",
        "counted-over-time",
        "open-high",
        "beyond-reason",
        "unnamed-kinds",
        "speaks-for",
        "answerable",
        "own-loss",
        "own-harm",
        "party-words",
        "attackers",
        "deadly",
        "about",
        "sides",
    )
    weights, speaks_for = table.table("weights"), table.table("speaks-for")
    families = load_event_families(folder)
    return WeighingSettings(
        weights={kind: weights.number(kind, 0) for kind in dict.fromkeys((*weights.names(), OTHER))},
        half_life_days=table.number("half-life-days", 0.01),
        aggregate_days=table.whole("aggregate-days", 1),
        counted_over_time=table.members("counted-over-time", Harm),
        open_high=table.flag("open-high"),
        beyond_reason=_beyond_reason(table),
        unnamed_kinds=frozenset(table.words("unnamed-kinds")),
        speaks_for={kind: frozenset(speaks_for.words(kind)) for kind in speaks_for.names()},
        answerable=table.members("answerable", EventType),
        own_loss=table.members("own-loss", EventType),
        own_harm=table.members("own-harm", Harm),
        party_words=frozenset(table.words("party-words")),
        attackers=frozenset(table.words("attackers")),
        deadly=_deadly(table),
        about=table.number("about", 0, 1),
        sides=_sides(table),
        aggregates=load_aggregates(folder),
        telling=families.telling,
        said_of_events=families.said_of_events,
        retold=families.retold,
        followers=frozenset(follower for follower, _ in families.follow_from),
    )
