"""Measure what each format of a large record costs: processor seconds, size, and memory.

    python benchmarks/exports.py [--stories 25000] [--ledger LEDGER]

Makes up a ledger as linking_scale.py does, four claims a story, takes its incidents for linked, and writes
every format, each in a process of its own. `reading` is what all of them share: what there is to publish
is read. With --ledger the ledger is kept there, or taken from there when it is there.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import groupby, islice
from pathlib import Path

from dateline.ledger import Ledger
from dateline.publishing import FORMATS
from dateline.running.publishing import publish
from dateline.running.settings import RunSettings
from dateline.weighing import build_incidents
from linking_scale import CLAIMS_A_STORY, MadeUp


def make(stories: int, where: Path) -> None:
    """A ledger of so many made-up stories, whose incidents are those that they were made up from."""
    made, settings = MadeUp(stories * CLAIMS_A_STORY), RunSettings()
    of_story = dict(zip(made, made.mains(), strict=True))
    told = groupby(made.claims(), key=lambda claim: claim.story)
    with Ledger.open(where) as ledger:
        while batch := [(made[name], list(claims)) for name, claims in islice(told, 1000)]:
            ledger.add(batch, coder="made up")
        members = {claim.id: f"i-{of_story[claim.story]:07}" for claim in ledger.claims()}
        incidents = build_incidents(ledger.stories_by_id(), ledger.claims(), {}, members)
        lineages = {name: name for name in ledger.stories_by_id()}
        ledger.replace_found((), ())
        ledger.replace_incidents(
            incidents, lineages, linker=settings.linker, decisions=ledger.decisions().digest
        )


def measure(where: Path, form: str | None) -> dict[str, float]:
    """Processor seconds, MB of the files and peak of memory for one format; None: for reading alone."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(where, create=False) as ledger:
        began = time.process_time()
        files = [] if form is None else publish(ledger, Path(folder), RunSettings(), [form])
        if form is None:
            ledger.record()
        return {
            "seconds": time.process_time() - began,
            "MB": sum(path.stat().st_size for path in files) / 1e6,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=25_000, metavar="N")
    parser.add_argument("--ledger", type=Path, metavar="LEDGER")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.ledger, None if options.one == "reading" else options.one)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        where = options.ledger or Path(folder, "ledger.sqlite")
        if not where.exists():
            make(options.stories, where)
        for form in ("reading", *FORMATS):
            command = [sys.executable, __file__, "--one", form, "--ledger", str(where)]
            done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
            found = json.loads(done.stdout)
            size = f"{found['MB']:8.1f} MB on disk {found['memory']:8.0f} MB in memory"
            print(f"{form:<17} {found['seconds']:8.1f} s {size}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
