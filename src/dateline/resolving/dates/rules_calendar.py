"""Rules for what the calendar names: dates, months, years, seasons, decades, and stretches of them."""

from __future__ import annotations

from dateline.resolving.dates.calendar import (
    UNKNOWN,
    Days,
    day_in,
    month_of,
    one_day,
    shift_days,
    shift_months,
    stretch,
    week_of,
    year_of,
    years_of,
)
from dateline.resolving.dates.feasts import Calendar, Feast, days_in_year
from dateline.resolving.dates.patterns import Context, Found, TimeKind, rule, unknown
from dateline.resolving.dates.periods import (
    named_year,
    part_of,
    season_of,
    year_for,
    year_for_weekday,
)


def _night(days: Days, found: Found) -> Days:
    """A night runs into the next day."""
    if days.precision == 1 and days.latest and "night" in (found.cls("part"), found.cls("part_of")):
        return stretch(days.latest, shift_days(days.latest, 1))
    return days


def _numeric(found: Found, context: Context) -> Days | None:
    token = found.token("numeric")
    del context
    return one_day(token.day) if token and token.day else UNKNOWN


def _date(found: Found, context: Context) -> Days | None:
    month, day = found.value("month") or 1, found.value("day") or 1
    if not 1 <= day <= 31:
        return UNKNOWN
    year = named_year(found, context)
    if year is not None:
        return _night(day_in(year, month, day), found)
    year = year_for(month, day, context)
    if year is None:
        return UNKNOWN
    if found.has("weekday") and not context.future:
        year = year_for_weekday(month, day, found.value("weekday") or 0, year, context.published)
        return _night(day_in(year, month, day), found)
    return context.until_now(_night(day_in(year, month, day), found))


def _days_of_month(found: Found, context: Context) -> Days | None:
    month = found.value("month") or 1
    first, last = found.value("day") or 1, found.value("day_last") or 1
    year = named_year(found, context)
    if year is None:
        year = year_for(month, first, context)
    if year is None:
        return UNKNOWN
    start, end = day_in(year, month, first), day_in(year, month, last)
    if start.earliest is None or end.latest is None:
        return UNKNOWN
    return context.until_now(stretch(start.earliest, end.latest))


def _month(found: Found, context: Context) -> Days | None:
    month = found.value("month") or 1
    which, part = found.cls("which"), found.part()
    year = named_year(found, context)
    if year is None:
        year = year_for(month, None, context)
        now = context.published
        if year is not None and now is not None and not context.future:
            if which == "this" and found.has("which"):
                return (
                    part_of(month_of(now.year, month), "month", part, context)
                    if month > now.month
                    else (context.until_now(part_of(month_of(now.year, month), "month", part, context)))
                )
            if which in ("last", "previous") and (year, month) == (now.year, now.month):
                year -= 1
            elif which in ("next", "coming"):
                year = now.year if month > now.month else now.year + 1
    if year is None or not 1 <= year <= 9999:
        return UNKNOWN
    days = part_of(month_of(year, month), "month", part, context)
    if context.is_ahead(days) and which not in ("next", "coming") and named_year(found, context) is None:
        days = part_of(month_of(max(year - 1, 1), month), "month", part, context)
    return context.until_now(days)


def _year(found: Found, context: Context) -> Days | None:
    year = named_year(found, context)
    if year is None:
        return UNKNOWN
    return context.until_now(part_of(year_of(year), "year", found.part(), context))


def _years(found: Found, context: Context) -> Days | None:
    first, last = found.value("year") or 1, found.value("year_last") or 1
    if last < 100:
        last += first - first % 100
    return context.until_now(years_of(first, last))


