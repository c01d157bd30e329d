"""Measure the tolls of stories that were written to be hard to read: the words of their dead and hurt.

    python benchmarks/written.py FOLDER [--part read|unread] [--errors N] [--json]

FOLDER (benchmarks/written is one) holds files of stories, each with its `gold`: the killed and injured of
the one incident that it is mainly about, as a number or as low and high, its town and day; or, in a round-up,
a list of incidents. The stories were written for the project, in as many ways of saying it as their writers
could think of; of each file the first half was read while rules were made (read), the rest was not (unread).
A story is coded, linked and weighed by itself; its incident is the one that most of its claims are of.

killed, injured
    Share of stories whose number is best (or best within low and high of the gold).
killed within, injured within
    Share of stories whose number lies within low and high.
town, day
    Share of stories of which town and first day are the gold's.
killed listed, injured listed
    Of round-ups: numbers of an incident's people, as many times as an incident has them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.linking import find_lineages, link_claims, load_linking_settings
from dateline.model import Claim, Harm, Incident, Story
from dateline.weighing import build_incidents, load_weighing_settings, overall_toll
from gva import main_incident
from likeness import same_name
from runner import Measured, Row, Sides, coded, parser, read_stories, rows, run

PARTS = ("read", "unread")
HARMS = (Harm.KILLED, Harm.INJURED)


def incidents_of(story: Story, claims: Sequence[Claim]) -> tuple[list[Incident], Incident | None]:
    """All incidents that the story's claims make by themselves, and the one that it is mainly about."""
    settings = load_linking_settings()
    lineages = find_lineages([story], settings)
    membership = link_claims({story.id: story}, claims, lineages, settings)
    found = build_incidents({story.id: story}, claims, lineages, membership, load_weighing_settings())
    main = main_incident([replace(claim, incident=membership[claim.id]) for claim in claims])
    return list(found), next((one for one in found if one.id == main), None)


def compare(story: Story, gold: Row, ours: Incident | None, to: Measured) -> None:
    """Add a story on one incident to what was measured."""
    for harm in HARMS:
        told: Any = gold[harm.value]
        low, high = told if isinstance(told, list) else (told, told)
        toll = overall_toll(ours, harm) if ours else None
        numbers = (toll.low or 0, toll.best or 0, toll.high) if toll else (0, 0, 0)
        exact = (low or 0) <= numbers[1] and (high is None or numbers[1] <= high)
        to.right(f"{harm}", exact)
        within = (high is None or numbers[0] <= high) and (numbers[2] is None or numbers[2] >= (low or 0))
        to.right(f"{harm} within", within)
        if not exact:
            to.wrong(f"{harm} wrong", f"{story.id} {told} not {'/'.join(map(str, numbers))}: {story.title}")
    place, date = (ours.place, ours.date) if ours else (None, None)
    to.right("town", bool(place and same_name(gold["city"], place.name)))
    to.right("day", bool(date and str(date.earliest) == gold["day"]))


def compare_listed(story: Story, gold: Sequence[Row], ours: Sequence[Incident], to: Measured) -> None:
    """Add a round-up to what was measured."""
    for harm in HARMS:
        wanted = Counter(row[harm.value] for row in gold if row[harm.value])
        tolls = (overall_toll(one, harm) for one in ours)
        got = Counter(toll.best for toll in tolls if toll and toll.best)
        both = (wanted & got).total()
        to.agreements[f"{harm} listed"] += Sides(both, got.total(), both, wanted.total())
        if wanted != got:
            listed = " ".join(map(str, sorted(wanted.elements()))), " ".join(map(str, sorted(got.elements())))
            to.wrong(f"{harm} listed wrong", f"{story.id} {listed[0]} not {listed[1]}: {story.title}")


def read_written(folder: Path, part: str | None) -> Iterator[tuple[list[Story], dict[str, Any]]]:
    """The stories of each file and their gold. Raises FileNotFoundError without any file."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise FileNotFoundError(f"{folder}: no file of stories (*.jsonl); name the folder that holds them")
    for file in files:
        gold = {row["story"]: row["gold"] for row in rows(file)}
        half = len(gold) // 2
        names = list(gold)
        kept = {"read": names[:half], "unread": names[half:]}.get(part or "", names)
        stories = [story for story in read_stories(file) if story.id in kept]
        yield stories, gold


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and score."""
    measured = Measured()
    for stories, gold in read_written(options.folder, options.part):
        measured.counts["stories"] += len(stories)
        for story, claims in coded(stories):
            every, main = incidents_of(story, claims)
            if isinstance(gold[story.id], list):
                compare_listed(story, gold[story.id], every, measured)
            else:
                compare(story, gold[story.id], main, measured)
    return measured


if __name__ == "__main__":
    command = parser(__doc__, claims=False)
    command.add_argument("--part", choices=PARTS, help="one half of each file (default: all)")
    sys.exit(run(command.parse_args(), measure))
