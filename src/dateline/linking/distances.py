"""How far two places are from each other."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from dateline.model import Place

EARTH_RADIUS_KM = 6371.0


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
