"""How tolls are worded (harms.yaml, tolls.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Harm
from dateline.ontology.english.entries import (
    Entry,
    Words,
    by_first,
    longest_first,
    read_as_fields,
    split_words,
)

LISTS = (
    *("patient", "patient_named", "presumed", "agent", "agent_needs", "agent_phrases", "state"),
    *("struck", "body", "hit", "of_presumed", "of", "of_needs", "toll", "headline"),
)


@read_as_fields
@dataclass(frozen=True)
class HarmWords:
    """How a toll of one harm is worded; harms.yaml says what each list is. Phrases stand longest first."""

    harm: Harm
    patient: tuple[Words, ...]
    patient_named: frozenset[str]
    presumed: frozenset[str]
    struck: frozenset[str]
    body: frozenset[str]
    agent: frozenset[str]
    agent_needs: frozenset[str]
    agent_phrases: tuple[Words, ...]
    hit: tuple[Words, ...]
    of_presumed: frozenset[str]
    state: tuple[Words, ...]
    headline: frozenset[str]
    of: frozenset[str]
    of_needs: Mapping[str, frozenset[str]]
    toll: tuple[Words, ...]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Words that a wording of this harm can start with; no other token needs a look."""
        phrases = (*self.patient, *self.agent_phrases, *self.state)
        return frozenset(words[0] for words in phrases) | self.agent | self.of | self.struck | self.headline

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs of one word whose object the people are."""
        return frozenset(words[0] for words in self.patient if len(words) == 1)

    @cached_property
    def patient_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """Verbs whose object the people are, by their first word."""
        return by_first(self.patient)

    @cached_property
    def hit_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """Phrases said of whom a shot hit, by their first word."""
        return by_first(self.hit)

    @cached_property
    def agent_phrases_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """Phrases whose subject the people are, by their first word."""
        return by_first(self.agent_phrases)

    @cached_property
    def state_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """What people are said to be, by the first word."""
        return by_first(self.state)


@dataclass(frozen=True, slots=True)
class HarmOpening:
    """The wordings of one harm that can start with a word, longest first: what people undergo and do by its
    printed form or its lemma, what they are said to be as printed.
    """

    words: HarmWords
    patient: tuple[Words, ...]
    agent_phrases: tuple[Words, ...]
    states: tuple[Words, ...]

    @classmethod
    def of(cls, words: HarmWords, lower: str, lemma: str) -> HarmOpening:
        return cls(
            words,
            _starting(words.patient_by_first, lower, lemma),
            _starting(words.agent_phrases_by_first, lower, lemma),
            words.state_by_first.get(lower, ()),
        )


def _starting(by_first: Mapping[str, tuple[Words, ...]], lower: str, lemma: str) -> tuple[Words, ...]:
    return longest_first(words for form in (lower, lemma) for words in by_first.get(form, ()))


@read_as_fields
@dataclass(frozen=True)
class TollWords:
    """Words by which people and a word of harm belong together; tolls.yaml says what each list is."""

    between: frozenset[str]
    before_people: frozenset[str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    fatal_deeds: frozenset[str]
    attempts: frozenset[str]
    thoughts: frozenset[str]
    unmet: frozenset[str]
    own_deaths: tuple[Words, ...]
    turned: frozenset[str]
    attackers: frozenset[str]
    blame: frozenset[str]
    rubble: frozenset[str]
    freeing: frozenset[str]
    sheltering: frozenset[str]
    leaving: frozenset[str]
    escaping: frozenset[str]
    escaped: frozenset[str]
    custody: frozenset[str]
    stretch_ends: frozenset[str]
    stretch_verbs: frozenset[str]
    leads_to_number: frozenset[str]
    states: frozenset[str]
    nobody: tuple[Words, ...]
    none_of: tuple[Words, ...]
    some_of: tuple[Words, ...]
    none: frozenset[str]
    no_news: frozenset[str]
    no_others: frozenset[str]
    revising: frozenset[str]
    figures: frozenset[str]
    none_ends: frozenset[str]
    denied_harms: Mapping[str, tuple[Harm, ...]]
    rates: tuple[Words, ...]
    multiples: Mapping[str, int]
    multiplied: frozenset[str]
    charged: frozenset[str]
    unreal: frozenset[str]

    @cached_property
    def own_deaths_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """How somebody is told to have ended his own life, by the first word."""
        return by_first(self.own_deaths)

    @cached_property
    def rates_by_first(self) -> Mapping[str, tuple[Words, ...]]:
        """What makes a toll a rate, by its first word."""
        return by_first(self.rates)


def read_harms(document: Entry) -> Mapping[Harm, HarmWords]:
    """The wordings of every harm. Raises KnowledgeError, naming file and line."""
    document.only(*map(str, Harm))
    return {harm: _wordings(harm, document[str(harm)]) for harm in Harm}


def _wordings(harm: Harm, entry: Entry) -> HarmWords:
    entry.only(*LISTS)
    named, presumed = _words(entry, "patient_named"), _words(entry, "presumed")
    needs, hit = entry.get("of_needs"), _phrases(entry, "hit")
    return HarmWords(
        harm=harm,
        patient=longest_first(iter([*_phrases(entry, "patient"), *map(split_words, named | presumed)])),
        patient_named=named,
        presumed=presumed,
        struck=_words(entry, "struck"),
        body=_words(entry, "body"),
        agent=_words(entry, "agent"),
        agent_needs=_words(entry, "agent_needs"),
        agent_phrases=longest_first(iter([*_phrases(entry, "agent_phrases"), *hit])),
        hit=hit,
        of_presumed=_words(entry, "of_presumed"),
        state=_phrases(entry, "state"),
        headline=_words(entry, "headline"),
        of=_words(entry, "of"),
        of_needs={} if needs is None else {noun: verbs.words() for noun, verbs in needs.values.items()},
        toll=_phrases(entry, "toll"),
    )


def _words(entry: Entry, key: str) -> frozenset[str]:
    value = entry.get(key)
    return frozenset() if value is None else value.words()


def _phrases(entry: Entry, key: str) -> tuple[Words, ...]:
    value = entry.get(key)
    return () if value is None else value.phrases()


def read_toll_words(document: Entry) -> TollWords:
    """The words of tolls.yaml. Raises KnowledgeError, naming file and line."""
    names = list(TollWords.__dataclass_fields__)
    document.only(*names)
    plain = {
        name: document[name].words()
        for name in names
        if name not in {"nobody", "none_of", "some_of", "denied_harms", "rates", "multiples", "own_deaths"}
    }
    return TollWords(
        **plain,
        own_deaths=document["own_deaths"].phrases(),
        nobody=document["nobody"].phrases(),
        none_of=document["none_of"].phrases(),
        some_of=document["some_of"].phrases(),
        rates=document["rates"].phrases(),
        multiples={word: value.number() for word, value in document["multiples"].values.items()},
        denied_harms={
            noun: tuple(_harm(item) for item in harms.items())
            for noun, harms in document["denied_harms"].values.items()
        },
    )


def _harm(entry: Entry) -> Harm:
    try:
        return Harm(entry.word())
    except ValueError as error:
        raise entry.error(f"no harm {entry.word()!r} in the contract") from error
