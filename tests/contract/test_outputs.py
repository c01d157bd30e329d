"""Every output of a run over the sample stories holds to the JSON Schemas beside this file."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.ledger import Ledger
from tests.cli.running import dateline, record

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "stories"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contract")
    done = record(EXAMPLES, out=folder)
    assert done.returncode == 0, done.stdout
    return folder


def test_the_sample_lines_are_stories_of_the_contract() -> None:
    for story in lines(EXAMPLES / "qusayr-june.jsonl"):
        validator("story").validate(story)


def test_every_claim_is_of_the_contract(out: Path) -> None:
    schema = validator("claim")
    claims = lines(out / "claims.jsonl")
    assert len(claims) > 50
    for claim in claims:
        schema.validate(claim)


def test_every_incident_is_of_the_contract(out: Path) -> None:
    schema = validator("incident")
    incidents = lines(out / "incidents.jsonl")
    assert len(incidents) > 10
    for incident in incidents:
        schema.validate(incident)


def test_what_is_coded_without_a_ledger_is_of_the_contract_too() -> None:
    schema = validator("claim")
    for line in dateline("code", EXAMPLES / "qusayr-assault.txt").stdout.split("\n"):
        if line:
            schema.validate(json.loads(line))


def test_claims_and_incidents_name_each_other(out: Path) -> None:
    of_claims = {
        (claim["incident"], claim["claim"]) for claim in lines(out / "claims.jsonl") if claim["incident"]
    }
    of_incidents = {
        (each["incident"], claim) for each in lines(out / "incidents.jsonl") for claim in each["claims"]
    }
    assert of_claims == of_incidents


def test_every_span_is_the_text_that_it_points_at(out: Path) -> None:
    with Ledger.open(out / "ledger.sqlite", create=False) as ledger:
        texts = {story.id: story.text for story in ledger.stories()}
    for claim in lines(out / "claims.jsonl"):
        for span in spans(claim):
            assert texts[claim["story"]][span["start"] : span["end"]] == span["text"]


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span within a claim, wherever it stands."""
    if isinstance(value, list):
        return [span for each in value for span in spans(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.keys() >= {"start", "end", "text"} else []
    return own + [span for each in value.values() for span in spans(each)]


def test_tables_and_map_hold_the_same_incidents(out: Path) -> None:
    ids = [incident["incident"] for incident in lines(out / "incidents.jsonl")]
    with (out / "incidents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == ids
    collection = json.loads((out / "incidents.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) <= len(ids)
