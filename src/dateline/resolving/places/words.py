"""How stories speak of places: the word lists of places_words.yaml, checked and ready to look up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import LINE, knowledge_file, read_yaml

_GLUE = (
    "into",
    "nearby",
    "filling",
    "direction",
    "bearing",
    "settlement",
    "part",
    "admin1",
    "admin2",
    "surroundings",
    "facility",
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of places_words.yaml, under their names there; what each is for stands in that file.

    Three are put together from them: `glue`, all words that may stand between two names that one tie joins,
    `plain`, all that in capitals tell no name, and `descriptor`, all that say what a place is ("district").
    """

    locative: frozenset[str]
    settlement: frozenset[str]
    part: frozenset[str]
    unnamed_part: frozenset[str]
    admin1: frozenset[str]
    admin2: frozenset[str]
    surroundings: frozenset[str]
    facility: frozenset[str]
    street: frozenset[str]
    street_name: frozenset[str]
    on_street: frozenset[str]
    in_town: frozenset[str]
    houses: frozenset[str]
    border: frozenset[str]
    hospital: frozenset[str]
    to_hospital: frozenset[str]
    direction: frozenset[str]
    bearing: frozenset[str]
    outfit: frozenset[str]
    outfit_of: frozenset[str]
    person_title: frozenset[str]
    community: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    common: frozenset[str]
    capitals_only: frozenset[str]
    transliterated: frozenset[str]
    media: frozenset[str]
    function: frozenset[str]
    into: frozenset[str]
    nearby: frozenset[str]
    filling: frozenset[str]
    holding: frozenset[str]
    before_facility: frozenset[str]
    no_capital: frozenset[str]
    masthead: frozenset[str]
    belonging: frozenset[str]
    glue: frozenset[str]
    plain: frozenset[str]
    descriptor: frozenset[str]

    def is_common(self, words: Iterable[str]) -> bool:
        """Whether in capitals the words are most likely plain English, in the singular or plural."""
        return all(word in self.plain or word.removesuffix("s") in self.plain for word in words)

    def is_direction(self, word: str) -> bool:
        """Whether a word only says which side or part of a place: "northern", "rebel-controlled"."""
        return word in self.direction or word.rpartition("-")[2] in self.holding


@lru_cache(maxsize=8)
def place_words(folder: Path | None = None) -> PlaceWords:
    """The word lists. Raises KnowledgeError, naming the file, when a list is missing or holds no words."""
    file = knowledge_file("places_words.yaml", folder)
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise file.error(1, "should be lists of words under names such as locative")
    lists = {}
    for field in fields(PlaceWords):
        if field.name in {"glue", "plain", "descriptor"}:
            continue
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
    glue = frozenset().union(*(lists[name] for name in _GLUE))
    plain = lists["common"] | lists["function"] | lists["direction"]
    descriptor = lists["settlement"] | lists["part"] | lists["admin1"] | lists["admin2"]
    return PlaceWords(**lists, glue=glue, plain=plain, descriptor=descriptor)
