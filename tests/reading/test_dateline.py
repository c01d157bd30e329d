"""The dateline that a text opens with."""

# ruff: noqa: E501 - one case a line reads best

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "within", "day", "agency", "published"),
    [
        ("HOMS, Syria, May 20 — Two shells fell.", "HOMS", "Syria", "May 20", None, None),
        ("BEIRUT (AP) — Two shells fell.", "BEIRUT", None, None, "AP", None),
        (
            "DAMASCUS, Syria, 3 June 2013 (Reuters) - Two shells fell.",
            "DAMASCUS", "Syria", "3 June 2013", "Reuters", date(2013, 6, 3),
        ),
        (
            "KABUL, Afghanistan (Jan. 10, 2011) – A patrol was hit.",
            "KABUL", "Afghanistan", "Jan. 10, 2011", None, date(2011, 1, 10),
        ),
        ("KABUL, Afghanistan (Jan. 10, 2011)\nA patrol was hit.", "KABUL", "Afghanistan", "Jan. 10, 2011", None, date(2011, 1, 10)),
        ("Kabul, Afghanistan (Jan. 10, 2011) - A patrol was hit.", "Kabul", "Afghanistan", "Jan. 10, 2011", None, date(2011, 1, 10)),
        ("MOGADISHU, Somalia (AP) _ A blast was heard.", "MOGADISHU", "Somalia", None, "AP", None),
        ("AL-QUSAYR, Syria - The road is cut.", "AL-QUSAYR", "Syria", None, None, None),
        ("BEIRUT/AMMAN (Reuters) - The border is shut.", "BEIRUT/AMMAN", None, None, "Reuters", None),
        ("ST. LOUIS, MO (KXYZ)–Two men were hurt.", "ST. LOUIS", "MO", None, "KXYZ", None),
        ("Damascus, SANA – The road is open.", "Damascus", None, None, "SANA", None),
        ("Port Sudan (Sudan), April 12, 2025 (AFP) - A shell fell.", "Port Sudan", None, "April 12, 2025", "AFP", date(2025, 4, 12)),
        ("LIMA (PERU), 19 APR 89 (EFE) -- [TEXT] A bomb went off.", "LIMA", "PERU", "19 APR 89", "EFE", date(1989, 4, 19)),
    ],
)  # fmt: skip
def test_place_day_and_agency(
    text: str, place: str, within: str | None, day: str | None, agency: str | None, published: date | None
) -> None:
    line = read_dateline(text)
    assert line is not None
    assert line.place is not None and line.place.text == place
    assert (line.within and line.within.text) == within
    assert (line.day and line.day.text) == day
    assert (line.agency and line.agency.text) == agency
    assert line.date == published


@pytest.mark.parametrize(
    ("text", "stamp", "published"),
    [
        ("Tuesday 21 Jul 2015 Six people died.", "Tuesday 21 Jul 2015", date(2015, 7, 21)),
        ("Wed 05 Apr 2017 The town was hit.", "Wed 05 Apr 2017", date(2017, 4, 5)),
        ("AFP Monday 3 Oct 2016 The town was hit.", "AFP Monday 3 Oct 2016", date(2016, 10, 3)),
        ("Wed Sep 7 2016 4 soldiers were hurt.", "Wed Sep 7 2016", date(2016, 9, 7)),
        ("24.09.2014 The town was hit.", "24.09.2014", date(2014, 9, 24)),
        ("24-09-2014 The town was hit.", "24-09-2014", date(2014, 9, 24)),
        (
            "Date of publication 4 October 2016 The town.",
            "Date of publication 4 October 2016",
            date(2016, 10, 4),
        ),
        ("Morning Operational Update May 26, 2011\n\nA patrol was hit.", "May 26, 2011", date(2011, 5, 26)),
        (
            "Market hit, monitor says\n\nMarket hit, monitor says AFP Thursday 24 Apr 2014 A raid.",
            "AFP Thursday 24 Apr 2014",
            date(2014, 4, 24),
        ),
    ],
)
def test_stamps_of_sites(text: str, stamp: str, published: date) -> None:
    line = read_dateline(text)
    assert line is not None and line.stamp is not None
    assert (line.stamp.text, line.date) == (stamp, published)


@pytest.mark.parametrize(
    "text",
    [
        "04-09-2014 The town was hit.",  # the fourth of September or the ninth of April
        "Wednesday 13 Oct 2016 The town was hit.",  # a Thursday
        "Last updated at Apr 23, 2017 The town was hit.",  # an update is no publication
        "HOMS, Syria, May 20 — Two shells fell.",  # no year
    ],
)
def test_a_day_that_is_not_certain_stays_unknown(text: str) -> None:
    line = read_dateline(text)
    assert line is not None and line.day is not None
    assert line.date is None


