"""Incidents from their claims: a pure function of stories, claims, lineages and settings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dateline.model import Claim, Harm, Incident, Story
from dateline.weighing.attestation import disputed, grade, independent_sources, sources
from dateline.weighing.portrait import actors_of, date_of, event_of, place_of
from dateline.weighing.settings import WeighingSettings, load_weighing_settings
from dateline.weighing.tolls import weigh_tolls
from dateline.weighing.voices import in_order


def weigh_incident(
    incident_id: str,
    claims: Iterable[Claim],
    stories: Mapping[str, Story],
    lineages: Mapping[str, str],
    settings: WeighingSettings | None = None,
    *,
    beside: Iterable[Claim] = (),
    parts: Mapping[str, str] | None = None,
) -> Incident:
    """What the claims of one incident add up to.

    `claims` are the incident's, at least one, in any order; `stories` by id and `lineages`
    (`find_lineages`) hold their stories. A story that is not in `lineages` is its own lineage. `beside` are
    the other claims of these stories: where nobody counts dead, one may do so there. `parts` gives the parts
    of claims in an incident that is in doubt (`Linked.parts`). The incident's claims come in the order of
    publication, story and place in it.

    Raises ValueError when there are no claims.
    """
    settings = settings or load_weighing_settings()
    said = in_order(claims, stories, lineages, settings)
    if not said:
        raise ValueError(f"incident {incident_id} has no claims")
    tolls = weigh_tolls(said, settings, beside, parts)
    disputes = disputed(said, tolls.disputed, settings)
    return Incident(
        id=incident_id,
        event=event_of(said, settings),
        place=place_of(said),
        date=date_of(said),
        actors=actors_of(said, settings),
        tolls=tolls.rows,
        claims=tuple(one.claim.id for one in said),
        sources=sources(said),
        independent_sources=independent_sources(said),
        grade=grade(said, disputes, settings),
        disputed=disputes,
        overall=tolls.overall,
    )


def _order(incident: Incident) -> tuple[date, str, str]:
    day = incident.date.earliest if incident.date else None
    return day or date.max, incident.place.name if incident.place else "", incident.id


def build_incidents(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    membership: Mapping[str, str | None],
    settings: WeighingSettings | None = None,
    *,
    parts: Mapping[str, str] | None = None,
) -> tuple[Incident, ...]:
    """All incidents of `membership` (claim id to incident id or None, from `link_claims`).

    Sorted by first day (unknown last), name of the place and id. Claims that are not in
    `membership`, or have no incident there, stand beside the incidents that their stories tell of.
    `parts` are those of incidents in doubt (`Linked.parts`).
    """
    settings = settings or load_weighing_settings()
    members: dict[str, list[Claim]] = defaultdict(list)
    deadly: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (incident := membership.get(claim.id)) is not None:
            members[incident].append(claim)
        if any(toll.harm is Harm.KILLED for toll in claim.tolls):
            deadly[claim.story].append(claim)

    def beside(incident: str, found: Sequence[Claim]) -> Iterator[Claim]:
        for story in sorted({claim.story for claim in found}):
            yield from (claim for claim in deadly[story] if membership.get(claim.id) != incident)

    built = (
        weigh_incident(name, found, stories, lineages, settings, beside=beside(name, found), parts=parts)
        for name, found in members.items()
    )
    return tuple(sorted(built, key=_order))
