"""What news words mean on the calendar; stories are of Monday 20 May 2013 unless they say otherwise."""

from datetime import date

import pytest

from dateline.resolving.dates import Days, is_aside, resolve_time

MONDAY = date(2013, 5, 20)


def told(days: Days | None) -> str:
    """ "2013-05-19", "2013-05-19..2013-05-20", "unknown" or "no time"."""
    if days is None:
        return "no time"
    if days.earliest is None:
        return "unknown"
    return f"{days.earliest}" if days.earliest == days.latest else f"{days.earliest}..{days.latest}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # days of the week: a Monday story's "Monday" is that day, the others are the latest past
        ("Monday", "2013-05-20"),
        ("on Monday", "2013-05-20"),
        ("Thursday", "2013-05-16"),
        ("last Monday", "2013-05-13"),
        ("next Monday", "2013-05-27"),
        ("early Thursday", "2013-05-16"),
        ("late on Sunday", "2013-05-19"),
        ("Sunday morning", "2013-05-19"),
        ("the early hours of Sunday", "2013-05-19"),
        ("at dawn on Sunday", "2013-05-19"),
        ("Tuesdays bombing", "2013-05-14"),
        ("Tuesday’s bombing", "2013-05-14"),
        ("Monday of last week", "2013-05-13"),
        ("Friday prayers", "2013-05-17"),
        # a night runs into the next day
        ("Thursday night", "2013-05-16..2013-05-17"),
        ("last night", "2013-05-19..2013-05-20"),
        ("overnight", "2013-05-19..2013-05-20"),
        ("overnight Saturday", "2013-05-18..2013-05-19"),
        ("overnight Monday", "2013-05-19..2013-05-20"),
        ("overnight into Saturday", "2013-05-17..2013-05-18"),
        ("the night of 20 June", "2012-06-20..2012-06-21"),
        # from the day of publication
        ("today", "2013-05-20"),
        ("todays", "2013-05-20"),
        ("earlier today", "2013-05-20"),
        ("this morning", "2013-05-20"),
        ("tonight", "2013-05-20"),
        ("yesterday", "2013-05-19"),
        ("late yesterday", "2013-05-19"),
        ("the day before yesterday", "2013-05-18"),
        ("tomorrow", "2013-05-21"),
        ("three days ago", "2013-05-17"),
        ("a week ago", "2013-05-13"),
        ("two weeks ago", "2013-05-06..2013-05-12"),
        ("three months ago", "2013-02-01..2013-02-28"),
        ("two years ago", "2011-01-01..2011-12-31"),
        ("hours ago", "2013-05-19..2013-05-20"),
        ("a few minutes ago", "2013-05-20"),
        ("a few days ago", "2013-05-17..2013-05-19"),
        ("several weeks ago", "2013-04-20..2013-05-13"),
        ("a couple of days ago", "2013-05-18"),
        ("a year and a half ago", "2011-08-20..2012-02-20"),
        ("a week and a half ago", "2013-05-06..2013-05-12"),
        ("two Fridays ago", "2013-05-10"),
        ("a week ago on Friday", "2013-05-10"),
        ("the Sunday before last", "2013-05-12"),
        ("the week before last", "2013-05-06..2013-05-12"),
        # stretches up to publication
        ("the past 24 hours", "2013-05-19..2013-05-20"),
        ("the last 48 hours", "2013-05-18..2013-05-20"),
        ("the past two days", "2013-05-18..2013-05-20"),
        ("the last five days", "2013-05-15..2013-05-20"),
        ("the past week", "2013-05-13..2013-05-20"),
        ("two days of fighting", "2013-05-19..2013-05-20"),
        ("in 24 hours", "2013-05-19..2013-05-20"),
        ("for weeks", "2013-04-20..2013-05-20"),
        ("for months", "2012-11-21..2013-05-20"),
        ("for the past three weeks", "2013-04-29..2013-05-20"),
        ("for about one year", "2012-05-20..2013-05-20"),
        ("for a third straight day", "2013-05-18..2013-05-20"),
        ("the two-week-old battle", "2013-05-06..2013-05-20"),
        ("the two-year-old conflict", "2011-05-20..2013-05-20"),
        ("recently", "2013-05-17..2013-05-20"),
        ("in recent days", "2013-05-17..2013-05-20"),
        ("in recent weeks", "2013-04-20..2013-05-20"),
        ("so far", "2013-05-19..2013-05-20"),
        # weeks, months and years
        ("this week", "2013-05-20"),
        ("last week", "2013-05-13..2013-05-19"),
        ("last weeks attack", "2013-05-13..2013-05-19"),
        ("next week", "2013-05-27..2013-06-02"),
        ("late last week", "2013-05-16..2013-05-19"),
        ("over the weekend", "2013-05-18..2013-05-19"),
        ("last month", "2013-04-01..2013-04-30"),
        ("earlier this month", "2013-05-01..2013-05-19"),
        ("earlier this year", "2013-01-01..2013-05-19"),
        ("last year", "2012-01-01..2012-12-31"),
        ("early last year", "2012-01-01..2012-04-30"),
        ("late last year", "2012-09-01..2012-12-31"),
        # months: the latest one past, and no day after publication
        ("in February", "2013-02-01..2013-02-28"),
        ("in May", "2013-05-01..2013-05-20"),
        ("in December", "2012-12-01..2012-12-31"),
        ("earlier in May", "2013-05-01..2013-05-19"),
        ("earlier in April", "2013-04-01..2013-04-30"),
        ("early March", "2013-03-01..2013-03-10"),
        ("mid-April", "2013-04-11..2013-04-20"),
        ("late March", "2013-03-21..2013-03-31"),
        ("late May", "2012-05-21..2012-05-31"),
        ("the end of March", "2013-03-21..2013-03-31"),
        ("October last year", "2012-10-01..2012-10-31"),
        ("February 2012", "2012-02-01..2012-02-29"),
        ("February 2014", "2014-02-01..2014-02-28"),
        ("the first week of May", "2013-05-01..2013-05-07"),
        ("the last week of August", "2012-08-25..2012-08-31"),
        # years and longer
        ("in 2011", "2011-01-01..2011-12-31"),
        ("in 2013", "2013-01-01..2013-05-20"),
        ("late 2012", "2012-09-01..2012-12-31"),
        ("the 2012 truce", "2012-01-01..2012-12-31"),
        ("the summer of 2012", "2012-06-01..2012-08-31"),
        ("last winter", "2012-12-01..2013-02-28"),
        ("the second quarter of 2012", "2012-04-01..2012-06-30"),
        ("the first half of 2012", "2012-01-01..2012-06-30"),
        ("the first three months of 2012", "2012-01-01..2012-03-31"),
        ("the early 1990s", "1990-01-01..1993-12-31"),
        ("the 19th century", "1800-01-01..1899-12-31"),
        ("the nineties", "1990-01-01..1999-12-31"),
        ("the week of May 8", "2013-05-06..2013-05-12"),
        ("the week beginning 8 May", "2013-05-08..2013-05-14"),
        ("the first three months of the year", "2013-01-01..2013-03-31"),
        ("the last week of last month", "2013-04-24..2013-04-30"),
        ("the first half of this month", "2013-05-01..2013-05-15"),
        # what the words themselves put ahead, though it is told as past
        ("later this week", "2013-05-21..2013-05-26"),
        ("this September", "2013-09-01..2013-09-30"),
        ("Saturday, May 25", "2013-05-25"),
        # feasts: those of the Moslem calendar begin when the moon is sighted, a day sooner or later
        ("during Ramadan", "2012-07-20..2012-08-18"),
        ("in Ramadan of 2011", "2011-08-01..2011-08-29"),
        ("Eid al-Fitr", "2012-08-19..2012-08-21"),
        ("the first day of Eid al-Adha", "2012-10-26..2012-10-27"),
        ("the Eid holiday", "2012-10-26..2012-10-28"),
        ("Ashura", "2012-11-24..2012-11-25"),
        ("Easter Sunday", "2013-03-31"),
        ("on Good Friday last year", "2012-04-06"),
        ("Orthodox Easter", "2013-05-05"),
        ("Orthodox Christmas", "2013-01-07"),
        # dates in every order and dress
        ("May 20", "2013-05-20"),
        ("20 May", "2013-05-20"),
        ("21 May", "2012-05-21"),
        ("20 May 2013", "2013-05-20"),
        ("May 20th, 2013", "2013-05-20"),
        ("the 20th of May", "2013-05-20"),
        ("5/20/2013", "2013-05-20"),
        ("20/5/2013", "2013-05-20"),
        ("20.05.2013", "2013-05-20"),
        ("2013/05/20", "2013-05-20"),
        ("Thursday into Friday", "2013-05-16..2013-05-17"),
        ("May of 1989", "1989-05-01..1989-05-31"),
        ("2013-05-20", "2013-05-20"),
        ("Jan. 10, 2011", "2011-01-10"),
        ("10 JAN 89", "1989-01-10"),
        ("ON 3 JAN 90", "1990-01-03"),
        ("17 MAR", "2013-03-17"),
        ("Tuesday 21 Jul 2009", "2009-07-21"),
        ("Sunday, March 3", "2013-03-03"),
        ("Dec 31", "2012-12-31"),
        ("Christmas Day", "2012-12-25"),
        ("20 mai 2013", "2013-05-20"),
        # from one time to another
        ("between 3 and 5 May", "2013-05-03..2013-05-05"),
        ("May 3-5", "2013-05-03..2013-05-05"),
        ("from Monday to Wednesday", "2013-05-13..2013-05-15"),
        ("from December to February", "2012-12-01..2013-02-28"),
        ("between March and April 2012", "2012-03-01..2012-04-30"),
        ("from 29 December 2011 to 3 January", "2011-12-29..2012-01-03"),
        ("2003-2011", "2003-01-01..2011-12-31"),
        ("since Friday", "2013-05-17..2013-05-20"),
        ("since March 2011", "2011-03-01..2013-05-20"),
        ("since early last year", "2012-01-01..2013-05-20"),
        ("since the 2003 invasion", "2003-01-01..2013-05-20"),
        ("since the uprising began in March 2011", "2011-03-01..2013-05-20"),
        ("since dawn", "2013-05-20"),
        # what waits for another day to count from
        ("the next day", "unknown"),
        ("that night", "unknown"),
        ("two weeks later", "unknown"),
        ("a day earlier", "2013-05-19"),
        # how long, how often, how old: no day
        ("a three-day truce", "no time"),
        ("a 24-hour ceasefire", "no time"),
        ("a 12-year-old boy", "no time"),
        ("two-month-old baby", "no time"),
        ("every Friday", "no time"),
        ("daily", "no time"),
        ("the commander", "no time"),
        ("", "no time"),
    ],
)
def test_words_of_a_story_published_on_monday_20_may_2013(words: str, expected: str) -> None:
    assert told(resolve_time(words, MONDAY)) == expected


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("in December", date(2014, 1, 5), "2013-12-01..2013-12-31"),
        ("in January", date(2014, 1, 5), "2014-01-01..2014-01-05"),
        ("Dec 31", date(2014, 1, 1), "2013-12-31"),
        ("yesterday", date(2014, 1, 1), "2013-12-31"),
        ("last month", date(2014, 1, 31), "2013-12-01..2013-12-31"),
        ("last week", date(2014, 1, 2), "2013-12-23..2013-12-29"),
        ("this week", date(2014, 1, 2), "2013-12-30..2014-01-02"),
        ("earlier this week", date(2014, 1, 2), "2013-12-30..2014-01-01"),
        ("earlier this month", date(2014, 1, 1), "2014-01-01"),
        ("yesterday", date(2012, 3, 1), "2012-02-29"),
        ("29 February", date(2012, 3, 1), "2012-02-29"),
        ("29 February", date(2013, 3, 1), "2013-02-01..2013-02-28"),
        ("a month ago", date(2012, 3, 31), "2012-02-01..2012-02-29"),
        ("over the weekend", date(2013, 5, 18), "2013-05-18"),
        ("over the weekend", date(2013, 5, 19), "2013-05-18..2013-05-19"),
        ("last weekend", date(2013, 5, 19), "2013-05-11..2013-05-12"),
    ],
)
def test_ends_of_years_months_and_weeks(words: str, published: date, expected: str) -> None:
    assert told(resolve_time(words, published)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Wednesday", "2013-05-22"),
        ("Monday", "2013-05-20"),
        ("in June", "2013-06-01..2013-06-30"),
        ("April 10", "2014-04-10"),
        ("this week", "2013-05-20..2013-05-26"),
        ("later this month", "2013-05-21..2013-05-31"),
        ("the coming days", "2013-05-20..2013-05-23"),
        ("in 2013", "2013-05-20..2013-12-31"),
        ("within two days", "2013-05-20..2013-05-22"),
        ("the weekend", "2013-05-25..2013-05-26"),
        ("by the weekend", "2013-05-25..2013-05-26"),
        ("by Friday", "2013-05-24"),
        ("during Ramadan", "2013-07-09..2013-08-07"),
    ],
)
def test_what_is_planned_lies_ahead(words: str, expected: str) -> None:
    assert told(resolve_time(words, MONDAY, future=True)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("that day", "2012-06-29"),
        ("the same day", "2012-06-29"),
        ("the next day", "2012-06-30"),
        ("The following day", "2012-06-30"),
        ("the day before", "2012-06-28"),
        ("the previous day", "2012-06-28"),
        ("a day earlier", "2012-06-28"),
        ("two days later", "2012-07-01"),
        ("hours later", "2012-06-29..2012-06-30"),
        ("that night", "2012-06-29"),
        ("several days later", "2012-06-30..2012-07-02"),
        ("the next morning", "2012-06-30"),
        ("the following week", "2012-07-02..2012-07-08"),
        ("the same month", "2012-06-01..2012-06-30"),
        ("later that year", "2012-06-29..2012-12-31"),
        ("the previous month", "2012-05-01..2012-05-31"),
        ("August of that year", "2012-08-01..2012-08-31"),
        ("on the 28th", "2012-06-28"),
        ("early the next year", "2013-01-01..2013-04-30"),
    ],
)
def test_days_told_from_the_day_that_the_story_has_set(words: str, expected: str) -> None:
    friday = Days(date(2012, 6, 29), date(2012, 6, 29), 1)
    assert told(resolve_time(words, MONDAY, anchor=friday)) == expected


