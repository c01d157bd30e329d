"""Stories, claims and incidents as rows, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row

from dateline.errors import LedgerError
from dateline.model import Claim, Incident, Story
from dateline.model.jsonform import (
    claim_from_json,
    claim_to_json,
    incident_from_json,
    incident_to_json,
    json_line,
)

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoryVersion:
    """One text that a story has had, counted from 1; `coder` is who coded it last."""

    number: int
    story: Story
    coder: str
    current: bool


def _json(value: Mapping[str, object], story: Story) -> str:
    try:
        return json_line(value)
    except (TypeError, ValueError) as error:
        raise LedgerError(
            f"story {story.id!r}: its metadata cannot be kept as JSON ({error}); "
            "keep to texts, numbers, lists and mappings"
        ) from error


def basis(story: Story) -> str:
    """Hash of all that a coder is given of a story: its text and metadata, to the character.

    Not where it was read from: the same story found in another folder is no other story.
    """
    given = {
        "text": story.text,
        "outlet": story.outlet,
        "title": story.title,
        "published": story.published.isoformat() if story.published else None,
        "url": story.url,
        "language": story.language,
        "origins": _json(dict(sorted(story.origins.items())), story),
        "extra": _json(story.extra, story),
    }
    return hashlib.sha256(json_line(given).encode("utf-8", "surrogatepass")).hexdigest()


def version_values(story: Story, number: int) -> Values:
    """The row of `versions` for a story."""
    return {
        "story": story.id,
        "number": number,
        "sha256": story.sha256,
        "text": story.text,
        "outlet": story.outlet,
        "title": story.title,
        "published": story.published,
        "url": story.url,
        "language": story.language,
        "location": story.location,
        "origins": _json(dict(sorted(story.origins.items())), story),
        "extra": _json(story.extra, story),
    }


def story_of(row: Row[Any]) -> Story:
    """The story of a row of `versions`."""
    return Story(
        id=row.story,
        text=row.text,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        url=row.url,
        language=row.language,
        location=row.location,
        origins=json.loads(row.origins),
        extra=json.loads(row.extra),
    )


def claim_values(claim: Claim, version: int, coding: int, number: int) -> Values:
    """The row of `claims` for a claim; its incident is computed and stands elsewhere."""
    return {
        "story": claim.story,
        "version": version,
        "coding": coding,
        "number": number,
        "claim": claim.id,
        "event": str(claim.event.type),
        "earliest": claim.date.earliest if claim.date else None,
        "latest": claim.date.latest if claim.date else None,
        "geonameid": claim.place.geonameid if claim.place else None,
        "claimant": claim.attribution.name if claim.attribution else None,
        "status": str(claim.status),
        "background": claim.background,
        "json": json_line(claim_to_json(replace(claim, incident=None))),
    }


def claim_of(stored: str, incident: str | None) -> Claim:
    """The claim of a row's JSON, as a member of `incident`."""
    return claim_from_json(json.loads(stored) | {"incident": incident})


def incident_values(incident: Incident, number: int) -> Values:
    """The row of `incidents` for an incident; `number` only has to be another one for each."""
    earliest = incident.date.earliest if incident.date else None
    place = incident.place.name if incident.place else ""
    return {
        "id": incident.id,
        "number": number,
        "event": str(incident.event),
        "earliest": earliest,
        "latest": incident.date.latest if incident.date else None,
        "geonameid": incident.place.geonameid if incident.place else None,
        "grade": str(incident.grade),
        "json": json_line(incident_to_json(incident)),
        "sources": incident.independent_sources,
        "size": len(incident.claims),
        "disputed": "toll" in incident.disputed,
        "sort": f"{(earliest or date.max).isoformat()} {place}",
    }


def incident_of(stored: str) -> Incident:
    """The incident of a row's JSON."""
    return incident_from_json(json.loads(stored))
