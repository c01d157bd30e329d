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
from dateline.linking.fields import WEEK
from dateline.linking.names import consonants
from dateline.linking.numbers import number_of
from dateline.linking.retold import MONTH
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
WORD_MONTH = 32
"""One word is looked up in a province in one stretch of so many days, or in neighbouring ones."""
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


ENOUGH = 34
"""What the keys by which one claim finds another must be worth together."""
VERY_RARE, RARE = 33, 1
"""What words are worth that two passages share: one very rare word and any other are enough, and rare words
alone never are, of which `MOST_WORDS` are looked up."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One key that a claim is filed under, with the days between which it can be found, as ordinals; None
    when it gives no day and is found whenever."""

    key: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Sought:
    """One key that a claim looks up, between these days (None: whenever), and what it is worth: a claim is
    found that is worth `ENOUGH` by all that the one looks up."""

    key: int
    first: int | None
    last: int | None
    worth: int = ENOUGH


def filed_under(rows: Iterable[Row]) -> Iterator[tuple[str, Filed]]:
    """The claims of a story's profile by their ids, each with what it is filed under: its keys, its days
    widened by how long a state of its type lasts, and its words, between its first day and its publication.
    The first claim of the act that its story is mainly about stands for all of them (`_speaking`)."""
    for row, speaks in _speaking(rows):
        claim, reach = row["claim_id"], _reach(row)
        yield from ((claim, Filed(key, *reach)) for key in row["filed"])
        if speaks:
            days = _days_of_words(row)
            words = (*row["words"], *map(_rare, row["rare_words"]))
            yield from ((claim, Filed(word, *days)) for word in words)
            told = row.get("published_day") or 0
            yield from ((claim, Filed(key, told, told)) for keys, _ in _of_act(row) for key in keys)


def sought_by(rows: Iterable[Row]) -> Iterator[list[Sought]]:
    """What claims of a story look up, each by itself: their days widened likewise, so that together they
    reach as far as two claims may miss each other."""
    for row, speaks in _speaking(rows):
        reach = _reach(row)
        sought = [Sought(key, *reach) for key in row["sought"]]
        if speaks:
            sought += _by_words(row)
        yield sought


def _speaking(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """The rows of a story, each with whether it is looked up by its words: of the claims of the act that the
    story is mainly about, which have one passage, only the first is."""
    seen = False
    for row in rows:
        yield row, not (row["act"] and seen)
        seen = seen or row["act"]


Found = tuple[str, int | None, int | None]
"""A claim that is filed under a key, and the days between which it can be found, as in `Filed`."""


def worth_enough(sought: Iterable[Sought], filed: Mapping[int, Iterable[Found]]) -> set[str]:
    """The claims that what one claim seeks finds among those that are `filed` under each key."""
    worth: dict[str, int] = {}
    for one in sought:
        for claim, first, last in filed.get(one.key, ()):
            if _meet(one, first, last):
                worth[claim] = worth.get(claim, 0) + one.worth
    return {claim for claim, found in worth.items() if found >= ENOUGH}


def _meet(one: Sought, first: int | None, last: int | None) -> bool:
    if one.first is None or first is None or one.last is None or last is None:
        return True
    return one.first <= last and first <= one.last


def _by_words(row: Row) -> Iterator[Sought]:
    """By its passage: two words within three years, one within a month or two; and what the act that its
    story is mainly about finds others by."""
    first, last = _days_of_words(row)
    for word in row["words"]:
        yield Sought(word, first - WORDS_REACH, last + WORDS_REACH, VERY_RARE)
        yield Sought(word, first - 2 * WORD_MONTH, last + 2 * WORD_MONTH)
    for word in map(_rare, row["rare_words"]):
        yield Sought(word, first - WORDS_REACH, last + WORDS_REACH, RARE)
    told = row.get("published_day") or 0
    for keys, days in _of_act(row):
        yield from (Sought(key, told - 2 * days, told + 2 * days) for key in keys)


def _days_of_words(row: Row) -> tuple[int, int]:
    told = row.get("published_day") or 0
    day = row.get("first_day", told)
    return (min(day, told), max(day, told)) if row["act"] else (day, day)


def _rare(word: int) -> int:
    return number_of("rare", str(word))


def _of_act(row: Row) -> Iterator[tuple[list[int], int]]:
    """The keys by which acts that stories are mainly about find each other, and in stretches of how many days
    of their publication."""
    for name, days in (("act_soon", SOON), ("act_month", MONTH), ("act_week", WEEK)):
        yield [number_of("act", str(key)) for key in row[name]], days


def _reach(row: Row) -> tuple[int | None, int | None]:
    if "first_day" not in row:
        return None, None
    reach = max(1, row["lasts"])
    return row["first_day"] - reach, row["last_day"] + reach
