"""Whether a ledger still is what it says it is: every quote, hash and reference in it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select

from dateline.deciding import Decisions
from dateline.errors import LedgerError, SpanError
from dateline.ledger.amending import amendment_flaws
from dateline.ledger.current import ONE_CLAIM, is_current
from dateline.ledger.decided import decision_flaws, decision_of, decision_values
from dateline.ledger.ledger import Ledger
from dateline.ledger.linked import flaws_of
from dateline.ledger.rows import basis, claim_of, claim_values, incident_of, incident_values, story_of
from dateline.ledger.schema import (
    claims,
    codings,
    decisions,
    former,
    incidents,
    lineages,
    members,
    stories,
    versions,
)
from dateline.ledger.shape import misfits
from dateline.model import Incident, Story, text_hash

PAGE = 64

# What reading JSON raises that is well-formed but is no claim.
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)

_CODINGS, _CLAIMS = (
    select(table)
    .where(table.c.story == bindparam("story_id"), table.c.version == bindparam("version_number"))
    .order_by(*table.primary_key)
    for table in (codings, claims)
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a ledger: `where` names the row, `what` says what is wrong with it."""

    where: str
    what: str


def check_ledger(ledger: Ledger) -> list[Problem]:
    """Everything that is wrong with the ledger, in the order of its rows; empty when it is sound.

    Checked are, for all versions and codings and not only the current ones: the database's own
    integrity, the hash of each text, each span of each claim against the text of its version, the
    form of each JSON and its columns, that each decision is what its id says, and that each reference leads
    somewhere.
    """
    problems: list[Problem] = []
    parts = (
        _check_database,
        _check_versions,
        _check_stories,
        _check_amendments,
        _check_decisions,
        _check_linked,
    )
    for part in parts:
        try:
            problems += part(ledger)
        except (LedgerError, *_UNREADABLE) as error:
            # A damaged page or a column of another type: what depends on it is not worth checking.
            problems.append(Problem("database", str(error)))
            break
    return problems


def _check_database(ledger: Ledger) -> Iterator[Problem]:
    with ledger.transaction() as connection:
        if connection.dialect.name != "sqlite":
            return  # PostgreSQL keeps its pages and references by itself
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                yield Problem("database", said)
        for table, row, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem(f"table {table}, row {row}", f"refers to a row of {target} that is not there")


def _check_versions(ledger: Ledger) -> Iterator[Problem]:
    """Each version, a page at a time, with all the claims that were ever made of it."""
    last: Row[Any] | None = None
    while True:
        query = select(versions).order_by(versions.c.story, versions.c.number).limit(PAGE)
        if last is not None:
            later = (versions.c.story == last.story) & (versions.c.number > last.number)
            query = query.where(versions.c.story >= last.story, or_(versions.c.story > last.story, later))
        with ledger.transaction() as connection:
            page = connection.execute(query).all()
            found = [problem for row in page for problem in _check_version(connection, row)]
        if not page:
            return
        yield from found
        last = page[-1]


def _check_version(connection: Connection, row: Row[Any]) -> Iterator[Problem]:
    where = f"story {row.story!r}, version {row.number}"
    if text_hash(row.text) != row.sha256:
        yield Problem(where, "its text is not the one whose hash was stored with it")
    try:
        story = story_of(row)
    except (ValueError, TypeError) as error:
        yield Problem(where, f"its metadata cannot be read: {error}")
        return
    version = {"story_id": row.story, "version_number": row.number}
    made = connection.execute(_CODINGS, version).all()
    if [coding.number for coding in made] != list(range(1, len(made) + 1)) or not made:
        yield Problem(where, "its codings are not counted 1, 2, 3, ...")
    elif made[-1].basis != basis(story):
        yield Problem(where, "its text or metadata is not what was coded last")
    for claim in connection.execute(_CLAIMS, version):
        yield from _check_claim(story, claim)


