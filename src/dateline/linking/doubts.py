"""Incidents whose stories little holds together: the parts into which they fall when every pair speaks less
for one event.

Two shootings of one city on one day may be one, and one shooting told in two ways may be two. An incident
keeps what speaks for it, all in all; but what weighing says of it for sure should not hang on the weakest of
it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.linking.pairs import UNSEEN, Member, Pairs
from dateline.linking.rounds import Component
from dateline.linking.ties import Ties

Part = tuple[int, list[int]]


def parts_in_doubt(
    incidents: Sequence[Sequence[int]],
    members: Sequence[Member],
    pairs: Pairs,
    ties: Ties,
    doubt: int,
) -> Iterator[list[Part]]:
    """For each incident that would fall apart its parts, each with its founder and its claims by number.

    `incidents` are those of one component, as `Component` groups them, `pairs` all of that component. Every
    score is lowered by `doubt`, in units. Only incidents of several lineages are looked at: what one story
    tells as one event, it tells as one. Claims that would be of no part are left out. Without
    `doubt` none falls.
    """
    if not doubt:
        return
    home: dict[int, int] = {}
    for at, incident in enumerate(incidents):
        if len({members[number].lineage for number in incident}) > 1:
            home |= dict.fromkeys(incident, at)
    if not home:
        return
    inside: dict[int, Pairs] = defaultdict(Pairs)
    for one, other, score, apart in pairs:
        at = home.get(one, -1)
        if at >= 0 and at == home.get(other):
            inside[at].append((one, other, max(UNSEEN, score - doubt), apart))
    for at, found in inside.items():
        parts = Component(incidents[at], members, found, ties.among(incidents[at])).incidents()
        if len(parts) > 1:
            yield parts
