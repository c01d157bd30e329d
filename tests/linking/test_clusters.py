"""Average link: groups join when their pairs, taken together, speak for it."""

from __future__ import annotations

from dateline.linking.clusters import average_link, best_group
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
