"""Choosing the year, the weekday, the part of a period that news words mean."""

from __future__ import annotations

from datetime import date

from dateline.resolving.dates.calendar import (
    UNKNOWN,
    Days,
    day_in,
    month_of,
    one_day,
    shift,
    shift_days,
    shift_months,
    stretch,
    unit_of,
    week_of,
    year_of,
    years_of,
)
from dateline.resolving.dates.patterns import Context, Found

HALF_A_YEAR = 183  # days
_LOOK_BACK = 6  # months that a history may step back without naming the year


def part_of(days: Days, unit: str, part: str, context: Context) -> Days:
    """The early, middle or late part of a month, year, week, decade or century.

    UCDP GED Codebook: "early March" is the 1st to the 10th; the rest stands in dates_periods.yaml.
    "Earlier in May" ends the day before publication if that lies in May.
    """
    if days.earliest is None or days.latest is None:
        return days
    if part == "earlier":
        now = context.published
        if now and days.earliest < now <= days.latest:
            return stretch(days.earliest, shift_days(now, -1))
        return days
    ends = context.lexicon.parts.get(unit, {}).get(part)
    return days if ends is None else _places(days.earliest, unit, *ends) or days


def _places(start: date, unit: str, first: int, last: int) -> Days | None:
    """From the first to the last place of a period that begins at `start` (see dates_periods.yaml)."""
    if unit == "month":
        return stretch(day_in_month(start, first), day_in_month(start, last))
    if unit == "week":
        return stretch(shift_days(start, first - 1), shift_days(start, last - 1))
    if unit == "year":
        return stretch(date(start.year, first, 1), month_of(start.year, last).latest or start)
    if unit in ("decade", "century"):
        return years_of(start.year + first, start.year + last)
    return None


def day_in_month(month: date, day: int) -> date:
    """That day of the month that `month` lies in, or its last day when it is shorter."""
    last = month_of(month.year, month.month).latest or month
    return month.replace(day=max(1, min(day, last.day)))


def named_year(found: Found, context: Context) -> int | None:
    """The year that the words themselves name: "2013", "’89", "last year", "of that year"."""
    if found.has("year"):
        return found.value("year")
    if found.has("year_which"):
        which = found.cls("year_which")
        base = context.published
        if which in ("that", "same", "previous", "following") and context.anchor_day:
            base = context.anchor_day
        if base is None:
            return None
        steps = {"last": -1, "previous": -1, "next": 1, "following": 1}
        return min(max(base.year + steps.get(which, 0), 1), 9999)
    return None


def year_for(month: int, day: int | None, context: Context) -> int | None:
    """The year of a month, or day, that the words leave open: the latest one past.

    For what is to come it is the next one. Without a publication date it is the anchor's year.
    """
    now = context.published
    if now is None:
        return _year_near(month, context.anchor)
    place = (month, day if day is not None else (31 if context.future else 1))
    today = (now.month, now.day)
    if context.future:
        return now.year if place >= today else min(now.year + 1, 9999)
    return now.year if place <= today else max(now.year - 1, 1)


def _year_near(month: int, anchor: Days | None) -> int | None:
    """The year of a month that a story of unknown date goes on to: mostly forward from the anchor.

    An anchor that is a whole year gives that year.
    """
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if anchor.earliest.year == anchor.latest.year and anchor.precision == 5:
        return anchor.latest.year
    ahead = (month - anchor.latest.month) % 12
    there = anchor.latest.year * 12 + anchor.latest.month - 1 + ahead
    return max((there if ahead <= 12 - _LOOK_BACK else there - 12) // 12, 1)


def year_for_weekday(month: int, day: int, weekday: int, year: int, now: date | None) -> int:
    """The year in which a date falls on that weekday: one within half a year of `now`, which may lie ahead
    ("Saturday, April 25" in the story of the day before), else the latest up to `year`, six back at most."""
    for close in range(max(now.year - 1, 1), min(now.year + 2, 10_000)) if now else ():
        known = day_in(close, month, day)
        fits = known.precision == 1 and known.earliest and known.earliest.weekday() == weekday
        if now and fits and known.earliest and abs((known.earliest - now).days) <= HALF_A_YEAR:
            return close
    for earlier in range(year, max(year - 7, 0), -1):
        known = day_in(earlier, month, day)
        if known.precision == 1 and known.earliest and known.earliest.weekday() == weekday:
            return earlier
    return year


def weekday_day(weekday: int, which: str, context: Context) -> Days:
    """The day that a weekday's name means.

    In a story of that weekday it is the day of publication; otherwise the latest one past, or for
    what is to come the next one. "Last" and "next" leave the day of publication out.
    """
    base = context.published
    if which in ("previous", "following", "that", "same") and context.anchor_day:
        base = context.anchor_day
    if base is None:
        return UNKNOWN
    back = (base.weekday() - weekday) % 7
    if which in ("next", "following", "coming"):
        return one_day(shift_days(base, 7 - back))
    if which in ("last", "past", "previous"):
        return one_day(shift_days(base, -(back or 7)))
    if context.future:
        return one_day(shift_days(base, (7 - back) % 7))
    return one_day(shift_days(base, -back))


def whole_unit(which: str, unit: str, count: int, context: Context) -> Days:
    """The calendar week, month or year that "last", "this", "next", "that" … points at."""
    now, anchored = context.published, context.anchor_day
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
    base = now
    if which in ("that", "same", "following", "previous") or (which == "next" and now is None):
        base = anchored or (now if which == "previous" else None)
    if base is None:
        return UNKNOWN
    moved = shift(base, steps.get(which, 0) * count, unit)
    if which in ("last", "next", "previous", "following", "coming"):
        moved_unit = unit_of(moved, unit)
    else:
        moved_unit = unit_of(base, unit)
    return moved_unit


def rolling(count: float, unit: str, context: Context) -> Days:
    """From `count` units before publication to publication: "the past two days"."""
    now = context.published
    return UNKNOWN if now is None else stretch(shift(now, -count, unit), now)


def vague_stretch(unit: str, context: Context) -> int:
    """How many days back a plural without a number reaches ("in recent days")."""
    return context.lexicon.stretches.get(unit, 3)


def ago(count: float, unit: str, base: date) -> Days:
    """`count` units before (positive) or after (negative) a day, no more exact than the unit.

    Days and a single week give a day, more weeks the week, months the month, years the year.
    """
    there = shift(base, -count, unit)
    if unit in ("minute", "hour"):
        return stretch(there, base)
    if unit == "day" or (unit == "week" and abs(count) == 1):
        return one_day(there)
    if unit == "week":
        return week_of(there)
    if unit == "month":
        return month_of(there.year, there.month)
    if unit == "year":
        return year_of(there.year)
    return unit_of(there, unit)


def season_of(number: int, year: int, context: Context) -> Days:
    """A season of a year, by the months of dates_periods.yaml."""
    first, length = context.lexicon.seasons.get(number, (1, 12))
    start = date(min(max(year, 1), 9999), min(max(first, 1), 12), 1)
    end = shift_months(start, length - 1)
    return stretch(start, month_of(end.year, end.month).latest or end)
