"""`dateline places`: dumps added, listed, used and removed, and names looked up, by the real command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import dateline
from tests.places.dumps import dump_line, write_dump

STORY = (
    "HOMS, Syria, May 20 (Reuters) - Government shelling killed seven civilians in the village of "
    "Tall Wardan in Homs province on Sunday, activists said.\n"
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "SY.zip", [dump_line(90000001, "Tall Wardan", at=(34.91, 36.62))])


def place_of(places: Path) -> dict[str, object]:
    done = dateline("code", "-", "--places", places, "--processes", "1", stdin=STORY.encode())
    assert done.returncode == 0, done.stderr
    (claim,) = (json.loads(line) for line in done.stdout.splitlines())
    found: dict[str, object] = claim["place"]
    return found


def test_a_village_is_known_once_its_country_was_added(tmp_path: Path, dump: Path) -> None:
    places = tmp_path / "places"
    places.mkdir()
    before = place_of(places)
    assert (before["geonameid"], before["precision"]) == (None, 4)
    added = dateline("places", "add", dump, "--places", places)
    assert (added.returncode, added.stderr) == (0, "")
    assert "SY added: 1 settlement" in added.stdout
    after = place_of(places)
    assert (after["geonameid"], after["precision"], after["latitude"]) == (90000001, 1, 34.91)
    assert "SY\t1 lines" in dateline("places", "list", "--places", places).stdout
    assert dateline("places", "remove", "SY", "--places", places).returncode == 0
    assert place_of(places) == before


def test_a_bad_line_and_a_missing_file_are_told(tmp_path: Path) -> None:
    lines = [dump_line(90000001, "Tall Wardan"), "no\tplace"]
    dump = write_dump(tmp_path / "SY.zip", lines)
    done = dateline("places", "add", dump, tmp_path / "LB.zip", "--places", tmp_path / "places")
    assert done.returncode == 1
    assert "1 settlement" in done.stdout
    assert f"{dump}, line 2: has 2 columns" in done.stderr
    assert "LB.zip: no such file" in done.stderr


def test_find_tells_why_one_wins() -> None:
    done = dateline("places", "find", "Tripoli", "--near", "Homs")
    assert done.returncode == 0
    assert "Tripoli, North Lebanon, LBN wins over Tripoli, LBY: it is 87 km from Homs" in done.stdout


def test_find_gives_json_for_a_pipe() -> None:
    found = json.loads(dateline("places", "find", "al-Qusayr", "--country", "SY", "--json").stdout)
    best = found["candidates"][0]
    assert (best["geonameid"], best["country"], best["admin1"]) == (173322, "SYR", "Homs")
    assert found["taken"] is True


def test_find_says_so_when_there_is_none() -> None:
    done = dateline("places", "find", "Xyzzyville")
    assert done.returncode == 1
    assert "no place goes by 'Xyzzyville'" in done.stderr


def test_a_folder_of_places_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = dateline("code", "-", "--places", tmp_path / "absent", stdin=STORY.encode())
    assert done.returncode == 2
    assert "absent: no such folder" in done.stderr
