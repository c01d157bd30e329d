"""Named armed groups, formations and international forces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.ontology.files import knowledge_file, read_csv
from dateline.resolving.actors.countries import split_list
from dateline.resolving.actors.phrasebook import Phrasebook
from dateline.resolving.actors.resolved import ResolvedActor

_BRACKET = re.compile(r"\s*[(\[].*$")
COLUMNS = ("id", "name", "kind", "country", "also", "aliases", "ucdp_name")


@dataclass(frozen=True, slots=True)
class Group:
    """A row of actors_groups.csv: the actor, and the countries where it is to be expected."""

    actor: ResolvedActor
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class GroupName:
    """One printed name of a group; `only_there`: it counts only in a story about its countries."""

    group: Group
    only_there: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups by printed name."""

    book: Phrasebook[GroupName]
    printed: tuple[str, ...]

    @classmethod
    def load(
        cls,
        lexicon: Path | None,
        kinds: frozenset[str],
        countries: frozenset[str],
        words_in_capitals: frozenset[str],
    ) -> Groups:
        """Read actors_groups.csv; raises KnowledgeError with file and line on an unknown kind or country,
        or an id that stands for two names."""
        file = knowledge_file("actors_groups.csv", lexicon)
        book: Phrasebook[GroupName] = Phrasebook(words_in_capitals=words_in_capitals)
        ids: dict[str, str] = {}
        printed: dict[str, None] = {}
        for line, row in read_csv(file, COLUMNS):
            if row["kind"] not in kinds:
                raise file.error(line, f"no kind {row['kind']!r} in actors_kinds.yaml")
            places = [code for code in (row["country"], *split_list(row["also"])) if code]
            unknown = [code for code in places if code not in countries]
            if unknown:
                raise file.error(line, f"no country {', '.join(unknown)} in countries.csv")
            if ids.setdefault(row["id"], row["name"]) != row["name"]:
                raise file.error(line, f"{row['id']} already is {ids[row['id']]!r}")
            actor = ResolvedActor(row["id"] or None, row["name"], row["kind"], row["country"] or None)
            group = Group(actor, frozenset(places))
            name = _BRACKET.sub("", row["name"])
            # A name that needs a bracket is another group's elsewhere.
            book.add(name, GroupName(group, name != row["name"]))
            printed[name.lower()] = None
            for alias in split_list(row["aliases"]):
                only_there = alias.startswith("?")
                book.add(alias.lstrip("?"), GroupName(group, only_there))
                if not only_there:
                    printed[_BRACKET.sub("", alias).lower()] = None
        return cls(book, tuple(printed))


def choose(names: Sequence[GroupName], countries: Sequence[str]) -> Group | None:
    """The group meant among those that share a printed name, in a story about `countries`."""
    for country in countries:
        for name in names:
            if country in name.group.countries:
                return name.group
    return next((name.group for name in names if not name.only_there), None)
