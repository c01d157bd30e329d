"""incidents.plover.jsonl: an incident a line, as a PLOVER event.

Names of fields and of what they hold: PLOVER manual, draft 2.0, "Data fields". `id` is Dateline's incident
id. `date` and `actor` are required there; where nobody gives a day `date` is null, and where nobody is said
to have done it `actor` is one of unknown sector. `event` is empty for a type that is none of PLOVER's.
Numbers of people are in `size`, with a low and high beside each best.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline import __version__
from dateline.model import Actor, Harm, Incident, Place, Record
from dateline.model.jsonform import json_line
from dateline.publishing.at_hand import at_hand
from dateline.publishing.options import PublishingOptions
from dateline.publishing.parties import UNIDENTIFIED, Parties, parties
from dateline.publishing.plover_rules import PloverRules, read_plover_rules
from dateline.publishing.ranges import harm_range
from dateline.publishing.sources import article, sources

CODEBOOK = "plover-2.0-draft"
SIZES = {Harm.KILLED: "dead", Harm.INJURED: "injured", Harm.CAPTURED: "arrested"}
"""PLOVER's names for numbers of people; other harms keep their own."""


def incidents_plover_jsonl(record: Record, options: PublishingOptions) -> Iterator[str]:
    """The lines, in the record's order. Raises KnowledgeError when plover.yaml is wrong."""
    rules = read_plover_rules(options.knowledge)
    return (json_line(plover_event(incident, record, rules)) + "\n" for incident in at_hand(record))


def plover_event(incident: Incident, record: Record, rules: PloverRules) -> dict[str, Any]:
    """The incident as a PLOVER event."""
    code, sides, when = rules.types[incident.event], parties(incident), incident.date
    first, last = (when.earliest, when.latest) if when else (None, None)
    return {
        "id": incident.id,
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last else None,
        "actor": [_entity(actor, incident, rules) for actor in sides.doers] or [_nobody(rules)],
        "recipient": [_entity(actor, incident, rules) for actor in sides.targets],
        "event": [code.category] if code else [],
        "mode": [code.detail] if code and code.detail else [],
        "context": _contexts(incident, sides, rules),
        "quad_code": rules.quad[code.category] if code else None,
        "event_loc": _location(incident.place, rules),
        "size": _sizes(incident),
        "cite_info": [
            {
                "citation": article(story),
                "url": story.url,
                "title": story.title,
                "publication": story.outlet,
                "language": story.language,
            }
            for story in sources(incident, record).stories
        ],
        "coder": f"dateline {__version__}",
        "codebook": CODEBOOK,
        "dateline": {
            "event": str(incident.event),
            "grade": str(incident.grade),
            "disputed": list(incident.disputed),
            "independent_sources": incident.independent_sources,
            "date_prec": when.precision if when else None,
            "where_prec": incident.place.precision if incident.place else None,
        },
    }


def _entity(actor: Actor, incident: Incident, rules: PloverRules) -> dict[str, Any]:
    """The unidentified count as armed (UAF) only in what is violent."""
    kind = actor.kind or ""
    unarmed = kind == UNIDENTIFIED and incident.event not in rules.violent
    return {
        "code": rules.codes.get(kind) or actor.country,
        "sector": rules.unknown_sector if unarmed else rules.sectors.get(kind),
        "entity_text": actor.mention.text,
        "identifier_id": actor.id,
        "identifier_text": actor.name,
    }


def _nobody(rules: PloverRules) -> dict[str, Any]:
    unknown = dict.fromkeys(("code", "sector", "entity_text", "identifier_id", "identifier_text"))
    return {**unknown, "sector": rules.unknown_sector}


def _contexts(incident: Incident, sides: Parties, rules: PloverRules) -> list[str]:
    found = list(rules.contexts_by_type.get(incident.event, ()))
    for actor in (*sides.doers, *sides.targets):
        found += rules.contexts_by_kind.get(actor.kind or "", ())
    return list(dict.fromkeys(found))


def _location(place: Place | None, rules: PloverRules) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "extracted_place": place.mention.text,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.latitude,
        "lon": place.longitude,
        "province": place.admin1,
        "country_code": place.country,
        "resolution": rules.resolution.get(place.precision),
    }


def _sizes(incident: Incident) -> dict[str, int | None]:
    sizes: dict[str, int | None] = {}
    for harm in Harm:
        toll, name = harm_range(incident, harm), SIZES.get(harm, str(harm))
        if toll.known:
            sizes |= {name: toll.best, f"{name}_low": toll.low, f"{name}_high": toll.high}
    return sizes
