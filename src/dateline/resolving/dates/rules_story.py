"""Rules for what a story reckons from a day it has told ("the next day"), and for what tells no day."""

from __future__ import annotations

from datetime import date

from dateline.resolving.dates.calendar import UNKNOWN, Days, day_in, one_day, shift, shift_days, stretch
from dateline.resolving.dates.patterns import Context, Found, Rule, TimeKind, rule, timeless, unknown
from dateline.resolving.dates.periods import ago, part_of, vague_stretch, whole_unit


def _anchored(found: Found, context: Context) -> Days | None:
    """That day, the same night, the next morning, the following week, the previous year."""
    unit, count = found.unit()
    which = found.cls("which")
    base = context.anchor_day
    if base is None and which == "previous":
        base = context.published
    if base is None:
        return UNKNOWN
    steps = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(which, 0) * count
    if unit == "day":
        day = shift_days(base, steps)
        if steps == 0 and context.anchor and context.anchor.earliest:
            # the morning that is told after a night is that of its second day
            return one_day(base) if found.cls("part") == "part" else context.anchor
        days = one_day(day)
        if "night" in (found.cls("part"), found.cls("unit")):
            days = stretch(day, shift_days(day, 1))
        return days if context.future else context.until_now(days)
    moved = Context(context.published, context.future, one_day(shift(base, steps, unit)), context.lexicon)
    days = whole_unit("that", unit, 1, moved)
    part = found.part()
    if days.latest and steps == 0 and part == "later":
        days = stretch(min(base, days.latest), days.latest)
    elif days.earliest and steps == 0 and part == "earlier":
        days = stretch(days.earliest, max(days.earliest, shift_days(base, -1)))
    else:
        days = part_of(days, unit, part, context)
    return context.until_now(days)


def _same_days(found: Found, context: Context) -> Days | None:
    """Over the same days, in that period: the stretch that the story has told."""
    del found
    return context.anchor or UNKNOWN


def _base(direction: str, context: Context) -> date | None:
    """The day that "later", "earlier" or "before" counts from."""
    if context.anchor_day:
        return context.anchor_day
    return context.published if direction in ("earlier", "before") else None


def _apart(found: Found, context: Context) -> Days | None:
    """Three days later, a week earlier: from the anchor; "earlier" from publication when there is none."""
    direction = found.cls("direction")
    base = _base(direction, context)
    if base is None:
        return UNKNOWN
    unit, count = found.unit()
    if found.is_vague_number():
        return _apart_vague(found, context)
    size = found.number() * count
    return context.until_now(ago(-size if direction == "later" else size, unit, base))


def _apart_vague(found: Found, context: Context) -> Days | None:
    """Hours later, days earlier."""
    direction = found.cls("direction")
    base = _base(direction, context)
    if base is None:
        return UNKNOWN
    unit, _ = found.unit()
    back = vague_stretch(unit, context)
    near = 0 if unit in ("hour", "minute") else 1
    if direction == "later":
        return context.until_now(stretch(shift(base, near, unit) if near else base, shift_days(base, back)))
    return stretch(shift_days(base, -back), shift(base, -near, unit) if near else base)


def _offset(found: Found, context: Context) -> Days | None:
    """Two days after: what stands behind "after" lies so far before the anchor, or publication.

    At the head of a sentence ("Two days after the raid, troops …") it is the other way round, and the
    anchor is the raid.
    """
    unit, count = found.unit()
    size = found.number() * count
    leads = found.tokens.texts[found.first][:1].isupper() and not found.tokens.texts[found.first].isupper()
    after = found.cls("direction") == "after"
    if leads:
        if context.anchor_day is None:
            return UNKNOWN
        return context.until_now(ago(-size if after else size, unit, context.anchor_day))
    base = context.anchor_day or context.published
    if base is None:
        return UNKNOWN
    return ago(size if after else -size, unit, base)


def _day_of_month(found: Found, context: Context) -> Days | None:
    """ "the 28th": of the anchor's month, or else the latest one past."""
    day = found.value("ordinal") or 1
    base = context.anchor_day
    if base is not None:
        return day_in(base.year, base.month, day)
    now = context.published
    if now is None:
        return UNKNOWN
    month = now if day <= now.day else shift(now, -1, "month")
    return day_in(month.year, month.month, day)


def _story_day(found: Found, context: Context) -> Days | None:
    """A part of the day alone belongs to the day that the story is on."""
    del found
    return context.anchor or UNKNOWN


def _present(found: Found, context: Context) -> Days | None:
    del found
    return UNKNOWN if context.published is None else one_day(context.published)


def _so_far(found: Found, context: Context) -> Days | None:
    del found
    now = context.published
    return UNKNOWN if now is None else stretch(shift_days(now, -1), now)