def _check_claim(story: Story, row: Row[Any]) -> Iterator[Problem]:
    where = f"story {story.id!r}, version {row.version}, coding {row.coding}, claim {row.claim!r}"
    try:
        claim = claim_of(row.json, None)
        wrong = list(misfits(claim))
        same = wrong or claim_values(claim, row.version, row.coding, row.number) == dict(row._mapping)
    except _UNREADABLE as error:
        yield Problem(where, f"its JSON is not a claim: {error!r}")
        return
    if wrong:
        yield from (Problem(where, f"its JSON is not a claim: {what}") for what in wrong)
        return
    if not same:
        yield Problem(where, "its JSON and its columns say different things")
    for field, span in claim.spans():
        try:
            span.check(story.text)
        except SpanError as error:
            yield Problem(where, f"{field}: {error}")


def _check_stories(ledger: Ledger) -> Iterator[Problem]:
    """The current version of a story is its newest, and coded; a claim's id is of one story."""
    newest = select(codings.c.story, codings.c.version, codings.c.number).order_by(*codings.primary_key)
    repeated = (
        select(claims.c.claim)
        .join(stories, is_current())
        .group_by(claims.c.claim)
        .having(func.count() > 1)
        .order_by(claims.c.claim)
    )
    with ledger.transaction() as connection:
        heads = {row.story: (row.version, row.number) for row in connection.execute(newest)}
        current = {row.id: (row.version, row.coding) for row in connection.execute(select(stories))}
        twice = connection.scalars(repeated).all()
    for story in sorted(heads.keys() | current.keys()):
        if heads.get(story) != current.get(story):
            yield Problem(f"story {story!r}", "what stands as current is not its newest version and coding")
    for claim in twice:
        yield Problem(f"claim {claim!r}", "is a claim of two stories")


def _check_amendments(ledger: Ledger) -> Iterator[Problem]:
    for where, what in amendment_flaws(ledger):
        yield Problem(where, what)


def _check_decisions(ledger: Ledger) -> Iterator[Problem]:
    """Each row is the decision that its id says, and can be carried out; what it corrects stays a claim."""
    rows = []
    with ledger.transaction() as connection:
        for row in connection.execute(select(decisions).order_by(decisions.c.id)):
            try:
                decision = decision_of(row.json)
                same = decision_values(decision) == dict(row._mapping)
            except _UNREADABLE as error:
                yield Problem(f"decision {row.id!r}", f"its JSON is not a decision: {error!r}")
                continue
            if not same:
                yield Problem(f"decision {row.id!r}", "its JSON and its columns say different things")
            rows.append(decision)
        state = Decisions.of(rows)
        for where, what in decision_flaws(state, state.rows):
            yield Problem(where, what)
        for claim in sorted(state.reviewed):
            found = connection.execute(ONE_CLAIM, {"claim_id": claim}).one_or_none()
            decided = None if found is None else state.apply(claim_of(found.json, None))
            for wrong in () if decided is None else misfits(decided):
                yield Problem(f"claim {claim!r}", f"as it was corrected: {wrong}")
        known = select(claims.c.claim).where(claims.c.claim == former.c.claim).exists()
        for lost in connection.execute(select(former).where(~known)):
            yield Problem(f"former incident {lost.incident!r}", f"claim {lost.claim!r} was never made")


def _check_linked(ledger: Ledger) -> Iterator[Problem]:
    with ledger.transaction() as connection:
        computed: list[Incident] = []
        for row in connection.execute(select(incidents).order_by(incidents.c.number)):
            incident = yield from _check_incident(row)
            if incident is not None:
                computed.append(incident)
        lineage_of = {row.story: row.lineage for row in connection.execute(select(lineages))}
        for where, what in flaws_of(connection, computed, lineage_of):
            yield Problem(where, what)
        held = {(row.claim, row.incident) for row in connection.execute(select(members))}
    said = {(claim, incident.id) for incident in computed for claim in incident.claims}
    for claim, name in sorted(held ^ said):
        yield Problem(f"incident {name!r}", f"its JSON and its members disagree on claim {claim!r}")


def _check_incident(row: Row[Any]) -> Generator[Problem, None, Incident | None]:
    where = f"incident {row.id!r}"
    try:
        incident = incident_of(row.json)
        wrong = list(misfits(incident))
        same = wrong or incident_values(incident, row.number) == dict(row._mapping)
    except _UNREADABLE as error:
        yield Problem(where, f"its JSON is not an incident: {error!r}")
        return None
    yield from (Problem(where, f"its JSON is not an incident: {what}") for what in wrong)
    if not same:
        yield Problem(where, "its JSON and its columns say different things")
    return None if wrong else incident
