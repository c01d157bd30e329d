"""How a claimant puts an event, and what is older context (statuses.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Status
from dateline.ontology.english.entries import Entry, Words, by_first, by_second

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
    "clearing",
)
"""Lists of words at the top of the file."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words of one status: auxiliaries of its verb, verbs that govern it, phrases shortly before it."""

    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    phrases: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class TraitWords:
    """Words that make violence somebody's trait: states, habits in the present, planning in any tense."""

    states: frozenset[str]
    habits: frozenset[str]
    planning: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusLexicon:
    """Words of all statuses; statuses.yaml says what each list is.

    Those of `background` are by their first word and then by their second, empty for none; the phrases of all
    statuses by their first, each with its place in the order of the lists. Expressions of `totals` without
    capitals are one, for a text in lower case, which takes a third of the time.
    """

    of: Mapping[Status, StatusWords]
    phrases_by_first: Mapping[str, tuple[tuple[int, Status, Words], ...]]
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
    clearing: frozenset[str]
    background: Mapping[str, Mapping[str, tuple[Words, ...]]]
    traits: TraitWords
    totals: tuple[re.Pattern[str], ...]
    totals_in_lower_case: re.Pattern[str] | None


def read_statuses(document: Entry) -> StatusLexicon:
    """The words of all statuses. Raises KnowledgeError, naming file and line."""
    document.only(*map(str, WORDED), "negated", *LISTS, "adjectives", "background")
    document["negated"].only("words", "verbs", "preventing")
    adjectives = document["adjectives"]
    background = document["background"]
    background.only("phrases", "totals", "traits")
    traits = background["traits"]
    traits.only("states", "habits", "planning")
    of = {status: _words(document[str(status)]) for status in WORDED}
    totals = [_pattern(item) for item in background["totals"].items()]
    lower = [pattern for pattern in totals if _reads_lower_case(pattern)]
    return StatusLexicon(
        of=of,
        phrases_by_first=_by_first(of),
        negations=document["negated"]["words"].words(),
        failing=document["negated"]["verbs"].words(),
        preventing=document["negated"]["preventing"].words(),
        **{name: document[name].words() for name in LISTS},
        adjectives={Status(name): entry.words() for name, entry in adjectives.values.items()},
        background={
            first: by_second(phrases) for first, phrases in by_first(_in_order(background["phrases"])).items()
        },
        traits=TraitWords(traits["states"].words(), traits["habits"].words(), traits["planning"].words()),
        totals=tuple(pattern for pattern in totals if pattern not in lower),
        totals_in_lower_case=_merged(lower) if lower else None,
    )


def _words(entry: Entry) -> StatusWords:
    entry.only("auxiliaries", "verbs", "phrases")
    auxiliaries, verbs, phrases = (entry.get(name) for name in ("auxiliaries", "verbs", "phrases"))
    in_order = () if phrases is None else _in_order(phrases)
    return StatusWords(
        frozenset() if auxiliaries is None else auxiliaries.words(),
        frozenset() if verbs is None else verbs.words(),
        in_order,
    )


def _in_order(entry: Entry) -> tuple[Words, ...]:
    return tuple(tuple(item.word().lower().split()) for item in entry.items())


def _by_first(of: Mapping[Status, StatusWords]) -> Mapping[str, tuple[tuple[int, Status, Words], ...]]:
    """The phrases of all statuses by their first word, each with its place in the order of the lists."""
    found: dict[str, tuple[tuple[int, Status, Words], ...]] = {}
    phrases = ((status, words) for status, listed in of.items() for words in listed.phrases)
    for order, (status, words) in enumerate(phrases):
        found[words[0]] = (*found.get(words[0], ()), (order, status, words))
    return found


def _reads_lower_case(pattern: re.Pattern[str]) -> bool:
    """Whether an expression finds in a text in lower case what it finds in any: no capitals but in escapes,
    no groups and no flags.
    """
    letters = re.sub(r"\\.", "", pattern.pattern)
    return letters == letters.lower() and not pattern.groups and not pattern.pattern.startswith("(?")


def _merged(patterns: Sequence[re.Pattern[str]]) -> re.Pattern[str]:
    """The expressions as one: one search for several takes half as long."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


def _pattern(entry: Entry) -> re.Pattern[str]:
    try:
        return re.compile(entry.word(), re.IGNORECASE)
    except re.error as error:
        raise entry.error(f"not a regular expression: {error}") from error
