"""Rules for days that news reckons from its publication: weekdays, "yesterday", "overnight"."""

from __future__ import annotations

from dateline.resolving.dates.calendar import (
    UNKNOWN,
    Days,
    one_day,
    shift_days,
    stretch,
    week_of,
)
from dateline.resolving.dates.patterns import Context, Found, TimeKind, rule
from dateline.resolving.dates.periods import weekday_day, whole_unit


def _into_night(days: Days, found: Found, context: Context) -> Days:
    """A night runs into the next day, unless that is still to come."""
    if days.latest is None or "night" not in (found.cls("part"), found.cls("part_of")):
        return days
    return context.until_now(stretch(days.latest, shift_days(days.latest, 1)))


def _weekday(found: Found, context: Context) -> Days | None:
    weekday = found.value("weekday") or 0
    if found.has("week_which"):
        which = found.cls("week_which")
        week = whole_unit(which, "week", 1, context)
        if week.earliest is None:
            return UNKNOWN
        return _into_night(one_day(shift_days(week.earliest, weekday)), found, context)
    return _into_night(weekday_day(weekday, found.cls("which"), context), found, context)


def _overnight(found: Found, context: Context) -> Days | None:
    """The night between two days: "overnight" ends on the day of publication, "overnight Monday" begins
    on Monday, "overnight into Tuesday" ends on Tuesday, as does "overnight Tuesday" in a Tuesday story."""
    if found.has("weekday"):
        day = weekday_day(found.value("weekday") or 0, "", context).latest
        if day is None:
            return UNKNOWN
        if found.has("weekday_last"):
            end = weekday_day(found.value("weekday_last") or 0, "", context).latest or day
            return stretch(shift_days(end, -1), end)
        if found.has("into") or (day == context.published and not context.future):
            return stretch(shift_days(day, -1), day)
        return context.until_now(stretch(day, shift_days(day, 1)))
    now = context.published
    if now is None:
        return UNKNOWN
    return stretch(now, shift_days(now, 1)) if context.future else stretch(shift_days(now, -1), now)


def _deictic(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    steps = found.value("deictic") or 0
    if found.has("beyond"):
        steps += 1 if steps > 0 else -1
    day = one_day(shift_days(now, steps))
    return _into_night(day, found, context) if steps < 0 else day


def _today(found: Found, context: Context) -> Days | None:
    del found
    return UNKNOWN if context.published is None else one_day(context.published)


def _this_part(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    if found.cls("which") in ("last", "past", "previous"):
        before = shift_days(now, -1)
        return stretch(before, now) if found.cls("part") == "night" else one_day(before)
    if found.cls("part") == "night" and not found.has("which"):
        return stretch(shift_days(now, -1), now)
    return one_day(now)


def _weekend(found: Found, context: Context) -> Days | None:
    """Saturday and Sunday: the latest that has begun, or the next for what is to come."""
    now = context.published
    if now is None:
        return UNKNOWN
    which = found.cls("which")
    saturday = shift_days(week_of(now).earliest or now, 5)
    if which in ("next", "coming") or (which == "following"):
        start = saturday if now < saturday else shift_days(saturday, 7)
        return stretch(start, shift_days(start, 1))
    if context.future:
        return stretch(max(saturday, now), shift_days(saturday, 1))
    if saturday > now or which in ("last", "past", "previous"):
        saturday = shift_days(saturday, -7)
    return context.until_now(stretch(saturday, shift_days(saturday, 1)))


DAY, RANGE, LASTING = TimeKind.DAY, TimeKind.RANGE, TimeKind.LASTING
_MODS = "(?:{mod}|{part_of})?"
_MOD_AND_PART = "(?:{mod} {part_of}?|{part_of})?"

RULES = (
    rule(
        "weekday",
        DAY,
        f"{_MODS} {{which}}? (?P<weekday>WEEKDAY) {{part}}?"
        " (?:COMMA? OF? (?P<week_which>LAST|THIS|NEXT) WEEK_UNIT)?",
        _weekday,
    ),
    rule("weekday-lost-apostrophe", DAY, "(?<!ON) (?P<weekday>WEEKDAYS) (?P<part>PART|NIGHT)?", _weekday),
    rule(
        "week-weekday",
        DAY,
        "(?P<week_which>LAST|THIS|NEXT) WEEK_UNIT (?:ON|COMMA)? (?P<weekday>WEEKDAY)",
        _weekday,
    ),
    rule(
        "overnight-weekday",
        RANGE,
        "OVERNIGHT (?:ON|FROM|OF|BETWEEN)? (?P<into>TO)? TO? (?P<weekday>WEEKDAY)"
        " (?:(?:TO|DASH|AND) (?P<weekday_last>WEEKDAY))? PART?",
        _overnight,
    ),
    rule(
        "night-to-weekday",
        RANGE,
        "THE? NIGHT (?:OF|FROM|BETWEEN) (?P<weekday>WEEKDAY) (?:TO|DASH|AND) (?P<weekday_last>WEEKDAY)",
        _overnight,
    ),
    rule("overnight", RANGE, "OVERNIGHT", _overnight),
    rule("since-part", TimeKind.SINCE, "SINCE (?:EARLY|LATE)? THE? (?:EARLY|LATE)? {part}", _this_part),
    rule("during-the-night", RANGE, "(?<=DURING|IN|OVER) THE NIGHT", _overnight),
    rule("deictic", DAY, f"{_MOD_AND_PART} (?P<deictic>DEICTIC) (?P<part>PART|NIGHT)?", _deictic),
    rule("beyond", DAY, "THE? DAY_UNIT (?P<beyond>BEFORE|AFTER) (?P<deictic>DEICTIC)", _deictic),
    rule("tonight", DAY, "TONIGHT", _today),
    rule(
        "this-part",
        DAY,
        "(?:{mod})? (?P<which>LAST|THIS|PREVIOUS|PAST) (?:EARLY|LATE)? (?P<part>PART|NIGHT)",
        _this_part,
    ),
    rule(
        "weekend",
        RANGE,
        "(?:THE|AN)? (?P<which>LAST|PAST|THIS|NEXT|PREVIOUS|FOLLOWING|COMING)? (?P<weekend>WEEKEND)",
        _weekend,
    ),
)
