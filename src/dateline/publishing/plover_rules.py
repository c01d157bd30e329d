"""What PLOVER events hold besides event and mode: the rules of plover.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Codes, EventType
from dateline.ontology.event_types import load_event_types
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml

FILE = "plover.yaml"


@dataclass(frozen=True, slots=True)
class PloverRules:
    """What plover.yaml says, and the events and modes of event_types.yaml; `violent` are the types that can
    harm people."""

    types: Mapping[EventType, Codes | None]
    violent: frozenset[EventType]
    quad: Mapping[str, int]
    contexts_by_type: Mapping[str, tuple[str, ...]]
    contexts_by_kind: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    unknown_sector: str
    codes: Mapping[str, str]
    resolution: Mapping[int, int]


def read_plover_rules(knowledge: Path | None = None) -> PloverRules:
    """The rules, the user's file before the package's.

    Raises KnowledgeError, naming the file, when a part is missing or event_types.yaml has an event or mode
    that PLOVER has not.
    """
    file = knowledge_file(FILE, knowledge)
    document = read_yaml(file)
    contexts = _mapping(file, document, "contexts")
    kinds = load_event_types(knowledge).values()
    rules = PloverRules(
        types={kind.type: kind.plover for kind in kinds},
        violent=frozenset(kind.type for kind in kinds if kind.violent),
        quad=_mapping(file, document, "quad"),
        contexts_by_type=_lists(file, contexts, "by-type"),
        contexts_by_kind=_lists(file, contexts, "by-kind"),
        sectors=_mapping(file, document, "sectors"),
        unknown_sector=str(document.get("unknown-sector", "UNK")),
        codes=_mapping(file, document, "codes"),
        resolution=_mapping(file, document, "resolution"),
    )
    modes = _lists(file, document, "modes")
    for event_type, code in rules.types.items():
        if code is None:
            continue
        if code.category not in rules.quad:
            raise file.error(
                None, f"quad: {code.category}, which {event_type} is by event_types.yaml, is missing"
            )
        if code.detail is not None and code.detail not in modes.get(code.category, ()):
            mode = f"{code.category} {code.detail}"
            raise file.error(None, f"modes: {mode}, which {event_type} is by event_types.yaml, is missing")
    if unknown := sorted(set(rules.contexts_by_type) - set(EventType)):
        raise file.error(None, f"contexts: no event type is called {', '.join(unknown)}")
    return rules


def _mapping(file: KnowledgeFile, document: Any, name: str) -> dict[Any, Any]:
    found = document.get(name) if isinstance(document, dict) else None
    if not isinstance(found, dict):
        raise file.error(None, f"{name}: there should be names with their values")
    return {key: value for key, value in found.items() if key != LINE}


def _lists(file: KnowledgeFile, document: Any, name: str) -> dict[str, tuple[str, ...]]:
    found = _mapping(file, document, name)
    for key, words in found.items():
        if not isinstance(words, list):
            raise file.error(None, f"{name}: {key} should have a list, not {words!r}")
    return {key: tuple(words) for key, words in found.items()}
