"""Measure against the ISAF press releases: people killed and captured, first day, province.

    python benchmarks/isaf.py FOLDER [--errors N] [--json] [--claims FILE]

FOLDER holds stories.jsonl and gold.jsonl. One release tells of one operation. A release's killed (captured)
are the sums of what its incidents add up to, at the least, older context and the force's own losses
aside; its first day and province are those of the first incident told with such a toll, else of the first
told; where no claim is of an incident, they are the first claim's.
The annotators' rule for words without a number: "several" and "multiple" are 3, "numerous" 4.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.linking import link_claims, load_linking_settings
from dateline.model import Claim, Harm, Incident, Status, Story
from dateline.weighing import build_incidents, load_weighing_settings, overall_toll
from runner import STORIES, Measured, Row, coded, parser, present, read_stories, rows, run

GOLD = "gold.jsonl"

# Other spellings of the provinces that the gold uses.
SAME_PROVINCE = {
    "paktia": "paktya",
    "maidan wardak": "wardak",
    "hilmand": "helmand",
    "kunarha": "kunar",
    "konar": "kunar",
    "sar-e pol": "sar-e pul",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What Dateline makes of one release."""

    killed: int
    captured: int
    day: str | None
    province: str | None


def release(story: Story, claims: list[Claim]) -> Reading:
    """The reading of one release from its claims."""
    stories = {story.id: story}
    lineages = {story.id: story.id}
    told = [claim for claim in claims if not claim.background]
    membership = link_claims(stories, told, lineages, load_linking_settings())
    incidents = build_incidents(stories, told, lineages, membership, load_weighing_settings())
    main = _first_told(told, {claim: i for i in incidents for claim in i.claims})
    return Reading(
        killed=sum(_least(i, Harm.KILLED) for i in incidents),
        captured=sum(_least(i, Harm.CAPTURED) for i in incidents),
        day=main.date.earliest.isoformat() if main and main.date and main.date.earliest else None,
        province=_province(main),
    )


def _first_told(claims: list[Claim], incidents: Mapping[str, Incident]) -> Incident | Claim | None:
    happened = [claim for claim in claims if claim.status is Status.ASSERTED]
    happened.sort(key=lambda claim: claim.quote.start)
    counted = {Harm.KILLED, Harm.CAPTURED}
    harmed = [claim for claim in happened if any(toll.harm in counted and toll.low for toll in claim.tolls)]
    told = harmed or happened
    located = next((incidents[claim.id] for claim in told if claim.id in incidents), None)
    return located or next(iter(told), None)


def _least(incident: Incident, harm: Harm) -> int:
    toll = overall_toll(incident, harm)
    return (toll.low or 0) if toll else 0


def _province(main: Incident | Claim | None) -> str | None:
    if main is None or main.place is None or main.place.admin1 is None:
        return None
    name = main.place.admin1.lower()
    return SAME_PROVINCE.get(name, name)


def compare(gold: Row, reading: Reading) -> dict[str, bool]:
    """Which of the four are exactly right."""
    provinces = [str(province) for province in gold["province"] if province]
    return {
        "min_killed": reading.killed == gold["min_killed"],
        "min_captured": reading.captured == gold["min_captured"],
        "start_date": reading.day == gold["start_date"],
        "province": reading.province in provinces if provinces else reading.province is None,
    }


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and compare each release; one that was left out is read as telling nothing."""
    told, gold_file = present(options.folder, STORIES, GOLD)
    readings = {
        story.id: release(story, claims) for story, claims in coded(read_stories(told), options.claims)
    }
    measured = Measured()
    for gold in rows(gold_file):
        reading = readings.get(gold["story"], Reading(0, 0, None, None))
        measured.counts["releases"] += 1
        for name, is_right in compare(gold, reading).items():
            measured.right(name, is_right)
            if not is_right:
                measured.wrong(name, f"{gold['story']} {gold[name]}, read {reading}")
    return measured


if __name__ == "__main__":
    sys.exit(run(parser(__doc__).parse_args(), measure))
