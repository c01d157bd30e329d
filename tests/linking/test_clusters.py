"""Average link: groups join when their pairs, taken together, speak for it."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking.clusters import average_link, best_group
from dateline.linking.pairs import Pairs
from dateline.linking.tasks import Between
from dateline.linking.unions import Unions


def test_pairs_that_speak_for_it_join() -> None:
    assert average_link(3, {(0, 1): 2}, [], unseen=-6) == [[0, 1], [2]]


def test_a_chain_does_not_join_its_ends() -> None:
    chain = {(0, 1): 1, (1, 2): 1, (2, 3): 1}
    assert average_link(4, chain, [], unseen=-6) == [[0, 1], [2, 3]]


def test_what_is_kept_apart_never_meets_even_through_others() -> None:
    scores = {(0, 1): 3, (1, 2): 3, (0, 2): 3}
    assert average_link(3, scores, [(0, 2)], unseen=-6) == [[0, 1], [2]]


def test_a_claim_joins_the_group_of_the_highest_mean() -> None:
    assert best_group([(0, 3), (0, -1), (1, 2)]) == 1
    assert best_group([(0, -1)]) is None
    assert best_group([]) is None


def test_sets_grow_together() -> None:
    unions: Unions[str] = Unions()
    unions.join("a", "b")
    unions.join("b", "c")
    assert unions.root("a") == unions.root("c")
    assert unions.root("d") == "d"


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_tasks_one_by_one_are_the_grouping_of_the_whole(seed: int) -> None:
    """Random pairs of 40 claims, grouped as a whole and in tasks that no pair over 0 leads between."""
    draw = Random(seed)
    claims, apart = list(range(10, 50)), set[tuple[int, int]]()
    pairs = Pairs()
    scores: dict[tuple[int, int], int] = {}
    for one, other in combinations(claims, 2):
        if draw.random() < 0.12:
            score = draw.randrange(-4000, 5000)
            scores[one - 10, other - 10] = score
            pairs.append((one, other, score, False))
    for _ in range(3):
        one, other = sorted(draw.sample(range(40), 2))
        apart.add((one, other))
    tied = [draw.sample(range(40), 2)]
    apart.discard((min(tied[0]), max(tied[0])))
    whole = average_link(40, scores, sorted(apart), -6000, tied)
    between = Between(claims, [0] * 40, pairs)
    found = []
    for task in between.tasks([[claim] for claim in claims], tied, sorted(apart), within_story=False):
        place = {number: at for at, number in enumerate(task.groups)}
        inside = {}
        for at in task.pairs:
            one, other, score, _ = pairs[at]
            inside[place[one - 10], place[other - 10]] = score
        joined = average_link(
            len(task.groups),
            inside,
            [(place[a], place[b]) for a, b in task.apart],
            -6000,
            [[place[number] for number in together] for together in task.tied],
        )
        found += [[task.groups[at] for at in group] for group in joined]
    assert sorted(found) == whole
