"""What holds low down: stories that are silent on the dead, and parts of an incident that is in doubt."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Claim, Harm, Victims
from dateline.weighing import overall_toll, weigh_incident
from tests.linking.building import claim, story, toll

STORIES = {name: story(name, day=number) for number, name in enumerate("abcdefg", 3)}
Triple = tuple[int | None, int | None, int | None]


def counts(story_id: str, number: int = 0, *, dead: int | None = None, hurt: int | None = None) -> Claim:
    tolls = []
    if dead is not None:
        tolls.append(toll(dead, dead))
    if hurt is not None:
        tolls.append(toll(hurt, hurt, harm=Harm.INJURED, at=5))
    return claim(story_id, number, tolls=tuple(tolls))


def weigh(
    *claims: Claim,
    parts: dict[str, str] | None = None,
    lineages: dict[str, str] | None = None,
    beside: tuple[Claim, ...] = (),
    harm: Harm = Harm.KILLED,
) -> tuple[Triple, str]:
    incident = weigh_incident("i-1", claims, STORIES, lineages or {}, parts=parts, beside=beside)
    found = overall_toll(incident, harm)
    assert found is not None
    return (found.low, found.best, found.high), found.rule


def test_a_story_that_counts_the_hurt_and_no_dead_holds_low_at_nothing() -> None:
    numbers, rule = weigh(counts("a", dead=2), counts("b", hurt=5))
    assert numbers == (0, 2, 2)
    told = "Low is 0: The B Gazette (its own words) (5 hurt, 4 May 2013) tells of hurt and of nobody dead."
    assert told in rule


def test_one_that_came_out_before_knew_nothing_of_the_dead_yet() -> None:
    assert weigh(counts("a", hurt=5), counts("b", dead=2))[0] == (2, 2, 2)


def test_one_is_not_heard_against_two_and_copies_are_one() -> None:
    told = counts("a", dead=2), counts("b", dead=2)
    assert weigh(*told, counts("c", hurt=5))[0] == (2, 2, 2)
    assert weigh(*told, counts("c", hurt=5), counts("d", hurt=5))[0] == (0, 2, 2)
    copies = {"c": "c", "d": "c"}
    assert weigh(*told, counts("c", hurt=5), counts("d", hurt=5), lineages=copies)[0] == (2, 2, 2)


def test_who_tells_of_the_dead_too_or_denies_them_is_not_silent() -> None:
    assert weigh(counts("a", dead=2), counts("b", hurt=5), counts("b", 1, dead=2))[0] == (2, 2, 2)
    elsewhere = replace(counts("b", 1, dead=1), place=None)
    assert weigh(counts("a", dead=2), counts("b", hurt=5), beside=(elsewhere,))[0] == (2, 2, 2)
    recalled = replace(elsewhere, background=True)
    assert weigh(counts("a", dead=2), counts("b", hurt=5), beside=(recalled,))[0] == (0, 2, 2)


def test_no_word_on_the_hurt_says_nothing_on_the_dead() -> None:
    assert weigh(counts("a", dead=2), claim("b"))[0] == (2, 2, 2)


def test_low_is_that_of_the_part_that_counts_fewest() -> None:
    three, four, hurt = counts("b", dead=3), counts("c", dead=4), counts("d", hurt=9)
    assert weigh(three, four, hurt)[0] == (3, 4, 4)
    numbers, rule = weigh(three, four, hurt, parts={three.id: "x", four.id: "x", hurt.id: "y"})
    assert numbers == (0, 4, 4)
    assert "little holds this incident together: what The D Gazette (its own words) told" in rule


def test_a_part_that_counts_nobody_says_nothing() -> None:
    claims = counts("a", dead=2), claim("b")
    assert weigh(*claims, parts={claims[0].id: "x", claims[1].id: "y"})[0] == (2, 2, 2)


def test_one_story_does_not_stand_against_many() -> None:
    many = [counts(name, dead=2) for name in "abcde"]
    one = counts("f", hurt=3)
    assert weigh(*many, one, parts={c.id: "x" for c in many} | {one.id: "y"})[0] == (2, 2, 2)
    assert weigh(*many[:4], one, parts={c.id: "x" for c in many[:4]} | {one.id: "y"})[0] == (0, 2, 2)


def test_the_hurt_are_held_down_as_well_and_kinds_of_victims_together() -> None:
    civil = replace(toll(3, 3), victims=Victims.CIVILIAN)
    one = claim("a", tolls=(civil, toll(6, 6, harm=Harm.INJURED, at=5)))
    other = counts("b", dead=3, hurt=2)
    parts = {one.id: "x", other.id: "y"}
    assert weigh(one, other, parts=parts)[0] == (3, 3, 3)
    assert weigh(one, other, parts=parts, harm=Harm.INJURED)[0][0] == 2
