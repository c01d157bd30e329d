"""What a story as a whole says of where it plays, from the names in it and the places settled so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pycountry

from dateline.resolving.places.gazetteer import Gazetteer
from dateline.resolving.places.ranking import Evidence, Ranked
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.sources import ADMIN1, COUNTRY, REGION, SEA, SETTLEMENT
from dateline.resolving.places.tokens import Token

_TOWN = 20_000


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
                if alone and place.form <= 1 and (SETTLEMENT not in kinds or "admin1" in seen.words):
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
    if home := _home(outlet):
        weights[home] = weights.get(home, 0.0) + 1.5
    return Evidence(weights, frozenset(divisions))


def second_evidence(first: Evidence, settled: Iterable[tuple[Sighting, Ranked | None]]) -> Evidence:
    """The first evidence and what the places say that were settled on it."""
    weights = dict(first.countries)
    divisions = set(first.divisions)
    anchors: dict[tuple[str, float, float], None] = {}
    for seen, best in settled:
        if best is None or best.place.kind in (COUNTRY, REGION, SEA):
            continue
        place = best.place
        if best.backed or place.population >= 1_000_000 or len(seen.candidates) == 1:
            if place.latitude is not None and place.longitude is not None:
                anchors[seen.key, place.latitude, place.longitude] = None
            if place.country:
                weights[place.country] = weights.get(place.country, 0.0) + 1.0
            if place.kind == ADMIN1 and place.country and place.admin1:
                divisions.add((place.country, place.admin1))
    return Evidence(weights, frozenset(divisions), tuple(anchors))


def _home(outlet: str | None) -> str | None:
    """The country of an outlet by its domain's ending ("example.co.uk": GBR); None for any other."""
    if not outlet or "." not in outlet:
        return None
    ending = outlet.rsplit(".", 1)[1].upper()
    found = pycountry.countries.get(alpha_2="GB" if ending == "UK" else ending) if len(ending) == 2 else None
    return str(found.alpha_3) if found else None
