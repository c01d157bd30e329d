"""Every export read back as a researcher's own tools would, into what they all hold of an incident."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from dateline.model import Harm, Incident
from dateline.model.jsonform import incident_from_json
from dateline.publishing.spreadsheet import plain_text
from dateline.weighing import overall_toll

Killed = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Row:
    """Id, first and last day, place, and low, best and high of the killed."""

    id: str
    days: tuple[date | None, date | None]
    place: str | None
    point: tuple[float | None, float | None]
    killed: Killed


def of_incident(incident: Incident) -> Row:
    """What a row should hold."""
    when, place, toll = incident.date, incident.place, overall_toll(incident, Harm.KILLED)
    return Row(
        incident.id,
        (when.earliest, when.latest) if when else (None, None),
        place.name if place else None,
        (place.latitude, place.longitude) if place else (None, None),
        (toll.low, toll.best, toll.high) if toll else (None, None, None),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: plain_text(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def _lines(path: Path) -> list[dict[str, Any]]:
    """The objects of JSON Lines: a line ends at a line feed and at nothing else."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def jsonl(folder: Path) -> list[Row]:
    """incidents.jsonl."""
    return [of_incident(incident_from_json(line)) for line in _lines(folder / "incidents.jsonl")]


def ged(folder: Path) -> list[Row]:
    """incidents.csv."""
    return [
        Row(
            row["id"],
            (_day(row["date_start"]), _day(row["date_end"])),
            row["where_coordinates"] or None,
            (_degrees(row["latitude"]), _degrees(row["longitude"])),
            (_whole(row["low"]), _whole(row["best"]), _whole(row["high"])),
        )
        for row in _rows(folder / "incidents.csv")
    ]


def acled(folder: Path) -> list[Row]:
    """incidents.acled.csv, with the days and the bounds that stand in its tags."""
    found = []
    for row in _rows(folder / "incidents.acled.csv"):
        tags = dict(tag.split("=", 1) for tag in row["tags"].split("; "))
        first, _, last = tags.get("days", "/").partition("/")
        low, best, high = map(_whole, tags.get("killed", "//").split("/"))
        assert best == _whole(row["fatalities"])
        assert (row["event_date"] == "") == (first == "")
        assert not first or first <= row["event_date"] <= last
        point = (_degrees(row["latitude"]), _degrees(row["longitude"]))
        found.append(
            Row(
                row["event_id_cnty"],
                (_day(first), _day(last)),
                row["location"] or None,
                point,
                (low, best, high),
            )
        )
    return found


def plover(folder: Path) -> list[Row]:
    """incidents.plover.jsonl."""
    found = []
    for event in _lines(folder / "incidents.plover.jsonl"):
        place, size = event["event_loc"] or {}, event["size"]
        found.append(
            Row(
                event["id"],
                (_day(event["date"]), _day(event["enddate"])),
                place.get("resolved_place"),
                (place.get("lat"), place.get("lon")),
                (size.get("dead_low"), size.get("dead"), size.get("dead_high")),
            )
        )
    return found


def geojson(folder: Path) -> list[Row]:
    """incidents.geojson."""
    found = []
    for feature in json.loads((folder / "incidents.geojson").read_text(encoding="utf-8"))["features"]:
        told, point = feature["properties"], feature["geometry"]
        longitude, latitude = point["coordinates"] if point else (None, None)
        found.append(
            Row(
                feature["id"],
                (_day(told["date_start"]), _day(told["date_end"])),
                told["place"],
                (latitude, longitude),
                (told.get("killed_low"), told.get("killed_best"), told.get("killed_high")),
            )
        )
    return found


def hxl(folder: Path) -> list[Row]:
    """incidents.hxl.csv, by its hashtags."""
    with (folder / "incidents.hxl.csv").open(encoding="utf-8", newline="") as file:
        _, tags, *rows = csv.reader(file)
    named = [dict(zip(tags, map(plain_text, row), strict=True)) for row in rows]
    return [
        Row(
            row["#event+id"],
            (_day(row["#date+occurred+start"]), _day(row["#date+occurred+end"])),
            row["#loc+name"] or None,
            (_degrees(row["#geo+lat"]), _degrees(row["#geo+lon"])),
            (
                _whole(row["#affected+killed+min"]),
                _whole(row["#affected+killed+best"]),
                _whole(row["#affected+killed+max"]),
            ),
        )
        for row in named
    ]


def _json_days(value: Any) -> Any:
    """Dates as JSON has them."""
    if isinstance(value, dict):
        return {name: _json_days(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_json_days(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def table(path: Path) -> list[dict[str, Any]]:
    """The rows of a Parquet file as DuckDB reads them, in the form of the contracts."""
    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description or ()]
        return [_json_days(dict(zip(names, row, strict=True))) for row in found.fetchall()]


def parquet(folder: Path) -> list[Row]:
    """incidents.parquet."""
    return [of_incident(incident_from_json(row)) for row in table(folder / "incidents.parquet")]


READERS: dict[str, Callable[[Path], list[Row]]] = {
    "jsonl": jsonl,
    "ged": ged,
    "acled": acled,
    "plover": plover,
    "geojson": geojson,
    "hxl": hxl,
    "parquet": parquet,
}
