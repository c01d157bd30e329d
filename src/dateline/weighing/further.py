"""People whom a story counts on top of those whom it counted before: "two additional suspects"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Harm, Victims
from dateline.weighing.told import KNOWN, Figure, Member, added_up

MANY, ABOUT = 10, 1.25
"""A lower bound of `MANY` people and more is near a number that is at most `ABOUT` times it."""
ADDED = frozenset({"additional", "also", "further"})
"""Words of people who are others than those counted before for sure; "another" may go on with the list."""
BESIDE = {Harm.KILLED: Harm.INJURED, Harm.INJURED: Harm.KILLED}
"""Harms that one act does side by side: "others" hurt are mostly others than the dead."""


def with_further(figures: Iterable[Figure]) -> list[Figure]:
    """The figures, those of further people with what their story told before added to them.

    "A leader was arrested. … Two additional suspects were detained" are three, whoever of the story's
    narrator and a claimant says the one and the other: a figure of its own, in the place of the two. Further
    people who are told again ("a leader and one suspect … the other suspect") are a part, and so are those
    who make up a number that the story gives ("Four died. Two died at once, two others in hospital").
    """
    by_story: dict[tuple[int, str, Harm], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.order):
        by_story[*figure.order[:2], figure.harm].append(figure)
    return [
        figure
        for (day, story, harm), told in by_story.items()
        for figure in _of_story(told, by_story.get((day, story, BESIDE[harm]), ()) if harm in BESIDE else ())
    ]


def _of_story(told: Sequence[Figure], beside: Sequence[Figure]) -> list[Figure]:
    """The figures of one harm of a story; `beside` are those of the harm that others came to beside it."""
    found: list[Figure] = []
    makes_up = _making_up(told)
    for figure in told:
        base = _base(figure, found)
        if not base:
            found.append(figure)
        elif figure in makes_up or _is_told(figure, base) or _is_told_again(figure, told, beside):
            found.append(replace(figure, part=True))
        else:
            whole = _whole(base, figure)
            found = [one for one in found if one not in base or one.victims is not whole.victims]
            found.append(whole)
    return found


def _are_others_than(beside: Sequence[Figure], figure: Figure, told: Sequence[Figure]) -> bool:
    """ "One man died and three others were hurt. … The three others are in hospital": others than the dead,
    so that who were hurt are told again, where the story counts as many of them or more."""
    said_before = any(one.high != 0 and one.order <= figure.order for one in beside)
    return said_before and any(
        not (one.part or one.named) and one is not figure and _counts_as_many(one, figure)
        for one in told
        if one.order < figure.order or not one.further
    )


def _counts_as_many(one: Figure, figure: Figure) -> bool:
    """Whether as many as the further people, or more; "over 500" may be 546."""
    about = one.bound and MANY <= (one.low or 0) <= (figure.low or 0) <= ABOUT * (one.low or 0)
    return about or _most(one) >= _most(figure)


def _is_told_again(figure: Figure, told: Sequence[Figure], beside: Sequence[Figure]) -> bool:
    return _are_the_rest(figure, told) or _are_others_than(beside, figure, told)


def _are_the_rest(figure: Figure, told: Sequence[Figure]) -> bool:
    """ "Four men were shot. … The other three": those of whom nothing was told yet."""
    counted = [one for one in told if not (one.part or one.named or one.further)]
    definite = figure.words.lower().startswith("the ")
    return definite and any(one.order < figure.order and _most(one) >= _most(figure) for one in counted)


def _most(figure: Figure) -> int:
    return max(figure.low or 0, figure.high or 0)


def _making_up(told: Sequence[Figure]) -> list[Figure]:
    """Further people who, with those told right before them, come to just what the story gives elsewhere."""
    counted = [one for one in told if not one.part and not one.further]
    found: list[Figure] = []
    for place, first in enumerate(told):
        if first.part or first.further:
            continue
        chain, total = [], first.low or 0
        for figure in told[place + 1 :]:
            if figure.part or figure.claims == first.claims:
                continue
            if not figure.further:
                break
            chain.append(figure)
            total += figure.low or 0
            if any(one.low == total and one.claims not in (first.claims, figure.claims) for one in counted):
                found += chain
                break
    return found


def _base(figure: Figure, before: Sequence[Figure]) -> list[Figure]:
    """What the further people come on top of: the largest that an earlier claim of the story tells."""
    if not figure.further or figure.part:
        return []
    by_claim: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for one in before:
        can_add = figure.voice.own or one.voice.own or one.voice.key == figure.voice.key
        if can_add and not one.part and one.low and one.claims != figure.claims:
            by_claim[one.claims].append(one)
    return max(by_claim.values(), key=lambda group: sum(one.low or 0 for one in _disjoint(group)), default=[])


def _disjoint(figures: Sequence[Figure]) -> list[Figure]:
    """A claim's figures that are not inside another: people of unsaid kind may be a whole."""
    wholes = [one for one in figures if one.victims not in KNOWN]
    sides = [one for one in figures if one.victims in KNOWN]
    by_low = sum(one.low or 0 for one in sides), sum(one.low or 0 for one in wholes)
    return wholes if by_low[1] >= by_low[0] else sides


