"""`dateline export` and `record --format`: which files are written, and which are told to be old."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.publishing import FORMATS
from tests.cli.running import OUTPUTS, dateline_here, fingerprints, record
from tests.cli.stories import KHARKIV, write_folder
from tests.publishing.reading_back import READERS

ALL = sorted(file for form in FORMATS.values() for file in form.files)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with stories in `in` and their record in `out`; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("exported")
    assert record(write_folder(folder / "in"), out=folder / "out").returncode == 0
    return folder


@pytest.fixture
def folder(recorded: Path, tmp_path: Path) -> Path:
    shutil.copytree(recorded, tmp_path / "copy")
    return tmp_path / "copy"


def published(folder: Path) -> dict[str, str]:
    """The files but for the ledger, which says where the stories lay."""
    return {name: digest for name, digest in fingerprints(folder).items() if name != "ledger.sqlite"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_formats_elsewhere_have_the_same_incidents(folder: Path, tmp_path: Path) -> None:
    done = dateline_here("export", folder / "out", "--format", "all", "--out", tmp_path / "all")
    assert done.returncode == 0, done.stderr
    assert names(tmp_path / "all") == ALL
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        file for form in FORMATS.values() for file in form.files
    ]
    rows = {name: reader(tmp_path / "all") for name, reader in READERS.items()}
    assert len(rows["jsonl"]) > 1
    assert all(found == rows["jsonl"] for found in rows.values())


def test_without_a_format_what_lies_there_is_made_anew(folder: Path) -> None:
    out = folder / "out"
    assert dateline_here("export", out, "--format", "hxl").returncode == 0
    before = fingerprints(out)
    for path in out.iterdir():
        if path.suffix != ".sqlite":
            path.write_text("old")
    (out / "report.html").unlink()
    assert dateline_here("export", out / "ledger.sqlite").returncode == 0
    assert fingerprints(out) == {name: digest for name, digest in before.items() if name != "report.html"}


def test_files_that_are_not_written_with_others_are_told(folder: Path) -> None:
    done = dateline_here("export", folder / "out", "--format", "jsonl,report")
    assert done.stderr == "Not written again: incidents.csv, incidents.geojson\n"


@pytest.mark.parametrize("command", ["export", "record"])
def test_a_wrong_format_is_told_with_the_right_ones_and_nothing_is_done(command: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in")
    done = dateline_here(command, folder, "--out", tmp_path / "out", "--format", "csv")
    assert done.returncode == 2
    told = (
        "no format is called csv; there are jsonl, ged, geojson, report, acled, plover, hxl, parquet, and all"
    )
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_no_record_no_export(tmp_path: Path) -> None:
    done = dateline_here("export", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ledger.sqlite" in done.stderr


def test_a_record_with_some_formats_or_none(folder: Path, tmp_path: Path) -> None:
    done = record(
        folder / "in", out=tmp_path / "some", options=("--format", "acled", "--format", "plover,hxl")
    )
    assert names(tmp_path / "some") == [
        *("incidents.acled.csv", "incidents.hxl.csv", "incidents.plover.jsonl", "ledger.sqlite")
    ]
    assert done.stdout.endswith(f"Record: {tmp_path / 'some'}\n")
    record(folder / "in", out=tmp_path / "none", options=("--format", "none"))
    assert names(tmp_path / "none") == ["ledger.sqlite"]
    assert dateline_here("export", tmp_path / "none").returncode == 0
    assert names(tmp_path / "none") == list(OUTPUTS)
    assert published(tmp_path / "none") == published(folder / "out")


def test_recording_again_brings_all_that_lies_there_up_to_date_or_says_what_it_does_not(folder: Path) -> None:
    out = folder / "out"
    assert dateline_here("export", out, "--format", "acled").returncode == 0
    (folder / "in" / "kharkiv.txt").write_text(KHARKIV, encoding="utf-8")
    before = fingerprints(out)
    done = record(folder / "in", out=out, options=("--format", "jsonl"))
    old = "report.html, incidents.acled.csv"
    assert (
        f"Not brought up to date: incidents.csv, incidents.geojson, {old}; dateline export {out}"
        in done.stdout
    )
    assert fingerprints(out)["incidents.acled.csv"] == before["incidents.acled.csv"]
    assert "Not brought up to date" not in record(folder / "in", out=out).stdout
    changed = {name for name, digest in fingerprints(out).items() if before[name] != digest}
    assert changed == set(before)


def test_incidents_that_other_knowledge_made_are_exported_as_they_are_and_that_is_told(
    folder: Path, tmp_path: Path
) -> None:
    out, mine = folder / "out", tmp_path / "mine"
    mine.mkdir()
    package = files("dateline.ontology") / "data" / "ged.yaml"
    (mine / "ged.yaml").write_bytes(package.read_bytes().replace(b"Civilians", b"Unarmed"))
    assert dateline_here("export", out, "--lexicon", mine).stderr == ""
    incident = READERS["jsonl"](out)[0].id
    decided = dateline_here(
        *("decide", "toll", incident, "--harm", "killed", "--best", "78", "--why", "a list", "--who", "Ana"),
        *("--when", "2031-03-07T12:00:00Z", "--ledger", out, "--lexicon", mine),
    )
    assert "made anew by the next dateline record" in decided.stderr
    told = dateline_here("export", out, "--lexicon", mine)
    assert (told.returncode, "are not those of today's claims and decisions" in told.stderr) == (0, True)
    assert READERS["jsonl"](out)[0].killed[1] != 78
    assert dateline_here("export", out).stderr == ""
    assert READERS["ged"](out)[0].killed == (78, 78, 78)


def test_a_decision_renews_what_lies_there_and_set_says_what_does_not_fit_any_more(folder: Path) -> None:
    out = folder / "out"
    assert dateline_here("export", out, "--format", "acled,parquet").returncode == 0
    before = fingerprints(out)
    claim = READERS["jsonl"](out)[0].id
    decided = dateline_here(
        *("decide", "toll", claim, "--harm", "killed", "--best", "77", "--why", "a list", "--who", "Ana"),
        *("--when", "2031-03-07T12:00:00Z", "--ledger", out),
    )
    assert decided.returncode == 0, decided.stderr
    rows = {name: READERS[name](out) for name in ("jsonl", "acled", "parquet", "ged")}
    assert all(found == rows["jsonl"] for found in rows.values())
    assert fingerprints(out)["incidents.acled.csv"] != before["incidents.acled.csv"]
    told = dateline_here("set", "taiz", "--published", "2019-03-22", "--ledger", out, "--by", "Ana")
    assert "Not brought up to date: claims.jsonl, incidents.jsonl, incidents.csv" in told.stdout
    assert f"dateline export {out} does it" in told.stdout
    assert dateline_here("export", out).stderr == ""
    days = {row.days for row in READERS["acled"](out)}
    assert days == {row.days for row in READERS["jsonl"](out)}
