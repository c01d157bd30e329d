"""What follows from the rows of decisions: which hold, and what they make of a claim."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from dateline.deciding.corrections import application_order, change_of
from dateline.deciding.digests import claim_digest
from dateline.model import Claim, Decision, DecisionKind, Review

Pair = tuple[str, str]

ON_A_CLAIM = (DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT)
ON_LINKS = (DecisionKind.SAME, DecisionKind.APART)

NOTHING_SAID = Review(())


@dataclass(frozen=True)
class Decisions:
    """The state that follows from `rows`: a pure function of them, in whatever order they come."""

    rows: tuple[Decision, ...]

    @classmethod
    def of(cls, rows: Iterable[Decision]) -> Decisions:
        """The state of these rows, each counted once."""
        unique = {row.id: row for row in rows}
        return cls(tuple(sorted(unique.values(), key=lambda row: row.order)))

    @cached_property
    def digest(self) -> str:
        """12 hex digits that are the same for the same rows; empty when there are none."""
        if not self.rows:
            return ""
        return hashlib.sha256("\n".join(sorted(row.id for row in self.rows)).encode()).hexdigest()[:12]

    @cached_property
    def by_id(self) -> Mapping[str, Decision]:
        """The rows by their ids."""
        return {row.id: row for row in self.rows}

    @cached_property
    def undone(self) -> Mapping[str, str]:
        """For each decision that was taken back the undo that did it: one that was not itself undone."""
        undos: dict[str, list[Decision]] = defaultdict(list)
        for row in self.rows:
            if row.undoes is not None:
                undos[row.undoes].append(row)
        found: dict[str, str | None] = {}
        # An id is the hash of what a decision says, with what it undoes: the chains have no circles.
        for row in self.rows:
            waiting = [row.id]
            while waiting:
                named = waiting[-1]
                open_ = [undo.id for undo in undos[named] if undo.id not in found]
                if open_:
                    waiting += open_
                    continue
                in_force = [undo.id for undo in undos[named] if found[undo.id] is None]
                found[waiting.pop()] = in_force[0] if in_force else None
        return {named: by for named, by in found.items() if by is not None}

    @cached_property
    def active(self) -> tuple[Decision, ...]:
        """The decisions that were not taken back, in order, without the undos."""
        return tuple(
            row for row in self.rows if row.kind is not DecisionKind.UNDO and row.id not in self.undone
        )

    # Claims

    @cached_property
    def _of_claim(self) -> Mapping[str, Sequence[Decision]]:
        found: dict[str, list[Decision]] = defaultdict(list)
        for row in self.active:
            if row.kind in ON_A_CLAIM:
                found[row.seen[0][0].claim].append(row)
        return found

    @cached_property
    def rejectable(self) -> tuple[str, ...]:
        """The ids of the claims that a rejection speaks of, whether it still holds or not."""
        return tuple(
            claim
            for claim, said in sorted(self._of_claim.items())
            if any(row.kind is DecisionKind.REJECT for row in said)
        )

    @property
    def reviewed(self) -> Collection[str]:
        """The ids of the claims that any decision on a claim speaks of."""
        return self._of_claim.keys()

    def review(self, coded: Claim) -> Review:
        """What holds of a claim as the coder made it: the newest verdict, and for each field the newest
        correction, of those that were said of the claim as it comes out now."""
        said = self._of_claim.get(coded.id)
        if not said:
            return NOTHING_SAID
        now = claim_digest(coded)
        newest: dict[str | None, Decision] = {}
        for row in said:
            if row.seen[0][0].digest == now and fits(row, coded):
                newest[row.field] = row
        return Review(tuple(sorted(newest.values(), key=lambda row: row.order)))

    def apply(self, coded: Claim) -> Claim | None:
        """The claim as people have decided that it is: corrected, and None when it was rejected.

        A corrected claim keeps its id and its words, and its rule names the decisions.
        """
        review = self.review(coded)
        if review.rejected:
            return None
        claim = coded
        for field, row in sorted(review.corrections.items(), key=lambda one: application_order(one[0])):
            claim = replace(change_of(field, row.value)(claim), rule=f"{claim.rule}+decided/{row.id}")
        return claim

    # Links

    @cached_property
    def links(self) -> tuple[Decision, ...]:
        """What was said of two being the same or not."""
        return tuple(row for row in self.active if row.kind in ON_LINKS)

    def same_and_apart(self, digest_of: Callable[[str], str | None]) -> tuple[list[Pair], list[Pair]]:
        """Pairs of claims that people said are of one event, and pairs that they said are not.

        `digest_of` gives the digest of a claim as the coder makes it now, None when it no longer does:
        pairs with a claim that does not come out as it was seen are left out.
        """
        same: list[Pair] = []
        apart: list[Pair] = []
        for row in self.links:
            groups = [
                [seen.claim for seen in group if digest_of(seen.claim) == seen.digest] for group in row.seen
            ]
            if row.kind is DecisionKind.SAME:
                every = list(dict.fromkeys(claim for group in groups for claim in group))
                same += [(every[0], other) for other in every[1:]]
            else:
                apart += product(groups[0], groups[1])
        return same, apart

    @cached_property
    def contradiction(self) -> tuple[Decision, ...]:
        """Decisions of which one says that two claims are apart that the others tie together; empty
        when there are none such."""
        tied: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
        for row in self.links:
            if row.kind is DecisionKind.SAME:
                for claim in row.claims[1:]:
                    tied[claim].append((row.claims[0], row))
                    tied[row.claims[0]].append((claim, row))
        for row in self.links:
            if row.kind is DecisionKind.APART:
                far = {seen.claim for seen in row.seen[1]}
                for seen in row.seen[0]:
                    if (chain := _chain(seen.claim, far, tied)) is not None:
                        return (*dict.fromkeys(chain), row)
        return ()

    # Tolls

    @cached_property
    def tolls(self) -> tuple[Decision, ...]:
        """The tolls that were set by hand, in order."""
        return tuple(row for row in self.active if row.kind is DecisionKind.TOLL)


def fits(row: Decision, coded: Claim) -> bool:
    """Whether a decision on a claim can be carried out on it: always, unless a hand wrote the row."""
    if row.field is None:
        return True
    try:
        change_of(row.field, row.value)(coded)
    except ValueError:
        return False
    return True


def _chain(
    start: str, ends: Collection[str], tied: Mapping[str, Sequence[tuple[str, Decision]]]
) -> list[Decision] | None:
    """The decisions on the shortest way from a claim to one of the ends; None when there is none."""
    reached: dict[str, list[Decision]] = {start: []}
    for claim in (queue := [start]):
        if claim in ends:
            return reached[claim]
        for other, row in tied.get(claim, ()):
            if other not in reached:
                reached[other] = [*reached[claim], row]
                queue.append(other)
    return None
