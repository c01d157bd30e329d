"""The city, division or country that a name of no gazetteer belongs to, by what stands around it.

A quarter is its city's, a mosque or crossing the town's in which the story plays. What may as well be a
village of its own belongs to no city, unless the story tells of nothing but one city and its quarters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.reading.dateline import DatelineLine
from dateline.resolving.places.descriptions import unnamed_parts
from dateline.resolving.places.gazetteer import GazetteerPlace
from dateline.resolving.places.ranking import Tie
from dateline.resolving.places.settling import SettledStory
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.sources import ADMIN1, ADMIN2, PART, SETTLEMENT

_PARTS_APART = 2
"""Sentences over which quarters without a city of their own are of the city of the last one."""


class Wholes:
    """Asks a settled story what its unknown names belong to, in its order: a quarter may be of the city
    of the one before."""

    def __init__(self, text: str, story: SettledStory, line: DatelineLine | None) -> None:
        self._text = text
        self._story = story
        self._tokens = story.tokens
        self._line = line.place if line is not None else None
        self._city_last: tuple[GazetteerPlace | None, int] = None, 0

    def city_of(self, seen: Sighting, ties: Sequence[Tie]) -> GazetteerPlace | None:
        """The settlement that an unknown quarter or facility belongs to, or an unknown village is near."""
        city = self._find_city(seen, ties)
        if city is not None:
            self._city_last = city, self._tokens[seen.first].sentence
        return city

    def _find_city(self, seen: Sighting, ties: Sequence[Tie]) -> GazetteerPlace | None:
        for tie in ties:
            for place in tie.places:
                if place.kind == SETTLEMENT:
                    return place
        if any(place.kind == ADMIN1 for tie in ties for place in tie.places) or "settlement" in seen.words:
            return None
        if "part" in seen.words:
            return self._city_of_part(seen)
        if self.division_beside(seen) is not None:
            return None
        if self._stands_in_town(seen):
            return self._main_city_lately(seen) or self._told_alone()
        return self._told_alone() if seen.facility_end is None and not seen.near else None

    def division_beside(self, seen: Sighting) -> GazetteerPlace | None:
        """The first-level division that the same sentence names as one, if it is the only one: "in Daraa
        province troops searched X district"."""
        sentence = self._tokens[seen.first].sentence
        named = {
            place.number: place
            for other, place in self._settled()
            if place.kind == ADMIN1
            and other.words & {"admin1"}
            and self._tokens[other.first].sentence == sentence
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def division_before(self, seen: Sighting) -> GazetteerPlace | None:
        """The division that the sentence before names as one, in the same paragraph and with no town named
        since: "15 were freed in Aleppo province. Lorries reached the town of X"."""
        if "settlement" not in seen.words:
            return None
        sentence = self._tokens[seen.first].sentence
        named = [
            (other, place)
            for other, place in self._settled()
            if other.last < seen.first and self._tokens[other.first].sentence >= sentence - 1
        ]
        if not named:
            return None
        last, place = named[-1]
        told = place.kind == ADMIN1 and "admin1" in last.words
        return place if told and "\n" not in self._text[last.end : seen.start] else None

    def only_division(self, country: str | None) -> GazetteerPlace | None:
        """The first-level division that all places of the story in `country` lie in, its capital aside;
        None where they lie in several."""
        names = {
            place.admin1
            for _, place in self._settled()
            if place.country == country
            and place.kind in (SETTLEMENT, PART, ADMIN1, ADMIN2)
            and not place.capital
        }
        return self._story.gazetteer.division(country, names.pop()) if len(names) == 1 else None

    def only_country(self) -> str | None:
        """The country of all places that the story names, where it names none but in one."""
        countries = {place.country for _, place in self._settled() if place.country is not None}
        return countries.pop() if len(countries) == 1 else None

    def _settled(self) -> Iterator[tuple[Sighting, GazetteerPlace]]:
        for seen, best in zip(self._story.seen, self._story.best, strict=True):
            if best is not None:
                yield seen, best.place

    def _settlements(self) -> list[tuple[Sighting, GazetteerPlace]]:
        return [(seen, place) for seen, place in self._settled() if place.kind == SETTLEMENT]

    def _city_of_part(self, seen: Sighting) -> GazetteerPlace | None:
        sentence = self._tokens[seen.first].sentence
        near = [
            (abs(other.first - seen.first), place)
            for other, place in self._settlements()
            if self._tokens[other.first].sentence == sentence and other.first != seen.first
        ]
        if near:
            return min(near, key=lambda item: (item[0], item[1].number))[1]
        if self.division_beside(seen) is not None:
            return None
        before = [
            place
            for other, place in self._settlements()
            if self._tokens[other.first].sentence == sentence - 1
        ]
        city, told = self._city_last
        lately = city if city is not None and 0 <= sentence - told <= _PARTS_APART else None
        return before[-1] if before else lately or self._main_city() or self._told_alone()

    def _main_city(self) -> GazetteerPlace | None:
        """The settlement that the story names most, if it names it more than once."""
        places = {place.number: place for _, place in self._settlements()}
        counts = Counter(place.number for _, place in self._settlements())
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return places[ranked[0][0]] if ranked and ranked[0][1] > 1 else None

    def _main_city_lately(self, seen: Sighting) -> GazetteerPlace | None:
        """The story's main city, where no other town was named since."""
        city = self._main_city()
        before = [place for other, place in self._settlements() if other.last < seen.first]
        return city if city is not None and before and before[-1].number == city.number else None

    def _told_alone(self) -> GazetteerPlace | None:
        """The city that the story tells of, quarters and all, if it names no other outside its dateline."""
        settled = self._settlements()
        told = {place.number: place for seen, place in settled if not self._is_of_dateline(seen)}
        if len(told) != 1:
            return None
        city = next(iter(told.values()))
        parts = {
            place.name for _, place in self._settled() if place.kind == PART and place.within == city.name
        }
        unnamed = unnamed_parts(self._tokens, settled, self._story.gazetteer)
        return city if parts or any(whole is not None for _, _, whole in unnamed) else None

    def _is_of_dateline(self, seen: Sighting) -> bool:
        return self._line is not None and self._line.start <= seen.start < self._line.end

    def _stands_in_town(self, seen: Sighting) -> bool:
        """ "The X mosque", "several buildings in X": in a town, or a quarter of one."""
        words = self._story.gazetteer.words
        if seen.facility_end is not None:
            at = [token.lower for token in self._tokens if seen.end < token.end <= seen.facility_end]
            crossing = at[-1:] == ["crossing"] and not any(t.lower in words.border for t in self._tokens)
            return at[-1:] != [] and (at[-1] in words.in_town or crossing)
        first = seen.first
        behind = first > 1 and self._tokens[first - 1].lower in words.into
        return behind and self._tokens[first - 2].lower in words.houses
