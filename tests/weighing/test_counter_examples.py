"""Attempts to make weighing drop or double a death, each with what it has to say instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.model import Attribution, Claim, Harm, Incident, Role, Status, Story, Toll, Victims, WeighedToll
from dateline.weighing import load_weighing_settings, overall_toll, weigh_incident
from tests.linking.building import MAY_DAY, actor, claim, said_by, span, story, toll, when

STORIES: dict[str, Story] = {name: story(name, day=number) for number, name in enumerate("abcdef", 4)}
STORIES |= {f"{name}-copy": story(f"{name}-copy", day=9) for name in "abcdef"}
MONITOR = said_by("Northern Monitor", "monitor")
RIVAL = said_by("Southern Monitor", "monitor")
HOSPITAL = said_by("Central Hospital", "medics")
GROUP = said_by("Valley Front", "armed-group")
ARMY = said_by("Northland army", "military")
RESIDENTS = said_by("residents", "resident", named=False)
VOICES = (None, MONITOR, RIVAL, HOSPITAL, GROUP, RESIDENTS)
CIVIL, ARMED = Victims.CIVILIAN, Victims.COMBATANT
Triple = tuple[int | None, int | None, int | None]


def weigh(claims: Sequence[Claim], lineages: dict[str, str] | None = None) -> Incident:
    return weigh_incident("i-1", claims, STORIES, lineages or {})


def triple(found: WeighedToll | None) -> Triple:
    return (None, None, None) if found is None else (found.low, found.best, found.high)


def killed(*claims: Claim) -> Triple:
    """Low, best and high of the killed over all victims."""
    return triple(overall_toll(weigh(claims), Harm.KILLED))


def told(story_id: str, number: int, by: Attribution | None, *tolls: Toll) -> Claim:
    return claim(story_id, number, by=by, tolls=tolls)


# Beyond reason


def test_a_figure_far_above_two_others_is_kept_flagged_and_left_out_of_high() -> None:
    claims = (
        told("a", 0, MONITOR, toll(12, 12)),
        told("a", 1, HOSPITAL, toll(14, 14)),
        told("a", 2, GROUP, toll(500, 500)),
    )
    incident = weigh(claims)
    (only,) = incident.tolls
    assert triple(only) == (12, 14, 14)
    assert only.claims == ("a#0", "a#1", "a#2")
    assert "left out of best and high: 500 (Valley Front, 4 May 2013)" in only.rule
    assert "toll" in incident.disputed


def test_at_least_five_hundred_beyond_reason_does_not_open_high() -> None:
    few = (told("a", 0, MONITOR, toll(12, 12)), told("a", 1, HOSPITAL, toll(14, 14)))
    assert killed(*few, told("a", 2, GROUP, toll(500))) == (12, 14, 14)


def test_a_figure_of_one_kind_beyond_reason_against_numbers_of_all_is_left_out() -> None:
    few = (told("a", 0, MONITOR, toll(12, 12)), told("a", 1, HOSPITAL, toll(14, 14)))
    incident = weigh([*few, told("a", 2, GROUP, toll(500, 500, victims=CIVIL))])
    assert triple(overall_toll(incident, Harm.KILLED)) == (12, 14, 14)
    civilians = next(one for one in incident.tolls if one.victims is CIVIL)
    assert triple(civilians) == (None, None, None)
    assert civilians.rule.startswith("No figure within reason.")


def test_one_other_voice_is_not_enough_to_call_a_figure_beyond_reason() -> None:
    assert killed(told("a", 0, MONITOR, toll(12, 12)), told("a", 1, GROUP, toll(500, 500)))[2] == 500
    echo = (told("a", 0, None, toll(12, 12)), told("a", 1, MONITOR, toll(12, 12)))
    assert killed(*echo, told("a", 2, GROUP, toll(500, 500)))[2] == 500


def test_older_figures_and_lower_bounds_say_nothing_against_a_newer_one() -> None:
    older = (told("a", 0, MONITOR, toll(12, 12)), told("a", 1, HOSPITAL, toll(14, 14)))
    assert killed(*older, told("b", 0, GROUP, toll(500, 500)))[2] == 500
    bounds = (told("a", 0, MONITOR, toll(12)), told("a", 1, HOSPITAL, toll(14)))
    assert killed(*bounds, told("a", 2, GROUP, toll(500, 500)))[2] == 500


def test_a_figure_that_another_voice_comes_near_is_within_reason() -> None:
    few = (told("a", 0, MONITOR, toll(12, 12)), told("a", 1, HOSPITAL, toll(14, 14)))
    many = (told("a", 2, GROUP, toll(500, 500)), told("a", 3, RIVAL, toll(480, 480)))
    assert killed(*few, *many)[2] == 500


def test_few_people_more_are_within_reason_and_nobody_is_no_measure() -> None:
    few = (told("a", 0, MONITOR, toll(1, 1)), told("a", 1, HOSPITAL, toll(1, 1)))
    assert killed(*few, told("a", 2, GROUP, toll(8, 8)))[2] == 8
    nobody = [
        claim("a", n, by=by, status=Status.NEGATED, tolls=(toll(0, 0),)) for n, by in enumerate([ARMY, RIVAL])
    ]
    assert killed(*nobody, told("a", 2, GROUP, toll(30, 30)))[2] == 30


def test_beyond_reason_is_of_one_partys_people() -> None:
    soldiers, rebels = (
        {"victims": ARMED, "party": "soldiers"},
        {"victims": ARMED, "party": "rebels"},
    )
    who = (
        actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces"),
        actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"),
    )
    few = [
        claim("a", n, by=by, actors=who, tolls=(toll(3, 3, **soldiers),))  # type: ignore[arg-type]
        for n, by in enumerate([MONITOR, HOSPITAL])
    ]
    many = claim("a", 5, by=RIVAL, actors=who, tolls=(toll(60, 60, **rebels),))  # type: ignore[arg-type]
    assert killed(*few, many) == (63, 63, 63)


def settings_with(tmp_path: Path, old: str, new: str) -> Path:
    text = (files("dateline.ontology") / "data" / "weighing.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "weighing.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_the_settings_can_leave_no_figure_out(tmp_path: Path) -> None:
    folder = settings_with(tmp_path, "{factor: 5,", "{factor: 0,")
    claims = [
        told("a", n, by, toll(k, k))
        for n, (by, k) in enumerate([(MONITOR, 12), (HOSPITAL, 14), (GROUP, 500)])
    ]
    (only,) = weigh_incident("i-1", claims, STORIES, {}, load_weighing_settings(folder)).tolls
    assert only.high == 500


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("{factor: 0.5,", r"weighing\.yaml, line \d+: 'factor'.*0 or 1 and more"),
        ("{factors: 5,", r"weighing\.yaml, line \d+:.*factors"),
    ],
)
def test_a_mistake_in_what_is_beyond_reason_is_named(tmp_path: Path, new: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_weighing_settings(settings_with(tmp_path, "{factor: 5,", new))


# Who is counted twice, and who is forgotten


def test_ten_soldiers_and_five_rebels_are_the_fifteen_people_of_another() -> None:
    who = (
        actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces"),
        actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"),
    )
    one = claim(
        "a",
        by=MONITOR,
        actors=who,
        tolls=(
            toll(10, 10, victims=ARMED, party="soldiers"),
            toll(5, 5, victims=ARMED, party="rebels", at=30),
        ),
    )
    assert killed(one, told("b", 0, HOSPITAL, toll(15, 15))) == (15, 15, 15)


def test_the_dead_of_two_sides_are_added_up_even_when_each_side_counts_only_the_others() -> None:
    soldiers = actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces")
    rebels = actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels")
    assert killed(
        claim("a", by=GROUP, actors=(soldiers,), tolls=(toll(20, 20, victims=ARMED, party="soldiers"),)),
        claim("b", by=ARMY, actors=(rebels,), tolls=(toll(20, 20, victims=ARMED, party="rebels"),)),
    ) == (40, 40, 40)


def test_the_same_dead_called_fighters_by_one_and_villagers_by_another_are_not_doubled() -> None:
    claims = (
        told("a", 0, ARMY, toll(20, 20, victims=ARMED)),
        told("a", 1, RESIDENTS, toll(21, 21, victims=CIVIL)),
    )
    incident = weigh(claims)
    overall = overall_toll(incident, Harm.KILLED)
    assert triple(overall) == (21, 21, 41)
    assert overall and "may be the same people" in overall.rule
    assert incident.disputed == ("toll",)


def test_fighters_and_civilians_of_two_sources_may_be_the_same_for_low_only() -> None:
    assert killed(
        told("a", 0, ARMY, toll(3, 3, victims=ARMED)), told("b", 0, HOSPITAL, toll(9, 9, victims=CIVIL))
    ) == (9, 12, 12)


def test_an_exact_number_of_all_is_low_though_the_parts_come_to_more() -> None:
    incident = weigh(
        [
            told("a", 0, MONITOR, toll(30, 30)),
            told("b", 0, HOSPITAL, toll(12, 12, victims=CIVIL), toll(25, 25, victims=ARMED, at=40)),
        ]
    )
    assert triple(overall_toll(incident, Harm.KILLED)) == (30, 37, 37)
    assert incident.disputed == ("toll",)


def test_at_least_twenty_of_all_says_nothing_against_fifteen_of_two_sides_but_leaves_high_open() -> None:
    who = (
        actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces"),
        actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"),
    )
    one = claim(
        "a",
        by=MONITOR,
        actors=who,
        tolls=(
            toll(10, 10, victims=ARMED, party="soldiers"),
            toll(5, 5, victims=ARMED, party="rebels", at=30),
        ),
    )
    assert killed(one, told("a", 1, HOSPITAL, toll(20, victims=ARMED))) == (15, 20, None)
    assert killed(one, told("a", 1, HOSPITAL, toll(12, victims=ARMED)))[:2] == (15, 15)


def test_a_part_of_two_sides_people_leaves_high_closed() -> None:
    who = (
        actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces"),
        actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"),
    )
    one = claim(
        "a",
        by=MONITOR,
        actors=who,
        tolls=(
            toll(10, 10, victims=ARMED, party="soldiers"),
            toll(5, 5, victims=ARMED, party="rebels", at=30),
            toll(2, 2, victims=ARMED, subset=True, at=60),
        ),
    )
    assert killed(one) == (15, 15, 15)


def test_a_part_that_is_more_than_anyones_whole_is_a_lower_bound() -> None:
    claims = (
        told("a", 0, MONITOR, toll(20, 20)),
        told("b", 0, HOSPITAL, toll(25, 25, subset=True)),
    )
    assert killed(*claims) == (20, 25, None)
    assert weigh(claims).disputed == ("toll",)


def test_a_later_story_that_only_names_one_of_the_dead_does_not_say_that_one_died() -> None:
    named = replace(toll(1, 1), mention=span("the teacher"))
    assert killed(told("a", 0, None, toll(4, 4)), told("b", 0, None, named)) == (4, 4, 4)
    students = toll(5, 5, victims=CIVIL)
    assert killed(told("a", 0, None, students), told("b", 0, None, named)) == (5, 5, 5)


def test_an_outlets_newer_figure_takes_the_place_of_its_older_one_but_of_nobody_elses() -> None:
    newer = {**STORIES, "g": replace(story("g", day=9), outlet=STORIES["a"].outlet)}
    claims = [told("a", 0, None, toll(43, 43)), told("g", 0, None, toll(112, 112))]
    (only,) = weigh_incident("i-1", claims, newer, {}).tolls
    assert triple(only) == (112, 112, 112)
    (only,) = weigh_incident("i-1", [*claims, told("b", 0, None, toll(60, 60))], newer, {}).tolls
    assert (only.low, only.high) == (60, 112)


def test_copies_in_other_papers_speak_with_the_voice_of_the_first() -> None:
    claims = [told("a", 0, None, toll(43, 43)), told("a-copy", 0, None, toll(43, 43))]
    assert weigh(claims, {"a": "a", "a-copy": "a"}).independent_sources == 1


def test_forty_three_later_revised_to_more_in_the_same_story() -> None:
    assert killed(told("a", 0, ARMY, toll(43, 43)), told("a", 1, ARMY, toll(112, 112))) == (112, 112, 112)


def test_two_at_once_and_two_others_in_hospital_are_the_four_of_the_headline() -> None:
    two = replace(toll(2, 2, at=50), mention=span("two people", 50))
    others = replace(toll(2, 2, at=90), mention=span("two others", 90))
    for whole in (0, 12):
        claims = (told("a", whole, None, toll(4, 4)), told("a", 5, None, two), told("a", 9, None, others))
        assert killed(*claims)[1:] == (4, 4)


def test_the_twelve_dead_are_the_twelve_who_died() -> None:
    twelve = replace(toll(12, 12), mention=span("twelve people"))
    again = replace(toll(12, 12, at=40), mention=span("the twelve dead", 40))
    assert killed(told("a", 0, MONITOR, twelve, again)) == (12, 12, 12)
    others = replace(toll(12, 12, at=40), mention=span("twelve drivers", 40))
    assert killed(told("a", 0, MONITOR, twelve, others)) == (24, 24, 24)


def test_of_one_voices_two_figures_best_is_the_larger() -> None:
    assert killed(told("a", 0, MONITOR, toll(22, 22)), told("a", 1, MONITOR, toll(5, 5))) == (5, 22, 22)


# What holds for any claims

NUMBERS = st.integers(0, 80)
PARTIES = (None, None, "soldiers", "rebels")
WHO = (
    actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces"),
    actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels"),
)


@st.composite
def any_toll(draw: st.DrawFn, *, wholes_only: bool = False, plain: bool = False) -> Toll:
    low, more = draw(NUMBERS), draw(st.sampled_from([0, 0, 0, 4]))
    form = draw(st.sampled_from(["exact", "exact", "at least", "up to"] if not plain else ["exact"]))
    victims = (
        Victims.UNKNOWN if plain else draw(st.sampled_from([Victims.UNKNOWN, Victims.MIXED, CIVIL, ARMED]))
    )
    found = toll(
        None if form == "up to" else low,
        None if form == "at least" else low + more,
        victims=victims,
        subset=not wholes_only and not plain and draw(st.sampled_from([False, False, False, True])),
        party=draw(st.sampled_from(PARTIES)) if victims is ARMED else None,
        about=not plain and draw(st.booleans()),
        at=20 * draw(st.integers(0, 4)),
    )
    words = draw(
        st.sampled_from([f"{low} people", f"{low} people", "a man", f"{low} other people", f"the {low} dead"])
    )
    return found if plain else replace(found, mention=span(words, found.mention.start))


@st.composite
def any_claim(draw: st.DrawFn, *, plain: bool = False) -> Claim:
    status = (
        Status.ASSERTED
        if plain
        else draw(st.sampled_from([Status.ASSERTED] * 6 + [Status.DENIED, Status.NEGATED]))
    )
    tolls = draw(st.lists(any_toll(plain=plain), min_size=int(plain), max_size=1 if plain else 3))
    if status is Status.NEGATED:
        tolls = [toll(0, 0)]
    return claim(
        draw(st.sampled_from("abcde")),
        draw(st.integers(0, 9)),
        by=draw(st.sampled_from(VOICES)),
        actors=WHO,
        tolls=tuple(tolls),
        status=status,
        background=not plain and draw(st.booleans()),
    )


def sets_of(claims: st.SearchStrategy[Claim], most: int = 9) -> st.SearchStrategy[list[Claim]]:
    return st.lists(claims, min_size=1, max_size=most, unique_by=lambda one: one.id)


ANY = sets_of(any_claim())
PLAIN = sets_of(any_claim(plain=True))


def every_toll(incident: Incident) -> list[WeighedToll]:
    return [*incident.tolls, *(one for harm in Harm if (one := overall_toll(incident, harm)))]


def numbers(incident: Incident) -> list[object]:
    return [(one.harm, one.victims, triple(one), one.rule) for one in every_toll(incident)]


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_low_best_and_high_are_in_order_and_explained(claims: list[Claim]) -> None:
    for one in every_toll(weigh(claims)):
        known = [number for number in triple(one) if number is not None]
        assert known == sorted(known)
        assert one.rule and one.claims
        assert one.best is None or one.high is None or one.best <= one.high


@settings(max_examples=200, deadline=None)
@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[Claim], chance: Random) -> None:
    mixed = claims.copy()
    chance.shuffle(mixed)
    assert weigh(mixed) == weigh(claims)


@settings(max_examples=200, deadline=None)
@given(ANY, st.sampled_from("abcde"))
def test_a_copy_in_another_paper_changes_nothing(claims: list[Claim], name: str) -> None:
    copied = [replace(one, story=f"{name}-copy", id=f"copy-{one.id}") for one in claims if one.story == name]
    lineages = {one: one for one in "abcde"} | {f"{name}-copy": name}
    alone, with_copy = weigh(claims, lineages), weigh([*claims, *copied], lineages)
    assert numbers(with_copy) == numbers(alone)
    assert (with_copy.grade, with_copy.independent_sources) == (alone.grade, alone.independent_sources)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_a_story_that_tells_everything_twice_does_not_double(claims: list[Claim]) -> None:
    """The second telling stands further down, word for word."""
    again = [replace(one, quote=span("words", one.quote.start + 1), id=f"again-{one.id}") for one in claims]
    once, twice = (
        overall_toll(weigh(claims), Harm.KILLED),
        overall_toll(weigh([*claims, *again]), Harm.KILLED),
    )
    assume(once is not None and not any("other" in t.mention.text for one in claims for t in one.tolls))
    assert once and twice
    assert twice.best == once.best
    assert twice.high == once.high


@settings(max_examples=200, deadline=None)
@given(PLAIN, st.data())
def test_a_new_voice_that_agrees_never_widens(claims: list[Claim], data: st.DataObject) -> None:
    (before,) = weigh(claims).tolls
    assume("Beyond reason" not in before.rule)
    agreed = data.draw(st.sampled_from([n for n in triple(before) if n is not None]))
    (after,) = weigh([*claims, told("f", 0, said_by("A Newcomer"), toll(agreed, agreed))]).tolls
    assert (before.low or 0) <= (after.low or 0)
    assert before.high is None or (after.high or 0) <= before.high


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(ANY, NUMBERS, st.sampled_from([MONITOR, said_by("A Newcomer")]))
def test_a_part_raises_a_whole_only_when_it_exceeds_it(
    claims: list[Claim], number: int, by: Attribution
) -> None:
    # A part of nobody contradicts its whole, which then stands for neither.
    assume(all(one.high != 0 for claim in claims for one in claim.tolls))
    before = next((one for one in weigh(claims).tolls if one.victims is Victims.UNKNOWN), None)
    assume(before is not None and before.best is not None and number <= before.best)
    part = toll(number, number, subset=True)
    after = next(
        one for one in weigh([*claims, told("f", 0, by, part)]).tolls if one.victims is Victims.UNKNOWN
    )
    assert before is not None
    assert triple(after) == triple(before)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_over_all_victims_is_no_less_than_any_kind(claims: list[Claim]) -> None:
    incident = weigh(claims)
    for harm in Harm:
        overall = overall_toll(incident, harm)
        for one in incident.tolls:
            if one.harm is harm and overall:
                assert (overall.best or 0) >= (one.best or 0)
                assert overall.high is None or overall.high >= (one.best or 0)
                if one.victims in (CIVIL, ARMED):
                    assert (overall.low or 0) >= (one.low or 0)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_no_number_is_above_what_is_said_of_different_people(claims: list[Claim]) -> None:
    """The most that is said of each kind and party, added up; further people come on top."""
    most: dict[tuple[Victims, str | None], int] = {}
    further = 0
    for one in claims:
        sums: dict[tuple[Victims, str | None], int] = {}
        for t in one.tolls:
            if "other" in t.mention.text:
                further += max(t.low or 0, t.high or 0)
            key = (t.victims, t.party)
            sums[key] = sums.get(key, 0) + max(t.low or 0, t.high or 0)
        for key, number in sums.items():
            most[key] = max(most.get(key, 0), number)
    overall = overall_toll(weigh(claims), Harm.KILLED)
    if overall:
        limit = sum(most.values()) + further
        assert max(overall.best or 0, overall.high or 0, overall.low or 0) <= limit


@settings(max_examples=200, deadline=None)
@given(PLAIN, NUMBERS, st.sampled_from([MONITOR, HOSPITAL, GROUP]))
def test_a_revision_replaces_the_voices_own_figures_and_no_others(
    claims: list[Claim], number: int, by: Attribution
) -> None:
    revised = told("f", 0, by, toll(number, number))
    others = [one for one in claims if one.attribution is not by]
    assert numbers(weigh([*claims, revised]))[0][:3] == numbers(weigh([*others, revised]))[0][:3]  # type: ignore[index]


@settings(max_examples=200, deadline=None)
@given(PLAIN)
def test_each_exact_figure_in_force_within_reason_lies_in_the_range(claims: list[Claim]) -> None:
    (only,) = weigh(claims).tolls
    newest: dict[object, int] = {}
    for one in claims:
        if one.attribution and one.attribution is not RESIDENTS:
            day = STORIES[one.story].published
            assert day is not None
            newest[one.attribution.name] = max(
                newest.get(one.attribution.name, 0), (day - MAY_DAY) // timedelta(1)
            )
    for one in claims:
        day = STORIES[one.story].published
        assert day is not None
        name = one.attribution.name if one.attribution else None
        if name in newest and newest[name] == (day - MAY_DAY) // timedelta(1):
            later = [
                other
                for other in claims
                if other.story == one.story and other.attribution is one.attribution and other.id > one.id
            ]
            if not later and "Beyond reason" not in only.rule:
                assert only.low is not None and only.low <= (one.tolls[0].low or 0)
                assert only.high is None or (one.tolls[0].high or 0) <= only.high


@settings(max_examples=100, deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from([ARMY, GROUP, MONITOR]), st.sampled_from([ARMY, GROUP, HOSPITAL]))
def test_two_sides_dead_are_added_up(a: int, b: int, by: Attribution, other: Attribution) -> None:
    found = killed(
        claim("a", 0, by=by, actors=WHO, tolls=(toll(a, a, victims=ARMED, party="soldiers"),)),
        claim("b", 0, by=other, actors=WHO, tolls=(toll(b, b, victims=ARMED, party="rebels"),)),
    )
    assert found == (a + b, a + b, a + b)


def test_days_are_no_part_of_what_is_compared() -> None:
    """A figure of an incident whose day another story gives a day later is one figure."""
    one = claim("a", by=MONITOR, days=when(3), tolls=(toll(9, 9),))
    other = claim("b", by=MONITOR, days=when(4), tolls=(toll(9, 9),))
    assert killed(one, other) == (9, 9, 9)


# By one's own hand


def by_own_hand(words: str, *tolls: Toll) -> Claim:
    one = told("a", 0, HOSPITAL, *tolls)
    return replace(one, quote=span(words))


def test_who_kills_others_and_then_himself_is_none_of_them() -> None:
    words = "A man killed his two daughters and then himself."
    doer, daughters = toll(1, 1), toll(2, 2, victims=CIVIL)
    assert killed(by_own_hand(words, doer, daughters)) == (3, 3, 3)
    # The same two without such words may be the same people.
    assert killed(by_own_hand("A man and two children died.", doer, daughters)) != (3, 3, 3)


def test_who_turned_the_gun_on_himself_may_have_died() -> None:
    words = "A man killed his two daughters before turning the gun on himself."
    assert killed(by_own_hand(words, toll(0, 1), toll(2, 2, victims=CIVIL))) == (2, 2, 3)


def test_words_of_oneself_double_nobody() -> None:
    tolls = toll(20, 20, at=3), toll(12, 12, victims=CIVIL, at=40)
    plain = killed(by_own_hand("Of 20 dead 12 were civilians.", *tolls))
    for said in ("the governor himself said.", "the governor, himself a doctor, said."):
        assert killed(by_own_hand(f"Of 20 dead 12 were civilians, {said}", *tolls)) == plain
    # Who killed himself is one more, and the others are what they were.
    added = "Of 20 dead 12 were civilians; the man then killed himself."
    assert killed(by_own_hand(added, toll(1, 1, at=60), *tolls)) == (21, 21, 21)


# Listed in one breath


def test_a_man_and_his_daughters_are_three() -> None:
    words = "The attack left him and his two daughters dead."
    said = toll(1, 1, at=16), toll(2, 2, victims=CIVIL, at=28)
    listed = replace(said[0], mention=span("him", 16)), replace(said[1], mention=span("two daughters", 28))
    assert killed(by_own_hand(words, *listed)) == (3, 3, 3)


def test_the_dead_of_many_acts_are_no_toll_of_one() -> None:
    words = "It was the third in a string of attacks that have killed 90 people."
    one = told("a", 0, HOSPITAL, replace(toll(90, 90), mention=span("90 people", words.index("90"))))
    assert killed(replace(one, quote=span(words)), told("a", 1, HOSPITAL, toll(2, 2))) == (2, 2, 2)
