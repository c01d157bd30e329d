"""Two claims' places compared: by distance against how exactly each is known, and by name off the map.

The levels are those of `fields.py`, but for what words in common change; here they are asked of the claims
of one story, before claims are in a table.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from dateline.linking.facts import Extent, Facts
from dateline.linking.names import alike
from dateline.linking.settings import LinkingSettings
from dateline.model import Place

EARTH_RADIUS_KM = 6371.0
NEAR = 2
"""where_prec of the UCDP GED codebook: near a place, or in a part of it."""
OTHER_PLACES = ("same-province", "unlike-name", "around", "elsewhere")
"""Levels of two places that speak against one event."""


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance in kilometres; None when one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    chord = (
        sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def reach_km(place: Place, settings: LinkingSettings) -> float:
    """How far from its point a place may lie, in kilometres. What has its town's point and a name of its own
    lies in the town, but "near the town" may be anywhere around."""
    return settings.radius_km[1 if place.precision == NEAR and place.geonameid is None else place.precision]


def place_level(one: Facts, other: Facts, settings: LinkingSettings) -> str:
    """The level of the two claims' places."""
    a, b = one.place, other.place
    if a is None or b is None:
        return "unknown"
    extents = {one.extent, other.extent}
    if Extent.COUNTRY in extents:
        return "elsewhere" if _differ(a.country, b.country) else "country"
    if Extent.OFF_MAP in extents:
        return _level_off_map(one, other, a, b, settings)
    if Extent.AREA in extents:
        return _level_of_areas(one, other, a, b, settings)
    return _level_of_points(one, other, a, b, settings)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _named_alike(one: Facts, other: Facts, settings: LinkingSettings) -> bool:
    return alike(one.place_name, other.place_name, settings.name_likeness)


def _level_of_points(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    here = "same" if _named_alike(one, other, settings) else "same-town"
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return here
    distance = distance_km(a, b)
    if distance is None:
        return _level_off_map(one, other, a, b, settings)
    if distance <= settings.radius_km[1]:
        return here
    if distance <= reach_km(a, settings) + reach_km(b, settings):
        return "near"
    return "around" if _one_province(a, b) else "elsewhere"


def _one_province(a: Place, b: Place) -> bool:
    return a.admin1 is not None and (a.country, a.admin1) == (b.country, b.admin1)


def _level_of_areas(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    """For places of which one is a province or as vague."""
    both = one.extent is other.extent
    if both and a.geonameid is not None and a.geonameid == b.geonameid:
        return "same-area"
    distance = distance_km(a, b) or 0.0
    far = distance > reach_km(a, settings) + reach_km(b, settings)
    if far or _differ(a.country, b.country) or _differ(a.admin1, b.admin1):
        return "elsewhere"
    return "same-area" if both else "within"


def _level_off_map(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    """For places of which one cannot be put on the map: by name, and what they lie in."""
    if _differ(a.country, b.country):
        return "elsewhere"
    if _named_alike(one, other, settings):
        return "same"
    if _differ(a.admin1, b.admin1):
        return "elsewhere"
    if Extent.AREA in (one.extent, other.extent):
        return "within"
    if is_scene(one, settings) != is_scene(other, settings):
        return "unknown"
    return "same-province" if a.admin1 is not None and a.admin1 == b.admin1 else "unlike-name"


def is_scene(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether it is a street, a shop or the like that is not on the map: it may lie in any town."""
    return facts.extent is Extent.OFF_MAP and not settings.scene_words.isdisjoint(facts.place_name.split())
