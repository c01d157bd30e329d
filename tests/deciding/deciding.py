"""Decisions for tests, with what a test does not speak of filled in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.deciding import claim_digest
from dateline.model import Claim, Decision, DecisionKind, SeenClaim
from dateline.model.decisionform import new_decision

NOON = datetime(2031, 3, 7, 12, tzinfo=UTC)


def said(
    kind: DecisionKind,
    *groups: Claim | tuple[Claim, ...],
    minute: int = 0,
    field: str | None = None,
    value: Any = None,
    undoes: str | None = None,
    who: str = "Ana",
    why: str = "read again",
    subjects: tuple[str, ...] | None = None,
) -> Decision:
    """A decision of Ana's on claims, or on incidents given as tuples of their claims, `minute` minutes
    after noon."""
    seen = tuple(
        tuple(
            SeenClaim(claim.id, claim_digest(claim))
            for claim in (group if isinstance(group, tuple) else (group,))
        )
        for group in groups
    )
    return new_decision(
        kind,
        who=who,
        when=NOON + timedelta(minutes=minute),
        subjects=tuple(group[0].claim for group in seen) if subjects is None else subjects,
        seen=seen,
        field=field,
        value=value,
        reason=why,
        undoes=undoes,
    )


def confirmed(claim: Claim, **more: Any) -> Decision:
    return said(DecisionKind.CONFIRM, claim, **more)


def rejected(claim: Claim, **more: Any) -> Decision:
    return said(DecisionKind.REJECT, claim, **more)


def corrected(claim: Claim, field: str, value: Any, **more: Any) -> Decision:
    return said(DecisionKind.CORRECT, claim, field=field, value=value, **more)


def same(one: Claim | tuple[Claim, ...], other: Claim | tuple[Claim, ...], **more: Any) -> Decision:
    return said(DecisionKind.SAME, one, other, **more)


def apart(one: Claim | tuple[Claim, ...], other: Claim | tuple[Claim, ...], **more: Any) -> Decision:
    return said(DecisionKind.APART, one, other, **more)


def undone(decision: Decision, **more: Any) -> Decision:
    return said(DecisionKind.UNDO, undoes=decision.id, **more)


def toll_set(claims: tuple[Claim, ...], value: dict[str, Any], **more: Any) -> Decision:
    return said(DecisionKind.TOLL, claims, value=value, **more)
