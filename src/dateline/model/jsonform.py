"""Claims and incidents to and from the JSON of the contracts.

`json_line` gives one canonical line: the same object gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.model.claim import Actor, Attribution, Claim, Codes, Event, Place, Toll, When
from dateline.model.incident import Incident, WeighedToll
from dateline.model.spans import Span
from dateline.model.terms import EventType, Grade, Harm, Role, Status, Victims

Json = dict[str, Any]


def json_line(value: Mapping[str, Any]) -> str:
    """One line of JSON Lines, without its newline; keys keep the contract's order."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def span_to_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _optional_span(span: Span | None) -> Json | None:
    return None if span is None else span_to_json(span)


def _codes_to_json(codes: Codes | None, category: str, detail: str) -> Json | None:
    return None if codes is None else {category: codes.category, detail: codes.detail}


def actor_to_json(actor: Actor) -> Json:
    return {
        "role": str(actor.role),
        "mention": span_to_json(actor.mention),
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
    }


def place_to_json(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "mention": span_to_json(place.mention),
        "name": place.name,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "admin1": place.admin1,
        "country": place.country,
        "precision": place.precision,
    }


def when_to_json(when: When | None) -> Json | None:
    if when is None:
        return None
    return {
        "mention": _optional_span(when.mention),
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
    }


def toll_to_json(toll: Toll) -> Json:
    return {
        "harm": str(toll.harm),
        "low": toll.low,
        "high": toll.high,
        "approximate": toll.approximate,
        "victims": str(toll.victims),
        "subset": toll.subset,
        "party": toll.party,
        "mention": span_to_json(toll.mention),
    }


def claim_to_json(claim: Claim) -> Json:
    """The claim in the form of claim.schema.json."""
    event, attribution = claim.event, claim.attribution
    return {
        "story": claim.story,
        "claim": claim.id,
        "quote": span_to_json(claim.quote),
        "event": {
            "type": str(event.type),
            "trigger": span_to_json(event.trigger),
            "plover": _codes_to_json(event.plover, "event", "mode"),
            "acled": _codes_to_json(event.acled, "event_type", "sub_event_type"),
        },
        "actors": [actor_to_json(actor) for actor in claim.actors],
        "place": place_to_json(claim.place),
        "date": when_to_json(claim.date),
        "tolls": [toll_to_json(toll) for toll in claim.tolls],
        "attribution": None
        if attribution is None
        else {
            "source": span_to_json(attribution.source),
            "name": attribution.name,
            "kind": attribution.kind,
            "cue": _optional_span(attribution.cue),
        },
        "status": str(claim.status),
        "background": claim.background,
        "incident": claim.incident,
        "rule": claim.rule,
    }


def _weighed_to_json(toll: WeighedToll) -> Json:
    return {
        "harm": str(toll.harm),
        "victims": str(toll.victims),
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "claims": list(toll.claims),
        "rule": toll.rule,
    }


def incident_to_json(incident: Incident) -> Json:
    """The incident in the form of incident.schema.json."""
    return {
        "incident": incident.id,
        "event": str(incident.event),
        "place": place_to_json(incident.place),
        "date": when_to_json(incident.date),
        "actors": [actor_to_json(actor) for actor in incident.actors],
        "tolls": [_weighed_to_json(toll) for toll in incident.tolls],
        "overall": [_weighed_to_json(toll) for toll in incident.overall],
        "claims": list(incident.claims),
        "sources": list(incident.sources),
        "independent_sources": incident.independent_sources,
        "grade": str(incident.grade),
        "disputed": list(incident.disputed),
    }


def span_from_json(data: Json) -> Span:
    return Span(data["start"], data["end"], data["text"])


def _span_or_none(data: Json | None) -> Span | None:
    return None if data is None else span_from_json(data)


def _codes_from_json(data: Json | None, category: str, detail: str) -> Codes | None:
    return None if data is None else Codes(data[category], data[detail])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def actor_from_json(data: Json) -> Actor:
    return Actor(
        Role(data["role"]),
        span_from_json(data["mention"]),
        data["id"],
        data["name"],
        data["kind"],
        data["country"],
    )


def place_from_json(data: Json | None) -> Place | None:
    if data is None:
        return None
    return Place(
        span_from_json(data["mention"]),
        data["name"],
        data["geonameid"],
        data["latitude"],
        data["longitude"],
        data["admin1"],
        data["country"],
        data["precision"],
    )


def when_from_json(data: Json | None) -> When | None:
    if data is None:
        return None
    return When(
        _span_or_none(data["mention"]), _day(data["earliest"]), _day(data["latest"]), data["precision"]
    )


def toll_from_json(data: Json) -> Toll:
    return Toll(
        Harm(data["harm"]),
        data["low"],
        data["high"],
        data["approximate"],
        Victims(data["victims"]),
        data["subset"],
        data.get("party"),
        span_from_json(data["mention"]),
    )


def claim_from_json(data: Json) -> Claim:
    """The claim that `claim_to_json` wrote. Raises KeyError or ValueError on anything else."""
    event, attribution = data["event"], data["attribution"]
    return Claim(
        story=data["story"],
        id=data["claim"],
        quote=span_from_json(data["quote"]),
        event=Event(
            EventType(event["type"]),
            span_from_json(event["trigger"]),
            _codes_from_json(event["plover"], "event", "mode"),
            _codes_from_json(event["acled"], "event_type", "sub_event_type"),
        ),
        actors=tuple(actor_from_json(actor) for actor in data["actors"]),
        place=place_from_json(data["place"]),
        date=when_from_json(data["date"]),
        tolls=tuple(toll_from_json(toll) for toll in data["tolls"]),
        attribution=None
        if attribution is None
        else Attribution(
            span_from_json(attribution["source"]),
            attribution["name"],
            attribution["kind"],
            _span_or_none(attribution["cue"]),
        ),
        status=Status(data["status"]),
        background=data["background"],
        incident=data["incident"],
        rule=data["rule"],
    )


def _weighed_from_json(data: Json) -> WeighedToll:
    return WeighedToll(
        Harm(data["harm"]),
        Victims(data["victims"]),
        data["low"],
        data["best"],
        data["high"],
        tuple(data["claims"]),
        data["rule"],
    )


def incident_from_json(data: Json) -> Incident:
    """The incident that `incident_to_json` wrote."""
    return Incident(
        id=data["incident"],
        event=EventType(data["event"]),
        place=place_from_json(data["place"]),
        date=when_from_json(data["date"]),
        actors=tuple(actor_from_json(actor) for actor in data["actors"]),
        tolls=tuple(_weighed_from_json(toll) for toll in data["tolls"]),
        overall=tuple(_weighed_from_json(toll) for toll in data.get("overall", ())),
        claims=tuple(data["claims"]),
        sources=tuple(data["sources"]),
        independent_sources=data["independent_sources"],
        grade=Grade(data["grade"]),
        disputed=tuple(data["disputed"]),
    )
