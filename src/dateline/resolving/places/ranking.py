"""Which of the places that share a name a story means.

Points are added up for what speaks for a candidate; the weights were set by hand and checked on
GeoVirus, LGL and annotated conflict stories (benchmarks/places.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from dateline.resolving.places.gazetteer import GazetteerPlace
from dateline.resolving.places.names import article_key, name_key
from dateline.resolving.places.namesakes import BIG, namesakes
from dateline.resolving.places.sources import ADMIN1, ADMIN2, COUNTRY, FACILITY, PART, REGION, SEA, SETTLEMENT

_EARTH_KM = 6371.0
_WITHIN_KM, _NEAR_KM = 60.0, 100.0
_ALIKE = 0.6
_IN_PASSING = 0.5
_NAMED, _MOST_NAMED = 0.5, 3.5
_BY_NAME = 0.45
_HUGE = 1_000_000
_METROPOLIS = 500_000
_BESIDE = 2.0
"""The nearness (`_proximity`) of what lies some 100 km from another place of the story."""
_OVERSHADOWED = 6.0
_COUNTY, _AS_DISTRICT = 2.9, 0.75
LEAST_DIVISION = 50_000
"""People of a first-level division whose bare name is known the world over."""


class Tie(NamedTuple):
    """What the words around a name tie it to: it lies within, or near, one of `places`.

    `own` is False for a tie that stands at another mention of the same name.
    """

    places: tuple[GazetteerPlace, ...]
    near: bool = False
    own: bool = True


@dataclass(frozen=True)
class Evidence:
    """What the whole story says of where it plays.

    `countries` weighs alpha-3 codes; `divisions` are the (country, admin1) that it names; `anchors` are the
    places settled so far, with the key of their name.
    """

    countries: Mapping[str, float]
    divisions: frozenset[tuple[str, str]] = frozenset()
    anchors: tuple[tuple[str, float, float], ...] = ()

    @cached_property
    def most(self) -> float:
        """What the country weighs that the story speaks most of; 0 when it names none."""
        return max(self.countries.values(), default=0.0)

    @cached_property
    def main_country(self) -> str | None:
        """The country that the story speaks most of; None when it names none or two alike."""
        ranked = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


class Ranked(NamedTuple):
    """A candidate and its points; `backed` when more than its own size speaks for it."""

    place: GazetteerPlace
    points: float
    backed: bool


@lru_cache(maxsize=16384)
def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance of two WGS84 points in kilometres."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def apart_km(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Distance of two places; infinite when one has no point."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return math.inf
    assert one.latitude is not None and one.longitude is not None
    assert other.latitude is not None and other.longitude is not None
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)


def lies_in(place: GazetteerPlace, whole: GazetteerPlace) -> bool:
    """Whether `place` lies in (or, for a settlement or region, close to) `whole`."""
    if place.number == whole.number:
        return False
    if whole.kind == COUNTRY:
        return place.country == whole.country and place.kind != COUNTRY
    if whole.kind == ADMIN1:
        return (
            place.country == whole.country
            and place.admin1 == whole.name
            and place.kind not in (COUNTRY, ADMIN1)
        )
    if place.kind in (COUNTRY, ADMIN1):
        return False
    return apart_km(place, whole) <= (_WITHIN_KM if whole.kind != REGION else 2 * _WITHIN_KM)


def fits(place: GazetteerPlace, tie: Tie) -> bool:
    """Whether `place` can be what the tie says."""
    if tie.near:
        return any(
            apart_km(place, other) <= _NEAR_KM or (other.kind in (COUNTRY, ADMIN1) and lies_in(place, other))
            for other in tie.places
        )
    return any(lies_in(place, other) for other in tie.places)


@lru_cache(maxsize=16384)
def alike(key: str, name: str) -> float:
    """Likeness of two spellings, 0 to 1, articles aside."""
    return SequenceMatcher(None, article_key(key), article_key(name_key(name))).ratio()


def rank(
    key: str,
    candidates: Sequence[GazetteerPlace],
    words: set[str],
    ties: Sequence[Tie],
    evidence: Evidence,
) -> list[Ranked]:
    """The candidates with their points, best first. `words` are the kinds of descriptor beside the name."""
    anchors = [(at, east) for anchor, at, east in evidence.anchors if anchor != key]
    same = namesakes(tuple(candidates))
    wider = () if words else same.wider
    ranked = []
    for place, size in zip(candidates, same.sizes, strict=True):
        points = size + (_kind(place, words, size) if words else 0.0)
        backed = False
        if place.country in same.countries and place.kind != COUNTRY and not words:
            # "Mexico" is the country, whatever in it bears the name.
            points -= 8.0
        elif wider and place.kind == SETTLEMENT and _is_overshadowed(place, wider, ties, evidence):
            points -= _OVERSHADOWED
        if (
            place.kind == ADMIN1
            and (place.country, place.name) in same.seats
            and not words & {"admin1", "surroundings"}
        ):
            # "Homs" is the city unless the story says province.
            points -= 1.5
        if place.country and (weight := evidence.countries.get(place.country, 0.0)) > 0:
            share = weight / evidence.most
            # A country spoken of in passing does not bring its small towns with it.
            passing = place.kind == SETTLEMENT and place.population < BIG and share < _IN_PASSING
            points += (_NAMED + _MOST_NAMED * share) * (share if passing else 1.0)
            backed = True
        elif evidence.countries and place.country:
            points -= 0.5
        if place.country and place.admin1 and (place.country, place.admin1) in evidence.divisions:
            points += 2.0
            backed = True
        points += _nearness(place, anchors)
        for tie in ties:
            if fits(place, tie):
                points += 8.0 if tie.own else 4.0
                backed = True
        if place.form == 3:
            points += 3.0 * (alike(key, place.name) - 1.0)
        elif place.form == 1 and is_by_name(key, place):
            points -= 3.0
        ranked.append(Ranked(place, points, backed))
    if len(ranked) > 1:
        ranked.sort(key=lambda item: (-item.points, item.place.number))
    return ranked


def _is_overshadowed(
    place: GazetteerPlace,
    wider: Sequence[tuple[GazetteerPlace, int]],
    ties: Sequence[Tie],
    evidence: Evidence,
) -> bool:
    """ "Egypt" and "Oregon" are no villages in Alabama and Ohio, unless "Egypt, Alabama" stands there; the
    seat that a province is called after is no such village, nor is a town in the country that the story is
    about, where what bears its name lies in another.
    """
    if place.capital or place.name == place.admin1:
        return False
    about = evidence.main_country
    casting = [
        other
        for other, people in wider
        if (other.country, other.name) != (place.country, place.admin1)
        and not (place.country == about and other.kind == ADMIN1 and other.country != about)
        and not (other.kind == ADMIN1 and people < place.population)
    ]
    if not casting:
        return False
    least = _METROPOLIS if all(other.kind == ADMIN1 for other in casting) else _HUGE
    return place.population < least and not any(tie.own and fits(place, tie) for tie in ties)


def is_by_name(key: str, place: GazetteerPlace) -> bool:
    """Whether a settlement goes by `key` only as a former or second name quite unlike its own."""
    return place.form == 1 and place.kind == SETTLEMENT and alike(key, place.name) < _BY_NAME


def _kind(place: GazetteerPlace, words: set[str], size: float) -> float:
    points = 0.0
    if "admin1" in words or "surroundings" in words:
        points += 5.0 if place.kind == ADMIN1 else 0.0
        points += 2.5 if place.kind in (ADMIN2, REGION) else 0.0
    if "admin2" in words and "settlement" not in words:
        # The gazetteer holds no district that has a town of its name: the town stands for it, however large.
        if place.kind == ADMIN2:
            points += 3.0
        elif place.kind == SETTLEMENT and place.form <= 1:
            points += 2.5 + _AS_DISTRICT * min(0.0, _COUNTY - size)
    if "settlement" in words:
        points += 3.0 if place.kind in (SETTLEMENT, PART) else -2.0
    return points


def _proximity(key: str, place: GazetteerPlace, evidence: Evidence) -> float:
    """How near the place lies to what the story names beside it."""
    return _nearness(place, [(at, east) for anchor, at, east in evidence.anchors if anchor != key])


def _nearness(place: GazetteerPlace, anchors: Sequence[tuple[float, float]]) -> float:
    latitude, longitude = place.latitude, place.longitude
    if not anchors or latitude is None or longitude is None or place.kind == COUNTRY:
        return 0.0
    nearest = min([distance_km(latitude, longitude, at, east) for at, east in anchors])
    return 2.5 * math.exp(-nearest / 150.0) + 1.0 * math.exp(-nearest / 1000.0)


def _is_about(place: GazetteerPlace, key: str, evidence: Evidence) -> bool:
    """Whether the story speaks of the place's country and, where it names divisions, of its division or a
    place near by: what only sounds like a name is not looked for across a country."""
    if evidence.countries and place.country not in evidence.countries:
        return False
    named = bool(evidence.divisions) and (place.country, place.admin1) not in evidence.divisions
    return not named or _proximity(key, place, evidence) >= _BESIDE


def plausible(best: Ranked, key: str, evidence: Evidence, *, said: bool) -> bool:
    """Whether the story can mean this place: something speaks for it, or it is known the world over.

    `said` is True where the words around the name say that it is a place.
    """
    place = best.place
    if place.form == 3 and not (
        best.backed and alike(key, place.name) >= _ALIKE and _is_about(place, key, evidence)
    ):
        return False
    if best.backed or place.kind in (COUNTRY, REGION, SEA, FACILITY):
        return True
    if place.capital or place.population >= (_HUGE if is_by_name(key, place) else BIG):
        return True
    if place.kind == ADMIN1 and place.form == 0 and not evidence.countries:
        return place.population >= LEAST_DIVISION
    return said and not evidence.countries
