"""Which claims are worth comparing: those that share a cell of place and time, a story, or a doer's day.

A claim is filed under the keys of its place and its doers, and looks up others. A pair is compared when one
of the two finds the other at about its time, so the work grows with the claims, not their square. Looking up
goes both ways: whatever would find a claim, the claim would find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from dateline.linking.facts import Extent, Facts
from dateline.linking.names import consonants
from dateline.linking.numbers import number_of
from dateline.model import Status

Row = Mapping[str, Any]
"""One claim as a row of the table in which pairs are found and scored (`profiles.py`)."""
CELL_DEGREES = 1.0
MOST_WORDS = 16
"""So many of the rarest words of a passage, and of its rare ones, in the alphabet's order, are looked up."""
WORDS_REACH = 3 * 366
"""Within so many days claims are looked up by their words, so that the work grows with the claims."""
SOON = 62
"""Stories published in one stretch of so many days, or in neighbouring ones, are looked up by one word."""
FEW_DAYS = 4
"""A doer is looked for on the days of claims that span no more."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Numbers of the keys that a claim is `filed` under, and of those that it looks up."""

    filed: tuple[int, ...]
    sought: tuple[int, ...]


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


def _doer_keys(facts: Facts, kind: str) -> Iterator[int]:
    if facts.days is not None and facts.days.span <= FEW_DAYS:
        for doer in facts.doers:
            yield number_of(kind, doer)


def _filed(facts: Facts) -> Iterator[int]:
    yield from _doer_keys(facts, "doer" if facts.located else "doer without a place")
    place = facts.place
    if not facts.located or place is None:
        return
    yield number_of("name", consonants(facts.place_name))
    if facts.extent is Extent.AREA:
        yield number_of("area", place.country, place.admin1)
        yield number_of("area in", place.country)
        return
    yield number_of("in", place.country, place.admin1)
    cell = _cell(facts)
    # Off the map only the name is left, and papers spell it in many ways.
    if facts.extent is Extent.OFF_MAP or cell is None:
        yield number_of("off", place.country)
        yield number_of("off in", place.country, place.admin1)
    else:
        yield number_of("cell", *cell)


def _sought(facts: Facts) -> Iterator[int]:
    yield from _doer_keys(facts, "doer without a place")
    place = facts.place
    if not facts.located or place is None:
        yield from _doer_keys(facts, "doer")
        return
    yield number_of("name", consonants(facts.place_name))
    yield number_of("area", place.country, place.admin1)
    if facts.extent is Extent.AREA:
        yield number_of("in", place.country, place.admin1)
        yield number_of("in", place.country, None)
        if place.admin1 is None:
            yield number_of("area in", place.country)
        return
    if place.admin1 is None:
        yield number_of("area in", place.country)
    cell = _cell(facts)
    if facts.extent is Extent.OFF_MAP or cell is None:
        yield number_of("off", place.country)
        yield number_of("in", place.country, place.admin1)
        return
    yield number_of("off in", place.country, place.admin1)
    for row, column in _around(cell):
        yield number_of("cell", row, column)


def keys_of(facts: Facts) -> Keys:
    """The keys of a claim; those of its story stand beside them as its lineage."""
    return Keys(tuple(sorted(set(_filed(facts)))), tuple(sorted(set(_sought(facts)))))


def words_of(facts: Facts) -> tuple[int, ...]:
    """Numbers of the very rare words by which a claim finds others: by two of them within three years, by
    one within a month or two in its province. None for what is recalled, denied or planned, or of no day,
    unless it is of the act that its story is mainly about."""
    return _numbers(facts.words.rarest) if facts.main_act or _told(facts) else ()


def rare_words_of(facts: Facts) -> tuple[int, ...]:
    """Numbers of the rare words by which, with a very rare one, what a story is mainly about finds others."""
    return _numbers(facts.words.rare) if facts.main_act else ()


@dataclass(frozen=True, slots=True)
class ActKeys:
    """By what the act that a story is mainly about finds those of stories published within a month or two
    (`soon`), a month (`month`) and a week (`week`)."""

    soon: tuple[int, ...] = ()
    month: tuple[int, ...] = ()
    week: tuple[int, ...] = ()


def act_keys_of(facts: Facts) -> ActKeys:
    """The act that a story is mainly about finds others by a very rare word, or a rare word in a province,
    within a month or two; by its town, or a less rare word in a province, within a month; by a rare word
    within a week."""
    act, words = facts.main_act, facts.words
    if act is None:
        return ActKeys()
    rarest, rare, uncommon = (_numbers(some) for some in (words.rarest, words.rare, words.uncommon))

    def inside(some: Iterable[int]) -> Iterator[int]:
        return (number_of("in", str(area), str(word)) for area in act.provinces for word in some)

    return ActKeys(
        soon=tuple(sorted({*rarest, *inside(rare)})),
        month=tuple(sorted({*inside(uncommon), *(number_of("town", str(town)) for town in act.towns)})),
        week=rare,
    )


def _told(facts: Facts) -> bool:
    return facts.status is Status.ASSERTED and not facts.background and facts.days is not None


def _numbers(words: Iterable[str]) -> tuple[int, ...]:
    return tuple(number_of("word", word) for word in sorted(words)[:MOST_WORDS])


def province_of(facts: Facts) -> int | None:
    """The number of the province in which it is looked up by one word; None where its day would not be
    forgiven being another, or it has no province."""
    place = facts.place
    forgiven = facts.main_act is not None or (facts.days is not None and facts.days.leaning)
    if facts.located and place is not None and facts.days is not None and forgiven:
        return number_of("province", place.country, place.admin1)
    return None


@dataclass(frozen=True, slots=True)
class Filed:
    """One key that a claim is filed under, with the days between which it can be found, as ordinals; None
    when it gives no day and is found whenever."""

    key: int
    first: int | None
    last: int | None


Sought = Filed
"""One key that a claim looks up, between these days; None: whenever."""


def filed_under(row: Row) -> list[Filed]:
    """The keys that a claim, by its row (`profiles.py`), is filed under, its days widened by how long a state
    of its type lasts, and its words, between its first day and its publication."""
    reach = _reach(row)
    return [*(Filed(key, *reach) for key in row["filed"]), *_by_words(row, 0, 0)]


def sought_by(row: Row) -> list[Sought]:
    """The keys that it looks up, its days widened likewise: together they reach as far as two claims may
    miss each other. One word in common is enough here, so more is found than two claims are compared by."""
    reach = _reach(row)
    return [*(Filed(key, *reach) for key in row["sought"]), *_by_words(row, WORDS_REACH, 2 * SOON)]


def _by_words(row: Row, reach: int, reach_of_act: int) -> list[Filed]:
    """Its very rare words, and what the act that its story is mainly about finds others by, with so many days
    around them."""
    told = row.get("published_day") or 0
    day = row.get("first_day", told)
    first, last = (min(day, told), max(day, told)) if row["act"] else (day, day)
    found = [Filed(word, first - reach, last + reach) for word in row["words"]]
    around = told - reach_of_act, told + reach_of_act
    keys = (*row["act_soon"], *row["act_month"], *row["act_week"])
    return [*found, *(Filed(number_of("act", str(key)), *around) for key in keys)]


def _reach(row: Row) -> tuple[int | None, int | None]:
    if "first_day" not in row:
        return None, None
    reach = max(1, row["lasts"])
    return row["first_day"] - reach, row["last_day"] + reach
