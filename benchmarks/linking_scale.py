"""Measure how the time and memory of linking grow with the number of claims.

    python benchmarks/linking_scale.py [--sizes 10000 100000 1000000] [--memory MB] [--threads N]
    python benchmarks/linking_scale.py --adding [--sizes 10000 100000]

Claims are made up with a spread like that of a monitoring project that runs longer and longer: eight
conflicts with towns in clusters, in each about an incident a day, in bursts; 1 to 30 stories on an incident,
most on few; several claims a story, of which some recall older incidents, some name no place, no day or a
whole province. A story's words are drawn by how common they are in English news (word_rarity.csv), with
names that the stories of one incident share, and names of people and reporters that recur. Each size runs in
a process of its own. The table gives the time from claims to incidents, without that of making the claims
up, the exponent by which it grew since the size before, and the peak of memory. With --adding the claims go
into a ledger and are linked, and then five more stories are added and linked, one by one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from dateline.ledger import Ledger
from dateline.linking.incidents import link
from dateline.linking.pairs import Resources
from dateline.linking.words import load_word_rarity
from dateline.model import (
    Actor,
    Claim,
    Event,
    EventType,
    Harm,
    Place,
    Role,
    Span,
    Status,
    Story,
    Toll,
    Victims,
    When,
)
from dateline.running.linking import recompute
from dateline.running.settings import RunSettings

START = date(2010, 1, 1)
CONFLICTS = 8
TOWNS = 150
INCIDENTS_A_DAY = 1.0
CLAIMS_A_STORY = 4
SPAN = Span(0, 1, "x")
PARAGRAPH = 300
"""Characters of a paragraph; each claim of a story stands in one of its own."""
PARAGRAPHS = 6
WORDS_A_STORY = ((0, 150), (1, 30), (2, 8))
"""How many words of each rarity a story has; the rarest are names."""
NAMES_OF_AN_INCIDENT = 4
PEOPLE, REPORTERS = 30_000, 300
"""Names that recur in what has nothing to do with each other."""
ACTS = (
    EventType.SHELLING,
    EventType.AIR_STRIKE,
    EventType.ARMED_CLASH,
    EventType.BOMBING,
    EventType.SUICIDE_BOMBING,
    EventType.ATTACK_ON_CIVILIANS,
    EventType.ABDUCTION,
    EventType.ARREST,
    EventType.EVACUATION,
    EventType.SIEGE,
)
SHARES = (25, 15, 20, 12, 4, 10, 4, 6, 3, 1)


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident as it was."""

    day: int
    conflict: int
    town: Place
    act: EventType
    doer: int
    toll: int
    stories: int


def _towns(conflict: int, draw: random.Random) -> list[Place]:
    north, east, country = draw.uniform(-10, 50), draw.uniform(-75, 75), f"C{conflict:02}"
    centres = [(north + draw.gauss(0, 1.5), east + draw.gauss(0, 1.5)) for _ in range(8)]
    towns = []
    for number in range(TOWNS):
        centre = min(int(draw.expovariate(0.4)), 7)
        latitude, longitude = (round(degree + draw.gauss(0, 0.25), 3) for degree in centres[centre])
        listed = draw.random() < 0.85
        name = "".join(
            draw.choice(("ka", "bel", "ru", "dim", "so", "tar", "ghe", "lun", "mi", "zor")) for _ in range(3)
        )
        towns.append(
            Place(
                mention=SPAN,
                name=name.title(),
                geonameid=conflict * 10_000 + number if listed else None,
                latitude=latitude if listed else None,
                longitude=longitude if listed else None,
                admin1=f"Province {centre}",
                country=country,
                precision=1 if listed else 6,
            )
        )
    return towns


