"""Deciding: what `dateline decide` does, as functions that a desk can call too.

Each function notes one decision in a ledger and returns it; it holds at once for what the ledger gives as
claims. `recompute` then links and weighs again, and `publish` writes the files anew; one recomputing does for
any number of decisions:

    with Ledger.open(path, create=False) as ledger:
        reject(ledger, "c-0123456789abcdef", who="Ana", when=datetime.now(UTC), why="a film, no attack")
        recompute(ledger, settings)

`who` is who decides, `why` the reason, and `when` the moment of the person's act, with its time zone: no
clock is asked here. Every function raises NotFoundError when there is no such claim, incident or
decision, and LedgerError when the decision cannot be carried out or contradicts another; then nothing
is noted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from dateline.deciding import Decisions
from dateline.deciding.digests import claim_digest
from dateline.deciding.values import Readers, read_value
from dateline.errors import InputError, LedgerError, NotFoundError
from dateline.ledger import Ledger
from dateline.model import Claim, Decision, DecisionKind, Harm, SeenClaim, Victims
from dateline.model.decisionform import decision_from_json, decision_line, new_decision

Seen = tuple[SeenClaim, ...]


def confirm(ledger: Ledger, claim: str, *, who: str, when: datetime, why: str | None = None) -> Decision:
    """Say that a claim is right: the story says so, in these words, and by this claimant."""
    return _on_claim(ledger, DecisionKind.CONFIRM, claim, who=who, when=when, why=why)


def reject(ledger: Ledger, claim: str, *, who: str, when: datetime, why: str) -> Decision:
    """Say that a claim is wrong: it leaves incidents, counts and published files, and stays in the ledger."""
    return _on_claim(ledger, DecisionKind.REJECT, claim, who=who, when=when, why=why)


def correct(
    ledger: Ledger,
    claim: str,
    *,
    field: str,
    to: str,
    who: str,
    when: datetime,
    why: str,
    readers: Readers | None = None,
) -> Decision:
    """Put another value in the place of a field of a claim.

    `field` is one of `FIELDS`, `to` what a person writes for it (docs/decisions.md), which `readers` look up.
    Raises InputError, saying what can be written, when it cannot be read or makes no difference.
    """
    coded = ledger.coded_claim(claim)
    now = ledger.claim(claim)
    decision = new_decision(
        DecisionKind.CORRECT,
        who=who,
        when=when,
        subjects=(claim,),
        seen=((SeenClaim(coded.id, claim_digest(coded)),),),
        field=field,
        value=read_value(field, to, coded, readers or Readers()),
        reason=why,
    )
    then = Decisions.of([*ledger.decisions().rows, decision]).apply(coded)
    if then is not None and claim_digest(then) == claim_digest(now):
        raise InputError(f"{field} of claim {claim!r} already is {to!r}; nothing was decided")
    return _note(ledger, decision)


def same(
    ledger: Ledger, one: str, other: str, *, who: str, when: datetime, why: str | None = None
) -> Decision:
    """Say that two claims or incidents are of one event.

    Said of an incident it is said of the claims that are of it now.
    """
    return _on_two(ledger, DecisionKind.SAME, one, other, who=who, when=when, why=why)


def apart(
    ledger: Ledger, one: str, other: str, *, who: str, when: datetime, why: str | None = None
) -> Decision:
    """Say that two claims or incidents are not of one event; see `same`."""
    return _on_two(ledger, DecisionKind.APART, one, other, who=who, when=when, why=why)


def set_toll(
    ledger: Ledger,
    incident: str,
    *,
    harm: Harm,
    victims: Victims | None = None,
    low: int | None,
    best: int | None,
    high: int | None,
    who: str,
    when: datetime,
    why: str,
) -> Decision:
    """Set how many people of an incident came to a harm: of one kind of victims, or (None) of all together.

    It is shown with its reason in the place of what the claims add up to, as long as these are the
    incident's claims. `high` is None when nobody knows an upper end.
    """
    found = ledger.incident(incident)
    seen = tuple(SeenClaim(claim, ledger.digest_of_claim(claim) or "") for claim in found.claims)
    value = {
        "harm": str(harm),
        "victims": None if victims is None else str(victims),
        "low": low,
        "best": best,
        "high": high,
    }
    return _note(
        ledger,
        new_decision(
            DecisionKind.TOLL,
            who=who,
            when=when,
            subjects=(incident,),
            seen=(seen,),
            value=value,
            reason=why,
        ),
    )


def undo(ledger: Ledger, decision: str, *, who: str, when: datetime, why: str | None = None) -> Decision:
    """Take a decision back, by a further row; undoing the undo brings it back."""
    state = ledger.decisions()
    if decision not in state.by_id:
        raise NotFoundError(f"no decision {decision!r} in {ledger.name}; `dateline decide list` lists them")
    if decision in state.undone:
        raise LedgerError(f"decision {decision!r} was already undone by {state.undone[decision]!r}")
    return _note(ledger, new_decision(DecisionKind.UNDO, who=who, when=when, reason=why, undoes=decision))


def export_decisions(ledger: Ledger) -> Iterable[str]:
    """Every decision as a line of JSON (decision.schema.json), in their order, undone ones and undos too."""
    return (decision_line(row) + "\n" for row in ledger.decisions().rows)


def import_decisions(ledger: Ledger, lines: Iterable[str], name: str) -> tuple[Decision, ...]:
    """Add the decisions of such lines, all or none, and return those that the ledger did not have.

    Raises InputError, naming `name` and the line, when one is no decision.
    """
    given = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given.append(decision_from_json(json.loads(line)))
        except KeyError as error:
            raise InputError(
                f"{name}, line {number}: no decision: {error} is missing; nothing was imported"
            ) from error
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(f"{name}, line {number}: no decision: {error}; nothing was imported") from error
    return ledger.decide(given)


def read_lines(path: Path) -> list[str]:
    """The lines of a file of decisions. Raises InputError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise InputError(f"{path}: cannot be read ({reason})") from error


