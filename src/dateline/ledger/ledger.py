"""The database of stories and claims, with the incidents computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Select, func, or_, select

from dateline.deciding import Condition, Decisions, Standing, claim_digest, standings
from dateline.errors import LedgerError, NotFoundError
from dateline.ledger.additions import Additions, add_batch
from dateline.ledger.admission import check_batch
from dateline.ledger.current import (
    CLAIMS_OF_ONE_STORY,
    KNOWN_STORY,
    ONE_CLAIM,
    ONE_STORY,
    VERSIONS_OF_ONE_STORY,
    after,
    current_claims,
    is_current,
    is_current_text,
)
from dateline.ledger.decided import add_decisions, read_decisions, rejected_claims
from dateline.ledger.linked import (
    Computed,
    Profile,
    Sketch,
    forget_found,
    replace_computed,
    update_computed,
    write_profiles,
    write_sketches,
)
from dateline.ledger.nearness import did_you_mean
from dateline.ledger.opening import (
    WRITING,
    bring_up_to_date,
    find_file,
    ledger_engine,
    ledger_name,
    ledger_url,
    reported,
)
from dateline.ledger.portions import portions
from dateline.ledger.reports import keep_report, kept_report
from dateline.ledger.rows import StoryVersion, basis, claim_of, incident_of, story_of
from dateline.ledger.schema import claims, linkings, members, stories, unlinked, versions
from dateline.ledger.schema import decisions as decisions_table
from dateline.ledger.schema import incidents as incidents_table
from dateline.ledger.schema import lineages as lineages_table
from dateline.ledger.schema import profiles as profiles_table
from dateline.ledger.trails import claims_in_place_of, successors
from dateline.ledger.views import Reading
from dateline.model import Claim, Decision, Incident, LeftOut, Record, Story

# Rows read at a time: no cursor stays open while a caller thinks, which would keep others from
# writing, and a page of the longest stories read (2 MB) still fits into a laptop's memory.
STORY_PAGE = 64
CLAIM_PAGE = 512
# Sketches that are written at a time.
SKETCHES = 10_000

Row = TypeVar("Row")


def _pieces(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    rest = iter(rows)
    while some := list(islice(rest, size)):
        yield some


class Ledger:
    """A ledger that is open; a context manager. One thread at a time.

    Every method that writes does so in one transaction: killed at any point, it leaves all of it or
    nothing. Every method raises LedgerError when the database cannot do what is asked.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self.name = name
        self._decisions = Decisions(())

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, patience: float = 10.0) -> Self:
        """The ledger at a path (SQLite) or a SQLAlchemy URL, with its tables brought up to date.

        With `create`, the file is made if it is not there, and one that cannot be written is
        refused now; without, it may lie in a read-only folder. `patience` is how many seconds to
        wait for another run that is writing. Raises NotFoundError when there is no such file,
        LedgerError when it is no ledger, a newer Dateline's, damaged, or not to be opened.
        """
        url = ledger_url(where)
        name = ledger_name(url)
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            find_file(Path(url.database), create=create)
        engine = ledger_engine(url, patience)
        with reported(name):
            connection = engine.connect()
            try:
                bring_up_to_date(connection, name)
            except BaseException:
                connection.close()
                raise
        return cls(connection, name)

    def close(self) -> None:
        """Let go of the file; anything read lazily from the ledger ends with it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        """One transaction on the ledger's tables, for the modules of this station."""
        if self._connection.closed:
            raise LedgerError(f"{self.name}: the ledger has been closed; use what it gives while it is open")
        with reported(self.name):
            self._connection.execution_options(**{WRITING: writing})
            with self._connection.begin():
                yield self._connection

    # Adding

    def known(self, story: Story, coder: str) -> bool:
        """Whether this text and metadata, to the character, was last coded by this coder.

        Where the story was read from does not count.
        """
        same = {"story_id": story.id, "coder_name": coder, "read_basis": basis(story)}
        with self.transaction() as connection:
            return connection.scalar(KNOWN_STORY, same) is not None

    def add(
        self,
        coded: Iterable[tuple[Story, Sequence[Claim]]],
        *,
        coder: str,
        drafts: Mapping[str, str] = MappingProxyType({}),
    ) -> Additions:
        """Add stories with the claims that `coder` (name, version, settings) found, all or none.

        Another text under a known id becomes the story's newest version; other metadata takes the
        place of the version's own; another coder's claims come beside the older ones, which are
        kept, and are the current ones. What is `known` stays as it is. Incidents that rest on
        claims no longer current are dropped until incidents are computed again. `drafts` are kept for
        `drafts_of`, by the ids of their stories.

        Raises SpanError or LedgerError, and adds nothing, as `check_claims` does for each story,
        when a story stands twice in the batch, and when a claim's id is another story's.
        """
        batch = list(coded)
        check_batch(batch)
        with self.transaction(writing=True) as connection:
            return add_batch(connection, batch, coder, drafts)

    # Stories

    def stories(self) -> Iterator[Story]:
        """The current version of every story, in the order of ids."""
        last: str | None = None
        while page := self._story_page(last):
            yield from page
            last = page[-1].id

    def _story_page(self, last: str | None) -> list[Story]:
        query = select(versions).join(stories, is_current_text()).order_by(stories.c.id).limit(STORY_PAGE)
        if last is not None:
            query = query.where(stories.c.id > last)
        with self.transaction() as connection:
            return [story_of(row) for row in connection.execute(query)]

    def _find_story(self, story: str) -> Story | None:
        with self.transaction() as connection:
            row = connection.execute(ONE_STORY, {"story_id": story}).one_or_none()
        return None if row is None else story_of(row)

    def story(self, story: str) -> Story:
        """The current version of the story. Raises NotFoundError, with ids that are near."""
        found = self._find_story(story)
        if found is None:
            raise NotFoundError(f"no story {story!r} in {self.name}{self._near(story, select(stories.c.id))}")
        return found

    def versions(self, story: str) -> list[StoryVersion]:
        """Every text that the story has had, oldest first. Raises NotFoundError."""
        with self.transaction() as connection:
            rows = connection.execute(VERSIONS_OF_ONE_STORY, {"story_id": story}).all()
        if not rows:
            self.story(story)
        return [StoryVersion(row.number, story_of(row), row.coder, row.number == row.current) for row in rows]

    def stories_by_id(self) -> Mapping[str, Story]:
        """The current stories by id, in order of id; read from the ledger when they are asked for."""
        return Reading(
            self._find_story,
            lambda: ((story.id, story) for story in self.stories()),
            lambda: self._count(select(stories.c.id)),
            self._stories_of,
        )

    def _stories_of(self, names: Iterable[str]) -> Iterator[tuple[str, Story]]:
        query = select(versions).join(stories, is_current_text())
        for some in portions(names):
            with self.transaction() as connection:
                rows = connection.execute(query.where(stories.c.id.in_(some))).all()
            yield from ((row.story, story_of(row)) for row in rows)

    # Claims

    def claims(self, story: str | None = None) -> Iterator[Claim]:
        """The current claims, of one story or of all, by story id, quote and claim id, each with the
        incident that it is part of: corrected where a person corrected them, and without those that
        a person rejected. Raises NotFoundError when there is no such story."""
        return self.decided(self.coded_claims(story))

    def decided(self, coded: Iterable[Claim]) -> Iterator[Claim]:
        """These claims as people corrected them, without those that they rejected."""
        state = self.decisions()
        return (claim for one in coded if (claim := state.apply(one)) is not None)

    def coded_claims(self, story: str | None = None) -> Iterator[Claim]:
        """The same as the coder made them, whatever was decided."""
        if story is None:
            return self._every_claim()
        with self.transaction() as connection:
            rows = connection.execute(CLAIMS_OF_ONE_STORY, {"story_id": story}).all()
        if not rows:
            self.story(story)
        return (claim_of(row.json, row.incident) for row in rows)

    def _every_claim(self) -> Iterator[Claim]:
        query, last = current_claims().limit(CLAIM_PAGE), None
        while True:
            with self.transaction() as connection:
                rows = connection.execute(query if last is None else query.where(after(last))).all()
            if not rows:
                return
            yield from (claim_of(row.json, row.incident) for row in rows)
            last = rows[-1]

    def _find_coded_claim(self, claim: str) -> Claim | None:
        with self.transaction() as connection:
            row = connection.execute(ONE_CLAIM, {"claim_id": claim}).one_or_none()
        return None if row is None else claim_of(row.json, row.incident)

    def _find_claim(self, claim: str) -> Claim | None:
        found = self._find_coded_claim(claim)
        return None if found is None else self.decisions().apply(found)

    def _claims_of(self, names: Iterable[str]) -> Iterator[tuple[str, Claim]]:
        for some in portions(names):
            with self.transaction() as connection:
                rows = connection.execute(current_claims().where(claims.c.claim.in_(some))).all()
            decided = self.decided(claim_of(row.json, row.incident) for row in rows)
            yield from ((claim.id, claim) for claim in decided)

    def claim(self, claim: str) -> Claim:
        """The current claim of that id, as people corrected it. Raises NotFoundError, with ids that are
        near; it says so when a person rejected the claim, and when it is one that an earlier version or
        coding of a story made."""
        coded = self.coded_claim(claim)
        state = self.decisions()
        found = state.apply(coded)
        if found is None:
            said = state.review(coded).verdict
            told = "" if said is None else f" by {said.who}: {said.reason} (decision {said.id})"
            raise NotFoundError(f"claim {claim!r} was rejected{told}")
        return found

    def coded_claim(self, claim: str) -> Claim:
        """The current claim of that id as the coder made it, rejected or not. Raises NotFoundError as
        `claim` does."""
        found = self._find_coded_claim(claim)
        if found is not None:
            return found
        with self.transaction() as connection:
            earlier = connection.scalar(select(claims.c.story).where(claims.c.claim == claim).limit(1))
            instead = claims_in_place_of(connection, claim) if earlier is not None else ()
        if earlier is not None:
            told = f"; in its place: {', '.join(instead)}" if instead else ""
            raise NotFoundError(
                f"claim {claim!r} was made by an earlier version or coding of story {earlier!r} "
                f"and is no longer current{told}"
            )
        current = select(claims.c.claim).join(stories, is_current())
        raise NotFoundError(f"no claim {claim!r} in {self.name}{self._near(claim, current)}")

    # Decisions

    def decisions(self) -> Decisions:
        """What people decided, and what follows from it."""
        with self.transaction() as connection:
            # Rows are only ever added: as many as before are the same as before.
            count = connection.scalar(select(func.count()).select_from(decisions_table))
            if count != len(self._decisions.rows):
                self._decisions = read_decisions(connection)
        return self._decisions

    def decide(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Add decisions, all or none, and return those that the ledger did not have yet.

        They hold from now on for what `claims` and `claim` give. Incidents that rest on claims that they
        speak of are dropped until incidents are computed again (`linked` says no). Raises LedgerError
        when one cannot be carried out, undoes what is not there, or contradicts another.
        """
        given = list(decisions)
        with self.transaction(writing=True) as connection:
            return add_decisions(connection, given)

    def standings(self) -> tuple[Standing, ...]:
        """How each decision stands, in their order: it holds, was replaced or undone, or needs another
        look, since what it speaks of is no longer what the person saw."""
        linked = self.linker() is not None and self._linked_with_decisions()
        return standings(
            self.decisions(), self._find_coded_claim, self._incident_of if linked else lambda _: None
        )

    def _incident_of(self, claim: str) -> tuple[str, ...]:
        with self.transaction() as connection:
            home = select(members.c.incident).where(members.c.claim == claim).scalar_subquery()
            return tuple(connection.scalars(select(members.c.claim).where(members.c.incident == home)))

    def digest_of_coded(self, claim: str) -> str | None:
        """The digest of a current claim as the coder made it; None when there is none of that id."""
        found = self._find_coded_claim(claim)
        return None if found is None else claim_digest(found)

    def digest_of_claim(self, claim: str) -> str | None:
        """The digest of a current claim as people decided it to be; None when there is none of that id."""
        found = self._find_claim(claim)
        return None if found is None else claim_digest(found)

    # Incidents

    def replace_incidents(
        self,
        incidents: Iterable[Incident],
        lineages: Mapping[str, str],
        *,
        linker: str = "",
        decisions: str | None = None,
    ) -> bool:
        """Put these in the place of all incidents and lineages, in one transaction.

        `linker` is the fingerprint of what computed them, for `linked`, and `decisions` the digest of the
        decisions that they were computed with (None: of those there are). False when the ledger held
        just this already: then nothing is written. Raises LedgerError, and changes nothing, when
        an incident or toll rests on a claim that is not current or was rejected, a claim stands in two
        incidents, or a lineage names a story that is not there or is itself of another lineage.
        """
        computed_with = self.decisions().digest if decisions is None else decisions
        new = Computed(list(incidents), lineages, linker, computed_with)
        with self.transaction(writing=True) as connection:
            return replace_computed(connection, new)

    def replace_found(self, profiles: Iterable[Profile], sketches: Iterable[Sketch]) -> None:
        """Note what claims are known by, and where further claims and stories find those that there are, in
        the place of what was noted.

        It is done portion by portion, so that both may be read from this ledger; until `replace_incidents`
        is called, nothing counts as linked.
        """
        with self.transaction(writing=True) as connection:
            forget_found(connection)
        for profiled in _pieces(profiles, CLAIM_PAGE):
            with self.transaction(writing=True) as connection:
                write_profiles(connection, profiled)
        for sketched in _pieces(sketches, SKETCHES):
            with self.transaction(writing=True) as connection:
                write_sketches(connection, sketched)

    def profiles(self) -> Iterator[bytes]:
        """What `replace_found` noted of the claims of each story, in the order of ids."""
        table, last = profiles_table.c, None
        while True:
            query = select(table.story, table.packed).order_by(table.story).limit(STORY_PAGE)
            if last is not None:
                query = query.where(table.story > last.story)
            with self.transaction() as connection:
                rows = connection.execute(query).all()
            if not rows:
                return
            yield from (row.packed for row in rows)
            last = rows[-1]

    def update_incidents(self, gone: Iterable[str], new: Computed) -> None:
        """Take the incidents `gone` out and put those of `new` in, in one transaction; see `Computed`. Raises
        LedgerError, and changes nothing, as `replace_incidents` does."""
        with self.transaction(writing=True) as connection:
            update_computed(connection, gone, new)

    def linked(self, linker: str = "") -> bool:
        """Whether the incidents were computed from the claims and decisions as they are now, by this
        linker."""
        return self.linker() == linker and self._linked_with_decisions()

    def linker(self) -> str | None:
        """What computed the incidents last; None when stories were added since."""
        with self.transaction() as connection:
            if connection.scalar(select(unlinked.c.story).limit(1)) is not None:
                return None
            return connection.scalar(select(linkings.c.linker))

    def _linked_with_decisions(self) -> bool:
        now = self.decisions().digest
        with self.transaction() as connection:
            return connection.scalar(select(linkings.c.decisions)) == now

    def incidents(self) -> Iterator[Incident]:
        """The incidents by their first day (those without one last), the name of their place, and id."""
        table, last = incidents_table.c, None
        while True:
            query = select(table.sort, table.id, table.json)
            if last is not None:
                later = or_(table.sort > last.sort, table.id > last.id)
                query = query.where(table.sort >= last.sort, later)
            with self.transaction() as connection:
                rows = connection.execute(query.order_by(table.sort, table.id).limit(CLAIM_PAGE)).all()
            if not rows:
                return
            yield from (incident_of(row.json) for row in rows)
            last = rows[-1]

    def incident(self, incident: str) -> Incident:
        """The incident of that id. Raises NotFoundError, with ids that are near; `successors` knows where an
        incident that there no longer is went."""
        with self.transaction() as connection:
            stored = connection.scalar(select(incidents_table.c.json).where(incidents_table.c.id == incident))
        if stored is None:
            if (followed := self.successors(incident)) is not None:
                told = (
                    f"its claims are now of {', '.join(followed)}" if followed else "its claims are of none"
                )
                raise NotFoundError(f"there no longer is an incident {incident!r}: {told}")
            near = self._near(incident, select(incidents_table.c.id))
            raise NotFoundError(f"no incident {incident!r} in {self.name}{near}")
        return incident_of(stored)

    def successors(self, incident: str) -> tuple[str, ...] | None:
        """The incidents that claims which once were of this one are of now, itself aside; empty when
        they are of none, None when no claim ever left an incident of that id."""
        with self.transaction() as connection:
            return successors(connection, incident)

    def lineages(self) -> dict[str, str]:
        """The lineage of every story, by story id; its own id when nothing else is known."""
        query = select(stories.c.id, func.coalesce(lineages_table.c.lineage, stories.c.id)).join_from(
            stories, lineages_table, lineages_table.c.story == stories.c.id, isouter=True
        )
        with self.transaction() as connection:
            return {row[0]: row[1] for row in connection.execute(query.order_by(stories.c.id))}

    # Reports

    def keep_report(self, title: str | None, left_out: Iterable[LeftOut]) -> None:
        """Keep what a run's report says that nothing else in the ledger does, in the place of the last one's,
        so that the report can be written again: its title, and the inputs that gave no story."""
        with self.transaction(writing=True) as connection:
            keep_report(connection, title, left_out)

    def report(self) -> tuple[str | None, tuple[LeftOut, ...]]:
        """What `keep_report` kept: title and inputs left out."""
        with self.transaction() as connection:
            return kept_report(connection)

    # All of it

    def record(self) -> Record:
        """What the ledger has to publish. Its stories and claims are read from the ledger when they
        are asked for, so it must stay open meanwhile."""
        state = self.decisions()
        coded = (claim for name in sorted(state.reviewed) if (claim := self._find_coded_claim(name)))
        reviews = {claim.id: state.review(claim) for claim in coded}
        with self.transaction() as connection:
            rejected = rejected_claims(connection, state)
        return Record(
            stories=self.stories_by_id(),
            claims=Reading(
                self._find_claim,
                lambda: ((claim.id, claim) for claim in self.claims()),
                lambda: self._count(select(claims.c.claim).join(stories, is_current())) - len(rejected),
                self._claims_of,
            ),
            incidents=tuple(self.incidents()),
            lineages=self.lineages(),
            left_out=self.report()[1],
            reviews={claim: review for claim, review in reviews.items() if review.decisions},
            rejected=len(rejected),
            another_look=sum(one.condition is Condition.ANOTHER_LOOK for one in self.standings()),
        )

    def _count(self, ids: Select[str]) -> int:
        with self.transaction() as connection:
            return connection.execute(select(func.count()).select_from(ids.subquery())).scalar_one()

    def _near(self, wanted: str, ids: Select[str]) -> str:
        with self.transaction() as connection:
            return did_you_mean(wanted, connection.scalars(ids))
