"""UCDP GED rows and GeoJSON: what is known in its column, what is not left empty."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.model import Harm, Incident, Record, Victims, WeighedToll
from dateline.publishing import write_outputs
from dateline.publishing.deaths import deaths
from dateline.publishing.priogrid import priogrid_gid
from dateline.publishing.sides import read_side_rules
from dateline.publishing.spreadsheet import plain_text, safe_cell
from dateline.publishing.states import read_states
from dateline.publishing.ucdp_ged import COLUMNS
from tests.publishing.sample_record import sample_record


def ged_rows(record: Record, tmp_path: Path) -> dict[str, dict[str, str]]:
    (path,) = write_outputs(record, tmp_path, formats=["ged"])
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def killed(victims: Victims, low: int, best: int, high: int | None) -> WeighedToll:
    return WeighedToll(Harm.KILLED, victims, low, best, high, (), "")


def with_tolls(*tolls: WeighedToll) -> Incident:
    return replace(sample_record().incidents[0], tolls=tolls)


def test_the_columns_are_those_of_ged_in_its_order() -> None:
    assert len(COLUMNS) == 49
    assert COLUMNS[:6] == ("id", "relid", "year", "active_year", "code_status", "type_of_violence")
    assert COLUMNS[-6:] == ("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob")


def test_an_attack_of_the_army_on_civilians_is_one_sided(tmp_path: Path) -> None:
    row = ged_rows(sample_record(), tmp_path)["i-harbour"]
    assert (row["type_of_violence"], row["side_a"], row["gwnoa"]) == ("3", "Government of Syria", "652")
    assert (row["side_b"], row["side_b_new_id"], row["gwnob"]) == ("Civilians", "9999", "")
    assert row["dyad_name"] == "Government of Syria - Civilians"
    assert (row["low"], row["best"], row["high"]) == ("31", "31", "40")
    assert (row["deaths_civilians"], row["deaths_unknown"]) == ("31", "0")
    assert (row["year"], row["date_start"], row["date_end"]) == ("2013", "2013-05-20", "2013-05-20")
    assert (row["country"], row["country_id"], row["region"]) == ("Syria", "652", "Middle East")
    assert (row["latitude"], row["longitude"], row["geom_wkt"]) == ("34.5", "36.25", "POINT (36.25 34.5)")


def test_a_copy_is_listed_but_counts_as_one_source(tmp_path: Path) -> None:
    row = ged_rows(sample_record(), tmp_path)["i-harbour"]
    assert row["number_of_sources"] == "1"
    assert row["source_office"] == "Evening Post (sample); Coast Gazette (sample)"
    assert row["source_date"] == "2013-05-21; 2013-05-20"
    assert row["source_original"] == "the Coast Monitor; State radio; The army"


def test_what_is_not_known_is_empty(tmp_path: Path) -> None:
    row = ged_rows(sample_record(), tmp_path)["i-pass"]
    filled = {name for name, value in row.items() if value}
    assert filled == {"id", "relid", "code_status", "number_of_sources", "source_article", "source_original"}
    assert row["code_status"] == "Check: lacks type of violence, a death, coordinates, a date"


def test_a_western_longitude_stays_a_number(tmp_path: Path) -> None:
    assert ged_rows(sample_record(), tmp_path)["i-road"]["longitude"] == "-36.75"


def test_a_headline_that_is_a_formula_is_shown_and_not_run(tmp_path: Path) -> None:
    record = sample_record()
    story = replace(record.stories["valley"], title='=HYPERLINK("http://x.example")')
    row = ged_rows(replace(record, stories={**record.stories, "valley": story}), tmp_path)["i-road"]
    assert row["source_headline"].startswith("'=")
    assert plain_text(row["source_headline"]) == '=HYPERLINK("http://x.example")'


@given(st.text(st.sampled_from("'=+-@\t\r\nab"), max_size=8))
def test_a_safe_cell_starts_no_formula_and_loses_nothing(text: str) -> None:
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert plain_text(safe_cell(text)) == text


def test_grid_cells_count_from_the_south_west() -> None:
    assert priogrid_gid(-90, -180) == 1
    assert priogrid_gid(-89.9, -179.4) == 2
    assert priogrid_gid(-89.4, -179.9) == 721
    assert priogrid_gid(90, 180) == 720 * 360
    with pytest.raises(ValueError, match="no place on the globe"):
        priogrid_gid(91, 0)


@given(st.floats(-90, 89.75), st.floats(-180, 179.75))
def test_half_a_degree_north_is_a_row_up_and_east_a_cell_on(latitude: float, longitude: float) -> None:
    gid = priogrid_gid(latitude, longitude)
    assert 1 <= gid <= 720 * 360
    if latitude < 89.25:
        assert priogrid_gid(latitude + 0.5, longitude) - gid == pytest.approx(720, abs=720)


def test_fighters_who_may_be_among_the_people_are_not_counted_twice() -> None:
    toll = deaths(with_tolls(killed(Victims.COMBATANT, 13, 13, 13), killed(Victims.UNKNOWN, 52, 52, 52)))
    assert (toll.low, toll.best, toll.high) == (52, 52, 52)
    assert (toll.combatants, toll.unknown) == (13, 39)


def test_people_who_may_be_villagers_or_fighters_are_of_unknown_kind() -> None:
    rows = (killed(Victims.COMBATANT, 20, 20, 20), killed(Victims.CIVILIAN, 20, 20, 20))
    overall = WeighedToll(Harm.KILLED, Victims.MIXED, 20, 20, 40, (), "")
    toll = deaths(replace(with_tolls(*rows), overall=(overall,)))
    assert (toll.low, toll.best, toll.high) == (20, 20, 40)
    assert (toll.civilians, toll.combatants, toll.unknown) == (None, None, 20)


def test_an_open_upper_bound_leaves_high_empty() -> None:
    toll = deaths(with_tolls(killed(Victims.CIVILIAN, 13, 13, None)))
    assert (toll.low, toll.best, toll.high) == (13, 13, None)


@given(
    st.lists(
        st.tuples(st.sampled_from(Victims), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)),
        min_size=1,
        max_size=4,
        unique_by=lambda row: row[0],
    )
)
def test_low_best_and_high_are_in_order_and_the_parts_add_up(
    rows: list[tuple[Victims, int, int, int]],
) -> None:
    toll = deaths(with_tolls(*(killed(victims, *sorted(numbers)) for victims, *numbers in rows)))
    assert toll.low is not None and toll.best is not None and toll.high is not None
    assert toll.low <= toll.best <= toll.high
    assert toll.best == (toll.civilians or 0) + (toll.combatants or 0) + (toll.unknown or 0)


def test_geojson_has_longitude_first_and_null_without_coordinates(tmp_path: Path) -> None:
    (path,) = write_outputs(sample_record(), tmp_path, formats=["geojson"])
    harbour, on_the_pass, road = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert harbour["geometry"] == {"type": "Point", "coordinates": [36.25, 34.5]}
    assert harbour["properties"]["killed_civilian_high"] == 40
    assert harbour["properties"]["disputed"] == "toll; responsibility"
    assert on_the_pass["geometry"] is None
    assert road["id"] == "i-road"


def test_states_have_distinct_numbers_in_the_range_of_their_region() -> None:
    states = read_states()
    assert len({state.number for state in states.values()}) == len(states)
    ranges = {
        "Americas": range(2, 200),
        "Europe": range(200, 396),
        "Africa": range(400, 627),
        "Middle East": range(630, 699),
        "Asia": range(700, 991),
    }
    assert all(state.number in ranges[state.region] for state in states.values())


def test_a_mistake_in_the_users_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "gleditsch_ward.csv").write_text("iso3,gwno,name,region\nSYR,six,Syria,Middle East\n")
    with pytest.raises(KnowledgeError, match=r"gleditsch_ward.csv, line 2: gwno is a number"):
        read_states(tmp_path)
    (tmp_path / "ged.yaml").write_text(
        "state: [army]\norganised: [army]\ncivilians: []\nviolence: [tickling]\n"
    )
    with pytest.raises(KnowledgeError, match="no event type is called tickling"):
        read_side_rules(tmp_path)
