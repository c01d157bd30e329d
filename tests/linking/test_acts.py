"""The act that a story is mainly about is of one incident, and is compared with those of other stories as a
whole."""

from __future__ import annotations

from dataclasses import replace

from dateline.linking import explain_pair, link_claims
from dateline.model import Claim, EventType, Harm, Span, Story, Toll

from .building import claim, place, story, toll, when

ATTACK = EventType.ATTACK_ON_CIVILIANS
TARVO = place("Tarvo", 45.0, 10.0, number=1, admin1="Lesk", country="ITA")
MIRENO = place("Mireno", 47.0, 14.0, number=2, admin1="Ostra", country="AUT")
NIGHT = (
    "Ottilie Brankov, a 34-year-old baker, was shot dead behind the Quellbach bakery in Tarvo. Police "
    "look for Jarno Fessl, who drove off in a Lancia. Her sister Wilhelmina found her. "
)
LATER = (
    "Jarno Fessl stood before judge Perlmutter for the killing of Ottilie Brankov, 34, shot behind the "
    "Quellbach bakery. Her sister Wilhelmina wept. His Lancia was found burnt. "
)


def told(*stories: Story, claims: tuple[Claim, ...]) -> list[str | None]:
    membership = link_claims({each.id: each for each in stories}, claims, {})
    return [membership[each.id] for each in claims]


def test_claims_of_the_main_act_stay_together_where_one_gives_no_more_than_the_province() -> None:
    province = place("Lesk", 45.1, 10.1, number=3, admin1="Lesk", country="ITA", precision=4)
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),)),
        claim("a", 2, EventType.UNSPECIFIED_VIOLENCE, where=province, days=when(3, 4), tolls=(toll(4, 4),)),
        claim("a", 3, ATTACK, where=TARVO, days=when(3)),
    )
    assert len(set(told(story("a", NIGHT, day=4), claims=claims))) == 1


def test_any_town_that_a_story_gives_for_its_act_may_be_the_other_ones() -> None:
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3)),
        claim("b", 1, ATTACK, where=MIRENO, days=when(9)),
        claim("b", 9, ATTACK, where=TARVO, days=when(9)),
        claim("b", 12, ATTACK, where=TARVO, days=when(9)),
    )
    stories = {"a": story("a", NIGHT, day=4), "b": story("b", LATER, day=10)}
    comparison = explain_pair(stories, claims[0], claims[2], {}, claims=claims)
    levels = {reason.field: reason.level for reason in comparison.reasons}
    assert levels["place"] == "retold-town"
    assert levels["ages"] == "shared"
    assert levels["published"] == "month"


def test_what_else_two_stories_tell_does_not_keep_their_acts_apart() -> None:
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3)),
        claim("a", 2, ATTACK, where=TARVO, days=when(3)),
        claim("b", 1, ATTACK, where=TARVO, days=when(23)),
        claim("b", 2, ATTACK, where=TARVO, days=when(23)),
        claim("b", 9, EventType.PROTEST, where=MIRENO, days=when(3)),
    )
    first, _, later, _, protest = told(story("a", NIGHT, day=4), story("b", LATER, day=24), claims=claims)
    assert first == later
    assert protest != later


def test_one_misread_act_does_not_outweigh_what_another_shares_with_both() -> None:
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3), tolls=(toll(3, 3),)),
        claim("b", 1, ATTACK, where=TARVO, days=when(3), tolls=(toll(3, 3),)),
        claim("c", 1, ATTACK, where=TARVO, days=when(10), tolls=(toll(40, 40),)),
    )
    bare = "A woman, 61, was shot dead in Tarvo. Police look for a man. "
    stories = story("a", bare, day=4), story("b", NIGHT, day=5), story("c", LATER, day=24)
    known = {each.id: each for each in stories}
    assert explain_pair(known, claims[0], claims[2], {}, claims=claims).score < -5
    assert len(set(told(*stories, claims=claims))) == 1


def test_an_arrest_told_for_an_act_is_of_its_incident_however_late() -> None:
    text = "A suspect was held on Friday in the shooting that killed a baker. Two boats burned. "
    held, shot = text.index("held"), text.index("shooting")
    whole = Span(0, text.index(" Two"), text[: text.index(" Two")])

    def part(number: int, event: EventType, at: int, word: str, day: int) -> Claim:
        made = claim("a", number, event, where=TARVO, days=when(day), background=event is ATTACK)
        return replace(made, quote=whole, event=replace(made.event, trigger=Span(at, at + len(word), word)))

    claims = (
        part(1, EventType.ARREST, held, "held", 23),
        part(2, ATTACK, shot, "shooting", 3),
    )
    arrest, act = told(story("a", text, day=24), claims=claims)
    assert arrest == act is not None


def test_an_act_that_its_story_only_recalls_is_grouped_like_news() -> None:
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),)),
        claim("b", 1, EventType.ARREST, where=MIRENO, days=when(23)),
        claim("b", 2, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),), background=True),
    )
    stories = {"a": story("a", NIGHT, day=4), "b": story("b", LATER, day=24)}
    levels = {
        reason.field: reason.level
        for reason in explain_pair(stories, claims[0], claims[2], {}, claims=claims).reasons
    }
    assert levels["place"] == "retold-town"
    first, _, recalled = told(*stories.values(), claims=claims)
    assert first == recalled


def test_the_day_of_an_arrest_says_nothing_against_an_older_act() -> None:
    claims = (
        claim("b", 1, EventType.ARREST, where=MIRENO, days=when(23)),
        claim("b", 2, EventType.ARREST, where=MIRENO, days=when(23)),
        claim("b", 3, ATTACK, where=TARVO, days=when(23)),
        claim("b", 4, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),), background=True),
    )
    *_, charged, recalled = told(story("b", LATER, day=24), claims=claims)
    assert charged == recalled


def test_another_act_of_the_day_of_an_arrest_keeps_away_from_what_is_recalled() -> None:
    claims = (
        claim("b", 1, EventType.ARREST, where=MIRENO, days=when(23)),
        claim("b", 2, ATTACK, where=MIRENO, days=when(23), tolls=(toll(9, 9),)),
        claim("b", 3, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),), background=True),
    )
    _, attack, recalled = told(story("b", LATER, day=24), claims=claims)
    assert attack != recalled


def test_one_that_tells_of_dead_and_one_of_hurt_alone_are_hardly_one_act_of_two_days() -> None:
    hurt = replace(toll(1, 1), harm=Harm.INJURED)

    def level(*tolls: tuple[Toll, ...]) -> str:
        claims = (
            claim("a", 1, ATTACK, where=TARVO, days=when(3), tolls=tolls[0]),
            claim("b", 1, ATTACK, where=TARVO, days=when(9), tolls=tolls[1]),
        )
        stories = {"a": story("a", NIGHT, day=4), "b": story("b", LATER, day=10)}
        comparison = explain_pair(stories, claims[0], claims[1], {}, claims=claims)
        return next(reason.level for reason in comparison.reasons if reason.field == "toll")

    assert level((toll(1, 1),), (hurt,)) == "retold-crossed"
    assert level((toll(1, 1), hurt), (toll(1, 1), hurt)) == "retold-both"
    assert level((toll(1, 1),), (toll(1, 1),)) == "retold-few"
