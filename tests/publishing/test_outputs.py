"""Writing a record: which files, whole or not at all, the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dateline.errors import InputError
from dateline.model import Story
from dateline.model.jsonform import claim_from_json, incident_from_json
from dateline.publishing import FORMATS, write_outputs
from dateline.publishing.atomic import write_whole
from dateline.publishing.claims_jsonl import claims_jsonl
from dateline.publishing.options import PublishingOptions
from tests.publishing.sample_record import sample_record

CONTRACT = Path(__file__).parents[1] / "contract"


def contract(name: str) -> Draft202012Validator:
    schema = json.loads((CONTRACT / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def test_a_record_becomes_the_usual_five_files(tmp_path: Path) -> None:
    written = write_outputs(sample_record(), tmp_path / "record")
    assert [path.name for path in written] == [
        "claims.jsonl",
        "incidents.jsonl",
        "incidents.csv",
        "incidents.geojson",
        "report.html",
    ]
    assert sorted(path.name for path in (tmp_path / "record").iterdir()) == sorted(p.name for p in written)


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    once = write_outputs(sample_record(), tmp_path / "once", formats=["all"])
    again = write_outputs(sample_record(), tmp_path / "again", formats=["all"])
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_only_the_formats_asked_for(tmp_path: Path) -> None:
    assert write_outputs(sample_record(), tmp_path, formats=["geojson"]) == [tmp_path / "incidents.geojson"]


def test_an_unknown_format_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match="no format is called xlsx; there are jsonl, ged, geojson, report, acled"
    ):
        write_outputs(sample_record(), tmp_path, formats=["xlsx"])


def test_a_folder_that_cannot_be_made_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "record").write_text("a file in the way")
    with pytest.raises(InputError, match="record: cannot be written"):
        write_outputs(sample_record(), tmp_path / "record")


def test_a_failure_half_way_leaves_the_old_file_and_no_scraps(tmp_path: Path) -> None:
    def pieces() -> object:
        yield "half of the new"
        raise RuntimeError("the power went")

    path = tmp_path / "claims.jsonl"
    path.write_text("the old")
    with pytest.raises(RuntimeError):
        write_whole(path, pieces())  # type: ignore[arg-type]
    assert path.read_text() == "the old"
    assert list(tmp_path.iterdir()) == [path]


def test_claims_and_incidents_keep_the_contract_and_read_back(tmp_path: Path) -> None:
    record = sample_record()
    claims, incidents = write_outputs(record, tmp_path, formats=["jsonl"])
    claim_lines = [json.loads(line) for line in claims.read_text(encoding="utf-8").splitlines()]
    incident_lines = [json.loads(line) for line in incidents.read_text(encoding="utf-8").splitlines()]
    for line in claim_lines:
        contract("claim").validate(line)
        assert list(line) == json.loads((CONTRACT / "claim.schema.json").read_text())["required"]
    for line in incident_lines:
        contract("incident").validate(line)
    assert [claim_from_json(line) for line in claim_lines] == list(record.claims.values())
    assert [incident_from_json(line) for line in incident_lines] == list(record.incidents)


@given(title=st.text(st.characters(), max_size=30))
def test_any_text_of_a_claim_survives_the_file(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    record = sample_record()
    claim = next(iter(record.claims.values()))
    odd = replace(claim, rule=title)
    path = tmp_path_factory.mktemp("odd") / "claims.jsonl"
    write_whole(path, claims_jsonl(replace(record, claims={odd.id: odd}), PublishingOptions()))
    assert claim_from_json(json.loads(path.read_bytes().decode("utf-8"))) == odd


def test_an_empty_record_has_all_its_files_too(tmp_path: Path) -> None:
    record = replace(sample_record(), stories={}, claims={}, incidents=(), lineages={}, left_out=())
    assert len(write_outputs(record, tmp_path, formats=["all"])) == sum(
        len(f.files) for f in FORMATS.values()
    )
    assert json.loads((tmp_path / "incidents.geojson").read_text())["features"] == []
    assert "No incident was found" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_story_with_a_lone_surrogate_costs_nothing(tmp_path: Path) -> None:
    record = sample_record()
    story: Story = replace(record.stories["valley"], title="half a character \ud83d")
    write_outputs(replace(record, stories={**record.stories, "valley": story}), tmp_path, formats=["all"])
    assert "half a character" in (tmp_path / "report.html").read_text(encoding="utf-8")
