"""Rules for a share of a month or year: "the first half of 2012", "the last week of May"."""

from __future__ import annotations

from datetime import date

from dateline.resolving.dates.calendar import (
    UNKNOWN,
    Days,
    month_of,
    shift_days,
    shift_months,
    stretch,
    year_of,
)
from dateline.resolving.dates.patterns import Context, Found, TimeKind, rule
from dateline.resolving.dates.periods import named_year, year_for

# months that a share of a year holds; days that a share of a month holds
_MONTHS_IN = {"half": 6, "quarter": 3, "month_unit": 1, "months_unit": 1}
_DAYS_IN = {"half": 15, "quarter": 7, "week_unit": 7, "weeks_unit": 7, "day_unit": 1, "days_unit": 1}


def _share(found: Found, context: Context) -> Days | None:
    """The first half, second quarter, last week or first three months of a month or year."""
    year, month = named_year(found, context), found.value("month")
    now = context.anchor_day or context.published
    if now is not None and found.has("of_unit"):
        year = now.year
        if found.cls("of_unit") == "month_unit":
            there = shift_months(now, -1 if found.cls("which") in ("last", "previous") else 0)
            year, month = there.year, there.month
    if year is None and month is not None:
        year = year_for(month, None, context)
    if year is None or not 1 <= year <= 9999:
        return UNKNOWN
    whole = year_of(year) if month is None else month_of(year, month)
    start, end = whole.earliest, whole.latest
    if start is None or end is None:
        return UNKNOWN
    unit, place = found.cls("share"), found.value("ordinal") or 1
    if found.has("final") or (unit == "half" and place > 1):
        place = -1
    if month is None and unit in _MONTHS_IN:
        return context.until_now(_months(start, int(found.number()) * _MONTHS_IN[unit], place))
    size = int(found.number()) * _DAYS_IN.get(unit, 30)
    named = found.has("year") or found.has("year_which") or found.has("of_unit")
    if not named and context.is_ahead(_days(start, end, size, place)):
        start, end = shift_months(start, -12), shift_days(shift_months(start, -11), -1)
    return context.until_now(_days(start, end, size, place))


def _months(january: date, size: int, place: int) -> Days:
    """The months of a year that the share at `place` (from 1, or -1 for the last) holds."""
    size = min(max(size, 1), 12)
    first = 12 - size if place < 0 else min((place - 1) * size, 12 - size)
    start = shift_months(january, first)
    return stretch(start, shift_days(shift_months(start, size), -1))


def _days(start: date, end: date, size: int, place: int) -> Days:
    """The days from `start` to `end` that the share at `place` (from 1, or -1 for the last) holds."""
    if place < 0:
        return stretch(max(start, shift_days(end, 1 - size)), end)
    first = min(shift_days(start, (place - 1) * size), end)
    return stretch(first, min(shift_days(first, size - 1), end))


RULES = (
    rule(
        "share",
        TimeKind.RANGE,
        "THE? (?:{ordinal}|(?P<final>LAST)) (?:(?P<number>NUMBER_WORD|DAY_NUMBER|FEW))?"
        " (?P<share>HALF|QUARTER|WEEK_UNIT|WEEKS_UNIT|MONTH_UNIT|MONTHS_UNIT|DAY_UNIT|DAYS_UNIT) OF"
        " (?:(?P<month>MONTH) {that_year}? | {year}"
        " | (?P<year_which>LAST|THIS|NEXT|PREVIOUS|FOLLOWING|THAT|SAME) YEAR_UNIT"
        " | THE (?P<of_unit>YEAR_UNIT|MONTH_UNIT) | (?P<which>LAST|THIS|PREVIOUS) (?P<of_unit>MONTH_UNIT) )",
        _share,
    ),
)
