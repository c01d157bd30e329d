"""Places that share a name, as far as they themselves tell which of them it means first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.resolving.places.gazetteer import GazetteerPlace
from dateline.resolving.places.names import name_key
from dateline.resolving.places.sources import ADMIN1, ADMIN2, COUNTRY, FACILITY, PART, REGION, SEA, SETTLEMENT

_STANDING = {COUNTRY: 9.0, REGION: 6.0, SEA: 6.0, ADMIN2: 3.2, PART: 4.0, FACILITY: 5.0}
# What a name found as an alternate, without its article, or by sound costs; less for big places, whose
# English names GeoNames keeps among the alternates.
_FORM = (0.0, 0.8, 1.0, 2.0)
BIG = 100_000
_SEAT = 20_000


class Namesakes(NamedTuple):
    """What places that share a name are, whatever a story says.

    `sizes` are the points of each for its size and for how the name finds it, `seats` the divisions that have
    a larger town among them, `countries` those that go by the name, `wider` the places that lend it, each
    with the people for whose sake it is known: a division's are those of its seat, if that has the name.
    """

    sizes: tuple[float, ...]
    seats: frozenset[tuple[str | None, str | None]]
    countries: frozenset[str | None]
    wider: tuple[tuple[GazetteerPlace, int], ...]


# A run's stories ask for the same names again and again.
@lru_cache(maxsize=4096)
def namesakes(candidates: tuple[GazetteerPlace, ...]) -> Namesakes:
    """What these places, which share a name, are; nothing of one alone but its size."""
    several = candidates if len(candidates) > 1 else ()
    return Namesakes(
        sizes=tuple([_size(place) - _form(place) for place in candidates]),
        seats=frozenset(
            (place.country, place.admin1)
            for place in several
            if place.kind == SETTLEMENT
            and place.form <= 1
            and place.population >= _SEAT
            and not is_called_after(place)
        ),
        countries=frozenset(place.country for place in several if place.kind == COUNTRY and place.form == 0),
        wider=tuple((place, _known_for(place, several)) for place in several if _lends_its_name(place)),
    )


def _known_for(wide: GazetteerPlace, namesakes: Sequence[GazetteerPlace]) -> int:
    seats = [
        place.population
        for place in namesakes
        if place.kind == SETTLEMENT and (place.country, place.admin1) == (wide.country, wide.admin1)
    ]
    return max(seats) if wide.kind == ADMIN1 and seats else wide.population


def is_called_after(place: GazetteerPlace) -> bool:
    """ "Oklahoma City", which some call by its division's name alone; Oklahoma is the division."""
    return place.admin1 is not None and name_key(place.name).startswith(f"{name_key(place.admin1)} ")


def _lends_its_name(place: GazetteerPlace) -> bool:
    """Whether a country, sea, region or division is what its name means before any small town."""
    if place.kind == COUNTRY:
        return place.form <= 1
    return place.form == 0 and place.kind in (REGION, SEA, ADMIN1)


def _size(place: GazetteerPlace) -> float:
    if place.kind == ADMIN1:
        return 0.9 * max(4.5, math.log10(place.population + 10) - 0.5)
    standing = _STANDING.get(place.kind)
    if standing is None:
        standing = math.log10(place.population + 10) + (1.2 if place.capital else 0.0)
    return 0.9 * standing


def _form(place: GazetteerPlace) -> float:
    return 0.3 if place.form == 1 and place.population >= BIG else _FORM[place.form]
