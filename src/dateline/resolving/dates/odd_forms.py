"""Full dates in forms that the news rules do not know ("20 mai 2013"), read by dateparser."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.resolving.dates.calendar import Days, one_day

# dateparser is slow, so only words that look like a whole date are worth asking about: a day, a name or
# number for the month, and a year, in that order or the other.
_NAME = r"[^\W\d_]+\.?"
_DATE = re.compile(
    rf"(?:{_NAME},?\s+)?(?:[0-9]{{1,2}}\.?(?:\s+(?:de|of))?[\s/.-]+{_NAME}(?:\s+(?:de|del))?,?[\s/.-]+[0-9]{{4}}"
    rf"|[0-9]{{4}}[\s/.-]+(?:{_NAME}|[0-9]{{1,2}})[\s/.-]+[0-9]{{1,2}})(?:,?\s+(?:at\s+)?[0-9:.]+(?:\s+{_NAME})?)?"
)
# the languages of the press that conflict reporting quotes most; each one costs time
_LANGUAGES = ["en", "fr", "es", "pt", "de", "it", "ru", "uk", "tr", "ar", "fa"]


def odd_date(words: str) -> Days | None:
    """The day of a full date in an odd form or another language; None when dateparser finds no
    day, month and year in the words, so that nothing is filled in from today."""
    if not _DATE.fullmatch(words.strip()):
        return None
    import dateparser  # noqa: PLC0415 - slow to import, and rarely needed

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": datetime(2000, 1, 1)}
    try:
        found = dateparser.parse(words.strip(), languages=_LANGUAGES, settings=settings)
    except Exception:  # whatever a parser of any text may raise, the words then tell no date
        return None
    return one_day(found.date()) if found else None
