"""Which claims come out as one incident, and which stay apart."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ResourceError
from dateline.linking import explain_pair, link_claims, load_linking_settings
from dateline.linking.engine import Engine
from dateline.linking.fields import COUNTED_ONCE
from dateline.linking.splink_model import scoring_sql
from dateline.model import Claim, EventType, Harm, Role, Status, Story
from tests.linking.building import (
    DARAA,
    HOMS,
    HOMS_PROVINCE,
    QUSAYR,
    TRIPOLI_LEBANON,
    TRIPOLI_LIBYA,
    actor,
    claim,
    place,
    span,
    story,
    toll,
    when,
)

STORIES: dict[str, Story] = {name: story(name, day=number + 3) for number, name in enumerate("abcdefgh")}
ARMY = actor("the army", id="mil:SYR", kind="state-forces")
REBELS = actor("rebels", kind="rebels")


def linked(*claims: Claim, lineages: dict[str, str] | None = None) -> list[str | None]:
    """The incidents of the claims, in their order."""
    membership = link_claims(STORIES, claims, lineages or {})
    return [membership[one.id] for one in claims]


def one_incident(*claims: Claim) -> bool:
    found = set(linked(*claims))
    return len(found) == 1 and None not in found


def all_apart(*claims: Claim) -> bool:
    found = linked(*claims)
    return None not in found and len(set(found)) == len(found)


def test_two_papers_on_one_shelling_are_one_incident() -> None:
    assert one_incident(claim("a", days=when(3)), claim("b", days=when(3)))


def test_a_blast_may_be_a_suicide_bombing() -> None:
    assert one_incident(
        claim("a", event=EventType.BOMBING, days=when(3)),
        claim("b", event=EventType.SUICIDE_BOMBING, days=when(3)),
    )


def test_a_blast_is_never_a_ceasefire() -> None:
    assert all_apart(
        claim("a", event=EventType.BOMBING, days=when(3)), claim("a", 1, EventType.CEASEFIRE, days=when(3))
    )


def test_another_town_on_the_same_day_is_another_incident() -> None:
    assert all_apart(claim("a", days=when(3)), claim("b", days=when(3), where=DARAA))


def test_one_name_in_two_countries_is_two_places() -> None:
    assert all_apart(
        claim("a", days=when(3), where=TRIPOLI_LEBANON), claim("b", days=when(3), where=TRIPOLI_LIBYA)
    )


def test_a_week_of_shelling_does_not_chain_into_one_incident() -> None:
    week = [claim(name, days=when(day), actors=(ARMY,)) for day, name in enumerate("abcdefg", 3)]
    assert len(set(linked(*week))) == 7


def test_all_claims_of_one_offensive_share_an_incident() -> None:
    assert one_incident(
        claim("a", 0, EventType.ARMED_CLASH, where=QUSAYR, days=when(2, 3), actors=(ARMY,)),
        claim("a", 1, EventType.TERRITORY_CAPTURED, where=QUSAYR, days=when(3), actors=(ARMY,)),
        claim("a", 2, EventType.UNSPECIFIED_VIOLENCE, where=QUSAYR, days=when(2), tolls=(toll(30),)),
    )


def test_the_dead_of_two_days_are_not_of_one_incident() -> None:
    clash = EventType.ARMED_CLASH
    assert all_apart(
        claim("a", event=clash, days=when(3), actors=(ARMY,), tolls=(toll(12, 12),)),
        claim("b", event=clash, days=when(4), actors=(ARMY,), tolls=(toll(8, 8),)),
    )


def test_two_claims_of_one_story_with_different_places_or_days_stay_apart() -> None:
    near_homs = place("Talbiseh", 34.84, 36.73, number=1, precision=1)
    assert all_apart(claim("a", 0, days=when(3)), claim("a", 1, days=when(3), where=near_homs))
    assert all_apart(claim("a", 0, days=when(1)), claim("a", 1, days=when(3)))


def test_shelling_by_either_side_is_two_incidents() -> None:
    assert all_apart(
        claim("a", days=when(3), actors=(ARMY, actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"))),
        claim(
            "b",
            days=when(3),
            actors=(actor("rebels", id="ucdp:1", kind="rebels"), actor("army", Role.AGAINST, id="mil:SYR")),
        ),
    )


def test_a_night_lies_on_two_days() -> None:
    assert one_incident(claim("a", days=when(3, 4)), claim("b", days=when(4)))


def test_spellings_of_a_place_off_the_map_are_one_place() -> None:
    one = place("Tal al-Rimal", admin1="Homs", precision=2)
    other = place("Tell Remal", admin1="Homs", precision=2)
    assert one_incident(claim("a", days=when(3), where=one), claim("b", days=when(3), where=other))


def test_quarters_of_one_city_far_apart_in_name_weigh_less_than_the_same_quarter() -> None:
    one = place("Bab Amr", 34.73, 36.72, number=169577, precision=2)
    other = place("Khaldiyeh", 34.73, 36.72, number=169577, precision=2)
    same = explain_pair(STORIES, claim("a", where=one, days=when(3)), claim("b", where=one, days=when(3)), {})
    differ = explain_pair(
        STORIES, claim("a", where=one, days=when(3)), claim("b", where=other, days=when(3)), {}
    )
    assert same.score > differ.score


def test_a_claim_that_says_no_day_is_taken_to_be_of_the_last_days_before_its_story() -> None:
    assert one_incident(claim("a", days=when(3), actors=(ARMY,)), claim("b", actors=(ARMY,)))


def test_background_joins_the_incident_that_it_recalls() -> None:
    assert one_incident(
        claim("a", event=EventType.BOMBING, days=when(3)),
        claim("h", event=EventType.BOMBING, days=when(3), background=True),
    )


def test_background_of_no_day_joins_nothing() -> None:
    assert (
        linked(claim("a", days=when(3), actors=(ARMY,)), claim("a", 1, background=True, actors=(ARMY,)))[1]
        is None
    )


def test_an_accusation_and_a_denial_join_the_act_and_found_nothing() -> None:
    act = claim("a", 0, EventType.CHEMICAL_ATTACK, days=when(3))
    accusation = claim("a", 1, EventType.ACCUSATION, days=when(3), actors=(ARMY,))
    denial = claim("b", 0, EventType.CHEMICAL_ATTACK, days=when(3), actors=(ARMY,), status=Status.DENIED)
    assert one_incident(act, accusation, denial)
    assert linked(accusation, denial) == [None, None]


@pytest.mark.parametrize("status", [Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL])
def test_what_has_not_happened_is_no_incident(status: Status) -> None:
    assert linked(claim("a", days=when(3), status=status)) == [None]


def test_what_has_no_place_is_no_incident_but_talks_are() -> None:
    assert linked(claim("a", days=when(3), where=None)) == [None]
    assert linked(claim("a", event=EventType.NEGOTIATION, days=when(3), where=None)) != [None]


def test_a_claim_without_a_place_joins_by_doer_and_day() -> None:
    assert one_incident(
        claim("a", days=when(3), actors=(ARMY,)), claim("b", days=when(3), where=None, actors=(ARMY,))
    )


def test_a_wars_total_is_no_incident() -> None:
    war = when(1, 200)
    country = place("Syria", 35.0, 38.0, number=163843, precision=6)
    total = claim("a", event=EventType.UNSPECIFIED_VIOLENCE, where=country, days=war, tolls=(toll(80000),))
    province = claim("a", 1, EventType.SHELLING, where=HOMS_PROVINCE, days=war, tolls=(toll(900, 900),))
    assert linked(total, province) == [None, None]


def test_a_sum_of_acts_that_are_told_one_by_one_is_no_incident() -> None:
    lead = "Police detained nine people in four raids. "
    stories = {"x": story("x", lead + "Two were detained in Homs. Seven were detained in Qusayr.", day=3)}
    nine, two, seven = (toll(number, number, harm=Harm.CAPTURED) for number in (9, 2, 7))
    told = (
        replace(claim("x", 0, EventType.ARREST, tolls=(nine,)), quote=span(lead.strip())),
        claim("x", 5, EventType.ARREST, tolls=(two,)),
        claim("x", 7, EventType.ARREST, where=QUSAYR, tolls=(seven,)),
    )
    sums = link_claims(stories, told, {})
    assert [sums[one.id] is None for one in told] == [True, False, False]
    alone = link_claims(stories, told[:1], {})
    assert alone[told[0].id] is not None


def test_a_province_joins_the_town_in_it_when_the_doer_is_the_same() -> None:
    assert one_incident(
        claim("a", event=EventType.AIR_STRIKE, days=when(3), actors=(ARMY,)),
        claim("b", event=EventType.AIR_STRIKE, where=HOMS_PROVINCE, days=when(3), actors=(ARMY,)),
    )


def test_a_year_that_holds_the_day_does_not_make_one_incident() -> None:
    year = claim("a", event=EventType.EVACUATION, days=when(-200, 160))
    assert all_apart(year, claim("b", event=EventType.EVACUATION, days=when(3)))


def test_a_siege_lasts() -> None:
    siege = EventType.SIEGE
    assert one_incident(claim("a", event=siege, days=when(1)), claim("b", event=siege, days=when(60)))


def test_stories_of_unknown_date_link_within_a_story() -> None:
    undated = {"x": story("x", day=None)}
    first, second = claim("x", 0), claim("x", 1, EventType.UNSPECIFIED_VIOLENCE)
    membership = link_claims(undated, [first, second], {})
    assert membership[first.id] is not None


def test_the_id_stays_when_later_stories_are_added() -> None:
    first, later = claim("c", days=when(4)), claim("e", days=when(4))
    assert linked(first) == linked(first, later)[:1]


def test_every_field_of_a_match_is_explained() -> None:
    comparison = explain_pair(STORIES, claim("a", days=when(3)), claim("b", days=when(3)), {})
    assert [(reason.field, reason.level) for reason in comparison.reasons] == [
        ("place", "same"),
        ("days", "same"),
        ("event", "same"),
        ("doer", "unknown"),
        ("toll", "unknown"),
        ("story", "other"),
        ("target", "other"),
        ("words", "none"),
        ("published", "aside"),
        ("ages", "aside"),
        ("outlet", "aside"),
    ]
    assert comparison.score > 0


CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("abcd"),
        st.integers(0, 20),
        st.sampled_from([EventType.SHELLING, EventType.BOMBING, EventType.ACCUSATION, EventType.CEASEFIRE]),
        where=st.sampled_from([HOMS, QUSAYR, DARAA, HOMS_PROVINCE, None]),
        days=st.builds(lambda first, more: when(first, first + more), st.integers(1, 6), st.integers(0, 2)),
        actors=st.sampled_from([(ARMY,), (REBELS,), ()]),
        background=st.booleans(),
        status=st.sampled_from([Status.ASSERTED, Status.ASSERTED, Status.DENIED]),
    ),
    max_size=14,
    unique_by=lambda one: one.id,
)


@settings(max_examples=20, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], chance: Random) -> None:
    mixed = claims.copy()
    chance.shuffle(mixed)
    assert link_claims(STORIES, mixed, {}) == link_claims(STORIES, claims, {})


@settings(max_examples=20, deadline=None)
@given(CLAIMS)
def test_what_one_story_tells_apart_never_shares_an_incident(claims: list[Claim]) -> None:
    membership = link_claims(STORIES, claims, {})
    for one, other in combinations(claims, 2):
        if membership[one.id] is None or membership[one.id] != membership[other.id]:
            continue
        assert {one.event.type, other.event.type} != {EventType.BOMBING, EventType.CEASEFIRE}
        if one.story == other.story:
            assert {one.place, other.place} not in ({HOMS, DARAA}, {QUSAYR, DARAA}, {HOMS, QUSAYR})


@given(CLAIMS)
@settings(max_examples=15, deadline=None)
def test_every_claim_gets_an_answer(claims: list[Claim]) -> None:
    assert set(link_claims(STORIES, claims, {})) == {one.id for one in claims}


def test_what_costs_much_is_counted_once_a_pair() -> None:
    sql = scoring_sql(load_linking_settings())
    for name, asked in COUNTED_ONCE.items():
        assert sql.count(" ".join(asked.split())) == 1
        assert sql.count(name) > 2


def test_a_full_disk_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = Engine(load_linking_settings())
    with pytest.raises(ResourceError, match=f"{tmp_path}.*TMPDIR"), engine:
        raise duckdb.IOException("Could not write file: No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_one_death_of_a_month_is_an_incident_and_forty_are_a_total() -> None:
    month = when(1, 31)
    single, many = (claim("a", days=month, tolls=(toll(n, n),), background=True) for n in (1, 40))
    assert link_claims(STORIES, [single], {})[single.id] is not None
    assert link_claims(STORIES, [many], {})[many.id] is None
