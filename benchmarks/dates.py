"""How well times are found and put on the calendar.

    python benchmarks/dates.py FOLDER [--gold GOLD] [--errors N]

FOLDER holds WikiWars (Mazur & Dale 2010, CC BY-SA) as `stories.jsonl` and `gold.jsonl`, whose `timex` are
TIMEX2 spans with values. Its stories are histories: their day of publication says nothing, so each
expression is resolved against the time told last. GOLD is a folder of annotated news (`stories.jsonl`,
`gold.jsonl`): there the first and last day of each claim is compared with the times in its quote.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.model import Span
from dateline.resolving.dates import Days, find_times, resolve_time

CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
SIZES = {4: "year", 7: "month", 10: "day"}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


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
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value):
        start = days.earliest if days else None
        return start is not None and start.year == int(value[:4]) and start.month == SEASONS[value[5:]]
    if re.fullmatch(r"\d{2,3}", value):
        return bool(days and str(days.earliest).startswith(value) and str(days.latest).startswith(value))
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


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    return ratio(2 * precision * recall, precision + recall)


def times_of(text: str) -> Iterator[tuple[Span, str, Days | None]]:
    """The times of a history in order, each resolved against the one told last."""
    anchor: Days | None = None
    for found in find_times(text):
        for span in found.bounds or (found.mention,):
            days = resolve_time(span.text, None, anchor=anchor)
            yield span, found.kind, days
            if found.kind in ("day", "range") and days and days.earliest and days.latest:
                anchor = days


def wikiwars(folder: Path, errors: int) -> None:
    stories = {story["story"]: story["text"] for story in lines(folder / "stories.jsonl")}
    count: Counter[str] = Counter()
    wrong: list[str] = []
    seconds, words = 0.0, 0
    find_times("on Monday")  # reads the lexicon
    for gold in lines(folder / "gold.jsonl"):
        text, expected = stories[gold["story"]], gold["timex"]
        begun = time.process_time()
        find_times(text)
        seconds += time.process_time() - begun
        words += len(text.split())
        used: set[int] = set()
        for timex in expected:
            if CALENDAR.fullmatch(timex.get("val") or ""):
                count[f"gold {SIZES[len(timex['val'])]}"] += 1
        for span, kind, days in times_of(text):
            count["found"] += 1
            count["found with days"] += bool(days and days.earliest)
            matches = [
                place
                for place, timex in enumerate(expected)
                if place not in used and timex["start"] < span.end and span.start < timex["end"]
            ]
            if not matches:
                wrong.append(f"spurious {span.text!r} in {text[max(span.start - 40, 0) : span.end + 30]!r}")
                continue
            used.add(matches[0])
            count["matched"] += 1
            timex = expected[matches[0]]
            count["same span"] += (timex["start"], timex["end"]) == (span.start, span.end)
            value = timex.get("val") or ""
            count["any right"] += any_value_right(value, span.text, kind, days)
            if CALENDAR.fullmatch(value):
                size = SIZES[len(value)]
                count[f"matched {size}"] += 1
                if value_right(value, days, kind):
                    count[f"right {size}"] += 1
                else:
                    told = f"{days.earliest} to {days.latest}" if days else "none"
                    wrong.append(f"value of {span.text!r} in {gold['story']}: {told}, should be {value}")
        count["gold"] += len(expected)
        wrong += [
            f"missed {timex['text']!r} in {text[max(timex['start'] - 40, 0) : timex['end'] + 30]!r}"
            for place, timex in enumerate(expected)
            if place not in used
        ]
    precision, recall = ratio(count["matched"], count["found"]), ratio(count["matched"], count["gold"])
    print("WikiWars                       P     R     F1")
    print(f"found (lenient)              {precision:.3f} {recall:.3f} {f1(precision, recall):.3f}")
    strict = (ratio(count["same span"], count["found"]), ratio(count["same span"], count["gold"]))
    print(f"found (same span)            {strict[0]:.3f} {strict[1]:.3f} {f1(*strict):.3f}")
    valued = (ratio(count["any right"], count["found"]), ratio(count["any right"], count["gold"]))
    print(f"found and value right        {valued[0]:.3f} {valued[1]:.3f} {f1(*valued):.3f}")
    right, dated = (sum(count[f"{what} {size}"] for size in SIZES.values()) for what in ("right", "gold"))
    exact = (ratio(right, count["found with days"]), ratio(right, dated))
    print(f"  of days, months and years  {exact[0]:.3f} {exact[1]:.3f} {f1(*exact):.3f}")
    for size in SIZES.values():
        of_found = ratio(count[f"right {size}"], count[f"matched {size}"])
        print(f"  {size + ' right, of found':26} {of_found:.3f} ({count[f'matched {size}']})")
    print(f"speed: {1000 * seconds * 400 / words:.2f} ms for 400 words")
    for line in wrong[:errors]:
        print("  ", line)


def as_days(pair: list[str]) -> tuple[date, date]:
    return date.fromisoformat(pair[0]), date.fromisoformat(pair[1])


def news(folder: Path, errors: int) -> None:
    stories = {story["story"]: story for story in lines(folder / "stories.jsonl")}
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for gold in lines(folder / "gold.jsonl"):
        story = stories[gold["story"]]
        published = date.fromisoformat(story["published"]) if story.get("published") else None
        for claim in gold["claims"]:
            if not claim.get("date"):
                continue
            future = claim.get("status") in ("planned", "threatened")
            times = [time for time in find_times(claim["quote"]) if time.dated]
            days = [resolve_time(time.mention.text, published, future=future) for time in times]
            known = [(one.earliest, one.latest) for one in days if one and one.earliest]
            count["dated claims"] += 1
            if not known:
                continue
            count["with a time in the quote"] += 1
            if as_days(claim["date"]) in known:
                count["reproduced"] += 1
            else:
                shown = [
                    (time.mention.text, str(one[0]), str(one[1]))
                    for time, one in zip(times, known, strict=False)
                ]
                wrong.append(
                    f"{gold['story']} ({published}): {claim['date']} but {shown}: {claim['quote'][:120]}"
                )
    print("Annotated news")
    for name, number in count.items():
        print(f"{name:28} {number:4}")
    for line in wrong[:errors]:
        print("  ", line)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="WikiWars: stories.jsonl and gold.jsonl")
    parser.add_argument("--gold", type=Path, help="annotated news: stories.jsonl and gold.jsonl")
    parser.add_argument("--errors", type=int, default=0, help="print up to N mistakes of each")
    options = parser.parse_args()
    wikiwars(options.folder, options.errors)
    if options.gold:
        news(options.gold, options.errors)


if __name__ == "__main__":
    main()
