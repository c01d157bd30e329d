"""Phrases in which a trigger tells of no event (idioms.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from dateline.ontology.english.entries import Entry, Words, split_words


def read_idioms(document: Entry) -> Mapping[str, tuple[Words, ...]]:
    """The phrases by their first word. Raises KnowledgeError, naming file and line."""
    document.only("phrases", "verbs", "answers")
    pairs = product(sorted(document["verbs"].words()), sorted(document["answers"].words()))
    found: dict[str, list[Words]] = {}
    for words in (
        *document["phrases"].phrases(),
        *(split_words(f"{verb} to {word}") for verb, word in pairs),
    ):
        found.setdefault(words[0], []).append(words)
    return {word: tuple(group) for word, group in found.items()}
