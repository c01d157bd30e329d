"""What one name may mean, and why one place wins: the ranking of stories, opened up.

The points are those of `ranking.rank`. What each thing adds is the difference that it makes there, so that
the parts always sum up to what a story would be ranked by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pycountry

from dateline.errors import NotFoundError
from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.names import name_key
from dateline.resolving.places.ranking import Evidence, Ranked, Tie, alike, apart_km, plausible, rank
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

PARTS = SIZE, SPELLING, IN_COUNTRY, NEAR, OTHERS = "size", "spelling", "country", "near", "others"
KINDS = {
    **{kind: kind for kind in (COUNTRY, SETTLEMENT, REGION, FACILITY, SEA, SPOT, TRACT)},
    **{ADMIN1: "province", ADMIN2: "district", PART: "quarter"},
}
"""What a kind is called in words."""
_ALIKE = 0.6
FORMS = ("its own name", "another of its names", "its name without the article", "its sound")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the name may mean: its points and what they are made of (`parts`, one for each of PARTS;
    the last is what the other places of the name take from it), how the name finds it, and the spelling in
    the gazetteer that did."""

    place: GazetteerPlace
    points: float
    parts: tuple[tuple[str, float], ...]
    form: str
    matched: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """The candidates, best first. `why` says in words why the first one wins; `taken` whether a story that
    says it is a place, and nothing else but what was asked, would be taken to mean it."""

    name: str
    candidates: tuple[Candidate, ...]
    why: str
    taken: bool


def look_up(
    name: str, gazetteer: Gazetteer, *, near: str | None = None, country: str | None = None
) -> Finding:
    """The places that go by `name` in a story about `country` (name or ISO code) that says it is near `near`.

    Raises NotFoundError when there is no such country, or no such place to be near.
    """
    told = _country(country, gazetteer) if country else None
    evidence = Evidence({told.country: 1.0} if told and told.country else {})
    beside = _best(near, gazetteer, evidence) if near else None
    if near and beside is None:
        raise NotFoundError(f"no place goes by {near!r}; name another one with --near")
    asked = _Asked(name_key(name), evidence, beside)
    ranked = asked.rank(gazetteer.named([asked.key])[asked.key])
    if not ranked or not asked.is_taken(ranked[0]):
        known = {item.place.number for item in ranked}
        sounding = [
            place
            for place in gazetteer.sounding(asked.key)
            if place.number not in known and alike(asked.key, place.name) >= _ALIKE
        ]
        by_sound = [item for item in asked.rank(sounding) if asked.is_taken(item) or not known]
        ranked = [*by_sound, *ranked] if by_sound and asked.is_taken(by_sound[0]) else [*ranked, *by_sound]
    candidates = tuple(asked.candidate(item, gazetteer) for item in ranked)
    taken = bool(ranked) and asked.is_taken(ranked[0])
    return Finding(name, candidates, _why(candidates, asked, told), taken)


def _country(told: str, gazetteer: Gazetteer) -> GazetteerPlace:
    found = gazetteer.country(told.upper())
    if found is None and len(told) == 2:
        by_code = pycountry.countries.get(alpha_2=told.upper())
        found = gazetteer.country(by_code.alpha_3) if by_code else None
    found = found or next((place for place in gazetteer.candidates(told) if place.kind == COUNTRY), None)
    if found is None:
        raise NotFoundError(
            f"there is no country {told!r}; give its English name or ISO code, as in SY or SYR"
        )
    return found


