"""What puts a statement into someone's mouth (cues.yaml), and how a speaker's phrase is found
(speech.yaml).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.ontology.english.entries import Entry, Words, by_first, read_as_fields

LISTS = (
    *("say", "speech_act", "deny", "count", "cite", "unnamed"),
    *("anaphors", "statement_nouns", "speakers"),
)


@read_as_fields
@dataclass(frozen=True)
class Cues:
    """Words that attribute; cues.yaml says what each list is."""

    say: frozenset[str]
    speech_act: frozenset[str]
    deny: frozenset[str]
    count: frozenset[str]
    cite: frozenset[str]
    phrases: tuple[Words, ...]
    unnamed: frozenset[str]
    person_pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    anaphors: frozenset[str]
    statement_nouns: frozenset[str]
    speakers: frozenset[str]

    @cached_property
    def phrases_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """The phrases by their first word, longest first."""
        return by_first(self.phrases)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that can attribute."""
        return self.say | self.deny | self.count | self.speech_act | self.cite

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Pronouns for a speaker, one person's and a group's."""
        return self.person_pronouns | self.group_pronouns


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words that bound a speaker's phrase and what is said; speech.yaml says what each list is."""

    quoted_speakers: frozenset[str]
    passing_on: frozenset[str]
    never_inverted: frozenset[str]
    counted: frozenset[str]
    recording: frozenset[str]
    counted_people: frozenset[str]
    circumstances: frozenset[str]
    before_that: frozenset[str]
    content_was_before: frozenset[str]
    before_verb: frozenset[str]
    leading: frozenset[str]
    quantifiers: frozenset[str]
    determiners: frozenset[str]
    links: frozenset[str]
    participles: frozenset[str]
    modifiers: frozenset[str]
    regions: frozenset[str]
    opening: frozenset[str]
    claiming: frozenset[str]
    describing: frozenset[str]
    estimating: frozenset[str]
    plain_saying: frozenset[str]
    plain_reporting: frozenset[str]
    greetings: frozenset[str]
    lives: frozenset[str]
    unspoken: frozenset[str]


def read_cues(document: Entry) -> Cues:
    """The cues. Raises KnowledgeError, naming file and line."""
    document.only(*LISTS, "phrases", "pronouns")
    pronouns = document["pronouns"]
    pronouns.only("person", "group")
    return Cues(
        **{name: document[name].words() for name in LISTS},
        phrases=document["phrases"].phrases(),
        person_pronouns=pronouns["person"].words(),
        group_pronouns=pronouns["group"].words(),
    )
