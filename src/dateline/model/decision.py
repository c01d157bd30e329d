"""What a person said of a claim or an incident (contract: decision.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class DecisionKind(StrEnum):
    """What a person can say."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    APART = "apart"
    TOLL = "toll"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, order=True)
class SeenClaim:
    """A claim as the person saw it: its id, and the digest of all that it said (`claim_digest`)."""

    claim: str
    digest: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of what people decided; nothing of it ever changes.

    `subjects` are the ids that the person named, of a claim or an incident, and `seen` holds for each of
    them the claims that stood there, in order of their ids. `value` is what a correction puts in the place of
    `field`, or the figures of a toll, as JSON has it (docs/decisions.md). `when` is in UTC.
    `undoes` is the id of the decision that an undo takes back.
    """

    id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    seen: tuple[tuple[SeenClaim, ...], ...]
    field: str | None
    value: Any
    reason: str | None
    who: str
    when: datetime
    undoes: str | None

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that it speaks of."""
        return tuple(dict.fromkeys(seen.claim for group in self.seen for seen in group))

    @property
    def order(self) -> tuple[datetime, str]:
        """Decisions hold in the order of their time; of one moment, in that of their ids."""
        return self.when, self.id


@dataclass(frozen=True, slots=True)
class Review:
    """What people have said of one claim as it is now: the decisions that hold, in order."""

    decisions: tuple[Decision, ...]

    @property
    def verdict(self) -> Decision | None:
        """The newest confirmation or rejection."""
        said = [one for one in self.decisions if one.kind in (DecisionKind.CONFIRM, DecisionKind.REJECT)]
        return said[-1] if said else None

    @property
    def rejected(self) -> bool:
        """Whether the claim was rejected."""
        return self.verdict is not None and self.verdict.kind is DecisionKind.REJECT

    @property
    def corrections(self) -> Mapping[str, Decision]:
        """The correction that holds for each corrected field."""
        return {one.field: one for one in self.decisions if one.field is not None}
