"""Who is side A and side B of an incident, and UCDP's type of violence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Actor, EventType, Incident
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml
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
    file = knowledge_file("ged.yaml", knowledge)
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise file.error(1, "there should be names with their values")
    return SideRules(
        state=_words(file, document, "state"),
        organised=_words(file, document, "organised"),
        civilians=_words(file, document, "civilians"),
        violence=_types(file, document, "violence"),
        mutual=_types(file, document, "mutual"),
        nameless=_names(file, document, "nameless"),
        civilians_name=str(document.get("civilians-name", "Civilians")),
        civilians_id=_number(file, document, "civilians-id"),
        clear_days=_number(file, document, "clear-days"),
        clear_where=_number(file, document, "clear-where-prec"),
    )


def _words(file: KnowledgeFile, document: dict[str, Any], name: str) -> frozenset[str]:
    words = document.get(name)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise file.error(1, f"there should be a list of words called {name}")
    return frozenset(words)


def _types(file: KnowledgeFile, document: dict[str, Any], name: str) -> frozenset[EventType]:
    words = _words(file, document, name)
    if unknown := sorted(words - set(EventType)):
        raise file.error(None, f"{name}: no event type is called {', '.join(unknown)}")
    return frozenset(EventType(word) for word in words)


def _names(file: KnowledgeFile, document: dict[str, Any], name: str) -> dict[str, str]:
    found = document.get(name)
    if not isinstance(found, dict):
        raise file.error(None, f"{name}: there should be kinds with what they are called")
    return {kind: str(word) for kind, word in found.items() if kind != LINE}


def _number(file: KnowledgeFile, document: dict[str, Any], name: str) -> int:
    number = document.get(name)
    if not isinstance(number, int):
        raise file.error(None, f"{name}: there should be a whole number, not {number!r}")
    return number


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
