"""Which place each name of a story means, settled for the story as a whole.

Two rounds: the first on what the words and the countries named say, the second with the places settled in
the first as neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.resolving.places.evidence import first_evidence, second_evidence
from dateline.resolving.places.finding import find_sightings
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.namesakes import BIG
from dateline.resolving.places.ranking import (
    Evidence,
    Ranked,
    Tie,
    alike,
    apart_km,
    distance_km,
    fits,
    is_by_name,
    plausible,
    rank,
)
from dateline.resolving.places.sightings import PLACE_LABELS, Entity, Sighting
from dateline.resolving.places.sources import ADMIN1, ADMIN2, COUNTRY, REGION, SEA, SETTLEMENT, SPOT, TRACT
from dateline.resolving.places.ties import Link, demonym_before, find_links
from dateline.resolving.places.tokens import tokenise

_QUARTER_KM, _FAR_KM = 40.0, 250.0
_TOWN = 50_000
_BARE_FOR_ONE = 2
"""How often a story may give a name alone, each time it calls it a province, and mean the province."""
_METROPOLIS = 500_000
_BY_SOUND = 3
_DIVISIONS: tuple[set[str], ...] = ({"admin1"}, {"admin2"})


class SettledStory:
    """A story's sightings (`seen`) and the place that each means (`best`, None where none is plausible)."""

    def __init__(
        self, text: str, entities: Sequence[Entity], gazetteer: Gazetteer, outlet: str | None
    ) -> None:
        self.gazetteer = gazetteer
        self.tokens = tokenise(text)
        self.seen: list[Sighting] = find_sightings(text, self.tokens, entities, gazetteer)
        self._links: dict[int, list[Link]] = {}
        for link in find_links(self.tokens, self.seen, gazetteer):
            self._links.setdefault(link.inner, []).append(link)
        self._twins: dict[str, list[int]] = {}
        for number, seen in enumerate(self.seen):
            self._twins.setdefault(seen.key, []).append(number)
        self._whose = [demonym_before(self.tokens, seen, gazetteer) for seen in self.seen]
        self._tied: dict[int, list[Tie]] = {}
        self._tied_elsewhere: dict[str, list[Tie]] = {}
        self._chosen: dict[tuple[object, ...], Ranked | None] = {}
        self.evidence = first_evidence(self.tokens, self.seen, gazetteer, outlet)
        self.best: list[Ranked | None] = [None] * len(self.seen)
        self._settle()
        self.evidence = second_evidence(self.evidence, zip(self.seen, self.best, strict=True))
        self._settle()

    def ties(self, number: int) -> list[Tie]:
        own = self._own_ties(number)
        # What stands at this mention wins over what stands at the others.
        if own:
            return own
        key = self.seen[number].key
        if key not in self._tied_elsewhere:
            ties = [tie for twin in self._twins[key] for tie in self._own_ties(twin)]
            self._tied_elsewhere[key] = list(dict.fromkeys([tie._replace(own=False) for tie in ties]))
        return self._tied_elsewhere[key]

    def _own_ties(self, number: int) -> list[Tie]:
        if number in self._tied:
            return self._tied[number]
        ties = [
            Tie(places, link.near)
            for link in self._links.get(number, ())
            if (places := self._settled(link.outer))
        ]
        if countries := self._whose[number]:
            whole = tuple(
                place for country in countries if (place := self.gazetteer.country(country)) is not None
            )
            ties.append(Tie(whole))
        self._tied[number] = ties
        return ties

    def _settled(self, number: int) -> tuple[GazetteerPlace, ...]:
        best = self.best[number]
        if best is not None:
            return (best.place,)
        named = self.evidence.countries
        possible = tuple(
            place
            for place in self.seen[number].candidates
            # A village across the world that bears the name ties nothing in a story of another country.
            if not named or place.country is None or place.country in named
        )
        wide = tuple(place for place in possible if place.kind in (COUNTRY, ADMIN1, ADMIN2, REGION))
        return wide or possible[:3]

    def _settle(self) -> None:
        self._forget_ties()
        self._chosen.clear()
        called = {key: self._called(twins) for key, twins in self._twins.items()}
        settled = []
        for number, seen in enumerate(self.seen):
            ties = self.ties(number)
            said = bool(seen.words) or (seen.located and seen.label in PLACE_LABELS)
            settled.append(self._choice(seen, ties, said=said, words=seen.words or called[seen.key]))
        parts = {
            seen.key
            for seen, best in zip(self.seen, settled, strict=True)
            if best is None and _is_own_name(seen)
        }
        for number, seen in enumerate(self.seen):
            # Once a quarter of a city, or a hospital, always that, unless the words say something else.
            if seen.words or seen.key not in parts:
                continue
            best = settled[number]
            if best is None or not any(fits(best.place, tie) for tie in self._own_ties(number)):
                settled[number] = None
                seen.words.add("part")
        self.best = settled
        self._forget_ties()

    def _forget_ties(self) -> None:
        self._tied.clear()
        self._tied_elsewhere.clear()

    def _called(self, twins: Sequence[int]) -> set[str]:
        """What a bare name among the mentions of one name is: a province or district where the others all
        call it one, and not mostly leave it bare ("… in Idlib", "the province of Idlib")."""
        others = [words for twin in twins if (words := self.seen[twin].words)]
        alike = bool(others) and others.count(others[0]) == len(others)
        called = others[0] if alike and others[0] in _DIVISIONS else set()
        return called if called and _BARE_FOR_ONE * len(others) >= len(twins) - len(others) else set()

    def _choice(self, seen: Sighting, ties: Sequence[Tie], *, said: bool, words: set[str]) -> Ranked | None:
        """What `_choose` says, once for all mentions of a name about which the same is said."""
        if ties:
            return self._choose(seen, ties, said=said, words=words)
        told = (said, seen.located, seen.is_street, self.tokens[seen.first].shouted)
        # The sightings live on, and with them the places that `id` tells apart.
        asked = (seen.key, id(seen.candidates), told, frozenset(seen.words), frozenset(words))
        if asked not in self._chosen:
            self._chosen[asked] = self._choose(seen, ties, said=said, words=words)
        return self._chosen[asked]

    def _choose(self, seen: Sighting, ties: Sequence[Tie], *, said: bool, words: set[str]) -> Ranked | None:
        candidates = seen.candidates + self._divisions_of(seen)
        if (best := self._plausible(seen, candidates, ties, said=said, words=words)) is not None:
            return best
        if seen.is_street or ("part" in seen.words and any(tie.own and not tie.near for tie in ties)):
            return None  # a quarter of a city is no far town that sounds like it
        if not said and not seen.candidates and not seen.located:
            said = True
        known = {place.number for place in seen.candidates}
        sounding = self.gazetteer.sounding(seen.key) if len(seen.key) > 3 else ()
        if known:
            sounding = tuple(place for place in sounding if place.number not in known)
        return self._plausible(seen, sounding, ties, said=said, words=words)

    def _divisions_of(self, seen: Sighting) -> tuple[GazetteerPlace, ...]:
        """ "The province of Hassakeh": the division of the seat whose name, so spelt, is the seat's alone."""
        if "admin1" not in seen.words or any(place.kind == ADMIN1 for place in seen.candidates):
            return ()
        seats = (p for p in seen.candidates if p.kind == SETTLEMENT and p.form == 0 and p.name == p.admin1)
        found = (self.gazetteer.division(seat.country, seat.admin1) for seat in seats)
        return tuple(division for division in found if division is not None)

    def _plausible(
        self,
        seen: Sighting,
        candidates: tuple[GazetteerPlace, ...],
        ties: Sequence[Tie],
        *,
        said: bool,
        words: set[str],
    ) -> Ranked | None:
        if not candidates:
            return None
        within = [tie for tie in ties if tie.own and not tie.near]
        if "part" in seen.words:
            candidates = tuple(place for place in candidates if place.kind not in (COUNTRY, ADMIN1))
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
        best = _best_of(seen.key, candidates, words, ties, self.evidence)
        if best is None or ("part" in seen.words and not best.backed):
            return None
        if "facility" in seen.words:
            far = self._is_far_namesake(seen.key, best.place, ties)
        else:
            namesakes = sum(place.country == best.place.country for place in candidates)
            told = namesakes == 1 and (seen.located or seen.words)
            far = len(candidates) > 1 and not told and self._is_far_town(seen.key, best.place, ties)
        if far or not plausible(best, seen.key, self.evidence, said=said):
            return None
        if self.tokens[seen.first].shouted and not (best.backed or said or _is_world_known(best.place)):
            # In a text all in capitals a surname looks like any far town.
            return None
        if "part" in seen.words and not ties and self._is_far_from_city(best.place):
            return None
        if alike(seen.key, best.place.name) < 1.0:
            # Spelt otherwise: where the story puts its namesakes counts as well.
            within = [tie for tie in ties if not tie.near]
        return None if _is_elsewhere(best.place, within) else best

    def _is_far_namesake(self, key: str, place: GazetteerPlace, ties: Sequence[Tie]) -> bool:
        """ "Al-Quds Hospital" of a story about another country is not in Jerusalem, nor "Mount Sinai
        Hospital" of one about Chicago in a small town far away."""
        if is_by_name(key, place) and place.country != self.evidence.main_country:
            return True
        if place.kind not in (SETTLEMENT, ADMIN2) or place.population >= BIG:
            return False
        return self._is_far_off(key, place, ties)

    def _is_far_town(self, key: str, place: GazetteerPlace, ties: Sequence[Tie]) -> bool:
        """ "Homewood" in a story about Pittsburgh is not the small town near Chicago, nor any other."""
        small = place.kind == ADMIN2 or (place.kind == SETTLEMENT and place.population < _TOWN)
        named = (place.country, place.admin1) in self.evidence.divisions
        return small and not named and self._is_far_off(key, place, ties)

    def _is_far_off(self, key: str, place: GazetteerPlace, ties: Sequence[Tie]) -> bool:
        """Whether it is far from all that the story names, and nothing ties it to where it lies."""
        others = [(at, east) for anchor, at, east in self.evidence.anchors if anchor != key]
        latitude, longitude = place.latitude, place.longitude
        if not others or latitude is None or longitude is None or any(fits(place, tie) for tie in ties):
            return False
        return all(distance_km(latitude, longitude, at, east) > _FAR_KM for at, east in others)

    def _is_far_from_city(self, place: GazetteerPlace) -> bool:
        """ "The Hamidiyah district" of a story about one city is a quarter of it, not a village far away."""
        small = place.kind == SETTLEMENT and not place.capital
        named = Counter(
            best.place.number for best in self.best if best is not None and best.place.kind == SETTLEMENT
        )
        cities = {best.place.number: best.place for best in self.best if best is not None}
        if not small or not named:
            return False
        number, count = max(named.items(), key=lambda item: (item[1], -item[0]))
        return count > 1 and number != place.number and apart_km(place, cities[number]) > _QUARTER_KM