def test_a_release_number_gives_the_year() -> None:
    line = read_dateline(
        "2011-12-S-097\nFor Immediate Release\n\nKABUL, Afghanistan (Dec. 9) – A patrol was hit."
    )
    assert line is not None and line.date == date(2011, 12, 9)


def test_after_title_and_advertisement() -> None:
    line = read_dateline("Advertisement\n\nOld City shelled again\n\nShare\n\nHOMS, Syria — Two shells fell.")
    assert line is not None and line.place is not None
    assert line.place.text == "HOMS"


def test_a_stamp_and_a_dateline_together() -> None:
    lead = "Government troops fired rockets at the suburbs, the opposition said, and many people were hurt there. "
    text = (
        f"21.08.2013 {lead * 2}BEIRUT August 21 (The Associated Press) Troops fired rockets at the suburbs."
    )
    line = read_dateline(text)
    assert line is not None and line.place is not None and line.stamp is not None
    assert (line.place.text, line.stamp.text, line.date) == ("BEIRUT", "21.08.2013", date(2013, 8, 21))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The army said - and no one denied it - that the town fell.",
        "March 15, 2013, was the second anniversary of the uprising.",
        "13 October 2016 was a day of heavy shelling.",
        "BREAKING — The army has entered the town.",
        "NATO - The alliance met on Monday.",
        "I - the undersigned - was there.",
        "No dateline at all.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


_PIECES = st.lists(
    st.sampled_from(
        ["HOMS", ", ", "Syria", " (AP) ", "— ", " - ", "May 20", " 2013 ", "AFP ", "Monday ", "\n\n", "İ", "ß", "\u2028",
         "🕊️", "e\u0301", "حمص", "Posted on ", "3 Oct 2016", "(", ")", "07.04.2017", "\r\n", "\u200f", "ﬁ", ". "]
    )
    | st.text(max_size=5),
    max_size=25,
)  # fmt: skip


@given(_PIECES)
def test_spans_read_what_they_say(pieces: list[str]) -> None:
    text = "".join(pieces)
    line = read_dateline(text)
    if line is not None:
        for span in (line.span, line.place, line.within, line.day, line.agency, line.stamp):
            if span is not None:
                span.check(text)


def test_an_agencys_stamp_behind_headline_and_subtitle() -> None:
    headline = "Shells kill nine in the old market of the port including four children"
    subtitle = "Gunners fired from the hills at a crowded market for an hour killing traders and their customers in the south of the town"
    line = read_dateline(
        f"{headline} {subtitle} AFP Friday 10 Oct 2014 The monitor said nine people were killed."
    )
    assert line is not None and line.stamp is not None
    assert line.stamp.text == "AFP Friday 10 Oct 2014"


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("BAMAKO: Nine people have been killed in two attacks, officials said.", "BAMAKO", None),
        ("ADEN, Sept 21 At least six people were killed on Wednesday.", "ADEN", "Sept 21"),
        ("LUHANSK, Ukraine Oct 8 At least one person was killed.", "LUHANSK", "Oct 8"),
    ],
)
def test_datelines_with_a_colon_or_without_a_dash(text: str, place: str, day: str | None) -> None:
    line = read_dateline(text)
    assert line is not None and line.place is not None
    assert (line.place.text, line.day.text if line.day else None) == (place, day)


@pytest.mark.parametrize("text", ["UPDATE: Nine people were killed.", "UN: Nine people were killed in Aden."])
def test_other_words_in_capitals_with_a_colon(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "place", "span"),
    [
        ("Last updated at Aug 14, 2016 BEIRUT — Warplanes bombed the market.", "BEIRUT", "BEIRUT —"),
        ("Last updated at Aug 142016 BEIRUT Warplanes bombed the market.", "BEIRUT", "BEIRUT"),
        ("Published July 21 2015 TAIZ Gunmen killed three people.", "TAIZ", "TAIZ"),
    ],
)
def test_a_town_behind_a_sites_stamp(text: str, place: str, span: str) -> None:
    line = read_dateline(text)
    assert line is not None
    assert line.place is not None
    assert line.place.text == place
    assert line.span.text == span
    assert line.stamp is not None


@pytest.mark.parametrize("word", ["ECOWAS Ministers", "UN Envoys", "AFP Reporters", "RAIDS on the market"])
def test_what_else_stands_in_capitals_behind_a_stamp(word: str) -> None:
    line = read_dateline(f"Published July 21 2015 {word} killed three people.")
    assert line is not None
    assert line.place is None