def _best(name: str, gazetteer: Gazetteer, evidence: Evidence) -> GazetteerPlace | None:
    key = name_key(name)
    ranked = rank(key, gazetteer.candidates(name), set(), [], evidence)
    return next((item.place for item in ranked if item.place.latitude is not None), None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked: the name's key, the evidence of the country, and the place that it is near."""

    key: str
    evidence: Evidence
    beside: GazetteerPlace | None

    @property
    def _ties(self) -> list[Tie]:
        return [Tie((self.beside,), near=True)] if self.beside else []

    @property
    def _full(self) -> Evidence:
        """The evidence of a story that names the other place too."""
        place = self.beside
        if place is None:
            return self.evidence
        weights = dict(self.evidence.countries)
        if place.country:
            weights[place.country] = weights.get(place.country, 0.0) + 1.0
        point = place.latitude is not None and place.longitude is not None
        anchors = ((name_key(place.name), place.latitude or 0.0, place.longitude or 0.0),) if point else ()
        return Evidence(weights, self.evidence.divisions, anchors)

    def rank(self, places: Sequence[GazetteerPlace]) -> list[Ranked]:
        return rank(self.key, places, set(), self._ties, self._full)

    def is_taken(self, item: Ranked) -> bool:
        return plausible(item, self.key, self._full, said=True)

    def candidate(self, item: Ranked, gazetteer: Gazetteer) -> Candidate:
        place = item.place
        alone = Evidence({})
        sums = [
            self._points(place._replace(form=0), alone),
            self._points(place, alone),
            self._points(place, self.evidence),
            rank(self.key, [place], set(), self._ties, self._full)[0].points,
            item.points,
        ]
        steps = [sums[0], *(after - before for before, after in pairwise(sums))]
        parts = tuple((name, round(step, 2)) for name, step in zip(PARTS, steps, strict=True))
        matched = gazetteer.spelling(place, self.key)
        return Candidate(place, round(item.points, 2), parts, FORMS[place.form], matched)

    def _points(self, place: GazetteerPlace, evidence: Evidence) -> float:
        return rank(self.key, [place], set(), [], evidence)[0].points


def _why(candidates: Sequence[Candidate], asked: _Asked, country: GazetteerPlace | None) -> str:
    if not candidates:
        return ""
    best = candidates[0]
    if len(candidates) == 1:
        return f"because no other place goes by the name; it is found by {best.form}"
    second = candidates[1]
    gains = [
        (own - other, _reason(part, best, second, asked, country))
        for (part, own), (_, other) in zip(best.parts, second.parts, strict=True)
    ]
    speak = [words for gain, words in sorted(gains, key=lambda item: -item[0]) if gain >= 0.05]
    against = [part for part, gain in zip(PARTS, gains, strict=True) if gain[0] <= -0.05]
    if not speak:
        return f"over {called(second.place)} by nothing but the order of the gazetteer"
    but = f", though not by {' or '.join(against)}" if against else ""
    return f"over {called(second.place)}: {'; '.join(speak)}{but}"


def _reason(
    part: str, best: Candidate, second: Candidate, asked: _Asked, country: GazetteerPlace | None
) -> str:
    one, other = best.place, second.place
    if part == SIZE:
        return _larger(one, other)
    if part == SPELLING:
        return f"it is found by {best.form}, the other by {second.form}"
    if part == IN_COUNTRY:
        where = country.name if country else "the country"
        return f"it lies in {where}" if one.country != other.country else f"more speaks for it in {where}"
    if part == OTHERS or asked.beside is None:
        return f"the bare name means the {KINDS[one.kind]} rather than the {KINDS[other.kind]}"
    beside = asked.beside
    return f"it is {_km(one, beside)} from {beside.name}, the other {_km(other, beside)}"


def _larger(one: GazetteerPlace, other: GazetteerPlace) -> str:
    if one.kind != other.kind:
        return f"it is a {KINDS[one.kind]}, the other a {KINDS[other.kind]}"
    if one.capital and not other.capital:
        return "it is the country's capital"
    return f"it is larger ({one.population:,} people to {other.population:,})"


def _km(one: GazetteerPlace, other: GazetteerPlace) -> str:
    apart = apart_km(one, other)
    return f"{apart:,.0f} km" if apart < 1e6 else "nobody knows how far"


def called(place: GazetteerPlace) -> str:
    """ "Al Qusayr, Homs, SYR"."""
    whole = place.admin1 if place.admin1 != place.name else None
    return ", ".join(part for part in (place.name, whole, place.country) if part)
