"""Floors rise with the coder and fall only when someone says so."""

from __future__ import annotations

from pathlib import Path

from floors import Floors, gold_hash, read_floors, write_floors

AT_HALF = Floors("abc", {"tolls_f1": 0.5, "claimant": 0.5})


def test_a_figure_below_its_floor_is_named() -> None:
    assert AT_HALF.failures("abc", {"tolls_f1": 0.49, "claimant": 0.5}) == [
        "tolls_f1 is 0.490, below its floor of 0.500"
    ]


def test_a_figure_that_is_not_there_is_below_its_floor() -> None:
    assert len(AT_HALF.failures("abc", {"claimant": 0.9})) == 1


def test_another_gold_voids_the_floors() -> None:
    (failure,) = AT_HALF.failures("def", {"tolls_f1": 1, "claimant": 1})
    assert "the gold has changed" in failure


def test_floors_rise_to_what_was_measured_rounded_down() -> None:
    raised = AT_HALF.raised("abc", {"tolls_f1": 0.789, "claimant": 0.2})
    assert raised.least == {"tolls_f1": 0.78, "claimant": 0.5}
    assert AT_HALF.raised("abc", {"tolls_f1": 0.7, "claimant": 0.2}, lower=True).least["claimant"] == 0.2


def test_what_is_raised_holds_for_what_was_measured() -> None:
    for hundredths in range(101):
        figures = {"tolls_f1": hundredths / 100, "claimant": hundredths / 100}
        assert not AT_HALF.raised("abc", figures, lower=True).failures("abc", figures)


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    floors = Floors(gold_hash(tmp_path / "gold.jsonl"), {"tolls_f1": 0.5})
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
