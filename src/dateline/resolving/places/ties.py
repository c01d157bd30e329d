"""What ties one name to another: "X in Y province", "X, Y", "Y's northern city of X", "13 km west of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.resolving.places.gazetteer import Gazetteer
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.sources import ADMIN1, COUNTRY
from dateline.resolving.places.tokens import Token

_LONGEST_GLUE = 8


class Link(NamedTuple):
    """Sighting number `inner` lies within, or near, sighting number `outer`."""

    inner: int
    outer: int
    near: bool


def find_links(tokens: Sequence[Token], sightings: Sequence[Sighting], gazetteer: Gazetteer) -> list[Link]:
    """The links between neighbouring sightings, followed through ("X, Y, Z" ties X to Z)."""
    links: list[Link] = []
    for number in range(len(sightings) - 1):
        link = _link(tokens, sightings, number, gazetteer)
        if link:
            links.append(link)
    return links + _followed(links)


def _followed(links: Sequence[Link]) -> list[Link]:
    """One step further along "X in Y, Z"."""
    outer_of = {link.inner: link for link in links if link.outer == link.inner + 1}
    further = []
    for link in links:
        after = outer_of.get(link.outer)
        if after and link.outer == link.inner + 1 and not after.near:
            further.append(Link(link.inner, after.outer, near=False))
    return further


def _link(
    tokens: Sequence[Token], sightings: Sequence[Sighting], number: int, gazetteer: Gazetteer
) -> Link | None:
    left, right = sightings[number], sightings[number + 1]
    between = tokens[left.last + 1 : right.first]
    if tokens[left.last].sentence != tokens[right.first].sentence or not _is_glue(between, gazetteer):
        return None
    words = gazetteer.words
    lowers = [token.lower for token in between]
    if _is_meanwhile(lowers) or (not between and _are_divisions(left, right)):
        return None
    if not between and _is_country(left):  # "120 killed in Syria | Moscow confirmed"
        before = _is_country_before(left, right)
        return Link(number + 1, number, near=False) if before else None
    whose = tokens[left.last].possessive or (bool(between) and between[-1].possessive)
    if whose or _is_part_of_left(tokens, left, right, lowers, gazetteer):
        return Link(number + 1, number, near=False)
    # "north of Y" is near it; "in northern Y" is in it.
    bearing = any(word in words.bearing for word in lowers) and "of" in lowers
    if bearing or any(word in words.nearby and word != "to" for word in lowers):
        return Link(number, number + 1, near=True)
    within = (
        any(word in words.into for word in lowers)
        or bool(left.words & {"part", "facility"})
        or all(word in words.filling or words.is_direction(word) for word in lowers)
    )
    return Link(number, number + 1, near=False) if within else None


def _is_meanwhile(between: Sequence[str]) -> bool:
    """ "Five killed in Tripoli as Syria burns": what happens in the one while it does in the other."""
    return between[:1] == ["as"]


def _are_divisions(left: Sighting, right: Sighting) -> bool:
    """ "Homs, Hama and Idlib": first-level divisions of one country, listed; none lies in the next. "Ohio,
    Illinois" may still be the village of that name."""
    names: list[set[tuple[str | None, str | None]]] = [
        {(p.country, p.admin1) for p in seen.candidates if p.kind == ADMIN1 and p.form <= 1}
        for seen in (left, right)
    ]
    countries = [{country for country, _ in divisions} for divisions in names]
    return bool(countries[0] & countries[1]) and not _may_lie_in(left, names[1])


def _is_country_before(left: Sighting, right: Sighting) -> bool:
    """ "Syrias Idlib", which has lost its apostrophe, or "Syria: Idlib": the country is the whole."""
    countries = {p.country for p in left.candidates if p.kind == COUNTRY and p.form <= 1}
    theirs = {(p.country, p.admin1) for p in right.candidates if p.kind == ADMIN1 and p.form <= 1}
    inside = any(p.country in countries and p.kind != COUNTRY for p in right.candidates)
    return inside and not _may_lie_in(left, theirs)


def _is_country(seen: Sighting) -> bool:
    return any(place.kind == COUNTRY and place.form <= 1 for place in seen.candidates)


def _may_lie_in(seen: Sighting, divisions: set[tuple[str | None, str | None]]) -> bool:
    return any((p.country, p.admin1) in divisions for p in seen.candidates if p.form == 0)


def _is_glue(between: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether the words between two names only say how the places lie to one another."""
    words = gazetteer.words
    return len(between) <= _LONGEST_GLUE and all(
        token.lower in words.glue or words.is_direction(token.lower) or gazetteer.demonym(token.key)
        for token in between
    )


def _is_part_of_left(
    tokens: Sequence[Token], left: Sighting, right: Sighting, lowers: Sequence[str], gazetteer: Gazetteer
) -> bool:
    """Whether left is the whole ("the Aleppo quarter of X", not "the X quarter of Aleppo"): the larger is."""
    words = gazetteer.words
    if len(lowers) < 2 or lowers[-1] != "of" or not _noun(lowers[-2], gazetteer):
        return False
    if any(word in words.bearing or (word in words.into and word != "of") for word in lowers):
        return False
    return tokens[left.last + 1].joined and _standing(left) >= _standing(right)


def _standing(seen: Sighting) -> int:
    """How large a place the name may mean; any country is larger than any settlement."""
    return max(
        (
            10**9 if place.kind == COUNTRY else place.population
            for place in seen.candidates
            if place.form <= 1
        ),
        default=-1,
    )


def _noun(word: str, gazetteer: Gazetteer) -> bool:
    words = gazetteer.words
    return word in words.settlement or word in words.part or word in words.admin2


def demonym_before(tokens: Sequence[Token], seen: Sighting, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The countries of a demonym that belongs to the name: "the northern Syrian city of X", "Iraqi X"."""
    words = gazetteer.words
    sentence = tokens[seen.first].sentence
    index = seen.first - 1
    while index >= 0 and seen.first - index <= _LONGEST_GLUE and tokens[index].sentence == sentence:
        token = tokens[index]
        if countries := gazetteer.demonym(token.key):
            return countries
        if not (
            token.lower in ("the", "of", "s")
            or token.lower in words.direction
            or token.lower in words.settlement
            or token.lower in words.part
            or token.lower in words.admin1
            or token.lower in words.admin2
            or token.lower in words.facility
        ):
            return ()
        index -= 1
    return ()
