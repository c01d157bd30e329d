"""How well an incident is attested: its sources, which are independent, its grade, what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.linking.names import plain
from dateline.linking.places import distance_km
from dateline.model import Actor, EventType, Grade, Role, Status
from dateline.weighing.parties import speaks_for
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.voices import Said, is_news

EXACT_PLACE = 2
"""UCDP GED where_prec up to which a place is a point."""
APART_KM = 10.0
"""How far apart two such places must be to be two."""


def sources(said: Sequence[Said]) -> tuple[str, ...]:
    """Who speaks in the claims, by name, in the order in which they first did."""
    labels: dict[tuple[str, ...], str] = {}
    for one in said:
        labels.setdefault(one.voice.key, one.voice.label)
    return tuple(dict.fromkeys(labels.values()))


def independent_sources(said: Sequence[Said]) -> int:
    """How many voices report the event independently.

    Copies of one story are one; background brings none; an outlet's own words count only where its
    story names nobody, as they are mostly taken from those it names. At least 1.
    """
    news = [one for one in said if is_news(one.claim)]
    naming = {one.lineage for one in news if not one.voice.own}
    voices = {one.voice.key for one in news if not (one.voice.own and one.lineage in naming)}
    return max(1, len(voices))


def _doers(one: Said) -> list[Actor]:
    return [actor for actor in one.claim.actors if actor.role is Role.BY]


def confirmed(said: Sequence[Said], settings: WeighingSettings) -> bool:
    """Whether a party accepts its own responsibility or its own loss."""
    for one in said:
        claim = one.claim
        if claim.status is not Status.ASSERTED:
            continue
        event = claim.event.type
        if (event in settings.answerable or event in settings.own_loss) and any(
            speaks_for(claim.attribution, actor, settings) for actor in _doers(one)
        ):
            return True
        if any(toll.harm in settings.own_harm and (toll.low or 0) > 0 for toll in claim.tolls) and any(
            actor.role is Role.AGAINST and speaks_for(claim.attribution, actor, settings)
            for actor in claim.actors
        ):
            return True
    return False


def _exclude(one: Actor, other: Actor, settings: WeighingSettings) -> bool:
    """Whether two doers cannot be one: two ids of different countries or groups, or two sides."""
    sides = [settings.sides.get(actor.kind or "", -1) for actor in (one, other)]
    if one.id and other.id:
        official = sides[0] == sides[1] == 0 and one.country is not None and one.country == other.country
        return one.id != other.id and not official
    return -1 not in sides and sides[0] != sides[1]


def _responsibility(said: Sequence[Said], settings: WeighingSettings) -> bool:
    blamed: dict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for one in said:
        if one.claim.status is Status.DENIED and _doers(one):
            return True
        answerable = one.claim.event.type in settings.answerable
        if one.claim.status is Status.ASSERTED and (
            answerable or one.claim.event.type is EventType.ACCUSATION
        ):
            blamed[one.voice.key] += [a for a in _doers(one) if a.id or a.kind in settings.sides]
    return any(
        all(_exclude(a, b, settings) for a in mine for b in theirs)
        for mine, theirs in combinations(blamed.values(), 2)
        if mine and theirs
    )


def _occurrence(said: Sequence[Said]) -> bool:
    told = {one.claim.event.type for one in said if one.claim.status is Status.ASSERTED}
    for one in said:
        claim = one.claim
        if claim.status is Status.DENIED and not _doers(one):
            return True
        if claim.status is Status.NEGATED and not claim.tolls and claim.event.type in told:
            return True
    return False


def _pairs(said: Sequence[Said], settings: WeighingSettings) -> Iterator[tuple[Said, Said]]:
    """News of two voices in two lineages on an act of one moment and spot, not a battle."""
    news = [
        one
        for one in said
        if one.claim.status is Status.ASSERTED
        and not one.claim.background
        and one.claim.event.type in settings.answerable
    ]
    seen: dict[tuple[object, ...], Said] = {}
    for one in news:
        seen.setdefault((one.voice.key, one.lineage, one.claim.place, one.claim.date), one)
    for a, b in combinations(seen.values(), 2):
        if a.voice.key != b.voice.key and a.lineage != b.lineage:
            yield a, b


def _date(a: Said, b: Said) -> bool:
    one, other = a.claim.date, b.claim.date
    if one is None or other is None or one.precision != 1 or other.precision != 1:
        return False
    days = (one.earliest, one.latest, other.earliest, other.latest)
    if None in days:
        return False
    assert one.earliest and one.latest and other.earliest and other.latest
    return max(one.earliest, other.earliest) > min(one.latest, other.latest)


def _place(a: Said, b: Said) -> bool:
    one, other = a.claim.place, b.claim.place
    if one is None or other is None or max(one.precision, other.precision) > EXACT_PLACE:
        return False
    if one.geonameid == other.geonameid or plain(one.name) == plain(other.name):
        return False
    distance = distance_km(one, other)
    return distance is not None and distance > APART_KM


def disputed(said: Sequence[Said], toll: bool, settings: WeighingSettings) -> tuple[str, ...]:
    """What the claims disagree on, of toll, responsibility, occurrence, date, place, in this order.

    `toll` is whether the tolls contradict each other (`weigh_tolls`).
    """
    pairs = list(_pairs(said, settings))
    found = {
        "toll": toll,
        "responsibility": _responsibility(said, settings),
        "occurrence": _occurrence(said),
        "date": any(_date(a, b) for a, b in pairs),
        "place": any(_place(a, b) for a, b in pairs),
    }
    return tuple(name for name, is_disputed in found.items() if is_disputed)


def grade(said: Sequence[Said], disputes: Sequence[str], settings: WeighingSettings) -> Grade:
    """contested when it is denied or responsibility is disputed; else confirmed when a party accepts its
    own responsibility or loss; else fair with two independent sources or more; else weak."""
    denied = any(one.claim.status is Status.DENIED for one in said)
    if denied or "responsibility" in disputes or "occurrence" in disputes:
        return Grade.CONTESTED
    if confirmed(said, settings):
        return Grade.CONFIRMED
    return Grade.FAIR if independent_sources(said) > 1 else Grade.WEAK
