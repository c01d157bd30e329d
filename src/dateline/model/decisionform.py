"""Decisions to and from JSON, with the id that their content gives them."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from dateline.model.decision import Decision, DecisionKind, SeenClaim
from dateline.model.jsonform import Json, json_line


def new_decision(
    kind: DecisionKind,
    *,
    who: str,
    when: datetime,
    subjects: tuple[str, ...] = (),
    seen: tuple[tuple[SeenClaim, ...], ...] = (),
    field: str | None = None,
    value: Any = None,
    reason: str | None = None,
    undoes: str | None = None,
) -> Decision:
    """The decision with its id: "d-" and 16 hex digits of the hash of everything else in it.

    `when` must know its time zone (ValueError); it is kept in UTC.
    """
    if when.tzinfo is None:
        raise ValueError("the time of a decision needs its time zone")
    decision = Decision(
        id="",
        kind=kind,
        subjects=subjects,
        seen=tuple(tuple(sorted(group)) for group in seen),
        field=field,
        value=value,
        reason=reason,
        who=who,
        when=when.astimezone(UTC),
        undoes=undoes,
    )
    content = decision_to_json(decision)
    del content["decision"]
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode("utf-8", "backslashreplace"))
    return Decision("d-" + digest.hexdigest()[:16], *_fields(decision))


def _fields(decision: Decision) -> tuple[Any, ...]:
    return tuple(getattr(decision, name) for name in Decision.__slots__ if name != "id")


def decision_to_json(decision: Decision) -> Json:
    """The decision in the form of decision.schema.json."""
    return {
        "decision": decision.id,
        "kind": str(decision.kind),
        "subjects": list(decision.subjects),
        "seen": [[{"claim": seen.claim, "digest": seen.digest} for seen in group] for group in decision.seen],
        "field": decision.field,
        "value": decision.value,
        "reason": decision.reason,
        "who": decision.who,
        "when": decision.when.isoformat().replace("+00:00", "Z"),
        "undoes": decision.undoes,
    }


def decision_line(decision: Decision) -> str:
    """One line of JSON Lines, without its newline."""
    return json_line(decision_to_json(decision))


def decision_from_json(data: Json) -> Decision:
    """The decision that `decision_to_json` wrote.

    Raises KeyError, TypeError or ValueError on anything else, and ValueError when the id is not that of the
    content: a decision is never edited.
    """
    decision = new_decision(
        DecisionKind(data["kind"]),
        who=_text(data["who"]),
        when=datetime.fromisoformat(_text(data["when"])),
        subjects=tuple(_text(subject) for subject in data["subjects"]),
        seen=tuple(
            tuple(SeenClaim(_text(seen["claim"]), _text(seen["digest"])) for seen in group)
            for group in data["seen"]
        ),
        field=_optional(data["field"]),
        value=data["value"],
        reason=_optional(data["reason"]),
        undoes=_optional(data["undoes"]),
    )
    if data["decision"] != decision.id:
        raise ValueError(
            f"its id is {data['decision']!r}, but what it says has the id {decision.id!r}: decisions are "
            "never edited; undo the old one and decide anew"
        )
    return decision


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, found {value!r}")
    return value


def _optional(value: Any) -> str | None:
    return None if value is None else _text(value)
