"""What `--format` takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.publishing import FORMATS, USUAL, named_formats, published_formats, write_outputs
from tests.publishing.sample_record import sample_record


@pytest.mark.parametrize(
    ("words", "formats"),
    [
        (["acled"], ["acled"]),
        (["hxl,acled", "GED"], ["ged", "acled", "hxl"]),
        (["ged, ged", ""], ["ged"]),
        (["usual", "parquet"], ["jsonl", "ged", "geojson", "report", "parquet"]),
        (["all"], list(FORMATS)),
        (["none"], []),
    ],
)
def test_names_with_commas_or_the_option_again(words: list[str], formats: list[str]) -> None:
    assert named_formats(words) == formats


@pytest.mark.parametrize("words", [["xlsx"], ["ged,xlsx"]])
def test_a_wrong_name_is_told_with_the_right_ones(words: list[str]) -> None:
    with pytest.raises(
        InputError, match=r"no format is called xlsx; there are jsonl, ged, .* and all, usual, none"
    ):
        named_formats(words)


def test_nothing_named_is_a_mistake() -> None:
    with pytest.raises(InputError, match="no format is named; there are jsonl"):
        named_formats([" ,"])


def test_the_formats_of_which_a_file_lies_in_a_folder(tmp_path: Path) -> None:
    assert published_formats(tmp_path) == []
    write_outputs(sample_record(), tmp_path, formats=["hxl", "parquet"])
    assert published_formats(tmp_path) == ["hxl", "parquet"]
    assert write_outputs(sample_record(), tmp_path / "none", formats=[]) == []
    assert USUAL == ("jsonl", "ged", "geojson", "report")
