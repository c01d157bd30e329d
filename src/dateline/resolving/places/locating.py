"""From a story to the places that it names, each with coordinates only where they are known.

Precision is where_prec of the UCDP GED codebook: 1 the exact place, 2 near it or in a part of it, 3 a
second-level division, 4 a first-level division, 5 a region or a linear feature, 6 a country, 7 sea or air.
A village that the gazetteer lacks gets its province's point and 4, a quarter its city's point and 2; where
the story ties a name to nothing, there are no coordinates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.model import Place, Span
from dateline.reading.dateline import read_dateline
from dateline.resolving.places.descriptions import capital_phrases, towns_here, unnamed_parts
from dateline.resolving.places.disputed import written_for
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.names import name_key
from dateline.resolving.places.ranking import apart_km
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
from dateline.resolving.places.wholes import Wholes

UNLOCATED = "unlocated"
PRECISION_OF_KIND = {
    **{SETTLEMENT: 1, FACILITY: 1, SPOT: 1, PART: 2, ADMIN2: 3, ADMIN1: 4, REGION: 5, TRACT: 5, COUNTRY: 6},
    SEA: 7,
}
_TOLD_AS = {SEA: REGION, TRACT: REGION, SPOT: FACILITY}
_AT_KM = 40.0


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
        self._wholes = Wholes(text, story, read_dateline(text))

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
        city = self._wholes.city_of(seen, ties)
        if city is not None:
            kind = FACILITY if seen.facility_end else PART if "part" in seen.words else UNLOCATED
            near = any(tie.near for tie in ties)
            within = None if kind == UNLOCATED and near else city.name
            kind = PART if kind == UNLOCATED and not near else kind
            return LocatedMention(mention, _borrowed(mention, mention.text, city, 2), kind, within)
        for whole in (place for tie in ties for place in tie.places):
            if whole.kind in (ADMIN1, ADMIN2):
                precision = PRECISION_OF_KIND[whole.kind]
                return LocatedMention(
                    mention, _borrowed(mention, mention.text, whole, max(precision, 4)), UNLOCATED, None
                )
        country = next((place.country for tie in ties for place in tie.places if place.country), None)
        country = country or self._story.evidence.main_country or self._wholes.only_country()
        kind = FACILITY if seen.facility_end else UNLOCATED
        division = (
            self._wholes.division_beside(seen)
            or self._wholes.only_division(country)
            or self._wholes.division_before(seen)
        )
        if division is not None and kind == UNLOCATED:
            return LocatedMention(mention, _borrowed(mention, mention.text, division, 4), UNLOCATED, None)
        place = Place(mention, mention.text, None, None, None, None, country, 6)
        return LocatedMention(mention, place, kind, None)

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
