"""Dates and years in figures."""

from __future__ import annotations

import re
from datetime import date


def day_in_figures(text: str) -> date | None:
    """A date in figures: 2013-05-20, 5/20/2013 (month first unless it cannot be), 20.5.2013."""
    if text[:4].isdigit():
        year, month, day = (int(part) for part in re.split("[-/]", text))
    else:
        slashed = "/" in text
        first, second, year = (int(part) for part in re.split(r"[/.]", text))
        month, day = (first, second) if slashed else (second, first)
        if month > 12:
            month, day = day, month
        if year < 100:
            year += 2000 if year < 50 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def century_of(year: int) -> int:
    """The full year of its last two figures: 50 to 99 are taken for the twentieth century."""
    return year + (1900 if year >= 50 else 2000)
