"""People who were hurt and died, and others who are told again: nobody is counted twice."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Claim, Harm, Toll
from dateline.weighing import overall_toll, weigh_incident
from tests.linking.building import claim, said_by, span, story, toll, when

STORIES = {name: story(name, day=number) for number, name in enumerate("abcd", 4)}
Triple = tuple[int | None, int | None, int | None] | None


def people(words: str, low: int | None, high: int | None, harm: Harm, *, part: bool = False) -> Toll:
    return replace(toll(low, high, harm=harm, subset=part), mention=span(words))


def hurt(words: str, low: int | None, high: int | None) -> Toll:
    return people(words, low, high, Harm.INJURED)


def dead(words: str, low: int | None, high: int | None, *, part: bool = False) -> Toll:
    return people(words, low, high, Harm.KILLED, part=part)


def numbers(*claims: Claim) -> tuple[Triple, Triple]:
    """Low, best and high of the killed and of the injured."""
    incident = weigh_incident("i-1", claims, STORIES, {})
    found = [overall_toll(incident, harm) for harm in (Harm.KILLED, Harm.INJURED)]
    killed, injured = ((one.low, one.best, one.high) if one else None for one in found)
    return killed, injured


ONE_DIED = dead("a man", 1, 1)


def test_the_three_others_are_others_than_the_dead_and_are_told_again() -> None:
    first = claim("a", 0, tolls=(ONE_DIED, hurt("three others", 3, 3)))
    again = claim(
        "a", 5, by=said_by("medics", "medics", named=False), tolls=(hurt("The three others", 3, 3),)
    )
    assert numbers(first, again) == ((1, 1, 1), (3, 3, 3))


def test_a_number_of_hurt_that_another_claim_told_of_the_dead_does_not_double() -> None:
    title = claim("a", 0, tolls=(dead("1 dead", 1, 1), hurt("4 wounded", 4, 4)))
    body = claim("a", 5, tolls=(hurt("Four other people", 4, 4),))
    assert numbers(title, body)[1] == (4, 4, 4)


def test_others_where_nobody_died_come_on_top() -> None:
    first, more = claim("a", 0, tolls=(hurt("two guards", 2, 2),)), hurt("two other guards", 2, 2)
    assert numbers(first, claim("a", 5, tolls=(more,)))[1] == (4, 4, 4)


def test_of_four_who_were_shot_and_one_who_died_three_are_hurt_and_four_at_most() -> None:
    shot = claim("a", 0, tolls=(hurt("Four people", None, 4), dead("one fatally", 1, 1)))
    assert numbers(shot) == ((1, 1, 1), (3, 3, 4))


def test_up_to_four_hurt_are_not_fewer_for_the_dead() -> None:
    told = claim("a", 0, tolls=(ONE_DIED, hurt("up to four others", None, 4)))
    assert numbers(told)[1] == (None, None, 4)


def test_one_of_the_five_hurt_has_died() -> None:
    told = claim("a", 0, tolls=(hurt("the five people", 5, 5), dead("one", 1, 1, part=True)))
    assert numbers(told)[1] == (4, 4, 5)


def test_a_number_of_hurt_that_is_the_dead_and_the_hurt_of_another_may_count_both() -> None:
    first = claim("a", tolls=(hurt("five people", 5, 5),))
    later = claim("b", tolls=(dead("one man", 1, 1), hurt("four others", 4, 4)))
    assert numbers(first, later) == ((1, 1, 1), (4, 4, 5))


def test_who_was_hurt_and_of_whom_a_later_story_tells_that_he_died_is_no_longer_hurt() -> None:
    first = claim("a", tolls=(hurt("A 20-year-old man", 1, 1),))
    later = claim("b", tolls=(dead("a man", 1, 1),))
    assert numbers(first, later) == ((1, 1, 1), (None, None, 1))


def test_another_person_by_age_or_sex_stays_hurt() -> None:
    first = claim("a", tolls=(hurt("A 20-year-old man", 1, 1),))
    later = claim("b", tolls=(dead("a girl", 1, 1),))
    assert numbers(first, later) == ((1, 1, 1), (1, 1, 1))


def test_some_of_the_hurt_died_later() -> None:
    first, later = claim("a", tolls=(hurt("five people", 5, 5),)), claim("b", tolls=(dead("two men", 2, 2),))
    assert numbers(first, later) == ((2, 2, 2), (3, 3, 5))


def test_the_dead_of_an_older_story_are_none_of_the_hurt_of_a_newer_one() -> None:
    first, later = claim("a", tolls=(dead("two men", 2, 2),)), claim("b", tolls=(hurt("five people", 5, 5),))
    assert numbers(first, later) == ((0, 2, 2), (5, 5, 5))  # who tells of no dead holds low at nothing


def test_a_story_that_tells_of_dead_and_hurt_is_believed() -> None:
    first = claim("a", tolls=(dead("one man", 1, 1), hurt("four people", 4, 4)))
    later = claim("b", tolls=(dead("two men", 2, 2),))
    assert numbers(first, later)[1] == (4, 4, 4)


def test_the_other_three_of_four_are_no_more_people() -> None:
    first, rest = claim("a", 0, tolls=(hurt("four men", 4, 4),)), hurt("the other three", 3, 3)
    assert numbers(first, claim("a", 5, tolls=(rest,)))[1] == (4, 4, 4)


def test_one_of_five_who_is_named_further_down_is_the_one_who_died() -> None:
    told = claim("a", 0, tolls=(hurt("the five people", 5, 5), dead("one", 1, 1, part=True)))
    named = claim("a", 5, tolls=(dead("Amal Rizk, 22", 1, 1),))
    assert numbers(told, named) == ((1, 1, 1), (4, 4, 5))


def test_who_was_hurt_at_the_age_of_one_who_died_is_that_one() -> None:
    first = claim("a", 0, tolls=(hurt("a 16-year-old", 1, 1),))
    died = claim("a", 5, tolls=(dead("Amal Rizk, 16", 1, 1),))
    assert numbers(first, died) == ((1, 1, 1), (None, None, 1))
    other = claim("a", 5, tolls=(dead("Amal Rizk, 40", 1, 1),))
    assert numbers(first, other)[1] == (1, 1, 1)


def test_the_child_who_was_hurt_is_the_only_child_who_died() -> None:
    girl = claim("a", 0, tolls=(dead("a 3-year-old girl", 1, 1),))
    assert numbers(girl, claim("a", 5, tolls=(hurt("the girl", 1, 1),))) == ((1, 1, 1), (None, None, 1))


def test_another_who_was_hurt_is_not_the_one_who_died() -> None:
    girl = claim("a", 0, tolls=(dead("a 3-year-old girl", 1, 1),))
    for words in ("the boy", "a girl", "the driver", "the 9-year-old girl"):
        assert numbers(girl, claim("a", 5, tolls=(hurt(words, 1, 1),)))[1] == (1, 1, 1), words
    two = claim("a", 0, tolls=(dead("two children", 2, 2),))
    assert numbers(two, claim("a", 5, tolls=(hurt("the child", 1, 1),)))[1] == (1, 1, 1)


def test_ages_in_words_are_ages() -> None:
    first = claim("a", 0, tolls=(hurt("a two-year-old boy", 1, 1),))
    died = claim("a", 5, tolls=(dead("Sami Rizk, 2", 1, 1),))
    assert numbers(first, died) == ((1, 1, 1), (None, None, 1))


def test_he_was_also_hurt_says_of_nobody_further() -> None:
    four = claim("a", 0, tolls=(hurt("four people", 4, 4),))
    assert numbers(four, claim("a", 5, tolls=(hurt("he had also", 1, 1),)))[1] == (4, 4, 4)


def late(name: str, said: str, words: str = "Sami Haddad", number: int = 9) -> Claim:
    """A claim of one dead, whose sentence is `said`."""
    return replace(claim(name, number, tolls=(dead(words, 1, 1),)), quote=span(said, number))


WOUNDED = hurt("two others", 2, 2)


def test_who_dies_after_the_dead_were_counted_is_one_more() -> None:
    counted = claim("a", 0, tolls=(dead("three people", 3, 3), WOUNDED))
    news = late("b", "Sami Haddad, who was shot on Monday, has died of his wounds.")
    assert numbers(counted, news)[0] == (3, 4, 4)
    again = late("c", "Sami Haddad has died.")
    assert numbers(counted, news, again)[0] == (3, 4, 4)
    incident = weigh_incident("i-1", (counted, news), STORIES, {})
    assert "3 and one who died later" in incident.tolls[0].rule
    assert set(incident.tolls[0].claims) == {counted.id, news.id}


def test_whose_death_is_only_recalled_may_have_been_counted() -> None:
    counted = claim("a", 0, tolls=(dead("three people", 3, 3), WOUNDED))
    recalled = late("b", "Sami Haddad died of his wounds two days later.")
    assert numbers(counted, recalled)[0] == (3, 3, 4)


def test_the_one_dead_who_has_died_is_no_second_one() -> None:
    counted = claim("a", 0, tolls=(dead("a man", 1, 1), WOUNDED))
    assert numbers(counted, late("b", "Sami Haddad has died."))[0] == (1, 1, 1)
    assert numbers(counted, late("b", "A woman shot on Monday has died.", "a woman"))[0] == (1, 2, 2)


def test_where_nobody_was_hurt_nobody_dies_later() -> None:
    counted = claim("a", 0, tolls=(dead("three people", 3, 3),))
    assert numbers(counted, late("b", "Sami Haddad has died of his wounds."))[0] == (3, 3, 3)


def test_a_death_that_was_known_when_the_dead_were_counted_is_among_them() -> None:
    counted = claim("b", 0, tolls=(dead("three people", 3, 3), WOUNDED))
    assert numbers(late("a", "Sami Haddad has died."), counted)[0] == (3, 3, 3)


def test_people_named_in_several_sentences_are_counted_together() -> None:
    two = claim(
        "a",
        0,
        tolls=(
            dead("Lina Saad, 18", 1, 1),
            replace(dead("Omar Nasr, 20", 1, 1), mention=span("Omar Nasr, 20", 40)),
        ),
    )
    third = claim("a", 5, tolls=(dead("Sami Haddad", 1, 1),))
    killed = numbers(two, third)[0]
    assert killed is not None
    assert killed[1:] == (3, 3)


def test_a_name_in_another_spelling_is_no_other_person() -> None:
    two = claim(
        "a",
        0,
        tolls=(dead("Daryl Hunt", 1, 1), replace(dead("Dosha Nasr", 1, 1), mention=span("Dosha Nasr", 40))),
    )
    again = claim(
        "a",
        5,
        tolls=(
            dead("Darryl Hunt", 1, 1),
            replace(dead("Deosha Naser", 1, 1), mention=span("Deosha Naser", 90)),
        ),
    )
    assert numbers(two, again)[0] == (2, 2, 2)


def test_people_named_of_two_days_are_not_counted_together() -> None:
    one = claim("a", 0, days=when(3), tolls=(dead("Sami Haddad", 1, 1),))
    other = claim("a", 5, days=when(5), tolls=(dead("Lina Saad", 1, 1),))
    assert numbers(one, other)[0] == (1, 1, 1)


def test_the_man_his_employer_and_a_guard_are_three() -> None:
    listed = ("the man", "his former employer", "a guard")
    tolls = tuple(replace(dead(words, 1, 1), mention=span(words, 40 * at)) for at, words in enumerate(listed))
    assert numbers(claim("a", 0, tolls=tolls))[0] == (3, 3, 3)
