"""What the coder knows of English, read from the files in data/en: triggers, weapons, harms, cues, …

A user's folder may hold an `en` folder with files of the same names, which take their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.model import EventType, Harm, Status, Victims
from dateline.ontology.files import LINE, KnowledgeFile, knowledge_file, read_yaml

GENERIC_ATTACK = "attack"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that says that an event happened.

    `event` is None for an attack whose kind the rest of the clause tells, `otherwise` what it is when
    nothing does. `subjects` and `objects`
    limit what may do it or undergo it, empty for anything; `if_object` what it may be done to if to anything.
    """

    event: EventType | None
    words: Words
    part_of_speech: str
    subjects: frozenset[str]
    objects: frozenset[str]
    if_object: frozenset[str]
    needs: str | None
    otherwise: EventType | None
    rule: str


@dataclass(frozen=True, slots=True)
class HarmWords:
    """How a toll of one harm is worded (see harms.yaml)."""

    harm: Harm
    patient: frozenset[Words]
    patient_named: frozenset[str]
    agent: frozenset[str]
    agent_needs: frozenset[str]
    agent_phrases: frozenset[Words]
    state: frozenset[Words]
    of: frozenset[str]
    of_needs: Mapping[str, frozenset[str]]
    toll: frozenset[Words]


@dataclass(frozen=True, slots=True)
class Cues:
    """What puts a statement into someone's mouth (see cues.yaml)."""

    say: frozenset[str]
    speech_act: frozenset[str]
    deny: frozenset[str]
    count: frozenset[str]
    cite: frozenset[str]
    phrases: tuple[Words, ...]
    unnamed: frozenset[str]
    adjuncts: frozenset[str]
    person_pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    anaphors: frozenset[str]
    statement_nouns: frozenset[str]
    speakers: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words of one status (see statuses.yaml)."""

    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class English:
    """All of it. Load once; every part is immutable."""

    triggers: tuple[Trigger, ...]
    weapons: tuple[tuple[EventType, tuple[Words, ...]], ...]
    harms: Mapping[Harm, HarmWords]
    vague: Mapping[Words, int | None]
    exact: Mapping[Words, int]
    at_least: tuple[Words, ...]
    at_most: tuple[Words, ...]
    about: tuple[Words, ...]
    fillers: tuple[Words, ...]
    people: Mapping[str, Victims]
    things: frozenset[str]
    cues: Cues
    statuses: Mapping[Status, StatusWords]
    negations: frozenset[str]
    background: tuple[str, ...]

    @cached_property
    def triggers_by_first(self) -> Mapping[str, tuple[Trigger, ...]]:
        """Triggers by their first word, longest first."""
        return _by_first(self.triggers)


def _by_first(triggers: Iterable[Trigger]) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        found.setdefault(trigger.words[0], []).append(trigger)
    return {word: tuple(sorted(group, key=lambda t: -len(t.words))) for word, group in found.items()}


def split_words(phrase: str) -> Words:
    """The words of a phrase as the tokenizer parts them: hyphens stand alone."""
    return tuple(phrase.lower().replace("-", " - ").split())


def load_english(folder: Path | None = None) -> English:
    """Read and check all files. Raises KnowledgeError, naming file and line."""

    def read(name: str) -> tuple[KnowledgeFile, Any]:
        file = knowledge_file(f"en/{name}.yaml", folder)
        return file, read_yaml(file)

    quantities = read("quantities")[1]
    statuses = read("statuses")[1]
    cues = read("cues")[1]
    people_file, people = read("people")
    return English(
        triggers=tuple(_triggers(*read("triggers"))),
        weapons=tuple(_weapons(*read("weapons"))),
        harms=_harms(*read("harms")),
        vague={split_words(words): low for words, low in quantities["vague"].items() if words != LINE},
        exact={split_words(words): number for words, number in quantities["exact"].items() if words != LINE},
        at_least=_phrases(quantities["at_least"]),
        at_most=_phrases(quantities["at_most"]),
        about=_phrases(quantities["about"]),
        fillers=_phrases(quantities["each_other"]),
        people=_people(people_file, people),
        things=frozenset(people["things"]),
        cues=_cues(cues),
        statuses={
            Status(name): _status(statuses[name]) for name in ("planned", "threatened", "hypothetical")
        },
        negations=frozenset(statuses["negated"]["words"]),
        background=tuple(statuses["background"]["phrases"]),
    )


def _phrases(phrases: Sequence[str]) -> tuple[Words, ...]:
    """Longest first, so that the longest match is tried first."""
    return tuple(sorted({split_words(phrase) for phrase in phrases}, key=lambda words: (-len(words), words)))


def _event(name: str, file: KnowledgeFile, line: int | None) -> EventType | None:
    if name == GENERIC_ATTACK:
        return None
    try:
        return EventType(name)
    except ValueError as error:
        raise file.error(line, f"no event type {name!r} in the contract") from error


def _triggers(file: KnowledgeFile, document: Any) -> Iterable[Trigger]:
    for entry in document:
        line = entry.get(LINE)
        if "event" not in entry:
            raise file.error(line, "an entry needs an event")
        event = _event(entry["event"], file, line)
        for key, part_of_speech in (("nouns", "noun"), ("verbs", "verb"), ("phrases", "phrase")):
            for phrase in entry.get(key, []):
                if not isinstance(phrase, str):
                    raise file.error(line, f"{phrase!r} is not a word; put it in quotes")
                yield Trigger(
                    event=event,
                    words=split_words(phrase),
                    part_of_speech=part_of_speech,
                    subjects=frozenset(entry.get("subjects", {}).get(phrase, []))
                    if key == "verbs"
                    else frozenset(),
                    objects=frozenset(entry.get("objects", {}).get(phrase, []))
                    if key == "verbs"
                    else frozenset(),
                    if_object=frozenset(entry.get("if_object", {}).get(phrase, []))
                    if key == "verbs"
                    else frozenset(),
                    needs=_needs(entry, key, phrase),
                    otherwise=_event(entry["else"], file, line) if "else" in entry else None,
                    rule=f"triggers/{entry['event']}/{part_of_speech}/{phrase}",
                )


def _needs(entry: Mapping[str, Any], key: str, phrase: str) -> str | None:
    if key == "nouns" and entry.get("noun_needs_number"):
        return "number"
    if key == "verbs" and phrase in entry.get("numbers", {}):
        return "number"
    need = entry.get("needs", {}).get(phrase)
    return str(need) if need else None


def _weapons(file: KnowledgeFile, document: Any) -> Iterable[tuple[EventType, tuple[Words, ...]]]:
    for entry in document:
        event = _event(entry["event"], file, entry.get(LINE))
        if event is None:
            raise file.error(entry.get(LINE), "a weapon tells the kind of attack; it cannot be 'attack'")
        yield event, _phrases(entry["words"])


def _harms(file: KnowledgeFile, document: Any) -> Mapping[Harm, HarmWords]:
    found = {}
    for harm in Harm:
        entry = document.get(str(harm))
        if entry is None:
            raise file.error(None, f"no entry for {harm}")
        found[harm] = HarmWords(
            harm=harm,
            patient=frozenset(
                split_words(word) for word in (*entry.get("patient", []), *entry.get("patient_named", []))
            ),
            patient_named=frozenset(entry.get("patient_named", [])),
            agent=frozenset(entry.get("agent", [])),
            agent_needs=frozenset(entry.get("agent_needs", [])),
            agent_phrases=frozenset(split_words(phrase) for phrase in entry.get("agent_phrases", [])),
            state=frozenset(split_words(phrase) for phrase in entry.get("state", [])),
            of=frozenset(entry.get("of", [])),
            of_needs={
                word: frozenset(verbs) for word, verbs in entry.get("of_needs", {}).items() if word != LINE
            },
            toll=frozenset(split_words(phrase) for phrase in entry.get("toll", [])),
        )
    return found


def _people(file: KnowledgeFile, document: Any) -> Mapping[str, Victims]:
    found: dict[str, Victims] = {}
    for victims in (Victims.UNKNOWN, Victims.CIVILIAN, Victims.COMBATANT):
        if str(victims) not in document:
            raise file.error(None, f"no list of {victims} people")
        for noun in document[str(victims)]:
            found[noun] = victims
    return found


def _cues(document: Any) -> Cues:
    return Cues(
        say=frozenset(document["say"]),
        speech_act=frozenset(document["speech_act"]),
        deny=frozenset(document["deny"]),
        count=frozenset(document["count"]),
        cite=frozenset(document["cite"]),
        phrases=_phrases(document["phrases"]),
        unnamed=frozenset(document["unnamed"]),
        adjuncts=frozenset(document["adjuncts"]),
        person_pronouns=frozenset(document["pronouns"]["person"]),
        group_pronouns=frozenset(document["pronouns"]["group"]),
        anaphors=frozenset(document["anaphors"]),
        statement_nouns=frozenset(document["statement_nouns"]),
        speakers=frozenset(document["speakers"]),
    )


def _status(entry: Mapping[str, Any]) -> StatusWords:
    return StatusWords(
        frozenset(entry.get("auxiliaries", [])),
        frozenset(entry.get("verbs", [])),
        tuple(entry.get("phrases", [])),
    )
