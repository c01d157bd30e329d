"""Totals over a time, a war or a country beside what one act did."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Claim, EventType, Harm, Toll
from dateline.weighing import weigh_incident
from tests.linking.building import claim, said_by, span, story, toll, when

STORIES = {name: story(name, day=number) for number, name in enumerate("abc", 4)}
MONITOR = said_by("Northern Monitor", "monitor")
HOSPITAL = said_by("Central Hospital", "medics")


def killed(*claims: Claim) -> tuple[int | None, int | None, int | None]:
    (only,) = weigh_incident("i-1", claims, STORIES, {}).tolls
    return only.low, only.best, only.high


def over_days(story_id: str, number: int, low: int, *, by: str = "Northern Monitor") -> Claim:
    """So many killed "since Sunday", of which the days run from the 1st to the 5th."""
    given = replace(when(1, 5), mention=span("since Sunday", 10 * number + 20))
    made = claim(story_id, number, days=given, by=said_by(by, "monitor"), tolls=(toll(low, low),))
    return replace(made, quote=span(f"Raids have killed {low} since Sunday", 10 * number))


def test_a_total_over_days_is_not_the_toll_of_one_of_them() -> None:
    the_day = claim("a", 0, days=when(4), by=HOSPITAL, tolls=(toll(16, 16),))
    assert killed(the_day, over_days("b", 0, 44)) == (16, 16, 16)


def test_a_total_over_days_stands_where_nobody_tells_a_days_own() -> None:
    assert killed(over_days("a", 0, 44), over_days("b", 0, 52, by="Central Hospital")) == (44, 52, 52)


def test_people_besieged_are_counted_over_time_beside_a_days_number() -> None:
    trapped = toll(9000, 9000, harm=Harm.BESIEGED)
    since = replace(over_days("a", 0, 1), tolls=(trapped,), event=claim("a", 0, EventType.SIEGE).event)
    today = claim("b", 0, EventType.SIEGE, days=when(4), tolls=(replace(trapped, low=4, high=4),))
    assert killed(since, today)[2] == 9000


def test_what_a_war_lost_gives_an_incident_no_toll() -> None:
    shells = claim("a", 0, days=when(4), tolls=(toll(16, 16),))
    war = replace(
        claim("a", 1, days=when(4), tolls=(toll(230_000, None), toll(11_000_000, None, harm=Harm.DISPLACED))),
        quote=span("The war has killed 230,000 and displaced 11 million", 10),
    )
    assert killed(shells, war) == (16, 16, 16)


def test_a_toll_that_deaths_bring_to_a_number_holds_them() -> None:
    def words(low: int, high: int | None, text: str, at: int) -> Toll:
        return replace(toll(low, high), mention=span(text, at))

    news = claim("a", 0, by=MONITOR)
    risen = replace(
        news,
        quote=span("Several people died of their wounds, bringing the toll to 61"),
        tolls=(words(3, None, "Several people", 0), words(61, 61, "toll to 61", 50)),
    )
    assert killed(risen) == (61, 61, 61)


def dead(low: int, high: int | None, words: str, sentence: str) -> Toll:
    """So many dead, in these words of the sentence."""
    return replace(toll(low, high), mention=span(words, sentence.index(words)))


def test_bodies_that_somebody_saw_are_some_of_the_dead_and_no_lower_toll() -> None:
    news = "At least 300 people were killed"
    film = "A film showed the bodies of a dozen people in a yard"
    told = replace(
        claim("a", 0, by=MONITOR), quote=span(news), tolls=(dead(300, None, "At least 300", news),)
    )
    seen = replace(claim("b", 0), quote=span(film), tolls=(dead(12, 12, "a dozen people", film),))
    assert killed(told, seen) == (300, 300, None)
    assert killed(seen) == (12, 12, 12)


def test_bodies_beside_a_larger_number_of_one_sentence_are_among_them() -> None:
    news = "32 were killed, with 18 bodies pulled from one house"
    tolls = (dead(32, 32, "32", news), dead(18, 18, "18 bodies", news))
    assert killed(replace(claim("a", 0), quote=span(news), tolls=tolls)) == (32, 32, 32)


def test_others_hurt_beside_the_dead_are_those_of_whom_at_least_about_as_many_were_told() -> None:
    hurt = toll(500, None, harm=Harm.INJURED)
    further = replace(toll(546, 546, harm=Harm.INJURED, at=60), mention=span("A further 546 people", 60))
    first = claim("a", 0, tolls=(toll(27, 27), hurt))
    again = claim("a", 5, tolls=(toll(27, 27), further))
    rows = weigh_incident("i-1", (first, again), STORIES, {}).tolls
    (injured,) = (row for row in rows if row.harm is Harm.INJURED)
    assert injured.best == 546


def test_further_people_may_be_among_those_counted_before() -> None:
    """ "Three people died. … Another man died at the scene": three or four."""
    another = replace(toll(1, 1, at=60), mention=span("Another man", 60))
    assert killed(claim("a", 0, tolls=(toll(3, 3),)), claim("a", 5, tolls=(another,))) == (3, 4, 4)


def test_one_person_is_harmed_on_one_day_however_vaguely_it_is_told() -> None:
    month = when(1, 31)
    assert killed(claim("a", days=month, tolls=(toll(1, 1),))) == (1, 1, 1)
    assert not weigh_incident("i-1", [claim("a", days=month, tolls=(toll(40, 40),))], STORIES, {}).tolls


def test_additional_people_are_others_than_those_counted_before() -> None:
    two_more = replace(toll(1, 1, at=60), mention=span("One additional suspect", 60))
    assert killed(claim("a", 0, tolls=(toll(3, 3),)), claim("a", 5, tolls=(two_more,))) == (4, 4, 4)
