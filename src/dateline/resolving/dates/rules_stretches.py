"""Rules for stretches that news reckons from its publication: "last week", "the past two days"."""

from __future__ import annotations

from datetime import date

from dateline.resolving.dates.calendar import (
    UNKNOWN,
    Days,
    one_day,
    shift,
    shift_days,
    shift_months,
    stretch,
    unit_of,
)
from dateline.resolving.dates.patterns import Context, Found, TimeKind, rule
from dateline.resolving.dates.periods import ago, part_of, rolling, vague_stretch, weekday_day, whole_unit


def _whole(found: Found, context: Context) -> Days | None:
    """Last week, this month, the previous year, and parts of them."""
    unit, count = found.unit()
    which, now = found.cls("which"), context.published
    if unit == "day":
        return _one_day_of(which, context)
    if which == "past":
        return rolling(count, unit, context)
    if which == "coming":
        return UNKNOWN if now is None else stretch(shift_days(now, 1), shift(now, count, unit))
    days = whole_unit(which, unit, count, context)
    if now is not None and which == "this" and found.part() in ("earlier", "later"):
        return _this_so_far(days, unit, found.part(), now)
    return context.until_now(part_of(days, unit, found.part(), context))


def _one_day_of(which: str, context: Context) -> Days:
    """This day, the past day, the previous day."""
    now = context.published
    if which in ("this", "previous"):
        base = context.anchor_day or now
        return UNKNOWN if base is None else one_day(shift_days(base, -1 if which == "previous" else 0))
    if now is None or which == "last":
        return UNKNOWN
    return stretch(now, shift_days(now, 1)) if which == "coming" else stretch(shift_days(now, -1), now)


def _this_so_far(days: Days, unit: str, part: str, now: date) -> Days:
    """Earlier this week ends yesterday; on a Monday, that is Sunday. Later this week begins tomorrow."""
    if days.earliest is None or days.latest is None:
        return UNKNOWN
    if part == "later":
        return stretch(min(shift_days(now, 1), days.latest), days.latest)
    yesterday = shift_days(now, -1)
    start = min(days.earliest, yesterday) if unit == "week" else days.earliest
    return stretch(start, max(start, yesterday))


def _week_part(found: Found, context: Context) -> Days | None:
    """The end of the month, later in the year: of the anchor's, or else of publication's."""
    base = context.anchor_day or context.published
    if base is None:
        return UNKNOWN
    unit, _ = found.unit()
    part = found.part()
    days = unit_of(base, unit)
    if days.earliest is None or days.latest is None:
        return UNKNOWN
    if part == "later" and context.anchor_day:
        return context.until_now(stretch(base, days.latest))
    if part == "earlier" and unit != "day":
        return stretch(days.earliest, max(days.earliest, shift_days(base, -1)))
    return context.until_now(part_of(days, unit, part, context))


def _rolling(found: Found, context: Context) -> Days | None:
    unit, count = found.unit()
    return rolling(found.number() * count, unit, context)


