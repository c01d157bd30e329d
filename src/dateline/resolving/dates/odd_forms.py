"""Full dates in forms that the news rules do not know ("20 mai 2013"), read by dateparser."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.resolving.dates.calendar import Days, one_day

# Only words that can hold a day, a month and a year are worth asking about, for dateparser is slow.
_FULL = re.compile(r"(?=.*\d{4})(?=.*\d.*\D\d|.*\d\D.*\d)", re.DOTALL)
_LONGEST = 60


def odd_date(words: str) -> Days | None:
    """The day of a full date in an odd form or another language; None when dateparser finds no
    day, month and year in the words, so that nothing is filled in from today."""
    if len(words) > _LONGEST or not _FULL.match(words):
        return None
    import dateparser  # noqa: PLC0415 - slow to import, and rarely needed

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": datetime(2000, 1, 1)}
    try:
        found = dateparser.parse(words, settings=settings)
    except Exception:  # whatever a parser of any text may raise, the words then tell no date
        return None
    return one_day(found.date()) if found else None
