"""What decides whether a trigger's words tell of an event (events.yaml, kinds.yaml, weapons.yaml,
grammar.yaml).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.model import EventType
from dateline.ontology.english.entries import Entry, Words, read_as_fields
from dateline.ontology.english.triggers import event_of


@dataclass(frozen=True, slots=True)
class EventWords:
    """Words around a trigger; events.yaml says what each list is."""

    particles: frozenset[str]
    describing: frozenset[str]
    naming: frozenset[str]
    definite: frozenset[str]
    introduced: frozenset[str]
    recalling: frozenset[str]
    known_for: frozenset[str]
    setting_apart: frozenset[str]
    earlier_behind: frozenset[str]
    earlier_next: frozenset[str]
    intervals: frozenset[str]
    coming: frozenset[str]
    following: frozenset[str]
    comers: frozenset[str]
    object_prepositions: frozenset[str]
    target_prepositions: frozenset[str]
    many: frozenset[str]
    crossing: frozenset[str]
    responsibility: frozenset[str]
    taking_part: frozenset[str]
    told_before: frozenset[str]
    denying: frozenset[str]
    owning: frozenset[str]
    boundaries: frozenset[str]
    carrying_out: frozenset[str]
    attributing: frozenset[str]
    depicting: frozenset[str]
    flying: frozenset[str]
    moving: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """Nouns and pronouns by kind; kinds.yaml says what each list is."""

    force: frozenset[str]
    lone: frozenset[str]
    armed_post: frozenset[str]
    force_pronouns: frozenset[str]
    side_pronouns: frozenset[str]
    place: frozenset[str]
    target: frozenset[str]
    deal: frozenset[str]
    talks: frozenset[str]
    attack: frozenset[str]
    no_doer: frozenset[str]
    weapon: frozenset[str]
    aircraft: frozenset[str]
    ammunition: frozenset[str]
    period: frozenset[str]
    person_pronouns: frozenset[str]


@read_as_fields
@dataclass(frozen=True)
class Grammar:
    """Closed classes of words; grammar.yaml says what each list is."""

    weekdays: frozenset[str]
    months: frozenset[str]
    be: frozenset[str]
    contracted_be: frozenset[str]
    get: frozenset[str]

    @cached_property
    def days(self) -> frozenset[str]:
        """Weekdays and months."""
        return self.weekdays | self.months

    @cached_property
    def passive(self) -> frozenset[str]:
        """Auxiliaries of the passive."""
        return self.be | self.get


@dataclass(frozen=True, slots=True)
class WeaponWords:
    """What tells one kind of attack: its words, longest first.

    Those of `attack_only` do so only for an attack that a trigger tells of, not for bare harm ("killed in
    a clash").
    """

    event: EventType
    words: tuple[Words, ...]
    attack_only: frozenset[Words]


def read_weapons(document: Entry) -> tuple[WeaponWords, ...]:
    """The lists of weapons.yaml in their order. Raises KnowledgeError, naming file and line."""
    found = []
    for entry in document.items():
        entry.only("event", "words", "attack_only")
        event = event_of(entry["event"])
        if event is None:
            raise entry["event"].error("a weapon tells the kind of attack; it cannot be 'attack'")
        words, only = entry["words"].phrases(), entry.get("attack_only")
        found.append(WeaponWords(event, words, frozenset(() if only is None else only.phrases())))
    return tuple(found)
