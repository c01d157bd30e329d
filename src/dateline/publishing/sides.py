"""Who is side A and side B of an incident, and UCDP's type of violence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Actor, EventType, Incident
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table
from dateline.publishing.parties import parties

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class SideRules:
    """What ged.yaml says; see its comments."""

    state: frozenset[str]
    organised: frozenset[str]
    civilians: frozenset[str]
    violence: frozenset[EventType]
    mutual: frozenset[EventType]
    nameless: Mapping[str, str]
    civilians_name: str
    civilians_id: int
    clear_days: int
    clear_where: int


@dataclass(frozen=True, slots=True)
class Sides:
    """`violence` is GED's type_of_violence, 1 to 3; None where the actors do not settle it."""

    violence: int | None
    a: Actor | None
    b: Actor | None


def read_side_rules(knowledge: Path | None = None) -> SideRules:
    """The rules of ged.yaml. Raises KnowledgeError, naming the file and line."""
    table = Table.of_file(knowledge_file("ged.yaml", knowledge))
    return SideRules(
        state=frozenset(table.words("state")),
        organised=frozenset(table.words("organised")),
        civilians=frozenset(table.words("civilians")),
        violence=_types(table, "violence"),
        mutual=_types(table, "mutual"),
        nameless={kind: str(word) for kind, word in table.mapping("nameless").items()},
        civilians_name=str(table.values.get("civilians-name", "Civilians")),
        civilians_id=table.whole("civilians-id"),
        clear_days=table.whole("clear-days"),
        clear_where=table.whole("clear-where-prec"),
    )


def _types(table: Table, name: str) -> frozenset[EventType]:
    if unknown := sorted(set(table.words(name)) - set(EventType)):
        raise table.error(f"{name}: no event type is called {', '.join(unknown)}")
    return table.members(name, EventType)


def sides(incident: Incident, rules: SideRules) -> Sides:
    """Side A and B by UCDP GED's codebook: the state first in state-based violence, the perpetrator
    first against civilians.

    An organised party that was hit goes before civilians: those who die in a fight between sides are no
    one-sided violence. Nothing is concluded from one side alone, from two groups of which neither
    is named, nor where sources dispute which of several parties did it.
    """
    found = parties(incident)
    doers = [actor for actor in found.doers if actor.kind in rules.organised]
    hit = [actor for actor in found.targets if actor.kind in rules.organised]
    by, other = _first(doers), _first(hit)
    if other is None and incident.event in rules.mutual and len(doers) > 1:
        other = doers[1]
    elif len(doers) > 1 and "responsibility" in incident.disputed:
        return Sides(None, None, None)
    civilians = other or _first(actor for actor in found.targets if actor.kind in rules.civilians)
    by, other = by or _first(found.doers), civilians or _first(found.targets)
    violence = _violence(by, other, rules) if incident.event in rules.violence else None
    swap = violence == STATE_BASED and by is not None and by.kind not in rules.state
    return Sides(violence, other, by) if swap else Sides(violence, by, other)


def _violence(by: Actor | None, other: Actor | None, rules: SideRules) -> int | None:
    if by is None or other is None or by.kind not in rules.organised:
        return None
    if other.kind in rules.civilians:
        return ONE_SIDED
    if other.kind not in rules.organised:
        return None
    if {by.kind, other.kind} & rules.state:
        return STATE_BASED
    return NON_STATE if by.id or other.id else None


def _first(actors: Iterable[Actor]) -> Actor | None:
    return next(iter(actors), None)
