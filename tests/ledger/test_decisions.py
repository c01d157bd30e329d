"""Decisions in a real ledger: never lost, never applied to what they were not said of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from dateline.deciding import Condition
from dateline.errors import LedgerError, NotFoundError
from dateline.ledger import Ledger, check_ledger
from dateline.model import Decision, Story
from tests.deciding.deciding import apart, confirmed, corrected, rejected, same, toll_set, undone
from tests.deciding.test_state import CLAIMS, STORIES, rows
from tests.ledger.samples import CODER, add_sample, denial, sample_incident, sample_story, toll_claim

NINE = {"low": 9, "high": 9}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        add_sample(opened, "a", "b")
        yield opened
        assert check_ledger(opened) == []


def recode(ledger: Ledger, story: Story, *, coder: str = "rules 2") -> None:
    """Another coder takes the monitor's claim for background."""
    ledger.add([(story, [replace(toll_claim(story), background=True), denial(story)])], coder=coder)


def conditions(ledger: Ledger) -> list[Condition]:
    return [standing.condition for standing in ledger.standings()]


def test_a_correction_shows_wherever_the_claim_does_and_the_coders_own_is_kept(ledger: Ledger) -> None:
    coded = ledger.coded_claim("a-monitor")
    ledger.decide([corrected(coded, "toll.1", NINE)])
    shown = ledger.claim("a-monitor")
    assert shown.tolls[0].low == 9
    assert ledger.record().claims["a-monitor"] == shown
    assert shown in list(ledger.claims()) and shown in list(ledger.claims("a"))
    assert ledger.coded_claim("a-monitor") == coded
    assert ledger.record().reviews["a-monitor"].corrections.keys() == {"toll.1"}


def test_a_rejected_claim_is_no_claim_but_is_kept(ledger: Ledger) -> None:
    row = rejected(ledger.coded_claim("a-monitor"), why="a film")
    ledger.decide([row])
    record = ledger.record()
    assert [claim.id for claim in ledger.claims()] == ["a-army", "b-monitor", "b-army"] == list(record.claims)
    assert (len(record.claims), record.rejected, "a-monitor" in record.claims) == (3, 1, False)
    with pytest.raises(NotFoundError, match=f"was rejected by Ana: a film \\(decision {row.id}\\)"):
        ledger.claim("a-monitor")
    assert ledger.coded_claim("a-monitor").id == "a-monitor"
    with pytest.raises(LedgerError, match="which no story has now, or which was rejected"):
        ledger.replace_incidents([sample_incident(ledger.coded_claim("a-monitor"))], {})


def test_incidents_of_what_was_decided_wait_to_be_computed_again(ledger: Ledger) -> None:
    a, army, b, _ = ledger.claims()
    ledger.replace_incidents([sample_incident(a, id="i-a"), sample_incident(b, id="i-b")], {}, linker="one")
    ledger.decide([corrected(army, "status", "denied")])
    assert [incident.id for incident in ledger.incidents()] == ["i-a", "i-b"]
    assert not ledger.linked("one")
    ledger.decide([confirmed(a, minute=1)])
    assert [incident.id for incident in ledger.incidents()] == ["i-b"]
    ledger.replace_incidents([sample_incident(a, id="i-a"), sample_incident(b, id="i-b")], {}, linker="one")
    assert ledger.linked("one")
    assert ledger.successors("i-a") is None


def test_another_coders_claim_needs_another_look_and_the_same_one_again_does_not(ledger: Ledger) -> None:
    ledger.decide([corrected(ledger.coded_claim("a-monitor"), "toll.1", NINE)])
    recode(ledger, sample_story("a"))
    assert conditions(ledger) == [Condition.ANOTHER_LOOK]
    assert ledger.claim("a-monitor").tolls[0].low == 7
    assert ledger.record().another_look == 1
    add_sample(ledger, "a")
    assert conditions(ledger) == [Condition.HOLDS]
    assert ledger.claim("a-monitor").tolls[0].low == 9


def test_a_claim_that_is_no_longer_made_leads_to_what_stands_in_its_place(ledger: Ledger) -> None:
    ledger.decide([confirmed(ledger.coded_claim("a-monitor"))])
    story = sample_story("a")
    ledger.add([(story, [toll_claim(story, "a-other")])], coder="rules 2")
    assert conditions(ledger) == [Condition.ANOTHER_LOOK]
    with pytest.raises(NotFoundError, match="no longer current; in its place: a-other"):
        ledger.claim("a-monitor")


def test_rows_are_added_once_and_all_or_none(ledger: Ledger) -> None:
    first = confirmed(ledger.coded_claim("a-monitor"))
    assert ledger.decide([first, first]) == (first,)
    assert ledger.decide([first]) == ()
    bad = replace(rejected(ledger.coded_claim("b-monitor")), reason="")
    with pytest.raises(LedgerError, match=r"needs a reason; give --why; nothing was decided"):
        ledger.decide([confirmed(ledger.coded_claim("b-monitor")), bad])
    with pytest.raises(LedgerError, match="undoes 'd-none', which the ledger does not have"):
        ledger.decide([undone(replace(first, id="d-none"))])
    assert ledger.decisions().rows == (first,)


def test_same_and_apart_of_the_same_claims_is_refused_naming_both(ledger: Ledger) -> None:
    a, b = ledger.coded_claim("a-monitor"), ledger.coded_claim("b-monitor")
    one, other = same(a, b), apart(b, a, minute=1)
    ledger.decide([one])
    with pytest.raises(LedgerError, match=f"decision '{other.id}' says .* apart which '{one.id}' says"):
        ledger.decide([other])
    assert ledger.decide([undone(one, minute=2), other])
    assert conditions(ledger) == [Condition.UNDONE, Condition.HOLDS, Condition.HOLDS]


