"""What the runners share: precision and recall, shares, figures, and errors that say what is missing."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

import dates
import fakes
import gva
import isaf
import muc4
import places
import polnear
from corpora import Corpus, Measurement, read_corpora, read_figures, values, write_figures
from runner import Measured, Sides, rows, run

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_precision_and_recall_have_their_own_counts() -> None:
    sides = Sides(right=3, coded=4, found=1, gold=2)
    assert (sides.precision, sides.recall, sides.f1) == (0.75, 0.5, 0.6)
    assert Sides() + sides == sides
    assert Sides().f1 == 0


def test_figures_keep_the_numbers_behind_them() -> None:
    measured = Measured()
    measured.counts["stories"] = 2
    measured.agreements["types"] += Sides(1, 2, 1, 1)
    for is_right in (True, True, False):
        measured.right("day", is_right)
    figures = measured.figures()
    assert figures["shares"]["day"] == {"share": 0.667, "right": 2, "of": 3}
    assert values(figures, "types") == (0.5, 1.0, 0.667)
    assert values(figures, "day") == (None, None, 0.667)
    assert json.loads(json.dumps(figures)) == figures
    assert "types" in measured.table()


def test_flat_figures_of_gold_are_read_too() -> None:
    flat = {"events_precision": 0.5, "events_recall": 0.25, "events_f1": 0.333, "place": 0.8}
    assert values(flat, "events") == (0.5, 0.25, 0.333)
    assert values(flat, "place") == (None, None, 0.8)
    with pytest.raises(KeyError):
        values(flat, "date")


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"story": "a"}\n\nnot so\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 3"):
        list(rows(path))


RUNNERS = (dates, fakes, gva, isaf, muc4, places, polnear)


@pytest.mark.parametrize("runner", RUNNERS, ids=lambda runner: runner.__name__)
def test_a_folder_without_data_is_an_error_that_names_the_file(
    runner: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = argparse.Namespace(
        folder=tmp_path, json=True, errors=0, claims=None, part="dev", half=None, limit=None, gold=None
    )
    assert run(options, runner.measure) == 2  # type: ignore[attr-defined]
    told = capsys.readouterr()
    assert "stories.jsonl: no such file" in told.err
    assert told.out == ""


def test_a_data_folder_without_corpora_measures_nothing(tmp_path: Path) -> None:
    before = (BENCHMARKS / "figures.json").read_bytes()
    command = [sys.executable, str(BENCHMARKS / "all.py"), str(tmp_path), "--only", "muc4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "muc4: no folder" in done.stderr
    assert (BENCHMARKS / "figures.json").read_bytes() == before


@pytest.mark.parametrize("corpus", read_corpora(), ids=lambda corpus: corpus.name)
def test_every_corpus_has_its_runner_and_the_figures_that_the_readme_shows(corpus: Corpus) -> None:
    assert (BENCHMARKS / corpus.runner).is_file()
    figures = read_figures()[corpus.name].figures
    for name in corpus.rows:
        assert 0 <= values(figures, name)[2] <= 1, name


def test_figures_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    assert read_figures(path) == {}
    measured = {"muc4": Measurement("python x", "0.1", "abc", "2026-01-01", {"shares": {}})}
    write_figures(measured, path)
    assert read_figures(path) == measured


def test_a_corpus_that_lacks_a_field_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "corpora.yaml"
    path.write_text("- name: muc4\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"corpora\.yaml"):
        read_corpora(path)
