"""The act that a story is mainly about is of one incident, and is compared with those of other stories as a
whole."""

from __future__ import annotations

from dateline.linking import explain_pair, link_claims
from dateline.model import Claim, EventType, Story

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
