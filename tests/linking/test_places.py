"""What two places are to each other is asked in Python within a story, in SQL of pairs: both say the same."""

from __future__ import annotations

from itertools import combinations_with_replacement

from dateline.linking import explain_pair, load_linking_settings
from dateline.linking.places import place_level
from dateline.linking.storywise import facts_of
from dateline.model import Place

from .building import (
    DARAA,
    HOMS,
    HOMS_PROVINCE,
    QUSAYR,
    TRIPOLI_LEBANON,
    TRIPOLI_LIBYA,
    claim,
    place,
    story,
)

PLACES = (
    HOMS,
    QUSAYR,
    DARAA,
    HOMS_PROVINCE,
    TRIPOLI_LEBANON,
    TRIPOLI_LIBYA,
    place("Old Homs", 34.73, 36.72, admin1="Homs"),
    place("Tal al-Rimal", admin1="Homs", precision=2),
    place("Quellbach Cafe", precision=6),
    place("Syria", 35.0, 38.0, number=163843, precision=6),
    None,
)


def test_places_compare_in_sql_as_they_do_in_python() -> None:
    settings = load_linking_settings()
    stories = {name: story(name) for name in ("a", "b")}
    levels = set()
    for here, there in combinations_with_replacement(PLACES, 2):
        pair = claim("a", where=here), claim("b", where=there)
        one, other = facts_of(stories, pair, {}, settings)
        told = explain_pair(stories, *pair, {}, settings).reasons
        level = next(reason.level for reason in told if reason.field == "place")
        assert level == place_level(one, other, settings), (here, there)
        levels.add(level)
    assert len(levels) >= 8


def test_a_part_of_a_town_is_not_the_next_town() -> None:
    """It bears the town's point and lies in it, while "near the town" may be the next one."""
    settings = load_linking_settings()
    stories = {name: story(name) for name in ("a", "b")}
    quarter = place("Old Quarter of Homs", 34.72405, 36.72559, precision=2, admin1="Homs")
    near_homs = place("Homs", 34.72405, 36.72559, number=169577, precision=2, admin1="Homs")
    next_town = place("Rastan", 34.92667, 36.73241, number=173482, admin1="Homs")

    def level(here: Place, there: Place) -> str:
        pair = claim("a", where=here), claim("b", where=there)
        one, other = facts_of(stories, pair, {}, settings)
        return place_level(one, other, settings)

    assert level(quarter, next_town) == "around"
    assert level(near_homs, next_town) == "near"
