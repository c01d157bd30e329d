"""Kinds of actors, and the words by which a noun phrase is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Victims
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml
from dateline.resolving.actors.phrasebook import Phrasebook
from dateline.resolving.actors.words import words_of


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun says of the people it names."""

    phrase: str
    kind: str
    victims: Victims


@dataclass(frozen=True, slots=True)
class Kinds:
    """The contents of actors_kinds.yaml, each list ready for look-up."""

    names: frozenset[str]
    nouns: Phrasebook[Noun]
    peoples: Phrasebook[str]
    forces: Phrasebook[str]
    leader_forces: Phrasebook[str]
    police: Phrasebook[str]
    government: Phrasebook[str]
    not_actors: Phrasebook[str]
    carriers: Phrasebook[str]
    implied: Phrasebook[str]
    implied_government: frozenset[str]
    own_kinds: frozenset[str]
    boundaries: frozenset[str]
    participles: frozenset[str]
    links: frozenset[str]
    compounds: frozenset[str]
    prefixes: frozenset[str]
    relatives: frozenset[str]
    words_in_capitals: frozenset[str]

    @classmethod
    def load(cls, lexicon: Path | None) -> Kinds:
        """Read actors_kinds.yaml; raises KnowledgeError with file and line."""
        file = knowledge_file("actors_kinds.yaml", lexicon)
        data = read_yaml(file)
        if not isinstance(data, dict) or not isinstance(data.get("kinds"), list):
            raise file.error(1, "it should begin with a list under `kinds:`")
        nouns: Phrasebook[Noun] = Phrasebook(nouns=True)
        names = set()
        for entry in data["kinds"]:
            line = entry.get(LINE)
            for wanted in ("kind", "victims", "nouns"):
                if wanted not in entry:
                    raise file.error(line, f"an entry under `kinds` lacks `{wanted}`")
            try:
                victims = Victims(entry["victims"])
            except ValueError:
                raise file.error(
                    line, f"victims is {entry['victims']!r}, none of {', '.join(Victims)}"
                ) from None
            names.add(entry["kind"])
            for phrase in listed(file, line, entry["nouns"]):
                nouns.add(phrase, Noun(phrase, entry["kind"], victims))

        def words(key: str) -> frozenset[str]:
            return frozenset(_section(file, data, key))

        def book(key: str) -> Phrasebook[str]:
            made: Phrasebook[str] = Phrasebook(nouns=True)
            for phrase in _section(file, data, key):
                made.add(phrase, phrase)
            return made

        return cls(
            names=frozenset(names),
            nouns=nouns,
            peoples=book("peoples"),
            forces=book("forces"),
            leader_forces=book("leader_forces"),
            police=book("police"),
            government=book("government"),
            not_actors=book("not_actors"),
            carriers=book("carriers"),
            implied=book("implied"),
            implied_government=words("implied_government"),
            own_kinds=words("own_kinds"),
            boundaries=words("boundaries"),
            participles=words("participles"),
            links=words("links"),
            compounds=words("compounds"),
            prefixes=words("prefixes"),
            relatives=words("relatives"),
            words_in_capitals=words("words_in_capitals"),
        )

    def implies_state(self, noun: str) -> bool:
        """Whether a word for forces means those of the story's own country when it names none."""
        words = words_of(noun)
        return any(self.implied.at(words, place)[0] for place in range(len(words)))


def listed(file: KnowledgeFile, line: int | None, value: Any) -> list[str]:
    """The items of a list that commas separate (or of a YAML list); raises KnowledgeError on others."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    if not isinstance(value, str):
        raise file.error(line, f"a list of words was expected, not {value!r}; put it between quotes")
    return [item for item in (" ".join(part.split()) for part in value.split(",")) if item]


def _section(file: KnowledgeFile, data: dict[str, Any], key: str) -> list[str]:
    if key not in data:
        raise file.error(None, f"the section `{key}:` is missing")
    return listed(file, None, data[key])
