"""An incident's own event type, place, days and actors: of what its claims say, the best attested and
then the most specific.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from dateline.linking.facts import FINE
from dateline.linking.names import plain
from dateline.model import Actor, EventType, Place, Status, When
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.voices import Said

T = TypeVar("T")


def telling_claims(said: Sequence[Said]) -> Sequence[Said]:
    """News that something happened; where there is none, background; where there is none, all."""
    asserted = [one for one in said if one.claim.status is Status.ASSERTED]
    return [one for one in asserted if not one.claim.background] or asserted or said


def event_of(said: Sequence[Said], settings: WeighingSettings) -> EventType:
    """The type that most voices give, each type counted with how much it tells (event_families.yaml)."""
    voices: dict[EventType, set[Hashable]] = defaultdict(set)
    for one in telling_claims(said):
        voices[one.claim.event.type].add(one.voice.key)
    order = list(EventType)
    return max(
        voices, key=lambda event: (len(voices[event]) * settings.telling.get(event, 1.0), -order.index(event))
    )


def _best(
    found: Sequence[tuple[Said, T]],
    backs: Callable[[T, T], bool],
    rank: Callable[[T, int], tuple[float, ...]],
) -> T | None:
    """The thing of the lowest rank, which is told how many voices back it; of equals the first."""
    things: dict[T, set[Hashable]] = {}
    for _, thing in found:
        things.setdefault(thing, set())
    for said, other in found:
        for thing, voices in things.items():
            if backs(other, thing):
                voices.add(said.voice.key)
    ranked = [
        (rank(thing, len(voices)), place, thing) for place, (thing, voices) in enumerate(things.items())
    ]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _same_place(one: Place, other: Place) -> bool:
    if one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    return plain(one.name) == plain(other.name)


def _holds(coarse: Place, fine: Place) -> bool:
    """Whether a province or country is the one that a place lies in."""
    if coarse.precision <= FINE or coarse.precision <= fine.precision:
        return False
    same_country = coarse.country is None or coarse.country == fine.country
    return same_country and (coarse.admin1 is None or coarse.admin1 == fine.admin1)


def place_of(said: Sequence[Said]) -> Place | None:
    """A settlement or finer before a province, a province before a country; of these the place that most
    voices give (one that names its province or country backs it), then the most exact, then the first."""
    found = [(one, one.claim.place) for one in telling_claims(said) if one.claim.place]
    return _best(
        found,
        backs=lambda other, place: _same_place(other, place) or _holds(other, place),
        rank=lambda place, voices: (max(place.precision, FINE), -voices, place.precision),
    )


def _ordinals(when: When) -> tuple[int, int]:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None and last is not None
    return first.toordinal(), last.toordinal()


def date_of(said: Sequence[Said]) -> When | None:
    """The days that agree with most voices; of equals the fewest days, then the first."""
    found = [
        (one, when)
        for one in telling_claims(said)
        if (when := one.claim.date) is not None and (when.earliest or when.latest)
    ]

    def overlap(other: When, when: When) -> bool:
        (a, b), (c, d) = _ordinals(other), _ordinals(when)
        return max(a, c) <= min(b, d)

    def rank(when: When, voices: int) -> tuple[float, ...]:
        first, last = _ordinals(when)
        return (-voices, last - first)

    return _best(found, backs=overlap, rank=rank)


def actors_of(said: Sequence[Said], settings: WeighingSettings) -> tuple[Actor, ...]:
    """The actors that the claims name, each role's best attested first.

    Who accuses, demands or threatens is no doer of what it is said of, so that claims of such types name
    nobody where another claim tells of the event itself.
    Those of one id or name are one; one known only by its kind gives way to a named one of that kind,
    and one of no known kind ("the second car") to any that has one.
    """
    voices: dict[tuple[str, str], set[Hashable]] = defaultdict(set)
    first: dict[tuple[str, str], tuple[int, Actor]] = {}
    told = telling_claims(said)
    deeds = [one for one in told if one.claim.event.type not in settings.said_of_events]
    for place, one in enumerate(deeds or told):
        for actor in one.claim.actors:
            key = (str(actor.role), actor.id or plain(actor.name or actor.mention.text))
            voices[key].add(one.voice.key)
            first.setdefault(key, (place, actor))
    named = {(actor.role, actor.kind) for _, actor in first.values() if actor.id}
    kinds = {actor.role for _, actor in first.values() if actor.kind}
    roles = ["by", "against", "with"]
    ordered = sorted(first, key=lambda key: (roles.index(key[0]), -len(voices[key]), first[key][0], key[1]))
    return tuple(
        actor
        for actor in (first[key][1] for key in ordered)
        if actor.id or (actor.kind and (actor.role, actor.kind) not in named) or actor.role not in kinds
    )
