"""Where a text may name a place, and what stands around the name.

A `Sighting` is a stretch of words with what its surroundings say: the descriptor beside it ("province",
"village of"), a preposition, a parser's label, and a score of how likely it is a place at all. What
place it is, is decided later and for the story as a whole (`ranking`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.sources import ADMIN1, COUNTRY, REGION, SEA
from dateline.resolving.places.tokens import Token
from dateline.resolving.places.words import PlaceWords

Entity = tuple[int, int, str]
Places = tuple[GazetteerPlace, ...]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul|ur|ud)-\w", re.IGNORECASE)
_TOWN = 20_000
_BETWEEN = frozenset({"the", "a", "an", "its", "their"})


@dataclass(slots=True)
class Sighting:
    """Words `first` to `last` (token indexes, inclusive) that may name a place.

    `score` of 2 and more is taken for a place. `words` are the descriptors beside the name by kind (keys:
    settlement, part, admin1, admin2, surroundings, facility); `facility_end` is the offset where the words
    "military airport" end; `near` says that the place is only near it; `is_street`
    that the name is a street's, which says nothing of where it lies; `is_person` that a title or another name
    stands before it; `attributive` that it says of what country something is ("US missiles"); `label` is the
    parser's.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: Places
    score: int = 0
    label: str | None = None
    located: bool = False
    near: bool = False
    directed: bool = False
    is_medium: bool = False
    is_person: bool = False
    attributive: bool = False
    is_street: bool = False
    facility_end: int | None = None
    words: set[str] = field(default_factory=set)


