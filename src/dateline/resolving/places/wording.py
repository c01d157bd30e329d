"""The words of one text as the search for place names asks after them: what stands where, and what may be
of a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.resolving.places.gazetteer import Gazetteer
from dateline.resolving.places.sightings import PLACE_LABELS, Entity, Sighting
from dateline.resolving.places.sources import ADMIN1, COUNTRY
from dateline.resolving.places.tokens import Token
from dateline.resolving.places.words import PlaceWords

_TOWN = 20_000


class Wording:
    """The tokens of one text, the names that are said to be places, and what the gazetteer knows of them."""

    def __init__(self, tokens: Sequence[Token], entities: Sequence[Entity], gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self._size = len(tokens)
        self._entities = sorted(entities)
        self.words: PlaceWords = gazetteer.words
        self.gazetteer = gazetteer

    def token(self, index: int, sentence: int) -> Token | None:
        """A token of the sentence; None where the index is beyond it."""
        if 0 <= index < self._size:
            token = self.tokens[index]
            if token.sentence == sentence:
                return token
        return None

    def adjacent(self, left: int, right: int) -> bool:
        return all(
            token.joined or self.tokens[index].possessive
            for index, token in enumerate(self.tokens[left + 1 : right + 1], left)
        )

    def label(self, seen: Sighting) -> str | None:
        for start, end, label in self._entities:
            if start > seen.start:
                break
            if seen.end <= end:
                return label
        return None

    def reaches(self, seen: Sighting) -> bool:
        """Whether the name is only the head of what is said, or labelled, to be a place."""
        if seen.words and not self.tokens[seen.last].possessive:
            return True
        return any(
            label in PLACE_LABELS and start <= seen.start and seen.end + 1 < end
            for start, end, label in self._entities
        )

    def may_name(self, token: Token) -> bool:
        """Whether a capitalised word can be of a place's name."""
        return token.capital and _may_name(self.gazetteer, token.key, token.lower, token.shouted)

    def is_said_together(self, first: int, seen: Sighting) -> bool:
        """Whether the wording takes the words from `first` to the name's end for one place."""
        start = self.tokens[first].start
        return any(
            label in PLACE_LABELS and left <= start and seen.end <= right
            for left, right, label in self._entities
        )

    def is_descriptive(self, word: str) -> bool:
        """Whether a word says what a place is ("province", "airport") and so ends its name."""
        words = self.words
        return word in words.descriptor or word in words.facility or word in words.surroundings

    def is_known(self, token: Token, population: int = _TOWN) -> bool:
        """Whether a capitalised neighbour is itself no part of the name: a place, a demonym, a descriptor."""
        return _is_known(self.gazetteer, token.key, token.lower, population)


# The capitalised words of a run's stories are mostly the same few names.
@lru_cache(maxsize=16384)
def _may_name(gazetteer: Gazetteer, key: str, lower: str, shouted: bool) -> bool:
    words = gazetteer.words
    return (
        key not in words.never
        and key.removesuffix("s") not in words.never
        and lower not in words.outfit
        and not words.is_direction(lower)
        and lower not in words.function
        and not (shouted and lower in words.common)
        and not gazetteer.demonym(key)
    )


@lru_cache(maxsize=16384)
def _is_known(gazetteer: Gazetteer, key: str, lower: str, population: int) -> bool:
    words = gazetteer.words
    if lower in words.direction or lower in words.descriptor or lower in words.facility:
        return True
    if gazetteer.demonym(key):
        return True
    keys = {key, key.removesuffix("s")}  # "Aleppos" has lost its apostrophe
    return any(
        place.kind in (COUNTRY, ADMIN1) or place.population >= population
        for places in gazetteer.named(sorted(keys)).values()
        for place in places
        if place.form <= 1
    )
