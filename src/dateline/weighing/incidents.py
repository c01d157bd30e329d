"""Incidents from their claims (stub: the interface only)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.model import Claim, Incident, Story
from dateline.weighing.settings import WeighingSettings


def weigh_incident(
    incident_id: str,
    claims: Iterable[Claim],
    stories: Mapping[str, Story],
    lineages: Mapping[str, str],
    settings: WeighingSettings | None = None,
) -> Incident:
    """What the claims of one incident add up to."""
    raise NotImplementedError


def build_incidents(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    membership: Mapping[str, str | None],
    settings: WeighingSettings | None = None,
) -> tuple[Incident, ...]:
    """All incidents of `membership` (claim id to incident id or None), sorted by date, place and id."""
    del stories, claims, lineages, membership, settings
    return ()


def disputed_tolls(incidents: Iterable[Incident]) -> int:
    """How many incidents have a disputed toll."""
    return sum("toll" in incident.disputed for incident in incidents)
