"""The contents of claimants.yaml, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_csv, read_yaml
from dateline.resolving.actors.countries import split_list
from dateline.resolving.actors.kinds import listed
from dateline.resolving.actors.phrasebook import Phrasebook

KINDS = frozenset(
    {"state-media", "media", "agency", "monitor", "opposition", "armed-group", "military", "police"}
    | {"government", "officials", "international", "medics", "witness", "resident", "activist"}
    | {"relief-organisation", "expert", "court", "unnamed"}
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named claimant; `only_there`: this printed name counts only in a story about its country, `alone`:
    only without an adjective or name before it."""

    name: str
    kind: str
    country: str | None
    only_there: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun for an unnamed source, and its kind."""

    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimantKnowledge:
    """Organisations and nouns; `voices` speak for others.

    Words before a state's own noun: `opposing`, and the kind that the speaker is of with them; `nameless`,
    with which it is of no state; `sides`, joined to it.
    """

    organisations: Phrasebook[Organisation]
    heads: Phrasebook[HeadNoun]
    voices: Phrasebook[str]
    pronouns: frozenset[str]
    opposing: Mapping[str, str]
    nameless: frozenset[str]
    sides: frozenset[str]

    @classmethod
    def load(cls, lexicon: Path | None, words_in_capitals: frozenset[str]) -> ClaimantKnowledge:
        """Read claimants.yaml and claimants_organisations.csv; raises KnowledgeError with file and line."""
        file = knowledge_file("claimants.yaml", lexicon)
        data = read_yaml(file)
        if not isinstance(data, dict):
            raise file.error(
                1,
                "it should hold `heads:`, `voices:`, `opposing:`, `nameless:`, `sides:` and `pronouns:`",
            )
        heads: Phrasebook[HeadNoun] = Phrasebook(nouns=True)
        for entry in _entries(file, data, "heads", ("kind", "nouns")):
            for phrase in listed(file, entry[LINE], entry["nouns"]):
                heads.add(phrase, HeadNoun(phrase, entry["kind"]))
        return cls(
            organisations=_organisations(lexicon, words_in_capitals),
            heads=heads,
            voices=_book(file, data, "voices"),
            pronouns=frozenset(_section(file, data, "pronouns")),
            opposing={
                word: entry["kind"]
                for entry in _entries(file, data, "opposing", ("kind", "nouns"))
                for word in listed(file, entry[LINE], entry["nouns"])
            },
            nameless=frozenset(_section(file, data, "nameless")),
            sides=frozenset(_section(file, data, "sides")),
        )


def choose(organisations: Sequence[Organisation], countries: Sequence[str]) -> Organisation | None:
    """The organisation meant among those that share a printed name."""
    for country in countries:
        for organisation in organisations:
            if organisation.country == country:
                return organisation
    return next((organisation for organisation in organisations if not organisation.only_there), None)


def _organisations(lexicon: Path | None, words_in_capitals: frozenset[str]) -> Phrasebook[Organisation]:
    file = knowledge_file("claimants_organisations.csv", lexicon)
    book: Phrasebook[Organisation] = Phrasebook(words_in_capitals=words_in_capitals)
    for line, row in read_csv(file, ("name", "kind", "country", "aliases")):
        name, kind, country = row["name"], row["kind"], row["country"] or None
        _check_kind(file, line, kind)
        aliases = split_list(row["aliases"])
        for printed in (*(() if f"={name}" in aliases else (name,)), *aliases):
            only_there = printed.startswith("?") or " (" in printed
            alone = printed.lstrip("?").startswith("=")
            organisation = Organisation(name, kind, country, only_there, alone)
            book.add(printed.lstrip("?=").split(" (")[0], organisation)
    return book


def _check_kind(file: KnowledgeFile, line: int | None, kind: str) -> None:
    if kind not in KINDS:
        raise file.error(line, f"no kind {kind!r}; there are {', '.join(sorted(KINDS))}")


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
        _check_kind(file, entry[LINE], entry["kind"])
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
