"""A record of a ledger: its stories and claims are read when they are asked for, or many at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.ledger import Ledger
from dateline.ledger.views import Reading
from dateline.model import Record
from dateline.publishing import FORMATS, write_outputs
from dateline.publishing.at_hand import at_hand
from tests.deciding.deciding import corrected, rejected
from tests.ledger.samples import add_sample, sample_incident


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        add_sample(opened, "a", "b")
        yield opened


def test_what_is_read_ahead_is_what_is_read_one_by_one(ledger: Ledger) -> None:
    coded = ledger.coded_claim("a-monitor")
    ledger.decide([corrected(coded, "toll.1", {"low": 9, "high": 9}), rejected(ledger.coded_claim("b-army"))])
    one_by_one, ahead = ledger.record(), ledger.record()
    assert isinstance(ahead.claims, Reading)
    assert isinstance(ahead.stories, Reading)
    ahead.claims.read_ahead(["a-monitor", "a-army", "b-army", "nobody"])
    ahead.stories.read_ahead(["a", "c"])
    assert ahead.claims["a-monitor"].tolls[0].low == 9
    for name in ("a-monitor", "a-army", "b-monitor", "b-army", "nobody"):
        assert ahead.claims.get(name) == one_by_one.claims.get(name)
    for name in ("a", "b", "c"):
        assert ahead.stories.get(name) == one_by_one.stories.get(name)
    assert list(ahead.claims.items()) == list(one_by_one.claims.items())


def with_incident(record: Record) -> Record:
    told = [record.claims[name] for name in ("a-monitor", "a-army", "b-monitor")]
    return replace(record, incidents=(sample_incident(*told),))


def test_an_incident_at_hand_asks_the_ledger_for_nothing(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = with_incident(ledger.record())
    (incident,) = at_hand(record)
    monkeypatch.setattr(ledger, "transaction", None)
    claims = [record.claims[name] for name in incident.claims]
    assert [record.stories[claim.story].id for claim in claims] == ["a", "a", "b"]


def test_the_files_are_those_of_a_record_in_memory(ledger: Ledger, tmp_path: Path) -> None:
    record = with_incident(ledger.record())
    kept = replace(record, stories=dict(record.stories.items()), claims=dict(record.claims.items()))
    read = write_outputs(record, tmp_path / "read", formats=["all"])
    in_memory = write_outputs(kept, tmp_path / "memory", formats=["all"])
    assert len(read) == sum(len(form.files) for form in FORMATS.values())
    assert [path.read_bytes() for path in read] == [path.read_bytes() for path in in_memory]
