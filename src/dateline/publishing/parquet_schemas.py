"""The types of the columns of claims.parquet and incidents.parquet; field by field those of the contracts."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _NUMBER, _DEGREES, _DAY = pa.string(), pa.int64(), pa.float64(), pa.date32()


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


_SPAN = _struct(start=_NUMBER, end=_NUMBER, text=_TEXT)
_ACTORS = pa.list_(_struct(role=_TEXT, mention=_SPAN, id=_TEXT, name=_TEXT, kind=_TEXT, country=_TEXT))
_PLACE = _struct(
    mention=_SPAN,
    name=_TEXT,
    geonameid=_NUMBER,
    latitude=_DEGREES,
    longitude=_DEGREES,
    admin1=_TEXT,
    country=_TEXT,
    precision=_NUMBER,
)
_WHEN = _struct(mention=_SPAN, earliest=_DAY, latest=_DAY, precision=_NUMBER)
_TOLLS = pa.list_(
    _struct(
        harm=_TEXT,
        low=_NUMBER,
        high=_NUMBER,
        approximate=pa.bool_(),
        victims=_TEXT,
        subset=pa.bool_(),
        party=_TEXT,
        mention=_SPAN,
    )
)
_WEIGHED = pa.list_(
    _struct(
        harm=_TEXT,
        victims=_TEXT,
        low=_NUMBER,
        best=_NUMBER,
        high=_NUMBER,
        claims=pa.list_(_TEXT),
        rule=_TEXT,
    )
)


def claim_schema() -> pa.Schema:
    """A row a claim (claim.schema.json)."""
    return pa.schema(
        {
            "story": _TEXT,
            "claim": _TEXT,
            "quote": _SPAN,
            "event": _struct(
                type=_TEXT,
                trigger=_SPAN,
                plover=_struct(event=_TEXT, mode=_TEXT),
                acled=_struct(event_type=_TEXT, sub_event_type=_TEXT),
            ),
            "actors": _ACTORS,
            "place": _PLACE,
            "date": _WHEN,
            "tolls": _TOLLS,
            "attribution": _struct(source=_SPAN, name=_TEXT, kind=_TEXT, cue=_SPAN),
            "status": _TEXT,
            "background": pa.bool_(),
            "incident": _TEXT,
            "rule": _TEXT,
        }
    )


def incident_schema() -> pa.Schema:
    """A row an incident (incident.schema.json)."""
    return pa.schema(
        {
            "incident": _TEXT,
            "event": _TEXT,
            "place": _PLACE,
            "date": _WHEN,
            "actors": _ACTORS,
            "tolls": _WEIGHED,
            "overall": _WEIGHED,
            "claims": pa.list_(_TEXT),
            "sources": pa.list_(_TEXT),
            "independent_sources": _NUMBER,
            "grade": _TEXT,
            "disputed": pa.list_(_TEXT),
        }
    )
