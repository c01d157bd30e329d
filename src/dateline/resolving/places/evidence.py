"""What a story as a whole says of where it plays, from the names in it and the places settled so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.namesakes import BIG
from dateline.resolving.places.outlets import outlet_country, outlet_towns
from dateline.resolving.places.ranking import LEAST_DIVISION, Evidence, Ranked
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.sources import ADMIN1, ADMIN2, COUNTRY, REGION, SEA, SETTLEMENT
from dateline.resolving.places.tokens import Token

_TOWN = 20_000
_VILLAGE = 1_000
_LEAST_SHARED, _MOST_SHARED = 1.5, 4.0
_MAJORITY = 0.6
_COUNTY = 1.5
_METROPOLIS = 1_000_000
_TIMES = 10
_HOME = 1.5


def first_evidence(
    tokens: Sequence[Token], sightings: Sequence[Sighting], gazetteer: Gazetteer, outlet: str | None
) -> Evidence:
    """What the names of countries and divisions, the demonyms and the outlet say."""
    countries: Counter[str] = Counter()
    divisions: set[tuple[str, str]] = set()
    mentions: Counter[str] = Counter()
    demonyms: Counter[str] = Counter()
    for seen in sightings:
        if seen.attributive:
            demonyms.update({place.country for place in seen.candidates if place.country})
            continue
        kinds = {
            place.kind for place in seen.candidates if place.kind != SETTLEMENT or place.population >= _TOWN
        }
        for place in seen.candidates:
            if place.kind == COUNTRY and place.country and ADMIN1 not in kinds:
                mentions[place.country] += 1
            elif place.kind == ADMIN1 and place.country and place.admin1:
                alone = COUNTRY not in kinds and sum(other.kind == ADMIN1 for other in seen.candidates) == 1
                if alone and place.form <= 1 and ("admin1" in seen.words or _is_its_own(place, seen)):
                    divisions.add((place.country, place.admin1))
                    countries[place.country] += 1
    for country, count in mentions.items():
        countries[country] += 2 + min(count, 6)
    for key, count in Counter([token.key for token in tokens if token.capital]).items():
        if of := gazetteer.demonym(key) or (" " in key and gazetteer.demonym(key.partition(" ")[0])):
            demonyms.update(dict.fromkeys(of, count))
    weights = {country: float(count) for country, count in countries.items()}
    for country, count in demonyms.items():
        weights[country] = weights.get(country, 0.0) + 0.5 + 0.5 * min(count, 6)
    if home := outlet_country(outlet):
        weights[home] = weights.get(home, 0.0) + _HOME
    anchors = tuple(
        ("", town.latitude, town.longitude)
        for town in (outlet_towns(outlet, gazetteer) if not mentions else ())
        if town.latitude is not None and town.longitude is not None
    )
    if not mentions and (told := _shared_country(sightings)):
        country, names = told
        weights[country] = weights.get(country, 0.0) + min(names, _MOST_SHARED)
    return Evidence(weights, frozenset(divisions), anchors)


def _is_its_own(division: GazetteerPlace, seen: Sighting) -> bool:
    """Whether the bare name is known for the division: no town has it too, nor a district of another country,
    as "Pasco County" is not in Peru."""
    shared = any(
        place.population >= _TOWN
        if place.kind == SETTLEMENT
        else place.kind == ADMIN2 and place.country != division.country
        for place in seen.candidates
    )
    return division.population >= LEAST_DIVISION and not shared


def _shared_country(sightings: Iterable[Sighting]) -> tuple[str, float] | None:
    """The country in which most of the names lie that a story gives without saying which, and how many of
    them: "Epworth" may be in three, but not beside "Dubuque" and "Peosta". None where it could be several.

    A name counts for its countries by the people in the places that bear it.
    """
    shares: dict[str, float] = {}
    names: dict[str, Sighting] = {}
    for seen in sightings:
        if seen.candidates and ("admin2" in seen.words or seen.key not in names):
            names[seen.key] = seen
    for seen in names.values():
        county = "admin2" in seen.words
        people: Counter[str] = Counter()
        closest = min(place.form for place in seen.candidates)
        kinds = (ADMIN2,) if county else (SETTLEMENT, ADMIN1, ADMIN2)
        for place in seen.candidates:
            if place.country and place.form == closest and place.kind in kinds:
                people[place.country] += max(place.population, _VILLAGE)
        told = _COUNTY if county and len(people) == 1 else 1.0
        for country, count in people.items():
            shares[country] = shares.get(country, 0.0) + told * count / people.total()
    if not shares:
        return None
    country, most = min(shares.items(), key=lambda item: (-item[1], item[0]))
    enough = most >= _LEAST_SHARED and most >= _MAJORITY * sum(shares.values())
    return (country, most) if enough else None


def second_evidence(first: Evidence, settled: Iterable[tuple[Sighting, Ranked | None]]) -> Evidence:
    """The first evidence and what the places say that were settled on it."""
    weights = dict(first.countries)
    divisions = set(first.divisions)
    anchors = dict.fromkeys(first.anchors)
    for seen, best in settled:
        if best is None or best.place.kind in (COUNTRY, REGION, SEA):
            continue
        place = best.place
        if "facility" in seen.words and place.population < BIG:
            continue  # "Midway Airport" need not be in any Midway
        if best.backed or _is_known(place, seen.candidates):
            if place.latitude is not None and place.longitude is not None:
                anchors[seen.key, place.latitude, place.longitude] = None
            if place.country:
                weights[place.country] = weights.get(place.country, 0.0) + 1.0
            if place.kind == ADMIN1 and place.country and place.admin1:
                divisions.add((place.country, place.admin1))
    return Evidence(weights, frozenset(divisions), tuple(anchors))


def _is_known(place: GazetteerPlace, namesakes: Sequence[GazetteerPlace]) -> bool:
    """Whether the name alone means this place: Detroit has namesakes, but none that anybody means."""
    others = [other.population for other in namesakes if other.number != place.number]
    return (
        not others
        or place.population >= _METROPOLIS
        or (place.population >= BIG and place.population >= _TIMES * max(others))
    )
