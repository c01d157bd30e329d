"""How many places of a corpus are found and put within 161 km: GeoVirus and LGL.

    python benchmarks/places.py FOLDER

FOLDER holds geovirus/ and lgl/, each with stories.jsonl (the story contract) and gold.jsonl (spans of
the body with latitude and longitude). Places are found as `dateline record` finds them. GeoVirus: Gritta,
Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", 2020; LGL: Lieberman, Samet and
Sankaranarayanan, 2010.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from dateline.coding.coder import RuleCoder
from dateline.model import Story, stored_text
from dateline.resolving.own_places import named_places
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.places.ranking import distance_km
from dateline.resolving.recalling import Recalling, load_recalling

WITHIN_KM = 161.0
Json = dict[str, Any]


def read_lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def overlapping(mentions: list[LocatedMention], start: int, end: int) -> LocatedMention | None:
    return next((item for item in mentions if item.mention.start < end and start < item.mention.end), None)


def measure(folder: Path, coder: RuleCoder, recalling: Recalling, gazetteer: Gazetteer) -> Json:
    """Counts over one corpus, with the seconds that locating took."""
    stories = read_lines(folder / "stories.jsonl")
    gold = {row["story"]: row["places"] for row in read_lines(folder / "gold.jsonl")}
    counts = dict.fromkeys(("wanted", "found", "right", "given"), 0)
    seconds, misses = 0.0, []
    texts = [stored_text(story.get("title"), story["text"]) for story in stories]
    given = [Story(id=story["story"], text=text) for story, text in zip(stories, texts, strict=True)]
    for story, text, coded in zip(stories, texts, coder.code(given), strict=True):
        offset = len(text) - len(story["text"])
        began = time.perf_counter()
        named = named_places(coded.parsed, recalling)
        located = locate_story(text, named, gazetteer, outlet=story.get("outlet") or None)
        seconds += time.perf_counter() - began
        # The gold covers the body; a title is printed again at its head.
        mentions = [item for item in located if item.mention.start >= offset]
        counted = [item for item in mentions if item.place.latitude is not None]
        for place in gold[story["story"]]:
            start, end = place["start"] + offset, place["end"] + offset
            found = overlapping(mentions, start, end)
            if place["lat"] is None:
                if found in counted:
                    counted.remove(found)
                continue
            counts["wanted"] += 1
            if found is None or found.place.latitude is None or found.place.longitude is None:
                misses.append(("not found", story["story"], place["name"], ""))
                continue
            counts["found"] += 1
            apart = distance_km(place["lat"], place["lon"], found.place.latitude, found.place.longitude)
            if apart <= WITHIN_KM:
                counts["right"] += 1
            else:
                where = (
                    f"{found.mention.text} -> {found.place.name}, {found.place.admin1}, {found.place.country}"
                )
                misses.append((f"{apart:.0f} km off", story["story"], place["name"], where))
        counts["given"] += len(counted)
        for item in counted:
            spans = [(place["start"] + offset, place["end"] + offset) for place in gold[story["story"]]]
            if not any(start < item.mention.end and item.mention.start < end for start, end in spans):
                misses.append(("spurious", story["story"], item.mention.text, str(item.place.name)))
    return {**counts, "seconds": seconds, "stories": len(stories), "misses": misses}


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def main() -> None:
    """Print the table; with --errors the mistakes too."""
    folder = Path(sys.argv[1])
    coder, recalling = RuleCoder(), load_recalling(None)
    began = time.perf_counter()
    gazetteer = Gazetteer.open()
    opened = time.perf_counter() - began
    print(f"gazetteer opened in {opened * 1000:.0f} ms; right is within {WITHIN_KM:.0f} km")
    print(f"{'corpus':10} {'wanted':>7} {'given':>6} {'P':>6} {'R':>6} {'of found':>8} {'ms/story':>8}")
    for corpus in ("geovirus", "lgl"):
        row = measure(folder / corpus, coder, recalling, gazetteer)
        print(
            f"{corpus:10} {row['wanted']:7} {row['given']:6} {share(row['right'], row['given']):>6}"
            f" {share(row['right'], row['wanted']):>6} {share(row['right'], row['found']):>8}"
            f" {1000 * row['seconds'] / row['stories']:8.1f}"
        )
        if "--errors" in sys.argv:
            for kind, story, name, where in row["misses"]:
                print(f"  {kind:14} {story:14} {name:30} {where}")


if __name__ == "__main__":
    main()