def _best_of(
    key: str,
    candidates: Sequence[GazetteerPlace],
    words: set[str],
    ties: Sequence[Tie],
    evidence: Evidence,
) -> Ranked | None:
    """The first that `rank` gives; None where there are no candidates. One alone needs no
    points."""
    if len(candidates) == 1:
        place = candidates[0]
        return Ranked(place, 0.0, _is_backed(place, ties, evidence))
    return rank(key, candidates, words, ties, evidence)[0] if candidates else None


def _is_backed(place: GazetteerPlace, ties: Sequence[Tie], evidence: Evidence) -> bool:
    """Whether the story names the place's country or division, or ties the name to where it lies."""
    if place.country and (
        evidence.countries.get(place.country, 0.0) > 0
        or (place.admin1 and (place.country, place.admin1) in evidence.divisions)
    ):
        return True
    return any(fits(place, tie) for tie in ties)


def _is_own_name(seen: Sighting) -> bool:
    """Whether the words call it a quarter, or what is no street, whose name no country or large city has."""
    called = "part" in seen.words or ("facility" in seen.words and not seen.is_street)
    return called and not _is_too_well_known(seen)


def _is_too_well_known(seen: Sighting) -> bool:
    """ "The Syria quarter" of a city takes the country's name from no other mention."""
    return any(
        place.kind == COUNTRY or place.capital or place.population >= _METROPOLIS
        for place in seen.candidates
        if place.form <= 1
    )


def _is_elsewhere(place: GazetteerPlace, ties: Sequence[Tie]) -> bool:
    """ "The village of X in Y province" is not the X of another province, nor a name that only sounds like
    it far from Y district."""
    divisions = (COUNTRY, ADMIN1, ADMIN2) if place.form == _BY_SOUND else (COUNTRY, ADMIN1)
    wide = [tie for tie in ties if any(whole.kind in divisions for whole in tie.places)]
    small = place.kind in (ADMIN2, SPOT, TRACT) or (
        place.kind == SETTLEMENT and place.population < _METROPOLIS
    )
    return small and bool(wide) and not any(fits(place, tie) for tie in wide)


def _is_world_known(place: GazetteerPlace) -> bool:
    return place.kind in (COUNTRY, REGION, SEA) or place.capital
