"""A folder of knowledge files of one's own: it takes the place of the package's, and a mistake is named."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.cli.running import dateline
from tests.cli.stories import TAIZ


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("en/triggers.yaml", "shelling:\n  verbs: [shell\n", "en/triggers.yaml, line "),
        ("weighing.yaml", "grades: nothing\n", "weighing.yaml"),
        ("countries.csv", "alpha3,name\nYEM\n", "countries.csv, line "),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, file: str, content: str, said: str) -> None:
    path = tmp_path / "lexicon" / file
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    options = ("--out", tmp_path / "out", "--lexicon", tmp_path / "lexicon")
    done = dateline("record", "-", *options, stdin=TAIZ.encode())
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = dateline("code", "-", "--lexicon", tmp_path / "absent", stdin=TAIZ.encode())
    assert done.returncode == 2
    assert "absent: no such folder" in done.stderr


def test_a_file_of_ones_own_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    name = "actors_groups.csv"
    text = (files("dateline.ontology") / "data" / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(
        text.replace(",Houthis,rebels,", ",Movement of the north,rebels,"), encoding="utf-8"
    )
    mine = dateline("code", "-", "--lexicon", tmp_path, stdin=TAIZ.encode()).stdout
    plain = dateline("code", "-", stdin=TAIZ.encode()).stdout
    assert "Movement of the north" in mine
    assert "Movement of the north" not in plain
