"""What of the archive's incidents counts as found, and the measures of linking."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import (
    EventType,
    Grade,
    Harm,
    Incident,
    Place,
    Victims,
    WeighedToll,
    When,
)
from gva import HALVES, Shot, b_cubed_sides, compare, half_of, main_incident, pairwise, read_shot, within
from likeness import b_cubed
from runner import Measured, Sides
from tests.accuracy.claims import coded, span

SHOT = read_shot(
    {"incident": "7", "date": "2015-03-02", "city": "Arlen", "state": "Texas", "killed": 2, "injured": 0}
)


def weighed(low: int | None, best: int | None, high: int | None) -> WeighedToll:
    return WeighedToll(Harm.KILLED, Victims.UNKNOWN, low, best, high, ("c-1",), "by hand")


def incident(*tolls: WeighedToll) -> Incident:
    day = date(2015, 3, 2)
    return Incident(
        id="i-1",
        event=EventType.ATTACK_ON_CIVILIANS,
        place=Place(span("Arlen"), "Arlen", None, None, None, "Texas", "USA", 1),
        date=When(None, day, day, 1),
        actors=(),
        tolls=tolls,
        claims=("c-1",),
        sources=("police",),
        independent_sources=1,
        grade=Grade.WEAK,
        disputed=(),
    )


def shares(ours: Incident | None, shot: Shot = SHOT) -> dict[str, tuple[int, int]]:
    measured = Measured()
    compare(shot, ours, measured)
    return measured.shares


def test_an_incident_right_in_every_field() -> None:
    assert shares(incident(weighed(2, 2, 2))) == {
        "killed": (1, 1),
        "killed within": (1, 1),
        "killed one number": (1, 1),
        "killed, harmed": (1, 1),
        "injured": (1, 1),
        "injured within": (1, 1),
        "injured one number": (1, 1),
        "date": (1, 1),
        "city": (1, 1),
        "state": (1, 1),
    }


def test_an_incident_that_is_not_found_is_wrong_in_every_field() -> None:
    assert {right for right, _ in shares(None).values()} == {0}


def test_the_best_may_be_wrong_and_the_range_right() -> None:
    found = shares(incident(weighed(2, 3, None)))
    assert found["killed"] == (0, 1)
    assert found["killed within"] == (1, 1)


def test_a_range_without_an_end_is_open_above() -> None:
    assert within(9, weighed(2, 2, None))
    assert not within(9, weighed(2, 4, 8))
    assert within(0, None)
    assert not within(1, None)


def test_a_story_is_of_the_incident_that_most_of_its_news_is_of() -> None:
    one, other = coded("one shot", incident="i-1"), coded("another shot", incident="i-2")
    assert main_incident([one, other, coded("a third", incident="i-2")]) == "i-2"
    assert main_incident([coded("nothing is known")]) is None


def test_pairs_that_were_put_together_and_pairs_that_belong_together() -> None:
    assert pairwise([("a", "x"), ("a", "x"), ("a", "y"), ("b", "y")]) == Sides(1, 2, 1, 3)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1))
def test_b_cubed_sides_give_its_f1(pairs: list[tuple[str, str]]) -> None:
    precision, recall = b_cubed_sides(pairs)
    assert b_cubed(pairs) == pytest.approx(2 * precision * recall / (precision + recall))


def test_an_incident_stays_in_its_half() -> None:
    halves = [half_of(str(number)) for number in range(400)]
    assert halves == [half_of(str(number)) for number in range(400)]
    assert all(150 < halves.count(half) < 250 for half in HALVES)
