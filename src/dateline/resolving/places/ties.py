"""What ties one name to another: "X in Y province", "X, Y", "Y's northern city of X", "13 km west of Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.resolving.places.gazetteer import Gazetteer
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.tokens import Token

_LONGEST_GLUE = 8
_INTO = frozenset({"in", "of", "within", "inside", "across", "from", "on", "at"})
_NEARBY = frozenset({"near", "outside", "around", "close", "to", "km", "kilometres", "kilometers", "kilometre",
                     "kilometer", "miles", "mile"})  # fmt: skip
_FILLING = frozenset({"the", "a", "an", "s", "about", "some", "just", "located", "situated", "called", "named", "known",
                      "as", "s'", "its", "is", "was", "lies"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
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
    if tokens[left.last].sentence != tokens[right.first].sentence:
        return None
    between = tokens[left.last + 1 : right.first]
    words = gazetteer.words
    if len(between) > _LONGEST_GLUE:
        return None
    lowers = [token.lower for token in between]
    glue = (
        _INTO
        | _NEARBY
        | _FILLING
        | words.direction
        | words.bearing
        | words.settlement
        | words.part
        | words.admin1
        | words.admin2
        | words.surroundings
        | words.facility
    )
    if not all(token.lower in glue or gazetteer.demonym(token.key) for token in between):
        return None
    if tokens[left.last].possessive:
        return Link(number + 1, number, near=False)
    if (
        lowers
        and lowers[-1] == "of"
        and len(lowers) >= 2
        and _noun(lowers[-2], gazetteer)
        and lowers[0] not in _INTO
    ):
        # "the Aleppo neighbourhood of X", but not "X in the province of Y".
        if not any(word in words.bearing for word in lowers) and tokens[left.last + 1].joined:
            return Link(number + 1, number, near=False)
    if not lowers:
        return Link(number, number + 1, near=False)
    if any(word in _NEARBY or word in words.bearing for word in lowers):
        # "X in northern Y" has a bearing word before the name and no "of"; "north of Y" is near it.
        if any(word in _NEARBY - {"to"} for word in lowers) or "of" in lowers:
            return Link(number, number + 1, near=True)
    if any(word in _INTO for word in lowers):
        return Link(number, number + 1, near=False)
    if left.words & {"part", "facility"} or all(word in _FILLING | words.direction for word in lowers):
        return Link(number, number + 1, near=False)
    return None


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
