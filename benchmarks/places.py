"""How many places of a corpus are found and put within 161 km: GeoVirus and LGL, or TR-News.

    python benchmarks/places.py FOLDER [--tr-news] [--errors N] [--json]

FOLDER holds geovirus/ and lgl/, each with stories.jsonl (the story contract) and gold.jsonl (spans of
the body with latitude and longitude). Places are found as `dateline record` finds them. GeoVirus: Gritta,
Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", 2020; LGL: Lieberman, Samet and
Sankaranarayanan, 2010. With --tr-news FOLDER holds TR-News.xml as it is published: Kamalloo and Rafiei, "A
Coherent Unsupervised Model for Toponym Resolution", 2018, https://github.com/ehsk/CHF-TopoResolver. Its
demonyms ("Turkish") are left out, being no places here; an offset that leads elsewhere is taken for the
nearest mention of the name.

Right is a place that is put within 161 km. Precision is over all places found, recall over those of the
gold; "of those found" is the share of the gold's places whose words were found.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dateline.coding.coder import RuleCoder
from dateline.model import Story, stored_text
from dateline.resolving.own_places import named_places
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.places.names import name_key
from dateline.resolving.places.ranking import distance_km
from dateline.resolving.recalling import load_recalling
from runner import STORIES, Measured, Row, Sides, parser, present, read_stories, rows, run

WITHIN_KM = 161.0
GOLD = "gold.jsonl"
CORPORA = ("geovirus", "lgl")
TR_NEWS = "TR-News.xml"


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


class Locator:
    """Finds the places of stories as `dateline record` does."""

    def __init__(self) -> None:
        self.coder, self.recalling, self.gazetteer = RuleCoder(), load_recalling(None), Gazetteer.open()

    def measure(
        self,
        name: str,
        stories: Iterable[Story],
        gold: Mapping[str, tuple[int, list[Row]]],
        to: Measured,
    ) -> None:
        """Add one corpus, with the time that locating took; `gold`: where bodies begin, and their places."""
        corpus = CorpusMeasure(name, to)
        seconds, count = 0.0, 0
        for coded in self.coder.code(stories):
            story = coded.parsed.story
            began = time.process_time()
            named = named_places(coded.parsed, self.recalling)
            located = locate_story(story.text, named, self.gazetteer, outlet=story.outlet or None)
            seconds += time.process_time() - began
            count += 1
            corpus.story(story.id, *gold[story.id], located)
        to.counts[f"{name} stories"] = count
        to.notes.append(f"locating takes {1000 * seconds / max(count, 1):.1f} ms a story of {name}")


def read_gold(folder: Path) -> tuple[list[Story], dict[str, tuple[int, list[Row]]]]:
    """The stories of GeoVirus or LGL, where their bodies begin, and the places of each."""
    told, gold_file = present(folder, STORIES, GOLD)
    bodies = {row["story"]: len(stored_text(row.get("title"), "")) for row in rows(told)}
    gold = {row["story"]: (bodies[row["story"]], row["places"]) for row in rows(gold_file)}
    return read_stories(told), gold


def read_tr_news(folder: Path, gazetteer: Gazetteer) -> tuple[list[Story], dict[str, tuple[int, list[Row]]]]:
    """The stories of TR-News, where their bodies begin, and the places of each."""
    (path,) = present(folder, TR_NEWS)
    stories, gold = [], {}
    for article in ElementTree.parse(path).getroot().iter("article"):
        told = {part.tag: (part.text or "") for part in article}
        title, name = " ".join(told["title"].split()), f"tr-news-{article.attrib['docid']}"
        text = stored_text(title, told["text"].rstrip())
        stories.append(Story(name, text, outlet=told["domain"].strip(), title=title))
        places = (_toponym(toponym, told["text"], gazetteer) for toponym in article.iter("toponym"))
        gold[name] = (len(stored_text(title, "")), [place for place in places if place is not None])
    return stories, gold


def _toponym(toponym: ElementTree.Element, body: str, gazetteer: Gazetteer) -> Row | None:
    """One place of TR-News, at the mention nearest to its offset; None when the text does not hold it.

    It has no point where it is in GeoNames under no id, or is a demonym.
    """
    name, said = toponym.findtext("phrase", ""), int(toponym.findtext("start", "0"))
    at = [found.start() for found in re.finditer(re.escape(name), body)]
    if not name or not at:
        return None
    start = min(at, key=lambda start: abs(start - said))
    point = [toponym.findtext(f"gaztag/{part}") for part in ("lat", "lon")]
    if None in point or gazetteer.demonym(name_key(name)):
        point = [None, None]
    lat, lon = (None if value is None else float(value) for value in point)
    return {"name": name, "start": start, "end": start + len(name), "lat": lat, "lon": lon}


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and locate both corpora, or TR-News."""
    measured, locator = Measured(), Locator()
    if getattr(options, "tr_news", False):
        locator.measure("tr-news", *read_tr_news(options.folder, locator.gazetteer), measured)
        return measured
    for corpus in CORPORA:
        locator.measure(corpus, *read_gold(options.folder / corpus), measured)
    return measured


if __name__ == "__main__":
    options = parser(__doc__, claims=False)
    options.add_argument("--tr-news", action="store_true", help="FOLDER holds TR-News.xml")
    sys.exit(run(options.parse_args(), measure))
