"""How well times are found and put on the calendar.

    python benchmarks/dates.py FOLDER [--gold GOLD] [--half 1|2] [--errors N] [--json]

FOLDER holds news in TimeML (`.tml`, such as TimeBank, AQUAINT and TempEval-3), in which each expression is
resolved against the day of the story and the time told last; --half takes every second document. Or it
holds WikiWars (Mazur & Dale 2010, CC BY-SA) as `stories.jsonl` and `gold.jsonl`, whose `timex` are TIMEX2
spans with values. Its stories are histories: their day of publication says nothing, so each expression is
resolved against the time told last. GOLD is a folder of annotated news (`stories.jsonl`, `gold.jsonl`):
there the first and last day of each claim is compared with the times in its quote.

found, found exactly
    Times whose words share a character with one of the gold's, one to one, or are the very same.
valued
    Found, and the TIMEX2 or TIMEX3 value is right; of lengths, references to the present and years before
    Christ, which no calendar of the program holds, by the words that were found.
valued within the calendar
    The same without years before Christ.
on the calendar
    Found, and the day, month or year is right; of those that the gold has, and that we put on the calendar.
day, month, year
    Share right of the days, months and years of the gold that were found.
dated in the quote, reproduced
    Claims of GOLD with a day whose quote holds a time, and of those the ones whose days it gives.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dateline.model import Span
from dateline.resolving.dates import Days, find_times, is_aside, resolve_time
from runner import STORIES, Measured, Row, Sides, parser, present, rows, run
from timeml import read_timeml, timeml_files

GOLD = "gold.jsonl"
CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SIZES = {4: "year", 7: "month", 10: "day"}


SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
UNITS = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
HOURS = {"hour": "TH", "hr": "TH", "minute": "TM", "second": "TS"}
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)


def value_right(value: str, days: Days | None, kind: str) -> bool:
    """Whether days are those of a TIMEX2 day, or lie within its month or year; of "since 1955" the first."""
    if days is None or days.earliest is None:
        return False
    first = days.earliest.isoformat()
    if kind == "since":
        return first.startswith(value) and first <= (value + "-01-01")[:10]
    if days.latest is None:
        return False
    if len(value) == 10:
        return first == value == days.latest.isoformat()
    return first.startswith(value) and days.latest.isoformat().startswith(value) and days.precision != 1


def length_of(text: str) -> str | None:
    """The TIMEX2 value of a length of time: P2M for "two months", PXD for "several days"."""
    unit = re.search(r"(day|night|week|month|year|decade|century|hour|hr|minute|second)", text)
    if unit is None:
        return None
    letters = (UNITS | HOURS)[unit.group()]
    number = re.search(r"\d+", text)
    worded = [str(n) for n, word in enumerate(NUMBERS.split()) if re.search(rf"\b{word}\b", text)]
    vague = re.search(r"\b(few|several|many|some|couple)\b", text)
    many = "X" if vague or unit.string[unit.end() :].startswith("s") else "1"
    count = number.group() if number else worded[-1] if worded else many
    return f"P{'T' if letters[0] == 'T' else ''}{count}{letters.removeprefix('T')}"


def any_value_right(value: str, text: str, kind: str, days: Days | None) -> bool:
    """The same for all values of TIMEX2: lengths, seasons, decades, references to the present and sets."""
    text = text.lower()
    if CALENDAR.fullmatch(value):
        return value_right(value, days, kind)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
        return days is not None and str(days.earliest) == value[:10]
    if re.fullmatch(r"\d{4}-W\d\d", value):
        return days is not None and days.earliest == date.fromisoformat(f"{value}-1")
    if re.fullmatch(r"\d{4}-Q[1-4]", value):
        start = days.earliest if days else None
        return start is not None and value == f"{start.year}-Q{start.month // 3 + 1}" and start.month % 3 == 1
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value):
        start = days.earliest if days else None
        return start is not None and start.year == int(value[:4]) and start.month == SEASONS[value[5:]]
    if re.fullmatch(r"\d{2,3}", value):
        return bool(days and str(days.earliest).startswith(value) and str(days.latest).startswith(value))
    if value.startswith("BC"):
        year = re.search(r"\b(\d{1,4}) b\.?c\.?", text)
        return kind == "vague" and year is not None and value == f"BC{int(year[1]):04}"
    if value.startswith("P") and value[1:2] in "0123456789XT.":
        return length_of(text) == value
    if value.startswith("XXXX"):
        return kind in ("recurrent", "part") or (kind == "range" and bool(days and days.earliest is None))
    words = {
        "PRESENT_REF": "now current present today",
        "PAST_REF": "recent past before ago",
        "FUTURE_REF": "later",
    }
    if value in words:
        return any(word in text for word in words[value].split())
    return value == "" and (days is None or days.earliest is None)


def times_of(text: str, published: date | None) -> Iterator[tuple[Span, str, Days | None]]:
    """The times of a text in order, each resolved against its day, if it has one, and the one told last."""
    anchor: Days | None = None
    for found in find_times(text):
        for span in found.bounds or (found.mention,):
            days = resolve_time(span.text, published, anchor=anchor)
            yield span, found.kind, days
            told = days is not None and days.earliest is not None and days.latest is not None
            if days and told and found.kind in ("day", "range") and not is_aside(days, anchor):
                anchor = days


def wikiwars(folder: Path, to: Measured) -> None:
    """Add WikiWars to what was measured."""
    told, gold_file = present(folder, STORIES, GOLD)
    stories = {story["story"]: story["text"] for story in rows(told)}
    seconds, words = 0.0, 0
    find_times("on Monday")  # reads the lexicon
    for gold in rows(gold_file):
        text = stories[gold["story"]]
        begun = time.process_time()
        find_times(text)
        seconds += time.process_time() - begun
        words += len(text.split())
        compare_all(gold["story"], text, gold["timex"], to)
    to.counts["stories"] = len(stories)
    to.notes.append(f"finding times takes {1000 * seconds * 400 / max(words, 1):.2f} ms for 400 words")


def timed_news(files: list[Path], to: Measured) -> None:
    """Add news in TimeML."""
    for path in files:
        story = read_timeml(path)
        compare_all(story.name, story.text, story.timex, to, story.published)
    to.counts["stories"] = len(files)


def compare_all(
    story: str, text: str, expected: Sequence[Row], to: Measured, published: date | None = None
) -> None:
    """Add one text."""
    dated = sum(bool(CALENDAR.fullmatch(timex.get("val") or "")) for timex in expected)
    for name in ("found", "found exactly", "valued", "valued within the calendar"):
        to.agreements[name] += Sides(gold=len(expected))
    to.agreements["on the calendar"] += Sides(gold=dated)
    used: set[int] = set()
    for span, kind, days in times_of(text, published):
        for name in ("found", "found exactly", "valued", "valued within the calendar"):
            to.agreements[name] += Sides(coded=1)
        to.agreements["on the calendar"] += Sides(coded=int(bool(days and days.earliest)))
        places = [
            place
            for place, timex in enumerate(expected)
            if place not in used and timex["start"] < span.end and span.start < timex["end"]
        ]
        if not places:
            to.wrong("spurious", f"{span.text!r} in {text[max(span.start - 40, 0) : span.end + 30]!r}")
            continue
        used.add(places[0])
        compare(story, span, kind, days, expected[places[0]], to)
    for place, timex in enumerate(expected):
        if place not in used:
            around = text[max(timex["start"] - 40, 0) : timex["end"] + 30]
            to.wrong("missed", f"{timex['text']!r} in {around!r}")


def compare(story: str, span: Span, kind: str, days: Days | None, timex: Row, to: Measured) -> None:
    """Add one time that was found."""
    hit = Sides(right=1, found=1)
    to.agreements["found"] += hit
    if (timex["start"], timex["end"]) == (span.start, span.end):
        to.agreements["found exactly"] += hit
    value = timex.get("val") or ""
    if any_value_right(value, span.text, kind, days):
        to.agreements["valued"] += hit
        to.agreements["valued within the calendar"] += Sides() if value.startswith("BC") else hit
    if not CALENDAR.fullmatch(value):
        return
    right = value_right(value, days, kind)
    to.right(SIZES[len(value)], right)
    if right:
        to.agreements["on the calendar"] += hit
    else:
        told = f"{days.earliest} to {days.latest}" if days else "none"
        to.wrong("value", f"{span.text!r} in {story}: {told}, should be {value}")


def as_days(pair: list[str]) -> tuple[date, date]:
    return date.fromisoformat(pair[0]), date.fromisoformat(pair[1])


def news(folder: Path, to: Measured) -> None:
    """Add annotated news."""
    told, gold_file = present(folder, STORIES, GOLD)
    stories = {story["story"]: story for story in rows(told)}
    for gold in rows(gold_file):
        story = stories[gold["story"]]
        published = date.fromisoformat(story["published"]) if story.get("published") else None
        for claim in gold["claims"]:
            if not claim.get("date"):
                continue
            future = claim.get("status") in ("planned", "threatened")
            times = [time for time in find_times(claim["quote"]) if time.dated]
            days = [(time, resolve_time(time.mention.text, published, future=future)) for time in times]
            known = [(time, (one.earliest, one.latest)) for time, one in days if one and one.earliest]
            to.right("dated in the quote", bool(known))
            if not known:
                continue
            reproduced = as_days(claim["date"]) in [pair for _, pair in known]
            to.right("reproduced", reproduced)
            if not reproduced:
                shown = [(time.mention.text, str(pair[0]), str(pair[1])) for time, pair in known]
                line = f"{gold['story']} ({published}): {claim['date']} but {shown}: {claim['quote'][:120]}"
                to.wrong("not reproduced", line)


def measure(options: argparse.Namespace) -> Measured:
    """Read and score the news in TimeML or the histories, and the claims of news if there are any."""
    measured = Measured()
    files = timeml_files(options.folder)
    if files:
        timed_news(files if options.half is None else files[options.half - 1 :: 2], measured)
    else:
        wikiwars(options.folder, measured)
    if options.gold:
        news(options.gold, measured)
    return measured


if __name__ == "__main__":
    command = parser(__doc__, claims=False)
    command.add_argument("--half", type=int, choices=(1, 2), help="every second TimeML document only")
    command.add_argument("--gold", type=Path, help="annotated news: stories.jsonl and gold.jsonl")
    sys.exit(run(command.parse_args(), measure))
