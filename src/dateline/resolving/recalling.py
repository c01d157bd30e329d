"""How English recalls speakers already named, and places and events (en/anaphora.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import LINE, knowledge_file, read_yaml

FILE = "en/anaphora.yaml"


@dataclass(frozen=True, slots=True)
class Recalling:
    """The lists of the file, by its names."""

    persons: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    person_kinds: frozenset[str]
    organisation_kinds: frozenset[str]
    outfits: frozenset[str]
    by_country: frozenset[str]
    not_plural: frozenset[str]
    loose: frozenset[str]
    place_prepositions: frozenset[str]
    target_prepositions: frozenset[str]
    attack_nouns: frozenset[str]
    firing: frozenset[str]
    keeping: frozenset[str]
    times: frozenset[str]
    areas: frozenset[str]
    same_event: frozenset[str]
    more_of_it: frozenset[str]
    round_up_acts: frozenset[str]
    round_up_apart: frozenset[str]
    round_up_numbers: frozenset[str]
    besides: frozenset[str]
    nouns: Mapping[str, frozenset[str]]


LISTS = tuple(field.name for field in fields(Recalling) if field.name != "nouns")


@lru_cache(maxsize=4)
def load_recalling(folder: Path | None = None) -> Recalling:
    """Read the file, the user's before the package's. Raises KnowledgeError, naming file and line."""
    file = knowledge_file(FILE, folder)
    document = read_yaml(file)
    missing = [name for name in (*LISTS, "nouns") if name not in document]
    if missing:
        raise file.error(1, f"it lacks {', '.join(missing)}")
    nouns = document["nouns"]
    for kind, words in nouns.items():
        if kind != LINE and not all(isinstance(word, str) for word in words):
            raise file.error(nouns[LINE], f"{kind} should list words; put words like no and on in quotes")
    return Recalling(
        **{name: frozenset(document[name]) for name in LISTS},
        nouns={kind: frozenset(words) for kind, words in nouns.items() if kind != LINE},
    )
