"""Numbers of people that are of no single incident."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.linking import find_lineages, link_claims, load_linking_settings
from dateline.linking.aggregates import FILE, load_aggregates
from dateline.model import Claim, EventType, Harm, When
from dateline.ontology.files import knowledge_file
from tests.linking.building import MAY_DAY, claim, span, story, toll, when

RULES = load_aggregates()


def told(
    sentence: str, number: int, harm: Harm, days: str = "", first: int = 1, last: int = 1, story_id: str = "a"
) -> Claim:
    """A claim in these words of so many people, whose days stand in the sentence where `days` does."""
    given = when(first, last)
    if days:
        given = replace(given, mention=span(days, sentence.index(days)))
    event = EventType.DISPLACEMENT if harm is Harm.DISPLACED else EventType.SHELLING
    made = claim(story_id, event=event, days=given, tolls=(toll(number, harm=harm),))
    return replace(made, quote=span(sentence))


def of_a_war(sentence: str, number: int, harm: Harm = Harm.KILLED) -> bool:
    made = told(sentence, number, harm)
    return RULES.is_of_a_war(made.tolls[0], made)


@pytest.mark.parametrize(
    ("sentence", "number", "harm"),
    [
        ("Eleven million people have fled", 11_000_000, Harm.DISPLACED),
        ("The war has killed 4,000 people", 4_000, Harm.KILLED),
        ("Some 12,000 have been killed in Ruritania's long civil war", 12_000, Harm.KILLED),
        ("A quarter of a million are displaced across the ravaged country", 250_000, Harm.DISPLACED),
        ("Half a million live in besieged areas of the country", 500_000, Harm.BESIEGED),
    ],
)
def test_what_a_war_or_a_country_lost_is_of_no_incident(sentence: str, number: int, harm: Harm) -> None:
    assert of_a_war(sentence, number, harm)


@pytest.mark.parametrize(
    ("sentence", "number", "harm"),
    [
        ("The raid has killed 40 people in a war that has left the town in ruins", 40, Harm.KILLED),
        ("Some 9,000 people fled the fighting around the town on Sunday", 9_000, Harm.DISPLACED),
        ("Shells fell across the town and killed 1,100", 1_100, Harm.KILLED),
        ("Up to 300,000 people are trapped in the east of the city", 300_000, Harm.BESIEGED),
    ],
)
def test_what_one_act_or_one_siege_did_is(sentence: str, number: int, harm: Harm) -> None:
    assert not of_a_war(sentence, number, harm)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Since Thursday shells have killed 44 in the valley", "Since Thursday"),
        ("Over the past five days 23 were executed", "the past five days"),
        ("Raids killed 60 in one week", "in one week"),
        ("In recent days 57 have died under fire", "recent days"),
        ("Seven days of raids left 75 dead", "Seven days of"),
    ],
)
def test_people_counted_over_days_say_so(sentence: str, days: str) -> None:
    assert RULES.is_over_time(told(sentence, 9, Harm.KILLED, days, 1, 5))


@pytest.mark.parametrize(
    ("sentence", "days", "last"),
    [
        ("Earlier this week a blast killed 48 in the village", "Earlier this week", 5),
        ("Last week a mine killed nine", "Last week", 7),
        ("It was the first raid since Monday's, which killed nine", "since Monday", 4),
        ("Shells killed nine since Sunday night", "since Sunday night", 2),
    ],
)
def test_some_day_of_a_week_and_a_night_are_no_time_that_people_are_counted_over(
    sentence: str, days: str, last: int
) -> None:
    assert not RULES.is_over_time(told(sentence, 9, Harm.KILLED, days, 1, last))


def test_days_that_another_sentence_gives_say_nothing_of_how_people_were_counted() -> None:
    elsewhere = When(span("the past week", 500), MAY_DAY, MAY_DAY.replace(day=6), 2)
    assert not RULES.is_over_time(
        replace(told("A shell killed five at the gate", 5, Harm.KILLED), date=elsewhere)
    )


def of_several_acts(sentence: str, number: str) -> bool:
    """Whether the number that stands in the sentence sums up several acts."""
    made = told(sentence, 9, Harm.KILLED)
    counted = replace(made.tolls[0], mention=span(number, sentence.index(number)))
    return RULES.is_of_no_incident(counted, made)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("It was the third attack in a string of bombings that have killed 90 people", "90 people"),
        ("The slaying was the first in a series of three shooting deaths", "three shooting deaths"),
        ("A violent night in Tarvo leaves one dead", "one dead"),
        ("The deadly weekend left seven people dead across Tarvo", "seven people"),
        ("Fourteen people were hurt in 17 shootings", "Fourteen people"),
        ("Six men were killed in separate attacks in Lesk", "Six men"),
        ("Three dead, 22 wounded in weekend shootings", "Three dead"),
        ("Four were killed in shootings across the city", "Four"),
    ],
)
def test_a_number_that_sums_up_several_acts(sentence: str, number: str) -> None:
    assert of_several_acts(sentence, number)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("A series of car bombs in Tarvo killed 52 people", "52 people"),
        ("The blast killed 12, the latest in a string of attacks", "12"),
        ("Twin bombings in Tarvo killed 30", "30"),
        ("Nine were killed on the deadliest day of the war", "Nine"),
        ("Two air strikes killed nine people in Tarvo", "nine people"),
        ("Nine were killed in two air strikes on Tarvo", "Nine"),
    ],
)
def test_a_number_of_one_act_does_not(sentence: str, number: str) -> None:
    assert not of_several_acts(sentence, number)


def test_only_the_number_nearest_to_such_words_sums_up() -> None:
    sentence = "Two men were killed in Lesk, and three died in separate attacks"
    one = told(sentence, 2, Harm.KILLED)
    tolls = [
        replace(one.tolls[0], mention=span(words, sentence.index(words))) for words in ("Two men", "three")
    ]
    both = replace(one, tolls=tuple(tolls))
    assert [RULES.is_of_several_acts(toll, both) for toll in tolls] == [False, True]


def test_a_wars_displaced_are_no_incident_and_join_none() -> None:
    stories = {name: story(name) for name in "ab"}
    flight = told("Some 3,000 people fled the town", 3_000, Harm.DISPLACED)
    war = told("More than 10 million have fled in all", 10_000_000, Harm.DISPLACED, story_id="b")
    settings = load_linking_settings()
    found = link_claims(stories, [flight, war], find_lineages(stories.values(), settings))
    assert found[flight.id] is not None
    assert found[war.id] is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("killed: 50000", "kiled: 50000", r"aggregates\.yaml, line \d+: .*'kiled'; known are"),
        ("least-people: 1000", "least-people: many", r"line \d+: 'least-people'.*whole number"),
        ('"\\\\bsince\\\\b"', '"(since"', r"line \d+: under 'over-time'"),
        ("  before:", "  befor:", r"line \d+: .*'befor'; known are"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = knowledge_file(FILE).text
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_aggregates(tmp_path)
