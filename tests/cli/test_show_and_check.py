"""`dateline show` and `dateline check` on sound and damaged ledgers; `dateline code` in a pipe."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import DATELINE, dateline, environment, fingerprints, record
from tests.cli.stories import TAIZ, write_folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    record(write_folder(folder / "in"), out=folder / "out")
    return folder / "out"


def test_a_story_is_shown_with_its_claims_and_who_says_so(out: Path) -> None:
    shown = dateline("show", "taiz", "--ledger", out).stdout
    assert shown.startswith("taiz  Aden Courier (sample), 2019-03-15\n")
    assert "medics at the Revolution hospital" in shown
    assert "“at least seven civilians”" in shown
    assert "(denied)" in shown


def test_a_claim_is_explained_by_its_words_its_rule_and_its_parse(out: Path) -> None:
    story = json.loads(dateline("show", "taiz", "--ledger", out, "--json").stdout)
    claim = next(claim for claim in story["claims"] if claim["tolls"])
    told = dateline("explain", claim["claim"], "--ledger", out).stdout
    assert claim["rule"].split("+")[0] in told
    assert "(entry in en/" in told
    assert "The sentence as it was parsed" in told
    for field in ("event", "status", "toll", "claimant", "place", "date"):
        assert f"  {field}" in told


def test_an_unknown_claim_is_told(out: Path) -> None:
    done = dateline("explain", "c-none", "--ledger", out)
    assert done.returncode == 2
    assert "no claim" in done.stderr


def test_a_story_for_a_pipe(out: Path) -> None:
    story = json.loads(dateline("show", "taiz", "--ledger", out / "ledger.sqlite", "--json").stdout)
    assert story["text"] == f"Shells fall on Taiz\n\n{TAIZ}"
    for claim in story["claims"]:
        quote = claim["quote"]
        assert story["text"][quote["start"] : quote["end"]] == quote["text"]


def test_an_incident_is_shown_with_every_claim_of_it(out: Path) -> None:
    incidents = [json.loads(line) for line in (out / "incidents.jsonl").read_text("utf-8").splitlines()]
    for incident in incidents:
        shown = dateline("show", incident["incident"], "--ledger", out)
        assert all(claim in shown.stdout for claim in incident["claims"])
        (full,) = [json.loads(dateline("show", incident["incident"], "--ledger", out, "--json").stdout)]
        assert [claim["claim"] for claim in full["claims_in_full"]] == incident["claims"]
        break


def test_an_unknown_id_is_said_to_be_unknown(out: Path) -> None:
    done = dateline("show", "nothing", "--ledger", out)
    assert done.returncode == 2
    assert "nothing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("show", "taiz", "--ledger"), ("check",)])
def test_a_folder_without_a_ledger(command: tuple[str, ...], tmp_path: Path) -> None:
    done = dateline(*command, tmp_path)
    assert done.returncode == 2
    assert f"there is no ledger at {tmp_path / 'ledger.sqlite'}" in done.stderr


def test_a_sound_ledger_passes_and_looking_changes_nothing(out: Path) -> None:
    before = fingerprints(out)
    done = dateline("check", out)
    assert done.returncode == 0, done.stdout
    assert "4 stories" in done.stdout
    assert "every quote, hash and reference holds" in done.stdout
    assert fingerprints(out) == before


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE versions SET text = replace(text, 'seven', 'eight')",
        "UPDATE claims SET json = replace(json, 'at least seven', 'at least eight')",
        "DELETE FROM members",
    ],
    ids=["a text was changed", "a quote was changed", "references were lost"],
)
def test_a_damaged_ledger_fails(out: Path, tmp_path: Path, damage: str) -> None:
    copy = tmp_path / "ledger.sqlite"
    shutil.copy(out / "ledger.sqlite", copy)
    with sqlite3.connect(copy) as ledger:
        ledger.execute(damage)
    done = dateline("check", copy)
    assert done.returncode == 1
    assert "problem(s) found" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_text(
        "this is a text of more than a hundred bytes " * 40, encoding="utf-8"
    )
    done = dateline("check", tmp_path)
    assert done.returncode == 2
    assert "no ledger" in done.stderr


def test_a_pipe_that_is_closed_early_is_no_crash(tmp_path: Path) -> None:
    line = json.dumps({"text": TAIZ})
    many = [line.replace("seven", str(number)) for number in range(11, 411)]
    (tmp_path / "many.jsonl").write_text("\n".join(many) + "\n", encoding="utf-8")
    command = [DATELINE, "code", str(tmp_path / "many.jsonl"), "--processes", "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        claim = json.loads(running.stdout.readline())
        running.stdout.close()
        complaints = running.stderr.read()
    assert claim["event"]["type"] == "shelling"
    assert complaints == b""