def test_that_morning_after_a_night_is_its_second_day() -> None:
    night = Days(date(2013, 5, 18), date(2013, 5, 19), 2)
    assert told(resolve_time("that morning", MONDAY, anchor=night)) == "2013-05-19"
    assert told(resolve_time("that night", MONDAY, anchor=night)) == "2013-05-18..2013-05-19"


@pytest.mark.parametrize(
    "words",
    ["at 3 p.m. on Tuesday", "Tuesday 0430 GMT", "at 23:30 GMT Tuesday", "1 a.m. local time on Tuesday"],
)
def test_clock_times_and_time_zones_move_no_day(words: str) -> None:
    assert told(resolve_time(words, MONDAY)) == "2013-05-14"


def test_what_stands_after_after_lies_before_the_news() -> None:
    # "The blast came a week after a raid …" dates the raid; "Two days after the raid, …" the news
    news = Days(date(2013, 5, 18), date(2013, 5, 18), 1)
    assert told(resolve_time("a week after", MONDAY, anchor=news)) == "2013-05-11"
    raid = Days(date(2013, 5, 11), date(2013, 5, 11), 1)
    assert told(resolve_time("Two days after", MONDAY, anchor=raid)) == "2013-05-13"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", "unknown"),
        ("yesterday", "unknown"),
        ("last week", "unknown"),
        ("20 May", "unknown"),
        ("20 May 2013", "2013-05-20"),
        ("May 2013", "2013-05-01..2013-05-31"),
        ("in 2013", "2013-01-01..2013-12-31"),
        ("the 1990s", "1990-01-01..1999-12-31"),
    ],
)
def test_a_story_of_unknown_date_has_only_dates_that_name_their_year(words: str, expected: str) -> None:
    assert told(resolve_time(words, None)) == expected


