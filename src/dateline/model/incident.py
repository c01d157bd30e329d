"""Claims taken to be about one real-world event (contract: incident.schema.json)."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.claim import Actor, Place, When
from dateline.model.terms import EventType, Grade, Harm, Victims


@dataclass(frozen=True, slots=True)
class WeighedToll:
    """What the claims of an incident add up to for one harm and kind of victim.

    `claims` are the ids of the claims behind the numbers; `rule` says in words how they came about.
    """

    harm: Harm
    victims: Victims
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One real-world event. `sources` are claimants (or outlets, for their own voice);
    `disputed` names what the claims disagree on: toll, responsibility, occurrence, date, place.
    `overall` are the tolls over all kinds of victims, of harms with several rows in `tolls`."""

    id: str
    event: EventType
    place: Place | None
    date: When | None
    actors: tuple[Actor, ...]
    tolls: tuple[WeighedToll, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent_sources: int
    grade: Grade
    disputed: tuple[str, ...]
    overall: tuple[WeighedToll, ...] = ()
