"""Days, ranges and counts as an English reader expects them."""

from __future__ import annotations

from datetime import date

from dateline.model import Toll, When

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_text(day: date) -> str:
    """`20 May 2013`, whatever the machine's locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_text(when: When | None) -> str:
    """First and last day, with what they share said once; the story's words when no day is known."""
    if when is None or when.earliest is None or when.latest is None:
        words = when.mention.text if when and when.mention else ""
        return f"“{words}”, day not known" if words else "day not known"
    first, last = when.earliest, when.latest
    if first == last:
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"


def number_text(number: int) -> str:
    return f"{number:,}"


def range_text(low: int | None, best: int | None, high: int | None) -> str:
    """`31–40, best 32`; `at least 31` without an upper bound; one number when all agree."""
    ends = {number for number in (low, high) if number is not None}
    if not ends and best is None:
        return "number not given"
    if low is not None and low == high:
        return number_text(low)
    if low is not None and high is not None:
        span = f"{number_text(low)}–{number_text(high)}"
    elif low is not None:
        span = f"at least {number_text(low)}"
    elif high is not None:
        span = f"up to {number_text(high)}"
    else:
        return f"best {number_text(best or 0)}"
    return span if best is None or (best in ends and len(ends) == 1) else f"{span}, best {number_text(best)}"


def figure_text(toll: Toll) -> str:
    """The number that one claim states: `at least 13`, `about 40`, `3`."""
    text = range_text(toll.low, None, toll.high)
    return f"about {text}" if toll.approximate and toll.low == toll.high else text


def count_text(number: int, one: str, many: str) -> str:
    """`1 story`, `1,204 stories`."""
    return f"{number_text(number)} {one if number == 1 else many}"
