"""Measure linking and weighing against US gun-violence news: stories of one incident, and its toll.

    python benchmarks/gva.py FOLDER [--half dev|test] [--limit N] [--errors N] [--json] [--claims FILE]

FOLDER holds stories.jsonl, gold.jsonl (story to incident) and incidents.jsonl. All stories are one pool,
linked and weighed as `dateline record` does. A story is of the incident that most of its claims are of,
older context aside; of equals, the one told first. A story without one stands alone. --half takes the
incidents whose hash is even (dev) or odd (test), --limit the first N, with their stories only.

linking
    Precision and recall of B-cubed (Bagga and Baldwin 1998) over stories.
pairs
    Pairs of stories told to be of one incident.
killed, injured
    Share of the gold's incidents whose number is exactly the best of ours, over all kinds of victims; no
    number is 0. Ours is the incident that most of its stories are of. "harmed" leaves out those where the
    gold has 0, which a record that says nothing gets right.
killed within, injured within
    Of the same incidents, those whose number lies within low and high (open above without a high).
killed one number, injured one number
    Those whose low and high are one: what is within a wide range is cheap.
date, city, state
    Share of the gold's incidents whose day (first and last), town and state are ours.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.linking import find_lineages, link, load_linking_settings
from dateline.model import Claim, Harm, Incident, WeighedToll
from dateline.weighing import build_incidents, load_weighing_settings, overall_toll
from likeness import same_name
from runner import (
    STORIES,
    CodedStories,
    Measured,
    Row,
    Sides,
    coded,
    parser,
    present,
    read_stories,
    rows,
    run,
)

GOLD, INCIDENTS = "gold.jsonl", "incidents.jsonl"
HALVES = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Shot:
    """An incident of the archive."""

    incident: str
    day: str
    city: str
    state: str
    tolls: Mapping[Harm, int]


def read_shot(row: Row) -> Shot:
    """One line of incidents.jsonl. Raises KeyError when a field is missing."""
    tolls = {Harm.KILLED: int(row["killed"]), Harm.INJURED: int(row["injured"])}
    return Shot(row["incident"], row["date"], row["city"], row["state"], tolls)


def half_of(incident: str) -> str:
    """Which half an incident is in: always the same, and half of them in each."""
    return HALVES[hashlib.sha256(incident.encode()).digest()[0] % 2]


def main_incident(claims: Sequence[Claim]) -> str | None:
    """The incident that most claims are of, and of equals the one told first."""
    told = sorted((claim for claim in claims if claim.incident), key=lambda claim: claim.quote.start)
    news = [claim for claim in told if not claim.background] or told
    counted = Counter(claim.incident for claim in news)
    return counted.most_common(1)[0][0] if counted else None


def record(stories: CodedStories) -> tuple[dict[str, str | None], dict[str, Incident]]:
    """Each story's incident, and the incidents: what `dateline record` makes of these claims."""
    by_id = {story.id: story for story, _ in stories}
    claims = [claim for _, told in stories for claim in told]
    settings = load_linking_settings()
    lineages = find_lineages(by_id.values(), settings)
    linked = link(by_id, claims, lineages, settings)
    membership = linked.incidents
    incidents = build_incidents(
        by_id, claims, lineages, membership, load_weighing_settings(), parts=linked.parts
    )
    told_of = {
        story.id: main_incident([replace(claim, incident=membership[claim.id]) for claim in told])
        for story, told in stories
    }
    return told_of, {incident.id: incident for incident in incidents}


