"""What PLOVER events hold besides event and mode: the rules of plover.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Codes, EventType
from dateline.ontology.event_types import load_event_types
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table

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
    table = Table.of_file(file)
    contexts = table.table("contexts")
    kinds = load_event_types(knowledge).values()
    rules = PloverRules(
        types={kind.type: kind.plover for kind in kinds},
        violent=frozenset(kind.type for kind in kinds if kind.violent),
        quad=table.mapping("quad"),
        contexts_by_type=contexts.lists("by-type"),
        contexts_by_kind=contexts.lists("by-kind"),
        sectors=table.mapping("sectors"),
        unknown_sector=str(table.values.get("unknown-sector", "UNK")),
        codes=table.mapping("codes"),
        resolution=table.mapping("resolution"),
    )
    modes = table.lists("modes")
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
