"""How a claimant puts an event, and what is older context (statuses.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Status
from dateline.ontology.english.entries import Entry, Words, by_first

WORDED = (Status.THREATENED, Status.HYPOTHETICAL, Status.PLANNED)
"""Statuses told by words of their own, in the order in which they are tried."""

LISTS = (
    "aiming",
    "attempting",
    "bringing_about",
    "accomplishing",
    "talking",
    "decided",
    "conditions",
    "light_verbs",
)
"""Lists of words at the top of the file."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words of one status: auxiliaries of its verb, verbs that govern it, phrases shortly before it.

    `openings` are the first words of the phrases.
    """

    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    phrases: tuple[Words, ...]
    openings: frozenset[str]


@dataclass(frozen=True, slots=True)
class TraitWords:
    """Words that make violence somebody's trait: states, habits in the present, planning in any tense."""

    states: frozenset[str]
    habits: frozenset[str]
    planning: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    """Words of all statuses; statuses.yaml says what each list is. Those of `background` are by their first
    word.
    """

    of: Mapping[Status, StatusWords]
    negations: frozenset[str]
    failing: frozenset[str]
    preventing: frozenset[str]
    aiming: frozenset[str]
    attempting: frozenset[str]
    bringing_about: frozenset[str]
    accomplishing: frozenset[str]
    talking: frozenset[str]
    decided: frozenset[str]
    conditions: frozenset[str]
    adjectives: Mapping[Status, frozenset[str]]
    light_verbs: frozenset[str]
    background: Mapping[str, tuple[Words, ...]]
    traits: TraitWords
    totals: tuple[re.Pattern[str], ...]


def read_statuses(document: Entry) -> StatusLexicon:
    """The words of all statuses. Raises KnowledgeError, naming file and line."""
    document.only(*map(str, WORDED), "negated", *LISTS, "adjectives", "background")
    document["negated"].only("words", "verbs", "preventing")
    adjectives = document["adjectives"]
    background = document["background"]
    background.only("phrases", "totals", "traits")
    traits = background["traits"]
    traits.only("states", "habits", "planning")
    return StatusLexicon(
        of={status: _words(document[str(status)]) for status in WORDED},
        negations=document["negated"]["words"].words(),
        failing=document["negated"]["verbs"].words(),
        preventing=document["negated"]["preventing"].words(),
        **{name: document[name].words() for name in LISTS},
        adjectives={Status(name): entry.words() for name, entry in adjectives.values.items()},
        background=by_first(_in_order(background["phrases"])),
        traits=TraitWords(traits["states"].words(), traits["habits"].words(), traits["planning"].words()),
        totals=_merged([_pattern(item) for item in background["totals"].items()]),
    )


def _words(entry: Entry) -> StatusWords:
    entry.only("auxiliaries", "verbs", "phrases")
    auxiliaries, verbs, phrases = (entry.get(name) for name in ("auxiliaries", "verbs", "phrases"))
    in_order = () if phrases is None else _in_order(phrases)
    return StatusWords(
        frozenset() if auxiliaries is None else auxiliaries.words(),
        frozenset() if verbs is None else verbs.words(),
        in_order,
        frozenset(words[0] for words in in_order),
    )


def _in_order(entry: Entry) -> tuple[Words, ...]:
    return tuple(tuple(item.word().lower().split()) for item in entry.items())


def _merged(patterns: Sequence[re.Pattern[str]]) -> tuple[re.Pattern[str], ...]:
    """The expressions as few: one search for several takes half as long. Groups and flags stay apart."""
    plain = [pattern for pattern in patterns if not pattern.groups and not pattern.pattern.startswith("(?")]
    apart = [pattern for pattern in patterns if pattern not in plain]
    one = "|".join(f"(?:{pattern.pattern})" for pattern in plain)
    return (*([re.compile(one, re.IGNORECASE)] if plain else []), *apart)


def _pattern(entry: Entry) -> re.Pattern[str]:
    try:
        return re.compile(entry.word(), re.IGNORECASE)
    except re.error as error:
        raise entry.error(f"not a regular expression: {error}") from error