def _is_told(figure: Figure, base: Sequence[Figure]) -> bool:
    """Whether the further people are among those of the base, which tells of others beside them, or may be
    as nobody knows how many either were."""
    if figure.bound and any(one.bound for one in _disjoint(base)):
        return True
    members = [member for one in _disjoint(base) for member in one.members]
    return len(members) > 1 and any(_may_be(figure, member) for member in members)


def _may_be(figure: Figure, member: Member) -> bool:
    low, high = member
    return (low or 0) <= (figure.low or 0) and (high is None or (figure.low or 0) <= high)


def _whole(base: Sequence[Figure], figure: Figure) -> Figure:
    groups = [*_disjoint(base), figure]
    alike = len({one.victims for one in groups}) == 1
    parties = {one.party for one in groups}
    whole = added_up(groups)
    summed, counted = sum(one.low or 0 for one in groups), sum(one.low or 0 for one in groups[:-1])
    among = _may_be_among(figure, groups[:-1])
    return replace(
        whole,
        voice=figure.voice,
        victims=figure.victims if alike else Victims.UNKNOWN,
        party=figure.party if len(parties) == 1 else None,
        low=counted if among else summed,
        likely=summed if among else whole.likely,
        order=figure.order,
        published=figure.published,
        claims=tuple(dict.fromkeys(claim for one in groups for claim in one.claims)),
    )


def _may_be_among(figure: Figure, base: Sequence[Figure]) -> bool:
    """Whether the further people may still be some of those counted before: "Three people died. … Another man
    died at the scene" may tell of the third."""
    if not ADDED.isdisjoint(figure.words.lower().split()):
        return False
    exact = figure.low == figure.high and all(one.low == one.high for one in base)
    return exact and any((one.low or 0) > (figure.low or 0) and not one.named for one in base)


def named_in_larger(figures: Iterable[Figure]) -> list[Figure]:
    """Who is named and not counted ("a leader", "the leader and two guards") is a part where anyone counts
    more people of the same kind, or where of unsaid kind of any: that these were killed does not say that
    only they were. So are the dead whom somebody saw ("a dozen bodies")."""
    told = list(figures)
    wholes: dict[tuple[Harm, Victims | None], int] = defaultdict(int)
    for one in told:
        if not one.part:
            number = _most(one)
            for kinds in (one.victims, None):
                wholes[one.harm, kinds] = max(wholes[one.harm, kinds], number)
    return [
        replace(one, part=True)
        if (one.named or one.seen)
        and _most(one) < wholes[one.harm, one.victims if one.victims in KNOWN else None]
        else one
        for one in told
    ]
