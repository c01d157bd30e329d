"""A noun phrase taken apart: its head, what it names, and what an of-phrase behind it names.

The head is what comes before the first preposition, relative pronoun or participle. Within the
head the last word that the lexicon knows decides ("Syrian rebel forces", not "Syrian forces"), and
a name joined to a participle is an adjective of something else ("rebel-held", "US-backed").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dateline.resolving.actors.countries import Countries, CountryName, Naming
from dateline.resolving.actors.groups import Group, GroupName, Groups, choose
from dateline.resolving.actors.kinds import Kinds, Noun
from dateline.resolving.actors.phrasebook import Phrasebook
from dateline.resolving.actors.words import Word

_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "some", "no", "any", "all", "other"}
)
_AFTER_PARTICIPLE = frozenset({"to", "by", "with", "from", "in", "near", "against"})
_NO_BOOKS = frozenset[str]()
_BOOKS = (*("nouns", "peoples", "forces", "leader_forces", "police", "government", "not_actors", "carriers"),)


class Story:
    """What is known of the story that a phrase stands in: its countries, the main one first; its
    day; and whether it is printed in capitals.

    `asked` says whether countries or day were looked at: a phrase whose reading asks for neither means the
    same in every story.
    """

    __slots__ = ("_countries", "_day", "asked", "shouted")

    def __init__(
        self, countries: tuple[str, ...] = (), day: date | None = None, *, shouted: bool = False
    ) -> None:
        self._countries = countries
        self._day = day
        self.shouted = shouted
        self.asked = False

    @property
    def countries(self) -> tuple[str, ...]:
        self.asked = True
        return self._countries

    @property
    def day(self) -> date | None:
        self.asked = True
        return self._day


class Found(NamedTuple):
    """Something that the lexicon knows, at `start` to `end` (in words)."""

    start: int
    end: int
    group: Group | None = None
    country: CountryName | None = None
    noun: Noun | None = None
    people: bool = False
    force: str | None = None
    leader_force: bool = False
    police: bool = False
    government: str | None = None
    not_actor: bool = False
    carrier: bool = False

    @property
    def is_head(self) -> bool:
        """Whether it could be the head noun of a phrase, and not only an adjective in it."""
        return bool(
            self.noun or self.force or self.police or self.government or self.not_actor or self.carrier
        )

    @property
    def is_mere_carrier(self) -> bool:
        """Whether it only says that what stands before it has such things: "rebel checkpoint"."""
        return self.carrier and not (self.noun or self.force or self.police or self.government)


@dataclass(frozen=True, slots=True)
class Lexica:
    """The three files that a noun phrase is read by."""

    kinds: Kinds
    countries: Countries
    groups: Groups
    words_for_people: Phrasebook[tuple[str, Any]]
    """All that the kinds hold, nouns and words for forces, governments and the like, in one book."""
    books_of: Mapping[str, frozenset[str]]
    """The books that hold a phrase which begins with a key."""

    @classmethod
    def of(cls, kinds: Kinds, countries: Countries, groups: Groups) -> Lexica:
        """The three together, with the words that anything in them begins with."""
        people = Phrasebook.merged({name: getattr(kinds, name) for name in _BOOKS})
        books: dict[str, Phrasebook[Any]] = {
            "groups": groups.book,
            "countries": countries.book,
            "people": people,
        }
        names: dict[str, set[str]] = {}
        for name, book in books.items():
            for key in book.first_keys():
                names.setdefault(key, set()).add(name)
        books_of = {key: frozenset(found) for key, found in names.items()}
        return cls(kinds, countries, groups, people, books_of)

    def find(self, words: Sequence[Word], story: Story) -> list[Found]:
        """What the lexicon knows in `words`, left to right, without overlaps, the longest first at each
        word; a name beats a noun of the same length."""
        found = []
        known = self.books_of.keys()
        place = 0
        while place < len(words):
            if known.isdisjoint(words[place].singulars):
                place += 1
                continue
            item = self.at(words, place, story)
            if item is None:
                place += 1
                continue
            if not (self._is_compound(words, item) or self._is_of_another(words, item)):
                found.append(item)
            place = item.end
        return found

    def at(self, words: Sequence[Word], place: int, story: Story) -> Found | None:
        """The longest known thing that begins at `words[place]`."""
        books = self._books_at(words[place])
        if not books:
            return None
        size, group = 0, None
        if "groups" in books:
            size, names = self.groups.book.at(words, place, shouted=story.shouted)
            group = _group_meant(names, story) if size else None
        country_size, country = self._country(words, place, story) if "countries" in books else (0, None)
        longest, found = self.words_for_people.at(words, place) if "people" in books else (0, [])
        if group and size >= country_size and size >= longest:
            return Found(place, place + size, group=group)
        if country and country_size >= longest:
            return Found(place, place + country_size, country=country)
        if not longest:
            return None
        end = place + longest
        text = " ".join([word.key for word in words[place:end]])
        held = dict(reversed(found))  # of two nouns the first
        return Found(
            place,
            end,
            noun=held.get("nouns"),
            people="peoples" in held,
            force=text if "forces" in held else None,
            leader_force="leader_forces" in held,
            police="police" in held,
            government=text if "government" in held else None,
            not_actor="not_actors" in held,
            carrier="carriers" in held,
        )

    def _books_at(self, word: Word) -> frozenset[str]:
        """The books in which a phrase may begin with the word."""
        found = _NO_BOOKS
        for key in word.singulars:
            if books := self.books_of.get(key):
                found = found | books if found else books
        return found

    def _country(self, words: Sequence[Word], place: int, story: Story) -> tuple[int, CountryName | None]:
        size, names = self.countries.book.at(words, place, shouted=story.shouted)
        if any(name.naming is Naming.LEADER for name in names):
            names = [name for name in names if name.holds(story.day)]
        for code in story.countries if len(names) > 1 else ():
            for name in names:
                if name.alpha3 == code:
                    return size, name
        return (size, names[0]) if names else (0, None)

    def _is_compound(self, words: Sequence[Word], item: Found) -> bool:
        """Whether a hyphen joins it to a participle, as in "rebel-held" or "Russian-backed"."""
        if item.end >= len(words) or not words[item.end - 1].joined:
            return False
        following = words[item.end].key
        return following.endswith("ed") or following in self.kinds.compounds

    def _is_of_another(self, words: Sequence[Word], item: Found) -> bool:
        """Whether it only says where another stands: "anti-Taliban fighters", "an al-Qaeda affiliate"."""
        if item.group is None and item.country is None:
            return False
        before = words[item.start - 1] if item.start else None
        if before is not None and before.joined and before.key in self.kinds.prefixes:
            return True
        following = words[item.end] if item.end < len(words) else None
        return item.group is not None and following is not None and following.key in self.kinds.relatives

    def split(
        self, words: Sequence[Word], *, shouted: bool = False
    ) -> tuple[Sequence[Word], str | None, Sequence[Word]]:
        """The words before the head's end, the word that ends it, and the words behind that.

        An abbreviation in capitals ends nothing ("The WHO") unless all the text is `shouted`.
        """
        kinds = self.kinds
        for place, word in enumerate(words):
            if place == 0:
                continue
            previous = words[place - 1]
            if previous.joined:
                continue
            if word.apart or word.key in ("and", "or", "but"):
                return words[:place], "and", words[place + (0 if word.apart else 1) :]
            abbreviation = len(word.text) > 2 and word.text.isupper() and not shouted
            # "the fighting force", "the UK-based monitoring group": there a participle is an adjective.
            opens = previous.key in _DETERMINERS or (place > 1 and words[place - 2].joined)
            adjective = word.key.endswith(("ing", "ed")) and opens
            if word.key in kinds.boundaries and not abbreviation and not adjective:
                return words[:place], word.key, words[place + 1 :]
            if (
                word.key in kinds.participles
                and place + 1 < len(words)
                and words[place + 1].key in kinds.links
            ):
                return words[:place], words[place + 1].key, words[place + 2 :]
        return words, None, ()


def _group_meant(names: Sequence[GroupName], story: Story) -> Group | None:
    if len(names) == 1 and not names[0].only_there:
        return names[0].group
    return choose(names, story.countries)


def last_country(found: Sequence[Found], before: int) -> CountryName | None:
    """The country named nearest before a word: by name, adjective or leader."""
    for item in reversed(found):
        if item.end <= before and item.country and item.country.naming is not Naming.SEAT:
            return item.country
    return None
