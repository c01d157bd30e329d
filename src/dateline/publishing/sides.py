"""Who is side A and side B of an incident, and UCDP's type of violence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.model import Actor, EventType, Incident, Role
from dateline.ontology.files import knowledge_file, read_yaml

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class SideRules:
    """Which kinds of actors are a state, an organised side, civilians; which events are violence."""

    state: frozenset[str]
    organised: frozenset[str]
    civilians: frozenset[str]
    violence: frozenset[EventType]


@dataclass(frozen=True, slots=True)
class Sides:
    """`violence` is GED's type_of_violence, 1 to 3; None where the actors do not settle it."""

    violence: int | None
    a: Actor | None
    b: Actor | None


def read_side_rules(knowledge: Path | None = None) -> SideRules:
    """The rules of ged.yaml. Raises KnowledgeError, naming the file and line."""
    file = knowledge_file("ged.yaml", knowledge)
    document = read_yaml(file)
    lists: dict[str, frozenset[str]] = {}
    for name in ("state", "organised", "civilians", "violence"):
        words = document.get(name) if isinstance(document, dict) else None
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise file.error(1, f"there should be a list of words called {name}")
        lists[name] = frozenset(words)
    if unknown := sorted(lists["violence"] - set(EventType)):
        raise file.error(None, f"violence: no event type is called {', '.join(unknown)}")
    return SideRules(
        lists["state"],
        lists["organised"],
        lists["civilians"],
        frozenset(EventType(word) for word in lists["violence"]),
    )


def sides(incident: Incident, rules: SideRules) -> Sides:
    """Side A and B by UCDP GED's codebook: the state first in state-based violence, the perpetrator
    first against civilians.

    Only the first actor of a known kind on each side is taken, and nothing is concluded from one
    side alone.
    """
    by = _first(incident, Role.BY)
    other = _first(incident, Role.AGAINST) or _first(incident, Role.WITH)
    if incident.event not in rules.violence or by is None or other is None:
        return Sides(None, by, other)
    if by.kind in rules.organised and other.kind in rules.civilians:
        return Sides(ONE_SIDED, by, other)
    if by.kind not in rules.organised or other.kind not in rules.organised:
        return Sides(None, by, other)
    if by.kind in rules.state:
        return Sides(STATE_BASED, by, other)
    if other.kind in rules.state:
        return Sides(STATE_BASED, other, by)
    return Sides(NON_STATE, by, other)


def _first(incident: Incident, role: Role) -> Actor | None:
    return next((actor for actor in incident.actors if actor.role is role and actor.kind), None)
