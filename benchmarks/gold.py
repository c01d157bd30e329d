"""Measure `dateline code` against claims annotated by hand.

    python benchmarks/gold.py FOLDER [--errors N] [--linked] [--claims FILE] [--json]
    python benchmarks/gold.py examples --linked --floors tests/accuracy/floors.json [--raise-floors]

FOLDER holds stories (`stories.jsonl`, or a folder `stories`) and their gold (`gold.jsonl`, or
`gold/gold.jsonl`); the project's own are `examples`. With --linked the whole record is made, so that
incidents are measured too. Below a floor the exit status is 1; --raise-floors sets the floors to what
was measured, and only --lower lets one fall.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dateline.model import Claim
from dateline.model.jsonform import claim_from_json
from floors import gold_hash, read_floors, write_floors
from goldfile import read_gold
from scoring import Agreement, Score, score


def dateline_command() -> str:
    """The `dateline` of the environment that runs this file."""
    return str(Path(sys.executable).with_name("dateline"))


def stories_of(folder: Path) -> Path:
    """What to give to `dateline` for a data folder. Raises FileNotFoundError when it has no stories."""
    for name in ("stories.jsonl", "stories"):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"{folder} holds neither stories.jsonl nor a folder named stories")


def gold_of(folder: Path) -> Path:
    """The gold file of a data folder. Raises FileNotFoundError when it has none."""
    for name in ("gold.jsonl", "gold/gold.jsonl"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{folder} holds neither gold.jsonl nor gold/gold.jsonl")


def read_claims(lines: Iterable[str]) -> list[Claim]:
    """Claims from JSON Lines in the form of claim.schema.json."""
    return [claim_from_json(json.loads(line)) for line in lines if line.strip()]


def code_stories(stories: Path) -> list[Claim]:
    """Claims as `dateline code` prints them. Raises CalledProcessError when it prints none and fails."""
    done = subprocess.run(
        [dateline_command(), "code", str(stories)], stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    # A story that was left out gives a non-zero status too; what was coded is still measured.
    if done.returncode and not done.stdout:
        done.check_returncode()
    # Not splitlines: a quote may hold a line separator that JSON leaves as it is.
    return read_claims(done.stdout.split("\n"))


def record_stories(stories: Path) -> list[Claim]:
    """Claims with their incidents, as `dateline record` leaves them."""
    with tempfile.TemporaryDirectory() as folder:
        command = [dateline_command(), "record", str(stories), "--out", folder]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        claims = Path(folder, "claims.jsonl")
        if not claims.exists():
            done.check_returncode()
        with claims.open(encoding="utf-8") as lines:
            return read_claims(lines)


def _percent(value: float | None) -> str:
    return "   -" if value is None else f"{value:.3f}"


def table(result: Score) -> str:
    """The measures as a table for a terminal."""

    def row(name: str, part: Agreement) -> str:
        shares = "  ".join(f"{value:9.3f}" for value in (part.precision, part.recall, part.f1))
        return f"{name:<10}{shares}  {part.found:5} {part.coded:5} {part.gold:5}"

    lines = [f"{'':<10}{'precision':>9}  {'recall':>9}  {'F1':>9}  {'found':>5} {'coded':>5} {'gold':>5}"]
    lines += [row("events", result.events), row("tolls", result.tolls), row("sourced", result.sourced)]
    lines += ["", f"of the {result.tolls.found} tolls found, right:"]
    lines += [f"  {name:<9}{getattr(result, name):8.3f}" for name in ("claimant", "date", "place", "victims")]
    lines += ["", f"linking, B-cubed F1 {_percent(result.linking)} over {result.linked_claims} claims"]
    return "\n".join([f"{result.stories} stories", *lines])


def main() -> int:
    """Print the table; 1 below a floor, 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N mistakes")
    parser.add_argument("--linked", action="store_true", help="run `dateline record` to measure linking")
    parser.add_argument("--claims", type=Path, metavar="FILE", help="score these claims and run nothing")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="fail below the floors of this file")
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --raise-floors: floors may fall too")
    options = parser.parse_args()
    try:
        gold = read_gold(gold_of(options.folder))
        if options.claims:
            with options.claims.open(encoding="utf-8") as lines:
                claims = read_claims(lines)
        else:
            make = record_stories if options.linked else code_stories
            claims = make(stories_of(options.folder))
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"gold.py: {error}", file=sys.stderr)
        return 2
    result = score(gold, claims)
    if options.json:
        print(json.dumps({name: round(value, 3) for name, value in result.figures().items()}, indent=1))
    else:
        print(table(result))
    for mistake in result.mistakes[: options.errors]:
        print(f"{mistake.story} | {mistake.what} | {mistake.problem}")
    if not options.floors:
        return 0
    floors, sha256 = read_floors(options.floors), gold_hash(gold_of(options.folder))
    if options.raise_floors:
        floors = floors.raised(sha256, result.figures(), lower=options.lower)
        write_floors(options.floors, floors)
    failures = floors.failures(sha256, result.figures())
    for failure in failures:
        print(f"gold.py: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
