"""How fast the index of places opens, how fast it answers, and how much memory it takes.

    python benchmarks/gazetteer.py [--names N] [--dump SY.zip] [--json]

Each figure is of a process of its own that has imported Dateline and then opens the index that is there
(compiled before the clock starts) and looks N names up, taken evenly from all that the index holds. Memory is
what the process has more than before it opened the index: private to it, and shared with every other that
has the index open (Linux only: /proc/self/smaps_rollup). With --dump, how long it takes to add that GeoNames
country dump to a folder of places, and the peak memory of that process.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from dateline.resolving.places import Gazetteer, build_index
from dateline.resolving.places.added import add_dump
from dateline.resolving.places.dumps import read_features

ROLLUP = Path("/proc/self/smaps_rollup")
RUNS = 5
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds to open and to look all names up; bytes that the process took for it."""

    opening: float
    asking: float
    private: int
    shared: int


@dataclass(frozen=True, slots=True)
class Added:
    """Processor seconds to add a dump and compile the index with it, and the process's peak in bytes."""

    places: int
    seconds: float
    peak: int


def memory() -> tuple[int, int]:
    """Private and shared resident bytes of this process; zeros where the system does not tell."""
    if not ROLLUP.exists():
        return 0, 0
    kilobytes = {
        name.rstrip(":"): int(value)
        for line in ROLLUP.read_text(encoding="utf-8").splitlines()[1:]
        for name, value, *_ in [line.split()]
    }
    # Pages of the file that only this process has touched so far are still the file's.
    anonymous = kilobytes["Anonymous"] * 1024
    return anonymous, kilobytes["Rss"] * 1024 - anonymous


def spread_names(count: int) -> list[str]:
    """Names of the index, evenly over all of them."""

    connection = sqlite3.connect(build_index())
    total: int = connection.execute("SELECT count(*) FROM name").fetchone()[0]
    rows = connection.execute("SELECT key FROM name ORDER BY key")
    names = [str(row[0]) for row in islice(rows, 0, None, max(1, total // count))][:count]
    connection.close()
    return names


def measure_opened(names: list[str]) -> Opened:
    """In this process, which should have done nothing else."""
    before = memory()
    began = time.perf_counter()
    gazetteer = Gazetteer.open()
    opened = time.perf_counter()
    for name in names:
        gazetteer.candidates(name)
    asked = time.perf_counter()
    private, shared = (after - earlier for earlier, after in zip(before, memory(), strict=True))
    return Opened(opened - began, asked - opened, private, shared)


def measure_added(dump: Path) -> Added:
    """In this process."""
    build_index()
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        added = add_dump(dump, read_features(), Path(folder, "places"))
        compiled = build_index(places=Path(folder, "places"))
        seconds = time.process_time() - began
        compiled.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Added(sum(added.places.values()), seconds, peak)


def _in_its_own(*arguments: str, names: str = "") -> dict[str, float]:
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, input=names, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=10_000, metavar="N", help="names looked up")
    parser.add_argument("--dump", type=Path, metavar="SY.zip", help="a GeoNames country dump to add")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--part", choices=("opened", "added"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part == "opened":
        print(json.dumps(asdict(measure_opened(sys.stdin.read().splitlines()))))
        return 0
    if options.part == "added":
        print(json.dumps(asdict(measure_added(options.dump))))
        return 0
    path = build_index()
    names = "\n".join(spread_names(options.names))
    runs = [_in_its_own("--part", "opened", names=names) for _ in range(RUNS)]
    report = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    report |= {"file": path.stat().st_size, "names": options.names}
    if options.dump:
        added = _in_its_own("--part", "added", "--dump", str(options.dump))
        report |= {f"added_{name}": value for name, value in added.items()}
    print(json.dumps(report, indent=1) if options.json else table(report))
    return 0


def table(report: dict[str, float]) -> str:
    """The report for a terminal."""
    lines = [
        f"the index's file: {report['file'] / MEGABYTE:.0f} MB",
        f"opened in {1000 * report['opening']:.0f} ms",
        f"{report['names']:,.0f} names looked up in {report['asking']:.2f} s",
        f"memory: {report['private'] / MEGABYTE:.0f} MB private, {report['shared'] / MEGABYTE:.0f} MB shared",
    ]
    if "added_places" in report:
        lines.append(
            f"{report['added_places']:,.0f} places added in {report['added_seconds']:.1f} s of one core, "
            f"at a peak of {report['added_peak'] / MEGABYTE:.0f} MB"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
