"""Phrases looked up word by word: the longest that begins at a word wins."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Generic, TypeVar

from dateline.resolving.actors.words import Word, keys_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Value]):
    """A phrase of the book: its keys, how case is to be read, what it stands for, and its place in the book.

    `capitals`: only in capitals (an abbreviation); `initial`: a single capitalised name, which a
    word all in lower case is not ("Bush", not "bush"); `exact`: a short name of mixed case ("LeT").
    """

    phrase: str
    keys: tuple[str, ...]
    capitals: bool
    initial: bool
    exact: bool
    value: Value
    number: int


@dataclass(slots=True)
class Phrasebook(Generic[Value]):
    """Phrases and what they stand for.

    `nouns` says that the last word may stand in any plural; names take a final s at any word. A
    phrase may have several values, in the order in which they were added.
    """

    nouns: bool = False
    words_in_capitals: frozenset[str] = frozenset()
    _by_first: dict[str, dict[str, list[Entry[Value]]]] = field(default_factory=dict)
    """The phrases by their first key, then by their second ("" where they have none), the longest first."""
    _size: int = 0

    def add(self, phrase: str, value: Value) -> None:
        """Put a phrase into the book; one without a word is left out."""
        keys = keys_of(phrase)
        if not keys:
            return
        letters = [letter for letter in phrase if letter.isalpha()]
        capitals = len(keys) <= 2 and bool(letters) and all(letter.isupper() for letter in letters)
        initial = not capitals and len(keys) == 1 and phrase[:1].isupper()
        second = keys[1] if len(keys) > 1 else ""
        entries = self._by_first.setdefault(keys[0], {}).setdefault(second, [])
        exact = initial and len(phrase) <= 4 and phrase[1:] != phrase[1:].lower()
        entry = Entry(phrase, keys, capitals, initial, exact, value, self._size)
        insort(entries, entry, key=_longest_first)
        self._size += 1

    @classmethod
    def merged(cls, books: Mapping[str, Phrasebook[Any]]) -> Phrasebook[tuple[str, Any]]:
        """One book of nouns of all that stands in several, each value with the name of its book."""
        made: Phrasebook[tuple[str, Any]] = Phrasebook(nouns=True)
        for name, book in books.items():
            entries = chain.from_iterable(chain(*map(dict.values, book._by_first.values())))
            for entry in sorted(entries, key=lambda entry: entry.number):
                made.add(entry.phrase, (name, entry.value))
        return made

    def first_keys(self) -> frozenset[str]:
        """The keys that phrases of the book begin with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[Word], place: int, *, shouted: bool = False) -> tuple[int, list[Value]]:
        """The longest phrase that begins at `words[place]`: how many words, and its values.

        (0, []) when there is none. `shouted` says that the text is all in capitals.
        """
        best, values = 0, list[Value]()
        keys = words[place].singulars
        if self._by_first.keys().isdisjoint(keys):
            return best, values
        following = words[place + 1] if place + 1 < len(words) else None
        for key in keys if self.nouns else keys[:2]:
            for entry in self._beginning(key, following):
                size = len(entry.keys)
                if size < best:
                    break
                if self._matches(entry, words, place, shouted):
                    if size > best:
                        best, values = size, []
                    values.append(entry.value)
        return best, values

    def _beginning(self, key: str, following: Word | None) -> Sequence[Entry[Value]]:
        """The phrases that begin with the key and may go on with the next word, the longest first."""
        by_second = self._by_first.get(key)
        if by_second is None:
            return ()
        alone = by_second.get("", [])
        if following is None or following.apart or len(by_second) == (1 if alone else 0):
            return alone
        seconds = following.singulars
        found = [by_second[s] for s in (seconds if self.nouns else seconds[:2]) if s in by_second]
        if not found:
            return alone
        longer = found[0] if len(found) == 1 else sorted(chain(*found), key=_longest_first)
        return [*longer, *alone]

    def _matches(self, entry: Entry[Value], words: Sequence[Word], place: int, shouted: bool) -> bool:
        size = len(entry.keys)
        if size == 1:  # by whose key it was found
            return self._reads_as(entry, words[place : place + 1], shouted)
        if place + size > len(words):
            return False
        for offset in range(size):
            word, key = words[place + offset], entry.keys[offset]
            if offset and word.apart:
                return False
            if key in (word.key, word.bare):
                continue
            if not (self.nouns and offset == size - 1 and key in word.singulars):
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


def _longest_first(entry: Entry[Any]) -> tuple[int, int]:
    return -len(entry.keys), entry.number
