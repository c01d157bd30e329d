"""Dead of whom no claim of an incident gives a number: told without one, by a headline, or elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, EventType, Harm, Status, WeighedToll
from dateline.weighing import build_incidents, overall_toll, weigh_incident
from tests.linking.building import DARAA, HOMS, claim, span, story, toll, when

ATTACK = EventType.ATTACK_ON_CIVILIANS
STORIES = {name: story(name, day=3) for name in "ab"}
HURT = toll(3, 3, harm=Harm.INJURED)


def said(quote: str, story_id: str = "a", number: int = 0, event: EventType = ATTACK) -> Claim:
    return replace(claim(story_id, number, event), quote=span(quote, 100 * number))


def killed(*claims: Claim, beside: tuple[Claim, ...] = (), title: str = "") -> WeighedToll | None:
    stories = STORIES | {"a": story("a", day=3, title=title)}
    return overall_toll(weigh_incident("i-1", claims, stories, {}, beside=beside), Harm.KILLED)


@pytest.mark.parametrize(
    "quote",
    [
        "Police look into a deadly shooting on the quay.",
        "The army fatally shot a man on the quay.",
        "Units killed a large number of militants.",
        "Many died in the fire.",
        "Troops massacred villagers.",
    ],
)
def test_deaths_without_a_number_leave_high_open_and_give_no_number(quote: str) -> None:
    found = killed(said(quote))
    assert found is not None
    assert (found.low, found.best, found.high) == (None, None, None)
    assert f"«{quote}»" in found.rule
    assert found.claims == ("a#0",)


@pytest.mark.parametrize(
    "quote",
    [
        "He is charged with attempted murder.",
        "He was charged with two counts of attempted first-degree murder after the shooting.",
        "The homicide unit looks into the shooting.",
        "All suffered non-fatal gunshot wounds.",
        "He was armed with a deadly weapon and shot three people.",
        "He threatened to kill his neighbours and shot at the door.",
        "No one was killed in the shooting.",
        "Three people were shot on the quay.",
    ],
)
def test_words_that_only_look_like_death_say_nothing(quote: str) -> None:
    assert killed(said(quote)) is None


def test_what_is_only_feared_or_recalled_or_no_act_says_nothing() -> None:
    deadly = said("Police look into a deadly shooting.")
    assert killed(replace(deadly, status=Status.HYPOTHETICAL)) is None
    recalled = replace(deadly, background=True)
    assert killed(recalled, said("The port was closed.", number=3)) is None
    assert killed(recalled) is not None  # nothing else is told
    assert killed(said("He was arrested over a deadly shooting.", event=EventType.ARREST)) is None


def test_a_number_is_a_number() -> None:
    found = killed(
        said("Police look into a deadly shooting."), replace(claim("b", 0, ATTACK), tolls=(toll(2, 2),))
    )
    assert found is not None
    assert (found.low, found.best, found.high) == (2, 2, 2)


def test_the_dead_of_another_act_of_the_same_sentence_are_counted() -> None:
    words = "40 were killed when rockets struck a depot, igniting the fire."
    counts = replace(said(words), tolls=(toll(40, 40),), place=DARAA)
    assert killed(said(words, event=EventType.ARMED_CLASH), beside=(counts,)) is None


def test_a_headline_tells_of_dead_whom_nothing_counts() -> None:
    found = killed(said("Two people were held."), title="Two held after deadly shooting on the quay")
    assert found is not None
    assert (found.low, found.best, found.high) == (None, None, None)
    assert "«Two held after deadly shooting on the quay» (The A Gazette)" in found.rule


def test_a_headline_over_news_of_an_arrest_alone_tells_of_them_too() -> None:
    held = said("Two people were held.", event=EventType.ARREST)
    found = killed(held, title="Two held after deadly shooting on the quay")
    assert found is not None
    assert found.high is None
    act = said("Three people were shot.", number=3)
    assert killed(held, act, title="Two held after shooting on the quay") is None


def test_a_headline_is_of_what_its_story_tells_most() -> None:
    title = "Gunmen kill five in Daraa"
    in_daraa = tuple(
        replace(claim("a", number, ATTACK, where=DARAA), tolls=(toll(5, 5),)) for number in (3, 4)
    )
    assert killed(said("A man was shot in the leg."), beside=in_daraa, title=title) is None
    shelled = said("The port was shelled.", event=EventType.SHELLING)
    assert killed(shelled, beside=in_daraa[:1], title=title) is None


def counted_elsewhere(**told: object) -> Claim:
    dead = replace(claim("a", 5, ATTACK, where=HOMS, days=when(2)), tolls=(toll(2, 2),))
    return replace(dead, **told)  # type: ignore[arg-type]


def test_who_may_have_died_in_this_act_is_in_high_alone() -> None:
    found = killed(said("Four people were shot."), beside=(counted_elsewhere(),))
    assert found is not None
    assert (found.low, found.best, found.high) == (None, None, 2)
    assert "«2 people» killed in what is taken for another event" in found.rule


def test_another_day_or_province_or_what_goes_on_daily_is_another_act() -> None:
    quote = "Four people were shot."
    day = replace(when(7), mention=span("Tuesday"))
    stated = replace(said(quote), date=day)
    assert killed(stated, beside=(counted_elsewhere(date=replace(when(2), mention=span("Friday"))),)) is None
    assert killed(stated, beside=(counted_elsewhere(),)) is not None
    assert killed(said(quote), beside=(counted_elsewhere(place=DARAA),)) is None
    assert killed(said(quote, event=EventType.SHELLING), beside=(counted_elsewhere(),)) is None
    assert killed(said(quote), beside=(counted_elsewhere(story="b"),)) is None


def test_all_incidents_at_once_know_what_stands_beside_them() -> None:
    here, there = said("Four people were shot."), counted_elsewhere()
    for membership in ({here.id: "i-1", there.id: "i-2"}, {here.id: "i-1", there.id: None}):
        built = {one.id: one for one in build_incidents(STORIES, (here, there), {}, membership)}
        found = overall_toll(built["i-1"], Harm.KILLED)
        assert found is not None
        assert found.high == 2
