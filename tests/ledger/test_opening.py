"""Opening a ledger: migrations, and every way in which it can fail, with what to do."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from dateline.errors import LedgerError, NotFoundError
from dateline.ledger import Ledger, check_ledger
from dateline.ledger.schema import metadata
from tests.ledger.samples import CODER, add_sample, sample_story


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger, ledger.transaction() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_path_may_hold_any_characters(tmp_path: Path) -> None:
    folder = tmp_path / "a 100% sure? #1 — حمص"
    folder.mkdir()
    with Ledger.open(folder / "ledger.sqlite") as ledger:
        add_sample(ledger, "a")
    assert [path.name for path in folder.iterdir()] == ["ledger.sqlite"]
    with Ledger.open(f"sqlite:///{tmp_path}/by-url.sqlite") as ledger:
        assert ledger.name == f"{tmp_path}/by-url.sqlite"


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        assert check_ledger(ledger) == []


def test_a_file_that_is_not_there_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"there is no ledger at .*; `dateline record` makes one"):
        Ledger.open(tmp_path / "ledger.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LedgerError, match=r"the folder .* does not exist; make it"):
        Ledger.open(tmp_path / "nowhere" / "ledger.sqlite")
    with pytest.raises(LedgerError, match="is a folder; name the ledger's file in it"):
        Ledger.open(tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but notes. " * 100)
    with pytest.raises(LedgerError, match="this file is no ledger"):
        Ledger.open(file)
    assert file.read_text().startswith("Not a database")


@pytest.mark.parametrize("table", ["bookmarks", "alembic_version"])
def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, table: str) -> None:
    file = tmp_path / "other.sqlite"
    connection = sqlite3.connect(file)
    connection.execute(f"CREATE TABLE {table} (version_num TEXT)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="a database of another program, not a ledger"):
        Ledger.open(file)
    assert file.read_bytes() == before


def test_a_newer_ledger_asks_for_a_newer_dateline(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    Ledger.open(file).close()
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(LedgerError, match=r"written by a newer Dateline \(its tables are version 9999"):
        Ledger.open(file)


def test_a_ledger_that_another_run_is_writing(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    with Ledger.open(file) as ledger, Ledger.open(file, patience=0.05) as late:
        add_sample(ledger, "a")
        with ledger.transaction(writing=True):
            with pytest.raises(LedgerError, match="another run is writing this ledger; wait"):
                add_sample(late, "b")
            assert [story.id for story in late.stories()] == ["a"]
        add_sample(late, "b")
        assert [story.id for story in ledger.stories()] == ["a", "b"]


def test_a_reader_who_stops_half_way_keeps_nobody_from_writing(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    with Ledger.open(file) as ledger, Ledger.open(file, patience=0.05) as other:
        add_sample(ledger, "a", "b")
        reading = ledger.claims()
        next(reading)
        add_sample(other, "c")


def test_a_database_without_its_driver() -> None:
    with pytest.raises(LedgerError, match=r"no driver for this database .*; install one"):
        Ledger.open("nosuch+driver://someone:secret@host/ledger")
    with pytest.raises(LedgerError, match="names no database"):
        Ledger.open("://")


READ_ONLY = """
import os, sys
from pathlib import Path
from dateline.errors import LedgerError
from dateline.ledger import Ledger, check_ledger
from dateline.model import Story
folder = Path(sys.argv[1])
with Ledger.open(folder / "ledger.sqlite", create=False) as ledger:
    check_ledger(ledger)  # whatever is imported late is imported now
if os.getuid() == 0:  # to whom permissions mean nothing
    os.setgid(65534)
    os.setuid(65534)
with Ledger.open(folder / "ledger.sqlite", create=False) as ledger:
    print(check_ledger(ledger), [story.id for story in ledger.stories()])
    try:
        ledger.add([(Story("new", "Text"), [])], coder="c")
    except LedgerError as error:
        print(error)
for name in ("ledger.sqlite", "new.sqlite"):
    try:
        Ledger.open(folder / name)
    except LedgerError as error:
        print(error)
"""


def test_a_read_only_folder_can_be_read_and_checked_but_not_recorded_into() -> None:
    # Not pytest's own folder, whose parents only the user may pass through.
    folder = Path(tempfile.mkdtemp())
    try:
        with Ledger.open(folder / "ledger.sqlite") as ledger:
            add_sample(ledger, "a")
        (folder / "ledger.sqlite").chmod(0o444)
        folder.chmod(0o555)
        run = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder)], capture_output=True, text=True, check=False
        )
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert run.returncode == 0, run.stderr
    sound, no_adding, no_writing, no_making = run.stdout.splitlines()
    assert sound == "[] ['a']"
    assert "give yourself write permission on the file and its folder, or copy the folder" in no_adding
    assert "ledger.sqlite cannot be written: no permission on" in no_writing
    assert "new.sqlite cannot be written: no permission on" in no_making


def test_two_fresh_runs_give_the_same_bytes_and_one_file(tmp_path: Path) -> None:
    files = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        files.append(tmp_path / name / "ledger.sqlite")
        for batch in (["b", "a"], ["d", "c"]):
            with Ledger.open(files[-1]) as ledger:
                add_sample(ledger, *batch)
                ledger.add([(sample_story("a", killed=9), [])], coder=CODER)
                ledger.replace_incidents([], {"b": "a"})
        assert [path.name for path in (tmp_path / name).iterdir()] == ["ledger.sqlite"]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_run_with_nothing_new_leaves_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    for _ in range(2):
        before = file.read_bytes() if file.exists() else b""
        with Ledger.open(file) as ledger:
            add_sample(ledger, "a", "b")
            ledger.replace_incidents([], {"b": "a"})
    assert file.read_bytes() == before
