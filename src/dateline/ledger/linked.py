"""Incidents and lineages: computed from the claims, so replaced and never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from dateline.errors import LedgerError
from dateline.ledger.admission import incident_flaws, lineage_flaws
from dateline.ledger.current import is_current
from dateline.ledger.decided import read_decisions, rejected_claims
from dateline.ledger.portions import portions
from dateline.ledger.rows import Values, incident_values
from dateline.ledger.schema import claims, incidents, lineages, linkings, members, stories
from dateline.ledger.trails import forget_returned, keep_former
from dateline.model import Incident

# Those that are referred to first.
COMPUTED = (incidents, members, lineages, linkings)


def replace_computed(
    connection: Connection,
    computed: Sequence[Incident],
    lineage_of: Mapping[str, str],
    linker: str,
    decisions: str,
) -> bool:
    """Put these in the place of what was computed before; False when it was the same already.

    `decisions` is the digest of those that they were computed with. Raises LedgerError when a reference
    leads nowhere.
    """
    for where, what in flaws_of(connection, computed, lineage_of):
        raise LedgerError(f"{where} {what}; nothing was replaced")
    owners = _owners(connection, (claim for incident in computed for claim in incident.claims))
    rows: dict[Table, list[Values]] = {
        incidents: [incident_values(incident, number) for number, incident in enumerate(computed, 1)],
        members: [
            {"claim": claim, "story": owners[claim], "incident": incident.id}
            for incident in computed
            for claim in incident.claims
        ],
        lineages: [{"story": story, "lineage": lineage} for story, lineage in lineage_of.items()],
        linkings: [{"linker": linker, "decisions": decisions}],
    }
    for table, values in rows.items():
        values.sort(key=lambda row: _key(table, row))
    # Writing the same rows again would still move them about in the file.
    if all(_holds(connection, table, values) for table, values in rows.items()):
        return False
    before = {(row.incident, row.claim) for row in connection.execute(select(members))}
    now = {(row["incident"], row["claim"]) for row in rows[members]}
    keep_former(connection, before - now)
    forget_returned(connection, now)
    for table in reversed(COMPUTED):
        connection.execute(delete(table))
    for table in COMPUTED:
        if rows[table]:
            connection.execute(insert(table), rows[table])
    return True


def flaws_of(
    connection: Connection, computed: Sequence[Incident], lineage_of: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What `incident_flaws` and `lineage_flaws` say of these, given what is current and not rejected."""
    owners = _owners(connection, (claim for incident in computed for claim in incident.claims))
    for claim in rejected_claims(connection, read_decisions(connection)):
        owners.pop(claim, None)
    named = _existing(connection, {*lineage_of, *lineage_of.values()})
    yield from incident_flaws(computed, owners)
    yield from lineage_flaws(lineage_of, named)


def _key(table: Table, row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _holds(connection: Connection, table: Table, values: Sequence[Values]) -> bool:
    stored = [dict(row) for row in connection.execute(select(table)).mappings()]
    return len(stored) == len(values) and sorted(stored, key=lambda row: _key(table, row)) == values


def _owners(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The story of each of the named claims that is current."""
    owners: dict[str, str] = {}
    for portion in portions(names):
        query = select(claims.c.claim, claims.c.story).join(stories, is_current())
        owners.update(tuple(row) for row in connection.execute(query.where(claims.c.claim.in_(portion))))
    return owners


def _existing(connection: Connection, names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for portion in portions(names):
        found.update(connection.scalars(select(stories.c.id).where(stories.c.id.in_(portion))))
    return found
