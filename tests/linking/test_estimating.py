"""Weights estimated from claims of known incidents, and written in the form of linking.yaml."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.linking import load_linking_settings
from dateline.linking.estimating import agreement, estimate_weights, rewritten
from dateline.linking.facts import Facts
from dateline.linking.storywise import facts_of
from tests.linking.building import DARAA, HOMS, QUSAYR, claim, story, when

SETTINGS = load_linking_settings()


def labelled() -> tuple[list[Facts], dict[str, str]]:
    """Twelve shellings in three towns on four days, each told by three papers."""
    told, known = [], {}
    for day in (2, 9, 16, 23):
        for town in (HOMS, QUSAYR, DARAA):
            for paper in "abc":
                one = claim(f"{paper}{day}{town.name}", where=town, days=when(day))
                told.append(one)
                known[one.id] = f"{town.name} {day}"
    stories = {one.story: story(one.story, day=24) for one in told}
    return list(facts_of(stories, told, {}, SETTINGS)), known


def test_what_pairs_of_one_incident_have_in_common_speaks_for_one() -> None:
    facts, known = labelled()
    estimate = estimate_weights(facts, known, SETTINGS)
    assert (estimate.claims, estimate.pairs) == (36, 36)
    weights = estimate.weights
    assert weights["place"]["same"] > 1
    assert weights["days"]["same"] > 1
    assert abs(weights["event"]["same"]) < 0.1  # all are of one type: it tells nothing
    assert weights["place"]["elsewhere"] == SETTINGS.weights["place"]["elsewhere"]  # never seen in one
    assert estimate.start < 0
    assert estimate_weights(facts[::-1], known, SETTINGS) == estimate


def test_nothing_to_compare_is_said() -> None:
    facts, known = labelled()
    with pytest.raises(ValueError, match="nothing to compare"):
        estimate_weights(facts, dict.fromkeys(known, "one"), SETTINGS)


def test_the_file_keeps_its_comments_and_all_but_the_weights(tmp_path: Path) -> None:
    facts, known = labelled()
    estimate = estimate_weights(facts, known, SETTINGS)
    text = (files("dateline.ontology") / "data" / "linking.yaml").read_text(encoding="utf-8")
    once = rewritten(text, estimate, "twelve shellings")
    (tmp_path / "linking.yaml").write_text(once, encoding="utf-8")
    loaded = load_linking_settings(tmp_path)
    assert loaded.weights == estimate.weights
    assert loaded.start == estimate.start
    assert replace(loaded, weights=SETTINGS.weights, start=SETTINGS.start).radius_km == SETTINGS.radius_km
    assert "twelve shellings" in once.splitlines()[1]
    assert "# a day apart" in once
    assert rewritten(once, estimate, "twelve shellings") == once


def test_agreement_is_b_cubed() -> None:
    known = {"a": "x", "b": "x", "c": "y"}
    assert agreement({"a": "1", "b": "1", "c": "2"}, known) == (1.0, 1.0, 1.0)
    precision, recall, _ = agreement({"a": "1", "b": None, "c": "2"}, known)
    assert (precision, round(recall, 3)) == (1.0, 0.667)


def test_splink_and_duckdb_are_imported_only_where_claims_are_linked() -> None:
    modules = "dateline.publishing, dateline.running.coding, dateline.linking"
    told = f"import sys, {modules}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert not {"splink", "duckdb", "pyarrow"} & set(done.stdout.split())
