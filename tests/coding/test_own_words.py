"""A user's own words change what is coded; a mistake in them is named with its file and line."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.coding.coder import RuleCoder
from dateline.errors import KnowledgeError
from tests.coding.reader import Reader

TRIGGERS = "- event: protest\n  verbs: [strike]\n- event: siege\n  nouns: [cordon]\n"


def _write(folder: Path, name: str, text: str) -> Path:
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / name).write_text(text, encoding="utf-8")
    return folder


def test_triggers_of_ones_own_take_the_place_of_the_packages(tmp_path: Path) -> None:
    mine = Reader(RuleCoder(_write(tmp_path, "triggers.yaml", TRIGGERS)))
    claims = mine.claims("Miners struck on Monday. Rebels shelled the base. A cordon closed the town.")
    assert [(claim.event, claim.trigger) for claim in claims] == [("protest", "struck"), ("siege", "cordon")]


def test_one_file_of_ones_own_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    people = (files("dateline.ontology") / "data" / "en" / "people.yaml").read_text(encoding="utf-8")
    mine = _write(tmp_path, "people.yaml", people.replace("civilian: [", "civilian: [bellringer, ", 1))
    assert Reader(RuleCoder(mine)).tolls("Rebels killed six bellringers.") == ["killed 6 civilian"]
    assert Reader(RuleCoder()).tolls("Rebels killed six bellringers.") == []


def test_a_mistake_names_file_and_line(tmp_path: Path) -> None:
    folder = _write(tmp_path, "triggers.yaml", TRIGGERS.replace("siege", "seige"))
    with pytest.raises(KnowledgeError, match=r"en/triggers\.yaml, line 3: no event type 'seige'"):
        RuleCoder(folder)
