"""Feasts that news dates events by, of a fixed day and of those that move from year to year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.resolving.dates.calendar import Days, day_in, shift_days, stretch


class Calendar(StrEnum):
    """What a feast is counted by."""

    FIXED = "fixed"
    HIJRI = "hijri"
    EASTER = "easter"
    ORTHODOX = "orthodox"


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: the month and day of its calendar that it begins on, one or, for a name that two feasts
    share, several; of Easter the days from Easter Sunday, as `day`. It lasts `days`, 0 for its month."""

    calendar: Calendar
    begins: tuple[tuple[int, int], ...]
    days: int = 1


def days_in_year(feast: Feast, year: int) -> list[Days]:
    """The days of a feast that begins in a year, in order: of the Hijri calendar none to two.

    The Hijri months are those of Umm al-Qura, known for 1924 to 2077; a sighting
    elsewhere may differ by a day.
    """
    return sorted(
        (days for begin in feast.begins for days in _in_year(feast, *begin, year)),
        key=lambda days: days.earliest or date.min,
    )


def _in_year(feast: Feast, month: int, day: int, year: int) -> Iterator[Days]:
    if feast.calendar is Calendar.FIXED:
        yield day_in(year, month, day)
    elif feast.calendar is Calendar.HIJRI:
        yield from _hijri(feast, month, day, year)
    else:
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # noqa: PLC0415 - rarely needed

        if 1600 <= year <= 4099:
            western = feast.calendar is Calendar.EASTER
            first = shift_days(easter(year, EASTER_WESTERN if western else EASTER_ORTHODOX), day)
            yield stretch(first, shift_days(first, feast.days - 1))


def _hijri(feast: Feast, month: int, day: int, year: int) -> Iterator[Days]:
    from hijridate import Hijri  # noqa: PLC0415 - rarely needed

    if not 1925 <= year <= 2076:
        return
    near = int((year - 622) * 33 / 32)
    for hijri_year in range(near - 1, near + 3):
        begin = Hijri(hijri_year, month, day)
        first = date(*begin.to_gregorian().datetuple())
        if first.year == year:
            yield stretch(first, shift_days(first, (feast.days or begin.month_length()) - 1))
