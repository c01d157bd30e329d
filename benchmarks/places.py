"""How many places of a corpus are found and put within 161 km: GeoVirus and LGL.

    python benchmarks/places.py FOLDER [--errors N] [--json]

FOLDER holds geovirus/ and lgl/, each with stories.jsonl (the story contract) and gold.jsonl (spans of
the body with latitude and longitude). Places are found as `dateline record` finds them. GeoVirus: Gritta,
Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", 2020; LGL: Lieberman, Samet and
Sankaranarayanan, 2010.

Right is a place that is put within 161 km. Precision is over all places found, recall over those of the
gold; "of those found" is the share of the gold's places whose words were found.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dateline.coding.coder import RuleCoder
from dateline.model import stored_text
from dateline.resolving.own_places import named_places
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.places.ranking import distance_km
from dateline.resolving.recalling import Recalling, load_recalling
from runner import STORIES, Measured, Row, Sides, parser, present, read_stories, rows, run

WITHIN_KM = 161.0
GOLD = "gold.jsonl"
CORPORA = ("geovirus", "lgl")


def overlapping(mentions: list[LocatedMention], start: int, end: int) -> LocatedMention | None:
    return next((item for item in mentions if item.mention.start < end and start < item.mention.end), None)


class CorpusMeasure:
    """One corpus, added to what was measured."""

    def __init__(self, corpus: str, to: Measured) -> None:
        self.corpus = corpus
        self.measured = to

    def story(self, story: str, offset: int, places: list[Row], located: Sequence[LocatedMention]) -> None:
        """One story's places against the gold's; the gold covers the body, which begins at `offset`."""
        # A title is printed again at the body's head.
        mentions = [item for item in located if item.mention.start >= offset]
        counted = [item for item in mentions if item.place.latitude is not None]
        wanted = right = 0
        for place in places:
            found = overlapping(mentions, place["start"] + offset, place["end"] + offset)
            if place["lat"] is None:
                if found in counted:
                    counted.remove(found)
                continue
            wanted += 1
            right += self.place(story, place, found)
        self.measured.agreements[self.corpus] += Sides(right, len(counted), right, wanted)
        for item in counted:
            spans = [(place["start"] + offset, place["end"] + offset) for place in places]
            if not any(start < item.mention.end and item.mention.start < end for start, end in spans):
                self.wrong("spurious", f"{story} {item.mention.text} {item.place.name}")

    def place(self, story: str, place: Row, found: LocatedMention | None) -> bool:
        """Whether one place of the gold was found and is near."""
        if found is None or found.place.latitude is None or found.place.longitude is None:
            self.wrong("not found", f"{story} {place['name']}")
            return False
        apart = distance_km(place["lat"], place["lon"], found.place.latitude, found.place.longitude)
        self.measured.right(f"{self.corpus}, of those found", apart <= WITHIN_KM)
        if apart > WITHIN_KM:
            where = f"{found.mention.text} -> {found.place.name}, {found.place.admin1}, {found.place.country}"
            self.wrong("far off", f"{story} {place['name']} {apart:.0f} km {where}")
        return apart <= WITHIN_KM

    def wrong(self, kind: str, line: str) -> None:
        self.measured.wrong(f"{self.corpus} {kind}", line)


def measure_corpus(
    folder: Path, coder: RuleCoder, recalling: Recalling, gazetteer: Gazetteer, to: Measured
) -> None:
    """Add one corpus, with the time that locating took."""
    told, gold_file = present(folder, STORIES, GOLD)
    bodies = {row["story"]: len(stored_text(row.get("title"), "")) for row in rows(told)}
    gold = {row["story"]: row["places"] for row in rows(gold_file)}
    corpus = CorpusMeasure(folder.name, to)
    seconds, stories = 0.0, 0
    for coded in coder.code(read_stories(told)):
        story = coded.parsed.story
        began = time.perf_counter()
        located = locate_story(
            story.text, named_places(coded.parsed, recalling), gazetteer, outlet=story.outlet or None
        )
        seconds += time.perf_counter() - began
        stories += 1
        corpus.story(story.id, bodies[story.id], gold[story.id], located)
    to.counts[f"{folder.name} stories"] = stories
    to.notes.append(f"locating takes {1000 * seconds / max(stories, 1):.1f} ms a story of {folder.name}")


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and locate both corpora."""
    measured = Measured()
    coder, recalling, gazetteer = RuleCoder(), load_recalling(None), Gazetteer.open()
    for corpus in CORPORA:
        measure_corpus(options.folder / corpus, coder, recalling, gazetteer, measured)
    return measured


if __name__ == "__main__":
    sys.exit(run(parser(__doc__, claims=False).parse_args(), measure))
