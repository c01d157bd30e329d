"""How stories speak of places: the word lists of places_words.yaml, checked and ready to look up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import LINE, knowledge_file, read_yaml


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of places_words.yaml, under their names there; what each is for stands in that file."""

    locative: frozenset[str]
    locative_weak: frozenset[str]
    settlement: frozenset[str]
    part: frozenset[str]
    unnamed_part: frozenset[str]
    admin1: frozenset[str]
    admin2: frozenset[str]
    surroundings: frozenset[str]
    facility: frozenset[str]
    direction: frozenset[str]
    bearing: frozenset[str]
    outfit: frozenset[str]
    outfit_of: frozenset[str]
    person_title: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    capitals_only: frozenset[str]
    transliterated: frozenset[str]


@lru_cache(maxsize=8)
def place_words(folder: Path | None = None) -> PlaceWords:
    """The word lists. Raises KnowledgeError, naming the file, when a list is missing or holds no words."""
    file = knowledge_file("places_words.yaml", folder)
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise file.error(1, "should be lists of words under names such as locative")
    lists = {}
    for field in fields(PlaceWords):
        words = document.get(field.name)
        if not isinstance(words, list):
            raise file.error(None, f"the list {field.name} is missing")
        for word in words:
            if not isinstance(word, str):
                raise file.error(None, f"{field.name} holds {word!r}, which is no word; put it in quotes")
        lists[field.name] = frozenset(words)
    unknown = sorted(key for key in document if key != LINE and key not in lists)
    if unknown:
        raise file.error(None, f"no such list: {', '.join(unknown)}")
    return PlaceWords(**lists)
