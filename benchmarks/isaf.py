"""Measure against the ISAF press releases: people killed and captured, first day, province.

    python benchmarks/isaf.py FOLDER [--errors N] [--json]

FOLDER holds stories.jsonl and gold.jsonl. One release tells of one operation. A release's killed (captured)
are the sums of what its incidents add up to, at the least, older context and the force's own losses
aside; its first day and province are those of its first incident with such a toll, else of its first.
Where no incident tells of a harm, the claims that found none (no place but a country is named) are weighed
as one.
The annotators' rules for words: "several" and "multiple" are 3, "numerous" 4, as in Dateline; "more than
10" is 11, where Dateline's lower bound is 10.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.linking import link_claims, load_linking_settings
from dateline.linking.facts import read_facts
from dateline.model import Claim, Harm, Incident, Story, Toll
from dateline.reading import read_inputs
from dateline.running.coding import code_stories
from dateline.running.settings import RunSettings
from dateline.weighing import build_incidents, load_weighing_settings, overall_toll

# Other spellings of the provinces that the gold uses.
SAME_PROVINCE = {
    "paktia": "paktya",
    "maidan wardak": "wardak",
    "hilmand": "helmand",
    "kunarha": "kunar",
    "konar": "kunar",
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
    unplaced = {claim.id: "unplaced" for claim in told if not _is_placed(claim)}
    others = build_incidents(stories, told, lineages, unplaced, load_weighing_settings())
    harmed = [i for i in incidents if _least(i, Harm.KILLED) or _least(i, Harm.CAPTURED)]
    main = next(iter(harmed or incidents), None)
    return Reading(
        killed=_sum(incidents, Harm.KILLED) or _sum(others, Harm.KILLED),
        captured=_sum(incidents, Harm.CAPTURED) or _sum(others, Harm.CAPTURED),
        day=main.date.earliest.isoformat() if main and main.date and main.date.earliest else None,
        province=_province(main),
    )


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


def _province(incident: Incident | None) -> str | None:
    if incident is None or incident.place is None or incident.place.admin1 is None:
        return None
    name = incident.place.admin1.lower()
    return SAME_PROVINCE.get(name, name)


def read_all(folder: Path) -> dict[str, Reading]:
    """The readings of all releases of a folder, by story id."""
    items = read_inputs([str(folder / "stories.jsonl")])
    stories = (item for item in items if isinstance(item, Story))
    found = {}
    for result in code_stories(stories, RunSettings(processes=2)):
        if isinstance(result, tuple):
            found[result[0].id] = release(*result)
    return found


def compare(gold: Mapping[str, object], reading: Reading) -> dict[str, bool]:
    """Which of the four are exactly right."""
    provinces = [str(p) for p in gold["province"] if p]  # type: ignore[attr-defined]
    return {
        "min_killed": reading.killed == gold["min_killed"],
        "min_captured": reading.captured == gold["min_captured"],
        "start_date": reading.day == gold["start_date"],
        "province": reading.province in provinces if provinces else reading.province is None,
    }


def main() -> int:
    """Print the table; 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print up to N mistakes of each kind"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    if not (options.folder / "gold.jsonl").is_file():
        print(f"isaf.py: {options.folder} holds no gold.jsonl", file=sys.stderr)
        return 2
    readings = read_all(options.folder)
    right: dict[str, int] = defaultdict(int)
    mistakes: dict[str, list[str]] = defaultdict(list)
    total = 0
    with (options.folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            reading = readings.get(gold["story"], Reading(0, 0, None, None))
            total += 1
            for name, is_right in compare(gold, reading).items():
                right[name] += is_right
                if not is_right:
                    mistakes[name].append(f"{gold['story']}: {name} {gold[name]}, read {reading}")
    shares = {name: round(count / total, 3) for name, count in right.items()}
    if options.json:
        print(json.dumps({"stories": total, **shares}, indent=1))
    else:
        print(f"{total} releases, exactly right:")
        for name, share in shares.items():
            print(f"  {name:<13}{share:.3f}")
    for found in mistakes.values():
        for mistake in found[: options.errors]:
            print(mistake)
    return 0


if __name__ == "__main__":
    sys.exit(main())
