"""People who were alive when others counted the dead, and died later: a toll that moves without anybody's
giving it anew.

"Mother of the boy killed on Friday has died" makes two of the one dead of Friday's stories, which could not
know of her (Standards for Casualty Recording: a record is kept up to date with what became of the wounded).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.portraits import Portrait
from dateline.model import Harm
from dateline.weighing.reason import WHOLES
from dateline.weighing.told import Figure

NEWS = re.compile(
    r"\b(?:has|have) (?:now |since |also |finally )?(?:died|succumbed)\b|\bsuccumbs\b"
    r"|\bdies\b.{0,40}\b(?:after|from|of|following|days?|weeks?|later)\b"
    r"|\bdied (?:late |early |on )*(?:today|yesterday|overnight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r".{0,60}\b(?:wounds?|injur(?:y|ies))\b",
    re.IGNORECASE,
)
"""Words of a death that is the news, of somebody hurt before."""
RECALLED = re.compile(
    r"\b(?:died|succumbed)\b.{0,30}\b(?:wounds?|injur(?:y|ies))\b"
    r"|\bdied\b.{0,30}\b(?:days?|weeks?|months?) (?:later|after)\b",
    re.IGNORECASE,
)
"""Words of a death that came after the act, whenever the story was printed."""
WEEK = 7
"""Days within which a death is news, or "on Tuesday"."""
LATEST = 60
"""Days after a count of the dead in which the news of a further death is taken to be of one more."""


def with_later_deaths(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those of the dead with the people who died after they were given.

    A number of dead in a story that tells of people hurt is raised, for its best and its high, by each person
    of whom a story of a later day says as news that he has died; where that is only recalled, by its high
    alone, for the person may have been counted. Its low stays. Of one dead, who may be that person by age and
    sex, only the news of a death more than a week later makes two.
    """
    told = list(figures)
    late = [one for one in told if _is_later_death(one)]
    if not late:
        return told
    hurt = [one for one in told if one.harm is Harm.INJURED and one.high != 0 and not one.part]
    raised = [_raised(one, late, hurt) if one.harm is Harm.KILLED else one for one in told]
    counted = {claim for one in raised if one.later for claim in one.claims}
    return [
        replace(one, part=True) if one in late and counted.issuperset(one.claims) else one for one in raised
    ]


def _is_later_death(figure: Figure) -> bool:
    alone = figure.harm is Harm.KILLED and figure.low == figure.high == 1 and figure.named
    return alone and figure.published is not None and _says_later(figure)


def _says_later(figure: Figure) -> bool:
    return NEWS.search(figure.said) is not None or RECALLED.search(figure.said) is not None


def _raised(figure: Figure, late: Sequence[Figure], hurt: Sequence[Figure]) -> Figure:
    if figure.part or figure.low is None or figure.low != figure.high or not figure.low or figure in late:
        return figure
    day = figure.published
    if day is None or not any(one.order[:2] == figure.order[:2] and one.low for one in hurt):
        return figure
    persons: list[Figure] = []
    for one in late:
        if _is_of_another(one, figure, day) and not any(_can_be(one, other) for other in persons):
            persons.append(one)
    if not persons:
        return figure
    news = sum(NEWS.search(one.said) is not None for one in persons)
    return replace(
        figure,
        high=figure.low + len(persons),
        likely=figure.low + news,
        later=len(persons),
        claims=tuple(dict.fromkeys(claim for one in (figure, *persons) for claim in one.claims)),
    )


def _is_of_another(late: Figure, figure: Figure, day: int) -> bool:
    """Whether the person died after the figure of that day was given, and is none of its dead."""
    after = (late.published or 0) - day
    if not 0 < after <= LATEST or figure.victims not in (*WHOLES, late.victims):
        return False
    told_later = after > WEEK and NEWS.search(late.said) is not None
    return (figure.low or 0) > 1 or not _can_be(late, figure) or told_later


def _can_be(one: Figure, other: Figure) -> bool:
    return Portrait.of(one.words).can_be(Portrait.of(other.words))
