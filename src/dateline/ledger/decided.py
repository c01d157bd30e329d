"""Decisions in the ledger: rows that are only ever added, and what has to be computed again after them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from dateline.deciding import Decisions, decision_fault
from dateline.errors import LedgerError
from dateline.ledger.current import ONE_CLAIM
from dateline.ledger.portions import portions
from dateline.ledger.rows import Values, claim_of
from dateline.ledger.schema import claims, decisions, members
from dateline.ledger.trails import drop_incidents, mark_unlinked
from dateline.model import Decision
from dateline.model.decisionform import decision_from_json, decision_line


def decision_values(decision: Decision) -> Values:
    """The row of `decisions` for a decision."""
    return {
        "id": decision.id,
        "kind": str(decision.kind),
        "who": decision.who,
        "at": decision.when.isoformat(),
        "json": decision_line(decision),
    }


def decision_of(stored: str) -> Decision:
    """The decision of a row's JSON."""
    return decision_from_json(json.loads(stored))


def read_decisions(connection: Connection) -> Decisions:
    """The state that follows from all rows. Raises LedgerError for one that is damaged."""
    return Decisions.of(_read(row) for row in connection.execute(select(decisions.c.id, decisions.c.json)))


def _read(row: Any) -> Decision:
    try:
        return decision_of(row.json)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LedgerError(
            f"decision {row.id!r} was changed outside of Dateline and cannot be read ({error}); "
            "take a copy of the ledger from before"
        ) from error


def rejected_claims(connection: Connection, state: Decisions) -> list[str]:
    """The ids of the current claims that were rejected as they are now."""
    return [
        claim
        for claim in state.rejectable
        if (row := connection.execute(ONE_CLAIM, {"claim_id": claim}).one_or_none()) is not None
        and state.apply(claim_of(row.json, None)) is None
    ]


def add_decisions(connection: Connection, given: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add those that the ledger does not have, and return them.

    The incidents that rest on what they speak of are dropped. Raises LedgerError, and adds nothing, when one
    cannot be carried out, undoes what is not there, or contradicts another.
    """
    before = read_decisions(connection)
    by_id = {row.id: row for row in given}
    new = [name for name in by_id if name not in before.by_id]
    after = Decisions.of([*before.rows, *given])
    for where, what in decision_flaws(after, (by_id[name] for name in new)):
        raise LedgerError(f"{where} {what}; nothing was decided")
    if not new:
        return ()
    added = sorted((by_id[name] for name in new), key=lambda row: row.order)
    connection.execute(insert(decisions), [decision_values(row) for row in added])
    touched = {claim for row in added for claim in _touched(row, after)}
    stale: set[str] = set()
    for portion in portions(sorted(touched)):
        stale.update(connection.scalars(select(members.c.incident).where(members.c.claim.in_(portion))))
    drop_incidents(connection, sorted(stale))
    for portion in portions(sorted(touched)):
        of_claims = select(claims.c.story).where(claims.c.claim.in_(portion)).distinct()
        mark_unlinked(connection, connection.scalars(of_claims).all())
    return tuple(added)


def _touched(row: Decision, state: Decisions) -> tuple[str, ...]:
    """The claims of which a decision may change something."""
    while row.undoes is not None:
        row = state.by_id[row.undoes]
    return row.claims


def decision_flaws(state: Decisions, rows: Iterable[Decision]) -> Iterator[tuple[str, str]]:
    """Each thing for which the ledger would not take these rows of a state: where it stands, what it is."""
    for row in rows:
        if fault := decision_fault(row):
            yield f"decision {row.id!r}", f"cannot be carried out: {fault}"
        if row.undoes is not None and row.undoes not in state.by_id:
            yield f"decision {row.id!r}", f"undoes {row.undoes!r}, which the ledger does not have"
    if state.contradiction:
        *sames, apart = state.contradiction
        told = " and ".join(repr(row.id) for row in sames)
        yield (
            f"decision {apart.id!r}",
            f"says of claims that they are apart which {told} says are the same; undo one of them first",
        )