def b_cubed_sides(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """B-cubed precision and recall of (gold, ours) for each story."""
    both, golds, ours = Counter(pairs), Counter(g for g, _ in pairs), Counter(o for _, o in pairs)
    precision = sum(n * n / ours[o] for (_, o), n in both.items()) / len(pairs)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(pairs)
    return precision, recall


def pairwise(pairs: Sequence[tuple[str, str]]) -> Sides:
    """Pairs of stories put together, of those that belong together."""

    def together(counts: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in counts)

    right = together(Counter(pairs).values())
    ours = together(Counter(o for _, o in pairs).values())
    golds = together(Counter(g for g, _ in pairs).values())
    return Sides(right, ours, right, golds)


def within(number: int, toll: WeighedToll | None) -> bool:
    """Whether the number lies within low and high; without a toll only 0 does."""
    if toll is None:
        return number == 0
    return (toll.low or 0) <= number and (toll.high is None or number <= toll.high)


def is_one_number(toll: WeighedToll | None) -> bool:
    """Whether low and high are the same; no toll is 0 and nothing else."""
    return toll is None or ((toll.low or 0) == toll.high)


def compare(shot: Shot, ours: Incident | None, to: Measured) -> None:
    """Add one incident of the archive to what was measured."""
    for harm, number in shot.tolls.items():
        toll = overall_toll(ours, harm) if ours else None
        best = (toll.best if toll else None) or 0
        exact = ours is not None and best == number
        to.right(f"{harm}", exact)
        to.right(f"{harm} within", ours is not None and within(number, toll))
        to.right(f"{harm} one number", ours is not None and is_one_number(toll))
        if number:
            to.right(f"{harm}, harmed", exact)
        if ours and not exact:
            to.wrong(f"{harm} wrong", f"{shot.incident} {number} not {_toll(toll)} ({ours.id} {ours.event})")
    if ours is None:
        to.wrong("not found", f"{shot.incident} {shot.day} {shot.city} {shot.state}")
    date, place = (ours.date, ours.place) if ours else (None, None)
    days = (str(date.earliest), str(date.latest)) if date else None
    to.right("date", days == (shot.day, shot.day))
    in_city = bool(place and any(same_name(shot.city, name) for name in (place.name, place.mention.text)))
    to.right("city", in_city)
    to.right("state", bool(place and place.admin1 and same_name(shot.state, place.admin1)))
    if ours and days != (shot.day, shot.day):
        to.wrong("date wrong", f"{shot.incident} {shot.day} not {days}")
    if ours and not in_city:
        where = f"{place.mention.text!r} ({place.name}, {place.admin1})" if place else None
        to.wrong("city wrong", f"{shot.incident} {shot.city}, {shot.state} not {where}")


def _toll(toll: WeighedToll | None) -> str:
    return f"{toll.low}/{toll.best}/{toll.high}" if toll else "none"


def score(stories: CodedStories, gold: Mapping[str, str], shots: Mapping[str, Shot]) -> Measured:
    """Measure coded stories against the archive; `gold` is each story's incident."""
    told_of, incidents = record(stories)
    measured = Measured()
    measured.counts.update(stories=len(gold), incidents=len(shots), claims=sum(len(c) for _, c in stories))
    pairs = [(incident, told_of.get(story) or f"alone {story}") for story, incident in gold.items()]
    measured.counts["stories alone"] = sum(ours.startswith("alone ") for _, ours in pairs)
    measured.agreements["linking"] = _as_sides(*b_cubed_sides(pairs), len(pairs))
    measured.agreements["pairs"] = pairwise(pairs)
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for incident, ours in pairs:
        if ours in incidents:
            found[incident][ours] += 1
    for name, shot in shots.items():
        ours_found = found[name].most_common(1)
        compare(shot, incidents[ours_found[0][0]] if ours_found else None, measured)
    return measured


def _as_sides(precision: float, recall: float, stories: int) -> Sides:
    """Shares of stories as whole numbers of stories, which Sides counts."""
    return Sides(round(precision * stories), stories, round(recall * stories), stories)


def read_gold(path: Path, wanted: Mapping[str, Shot]) -> dict[str, str]:
    """Each story's incident, of the stories whose incident is wanted."""
    return {row["story"]: row["incident"] for row in rows(path) if row["incident"] in wanted}


def measure(options: argparse.Namespace) -> Measured:
    """Read, code, link and score."""
    told, gold_file, incidents = present(options.folder, STORIES, GOLD, INCIDENTS)
    all_shots = [read_shot(row) for row in rows(incidents)]
    shots = {shot.incident: shot for shot in all_shots if options.half in (None, half_of(shot.incident))}
    shots = dict(list(shots.items())[: options.limit])
    gold = read_gold(gold_file, shots)
    stories = [story for story in read_stories(told) if story.id in gold]
    return score(coded(stories, options.claims), gold, shots)


if __name__ == "__main__":
    command = parser(__doc__)
    command.add_argument("--half", choices=HALVES, help="one half of the incidents (default: all)")
    command.add_argument("--limit", type=int, metavar="N", help="the first N incidents only")
    sys.exit(run(command.parse_args(), measure))
