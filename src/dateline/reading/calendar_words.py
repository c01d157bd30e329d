"""Days as the head of a text prints them: patterns, and the day that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dateline.ontology.files import KnowledgeFile, knowledge_file, read_yaml

_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """What the words of a day give; a part that they do not give, or give in two ways, is None."""

    date: date | None
    year: int | None
    month: int | None
    day: int | None


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The knowledge of `reading_dateline.yaml`, and the patterns made of it.

    `day_pattern` matches a day with or without its year, `full_day_pattern` only with it; neither
    has groups.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    labels: tuple[str, ...]
    update_labels: tuple[str, ...]
    dated_kinds: tuple[str, ...]
    agencies: tuple[str, ...]
    not_places: frozenset[str]
    day_pattern: str
    full_day_pattern: str
    agency_pattern: str


@cache
def head_words(folder: Path | None = None) -> HeadWords:
    """The words of `reading_dateline.yaml`, a user's own file in `folder` first.

    Raises KnowledgeError when a list is missing or is not one.
    """
    file = knowledge_file("reading_dateline.yaml", folder)
    data = read_yaml(file)
    months, weekdays = _numbered(file, data, "months"), _numbered(file, data, "weekdays")
    month, weekday = any_of(months), any_of(weekdays)
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    named = rf"(?:{number}[ \t]+(?:{month})\b\.?|(?:{month})\b\.?[ \t]+{number})"
    # A day and a year run together when a comma was lost between them: "Apr 232017".
    full = rf"{named},?[ \t]*{_YEAR}(?!\d)"
    # A year of two figures only where a wire's dateline ends with it: "19 APR 89 (".
    short = rf"\d{{1,2}}[ \t]+(?:{month})[ \t]+\d\d(?=[ \t]*(?:\(|--|—|–))"
    numeric = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}|{_YEAR}-\d\d-\d\d)(?!\d)"
    before = rf"(?:(?:{weekday})\b\.?,?[ \t]+)?"
    return HeadWords(
        months=months,
        weekdays=weekdays,
        labels=tuple(_words(file, data, "labels")),
        update_labels=tuple(_words(file, data, "update_labels")),
        dated_kinds=tuple(_words(file, data, "dated_kinds")),
        agencies=tuple(_words(file, data, "agencies")),
        not_places=frozenset(_words(file, data, "not_places")),
        day_pattern=rf"(?i:{before}(?:{full}|{short}|{numeric}|{named}(?!\d)))",
        full_day_pattern=rf"(?i:{before}(?:{full}|{numeric}))",
        agency_pattern=any_of(_words(file, data, "agencies")),
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, their blanks matching any."""
    escaped = sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word))
    return "|".join(escaped)


def read_day(words: str) -> PrintedDay:
    """The day that `words` (a match of a `day_pattern`) name.

    A year of two figures is 1969 to 2068, as POSIX reads it. Figures with dots are day first; with
    strokes or hyphens they are only read when one of the two cannot be a month. A weekday that is not
    that day's makes the day unknown.
    """
    known = head_words()
    numbers = [int(number) for number in re.findall(r"\d+", _parted(words))]
    names = [name.casefold() for name in re.findall(r"[^\W\d_]+", words)]
    month = next((known.months[name] for name in names if name in known.months), None)
    weekday = next((known.weekdays[name] for name in names if name in known.weekdays), None)
    if month is not None:
        day, year = numbers[0], numbers[1] if len(numbers) > 1 else None
        if year is not None and year < 100:
            year += 1900 if year >= 69 else 2000
    elif numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if "." not in words and day <= 12 and month <= 12 and day != month:
            return PrintedDay(None, None, None, None)
        if "." not in words and day <= 12 < month:
            day, month = month, day
    try:
        found = date(year, month, day) if year else None
        date(year or 2000, month, day)
    except ValueError:
        return PrintedDay(None, None, None, None)
    if found and weekday is not None and found.weekday() != weekday:
        found = None
    return PrintedDay(found, year, month, day)


def _parted(words: str) -> str:
    return re.sub(r"(\d{1,2})((?:19|20)\d\d)(?!\d)", r"\1 \2", words)


def _words(file: KnowledgeFile, data: object, key: str) -> list[str]:
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, list) or not found:
        raise file.error(None, f'"{key}" should be a list of words')
    return [str(word) for word in found]


def _numbered(file: KnowledgeFile, data: object, key: str) -> dict[str, int]:
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, dict):
        raise file.error(None, f'"{key}" should give the words for each number')
    return {
        str(word): number
        for number, words in found.items()
        if isinstance(number, int)
        for word in (words if isinstance(words, list) else [words])
    }