def _happenings(claims: int, draw: random.Random) -> tuple[list[Happening], list[list[Place]]]:
    towns = [_towns(conflict, draw) for conflict in range(CONFLICTS)]
    weights = [1 / (rank + 2) for rank in range(TOWNS)]
    happenings: list[Happening] = []
    told, day = 0, 0
    while told < claims:
        for conflict in range(CONFLICTS):
            burst = 3.0 if math.sin(day / 17 + conflict) > 0.8 else 0.75
            while draw.random() < burst * INCIDENTS_A_DAY / (1 + burst * INCIDENTS_A_DAY):
                stories = min(30, max(1, int(draw.paretovariate(0.9))))
                happenings.append(
                    Happening(
                        day=day,
                        conflict=conflict,
                        town=draw.choices(towns[conflict], weights)[0],
                        act=draw.choices(ACTS, SHARES)[0],
                        doer=draw.randrange(4),
                        toll=min(400, int(draw.paretovariate(0.8))),
                        stories=stories,
                    )
                )
                told += stories * CLAIMS_A_STORY
        day += 1
    return happenings, towns


def _claim(
    story: str, number: int, what: Happening, published: int, draw: random.Random, *, background: bool = False
) -> Claim:
    chance = draw.random()
    place: Place | None = what.town
    if chance < 0.1:
        place = None
    elif chance < 0.2:
        place = Place(SPAN, what.town.admin1 or "", None, None, None, what.town.admin1, what.town.country, 4)
    first = START + timedelta(what.day)
    when: When | None = When(None, first, first, 1)
    chance = draw.random()
    if chance < 0.2 and not background:
        when = None
    elif chance < 0.3:
        when = When(None, first - timedelta(draw.randrange(1, 6)), first, 2)
    elif chance < 0.33:
        when = When(None, first.replace(day=1), first.replace(day=28), 4)
    act = what.act if number == 0 or draw.random() < 0.5 else EventType.UNSPECIFIED_VIOLENCE
    toll = max(0, what.toll + (draw.randrange(3) if published > what.day + 1 else 0))
    tolls = (
        (Toll(Harm.KILLED, toll, toll, False, Victims.UNKNOWN, False, None, SPAN),)
        if draw.random() < 0.6
        else ()
    )
    actors: tuple[Actor, ...] = ()
    if draw.random() < 0.5:
        actors = (Actor(Role.BY, SPAN, f"ucdp:{what.conflict * 10 + what.doer}", None, None, None),)
    return Claim(
        story=story,
        id=f"{story}-{number}",
        quote=Span(PARAGRAPH * number, PARAGRAPH * number + 1, "x"),
        event=Event(act, SPAN, None, None),
        actors=actors,
        place=place,
        date=when,
        tolls=tolls,
        attribution=None,
        status=Status.ASSERTED if draw.random() < 0.93 else Status.DENIED,
        background=background,
        incident=None,
        rule="made up",
    )


class MadeUp(Mapping[str, Story]):
    """So many claims, at least, made up as they are asked for, and their stories."""

    def __init__(self, claims: int, seed: int = 1) -> None:
        self._seed = seed
        self._wanted = claims
        self._happenings, _ = _happenings(claims, random.Random(seed))
        self._words: dict[int, list[str]] = {0: [], 1: [], 2: []}
        for word, rarity in sorted(load_word_rarity().items()):
            if word.isalpha():
                self._words[rarity].append(word)
        self._stories = [
            (number, happening.day + delay)
            for number, happening in enumerate(self._happenings)
            for delay in (min(int(told / 4), 6) for told in range(happening.stories))
        ]

    def __getitem__(self, name: str) -> Story:
        main, published = self._stories[int(name[1:])]
        draw = random.Random(name)
        words = [draw.choice(self._words[rarity]) for rarity, count in WORDS_A_STORY for _ in range(count)]
        words += [f"inc{main}n{n}" for n in range(NAMES_OF_AN_INCIDENT) if draw.random() < 0.7]
        words += [f"person{int(PEOPLE * draw.random() ** 2)}" for _ in range(3)]
        words.append(f"reporter{draw.randrange(REPORTERS)}")
        draw.shuffle(words)
        share = len(words) // PARAGRAPHS + 1
        told = (" ".join(words[start : start + share]) for start in range(0, len(words), share))
        text = "".join(f"x {words[: PARAGRAPH - 4]}.".ljust(PARAGRAPH - 1) + "\n" for words in told)
        return Story(name, text, f"Paper {draw.randrange(50)}", None, START + timedelta(published))

    def __iter__(self) -> Iterator[str]:
        return (f"s{number:07}" for number in range(len(self._stories)))

    def __len__(self) -> int:
        return len(self._stories)

    def mains(self) -> Iterator[int]:
        """The number of the incident that each story is about."""
        return (main for main, _ in self._stories)

    def claims(self) -> Iterator[Claim]:
        """The claims, by story."""
        draw = random.Random(self._seed + 1)
        left = self._wanted
        for number, (main, published) in enumerate(self._stories):
            story = f"s{number:07}"
            for place in range(CLAIMS_A_STORY):
                other = main
                background = place == CLAIMS_A_STORY - 1 and draw.random() < 0.5
                if background:
                    other = max(0, main - draw.randrange(1, 60))
                elif place and draw.random() < 0.15:
                    other = max(0, main - draw.randrange(0, 8))
                yield _claim(story, place, self._happenings[other], published, draw, background=background)
                left -= 1
                if not left:
                    return


