"""Incidents and lineages: computed from the claims, so replaced and never edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from dateline.errors import LedgerError
from dateline.ledger.admission import incident_flaws, lineage_flaws
from dateline.ledger.current import is_current
from dateline.ledger.decided import read_decisions, rejected_claims
from dateline.ledger.portions import portions
from dateline.ledger.rows import Values, incident_values
from dateline.ledger.schema import (
    claims,
    filings,
    incidents,
    lineages,
    linkings,
    members,
    profiles,
    sketches,
    stories,
    unlinked,
)
from dateline.ledger.trails import forget_returned, keep_former
from dateline.model import Incident

# Those that are referred to first.
COMPUTED = (incidents, members, lineages, linkings)
Filing = tuple[int, str, int | None, int | None]
"""A row of `filings`: key, claim, first and last day, as ordinals."""
Sketch = tuple[int, str]
"""A row of `sketches`: number and story."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What linking knows of a story's claims, as it packed it, and where they are found; None and nothing
    for a story without claims."""

    story: str
    packed: bytes | None
    filings: Sequence[Filing]


@dataclass(frozen=True, slots=True)
class Computed:
    """What linking and weighing came to.

    `linker` is the fingerprint of what computed it, `decisions` the digest of those that it was computed
    with. `profiles` and `sketches` say what the claims are known by, and where further claims and stories
    find them.
    """

    incidents: Sequence[Incident]
    lineages: Mapping[str, str]
    linker: str
    decisions: str
    profiles: Sequence[Profile] = ()
    sketches: Sequence[Sketch] = ()


def replace_computed(connection: Connection, new: Computed) -> bool:
    """Put it in the place of what was computed before; False when it was the same already.

    Raises LedgerError when a reference leads nowhere.
    """
    computed, lineage_of = new.incidents, new.lineages
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
        linkings: [{"linker": new.linker, "decisions": new.decisions}],
    }
    for table, values in rows.items():
        values.sort(key=lambda row: _key(table, row))
    # Writing the same rows again would still move them about in the file.
    linked = connection.scalar(select(unlinked.c.story).limit(1)) is None
    if linked and all(_holds(connection, table, values) for table, values in rows.items()):
        return False
    connection.execute(delete(unlinked))
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


def update_computed(connection: Connection, gone: Iterable[str], new: Computed) -> None:
    """Take the incidents `gone` out and put `new` ones in; the rest stays as it is.

    `new` holds what changed: lineages that are other ones, profiles and sketches of stories that were not
    linked before, or otherwise. Raises LedgerError when a reference leads nowhere.
    """
    computed, lineage_of = new.incidents, new.lineages
    for where, what in incident_flaws_of(connection, computed):
        raise LedgerError(f"{where} {what}; nothing was replaced")
    owners = _owners(connection, (claim for incident in computed for claim in incident.claims))
    now = {(incident.id, claim) for incident in computed for claim in incident.claims}
    for some in portions(sorted(set(gone))):
        held = connection.execute(select(members).where(members.c.incident.in_(some))).all()
        keep_former(connection, {(row.incident, row.claim) for row in held} - now)
        connection.execute(delete(members).where(members.c.incident.in_(some)))
        connection.execute(delete(incidents).where(incidents.c.id.in_(some)))
    forget_returned(connection, now)
    free = (connection.scalar(select(func.max(incidents.c.number))) or 0) + 1
    if computed:
        connection.execute(
            insert(incidents),
            [incident_values(incident, number) for number, incident in enumerate(computed, free)],
        )
        connection.execute(
            insert(members),
            [{"claim": claim, "story": owners[claim], "incident": name} for name, claim in sorted(now)],
        )
    for some in portions(sorted(lineage_of)):
        connection.execute(delete(lineages).where(lineages.c.story.in_(some)))
        connection.execute(
            insert(lineages), [{"story": story, "lineage": lineage_of[story]} for story in some]
        )
    for some in portions(sorted({row[1] for row in new.sketches})):
        connection.execute(delete(sketches).where(sketches.c.story.in_(some)))
    for some in portions(sorted(profile.story for profile in new.profiles)):
        of_these = select(claims.c.claim).where(claims.c.story.in_(some))
        connection.execute(delete(filings).where(filings.c.claim.in_(of_these)))
        connection.execute(delete(profiles).where(profiles.c.story.in_(some)))
    write_profiles(connection, new.profiles)
    write_sketches(connection, new.sketches)
    connection.execute(delete(linkings))
    connection.execute(insert(linkings), [{"linker": new.linker, "decisions": new.decisions}])
    connection.execute(delete(unlinked))


def forget_found(connection: Connection) -> None:
    """Take out what claims are known by and where they and stories are found, and with it that anything can
    be linked into the rest."""
    for table in (linkings, profiles, filings, sketches):
        connection.execute(delete(table))


def write_profiles(connection: Connection, new: Iterable[Profile]) -> None:
    """Write the profiles of stories that have none."""
    kept = [profile for profile in new if profile.packed is not None]
    _write(connection, profiles, ((profile.story, profile.packed) for profile in kept))
    _write(connection, filings, (filing for profile in kept for filing in profile.filings))


def write_sketches(connection: Connection, new: Iterable[Sketch]) -> None:
    """Write the sketches of stories that have none."""
    _write(connection, sketches, new)


def _write(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    names = table.columns.keys()
    if values := [dict(zip(names, row, strict=True)) for row in rows]:
        connection.execute(insert(table), values)


def incident_flaws_of(connection: Connection, computed: Sequence[Incident]) -> Iterator[tuple[str, str]]:
    """What `incident_flaws` says of these, given what is current and not rejected."""
    owners = _owners(connection, (claim for incident in computed for claim in incident.claims))
    for claim in rejected_claims(connection, read_decisions(connection)):
        owners.pop(claim, None)
    yield from incident_flaws(computed, owners)


def flaws_of(
    connection: Connection, computed: Sequence[Incident], lineage_of: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What `incident_flaws` and `lineage_flaws` say of these, given what is current and not rejected."""
    named = _existing(connection, {*lineage_of, *lineage_of.values()})
    yield from incident_flaws_of(connection, computed)
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
