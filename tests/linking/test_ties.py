"""What people said are one event, or two, is so whatever the scores."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking import link_claims
from dateline.linking.clusters import average_link
from dateline.model import EventType, Status
from tests.linking.building import DARAA, HOMS, QUSAYR, claim, story, toll, when

STORIES = {name: story(name, day=number) for number, name in enumerate("abcdef", 1)}
LINEAGES = {name: name for name in STORIES}
A = claim("a", where=HOMS, days=when(1), tolls=(toll(5, 5),))
B = claim("b", where=HOMS, days=when(1), tolls=(toll(5, 5),))
FAR = claim("c", where=DARAA, days=when(20), tolls=(toll(90, 90),))
FARTHER = claim("d", where=QUSAYR, days=when(28), event=EventType.ARMED_CLASH)
PLAN = claim("e", where=HOMS, days=when(2), status=Status.PLANNED)
NOWHERE = claim("f", where=None)
CLAIMS = [A, B, FAR, FARTHER, PLAN, NOWHERE]


def groups(same: Sequence[tuple[str, str]] = (), apart: Sequence[tuple[str, str]] = ()) -> list[set[str]]:
    """Claims by incident, those of none left out."""
    membership = link_claims(STORIES, CLAIMS, LINEAGES, same=same, apart=apart)
    found: dict[str, set[str]] = {}
    for name, incident in membership.items():
        if incident is not None:
            found.setdefault(incident, set()).add(name)
    return sorted(found.values(), key=sorted)


def together(found: list[set[str]], *names: str) -> bool:
    return any(set(names) <= group for group in found)


def test_without_a_word_the_scores_decide() -> None:
    assert together(groups(), A.id, B.id)
    assert not together(groups(), A.id, FAR.id)


def test_two_that_were_said_to_be_the_same_are_in_one_incident() -> None:
    found = groups(same=[(A.id, FAR.id), (FAR.id, FARTHER.id)])
    assert together(found, A.id, FAR.id, FARTHER.id)


def test_two_that_were_said_to_be_apart_never_are() -> None:
    found = groups(apart=[(A.id, B.id)])
    assert not together(found, A.id, B.id)
    assert {name for group in found for name in group} >= {A.id, B.id}


def test_what_is_tied_to_either_is_apart_too() -> None:
    found = groups(same=[(A.id, FAR.id)], apart=[(FAR.id, B.id)])
    assert together(found, A.id, FAR.id)
    assert not together(found, A.id, B.id)


def test_what_founds_no_incident_follows_the_claim_that_it_is_tied_to() -> None:
    assert together(groups(same=[(NOWHERE.id, FARTHER.id)]), NOWHERE.id, FARTHER.id)
    assert together(groups(same=[(PLAN.id, FAR.id)]), PLAN.id, FAR.id)


def test_two_that_found_no_incident_are_of_none_together() -> None:
    found = groups(same=[(NOWHERE.id, PLAN.id)], apart=[(PLAN.id, A.id), (PLAN.id, B.id)])
    assert not any({NOWHERE.id, PLAN.id} & group for group in found)


def test_words_about_claims_that_are_not_there_say_nothing() -> None:
    assert groups(same=[(A.id, "gone")], apart=[("gone", B.id)]) == groups()


IDS = [one.id for one in CLAIMS]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4),
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)),
)
def test_any_words_that_do_not_contradict_each_other_are_kept(
    same: list[tuple[str, str]], pair: tuple[str, str]
) -> None:
    sets = {name: {name} for name in IDS}
    for one, other in same:
        joined = sets[one] | sets[other]
        sets |= dict.fromkeys(joined, joined)
    apart = [] if pair[1] in sets[pair[0]] else [pair]
    found = groups(same, apart)
    home = {name: number for number, group in enumerate(found) for name in group}
    for one, other in same:
        assert home.get(one) == home.get(other)
    for one, other in apart:
        assert home.get(one, one) != home.get(other, other)
    assert groups(list(reversed(same)), apart) == found


def test_tied_numbers_are_one_group_from_the_start() -> None:
    assert average_link(3, {(0, 1): -4}, [], unseen=-6, tied=[[1, 0]]) == [[0, 1], [2]]
    assert average_link(3, {(1, 2): 3}, [(0, 2)], unseen=0, tied=[[0, 1]]) == [[0, 1], [2]]
