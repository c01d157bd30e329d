"""The contents of claimants.yaml, ready for look-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml
from dateline.resolving.actors.countries import split_list
from dateline.resolving.actors.kinds import listed
from dateline.resolving.actors.phrasebook import Phrasebook

KINDS = frozenset(
    {"state-media", "media", "agency", "monitor", "opposition", "armed-group", "military", "police", "government",
     "officials", "international", "medics", "witness", "resident", "activist", "relief-organisation", "expert", "court",
     "unnamed"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named claimant; `only_there`: this printed name counts only in a story about its country."""

    name: str
    kind: str
    country: str | None
    only_there: bool


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun for an unnamed source, and its kind."""

    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimantKnowledge:
    """Organisations and nouns; `voices` speak for others, `mute` things cannot speak."""

    organisations: Phrasebook[Organisation]
    heads: Phrasebook[HeadNoun]
    voices: Phrasebook[str]
    mute: Phrasebook[str]
    pronouns: frozenset[str]

    @classmethod
    def load(cls, lexicon: Path | None, words_in_capitals: frozenset[str]) -> ClaimantKnowledge:
        """Read claimants.yaml; raises KnowledgeError with file and line."""
        file = knowledge_file("claimants.yaml", lexicon)
        data = read_yaml(file)
        if not isinstance(data, dict):
            raise file.error(1, "it should hold `organisations:` and `heads:`")
        organisations: Phrasebook[Organisation] = Phrasebook(words_in_capitals=words_in_capitals)
        for entry in _entries(file, data, "organisations", ("name", "kind", "aliases")):
            name, aliases = str(entry["name"]), entry["aliases"]
            if not isinstance(aliases, str):
                raise file.error(
                    entry[LINE], f"the aliases of {name} should be one text, with ; between them"
                )
            for printed in (name, *split_list(aliases)):
                only_there = printed.startswith("?")
                organisations.add(
                    printed.lstrip("?").split(" (")[0],
                    Organisation(name, entry["kind"], entry.get("country"), only_there or " (" in printed),
                )
        heads: Phrasebook[HeadNoun] = Phrasebook(nouns=True)
        for entry in _entries(file, data, "heads", ("kind", "nouns")):
            for phrase in listed(file, entry[LINE], entry["nouns"]):
                heads.add(phrase, HeadNoun(phrase, entry["kind"]))
        return cls(
            organisations=organisations,
            heads=heads,
            voices=_book(file, data, "voices"),
            mute=_book(file, data, "mute"),
            pronouns=frozenset(_section(file, data, "pronouns")),
        )


def choose(organisations: Sequence[Organisation], countries: Sequence[str]) -> Organisation | None:
    """The organisation meant among those that share a printed name."""
    for country in countries:
        for organisation in organisations:
            if organisation.country == country:
                return organisation
    return next((organisation for organisation in organisations if not organisation.only_there), None)


def _entries(
    file: KnowledgeFile, data: dict[str, Any], key: str, wanted: tuple[str, ...]
) -> list[dict[str, Any]]:
    entries = data.get(key)
    if not isinstance(entries, list):
        raise file.error(None, f"the list `{key}:` is missing")
    for entry in entries:
        for field in wanted:
            if field not in entry:
                raise file.error(entry.get(LINE), f"an entry under `{key}` lacks `{field}`")
        if entry["kind"] not in KINDS:
            raise file.error(entry[LINE], f"no kind {entry['kind']!r}; there are {', '.join(sorted(KINDS))}")
    return entries


def _section(file: KnowledgeFile, data: dict[str, Any], key: str) -> list[str]:
    if key not in data:
        raise file.error(None, f"the section `{key}:` is missing")
    return listed(file, None, data[key])


def _book(file: KnowledgeFile, data: dict[str, Any], key: str) -> Phrasebook[str]:
    book: Phrasebook[str] = Phrasebook(nouns=True)
    for phrase in _section(file, data, key):
        book.add(phrase, phrase)
    return book
