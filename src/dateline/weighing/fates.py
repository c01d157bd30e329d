"""People who were hurt and died: counted among the dead by one, and among the hurt by another.

Who was first told as wounded and then died is one of the dead (Standards for Casualty Recording: one record
for each victim, with what became of the person), and a number of people who were hit holds both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.coding.portraits import Portrait
from dateline.model import Harm
from dateline.weighing.told import Figure

COUNTED = re.compile(
    r"(?!(?:up|as|at|no|fewer|less|under|not)\b)\w[\w-]*(?: (?!or\b)\w[\w'’-]*){0,6}", re.IGNORECASE
)
"""A number of people that is not put as the most that there were ("up to nine", "killed or wounded")."""


INDEFINITE = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)
YOUNG = re.compile(
    r"\b(?:child|boy|girl|toddler|baby|infant|teen|teenager|juvenile|youth|kid)\b", re.IGNORECASE
)
GROWN = 19
"""The last year of age at which news calls somebody a teenager."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one story says of the dead and the hurt: figures of wholes, the most dead of whom it tells in any
    figure, and the most that it counts as part of others ("one of the five")."""

    dead: tuple[Figure, ...]
    hurt: tuple[Figure, ...]
    some_dead: int
    part_dead: int

    @property
    def killed(self) -> int:
        """How many died, as far as the story says."""
        return max((one.low or 0 for one in self.dead), default=0)


def with_fates(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those of people hurt without the ones who died.

    "Four people were shot" in a story that tells of one dead are three hurt and at most four, and so are
    four hurt of whom one died. A number of hurt that is just the dead and the hurt of a story may count
    both, and is no more than the most. Where a story tells of no dead, and another, no older, of dead and of
    nobody hurt, the hurt of the first died: all of them, or so many of them. One person hurt of the
    age of one who died is that one.
    """
    told = sorted(figures, key=lambda one: one.order)
    stories = _tellings(told)
    return [_settled(one, stories) if one.harm is Harm.INJURED and not one.part else one for one in told]


def _tellings(told: Sequence[Figure]) -> dict[str, _Telling]:
    by_story: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in told:
        by_story[one.order[1]].append(one)
    tellings = {
        story: _Telling(
            dead=tuple(f for f in found if f.harm is Harm.KILLED and not f.part and f.high != 0),
            hurt=tuple(f for f in found if f.harm is Harm.INJURED and not f.part and f.high != 0),
            some_dead=max((f.low or 0 for f in found if f.harm is Harm.KILLED), default=0),
            part_dead=max(
                (f.low or 0 for f in found if f.harm is Harm.KILLED and f.part and not f.named), default=0
            ),
        )
        for story, found in by_story.items()
    }
    return {
        story: replace(one, hurt=tuple(hurt for hurt in one.hurt if not _is_the_dead(hurt, one)))
        for story, one in tellings.items()
    }


def _settled(figure: Figure, stories: dict[str, _Telling]) -> Figure:
    own = stories[figure.order[1]]
    number = figure.high
    if not number or (figure.low is not None and figure.low != number):
        return figure
    if figure.low is None:
        shot = own.some_dead and COUNTED.fullmatch(figure.words)
        return _less(figure, own.some_dead) if shot and own.some_dead < number else figure
    if any(_make_up(number, figure, one) for one in stories.values() if one is own or not own.killed):
        return replace(figure, low=None)
    if figure.named and number == 1 and any(_is_aged_alike(figure, one) for one in stories.values()):
        return replace(figure, low=None)
    if _is_the_dead(figure, own):
        return replace(figure, low=None)
    return _after_deaths(figure, number, own, [one for one in stories.values() if one is not own])


def _after_deaths(figure: Figure, number: int, own: _Telling, others: Sequence[_Telling]) -> Figure:
    """The figure less those of whom the story itself, or a later one, says that they died."""
    counted = any(not one.named or (one.low or 0) > own.part_dead for one in own.dead)
    if 0 < own.part_dead < number and len(own.hurt) == 1 and not counted:
        return _less(figure, own.part_dead)  # "one of the five has died"
    return figure if own.killed else _as_told_later(figure, number, others)


def _less(figure: Figure, dead: int) -> Figure:
    """The figure less so many dead, and at most as it was said."""
    number = figure.high or 0
    return replace(figure, low=number - dead, high=number, likely=number - dead)


def _make_up(number: int, figure: Figure, told: _Telling) -> bool:
    """Whether the story's dead and hurt come to just this number."""
    return any(
        dead.low == dead.high and hurt.low == hurt.high and (dead.low or 0) + (hurt.low or 0) == number
        for dead in told.dead
        for hurt in told.hurt
        if hurt is not figure
    )


def _as_told_later(figure: Figure, number: int, others: Sequence[_Telling]) -> Figure:
    """The figure after what stories that tell of dead and of nobody hurt say."""
    deadly = [one for one in others if one.some_dead and not one.hurt]
    if any(one.killed == number and _can_be(figure, one) for one in deadly):
        return replace(figure, low=None)
    later = [one for one in deadly if _is_later(figure, one)]
    dead = max((one.some_dead for one in later), default=0)
    return _less(figure, dead) if dead < number and later else figure


def _is_aged_alike(figure: Figure, told: _Telling) -> bool:
    """Whether another claim of the story tells of one dead of the same age as the person hurt."""
    portrait = Portrait.of(figure.words)
    return portrait.age is not None and any(
        one.named
        and one.low == 1
        and one.claims != figure.claims
        and Portrait.of(one.words).age == portrait.age
        and Portrait.of(one.words).can_be(portrait)
        for one in told.dead
    )


def _is_the_dead(figure: Figure, own: _Telling) -> bool:
    """Whether "the child" who was hurt is the only one whom another claim of the story tells as dead, a child
    by age or noun whom nothing tells apart."""
    alone = all(one.named and one.low == 1 for one in (*own.dead, *own.hurt, figure))
    if not alone or INDEFINITE.match(figure.words) or not _is_young(figure.words):
        return False
    portrait = Portrait.of(figure.words)
    others = [one for one in own.dead if one.claims != figure.claims]
    return any(_is_young(one.words) and portrait.can_be(Portrait.of(one.words)) for one in others)


def _is_young(words: str) -> bool:
    age = Portrait.of(words).age
    return YOUNG.search(words) is not None if age is None else int(age) <= GROWN


def _can_be(figure: Figure, told: _Telling) -> bool:
    """Whether the story's dead can be the people hurt: no older news, or the same person by age and sex."""
    if figure.named and figure.low == 1:
        portrait = Portrait.of(figure.words)
        return any(one.named and portrait.can_be(Portrait.of(one.words)) for one in told.dead)
    return _is_later(figure, told, same_day=True)


def _is_later(figure: Figure, told: _Telling, *, same_day: bool = False) -> bool:
    """Whether the story's newest figure is of a later day than this one, or of the same if that will do."""
    days = [one.published for one in told.dead if one.published is not None]
    if figure.published is None or not days:
        return False
    return max(days) > figure.published or (same_day and max(days) == figure.published)