def measure(claims: int, memory: int, threads: int | None) -> dict[str, float]:
    """Seconds, peak of memory in MB and incidents for so many claims."""
    made = MadeUp(claims)
    began = time.perf_counter()
    count = sum(1 for _ in made.claims())
    making = time.perf_counter() - began
    began, worked = time.perf_counter(), time.process_time()
    found = link(made, made.claims(), {}, resources=Resources(memory_mb=memory, threads=threads))
    seconds, worked = time.perf_counter() - began - making, time.process_time() - worked - making
    return {
        "claims": count,
        "stories": len(made),
        "seconds": seconds,
        "processor": worked,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "incidents": len(set(found.incidents.values()) - {None}),
        "components": len(set(found.components.values())),
    }


def measure_adding(claims: int) -> dict[str, float]:
    """Seconds that linking takes of a ledger of so many claims, and of some stories more, one by one."""
    made = MadeUp(claims)
    by_story = groupby(made.claims(), key=lambda claim: claim.story)
    coded = [(made[name], list(told)) for name, told in by_story]
    late = {len(coded) // 2, len(coded) // 3, len(coded) // 5, len(coded) - 3, len(coded) // 7}
    one_by_one = [coded[number] for number in sorted(late)]
    first = [one for number, one in enumerate(coded) if number not in late]
    settings = RunSettings()
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "ledger.sqlite")) as ledger:
        for start in range(0, len(first), 1000):
            ledger.add(first[start : start + 1000], coder="made up")
        for name, more in (("all", []), *((story.id, [(story, told)]) for story, told in one_by_one)):
            ledger.add(more, coder="made up")
            began, worked = time.perf_counter(), time.process_time()
            recompute(ledger, settings)
            found[name] = time.perf_counter() - began
            found[f"{name} processor"] = time.process_time() - worked
        found["MB"] = Path(folder, "ledger.sqlite").stat().st_size / 1e6
    return found | {"stories": len(first), "claims": claims}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], metavar="N")
    parser.add_argument("--memory", type=int, default=Resources().memory_mb, metavar="MB")
    parser.add_argument("--threads", type=int, metavar="N")
    parser.add_argument("--adding", action="store_true", help="link five more stories into a ledger")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.memory, options.threads)))
        return 0
    if options.adding:
        for size in options.sizes:
            found = measure_adding(size)
            print("  ".join(f"{name} {value:,.1f}" for name, value in found.items()), flush=True)
        return 0
    widths = {"claims": 9, "stories": 8, "incidents": 9, "seconds": 8, "processor": 9, "growth": 6, "MB": 6}
    print(" ".join(f"{head:>{width}}" for head, width in widths.items()))
    before: dict[str, float] | None = None
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size), "--memory", str(options.memory)]
        if options.threads:
            command += ["--threads", str(options.threads)]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        found = json.loads(done.stdout)
        growth = ""
        if before:
            steps = found["processor"] / before["processor"], found["claims"] / before["claims"]
            growth = f"{math.log(steps[0]) / math.log(steps[1]):.2f}"
        print(
            f"{found['claims']:>9,} {found['stories']:>8,} {found['incidents']:>9,} {found['seconds']:>8.1f} "
            f"{found['processor']:>9.1f} {growth:>6} {found['megabytes']:>6.0f}",
            flush=True,
        )
        before = found
    return 0


if __name__ == "__main__":
    sys.exit(main())
