"""What a ledger holds can be counted and ranked without reading it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.ledger import Counts, Ledger, best_attested, counts, undated
from dateline.running.deciding import reject
from tests.ledger.samples import CODER, add_sample, sample_incident, sample_story


def test_a_ledger_is_counted_as_it_is_now() -> None:
    with Ledger.open(":memory:") as ledger:
        assert counts(ledger) == Counts(0, 0, 0, 0)
        add_sample(ledger, "a", "b", "c")
        told = [claim for claim in ledger.claims() if claim.id.endswith("monitor")]
        agreed, differing = sample_incident(*told[:2], id="i-1"), sample_incident(told[2], id="i-2")
        ledger.replace_incidents([agreed, replace(differing, disputed=("date", "toll"))], {})
        assert counts(ledger) == Counts(stories=3, claims=6, incidents=2, disputed=1)
        reject(ledger, "a-army", who="Ana", when=datetime(2031, 4, 1, tzinfo=UTC), why="of another day")
        assert counts(ledger).claims == 5


def test_the_best_attested_are_those_with_most_sources_then_most_claims_in_order_of_their_days() -> None:
    with Ledger.open(":memory:") as ledger:
        add_sample(ledger, "a", "b", "c")
        claims = list(ledger.claims())
        many = replace(sample_incident(claims[0], id="i-many"), independent_sources=3)
        two = replace(sample_incident(*claims[1:3], id="i-two"), date=None)
        one = sample_incident(claims[3], id="i-one")
        ledger.replace_incidents([one, two, many], {})
        assert [incident.id for incident in best_attested(ledger, 2)] == ["i-many", "i-two"]
        assert list(best_attested(ledger, 9)) == list(ledger.incidents())


def test_stories_without_a_day_are_named() -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.add([(sample_story("b", published=None), []), (sample_story("a"), [])], coder=CODER)
        assert undated(ledger) == ("b",)
