"""What the ledger lets in: claims that rest on the text that they say they rest on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import NoneType

from dateline.errors import LedgerError, SpanError
from dateline.ledger.shape import misfits
from dateline.model import Claim, Incident, Story


def check_claims(story: Story, claims: Iterable[Claim]) -> None:
    """Raise unless the ledger would take these as the claims of this story.

    Raises SpanError when a span reads otherwise in the story's stored text, LedgerError when a
    claim is of another story, its id stands twice, or a field is of another type than its class
    declares (JSON would not give it back). A caller who would rather lose one story than
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
        for what in misfits(claim):
            raise LedgerError(
                f"story {story.id!r}, claim {claim.id!r}: {what}, which the claim contract forbids"
            )
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
        if type(story.published) not in (date, NoneType):
            raise LedgerError(f"story {story.id!r}: published is {story.published!r}, which is not a day")
        check_claims(story, claims)
        for claim in claims:
            if claim.id in owners:
                raise LedgerError(
                    f"claim id {claim.id!r} stands in two stories, {owners[claim.id]!r} and {story.id!r}"
                )
            owners[claim.id] = story.id


def incident_flaws(incidents: Iterable[Incident], current: Container[str]) -> Iterator[tuple[str, str]]:
    """Each thing for which the ledger would not take these incidents: where it stands, what it is.

    `current` holds those of the claims that a story has now.
    """
    seen: set[str] = set()
    placed: dict[str, str] = {}
    for incident in incidents:
        where = f"incident {incident.id!r}"
        if incident.id in seen:
            yield where, "is there twice"
        seen.add(incident.id)
        for what in misfits(incident):
            yield where, f"its {what}, which the incident contract forbids"
        for claim in incident.claims:
            if claim not in current:
                yield where, f"rests on claim {claim!r}, which no story has now, or which was rejected"
            if claim in placed:
                yield where, f"rests on claim {claim!r}, which already is of incident {placed[claim]!r}"
            placed[claim] = incident.id
        of_incident = set(incident.claims)
        for toll in (*incident.tolls, *incident.overall):
            for claim in toll.claims:
                if claim not in of_incident:
                    yield where, f"its {toll.harm} toll rests on claim {claim!r}, which is not among its own"


def lineage_flaws(lineages: Mapping[str, str], stories: Container[str]) -> Iterator[tuple[str, str]]:
    """Each lineage that leads nowhere: where it stands, what is wrong.

    `stories` holds those of the named stories that the ledger has.
    """
    for story, lineage in lineages.items():
        where = f"lineage of story {story!r}"
        for name in dict.fromkeys((story, lineage)):
            if name not in stories:
                yield where, f"names story {name!r}, which the ledger does not have"
        if lineages.get(lineage, lineage) != lineage:
            yield where, f"is {lineage!r}, a story that is itself of lineage {lineages[lineage]!r}"
