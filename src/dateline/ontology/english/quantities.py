"""Numbers as news words them (quantities.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from text_to_num.lang import LANG

from dateline.ontology.english.entries import (
    Entry,
    Words,
    by_first,
    longest_first,
    read_as_fields,
    split_words,
)

NUMBER_WORDS = frozenset(LANG["en"].NUMBERS) | LANG["en"].ZERO
"""Words of which numbers are made ("twenty", "hundred")."""

ByFirst = Mapping[str, tuple[Words, ...]]


@read_as_fields
@dataclass(frozen=True)
class QuantityWords:
    """Words of quantity; quantities.yaml says what each list is.

    `vague` gives the least that a word stands for (None when nobody can say), `exact` its number.
    """

    vague: Mapping[Words, int | None]
    exact: Mapping[Words, int]
    at_least: tuple[Words, ...]
    at_most: tuple[Words, ...]
    about: tuple[Words, ...]
    each_other: tuple[Words, ...]
    more: frozenset[str]
    magnitudes: Mapping[str, int]
    no_number: frozenset[str]
    not_counted_before: frozenset[str]
    not_counted_after: frozenset[str]
    not_counted_joined: frozenset[str]
    streets: frozenset[str]
    before_year: frozenset[str]

    @cached_property
    def bounds(self) -> Mapping[str, tuple[tuple[str, Words], ...]]:
        """The words that stand before a number, each with what it says of it, by their first word."""
        found: dict[str, tuple[tuple[str, Words], ...]] = {}
        for kind, phrases in (
            ("at_least", self.at_least),
            ("at_most", self.at_most),
            ("about", self.about),
            ("each_other", self.each_other),
        ):
            for words in phrases:
                found[words[0]] = (*found.get(words[0], ()), (kind, words))
        return found

    @cached_property
    def followed_by(self) -> Mapping[str, frozenset[str]]:
        """The second words of quantities, by their first word; empty for a word that may stand by itself."""
        seconds: dict[str, set[str]] = {}
        alone: set[str] = set()
        bounds = (words for group in self.bounds.values() for _, words in group)
        for words in (*bounds, *self.exact, *self.vague):
            seconds.setdefault(words[0], set()).update(words[1:2])
            if len(words) == 1:
                alone.add(words[0])
        return {word: frozenset(() if word in alone else found) for word, found in seconds.items()}

    @cached_property
    def exact_by_first(self) -> ByFirst:
        """The phrases of `exact` by their first word, longest first."""
        return by_first(longest_first(iter(self.exact)))

    @cached_property
    def vague_by_first(self) -> ByFirst:
        """The phrases of `vague` by their first word, longest first."""
        return by_first(longest_first(iter(self.vague)))


def read_quantities(document: Entry) -> QuantityWords:
    """The words of quantity. Raises KnowledgeError, naming file and line."""
    document.only(*QuantityWords.__dataclass_fields__)
    return QuantityWords(
        vague={split_words(word): value.number_or_null() for word, value in document["vague"].values.items()},
        exact={split_words(word): value.number() for word, value in document["exact"].values.items()},
        at_least=document["at_least"].phrases(),
        at_most=document["at_most"].phrases(),
        about=document["about"].phrases(),
        each_other=document["each_other"].phrases(),
        more=document["more"].words(),
        magnitudes={word: value.number() for word, value in document["magnitudes"].values.items()},
        no_number=document["no_number"].words(),
        not_counted_before=document["not_counted_before"].words(),
        not_counted_after=document["not_counted_after"].words(),
        not_counted_joined=document["not_counted_joined"].words(),
        streets=document["streets"].words(),
        before_year=document["before_year"].words(),
    )
