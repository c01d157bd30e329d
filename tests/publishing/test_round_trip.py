"""Every export, read back, has the same incidents with the same days, places and deaths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Actor, Harm, Incident, Place, Record, Role, Span, Victims, WeighedToll, When
from dateline.model.jsonform import claim_from_json
from dateline.publishing import FORMATS, write_outputs
from tests.publishing.reading_back import READERS, Row, of_incident, table
from tests.publishing.sample_record import sample_record

Reader = Callable[[Path], list[Row]]
ODD_NAMES = (
    "=SUM(A1)",
    "+963 11",
    "-Ras",
    "@home",
    "Homs\nOld City",
    'al-"Qusayr", west',
    "حمص",
    "Кúsayr 🕊",
    "'=1",
    "a\u2028b\x85c",
    "old line\r",
    "\r\nwest",
)
EVERY_READER = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


def renamed(incident: Incident, name: str) -> Incident:
    """The incident at a place, by an actor and by sources of that name."""
    span = Span(0, len(name), name)
    place = Place(span, name, None, -0.5, 33.25, name, "SYR", 2)
    actor = Actor(Role.BY, span, None, name, "rebels", None)
    return replace(incident, place=place, actors=(actor,), sources=(name,))


def exported(record: Record, folder: Path) -> Path:
    write_outputs(record, folder, formats=["all"])
    return folder


def test_every_format_but_the_report_is_read_back_here() -> None:
    assert READERS.keys() == FORMATS.keys() - {"report"}


@EVERY_READER
def test_the_sample_comes_back(reader: Reader, tmp_path: Path) -> None:
    record = sample_record()
    assert reader(exported(record, tmp_path)) == list(map(of_incident, record.incidents))


@EVERY_READER
def test_names_that_begin_a_formula_break_a_line_or_are_of_any_script(reader: Reader, tmp_path: Path) -> None:
    record = sample_record()
    first = record.incidents[0]
    incidents = tuple(replace(renamed(first, name), id=f"i-{n}") for n, name in enumerate(ODD_NAMES))
    odd = replace(record, incidents=incidents)
    assert reader(exported(odd, tmp_path)) == list(map(of_incident, incidents))


@EVERY_READER
def test_an_empty_record_has_no_rows(reader: Reader, tmp_path: Path) -> None:
    empty = replace(sample_record(), stories={}, claims={}, incidents=(), lineages={})
    assert reader(exported(empty, tmp_path)) == []


@pytest.mark.parametrize("file", ["incidents.csv", "incidents.acled.csv", "incidents.hxl.csv"])
def test_no_cell_of_a_spreadsheet_begins_a_formula(file: str, tmp_path: Path) -> None:
    record = sample_record()
    incidents = tuple(renamed(record.incidents[0], name) for name in ODD_NAMES)
    text = (exported(replace(record, incidents=incidents), tmp_path) / file).read_text(encoding="utf-8")
    assert ",=SUM" not in text
    assert ",@home" not in text
    assert ",+963" not in text
    assert "'=SUM(A1)" in text


def test_claims_of_the_table_are_those_of_the_json_lines(tmp_path: Path) -> None:
    record = sample_record()
    rows = table(exported(record, tmp_path) / "claims.parquet")
    assert [claim_from_json(row) for row in rows] == list(record.claims.values())


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Incidents of any days, points and numbers of killed, also with kinds of victims apart."""
    first = draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    last = first and first + timedelta(days=draw(st.integers(0, 400)))
    span = Span(0, 1, "x")
    when = When(span, first, last, draw(st.integers(1, 5)) if first else None)
    latitude = draw(st.none() | st.floats(-90, 90))
    longitude = None if latitude is None else draw(st.floats(-180, 180))
    name = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip))
    country = draw(st.sampled_from(["SYR", "XKX", None]))
    place = Place(span, name, None, latitude, longitude, None, country, 1)
    kinds = draw(st.lists(st.sampled_from(Victims), unique=True, max_size=3))
    tolls = []
    for kind in kinds:
        low, best, high = sorted(draw(st.tuples(*[st.integers(0, 500)] * 3)))
        high_or_open = draw(st.sampled_from([high, None]))
        tolls.append(WeighedToll(Harm.KILLED, kind, low, best, high_or_open, (), "As told."))
    return replace(sample_record().incidents[0], place=place, date=when, tolls=tuple(tolls), disputed=())


@EVERY_READER
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(incident=incidents())
def test_any_incident_comes_back(reader: Reader, incident: Incident, tmp_path: Path) -> None:
    record = replace(sample_record(), incidents=(incident,))
    name = next(name for name, found in READERS.items() if found is reader)
    write_outputs(record, tmp_path, formats=[name])
    assert reader(tmp_path) == [of_incident(incident)]
