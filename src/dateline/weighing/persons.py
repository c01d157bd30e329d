"""Persons whom a story tells of one by one, without a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.portraits import Portrait
from dateline.linking.names import consonants, plain
from dateline.model import Harm, Victims
from dateline.weighing.told import Figure


def persons_together(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, persons told apart by age or sex in one story as one figure of them all.

    "A man of 23 was wounded. … A woman of 19 was hit in the leg" are two, whoever says the one and the other;
    "the man", told again, is no other person. Where the story counts people of that harm, they are among
    those. (Standards for Casualty Recording: one record for each victim, matched before it is counted.)
    """
    by_story: dict[tuple[int, str, Harm], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.order):
        by_story[*figure.order[:2], figure.harm].append(figure)
    return [figure for told in by_story.values() for figure in _of_story(told)]


def _of_story(told: Sequence[Figure]) -> Sequence[Figure]:
    told = _with_all_named(told)
    alone = [one for one in told if one.named and one.low == one.high == 1 and not (one.part or one.further)]
    counted = any(one not in alone and not one.part and one.high != 0 for one in told)
    persons = _apart(alone)
    if counted or len(persons) < 2:
        return told
    return [*(one for one in told if one not in alone), _together(persons, len(persons), alone)]


def _together(persons: Sequence[Figure], number: int, told: Sequence[Figure]) -> Figure:
    """One figure of so many people, of these persons as all of `told` tell of them."""
    return replace(
        persons[-1],
        victims=persons[0].victims if len({one.victims for one in persons}) == 1 else Victims.UNKNOWN,
        party=persons[0].party if len({one.party for one in persons}) == 1 else None,
        low=number,
        high=number,
        members=tuple(member for one in persons for member in one.members),
        claims=tuple(dict.fromkeys(claim for one in told for claim in one.claims)),
    )


def _with_all_named(told: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of a story, and where it gives more full names than it counts people in any of them, those
    whom it names together: "X and Y were killed. … Z was found dead inside the car" are three, unless they
    are of different days. One surname, however it is spelled, is of two people only in one list.
    """
    naming = [one for one in told if one.names and not one.part]
    if len(naming) < 2 or _are_of_days(naming):
        return told
    listed: list[tuple[Figure, str]] = []
    for figure in naming:
        for name in figure.names:
            if not any(_is_one_name(name, other) for by, other in listed if by is not figure):
                listed.append((figure, name))
    most = max(max(one.low or 0, one.high or 0) for one in told if not one.part)
    if len(listed) <= most:
        return told
    return [*told, _together(naming, len(listed), naming)]


def _are_of_days(figures: Sequence[Figure]) -> bool:
    """Whether they are of days that have none in common."""
    days = [one.days for one in figures if one.days is not None]
    return bool(days) and max(first for first, _ in days) > min(last for _, last in days)


def _is_one_name(one: str, other: str) -> bool:
    ends = [consonants(plain(name).split()[-1]) for name in (one, other)]
    return (
        ends[0] == ends[1] or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
    )


def _apart(alone: Sequence[Figure]) -> list[Figure]:
    """The first figure of each person; one who can be a person told before is that person."""
    persons: list[Figure] = []
    for figure in alone:
        portrait = Portrait.of(figure.words)
        if not any(portrait.can_be(Portrait.of(other.words)) for other in persons):
            persons.append(figure)
    return persons
