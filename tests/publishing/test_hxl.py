"""HXL: hashtags by the standard's rules (1.1), numbers as numbers."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from dateline.publishing import write_outputs
from dateline.publishing.hxl import COLUMNS
from tests.publishing.sample_record import sample_record

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
CORE = {
    *("#adm1", "#affected", "#country", "#date", "#event", "#geo", "#group", "#loc", "#meta", "#status"),
}
"""The hashtags of the core list that are used here."""


def test_hashtags_are_well_formed_of_the_core_list_and_each_once() -> None:
    assert all(TAG.fullmatch(tag) for tag in COLUMNS)
    assert {tag.partition("+")[0] for tag in COLUMNS} == CORE
    sets = [(tag.partition("+")[0], frozenset(tag.split("+")[1:])) for tag in COLUMNS]
    assert len(sets) == len(set(sets))


def test_headings_are_told_apart() -> None:
    assert len(set(COLUMNS.values())) == len(COLUMNS)


def test_a_row_under_headings_and_hashtags(tmp_path: Path) -> None:
    (path,) = write_outputs(sample_record(), tmp_path, formats=["hxl"])
    with path.open(encoding="utf-8", newline="") as file:
        headings, tags, harbour, *_ = csv.reader(file)
    assert headings[0] == "Incident"
    assert tags == list(COLUMNS)
    cells = dict(zip(tags, harbour, strict=True))
    assert cells["#country+name"] == "Syria"
    assert (cells["#group+name+first"], cells["#group+name+second"]) == ("the army", "civilians")
    assert [cells[f"#affected+killed+{bound}"] for bound in ("min", "best", "max")] == ["31", "31", "40"]
    assert cells["#affected+killed+best+civilians"] == "31"
    assert cells["#affected+injured+best"] == ""
    assert (cells["#meta+source+num"], cells["#status+disputed"]) == ("3", "toll; responsibility")
