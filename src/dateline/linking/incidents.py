"""Claims to incidents (stub: the interface only)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.linking.settings import LinkingSettings
from dateline.model import Claim, Story


def link_claims(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
) -> dict[str, str | None]:
    """For each claim's id the id of its incident, or None."""
    return {claim.id: None for claim in claims}


def explain_pair() -> None:
    """Stub."""
