"""The event types and what they are in PLOVER and ACLED (event_types.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Codes, EventType
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml

FILE = "event_types.yaml"


@dataclass(frozen=True, slots=True)
class EventKind:
    """One event type: its codes, whether it can harm people, whether it is a deed or only said.

    `scene` is "battle", "aftermath" or None (see the file's head).
    """

    type: EventType
    plover: Codes | None
    acled: Codes | None
    violent: bool
    deed: bool
    rank: int
    scene: str | None


def load_event_types(folder: Path | None = None) -> Mapping[EventType, EventKind]:
    """All event types, from the user's folder or the package.

    Raises KnowledgeError, naming file and line, for an unknown or missing type.
    """
    file = knowledge_file(FILE, folder)
    kinds: dict[EventType, EventKind] = {}
    for entry in read_yaml(file):
        line = entry.get(LINE)
        try:
            event_type = EventType(entry["type"])
        except (KeyError, ValueError) as error:
            raise file.error(line, f"no event type {entry.get('type')!r} in the contract") from error
        kinds[event_type] = EventKind(
            event_type,
            _codes(entry.get("plover"), file, line),
            _codes(entry.get("acled"), file, line),
            bool(entry.get("violent", False)),
            bool(entry.get("deed", True)),
            int(entry.get("rank", 0)),
            entry.get("scene"),
        )
    missing = [str(event_type) for event_type in EventType if event_type not in kinds]
    if missing:
        raise file.error(None, f"no entry for {', '.join(missing)}")
    return kinds


def _codes(pair: list[str | None] | None, file: KnowledgeFile, line: int | None) -> Codes | None:
    if pair is None:
        return None
    if len(pair) != 2 or not isinstance(pair[0], str):
        raise file.error(line, f"expected [category, detail], found {pair!r}")
    return Codes(pair[0], pair[1])