def _rolling_vague(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    unit, _ = found.unit()
    back = vague_stretch(unit, context)
    if found.cls("which") == "coming":
        return stretch(now, shift_days(now, back))
    return stretch(shift_days(now, -back), now)


def _last_singular(found: Found, context: Context) -> Days | None:
    """ "last weeks attack" is last week's, its apostrophe lost."""
    unit, count = found.unit()
    days = whole_unit(found.cls("which"), unit, count, context)
    return context.until_now(days)


def _coming(found: Found, context: Context) -> Days | None:
    now = context.published
    unit, count = found.unit()
    which = found.cls("which")
    base = context.anchor_day if which in ("following", "next") and not context.future else now
    base = base or (now if which == "coming" or context.future else None)
    if base is None:
        return UNKNOWN
    return stretch(shift_days(base, 1), max(shift_days(base, 1), shift(base, found.number() * count, unit)))


def _ago(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    unit, count = found.unit()
    if found.is_vague_number():
        return _ago_vague(found, context)
    if found.has("half") and unit == "year":  # no more exact than the half
        there = shift(now, -found.number(), unit)
        return stretch(shift_months(there, -3), shift_months(there, 3))
    return ago(found.number() * count, unit, now)


def _weekday_ago(found: Found, context: Context) -> Days | None:
    """ "Two Fridays ago", "a week ago on Friday", "the Sunday before last"."""
    weekday = found.value("weekday") or 0
    unit, count = found.unit()
    weeks = int(found.number()) * (count if unit == "week" else 1)
    latest = weekday_day(weekday, "last" if unit != "week" else "", context).latest
    if latest is None:
        return UNKNOWN
    if unit != "week":
        weeks -= 0 if found.has("before_last") else 1
    return one_day(shift_days(latest, -7 * weeks))


def _before_last(found: Found, context: Context) -> Days | None:
    """ "The week before last"."""
    now = context.published
    if now is None:
        return UNKNOWN
    unit, count = found.unit()
    return unit_of(shift(now, -2 * count, unit), unit)


def _ago_vague(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    unit, _ = found.unit()
    end = now if unit in ("hour", "minute") else shift(now, -1, unit)
    return stretch(shift_days(now, -vague_stretch(unit, context)), end)


def _lasting(found: Found, context: Context) -> Days | None:
    """Something that has gone on for so long, up to publication; "two days of" count today."""
    now = context.published
    if now is None:
        return UNKNOWN
    unit, count = found.unit()
    size = found.number() * count
    if context.future and found.has("within"):
        return stretch(now, shift(now, size, unit))
    if unit == "day" and (found.has("of") or found.has("within")):
        return stretch(shift_days(now, -max(int(size) - 1, 0)), now)
    return stretch(shift(now, -size, unit), now)


def _lasting_vague(found: Found, context: Context) -> Days | None:
    now = context.published
    if now is None:
        return UNKNOWN
    unit, _ = found.unit()
    return stretch(shift_days(now, -vague_stretch(unit, context)), now)


def _ordinal_day(found: Found, context: Context) -> Days | None:
    """ "for a third day" began two days before publication."""
    now = context.published
    if now is None:
        return UNKNOWN
    unit, count = found.unit()
    steps = max((found.value("ordinal") or 1) - 1, 0)
    return stretch(shift(now, -steps * count, unit) if steps else now, now)


def _recently(found: Found, context: Context) -> Days | None:
    """ "Recently" is three days back (UCDP GED Codebook)."""
    now = context.published
    del found
    if now is None:
        return UNKNOWN
    return stretch(shift_days(now, -context.lexicon.stretches.get("recently", 3)), now)


DAY, RANGE, LASTING = TimeKind.DAY, TimeKind.RANGE, TimeKind.LASTING
_MODS = "(?:{mod}|{part_of})?"
_MOD_AND_PART = "(?:{mod} {part_of}?|{part_of})?"

RULES = (
    rule("which-day", TimeKind.DAY, "THE? (?P<which>THIS|PREVIOUS) (?P<unit>DAY_UNIT)", _whole),
    rule("which-unit", RANGE, "{mod}? THE? (?P<which>LAST|PAST|THIS|PREVIOUS|COMING) {one}", _whole),
    rule("next-unit", RANGE, "{mod}? (?<!THE) (?P<which>NEXT) {one}", _whole),
    rule("unit-part", RANGE, "(?P<mod>LATER|EARLIER|EARLY|LATE) IN THE {one}", _week_part),
    rule("edge-of-unit", RANGE, "THE? (?P<edge>START_OF|END_OF|MIDDLE_OF|MID) OF THE {one}", _week_part),
    rule(
        "edge-of-which-unit",
        RANGE,
        "THE? (?P<edge>START_OF|END_OF|MIDDLE_OF|MID) OF (?P<which>LAST|THIS|NEXT|THAT|SAME) {one}",
        _whole,
    ),
    rule("units-end", RANGE, "{one} (?P<edge>END_OF)", _week_part),
    rule(
        "past-units",
        RANGE,
        "FOR? (?:THE|THIS|THOSE) {about}? (?P<which>LAST|PAST|PREVIOUS) {about}? {number} {unit}",
        _rolling,
    ),
    rule("past-units-bare", RANGE, "(?P<which>LAST|PAST) {number} {many}", _rolling),
    rule("past-units-vague", RANGE, "(?:THE|THOSE) (?P<which>LAST|PAST|PREVIOUS) {many}", _rolling_vague),
    rule("recent-units", RANGE, "(?:THE|THOSE)? (?:ABOUT)? (?P<which>RECENT|COMING) {many}", _rolling_vague),
    rule("these-units", RANGE, "THOSE {many}", _rolling_vague),
    rule("last-lost-apostrophe", RANGE, "(?<!THE) (?P<which>LAST|THIS|NEXT) {many}", _last_singular),
    rule("coming-units", RANGE, "THE? (?P<which>NEXT|COMING|FOLLOWING) {about}? {number} {unit}", _coming),
    rule("ago", DAY, "{about}? {number} {unit} {more_half}? AGO", _ago),
    rule("weekdays-ago", DAY, "{number} (?P<weekday>WEEKDAYS) AGO", _weekday_ago),
    rule(
        "week-ago-weekday",
        DAY,
        "{number} (?P<unit>WEEK_UNIT|WEEKS_UNIT) AGO (?:ON|COMMA|LAST)? (?P<weekday>WEEKDAY)",
        _weekday_ago,
    ),
    rule("weekday-before-last", DAY, "THE? (?P<weekday>WEEKDAY) (?P<before_last>BEFORE LAST)", _weekday_ago),
    rule(
        "unit-before-last", RANGE, "THE? (?P<unit>WEEK_UNIT|MONTH_UNIT|YEAR_UNIT) BEFORE LAST", _before_last
    ),
    rule("ago-vague", RANGE, "{about}? {many} AGO", _ago_vague),
    rule(
        "for-units",
        LASTING,
        "FOR {about}? THE? (?:LAST|PAST)? {about}? {number} {about}? {days_up}",
        _lasting,
    ),
    rule(
        "for-units-vague",
        LASTING,
        "FOR {about}? (?:{many_days}|(?P<unit>YEARS_UNIT|DECADES_UNIT))",
        _lasting_vague,
    ),
    rule("units-of", LASTING, "{about}? {number} STRAIGHT? {up_to_months} (?P<of>OF)", _lasting),
    rule("units-of-vague", LASTING, "(?<!THE) {many_days} (?P<of>OF) (?!MONTH|THE|YEAR)", _lasting_vague),
    rule("in-units", LASTING, "(?P<within>IN) {about}? THE? {number} {unit}", _lasting),
    rule(
        "unit-old-thing",
        LASTING,
        "{about}? {number} DASH? (?: (?!YEAR_UNIT|YEARS_UNIT) {unit} DASH? OLD (?!COMMA|AGED)"
        " | (?P<unit>YEAR_UNIT) DASH? OLD .? LASTING)",
        _lasting,
    ),
    rule("ordinal-day", LASTING, "FOR (?:AN|THE) {ordinal} STRAIGHT? (?:{one}|NIGHT)", _ordinal_day),
    rule("straight-day", LASTING, "(?:FOR|ON)? (?:AN|THE)? {ordinal} STRAIGHT (?:{one}|NIGHT)", _ordinal_day),
    rule(
        "day-in-a-row", LASTING, "(?:FOR|ON)? (?:AN|THE)? {ordinal} (?:{one}|NIGHT) IN AN ROW", _ordinal_day
    ),
    rule("recently", RANGE, "RECENTLY", _recently),
)
