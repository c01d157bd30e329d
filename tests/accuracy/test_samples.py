"""The sample stories are read as meant, and their gold holds together."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.model import EventType, Harm, Status, Story, Victims
from dateline.reading.inputs import read_inputs
from goldfile import read_gold

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD = EXAMPLES / "gold" / "gold.jsonl"


@pytest.fixture(scope="module")
def stories() -> dict[str, Story]:
    read = list(read_inputs([str(EXAMPLES / "stories")]))
    kept = [story for story in read if isinstance(story, Story)]
    assert len(kept) == len(read), "a sample story was left out"
    return {story.id: story for story in kept}


@pytest.fixture(scope="module")
def annotated() -> dict[str, list[dict[str, Any]]]:
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return {line["story"]: line["claims"] for line in lines}


Annotated = dict[str, list[dict[str, Any]]]


def test_every_story_is_annotated(stories: dict[str, Story], annotated: Annotated) -> None:
    assert annotated.keys() == stories.keys()
    assert {story.story for story in read_gold(GOLD)} == stories.keys()


def test_every_word_of_the_gold_stands_in_its_story(stories: dict[str, Story], annotated: Annotated) -> None:
    for story, claims in annotated.items():
        text = stories[story].text
        for claim in claims:
            assert text.count(claim["quote"]) == 1, (story, claim["quote"])
            for toll in claim["tolls"]:
                assert toll["words"] in claim["quote"], (story, toll["words"])
            for field in ("place", "by", "against"):
                assert claim[field] is None or claim[field] in text, (story, claim[field])
            assert claim["claimant"] == "narrator" or claim["claimant"] in text, (story, claim["claimant"])


def test_the_gold_uses_the_words_of_the_contract(annotated: Annotated) -> None:
    for claim in (claim for claims in annotated.values() for claim in claims):
        EventType(claim["event"])
        Status(claim["status"])
        if claim["date"]:
            earliest, latest = map(date.fromisoformat, claim["date"])
            assert earliest <= latest
        for toll in claim["tolls"]:
            Harm(toll["harm"])
            Victims(toll["victims"])
            assert toll["low"] is not None
            assert toll["high"] is None or toll["low"] <= toll["high"]


def test_a_part_is_no_more_than_its_whole(annotated: Annotated) -> None:
    for claim in (claim for claims in annotated.values() for claim in claims):
        for part in (toll for toll in claim["tolls"] if toll["subset"]):
            wholes = [
                toll["low"] for toll in claim["tolls"] if not toll["subset"] and toll["harm"] == part["harm"]
            ]
            assert not wholes or part["low"] <= max(wholes), claim["quote"]


def test_a_story_is_mainly_about_one_incident(annotated: Annotated) -> None:
    for story, claims in annotated.items():
        assert len({claim["incident"] for claim in claims if claim["main"]}) <= 1, story


def test_the_samples_hold_what_they_are_for(annotated: Annotated) -> None:
    claims = [claim for claims in annotated.values() for claim in claims]
    assert {claim["status"] for claim in claims} == set(Status)
    assert {toll["harm"] for claim in claims for toll in claim["tolls"]} == set(Harm)
    assert any(toll["low"] == toll["high"] == 0 for claim in claims for toll in claim["tolls"])
    in_stories = Counter(
        incident
        for told in annotated.values()
        for incident in {claim["incident"] for claim in told if claim["incident"]}
    )
    assert sum(count > 1 for count in in_stories.values()) >= 8
    assert annotated["olive-harvest"] == []


def test_days_come_from_every_kind_of_place(stories: dict[str, Story]) -> None:
    origins = {story.origins.get("published") for story in stories.values()}
    assert origins == {"stories.csv", "story", "page", "dateline", None}
    assert stories["homs-deal"].published == date(2014, 5, 4)
    assert stories["old-city-return"].published is None


def test_outlets_say_that_they_are_samples(stories: dict[str, Story]) -> None:
    assert all("(sample)" in story.outlet for story in stories.values() if story.outlet)
