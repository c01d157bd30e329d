"""What the ledger lets in: claims that rest on the text that they say they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.errors import LedgerError, SpanError
from dateline.model import Claim, Incident, Story


def check_claims(story: Story, claims: Iterable[Claim]) -> None:
    """Raise unless the ledger would take these as the claims of this story.

    Raises SpanError when a span reads otherwise in the story's stored text, LedgerError when a
    claim is of another story or its id stands twice. A caller who would rather lose one story than
    a batch asks this of each before `Ledger.add`.
    """
    seen: set[str] = set()
    for claim in claims:
        if claim.story != story.id:
            raise LedgerError(
                f"claim {claim.id!r} says that it is of story {claim.story!r}, "
                f"but came with story {story.id!r}"
            )
        if claim.id in seen:
            raise LedgerError(f"story {story.id!r}: two claims have the id {claim.id!r}")
        seen.add(claim.id)
        for field, span in claim.spans():
            try:
                span.check(story.text)
            except SpanError as error:
                raise SpanError(f"story {story.id!r}, claim {claim.id!r}, {field}: {error}") from error


def check_batch(batch: Sequence[tuple[Story, Sequence[Claim]]]) -> None:
    """Raise as `check_claims` does for each story, and when a story or claim id stands twice."""
    stories: set[str] = set()
    owners: dict[str, str] = {}
    for story, claims in batch:
        if story.id in stories:
            raise LedgerError(f"story {story.id!r} stands twice in one batch; add its versions one by one")
        stories.add(story.id)
        check_claims(story, claims)
        for claim in claims:
            if claim.id in owners:
                raise LedgerError(
                    f"claim id {claim.id!r} stands in two stories, {owners[claim.id]!r} and {story.id!r}"
                )
            owners[claim.id] = story.id


def check_incidents(
    incidents: Sequence[Incident],
    lineages: Mapping[str, str],
    owners: Mapping[str, str],
    stories: Collection[str],
) -> None:
    """Raise LedgerError unless every reference of the incidents and lineages leads somewhere.

    `owners` gives the story of each current claim among those named; `stories` are the current ones
    among those named.
    """
    ids: set[str] = set()
    placed: dict[str, str] = {}
    for incident in incidents:
        if incident.id in ids:
            raise LedgerError(f"two incidents have the id {incident.id!r}")
        ids.add(incident.id)
        for claim in incident.claims:
            if claim not in owners:
                raise LedgerError(
                    f"incident {incident.id!r} rests on claim {claim!r}, which no story has now"
                )
            if claim in placed:
                raise LedgerError(
                    f"claim {claim!r} stands in two incidents, or twice in one: "
                    f"{placed[claim]!r} and {incident.id!r}"
                )
            placed[claim] = incident.id
        for toll in incident.tolls:
            strange = [claim for claim in toll.claims if placed.get(claim) != incident.id]
            if strange:
                raise LedgerError(
                    f"incident {incident.id!r}: its {toll.harm} toll rests on claim {strange[0]!r}, "
                    "which is not of the incident"
                )
    for story, lineage in lineages.items():
        for name in (story, lineage):
            if name not in stories:
                raise LedgerError(f"a lineage names story {name!r}, which the ledger does not have")
        if lineages.get(lineage, lineage) != lineage:
            raise LedgerError(
                f"story {story!r} is of lineage {lineage!r}, which is itself of lineage {lineages[lineage]!r}"
            )