def _season(found: Found, context: Context) -> Days | None:
    number, year = found.value("season") or 1, named_year(found, context)
    which, now = found.cls("which"), context.published
    if year is None:
        if now is None:
            year = context.anchor_day.year if context.anchor_day else None
        elif which in ("next", "coming") or context.future:
            year = now.year
            if (season_of(number, year, context).earliest or now) < now:
                year += 1
        else:
            year = now.year
            while (season_of(number, year, context).earliest or now) > now:
                year -= 1
            if which == "last" and (season_of(number, year, context).latest or now) >= now:
                year -= 1
    if year is None or not 2 <= year <= 9998:
        return UNKNOWN
    days = season_of(number, year, context)
    part = found.part()
    if part in ("early", "mid", "late") and days.earliest:
        month = shift_months(days.earliest, {"early": 0, "mid": 1, "late": 2}[part])
        days = month_of(month.year, month.month)
    return context.until_now(days)


def _decade(found: Found, context: Context) -> Days | None:
    first = found.value("decade") or 1
    return context.until_now(part_of(years_of(first, first + 9), "decade", found.part(), context))


def _century(found: Found, context: Context) -> Days | None:
    first = ((found.value("ordinal") or 1) - 1) * 100
    if not 0 < first <= 9900:
        return UNKNOWN
    return context.until_now(part_of(years_of(first, first + 99), "century", found.part(), context))


def _feast(found: Found, context: Context) -> Days | None:
    """A feast of the year that is named, else the latest past, or for what is to come the next one."""
    token = found.token("feast")
    if token is None or token.feast is None:
        return UNKNOWN
    days = _days_of_feast(token.feast, named_year(found, context), context)
    first = days.earliest if days else None
    if days is None or first is None:
        return UNKNOWN
    place = found.value("ordinal")
    if place is not None:  # a day of a feast; the sighting of the moon may make it the next one
        first = shift_days(first, place - 1)
        days = stretch(first, shift_days(first, 1 if token.feast.calendar is Calendar.HIJRI else 0))
    return context.until_now(_night(days, found))


def _days_of_feast(feast: Feast, year: int | None, context: Context) -> Days | None:
    now = context.published
    if year is None and now is None:
        year = context.anchor_day.year if context.anchor_day else None
    if year is not None:
        return next(iter(days_in_year(feast, year)), None)
    if now is None:
        return None
    near = [days for year in range(now.year - 1, now.year + 2) for days in days_in_year(feast, year)]
    if context.future:
        return next((days for days in near if days.latest and days.latest >= now), None)
    return next((days for days in reversed(near) if days.earliest and days.earliest <= now), None)


def _week_of(found: Found, context: Context) -> Days | None:
    """ "The week of February 8" is the one that holds it; "the week beginning 8 February" counts from it."""
    day = _date(found, context)
    if day is None or day.earliest is None:
        return UNKNOWN
    week = (
        stretch(day.earliest, shift_days(day.earliest, 6))
        if found.has("from_then")
        else week_of(day.earliest)
    )
    return context.until_now(week)


DAY, RANGE, VAGUE = TimeKind.DAY, TimeKind.RANGE, TimeKind.VAGUE
_WEEKDAY = "(?:(?P<weekday>WEEKDAY) (?:PART|NIGHT)? (?:COMMA|OF|BRACKET)? ON?)?"
_MODS = "(?:{mod}|{part_of})?"
# a bare year needs a word before it, for the figure may count something
_YEAR_LEAD = (
    "(?<=IN|OF|BY|TO|FROM|SINCE|BETWEEN|DURING|AFTER|BEFORE|BRACKET|THIS|YEAR_UNIT|POSSESSIVE|THE|FOR)"
)

