"""`dateline decide`: what a person says shows at once in show, check and every file."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import DATELINE, dateline_here, environment, fingerprints, record
from tests.cli.stories import write_folder
from tests.contract.test_outputs import validator

ANA = ("--who", "Ana")
AT = ("--when", "2031-03-07T12:00:00Z")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with stories in `in` and their record in `out`; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("decided")
    record(write_folder(folder / "in"), out=folder / "out")
    return folder


@pytest.fixture
def folder(recorded: Path, tmp_path: Path) -> Path:
    shutil.copytree(recorded, tmp_path / "copy")
    return tmp_path / "copy"


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def claims(folder: Path) -> list[dict[str, Any]]:
    return lines(folder / "out" / "claims.jsonl")


def incidents(folder: Path) -> list[dict[str, Any]]:
    return lines(folder / "out" / "incidents.jsonl")


def the_claim(folder: Path, story: str, harm: str = "killed") -> dict[str, Any]:
    return next(
        claim
        for claim in claims(folder)
        if claim["story"] == story
        and claim["incident"]
        and any(toll["harm"] == harm for toll in claim["tolls"])
    )


def decide(folder: Path, *words: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = dateline_here("decide", *words, "--ledger", folder / "out")
    assert done.returncode == status, done.stderr
    return done


def show(folder: Path, what: str) -> dict[str, Any]:
    shown = dateline_here("show", what, "--ledger", folder / "out", "--json")
    assert shown.returncode == 0, shown.stderr
    value: dict[str, Any] = json.loads(shown.stdout)
    return value


@pytest.fixture
def checked(folder: Path) -> Iterator[Path]:
    """The folder; afterwards the ledger is sound, and a further run over the same stories changes no byte."""
    yield folder
    assert dateline_here("check", folder / "out").returncode == 0
    before = fingerprints(folder / "out")
    again = dateline_here("record", folder / "in", "--out", folder / "out", "--processes", "1")
    assert again.returncode == 0, again.stderr
    assert fingerprints(folder / "out") == before


def test_a_correction_is_in_every_file_and_the_coders_own_is_shown_beside_it(checked: Path) -> None:
    claim = the_claim(checked, "taiz-2")
    done = decide(
        checked, "correct", claim["claim"], "--field", "toll.1", "--to", "9", "--why", "a list", *ANA
    )
    assert done.stdout.startswith("d-")
    assert f"correct {claim['claim']}: toll.1 to 9" in done.stdout
    after = next(one for one in claims(checked) if one["claim"] == claim["claim"])
    assert (after["tolls"][0]["low"], after["tolls"][0]["high"]) == (9, 9)
    assert after["tolls"][0]["mention"] == claim["tolls"][0]["mention"]
    validator("claim").validate(after)
    shown = show(checked, claim["claim"])
    assert shown["as_coded"]["tolls"] == claim["tolls"]
    assert [row["condition"] for row in shown["decisions"]] == ["holds"]
    told = dateline_here("show", claim["claim"], "--ledger", checked / "out").stdout
    assert "As the coder made it:" in told and "Ana" in told and "a list" in told
    report = (checked / "out" / "report.html").read_text("utf-8")
    assert "corrected by a person: toll.1" in report
    assert "checked some of the claims: corrected 1." in " ".join(report.split())


def test_a_rejected_claim_leaves_incidents_and_files(checked: Path) -> None:
    claim = the_claim(checked, "taiz")
    before = len(claims(checked))
    decide(checked, "reject", claim["claim"], "--why", "another war", *ANA)
    assert len(claims(checked)) == before - 1
    assert not any(claim["claim"] in incident["claims"] for incident in incidents(checked))
    shown = show(checked, claim["claim"])
    assert shown["rejected"] is True
    assert shown["as_coded"]["quote"] == claim["quote"]
    explained = dateline_here("explain", claim["claim"], "--ledger", checked / "out")
    assert explained.returncode == 0, explained.stderr


def test_undone_everything_is_as_before(checked: Path) -> None:
    before = {name: kept for name, kept in fingerprints(checked / "out").items() if name != "ledger.sqlite"}
    claim = the_claim(checked, "taiz")["claim"]
    name = decide(checked, "reject", claim, "--why", "no", *ANA).stdout.split()[0]
    assert fingerprints(checked / "out")["claims.jsonl"] != before["claims.jsonl"]
    decide(checked, "undo", name, *ANA)
    after = fingerprints(checked / "out")
    assert {name: after[name] for name in before} == before
    again = decide(checked, "undo", name, *ANA, status=2)
    assert "was already undone by" in again.stderr


def test_incidents_that_were_said_to_be_one_are_one_and_the_old_id_leads_there(checked: Path) -> None:
    one, other = the_claim(checked, "taiz")["incident"], the_claim(checked, "gao")["incident"]
    assert one != other
    decide(checked, "same", one, other, "--why", "a test", *ANA)
    (merged,) = [i for i in incidents(checked) if the_claim(checked, "gao")["claim"] in i["claims"]]
    assert the_claim(checked, "taiz")["claim"] in merged["claims"]
    gone = other if merged["incident"] == one else one
    told = dateline_here("show", gone, "--ledger", checked / "out")
    assert told.returncode == 0
    assert told.stdout.startswith(f"{gone} is now {merged['incident']}.\n")
    assert show(checked, gone) == {"incident": gone, "current": False, "successors": [merged["incident"]]}
    claim, far = the_claim(checked, "taiz")["claim"], the_claim(checked, "gao")["claim"]
    refused = decide(checked, "apart", claim, far, *ANA, status=2)
    rows = [line.split()[0] for line in decide(checked, "list").stdout.splitlines() if line.startswith("d-")]
    assert rows[0] in refused.stderr and "undo one of them first" in refused.stderr
    decide(checked, "undo", rows[0], *ANA)
    assert {i["incident"] for i in incidents(checked)} >= {one, other}


def test_what_was_said_to_be_two_is_two(checked: Path) -> None:
    incident = max(incidents(checked), key=lambda one: len(one["claims"]))
    first, *others = incident["claims"]
    assert others
    decide(checked, "apart", first, others[-1], *ANA)
    assert not any({first, others[-1]} <= set(one["claims"]) for one in incidents(checked))


def test_a_toll_set_by_hand_says_so_until_the_claims_change(folder: Path) -> None:
    incident = the_claim(folder, "taiz")["incident"]
    decide(
        folder,
        "toll",
        incident,
        "--harm",
        "killed",
        "--best",
        "12",
        "--high",
        "15",
        "--why",
        "names",
        *ANA,
        *AT,
    )
    (toll,) = [t for t in show(folder, incident)["tolls"] if t["harm"] == "killed"]
    assert (toll["low"], toll["best"], toll["high"]) == (12, 12, 15)
    assert toll["rule"].startswith("Set by Ana on 7 Mar 2031: names; the claims gave ")
    assert toll in next(i for i in incidents(folder) if i["incident"] == incident)["tolls"]
    decide(folder, "reject", show(folder, incident)["claims"][-1], "--why", "no", *ANA)
    (standing,) = [json.loads(row) for row in decide(folder, "list", "--open", "--json").stdout.splitlines()]
    assert (standing["kind"], standing["condition"]) == ("toll", "another-look")
    assert not any("Set by" in toll["rule"] for one in incidents(folder) for toll in one["tolls"])
    assert dateline_here("check", folder / "out").returncode == 0


def test_another_lexicon_never_gets_the_decisions_on_the_old_claims(folder: Path, tmp_path: Path) -> None:
    claim = the_claim(folder, "taiz")
    decide(folder, "correct", claim["claim"], "--field", "place", "--to", "70222", "--why", "x", *ANA)
    decide(folder, "confirm", the_claim(folder, "gao")["claim"], *ANA)
    name = "actors_groups.csv"
    groups = (files("dateline.ontology") / "data" / name).read_text("utf-8")
    renamed = groups.replace(",Houthis,rebels,", ",Movement of the north,rebels,")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / name).write_text(renamed, "utf-8")
    done = record(folder / "in", out=folder / "out", options=("--lexicon", str(tmp_path / "lexicon")))
    assert "2, of which 1 need" in " ".join(done.stdout.split()), done.stdout + done.stderr
    listed = decide(folder, "list", "--open").stdout
    assert "needs another look" in listed and claim["claim"] in listed
    told = decide(folder, "confirm", the_claim(folder, "taiz-2")["claim"], *ANA)
    assert "by the next dateline record" in told.stderr
    assert dateline_here("check", folder / "out").returncode == 0
    record(folder / "in", out=folder / "out")
    assert decide(folder, "list", "--open").stdout == ""


def test_decisions_go_from_one_record_to_another_and_again_change_nothing(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    claim = the_claim(folder, "taiz")["claim"]
    decide(folder, "confirm", claim, *ANA, "--why", "read; “twice”")
    name = decide(folder, "reject", the_claim(folder, "gao")["claim"], "--why", "no", *ANA).stdout.split()[0]
    decide(folder, "undo", name, "--who", "Ben")
    exported = tmp_path / "decisions.jsonl"
    decide(folder, "export", str(exported))
    assert decide(folder, "export", "-").stdout == exported.read_text("utf-8")
    schema: Draft202012Validator = validator("decision")
    for line in lines(exported):
        schema.validate(line)
    assert "3 decision(s) added, 0 known already" in decide(other, "import", str(exported)).stdout
    assert decide(other, "export", "-").stdout == exported.read_text("utf-8")
    files = fingerprints(other / "out")
    assert "0 decision(s) added, 3 known already" in decide(other, "import", str(exported)).stdout
    assert fingerprints(other / "out") == files
    assert {**files, "ledger.sqlite": ""} == {**fingerprints(folder / "out"), "ledger.sqlite": ""}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("no json", "line 2: no decision"),
        ('{"decision": "d-1"}', "line 2: no decision: 'kind' is missing"),
        ("[]", "line 2: no decision"),
        ("EDITED", "decisions are never edited"),
        ("ALONE", "undoes 'd-"),
    ],
)
def test_a_file_with_one_bad_line_is_refused_whole(
    folder: Path, recorded: Path, tmp_path: Path, line: str, what: str
) -> None:
    name = decide(folder, "confirm", the_claim(folder, "taiz")["claim"], *ANA).stdout.split()[0]
    decide(folder, "undo", name, *ANA)
    first, second = decide(folder, "export", "-").stdout.splitlines()
    good, bad = first, line
    if line == "EDITED":
        bad = second.replace("Ana", "Eve")
    if line == "ALONE":
        good, bad = second, second
    (tmp_path / "bad.jsonl").write_text(f"{good}\n{bad}\n", "utf-8")
    fresh = tmp_path / "fresh"
    shutil.copytree(recorded, fresh)
    refused = decide(fresh, "import", str(tmp_path / "bad.jsonl"), status=2)
    assert what in refused.stderr
    assert decide(fresh, "list").stdout == ""


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("confirm", "c-none"), "no claim 'c-none'"),
        (("toll", "i-none", "--harm", "killed", "--best", "1", "--why", "x"), "no incident 'i-none'"),
        (("same", "i-none", "i-none"), "no incident 'i-none'"),
        (("undo", "d-none"), "no decision 'd-none'"),
        (("confirm", "CLAIM", "--when", "2031-03-07T12:00:00"), "its time zone is missing"),
        (("same", "CLAIM", "CLAIM"), "name two that differ"),
        (("reject", "CLAIM", "--why", " "), "needs a reason"),
        (("toll", "INCIDENT", "--harm", "killed", "--best", "7", "--high", "3", "--why", "x"), "is no range"),
    ],
)
def test_what_cannot_be_decided_says_why_and_changes_nothing(
    recorded: Path, words: tuple[str, ...], what: str
) -> None:
    claim = the_claim(recorded, "taiz")
    before = fingerprints(recorded / "out")
    named = {"CLAIM": claim["claim"], "INCIDENT": claim["incident"]}
    refused = decide(recorded, *(named.get(word, word) for word in words), status=2)
    assert what in " ".join(refused.stderr.split())
    assert fingerprints(recorded / "out") == before


def test_who_decides_is_taken_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = the_claim(folder, "taiz")["claim"]
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ben")
    monkeypatch.delenv("DATELINE_WHO", raising=False)
    decide(folder, "confirm", claim)
    monkeypatch.setenv("DATELINE_WHO", "Ana")
    decide(folder, "confirm", claim)
    rows = [json.loads(row) for row in decide(folder, "list", "--json").stdout.splitlines()]
    assert [(row["who"], row["condition"]) for row in rows] == [("Ben", "replaced"), ("Ana", "holds")]


def test_a_decision_that_is_killed_is_there_whole_or_not_at_all(folder: Path) -> None:
    claim = the_claim(folder, "taiz")["claim"]
    out = folder / "out"
    waits: list[Callable[[float], bool]] = [
        lambda _: (out / "ledger.sqlite-journal").exists(),
        lambda begun: time.monotonic() - begun > 2.5,
    ]
    for ready in waits:
        command = [DATELINE, "decide", "reject", claim, "--why", "no", *ANA, "--ledger", str(out)]
        running = subprocess.Popen(
            command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        begun = time.monotonic()
        while running.poll() is None and not ready(begun):
            time.sleep(0.001)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert dateline_here("check", out).returncode == 0
    decide(folder, "confirm", claim, *ANA)
    record(folder / "in", out=out)
    assert any(one["claim"] == claim and one["incident"] for one in claims(folder))
    assert dateline_here("check", out).returncode == 0
