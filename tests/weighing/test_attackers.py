"""Attackers who died come on top of those whom they attacked, for high at least, and nobody twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, Harm, Toll, Victims
from dateline.weighing import overall_toll, weigh_incident
from tests.linking.building import actor, claim, span, story, toll

STORIES = {name: story(name, day=3) for name in "ab"}


def said(story_id: str, number: int, quote: str, *tolls: tuple[str, int, int]) -> Claim:
    """A claim in these words, each of its dead by its own words, low and high."""
    dead, start = [], 100 * number
    for words, low, high in tolls:
        at = start + quote.index(words)
        dead.append(replace(toll(low, high, at=at), mention=span(words, at)))
    return replace(claim(story_id, number, tolls=tuple(dead)), quote=span(quote, start))


def killed(*claims: Claim) -> tuple[int | None, int | None, int | None]:
    found = overall_toll(weigh_incident("i-1", claims, STORIES, {}), Harm.KILLED)
    return (None, None, None) if found is None else (found.low, found.best, found.high)


FAMILY = said("a", 0, "Police said three members of a family were dead.", ("three members", 3, 3))
GUNMAN = said("a", 5, "The gunman was shot dead by a guard.", ("The gunman", 1, 1))


def test_an_attacker_whom_the_story_tells_apart_may_be_one_more() -> None:
    assert killed(FAMILY, GUNMAN) == (3, 3, 4)
    (row,) = weigh_incident("i-1", (FAMILY, GUNMAN), STORIES, {}).tolls
    assert "3 and the attacker" in row.rule
    assert row.claims == (FAMILY.id, GUNMAN.id)


def test_whom_somebody_killed_he_is_none_of() -> None:
    victims = said("a", 0, "He killed three people in the shop.", ("three people", 3, 3))
    assert killed(victims, GUNMAN) == (3, 4, 4)


@pytest.mark.parametrize(
    "quote",
    ["Four people are dead, including the gunman.", "The gunman and three others, four people, are dead."],
)
def test_a_number_that_holds_the_attacker_is_not_raised(quote: str) -> None:
    assert killed(said("a", 0, quote, ("our people", 4, 4)), GUNMAN)[2] == 4


def test_an_attacker_told_behind_a_semicolon_is_not_among_the_number() -> None:
    family = said("a", 0, "Three members of a family shot dead; suspect killed.", ("Three members", 3, 3))
    suspect = said("a", 5, "The suspect died after police shot him.", ("The suspect", 1, 1))
    assert killed(family, suspect) == (3, 3, 4)


def test_nor_is_one_that_is_another_number_and_the_attacker() -> None:
    four = said("a", 2, "Four people are dead in all.", ("Four people", 4, 4))
    victims = said("a", 0, "He killed three people in the shop.", ("three people", 3, 3))
    assert killed(victims, four, GUNMAN)[1:] == (4, 4)


def test_one_who_turned_the_gun_on_himself_says_nothing_of_how_many_others_died() -> None:
    own = said("a", 5, "Then Haddad turned the weapon on himself.", ("Haddad", 0, 1))
    two = said("a", 0, "Two sisters were found dead.", ("Two sisters", 2, 2))
    assert killed(two, own) == (2, 2, 3)


def test_the_man_whom_police_shot_is_the_suspect() -> None:
    man = said("a", 7, "The man, 34, was pronounced dead.", ("The man, 34", 1, 1))
    assert killed(GUNMAN, man) == (1, 1, 1)


def test_one_attacker_more_is_counted_as_before() -> None:
    further = said("a", 5, "One additional suspect died.", ("One additional suspect", 1, 1))
    assert killed(FAMILY, further) == (4, 4, 4)


def test_several_attackers_are_weighed_like_anybody() -> None:
    attackers = said("a", 5, "Five attackers were killed.", ("Five attackers", 5, 5))
    assert killed(FAMILY, attackers) == (5, 5, 5)


def of_kind(made: Claim, kind: str, one: Toll) -> Claim:
    """The claim with one toll of armed people of a kind, who are named by its words."""
    armed = replace(one, victims=Victims.COMBATANT)
    named = replace(actor(armed.mention.text, kind=kind), mention=armed.mention)
    return replace(made, tolls=(armed,), actors=(named,))


def test_soldiers_and_rebels_of_two_sentences_are_different_people() -> None:
    soldiers = of_kind(claim("a", 0), "state-forces", toll(16, 16))
    rebels = of_kind(claim("a", 4), "rebels", toll(3, 3))
    assert killed(soldiers, rebels) == (19, 19, 19)
    again = of_kind(claim("b", 0), "state-forces", toll(18, 18))
    assert killed(soldiers, rebels, again)[0] == 19


def test_where_nobody_tells_of_both_sides_low_is_the_larger() -> None:
    soldiers = of_kind(claim("a", 0), "state-forces", toll(16, 16))
    rebels = of_kind(claim("b", 0), "rebels", toll(3, 3))
    assert killed(soldiers, rebels) == (16, 19, 19)
    (row,) = weigh_incident("i-1", (soldiers, rebels), STORIES, {}).tolls
    assert "No source tells of both: low is the largest." in row.rule


def test_soldiers_and_people_of_no_side_are_the_same_people_as_far_as_anyone_says() -> None:
    soldiers = of_kind(claim("a", 0), "state-forces", toll(16, 16))
    armed = claim("a", 4, tolls=(replace(toll(3, 3), victims=Victims.COMBATANT),))
    assert killed(soldiers, armed)[2] == 16


def test_fewer_of_no_side_may_be_of_either() -> None:
    soldiers = of_kind(claim("a", 0), "state-forces", toll(9, 9))
    rebels = of_kind(claim("a", 4), "rebels", toll(70, 70))
    assert killed(soldiers, rebels) == (79, 79, 79)  # in one story's own words
    fighters = claim("b", 4, tolls=(replace(toll(2, 2), victims=Victims.COMBATANT),))
    assert killed(soldiers, rebels, fighters)[0] == 2
