"""From a story to the places that it names, each with coordinates only where they are known.

Precision is where_prec of the UCDP GED codebook: 1 the exact place, 2 near it or in a part of it, 3 a
second-level division, 4 a first-level division, 5 a region or a linear feature, 6 a country, 7 sea or air.
A village that the gazetteer lacks gets its province's point and 4, a quarter its city's point and 2; where
the story ties a name to nothing, there are no coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.model import Place, Span
from dateline.reading.dateline import read_dateline
from dateline.resolving.places.descriptions import capital_phrases, towns_here, unnamed_parts
from dateline.resolving.places.disputed import written_for
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.names import name_key
from dateline.resolving.places.ranking import Tie, apart_km
from dateline.resolving.places.settling import SettledStory
from dateline.resolving.places.sightings import PLACE_LABELS, Entity, Sighting
from dateline.resolving.places.sources import (
    ADMIN1,
    ADMIN2,
    COUNTRY,
    FACILITY,
    PART,
    REGION,
    SEA,
    SETTLEMENT,
    SPOT,
    TRACT,
)

UNLOCATED = "unlocated"
PRECISION_OF_KIND = {
    **{SETTLEMENT: 1, FACILITY: 1, SPOT: 1, PART: 2, ADMIN2: 3, ADMIN1: 4, REGION: 5, TRACT: 5, COUNTRY: 6},
    SEA: 7,
}
_TOLD_AS = {SEA: REGION, TRACT: REGION, SPOT: FACILITY}
_AT_KM = 40.0
_PARTS_APART = 2
"""Sentences over which quarters without a city of their own are of the city of the last one."""


class LocatedMention(NamedTuple):
    """A place that a story names.

    `mention` is the name as printed. `kind`: settlement, part (a quarter of a settlement), admin1, admin2,
    country, region (waters too), facility, or unlocated (said to be a place but in no gazetteer). `within`
    names the settlement that a part or facility belongs to. `attributive` where a country's letters say whose
    something is ("US missiles"): nothing took place there.
    """

    mention: Span
    place: Place
    kind: str
    within: str | None
    attributive: bool = False


def locate_story(
    text: str, entities: Sequence[Entity], gazetteer: Gazetteer, *, outlet: str | None = None
) -> tuple[LocatedMention, ...]:
    """The places that `text` names, in order and without overlap.

    `entities` are names that the wording says to be places, as (start, end, "GPE") (`named_places`); there
    may be none. `outlet` is the paper, whose country (by its domain) breaks ties. Pure: the same
    arguments give the same result.
    """
    return _Placing(text, SettledStory(text, entities, gazetteer, outlet)).located()


class _Placing:
    """Turns the settled names of one story into places with coordinates and precision."""

    def __init__(self, text: str, story: SettledStory) -> None:
        self._text = text
        self._story = story
        self._city_last: tuple[GazetteerPlace | None, int] = None, 0

    def located(self) -> tuple[LocatedMention, ...]:
        """Every name and description that can be called a place, in order."""
        found = [
            located
            for number, seen in enumerate(self._story.seen)
            if (located := self._place(number, seen)) is not None
        ]
        described = list(self._descriptions(found))
        covered = [item.mention for item in described]
        found = [item for item in found if not any(span.overlaps(item.mention) for span in covered)]
        found += described
        return tuple(sorted(found, key=lambda item: (item.mention.start, item.mention.end)))

    def _place(self, number: int, seen: Sighting) -> LocatedMention | None:
        best = self._story.best[number]
        if best is None:
            return self._unlocated(number, seen)
        place = best.place
        end = self._whole_end(seen)
        kind, name, within = place.kind, place.name, place.within
        precision = PRECISION_OF_KIND[kind]
        geonameid = place.geonameid
        point = (place.latitude, place.longitude)
        if kind == PART and geonameid is not None:
            precision = 1  # a quarter with a point of its own, from a country dump
        if geonameid is None and precision == 1:
            # A point of the package's own list is written by hand: near the place, not exactly there.
            precision = 2
        if kind == ADMIN2 and place.latitude is None:
            # A district whose point nobody gives is known to lie in its province.
            division = self._story.gazetteer.division(place.country, place.admin1)
            point, precision = (division.latitude, division.longitude) if division else point, 4
        if kind == SETTLEMENT:
            if seen.facility_end is not None:
                kind, end, within = FACILITY, seen.facility_end, place.name
                name = f"{place.name} {self._text[seen.end : end].strip()}"
                precision, geonameid = 2, None
                if (spot := self._spot(seen, place)) is not None:
                    name, precision, geonameid = spot.name, 1, spot.geonameid
                    point = (spot.latitude, spot.longitude)
            elif seen.near or "surroundings" in seen.words:
                precision = 2
        country, admin1 = written_for(place, self._story.gazetteer.territories)
        mention = Span.of(self._text, seen.start, end)
        return LocatedMention(
            mention,
            Place(
                mention=mention,
                name=name,
                geonameid=geonameid,
                latitude=point[0],
                longitude=point[1],
                admin1=admin1,
                country=country,
                precision=precision,
            ),
            _TOLD_AS.get(kind, kind),
            within,
            attributive=seen.attributive,
        )

    def _whole_end(self, seen: Sighting) -> int:
        """Where the name ends with the word that says what it is, if that is written as part of it: "Aleppo
        City", "Daraa Governorate"."""
        after = self._story.tokens[seen.last + 1 : seen.last + 2]
        plain = self._story.tokens[seen.last]
        if not after or plain.possessive or plain.headline or seen.end != plain.end:
            return seen.end
        named = after[0].joined and after[0].capital and after[0].sentence == plain.sentence
        descriptive = after[0].lower in self._story.gazetteer.words.descriptor
        return after[0].end if named and descriptive else seen.end

    def _spot(self, seen: Sighting, town: GazetteerPlace) -> GazetteerPlace | None:
        """ "Hama airport": the airport of that name at the town, when a country dump holds it."""
        key = name_key(self._text[seen.start : seen.facility_end])
        found = self._story.gazetteer.named([key])[key]
        return next((p for p in found if p.kind == SPOT and apart_km(p, town) <= _AT_KM), None)

    def _unlocated(self, number: int, seen: Sighting) -> LocatedMention | None:
        said = bool(seen.words) or not seen.candidates or (seen.located and seen.label in PLACE_LABELS)
        if not said:
            return None
        ties = self._story.ties(number)
        end = seen.facility_end or self._whole_end(seen)
        mention = Span.of(self._text, seen.start, end)
        city = self._city_of(seen, ties)
        if city is not None:
            kind = FACILITY if seen.facility_end else PART if "part" in seen.words else UNLOCATED
            near = any(tie.near for tie in ties)
            within = None if kind == UNLOCATED and near else city.name
            kind = PART if kind == UNLOCATED and not near else kind
            self._city_last = city, self._story.tokens[seen.first].sentence
            return LocatedMention(mention, _borrowed(mention, mention.text, city, 2), kind, within)
        for whole in (place for tie in ties for place in tie.places):
            if whole.kind in (ADMIN1, ADMIN2):
                precision = PRECISION_OF_KIND[whole.kind]
                return LocatedMention(
                    mention, _borrowed(mention, mention.text, whole, max(precision, 4)), UNLOCATED, None
                )
        country = next((place.country for tie in ties for place in tie.places if place.country), None)
        country = country or self._story.evidence.main_country
        kind = FACILITY if seen.facility_end else UNLOCATED
        division = self._division_beside(seen) or self._only_division(country)
        if division is not None and kind == UNLOCATED:
            return LocatedMention(mention, _borrowed(mention, mention.text, division, 4), UNLOCATED, None)
        place = Place(mention, mention.text, None, None, None, None, country, 6)
        return LocatedMention(mention, place, kind, None)

    def _city_of(self, seen: Sighting, ties: Sequence[Tie]) -> GazetteerPlace | None:
        """The settlement that an unknown quarter or facility belongs to, or an unknown village is near."""
        for tie in ties:
            for place in tie.places:
                if place.kind == SETTLEMENT:
                    return place
        if any(place.kind == ADMIN1 for tie in ties for place in tie.places):
            return None
        if "part" not in seen.words or "settlement" in seen.words:
            return None
        sentence = self._story.tokens[seen.first].sentence
        near = [
            (abs(other.first - seen.first), best.place)
            for other, best in zip(self._story.seen, self._story.best, strict=True)
            if best is not None
            and best.place.kind == SETTLEMENT
            and self._story.tokens[other.first].sentence == sentence
            and other.first != seen.first
        ]
        if near:
            return min(near, key=lambda item: (item[0], item[1].number))[1]
        if self._division_beside(seen) is not None:
            return None
        before = [
            best.place
            for other, best in zip(self._story.seen, self._story.best, strict=True)
            if best is not None
            and best.place.kind == SETTLEMENT
            and self._story.tokens[other.first].sentence == sentence - 1
        ]
        city, told = self._city_last
        lately = city if city is not None and 0 <= sentence - told <= _PARTS_APART else None
        return before[-1] if before else lately or self._main_city()

    def _division_beside(self, seen: Sighting) -> GazetteerPlace | None:
        """The first-level division that the same sentence names as one, if it is the only one: "in Daraa
        province troops searched X district"."""
        sentence = self._story.tokens[seen.first].sentence
        named = {
            best.place.number: best.place
            for other, best in zip(self._story.seen, self._story.best, strict=True)
            if best is not None
            and best.place.kind == ADMIN1
            and other.words & {"admin1"}
            and self._story.tokens[other.first].sentence == sentence
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def _only_division(self, country: str | None) -> GazetteerPlace | None:
        """The first-level division that all places of the story in `country` lie in, its capital aside;
        None where they lie in several."""
        names = {
            best.place.admin1
            for best in self._story.best
            if best is not None
            and best.place.country == country
            and best.place.kind in (SETTLEMENT, PART, ADMIN1, ADMIN2)
            and not best.place.capital
        }
        return self._story.gazetteer.division(country, names.pop()) if len(names) == 1 else None

    def _main_city(self) -> GazetteerPlace | None:
        """The settlement that the story names most, if it names it more than once."""
        counts: Counter[int] = Counter()
        places: dict[int, GazetteerPlace] = {}
        for best in self._story.best:
            if best is not None and best.place.kind == SETTLEMENT:
                counts[best.place.number] += 1
                places[best.place.number] = best.place
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return places[ranked[0][0]] if ranked and ranked[0][1] > 1 else None

    def _descriptions(self, found: Sequence[LocatedMention]) -> Iterable[LocatedMention]:
        """ "The Syrian capital", "the Old City": places named by a description."""
        settled = [
            (self._story.seen[number], best.place)
            for number, best in enumerate(self._story.best)
            if best is not None and best.place.kind == SETTLEMENT
        ]
        for start, end, capital in capital_phrases(
            self._text,
            self._story.tokens,
            self._story.seen,
            self._story.gazetteer,
            self._story.evidence.main_country,
        ):
            mention = Span.of(self._text, start, end)
            yield LocatedMention(
                mention, replace(_borrowed(mention, capital.name, capital, 1), geonameid=capital.geonameid),
                SETTLEMENT, None,
            )  # fmt: skip
        if (here := self._dateline(found)) is not None:
            for start, end in towns_here(self._text, self._story.tokens, self._story.gazetteer):
                mention = Span.of(self._text, start, end)
                yield here._replace(mention=mention, place=replace(here.place, mention=mention))
        for start, end, city in unnamed_parts(self._story.tokens, settled, self._story.gazetteer):
            mention = Span.of(self._text, start, end)
            if any(item.mention.overlaps(mention) for item in found):
                continue
            name = mention.text if city is None else f"{mention.text} of {city.name}"
            if city is not None:
                yield LocatedMention(mention, _borrowed(mention, name, city, 2), PART, city.name)

    def _dateline(self, found: Sequence[LocatedMention]) -> LocatedMention | None:
        """The town that the dateline names."""
        line = read_dateline(self._text)
        if line is None or line.place is None:
            return None
        return next((m for m in found if m.mention.overlaps(line.place) and m.kind == SETTLEMENT), None)


def _borrowed(mention: Span, name: str, whole: GazetteerPlace, precision: int) -> Place:
    """A place without a point of its own at the point of the place that it belongs to."""
    return Place(mention, name, None, whole.latitude, whole.longitude, whole.admin1, whole.country, precision)
