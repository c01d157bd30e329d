"""Adding coded stories, in one transaction of the caller's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select, update

from dateline.errors import LedgerError
from dateline.ledger.portions import portions
from dateline.ledger.rows import Values, basis, claim_values, version_values
from dateline.ledger.schema import claims as claims_table
from dateline.ledger.schema import codings, drafts, members, stories, versions
from dateline.ledger.trails import drop_incidents, mark_unlinked
from dateline.model import Claim, Story


@dataclass(frozen=True, slots=True)
class Additions:
    """What `Ledger.add` did, in stories: `new` ids, `changed` text or metadata, `unchanged`,
    `recoded` (the same story by another coder); and how many `claims` were written."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    claims: int = 0
    recoded: int = 0

    def __add__(self, other: Additions) -> Additions:
        """The sum over two batches."""
        return Additions(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.claims + other.claims,
            self.recoded + other.recoded,
        )


class _Writing:
    """The rows of one batch, gathered so that each table is written by one statement."""

    def __init__(self, coder: str, kept: Mapping[str, str]) -> None:
        self.coder = coder
        self.kept = kept
        self.rows: dict[Table, list[Values]] = {versions: [], codings: [], claims_table: [], drafts: []}
        self.new_stories: list[Values] = []
        self.updated_versions: list[tuple[Story, int]] = []
        self.superseded: list[Values] = []
        self.counts: dict[str, int] = defaultdict(int)

    def take(self, story: Story, claims: Sequence[Claim], held: Row[Any] | None) -> None:
        """Decide what a story is to the ledger, given its current row; see `Ledger.add`."""
        read = basis(story)
        if held is not None and held.basis == read and held.coder == self.coder:
            self.counts["unchanged"] += 1
            return
        version, coding = 1, 1
        if held is None:
            self.counts["new"] += 1
            self.rows[versions].append(version_values(story, version))
        elif held.text != story.text:
            self.counts["changed"] += 1
            version = held.version + 1
            self.rows[versions].append(version_values(story, version))
        else:
            version, coding = held.version, held.coding + 1
            if held.basis == read:
                self.counts["recoded"] += 1
            else:
                self.counts["changed"] += 1
                self.updated_versions.append((story, version))
        self.rows[codings].append(
            {"story": story.id, "version": version, "number": coding, "coder": self.coder, "basis": read}
        )
        ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
        self.rows[claims_table] += [
            claim_values(claim, version, coding, number) for number, claim in enumerate(ordered, 1)
        ]
        if story.id in self.kept:
            self.rows[drafts].append(
                {"story": story.id, "version": version, "coding": coding, "json": self.kept[story.id]}
            )
        self.counts["claims"] += len(ordered)
        current = {"id": story.id, "version": version, "coding": coding}
        (self.new_stories if held is None else self.superseded).append(current)

    def write(self, connection: Connection) -> None:
        """Put the rows into the tables, those that are referred to first."""
        for table, values in self.rows.items():
            if values:
                connection.execute(insert(table), values)
        if self.new_stories:
            connection.execute(insert(stories), self.new_stories)
        for story, number in self.updated_versions:
            of_version = (versions.c.story == story.id) & (versions.c.number == number)
            connection.execute(update(versions).where(of_version).values(version_values(story, number)))
        for current in self.superseded:
            connection.execute(update(stories).where(stories.c.id == current["id"]).values(current))
        drop_incidents_of(connection, [current["id"] for current in self.superseded])
        mark_unlinked(connection, (row["id"] for row in (*self.new_stories, *self.superseded)))


def add_batch(
    connection: Connection,
    batch: Sequence[tuple[Story, Sequence[Claim]]],
    coder: str,
    kept: Mapping[str, str],
) -> Additions:
    """Write what of a checked batch is new; in the order of story ids, whatever order it came in.

    Raises LedgerError when a claim's id is already that of another story's claim.
    """
    ordered = sorted(batch, key=lambda coded: coded[0].id)
    _refuse_taken_ids(connection, {claim.id: story.id for story, claims in ordered for claim in claims})
    held = _current_rows(connection, [story.id for story, _ in ordered])
    writing = _Writing(coder, kept)
    for story, claims in ordered:
        writing.take(story, claims, held.get(story.id))
    writing.write(connection)
    return Additions(**writing.counts)


def drop_incidents_of(connection: Connection, names: Sequence[str]) -> None:
    """Drop the incidents that rest on claims of these stories: those claims are no longer current."""
    for portion in portions(names):
        rested = select(members.c.incident).where(members.c.story.in_(portion)).distinct()
        drop_incidents(connection, list(connection.scalars(rested)))


def _refuse_taken_ids(connection: Connection, owners: dict[str, str]) -> None:
    for portion in portions(owners):
        taken = select(claims_table.c.claim, claims_table.c.story).where(claims_table.c.claim.in_(portion))
        for claim, story in connection.execute(taken):
            if owners[claim] != story:
                raise LedgerError(
                    f"claim id {claim!r} of story {owners[claim]!r} is already that of a claim of "
                    f"story {story!r}; nothing of this batch was added"
                )


def _current_rows(connection: Connection, names: Sequence[str]) -> dict[str, Row[Any]]:
    found: dict[str, Row[Any]] = {}
    for portion in portions(names):
        query = (
            select(
                stories.c.id,
                stories.c.version,
                stories.c.coding,
                codings.c.coder,
                codings.c.basis,
                versions.c.text,
            )
            .join(
                codings,
                (codings.c.story == stories.c.id)
                & (codings.c.version == stories.c.version)
                & (codings.c.number == stories.c.coding),
            )
            .join(versions, (versions.c.story == stories.c.id) & (versions.c.number == stories.c.version))
            .where(stories.c.id.in_(portion))
        )
        found |= {row.id: row for row in connection.execute(query)}
    return found
