"""The toll over all kinds of victims (stub: the interface only)."""

from __future__ import annotations

from dateline.model import Harm, Incident, WeighedToll


def overall_toll(incident: Incident, harm: Harm) -> WeighedToll | None:
    """Low, best and high of one harm over all kinds of victims; None when nobody gives a number."""
    return next((toll for toll in incident.tolls if toll.harm is harm), None)
