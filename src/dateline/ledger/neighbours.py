"""What a ledger holds around a few stories: where they have to be linked into what was linked before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from dateline.ledger.current import current_claims, is_current
from dateline.ledger.ledger import Ledger
from dateline.ledger.portions import portions
from dateline.ledger.rows import claim_of
from dateline.ledger.schema import (
    claims,
    filings,
    lineages,
    linkings,
    members,
    profiles,
    sketches,
    stories,
    unlinked,
)
from dateline.model import Claim

KEYS = 50
"""Keys that are looked up in one statement."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The claims of a ledger as they were linked, found by what they share; each with its incident."""

    ledger: Ledger

    def linker(self) -> str | None:
        """What computed the incidents last, whatever was added since; None when nothing did, or nothing that
        noted what claims are known by, as an older Dateline."""
        with self.ledger.transaction() as connection:
            if connection.scalar(select(profiles.c.story).limit(1)) is None:
                return None
            return connection.scalar(select(linkings.c.linker))

    def unlinked(self) -> list[str]:
        """The stories whose claims, or what people said of them, changed since."""
        with self.ledger.transaction() as connection:
            return list(connection.scalars(select(unlinked.c.story).order_by(unlinked.c.story)))

    def filed(
        self, sought: Iterable[tuple[int, int | None, int | None]]
    ) -> dict[int, list[tuple[str, int | None, int | None]]]:
        """What is filed under each of these keys at a day between the two (None: any), and more where a key
        is sought at several times: claims, with the days between which they can be found."""
        reach: dict[int, tuple[int | None, int | None]] = {}
        for key, first, last in sought:
            before = reach.get(key, (first, last))
            reach[key] = (
                None if first is None or before[0] is None else min(first, before[0]),
                None if last is None or before[1] is None else max(last, before[1]),
            )
        by_days: dict[tuple[int | None, int | None], list[int]] = {}
        for key, days in reach.items():
            by_days.setdefault(days, []).append(key)
        found: dict[int, list[tuple[str, int | None, int | None]]] = {}
        with self.ledger.transaction() as connection:
            for (first, last), keys in by_days.items():
                ordered = sorted(keys)
                for start in range(0, len(ordered), KEYS):
                    query = select(filings).where(filings.c.key.in_(ordered[start : start + KEYS]))
                    if first is not None and last is not None:
                        meet = and_(filings.c.first <= last, filings.c.last >= first)
                        query = query.where(or_(filings.c.first.is_(None), meet))
                    for row in connection.execute(query):
                        found.setdefault(row.key, []).append((row.claim, row.first, row.last))
        return found

    def stories_of(self, names: Iterable[str]) -> dict[str, str]:
        """The current ones of these claims, each with its story."""
        found: dict[str, str] = {}
        owners = select(claims.c.claim, claims.c.story).join(stories, is_current())
        with self.ledger.transaction() as connection:
            for some in portions(sorted(set(names))):
                found.update(map(tuple, connection.execute(owners.where(claims.c.claim.in_(some)))))
        return found

    def profiles(self, names: Iterable[str]) -> Iterator[bytes]:
        """What is noted of the claims of these stories."""
        for some in portions(sorted(set(names))):
            with self.ledger.transaction() as connection:
                query = select(profiles.c.packed).where(profiles.c.story.in_(some))
                packed = list(connection.scalars(query.order_by(profiles.c.story)))
            yield from packed

    def by_id(self, names: Iterable[str]) -> list[Claim]:
        """The claims of these ids that are current."""
        return list(self._claims(claims.c.claim, names))

    def of_stories(self, names: Iterable[str]) -> list[Claim]:
        """The claims of these stories."""
        return list(self._claims(stories.c.id, names))

    def of_incidents(self, names: Iterable[str]) -> list[Claim]:
        """All claims of these incidents."""
        return list(self._claims(members.c.incident, names))

    def _claims(self, column: ColumnElement[Any], names: Iterable[str]) -> Iterator[Claim]:
        for some in portions(sorted(set(names))):
            with self.ledger.transaction() as connection:
                rows = connection.execute(current_claims().where(column.in_(some))).all()
            yield from self.ledger.decided(claim_of(row.json, row.incident) for row in rows)

    def lineages(self, names: Iterable[str]) -> dict[str, str]:
        """The lineages of those of these stories that were linked."""
        return self._lineages(lineages.c.story, names)

    def of_lineages(self, names: Iterable[str]) -> dict[str, str]:
        """The stories of these lineages, each with its lineage."""
        return self._lineages(lineages.c.lineage, names)

    def _lineages(self, column: ColumnElement[Any], names: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        with self.ledger.transaction() as connection:
            for some in portions(sorted(set(names))):
                rows = connection.execute(
                    select(lineages.c.story, lineages.c.lineage).where(column.in_(some))
                )
                found.update((row.story, row.lineage) for row in rows)
        return found

    def sketched(self, numbers: Iterable[int]) -> set[str]:
        """The stories that share any of these numbers of their sketches."""
        found: set[str] = set()
        ordered = sorted(set(numbers))
        with self.ledger.transaction() as connection:
            for start in range(0, len(ordered), KEYS):
                some = sketches.c.number.in_(ordered[start : start + KEYS])
                found.update(connection.scalars(select(sketches.c.story).where(some)))
        return found


class LineagesOf(Mapping[str, str]):
    """The lineages of stories, those of `given` before those that the ledger holds; a story of which
    nothing is known is its own."""

    def __init__(self, neighbours: Neighbours, given: Mapping[str, str]) -> None:
        self._neighbours = neighbours
        self._known = dict(given)

    def __getitem__(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = self._neighbours.lineages([name]).get(name, name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