def _on_claim(
    ledger: Ledger, kind: DecisionKind, claim: str, *, who: str, when: datetime, why: str | None
) -> Decision:
    coded = ledger.coded_claim(claim)
    seen = ((SeenClaim(coded.id, claim_digest(coded)),),)
    return _note(ledger, new_decision(kind, who=who, when=when, subjects=(claim,), seen=seen, reason=why))


def _on_two(
    ledger: Ledger, kind: DecisionKind, one: str, other: str, *, who: str, when: datetime, why: str | None
) -> Decision:
    seen = _claims_seen(ledger, one), _claims_seen(ledger, other)
    if {claim.claim for claim in seen[0]} & {claim.claim for claim in seen[1]}:
        raise InputError(f"{one!r} and {other!r} are, or hold, the same claim; name two that differ")
    return _note(ledger, new_decision(kind, who=who, when=when, subjects=(one, other), seen=seen, reason=why))


def _claims_seen(ledger: Ledger, subject: str) -> Seen:
    """The claim of that id, or the claims of the incident of that id, as the coder makes them."""
    try:
        claims: list[Claim] = [ledger.coded_claim(claim) for claim in ledger.incident(subject).claims]
    except NotFoundError as no_incident:
        try:
            claims = [ledger.coded_claim(ledger.claim(subject).id)]
        except NotFoundError as no_claim:
            if subject.startswith("i-"):
                raise no_incident from None
            raise no_claim from None
    return tuple(SeenClaim(claim.id, claim_digest(claim)) for claim in claims)


def _note(ledger: Ledger, decision: Decision) -> Decision:
    if not ledger.decide([decision]):
        raise LedgerError(
            f"decision {decision.id!r} was made before, at this very moment; nothing was decided"
        )
    return decision
