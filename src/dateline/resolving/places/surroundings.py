"""What the words around a name say of it: descriptors, prepositions, outfits and persons."""

from __future__ import annotations

from dateline.resolving.places.neighbours import neighbours, prior
from dateline.resolving.places.sightings import PLACE_LABELS, Places, Sighting, may_be_known
from dateline.resolving.places.sources import ADMIN1, COUNTRY, SETTLEMENT
from dateline.resolving.places.tokens import Token
from dateline.resolving.places.wording import Wording

_TOWN = 20_000
_BETWEEN = frozenset({"the", "a", "an", "its", "their"})


class Surroundings(Wording):
    """Reads what stands around a name in one text."""

    def sighting(self, first: int, last: int, key: str, candidates: Places, end: int) -> Sighting:
        """The words as a sighting with descriptors and score; `end` is where the name itself ends."""
        seen = self.described(first, last, key, candidates, end)
        self.weigh(seen)
        return seen

    def described(self, first: int, last: int, key: str, candidates: Places, end: int) -> Sighting:
        """The words as a sighting with its descriptors, and only what they score."""
        seen = Sighting(first, last, self.tokens[first].start, end, key, candidates)
        seen.label = self.label(seen)
        self._read_before(seen)
        self._read_after(seen)
        return seen

    def weigh(self, seen: Sighting) -> None:
        """Add to a sighting's score what the name, its label and the capitalised words beside it say."""
        seen.score += (
            prior(seen, self.words) + (2 if seen.label in PLACE_LABELS else 0) + neighbours(seen, self)
        )

    def _read_before(self, seen: Sighting) -> None:
        """Prepositions and "the village of" before the name."""
        words, sentence = self.words, self.tokens[seen.first].sentence
        index = seen.first - 1
        while (token := self.token(index, sentence)) and (
            token.lower in _BETWEEN or words.is_direction(token.lower) or self.gazetteer.demonym(token.key)
        ):
            seen.directed = seen.directed or token.lower in words.direction
            index -= 1
        token = self.token(index, sentence)
        if token is None:
            return
        if token.lower == "of":
            self._read_of(seen, index)
        elif token.lower in words.settlement or token.lower in words.admin1 or token.lower in words.part:
            # "the city Homs", "the northern province Idlib"
            before = self.token(index - 1, sentence)
            named = bool(seen.candidates) or seen.label in PLACE_LABELS
            if (
                named
                and self.adjacent(index, seen.first)
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
        words, sentence = self.words, self.tokens[seen.first].sentence
        one, two = self.token(of - 1, sentence), self.token(of - 2, sentence)
        if one is None:
            return
        phrase = f"{two.lower} {one.lower}" if two else one.lower
        if one.capital and not one.first and one.lower in words.outfit_of:
            seen.score -= 8
        elif one.lower in words.on_street and not (one.capital or (one.joined and one.lower == "block")):
            self._call_street(seen)
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
        elif one.lower in self.words.descriptor:
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
        words = self.words
        index, sentence = seen.last + 1, self.tokens[seen.last].sentence
        skipped = 0
        while (
            (token := self.token(index, sentence))
            and skipped < 2
            and (token.lower in words.direction or token.lower in words.before_facility)
        ):
            index, skipped = index + 1, skipped + 1
        token = self.token(index, sentence)
        if token is None or not self.adjacent(seen.last, index):
            return
        possessive = self.tokens[seen.last].possessive
        following = self.token(index + 1, sentence)
        pair = f"{token.lower} {following.lower}" if following and following.joined else ""
        treated = token.capital and bool({pair, token.lower} & words.hospital)  # "St. Mary's Hospital"
        if following and (pair in words.facility or pair in words.hospital) and (treated or not possessive):
            seen.words.add("facility")
            seen.facility_end = following.end
            seen.score += 2
        elif token.lower in words.surroundings:
            seen.words.add("surroundings")
            seen.score += 3
        elif possessive and not treated:
            if skipped == 0 and token.lower in words.belonging and not may_be_known(seen):
                seen.score -= 5
                seen.is_person = True
            return
        elif token.lower in self.words.descriptor and (skipped == 0 or token.lower in words.part):
            if not (token.lower in words.settlement and _is_only_wide(seen)):
                self._describe(seen, "city" if self._is_one_of(seen, token.lower) else token.lower)
            seen.score += 3
        elif (road := self._road(index, sentence)) is not None:
            self._call_street(seen)
            seen.facility_end = road.end
        elif token.lower in words.facility:
            seen.words.add("facility")
            seen.facility_end = token.end
            seen.score += 3

    def _road(self, index: int, sentence: int) -> Token | None:
        """The word that makes a street of a name: "Lee Highway", "Fulton Mill Road"."""
        words = self.words
        for token in (self.token(index, sentence), self.token(index + 1, sentence)):
            if token is None or not token.joined:
                return None
            if token.lower in words.street:
                return token
            if not token.capital or token.headline:
                return None
            if token.lower in words.street_name:
                return token
        return None

    def _call_street(self, seen: Sighting) -> None:
        seen.words.add("facility")
        seen.score += 3
        seen.is_street, seen.candidates = True, ()

    def _is_one_of(self, seen: Sighting, word: str) -> bool:
        """ "A poor southern Bogota neighbourhood": one of the city's, and the name is the city's."""
        if word not in self.words.part or not seen.candidates:
            return False
        sentence = self.tokens[seen.first].sentence
        for index in range(seen.first - 1, max(-1, seen.first - 5), -1):
            before = self.token(index, sentence)
            if before is None or (before.capital and not before.shouted):
                return False
            if before.lower in ("a", "an"):
                return True
            if before.lower in self.words.function or before.lower == "the":
                return False
        return False

    def _describe(self, seen: Sighting, word: str) -> None:
        words = self.words
        for kind, listed in (
            ("settlement", words.settlement),
            ("admin1", words.admin1),
            ("admin2", words.admin2),
            ("part", words.part),
        ):
            if word in listed:
                seen.words.add(kind)
        countries = self.gazetteer.called.get(word)
        if countries and any(place.country in countries for place in seen.candidates):
            # "Pasco County" is not in Peru, which has provinces.
            seen.candidates = tuple([place for place in seen.candidates if place.country in countries])


def _is_only_wide(seen: Sighting) -> bool:
    """ "A small Oklahoma town": one in the division; no larger town has that for its own name."""
    own = {p.kind for p in seen.candidates if p.form == 0 and (p.kind != SETTLEMENT or p.population >= _TOWN)}
    return bool(own & {COUNTRY, ADMIN1}) and SETTLEMENT not in own
