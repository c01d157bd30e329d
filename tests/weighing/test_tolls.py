"""Low, best and high: how figures of several claimants become a range, and how they never do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Claim, EventType, Harm, Role, Status, Story, Toll, Victims, WeighedToll
from dateline.weighing import overall_toll, weigh_incident
from tests.linking.building import actor, claim, said_by, span, story, toll, when

STORIES: dict[str, Story] = {name: story(name, day=number) for number, name in enumerate("abcdef", 4)}
STORIES["a2"] = story("a2", day=4)
MONITOR = said_by("Northern Monitor", "monitor")
HOSPITAL = said_by("Central Hospital", "medics")
GROUP = said_by("Valley Front", "armed-group")
Triple = tuple[int | None, int | None, int | None]


def tolls(*claims: Claim, lineages: dict[str, str] | None = None) -> Sequence[WeighedToll]:
    return weigh_incident("i-1", claims, STORIES, lineages or {}).tolls


def killed(*claims: Claim, lineages: dict[str, str] | None = None) -> Triple:
    """Low, best and high of the only toll."""
    (only,) = tolls(*claims, lineages=lineages)
    return only.low, only.best, only.high


def test_three_claimants_give_low_best_and_high_and_the_rule_names_them() -> None:
    (only,) = tolls(
        claim("a", 0, by=MONITOR, tolls=(toll(31, 31),)),
        claim("a", 1, by=HOSPITAL, tolls=(toll(32, 32),)),
        claim("b", 0, by=GROUP, tolls=(toll(40, 40),), days=when(3)),
    )
    assert (only.low, only.best, only.high) == (31, 32, 40)
    assert only.rule == (
        "Low 31 from Northern Monitor; best 32 from Central Hospital; high 40 from Valley Front. "
        "Figures weighed: 31 (Northern Monitor, 4 May 2013), 32 (Central Hospital, 4 May 2013) "
        "and 40 (Valley Front, 5 May 2013). The sources contradict each other."
    )
    assert only.claims == ("a#0", "a#1", "b#0")


def test_the_newest_figure_of_one_claimant_takes_the_place_of_its_older_ones() -> None:
    older, newer = (
        claim("a", by=MONITOR, tolls=(toll(40, 40),)),
        claim("b", by=MONITOR, tolls=(toll(32, 32),)),
    )
    (only,) = tolls(newer, older)
    assert (only.low, only.best, only.high) == (32, 32, 32)
    assert only.claims == ("b#0",)
    assert "Replaced by newer figures of the same source: 40 (Northern Monitor, 4 May 2013)." in only.rule


def test_within_one_story_the_larger_figure_further_down_is_the_newer() -> None:
    assert killed(
        claim("a", 0, by=MONITOR, tolls=(toll(20, 20),)), claim("a", 1, by=MONITOR, tolls=(toll(22, 22),))
    ) == (22, 22, 22)


def test_within_one_story_a_smaller_figure_further_down_drops_nobody() -> None:
    low, _, high = killed(
        claim("a", 0, by=MONITOR, tolls=(toll(22, 22),)), claim("a", 1, by=MONITOR, tolls=(toll(5, 5),))
    )
    assert (low, high) == (5, 22)


def test_at_least_is_a_lower_bound_and_not_a_point() -> None:
    assert killed(claim("a", by=MONITOR, tolls=(toll(13),))) == (13, 13, None)
    assert killed(
        claim("a", by=MONITOR, tolls=(toll(13),)), claim("a", 1, by=HOSPITAL, tolls=(toll(20),))
    ) == (20, 20, None)
    assert killed(
        claim("a", by=MONITOR, tolls=(toll(20),)), claim("a", 1, by=HOSPITAL, tolls=(toll(32, 32),))
    ) == (32, 32, 32)


def test_at_least_above_an_exact_figure_disputes_it_and_leaves_high_open() -> None:
    exact, bound = claim("a", by=MONITOR, tolls=(toll(15, 15),)), claim("b", by=HOSPITAL, tolls=(toll(20),))
    assert killed(exact, bound) == (15, 20, None)
    assert "toll" in weigh_incident("i-1", [exact, bound], STORIES, {}).disputed


def test_a_later_at_least_does_not_take_back_a_larger_exact_figure() -> None:
    assert killed(
        claim("a", by=MONITOR, tolls=(toll(32, 32),)), claim("b", by=MONITOR, tolls=(toll(20),))
    ) == (32, 32, 32)


def test_a_subset_is_inside_its_whole_and_never_added() -> None:
    whole, part = toll(32, 32), toll(5, 5, subset=True, at=20)
    (only,) = tolls(claim("a", by=MONITOR, tolls=(whole, part)))
    assert (only.low, only.best, only.high) == (32, 32, 32)
    assert "Inside these, and not added: 5" in only.rule


def test_a_subset_of_another_kind_has_its_own_row_and_adds_nothing_overall() -> None:
    children = toll(5, 5, victims=Victims.CIVILIAN, subset=True, at=20)
    incident = weigh_incident("i-1", [claim("a", by=MONITOR, tolls=(toll(32, 32), children))], STORIES, {})
    assert [(t.victims, t.low, t.high) for t in incident.tolls] == [
        (Victims.CIVILIAN, 5, None),
        (Victims.UNKNOWN, 32, 32),
    ]
    overall = overall_toll(incident, Harm.KILLED)
    assert overall and (overall.low, overall.best, overall.high) == (32, 32, 32)


def test_fighters_and_people_are_distinct_and_do_not_contradict() -> None:
    incident = weigh_incident(
        "i-1",
        [
            claim("a", 0, by=MONITOR, tolls=(toll(52, 52),)),
            claim("a", 1, by=HOSPITAL, tolls=(toll(13, 13, victims=Victims.COMBATANT),)),
        ],
        STORIES,
        {},
    )
    assert [(t.victims, t.best) for t in incident.tolls] == [(Victims.COMBATANT, 13), (Victims.UNKNOWN, 52)]
    assert incident.disputed == ()


def test_civilians_and_fighters_are_added_up_overall() -> None:
    incident = weigh_incident(
        "i-1",
        [
            claim("a", 0, by=MONITOR, tolls=(toll(7, 7, victims=Victims.CIVILIAN),)),
            claim("a", 1, by=MONITOR, tolls=(toll(13, 13, victims=Victims.COMBATANT),)),
        ],
        STORIES,
        {},
    )
    overall = overall_toll(incident, Harm.KILLED)
    assert overall and (overall.low, overall.best, overall.high) == (20, 20, 20)
    assert overall_toll(incident, Harm.INJURED) is None


def test_two_numbers_in_one_breath_are_added_up() -> None:
    two = toll(2, 2, victims=Victims.COMBATANT)
    three = toll(3, 3, victims=Victims.COMBATANT, at=30)
    assert killed(claim("a", by=MONITOR, tolls=(two, three))) == (5, 5, 5)


def test_a_number_and_its_two_halves_in_one_breath_are_not_added_up() -> None:
    parts = (toll(20, 20), toll(12, 12, at=30), toll(8, 8, at=60))
    assert killed(claim("a", by=MONITOR, tolls=parts)) == (20, 20, 20)


def test_the_dead_of_two_parties_are_added_up_whoever_counts_them() -> None:
    army = actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces")
    rebels = actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels")
    fighters = Victims.COMBATANT
    claims = (
        claim("a", 0, by=MONITOR, actors=(army,), tolls=(toll(13, 13, victims=fighters, party="soldiers"),)),
        claim("a", 1, by=MONITOR, actors=(rebels,), tolls=(toll(20, 20, victims=fighters, party="rebels"),)),
        claim("b", 0, by=HOSPITAL, actors=(army,), tolls=(toll(15, 15, victims=fighters, party="soldiers"),)),
    )
    assert killed(*claims) == (33, 35, 35)


def test_one_partys_dead_and_the_dead_of_no_named_party_are_not_added_up() -> None:
    named = toll(13, 13, victims=Victims.COMBATANT, party="soldiers")
    unnamed = toll(15, 15, victims=Victims.COMBATANT)
    low, _, high = killed(
        claim("a", by=MONITOR, tolls=(named,)), claim("a", 1, by=HOSPITAL, tolls=(unnamed,))
    )
    assert (low, high) == (13, 15)


def test_denied_planned_and_hypothetical_harm_is_no_toll() -> None:
    for status in (Status.DENIED, Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL):
        assert tolls(claim("a", by=MONITOR, status=status, tolls=(toll(9, 9),))) == ()


def test_no_one_was_hurt_is_a_figure() -> None:
    nobody = claim("a", by=MONITOR, status=Status.NEGATED, tolls=(toll(0, 0, harm=Harm.INJURED),))
    assert killed(nobody) == (0, 0, 0)
    assert tolls(claim("a", by=MONITOR, status=Status.NEGATED, tolls=(toll(0, 0, subset=True),))) == ()


def test_a_months_total_gives_an_incident_no_toll() -> None:
    assert tolls(claim("a", by=MONITOR, days=when(1, 30), tolls=(toll(900, 900),))) == ()


def test_people_besieged_are_counted_over_time() -> None:
    besieged = toll(3000, harm=Harm.BESIEGED)
    assert killed(claim("a", event=EventType.SIEGE, days=when(1, 30), tolls=(besieged,))) == (
        3000,
        3000,
        None,
    )


def test_a_number_that_was_not_given_is_no_row() -> None:
    assert tolls(claim("a", by=MONITOR, tolls=(toll(None, None),))) == ()


def test_up_to_sets_only_high() -> None:
    assert killed(claim("a", by=MONITOR, tolls=(toll(None, 50),))) == (None, None, 50)


def test_an_unlabelled_figure_below_a_partys_own_is_no_whole() -> None:
    army = actor("soldiers", Role.AGAINST, id="mil:SYR", kind="state-forces")
    rebels = actor("rebels", Role.AGAINST, id="ucdp:1", kind="rebels")
    fighters = Victims.COMBATANT
    assert killed(
        claim("a", 0, by=MONITOR, actors=(army,), tolls=(toll(9, 9, victims=fighters, party="soldiers"),)),
        claim("a", 1, by=MONITOR, actors=(rebels,), tolls=(toll(31, 31, victims=fighters, party="rebels"),)),
        claim("a", 2, by=HOSPITAL, tolls=(toll(2, 2, victims=fighters),)),
    ) == (40, 40, 40)


def test_a_lone_boast_of_at_least_many_does_not_become_best() -> None:
    (only,) = tolls(
        claim("a", 0, tolls=(toll(21, 21),)),
        claim("a", 1, by=MONITOR, tolls=(toll(33),)),
        claim("a", 2, by=GROUP, tolls=(toll(50),)),
    )
    assert (only.low, only.best, only.high) == (21, 33, None)
    assert "high is open above at least 50 (Valley Front, 4 May 2013)" in only.rule


def test_about_forty_and_thirty_eight_do_not_contradict() -> None:
    about, exact = (
        claim("a", by=MONITOR, tolls=(toll(40, 40, about=True),)),
        claim("b", by=HOSPITAL, tolls=(toll(38, 38),)),
    )
    assert weigh_incident("i-1", [about, exact], STORIES, {}).disputed == ()


def test_a_newer_figure_is_best_when_two_sources_weigh_the_same() -> None:
    rival = said_by("Southern Monitor", "monitor")
    assert killed(
        claim("a", by=MONITOR, tolls=(toll(30, 30),)), claim("b", by=rival, tolls=(toll(35, 35),))
    ) == (30, 35, 35)


def counted(words: str, low: int, high: int | None, *, at: int = 0, **more: object) -> Toll:
    """People captured, in these words."""
    found = toll(low, high, harm=Harm.CAPTURED, at=at, **more)  # type: ignore[arg-type]
    return replace(found, mention=span(words, at))


def captured(*claims: Claim) -> Triple:
    """Low, best and high over all victims."""
    overall = overall_toll(weigh_incident("i-1", claims, STORIES, {}), Harm.CAPTURED)
    assert overall is not None
    return overall.low, overall.best, overall.high


FIGHTERS = Victims.COMBATANT
LEADER = counted("a rebel leader", 1, 1, victims=FIGHTERS, party="rebels")


def test_people_of_one_party_and_of_none_in_one_breath_are_added_up() -> None:
    suspects = counted("three suspected fighters", 3, 3, victims=FIGHTERS, at=30)
    assert captured(claim("a", tolls=(LEADER, suspects))) == (4, 4, 4)


def test_people_of_unsaid_kind_who_are_listed_with_others_are_added_up() -> None:
    text = "Police detained a rebel leader and two associates."
    leader = counted("a rebel leader", 1, 1, victims=FIGHTERS, at=text.index("a rebel"))
    others = counted("two associates", 2, 2, at=text.index("two"))
    both = replace(claim("a", tolls=(leader, others)), quote=span(text))
    assert captured(both) == (3, 3, 3)


def test_further_people_are_added_to_those_told_before() -> None:
    further = counted("two additional suspects", 2, 2, victims=FIGHTERS, at=50)
    assert captured(claim("a", 0, tolls=(LEADER,)), claim("a", 5, tolls=(further,))) == (3, 3, 3)
    also = counted("also detained several suspects", 3, None, at=50)
    assert captured(claim("a", 0, tolls=(LEADER,)), claim("a", 5, tolls=(also,))) == (4, 4, None)


def test_further_people_are_added_within_one_story_only() -> None:
    further = counted("two additional suspects", 2, 2, victims=FIGHTERS)
    assert captured(claim("a", tolls=(LEADER,)), claim("b", tolls=(further,)))[2] == 2


def test_two_claimants_further_people_are_not_added_up() -> None:
    further = counted("two additional suspects", 2, 2, victims=FIGHTERS, at=50)
    low, _, high = captured(
        claim("a", 0, by=MONITOR, tolls=(LEADER,)), claim("a", 5, by=GROUP, tolls=(further,))
    )
    assert (low, high) != (3, 3)


def test_further_people_told_again_are_no_more_people() -> None:
    one = counted("one guard", 1, 1, victims=FIGHTERS, at=30)
    again = counted("an additional guard", 1, 1, victims=FIGHTERS, at=80)
    assert captured(claim("a", 0, tolls=(LEADER, one)), claim("a", 8, tolls=(again,))) == (2, 2, 2)
    several = counted("several guards", 3, None, victims=FIGHTERS, at=30)
    others = counted("several other guards", 3, None, victims=FIGHTERS, at=80)
    assert captured(claim("a", 0, tolls=(LEADER, several)), claim("a", 8, tolls=(others,))) == (4, 4, None)


def test_who_is_only_named_is_one_of_those_whom_the_story_counts() -> None:
    five = counted("five fighters", 5, 5, victims=FIGHTERS)
    named = counted("the leader", 1, 1, victims=FIGHTERS, at=60)
    assert captured(claim("a", 0, tolls=(five,)), claim("a", 6, tolls=(named,))) == (5, 5, 5)


FIGURES = st.integers(0, 60)
TOLLS = st.builds(
    lambda low, more, exact, subset, victims, party, at: toll(
        low, low + more if exact else None, subset=subset, victims=victims, party=party, at=at
    ),
    FIGURES,
    st.integers(0, 5),
    st.booleans(),
    st.sampled_from([False, False, True]),
    st.sampled_from([Victims.UNKNOWN, Victims.CIVILIAN, Victims.COMBATANT]),
    st.sampled_from([None, None, "soldiers", "rebels"]),
    st.integers(0, 3).map(lambda number: 20 * number),
)
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("abcd"),
        st.integers(0, 9),
        by=st.sampled_from([None, MONITOR, HOSPITAL, GROUP, said_by("witnesses", "witness", named=False)]),
        tolls=st.lists(TOLLS, max_size=3).map(tuple),
        days=st.sampled_from([None, when(3)]),
        background=st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.id,
)


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_low_is_never_over_best_nor_best_over_high(claims: list[Claim]) -> None:
    incident = weigh_incident("i-1", claims, STORIES, {})
    for one in (*incident.tolls, *(o for h in Harm if (o := overall_toll(incident, h)))):
        known = [number for number in (one.low, one.best, one.high) if number is not None]
        assert known == sorted(known)
        assert one.rule


@settings(max_examples=100, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], chance: Random) -> None:
    mixed = claims.copy()
    chance.shuffle(mixed)
    assert weigh_incident("i-1", mixed, STORIES, {}) == weigh_incident("i-1", claims, STORIES, {})


@settings(max_examples=100, deadline=None)
@given(CLAIMS)
def test_a_copy_of_a_story_changes_no_number(claims: list[Claim]) -> None:
    copy = [
        claim(
            "a2",
            one.quote.start // 10,
            by=one.attribution,
            tolls=one.tolls,
            days=one.date,
            background=one.background,
        )
        for one in claims
        if one.story == "a"
    ]
    lineages = {name: name for name in "abcd"} | {"a2": "a"}
    alone = weigh_incident("i-1", claims, STORIES, lineages)
    copied = weigh_incident("i-1", claims + copy, STORIES, lineages)
    assert [(t.harm, t.victims, t.low, t.best, t.high, t.rule) for t in copied.tolls] == [
        (t.harm, t.victims, t.low, t.best, t.high, t.rule) for t in alone.tolls
    ]
    assert (copied.independent_sources, copied.grade, copied.disputed) == (
        alone.independent_sources,
        alone.grade,
        alone.disputed,
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(FIGURES, st.integers(0, 5)), min_size=1, max_size=6))
def test_high_is_the_most_that_any_claimant_within_reason_says(figures: list[tuple[int, int]]) -> None:
    claims = [
        claim("abcdef"[number], by=said_by(f"Source {number}"), tolls=(toll(low, low + more),))
        for number, (low, more) in enumerate(figures)
    ]
    (only,) = tolls(*claims)
    beyond = only.rule.partition("Beyond reason")[2]
    within = [(low, more) for number, (low, more) in enumerate(figures) if f"(Source {number}," not in beyond]
    assert only.high == max(low + more for low, more in within)
    assert only.low == min(low for low, _ in figures)
    assert only.best is not None


@settings(max_examples=100, deadline=None)
@given(FIGURES, st.lists(st.integers(0, 60), max_size=3))
def test_subsets_of_a_whole_change_nothing(whole: int, parts: list[int]) -> None:
    inside = tuple(
        toll(min(part, whole), min(part, whole), subset=True, at=20 * number)
        for number, part in enumerate(parts, 1)
    )
    assert killed(claim("a", by=MONITOR, tolls=(toll(whole, whole), *inside))) == (whole, whole, whole)


def test_nobody_hurt_by_one_act_is_no_figure_of_the_people_hurt_by_another() -> None:
    nobody = claim(
        "a", 0, event=EventType.AIR_STRIKE, by=HOSPITAL, status=Status.NEGATED, tolls=(toll(0, 0),)
    )
    clash = claim("a", 1, event=EventType.ARMED_CLASH, by=MONITOR, tolls=(toll(20, 20),))
    unnamed = claim("a", 1, event=EventType.UNSPECIFIED_VIOLENCE, by=MONITOR, tolls=(toll(20, 20),))
    elsewhere = claim("b", 0, event=EventType.ARMED_CLASH, by=MONITOR, tolls=(toll(20, 20),))
    assert killed(nobody, clash) == (20, 20, 20)
    assert killed(nobody, unnamed)[0] == 0
    assert killed(nobody, elsewhere)[0] == 0