DAY, RANGE, OFFSET, PART = TimeKind.DAY, TimeKind.RANGE, TimeKind.OFFSET, TimeKind.PART
DURATION, RECURRENT, VAGUE, AGE = TimeKind.DURATION, TimeKind.RECURRENT, TimeKind.VAGUE, TimeKind.AGE

RULES: tuple[Rule, ...] = (
    rule("that-day", DAY, "{mod}? THE? (?P<which>THAT|SAME) SAME? (?P<unit>DAY_UNIT|NIGHT)", _anchored),
    rule("that-part", DAY, "{mod}? THE? (?P<which>THAT|SAME|NEXT|FOLLOWING) (?P<part>PART|NIGHT)", _anchored),
    rule(
        "next-day",
        DAY,
        "{mod}? THE? (?P<which>FOLLOWING|PREVIOUS) (?P<unit>DAY_UNIT) (?P<part>PART|NIGHT)?",
        _anchored,
    ),
    rule(
        "the-next-day", DAY, "{mod}? THE (?P<which>NEXT) (?P<unit>DAY_UNIT) (?P<part>PART|NIGHT)?", _anchored
    ),
    rule("day-following", DAY, "THE (?P<unit>DAY_UNIT) (?P<which>FOLLOWING|BEFORE|AFTER)", _anchored),
    rule("that-unit", RANGE, "{mod}? THE? (?P<which>THAT|SAME|FOLLOWING) SAME? {one}", _anchored),
    rule("the-next-unit", RANGE, "{mod}? THE (?P<which>NEXT|PREVIOUS) {one}", _anchored),
    rule("same-units", RANGE, "THE? SAME (?:DAYS_UNIT|WEEKS_UNIT|MONTHS_UNIT)", _same_days),
    rule(
        "edge-of-that",
        RANGE,
        "THE? (?P<edge>START_OF|END_OF|MIDDLE_OF|MID) OF (?P<which>THAT|SAME) {one}",
        _anchored,
    ),
    rule(
        "day-of-month",
        DAY,
        "(?<=ON|OF|BY|TO|FROM|SINCE) THE (?P<ordinal>ORDINAL_NUMBER)"
        " (?:OF THE? THAT? MONTH_UNIT|(?=COMMA|STOP|TO|$))",
        _day_of_month,
    ),
    rule("apart", DAY, "{about}? {number} {unit} (?P<direction>LATER|EARLIER)", _apart),
    rule("apart-vague", RANGE, "{about}? {many} (?P<direction>LATER|EARLIER)", _apart_vague),
    rule("offset", OFFSET, "{about}? {number} {unit} (?P<direction>AFTER|BEFORE)", _offset),
    rule("offset-vague", OFFSET, "{about}? {many} (?P<direction>AFTER|BEFORE)", unknown),
    rule("ordinal-day-of", VAGUE, "THE? {ordinal} STRAIGHT? {one}", unknown),
    rule(
        "part",
        PART,
        "(?:AT|IN|BY|BEFORE) THE? (?:EARLY|LATE)? PART HOUR_UNIT? (?!HOUR_UNIT|OF|ON)",
        _story_day,
    ),
    rule("early-hours", PART, "(?:IN|DURING) THE EARLY PART? HOUR_UNIT (?!OF|ON)", _story_day),
    rule("at-night", PART, "(?:AT|BY|BEFORE) THE? NIGHT (?!OF|ON)", _story_day),
    rule(
        "every",
        RECURRENT,
        "EVERY (?:NUMBER_WORD|FEW|DAY_NUMBER|ABOUT|ORDINAL)? (?:{unit}|WEEKDAY|PART|NIGHT|WEEKEND)",
        timeless,
    ),
    rule("regular", RECURRENT, "REGULAR", timeless),
    rule("on-weekdays", RECURRENT, "(?<=ON) WEEKDAYS", timeless),
    rule(
        "duration", DURATION, "{about}? {number} (?:STRAIGHT|ABOUT)? DASH? {unit} (?:DASH? LONG)?", timeless
    ),
    rule("units-long", DURATION, "{one} DASH LONG", timeless),
    rule("many-units", DURATION, "(?:FEW|ABOUT) {many}", timeless),
    rule("age", AGE, "{number} DASH? {unit} DASH? OLD", timeless),
    rule("age-of-people", AGE, "{number} DASH? {unit} DASH? OLD AGED", timeless),
    rule("recent", VAGUE, "RECENT", unknown),
    rule("the-past", VAGUE, "THE PAST", unknown),
    rule("now", VAGUE, "PRESENT", _present),
    rule("so-far", VAGUE, "SO FAR", _so_far),
    rule("at-the-time", VAGUE, "(?:AT|BY|DURING)? (?:THE? SAME|THIS|THAT|AT THE) TIME", unknown),
)
