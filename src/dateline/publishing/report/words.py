"""The report's words for the record's codes, read from report_words.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import EventType, Grade, Harm, Status, Victims
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml


@dataclass(frozen=True, slots=True)
class Family:
    """Event types that share a colour; `name` is the colour's name in the style sheet."""

    name: str
    label: str
    events: Mapping[EventType, str]


@dataclass(frozen=True, slots=True)
class GradeWords:
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Words by code. `families` are in the order in which the report shows them."""

    families: tuple[Family, ...]
    grades: Mapping[Grade, GradeWords]
    place_precision: Mapping[int, str]
    date_precision: Mapping[int, str]
    harms: Mapping[Harm, str]
    victims: Mapping[Victims, str]
    overall: str
    statuses: Mapping[Status, str]
    disputes: Mapping[str, str]
    claimant_kinds: Mapping[str, str]

    def family(self, event: EventType) -> Family:
        return next(family for family in self.families if event in family.events)

    def event(self, event: EventType) -> str:
        return self.family(event).events[event]

    def claimant_kind(self, kind: str) -> str:
        return self.claimant_kinds.get(kind, kind.replace("-", " "))

    def dispute(self, what: str) -> str:
        return self.disputes.get(what, what)


def read_words(knowledge: Path | None = None) -> ReportWords:
    """The words of report_words.yaml.

    Raises KnowledgeError, naming file and line, when a code of the contract has no word.
    """
    file = knowledge_file("report_words.yaml", knowledge)
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise file.error(1, "there should be lists of words by name")
    grades = {
        Grade(code): GradeWords(_text(file, words, "label"), _text(file, words, "meaning"))
        for code, words in _mapping(file, document, "grades", Grade).items()
    }
    return ReportWords(
        families=_families(file, document.get("families")),
        grades={grade: grades[grade] for grade in Grade},
        place_precision=_mapping(file, document, "place_precision", range(1, 8)),
        date_precision=_mapping(file, document, "date_precision", range(1, 6)),
        harms={Harm(code): word for code, word in _mapping(file, document, "harms", Harm).items()},
        victims={Victims(code): word for code, word in _mapping(file, document, "victims", Victims).items()},
        overall=_text(file, document, "overall"),
        statuses={Status(code): word for code, word in _mapping(file, document, "statuses", Status).items()},
        disputes=_mapping(file, document, "disputes", ()),
        claimant_kinds=_mapping(file, document, "claimant_kinds", ()),
    )


def _mapping(
    file: KnowledgeFile, document: dict[str, Any], name: str, codes: Iterable[Any]
) -> dict[Any, Any]:
    found = document.get(name)
    if not isinstance(found, dict):
        raise file.error(document[LINE], f"{name} is missing: a word for each code")
    words = {code: word for code, word in found.items() if code != LINE}
    wanted = [code if isinstance(code, int) else str(code) for code in codes]
    if missing := [str(code) for code in wanted if code not in words]:
        raise file.error(found[LINE], f"{name} has no word for {', '.join(missing)}")
    if unknown := [str(code) for code in words if wanted and code not in wanted]:
        raise file.error(found[LINE], f"{name} knows no {', '.join(unknown)}")
    return words


def _text(file: KnowledgeFile, mapping: dict[str, Any], key: str) -> str:
    if not isinstance(mapping, dict) or not isinstance(mapping.get(key), str):
        line = mapping.get(LINE) if isinstance(mapping, dict) else None
        raise file.error(line, f"{key} is missing: a text")
    return str(mapping[key])


def _families(file: KnowledgeFile, entries: Any) -> tuple[Family, ...]:
    if not isinstance(entries, list):
        raise file.error(1, "families is missing: a list of families of events")
    families: list[Family] = []
    seen: set[str] = set()
    for entry in entries:
        name, label = _text(file, entry, "family"), _text(file, entry, "label")
        events = {code: word for code, word in entry.get("events", {}).items() if code != LINE}
        if wrong := [code for code in events if code not in set(EventType) or code in seen]:
            raise file.error(entry[LINE], f"{', '.join(wrong)}: no event type, or already in a family")
        seen.update(events)
        families.append(Family(name, label, {EventType(code): word for code, word in events.items()}))
    if missing := sorted(set(EventType) - seen):
        raise file.error(1, f"no family holds {', '.join(missing)}")
    return tuple(families)
