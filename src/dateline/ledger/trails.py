"""Where an incident went: claims that once were of it, and the incidents that they, or what the coder makes
in their place, are of now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from dateline.ledger.current import is_current
from dateline.ledger.portions import portions
from dateline.ledger.rows import claim_of
from dateline.ledger.schema import claims, former, incidents, members, stories, unlinked

Membership = tuple[str, str]


def drop_incidents(connection: Connection, names: Sequence[str]) -> None:
    """Take incidents out until they are computed again, keeping which claims were of them."""
    for some in portions(names):
        held = connection.execute(select(members).where(members.c.incident.in_(some))).all()
        keep_former(connection, ((row.incident, row.claim) for row in held))
        mark_unlinked(connection, {row.story for row in held})
        connection.execute(delete(members).where(members.c.incident.in_(some)))
        connection.execute(delete(incidents).where(incidents.c.id.in_(some)))


def mark_unlinked(connection: Connection, names: Iterable[str]) -> None:
    """Note stories whose claims have to be linked again."""
    for some in portions(sorted(set(names))):
        known = set(connection.scalars(select(unlinked.c.story).where(unlinked.c.story.in_(some))))
        if new := [{"story": name} for name in some if name not in known]:
            connection.execute(insert(unlinked), new)


def keep_former(connection: Connection, gone: Iterable[Membership]) -> None:
    """Note claims that are no longer of their incident."""
    new = sorted(set(gone))
    known = {
        (row.incident, row.claim)
        for some in portions(sorted({incident for incident, _ in new}))
        for row in connection.execute(select(former).where(former.c.incident.in_(some)))
    }
    if new := [one for one in new if one not in known]:
        connection.execute(insert(former), [{"incident": one, "claim": claim} for one, claim in new])


def forget_returned(connection: Connection, now: set[Membership]) -> None:
    """Take out of the notes the claims that are of their incident again."""
    for some in portions(sorted({incident for incident, _ in now})):
        for row in connection.execute(select(former).where(former.c.incident.in_(some))).all():
            if (row.incident, row.claim) in now:
                connection.execute(
                    delete(former).where(former.c.incident == row.incident, former.c.claim == row.claim)
                )


def successors(connection: Connection, incident: str) -> tuple[str, ...] | None:
    """The incidents that claims once of `incident` are of now, without itself, in order of these claims' ids;
    empty when they are of none, None when no claim ever left an incident of that id."""
    left = connection.scalars(
        select(former.c.claim).where(former.c.incident == incident).order_by(former.c.claim)
    ).all()
    if not left:
        return None
    found: dict[str, None] = {}
    for claim in left:
        for now in claims_in_place_of(connection, claim):
            home = connection.scalar(select(members.c.incident).where(members.c.claim == now))
            if home is not None and home != incident:
                found[home] = None
    return tuple(found)


def claims_in_place_of(connection: Connection, claim: str) -> tuple[str, ...]:
    """The current claims that are made of the words of `claim`: itself when it is current, else those of its
    story whose quotes share words with its quote, of the same kind of event before others."""
    made = connection.execute(
        select(claims)
        .where(claims.c.claim == claim)
        .order_by(claims.c.version.desc(), claims.c.coding.desc())
        .limit(1)
    ).first()
    if made is None:
        return ()
    now = connection.execute(
        select(claims.c.claim, claims.c.version, claims.c.event, claims.c.json)
        .join(stories, is_current())
        .where(claims.c.story == made.story)
        .order_by(claims.c.number)
    ).all()
    if any(row.claim == claim for row in now):
        return (claim,)
    near = list(_sharing_words(made, now))
    alike = [row.claim for row in near if row.event == made.event]
    return tuple(alike or [row.claim for row in near])


def _sharing_words(made: Row[Any], now: Iterable[Any]) -> Iterator[Any]:
    quote = claim_of(made.json, None).quote
    for row in now:
        other = claim_of(row.json, None).quote
        # Another version of a story may have moved its sentences: there only the words themselves tell.
        same_place = row.version == made.version and quote.overlaps(other)
        if same_place or quote.text in other.text or other.text in quote.text:
            yield row
