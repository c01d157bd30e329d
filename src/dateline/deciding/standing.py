"""How each decision stands now: it holds, was replaced or undone, or needs another look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.deciding.digests import claim_digest
from dateline.deciding.handset import handset_of, is_of
from dateline.deciding.state import ON_A_CLAIM, ON_LINKS, Decisions, fits
from dateline.model import Claim, Decision, DecisionKind


class Condition(StrEnum):
    """How a decision stands."""

    HOLDS = "holds"
    REPLACED = "replaced"
    UNDONE = "undone"
    ANOTHER_LOOK = "another-look"


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision and how it stands; `why` says it in words, empty when it simply holds."""

    decision: Decision
    condition: Condition
    why: str = ""


def standings(
    decisions: Decisions,
    coded: Callable[[str], Claim | None],
    incident_of: Callable[[str], Sequence[str] | None],
) -> tuple[Standing, ...]:
    """How every decision stands, in their order.

    `coded` gives a claim as the coder makes it now; `incident_of` the claims of the incident that a claim is
    of, None while incidents are not computed.
    """
    found = {
        row.id: _of_one(row, decisions, coded, incident_of)
        for row in decisions.active
        if row.kind is not DecisionKind.UNDO
    }
    found = _with_replaced(found, decisions)
    return tuple(found.get(row.id) or _taken_back(row, decisions) for row in decisions.rows)


def _taken_back(row: Decision, decisions: Decisions) -> Standing:
    if row.id in decisions.undone:
        return Standing(row, Condition.UNDONE, f"undone by {decisions.undone[row.id]}")
    if row.undoes not in decisions.by_id:
        return Standing(row, Condition.ANOTHER_LOOK, f"undoes {row.undoes}, which is not here")
    return Standing(row, Condition.HOLDS)


def _of_one(
    row: Decision,
    decisions: Decisions,
    coded: Callable[[str], Claim | None],
    incident_of: Callable[[str], Sequence[str] | None],
) -> Standing:
    if row.kind in ON_A_CLAIM:
        return _on_a_claim(row, coded(row.seen[0][0].claim))
    if row.kind in ON_LINKS:
        changed = [
            seen.claim
            for group in row.seen
            for seen in group
            if (claim := coded(seen.claim)) is None or claim_digest(claim) != seen.digest
        ]
        if not changed:
            return Standing(row, Condition.HOLDS)
        told = ", ".join(dict.fromkeys(changed))
        return Standing(row, Condition.ANOTHER_LOOK, f"no longer as it was seen: {told}")
    return _on_a_toll(row, decisions, coded, incident_of)


def _on_a_claim(row: Decision, claim: Claim | None) -> Standing:
    seen = row.seen[0][0]
    if claim is None:
        return Standing(row, Condition.ANOTHER_LOOK, f"the claim {seen.claim} is no longer made")
    if claim_digest(claim) != seen.digest:
        return Standing(
            row, Condition.ANOTHER_LOOK, f"the claim {seen.claim} no longer comes out as it was seen"
        )
    if not fits(row, claim):
        return Standing(
            row, Condition.ANOTHER_LOOK, f"the claim {seen.claim} has nothing that could be so corrected"
        )
    return Standing(row, Condition.HOLDS)


def _on_a_toll(
    row: Decision,
    decisions: Decisions,
    coded: Callable[[str], Claim | None],
    incident_of: Callable[[str], Sequence[str] | None],
) -> Standing:
    def weighed(claim: str) -> str | None:
        found = coded(claim)
        decided = None if found is None else decisions.apply(found)
        return None if decided is None else claim_digest(decided)

    seen = [one.claim for one in row.seen[0]]
    now = incident_of(seen[0])
    if is_of(row, seen if now is None else now, weighed):
        return Standing(row, Condition.HOLDS)
    return Standing(
        row, Condition.ANOTHER_LOOK, "the claims of the incident are no longer those that were seen"
    )


def _slots(row: Decision) -> list[object]:
    """What a decision says, and what else would say it too: only the newest of those that hold counts. Links
    stand beside each other."""
    if row.kind in ON_A_CLAIM:
        return [(row.seen[0][0].claim, row.field)]
    if row.kind is DecisionKind.TOLL:
        toll = handset_of(row.value)
        return [(row.subjects, toll.harm, victims) for victims in dict.fromkeys((toll.victims, None))]
    return []


def _with_replaced(found: Mapping[str, Standing], decisions: Decisions) -> dict[str, Standing]:
    """Of decisions on one thing, only the newest that holds counts: with it the older ones had their other
    look."""
    newest: dict[object, Decision] = {}
    for row in decisions.active:
        if found[row.id].condition is Condition.HOLDS:
            newest |= dict.fromkeys(_slots(row)[:1], row)
    result = dict(found)
    for row in decisions.active:
        newer = [by for slot in _slots(row) if (by := newest.get(slot)) is not None and row.order < by.order]
        if newer:
            result[row.id] = Standing(row, Condition.REPLACED, f"replaced by {newer[0].id}")
    return result
