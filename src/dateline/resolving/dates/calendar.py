"""Days, months, years and parts of them: arithmetic that knows nothing of words."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that words allow, and how exactly that is known.

    `precision` is UCDP GED date_prec (see `precision_of`). All three are None when the words
    tell a time that cannot be put on the calendar ("Thursday" in a story of unknown date); only
    `latest` and `precision` are None when its end is unknown ("since 2011" in such a story).
    """

    earliest: date | None
    latest: date | None
    precision: int | None


UNKNOWN = Days(None, None, None)
FAR_AHEAD = 10
"""Years that a text may go on by, from a day to a whole year, and still be telling on."""


def precision_of(earliest: date, latest: date) -> int:
    """UCDP GED date_prec of a first and last day.

    UCDP GED Codebook, date_prec: 1 the day is known; 2 known within two to six days; 3 the week
    is known; 4 known within eight days to a month; 5 within more than a month and up to a year.
    Longer stretches, which UCDP would not code as one event, are 5 as well.
    """
    length = (latest - earliest).days + 1
    for precision, longest in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if length <= longest:
            return precision
    return 5


def stretch(earliest: date, latest: date) -> Days:
    """The days from `earliest` to `latest`, whichever way round they are given."""
    first, last = sorted((earliest, latest))
    return Days(first, last, precision_of(first, last))


def one_day(day: date) -> Days:
    """A day that is known exactly."""
    return Days(day, day, 1)


def shift_days(day: date, days: int) -> date:
    """`day` moved by `days`, stopping at the ends of the calendar (years 1 to 9999)."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """The same day of the month `months` away, or that month's last day when it has no such day."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Days:
    """First and last day of a month; `year` must be 1 to 9999 and `month` 1 to 12."""
    return stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """First and last day of a year, 1 to 9999."""
    return stretch(date(year, 1, 1), date(year, 12, 31))


def years_of(first: int, last: int) -> Days:
    """First day of one year to last day of another, kept within the years 1 to 9999."""
    low, high = sorted((first, last))
    return stretch(date(min(max(low, 1), 9999), 1, 1), date(min(max(high, 1), 9999), 12, 31))


def week_of(day: date) -> Days:
    """Monday to Sunday around a day (ISO 8601 weeks)."""
    monday = shift_days(day, -day.weekday())
    return stretch(monday, shift_days(monday, 6))


def unit_of(day: date, unit: str) -> Days:
    """The calendar day, week, month or year that a day lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return years_of(day.year - day.year % 10, day.year - day.year % 10 + 9)
    if unit == "century":
        return years_of(day.year - day.year % 100, day.year - day.year % 100 + 99)
    return one_day(day)


def is_aside(days: Days, last: Days | None) -> bool:
    """Whether a text that was at the days `last` goes on from there and not from `days`: a whole year or more
    that lies before them, or far ahead, is only mentioned ("as in the siege of 1978")."""
    if last is None or last.latest is None or last.precision == 5:
        return False
    if days.precision != 5 or days.earliest is None:
        return False
    return not last.latest.year <= days.earliest.year <= last.latest.year + FAR_AHEAD


MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def shift(day: date, count: float, unit: str) -> date:
    """`day` moved by `count` units, forward or (negative) back; hours make whole days, rounded up."""
    sign = -1 if count < 0 else 1
    size = min(abs(count), 1e6)
    if unit in MONTHS_IN:
        whole = int(size * MONTHS_IN[unit])
        return shift_months(day, sign * whole)
    if unit in DAYS_IN:
        return shift_days(day, sign * int(size * DAYS_IN[unit]))
    if unit == "hour":
        return shift_days(day, sign * -int(-size // 24))
    return day  # minutes and seconds


def day_in(year: int, month: int, day: int) -> Days:
    """A day of a month, or the whole month when it has no such day ("30 February")."""
    if 1 <= day <= monthrange(year, month)[1]:
        return one_day(date(year, month, day))
    return month_of(year, month)
