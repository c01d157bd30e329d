"""Incidents and lineages: replaced as a whole, never pointing nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.ledger import Ledger, check_ledger
from dateline.model import Claim
from tests.ledger.samples import CODER, add_sample, denial, sample_incident, sample_story, toll_claim


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        add_sample(opened, "a", "b")
        yield opened
        assert check_ledger(opened) == []


def link(ledger: Ledger) -> list[Claim]:
    """One incident of both monitors' claims, b a copy of a; the claims in order."""
    claims = list(ledger.claims())
    ledger.replace_incidents([sample_incident(claims[0], claims[2])], {"a": "a", "b": "a"}, linker="near 1")
    return claims


def test_claims_come_back_as_part_of_their_incident(ledger: Ledger) -> None:
    link(ledger)
    assert [(claim.id, claim.incident) for claim in ledger.claims()] == [
        ("a-monitor", "shelling-alderford"),
        ("a-army", None),
        ("b-monitor", "shelling-alderford"),
        ("b-army", None),
    ]
    assert ledger.claim("b-monitor").incident == "shelling-alderford"
    assert ledger.incident("shelling-alderford").claims == ("a-monitor", "b-monitor")
    assert ledger.lineages() == {"a": "a", "b": "a"}


def test_a_story_that_no_linking_has_seen_is_its_own_lineage(ledger: Ledger) -> None:
    assert ledger.lineages() == {"a": "a", "b": "b"}


def test_incidents_keep_the_order_they_were_given_in(ledger: Ledger) -> None:
    first, second, *_ = ledger.claims()
    ledger.replace_incidents([sample_incident(first, id="z"), sample_incident(second, id="y")], {})
    assert [incident.id for incident in ledger.incidents()] == ["z", "y"]


def test_replacing_leaves_nothing_of_what_was_there(ledger: Ledger) -> None:
    claims = link(ledger)
    assert ledger.replace_incidents([sample_incident(claims[1], id="other")], {})
    assert [incident.id for incident in ledger.incidents()] == ["other"]
    assert [claim.incident for claim in ledger.claims()] == [None, "other", None, None]
    assert ledger.lineages() == {"a": "a", "b": "b"}


def test_replacing_by_the_same_writes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    claims = link(ledger)
    before = (tmp_path / "ledger.sqlite").read_bytes()
    again = [sample_incident(claims[0], claims[2])]
    assert not ledger.replace_incidents(again, {"b": "a", "a": "a"}, linker="near 1")
    assert (tmp_path / "ledger.sqlite").read_bytes() == before
    assert ledger.replace_incidents(again, {"a": "a", "b": "a"}, linker="near 2")


def test_the_ledger_knows_whether_its_incidents_are_of_today(ledger: Ledger) -> None:
    assert not ledger.linked("near 1")
    link(ledger)
    assert ledger.linked("near 1")
    assert not ledger.linked("near 2")
    add_sample(ledger, "a")
    assert ledger.linked("near 1")
    add_sample(ledger, "c")
    assert not ledger.linked("near 1")


def test_a_new_story_leaves_the_incidents_as_they_are(ledger: Ledger) -> None:
    link(ledger)
    add_sample(ledger, "c")
    assert [incident.id for incident in ledger.incidents()] == ["shelling-alderford"]
    assert ledger.lineages() == {"a": "a", "b": "a", "c": "c"}


def test_an_incident_goes_with_the_claims_it_rests_on(ledger: Ledger) -> None:
    claims = link(ledger)
    ledger.replace_incidents(
        [sample_incident(claims[0], claims[2]), sample_incident(claims[1], id="a-denied")], {"b": "a"}
    )
    revised = sample_story("b", killed=9)
    ledger.add([(revised, [denial(revised)])], coder=CODER)
    assert [incident.id for incident in ledger.incidents()] == ["a-denied"]
    assert [claim.incident for claim in ledger.claims()] == [None, "a-denied", None]


def test_the_incident_that_a_coder_wrote_into_a_claim_does_not_count(ledger: Ledger) -> None:
    story = sample_story("c")
    ledger.add([(story, [replace(toll_claim(story), incident="made up")])], coder=CODER)
    assert ledger.claim("c-monitor").incident is None


def test_references_that_lead_nowhere_are_refused(ledger: Ledger) -> None:
    claims = link(ledger)
    one, two = sample_incident(claims[0], id="one"), sample_incident(claims[0], claims[1], id="two")
    foreign = replace(one, claims=("gone",), tolls=())
    loose_toll = replace(one, tolls=(replace(one.tolls[0], claims=("b-army",)),))
    refused = [
        ([foreign], {}, "incident 'one' rests on claim 'gone', which no story has now"),
        ([one, two], {}, "incident 'two' rests on claim 'a-monitor', which already is of incident 'one'"),
        ([one, replace(one, claims=(), tolls=())], {}, "incident 'one' is there twice"),
        ([replace(one, independent_sources=1.0)], {}, "its independent_sources is 1.0"),  # type: ignore[arg-type]
        ([loose_toll], {}, "incident 'one' its killed toll rests on claim 'b-army'"),
        ([], {"a": "c"}, "lineage of story 'a' names story 'c', which the ledger does not have"),
        ([], {"a": "b", "b": "a"}, "lineage of story 'a' is 'b', a story that is itself of lineage 'a'"),
    ]
    for incidents, lineages, message in refused:
        with pytest.raises(LedgerError, match=message):
            ledger.replace_incidents(incidents, lineages)
    assert [incident.id for incident in ledger.incidents()] == ["shelling-alderford"]


def test_a_record_holds_everything_and_reads_it_when_asked(ledger: Ledger) -> None:
    link(ledger)
    record = ledger.record()
    assert list(record.stories) == ["a", "b"]
    assert [story.id for story in record.stories.values()] == ["a", "b"]
    assert [(id, claim.id) for id, claim in record.claims.items()] == [
        (id, id) for id in ("a-monitor", "a-army", "b-monitor", "b-army")
    ]
    assert record.claims["b-monitor"].incident == "shelling-alderford"
    assert (len(record.stories), len(record.claims)) == (2, 4)
    assert "nowhere" not in record.stories
    assert dict(record.stories) == {id: sample_story(id) for id in ("a", "b")}
    assert [incident.id for incident in record.incidents] == ["shelling-alderford"]
    assert record.lineages == {"a": "a", "b": "a"}


def test_a_record_cannot_outlive_its_ledger(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.sqlite") as opened:
        record = opened.record()
    with pytest.raises(LedgerError, match="has been closed"):
        len(record.stories)
