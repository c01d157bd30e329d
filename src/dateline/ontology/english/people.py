"""Nouns for people and what a number before them counts (people.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Victims
from dateline.ontology.english.entries import Entry, read_as_fields

CLASSES = (Victims.UNKNOWN, Victims.CIVILIAN, Victims.COMBATANT)
"""A noun in several lists is of the last of these."""


@read_as_fields
@dataclass(frozen=True)
class PeopleWords:
    """Nouns for people; people.yaml says what each list is. `part_after` and `part_before` keep their
    spaces.
    """

    classes: Mapping[str, Victims]
    things: frozenset[str]
    bodies: frozenset[str]
    captive: frozenset[str]
    harmed: frozenset[str]
    abstract: frozenset[str]
    collective: frozenset[str]
    kin: frozenset[str]
    summed: frozenset[str]
    parents: frozenset[str]
    twos: frozenset[str]
    anyone: frozenset[str]
    kinds_of: Mapping[str, frozenset[str]]
    part_after: tuple[str, ...]
    part_before: tuple[str, ...]
    never_alone_before: frozenset[str]
    act_before: frozenset[str]
    within: frozenset[str]
    identified_by: frozenset[str]
    mostly: frozenset[str]

    @cached_property
    def part_openings(self) -> frozenset[str]:
        """First words of `part_before`."""
        return frozenset(phrase.split()[0] for phrase in self.part_before)


def read_people(document: Entry) -> PeopleWords:
    """The nouns for people. Raises KnowledgeError, naming file and line."""
    lists = [name for name in PeopleWords.__dataclass_fields__ if name != "classes"]
    document.only(*map(str, CLASSES), *lists)
    return PeopleWords(
        classes={noun: victims for victims in CLASSES for noun in document[str(victims)].words()},
        things=document["things"].words(),
        bodies=document["bodies"].words(),
        captive=document["captive"].words(),
        harmed=document["harmed"].words(),
        abstract=document["abstract"].words(),
        collective=document["collective"].words(),
        kin=document["kin"].words(),
        summed=document["summed"].words(),
        parents=document["parents"].words(),
        twos=document["twos"].words(),
        anyone=document["anyone"].words(),
        kinds_of={noun: kinds.words() for noun, kinds in document["kinds_of"].values.items()},
        part_after=tuple(sorted(document["part_after"].words())),
        part_before=tuple(sorted(document["part_before"].words())),
        never_alone_before=document["never_alone_before"].words(),
        act_before=document["act_before"].words(),
        within=document["within"].words(),
        identified_by=document["identified_by"].words(),
        mostly=document["mostly"].words(),
    )
