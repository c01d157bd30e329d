"""Words and phrases that say that an event happened (triggers.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.model import EventType
from dateline.ontology.english.entries import Entry, Words, split_words

GENERIC_ATTACK = "attack"
PARTS_OF_SPEECH = {"nouns": "noun", "verbs": "verb", "phrases": "phrase"}
KINDS = frozenset(
    (
        "force",
        "fighter",
        "place",
        "target",
        "person",
        "weapon",
        "deal",
        "talks",
        "attack",
        "thing",
        "aircraft",
        "ammunition",
        "captive",
    )
)
NEEDS = frozenset({"number", "deed", "complement", "crossing"})
CONDITIONS = ("subjects", "objects", "if_object")
NO_KIND: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that says that an event happened.

    `event` is None for an attack whose kind the rest of the clause tells, `otherwise` what it is when
    nothing does. `subjects` and `objects` limit what may do it or undergo it, empty for anything;
    `if_object` what it may be done to if to anything. `needs` is what its sentence must hold: a
    "number", a "deed" of its own, a "crossing" of a border, or what its verb itself must be said with, a
    "complement". Words of `not_before` shortly behind it make it tell of something else, as do
    prepositions of `not_with` that belong to it. `one_sided` tells of one side of a fight only.
    """

    event: EventType | None
    words: Words
    part_of_speech: str
    subjects: frozenset[str]
    objects: frozenset[str]
    if_object: frozenset[str]
    needs: str | None
    otherwise: EventType | None
    one_sided: bool
    not_before: frozenset[str]
    not_with: frozenset[str]
    rule: str
    second: str = field(init=False, repr=False, compare=False)
    """The word that must follow the first at once; empty when none must."""

    def __post_init__(self) -> None:
        adjacent = len(self.words) > 1 and self.part_of_speech != "verb"
        object.__setattr__(self, "second", self.words[1] if adjacent else "")


def by_first_word(triggers: Iterable[Trigger]) -> Mapping[str, tuple[Trigger, ...]]:
    """Triggers by their first word, longest first."""
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        found.setdefault(trigger.words[0], []).append(trigger)
    return {word: tuple(sorted(group, key=lambda t: -len(t.words))) for word, group in found.items()}


def event_of(entry: Entry) -> EventType | None:
    """The event type that an entry names; None for "attack", whose kind something else tells."""
    name = entry.word()
    if name == GENERIC_ATTACK:
        return None
    try:
        return EventType(name)
    except ValueError as error:
        raise entry.error(f"no event type {name!r} in the contract") from error


def read_triggers(document: Entry) -> tuple[Trigger, ...]:
    """All triggers in the file's order. Raises KnowledgeError, naming file and line."""
    return tuple(trigger for entry in document.items() for trigger in _of_entry(entry))


def _of_entry(entry: Entry) -> Iterator[Trigger]:
    entry.only(
        *("event", "else", "one_sided", *PARTS_OF_SPEECH, *CONDITIONS),
        *("needs", "numbers", "noun_needs_number", "noun_objects", "not_before", "not_with"),
    )
    name = entry["event"].word()
    event = event_of(entry["event"])
    fallback = entry.get("else")
    otherwise = None if fallback is None else event_of(fallback)
    verbs = {item.word() for item in _list(entry, "verbs")}
    conditions = {key: _kinds_by_verb(entry, key, verbs) for key in CONDITIONS}
    nouns = {item.word() for item in _list(entry, "nouns")}
    noun_conditions = {"objects": _kinds_by_verb(entry, "noun_objects", nouns)}
    needs = _needs(entry)
    one_sided = (flag := entry.get("one_sided")) is not None and flag.flag()
    not_before = _words_by_verb(entry, "not_before", verbs)
    not_with = _words_by_verb(entry, "not_with", verbs)
    for key, part_of_speech in PARTS_OF_SPEECH.items():
        for item in _list(entry, key):
            phrase = item.word()
            kinds = {"verbs": conditions, "nouns": noun_conditions}.get(key, {})
            yield Trigger(
                event=event,
                words=split_words(phrase),
                part_of_speech=part_of_speech,
                subjects=kinds.get("subjects", {}).get(phrase, NO_KIND),
                objects=kinds.get("objects", {}).get(phrase, NO_KIND),
                if_object=kinds.get("if_object", {}).get(phrase, NO_KIND),
                needs=needs.get((key, phrase)) or needs.get((key, "")),
                otherwise=otherwise,
                one_sided=one_sided,
                not_before=not_before.get(phrase, NO_KIND) if key == "verbs" else NO_KIND,
                not_with=not_with.get(phrase, NO_KIND) if key == "verbs" else NO_KIND,
                rule=f"triggers/{name}/{part_of_speech}/{phrase}",
            )


def _list(entry: Entry, key: str) -> list[Entry]:
    value = entry.get(key)
    return [] if value is None else value.items()


def _kinds_by_verb(entry: Entry, key: str, verbs: set[str]) -> Mapping[str, frozenset[str]]:
    """The kinds of noun that each word asks for; a word that the entry does not list is a mistake."""
    value = entry.get(key)
    found: dict[str, frozenset[str]] = {}
    for verb, kinds in () if value is None else value.values.items():
        if verb not in verbs:
            raise kinds.error(f"{verb!r} is not among the words of this entry")
        for kind in kinds.items():
            if kind.word() not in KINDS:
                raise kind.error(f"no kind of noun {kind.word()!r}; there are {', '.join(sorted(KINDS))}")
        found[verb] = kinds.words()
    return found


def _words_by_verb(entry: Entry, key: str, verbs: set[str]) -> Mapping[str, frozenset[str]]:
    """The words that each verb may not stand by; a verb that the entry does not list is a mistake."""
    value = entry.get(key)
    found: dict[str, frozenset[str]] = {}
    for verb, words in () if value is None else value.values.items():
        if verb not in verbs:
            raise words.error(f"{verb!r} is not among the verbs of this entry")
        found[verb] = words.words()
    return found


def _needs(entry: Entry) -> Mapping[tuple[str, str], str]:
    """What words of the entry need in their sentence, by list and word; the word is empty for a whole
    list.
    """
    found: dict[tuple[str, str], str] = {}
    if (every := entry.get("noun_needs_number")) is not None and every.flag():
        found["nouns", ""] = "number"
    if (numbers := entry.get("numbers")) is not None:
        found |= {("verbs", word): "number" for word, value in numbers.values.items() if value.flag()}
    if (needs := entry.get("needs")) is not None:
        for word, value in needs.values.items():
            if value.word() not in NEEDS:
                raise value.error(
                    f"{value.word()!r} is nothing to need; there are {', '.join(sorted(NEEDS))}"
                )
            found |= {(key, word): value.word() for key in PARTS_OF_SPEECH}
    return found
