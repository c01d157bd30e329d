"""`check_ledger` finds whatever was changed behind the ledger's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.ledger import Ledger, Problem, check_ledger
from tests.ledger.samples import CODER, add_sample, denial, sample_incident, sample_story, toll_claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with a revised story, a recoded one, an incident and a lineage."""
    where = tmp_path / "ledger.sqlite"
    with Ledger.open(where) as ledger:
        add_sample(ledger, "a", "b", "c")
        revised, again = sample_story("a", killed=9), sample_story("b")
        ledger.add([(revised, [toll_claim(revised, killed=9)])], coder=CODER)
        ledger.add([(again, [toll_claim(again), denial(again)])], coder="rules 2")
        claims = list(ledger.claims())
        ledger.replace_incidents([sample_incident(claims[0], claims[1])], {"a": "a", "b": "a"})
        assert check_ledger(ledger) == []
    return where


def problems_after(path: Path, *statements: str) -> list[Problem]:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()
    with Ledger.open(path, create=False) as ledger:
        return check_ledger(ledger)


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        (
            "UPDATE versions SET text = replace(text, 'least', 'most_') WHERE story = 'c'",
            "story 'c', version 1, coding 1, claim 'c-monitor'",
            "quote: characters",
        ),
        (
            "UPDATE versions SET text = text || '.' WHERE story = 'c'",
            "story 'c', version 1",
            "its text is not the one whose hash",
        ),
        (
            "UPDATE versions SET published = '2031-03-07' WHERE story = 'c'",
            "story 'c', version 1",
            "its text or metadata is not what was coded last",
        ),
        (
            "UPDATE versions SET extra = '{' WHERE story = 'c'",
            "story 'c', version 1",
            "its metadata cannot be read",
        ),
        (
            "UPDATE claims SET json = replace(json, '\"low\": 7', '\"low\": \"7\"') WHERE claim LIKE 'c-m%'",
            "story 'c', version 1, coding 1, claim 'c-monitor'",
            "its JSON is not a claim: tolls[0].low is '7'",
        ),
        (
            "UPDATE claims SET json = replace(json, 'shelling', 'shellng') WHERE claim = 'c-monitor'",
            "story 'c', version 1, coding 1, claim 'c-monitor'",
            "its JSON is not a claim: ValueError",
        ),
        (
            "UPDATE claims SET json = '[]' WHERE claim = 'a-army'",
            "story 'a', version 1, coding 1, claim 'a-army'",
            "its JSON is not a claim: TypeError",
        ),
        (
            "UPDATE claims SET status = 'denied' WHERE claim = 'b-monitor' AND coding = 1",
            "story 'b', version 1, coding 1, claim 'b-monitor'",
            "its JSON and its columns say different things",
        ),
        (
            "UPDATE stories SET version = 1 WHERE id = 'a'",
            "story 'a'",
            "what stands as current is not its newest version and coding",
        ),
        ("DELETE FROM stories WHERE id = 'c'", "story 'c'", "what stands as current is not its newest"),
        (
            "DELETE FROM claims WHERE claim = 'a-monitor' AND version = 2",
            "incident 'shelling-alderford'",
            "rests on claim 'a-monitor', which no story has now",
        ),
        (
            """UPDATE claims SET claim = 'b-army', json = replace(json, '"c-army', '"b-army')
            WHERE claim = 'c-army'""",
            "claim 'b-army'",
            "is a claim of two stories",
        ),
        (
            "DELETE FROM members WHERE claim = 'b-monitor'",
            "incident 'shelling-alderford'",
            "its JSON and its members disagree on claim 'b-monitor'",
        ),
        (
            "UPDATE incidents SET json = replace(json, '\"best\": 7', '\"best\": true')",
            "incident 'shelling-alderford'",
            "its JSON is not an incident: tolls[0].best is True",
        ),
        (
            "UPDATE incidents SET grade = 'fair'",
            "incident 'shelling-alderford'",
            "its JSON and its columns say different things",
        ),
        (
            "UPDATE lineages SET lineage = 'b' WHERE story = 'a'",
            "lineage of story 'a'",
            "itself of lineage 'a'",
        ),
        ("DELETE FROM codings WHERE story = 'c'", "story 'c', version 1", "its codings are not counted"),
        ("DELETE FROM versions WHERE story = 'c'", "table codings, row 3", "refers to a row of versions"),
        ("UPDATE versions SET published = 'Thursday' WHERE story = 'c'", "database", "Thursday"),
        ("UPDATE versions SET text = x'FF' WHERE story = 'c'", "database", "bytes"),
    ],
)
def test_what_was_changed_is_found(path: Path, statement: str, where: str, what: str) -> None:
    found = problems_after(path, statement)
    assert any(problem.where == where and what in problem.what for problem in found), found


def test_a_damaged_page_is_found(path: Path) -> None:
    pages = path.read_bytes()
    size = int.from_bytes(pages[16:18], "big")
    path.write_bytes(pages[: 2 * size] + b"\xaa" * size + pages[3 * size :])
    with Ledger.open(path, create=False) as ledger:
        assert any(problem.where == "database" for problem in check_ledger(ledger))
