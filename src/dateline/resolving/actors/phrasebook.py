"""Phrases looked up word by word: the longest that begins at a word wins."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.resolving.actors.words import Word, keys_of, singulars

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """A phrase of the book: its keys, how case is to be read, and what it stands for.

    `capitals`: only in capitals (an abbreviation); `initial`: a single capitalised name, which a
    word all in lower case is not ("Bush", not "bush"); `exact`: a short name of mixed case ("LeT").
    """

    phrase: str
    keys: tuple[str, ...]
    capitals: bool
    initial: bool
    exact: bool
    value: Value


@dataclass(slots=True)
class Phrasebook(Generic[Value]):
    """Phrases and what they stand for.

    `nouns` says that the last word may stand in any plural; names take a final s at any word. A
    phrase may have several values, in the order in which they were added.
    """

    nouns: bool = False
    words_in_capitals: frozenset[str] = frozenset()
    _by_first: dict[str, list[Entry[Value]]] = field(default_factory=dict)

    def add(self, phrase: str, value: Value) -> None:
        """Put a phrase into the book; one without a word is left out."""
        keys = keys_of(phrase)
        if not keys:
            return
        letters = [letter for letter in phrase if letter.isalpha()]
        capitals = len(keys) <= 2 and bool(letters) and all(letter.isupper() for letter in letters)
        initial = not capitals and len(keys) == 1 and phrase[:1].isupper()
        entries = self._by_first.setdefault(keys[0], [])
        exact = initial and len(phrase) <= 4 and phrase[1:] != phrase[1:].lower()
        insort(
            entries, Entry(phrase, keys, capitals, initial, exact, value), key=lambda entry: -len(entry.keys)
        )

    def first_keys(self) -> frozenset[str]:
        """The keys that phrases of the book begin with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[Word], place: int, *, shouted: bool = False) -> tuple[int, list[Value]]:
        """The longest phrase that begins at `words[place]`: how many words, and its values.

        (0, []) when there is none. `shouted` says that the text is all in capitals.
        """
        first = words[place]
        best, values = 0, list[Value]()
        left = len(words) - place
        following = words[place + 1] if left > 1 else None
        keys = singulars(first)
        for key in keys if self.nouns else keys[:2]:
            for entry in self._by_first.get(key, ()):
                size = len(entry.keys)
                if size < best:
                    break
                if size > left or (size > 1 and not self._goes_on(entry.keys, following)):
                    continue
                if self._matches(entry, words, place, shouted):
                    if size > best:
                        best, values = size, []
                    values.append(entry.value)
        return best, values

    def _goes_on(self, keys: Sequence[str], following: Word | None) -> bool:
        """Whether the second word may be that of a phrase: most phrases end here."""
        if following is None or following.apart:
            return False
        second = keys[1]
        return second in (following.key, following.bare) or (self.nouns and len(keys) == 2)

    def _matches(self, entry: Entry[Value], words: Sequence[Word], place: int, shouted: bool) -> bool:
        size = len(entry.keys)
        if place + size > len(words):
            return False
        for offset in range(size):
            word, key = words[place + offset], entry.keys[offset]
            if offset and word.apart:
                return False
            if key in (word.key, word.bare):
                continue
            if not (self.nouns and offset == size - 1 and key in singulars(word)):
                return False
        return self._reads_as(entry, words[place : place + size], shouted)

    def _reads_as(self, entry: Entry[Value], words: Sequence[Word], shouted: bool) -> bool:
        """Whether the words are printed in the case that the phrase asks for."""
        if entry.capitals:
            printed = sum(letter.isupper() for word in words for letter in word.text)
            wanted = sum(letter.isalpha() for letter in entry.phrase)
            return printed >= wanted and not (shouted and entry.phrase in self.words_in_capitals)
        if entry.exact:
            return words[0].text.startswith(entry.phrase)
        return not entry.initial or words[0].text != words[0].text.lower()
