"""How much a ledger holds and what stands out of it, without reading all of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, func, select

from dateline.ledger.current import is_current, is_current_text
from dateline.ledger.decided import rejected_claims
from dateline.ledger.ledger import Ledger
from dateline.ledger.rows import incident_of
from dateline.ledger.schema import claims, incidents, stories, versions
from dateline.model import Incident


@dataclass(frozen=True, slots=True)
class Counts:
    """How many current stories, claims (without those that people rejected) and incidents a ledger holds, and
    how many of these have a disputed toll."""

    stories: int
    claims: int
    incidents: int
    disputed: int


def counts(ledger: Ledger) -> Counts:
    """The counts of a ledger as it is now."""
    state = ledger.decisions()
    with ledger.transaction() as connection:

        def count(rows: Select[tuple[str]]) -> int:
            return connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()

        current = count(select(claims.c.claim).join(stories, is_current()))
        return Counts(
            stories=count(select(stories.c.id)),
            claims=current - len(rejected_claims(connection, state)),
            incidents=count(select(incidents.c.id)),
            disputed=count(select(incidents.c.id).where(incidents.c.disputed)),
        )


def best_attested(ledger: Ledger, most: int) -> tuple[Incident, ...]:
    """The incidents, `most` of them, with the most independent sources, among equals the most claims, then by
    id; in the order in which a ledger gives its incidents."""
    ranked = (incidents.c.sources.desc(), incidents.c.size.desc(), incidents.c.id)
    query = select(incidents.c.sort, incidents.c.id, incidents.c.json).order_by(*ranked).limit(most)
    with ledger.transaction() as connection:
        rows = connection.execute(query).all()
    return tuple(incident_of(row.json) for row in sorted(rows, key=lambda row: (row.sort, row.id)))


def undated(ledger: Ledger) -> tuple[str, ...]:
    """The ids of the stories without a day of publication, in order."""
    query = select(stories.c.id).select_from(versions).join(stories, is_current_text())
    with ledger.transaction() as connection:
        return tuple(connection.scalars(query.where(versions.c.published.is_(None)).order_by(stories.c.id)))
