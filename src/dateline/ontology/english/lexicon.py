"""All that the coder knows of English, in one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dateline.model import EventType, Harm
from dateline.ontology.english.cues import Cues, SpeechWords, read_cues
from dateline.ontology.english.entries import (
    ByForms,
    Words,
    by_second,
    open_entry,
    read_as_fields,
    read_lists,
)
from dateline.ontology.english.events import EventWords, Grammar, KindWords, WeaponWords, read_weapons
from dateline.ontology.english.harms import HarmOpening, HarmWords, TollWords, read_harms, read_toll_words
from dateline.ontology.english.idioms import read_idioms
from dateline.ontology.english.openings import FUNCTION_WORDS, Openings, Opens, openings
from dateline.ontology.english.people import PeopleWords, read_people
from dateline.ontology.english.quantities import NUMBER_WORDS, QuantityWords, read_quantities
from dateline.ontology.english.relevance import RelevanceWords, read_forms, read_relevance
from dateline.ontology.english.statuses import StatusLexicon, read_statuses
from dateline.ontology.english.triggers import Trigger, by_first_word, read_triggers


@read_as_fields
@dataclass(frozen=True)
class English:
    """A part for each file of data/en. Load once; every part is immutable."""

    triggers: tuple[Trigger, ...]
    events: EventWords
    kinds: KindWords
    weapons: tuple[WeaponWords, ...]
    harms: Mapping[Harm, HarmWords]
    tolls: TollWords
    quantities: QuantityWords
    people: PeopleWords
    cues: Cues
    speech: SpeechWords
    statuses: StatusLexicon
    grammar: Grammar
    relevance: RelevanceWords
    forms: Mapping[str, frozenset[str]]
    idioms: Mapping[str, tuple[Words, ...]]

    @cached_property
    def triggers_by_first(self) -> Mapping[str, tuple[Trigger, ...]]:
        """Triggers by their first word, longest first."""
        return by_first_word(self.triggers)

    @cached_property
    def triggers_by_forms(self) -> ByForms[tuple[Trigger, ...]]:
        """Triggers that may start with a word as printed or as a lemma, longest first."""

        def starting(lower: str, lemma: str) -> tuple[Trigger, ...]:
            by_first = self.triggers_by_first
            found = (*by_first.get(lower, ()), *(by_first.get(lemma, ()) if lemma != lower else ()))
            return tuple(sorted(found, key=lambda trigger: -len(trigger.words)))

        return ByForms(starting)

    @cached_property
    def idioms_by_forms(self) -> ByForms[Mapping[str, tuple[Words, ...]]]:
        """Idioms that start with a word as a lemma, else as printed, by their second word; empty for none."""

        def starting(lower: str, lemma: str) -> Mapping[str, tuple[Words, ...]]:
            return by_second(self.idioms.get(lemma) or self.idioms.get(lower, ()))

        return ByForms(starting)

    @cached_property
    def harmed(self) -> frozenset[str]:
        """Single words that say of people that they came to any harm, as printed ("dead")."""
        return frozenset(words[0] for harm in self.harms.values() for words in harm.state if len(words) == 1)

    @cached_property
    def harms_by_first(self) -> Mapping[str, tuple[HarmWords, ...]]:
        """The harms of which a wording can start with a word, as printed or as a lemma."""
        found: dict[str, tuple[HarmWords, ...]] = {}
        for words in self.harms.values():
            for first in words.first_words:
                found[first] = (*found.get(first, ()), words)
        return found

    @cached_property
    def harms_by_forms(self) -> ByForms[tuple[HarmOpening, ...]]:
        """The harms that a wording which starts with a word may be of, in the lexicon's order."""

        def starting(lower: str, lemma: str) -> tuple[HarmOpening, ...]:
            first = {lower, lemma}
            harms = [words for words in self.harms.values() if not words.first_words.isdisjoint(first)]
            return tuple(HarmOpening.of(words, lower, lemma) for words in harms)

        return ByForms(starting)

    @cached_property
    def toll_nouns(self) -> Mapping[str, tuple[tuple[Harm, Words], ...]]:
        """The nouns of toll by their first word, harm by harm, longest first."""
        found: dict[str, tuple[tuple[Harm, Words], ...]] = {}
        for harm, wordings in self.harms.items():
            for words in wordings.toll:
                found[words[0]] = (*found.get(words[0], ()), (harm, words))
        return found

    @cached_property
    def harming(self) -> frozenset[str]:
        """Lemmas of verbs whose object people are when they come to any harm ("kill")."""
        return frozenset(verb for harm in self.harms.values() for verb in harm.verbs)

    @cached_property
    def suffering(self) -> frozenset[str]:
        """Lemmas of verbs whose subject is killed or injured ("die")."""
        return self.harms[Harm.KILLED].agent | self.harms[Harm.INJURED].agent

    @cached_property
    def weapons_by_first(self) -> Mapping[str, tuple[tuple[int, WeaponWords, Words], ...]]:
        """What tells a kind of attack by its first word, each with its place in the order of the lists."""
        found: dict[str, tuple[tuple[int, WeaponWords, Words], ...]] = {}
        every = ((weapon, words) for weapon in self.weapons for words in weapon.words)
        for order, (weapon, words) in enumerate(every):
            found[words[0]] = (*found.get(words[0], ()), (order, weapon, words))
        return found

    @cached_property
    def shells(self) -> frozenset[str]:
        """First words of what is fired by artillery."""
        named = (w.words for w in self.weapons if w.event is EventType.SHELLING)
        return frozenset(words[0] for group in named for words in group)

    @cached_property
    def weapon_heads(self) -> frozenset[str]:
        """Last words of what tells a kind of attack, and words for weapons that tell none."""
        named = {words[-1] for weapon in self.weapons for words in weapon.words}
        return self.kinds.weapon | named

    @cached_property
    def openings(self) -> Openings:
        """What each word opens, as printed or as a lemma."""
        statements = self.cues.unnamed | self.speech.claiming
        return openings(
            {
                Opens.TRIGGER: self.triggers_by_first,
                Opens.IDIOM: self.idioms,
                Opens.HARM: self.harms_by_first,
                Opens.CUE: self.cues.verbs | statements | self.cues.phrases_by_first.keys(),
                Opens.WEAPON: self.weapons_by_first,
                Opens.TOLL_NOUN: self.toll_nouns.keys() | self.tolls.multiples.keys(),
                Opens.NO_HARM: self.tolls.denied_harms,
                Opens.BACKGROUND: self.statuses.background,
                Opens.QUANTITY: self.quantities.followed_by.keys() | NUMBER_WORDS,
                Opens.PERSON: self.people.classes.keys() | FUNCTION_WORDS[Opens.PERSON],
                Opens.NONE: self.tolls.none,
                Opens.RATE: self.tolls.rates_by_first,
                Opens.ASKING: FUNCTION_WORDS[Opens.ASKING],
                Opens.CONDITION: self.statuses.conditions,
                Opens.PARTS: FUNCTION_WORDS[Opens.PARTS],
                Opens.QUOTE: FUNCTION_WORDS[Opens.QUOTE],
                Opens.OWN_DEATH: self.tolls.own_deaths_by_first.keys() | FUNCTION_WORDS[Opens.OWN_DEATH],
            }
        )


def load_english(folder: Path | None = None) -> English:
    """All files, each of the user's folder `en` if it is there, else of the package.

    Raises KnowledgeError, naming file and line, for whatever is not as the head of the file says.
    """
    return English(
        triggers=read_triggers(open_entry("triggers", folder)),
        events=read_lists(open_entry("events", folder), EventWords),
        kinds=read_lists(open_entry("kinds", folder), KindWords),
        weapons=read_weapons(open_entry("weapons", folder)),
        harms=read_harms(open_entry("harms", folder)),
        tolls=read_toll_words(open_entry("tolls", folder)),
        quantities=read_quantities(open_entry("quantities", folder)),
        people=read_people(open_entry("people", folder)),
        cues=read_cues(open_entry("cues", folder)),
        speech=read_lists(open_entry("speech", folder), SpeechWords),
        statuses=read_statuses(open_entry("statuses", folder)),
        grammar=read_lists(open_entry("grammar", folder), Grammar),
        relevance=read_relevance(open_entry("relevance", folder)),
        forms=read_forms(open_entry("forms", folder)),
        idioms=read_idioms(open_entry("idioms", folder)),
    )
