"""What holds is a pure function of the rows, in whatever order they come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.deciding import Condition, Decisions, decision_fault, standings
from dateline.model import Claim, Decision, DecisionKind, Span
from dateline.model.decisionform import decision_from_json, decision_line
from tests.deciding.deciding import NOON, apart, confirmed, corrected, rejected, said, same, toll_set, undone
from tests.ledger.samples import denial, sample_story, toll_claim

STORIES = [sample_story(f"s{number}") for number in range(3)]
CLAIMS = [toll_claim(story) for story in STORIES] + [denial(STORIES[0])]
NEWER = [replace(claim, background=True) for claim in CLAIMS]
"""The same claims as another coder makes them."""


@st.composite
def rows(draw: st.DrawFn) -> list[Decision]:
    """A session of deciding: anything said of anything, and taken back, and taken back again."""
    made: list[Decision] = []
    for minute in range(draw(st.integers(0, 8))):
        claim, other = draw(st.sampled_from(CLAIMS)), draw(st.sampled_from(CLAIMS + NEWER))
        numbers = {"low": 1, "best": 2, "high": draw(st.integers(2, 9))}
        choices = [
            confirmed(claim, minute=minute),
            rejected(claim, minute=minute),
            corrected(claim, "status", draw(st.sampled_from(["denied", "negated"])), minute=minute),
            same(claim, other, minute=minute),
            apart(claim, other, minute=minute),
            toll_set((claim,), {"harm": "killed", "victims": None, **numbers}, minute=minute),
            *(undone(row, minute=minute) for row in made),
        ]
        made.append(draw(st.sampled_from(choices)))
    return made


def meaning(state: Decisions, coded: Sequence[Claim]) -> object:
    by_id = {claim.id: claim for claim in coded}
    digests = {claim.id: claim.id for claim in coded}
    return (
        [state.apply(claim) for claim in coded],
        state.same_and_apart(digests.get),
        [(one.decision.id, one.condition, one.why) for one in standings(state, by_id.get, lambda _: None)],
        state.digest,
        state.contradiction,
    )


@given(rows(), st.randoms(use_true_random=False))
def test_the_state_follows_from_the_rows_whatever_their_order_and_number(
    made: list[Decision], chance: object
) -> None:
    shuffled = [*made, *made[:2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis's own random.Random
    for coded in (CLAIMS, NEWER):
        assert meaning(Decisions.of(shuffled), coded) == meaning(Decisions.of(made), coded)


@given(rows())
def test_rows_written_and_read_again_are_the_same(made: list[Decision]) -> None:
    assert [decision_from_json(json.loads(decision_line(row))) for row in made] == made


@given(rows())
def test_undoing_a_decision_is_as_if_it_had_never_been_made(made: list[Decision]) -> None:
    one = rejected(CLAIMS[0], minute=100)
    before, after = Decisions.of(made), Decisions.of([*made, one, undone(one, minute=101)])
    assert [after.apply(claim) for claim in CLAIMS] == [before.apply(claim) for claim in CLAIMS]
    again = Decisions.of([*after.rows, undone(undone(one, minute=101), minute=102)])
    assert again.apply(CLAIMS[0]) is None


@given(rows())
def test_what_comes_out_otherwise_than_it_was_seen_is_left_as_the_coder_made_it(made: list[Decision]) -> None:
    assert [Decisions.of(made).apply(claim) for claim in NEWER] == NEWER


def test_another_digest_needs_another_look_until_it_was_looked_at() -> None:
    old = corrected(CLAIMS[0], "status", "denied")
    state = Decisions.of([old])
    now = {NEWER[0].id: NEWER[0]}
    (told,) = standings(state, now.get, lambda _: None)
    assert told.condition is Condition.ANOTHER_LOOK
    assert "no longer comes out as it was seen" in told.why
    (gone,) = standings(state, lambda _: None, lambda _: None)
    assert gone.why == f"the claim {CLAIMS[0].id} is no longer made"
    new = corrected(NEWER[0], "status", "negated", minute=1)
    first, second = standings(Decisions.of([old, new]), now.get, lambda _: None)
    assert (first.condition, second.condition) == (Condition.REPLACED, Condition.HOLDS)


def test_another_name_of_a_rule_is_no_other_claim() -> None:
    row = rejected(CLAIMS[0])
    assert Decisions.of([row]).apply(replace(CLAIMS[0], rule="shelling/noun", incident="i-1")) is None
    moved = replace(CLAIMS[0], quote=Span(0, 1, "S"))
    assert Decisions.of([row]).apply(moved) == moved


def test_a_confirmation_after_a_rejection_brings_the_claim_back() -> None:
    claim = CLAIMS[0]
    assert Decisions.of([rejected(claim), confirmed(claim, minute=1)]).apply(claim) == claim


def test_a_chain_of_sames_contradicts_an_apart_and_is_named() -> None:
    a, b, c, _ = CLAIMS
    one, two, three = same(a, b), same(b, c, minute=1), apart(a, c, minute=2)
    assert Decisions.of([one, two]).contradiction == ()
    assert Decisions.of([three, two, one]).contradiction == (one, two, three)
    assert Decisions.of([one, two, three, undone(two, minute=3)]).contradiction == ()


def test_what_was_said_of_incidents_holds_for_each_of_their_claims_that_is_still_the_same() -> None:
    a, b, c, d = CLAIMS
    state = Decisions.of([same((a, b), c), apart((a, b), d, minute=1)])
    digests = {seen.claim: seen.digest for row in state.rows for group in row.seen for seen in group}
    assert state.same_and_apart(digests.get) == ([(a.id, b.id), (a.id, c.id)], [(a.id, d.id), (b.id, d.id)])
    del digests[a.id]
    assert state.same_and_apart(digests.get) == ([(b.id, c.id)], [(b.id, d.id)])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (said(DecisionKind.CONFIRM), "speaks of 1 claims"),
        (said(DecisionKind.SAME, CLAIMS[0]), "speaks of 2 claims"),
        (said(DecisionKind.CONFIRM, (CLAIMS[0], CLAIMS[1])), "speaks of one claim"),
        (rejected(CLAIMS[0], why=" "), "needs a reason"),
        (rejected(CLAIMS[0], who=" "), "does not say who"),
        (said(DecisionKind.UNDO), "names the decision that it undoes"),
        (confirmed(CLAIMS[0], undoes="d-1"), "names the decision that it undoes"),
        (confirmed(CLAIMS[0], field="status"), "names a field"),
        (confirmed(CLAIMS[0], value=1), "has no value"),
        (corrected(CLAIMS[0], "status", "maybe"), "is not a valid Status"),
        (apart(CLAIMS[0], CLAIMS[0]), "cannot be apart from itself"),
        (toll_set((CLAIMS[0],), {"harm": "killed"}), "expected a mapping"),
    ],
)
def test_what_cannot_be_carried_out_has_a_fault(row: Decision, fault: str) -> None:
    assert fault in (decision_fault(row) or "")


def test_an_edited_row_is_no_decision() -> None:
    line = decision_line(rejected(CLAIMS[0]))
    with pytest.raises(ValueError, match="decisions are never edited"):
        decision_from_json(json.loads(line.replace("read again", "read once more")))
    with pytest.raises(ValueError, match="time zone"):
        decision_from_json(json.loads(line.replace(NOON.strftime("%H:%M:%SZ"), "12:00:00")))
