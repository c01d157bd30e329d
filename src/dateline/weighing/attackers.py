"""An attacker who died, on top of those whom he attacked: "three of a family were shot dead. … The gunman
killed himself".

UCDP GED and the Gun Violence Archive count an attacker among the dead; a story mostly counts those whom he
attacked, and tells of him apart. Whether its number holds him is often left open: then only high does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.coding.portraits import Portrait
from dateline.model import Harm, Victims
from dateline.weighing.reason import WHOLES
from dateline.weighing.told import OWN_HAND, Figure

TURNED = re.compile(
    r"\bturn(?:s|ed|ing)? (?:(?:the|a|his|her|that|its) )?(?:[\w-]+ ){0,2}"
    r"on (?:himself|herself|themselves)\b",
    re.IGNORECASE,
)
"""Words of an attacker who may have died by his own hand."""
OF_A_DEED = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|shot dead|shot and killed|fatally (?:shot|stabbed)"
    r"|gunned down|massacred|executed|stabbed to death)\s*\Z",
    re.IGNORECASE,
)
"""What stands before those whom somebody killed; he is none of them."""
VICTIMS = re.compile(r"\bvictims?\b", re.IGNORECASE)


def with_attackers(figures: Iterable[Figure], words: frozenset[str]) -> list[Figure]:
    """The figures, those of the dead with the one attacker of whom their story tells apart that he died.

    `words` are nouns for attackers. A number is raised by him for its high, and for its best too where it is
    one of victims ("killed three people"); its low stays. It is left as it is where it says that it holds him
    ("four dead, including the gunman"), or is just another number and he.
    """
    told = list(figures)
    dead = [one for one in told if one.harm is Harm.KILLED and not one.part]
    by_story: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for one in dead:
        by_story[one.order[:2]].append(one)
    holding = _holding(dead, words)
    changed: dict[int, Figure] = {}
    for of_story in by_story.values():
        attackers = [one for one in of_story if _is_attacker(one, words)]
        if attackers:
            others = [one for one in of_story if one.low and one not in attackers]
            changed |= _raised(others, attackers, holding)
    return [changed.get(id(one), one) for one in told]


def _raised(dead: Sequence[Figure], attackers: Sequence[Figure], holding: set[int]) -> dict[int, Figure]:
    """The figures that change, by the id of the object that they stand for; `holding` are numbers that hold
    the attacker, of whom the surest of `attackers` tells."""
    surest = max(attackers, key=lambda one: one.low or 0)
    beside = [one for one in dead if _are_others(one, attackers)]
    if not beside:
        return {}
    apart = [one for one in beside if one.low not in holding]
    found = {id(one): _with(one, surest) for one in apart if one.victims in (*WHOLES, surest.victims)}
    civilians = [one for one in apart if one.victims is Victims.CIVILIAN]
    if civilians and not found:
        # Civilians and combatants are added up; an attacker is none of the former.
        sure = surest.low if any(map(_are_victims, civilians)) else 0
        found[id(surest)] = replace(surest, victims=Victims.COMBATANT, low=0, likely=sure)
    return {id(one): replace(one, part=True) for one in attackers} | found


def _with(one: Figure, attacker: Figure) -> Figure:
    """The figure with the attacker on top."""
    sure = attacker.low or 0 if _are_victims(one) else 0
    return replace(
        one,
        high=None if one.high is None else one.high + 1,
        likely=(one.low or 0) + sure if one.low == one.high else one.likely,
        attacker=True,
        claims=tuple(dict.fromkeys(claim for each in (one, attacker) for claim in each.claims)),
    )


def _is_attacker(figure: Figure, words: frozenset[str]) -> bool:
    """Whether the dead is one attacker by the noun, or one who died by his own hand."""
    if len(figure.members) != 1 or figure.high != 1 or figure.further:
        return False
    if _any_of(words).search(figure.words):
        return True
    return (figure.named or figure.low == 0) and _is_by_own_hand(figure)


def _is_by_own_hand(figure: Figure) -> bool:
    end = OWN_HAND.search(figure.said) or TURNED.search(figure.said)
    at = figure.said.find(figure.words)
    return end is not None and 0 <= at < end.start()


def _are_others(one: Figure, attackers: Sequence[Figure]) -> bool:
    """Whether the dead are several, or one who is not the attacker by age and sex."""
    if one.low != 1:
        return True
    return all(not Portrait.of(one.words).can_be(Portrait.of(other.words)) for other in attackers)


def _holding(dead: Sequence[Figure], words: frozenset[str]) -> set[int]:
    """The numbers that hold the attacker: those that say so, and those that are another number and he."""
    lows = {one.low or 0 for one in dead}
    return (lows & {low + 1 for low in lows if low > 1}) | {
        one.low or 0 for one in dead if _holds(one, words)
    }


def _holds(figure: Figure, words: frozenset[str]) -> bool:
    """ "Four dead, including the gunman", "the gunman and two others", "killed two and himself"."""
    if len(figure.members) > 1 and OWN_HAND.search(figure.said):
        return True
    return _any_of(words).search(_clause(figure)) is not None and not _are_victims(figure)


def _clause(figure: Figure) -> str:
    """What is said of the number in one breath: "Three shot dead; suspect killed" are two things."""
    at = figure.said.find(figure.words)
    if at < 0:
        return figure.said
    return figure.said[figure.said.rfind(";", 0, at) + 1 :].partition(";")[0]


def _are_victims(figure: Figure) -> bool:
    """Whether the words are for those whom somebody killed."""
    at = figure.said.find(figure.words)
    return VICTIMS.search(figure.words) is not None or (
        at > 0 and OF_A_DEED.search(figure.said, 0, at) is not None
    )


@lru_cache(maxsize=8)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)