RULES = (
    rule("numeric", DAY, "(?:WEEKDAY COMMA?)? (?P<numeric>NUMERIC_DATE)", _numeric),
    rule(
        "day-month",
        DAY,
        f"{_MODS} {_WEEKDAY} THE? {{day}} OF? (?P<month>MONTH) {{that_year}}? {{part}}?",
        _date,
    ),
    rule(
        "month-day",
        DAY,
        f"{_MODS} {_WEEKDAY} (?<!IN) (?P<month>MONTH) THE? {{day}} {{that_year}}? {{part}}?",
        _date,
    ),
    # "in March 12 people": there the number is a day only if a year follows
    rule("month-day-year", DAY, f"{_WEEKDAY} (?P<month>MONTH) {{day}} COMMA? {{year}}", _date),
    rule(
        "week-of-day",
        RANGE,
        "THE? WEEK_UNIT (?:OF|(?P<from_then>START_OF)) ON? (?:{day} OF? (?P<month>MONTH)"
        " | (?P<month>MONTH) {day}) {that_year}?",
        _week_of,
    ),
    rule(
        "days-of-month",
        RANGE,
        f"{_WEEKDAY} THE? {{day}} (?:DASH|TO|AND) THE? {{day_last}} OF? (?P<month>MONTH) {{that_year}}?",
        _days_of_month,
    ),
    rule(
        "month-days",
        RANGE,
        "(?P<month>MONTH) {day} (?:DASH|TO) {day_last} {that_year}?",
        _days_of_month,
    ),
    rule(
        "month-days-year",
        RANGE,
        "(?P<month>MONTH) {day} AND {day_last} COMMA? {year}",
        _days_of_month,
    ),
    rule(
        "between-month-days",
        RANGE,
        "BETWEEN (?P<month>MONTH) {day} AND {day_last} (?!COUNTED) {that_year}?",
        _days_of_month,
    ),
    rule("month", RANGE, "{mod}? {which}? (?P<month>MONTH) {that_year}?", _month),
    rule("year", RANGE, "{mod} (?:THE YEAR_UNIT)? {year}", _year),
    rule("the-year", RANGE, "THE? YEAR_UNIT {year}", _year),
    rule("bare-year", RANGE, f"{_YEAR_LEAD} (?P<year>YEAR|SHORT_YEAR) (?!ERA)", _year),
    rule("lone-year", RANGE, "(?P<year>YEAR) (?!ERA|DASH DAY_NUMBER|DASH NUMBER)", _year),
    rule("years", RANGE, "{year} (?:DASH|TO) (?P<year_last>SHORT_YEAR|DAY_NUMBER|NUMBER) (?!DASH)", _years),
    rule("season", RANGE, "{mod}? {which}? (?:THE)? (?P<season>SEASON) {that_year}", _season),
    rule("year-season", RANGE, "{year} (?P<season>SEASON)", _season),
    rule("season-or-word", RANGE, "{mod}? {which} (?P<season>SEASON|SEASON_OR_WORD)", _season),
    rule("fall", RANGE, "{mod}? (?P<season>SEASON_OR_WORD) OF? {year}", _season),
    rule("bare-season", RANGE, "(?<=IN|BY|SINCE|DURING|OVER|TO) (?P<season>SEASON)", _season),
    rule("the-season", RANGE, "(?:{mod} | (?<=IN|BY|SINCE|DURING|OVER|TO) THE) (?P<season>SEASON)", _season),
    rule("decade", RANGE, "THE? {mod}? THE? (?P<decade>DECADE)", _decade),
    rule("decade-word", RANGE, "THE {mod}? (?P<decade>DECADE_WORD)", _decade),
    rule(
        "century",
        RANGE,
        "THE? {mod}? THE? (?:NUMBER_WORD DASH)? {ordinal} DASH? (?P<century>CENTURY_UNIT)",
        _century,
    ),
    rule(
        "feast",
        DAY,
        f"{_MODS} (?:THE? {{ordinal}} DAY_UNIT OF THE?)? {{which}}? (?P<feast>FEAST) {{part}}?"
        " {that_year}?",
        _feast,
    ),
    rule(
        "era",
        VAGUE,
        "(?:{mod}|THE)? (?:(?:MONTH|SEASON) OF?)? (?:NUMBER|DAY_NUMBER|YEAR|DECADE) ERA",
        unknown,
    ),
)
