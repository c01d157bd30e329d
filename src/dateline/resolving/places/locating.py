"""From a story to the places that it names, each with coordinates only where they are known.

Precision is where_prec of the UCDP GED codebook: 1 the exact place, 2 near it or in a part of it, 3 a
second-level division, 4 a first-level division, 5 a region or a linear feature, 6 a country, 7 sea or air.
A village that the gazetteer lacks gets its province's point and 4, a quarter its city's point and 2; where
the story ties a name to nothing, there are no coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pycountry

from dateline.model import Place, Span
from dateline.resolving.places.descriptions import capital_phrases, unnamed_parts
from dateline.resolving.places.finding import find_sightings
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.ranking import Evidence, Ranked, Tie, apart_km, fits, lies_in, plausible, rank
from dateline.resolving.places.sightings import PLACE_LABELS, Entity, Sighting
from dateline.resolving.places.sources import ADMIN1, ADMIN2, COUNTRY, PART, REGION, SEA, SETTLEMENT
from dateline.resolving.places.ties import Link, demonym_before, find_links
from dateline.resolving.places.tokens import Token, tokenise

FACILITY, UNLOCATED = "facility", "unlocated"
_PRECISION = {SETTLEMENT: 1, PART: 2, ADMIN2: 3, ADMIN1: 4, REGION: 5, COUNTRY: 6, SEA: 7}
_QUARTER_KM = 40.0


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """A place that a story names.

    `mention` is the name as printed. `kind`: settlement, part (a quarter of a settlement), admin1, admin2,
    country, region (waters too), facility, or unlocated (said to be a place but in no gazetteer). `within`
    names the settlement that a part or facility belongs to.
    """

    mention: Span
    place: Place
    kind: str
    within: str | None


def locate_story(
    text: str, entities: Sequence[Entity], gazetteer: Gazetteer, *, outlet: str | None = None
) -> tuple[LocatedMention, ...]:
    """The places that `text` names, in order and without overlap.

    `entities` are a parser's named entities over the same text as (start, end, label) with spaCy's labels; they
    may be empty. `outlet` is the paper, whose country (by its domain) breaks ties. Pure: the same arguments
    give the same result.
    """
    return _Story(text, entities, gazetteer, outlet).located()


class _Story:
    """One story on its way from sightings to places."""

    def __init__(
        self, text: str, entities: Sequence[Entity], gazetteer: Gazetteer, outlet: str | None
    ) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._tokens: list[Token] = tokenise(text)
        self._seen = find_sightings(self._tokens, entities, gazetteer)
        self._links = find_links(self._tokens, self._seen, gazetteer)
        self._evidence = self._first_evidence(outlet)
        self._best: list[Ranked | None] = [None] * len(self._seen)

    def located(self) -> tuple[LocatedMention, ...]:
        """Settle the names in two rounds, the second with the places of the first as neighbours."""
        self._settle()
        self._evidence = self._second_evidence()
        self._settle()
        found = [
            located
            for number, seen in enumerate(self._seen)
            if (located := self._place(number, seen)) is not None
        ]
        found += self._descriptions(found)
        return tuple(sorted(found, key=lambda item: (item.mention.start, item.mention.end)))

    # --- evidence

    def _first_evidence(self, outlet: str | None) -> Evidence:
        countries: Counter[str] = Counter()
        divisions: set[tuple[str, str]] = set()
        mentions: Counter[str] = Counter()
        for seen in self._seen:
            kinds = {place.kind for place in seen.candidates}
            for place in seen.candidates:
                if place.kind == COUNTRY and place.country:
                    mentions[place.country] += 1
                elif place.kind == ADMIN1 and place.country and place.admin1:
                    alone = (
                        COUNTRY not in kinds and sum(other.kind == ADMIN1 for other in seen.candidates) == 1
                    )
                    if alone and place.form <= 1 and (SETTLEMENT not in kinds or "admin1" in seen.words):
                        divisions.add((place.country, place.admin1))
                        countries[place.country] += 1
        for country, count in mentions.items():
            countries[country] += 2 + min(count, 6)
        demonyms: Counter[str] = Counter()
        for token in self._tokens:
            if token.capital:
                head = token.key.partition(" ")[0]
                demonyms.update(self._gazetteer.demonym(token.key) or self._gazetteer.demonym(head))
        weights = {country: float(count) for country, count in countries.items()}
        for country, count in demonyms.items():
            weights[country] = weights.get(country, 0.0) + 0.5 + 0.5 * min(count, 6)
        if home := _home(outlet):
            weights[home] = weights.get(home, 0.0) + 1.5
        return Evidence(weights, frozenset(divisions))

    def _second_evidence(self) -> Evidence:
        weights = dict(self._evidence.countries)
        divisions = set(self._evidence.divisions)
        anchors: dict[tuple[str, float, float], None] = {}
        for seen, best in zip(self._seen, self._best, strict=True):
            if best is None or best.place.kind in (COUNTRY, REGION, SEA):
                continue
            place = best.place
            if best.backed or place.population >= 1_000_000 or len(seen.candidates) == 1:
                if place.latitude is not None and place.longitude is not None:
                    anchors[seen.key, place.latitude, place.longitude] = None
                if place.country:
                    weights[place.country] = weights.get(place.country, 0.0) + 0.5
                if place.kind == ADMIN1 and place.country and place.admin1:
                    divisions.add((place.country, place.admin1))
        return Evidence(weights, frozenset(divisions), tuple(anchors))

    def _ties(self, number: int) -> list[Tie]:
        own = self._own_ties(number)
        key = self._seen[number].key
        other = [
            replace(tie, own=False)
            for twin, seen in enumerate(self._seen)
            if twin != number and seen.key == key
            for tie in self._own_ties(twin)
        ]
        # What stands at this mention wins over what stands at the others.
        return own + ([] if own else list(dict.fromkeys(other)))

    def _own_ties(self, number: int) -> list[Tie]:
        ties = [
            Tie(self._settled(link.outer), link.near)
            for link in self._links
            if link.inner == number and self._settled(link.outer)
        ]
        if countries := demonym_before(self._tokens, self._seen[number], self._gazetteer):
            whole = tuple(
                place for country in countries if (place := self._gazetteer.country(country)) is not None
            )
            ties.append(Tie(whole))
        return ties

    def _settled(self, number: int) -> tuple[GazetteerPlace, ...]:
        best = self._best[number]
        if best is not None:
            return (best.place,)
        wide = tuple(
            place
            for place in self._seen[number].candidates
            if place.kind in (COUNTRY, ADMIN1, ADMIN2, REGION)
        )
        return wide or self._seen[number].candidates[:3]

    # --- settling

    def _settle(self) -> None:
        settled = []
        for number, seen in enumerate(self._seen):
            ties = self._ties(number)
            said = bool(seen.words) or (seen.located and seen.label in PLACE_LABELS)
            settled.append(self._choose(seen, ties, said=said))
        self._best = settled

    def _choose(self, seen: Sighting, ties: Sequence[Tie], *, said: bool) -> Ranked | None:
        if (best := self._plausible(seen, seen.candidates, ties, said=said)) is not None:
            return best
        if not said and not seen.candidates and not seen.located:
            said = True
        sounding = tuple(place for place in self._gazetteer.sounding(seen.key) if len(seen.key) > 3)
        known = {place.number for place in seen.candidates}
        return self._plausible(
            seen, tuple(place for place in sounding if place.number not in known), ties, said=said
        )

    def _plausible(
        self, seen: Sighting, candidates: tuple[GazetteerPlace, ...], ties: Sequence[Tie], *, said: bool
    ) -> Ranked | None:
        if not candidates:
            return None
        within = [tie for tie in ties if tie.own and not tie.near]
        if "part" in seen.words or (within and not seen.words):
            city = [place for tie in within for place in tie.places if place.kind == SETTLEMENT]
            if city:
                # A quarter of Aleppo is no province of Iraq that bears its name.
                candidates = tuple(
                    place
                    for place in candidates
                    if any(apart_km(place, whole) <= _QUARTER_KM for whole in city)
                    and place.number not in {whole.number for whole in city}
                )
        ranked = rank(seen.key, candidates, seen.words, ties, self._evidence)
        if not ranked or not plausible(ranked[0], seen.key, self._evidence, said=said):
            return None
        wide = [tie for tie in within if any(place.kind in (COUNTRY, ADMIN1) for place in tie.places)]
        best = ranked[0]
        if wide and best.place.kind == SETTLEMENT and not any(fits(best.place, tie) for tie in wide):
            # "the village of X in Y province" is not the X of another province.
            if best.place.population < 500_000:
                return None
        return best

    # --- placing

    def _place(self, number: int, seen: Sighting) -> LocatedMention | None:
        best = self._best[number]
        if best is None:
            return self._unlocated(number, seen)
        place = best.place
        end = seen.end
        kind, name, within = place.kind, place.name, place.within
        precision = _PRECISION[kind]
        geonameid = place.geonameid
        if kind == SETTLEMENT:
            if seen.facility_end is not None:
                kind, end, within = FACILITY, seen.facility_end, place.name
                name = f"{place.name} {self._text[seen.end : end].strip()}"
                precision, geonameid = 2, None
            elif seen.near or "surroundings" in seen.words:
                precision = 2
        return LocatedMention(
            Span.of(self._text, seen.start, end),
            Place(
                mention=Span.of(self._text, seen.start, end),
                name=name,
                geonameid=geonameid,
                latitude=place.latitude,
                longitude=place.longitude,
                admin1=place.admin1,
                country=place.country,
                precision=precision if place.latitude is not None else max(precision, 4),
            ),
            REGION if kind == SEA else kind,
            within,
        )

    def _unlocated(self, number: int, seen: Sighting) -> LocatedMention | None:
        said = bool(seen.words) or not seen.candidates or (seen.located and seen.label in PLACE_LABELS)
        if not said:
            return None
        ties = self._ties(number)
        end = seen.facility_end or seen.end
        mention = Span.of(self._text, seen.start, end)
        city = self._city_of(number, seen, ties)
        if city is not None:
            kind = FACILITY if seen.facility_end else PART if "part" in seen.words else UNLOCATED
            near = any(tie.near for tie in ties)
            within = None if kind == UNLOCATED and near else city.name
            kind = PART if kind == UNLOCATED and not near else kind
            return LocatedMention(mention, _borrowed(mention, mention.text, city, 2), kind, within)
        for whole in (place for tie in ties for place in tie.places):
            if whole.kind in (ADMIN1, ADMIN2):
                precision = _PRECISION[whole.kind]
                return LocatedMention(
                    mention, _borrowed(mention, mention.text, whole, max(precision, 4)), UNLOCATED, None
                )
        country = next((place.country for tie in ties for place in tie.places if place.country), None)
        country = country or self._evidence.main_country()
        kind = FACILITY if seen.facility_end else UNLOCATED
        place = Place(mention, mention.text, None, None, None, None, country, 6)
        return LocatedMention(mention, place, kind, None)

    def _city_of(self, number: int, seen: Sighting, ties: Sequence[Tie]) -> GazetteerPlace | None:
        """The settlement that an unknown quarter or facility belongs to, or an unknown village is near."""
        for tie in ties:
            for place in tie.places:
                if place.kind == SETTLEMENT:
                    return place
        if any(place.kind == ADMIN1 for tie in ties for place in tie.places):
            return None
        if not ("part" in seen.words or seen.facility_end) or "settlement" in seen.words:
            return None
        sentence = self._tokens[seen.first].sentence
        near = [
            (abs(other.first - seen.first), best.place)
            for other, best in zip(self._seen, self._best, strict=True)
            if best is not None
            and best.place.kind == SETTLEMENT
            and self._tokens[other.first].sentence == sentence
            and other.first != seen.first
        ]
        if near:
            return min(near, key=lambda item: (item[0], item[1].number))[1]
        return self._main_city() if "part" in seen.words else None

    def _main_city(self) -> GazetteerPlace | None:
        """The settlement that the story names most, if it names it more than once."""
        counts: Counter[int] = Counter()
        places: dict[int, GazetteerPlace] = {}
        for best in self._best:
            if best is not None and best.place.kind == SETTLEMENT:
                counts[best.place.number] += 1
                places[best.place.number] = best.place
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return places[ranked[0][0]] if ranked and ranked[0][1] > 1 else None

    # --- descriptions

    def _descriptions(self, found: Sequence[LocatedMention]) -> Iterable[LocatedMention]:
        """ "The Syrian capital", "the Old City": places named by a description."""
        settled = [
            (self._seen[number], best.place)
            for number, best in enumerate(self._best)
            if best is not None and best.place.kind == SETTLEMENT
        ]
        for start, end, capital in capital_phrases(
            self._text, self._tokens, self._seen, self._gazetteer, self._evidence.main_country()
        ):
            mention = Span.of(self._text, start, end)
            yield LocatedMention(
                mention, replace(_borrowed(mention, capital.name, capital, 1), geonameid=capital.geonameid),
                SETTLEMENT, None,
            )  # fmt: skip
        for start, end, city in unnamed_parts(self._text, self._tokens, settled, self._gazetteer):
            mention = Span.of(self._text, start, end)
            if any(item.mention.overlaps(mention) for item in found):
                continue
            name = mention.text if city is None else f"{mention.text} of {city.name}"
            if city is not None:
                yield LocatedMention(mention, _borrowed(mention, name, city, 2), PART, city.name)


def _borrowed(mention: Span, name: str, whole: GazetteerPlace, precision: int) -> Place:
    """A place without a point of its own at the point of the place that it belongs to."""
    return Place(mention, name, None, whole.latitude, whole.longitude, whole.admin1, whole.country, precision)


def _home(outlet: str | None) -> str | None:
    """The country of an outlet by its domain's ending ("example.co.uk": GBR); None for any other."""
    if not outlet or "." not in outlet:
        return None
    ending = outlet.rsplit(".", 1)[1].upper()
    found = pycountry.countries.get(alpha_2="GB" if ending == "UK" else ending) if len(ending) == 2 else None
    return str(found.alpha_3) if found else None


__all__ = ["Entity", "Link", "LocatedMention", "lies_in", "locate_story"]