def test_a_toll_holds_while_the_incident_has_the_claims_that_were_seen(ledger: Ledger) -> None:
    a, army, b, _ = ledger.claims()
    value = {"harm": "killed", "victims": None, "low": 9, "best": 9, "high": 9}
    ledger.decide([toll_set((a, b), value, subjects=("i-1",))])
    assert conditions(ledger) == [Condition.HOLDS]
    ledger.replace_incidents([sample_incident(a, b, id="i-1")], {})
    assert conditions(ledger) == [Condition.HOLDS]
    ledger.replace_incidents([sample_incident(a, b, army, id="i-1")], {})
    assert conditions(ledger) == [Condition.ANOTHER_LOOK]
    ledger.replace_incidents([sample_incident(a, b, id="i-1")], {})
    ledger.decide([corrected(a, "status", "denied", minute=1)])
    assert conditions(ledger)[0] is Condition.ANOTHER_LOOK


# Trails


def test_merged_and_split_incidents_lead_to_their_successors(ledger: Ledger) -> None:
    a, a_army, b, b_army = ledger.claims()
    ledger.replace_incidents([sample_incident(a, a_army, id="i-1"), sample_incident(b, id="i-2")], {})
    ledger.replace_incidents([sample_incident(a, a_army, b, id="i-3")], {})
    assert (ledger.successors("i-1"), ledger.successors("i-2"), ledger.successors("i-3")) == (
        ("i-3",),
        ("i-3",),
        None,
    )
    ledger.replace_incidents([sample_incident(a, id="i-1"), sample_incident(b, b_army, id="i-2")], {})
    assert ledger.successors("i-3") == ("i-1", "i-2")
    assert ledger.successors("i-1") == ()
    with pytest.raises(
        NotFoundError, match="there no longer is an incident 'i-3': its claims are now of i-1, i-2"
    ):
        ledger.incident("i-3")


def test_an_incident_of_a_story_that_was_coded_anew_leads_to_what_stands_in_its_place(ledger: Ledger) -> None:
    first = ledger.claim("a-monitor")
    ledger.replace_incidents([sample_incident(first, id="i-1")], {})
    story = sample_story("a")
    ledger.add([(story, [denial(story), toll_claim(story, "a-other")])], coder="rules 2")
    assert ledger.successors("i-1") == ()
    ledger.replace_incidents([sample_incident(ledger.claim("a-other"), id="i-2")], {})
    assert ledger.successors("i-1") == ("i-2",)


# Whole ledgers


@given(rows())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_ledger_that_imports_what_another_exports_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, made: list[Decision]
) -> None:
    folder = tmp_path_factory.mktemp("exchange")
    with Ledger.open(folder / "one.sqlite") as one, Ledger.open(folder / "two.sqlite") as two:
        for opened in (one, two):
            coded = [[claim for claim in CLAIMS if claim.story == story.id] for story in STORIES]
            opened.add(zip(STORIES, coded, strict=True), coder=CODER)
        for row in made:
            try:
                one.decide([row])
            except LedgerError as error:
                assert "apart" in str(error) or "undoes" in str(error)
        two.decide(reversed(one.decisions().rows))
        two.decide(one.decisions().rows)
        assert two.decisions() == one.decisions()
        assert list(two.claims()) == list(one.claims())
        assert two.standings() == one.standings()
        assert check_ledger(one) == check_ledger(two) == []


def test_a_ledger_of_before_there_were_decisions_keeps_its_incidents(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        add_sample(ledger, "a")
        ledger.replace_incidents([sample_incident(ledger.claim("a-monitor"))], {}, linker="one")
    with sqlite3.connect(path) as old:
        for statement in (
            "DROP TABLE decisions",
            "DROP TABLE former",
            "DROP TABLE reports",
            "DROP TABLE unlinked",
            "DROP TABLE profiles",
            "DROP TABLE filings",
            "DROP TABLE sketches",
            "DROP INDEX ix_incidents_sort",
            "ALTER TABLE incidents DROP COLUMN sort",
            "ALTER TABLE incidents DROP COLUMN sources",
            "ALTER TABLE incidents DROP COLUMN size",
            "ALTER TABLE incidents DROP COLUMN disputed",
            "ALTER TABLE linkings DROP COLUMN decisions",
            "UPDATE alembic_version SET version_num = '0002'",
        ):
            old.execute(statement)
    old.close()
    with Ledger.open(path, create=False) as ledger:
        assert ledger.linked("one")
        assert check_ledger(ledger) == []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE decisions SET json = replace(json, 'Ana', 'Eve')", "decisions are never edited"),
        ("UPDATE decisions SET who = 'Eve'", "its JSON and its columns say different things"),
        ("DELETE FROM decisions WHERE kind = 'reject'", "which the ledger does not have"),
        ("INSERT INTO former VALUES ('i-1', 'c-none')", "claim 'c-none' was never made"),
    ],
)
def test_what_was_changed_behind_the_ledgers_back_is_found(tmp_path: Path, statement: str, what: str) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        add_sample(ledger, "a")
        row = rejected(ledger.coded_claim("a-monitor"))
        ledger.decide([row, undone(row, minute=1)])
        assert check_ledger(ledger) == []
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    with Ledger.open(path, create=False) as ledger:
        assert any(what in problem.what for problem in check_ledger(ledger))
