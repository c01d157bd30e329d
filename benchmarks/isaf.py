"""Measure against the ISAF press releases: people killed and captured, first day, province.

    python benchmarks/isaf.py FOLDER [--errors N] [--json] [--claims FILE]

FOLDER holds stories.jsonl and gold.jsonl. One release tells of one operation. A release's killed (captured)
are the sums of what its incidents add up to, at the least, older context and the force's own losses
aside; its first day and province are those of the first incident told with such a toll, else of the first
told; where no claim is of an incident, they are the first claim's. Where no incident tells of a harm, the
claims that found none (no place but a country is named) are weighed as one.
The annotators' rules for words: "several" and "multiple" are 3, "numerous" 4, as in Dateline; "more than
10" is 11, where Dateline's lower bound is 10.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.linking import link_claims, load_linking_settings
from dateline.linking.facts import read_facts
from dateline.model import Claim, Harm, Incident, Status, Story, Toll
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

COUNTRY = 6
"""The UCDP GED where_prec of a country."""

OWN_FORCES = re.compile(
    r"\b(?:ANA|ANP|ANSF|ISAF|coalition|service ?members?|U\.S\."
    r"|Afghan (?:\w+ )?(?:soldiers?|police\w*|troops))\b"
)
MORE_THAN = re.compile(r"\b(?:more than|over)\b", re.IGNORECASE)


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
    told = _of_one_operation([_as_annotated(c) for c in claims if not c.background], stories, lineages)
    membership = link_claims(stories, told, lineages, load_linking_settings())
    incidents = build_incidents(stories, told, lineages, membership, load_weighing_settings())
    main = _first_told(told, {claim: i for i in incidents for claim in i.claims})
    unplaced = {claim.id: "unplaced" for claim in told if not _is_placed(claim)}
    others = build_incidents(stories, told, lineages, unplaced, load_weighing_settings())
    return Reading(
        killed=_sum(incidents, Harm.KILLED) or _sum(others, Harm.KILLED),
        captured=_sum(incidents, Harm.CAPTURED) or _sum(others, Harm.CAPTURED),
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


def _of_one_operation(
    claims: list[Claim], stories: dict[str, Story], lineages: dict[str, str]
) -> list[Claim]:
    """The claims without those that add up several operations, when others tell of people harmed."""
    settings = load_linking_settings()
    of_one = [c for c in claims if not read_facts(c, stories, lineages, settings).sums_up]
    counted = any(t.harm in {Harm.KILLED, Harm.CAPTURED} for c in of_one for t in c.tolls)
    return of_one if counted else claims


def _is_placed(claim: Claim) -> bool:
    return claim.place is not None and claim.place.precision < COUNTRY


def _as_annotated(claim: Claim) -> Claim:
    """The claim with the annotators' numbers: "more than 10" is at least 11; own losses are not counted."""
    tolls = (_more_than(toll) for toll in claim.tolls if not OWN_FORCES.search(toll.mention.text))
    return replace(claim, tolls=tuple(tolls))


def _more_than(toll: Toll) -> Toll:
    above = toll.low is not None and toll.high is None and MORE_THAN.search(toll.mention.text)
    return replace(toll, low=toll.low + 1) if above and toll.low else toll


def _sum(incidents: Sequence[Incident], harm: Harm) -> int:
    return sum(_least(incident, harm) for incident in incidents)


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
