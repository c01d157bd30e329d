"""The coder holds its floors on the sample stories.

Raise them with `python benchmarks/gold.py examples --linked --floors tests/accuracy/floors.json
--raise-floors`; lowering one takes `--lower` as well.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Claim
from floors import gold_hash, read_floors
from gold import code_stories, gold_of, record_stories, stories_of
from goldfile import read_gold
from scoring import score

EXAMPLES = Path(__file__).parents[2] / "examples"
FLOORS = Path(__file__).with_name("floors.json")


def test_the_floors_are_of_this_gold() -> None:
    floors = read_floors(FLOORS)
    assert floors.sha256 == gold_hash(gold_of(EXAMPLES)), "set the floors anew: see this file's head"


@pytest.fixture(scope="module")
def recorded() -> list[Claim]:
    return record_stories(stories_of(EXAMPLES))


def test_the_record_of_the_samples_holds_its_floors(recorded: list[Claim]) -> None:
    gold = gold_of(EXAMPLES)
    figures = score(read_gold(gold), recorded).figures()
    assert not read_floors(FLOORS).failures(gold_hash(gold), figures)


def test_a_story_without_violence_gives_no_claim(recorded: list[Claim]) -> None:
    assert [claim.quote.text for claim in recorded if claim.story == "olive-harvest"] == []


def test_coding_alone_gives_the_same_claims(recorded: list[Claim]) -> None:
    coded = code_stories(stories_of(EXAMPLES))
    assert {claim.id for claim in coded} == {claim.id for claim in recorded}
