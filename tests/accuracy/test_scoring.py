"""What counts as found, missed, spurious or wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldfile import GoldStory, gold_story
from likeness import b_cubed, overlap, pair_up, same_name
from scoring import Agreement, Mistake, Score, score
from tests.accuracy.claims import coded, toll

QUOTE = "shells killed at least nine people in the market of Marun on Tuesday"


def gold(**changes: object) -> GoldStory:
    claim = {
        "quote": QUOTE,
        "event": "shelling",
        "incident": "marun-market",
        "date": ["2020-03-03", "2020-03-03"],
        "place": "Marun",
        "settlement": "Maroun",
        "claimant": "the Marun Relief Committee",
        "tolls": [
            {
                "harm": "killed",
                "low": 9,
                "high": None,
                "words": "at least nine people",
                "victims": "civilian",
            }
        ],
    }
    return gold_story({"story": "s1", "claims": [claim | changes]})


NINE = toll("at least nine people", 9, None, victims="civilian")
RIGHT = coded(
    QUOTE,
    tolls=(NINE,),
    claimant="Relief Committee of Marun",
    place="Marun",
    days=("2020-03-03", "2020-03-03"),
    incident="i-1",
)


def test_a_claim_right_in_every_field_is_sourced() -> None:
    result = score([gold()], [RIGHT])
    assert result.sourced == result.tolls == result.events == Agreement(1, 1, 1)
    assert (result.claimant, result.date, result.place, result.victims) == (1, 1, 1, 1)
    assert result.mistakes == ()


def test_the_wrong_mouth_is_found_but_not_sourced() -> None:
    wrong = coded(QUOTE, tolls=(NINE,), claimant="the army", place="Marun", days=("2020-03-03", "2020-03-04"))
    result = score([gold()], [wrong])
    assert result.tolls.found == 1
    assert result.sourced.found == 0
    assert result.mistakes == (Mistake("s1", "toll at least nine people", "wrong: claimant, date"),)


def test_the_outlets_own_voice_is_no_claimant() -> None:
    assert score([gold(claimant="narrator")], [coded(QUOTE, tolls=(NINE,))]).claimant == 1
    assert score([gold(claimant="narrator")], [RIGHT]).claimant == 0
    assert score([gold()], [coded(QUOTE, tolls=(NINE,))]).claimant == 0


def test_place_and_day_that_nobody_can_know_are_right_when_left_out() -> None:
    result = score([gold(date=None, place=None, settlement=None)], [coded(QUOTE, tolls=(NINE,))])
    assert (result.date, result.place) == (1, 1)


def test_nine_is_not_at_least_nine() -> None:
    result = score([gold()], [coded(QUOTE, tolls=(toll("nine people", 9, 9),))])
    assert result.tolls == Agreement(0, 1, 1)
    assert {mistake.problem for mistake in result.mistakes} == {"missed", "spurious"}


def test_the_same_number_twice_is_told_apart_by_its_source() -> None:
    other = coded(QUOTE, tolls=(NINE,), claimant="the governor", place="Marun")
    result = score([gold()], [other, RIGHT])
    assert result.tolls == Agreement(1, 2, 1)
    assert result.claimant == 1


def test_an_optional_claim_is_neither_missed_nor_spurious() -> None:
    assert score([gold(optional=True)], []).tolls == Agreement(0, 0, 0)
    result = score([gold(optional=True)], [RIGHT])
    assert result.tolls == result.events == Agreement(0, 0, 0)


def test_besieged_people_count_only_where_the_gold_counts_them() -> None:
    trapped = coded(QUOTE, tolls=(NINE, toll("4,000 people", 4000, 4000, "besieged")))
    assert score([gold()], [trapped]).tolls.coded == 1


def test_claims_of_other_stories_are_ignored() -> None:
    assert score([gold()], [coded(QUOTE, story="s2")]).events == Agreement(0, 0, 1)


def test_an_event_needs_its_type_and_half_of_the_words() -> None:
    assert score([gold()], [coded(QUOTE, "air-strike")]).events.found == 0
    assert score([gold()], [coded("killed at least nine people")]).events.found == 1
    assert score([gold()], [coded("the governor visited the market")]).events.found == 0


def test_incidents_split_cost_recall_and_unlinked_claims_stand_alone() -> None:
    golds = [gold(), gold_story({"story": "s2", "claims": gold_data()})]
    together = [RIGHT, coded(QUOTE, story="s2", incident="i-1")]
    apart = [RIGHT, coded(QUOTE, story="s2")]
    assert score(golds, together).linking == 1
    assert score(golds, apart).linking == pytest.approx(2 / 3)
    assert score(golds, []).linking is None


def gold_data() -> list[dict[str, object]]:
    return [{"quote": QUOTE, "event": "shelling", "incident": "marun-market", "claimant": "narrator"}]


def test_figures_name_every_measure() -> None:
    figures = score([gold()], [RIGHT]).figures()
    assert figures["tolls_precision"] == figures["sourced_f1"] == figures["linking"] == 1


def test_names_may_lose_articles_and_accents_but_not_their_telling_words() -> None:
    assert same_name("The Observatory", "the Syrian Observatory for Human Rights")
    assert same_name("Al-Qāmishlī", "qamishli city")
    assert not same_name("the Syrian army", "the Lebanese army")
    assert not same_name("the group", "the group")


TEXTS = st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_overlap_is_a_share_and_goes_both_ways(one: str, other: str) -> None:
    assert 0 <= overlap(one, other) <= 1
    assert overlap(one, other) == overlap(other, one)


LIKENESS = st.one_of(st.none(), st.floats(0, 1))


@given(st.lists(st.lists(LIKENESS, min_size=4, max_size=4), max_size=5))
def test_pairs_are_one_to_one_and_the_likest_is_among_them(table: list[list[float | None]]) -> None:
    pairs = pair_up(range(len(table)), range(4), lambda i, j: table[i][j])
    assert len(set(pairs.values())) == len(pairs)
    values = [value for row in table for value in row if value is not None]
    chosen = [table[i][j] for i, j in pairs.items()]
    assert None not in chosen
    assert not values or max(values) in chosen


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1))
def test_b_cubed_is_one_only_for_the_same_parting(pairs: list[tuple[str, str]]) -> None:
    value = b_cubed(pairs)
    assert value is not None
    assert 0 < value <= 1 + 1e-9
    same = len(set(pairs)) == len({gold for gold, _ in pairs}) == len({code for _, code in pairs})
    assert (value == pytest.approx(1)) == same


def test_nothing_coded_scores_nothing() -> None:
    result: Score = score([gold()], [])
    assert result.tolls.f1 == result.events.f1 == result.sourced.f1 == 0