def test_in_a_story_of_unknown_date_the_year_told_last_goes_on() -> None:
    told_last = Days(date(1989, 11, 11), date(1989, 11, 11), 1)
    assert told(resolve_time("16 November", None, anchor=told_last)) == "1989-11-16"
    assert told(resolve_time("in January", None, anchor=told_last)) == "1990-01-01..1990-01-31"


def test_since_without_an_end_keeps_its_beginning() -> None:
    assert resolve_time("since March 2011", None) == Days(date(2011, 3, 1), None, None)


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Sunday", 1),
        ("the past two days", 2),
        ("last week", 3),
        ("early March", 4),
        ("in February", 4),
        ("late 2012", 5),
        ("since 2011", 5),
    ],
)
def test_precision_is_that_of_the_ucdp_ged_codebook(words: str, precision: int) -> None:
    days = resolve_time(words, MONDAY)
    assert days is not None
    assert days.precision == precision


def test_a_year_mentioned_beside_the_day_that_is_told_is_an_aside() -> None:
    told_last = Days(date(1979, 12, 28), date(1979, 12, 28), 1)
    for words, aside in (
        ("in 1978", True),
        ("in 2005", True),
        ("in 1980", False),
        ("in 1979", False),
        ("May 1978", False),
    ):
        days = resolve_time(words, None)
        assert days is not None
        assert is_aside(days, told_last) is aside, words
