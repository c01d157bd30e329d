"""The runners measure what they say they do."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from process_tree import run_watched
from speed import Speed, speed
from streams import conflict, mixed, stories_file, write_repeated

MEGABYTE = 1024 * 1024
HOLD = "import time; held = bytearray(%d * 1024 * 1024); time.sleep(0.7); print('a claim')"


def test_memory_of_children_is_counted(tmp_path: Path) -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD % 150!r}])"
    run = run_watched([sys.executable, "-c", child], tmp_path / "out")
    assert run.status == 0
    assert run.lines == 1
    assert run.seconds > 0.7
    assert 150 * MEGABYTE < run.peak_process <= run.peak_tree < 400 * MEGABYTE


def test_a_failing_command_keeps_its_status(tmp_path: Path) -> None:
    assert run_watched([sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "out").status == 3


def test_starting_up_does_not_count_in_the_steady_state() -> None:
    # Five seconds to start, then ten stories and a thousand tokens a second.
    assert speed((50, 200), (5000, 20000), (10, 25)) == Speed(8, 800, 1000)


def test_too_few_stories_give_no_steady_state() -> None:
    assert speed((1, 4), (10, 40), (5, 5)).steady is None


def write_stories(folder: Path, names: str) -> None:
    folder.mkdir()
    stories = [{"story": name, "outlet": "One Paper", "text": f"Text {name}."} for name in names]
    lines = "".join(json.dumps(story) + "\n" for story in stories)
    (folder / "stories.jsonl").write_text(lines, encoding="utf-8")


def test_one_story_in_twenty_of_a_mixed_stream_is_about_a_conflict(tmp_path: Path) -> None:
    for folder, names in (
        ("fakes", "abcd"),
        ("geovirus", "efghijklmnop"),
        ("lgl", "qrstuvwxyz"),
        ("polnear", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ):
        write_stories(tmp_path / folder, names)
    drawn = mixed(tmp_path, 40)
    assert drawn is not None
    assert sum(json.loads(line)["story"] in "abcd" for line in drawn) == 2
    assert len(drawn) == 40
    assert drawn == mixed(tmp_path, 40)


def test_without_the_other_corpora_there_is_no_mixed_stream(tmp_path: Path) -> None:
    write_stories(tmp_path / "fakes", "ab")
    assert mixed(tmp_path, 2) is None


def test_repeated_stories_are_no_duplicates(tmp_path: Path) -> None:
    write_stories(tmp_path / "fakes", "abc")
    assert write_repeated(conflict(tmp_path, 2), tmp_path / "four.jsonl", times=4) == 8
    lines = (tmp_path / "four.jsonl").read_text(encoding="utf-8").splitlines()
    written = [json.loads(line) for line in lines]
    assert len({story["story"] for story in written}) == 8
    assert len({(story["outlet"], story["text"]) for story in written}) == 8
    assert {story["text"] for story in written} == {"Text a.", "Text b."}


def test_a_folder_without_stories_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"fakes/stories\.jsonl"):
        stories_file(tmp_path)
