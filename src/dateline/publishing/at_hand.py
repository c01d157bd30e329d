"""Incidents with their claims and stories read together, not one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dateline.ledger.views import Reading
from dateline.model import Incident, Record

TOGETHER = 200
"""Incidents whose claims and stories are in memory at a time."""


def at_hand(record: Record, incidents: Iterable[Incident] | None = None) -> Iterator[Incident]:
    """The incidents, all of the record in its order unless others are given.

    While one of them is at hand, looking up its claims, their stories and the first stories of these
    stories' copies costs no query: a record of a ledger reads them for many incidents at a time.
    """
    rest = iter(record.incidents if incidents is None else incidents)
    while some := list(islice(rest, TOGETHER)):
        claims = list(dict.fromkeys(claim for incident in some for claim in incident.claims))
        if isinstance(record.claims, Reading):
            record.claims.read_ahead(claims)
        if isinstance(record.stories, Reading):
            found = (record.claims.get(claim) for claim in claims)
            stories = {claim.story for claim in found if claim is not None}
            record.stories.read_ahead(sorted(stories | {record.lineages.get(id_, id_) for id_ in stories}))
        yield from some
