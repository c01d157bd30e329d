"""The report's words, ranges, excerpts and outlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.model import EventType, Harm, Span, Toll, Victims, WeighedToll, When
from dateline.publishing.report.excerpts import excerpt
from dateline.publishing.report.outlines import Box, Point, box_of, first_window, outlines_near
from dateline.publishing.report.phrases import days_text, figure_text, range_text
from dateline.publishing.report.places import main_period
from dateline.publishing.report.ranges import range_strip
from dateline.publishing.report.view import ReportView, report_view
from dateline.publishing.report.words import read_words
from tests.publishing.sample_record import HARBOUR, sample_record


@pytest.fixture(scope="module")
def view() -> ReportView:
    return report_view(sample_record(), "A title", read_words())


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((31, 32, 40), "31–40, best 32"),
        ((31, 31, 40), "31–40, best 31"),
        ((32, 32, 32), "32"),
        ((31, 31, None), "at least 31"),
        ((31, 35, None), "at least 31, best 35"),
        ((None, None, 40), "up to 40"),
        ((0, 0, 0), "0"),
        ((1200, 1500, 2000), "1,200–2,000, best 1,500"),
        ((None, None, None), "number not given"),
    ],
)
def test_a_range_in_words(numbers: tuple[int | None, int | None, int | None], words: str) -> None:
    assert range_text(*numbers) == words


def test_an_approximate_figure_says_so() -> None:
    toll = Toll(Harm.INJURED, 40, 40, True, Victims.UNKNOWN, False, None, Span(0, 8, "about 40"))
    assert figure_text(toll) == "about 40"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2013, 5, 20), date(2013, 5, 20), "20 May 2013"),
        (date(2013, 5, 19), date(2013, 5, 20), "19–20 May 2013"),
        (date(2013, 5, 28), date(2013, 6, 3), "28 May – 3 June 2013"),
        (date(2012, 12, 31), date(2013, 1, 1), "31 December 2012 – 1 January 2013"),
    ],
)
def test_days_in_words(first: date, last: date, words: str) -> None:
    assert days_text(When(None, first, last, 1)) == words


def test_a_day_without_a_calendar_keeps_its_words() -> None:
    assert days_text(When(Span(3, 14, "on Thursday"), None, None, None)) == "“on Thursday”, day not known"


def test_the_quote_stands_in_its_sentence() -> None:
    claim = sample_record().claims["c-harbour-2"]
    found = excerpt(HARBOUR, claim)
    assert "".join(p.text for run in found.runs if run.quoted for p in run.pieces) == claim.quote.text
    assert [p.text for run in found.runs for p in run.pieces if p.kind == "figure"] == ["40"]
    assert found.closes


@given(data=st.data(), text=st.text(min_size=1, max_size=900))
def test_an_excerpt_reads_exactly_as_the_story(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    claim = replace(
        sample_record().claims["c-harbour-3"], quote=Span(start, end, text[start:end]), attribution=None
    )
    found = excerpt(text, claim)
    assert "".join(piece.text for run in found.runs for piece in run.pieces) == text[found.start : found.end]
    assert "".join(p.text for run in found.runs if run.quoted for p in run.pieces) == text[start:end]


def test_the_strip_puts_low_best_and_high_on_one_scale() -> None:
    toll = WeighedToll(Harm.KILLED, Victims.CIVILIAN, 10, 15, 20, (), "")
    strip = range_strip(toll, [])
    assert strip is not None and strip.best is not None
    low, high = strip.band
    assert low < strip.best < high
    assert strip.best - low == pytest.approx(high - strip.best, abs=0.2)


def test_no_strip_where_all_say_the_same() -> None:
    assert range_strip(WeighedToll(Harm.KILLED, Victims.CIVILIAN, 3, 3, 3, (), ""), []) is None


def test_copies_are_one_voice(view: ReportView) -> None:
    harbour = next(incident for incident in view.incidents if incident.id == "i-harbour")
    assert [claim.claimant for claim in harbour.claims] == ["the Coast Monitor", "State radio", "The army"]
    assert [story.id for story in harbour.claims[0].stories] == ["harbour", "copy"]
    assert harbour.tolls[0].claims == (1, 2)


def test_incidents_without_a_day_come_last(view: ReportView) -> None:
    assert [incident.id for incident in view.incidents] == ["i-harbour", "i-road", "i-pass"]


def test_only_web_addresses_become_links(view: ReportView) -> None:
    links = {story.line.id: story.line.link for story in view.stories}
    assert links["harbour"] == "https://gazette.example/harbour"
    assert links["valley"] is None


def test_every_event_type_has_a_word_and_a_family() -> None:
    words = read_words()
    assert all(words.event(event) for event in EventType)
    assert all(grade.meaning.endswith(".") for grade in words.grades.values())


def test_a_missing_word_is_named(tmp_path: Path) -> None:
    (tmp_path / "report_words.yaml").write_text("families: []\ngrades:\n  fair: {label: fair, meaning: x}\n")
    with pytest.raises(KnowledgeError, match=r"report_words.yaml, line 3: grades has no word for confirmed"):
        read_words(tmp_path)


def test_outlines_are_those_nearby_and_hold_together() -> None:
    found = outlines_near([Point(36.3, 33.5)])
    names = {shape["properties"]["name"] for shape in found.topology["objects"]["countries"]["geometries"]}
    assert {"Syria", "Lebanon"} <= names
    assert not {"Brazil", "Japan"} & names
    used = {
        arc if arc >= 0 else ~arc
        for shape in found.topology["objects"]["countries"]["geometries"]
        for polygon in shape["arcs"]
        for ring in polygon
        for arc in ring
    }
    assert used == set(range(len(found.topology["arcs"])))


def test_one_far_place_does_not_shrink_the_others() -> None:
    near = [(Point(36.0 + n / 10, 34.0 + n / 10), 1) for n in range(20)]
    window = first_window([*near, (Point(-77.0, 38.9), 1)])
    assert window.west > 30
    assert first_window([(Point(36, 34), 1), (Point(-77, 39), 1)]).west < -77


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=30))
def test_the_first_window_shows_most_places(points: list[tuple[float, float]]) -> None:
    places = [(Point(*point), 1) for point in points]
    window = first_window(places)
    inside = [p for p, _ in places if window.meets(Box(p.longitude, p.latitude, p.longitude, p.latitude))]
    assert len(inside) >= 0.9 * len(places)
    assert window.east - window.west >= 1.4
    assert box_of(inside).north <= window.north


def test_the_main_period_leaves_out_what_lies_years_back() -> None:
    words, record = read_words(), sample_record()
    harbour = record.incidents[0]
    news = [
        replace(harbour, id=f"n{day}", date=When(None, date(2013, 5, day), date(2013, 5, day), 1))
        for day in range(1, 31)
    ]
    old = replace(harbour, id="old", date=When(None, date(1982, 2, 1), date(1982, 2, 28), 4))
    crowded = report_view(replace(record, incidents=(*news, old)), "", words)
    assert main_period(crowded) == (date(2013, 5, 1), date(2013, 5, 30))
