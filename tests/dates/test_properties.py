"""What holds for any words and any day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.resolving.dates import (
    Days,
    Telling,
    default_lexicon,
    find_times,
    precision_of,
    resolve_time,
)
from dateline.resolving.dates.calendar import month_of, shift, shift_months, unit_of

PUBLISHED = st.dates(date(1990, 1, 1), date(2030, 12, 31))
_WORDS = """
on in the a of to from between and since for last next this past early late mid - , ( ) . May March mar 3
31 29 2012 1999 '89 Monday Tues Fridays February Dec. night dawn morning overnight today yesterday
tomorrow week weeks days hours year month ago later earlier after before two several couple 20th first
half quarter 1990s century summer weekend recently now so far every old year-old straight day that same
following BC é ٣ 2013-02-30 5/20/2013 13/13/13 people war
"""
WORDS = st.sampled_from([*_WORDS.split(), "\n\n"])
PHRASES = st.lists(WORDS, max_size=9).map(" ".join)
# words that tell a past time and no year, and none that point ahead
_PAST = """
Monday;on Friday;yesterday;overnight;last night;Sunday night;this week;last month;earlier this year;in
February; late May;early June;mid-December;29 February;31 December;May 3-5;the past two days;since
Tuesday;since November; for weeks;three days ago;over the weekend;the last week of August;the second half
of March;last summer;recently; in recent months;two days of fighting;from Friday to Sunday;the night of
30 June;Christmas Day;a day earlier; hours ago;early last year;in the winter
"""
PAST = st.sampled_from([" ".join(words.split()) for words in _PAST.split(";")])


@given(st.text(max_size=80) | PHRASES)
def test_spans_are_exact_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find_times(text):
        one.mention.check(text)
        assert one.mention.start >= end
        end = one.mention.end


@given(PHRASES, PHRASES, PHRASES)
def test_a_look_at_the_whole_text_passes_over_no_time(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    start, end = len(before) + 1, len(before) + 1 + len(words)
    telling = Telling(text, default_lexicon())
    assert find_times(text, start, end, telling=telling) == find_times(text, start, end)


@settings(deadline=None)  # the first odd form imports dateparser
@given(st.text(max_size=60) | PHRASES, PUBLISHED | st.none(), st.booleans(), PUBLISHED | st.none())
def test_any_words_resolve_in_order_or_not_at_all(
    words: str, published: date | None, future: bool, anchor: date | None
) -> None:
    set_by = Days(anchor, anchor, 1) if anchor else None
    days = resolve_time(words, published, future=future, anchor=set_by)
    if days is None or days.earliest is None:
        return
    if days.latest is not None:
        assert days.earliest <= days.latest
        assert days.precision is not None
        assert 1 <= days.precision <= 5


@given(PAST, PUBLISHED)
def test_nothing_past_lies_after_publication(words: str, published: date) -> None:
    days = resolve_time(words, published)
    assert days is not None
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest <= days.latest <= published


@given(PUBLISHED, st.integers(0, 6))
def test_a_weekday_is_within_the_week_before_and_ahead_when_planned(published: date, back: int) -> None:
    name = f"{published - timedelta(days=back):%A}"
    past, planned = resolve_time(name, published), resolve_time(name, published, future=True)
    assert past == Days(published - timedelta(days=back), published - timedelta(days=back), 1)
    assert planned is not None
    assert planned.earliest is not None
    assert 0 <= (planned.earliest - published).days < 7
    assert f"{planned.earliest:%A}" == name


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), PUBLISHED | st.none())
def test_a_date_in_full_is_that_day_in_any_dress(day: date, published: date | None) -> None:
    for form in (
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A} {day.day} {day:%b %Y}",
        f"the {day.day}th of {day:%B} {day.year}",
        f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"May {day.day}, {day.year}",
    ):
        assert resolve_time(form, published) == Days(day, day, 1), form


@given(PUBLISHED, st.integers(0, 360))
def test_a_date_without_its_year_is_the_latest_past(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    if (day.month, day.day) == (2, 29):
        return
    assert resolve_time(f"{day.day} {day:%B}", published) == Days(day, day, 1)


@given(st.dates(), st.integers(-30_000, 30_000))
def test_months_move_within_the_calendar_and_keep_the_day_where_they_can(day: date, months: int) -> None:
    moved = shift_months(day, months)
    assert moved.day == min(day.day, (month_of(moved.year, moved.month).latest or moved).day)


@given(st.dates(), st.floats(-1e9, 1e9), st.sampled_from(["day", "week", "month", "year", "hour", "century"]))
def test_moving_never_leaves_the_calendar(day: date, count: float, unit: str) -> None:
    moved = shift(day, count, unit)
    assert (moved >= day) if count > 0 else (moved <= day)


@given(
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    st.sampled_from(["day", "week", "month", "year", "decade", "century"]),
)
def test_a_unit_holds_its_day(day: date, unit: str) -> None:
    whole = unit_of(day, unit)
    assert whole.earliest is not None
    assert whole.latest is not None
    assert whole.earliest <= day <= whole.latest


@given(st.dates(), st.dates())
def test_a_longer_stretch_is_no_more_precise(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert precision_of(first, first) <= precision_of(first, last)


def test_leap_days_and_year_ends() -> None:
    assert resolve_time("29 February 2012", None) == Days(date(2012, 2, 29), date(2012, 2, 29), 1)
    assert resolve_time("late February 2012", None) == Days(date(2012, 2, 21), date(2012, 2, 29), 4)
    assert resolve_time("last year", date(2013, 1, 1)) == Days(date(2012, 1, 1), date(2012, 12, 31), 5)
    assert resolve_time("a year ago", date(2012, 2, 29)) == Days(date(2011, 1, 1), date(2011, 12, 31), 5)
    assert resolve_time("the past year", date(2012, 2, 29)) == Days(date(2011, 2, 28), date(2012, 2, 29), 5)
    assert resolve_time("from 30 December to 2 January", date(2014, 1, 5)) == Days(
        date(2013, 12, 30), date(2014, 1, 2), 2
    )


_AHEAD = """
on Monday;by the weekend;in June;31 December;within two days;later this week;next month;this week;tomorrow;in
the coming weeks;by Friday;29 February;during Ramadan;at Easter;over the weekend;in the summer;in 2013
"""


@given(st.sampled_from([" ".join(words.split()) for words in _AHEAD.split(";")]), PUBLISHED)
def test_what_is_planned_is_not_over_before_it_is_told(words: str, published: date) -> None:
    days = resolve_time(words, published, future=True)
    assert days is not None
    assert days.latest is not None
    assert days.latest >= published or words == "in 2013"


@settings(deadline=None)  # the first odd form imports dateparser
@given(PAST | PHRASES, PUBLISHED, st.booleans())
def test_precision_is_that_of_the_stretch(words: str, published: date, future: bool) -> None:
    days = resolve_time(words, published, future=future)
    if days is not None and days.earliest is not None and days.latest is not None:
        assert days.precision == precision_of(days.earliest, days.latest)


@given(
    PUBLISHED,
    st.integers(0, 6),
    st.sampled_from(["at {}:{:02} GMT on {}", "{1:02}{0:02} local time {2}", "{2}, {0}:{1:02} (UTC+3)"]),
    st.integers(0, 23),
    st.integers(0, 59),
)
def test_no_clock_moves_a_day(published: date, back: int, form: str, hour: int, minute: int) -> None:
    day = published - timedelta(days=back)
    assert resolve_time(form.format(hour, minute, f"{day:%A}"), published) == Days(day, day, 1)


@given(
    PUBLISHED,
    st.sampled_from(["Ramadan", "Eid al-Fitr", "Eid al-Adha", "Ashura", "Easter", "Orthodox Easter"]),
)
def test_a_feast_is_the_latest_past_and_the_next_one_ahead(published: date, feast: str) -> None:
    past, ahead = resolve_time(feast, published), resolve_time(feast, published, future=True)
    assert past is not None
    assert ahead is not None
    assert past.earliest is not None
    assert past.latest is not None
    assert ahead.latest is not None
    assert past.earliest <= past.latest <= published <= ahead.latest
    assert timedelta(0) <= ahead.latest - past.latest <= timedelta(days=400)


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 180))
def test_a_date_with_its_weekday_is_found_in_its_year_also_ahead(published: date, on: int) -> None:
    for day in (published + timedelta(days=on), published - timedelta(days=on)):
        if (day.month, day.day) != (2, 29):
            assert resolve_time(f"{day:%A}, {day:%B} {day.day}", published) == Days(day, day, 1)


@given(PUBLISHED, st.sampled_from(["this", "last", "next"]), st.sampled_from(["week", "month", "year"]))
def test_calendar_units_are_whole_and_lie_end_to_end(published: date, which: str, unit: str) -> None:
    days = resolve_time(f"{which} {unit}", published)
    here = unit_of(published, unit)
    assert days is not None
    assert days.latest is not None
    assert here.earliest is not None
    assert here.latest is not None
    if which == "this":
        assert days == Days(here.earliest, published, precision_of(here.earliest, published))
    elif which == "last":
        assert days.latest == here.earliest - timedelta(days=1)
    else:
        assert days.earliest == here.latest + timedelta(days=1)
