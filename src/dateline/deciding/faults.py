"""What is wrong with a decision that did not come from Dateline's own hand."""

from __future__ import annotations

from dateline.deciding.corrections import change_of
from dateline.deciding.handset import handset_of
from dateline.deciding.state import ON_A_CLAIM
from dateline.model import Decision, DecisionKind

_SUBJECTS = {
    DecisionKind.CONFIRM: 1,
    DecisionKind.CORRECT: 1,
    DecisionKind.REJECT: 1,
    DecisionKind.SAME: 2,
    DecisionKind.APART: 2,
    DecisionKind.TOLL: 1,
    DecisionKind.UNDO: 0,
}
NEED_A_REASON = (DecisionKind.CORRECT, DecisionKind.REJECT, DecisionKind.TOLL)
"""Those that change what the record says."""


def decision_fault(row: Decision) -> str | None:  # noqa: PLR0911 - one for each thing that can be wrong
    """What keeps a decision from being carried out, whatever the ledger holds; None when nothing does."""
    wanted = _SUBJECTS[row.kind]
    if len(row.subjects) != wanted or len(row.seen) != wanted or not all(row.seen):
        return f"{row.kind} speaks of {wanted} claims or incidents, each with the claims seen"
    if row.kind in ON_A_CLAIM and len(row.seen[0]) != 1:
        return f"{row.kind} speaks of one claim"
    if not row.who.strip():
        return "it does not say who decided; give --who"
    if row.kind in NEED_A_REASON and not (row.reason or "").strip():
        return f"{row.kind} needs a reason; give --why"
    if (row.undoes is None) is (row.kind is DecisionKind.UNDO):
        return "an undo, and nothing else, names the decision that it undoes"
    if (row.field is None) is (row.kind is DecisionKind.CORRECT):
        return "a correction, and nothing else, names a field"
    if row.kind is DecisionKind.APART and {s.claim for s in row.seen[0]} & {s.claim for s in row.seen[1]}:
        return "a claim cannot be apart from itself"
    try:
        if row.field is not None:
            change_of(row.field, row.value)
        elif row.kind is DecisionKind.TOLL:
            handset_of(row.value)
        elif row.value is not None:
            return f"{row.kind} has no value"
    except ValueError as error:
        return str(error)
    return None
