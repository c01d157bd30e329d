"""Telling words tie stories of one event together, and do not tie two attacks of one town."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.linking import explain_pair, link_claims
from dateline.linking.words import RAREST, Words, likeness, load_word_rarity, telling_words
from dateline.model import Claim, EventType, Story, When

from .building import claim, place, span, story, toll, when

ATTACK = EventType.ATTACK_ON_CIVILIANS
TARVO = place("Tarvo", 45.0, 10.0, number=1, admin1="Lesk", country="ITA")
MIRENO = place("Mireno", 47.0, 14.0, number=2, admin1="Ostra", country="AUT")
BAKERY = place("Quellbach Bakery", None, None, precision=6, country="ITA")
NIGHT = (
    "Ottilie Brankov, a 34-year-old baker, was shot dead behind the Quellbach bakery in Tarvo. Police "
    "look for Jarno Fessl, who drove off in a Lancia. Her sister Wilhelmina found her. "
)
LATER = (
    "Jarno Fessl stood before judge Perlmutter for the killing of Ottilie Brankov, the baker shot behind the "
    "Quellbach bakery. Her sister Wilhelmina wept. His Lancia was found burnt. "
)
OTHER = "A man was shot dead in front of his house in Tarvo. Police gave no name and look for two men. "


def told(*stories: Story, claims: tuple[Claim, ...]) -> list[str | None]:
    membership = link_claims({each.id: each for each in stories}, claims, {})
    return [membership[each.id] for each in claims]


def words_level(one: Story, other: Story) -> str:
    pair = [claim(each.id, event=ATTACK, where=TARVO, days=when(3)) for each in (one, other)]
    reasons = explain_pair({one.id: one, other.id: other}, pair[0], pair[1], {}).reasons
    return next(reason.level for reason in reasons if reason.field == "words")


def test_names_and_ages_are_telling_and_plain_words_are_not() -> None:
    words = telling_words(
        "The 34-year-old Ottilie Brankov's car was shot at in 2012, at 1700 Elm.", load_word_rarity()
    )
    assert {"ottilie", "brankov"} <= words.rarest
    assert {"age 34", "1700"} <= words.uncommon
    assert not {"the", "shot", "car", "2012"} & (words.uncommon | words.rare | words.rarest)


def test_what_is_left_out_does_not_count() -> None:
    assert "brankov" not in telling_words("Brankov fled.", {}, {"brankov"}).rarest


def test_stories_of_one_killing_share_many_words_and_those_of_two_few() -> None:
    assert words_level(story("a", NIGHT), story("b", LATER)) in ("retold-most", "retold-many")
    assert words_level(story("a", NIGHT), story("b", OTHER)) in ("retold-none", "retold-few")


def test_a_follow_up_weeks_later_joins_by_its_words() -> None:
    first, later = story("a", NIGHT, day=4), story("b", LATER, day=24)
    claims = (
        claim("a", event=ATTACK, where=TARVO, days=when(3)),
        claim("b", event=ATTACK, where=TARVO, days=when(23)),
    )
    one, other = told(first, later, claims=claims)
    assert one == other
    apart = told(first, story("b", OTHER, day=24), claims=claims)
    assert apart[0] != apart[1]


def test_a_place_found_in_the_wrong_country_is_forgiven_where_the_words_are_the_same() -> None:
    claims = tuple(
        claim(name, event=ATTACK, where=where, days=when(3)) for name, where in (("a", TARVO), ("b", MIRENO))
    )
    one, other = told(story("a", NIGHT, day=4), story("b", LATER, day=4), claims=claims)
    assert one == other
    apart = told(story("a", NIGHT, day=4), story("b", OTHER, day=4), claims=claims)
    assert apart[0] != apart[1]


def test_what_goes_on_daily_is_not_one_event_for_its_words() -> None:
    shelled = tuple(claim(name, where=TARVO, days=when(day)) for name, day in (("a", 3), ("b", 9)))
    one, other = told(story("a", NIGHT, day=4), story("b", LATER, day=10), claims=shelled)
    assert one != other


ELSEWHERE = (
    "Ottilie Brankov, 34, was buried in Mireno, where she was born. The baker was shot dead behind the "
    "Quellbach bakery. Jarno Fessl denies it, said judge Perlmutter. "
)


def test_a_funeral_in_another_town_is_told_of_the_same_killing() -> None:
    claims = (
        claim("a", event=ATTACK, where=TARVO, days=when(3)),
        claim("b", event=ATTACK, where=MIRENO, days=when(9)),
    )
    one, other = told(story("a", NIGHT, day=4), story("b", ELSEWHERE, day=10), claims=claims)
    assert one == other


def test_two_days_of_the_calendar_are_two_days_whatever_the_words() -> None:
    def on(day: int) -> When:
        return replace(when(day), mention=span(f"{day} May 2013"))

    stories = story("a", NIGHT, day=4), story("b", LATER, day=10)
    claims = tuple(claim(name, event=ATTACK, where=TARVO, days=on(day)) for name, day in (("a", 3), ("b", 9)))
    one, other = told(*stories, claims=claims)
    assert one != other


def test_two_attacks_told_in_one_story_stay_two() -> None:
    both = NIGHT + "In Mireno three men were shot dead. " * 2
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),)),
        claim("a", 9, ATTACK, where=MIRENO, days=when(3), tolls=(toll(3, 3),)),
        claim("b", 1, ATTACK, where=MIRENO, days=when(3), tolls=(toll(3, 3),)),
        claim("b", 9, ATTACK, where=TARVO, days=when(3), tolls=(toll(1, 1),)),
    )
    first, second, *others = told(
        story("a", both, day=4), story("b", both + "So it was.", day=4), claims=claims
    )
    assert first != second
    assert others == [second, first]


def test_words_that_an_outlet_prints_again_and_again_tell_less() -> None:
    def score(outlet: str) -> float:
        stories = [story("a", NIGHT, outlet="Tarvo Bote"), story("b", LATER, outlet=outlet)]
        one, other = (claim(each.id, event=ATTACK, where=TARVO, days=when(3)) for each in stories)
        return explain_pair({each.id: each for each in stories}, one, other, {}).score

    assert score("Tarvo Bote") < score("Ostra Kurier")


def test_a_story_that_names_no_place_joins_by_its_words() -> None:
    dead = (toll(1, 1),)
    claims = (
        claim("a", event=ATTACK, where=TARVO, days=when(3), tolls=dead),
        claim("b", event=ATTACK, where=None, days=when(3), tolls=dead),
    )
    one, other = told(story("a", NIGHT, day=4), story("b", LATER, day=4), claims=claims)
    assert one is not None
    assert one == other


def test_the_arrest_of_the_suspect_is_told_of_the_act_and_a_mass_arrest_is_its_own() -> None:
    def with_arrest(count: int) -> list[str | None]:
        shot = claim("a", 1, ATTACK, where=TARVO, days=when(3))
        held = claim("a", 4, EventType.ARREST, where=TARVO, days=when(3), tolls=(toll(count, count),))
        return told(story("a", NIGHT, day=4), claims=(shot, held))

    act, arrest = with_arrest(1)
    assert act == arrest
    act, arrest = with_arrest(40)
    assert act != arrest


def test_a_shop_that_is_not_on_the_map_may_lie_in_the_town() -> None:
    claims = (
        claim("a", 1, ATTACK, where=TARVO, days=when(3)),
        claim("a", 4, ATTACK, where=BAKERY, days=when(3)),
    )
    town, shop = told(story("a", NIGHT, day=4), claims=claims)
    assert town != shop  # "bakery" is no word of a scene
    cafe = place("Quellbach Cafe", None, None, precision=6, country="ITA")
    town, shop = told(
        story("a", NIGHT, day=4), claims=(claims[0], claim("a", 4, ATTACK, where=cafe, days=when(3)))
    )
    assert town == shop
    county = place("Quell County", 45.1, 10.1, precision=4, admin1="Lesk", country="ITA")
    town, around = told(
        story("a", NIGHT, day=4), claims=(claims[0], claim("a", 4, ATTACK, where=county, days=when(3)))
    )
    assert town == around


WORDS = st.builds(Words, *[st.frozensets(st.sampled_from("abcdefgh"), max_size=6)] * 3)


@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_is_highest_with_oneself(one: Words, other: Words) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, other) <= likeness(one, one) == one.mass


def test_every_word_of_the_table_is_commoner_than_the_rarest() -> None:
    assert all(rarity < RAREST for rarity in load_word_rarity().values())


def test_a_wrong_rarity_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "word_rarity.csv").write_text("word,rarity\nshot,0\nbaker,often\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"word_rarity\.csv, line 3"):
        load_word_rarity(tmp_path)


def test_what_a_page_prints_below_a_title_ties_no_stories_together() -> None:
    """Two pages of one outlet: a title each, and the same words of the page's own below it."""
    below = "Subscribe to the Lesk Valley Sentinel. Editor Perlmutter, publisher Wilhelmina Quellbach. "
    titles = ("Baker shot dead in Tarvo", "Four hurt as bus is shot at")
    pages = [
        Story(name, f"{title}\n\n{below * 3}", "Lesk Valley Sentinel", title, date(2014, 5, day))
        for name, title, day in zip("ab", titles, (3, 20), strict=True)
    ]
    assert words_level(*pages) == "retold-none"


def test_the_hospital_of_a_citys_wounded_ties_no_two_acts() -> None:
    rarity = load_word_rarity()
    names = telling_words(
        "She was taken to Quellbach Memorial Hospital, he to the Ostra Medical Center.", rarity
    )
    assert not names.rarest & {"quellbach", "ostra"}
    assert "quellbach" in telling_words("A baker of Quellbach was taken to hospital.", rarity).rarest
