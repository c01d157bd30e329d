"""Which claims are worth comparing: those that share a cell of place and time, a story, or a doer's day.

A claim is filed under some keys and looks up others; a pair is compared when one finds the other.
Claims far apart in place or time never meet, so the work grows with the claims, not their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import floor

from dateline.linking.facts import Days, Extent, Facts
from dateline.linking.names import consonants
from dateline.linking.words import Words
from dateline.model import EventType, Status

CELL_DEGREES = 1.0
STRETCH = 4
"""Days are filed in stretches of so many."""
MANY = 10
"""Claims of more stretches are filed under "long" and met by every claim of their place."""
LONG = -1
FEW_DAYS = 4
MONTH = 32
RAREST_WORDS = 16
"""So many of the rarest words of a passage, in the alphabet's order, are looked up by pairs."""

Key = tuple[str | int | None, ...]


def _stretches(days: Days | None, slack: int) -> tuple[int, ...]:
    if days is None:
        return (LONG,)
    first, last = (days.first - slack) // STRETCH, (days.last + slack) // STRETCH
    return tuple(range(first, last + 1)) if last - first < MANY else (LONG,)


def _cell(facts: Facts) -> tuple[int, int] | None:
    place = facts.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return floor(place.latitude / CELL_DEGREES), floor(place.longitude / CELL_DEGREES)


def _around(cell: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The cell and its neighbours, over the date line too."""
    columns = int(360 / CELL_DEGREES)
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            yield cell[0] + row, (cell[1] + column + columns // 2) % columns - columns // 2


def _doer_days(facts: Facts) -> Iterator[Key]:
    days = facts.days
    if days is not None and days.span <= FEW_DAYS:
        for doer in facts.doers:
            for day in range(days.first, days.last + 1):
                yield ("doer", doer, day)


def _filed(facts: Facts, slack: int) -> Iterator[Key]:
    yield ("story", facts.lineage)
    yield from _doer_days(facts)
    yield from _word_keys(facts, 0)
    if not facts.located:
        return
    lasts = _stretches(facts.days, slack) == (LONG,)
    for stretch in (LONG,) if lasts else _stretches(facts.days, 0):
        yield from _place_keys(facts, stretch)


def _place_keys(facts: Facts, stretch: int) -> Iterator[Key]:
    place = facts.place
    assert place is not None
    yield ("name", consonants(facts.place_name), stretch)
    if facts.extent is Extent.AREA:
        yield ("area", place.country, place.admin1, stretch)
        return
    yield ("in", place.country, place.admin1, stretch)
    cell = _cell(facts)
    if facts.extent is Extent.OFF_MAP or cell is None:
        # Off the map only the name is left, and papers spell it in many ways.
        yield ("off", place.country, stretch)
    else:
        yield ("cell", *cell, stretch)


def _word_keys(facts: Facts, around: int) -> Iterator[Key]:
    """Very rare words in a province, in the months `around` the claim's own: follow-ups of later days."""
    place, days = facts.place, facts.days
    told = facts.status is Status.ASSERTED and not facts.background
    if told and facts.located and place is not None and days is not None and days.leaning:
        month = days.first // MONTH
        for word in sorted(facts.words.rarest)[:RAREST_WORDS]:
            for stretch in range(month - around, month + around + 1):
                yield ("word", word, place.country, place.admin1, stretch)


def _looked_up(facts: Facts, slack: int) -> Iterator[Key]:
    yield ("story", facts.lineage)
    yield from _word_keys(facts, 1)
    if not facts.located:
        yield from _doer_days(facts)
        return
    stretches = _stretches(facts.days, slack)
    for stretch in stretches if LONG in stretches else (*stretches, LONG):
        yield from _places_around(facts, stretch)


def _places_around(facts: Facts, stretch: int) -> Iterator[Key]:
    place = facts.place
    assert place is not None
    yield ("name", consonants(facts.place_name), stretch)
    yield ("area", place.country, place.admin1, stretch)
    if facts.extent is Extent.AREA:
        yield ("in", place.country, place.admin1, stretch)
        yield ("in", place.country, None, stretch)
        return
    cell = _cell(facts)
    if facts.extent is Extent.OFF_MAP or cell is None:
        yield ("off", place.country, stretch)
        yield ("in", place.country, place.admin1, stretch)
        return
    for row, column in _around(cell):
        yield ("cell", row, column, stretch)


def candidate_pairs(
    facts: Sequence[Facts], lasting_days: Mapping[EventType, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of indices of `facts`, lower first, each once and in order, that are worth comparing.

    `lasting_days` is by how many days two claims of a type may miss each other and still be compared.
    """
    slack = {claim.event: max(1, lasting_days.get(claim.event, 0)) for claim in facts}
    index: dict[Key, list[int]] = defaultdict(list)
    for number, claim in enumerate(facts):
        for key in set(_filed(claim, slack[claim.event])):
            index[key].append(number)
    found: list[set[int]] = [set() for _ in facts]
    for number, claim in enumerate(facts):
        for key in set(_looked_up(claim, slack[claim.event])):
            for other in index.get(key, ()):
                if other != number:
                    found[min(number, other)].add(max(number, other))
    _share_words(facts, found)
    for number, others in enumerate(found):
        for other in sorted(others):
            yield number, other


def _share_words(facts: Sequence[Facts], found: list[set[int]]) -> None:
    """Add the pairs of claims whose passages share a pair of very rare words; passages are looked up
    once for all the claims that are known by them."""
    known: dict[tuple[str, Words], list[int]] = defaultdict(list)
    for number, claim in enumerate(facts):
        if claim.status is Status.ASSERTED and not claim.background:
            known[claim.story, claim.words].append(number)
    index: dict[Key, list[tuple[str, Words]]] = defaultdict(list)
    for passage in known:
        for key in combinations(sorted(passage[1].rarest)[:RAREST_WORDS], 2):
            index[key].append(passage)
    for passages in index.values():
        for one, other in combinations(passages, 2):
            for a in known[one]:
                for b in known[other]:
                    found[min(a, b)].add(max(a, b))
