"""The days that a claim is given, and which other claims they bind or date."""

from __future__ import annotations

import re
from datetime import date

from dateline.model import When

LONGEST = 8
RECENT = "recent"
OWN_ALONE = re.compile(r"\bsince\b|\b(?:after|before|earlier)$", re.IGNORECASE)
"""Days of these words are those of their own claim alone."""


def days_of(when: When | None) -> tuple[date, date] | None:
    """First and last day; None when either is not known."""
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def overlap(one: When | None, other: When | None) -> bool:
    """Whether two claims can be of the same day; unknown days do not stand in the way."""
    a, b = days_of(one), days_of(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def span_of(when: When | None) -> int:
    """Days from the first to the last, 0 for one day; more than any when they are unknown."""
    days = days_of(when)
    return 10**6 if days is None else (days[1] - days[0]).days


def binds(when: When | None) -> bool:
    """Whether claims of the same event cannot lie apart from these days: they are no long stretch, nor
    "recently", which is said beside the news."""
    vague = when is not None and when.mention is not None and RECENT in when.mention.text.lower()
    return span_of(when) < LONGEST and not vague


def is_handed_on(when: When | None) -> bool:
    """Whether days tell those of claims that have none: not "since Friday", which is how long a state has
    lasted, nor "two days after", which is of what stands behind it."""
    return when is None or when.mention is None or not OWN_ALONE.search(when.mention.text)
