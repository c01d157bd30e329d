"""incidents.geojson: every incident as a feature (RFC 7946), with plain properties for a GIS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dateline.model import Harm, Incident, Place, Record
from dateline.publishing.options import PublishingOptions
from dateline.publishing.ranges import harm_range


def incidents_geojson(record: Record, options: PublishingOptions) -> Iterator[str]:  # noqa: ARG001 - every format has this form
    """A FeatureCollection, a feature a line, in the record's order.

    An incident without coordinates has the geometry null (RFC 7946, section 3.2): it is in the
    record, and nobody knows where it would go on a map. Coordinates are WGS84, longitude first;
    `where_prec` and `date_prec` are UCDP GED's. Each harm has its numbers over all victims (`killed_best`)
    and those of each kind (`killed_civilian_best`).
    """
    yield '{"type": "FeatureCollection", "features": ['
    separator = "\n"
    for incident in record.incidents:
        yield separator + json.dumps(_feature(incident), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _feature(incident: Incident) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _point(incident.place),
        "properties": _properties(incident),
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _properties(incident: Incident) -> dict[str, Any]:
    place, when = incident.place, incident.date
    properties: dict[str, Any] = {
        "incident": incident.id,
        "event": str(incident.event),
        "date_start": when.earliest.isoformat() if when and when.earliest else None,
        "date_end": when.latest.isoformat() if when and when.latest else None,
        "date_prec": when.precision if when else None,
        "place": place.name if place else None,
        "adm_1": place.admin1 if place else None,
        "country": place.country if place else None,
        "geonameid": place.geonameid if place else None,
        "where_prec": place.precision if place else None,
        "by": "; ".join(a.name or a.mention.text for a in incident.actors if a.role == "by") or None,
        "against": "; ".join(a.name or a.mention.text for a in incident.actors if a.role == "against")
        or None,
    }
    for harm in Harm:
        if (whole := harm_range(incident, harm)).known:
            properties |= {f"{harm}_low": whole.low, f"{harm}_best": whole.best, f"{harm}_high": whole.high}
    for toll in incident.tolls:
        name = f"{toll.harm}_{toll.victims}"
        properties |= {f"{name}_low": toll.low, f"{name}_best": toll.best, f"{name}_high": toll.high}
    return properties | {
        "claims": len(incident.claims),
        "sources": "; ".join(incident.sources),
        "independent_sources": incident.independent_sources,
        "grade": str(incident.grade),
        "disputed": "; ".join(incident.disputed) or None,
    }
