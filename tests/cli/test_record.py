"""`dateline record`: the same input gives the same bytes, and what is new is added."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.running import OUTPUTS, dateline, fingerprints, record
from tests.cli.stories import KHARKIV, TAIZ, write_folder


@dataclass(frozen=True, slots=True)
class Run:
    """A folder with `in` and `out`, and what the command printed when it recorded one into the other."""

    folder: Path
    printed: str

    @property
    def out(self) -> Path:
        return self.folder / "out"


def record_in(folder: Path) -> Run:
    """Record `in` of a folder into its `out`, named from within it."""
    done = dateline("record", "in", "--out", "out", "--processes", "1", cwd=folder)
    assert done.returncode == 0, done.stderr
    return Run(folder, done.stdout)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A record of the folder of test stories; no test changes it but by running it again."""
    folder = tmp_path_factory.mktemp("first")
    write_folder(folder / "in")
    return record_in(folder)


def claims(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def versions(out: Path) -> list[tuple[str, int]]:
    with sqlite3.connect(out / "ledger.sqlite") as ledger:
        return list(ledger.execute("SELECT story, number FROM versions ORDER BY 1, 2"))


def test_a_run_leaves_these_files_and_no_others(first: Run) -> None:
    assert sorted(path.name for path in first.out.iterdir()) == list(OUTPUTS)


def test_the_summary_tells_what_was_read_and_where_the_report_is(first: Run) -> None:
    assert "Stories read: 4 (4 new, 0 changed, 0 known already). In the ledger: 4 stories" in first.printed
    assert "Left out" not in first.printed
    assert "Without a publication date" not in first.printed
    assert first.printed.endswith("Report: out/report.html\n")


def test_run_again_it_changes_nothing(first: Run) -> None:
    before = fingerprints(first.out)
    again = record_in(first.folder)
    assert "Stories read: 4 (0 new, 0 changed, 4 known already)" in again.printed
    assert fingerprints(first.out) == before


def test_a_fresh_run_elsewhere_gives_the_same_bytes(first: Run, tmp_path: Path) -> None:
    write_folder(tmp_path / "in")
    assert fingerprints(record_in(tmp_path).out) == fingerprints(first.out)


def test_a_story_of_peace_gives_no_claim(first: Run) -> None:
    assert {claim["story"] for claim in claims(first.out)} == {"taiz", "taiz-2", "gao"}


def test_new_stories_are_added_and_changed_ones_are_new_versions(first: Run, tmp_path: Path) -> None:
    folder, out = write_folder(tmp_path / "in"), tmp_path / "out"
    shutil.copytree(first.out, out)
    (folder / "kharkiv.txt").write_text(KHARKIV, encoding="utf-8")
    (folder / "taiz.txt").write_text(TAIZ.replace("at least seven", "at least nine"), encoding="utf-8")
    printed = record_in(tmp_path).printed
    assert "Stories read: 5 (1 new, 1 changed, 3 known already)" in printed
    assert versions(out) == [("fair", 1), ("gao", 1), ("kharkiv", 1), ("taiz", 1), ("taiz", 2), ("taiz-2", 1)]
    quotes = " ".join(str(claim["quote"]) for claim in claims(out) if claim["story"] == "taiz")
    assert "at least nine" in quotes
    assert "at least seven" not in quotes
    checked = dateline("check", out)
    assert checked.returncode == 0, checked.stdout


def test_standard_input_outlet_and_day(tmp_path: Path) -> None:
    options = ("--outlet", "Red Sea Wire (sample)", "--published", "2019-03-15", "--processes", "1")
    done = dateline("record", "-", "--out", tmp_path, *options, stdin=TAIZ.encode())
    assert done.returncode == 0, done.stderr
    (story,) = {str(claim["story"]) for claim in claims(tmp_path)}
    shown = json.loads(dateline("show", story, "--ledger", tmp_path, "--json").stdout)
    assert (shown["outlet"], shown["published"]) == ("Red Sea Wire (sample)", "2019-03-15")
    shelling = next(claim for claim in shown["claims"] if claim["event"]["type"] == "shelling")
    assert shelling["date"]["earliest"] == shelling["date"]["latest"] == "2019-03-14"


def test_without_a_day_weekdays_stay_words_and_the_summary_says_how_to_give_it(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(TAIZ, encoding="utf-8")
    done = record(tmp_path / "undated.txt", out=tmp_path / "out")
    shelling = next(claim for claim in claims(tmp_path / "out") if "Thursday" in str(claim["date"]))
    date = shelling["date"]
    assert isinstance(date, dict)
    assert (date["earliest"], date["latest"], date["mention"]["text"]) == (None, None, "Thursday")
    assert "Without a publication date: 1 (undated)" in done.stdout
    assert "stories.csv" in done.stdout
    assert "--published" in done.stdout