class Surroundings:
    """Reads what stands around a name in one text."""

    def __init__(self, tokens: Sequence[Token], entities: Sequence[Entity], gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._entities = sorted(entities)
        self._words: PlaceWords = gazetteer.words
        self._gazetteer = gazetteer
        self._large: dict[tuple[str, int], bool] = {}

    def sighting(self, first: int, last: int, key: str, candidates: Places, end: int) -> Sighting:
        """The words as a sighting with descriptors and score; `end` is where the name itself ends."""
        seen = Sighting(first, last, self._tokens[first].start, end, key, candidates)
        seen.label = self._label(seen)
        self._read_before(seen)
        self._read_after(seen)
        seen.score += self._prior(seen) + (2 if seen.label in PLACE_LABELS else 0) + self._neighbours(seen)
        return seen

    def _token(self, index: int, sentence: int) -> Token | None:
        if 0 <= index < len(self._tokens) and self._tokens[index].sentence == sentence:
            return self._tokens[index]
        return None

    def _read_before(self, seen: Sighting) -> None:
        """Prepositions and "the village of" before the name."""
        words, sentence = self._words, self._tokens[seen.first].sentence
        index = seen.first - 1
        while (token := self._token(index, sentence)) and (
            token.lower in _BETWEEN or words.is_direction(token.lower) or self._gazetteer.demonym(token.key)
        ):
            seen.directed = seen.directed or token.lower in words.direction
            index -= 1
        token = self._token(index, sentence)
        if token is None:
            return
        if token.lower == "of":
            self._read_of(seen, index)
        elif token.lower in words.settlement or token.lower in words.admin1 or token.lower in words.part:
            # "the city Homs", "the northern province Idlib"
            before = self._token(index - 1, sentence)
            named = bool(seen.candidates) or seen.label in PLACE_LABELS
            if (
                named
                and self._adjacent(index, seen.first)
                and not (before and before.capital and token.capital)
            ):
                self._describe(seen, token.lower)
                seen.score += 2
        elif token.lower in words.media:
            seen.score -= 5
            seen.is_medium = True
        elif token.lower in words.locative:
            seen.located = True
            seen.score += 2
            seen.near = token.lower in ("near", "around", "outside", "surrounding")

    def _read_of(self, seen: Sighting, of: int) -> None:
        words, sentence = self._words, self._tokens[seen.first].sentence
        one, two = self._token(of - 1, sentence), self._token(of - 2, sentence)
        if one is None:
            return
        phrase = f"{two.lower} {one.lower}" if two else one.lower
        if one.capital and not one.first and one.lower in words.outfit_of:
            seen.score -= 8
        elif phrase in words.unnamed_part or phrase in words.settlement:
            self._describe(seen, "city")
            seen.score += 3
        elif one.lower == "suburb" and two is not None and two.capital and two.joined and self.is_known(two):
            # "the Algiers suburb of X": X is the suburb.
            self._describe(seen, "town")
            seen.located = True
            seen.score += 3
        elif one.lower in words.bearing or one.lower in (
            "outskirts",
            "vicinity",
            "suburb",
            "suburbs",
            "edge",
        ):
            seen.near = True
            seen.located = True
            seen.score += 2
        elif one.lower in self._words.descriptor:
            # "the Old Bazaar neighbourhood of X": the neighbourhood has its name before it, X is the city.
            named = two is not None and two.capital and two.joined and one.lower in words.part
            if one.lower in words.part and any(place.kind == COUNTRY for place in seen.candidates):
                pass  # "a remote area of eastern Syria" is no area called Syria
            else:
                self._describe(seen, "city" if named else one.lower)
            seen.located = True
            seen.score += 3
        elif one.lower in words.facility or one.lower in words.surroundings:
            seen.score += 2
        elif one.lower in (
            "parts",
            "out",
            "most",
            "much",
            "west",
            "people",
            "residents",
            "control",
            "centre",
            "center",
        ):
            seen.located = True
            seen.score += 2
        else:
            seen.score += 1

    def _read_after(self, seen: Sighting) -> None:
        """ "province", "'s northern countryside", "military airport" after the name."""
        words = self._words
        index, sentence = seen.last + 1, self._tokens[seen.last].sentence
        skipped = 0
        while (
            (token := self._token(index, sentence))
            and skipped < 2
            and (token.lower in words.direction or token.lower in words.before_facility)
        ):
            index, skipped = index + 1, skipped + 1
        token = self._token(index, sentence)
        if token is None or not self._adjacent(seen.last, index):
            return
        possessive = self._tokens[seen.last].possessive
        following = self._token(index + 1, sentence)
        pair = f"{token.lower} {following.lower}" if following and following.joined else ""
        if pair in words.facility and not possessive and following:
            seen.words.add("facility")
            seen.facility_end = following.end
            seen.score += 2
        elif token.lower in words.surroundings:
            seen.words.add("surroundings")
            seen.score += 3
        elif possessive:
            return
        elif token.lower in self._words.descriptor and (skipped == 0 or token.lower in words.part):
            self._describe(seen, "city" if self._is_one_of(seen, token.lower) else token.lower)
            seen.score += 3
        elif token.lower in words.street or (
            token.lower in words.street_name and token.capital and not token.headline
        ):
            seen.words.add("facility")
            seen.facility_end = token.end
            seen.score += 3
            seen.is_street, seen.candidates = True, ()
        elif token.lower in words.facility:
            seen.words.add("facility")
            seen.facility_end = token.end
            seen.score += 3

    def _is_one_of(self, seen: Sighting, word: str) -> bool:
        """ "A poor southern Bogota neighbourhood": one of the city's, and the name is the city's."""
        if word not in self._words.part or not seen.candidates:
            return False
        sentence = self._tokens[seen.first].sentence
        for index in range(seen.first - 1, max(-1, seen.first - 5), -1):
            before = self._token(index, sentence)
            if before is None or (before.capital and not before.shouted):
                return False
            if before.lower in ("a", "an"):
                return True
            if before.lower in self._words.function or before.lower == "the":
                return False
        return False

    def _adjacent(self, left: int, right: int) -> bool:
        return all(
            token.joined or self._tokens[index].possessive
            for index, token in enumerate(self._tokens[left + 1 : right + 1], left)
        )

    def may_name(self, token: Token) -> bool:
        """Whether a capitalised word can be of a place's name."""
        words = self._words
        return (
            token.capital
            and token.key not in words.never
            and token.key.removesuffix("s") not in words.never
            and token.lower not in words.outfit
            and not words.is_direction(token.lower)
            and token.lower not in words.function
            and not (token.shouted and token.lower in words.common)
            and not self._gazetteer.demonym(token.key)
        )

    def is_said_together(self, first: int, seen: Sighting) -> bool:
        """Whether the wording takes the words from `first` to the name's end for one place."""
        start = self._tokens[first].start
        return any(
            label in PLACE_LABELS and left <= start and seen.end <= right
            for left, right, label in self._entities
        )

    def is_descriptive(self, word: str) -> bool:
        """Whether a word says what a place is ("province", "airport") and so ends its name."""
        words = self._words
        return word in words.descriptor or word in words.facility or word in words.surroundings

    def _describe(self, seen: Sighting, word: str) -> None:
        words = self._words
        for kind, listed in (
            ("settlement", words.settlement),
            ("admin1", words.admin1),
            ("admin2", words.admin2),
            ("part", words.part),
        ):
            if word in listed:
                seen.words.add(kind)

    def _label(self, seen: Sighting) -> str | None:
        for start, end, label in self._entities:
            if start <= seen.start and seen.end <= end:
                return label
        return None

    def _prior(self, seen: Sighting) -> int:
        """What the name alone says: countries and big cities need no preposition."""
        words = self._words
        if seen.key in words.never or seen.key.removesuffix("s") in words.never:
            return -8
        score = -3 if seen.key in words.doubtful else 0
        kinds = {place.kind for place in seen.candidates if place.form < 3}
        if COUNTRY in kinds or REGION in kinds or SEA in kinds:
            return score + 2
        largest = max((place.population for place in seen.candidates if place.form <= 1), default=0)
        if any(place.capital and place.form == 0 for place in seen.candidates) or largest >= 500_000:
            score += 2
        elif largest >= 50_000 or ADMIN1 in kinds:
            score += 1
        return score

    def _neighbours(self, seen: Sighting) -> int:
        """Capitalised words beside the name make it a part of a longer one: a person or an outfit."""
        words, score = self._words, 0
        sentence = self._tokens[seen.first].sentence
        before, after = self._token(seen.first - 1, sentence), self._token(seen.last + 1, sentence)
        if (
            before
            and self._tokens[seen.first].joined
            and _ARTICLE.match(self._tokens[seen.first].text)
            and before.capital
            and not (before.headline or before.possessive or self.is_known(before))
        ):
            score -= 6  # "Karm al-Loz" is one name
        if before and self._tokens[seen.first].joined:
            if before.lower in words.person_title and before.capital:
                score -= 5
                seen.is_person = True
            elif (
                before.capital
                and not before.first
                and not before.headline
                and not before.possessive
                and seen.label not in PLACE_LABELS
                and not self.is_known(before)
            ):
                score -= 2
                seen.is_person = not words.is_direction(before.lower)
        if (
            after
            and after.joined
            and after.capital
            and _ARTICLE.match(after.text)
            and not self.is_known(after)
        ):
            score -= 6
        if after and after.joined:
            following = [after]
            while (
                len(following) < 3
                and after.lower != "the"
                and (token := self._token(seen.last + 1 + len(following), sentence))
                and token.joined
                and token.capital
                and not after.headline
            ):
                following.append(token)
            if any(token.capital and token.lower in words.outfit for token in following):
                score -= 8
            elif seen.key in words.capitals_only and (after.capital or after.lower not in words.function):
                # "US missiles", "UK Prime Minister": the letters stand for an adjective.
                seen.attributive = True
            elif after.lower in words.speech:
                score -= 1
            elif after.capital and not after.headline and not self.is_known(after):
                # "Tall Tawil": a label that reaches further says that the name does.
                reaches = self._reaches(seen) and self._prior(seen) < 2
                score -= 4 if reaches else 0 if seen.label in PLACE_LABELS else 2
        return score

    def _reaches(self, seen: Sighting) -> bool:
        """Whether the name is only the head of what is said, or labelled, to be a place."""
        if seen.words and not self._tokens[seen.last].possessive:
            return True
        return any(
            label in PLACE_LABELS and start <= seen.start and seen.end + 1 < end
            for start, end, label in self._entities
        )

    def is_known(self, token: Token, population: int = _TOWN) -> bool:
        """Whether a capitalised neighbour is itself no part of the name: a place, a demonym, a descriptor."""
        words = self._words
        lower = token.lower
        if lower in words.direction or lower in self._words.descriptor or lower in words.facility:
            return True
        if self._gazetteer.demonym(token.key):
            return True
        asked = (token.key, population)
        if asked not in self._large:
            keys = {token.key, token.key.removesuffix("s")}  # "Aleppos" has lost its apostrophe
            self._large[asked] = any(
                place.kind in (COUNTRY, ADMIN1) or place.population >= population
                for places in self._gazetteer.named(sorted(keys)).values()
                for place in places
                if place.form <= 1
            )
        return self._large[asked]
